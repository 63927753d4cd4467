// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_code.h"
#include "core/store/seal.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;

namespace {
Secret secret(std::string text) { return Secret::from(std::move(text)); }
} // namespace

TEST_CASE("a sealed text is read with the passphrase and with the recovery code only", "[core][seal]") {
    const auto seal = makeSeal(secret("correct horse"), KeyEffort::least());
    REQUIRE(seal);
    const std::string box = sealed(seal->keys.publicKey, "张三 13800000000");
    CHECK(box.find("张三") == std::string::npos);
    CHECK(box != sealed(seal->keys.publicKey, "张三 13800000000")); // never the same twice

    const auto key = openSeal(seal->keys, secret("correct horse"));
    REQUIRE(key);
    CHECK(key->unseal(box).value() == "张三 13800000000");
    const auto byCode = openSealByCode(seal->keys, seal->recoveryCode.view());
    REQUIRE(byCode);
    CHECK(byCode->unseal(box).value() == "张三 13800000000");

    const auto wrong = openSeal(seal->keys, secret("correct horsf"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().what.key == "passphrase-wrong");
    const auto other = makeSeal(secret("another one"), KeyEffort::least());
    REQUIRE(other);
    CHECK(openSealByCode(seal->keys, other->recoveryCode.view()).error().what.key == "recovery-code-refused");
    CHECK(openSeal(other->keys, secret("another one"))->unseal(box).error().what.key == "seal-unreadable");
}

TEST_CASE("sealed texts of ordinary length have one length", "[core][seal]") {
    const auto seal = makeSeal(secret("correct horse"), KeyEffort::least());
    REQUIRE(seal);
    const auto key = openSeal(seal->keys, secret("correct horse"));
    REQUIRE(key);
    const std::size_t length = sealed(seal->keys.publicKey, "").size();
    for (std::size_t size = 0; size < 400; ++size) {
        const std::string text(size, 'x');
        const std::string box = sealed(seal->keys.publicKey, text);
        if (size < 128)
            CHECK(box.size() == length);
        REQUIRE(key->unseal(box).value() == text);
    }
}

TEST_CASE("any changed byte of a sealed text or of the stored keys is refused", "[core][seal]") {
    auto seal = makeSeal(secret("correct horse"), KeyEffort::least());
    REQUIRE(seal);
    const auto key = openSeal(seal->keys, secret("correct horse"));
    REQUIRE(key);
    const std::string box = sealed(seal->keys.publicKey, "text");
    for (std::size_t i = 0; i < box.size(); ++i) {
        std::string altered = box;
        altered[i] = static_cast<char>(altered[i] ^ 1);
        REQUIRE_FALSE(key->unseal(altered));
        REQUIRE_FALSE(key->unseal(box.substr(0, i)));
    }
    SealKeys damaged = seal->keys;
    damaged.byPassphrase.box.back() = static_cast<char>(damaged.byPassphrase.box.back() ^ 1);
    CHECK(openSeal(damaged, secret("correct horse")).error().what.key == "passphrase-wrong");
    damaged = seal->keys;
    damaged.byPassphrase.effort.memory = std::uint64_t{1} << 40; // a file from elsewhere may not ask for a terabyte
    CHECK(openSeal(damaged, secret("correct horse")).error().what.key == "seal-damaged");
    damaged = seal->keys;
    damaged.publicKey[0] = static_cast<char>(damaged.publicKey[0] ^ 1);
    CHECK(openSeal(damaged, secret("correct horse")).error().what.key == "seal-damaged");
}

TEST_CASE("a new passphrase opens what the old one sealed", "[core][seal]") {
    auto seal = makeSeal(secret("the old one"), KeyEffort::least());
    REQUIRE(seal);
    const std::string box = sealed(seal->keys.publicKey, "text");
    const auto key = openSeal(seal->keys, secret("the old one"));
    REQUIRE(key);
    auto wrapped = key->wrapped(secret("the new one"), KeyEffort::least());
    REQUIRE(wrapped);
    seal->keys.byPassphrase = *wrapped;
    CHECK_FALSE(openSeal(seal->keys, secret("the old one")));
    CHECK(openSeal(seal->keys, secret("the new one"))->unseal(box).value() == "text");
    CHECK(openSealByCode(seal->keys, seal->recoveryCode.view())->unseal(box).value() == "text");
    CHECK(key->wrapped(secret("短口令"), KeyEffort::least()).error().what.key == "passphrase-too-short");
    CHECK(key->wrapped(secret("正好八个汉字口令"), KeyEffort::least()));
}

TEST_CASE("a recovery code is read as people type it, and slips are found", "[core][seal]") {
    const Secret code = makeRecoveryCode();
    const std::string printed(code.view());
    REQUIRE(printed.size() == 48);
    const auto bare = readRecoveryCode(printed);
    REQUIRE(bare);
    CHECK(bare->size() == 28);

    std::string typed;
    for (const char c : printed)
        if (c != '-' && c != ' ')
            typed += c == '0' ? 'o' : c == '1' ? 'l' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    CHECK(readRecoveryCode(typed)->view() == bare->view());

    const std::string alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t i = 0; i < printed.size(); ++i) {
        if (printed[i] == '-' || printed[i] == ' ')
            continue;
        for (const char c : alphabet) { // every single wrong character, and the group is named
            if (c == printed[i])
                continue;
            std::string wrong = printed;
            wrong[i] = c;
            const auto read = readRecoveryCode(wrong);
            REQUIRE_FALSE(read);
            REQUIRE(read.error().what == Message{"recovery-code-wrong", {std::to_string(i / 7 + 1)}});
        }
    }
    for (std::size_t group = 0; group < 7; ++group) // exchanged neighbours
        for (std::size_t i = group * 7; i < group * 7 + 3; ++i)
            if (printed[i] != printed[i + 1]) {
                std::string wrong = printed;
                std::swap(wrong[i], wrong[i + 1]);
                REQUIRE_FALSE(readRecoveryCode(wrong));
            }
    for (std::size_t group = 0; group < 6; ++group) { // exchanged groups
        std::string wrong = printed;
        std::swap_ranges(wrong.begin() + static_cast<std::ptrdiff_t>(group * 7), wrong.begin() + static_cast<std::ptrdiff_t>(group * 7 + 6),
                         wrong.begin() + static_cast<std::ptrdiff_t>(group * 7 + 7));
        if (wrong != printed)
            REQUIRE_FALSE(readRecoveryCode(wrong));
    }
    CHECK(readRecoveryCode(printed.substr(0, 40)).error().what.key == "recovery-code-length");
    CHECK(readRecoveryCode("").error().what.key == "recovery-code-length");
    CHECK(readRecoveryCode("口令").error().what.key == "recovery-code-wrong");
}
