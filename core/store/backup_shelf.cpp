// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/backup_shelf.h"

#include "core/base/durable_file.h"
#include "core/store/file_mark.h"
#include "core/store/schema.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <iterator>
#include <limits>
#include <numeric>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr std::array Reasons = {std::pair(BackupReason::NewDay, std::string_view("day")), std::pair(BackupReason::Migration, std::string_view("migration")),
                                std::pair(BackupReason::Restore, std::string_view("restore")), std::pair(BackupReason::Asked, std::string_view("asked")),
                                std::pair(BackupReason::Damaged, std::string_view("damaged"))};
constexpr std::string_view Ending = ".gpkg";
/// Left free for the district itself: a disk that backups filled to the brim would stop the work.
constexpr std::uintmax_t Reserve = 32 << 20;

/// "2026-11-21 093105" of a moment in the zone: sorts by time, and every file system takes it.
std::string stampOf(Moment moment, const TimeZone& zone) {
    const LocalTime local = zone.toLocal(moment);
    const Day day = std::chrono::floor<std::chrono::days>(local);
    const std::chrono::hh_mm_ss clock(local - LocalTime(day));
    return fmt::format("{} {:02}{:02}{:02}", dayText(day), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

/// Reads "<anything> 2026-11-21 093105 day.gpkg" or "… day-2.gpkg".
std::optional<BackupFile> fileOf(const fs::path& path, const TimeZone& zone) {
    const std::string name = path.filename().string();
    if (!name.ends_with(Ending))
        return std::nullopt;
    const std::string stem = name.substr(0, name.size() - Ending.size());
    const std::size_t blank = stem.rfind(' ');
    constexpr std::size_t StampLength = 17;
    if (blank == std::string::npos || blank < StampLength)
        return std::nullopt;
    const std::string stamp = stem.substr(blank - StampLength, StampLength);
    std::string_view word = std::string_view(stem).substr(blank + 1);
    word = word.substr(0, word.find('-'));
    const auto reason = std::find_if(Reasons.begin(), Reasons.end(), [&](const auto& known) { return known.second == word; });
    if (reason == Reasons.end())
        return std::nullopt;
    const auto made = parseMoment(fmt::format("{}T{}:{}:{}", stamp.substr(0, 10), stamp.substr(11, 2), stamp.substr(13, 2), stamp.substr(15, 2)), zone);
    if (!made)
        return std::nullopt;
    return BackupFile{path, *made, reason->first, 0};
}

std::uintmax_t bytesOf(const std::vector<BackupFile>& files) {
    return std::accumulate(files.begin(), files.end(), std::uintmax_t{0}, [](std::uintmax_t sum, const BackupFile& file) { return sum + file.bytes; });
}

/// Whether the file is as long as its own header says.
Result<void> checkLength(Connection& connection, const BackupFile& file) {
    const auto pages = connection.integer("PRAGMA page_count");
    const auto size = connection.integer("PRAGMA page_size");
    if (!pages || !size)
        return fail(pages ? size : pages);
    if (static_cast<std::uintmax_t>(*pages) * static_cast<std::uintmax_t>(*size) != file.bytes)
        return fail(ErrorCode::Database, {"file-damaged", {"length"}}, file.path.string(), "length");
    return {};
}

} // namespace

std::string_view backupReasonKey(BackupReason reason) {
    return std::find_if(Reasons.begin(), Reasons.end(), [&](const auto& known) { return known.first == reason; })->second;
}

BackupShelf::BackupShelf(fs::path district, TimeZone zone, BackupLimits limits)
    : m_district(std::move(district)), m_zone(std::move(zone)), m_limits(limits), m_freeSpace(core::freeSpace) {
    std::error_code problem;
    if (auto absolute = fs::absolute(m_district, problem); !problem)
        m_district = std::move(absolute);
}

fs::path BackupShelf::folder() const {
    fs::path folder = m_district;
    return folder.replace_extension(".backups");
}

Result<std::vector<BackupFile>> BackupShelf::files() const {
    std::vector<BackupFile> files;
    std::error_code problem;
    if (!fs::exists(folder(), problem))
        return files;
    for (fs::directory_iterator entry(folder(), problem), end; !problem && entry != end; entry.increment(problem)) {
        auto file = fileOf(entry->path(), m_zone);
        std::error_code unreadable;
        if (!file || !entry->is_regular_file(unreadable))
            continue;
        file->bytes = entry->file_size(unreadable);
        files.push_back(std::move(*file));
    }
    if (problem)
        return fail(ErrorCode::Io, {"backup-folder-failed", {folder().string()}}, folder().string(), problem.message());
    std::sort(files.begin(), files.end(), [](const BackupFile& a, const BackupFile& b) { return std::pair(a.made, a.path) > std::pair(b.made, b.path); });
    return files;
}

BackupEntry BackupShelf::examine(const BackupFile& file, Depth depth) {
    BackupEntry entry{file, {}, {}};
    const auto take = [&](Result<DistrictSummary> summary) {
        if (summary)
            entry.summary = std::move(*summary);
        else
            entry.fault = summary.error();
    };
    if (depth == Depth::Thorough) {
        take(verifyDistrict(file.path));
        return entry;
    }
    auto connection = Connection::open(file.path, Connection::Access::ReadOnly);
    if (!connection) {
        entry.fault = connection.error();
        return entry;
    }
    take(summarise(*connection, file.path));
    if (entry.summary)
        if (const auto length = checkLength(*connection, file); !length)
            entry.fault = length.error();
    return entry;
}

Result<std::optional<BackupEntry>> BackupShelf::newestGood(const CopyProgress& progress) const {
    const auto all = files();
    if (!all)
        return fail(all);
    double looked = 0;
    for (const BackupFile& file : *all) {
        if (progress && !progress(looked++ / static_cast<double>(all->size())))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        if (BackupEntry entry = examine(file, Depth::Thorough); entry.isGood())
            return entry;
    }
    return std::nullopt;
}

Result<void> BackupShelf::makeFolder() const {
    std::error_code problem;
    fs::create_directories(folder(), problem);
    if (problem)
        return fail(ErrorCode::Io, {"backup-folder-failed", {folder().string()}}, folder().string(), problem.message());
    return {};
}

Result<fs::path> BackupShelf::place(BackupReason reason) {
    if (auto made = makeFolder(); !made)
        return fail(made);
    const std::string name = m_district.stem().string() + " " + stampOf(now(), m_zone) + " " + std::string(backupReasonKey(reason));
    std::error_code problem;
    fs::path path = folder() / (name + std::string(Ending));
    for (int number = 2; fs::exists(path, problem); ++number)
        path = folder() / (name + "-" + std::to_string(number) + std::string(Ending));
    return path;
}

Result<BackupEntry> BackupShelf::make(Connection& source, BackupReason reason, const CopyProgress& progress) {
    const auto target = place(reason);
    if (!target)
        return fail(target);
    const auto pages = source.integer("PRAGMA page_count");
    const auto size = source.integer("PRAGMA page_size");
    if (!pages || !size)
        return fail(pages ? size : pages);
    const auto bytes = static_cast<std::uintmax_t>(*pages) * static_cast<std::uintmax_t>(*size);
    if (auto room = makeRoom(bytes + Reserve); !room)
        return fail(room);
    if (const auto space = m_freeSpace(folder()); space && *space < bytes + Reserve)
        return fail(ErrorCode::Io, {"backup-no-space", {target->string(), std::to_string(bytes + Reserve), std::to_string(*space)}}, target->string());
    auto summary = copyVerified(source, *target, Existing::Keep, progress);
    if (!summary)
        return fail(summary);
    BackupEntry entry{{*target, now(), reason, bytes}, std::move(*summary), {}};
    // What cannot be removed today is removed tomorrow: the backup itself is made.
    (void)thin();
    return entry;
}

Result<BackupEntry> BackupShelf::make(BackupReason reason, const CopyProgress& progress) {
    auto source = Connection::open(m_district, Connection::Access::ReadOnly);
    if (!source)
        return fail(source);
    return make(*source, reason, progress);
}

Result<void> BackupShelf::rewrite(const BackupFile& file, const std::function<Result<void>(Connection&)>& edit) const {
    fs::path draft = file.path;
    draft += ".edit";
    struct Removed {
        fs::path path;
        ~Removed() {
            std::error_code ignored;
            for (const char* side : {"", "-journal"})
                fs::remove(fs::path(path) += side, ignored);
        }
    } removed{draft};
    const auto copied = copyVerified(file.path, draft, Existing::Replace);
    if (!copied)
        return fail(copied);
    {
        auto connection = Connection::open(draft, Connection::Access::ReadWrite);
        if (!connection)
            return fail(connection);
        if (auto edited = edit(*connection); !edited)
            return edited;
        if (copied->schema >= CurrentSchema)
            if (auto marked = markFile(*connection); !marked)
                return marked;
    }
    if (const auto verified = verifyDistrict(draft); !verified)
        return fail(verified);
    if (auto synced = syncFile(draft); !synced)
        return synced;
    return renameDurably(draft, file.path, /*overwrite=*/true);
}

Result<void> BackupShelf::makeRoom(std::uintmax_t needed) const {
    const auto space = m_freeSpace(folder());
    if (!space || *space >= needed)
        return {};
    const auto all = files();
    if (!all)
        return fail(all);
    const std::uintmax_t total = bytesOf(*all);
    const std::uintmax_t missing = needed - *space;
    return drop(*all, std::numeric_limits<int>::max(), total > missing ? total - missing : 0);
}

Result<void> BackupShelf::thin() const {
    const auto all = files();
    if (!all)
        return fail(all);
    const std::uintmax_t total = bytesOf(*all);
    std::uintmax_t room = std::numeric_limits<std::uintmax_t>::max();
    if (const auto space = m_freeSpace(folder()))
        room = (*space + total) / 100 * static_cast<std::uintmax_t>(m_limits.sharePercent);
    return drop(*all, m_limits.count, room);
}

Result<void> BackupShelf::drop(const std::vector<BackupFile>& all, int count, std::uintmax_t bytes) const {
    std::vector<BackupFile> files;
    std::copy_if(all.begin(), all.end(), std::back_inserter(files), [this](const BackupFile& file) {
        std::error_code problem;
        const bool isSpared = !m_spared.empty() && fs::equivalent(file.path, m_spared, problem);
        return file.reason != BackupReason::Damaged && !isSpared;
    });
    if (static_cast<int>(files.size()) <= count && bytesOf(files) <= bytes)
        return {};
    std::vector<KeptBackup> kept;
    for (const BackupFile& file : files) {
        const BackupEntry entry = examine(file, Depth::Quick);
        // What another version of the program wrote, or what cannot be read at the moment, is not bad for that.
        const bool isBad = entry.fault && (entry.fault->code == ErrorCode::Database || entry.fault->code == ErrorCode::NotDistrict || entry.fault->code == ErrorCode::Damaged);
        kept.push_back({file.made, file.bytes, !isBad});
    }
    for (const std::size_t index : backupsToDrop(kept, now(), count, bytes)) {
        std::error_code problem;
        fs::remove(files[index].path, problem);
        if (problem)
            return fail(ErrorCode::Io, {"file-unwritable", {files[index].path.string()}}, files[index].path.string(), problem.message());
    }
    return {};
}

} // namespace gridwarden::core
