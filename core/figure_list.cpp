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

/// What came in through a channel, what of it was closed, and the share.
void addSource(const CaseSource& source, std::vector<FigureDefinition>& all) {
    FigureDefinition reported;
    reported.key = "source_" + source.key;
    reported.name = source.name + "件数";
    reported.english = source.english.empty() ? std::string() : "reported: " + source.english;
    reported.unit = "件";
    reported.note = "上报数中来源为“" + source.name + "”的";
    reported.englishNote = "of those reported, the ones from this source";
    reported.source = "local";
    reported.rule = CaseCount{CaseWhen::Reported, 0, 0, false, {{}, {source.key}, {}, {}, {}}};
    FigureDefinition closed = reported;
    closed.key += "_closed";
    closed.name = source.name + "办结数";
    closed.english = source.english.empty() ? std::string() : "closed: " + source.english;
    closed.note += "已结案的";
    closed.englishNote += " that are closed";
    std::get<CaseCount>(closed.rule).is = static_cast<std::uint32_t>(CaseIs::Closed);
    FigureDefinition rate = reported;
    rate.key += "_closing";
    rate.name = source.name + "办结率";
    rate.english = source.english.empty() ? std::string() : "share closed: " + source.english;
    rate.unit = "%";
    rate.note = closed.name + "÷" + reported.name;
    rate.englishNote = "closed ÷ reported, of this source";
    rate.rule = FigureRate{closed.key, reported.key, false};
    for (FigureDefinition* made : {&reported, &closed, &rate})
        all.push_back(std::move(*made));
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
    for (const CaseSource& source : district.sources())
        addSource(source, all);
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
