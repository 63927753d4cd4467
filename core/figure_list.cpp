// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figure_list.h"

namespace gridwarden::core {

namespace {

FigureDefinition ofKind(const ActivityKind& kind, ActivityMeasure measure) {
    const bool isPeople = measure == ActivityMeasure::People;
    FigureDefinition definition;
    definition.key = "activity_" + kind.key + (isPeople ? "_people" : "");
    definition.name = kind.name + (isPeople ? "人次" : "");
    if (!kind.english.empty())
        definition.english = kind.english + (isPeople ? ", people" : "");
    definition.unit = isPeople ? "人次" : kind.unit;
    definition.note = isPeople ? "工作记录“" + kind.name + "”的参加人次" : "工作记录“" + kind.name + "”的数量，单位为" + kind.unit + "的";
    definition.englishNote = isPeople ? "people of the activities of this kind" : "quantities of the activities of this kind in this unit";
    definition.source = "local";
    definition.rule = ActivityCount{{kind.key}, {}, measure, isPeople ? std::string() : kind.unit};
    return definition;
}

} // namespace

Result<FigureDefinitions> figureDefinitions(const District& district) {
    auto shipped = shippedFigures();
    if (!shipped)
        return shipped;
    std::vector<FigureDefinition> all = shipped->all();
    for (const ActivityKind& kind : district.activityLists().kinds()) {
        all.push_back(ofKind(kind, ActivityMeasure::Quantity));
        if (kind.countsPeople)
            all.push_back(ofKind(kind, ActivityMeasure::People));
    }
    return FigureDefinitions::of(std::move(all));
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
