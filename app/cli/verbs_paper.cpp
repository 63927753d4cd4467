// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/bulletin_paper.h"
#include "app/cli/counted_cases.h"
#include "app/cli/desk.h"
#include "app/cli/desk_papers.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/map/still_picture.h"
#include "app/report/grid_report.h"
#include "core/base/text.h"
#include "gis/draw/decorations.h"
#include "gis/source/layer_info.h"

#include <QPainter>
#include <QSaveFile>
#include <charconv>
#include <filesystem>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct RenderOptions {
    std::string path, out, extent;
    std::string size = "1920x1080";
    std::vector<std::string> layers;
    FilterOptions filter;
};

std::optional<std::vector<double>> numbersOf(const std::string& text, char separator) {
    std::vector<double> numbers;
    for (const std::string& part : split(text, separator)) {
        double value = 0;
        const auto [end, problem] = std::from_chars(part.data(), part.data() + part.size(), value);
        if (problem != std::errc{} || end != part.data() + part.size())
            return std::nullopt;
        numbers.push_back(value);
    }
    return numbers;
}

Result<QSize> sizeOf(const std::string& text) {
    constexpr double Largest = 20000;
    const auto numbers = numbersOf(text, 'x');
    if (!numbers || numbers->size() != 2 || (*numbers)[0] < 1 || (*numbers)[1] < 1 || (*numbers)[0] > Largest ||
        (*numbers)[1] > Largest)
        return fail(ErrorCode::BadInput, {"size-unreadable", {text}});
    return QSize(static_cast<int>((*numbers)[0]), static_cast<int>((*numbers)[1]));
}

Result<GeoBox> extentOf(const std::string& text) {
    if (text.empty())
        return GeoBox();
    const auto numbers = numbersOf(text, ',');
    if (!numbers || numbers->size() != 4 || (*numbers)[0] >= (*numbers)[2] || (*numbers)[1] >= (*numbers)[3])
        return fail(ErrorCode::BadInput, {"extent-unreadable", {text}});
    return GeoBox{(*numbers)[0], (*numbers)[1], (*numbers)[2], (*numbers)[3]};
}

/// Writes the whole picture or nothing.
Result<void> savePicture(const QImage& picture, const std::string& path, bool overwrite) {
    if (!overwrite && std::filesystem::exists(path))
        return fail(ErrorCode::Exists, {"file-exists", {path}}, path);
    QSaveFile file(QString::fromStdString(path));
    if (!file.open(QIODevice::WriteOnly) || !picture.save(&file, "PNG") || !file.commit())
        return fail(ErrorCode::Io, {"file-unwritable", {path}}, path, file.errorString().toStdString());
    return {};
}

/// What of a source can be drawn, its last layer lowest, as in the window.
Result<void> addLayersOf(const std::string& path, StillPictureOptions& still) {
    const auto source = gis::describe(path);
    if (!source)
        return fail(source);
    const std::size_t before = still.extraLayers.size();
    for (auto layer = source->layers.rbegin(); layer != source->layers.rend(); ++layer)
        if (layer->kind != gis::LayerKind::Table) {
            auto& added = still.extraLayers.emplace_back();
            added.path = path;
            if (layer->kind != gis::LayerKind::Raster)
                added.layer = layer->name;
        }
    if (still.extraLayers.size() == before)
        still.extraLayers.emplace_back().path = path; // says why nothing can be drawn
    return {};
}

int renderMap(const RenderOptions& options, const CommonOptions& common) {
    const auto size = sizeOf(options.size);
    if (!size)
        return printFault(size.error()), ExitUsage;
    const auto extent = extentOf(options.extent);
    if (!extent)
        return printFault(extent.error()), ExitUsage;
    const auto counted = countCases(options.path, options.filter);
    if (!counted)
        return printFault(counted.error());
    StillPictureOptions still;
    still.asOf = counted->figures.context.asOf;
    for (const std::string& layer : options.layers)
        if (const auto added = addLayersOf(layer, still); !added)
            return printFault(added.error());
    const auto picture = makeStillPicture(*counted->district, counted->figures.context, counted->selection, still);
    if (!picture)
        return printFault(picture.error());
    for (const Message& note : picture->notes)
        printNote(sentence(note));
    const gis::MapView view = picture->viewOf(*size, *extent);
    const gis::Ground ground = gis::renderGround(picture->content.ground, view);
    for (const gis::LayerNote& missing : ground.notes)
        printNote(sentence(missing.what));
    QImage image;
    gis::composeFrame(image, &ground, picture->content, view);
    QPainter painter(&image);
    const gis::MapTheme& theme = picture->content.ground->theme;
    constexpr double Margin = 16;
    gis::paintScaleBar(painter, QPointF(Margin, size->height() - Margin), size->width() / 5.0, view, theme.text(),
                       theme.halo());
    painter.end();
    if (const auto saved = savePicture(image, options.out, common.force); !saved)
        return printFault(saved.error());
    common.json ? printJson({{"path", options.out},
                             {"width", size->width()},
                             {"height", size->height()},
                             {"cases", counted->selection.size()}})
                : printLine(options.out);
    return ExitDone;
}

