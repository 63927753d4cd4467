// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/seal_store.h"

namespace gridwarden::core {

namespace {
constexpr std::size_t PublicKeySize = 32;
}

Result<std::optional<SealKeys>> loadSealKeys(Connection& connection) {
    SealKeys keys;
    int found = 0;
    bool fits = true;
    const auto read = connection.each("SELECT way, public_key, salt, operations, memory, box FROM seal_key", {}, [&](const Row& row) {
        WrappedKey& wrapped = row.text(0) == "passphrase" ? keys.byPassphrase : keys.byRecoveryCode;
        wrapped = {row.blob(2), {static_cast<std::uint64_t>(row.integer(3)), static_cast<std::uint64_t>(row.integer(4))}, row.blob(5)};
        fits = fits && (found == 0 || keys.publicKey == row.blob(1));
        keys.publicKey = row.blob(1);
        ++found;
        return true;
    });
    if (!read)
        return fail(read);
    if (found == 0)
        return std::nullopt;
    if (found != 2 || !fits || keys.publicKey.size() != PublicKeySize)
        return fail(ErrorCode::Database, {"seal-damaged", {}});
    return keys;
}

Result<void> saveSealKeys(Change& change, const SealKeys& keys) {
    for (const auto& [way, wrapped] : {std::pair("passphrase", &keys.byPassphrase), std::pair("recovery", &keys.byRecoveryCode)}) {
        const auto done =
            change.connection().run("INSERT OR REPLACE INTO seal_key(way, public_key, salt, operations, memory, box) VALUES (?,?,?,?,?,?)",
                                    {way, Blob{keys.publicKey}, Blob{wrapped->salt}, static_cast<std::int64_t>(wrapped->effort.operations),
                                     static_cast<std::int64_t>(wrapped->effort.memory), Blob{wrapped->box}});
        if (!done)
            return fail(done);
    }
    return {};
}

} // namespace gridwarden::core
