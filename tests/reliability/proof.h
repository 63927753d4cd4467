// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a district file is whole, by everything that can be asked of it.
#pragma once

#include "core/district.h"

#include <map>
#include <string>
#include <vector>

namespace gridwarden::test {

struct Proof {
    std::vector<std::string> faults; ///< what is wrong; empty when all is well
    std::int64_t entries = 0;        ///< the journal's last sequence
    std::map<std::int64_t, std::int64_t> journal; ///< sequence → entry
    std::map<std::string, std::int64_t> rows;     ///< by table
    std::string digest;                           ///< of all rows of all tables
    bool isTold = false;                          ///< the one before left a note of work that did not come to be
};

/// Whether the photos lie beside the file; those of a copy lie beside the original only.
enum class Photos { Beside, Elsewhere };

/// Opens for writing as a person would, looks at everything and closes again. Nothing but an interrupted write may be in the way.
[[nodiscard]] Proof prove(const std::filesystem::path& path, Photos photos = Photos::Beside);
/// The same for what is already open: the file, and that the registers in memory are what the file says.
[[nodiscard]] Proof prove(core::District& district, Photos photos = Photos::Beside);
/// Opens, makes a change and closes; says what went wrong or was left behind.
[[nodiscard]] std::string changeOnce(const std::filesystem::path& path);
/// What is wrong, a line each; for CHECK(faultText(proof) == "").
[[nodiscard]] std::string faultText(const Proof& proof);

} // namespace gridwarden::test
