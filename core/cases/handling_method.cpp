// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/handling_method.h"

#include "core/base/text.h"

namespace gridwarden::core {

Result<std::vector<HandlingMethod>> loadMethods(Connection& connection) {
    return connection.rows("SELECT key, name, english, is_enabled, position FROM handling_method ORDER BY position, key", {}, [](const Row& row) {
        return HandlingMethod{row.text(0), row.text(1), row.text(2), row.integer(3) != 0, static_cast<int>(row.integer(4))};
    });
}

Result<void> saveMethod(Change& change, const HandlingMethod& method) {
    const std::string key(trimmed(method.key));
    if (key.empty() || trimmed(method.name).empty())
        return fail(ErrorCode::BadInput, {"method-incomplete", {method.key}});
    const auto done = change.connection().run("INSERT INTO handling_method(key, name, english, is_enabled, position) VALUES (?1,?2,?3,?4,?5) ON CONFLICT(key) DO "
                                              "UPDATE SET name = ?2, english = ?3, is_enabled = ?4, position = ?5",
                                              {key, method.name, method.english, method.isEnabled, method.position});
    return done ? Result<void>() : fail(done);
}

} // namespace gridwarden::core
