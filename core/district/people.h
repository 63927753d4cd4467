// SPDX-License-Identifier: GPL-3.0-or-later
// Organisations (单位), people (人员), duties (五定), absences and certificates, and who answers for an area at a moment.
#pragma once

#include "core/base/geometry.h"
#include "core/base/id.h"
#include "core/base/time.h"
#include "core/district/absences.h"
#include "core/district/certificates.h"
#include "core/district/week_hours.h"
#include "core/store/store.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace gridwarden::core {

struct Organisation {
    OrganisationId id;
    std::string code;
    std::string name;
    std::string kind; ///< squad, department, contractor, street_office, bureau …: words.json "organisation_kinds"
    OrganisationId parent;
    std::string phone;
    bool active = true;
};

struct Person {
    PersonId id;
    std::string code;
    std::string name;
    OrganisationId organisation;
    std::vector<std::string> roles; ///< keys of words.json "roles"
    std::string phone;              ///< personal data, kept in a table of its own
    bool active = true;
};

/// One of the duties 定片区、定网格、定人员、定职责、定时间: person × area × responsibility × period × weekdays × hours.
struct Duty {
    DutyId id;
    AreaId area;
    PersonId person;
    std::string responsibility;
    std::optional<Day> from; ///< first day; none: since ever
    std::optional<Day> to;   ///< last day, inclusive; none: open
    int weekdays = 0x7f;     ///< bit 0 Monday … bit 6 Sunday
    int startMinute = 0;     ///< minutes after local midnight
    int endMinute = 24 * 60; ///< exclusive; not after startMinute means into the next day
    std::string post;        ///< of a guard post (守点): the place in the area that is kept; empty: the area as a whole
    std::optional<GeoPoint> place; ///< where the post is

    [[nodiscard]] WeekHours hours() const { return {weekdays, startMinute, endMinute}; }
    /// Whether what begins on a day is within its period.
    [[nodiscard]] bool isValidOn(Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
};

/// Who does the work of a person on a day.
struct StandIn {
    PersonId person;              ///< null: nobody
    std::vector<PersonId> absent; ///< who is away, the person asked for first
};

/// Immutable snapshot of people, duties, absences and certificates.
class PeopleRegister {
  public:
    PeopleRegister() = default;
    PeopleRegister(std::vector<Organisation> organisations, std::vector<Person> people, std::vector<Duty> duties, std::vector<Absence> absences = {},
                   std::vector<Certificate> certificates = {});

    [[nodiscard]] std::span<const Organisation> organisations() const { return m_organisations; }
    [[nodiscard]] std::span<const Person> people() const { return m_people; }
    [[nodiscard]] std::span<const Duty> duties() const { return m_duties; }
    [[nodiscard]] const Organisation* find(OrganisationId id) const;
    [[nodiscard]] const Person* find(PersonId id) const;
    /// The organisation and all below it, each once.
    [[nodiscard]] std::vector<OrganisationId> withAllBelow(OrganisationId id) const;
    [[nodiscard]] const Organisation* organisationNamed(std::string_view nameOrCode) const;
    [[nodiscard]] const Person* personNamed(std::string_view nameOrCode) const;
    /// Duties of an area that hold at a moment, in the order of their start. A duty past midnight belongs to the day it starts.
    [[nodiscard]] std::vector<const Duty*> onDuty(AreaId area, Moment at, const TimeZone& zone) const;
    [[nodiscard]] std::vector<const Duty*> dutiesOf(AreaId area) const;
    [[nodiscard]] std::span<const Absence> absences() const { return m_absences; } ///< by their first days
    [[nodiscard]] std::span<const Certificate> certificates() const { return m_certificates; } ///< person by person
    [[nodiscard]] std::span<const Certificate> certificatesOf(PersonId person) const;
    /// The absence of a person that holds on a day; null when they are there.
    [[nodiscard]] const Absence* absence(PersonId person, Day day) const;
    /// The person, or while they are away the substitute, and theirs in turn; nobody where that ends with somebody who has no
    /// substitute, works here no longer, or was asked for before.
    [[nodiscard]] StandIn standIn(PersonId person, Day day) const;

  private:
    std::vector<Organisation> m_organisations;
    std::vector<Person> m_people;
    std::vector<Duty> m_duties;
    std::vector<Absence> m_absences;
    std::vector<Certificate> m_certificates;
    std::unordered_map<std::int64_t, std::size_t> m_organisationById;
    std::unordered_map<std::int64_t, std::size_t> m_personById;
    std::unordered_multimap<std::int64_t, std::size_t> m_dutiesByArea;
};

[[nodiscard]] Result<PeopleRegister> loadPeople(Connection& connection);

/// save…: adds when the id is null, else rewrites; returns the id. Errors: BadInput "name-missing"; Exists "code-taken" {code}.
Result<OrganisationId> saveOrganisation(Change& change, Organisation organisation);
Result<PersonId> savePerson(Change& change, Person person);
/// Errors: BadInput "duty-incomplete", "duty-ends-before-start", "post-without-name" (a place without a post).
Result<DutyId> saveDuty(Change& change, Duty duty);
Result<void> removeDuty(Change& change, DutyId id);

} // namespace gridwarden::core
