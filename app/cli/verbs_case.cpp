// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/case_contact.h"
#include "app/cli/case_dispatch.h"
#include "app/cli/case_document.h"
#include "app/cli/case_list.h"
#include "app/cli/desk.h"
#include "app/cli/verbs.h"
#include "gis/draw/attachment.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct PhotoOptions {
    std::vector<std::string> files;
    bool keepOriginals = false;
};

struct AddOptions {
    std::string path, at, category, description, address, source, unit, time, crs, reporter, phone;
    std::optional<double> quantity;
    std::vector<std::string> fields;
    PhotoOptions photos;
};

struct StepOptions {
    std::string path, number, step, time, note, to, until, with, result, condition, unit, at, category, method, urging, reply;
    std::optional<double> quantity;
    bool withLinked = false;
    std::optional<std::string> description;
    std::vector<std::string> fields;
    PhotoOptions photos;
};

/// Photos at the size that the district wants, other files as they are.
Result<std::vector<PhotoDraft>> photosOf(const District& district, const PhotoOptions& options, std::string_view kind) {
    gis::AttachmentOptions wanted = gis::AttachmentOptions::of(district);
    if (options.keepOriginals)
        wanted.copyPixels = 0;
    std::vector<PhotoDraft> photos;
    for (const std::string& file : options.files) {
        auto photo = gis::prepareAttachment(file, wanted);
        if (!photo)
            return fail(photo);
        if (photo->kind != PaperKind)
            photo->kind = kind;
        photos.push_back(std::move(*photo));
    }
    return photos;
}

/// KEY=VALUE of --field; a field is named by its key or its name.
Result<FieldValues> fieldsOf(const District& district, std::string_view sourceKey, const std::vector<std::string>& arguments) {
    const CaseSource* const source = findSource(district.sources(), sourceKey);
    FieldValues values;
    for (const std::string& argument : arguments) {
        const auto equals = argument.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(ErrorCode::BadInput, {"field-argument-unreadable", {argument}});
        const std::string key = argument.substr(0, equals);
        const SourceField* const field = source == nullptr ? nullptr : findField(source->fields, key);
        values[field == nullptr ? key : field->key] = argument.substr(equals + 1);
    }
    return values;
}

void addPhotoOptions(CLI::App& verb, PhotoOptions& options) {
    verb.add_option("--photo", options.files, "A photo, or a paper of any kind; may be repeated");
    verb.add_flag("--originals", options.keepOriginals, "Keep photos as they are instead of copies of the usual size");
}

Result<CaseDraft> draftOf(const District& district, const AddOptions& options) {
    CaseDraft draft;
    const auto place = placeOf(options.at, options.crs);
    if (!place)
        return fail(place);
    draft.place = *place;
    const auto category = categoryOf(district, options.category);
    if (!category)
        return fail(category);
    draft.category = *category;
    draft.description = options.description;
    draft.address = options.address;
    if (!options.source.empty()) {
        const auto& known = district.sources();
        const auto found = std::find_if(known.begin(), known.end(), [&](const CaseSource& s) { return s.key == options.source || s.name == options.source; });
        if (found == known.end())
            return fail(ErrorCode::NotFound, {"source-key-unknown", {options.source}});
        draft.source = found->key;
    }
    auto fields = fieldsOf(district, draft.source.empty() ? "patrol" : draft.source, options.fields);
    if (!fields)
        return fail(fields);
    draft.fields = std::move(*fields);
    draft.quantity = options.quantity;
    draft.unit = options.unit;
    draft.contact = {options.reporter, options.phone};
    const auto time = momentOf(district, options.time);
    if (!time)
        return fail(time);
    draft.time = *time;
    auto photos = photosOf(district, options.photos, "before");
    if (!photos)
        return fail(photos);
    draft.photos = std::move(*photos);
    return draft;
}

int addCase(const AddOptions& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    District& district = *desk->district;
    const auto draft = draftOf(district, options);
    if (!draft)
        return printFault(draft.error());
    const Moment at = draft->time.value_or(now());
    const auto preview = previewCase(district, draft->place, draft->category, at);
    if (!preview)
        return printFault(preview.error());
    const auto id = reportCase(district, desk->actor, *draft);
    if (!id)
        return printFault(id.error());
    const auto record = loadCase(district.connection(), *id);
    if (!record)
        return printFault(record.error());
    const std::string area = areaCode(district, record->grid);
    if (!common.json) {
        printCase(district, *record, at);
        for (const Responsible& responsible : preview->responsible)
            printLine("responsible: " + responsible.name + (responsible.responsibility.empty() ? "" : " (" + responsible.responsibility + ")"));
        return ExitDone;
    }
    Json document = {{"id", id->value()}, {"number", record->report.number}};
    document["area"] = area.empty() ? Json() : Json(area);
    document["responsible"] = Json::array();
    for (const Responsible& responsible : preview->responsible)
        document["responsible"].push_back({{"person", responsible.name}, {"responsibility", responsible.responsibility}, {"area", areaCode(district, responsible.area)}});
    document["due"] = optionalTime(preview->due, district.timeZone());
    document["duplicates"] = Json::array();
    for (const CaseId duplicate : preview->duplicates)
        if (const auto other = loadReport(district.connection(), duplicate); other && *other)
            document["duplicates"].push_back((*other)->number);
    printJson(document);
    return ExitDone;
}

