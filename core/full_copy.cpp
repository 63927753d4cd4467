// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/full_copy.h"

namespace gridwarden::core {

std::optional<Message> noteFullCopy(District* district, const Actor& actor, const std::filesystem::path& target) {
    std::error_code problem;
    const std::filesystem::path absolute = std::filesystem::absolute(target, problem);
    const std::string file = (problem ? target : absolute).string();
    const auto cases = district == nullptr ? Result<std::int64_t>(0)
                                           : district->connection().integer("SELECT count(*) FROM case_report");
    if (district == nullptr || !cases || !district->note({"full-copy", {file, std::to_string(*cases)}}, actor))
        return Message{"copy-not-noted", {file}};
    return std::nullopt;
}

} // namespace gridwarden::core
