// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_composer.h"

#include "app/report/district_layers.h"
#include "app/report/opening.h"
#include "app/report/page_layout.h"
#include "app/report/text_style.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

/// Chapters are kept between the passes up to so many pages, so that usual reports are laid out once and huge ones still fit
/// into memory.
constexpr int MaxKeptPages = 2000;

core::Result<std::vector<const core::Area*>> areasOf(const core::District& district, const GridReportOptions& options) {
    std::vector<const core::Area*> areas;
    for (const core::AreaId id : options.areas) {
        const core::Area* const area = district.areas().find(id);
        if (area == nullptr)
            return core::fail(core::ErrorCode::NotFound, {"area-unknown", {std::to_string(id.value())}});
        areas.push_back(area);
    }
    if (options.areas.empty()) {
        areas = district.areas().ofKind(core::AreaKind::Grid, options.period.to);
        std::sort(areas.begin(), areas.end(), [](const core::Area* a, const core::Area* b) { return a->code < b->code; });
    }
    if (areas.empty())
        return core::fail(core::ErrorCode::NotFound, {"report-no-areas", {}});
    return areas;
}

core::Result<void> report(const ReportProgress& progress, double share) {
    if (progress && !progress(share))
        return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    return {};
}

double shareOf(std::size_t part, std::size_t all) { return static_cast<double>(part) / static_cast<double>(all); }

} // namespace

core::Result<std::unique_ptr<ReportComposer>> ReportComposer::make(core::District& district, const GridReportOptions& options,
                                                                  const ReportProgress& progress) {
    if (options.period.to < options.period.from)
        return core::fail(core::ErrorCode::BadInput,
                          {"report-period-reversed", {core::dayText(options.period.from), core::dayText(options.period.to)}});
    if (auto font = requireReportFont(); !font)
        return core::fail(font);
    auto areas = areasOf(district, options);
    if (!areas)
        return core::fail(areas);
    auto text = ReportText::load(options.language, district);
    if (!text)
        return core::fail(text);
    auto figures = district.figures(options.asOf);
    if (!figures)
        return core::fail(figures);
    if (auto going = report(progress, 0.01); !going)
        return core::fail(going);
    std::unique_ptr<ReportComposer> composer(new ReportComposer(
        {district, std::move(*figures), options.period, std::move(*text), utf8(options.printedBy), core::now()}));
    auto newest = district.store().journal(1);
    if (!newest)
        return core::fail(newest);
    if (!newest->empty())
        composer->m_scope.head = std::move(newest->front());
    composer->m_areas = std::move(*areas);
    auto maps = ReportMaps::load(composer->m_scope, options.layers ? *options.layers : layersOf(district), {});
    if (!maps)
        return core::fail(maps);
    composer->m_maps = std::move(*maps);
    return composer;
}

std::shared_ptr<const Chapter> ReportComposer::chapterOf(const QString& title, Flow flow) const {
    const ReportText& text = m_scope.text;
    const QString footer =
        text("footer", {utf8(m_scope.district.name()) + QLatin1Char(' ') + title, text.period(m_scope.period), text.time(m_scope.asOf())});
    return std::make_shared<const Chapter>(title, std::move(flow), footer);
}

core::Result<std::shared_ptr<const Chapter>> ReportComposer::areaChapterOf(const core::Area& area, AreaNumbers& numbers) {
    const auto read = readAreaReport(m_scope, area);
    if (!read)
        return core::fail(read);
    numbers = numbersOf(&area, read->now);
    return chapterOf(labelOf(area, m_scope.text), areaChapter(m_scope, *read, m_maps->of(*read, mapSize())));
}

core::Result<void> ReportComposer::compose(const std::vector<const core::Area*>& areas, const Use& use, const ReportProgress& progress) {
    if (areas.size() > 1) {
        if (auto done = composeSeveral(areas, use, progress); !done)
            return done;
    } else {
        AreaNumbers numbers;
        auto chapter = areaChapterOf(*areas.front(), numbers);
        if (!chapter)
            return core::fail(chapter);
        if (auto going = report(progress, 0.5); !going)
            return going;
        if (auto used = use(std::move(*chapter)); !used)
            return used;
    }
    const core::CaseFacts none;
    core::FigureInput nothing{.cases = m_scope.figures.context, .sources = m_scope.district.sources(), .within = {}};
    nothing.cases.facts = &none;
    const auto keys = core::indicators(nothing, m_scope.text.figures(), m_scope.period);
    if (!keys)
        return core::fail(keys);
    return use(chapterOf(m_scope.text("definitions"), definitionsChapter(m_scope, *keys)));
}

core::Result<void> ReportComposer::composeSeveral(const std::vector<const core::Area*>& areas, const Use& use, const ReportProgress& progress) {
    Summary summary;
    core::Filter all;
    std::vector<std::shared_ptr<const Chapter>> kept(areas.size());
    std::vector<int> pages;
    int keptPages = 0;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        summary.areas.emplace_back();
        auto chapter = areaChapterOf(*areas[i], summary.areas.back());
        if (!chapter)
            return core::fail(chapter);
        pages.push_back((*chapter)->pageCount());
        if (keptPages < MaxKeptPages) {
            keptPages += pages.back();
            kept[i] = std::move(*chapter);
        }
        all.kind = areas[i]->kind;
        all.areas.push_back(areas[i]->id);
        if (auto going = report(progress, shareOf(i + 1, areas.size()) / 2); !going)
            return going;
    }
    for (const auto& [target, period] :
         {std::pair(&summary.now, m_scope.period), std::pair(&summary.before, core::previousPeriod(m_scope.period))}) {
        auto counted = m_scope.indicatorsOf(all, period);
        if (!counted)
            return core::fail(counted);
        *target = std::move(*counted);
    }
    // The numbers of pages do not change how high the rows are: first without them, to know how many pages come before.
    const auto make = [&](int before) {
        return chapterOf(m_scope.text("summary"), summaryChapter(m_scope, summary, [&](std::size_t area) {
                             int page = before + 1;
                             for (std::size_t i = 0; i < area; ++i)
                                 page += pages[i];
                             return page;
                         }));
    };
    if (auto used = use(make(make(0)->pageCount())); !used)
        return used;
    for (std::size_t i = 0; i < areas.size(); ++i) {
        if (!kept[i]) {
            AreaNumbers known;
            auto chapter = areaChapterOf(*areas[i], known);
            if (!chapter)
                return core::fail(chapter);
            kept[i] = std::move(*chapter);
        }
        if (auto used = use(std::exchange(kept[i], nullptr)); !used)
            return used;
        if (auto going = report(progress, 0.5 + shareOf(i + 1, areas.size()) / 2); !going)
            return going;
    }
    return {};
}

} // namespace gridwarden::app