Result<StepDraft> stepOf(District& district, CaseId id, const StepOptions& options) {
    StepDraft draft;
    const auto kind = stepKindFromKey(options.step);
    if (!kind)
        return fail(ErrorCode::BadInput, {"step-unknown", {options.step}});
    draft.kind = *kind;
    const auto time = momentOf(district, options.time);
    if (!time)
        return fail(time);
    draft.time = *time;
    StepDetail& detail = draft.detail;
    detail.note = options.note;
    if (!options.to.empty())
        if (auto added = addReceiver(district, options.to, detail); !added)
            return fail(added);
    const auto until = momentOf(district, options.until);
    if (!until)
        return fail(until);
    detail.until = *until;
    if (!options.with.empty()) {
        const auto other = caseOf(district, options.with);
        if (!other)
            return fail(other);
        detail.with = *other;
    }
    if (!options.result.empty())
        detail.result = stepResultFromKey(options.result);
    detail.condition = options.condition;
    detail.method = options.method;
    draft.withLinked = options.withLinked;
    detail.quantity = options.quantity;
    detail.unit = options.unit;
    if (!options.at.empty()) {
        const auto place = placeOf(options.at, {});
        if (!place)
            return fail(place);
        detail.place = *place;
    }
    if (!options.category.empty()) {
        const auto category = categoryOf(district, options.category);
        if (!category)
            return fail(category);
        detail.category = *category;
    }
    detail.description = options.description;
    detail.urging = options.urging;
    detail.reply = options.reply;
    if (!options.fields.empty()) {
        const auto report = loadReport(district.connection(), id);
        if (!report)
            return fail(report);
        auto fields = fieldsOf(district, *report ? (*report)->source : std::string(), options.fields);
        if (!fields)
            return fail(fields);
        detail.fields = std::move(*fields);
    }
    auto photos = photosOf(district, options.photos, draft.kind == StepKind::VerifyBefore ? "before" : "after");
    if (!photos)
        return fail(photos);
    draft.photos = std::move(*photos);
    return draft;
}

int stepCase(const StepOptions& options, const CommonOptions& common) {
    auto desk = openDesk(options.path, common.actor);
    if (!desk)
        return printFault(desk.error());
    const auto id = caseOf(*desk->district, options.number);
    if (!id)
        return printFault(id.error());
    const auto draft = stepOf(*desk->district, *id, options);
    if (!draft)
        return printFault(draft.error());
    if (const auto step = takeStep(*desk->district, desk->actor, *id, *draft); !step)
        return printFault(step.error());
    const auto record = loadCase(desk->district->connection(), *id);
    if (!record)
        return printFault(record.error());
    common.json ? printJson(caseDocument(*desk->district, *record, now())) : printCase(*desk->district, *record, now());
    return ExitDone;
}

/// What show --unseal shows; the look is written down.
Result<Json> contactOf(const std::string& path, const std::string& number, CaseId id, const CommonOptions& common) {
    auto desk = openDesk(path, common.actor);
    if (!desk)
        return fail(desk);
    const auto contacts = ContactReader::open(std::move(*desk), {"show-contact", {number}});
    if (!contacts)
        return fail(contacts);
    const auto contact = contacts->read(id);
    if (!contact)
        return fail(contact);
    return contactDocument(*contact);
}

int showCase(const std::string& path, const std::string& number, bool withContact, const CommonOptions& common) {
    const auto reader = openDistrict(path, OpenMode::ReadOnly);
    if (!reader)
        return printFault(reader.error());
    District& district = **reader;
    const auto id = caseOf(district, number);
    if (!id)
        return printFault(id.error());
    const auto record = loadCase(district.connection(), *id);
    if (!record)
        return printFault(record.error());
    const auto contact = withContact ? contactOf(path, number, *id, common) : contactMark(district, *id);
    if (!contact)
        return printFault(contact.error());
    if (common.json) {
        Json document = caseDocument(district, *record, now());
        document["contact"] = *contact;
        printJson(document);
    } else {
        printCase(district, *record, now());
        if (!contact->is_null())
            printLine("contact: " + (contact->is_string() ? contact->get<std::string>()
                                                          : (*contact)["reporter"].get<std::string>() + "  " + (*contact)["phone"].get<std::string>()));
    }
    return ExitDone;
}

} // namespace

