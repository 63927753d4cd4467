// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desk.h"

#include "app/cli/output.h"
#include "core/store/damage.h"

namespace gridwarden::app {

using namespace core;

Result<std::unique_ptr<District>> openDistrict(const std::string& path, OpenMode mode) {
    auto district = District::open(path, mode);
    if (district)
        for (const OpeningRemark& remark : (*district)->store().remarks())
            printNote("note: " + sentence(remark.what));
    else if (district.error().code == ErrorCode::Damaged)
        for (const Message& part : describeDamage(path))
            printNote(sentence(part));
    return district;
}

Result<Desk> openDesk(const std::string& path, const std::string& actorName) {
    auto district = openDistrict(path, OpenMode::ReadWrite);
    if (!district)
        return fail(district);
    const auto actor = actorName.empty() ? Result<Actor>(District::systemActor()) : (*district)->actorNamed(actorName);
    if (!actor)
        return fail(actor);
    (*district)->setBackupObserver([](const Result<BackupEntry>& made) {
        if (!made)
            printNote(sentence({"day-backup-failed", {sentence(made.error().what)}}));
    });
    return Desk{std::move(*district), *actor};
}

Result<Desk> openDesk(const std::string& path, const std::string& actorName, OpenMode mode) {
    if (mode == OpenMode::ReadWrite)
        return openDesk(path, actorName);
    auto district = openDistrict(path, mode);
    if (!district)
        return fail(district);
    return Desk{std::move(*district), {}};
}

} // namespace gridwarden::app
