// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migration.h"

#include "core/store/schema.h"

#include <fmt/format.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

Result<fs::path> copyBeside(Store& district, int schema) {
    const fs::path& path = district.path();
    std::error_code problem;
    fs::path target;
    for (int number = 1; number == 1 || fs::exists(target, problem); ++number)
        target = path.parent_path() / fmt::format("{}-before-schema-{}{}{}", path.stem().string(), schema,
                                                  number == 1 ? std::string() : fmt::format("-{}", number), path.extension().string());
    if (auto copied = district.backup(target, /*overwrite=*/false); !copied)
        return fail(copied);
    return target;
}

Result<Migrated> migrate(const fs::path& path, const Actor& actor, const CopyBefore& copy) {
    auto store = Store::open(path, OpenMode::ReadWrite, /*forMigration=*/true);
    if (!store)
        return fail(store);
    Migrated done{(*store)->schema(), CurrentSchema, {}};
    if (done.from == done.to)
        return done;
    auto copied = copy(**store, done.to);
    if (!copied)
        return fail(copied);
    done.copy = std::move(*copied);
    if (auto migrated = (*store)->migrate(actor); !migrated)
        return fail(migrated);
    return done;
}

} // namespace gridwarden::core
