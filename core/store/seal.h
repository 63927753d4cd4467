// SPDX-License-Identifier: GPL-3.0-or-later
// Sealing: everybody can put something in, only who knows the passphrase (or the recovery code) can read it again.
// A pair of keys per district; the public one seals (X25519, XSalsa20-Poly1305), the private one lies in the file under a
// key made of the passphrase by Argon2id, and once more under the recovery code.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace gridwarden::core {

/// What making a key of a passphrase costs.
struct KeyEffort {
    std::uint64_t operations;
    std::uint64_t memory; ///< bytes
    /// About a second and 256 MB.
    [[nodiscard]] static KeyEffort moderate();
    /// The least that is possible, for tests.
    [[nodiscard]] static KeyEffort least();
};

/// The private key as it lies in the file.
struct WrappedKey {
    std::string salt;
    KeyEffort effort{0, 0};
    std::string box; ///< nonce and encrypted key
};

/// What the file keeps of a seal.
struct SealKeys {
    std::string publicKey;
    WrappedKey byPassphrase;
    WrappedKey byRecoveryCode;
    /// Names the pair of keys in the journal.
    [[nodiscard]] std::string fingerprint() const;
};

/// The private key, open.
class UnsealKey {
  public:
    /// The text that was sealed for this pair of keys. Errors: Refused "seal-unreadable".
    [[nodiscard]] Result<std::string> unseal(std::string_view sealed) const;
    /// The key under a passphrase. Slow: for a worker. Errors: BadInput "passphrase-too-short" {least}; Io "memory-missing".
    [[nodiscard]] Result<WrappedKey> wrapped(const Secret& passphrase, KeyEffort effort) const;

  private:
    friend struct SealAccess;
    Secret m_private;
    std::string m_public;
};

inline constexpr int LeastPassphraseLength = 8; ///< characters

struct NewSeal {
    SealKeys keys;
    Secret recoveryCode; ///< as printed
};
/// Makes a seal. Slow: for a worker. Errors: as UnsealKey::wrapped.
[[nodiscard]] Result<NewSeal> makeSeal(const Secret& passphrase, KeyEffort effort = KeyEffort::moderate());
/// Slow: for a worker. Errors: Refused "passphrase-wrong"; Io "memory-missing"; Database "seal-damaged".
[[nodiscard]] Result<UnsealKey> openSeal(const SealKeys& keys, const Secret& passphrase);
/// As openSeal, with the code as typed. Errors: those of readRecoveryCode; Refused "recovery-code-refused".
[[nodiscard]] Result<UnsealKey> openSealByCode(const SealKeys& keys, std::string_view typed);

/// Seals a text for the holder of the private key; padded, so that its length tells little.
[[nodiscard]] std::string sealed(std::string_view publicKey, std::string_view text);

} // namespace gridwarden::core
