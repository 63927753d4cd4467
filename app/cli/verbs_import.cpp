// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desk.h"
#include "app/cli/import_problems.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/track_import.h"
#include "app/cli/verbs.h"
#include "gis/source/activity_import.h"
#include "gis/source/area_import.h"
#include "gis/source/case_import.h"
#include "gis/source/duty_import.h"

#include <filesystem>
#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct AreaOptions {
    std::string path, source, kind, parentKind;
    gis::AreaImportOptions import;
};

struct CaseOptions {
    std::string path, source, groupBy, rejectedFile;
    std::string duplicates = "reject";
    std::vector<std::string> settings;
    gis::CaseImportOptions import;
};

struct ActivityOptions {
    std::string path, source;
    std::vector<std::string> settings;
    bool isTrial = false;
    gis::ActivityImportOptions import;
};

struct DutyOptions {
    std::string path, source, kind = "grid";
    bool isTrial = false;
    gis::DutyImportOptions import;
};

int importAreaFile(const AreaOptions& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const Interrupt interrupt;
    gis::AreaImportOptions import = options.import;
    const auto kind = areaKindOf(options.kind);
    if (!kind)
        return printFault(kind.error());
    import.kind = *kind;
    const auto report = gis::importAreas(*desk->district, desk->actor, options.source, import, goesOn);
    if (!report)
        return printFault(report.error());
    if (common.json) {
        Json document = {{"read", report->read}, {"accepted", report->accepted}, {"rejected", report->rejected}, {"problems", Json::array()}};
        document["problems"] = problemDocuments(report->problems);
        printJson(document);
    } else {
        printLine(fmt::format("read {}, accepted {}, rejected {}", report->read, report->accepted, report->rejected));
        printProblems(report->problems);
    }
    return ExitDone;
}

int importCaseFile(const CaseOptions& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const Interrupt interrupt;
    gis::CaseImportOptions import = options.import;
    auto mapping = gis::mappingFromTexts(options.settings);
    if (!mapping)
        return printFault(mapping.error()), ExitUsage;
    import.mapping = std::move(*mapping);
    if (!options.groupBy.empty())
        import.groupBy = gis::fieldsFromText(options.groupBy);
    import.onDuplicate = options.duplicates == "update" ? OnDuplicate::Update : options.duplicates == "skip" ? OnDuplicate::Skip : OnDuplicate::Reject;
    if (!options.rejectedFile.empty() && !common.force && std::filesystem::exists(options.rejectedFile))
        return printFault({ErrorCode::Exists, {"file-exists", {options.rejectedFile}}, options.rejectedFile, {}});
    const auto report = gis::importCases(*desk->district, desk->actor, options.source, import, common.json ? gis::Progress(goesOn) : gis::Progress(showProgress));
    if (!report) {
        const int exitCode = printFault(report.error());
        if (report.error().what.key == "time-format-ambiguous")
            printNote("  Say how times are written with --time-format, for instance --time-format '%m/%d/%Y %H:%M'.");
        return exitCode;
    }
    if (!options.rejectedFile.empty())
        if (const auto saved = gis::saveRejectedRows(options.source, import, *report, options.rejectedFile, common.force, sentence); !saved)
            return printFault(saved.error());
    if (common.json) {
        Json document = {{"read", report->read},       {"accepted", report->accepted},     {"rejected", report->rejected}, {"cases", report->cases},
                         {"outside", report->outside}, {"duplicates", report->duplicates}, {"problems", Json::array()}};
        document["problems"] = problemDocuments(report->problems);
        document["encoding"] = report->encoding;
        document["crs"] = report->crs;
        document["time_formats"] = Json::array();
        for (const gis::ColumnTimeFormat& format : report->timeFormats)
            document["time_formats"].push_back({{"target", gis::caseTargetKey(format.target)}, {"column", format.column}, {"format", format.pattern}});
        document["unknown_categories"] = Json::array();
        for (const gis::UnknownCategory& unknown : report->unknownCategories)
            document["unknown_categories"].push_back({{"text", unknown.text}, {"rows", unknown.rows}});
        printJson(document);
        return ExitDone;
    }
    printLine(fmt::format("read {}, accepted {}, rejected {}; cases {}, outside {}, duplicates {}", report->read, report->accepted, report->rejected,
                          report->cases, report->outside, report->duplicates));
    for (const gis::ColumnTimeFormat& format : report->timeFormats)
        printNote(fmt::format("{}: {} read as {}", gis::caseTargetKey(format.target), format.column, format.pattern));
    if (!report->encoding.empty())
        printNote("encoding: " + report->encoding);
    printProblems(report->problems);
    return ExitDone;
}

