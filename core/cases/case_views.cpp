// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_views.h"

#include "core/base/text.h"

namespace gridwarden::core {

Result<std::vector<CaseView>> loadCaseViews(Connection& connection) {
    return connection.rows(
        "SELECT id, name, definition, position FROM case_view ORDER BY position, id", {}, [](const Row& row) {
            return CaseView{row.id<CaseViewId>(0), row.text(1), row.text(2), static_cast<int>(row.integer(3))};
        });
}

Result<CaseViewId> saveCaseView(Change& change, const CaseView& view) {
    Connection& connection = change.connection();
    const std::string name(trimmed(view.name));
    if (name.empty())
        return fail(ErrorCode::BadInput, {"name-missing", {""}});
    const auto taken =
        connection.integer("SELECT count(*) FROM case_view WHERE name = ? AND id IS NOT ?", {name, view.id});
    if (!taken)
        return fail(taken);
    if (*taken > 0)
        return fail(ErrorCode::Exists, {"view-exists", {name}}, name);
    if (view.id.isNull()) {
        const auto id = change.newId<CaseViewId>();
        const auto added = connection.run("INSERT INTO case_view(id, name, definition, position) VALUES (?1, ?2, ?3, "
                                          "(SELECT coalesce(max(position), 0) + 1 FROM case_view))",
                                          {id, name, view.definition});
        if (!added)
            return fail(added);
        return id;
    }
    const auto rewritten = connection.run("UPDATE case_view SET name = ?2, definition = ?3 WHERE id = ?1",
                                          {view.id, name, view.definition});
    if (!rewritten)
        return fail(rewritten);
    if (*rewritten == 0)
        return fail(ErrorCode::NotFound, {"view-unknown", {name}}, name);
    return view.id;
}

Result<void> removeCaseView(Change& change, const CaseView& view) {
    const auto removed = change.connection().run("DELETE FROM case_view WHERE id = ?", {view.id});
    if (!removed)
        return fail(removed);
    if (*removed == 0)
        return fail(ErrorCode::NotFound, {"view-unknown", {view.name}}, view.name);
    return {};
}

} // namespace gridwarden::core
