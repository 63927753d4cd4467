// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/subject.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace gridwarden::core {

namespace {

constexpr double SquareMetresPerSquareKilometre = 1e6;

bool wasValidIn(const Area& area, Period period) {
    return (!area.from || *area.from <= period.to) && (!area.to || period.from <= *area.to);
}

std::vector<EvaluationSubject> areasIn(const AreaRegister& areas, AreaKind kind, Period period) {
    std::map<std::string, const Area*> newest;
    for (const Area& area : areas.all()) {
        if (area.kind != kind || !wasValidIn(area, period))
            continue;
        const Area*& known = newest[area.code];
        if (known == nullptr || known->from.value_or(Day::min()) < area.from.value_or(Day::min()))
            known = &area;
    }
    std::vector<EvaluationSubject> subjects;
    for (const auto& [code, area] : newest) {
        const double size = areaSquareMetres(area->shape) / SquareMetresPerSquareKilometre;
        subjects.push_back({SubjectKind::Areas, area->id.value(), code, area->name, true, size > 0 ? std::optional(size) : std::nullopt});
    }
    return subjects;
}

bool isOneOf(const std::vector<std::string>& wanted, const std::string& key) {
    return std::find(wanted.begin(), wanted.end(), key) != wanted.end();
}

} // namespace

Result<std::vector<EvaluationSubject>> subjectsOf(const FiguresContext& context, const EvaluationScheme& scheme, Period period) {
    const SubjectChoice& choice = scheme.subjects;
    std::vector<EvaluationSubject> all;
    switch (choice.kind) {
    case SubjectKind::Areas:
        all = areasIn(*context.areas, choice.areas, period);
        break;
    case SubjectKind::Organisations:
        for (const Organisation& each : context.people->organisations())
            if (choice.kinds.empty() || isOneOf(choice.kinds, each.kind))
                all.push_back({choice.kind, each.id.value(), each.code, each.name, each.active, {}});
        break;
    case SubjectKind::People:
        for (const Person& each : context.people->people())
            if (choice.kinds.empty() || std::any_of(each.roles.begin(), each.roles.end(), [&](const std::string& role) { return isOneOf(choice.kinds, role); }))
                all.push_back({choice.kind, each.id.value(), each.code, each.name, each.active, {}});
        break;
    }
    for (const std::string& name : choice.only)
        if (std::none_of(all.begin(), all.end(), [&](const EvaluationSubject& each) { return each.code == name || each.name == name; }))
            return fail(ErrorCode::NotFound, {"scheme-subject-unknown", {scheme.key, name}}, scheme.key);
    if (!choice.only.empty())
        std::erase_if(all, [&](const EvaluationSubject& each) { return !isOneOf(choice.only, each.code) && !isOneOf(choice.only, each.name); });
    std::stable_sort(all.begin(), all.end(), [](const EvaluationSubject& a, const EvaluationSubject& b) {
        return std::tuple(a.code.empty() ? a.name : a.code, a.id) < std::tuple(b.code.empty() ? b.name : b.code, b.id);
    });
    return all;
}

} // namespace gridwarden::core
