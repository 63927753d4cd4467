// SPDX-License-Identifier: GPL-3.0-or-later
// The files that lie in the inbox folder: which there are, which can hold proposals, and where they go when all is decided. None is ever deleted.
#pragma once

#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace gridwarden::gis {

enum class InboxKind { Rows, Json, Xml, Photo, Other };

/// By which another content of a file is noticed.
struct FileMark {
    std::uintmax_t size = 0;
    std::filesystem::file_time_type changed{};
    bool operator==(const FileMark&) const = default;
};

struct InboxEntry {
    std::string name;
    InboxKind kind = InboxKind::Other;
    FileMark mark;
    std::optional<core::Message> whyNot; ///< it is no proposal: "inbox-link", "inbox-folder-inside", "inbox-no-file", "inbox-unfinished", "inbox-other-kind" {ending},
                                         ///< "inbox-too-large" {MB, most MB}, "inbox-empty"
    bool isWaiting = false;              ///< whyNot may pass
};

/// In the order of their names. Hidden files and what office programs keep beside an open one ("~$…") are passed over. Nothing is opened. None: there is no such
/// folder. Errors: Io "folder-unreadable" {path}.
[[nodiscard]] core::Result<std::optional<std::vector<InboxEntry>>> listInbox(const std::filesystem::path& folder);

/// None when it is gone.
[[nodiscard]] std::optional<FileMark> markOf(const std::filesystem::path& file);
/// The kind by the ending of the name.
[[nodiscard]] InboxKind inboxKindOf(const std::string& name);
[[nodiscard]] bool isPhotoName(const std::string& name);

/// The subfolder for files of which everything is decided.
inline constexpr const char* DoneFolder = "done";
/// Moves a file there; where one of its name lies there it gets a number. Its new name. Errors: Refused "inbox-file-changed" {name}: it is not what was
/// marked; Io "file-unmovable" {path}.
core::Result<std::string> moveToDone(const std::filesystem::path& folder, const std::string& name, const FileMark& mark);

} // namespace gridwarden::gis