struct ReportOptions {
    std::string path, area, from, to, out, asOf;
    std::string language = "zh", format = "pdf";
    bool all = false;
};

/// A folder, or a name without the ending of a document, gets one file for each area.
ReportBinding bindingOf(const std::string& out) {
    const std::filesystem::path path(out);
    return std::filesystem::is_directory(path) || !officialFileKind(path) ? ReportBinding::FilePerArea
                                                                          : ReportBinding::OneFile;
}

int writeReport(const ReportOptions& options, const CommonOptions& common) {
    if (options.area.empty() != options.all) {
        printNote("gridwarden: report grid takes either --area CODE or --all");
        return ExitUsage;
    }
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    GridReportOptions report;
    if (!options.all) {
        // A code that several kinds share means the grid.
        const bool isGrid = (*district)->areas().find(AreaKind::Grid, options.area) != nullptr;
        const auto area = areaOf(**district, options.area, isGrid ? std::optional(AreaKind::Grid) : std::nullopt);
        if (!area)
            return printFault(area.error());
        report.areas.push_back(*area);
    }
    const auto from = parseDay(options.from);
    if (!from)
        return printFault(from.error());
    const auto to = parseDay(options.to);
    if (!to)
        return printFault(to.error());
    report.period = {*from, *to};
    report.language = paperLanguage(options.language);
    const auto asOf = asOfOf(**district, options.asOf);
    if (!asOf)
        return printFault(asOf.error());
    report.asOf = *asOf;
    report.binding = bindingOf(options.out);
    report.output = options.out;
    report.kind = *officialFileKind("report." + options.format);
    report.overwrite = common.force;
    report.printedBy = common.actor;
    const Interrupt interrupt;
    const auto outcome = writeGridReports(**district, report, goesOn);
    if (!outcome)
        return printFault(outcome.error());
    for (const Message& note : outcome->notes)
        printNote(sentence(note));
    Json files = Json::array();
    for (const auto& file : outcome->files) {
        files.push_back(file.string());
        if (!common.json)
            printLine(file.string());
    }
    if (common.json)
        printJson({{"files", files}, {"areas", outcome->areas}, {"pages", outcome->pages}});
    return ExitDone;
}

void addRenderVerb(CLI::App& app, Command& command) {
    const auto o = std::make_shared<RenderOptions>();
    CLI::App* verb = addVerb(app, command, "render", "Draw the map into a picture",
                             "gridwarden render D.gpkg --out map.png --size 1920x1080 --state handling");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--out", o->out, "The PNG to write")->required();
    verb->add_option("--size", o->size, "WIDTHxHEIGHT in pixels")->capture_default_str();
    verb->add_option("--extent", o->extent, "MINLON,MINLAT,MAXLON,MAXLAT");
    verb->add_option("--layer", o->layers, "A further layer; may be repeated");
    addFilterOptions(*verb, o->filter);
    verb->callback([o, &command] { command.run = [o, &command] { return renderMap(*o, command.common); }; });
}

} // namespace

void addPaperVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("report", "Write reports as PDF, as documents to edit, or as workbooks");
    group->require_subcommand(1);
    const auto o = std::make_shared<ReportOptions>();
    CLI::App* verb = addVerb(*group, command, "grid", "Report on one grid, or on all of them",
                             "gridwarden report grid D.gpkg --all --from 2026-10-01 --to 2026-10-31 --out report.pdf");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option("--area", o->area, "Code of the area");
    verb->add_flag("--all", o->all, "All grids");
    verb->add_option("--from", o->from, "First day")->required();
    verb->add_option("--to", o->to, "Last day")->required();
    verb->add_option("--out", o->out,
                     "FILE.pdf, FILE.odt, FILE.xlsx with the tables alone, or a folder for one file each")
        ->required();
    verb->add_option("--format", o->format, "Of the files in a folder")
        ->check(CLI::IsMember({"pdf", "odt", "xlsx"}))
        ->capture_default_str();
    verb->add_option("--language", o->language, "Language of the report")
        ->check(CLI::IsMember({"zh", "en"}))
        ->capture_default_str();
    verb->add_option("--as-of", o->asOf, "The state by the steps up to this time");
    verb->callback([o, &command] { command.run = [o, &command] { return writeReport(*o, command.common); }; });
    addBulletinVerbs(*group, command);
    addDeskPaperVerbs(*group, command);
    addRenderVerb(app, command);
}

} // namespace gridwarden::app
