// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/duty_document.h"

#include "core/district/hours_text.h"

namespace gridwarden::app {

using namespace core;

namespace {

Json textOrNull(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}
Json dayOrNull(const std::optional<Day>& day) {
    return day ? Json(dayText(*day)) : Json();
}
Json codeOf(const District& district, AreaId id) {
    const Area* const area = district.areas().find(id);
    return area == nullptr ? Json() : Json(area->code);
}
Json nameOf(const District& district, PersonId id) {
    const Person* const person = district.people().find(id);
    return person == nullptr ? Json() : Json(person->name);
}

} // namespace

Json dutyDocument(const District& district, const Duty& duty) {
    const Area* const area = district.areas().find(duty.area);
    return {{"id", duty.id.value()},
            {"area", codeOf(district, duty.area)},
            {"kind", area == nullptr ? Json() : Json(areaKindKey(area->kind))},
            {"post", textOrNull(duty.post)},
            {"at", duty.place ? Json{duty.place->longitude, duty.place->latitude} : Json()},
            {"person", nameOf(district, duty.person)},
            {"responsibility", duty.responsibility},
            {"from", dayOrNull(duty.from)},
            {"to", dayOrNull(duty.to)},
            {"weekdays", weekdaysCode(duty.weekdays)},
            {"start", clockText(duty.startMinute)},
            {"end", clockText(duty.endMinute)}};
}

Json dutyProblemDocument(const District& district, const DutyProblem& problem) {
    Json document = {{"problem", dutyProblemKey(problem.kind)},
                     {"first", dayText(problem.days.from)},
                     {"last", dayText(problem.days.to)},
                     {"start", clockText(problem.fromMinute)},
                     {"end", clockText(problem.toMinute)},
                     {"area", codeOf(district, problem.area)},
                     {"post", textOrNull(problem.post)},
                     {"person", nameOf(district, problem.person)},
                     {"certificate", textOrNull(problem.certificate)},
                     {"hours", problem.worked > 0 ? Json(problem.worked / 60.0) : Json()},
                     {"duties", Json::array()}};
    for (const DutyId id : problem.duties)
        document["duties"].push_back(id.value());
    return document;
}

} // namespace gridwarden::app
