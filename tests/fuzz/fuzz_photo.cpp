// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture says about itself.
#include "gis/source/photo.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace gridwarden;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto info = gis::readPhoto(fuzz::fileWith("photo.jpg", fuzz::Input(data, size).rest()));
    if (!fuzz::isGood(info))
        return 0;
    require(info->orientation >= 1 && info->orientation <= 8, "an orientation is 1 to 8");
    if (info->place)
        require(std::abs(info->place->longitude) <= 181 && std::abs(info->place->latitude) <= 91, "a place lies on the earth"); // a datum shift may lead over the edge
    if (info->taken) {
        const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(*info->taken));
        require(day.year() >= std::chrono::year(1990) && day.year() <= std::chrono::year(9999), "a year of photographs");
    }
    require(!info->offset || std::chrono::abs(*info->offset) < std::chrono::hours(15), "an offset below 15 hours");
    (void)info->moment(core::TimeZone());
    return 0;
}