Json mappingDocument(const gis::ActivityMapping& mapping) {
    Json document = Json::object();
    for (const auto& [target, source] : mapping.values)
        document[std::string(gis::activityTargetKey(target))] = source.constant ? Json(*source.constant) : Json(source.fields);
    for (const auto& [field, kind] : mapping.counted)
        document["kind:" + kind].push_back(field);
    return document;
}

int importActivityFile(const ActivityOptions& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const Interrupt interrupt;
    gis::ActivityImportOptions import = options.import;
    auto mapping = gis::activityMappingFromTexts(options.settings, desk->district->activityLists());
    if (!mapping)
        return printFault(mapping.error()), ExitUsage;
    import.mapping = std::move(*mapping);
    const auto report = options.isTrial ? gis::readActivities(*desk->district, options.source, import, goesOn)
                                        : gis::importActivities(*desk->district, desk->actor, options.source, import, goesOn);
    if (!report)
        return printFault(report.error());
    const Json mapped = mappingDocument(report->mapping);
    if (common.json) {
        Json document = {{"read", report->read},         {"accepted", report->accepted}, {"rejected", report->rejected},
                         {"left_out", report->leftOut},  {"totals", report->totals},     {"activities", report->activities.size()},
                         {"problems", Json::array()}};
        document["problems"] = problemDocuments(report->problems);
        document["mapping"] = mapped;
        document["encoding"] = report->encoding;
        document["time_format"] = report->timeFormat;
        printJson(document);
        return ExitDone;
    }
    printLine(fmt::format("read {}, accepted {}, rejected {}, left out {} (totals {}); activities {}", report->read, report->accepted, report->rejected,
                          report->leftOut, report->totals, report->activities.size()));
    if (options.settings.empty())
        printNote("columns: " + mapped.dump());
    printProblems(report->problems);
    return ExitDone;
}

int importDutyFile(const DutyOptions& options, const CommonOptions& common) {
    const auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto kind = areaKindOf(options.kind);
    if (!kind)
        return printFault(kind.error());
    const Interrupt interrupt;
    gis::DutyImportOptions import = options.import;
    import.kind = *kind;
    import.goOn = [] { return goesOn(0); };
    const auto report = options.isTrial ? gis::readDuties(*desk->district, options.source, import)
                                        : gis::importDuties(*desk->district, desk->actor, options.source, import);
    if (!report)
        return printFault(report.error());
    if (common.json) {
        Json document = {{"read", report->read}, {"accepted", report->accepted}, {"rejected", report->rejected}, {"left_out", report->leftOut},
                         {"problems", Json::array()}};
        document["problems"] = problemDocuments(report->problems);
        printJson(document);
    } else {
        printLine(fmt::format("read {}, accepted {}, rejected {}, left out {}", report->read, report->accepted, report->rejected, report->leftOut));
        printProblems(report->problems);
    }
    return ExitDone;
}

} // namespace

