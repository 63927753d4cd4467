// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/area_revision.h"

#include "core/district/areas.h"

#include <algorithm>
#include <set>

namespace gridwarden::core {

namespace {

class Reviser {
  public:
    Reviser(Change& change, const AreaRegister& areas, const PeopleRegister& people, const AreaRevision& revision)
        : m_change(change), m_areas(areas), m_people(people), m_revision(revision) {}

    Result<void> run() {
        if (!m_revision.day && !(m_revision.ended.empty() && m_revision.added.empty()))
            return fail(ErrorCode::BadInput, {"revision-needs-day", {}});
        for (const AreaRevision::Changed& noded : m_revision.noded)
            if (auto done = rewrite(noded); !done)
                return done;
        // Codes become free before they are given again.
        for (const AreaId id : m_revision.ended)
            if (auto done = end(id); !done)
                return done;
        std::vector<Follower> followers; // of every area that goes on
        for (const AreaRevision::Changed& changed : m_revision.changed)
            if (auto done = follow(changed, followers); !done)
                return done;
        for (const AreaRevision::Added& added : m_revision.added)
            if (auto done = add(added, followers); !done)
                return done;
        for (const AreaId id : predecessors())
            if (auto done = handOver(id, followers); !done)
                return done;
        return {};
    }

  private:
    struct Follower {
        AreaId id;
        const Shape* shape;
        std::vector<AreaId> from;
        bool takesDuties = true;
    };

    Result<const Area*> find(AreaId id) const {
        const Area* const area = m_areas.find(id);
        if (area == nullptr)
            return fail(ErrorCode::NotFound, {"area-unknown", {std::to_string(id.value())}});
        if (m_revision.day && area->from && *area->from > *m_revision.day)
            return fail(ErrorCode::BadInput, {"revision-before-area", {area->code}});
        return area;
    }
    [[nodiscard]] bool beginsThatDay(const Area& area) const { return m_revision.day && area.from == m_revision.day; }
    [[nodiscard]] Day lastDay() const { return *m_revision.day - std::chrono::days(1); }

    Result<void> rewrite(const AreaRevision::Changed& changed) {
        const auto old = find(changed.id);
        if (!old)
            return fail(old);
        Area area = **old;
        area.shape = changed.shape;
        return updateArea(m_change, area);
    }

    Result<void> end(AreaId id) {
        const auto old = find(id);
        if (!old)
            return fail(old);
        if (beginsThatDay(**old))
            return remove(id);
        return endArea(m_change, id, lastDay());
    }

    Result<void> follow(const AreaRevision::Changed& changed, std::vector<Follower>& followers) {
        const auto old = find(changed.id);
        if (!old)
            return fail(old);
        if (!m_revision.day || beginsThatDay(**old)) {
            followers.push_back({changed.id, &changed.shape, {changed.id}, true});
            return rewrite(changed);
        }
        if (auto ended = endArea(m_change, changed.id, lastDay()); !ended)
            return ended;
        Area next = **old;
        next.from = m_revision.day;
        next.shape = changed.shape;
        const auto id = addArea(m_change, next);
        if (!id)
            return fail(id);
        followers.push_back({*id, &changed.shape, {changed.id}, true});
        return succeed(changed.id, *id);
    }

    Result<void> add(const AreaRevision::Added& added, std::vector<Follower>& followers) {
        Area area;
        area.kind = m_revision.kind;
        area.code = added.code;
        area.name = added.name;
        area.from = m_revision.day;
        area.shape = added.shape;
        const auto id = addArea(m_change, area);
        if (!id)
            return fail(id);
        followers.push_back({*id, &added.shape, added.from, false});
        for (const AreaId from : added.from)
            if (auto done = succeed(from, *id); !done)
                return done;
        return {};
    }

    /// Where the predecessor never held for a day, its own predecessors take its place.
    Result<void> succeed(AreaId predecessor, AreaId successor) {
        if (!m_removed.contains(predecessor))
            return addSuccession(m_change, predecessor, successor, *m_revision.day);
        for (const Succession& before : m_areas.cameFrom(predecessor))
            if (auto done = addSuccession(m_change, before.predecessor, successor, *m_revision.day); !done)
                return done;
        return {};
    }

    Result<void> remove(AreaId id) {
        m_removed.insert(id);
        for (const char* statement : {"DELETE FROM area_succession WHERE predecessor = ?1 OR successor = ?1", "DELETE FROM area WHERE id = ?1"})
            if (auto done = m_change.connection().run(statement, {id}); !done)
                return fail(done);
        return {};
    }

    [[nodiscard]] std::vector<AreaId> predecessors() const {
        std::vector<AreaId> all(m_revision.ended);
        for (const AreaRevision::Changed& changed : m_revision.changed)
            all.push_back(changed.id);
        return all;
    }

