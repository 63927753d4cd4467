// SPDX-License-Identifier: GPL-3.0-or-later
// The journal (操作日志): who changed what, when; it also undoes and proves.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <set>
#include <string>
#include <vector>

namespace gridwarden::core {

/// Who acts: a person of the register, or an unregistered name (the operating system's user). It is not a login.
struct Actor {
    std::string name;
    PersonId person; ///< null when unregistered
};

/// Upkeep concerns the file and not its records (what another program left behind, repairs): no changeset, not taken back.
/// Note: something worth knowing that changed no record (personal data were looked at). Erasure: records were removed for good,
/// from the journal as well.
enum class EntryKind { Change = 1, Import = 2, Undo = 3, Redo = 4, Migration = 5, Upkeep = 6, Note = 7, Erasure = 8 };
[[nodiscard]] std::string_view entryKindKey(EntryKind kind);

struct JournalEntry {
    EntryId id;
    std::int64_t sequence = 0; ///< 1, 2, 3 … in this file
    Moment at;
    EntryKind kind = EntryKind::Change;
    Message label; ///< what was done, as a key with arguments
    Actor actor;
    EntryId target;        ///< the entry that an undo or redo concerns
    bool isUndone = false; ///< its effect is taken back at present
    bool undoable = true;  ///< a change or import whose content has not been erased
    std::string hash; ///< of this entry's content and the hash of the entry before
};

/// Records that a change touched, by table; what keeps copies (registers, figures) refreshes from it.
struct Touched {
    EntryId entry;
    Message label;
    std::set<std::int64_t> cases; ///< ids of cases whose rows, steps or photos changed
    std::set<std::int64_t> activities;
    bool activityLists = false;   ///< their kinds and plans
    bool areas = false;           ///< areas or memberships
    bool people = false;          ///< organisations, persons, duties
    bool categories = false;      ///< categories and limits
    bool calendar = false;
    bool inbox = false;    ///< what was decided about things in the inbox
    bool definitions = false; ///< figures, evaluation schemes and marks, texts of summaries, publications
    bool settings = false; ///< name, map CRS, sources, numbering, layers, bookmarks, saved views
    bool everything = false; ///< a bulk change: reload all
};

} // namespace gridwarden::core
