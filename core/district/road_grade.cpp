// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district/road_grade.h"

#include "core/base/text.h"
#include "core/base/words.h"

namespace gridwarden::core {

std::string roadGradeFrom(std::string_view text) {
    const std::string_view wanted = trimmed(text);
    for (const std::string_view key : RoadGrades)
        for (const std::string& name : {std::string(key), word("road_grades", key, Language::Chinese), word("road_grades", key, Language::English)})
            if (lowered(wanted) == lowered(name))
                return std::string(key);
    return std::string(wanted);
}

} // namespace gridwarden::core
