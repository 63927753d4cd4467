// SPDX-License-Identifier: GPL-3.0-or-later
// Recovery codes as they are typed, and sealed contacts of a file that somebody has changed.
#include "core/cases/contact.h"
#include "core/store/recovery_code.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <cctype>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

struct Opened {
    NewSeal seal = makeSeal(Secret::from("a quiet morning"), KeyEffort::least()).value();
    UnsealKey key = openSeal(seal.keys, Secret::from("a quiet morning")).value();
};

void readCode(std::string_view typed) {
    const auto code = readRecoveryCode(typed);
    if (!isGood(code))
        return;
    require(code->size() == 4 * RecoveryGroups, "a code has its characters and no others");
    std::string other;
    for (const char c : typed)
        if (c != ' ')
            other += std::string("\n ") + static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const auto again = readRecoveryCode(other);
    require(again && again->view() == code->view(), "blanks and case do not matter");
}

void readContact(const Opened& opened, fuzz::Input& input) {
    const CaseId id(input.number<std::int64_t>());
    const bool isMoved = input.choice(2) != 0;
    const Contact contact{std::string(input.line()), std::string(input.line())};
    StoredContact stored{id, {}, sealedContact(opened.seal.keys.publicKey, id, contact)};
    bool isChanged = false;
    while (!input.isAtEnd()) {
        const std::size_t at = input.number<std::uint16_t>() % stored.sealed.size();
        const auto flip = input.number<char>();
        stored.sealed[at] = static_cast<char>(stored.sealed[at] ^ flip);
        isChanged = isChanged || flip != 0;
    }
    if (isMoved)
        stored.id = CaseId(id.value() ^ 1);
    const auto read = openContact(stored, opened.key);
    if (!isGood(read))
        require(isMoved || isChanged, "an untouched contact can be read");
    else
        require(!isMoved, "a contact cannot be moved to another case");
}

/// Whole bytes where a box, a salt or a sealed text should be.
void readBoxes(const Opened& opened, fuzz::Input& input) {
    SealKeys keys = opened.seal.keys;
    keys.byPassphrase.effort.operations = input.number<std::uint64_t>();
    keys.byPassphrase.effort.memory = input.number<std::uint64_t>();
    const auto least = KeyEffort::least();
    if (keys.byPassphrase.effort.memory > 16 * least.memory || keys.byPassphrase.effort.operations > 4 * least.operations)
        keys.byPassphrase.effort = least; // what costs much is tried by the tests
    const unsigned part = input.choice(4);
    const std::string bytes(input.rest());
    if (part == 0)
        (void)isGood(opened.key.unseal(bytes));
    else
        (part == 1 ? keys.byPassphrase.salt : part == 2 ? keys.byPassphrase.box : keys.publicKey) = bytes;
    const auto key = openSeal(keys, Secret::from("a quiet morning"));
    if (isGood(key))
        require(key->unseal(sealed(keys.publicKey, "x")).value_or("") == "x", "a key that opens fits what it seals");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Opened opened;
    fuzz::Input input(data, size);
    switch (input.choice(8)) {
    case 0:
        readBoxes(opened, input);
        break;
    case 1:
    case 2:
    case 3:
        readContact(opened, input);
        break;
    default:
        readCode(input.rest());
    }
    return 0;
}
