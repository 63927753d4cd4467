// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/people.h"

#include "core/base/text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

/// Whether it holds at a local time; what goes on past midnight belongs to the day on which it began.
bool holdsAt(const Duty& duty, LocalTime local) {
    const auto begun = duty.hours().dayBegun(local);
    return begun && duty.isValidOn(*begun);
}

template <class T> Result<void> codeFree(Change& change, const char* table, const T& record) {
    if (trimmed(record.name).empty())
        return fail(ErrorCode::BadInput, {"name-missing", {record.code}});
    if (record.code.empty())
        return {};
    const auto taken = change.connection().integer(std::string("SELECT count(*) FROM ") + table + " WHERE code = ? AND id IS NOT ?",
                                                   {record.code, record.id});
    if (!taken)
        return fail(taken);
    if (*taken > 0)
        return fail(ErrorCode::Exists, {"code-taken", {record.code}}, record.code);
    return {};
}

std::vector<std::string> rolesFrom(const std::string& text) {
    std::vector<std::string> roles;
    const auto list = nlohmann::json::parse(text, nullptr, false);
    if (list.is_array())
        for (const auto& role : list)
            if (role.is_string())
                roles.push_back(role.get<std::string>());
    return roles;
}

} // namespace

PeopleRegister::PeopleRegister(std::vector<Organisation> organisations, std::vector<Person> people, std::vector<Duty> duties,
                               std::vector<Absence> absences, std::vector<Certificate> certificates)
    : m_organisations(std::move(organisations)), m_people(std::move(people)), m_duties(std::move(duties)), m_absences(std::move(absences)),
      m_certificates(std::move(certificates)) {
    std::stable_sort(m_certificates.begin(), m_certificates.end(), [](const Certificate& a, const Certificate& b) { return a.person < b.person; });
    for (std::size_t i = 0; i < m_organisations.size(); ++i)
        m_organisationById.emplace(m_organisations[i].id.value(), i);
    for (std::size_t i = 0; i < m_people.size(); ++i)
        m_personById.emplace(m_people[i].id.value(), i);
    for (std::size_t i = 0; i < m_duties.size(); ++i)
        m_dutiesByArea.emplace(m_duties[i].area.value(), i);
}

const Organisation* PeopleRegister::find(OrganisationId id) const {
    const auto found = m_organisationById.find(id.value());
    return found == m_organisationById.end() ? nullptr : &m_organisations[found->second];
}

const Person* PeopleRegister::find(PersonId id) const {
    const auto found = m_personById.find(id.value());
    return found == m_personById.end() ? nullptr : &m_people[found->second];
}

std::vector<OrganisationId> PeopleRegister::withAllBelow(OrganisationId id) const {
    std::vector<OrganisationId> all{id};
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const Organisation& organisation : m_organisations)
            if (organisation.parent == all[i] && std::find(all.begin(), all.end(), organisation.id) == all.end())
                all.push_back(organisation.id);
    return all;
}

const Organisation* PeopleRegister::organisationNamed(std::string_view nameOrCode) const {
    const auto found = std::find_if(m_organisations.begin(), m_organisations.end(),
                                    [&](const Organisation& o) { return o.code == nameOrCode || o.name == nameOrCode; });
    return found == m_organisations.end() || nameOrCode.empty() ? nullptr : &*found;
}

const Person* PeopleRegister::personNamed(std::string_view nameOrCode) const {
    const auto found =
        std::find_if(m_people.begin(), m_people.end(), [&](const Person& p) { return p.code == nameOrCode || p.name == nameOrCode; });
    return found == m_people.end() || nameOrCode.empty() ? nullptr : &*found;
}

std::vector<const Duty*> PeopleRegister::onDuty(AreaId area, Moment at, const TimeZone& zone) const {
    const LocalTime local = zone.toLocal(at);
    std::vector<const Duty*> found;
    for (const Duty* duty : dutiesOf(area))
        if (holdsAt(*duty, local))
            found.push_back(duty);
    return found;
}

std::vector<const Duty*> PeopleRegister::dutiesOf(AreaId area) const {
    std::vector<const Duty*> found;
    const auto [begin, end] = m_dutiesByArea.equal_range(area.value());
    for (auto it = begin; it != end; ++it)
        found.push_back(&m_duties[it->second]);
    std::sort(found.begin(), found.end(), [](const Duty* a, const Duty* b) {
        return a->startMinute != b->startMinute ? a->startMinute < b->startMinute : a->id < b->id;
    });
    return found;
}

const Absence* PeopleRegister::absence(PersonId person, Day day) const {
    const auto found = std::find_if(m_absences.begin(), m_absences.end(),
                                    [&](const Absence& a) { return a.person == person && a.first <= day && day <= a.last; });
    return found == m_absences.end() ? nullptr : &*found;
}

std::span<const Certificate> PeopleRegister::certificatesOf(PersonId person) const {
    const auto [begin, end] = std::equal_range(m_certificates.begin(), m_certificates.end(), Certificate{{}, person, {}, {}, {}},
                                               [](const Certificate& a, const Certificate& b) { return a.person < b.person; });
    return {begin, end};
}

StandIn PeopleRegister::standIn(PersonId person, Day day) const {
    StandIn found;
    for (PersonId next = person; !next.isNull();) {
        if (std::find(found.absent.begin(), found.absent.end(), next) != found.absent.end())
            return found;
        const Absence* away = absence(next, day);
        if (away == nullptr) {
            const Person* there = find(next);
            found.person = there != nullptr && there->active ? next : PersonId();
            return found;
        }
        found.absent.push_back(next);
        next = away->substitute;
    }
    return found;
}

