// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/activities/activity_lists.h"

#include "core/base/pinyin.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

bool hasAlias(const ActivityKind& kind, std::string_view name) {
    const auto aliases = split(kind.aliases, ',');
    return std::any_of(aliases.begin(), aliases.end(),
                       [&](const std::string& alias) { return !trimmed(alias).empty() && trimmed(alias) == name; });
}

std::optional<std::int64_t> optionalInteger(const Row& row, int column) {
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

std::optional<GeoPoint> pointOf(const Row& row, int column) {
    return row.isNull(column) || row.isNull(column + 1)
               ? std::nullopt
               : std::optional(GeoPoint{row.real(column), row.real(column + 1)});
}

} // namespace

ActivityLists::ActivityLists(std::vector<ActivityKind> kinds, std::vector<ActivityPlan> plans)
    : m_kinds(std::move(kinds)), m_plans(std::move(plans)) {
    for (const ActivityKind& kind : m_kinds)
        m_readings.push_back({pinyinInitials(kind.name), pinyin(kind.name)});
}

const ActivityKind* ActivityLists::find(std::string_view key) const {
    const auto found =
        std::find_if(m_kinds.begin(), m_kinds.end(), [&](const ActivityKind& kind) { return kind.key == key; });
    return found == m_kinds.end() ? nullptr : &*found;
}

const ActivityPlan* ActivityLists::find(ActivityPlanId id) const {
    const auto found =
        std::find_if(m_plans.begin(), m_plans.end(), [&](const ActivityPlan& plan) { return plan.id == id; });
    return found == m_plans.end() ? nullptr : &*found;
}

const ActivityKind* ActivityLists::named(std::string_view name) const {
    const std::string wanted(trimmed(name));
    if (wanted.empty())
        return nullptr;
    if (const ActivityKind* kind = find(wanted))
        return kind;
    const std::string small = lowered(wanted);
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(), [&](const ActivityKind& kind) {
        return kind.name == wanted || lowered(kind.english) == small || hasAlias(kind, wanted);
    });
    return found == m_kinds.end() ? nullptr : &*found;
}