    /// What hung on an area goes over to those that follow it.
    Result<void> handOver(AreaId id, const std::vector<Follower>& all) {
        std::vector<const Follower*> followers;
        for (const Follower& follower : all)
            if (std::find(follower.from.begin(), follower.from.end(), id) != follower.from.end())
                followers.push_back(&follower);
        const bool hasEnded = std::find(m_revision.ended.begin(), m_revision.ended.end(), id) != m_revision.ended.end();
        const bool isSame = std::any_of(followers.begin(), followers.end(), [id](const Follower* f) { return f->id == id; });
        if (!m_revision.day)
            return {};
        for (const Membership& membership : m_areas.memberships()) {
            if (membership.to && *membership.to < *m_revision.day)
                continue;
            if (membership.child == id) {
                for (const Follower* follower : followers)
                    if (follower->id != id)
                        if (auto done = join(follower->id, membership.parent, membership); !done)
                            return done;
                if (!isSame)
                    if (auto done = leave(membership); !done)
                        return done;
            } else if (membership.parent == id && !followers.empty()) {
                const AreaId parent = followerOf(membership.child, followers);
                if (parent == id)
                    continue;
                if (auto done = join(membership.child, parent, membership); !done)
                    return done;
                if (auto done = leave(membership); !done)
                    return done;
            }
        }
        for (const Duty* duty : m_people.dutiesOf(id)) {
            if (duty->to && *duty->to < *m_revision.day)
                continue;
            const Follower* const ground = duty->place ? under(*duty->place, followers) : nullptr; // a post stays where it is
            for (const Follower* follower : followers)
                if (follower->id != id && (ground != nullptr ? follower == ground : hasEnded || follower->takesDuties)) {
                    Duty next = *duty;
                    next.id = {};
                    next.area = follower->id;
                    next.from = duty->from && *duty->from > *m_revision.day ? duty->from : m_revision.day;
                    if (!m_duties.insert({follower->id, duty->person, duty->responsibility, duty->post, duty->weekdays, duty->startMinute}).second)
                        continue; // the same person for two areas that are one now
                    if (auto saved = saveDuty(m_change, next); !saved)
                        return fail(saved);
                }
            if (isSame && (ground == nullptr || ground->id == id))
                continue;
            if (duty->from && *duty->from > lastDay()) {
                if (auto removed = removeDuty(m_change, duty->id); !removed)
                    return removed;
                continue;
            }
            Duty ended = *duty;
            ended.to = lastDay();
            if (auto saved = saveDuty(m_change, ended); !saved)
                return fail(saved);
        }
        return {};
    }

    /// In whose ground the smaller area lies.
    AreaId followerOf(AreaId child, const std::vector<const Follower*>& followers) const {
        if (const Area* const area = m_areas.find(child))
            if (const auto inside = labelPoint(area->shape))
                if (const Follower* const follower = under(*inside, followers))
                    return follower->id;
        return followers.front()->id;
    }

    /// In whose ground a place lies; null: in nobody's.
    static const Follower* under(GeoPoint place, const std::vector<const Follower*>& followers) {
        const auto found = std::find_if(followers.begin(), followers.end(), [&](const Follower* f) { return contains(*f->shape, place); });
        return found == followers.end() ? nullptr : *found;
    }

    Result<void> join(AreaId child, AreaId parent, const Membership& like) {
        if (!m_joined.insert({child, parent}).second)
            return {};
        const std::optional<Day> from = like.from && *like.from > *m_revision.day ? like.from : m_revision.day;
        return addMembership(m_change, {child, parent, from, like.to});
    }

    Result<void> leave(const Membership& membership) {
        const bool neverHeld = membership.from && *membership.from > lastDay();
        const auto done = neverHeld ? m_change.connection().run("DELETE FROM area_member WHERE child = ? AND parent = ? AND valid_from IS ? AND valid_to IS ?",
                                                                {membership.child, membership.parent, membership.from, membership.to})
                                    : m_change.connection().run("UPDATE area_member SET valid_to = ? WHERE child = ? AND parent = ? AND valid_from IS ? AND valid_to IS ?",
                                                                {lastDay(), membership.child, membership.parent, membership.from, membership.to});
        if (!done)
            return fail(done);
        return {};
    }

    Change& m_change;
    const AreaRegister& m_areas;
    const PeopleRegister& m_people;
    const AreaRevision& m_revision;
    std::set<AreaId> m_removed;
    std::set<std::pair<AreaId, AreaId>> m_joined;
    std::set<std::tuple<AreaId, PersonId, std::string, std::string, int, int>> m_duties;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

} // namespace

Result<void> reviseAreas(Change& change, const AreaRegister& areas, const PeopleRegister& people, const AreaRevision& revision) {
    return Reviser(change, areas, people, revision).run();
}

std::vector<std::string> freeAreaCodes(const AreaRegister& areas, AreaKind kind, std::string_view like, std::size_t count) {
    // Codes of the standards end in a serial of three or two digits; of all others the digits at the end are it.
    constexpr std::size_t LongCode = 15;
    constexpr std::size_t ShortCode = 14;
    constexpr std::size_t ProfessionalCode = 20;
    std::size_t digits = 0;
    while (digits < like.size() && isDigit(like[like.size() - 1 - digits]))
        ++digits;
    if (like.size() == LongCode)
        digits = std::min<std::size_t>(digits, 3);
    else if (like.size() == ShortCode || like.size() == ProfessionalCode)
        digits = std::min<std::size_t>(digits, 2);
    else
        digits = std::min<std::size_t>(digits, 6);
    std::string prefix(like.substr(0, like.size() - digits));
    if (digits == 0) {
        prefix += '-';
        digits = 1;
    }
    long long highest = prefix == like || like.size() < prefix.size() ? 1 : 0;
    for (const Area& area : areas.all()) {
        if (area.kind != kind || area.code.size() <= prefix.size() || !area.code.starts_with(prefix))
            continue;
        const std::string_view serial = std::string_view(area.code).substr(prefix.size());
        if (serial.size() <= 9 && std::all_of(serial.begin(), serial.end(), isDigit))
            highest = std::max(highest, std::stoll(std::string(serial)));
    }
    std::vector<std::string> codes;
    while (codes.size() < count) {
        std::string serial = std::to_string(++highest);
        if (serial.size() < digits)
            serial.insert(0, digits - serial.size(), '0');
        codes.push_back(prefix + serial);
    }
    return codes;
}

} // namespace gridwarden::core
