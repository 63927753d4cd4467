// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/areas.h"

#include "core/base/text.h"
#include "core/store/geometry_blob.h"

namespace gridwarden::core {

namespace {

Value shapeValue(const Shape& shape) { return shape.isEmpty() ? Value(nullptr) : Value(shapeBlob(shape)); }

/// The code may be used again only after the area that bore it has ended.
Result<void> checkCode(Change& change, const Area& area) {
    if (trimmed(area.code).empty())
        return fail(ErrorCode::BadInput, {"area-code-missing", {area.name}});
    if (area.from && area.to && *area.to < *area.from)
        return fail(ErrorCode::BadInput, {"area-ends-before-start", {area.code}});
    const auto taken = change.connection().integer(
        "SELECT count(*) FROM area WHERE kind = ?1 AND code = ?2 AND id IS NOT ?3 AND (valid_to IS NULL OR ?4 IS NULL OR valid_to >= ?4) "
        "AND (valid_from IS NULL OR ?5 IS NULL OR valid_from <= ?5)",
        {areaKindKey(area.kind), area.code, area.id, area.from, area.to});
    if (!taken)
        return fail(taken);
    if (*taken > 0)
        return fail(ErrorCode::Exists, {"area-code-taken", {std::string(areaKindKey(area.kind)), area.code}}, area.code);
    return {};
}

Result<void> changedOne(const Result<int>& done, const char* key, std::int64_t id) {
    if (!done)
        return fail(done);
    if (*done == 0)
        return fail(ErrorCode::NotFound, {key, {std::to_string(id)}});
    return {};
}

} // namespace

Result<AreaId> addArea(Change& change, Area area, std::string_view sourceCrs) {
    area.id = AreaId();
    if (auto free = checkCode(change, area); !free)
        return fail(free);
    area.id = change.newId<AreaId>();
    const auto done = change.connection().run(
        "INSERT INTO area(id, kind, code, name, valid_from, valid_to, geometry, source_crs, note, grade) VALUES (?,?,?,?,?,?,?,?,?,?)",
        {area.id, areaKindKey(area.kind), area.code, area.name, area.from, area.to, shapeValue(area.shape), sourceCrs, area.note, area.grade});
    if (!done)
        return fail(done);
    return area.id;
}

Result<void> updateArea(Change& change, const Area& area) {
    if (auto free = checkCode(change, area); !free)
        return free;
    return changedOne(change.connection().run("UPDATE area SET code = ?, name = ?, valid_from = ?, valid_to = ?, geometry = ?, note = ?, grade = ? WHERE id = ?",
                                              {area.code, area.name, area.from, area.to, shapeValue(area.shape), area.note, area.grade, area.id}),
                      "area-unknown", area.id.value());
}

Result<void> endArea(Change& change, AreaId id, Day last) {
    const auto start = change.connection().text("SELECT valid_from FROM area WHERE id = ?", {id});
    if (!start)
        return fail(start);
    if (!start->empty() && *start > dayText(last))
        return fail(ErrorCode::BadInput, {"area-ends-before-start", {std::to_string(id.value())}});
    return changedOne(change.connection().run("UPDATE area SET valid_to = ? WHERE id = ?", {last, id}), "area-unknown", id.value());
}

Result<void> addSuccession(Change& change, AreaId predecessor, AreaId successor, Day first) {
    const auto done = change.connection().run("INSERT INTO area_succession(id, predecessor, successor, first_day) VALUES (?,?,?,?)",
                                              {change.newId<Id<struct SuccessionTag>>(), predecessor, successor, first});
    if (!done)
        return fail(done);
    return {};
}

Result<void> addMembership(Change& change, const Membership& membership) {
    if (membership.child == membership.parent)
        return fail(ErrorCode::BadInput, {"area-own-parent", {std::to_string(membership.child.value())}});
    const auto done = change.connection().run("INSERT INTO area_member(id, child, parent, valid_from, valid_to) VALUES (?,?,?,?,?)",
                                              {change.newId<Id<struct MembershipTag>>(), membership.child, membership.parent, membership.from, membership.to});
    if (!done)
        return fail(done);
    return {};
}

Result<void> removeMembership(Change& change, AreaId child, AreaId parent) {
    return changedOne(change.connection().run("DELETE FROM area_member WHERE child = ? AND parent = ?", {child.value(), parent.value()}), "area-unknown", child.value());
}

} // namespace gridwarden::core
