// SPDX-License-Identifier: GPL-3.0-or-later
// What was handed out and what was taken out of it, in sentences of the interface's language; and the file of them that lies beside what was handed out.
#pragma once

#include "core/base/durable_file.h"
#include "core/disclosure/disclosure_account.h"

#include <QStringList>
#include <functional>

namespace gridwarden::app {

/// In the language of the interface.
[[nodiscard]] QString rulesName(const core::DisclosureRules& rules);
[[nodiscard]] QStringList accountText(const core::DisclosureAccount& account, const core::TimeZone& zone);

/// "cases.csv.txt" of "cases.csv".
[[nodiscard]] std::filesystem::path accountFileOf(const std::filesystem::path& target);
/// Errors: Exists "file-exists" {path} when the target or its account is there and is not to be overwritten.
[[nodiscard]] core::Result<void> checkTarget(const std::filesystem::path& target, bool overwrite);
/// Puts the account beside the target, then lets `name` give the target its name; where that fails the account goes as well, so that there is
/// never one without the other. Errors: as writeDurably; those of `name`.
[[nodiscard]] core::Result<void> nameWithAccount(const std::filesystem::path& target, const QStringList& account, bool overwrite,
                                                 const std::function<core::Result<void>()>& name);

} // namespace gridwarden::app