std::vector<const ActivityKind*> ActivityLists::search(std::string_view typed, std::size_t limit) const {
    const std::string wanted = lowered(trimmed(typed));
    // The smaller the rank, the better the match; an equal rank keeps the order of the list.
    const auto rank = [&](std::size_t index) -> int {
        const ActivityKind& kind = m_kinds[index];
        const auto& [initials, reading] = m_readings[index];
        const std::string english = lowered(kind.english);
        if (wanted.empty() || kind.key == wanted || kind.name == wanted)
            return 0;
        if (kind.name.starts_with(wanted) || initials == wanted || hasAlias(kind, wanted))
            return 1;
        if (initials.starts_with(wanted))
            return 2;
        if (kind.name.find(wanted) != std::string::npos)
            return 3;
        if (reading.starts_with(wanted) || english.starts_with(wanted))
            return 4;
        if (initials.find(wanted) != std::string::npos || kind.aliases.find(wanted) != std::string::npos)
            return 5;
        if (english.find(wanted) != std::string::npos || reading.find(wanted) != std::string::npos)
            return 6;
        return -1;
    };
    std::vector<std::pair<int, const ActivityKind*>> matches;
    for (std::size_t i = 0; i < m_kinds.size(); ++i)
        if (m_kinds[i].isEnabled)
            if (const int r = rank(i); r >= 0)
                matches.emplace_back(r, &m_kinds[i]);
    std::stable_sort(matches.begin(), matches.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<const ActivityKind*> found;
    for (std::size_t i = 0; i < matches.size() && i < limit; ++i)
        found.push_back(matches[i].second);
    return found;
}

Result<ActivityLists> loadActivityLists(Connection& connection) {
    auto kinds = connection.rows("SELECT key, name, english, unit, counts_people, chapter, category, aliases, "
                                 "is_enabled, position FROM activity_kind ORDER BY position, key",
                                 {}, [](const Row& row) {
                                     return ActivityKind{row.text(0),         row.text(1),
                                                         row.text(2),         row.text(3),
                                                         row.integer(4) != 0, row.text(5),
                                                         row.text(6),         row.text(7),
                                                         row.integer(8) != 0, static_cast<int>(row.integer(9))};
                                 });
    if (!kinds)
        return fail(kinds);
    auto plans = connection.rows(
        "SELECT id, kind, category, description, place, longitude, latitude, quantity, unit, people, organisation, "
        "person, recurrence, "
        "valid_from, valid_to, is_active FROM activity_plan ORDER BY id",
        {}, [](const Row& row) {
            ActivityPlan plan;
            plan.id = row.id<ActivityPlanId>(0);
            plan.kind = row.text(1);
            plan.category = row.id<CategoryId>(2);
            plan.description = row.text(3);
            plan.place = row.text(4);
            plan.point = pointOf(row, 5);
            plan.quantity = row.optionalReal(7);
            plan.unit = row.text(8);
            plan.people = optionalInteger(row, 9);
            plan.organisation = row.id<OrganisationId>(10);
            plan.person = row.id<PersonId>(11);
            plan.recurrence =
                recurrenceFromText(row.text(12)).value_or(Recurrence()); // unreadable: never; the check says so
            plan.from = row.optionalDay(13);
            plan.to = row.optionalDay(14);
            plan.isActive = row.integer(15) != 0;
            return plan;
        });
    if (!plans)
        return fail(plans);
    return ActivityLists(std::move(*kinds), std::move(*plans));
}

Result<void> saveActivityKind(Change& change, const ActivityKind& kind) {
    if (trimmed(kind.key).empty() || trimmed(kind.name).empty() || trimmed(kind.unit).empty())
        return fail(ErrorCode::BadInput, {"activity-kind-incomplete", {kind.key}});
    const auto done =
        change.connection().run("INSERT INTO activity_kind(key, name, english, unit, counts_people, chapter, category, "
                                "aliases, is_enabled, position) VALUES "
                                "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10) ON CONFLICT(key) DO UPDATE SET name = ?2, english = "
                                "?3, unit = ?4, counts_people = ?5, chapter = ?6, "
                                "category = ?7, aliases = ?8, is_enabled = ?9, position = ?10",
                                {kind.key, kind.name, kind.english, kind.unit, kind.countsPeople, kind.chapter,
                                 kind.category, kind.aliases, kind.isEnabled, kind.position});
    if (!done)
        return fail(done);
    return {};
}

Result<ActivityPlanId> savePlan(Change& change, ActivityPlan plan) {
    const bool isCountable = !plan.quantity || (std::isfinite(*plan.quantity) && *plan.quantity >= 0);
    if (plan.kind.empty() || trimmed(plan.unit).empty() || plan.recurrence.isEmpty() || !isCountable ||
        plan.people.value_or(0) < 0)
        return fail(ErrorCode::BadInput, {"activity-plan-incomplete", {}});
    if (plan.from && plan.to && *plan.to < *plan.from)
        return fail(ErrorCode::BadInput, {"activity-ends-before-start", {}});
    if (plan.id.isNull())
        plan.id = change.newId<ActivityPlanId>();
    const auto real = [](const std::optional<GeoPoint>& point, double GeoPoint::*part) {
        return point ? Value((*point).*part) : Value(nullptr);
    };
    const auto done = change.connection().run(
        "INSERT INTO activity_plan(id, kind, category, description, place, longitude, latitude, quantity, unit, "
        "people, organisation, person, recurrence, "
        "valid_from, valid_to, is_active) VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16) ON "
        "CONFLICT(id) DO UPDATE SET kind = ?2, "
        "category = ?3, description = ?4, place = ?5, longitude = ?6, latitude = ?7, quantity = ?8, unit = ?9, people "
        "= ?10, organisation = ?11, "
        "person = ?12, recurrence = ?13, valid_from = ?14, valid_to = ?15, is_active = ?16",
        {plan.id, plan.kind, plan.category, plan.description, plan.place, real(plan.point, &GeoPoint::longitude),
         real(plan.point, &GeoPoint::latitude), plan.quantity, plan.unit, plan.people, plan.organisation, plan.person,
         recurrenceText(plan.recurrence), plan.from, plan.to, plan.isActive});
    if (!done)
        return fail(done);
    return plan.id;
}

Result<void> removePlan(Change& change, ActivityPlanId id) {
    const auto done = change.connection().run("DELETE FROM activity_plan WHERE id = ?", {id});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
