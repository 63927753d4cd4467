// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/absences.h"

namespace gridwarden::core {

Result<std::vector<Absence>> loadAbsences(Connection& connection) {
    return connection.rows("SELECT id, person, substitute, first, last, note FROM absence ORDER BY first, id", {}, [](const Row& row) {
        return Absence{row.id<AbsenceId>(0), row.id<PersonId>(1), row.id<PersonId>(2), row.optionalDay(3).value_or(Day()),
                       row.optionalDay(4).value_or(Day()), row.text(5)};
    });
}

Result<AbsenceId> saveAbsence(Change& change, Absence absence) {
    if (absence.person.isNull())
        return fail(ErrorCode::BadInput, {"absence-incomplete", {}});
    if (absence.last < absence.first)
        return fail(ErrorCode::BadInput, {"absence-ends-before-start", {}});
    if (absence.substitute == absence.person)
        return fail(ErrorCode::BadInput, {"absence-by-itself", {}});
    const std::string first = dayText(absence.first), last = dayText(absence.last);
    const auto other = change.connection().first(
        "SELECT first, last FROM absence WHERE person = ?1 AND id IS NOT ?2 AND first <= ?4 AND last >= ?3 ORDER BY first LIMIT 1",
        {absence.person, absence.id, first, last}, [](const Row& row) { return std::pair(row.text(0), row.text(1)); });
    if (!other)
        return fail(other);
    if (*other)
        return fail(ErrorCode::Exists, {"absence-overlaps", {(*other)->first, (*other)->second}});
    if (absence.id.isNull())
        absence.id = change.newId<AbsenceId>();
    const auto done = change.connection().run(
        "INSERT INTO absence(id, person, substitute, first, last, note) VALUES (?1,?2,?3,?4,?5,?6) ON CONFLICT(id) DO UPDATE SET person = ?2, "
        "substitute = ?3, first = ?4, last = ?5, note = ?6",
        {absence.id, absence.person, absence.substitute, first, last, absence.note});
    if (!done)
        return fail(done);
    return absence.id;
}

Result<void> removeAbsence(Change& change, AbsenceId id) {
    const auto done = change.connection().run("DELETE FROM absence WHERE id = ?", {id});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
