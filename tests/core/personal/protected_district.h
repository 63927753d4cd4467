// SPDX-License-Identifier: GPL-3.0-or-later
// Reporters for tests: names and numbers that occur nowhere else, and the raw bytes of files to look for them.
#pragma once

#include "core/backup_erasure.h"
#include "core/base/resources.h"
#include "tests/support/small_district.h"
#include "tests/support/sound.h"

namespace gridwarden::test {

inline core::Secret secret(std::string text) { return core::Secret::from(std::move(text)); }

/// Made once: the private key costs a moment even with the least effort.
inline core::NewSeal quickSeal() {
    auto seal = core::makeSeal(secret("正确的口令八个字"), core::KeyEffort::least());
    REQUIRE(seal);
    return std::move(*seal);
}

inline core::Contact contactNumber(int number) {
    return {"欧阳" + std::to_string(number) + "号举报人", "1390577" + std::to_string(10000 + number)};
}

inline core::CaseId reportWith(SmallDistrict& small, const core::Contact& contact) {
    core::CaseDraft draft;
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.category = small.category("09006");
    draft.description = "占道摆摊";
    draft.contact = contact;
    const auto id = core::reportCase(*small.district, small.actor, draft);
    REQUIRE(id);
    return *id;
}

/// Whether name or number stand in any byte of a file.
inline bool occursIn(const std::filesystem::path& file, const core::Contact& contact) {
    const auto bytes = core::readFile(file);
    REQUIRE(bytes);
    return bytes->find(contact.reporter) != std::string::npos || bytes->find(contact.phone) != std::string::npos;
}

inline std::optional<core::Contact> plainContact(SmallDistrict& small, core::CaseId id) {
    const auto stored = core::loadContact(small.district->connection(), id);
    REQUIRE(stored);
    return *stored ? std::optional((*stored)->plain) : std::nullopt;
}

inline void requireWholeChain(core::District& district) {
    const auto faults = district.store().verifyJournal();
    REQUIRE(faults);
    for (const core::Message& fault : *faults)
        FAIL(fault.key);
}

} // namespace gridwarden::test
