// SPDX-License-Identifier: GPL-3.0-or-later
// The content of the inbox as a tree: files, below each its proposals and what is said about it.
#pragma once

#include "app/district/record_model.h"
#include "app/workspace/workspace.h"
#include "gis/inbox/inbox_reader.h"

namespace gridwarden::app {

/// Keys begin with "f:" (a file), "p:" (a proposal, with its digest) or "r:" (a remark).
[[nodiscard]] std::vector<Record> inboxRecords(const gis::InboxContent& content, const core::District& district);
/// The digest of a proposal's key; empty for others.
[[nodiscard]] std::string digestOfKey(const QString& key);
/// "row 3", "Sheet1, row 3"; empty for the file itself.
[[nodiscard]] QString inboxPlaceText(const std::string& place);

} // namespace gridwarden::app
