// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/bulletin.h"

#include <algorithm>
#include <array>
#include <map>

namespace gridwarden::app {

using namespace core;

namespace {

constexpr std::size_t MostShown = 5;

/// Classes found by a key, in the three periods.
using Classes = std::map<std::string, BulletinClass>;

std::vector<BulletinClass> mostFirst(const Classes& classes) {
    std::vector<BulletinClass> all;
    for (const auto& [key, each] : classes)
        all.push_back(each);
    std::stable_sort(all.begin(), all.end(),
                     [](const BulletinClass& a, const BulletinClass& b) { return std::pair(a.now, a.before) > std::pair(b.now, b.before); });
    return all;
}

/// Puts cases of a period into classes. The key and the name of a row's class; cases of an equal key are one class.
template <class ClassOf> void addTo(Classes& classes, std::int64_t BulletinClass::*period, const std::vector<TallyRow>& rows, const ClassOf& classOf) {
    for (const TallyRow& row : rows) {
        const auto& [key, name] = classOf(row);
        BulletinClass& found = classes[key];
        found.name = name;
        found.*period += row.counts.count;
    }
}

Result<void> readSources(const ReportScope& scope, Bulletin& bulletin) {
    std::vector<std::string> keys;
    for (const CaseSource& source : scope.district.sources())
        for (const std::string& key : {"source_" + source.key, "source_" + source.key + "_closed"})
            keys.push_back(key);
    const FigureInput input{.cases = scope.figures.context, .sources = scope.district.sources()};
    const auto values = evaluateFigures(input, scope.text.figures(), keys, scope.period);
    if (!values)
        return fail(values);
    for (std::size_t i = 0; i < values->size(); i += 2) {
        const auto count = [&](std::size_t at) { return static_cast<std::int64_t>((*values)[at].rows.size()); };
        if (count(i) > 0)
            bulletin.sources.push_back({sourceName(scope, scope.district.sources()[i / 2].key), count(i), count(i + 1)});
    }
    std::stable_sort(bulletin.sources.begin(), bulletin.sources.end(),
                     [](const BulletinSource& a, const BulletinSource& b) { return a.reported > b.reported; });
    return {};
}

/// A rate of whole numbers compared without rounding; without a denominator it comes last.
bool isHigher(std::int64_t numerator, std::int64_t denominator, std::int64_t otherNumerator, std::int64_t otherDenominator) {
    if (denominator == 0 || otherDenominator == 0)
        return denominator != 0 && otherDenominator == 0;
    return numerator * otherDenominator > otherNumerator * denominator;
}

Result<void> readAreas(const ReportScope& scope, Bulletin& bulletin) {
    for (const Area* area : scope.district.areas().ofKind(bulletin.areaKind, scope.period.to)) {
        const auto counted = scope.indicatorsOf(scope.filterOf(*area), scope.period);
        if (!counted)
            return fail(counted);
        const AreaNumbers numbers = numbersOf(area, *counted);
        if (numbers.reported > 0 || numbers.due > 0)
            bulletin.areas.push_back(numbers);
    }
    std::sort(bulletin.areas.begin(), bulletin.areas.end(), [](const AreaNumbers& a, const AreaNumbers& b) {
        if (isHigher(a.closed, a.due, b.closed, b.due) || isHigher(b.closed, b.due, a.closed, a.due))
            return isHigher(a.closed, a.due, b.closed, b.due);
        if (isHigher(a.closedInTime, a.due, b.closedInTime, b.due) || isHigher(b.closedInTime, b.due, a.closedInTime, a.due))
            return isHigher(a.closedInTime, a.due, b.closedInTime, b.due);
        return a.area->code < b.area->code;
    });
    return {};
}

} // namespace

Result<Bulletin> readBulletin(const ReportScope& scope, std::optional<AreaKind> areas) {
    Bulletin bulletin;
    struct Part {
        Indicators Bulletin::*indicators;
        std::int64_t BulletinClass::*count;
        Period period;
    };
    const std::array parts = {Part{&Bulletin::now, &BulletinClass::now, scope.period},
                              Part{&Bulletin::before, &BulletinClass::before, previousPeriod(scope.period)},
                              Part{&Bulletin::lastYear, &BulletinClass::lastYear, sameLastYear(scope.period)}};
    const CategoryRegister& categories = scope.district.categories();
    Classes tops, kinds;
    std::map<std::string, Classes> byKind;
    for (const Part& part : parts) {
        auto counted = scope.indicatorsOf({}, part.period);
        if (!counted)
            return fail(counted);
        bulletin.*part.indicators = std::move(*counted);
        const Selection& reported = (bulletin.*part.indicators).figure("reported").rows;
        const auto rows = [&](TallyKey key) { return tally(scope.figures.context, scope.district.people(), reported, {key}, AreaKind::Grid, GridsOf::Then); };
        // A category that is replaced by one of a newer edition is its own class: what was counted then was counted under it.
        const auto nameOf = [&](const TallyRow& row) {
            return row.keys.front() ? categoryName(scope, CategoryId(row.ids.front()), *row.keys.front()) : scope.text("bulletin_no_category");
        };
        const auto kindOf = [&](const TallyRow& row) {
            const Category* const category = categories.find(CategoryId(row.ids.front()));
            return category == nullptr || category->key.kind.empty() ? std::string("other") : category->key.kind;
        };
        addTo(tops, part.count, rows(TallyKey::CategoryTop),
              [&](const TallyRow& row) { return std::pair(row.keys.front().value_or(std::string()), nameOf(row)); });
        for (const TallyRow& row : rows(TallyKey::Category)) {
            const std::string kind = kindOf(row);
            addTo(kinds, part.count, {row}, [&](const TallyRow&) {
                return std::pair(kind, kind == "other" ? scope.text("bulletin_other_kind") : scope.text.word("category_kinds", kind));
            });
            addTo(byKind[kind], part.count, {row}, [&](const TallyRow& each) { return std::pair(each.keys.front().value_or(std::string()), nameOf(each)); });
        }
    }
    bulletin.classes = mostFirst(tops);
    for (const auto& [kind, all] : kinds) {
        std::vector<BulletinClass> most = mostFirst(byKind[kind]);
        std::erase_if(most, [](const BulletinClass& each) { return each.now == 0; });
        most.resize(std::min(most.size(), MostShown));
        bulletin.kinds.push_back({all, std::move(most)});
    }
    std::stable_sort(bulletin.kinds.begin(), bulletin.kinds.end(), [](const BulletinKind& a, const BulletinKind& b) { return a.all.now > b.all.now; });
    if (auto done = readSources(scope, bulletin); !done)
        return fail(done);
    bulletin.areaKind = areas.value_or(scope.district.areas().ofKind(AreaKind::Street, scope.period.to).empty() ? AreaKind::Grid : AreaKind::Street);
    if (auto done = readAreas(scope, bulletin); !done)
        return fail(done);
    return bulletin;
}

} // namespace gridwarden::app
