// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/case_document.h"

#include "app/cases/source_field_text.h"
#include "app/text/message_text.h"
#include "core/figures/case_facts.h"

namespace gridwarden::app {

using namespace core;

namespace {

std::string handlerName(const District& district, const DerivedCase& derived) {
    std::string name;
    if (const Organisation* organisation = district.people().find(derived.handlerOrganisation))
        name = organisation->name;
    if (const Person* person = district.people().find(derived.handlerPerson))
        name += (name.empty() ? "" : " ") + person->name;
    return name;
}

Json placeDocument(const std::optional<GeoPoint>& place) { return place ? Json{place->longitude, place->latitude} : Json(); }

Json stepDocument(const Step& step, const TimeZone& zone) {
    Json document = {{"id", step.id.value()}, {"step", stepKindKey(step.kind)}, {"at", isoText(step.at, zone)}, {"recorded", isoText(step.recorded, zone)}, {"actor", step.actor}};
    const auto detail = Json::parse(detailText(step.detail), nullptr, false);
    document["detail"] = detail.is_discarded() ? Json::object() : detail;
    return document;
}

} // namespace

Json optionalTime(const std::optional<Moment>& moment, const TimeZone& zone) { return moment ? Json(isoText(*moment, zone)) : Json(); }

std::string areaCode(const District& district, AreaId id) {
    const Area* area = district.areas().find(id);
    return area == nullptr ? std::string() : area->code;
}

std::string categoryText(const District& district, const CaseRecord& record) {
    const Category* category = district.categories().find(record.derived.category);
    return category == nullptr ? record.report.categoryText : category->key.text();
}

Json caseSummary(const District& district, const CaseRecord& record, Moment asOf) {
    const DerivedCase& derived = record.derived;
    const TimeZone& zone = district.timeZone();
    const Category* category = district.categories().find(derived.category);
    const std::string grid = areaCode(district, record.grid);
    const auto deadline = deadlineOf(derived, district.calendars(), asOf);
    Json document = {{"id", record.report.id.value()},
                     {"number", record.report.number},
                     {"state", caseStateKey(stateAt(derived.state, derived.resumed, derived.suspendedUntil, asOf))},
                     {"lamp", lampKey(factOf(derived).lampAt(asOf))},
                     {"category", categoryText(district, record)},
                     {"category_name", category == nullptr ? record.report.categoryText : category->name},
                     {"description", record.description()},
                     {"address", record.address()},
                     {"source", record.report.source}};
    document["quantity"] = record.report.quantity ? Json(*record.report.quantity) : Json();
    document["unit"] = record.report.unit;
    document["place"] = placeDocument(derived.place);
    document["area"] = grid.empty() ? Json() : Json(grid);
    document["handler"] = handlerName(district, derived);
    document["reported"] = isoText(derived.reported, zone);
    document["filed"] = optionalTime(derived.filed, zone);
    document["dispatched"] = optionalTime(derived.dispatched, zone);
    document["handled"] = optionalTime(derived.handled, zone);
    document["closed"] = optionalTime(derived.closed, zone);
    document["due"] = deadline ? Json(isoText(deadline->due, zone)) : Json();
    document["due_is_forecast"] = deadline && deadline->isForecast;
    document["late"] = derived.closed && derived.due && *derived.closed > *derived.due && !derived.appealGranted;
    return document;
}

Json caseDocument(const District& district, const CaseRecord& record, Moment asOf) {
    Json document = caseSummary(district, record, asOf);
    const TimeZone& zone = district.timeZone();
    document["reworks"] = record.derived.reworks;
    document["extensions"] = record.derived.extensions;
    document["suspended_until"] = optionalTime(record.derived.suspendedUntil, zone);
    document["fields"] = Json::object();
    for (const auto& [key, value] : fieldValues(record.steps))
        document["fields"][key] = value;
    document["steps"] = Json::array();
    for (const Step& step : record.steps)
        document["steps"].push_back(stepDocument(step, zone));
    document["photos"] = Json::array();
    for (const Photo& photo : record.photos)
        document["photos"].push_back({{"sha256", photo.sha256}, {"name", photo.name}, {"kind", photo.kind}, {"taken", optionalTime(photo.taken, zone)}, {"place", placeDocument(photo.place)}});
    document["allowed"] = Json::array();
    for (const StepKind kind : allowedSteps(record, asOf))
        document["allowed"].push_back(stepKindKey(kind));
    return document;
}

void printCase(const District& district, const CaseRecord& record, Moment asOf) {
    const TimeZone& zone = district.timeZone();
    const Json summary = caseSummary(district, record, asOf);
    const auto line = [](const QString& label, const std::string& value) {
        if (!value.empty())
            printLine(label.toStdString() + ": " + value);
    };
    printLine(record.report.number + "  " + word("states", summary["state"].get<std::string>()).toStdString() + "  " +
              word("lamps", summary["lamp"].get<std::string>()).toStdString());
    line(QStringLiteral("category"), summary["category"].get<std::string>() + " " + summary["category_name"].get<std::string>());
    line(QStringLiteral("description"), record.description());
    line(QStringLiteral("address"), record.address());
    line(QStringLiteral("grid"), areaCode(district, record.grid));
    line(QStringLiteral("handler"), summary["handler"].get<std::string>());
    const CaseSource* const source = findSource(district.sources(), record.report.source);
    for (const FieldLine& field : fieldLines(source == nullptr ? std::span<const SourceField>() : std::span<const SourceField>(source->fields), fieldValues(record.steps), zone))
        line(field.name, field.value.toStdString());
    if (const auto deadline = deadlineOf(record.derived, district.calendars(), asOf))
        line(QStringLiteral("due"), localText(deadline->due, zone) + (deadline->isForecast ? " (forecast)" : ""));
    for (const Step& step : record.steps)
        printLine("  " + localText(step.at, zone) + "  " + word("steps", stepKindKey(step.kind)).toStdString() + "  " + step.actor +
                  (step.detail.note.empty() ? "" : "  " + step.detail.note));
}

} // namespace gridwarden::app
