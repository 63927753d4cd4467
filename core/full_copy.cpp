// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/full_copy.h"

namespace gridwarden::core {

Result<void> noteFullCopy(District& district, const Actor& actor, const std::filesystem::path& target) {
    const auto cases = district.connection().integer("SELECT count(*) FROM case_report");
    if (!cases)
        return fail(cases);
    std::error_code problem;
    const std::filesystem::path whole = std::filesystem::absolute(target, problem);
    const auto noted = district.note({"full-copy", {(problem ? target : whole).string(), std::to_string(*cases)}}, actor);
    return noted ? Result<void>() : fail(noted);
}

} // namespace gridwarden::core