Result<PeopleRegister> loadPeople(Connection& connection) {
    auto organisations = connection.rows("SELECT id, code, name, kind, parent, phone, is_active FROM organisation ORDER BY code, id", {}, [](const Row& row) {
        return Organisation{row.id<OrganisationId>(0), row.text(1), row.text(2), row.text(3), row.id<OrganisationId>(4), row.text(5), row.integer(6) != 0};
    });
    if (!organisations)
        return fail(organisations);
    auto people = connection.rows(
        "SELECT p.id, p.code, p.name, p.organisation, p.roles, coalesce(c.phone, ''), p.is_active FROM person p LEFT JOIN person_contact c "
        "ON c.person = p.id ORDER BY p.code, p.id",
        {}, [](const Row& row) {
            return Person{row.id<PersonId>(0), row.text(1), row.text(2), row.id<OrganisationId>(3), rolesFrom(row.text(4)), row.text(5), row.integer(6) != 0};
        });
    if (!people)
        return fail(people);
    auto duties = connection.rows(
        "SELECT id, area, person, responsibility, valid_from, valid_to, weekdays, start_minute, end_minute, post, longitude, latitude FROM duty ORDER BY id", {},
        [](const Row& row) {
            return Duty{row.id<DutyId>(0), row.id<AreaId>(1), row.id<PersonId>(2), row.text(3), row.optionalDay(4), row.optionalDay(5),
                        static_cast<int>(row.integer(6)), static_cast<int>(row.integer(7)), static_cast<int>(row.integer(8)), row.text(9),
                        row.isNull(10) || row.isNull(11) ? std::nullopt : std::optional(GeoPoint{row.real(10), row.real(11)})};
        });
    if (!duties)
        return fail(duties);
    auto absences = loadAbsences(connection);
    if (!absences)
        return fail(absences);
    auto certificates = loadCertificates(connection);
    if (!certificates)
        return fail(certificates);
    return PeopleRegister(std::move(*organisations), std::move(*people), std::move(*duties), std::move(*absences), std::move(*certificates));
}

Result<OrganisationId> saveOrganisation(Change& change, Organisation organisation) {
    if (auto free = codeFree(change, "organisation", organisation); !free)
        return fail(free);
    if (organisation.id.isNull())
        organisation.id = change.newId<OrganisationId>();
    const auto done = change.connection().run(
        "INSERT INTO organisation(id, code, name, kind, parent, phone, is_active) VALUES (?1,?2,?3,?4,?5,?6,?7) ON CONFLICT(id) DO UPDATE SET "
        "code = ?2, name = ?3, kind = ?4, parent = ?5, phone = ?6, is_active = ?7",
        {organisation.id, organisation.code, organisation.name, organisation.kind, organisation.parent, organisation.phone, organisation.active});
    if (!done)
        return fail(done);
    return organisation.id;
}

Result<PersonId> savePerson(Change& change, Person person) {
    if (auto free = codeFree(change, "person", person); !free)
        return fail(free);
    if (person.id.isNull())
        person.id = change.newId<PersonId>();
    auto done = change.connection().run(
        "INSERT INTO person(id, code, name, organisation, roles, is_active) VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT(id) DO UPDATE SET code = ?2, "
        "name = ?3, organisation = ?4, roles = ?5, is_active = ?6",
        {person.id, person.code, person.name, person.organisation, nlohmann::json(person.roles).dump(), person.active});
    if (done && person.phone.empty())
        done = change.connection().run("DELETE FROM person_contact WHERE person = ?", {person.id});
    else if (done)
        done = change.connection().run("INSERT INTO person_contact(person, phone) VALUES (?1,?2) ON CONFLICT(person) DO UPDATE SET phone = ?2",
                                       {person.id, person.phone});
    if (!done)
        return fail(done);
    return person.id;
}

Result<DutyId> saveDuty(Change& change, Duty duty) {
    if (duty.area.isNull() || duty.person.isNull() || !duty.hours().isSensible())
        return fail(ErrorCode::BadInput, {"duty-incomplete", {}});
    if (duty.from && duty.to && *duty.to < *duty.from)
        return fail(ErrorCode::BadInput, {"duty-ends-before-start", {}});
    if (duty.place && duty.post.empty())
        return fail(ErrorCode::BadInput, {"post-without-name", {}});
    if (duty.id.isNull())
        duty.id = change.newId<DutyId>();
    const auto done = change.connection().run(
        "INSERT INTO duty(id, area, person, responsibility, valid_from, valid_to, weekdays, start_minute, end_minute, post, longitude, latitude) VALUES "
        "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12) ON CONFLICT(id) DO UPDATE SET area = ?2, person = ?3, responsibility = ?4, valid_from = ?5, valid_to = ?6, "
        "weekdays = ?7, start_minute = ?8, end_minute = ?9, post = ?10, longitude = ?11, latitude = ?12",
        {duty.id, duty.area, duty.person, duty.responsibility, duty.from, duty.to, duty.weekdays & 0x7f, duty.startMinute, duty.endMinute,
         duty.post, duty.place ? Value(duty.place->longitude) : Value(nullptr), duty.place ? Value(duty.place->latitude) : Value(nullptr)});
    if (!done)
        return fail(done);
    return duty.id;
}

Result<void> removeDuty(Change& change, DutyId id) {
    const auto done = change.connection().run("DELETE FROM duty WHERE id = ?", {id});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
