// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the inbox folder (收件箱) again and again: each file once, when it has come to rest. Belongs to one thread at a time and uses nothing of a district but snapshots.
#pragma once

#include "gis/inbox/inbox_files.h"
#include "gis/inbox/photo_proposals.h"
#include "gis/inbox/proposal.h"
#include "gis/process/go_on.h"
#include "gis/source/case_registers.h"

#include <map>
#include <unordered_set>

namespace gridwarden::gis {

/// A file and what in it is decided about.
struct InboxFile {
    std::string name;
    FileMark mark; ///< of what was read
    std::vector<std::string> digests;
    bool isDecided = false; ///< all of it, and there is nothing in it that could not be read
    bool operator==(const InboxFile&) const = default;
};

struct InboxContent {
    bool exists = false; ///< the folder
    std::vector<Proposal> proposals; ///< that wait for a decision, in the order of files and rows; each digest once
    std::vector<InboxRemark> remarks;
    std::vector<InboxFile> files; ///< that can be decided about
    std::size_t reading = 0;      ///< another number when a file was read anew
    [[nodiscard]] bool isWaiting() const; ///< something will be looked at again
    /// Whether a look found nothing new.
    [[nodiscard]] bool saysSameAs(const InboxContent& other) const;
};

class InboxReader {
public:
    explicit InboxReader(std::filesystem::path folder) : m_folder(std::move(folder)) {}
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder; }

    /// What lies there now and is not among `decided` (digests). A file that changed within the last seconds or since the last time ("inbox-still-written"), and one that cannot be read and
    /// is new, is left for the next time. Other remarks: those of listInbox and of the readers of the kinds, the errors of files that cannot be read,
    /// "inbox-repeats" {count, file}: proposals that another file has as well, "inbox-photo-of-row" {file, row}: it goes with that row.
    /// Problems of proposals beside those of their readers: "inbox-photo-missing" {name}, "inbox-row-repeated", "inbox-photo-of-decided-row" {file, row}. Errors: as listInbox; Cancelled "cancelled".
    [[nodiscard]] core::Result<InboxContent> read(const CaseRegisters& registers, const std::unordered_set<std::string>& decided, const GoOn& goOn = {});

    /// What is known of a file at rest.
    struct Known {
        FileMark mark;
        FileReading reading;
        std::optional<InboxPhoto> photo;
    };

private:
    void follow(const CaseRegisters& registers);
    [[nodiscard]] bool isAtRest(const InboxEntry& entry) const;
    core::Result<void> readFile(const InboxEntry& entry, const CaseRegisters& registers, const GoOn& goOn, InboxContent& content);
    [[nodiscard]] core::Result<Known> readContent(const InboxEntry& entry, const CaseRegisters& registers, const GoOn& goOn) const;
    std::filesystem::path m_folder;
    std::map<std::string, Known> m_known;        ///< by name
    std::size_t m_reading = 0;
    std::map<std::string, FileMark> m_lastMarks; ///< as it was the last time
    std::optional<CaseRegisters> m_registers;    ///< with which they were read
};

} // namespace gridwarden::gis
