// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seal.h"

#include "core/base/digest.h"
#include "core/store/recovery_code.h"

#include <algorithm>
#include <sodium.h>

namespace gridwarden::core {

namespace {

constexpr std::size_t PaddingBlock = 128;
/// A file from elsewhere may not ask for more than this.
constexpr std::uint64_t MostOperations = 32;
constexpr std::uint64_t MostMemory = std::uint64_t{1} << 30;

unsigned char* bytesOf(std::string& text) { return reinterpret_cast<unsigned char*>(text.data()); }
const unsigned char* bytesOf(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

std::string randomBytes(std::size_t count) {
    std::string bytes(count, '\0');
    randombytes_buf(bytes.data(), count);
    return bytes;
}

Result<Secret> keyOf(const Secret& passphrase, const std::string& salt, KeyEffort effort) {
    Secret key(crypto_secretbox_KEYBYTES);
    if (crypto_pwhash(key.data(), key.size(), reinterpret_cast<const char*>(passphrase.data()), passphrase.size(), bytesOf(std::string_view(salt)),
                      effort.operations, static_cast<std::size_t>(effort.memory), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(ErrorCode::Io, {"memory-missing", {std::to_string(effort.memory >> 20)}});
    return key;
}

Result<WrappedKey> wrap(const Secret& privateKey, const Secret& passphrase, KeyEffort effort) {
    WrappedKey wrapped{randomBytes(crypto_pwhash_SALTBYTES), effort, {}};
    const auto key = keyOf(passphrase, wrapped.salt, effort);
    if (!key)
        return fail(key);
    const std::string nonce = randomBytes(crypto_secretbox_NONCEBYTES);
    std::string box(privateKey.size() + crypto_secretbox_MACBYTES, '\0');
    crypto_secretbox_easy(bytesOf(box), privateKey.data(), privateKey.size(), bytesOf(std::string_view(nonce)), key->data());
    wrapped.box = nonce + box;
    return wrapped;
}

/// Errors: Refused with `wrong`.
Result<Secret> unwrap(const WrappedKey& wrapped, const Secret& passphrase, const char* wrong) {
    constexpr std::size_t BoxSize = crypto_secretbox_NONCEBYTES + crypto_secretbox_MACBYTES + crypto_box_SECRETKEYBYTES;
    if (wrapped.salt.size() != crypto_pwhash_SALTBYTES || wrapped.box.size() != BoxSize || wrapped.effort.operations < crypto_pwhash_OPSLIMIT_MIN ||
        wrapped.effort.operations > MostOperations || wrapped.effort.memory < crypto_pwhash_MEMLIMIT_MIN || wrapped.effort.memory > MostMemory)
        return fail(ErrorCode::Database, {"seal-damaged", {}});
    const auto key = keyOf(passphrase, wrapped.salt, wrapped.effort);
    if (!key)
        return fail(key);
    Secret open(crypto_box_SECRETKEYBYTES);
    const std::string_view box(wrapped.box);
    if (crypto_secretbox_open_easy(open.data(), bytesOf(box.substr(crypto_secretbox_NONCEBYTES)), box.size() - crypto_secretbox_NONCEBYTES, bytesOf(box),
                                   key->data()) != 0)
        return fail(ErrorCode::Refused, {wrong, {}});
    return open;
}

/// Characters, not bytes: a Chinese passphrase is not longer than it looks.
int lengthOf(std::string_view text) {
    return static_cast<int>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

Result<void> checkPassphrase(const Secret& passphrase) {
    if (passphrase.isEmpty() || lengthOf(passphrase.view()) < LeastPassphraseLength)
        return fail(ErrorCode::BadInput, {"passphrase-too-short", {std::to_string(LeastPassphraseLength)}});
    return {};
}

} // namespace

/// Makes the open key; nobody else can.
struct SealAccess {
    static Result<UnsealKey> open(const SealKeys& keys, const WrappedKey& wrapped, const Secret& passphrase, const char* wrong) {
        prepareSodium();
        auto opened = unwrap(wrapped, passphrase, wrong);
        if (!opened)
            return fail(opened);
        UnsealKey key;
        key.m_private = std::move(*opened);
        key.m_public.resize(crypto_box_PUBLICKEYBYTES);
        crypto_scalarmult_base(bytesOf(key.m_public), key.m_private.data());
        if (key.m_public != keys.publicKey)
            return fail(ErrorCode::Database, {"seal-damaged", {}});
        return key;
    }
};

KeyEffort KeyEffort::moderate() { return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE}; }
KeyEffort KeyEffort::least() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

std::string SealKeys::fingerprint() const { return sha256(publicKey).substr(0, 16); }

Result<std::string> UnsealKey::unseal(std::string_view sealedText) const {
    std::string text(sealedText.size() < crypto_box_SEALBYTES ? 0 : sealedText.size() - crypto_box_SEALBYTES, '\0');
    std::size_t length = 0;
    if (text.empty() || crypto_box_seal_open(bytesOf(text), bytesOf(sealedText), sealedText.size(), bytesOf(std::string_view(m_public)), m_private.data()) != 0 ||
        sodium_unpad(&length, bytesOf(text), text.size(), PaddingBlock) != 0)
        return fail(ErrorCode::Refused, {"seal-unreadable", {}});
    text.resize(length);
    return text;
}

Result<WrappedKey> UnsealKey::wrapped(const Secret& passphrase, KeyEffort effort) const {
    if (auto good = checkPassphrase(passphrase); !good)
        return fail(good);
    return wrap(m_private, passphrase, effort);
}

Result<NewSeal> makeSeal(const Secret& passphrase, KeyEffort effort) {
    if (auto good = checkPassphrase(passphrase); !good)
        return fail(good);
    prepareSodium();
    NewSeal seal{{}, makeRecoveryCode()};
    Secret privateKey(crypto_box_SECRETKEYBYTES);
    seal.keys.publicKey.resize(crypto_box_PUBLICKEYBYTES);
    crypto_box_keypair(bytesOf(seal.keys.publicKey), privateKey.data());
    auto byPassphrase = wrap(privateKey, passphrase, effort);
    if (!byPassphrase)
        return fail(byPassphrase);
    const auto code = readRecoveryCode(seal.recoveryCode.view());
    if (!code)
        return fail(code);
    auto byCode = wrap(privateKey, *code, effort);
    if (!byCode)
        return fail(byCode);
    seal.keys.byPassphrase = std::move(*byPassphrase);
    seal.keys.byRecoveryCode = std::move(*byCode);
    return seal;
}

Result<UnsealKey> openSeal(const SealKeys& keys, const Secret& passphrase) {
    return SealAccess::open(keys, keys.byPassphrase, passphrase, "passphrase-wrong");
}

Result<UnsealKey> openSealByCode(const SealKeys& keys, std::string_view typed) {
    const auto code = readRecoveryCode(typed);
    if (!code)
        return fail(code);
    return SealAccess::open(keys, keys.byRecoveryCode, *code, "recovery-code-refused");
}

std::string sealed(std::string_view publicKey, std::string_view text) {
    prepareSodium();
    std::string padded(text);
    padded.resize((text.size() / PaddingBlock + 1) * PaddingBlock);
    std::size_t length = 0;
    sodium_pad(&length, bytesOf(padded), text.size(), PaddingBlock, padded.size());
    std::string box(padded.size() + crypto_box_SEALBYTES, '\0');
    crypto_box_seal(bytesOf(box), bytesOf(std::string_view(padded)), padded.size(), bytesOf(publicKey));
    wipe(padded);
    return box;
}

} // namespace gridwarden::core
