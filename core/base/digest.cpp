// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"

#include "core/base/resources.h"

#include <array>
#include <sodium.h>

namespace gridwarden::core {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
    std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

Result<std::string> sha256OfFile(const std::filesystem::path& path) {
    const auto bytes = readFile(path);
    if (!bytes)
        return fail(bytes);
    return sha256(*bytes);
}

} // namespace gridwarden::core
