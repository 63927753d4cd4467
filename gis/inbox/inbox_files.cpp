// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/inbox_files.h"

#include "core/base/text.h"

#include <algorithm>
#include <set>

namespace gridwarden::gis {

namespace fs = std::filesystem;
using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::uintmax_t MegaByte = 1024 * 1024;
constexpr std::uintmax_t LargestTable = 64 * MegaByte;
constexpr std::uintmax_t LargestDocument = 32 * MegaByte;
constexpr std::uintmax_t LargestPhoto = 100 * MegaByte;

std::string endingOf(const std::string& name) {
    return core::lowered(fs::path(name).extension().string());
}

/// What programs call a file that they are still writing.
bool isUnfinishedName(const std::string& name) {
    static const std::set<std::string> Endings = {".part", ".partial", ".tmp", ".crdownload", ".download", ".filepart", ".!ut"};
    return Endings.contains(endingOf(name));
}

bool isPassedOver(const std::string& name) {
    return name.starts_with('.') || name.starts_with("~$") || name == DoneFolder || name == "Thumbs.db" || name == "desktop.ini";
}

std::uintmax_t largest(InboxKind kind) {
    return kind == InboxKind::Photo ? LargestPhoto : kind == InboxKind::Rows ? LargestTable : LargestDocument;
}

void judge(InboxEntry& entry, fs::file_type type) {
    entry.kind = inboxKindOf(entry.name);
    if (type == fs::file_type::symlink)
        entry.whyNot = core::Message{"inbox-link", {}};
    else if (type == fs::file_type::directory)
        entry.whyNot = core::Message{"inbox-folder-inside", {}};
    else if (type != fs::file_type::regular)
        entry.whyNot = core::Message{"inbox-no-file", {}};
    else if (isUnfinishedName(entry.name)) {
        entry.whyNot = core::Message{"inbox-unfinished", {}};
        entry.isWaiting = true;
    } else if (entry.kind == InboxKind::Other)
        entry.whyNot = core::Message{"inbox-other-kind", {endingOf(entry.name)}};
    else if (entry.mark.size > largest(entry.kind))
        entry.whyNot = core::Message{"inbox-too-large", {std::to_string(entry.mark.size / MegaByte), std::to_string(largest(entry.kind) / MegaByte)}};
    else if (entry.mark.size == 0) { // begun, perhaps
        entry.whyNot = core::Message{"inbox-empty", {}};
        entry.isWaiting = true;
    }
}

} // namespace

InboxKind inboxKindOf(const std::string& name) {
    static const std::set<std::string> Tables = {".csv", ".tsv", ".txt", ".xlsx", ".xls", ".ods", ".geojson"};
    const std::string ending = endingOf(name);
    if (isPhotoName(name))
        return InboxKind::Photo;
    if (Tables.contains(ending))
        return InboxKind::Rows;
    return ending == ".json" ? InboxKind::Json : ending == ".xml" ? InboxKind::Xml : InboxKind::Other;
}

bool isPhotoName(const std::string& name) {
    static const std::set<std::string> Photos = {".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".heic"};
    return Photos.contains(endingOf(name));
}

std::optional<FileMark> markOf(const fs::path& file) {
    std::error_code problem;
    const auto size = fs::file_size(file, problem);
    if (problem)
        return std::nullopt;
    const auto changed = fs::last_write_time(file, problem);
    return problem ? std::nullopt : std::optional(FileMark{size, changed});
}

Result<std::optional<std::vector<InboxEntry>>> listInbox(const fs::path& folder) {
    std::error_code problem;
    if (!fs::is_directory(folder, problem))
        return std::optional<std::vector<InboxEntry>>();
    const auto unreadable = [&] { return fail(ErrorCode::Io, {"folder-unreadable", {folder.string()}}, folder.string(), problem.message()); };
    fs::directory_iterator files(folder, problem);
    if (problem)
        return unreadable();
    std::vector<InboxEntry> entries;
    for (; files != fs::directory_iterator(); files.increment(problem)) {
        if (problem)
            return unreadable();
        InboxEntry entry;
        entry.name = files->path().filename().string();
        if (isPassedOver(entry.name))
            continue;
        const auto type = files->symlink_status(problem).type();
        if (type == fs::file_type::regular) {
            const auto mark = markOf(files->path());
            if (!mark)
                continue; // it went meanwhile
            entry.mark = *mark;
        }
        judge(entry, type);
        entries.push_back(std::move(entry));
    }
    std::sort(entries.begin(), entries.end(), [](const InboxEntry& a, const InboxEntry& b) { return a.name < b.name; });
    return std::optional(std::move(entries));
}

Result<std::string> moveToDone(const fs::path& folder, const std::string& name, const FileMark& mark) {
    if (const auto found = markOf(folder / name); found && *found != mark)
        return fail(ErrorCode::Refused, {"inbox-file-changed", {name}}, name);
    const fs::path done = folder / DoneFolder;
    std::error_code problem;
    const auto unmovable = [&] { return fail(ErrorCode::Io, {"file-unmovable", {(folder / name).string()}}, name, problem.message()); };
    fs::create_directories(done, problem);
    if (problem)
        return unmovable();
    const fs::path plain(name);
    std::string target = name;
    for (int number = 2; fs::exists(done / target, problem); ++number)
        target = plain.stem().string() + " (" + std::to_string(number) + ")" + plain.extension().string();
    fs::rename(folder / name, done / target, problem);
    if (problem)
        return unmovable();
    return target;
}

} // namespace gridwarden::gis