void addCaseVerbs(CLI::App& app, Command& command) {
    CLI::App* group = app.add_subcommand("case", "Enter, follow and list cases");
    group->require_subcommand(1);
    {
        const auto o = std::make_shared<AddOptions>();
        CLI::App* verb = addVerb(*group, command, "add", "Enter an incident", "gridwarden case add D.gpkg --at 121.4998,31.2397 --category 09006 --description 占道摆摊");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("--at", o->at, "LON,LAT")->required();
        verb->add_option("--category", o->category, "Category")->required();
        verb->add_option("--description", o->description, "What was seen");
        verb->add_option("--address", o->address, "Where, in words");
        verb->add_option("--source", o->source, "Source of the report");
        verb->add_option("--quantity", o->quantity, "How many");
        verb->add_option("--unit", o->unit, "of what");
        verb->add_option("--time", o->time, "When it was reported; by default now");
        verb->add_option("--crs", o->crs, "CRS of --at; by default CGCS2000");
        verb->add_option("--field", o->fields, "KEY=VALUE of the source's extra fields; may be repeated");
        addPhotoOptions(*verb, o->photos);
        verb->add_option("--reporter", o->reporter, "Who reported it (personal data)");
        verb->add_option("--phone", o->phone, "How to reach them (personal data)");
        verb->callback([o, &command] { command.run = [o, &command] { return addCase(*o, command.common); }; });
    }
    {
        const auto o = std::make_shared<StepOptions>();
        CLI::App* verb = addVerb(*group, command, "step", "Take a step", "gridwarden case step D.gpkg 2026-000001 dispatch --to 浦西中队");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("number", o->number, "Number of the case")->required();
        verb->add_option("step", o->step,
                         "verify_before self_handle file reject dispatch return handle check_after rework close force_close reopen extend suspend resume urge "
                         "appeal transfer correct link void")
            ->required();
        verb->add_option("--time", o->time, "When it was done; by default now");
        verb->add_option("--note", o->note, "Reason or remark");
        verb->add_option("--to", o->to, "dispatch, transfer: person or organisation");
        verb->add_option("--until", o->until, "extend, suspend: until when");
        verb->add_option("--with", o->with, "link: number of the other case");
        verb->add_option("--result", o->result, "verify_before, check_after, appeal")->check(CLI::IsMember({"pass", "fail", "unable"}));
        verb->add_option("--condition", o->condition, "file, close: key of the condition");
        verb->add_option("--quantity", o->quantity, "handle: how many");
        verb->add_option("--method", o->method, "handle, self_handle: by which method, its key");
        verb->add_flag("--with-linked", o->withLinked, "close, force_close: also the open reports of the same problem");
        verb->add_option("--unit", o->unit, "of what");
        verb->add_option("--at", o->at, "correct: LON,LAT");
        verb->add_option("--category", o->category, "correct: category");
        verb->add_option("--description", o->description, "correct: description");
        verb->add_option("--urging", o->urging, "urge: overdue, leader or important");
        verb->add_option("--reply", o->reply, "urge: the reply to the urging before");
        verb->add_option("--field", o->fields, "correct: KEY=VALUE of the source's extra fields, KEY= takes one back; may be repeated");
        addPhotoOptions(*verb, o->photos);
        verb->callback([o, &command] { command.run = [o, &command] { return stepCase(*o, command.common); }; });
    }
    {
        struct Options {
            std::string path, number;
            bool withContact = false;
        };
        const auto o = std::make_shared<Options>();
        CLI::App* verb = addVerb(*group, command, "show", "Show a case with its steps", "gridwarden case show D.gpkg 2026-000001 --json");
        verb->add_option("district", o->path, "The district")->required();
        verb->add_option("number", o->number, "Number of the case")->required();
        verb->add_flag("--unseal", o->withContact, "With name and number of the reporter; asks for the passphrase, is written to the journal");
        verb->callback([o, &command] { command.run = [o, &command] { return showCase(o->path, o->number, o->withContact, command.common); }; });
    }
    addCaseDispatchVerb(*group, command);
    addCaseListVerb(*group, command);
}

} // namespace gridwarden::app