void addImportVerbs(CLI::App& app, Command& command) {
    CLI::App* import = app.add_subcommand("import", "Import areas, cases, activities, duties or tracks");
    import->require_subcommand(1);
    {
        const auto options = std::make_shared<AreaOptions>();
        CLI::App* verb = addVerb(*import, command, "areas", "Import areas from any vector source",
                                 "gridwarden import areas D.gpkg grids.geojson --kind grid --code CODE --name NAME");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("source", options->source, "The source")->required();
        verb->add_option("--kind", options->kind, "district zone street community grid cell management evaluation road")->required();
        verb->add_option("--code", options->import.codeField, "Field with the code")->required();
        verb->add_option("--name", options->import.nameField, "Field with the name");
        verb->add_option("--parent", options->import.parentField, "Field with the code of the area it belongs to");
        verb->add_option("--grade", options->import.gradeField, "Of roads: field with the grade, by key, name or own word");
        verb->add_option("--from", options->import.from, "First day: a field, or a day for all");
        verb->add_option("--to", options->import.to, "Last day: a field, or a day for all");
        verb->add_option("--layer", options->import.layer, "Layer of the source");
        verb->add_option("--crs", options->import.crs, "CRS in place of the source's own");
        verb->add_option("--encoding", options->import.encoding, "Encoding in place of the detected one");
        verb->add_option("--snap", options->import.snapMetres, "Snap shared borders within so many metres")->check(CLI::NonNegativeNumber);
        verb->callback([options, &command] { command.run = [options, &command] { return importAreaFile(*options, command.common); }; });
    }
    {
        const auto options = std::make_shared<CaseOptions>();
        CLI::App* verb = addVerb(*import, command, "cases", "Import cases from any table or layer",
                                 "gridwarden import cases D.gpkg cases.csv --set number=ID --set reported=DATE+TIME --set category=TYPE --set longitude=LON "
                                 "--set latitude=LAT");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("source", options->source, "The source")->required();
        verb->add_option("--set", options->settings, "TARGET=FIELD[+FIELD…] or TARGET==CONSTANT")->required();
        verb->add_option("--layer", options->import.layer, "Layer of the source");
        verb->add_option("--group-by", options->groupBy, "Rows that agree in FIELD[+FIELD…] are one case");
        verb->add_option("--duplicates", options->duplicates, "What to do with known numbers")->check(CLI::IsMember({"reject", "update", "skip"}))->capture_default_str();
        verb->add_flag("--new-categories", options->import.newCategories, "Make unknown categories local ones");
        verb->add_option("--crs", options->import.crs, "CRS of the coordinates");
        verb->add_option("--encoding", options->import.encoding, "Encoding in place of the detected one");
        verb->add_option("--time-format", options->import.timeFormat, "How times are written, as for strptime");
        verb->add_option("--timezone", options->import.timeZone, "Zone of times without an offset");
        verb->add_option("--rejected", options->rejectedFile, "Write refused rows to this CSV file");
        verb->callback([options, &command] { command.run = [options, &command] { return importCaseFile(*options, command.common); }; });
    }
    {
        const auto options = std::make_shared<ActivityOptions>();
        CLI::App* verb = addVerb(*import, command, "activities", "Import activities from a spreadsheet or another table",
                                 "gridwarden import activities D.gpkg week.xlsx --set day=日期 --set kind=工作内容 --set quantity=数量");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("source", options->source, "The source")->required();
        verb->add_option("--set", options->settings,
                         "TARGET=FIELD[+FIELD…], TARGET==CONSTANT, or kind:KEY=FIELD for a column with the numbers of one kind; without any the columns are "
                         "found by their names. TARGETs: kind quantity unit people day to place description longitude latitude area organisation person note");
        verb->add_option("--layer", options->import.layer, "Sheet or layer of the source");
        verb->add_option("--crs", options->import.crs, "CRS of the coordinates");
        verb->add_option("--encoding", options->import.encoding, "Encoding in place of the detected one");
        verb->add_option("--time-format", options->import.timeFormat, "How days are written, as for strptime");
        verb->add_flag("--fill-down", options->import.fillDown, "Empty cells are those of the row above, as where cells were merged");
        verb->add_flag("--dry-run", options->isTrial, "Say what would be imported and write nothing");
        verb->callback([options, &command] { command.run = [options, &command] { return importActivityFile(*options, command.common); }; });
    }
    {
        const auto options = std::make_shared<DutyOptions>();
        CLI::App* verb = addVerb(*import, command, "duties", "Import duties from a spreadsheet or another table, one in each row",
                                 "gridwarden import duties D.gpkg roster.xlsx");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("source", options->source,
                         "The source; columns are found by their names, which are those of export duties: area, person, weekdays, start, end, and where there are some "
                         "responsibility, first and last day, guard post")
            ->required();
        verb->add_option("--kind", options->kind, "Kind of the areas in rows that say none")->capture_default_str();
        verb->add_option("--layer", options->import.layer, "Sheet or layer of the source");
        verb->add_option("--encoding", options->import.encoding, "Encoding in place of the detected one");
        verb->add_flag("--dry-run", options->isTrial, "Say what would be imported and write nothing");
        verb->callback([options, &command] { command.run = [options, &command] { return importDutyFile(*options, command.common); }; });
    }
    addTrackImport(*import, command);
}

} // namespace gridwarden::app
