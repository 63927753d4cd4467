// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scheme.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

constexpr std::array<std::string_view, 3> SubjectKeys = {"areas", "organisations", "people"};

} // namespace

std::string_view subjectKindKey(SubjectKind kind) {
    return SubjectKeys[static_cast<std::size_t>(kind)];
}

std::optional<SubjectKind> subjectKindFromKey(std::string_view key) {
    const auto found = std::find(SubjectKeys.begin(), SubjectKeys.end(), key);
    return found == SubjectKeys.end() ? std::nullopt : std::optional(static_cast<SubjectKind>(found - SubjectKeys.begin()));
}

const std::string* SchemeItem::figure() const {
    if (const auto* rate = std::get_if<RateItem>(&source))
        return &rate->figure;
    if (const auto* bands = std::get_if<BandItem>(&source))
        return &bands->figure;
    if (const auto* units = std::get_if<UnitItem>(&source))
        return &units->figure;
    return nullptr;
}

const SchemeItem* EvaluationScheme::item(std::string_view keyOrName) const {
    auto found = std::find_if(items.begin(), items.end(), [&](const SchemeItem& each) { return each.key == keyOrName; });
    if (found == items.end())
        found = std::find_if(items.begin(), items.end(), [&](const SchemeItem& each) { return each.name == keyOrName || each.english == keyOrName; });
    return found == items.end() ? nullptr : &*found;
}

const SchemeGrade* EvaluationScheme::grade(std::string_view gradeKey) const {
    const auto found = std::find_if(grades.begin(), grades.end(), [&](const SchemeGrade& each) { return each.key == gradeKey; });
    return found == grades.end() ? nullptr : &*found;
}

Result<void> checkScheme(const EvaluationScheme& scheme, const FigureDefinitions& definitions) {
    const auto check = [&](const std::string& where, const std::string& figure, std::optional<bool> isRate) -> Result<void> {
        const FigureDefinition* const definition = definitions.find(figure);
        if (definition == nullptr)
            return fail(ErrorCode::NotFound, {"scheme-figure-unknown", {scheme.key, where, figure}}, scheme.key);
        if (isRate == true && !definition->isRate())
            return fail(ErrorCode::BadInput, {"scheme-needs-rate", {scheme.key, where, figure}}, scheme.key);
        if (isRate == false && definition->isRate())
            return fail(ErrorCode::BadInput, {"scheme-needs-count", {scheme.key, where, figure}}, scheme.key);
        return {};
    };
    for (const SchemeItem& item : scheme.items)
        if (const std::string* const figure = item.figure())
            if (auto done = check(item.key, *figure, std::holds_alternative<RateItem>(item.source)); !done)
                return done;
    for (const TieBreaker& tie : scheme.ties)
        if (auto done = check("ties", tie.figure, std::nullopt); !done)
            return done;
    return scheme.fewest ? check("fewest", scheme.fewest->figure, false) : Result<void>();
}

} // namespace gridwarden::core
