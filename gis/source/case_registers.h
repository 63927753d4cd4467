// SPDX-License-Identifier: GPL-3.0-or-later
// What of a district the rows of a table are read with: snapshots, so that another thread than the district's may use them.
#pragma once

#include "core/district.h"

namespace gridwarden::gis {

struct CaseRegisters {
    std::shared_ptr<const core::CategoryRegister> categories;
    std::shared_ptr<const core::PeopleRegister> people;
    std::shared_ptr<const core::AreaRegister> areas;
    std::vector<core::CaseSource> sources;
    core::TimeZone zone; ///< of the district's days

    [[nodiscard]] static CaseRegisters of(const core::District& district) {
        return {district.categorySnapshot(), district.peopleSnapshot(), district.areaSnapshot(), district.sources(),
                district.timeZone()};
    }
};

} // namespace gridwarden::gis
