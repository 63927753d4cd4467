// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migration.h"

#include "core/store/backup_shelf.h"
#include "core/store/schema.h"

namespace gridwarden::core {

namespace fs = std::filesystem;

Result<fs::path> copyOnShelf(Store& district) {
    const std::string zone = district.connection().text("SELECT value FROM setting WHERE key = 'timezone'").value_or("");
    auto made = BackupShelf(district.path(), TimeZone::find(zone).value_or(TimeZone())).make(district.connection(), BackupReason::Migration);
    if (!made)
        return fail(made);
    return made->file.path;
}

Result<Migrated> migrate(const fs::path& path, const Actor& actor, const CopyBefore& copy) {
    auto store = Store::open(path, OpenMode::ReadWrite, /*forMigration=*/true);
    if (!store)
        return fail(store);
    Migrated done{(*store)->schema(), CurrentSchema, {}};
    if (done.from == done.to)
        return done;
    auto copied = copy(**store);
    if (!copied)
        return fail(copied);
    done.copy = std::move(*copied);
    if (auto migrated = (*store)->migrate(actor); !migrated)
        return fail(migrated);
    return done;
}

} // namespace gridwarden::core
