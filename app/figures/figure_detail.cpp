// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_detail.h"

#include "app/cases/case_labels.h"
#include "app/figures/period_text.h"
#include "app/text/message_text.h"
#include "app/text/subject_text.h"
#include "core/evaluation/figure_split.h"
#include "core/figures/indicators.h"

#include <algorithm>
#include <set>

namespace gridwarden::app {

namespace {

using Parts = core::Result<std::vector<DetailPart>>;

Parts byTime(const DetailWish& wish, const FigureCounter& counter) {
    std::vector<DetailPart> parts;
    core::Period period = wish.period;
    for (std::size_t i = 0; i <= DetailAnswer::MostPeriods; ++i, period = core::previousPeriod(period)) {
        auto values = counter.values({wish.figure}, period);
        if (!values)
            return core::fail(values);
        if (!parts.empty())
            parts.back().before = values->front().value;
        if (i < DetailAnswer::MostPeriods)
            parts.push_back({periodText(period), period, std::move(values->front()), {}});
    }
    std::reverse(parts.begin(), parts.end());
    return parts;
}

Parts bySubject(const DetailWish& wish, const FigureCounter& counter, const std::stop_token& stop) {
    core::EvaluationScheme everybody;
    everybody.subjects.kind = wish.by.kind == DetailBy::Kind::Areas           ? core::SubjectKind::Areas
                              : wish.by.kind == DetailBy::Kind::Organisations ? core::SubjectKind::Organisations
                                                                              : core::SubjectKind::People;
    everybody.subjects.areas = wish.by.areas;
    const auto subjects = core::subjectsOf(counter.input().cases, everybody, wish.period);
    if (!subjects)
        return core::fail(subjects);
    const auto split = [&](core::Period period) {
        return core::splitFigures(counter.input(), *wish.basis.definitions, {core::SplitFigure{.key = wish.figure}}, period, *subjects, [&stop] { return !stop.stop_requested(); });
    };
    auto now = split(wish.period);
    if (!now)
        return core::fail(now);
    const auto before = split(core::previousPeriod(wish.period));
    if (!before)
        return core::fail(before);
    std::vector<DetailPart> parts;
    for (std::size_t i = 0; i < subjects->size(); ++i)
        parts.push_back({subjectText((*subjects)[i]), wish.period, std::move(now->values[i].front()), before->values[i].front().value});
    return parts;
}

/// A condition for each of those categories and sources that occur in the period.
std::vector<std::pair<QString, core::Filter>> conditionsOf(const DetailWish& wish, const core::FigureInput& input) {
    std::vector<std::pair<QString, core::Filter>> conditions;
    if (wish.by.kind == DetailBy::Kind::Sources) {
        for (const core::CaseSource& source : wish.basis.sources) {
            core::Filter filter = input.within;
            filter.sources = {source.key};
            conditions.emplace_back(QString::fromStdString(language() == core::Language::Chinese || source.english.empty() ? source.name : source.english), filter);
        }
        return conditions;
    }
    const core::FactCodes& codes = input.cases.facts->codes();
    std::set<core::CategoryId> wanted;
    for (std::size_t code = 0; code < codes.categories.size(); ++code) {
        const core::Category* category = input.cases.categories->find(core::CategoryId(codes.categories[code]));
        while (category != nullptr && wish.by.kind == DetailBy::Kind::BigClasses && !category->parent.isNull())
            category = input.cases.categories->find(category->parent);
        if (category != nullptr)
            wanted.insert(category->id);
    }
    for (const core::CategoryId id : wanted) {
        core::Filter filter = input.within;
        filter.categories = {id};
        conditions.emplace_back(categoryName(*input.cases.categories->find(id)), filter);
    }
    return conditions;
}

Parts byCondition(const DetailWish& wish, const FigureCounter& counter, const std::stop_token& stop) {
    std::vector<DetailPart> parts;
    core::FigureInput input = counter.input();
    for (auto& [label, filter] : conditionsOf(wish, counter.input())) {
        input.within = std::move(filter);
        const auto valueOf = [&](core::Period period) {
            return core::evaluateFigures(input, *wish.basis.definitions, std::vector{wish.figure}, period, [&stop] { return !stop.stop_requested(); });
        };
        auto now = valueOf(wish.period);
        if (!now)
            return core::fail(now);
        const auto before = valueOf(core::previousPeriod(wish.period));
        if (!before)
            return core::fail(before);
        parts.push_back({label, wish.period, std::move(now->front()), before->front().value});
    }
    return parts;
}

Parts partsOf(const DetailWish& wish, const FigureCounter& counter, const std::stop_token& stop) {
    switch (wish.by.kind) {
    case DetailBy::Kind::Time:
        return byTime(wish, counter);
    case DetailBy::Kind::Areas:
    case DetailBy::Kind::Organisations:
    case DetailBy::Kind::People:
        return bySubject(wish, counter, stop);
    case DetailBy::Kind::BigClasses:
    case DetailBy::Kind::Categories:
    case DetailBy::Kind::Sources:
        break;
    }
    return byCondition(wish, counter, stop);
}

} // namespace

std::shared_ptr<const DetailAnswer> countDetail(const DetailWish& wish, const std::stop_token& stop) {
    auto answer = std::make_shared<DetailAnswer>();
    answer->wish = wish;
    const auto counter = FigureCounter::make(wish.basis, stop);
    Parts parts = counter ? partsOf(wish, **counter, stop) : Parts(core::fail(counter));
    if (stop.stop_requested())
        return nullptr;
    if (!parts) {
        answer->problem = parts.error();
        return answer;
    }
    if (wish.by.kind != DetailBy::Kind::Time) {
        std::erase_if(*parts, [](const DetailPart& part) { return part.value.value.value_or(0) == 0 && part.value.denominator == 0 && part.before.value_or(0) == 0; });
        std::stable_sort(parts->begin(), parts->end(), [](const DetailPart& a, const DetailPart& b) { return a.value.value.value_or(-1) > b.value.value.value_or(-1); });
    }
    answer->parts = std::move(*parts);
    return answer;
}

} // namespace gridwarden::app
