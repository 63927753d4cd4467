// SPDX-License-Identifier: GPL-3.0-or-later
// One or several fields of a table as people write them: "date + time".
#pragma once

#include <QString>
#include <string>
#include <vector>

namespace gridwarden::app {

[[nodiscard]] QString joinedFields(const std::vector<std::string>& fields);
/// The fields of a text, joined by +; a field that is known by the whole text counts as one, whatever is in its name.
[[nodiscard]] std::vector<std::string> fieldsNamed(const QString& text, const std::vector<std::string>& known);

} // namespace gridwarden::app
