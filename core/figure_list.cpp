// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figure_list.h"

#include "core/base/resources.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

using nlohmann::json;

namespace {

/// What a pattern says of one entry of a list.
struct Entry {
    std::string key, name, english, unit;
};

std::string filled(std::string text, const Entry& entry) {
    const std::array<std::pair<std::string_view, const std::string*>, 4> words = {
        {{"{key}", &entry.key}, {"{name}", &entry.name}, {"{english}", entry.english.empty() ? &entry.name : &entry.english}, {"{unit}", &entry.unit}}};
    std::string whole;
    for (std::size_t at = 0; at < text.size();) {
        const auto found = std::find_if(words.begin(), words.end(), [&](const auto& word) { return text.compare(at, word.first.size(), word.first) == 0; });
        whole += found == words.end() ? text.substr(at, 1) : *found->second;
        at += found == words.end() ? 1 : found->first.size();
    }
    return whole;
}

json filled(const json& pattern, const Entry& entry) {
    if (pattern.is_string())
        return filled(pattern.get<std::string>(), entry);
    json whole = pattern;
    if (pattern.is_structured())
        for (auto part = whole.begin(); part != whole.end(); ++part)
            *part = filled(*part, entry);
    return whole;
}

/// Adds what patterns make of each entry.
Result<void> add(const Result<json>& patterns, const std::vector<Entry>& entries, std::vector<FigureDefinition>& all) {
    if (!patterns)
        return fail(patterns);
    for (const Entry& entry : entries)
        for (const json& pattern : *patterns) {
            auto definition = figureFromJson(filled(pattern, entry));
            if (!definition)
                return fail(definition);
            all.push_back(std::move(*definition));
        }
    return {};
}

} // namespace

Result<std::vector<FigureDefinition>> offeredFigures(const District& district) {
    // Read once: figures are asked for at each change that the window follows.
    static const Result<FigureDefinitions> shipped = shippedFigures();
    static const Result<json> ofKinds = readJsonResource("figures/patterns/activity_kind.json"), ofPeople = readJsonResource("figures/patterns/activity_people.json"),
                              ofSources = readJsonResource("figures/patterns/source.json");
    if (!shipped)
        return fail(shipped);
    std::vector<Entry> kinds, withPeople, sources;
    for (const ActivityKind& kind : district.activityLists().kinds()) {
        kinds.push_back({kind.key, kind.name, kind.english, kind.unit});
        if (kind.countsPeople)
            withPeople.push_back(kinds.back());
    }
    for (const CaseSource& source : district.sources())
        sources.push_back({source.key, source.name, source.english, {}});
    std::vector<FigureDefinition> all = shipped->all();
    auto done = add(ofKinds, kinds, all);
    if (done)
        done = add(ofPeople, withPeople, all);
    if (done)
        done = add(ofSources, sources, all);
    if (!done)
        return fail(done);
    return all;
}

Result<FigureDefinitions> figureDefinitions(District& district, const FigureEdit& edit) {
    auto offered = offeredFigures(district);
    if (!offered)
        return fail(offered);
    auto own = loadOwnFigures(district.connection());
    if (!own)
        return fail(own);
    std::erase_if(*own, [&](const FigureDefinition& each) { return each.key == edit.removed; });
    if (edit.saved)
        *own = withOwn(std::move(*own), {*edit.saved});
    for (const FigureDefinition& each : *own) {
        const auto replaced = std::find_if(offered->begin(), offered->end(), [&](const FigureDefinition& other) { return other.key == each.key; });
        if (replaced != offered->end() && replaced->rule.index() != each.rule.index())
            return fail(ErrorCode::BadInput, {"figure-counts-otherwise", {each.key}}, each.key);
    }
    return FigureDefinitions::of(withOwn(std::move(*offered), *own));
}

Result<FigureSource> figureSource(District& district, std::optional<Moment> asOf) {
    FigureSource source;
    auto figures = district.figures(asOf);
    if (!figures)
        return fail(figures);
    auto activities = district.activities();
    if (!activities)
        return fail(activities);
    source.figures = std::move(*figures);
    source.activities = std::move(*activities);
    source.input = {.cases = source.figures.context, .sources = district.sources(), .activities = source.activities.get(), .lists = &district.activityLists(), .within = {}};
    return source;
}

} // namespace gridwarden::core
