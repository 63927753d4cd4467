// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/dispatch_rules.h"

#include "core/district/responsible.h"

#include <algorithm>

namespace gridwarden::core {

Result<std::vector<DispatchRule>> loadDispatchRules(Connection& connection) {
    return connection.rows("SELECT id, position, category, area, road_grade, weekdays, start_minute, end_minute, organisation, person, note, is_enabled FROM "
                           "dispatch_rule ORDER BY position, id",
                           {}, [](const Row& row) {
                               DispatchRule rule;
                               rule.id = row.id<DispatchRuleId>(0);
                               rule.position = static_cast<int>(row.integer(1));
                               rule.category = row.id<CategoryId>(2);
                               rule.area = row.id<AreaId>(3);
                               rule.roadGrade = row.text(4);
                               rule.hours = {static_cast<int>(row.integer(5)), static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7))};
                               rule.organisation = row.id<OrganisationId>(8);
                               rule.person = row.id<PersonId>(9);
                               rule.note = row.text(10);
                               rule.isEnabled = row.integer(11) != 0;
                               return rule;
                           });
}

Result<DispatchRuleId> saveDispatchRule(Change& change, DispatchRule rule) {
    if ((rule.organisation.isNull() && rule.person.isNull()) || !rule.hours.isSensible())
        return fail(ErrorCode::BadInput, {"dispatch-rule-incomplete", {}});
    if (rule.id.isNull()) {
        const auto last = change.connection().integer("SELECT max(position) FROM dispatch_rule");
        if (!last)
            return fail(last);
        rule.id = change.newId<DispatchRuleId>();
        rule.position = static_cast<int>(*last) + 1;
    }
    const auto done = change.connection().run(
        "INSERT INTO dispatch_rule(id, position, category, area, road_grade, weekdays, start_minute, end_minute, organisation, person, note, is_enabled) "
        "VALUES (?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12) ON CONFLICT(id) DO UPDATE SET position = ?2, category = ?3, area = ?4, road_grade = ?5, "
        "weekdays = ?6, start_minute = ?7, end_minute = ?8, organisation = ?9, person = ?10, note = ?11, is_enabled = ?12",
        {rule.id, rule.position, rule.category, rule.area, rule.roadGrade, rule.hours.weekdays & 0x7f, rule.hours.startMinute, rule.hours.endMinute,
         rule.organisation, rule.person, rule.note, rule.isEnabled});
    if (!done)
        return fail(done);
    return rule.id;
}

namespace {

/// Numbers the rules from 1 on in the order given.
Result<void> putInOrder(Change& change, const std::vector<DispatchRule>& rules) {
    int position = 0;
    for (const DispatchRule& rule : rules)
        if (++position != rule.position)
            if (auto done = change.connection().run("UPDATE dispatch_rule SET position = ? WHERE id = ?", {position, rule.id}); !done)
                return fail(done);
    return {};
}

} // namespace

Result<void> removeDispatchRule(Change& change, DispatchRuleId id) {
    const auto done = change.connection().run("DELETE FROM dispatch_rule WHERE id = ?", {id});
    if (!done)
        return fail(done);
    const auto rules = loadDispatchRules(change.connection());
    if (!rules)
        return fail(rules);
    return putInOrder(change, *rules);
}

Result<void> moveDispatchRule(Change& change, DispatchRuleId id, int by) {
    auto rules = loadDispatchRules(change.connection());
    if (!rules)
        return fail(rules);
    const auto found = std::find_if(rules->begin(), rules->end(), [id](const DispatchRule& rule) { return rule.id == id; });
    if (found == rules->end())
        return {};
    const auto from = found - rules->begin();
    const auto to = std::clamp<std::ptrdiff_t>(from + by, 0, static_cast<std::ptrdiff_t>(rules->size()) - 1);
    DispatchRule moved = *found;
    rules->erase(found);
    rules->insert(rules->begin() + to, std::move(moved));
    return putInOrder(change, *rules);
}

namespace {

/// Answers for one place and moment.
class Choosing {
  public:
    Choosing(const DispatchContext& context, std::optional<GeoPoint> place, CategoryId category, Moment at)
        : m_context(context), m_place(place), m_category(category), m_at(at), m_local(context.zone.toLocal(at)), m_day(context.zone.day(at)) {}

