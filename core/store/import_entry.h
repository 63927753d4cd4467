// SPDX-License-Identifier: GPL-3.0-or-later
// The journal entry of a bulk change, which keeps a name and a digest in place of every row.
#pragma once

#include "core/store/journal_store.h"
#include "core/store/store.h"

namespace gridwarden::core {

/// What the entry of a bulk import says; `record` is read after the body has filled it.
inline auto describeImport(const ImportRecord& record) {
    return [&record](EntryContent& content, Touched& touched) {
        content.source = record.source;
        content.digest = record.digest;
        content.rowCount = record.rows;
        touched.everything = true;
    };
}

} // namespace gridwarden::core
