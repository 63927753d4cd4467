// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/activity_tally.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>
#include <unordered_set>

namespace gridwarden::core {

namespace {

constexpr std::array<std::pair<ActivityKey, std::string_view>, AllActivityKeys.size()> KeyNames = {{
    {ActivityKey::Kind, "kind"},
    {ActivityKey::Chapter, "chapter"},
    {ActivityKey::Unit, "unit"},
    {ActivityKey::Area, "area"},
    {ActivityKey::Organisation, "organisation"},
    {ActivityKey::Person, "person"},
    {ActivityKey::Day, "day"},
    {ActivityKey::Week, "week"},
    {ActivityKey::Month, "month"},
}};

/// The ISO week is the one of its Thursday.
std::string weekText(Day day) {
    const Day thursday = day - std::chrono::days(std::chrono::weekday(day).iso_encoding() - 1) + std::chrono::days(3);
    const auto year = std::chrono::year_month_day(thursday).year();
    const Day newYear{year / std::chrono::January / 1};
    return fmt::format("{:04}-W{:02}", static_cast<int>(year), (thursday - newYear).count() / 7 + 1);
}

const Area* areaOf(const ActivityContext& context, const Activity& activity, AreaKind kind) {
    return activity.point ? context.areas->at(*activity.point, kind, context.gridsOf.value_or(activity.time.day()))
                          : nullptr;
}

template <class T> std::optional<std::string> codeOrName(const T* record) {
    return record == nullptr ? std::nullopt : std::optional(record->code.empty() ? record->name : record->code);
}

std::optional<std::string> chapterOf(const ActivityContext& context, const Activity& activity) {
    const ActivityKind* const kind = context.lists->find(activity.kind);
    return kind == nullptr || kind->chapter.empty() ? std::nullopt : std::optional(kind->chapter);
}

std::optional<std::string> valueOf(const ActivityContext& context, const Activity& activity, ActivityKey key) {
    const auto day = [&] { return activity.time.day(); };
    switch (key) {
    case ActivityKey::Kind:
        return activity.kind;
    case ActivityKey::Chapter:
        return chapterOf(context, activity);
    case ActivityKey::Unit:
        return activity.unit;
    case ActivityKey::Area:
        if (const Area* const area = areaOf(context, activity, context.kind))
            return area->code;
        return std::nullopt;
    case ActivityKey::Organisation:
        return codeOrName(context.people->find(activity.organisation));
    case ActivityKey::Person:
        return codeOrName(context.people->find(activity.person));
    case ActivityKey::Day:
        return dayText(day());
    case ActivityKey::Week:
        return weekText(day());
    case ActivityKey::Month:
        return dayText(day()).substr(0, std::string_view("2026-11").size());
    }
    return std::nullopt;
}

/// These and all that stand under them.
std::unordered_set<OrganisationId> withAllBelow(const PeopleRegister& people,
                                                const std::vector<OrganisationId>& wanted) {
    std::unordered_set<OrganisationId> all(wanted.begin(), wanted.end());
    for (bool isGrowing = !all.empty(); isGrowing;) {
        isGrowing = false;
        for (const Organisation& organisation : people.organisations())
            if (all.contains(organisation.parent))
                isGrowing |= all.insert(organisation.id).second;
    }
    return all;
}

using Keys = std::vector<std::optional<std::string>>;

/// By the texts, none last.
struct KeyOrder {
    bool operator()(const Keys& a, const Keys& b) const {
        return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
            return x && y ? *x < *y : x.has_value() && !y;
        });
    }
};

void count(ActivityRow& row, const Activity& activity) {
    ++row.counts.entries;
    row.counts.people += activity.people.value_or(0);
    row.records.push_back(activity.id);
    auto& sums = row.counts.quantities;
    auto at = std::lower_bound(sums.begin(), sums.end(), activity.unit,
                               [](const UnitSum& sum, const std::string& unit) { return sum.unit < unit; });
    if (at == sums.end() || at->unit != activity.unit)
        at = sums.insert(at, {activity.unit, 0});
    at->sum += activity.quantity;
}

} // namespace

std::string_view activityKeyKey(ActivityKey key) {
    return std::find_if(KeyNames.begin(), KeyNames.end(), [key](const auto& entry) { return entry.first == key; })
        ->second;
}

std::optional<ActivityKey> activityKeyFromKey(std::string_view key) {
    const auto found =
        std::find_if(KeyNames.begin(), KeyNames.end(), [key](const auto& entry) { return entry.second == key; });
    return found == KeyNames.end() ? std::nullopt : std::optional(found->first);
}

std::vector<const Activity*> select(const ActivityContext& context, const ActivityFilter& filter) {
    const auto isOneOf = [](const auto& wanted, const auto& value) {
        return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
    };
    const auto organisations = withAllBelow(*context.people, filter.organisations);
    std::set<std::pair<AreaKind, std::string>> areas;
    for (const AreaId id : filter.areas)
        if (const Area* const area = context.areas->find(id))
            areas.emplace(area->kind, area->code);
    const auto isThere = [&](const Activity& activity) {
        return std::any_of(areas.begin(), areas.end(), [&](const auto& wanted) {
            const Area* const area = areaOf(context, activity, wanted.first);
            return area != nullptr && area->code == wanted.second;
        });
    };
    std::vector<const Activity*> selected;
    for (const auto& entry : context.activities->all()) {
        const Activity& activity = *entry;
        const Day day = activity.time.day();
        if ((filter.from && day < *filter.from) || (filter.to && *filter.to < day) ||
            !isOneOf(filter.kinds, activity.kind) || !isOneOf(filter.people, activity.person) ||
            (!filter.organisations.empty() && !organisations.contains(activity.organisation)) ||
            (!filter.chapters.empty() && !isOneOf(filter.chapters, chapterOf(context, activity).value_or(""))) ||
            (!filter.areas.empty() && !isThere(activity)))
            continue;
        selected.push_back(&activity);
    }
    return selected;
}

std::vector<ActivityRow> tallyActivities(const ActivityContext& context, const std::vector<const Activity*>& selection,
                                         const std::vector<ActivityKey>& keys) {
    std::map<Keys, ActivityRow, KeyOrder> rows;
    if (keys.empty())
        rows.emplace();
    for (const Activity* const activity : selection) {
        Keys values;
        for (const ActivityKey key : keys)
            values.push_back(valueOf(context, *activity, key));
        ActivityRow& row = rows[values];
        row.keys = std::move(values);
        count(row, *activity);
    }
    std::vector<ActivityRow> all;
    for (auto& [values, row] : rows)
        all.push_back(std::move(row));
    return all;
}

} // namespace gridwarden::core