    [[nodiscard]] Receiver byRules() {
        Receiver receiver;
        std::vector<Message> passed;
        for (const DispatchRule& rule : m_context.rules) {
            if (!rule.isEnabled || !fits(rule))
                continue;
            const std::string number = std::to_string(rule.position);
            receiver.why = {rule.note.empty() ? Message{"dispatch-by-rule-number", {number}} : Message{"dispatch-by-rule", {number, rule.note}}};
            if (rule.person.isNull() ? takeOrganisation(rule.organisation, receiver) : takePerson(rule.person, *rule.hours.dayBegun(m_local), receiver)) {
                receiver.why.insert(receiver.why.begin(), passed.begin(), passed.end());
                return receiver;
            }
            passed.push_back({"dispatch-past-rule", {number}});
        }
        receiver.why = std::move(passed);
        return receiver;
    }

    void byDuty(Receiver& receiver) {
        for (const std::vector<Responsible>& level : levelsOfDuty(*m_context.areas, *m_context.people, m_place, m_at, m_context.zone))
            for (const Responsible& one : level) {
                const Area* area = m_context.areas->find(one.area);
                const std::string where = area == nullptr ? std::string() : area->name.empty() ? area->code : area->name;
                Receiver found{{}, {}, {one.responsibility.empty() ? Message{"dispatch-by-duty-there", {where}} : Message{"dispatch-by-duty", {where, one.responsibility}}}};
                const bool isThere = takePerson(one.person, one.day, found);
                if (!isThere)
                    found.why = {{"dispatch-past-absent", {one.name}}};
                receiver.why.insert(receiver.why.end(), found.why.begin(), found.why.end());
                if (isThere) {
                    receiver.organisation = found.organisation;
                    receiver.person = found.person;
                    return;
                }
            }
    }

  private:
    [[nodiscard]] bool fits(const DispatchRule& rule) {
        if (!rule.hours.dayBegun(m_local))
            return false;
        if (!rule.category.isNull() && !isUnder(rule.category))
            return false;
        if (!rule.area.isNull() && !isIn(rule.area))
            return false;
        return rule.roadGrade.empty() || gradeHere() == rule.roadGrade;
    }

    [[nodiscard]] bool isUnder(CategoryId wanted) const {
        const auto all = m_context.categories->withAllBelow(wanted);
        return std::find(all.begin(), all.end(), m_category) != all.end();
    }

    [[nodiscard]] bool isIn(AreaId wanted) const {
        const Area* area = m_context.areas->find(wanted);
        const Area* here = area != nullptr && m_place ? m_context.areas->at(*m_place, area->kind, m_day) : nullptr;
        return here != nullptr && here->code == area->code;
    }

    [[nodiscard]] std::string gradeHere() const {
        const Area* road = m_place ? m_context.areas->at(*m_place, AreaKind::Road, m_day) : nullptr;
        return road == nullptr ? std::string() : road->grade;
    }

    bool takeOrganisation(OrganisationId id, Receiver& receiver) const {
        const Organisation* organisation = m_context.people->find(id);
        if (organisation == nullptr || !organisation->active)
            return false;
        receiver.organisation = id;
        return true;
    }

    /// Says who stands in for whom on the day that the work began.
    bool takePerson(PersonId id, Day day, Receiver& receiver) const {
        const StandIn stand = m_context.people->standIn(id, day);
        const Person* person = m_context.people->find(stand.person);
        if (person == nullptr)
            return false;
        if (!stand.absent.empty())
            if (const Person* absent = m_context.people->find(id))
                receiver.why.push_back({"dispatch-for-absent", {absent->name, person->name}});
        receiver.person = person->id;
        receiver.organisation = person->organisation;
        return true;
    }

    const DispatchContext& m_context;
    std::optional<GeoPoint> m_place;
    CategoryId m_category;
    Moment m_at;
    LocalTime m_local;
    Day m_day;
};

} // namespace

Receiver receiverFor(const DispatchContext& context, std::optional<GeoPoint> place, CategoryId category, Moment at) {
    Choosing choosing(context, place, category, at);
    Receiver receiver = choosing.byRules();
    if (receiver.isNobody())
        choosing.byDuty(receiver);
    if (receiver.isNobody())
        receiver.why.push_back({"dispatch-nobody", {}});
    return receiver;
}

} // namespace gridwarden::core
