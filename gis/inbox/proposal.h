// SPDX-License-Identifier: GPL-3.0-or-later
// Something in the inbox folder that may become a case, and what is said about files in it. Nothing of this is in the district.
#pragma once

#include "core/inbox_actions.h"

#include <string>
#include <vector>

namespace gridwarden::gis {

struct Proposal {
    std::string digest;       ///< SHA-256 of what it says, so that it is known again under another name
    std::string file;         ///< its name in the folder
    std::string place;        ///< in it: the number of a row or an entry, "Sheet1:3" in a workbook; empty: the file itself
    std::string number;       ///< under which its source keeps it
    core::CaseDraft draft;    ///< a null category: not known
    std::string categoryText; ///< as the source wrote it, where that is no category here
    std::string categoryProblem = "category-unknown"; ///< or "category-is-group"
    std::vector<core::Message> problems;    ///< what is missing or doubtful
    std::vector<std::string> namedPhotos{}; ///< names of pictures, as they stand in its cells
    std::vector<core::InboxThing> photos{}; ///< files that belong to it

    [[nodiscard]] core::InboxChoice choice() const { return {{digest, file, place}, photos}; }
};

/// Why it cannot be accepted as it is: "inbox-says-nothing", "category-unknown" or "category-is-group" {text}, "time-in-future" {time}, or what its source asks for.
[[nodiscard]] std::optional<core::Message> whyNotAcceptable(const Proposal& proposal, const std::vector<core::CaseSource>& sources, const core::TimeZone& zone);

/// Puts the number into the extra field of the source that is called so; whether there is one.
bool keepNumberAsField(Proposal& proposal, const std::vector<core::CaseSource>& sources);

/// What is said of a file, or of a row in it, that is no proposal.
struct InboxRemark {
    std::string file;
    std::string place; ///< a row; empty: the whole file
    core::Message what;
    bool isWaiting = false; ///< it is looked at again
    bool operator==(const InboxRemark&) const = default;
};

/// What one file holds.
struct FileReading {
    std::vector<Proposal> proposals;
    std::vector<InboxRemark> remarks;
    bool leavesOut = false; ///< some of it is a proposal only when the file is mended: rows that cannot be read
};

} // namespace gridwarden::gis
