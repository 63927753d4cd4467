// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/photo.h"

#include "core/base/text.h"
#include "gis/crs/gcj02.h"

#include <charconv>
#include <cmath>
#include <exiv2/exiv2.hpp>
#include <fstream>
#include <mutex>

namespace gridwarden::gis {

namespace {

const Exiv2::Exifdatum* find(const Exiv2::ExifData& exif, const char* key) {
    const auto found = exif.findKey(Exiv2::ExifKey(key));
    return found == exif.end() || found->count() == 0 ? nullptr : &*found;
}

std::string textOf(const Exiv2::ExifData& exif, const char* key) {
    const Exiv2::Exifdatum* datum = find(exif, key);
    if (datum == nullptr)
        return {};
    std::string text = datum->toString();
    text.erase(std::find(text.begin(), text.end(), '\0'), text.end());
    return std::string(core::trimmed(text));
}

/// Degrees, minutes and seconds as three fractions.
std::optional<double> degreesOf(const Exiv2::ExifData& exif, const char* key) {
    const Exiv2::Exifdatum* datum = find(exif, key);
    if (datum == nullptr || datum->count() < 1)
        return {};
    double degrees = 0;
    double share = 1;
    for (long part = 0; part < std::min<long>(3, static_cast<long>(datum->count())); ++part, share /= 60) {
        const Exiv2::Rational fraction = datum->toRational(part);
        if (fraction.second == 0)
            return {};
        degrees += share * fraction.first / fraction.second;
    }
    return degrees;
}

std::optional<core::GeoPoint> placeOf(const Exiv2::ExifData& exif) {
    auto longitude = degreesOf(exif, "Exif.GPSInfo.GPSLongitude");
    auto latitude = degreesOf(exif, "Exif.GPSInfo.GPSLatitude");
    if (!longitude || !latitude)
        return {};
    if (textOf(exif, "Exif.GPSInfo.GPSLongitudeRef") == "W")
        longitude = -*longitude;
    if (textOf(exif, "Exif.GPSInfo.GPSLatitudeRef") == "S")
        latitude = -*latitude;
    const bool isNoFix = *longitude == 0 && *latitude == 0;
    if (isNoFix || !std::isfinite(*longitude) || !std::isfinite(*latitude) || std::abs(*longitude) > 180 ||
        std::abs(*latitude) > 90)
        return {};
    return core::GeoPoint{*longitude, *latitude};
}

/// "gcj02" for "GCJ-02", "GCJ 02", "gcj02".
std::string bareName(std::string_view datum) {
    std::string bare;
    for (const char letter : core::lowered(datum))
        if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            bare += letter;
    return bare;
}

std::optional<int> number(std::string_view text) {
    unsigned value = 0; // without a sign
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(static_cast<int>(value)) : std::nullopt;
}

/// "2026:11:21 09:31:00"
std::optional<core::LocalTime> clockReading(std::string_view text) {
    if (text.size() < 19)
        return {};
    const auto year = number(text.substr(0, 4)), month = number(text.substr(5, 2)), day = number(text.substr(8, 2));
    const auto hour = number(text.substr(11, 2)), minute = number(text.substr(14, 2)), second = number(text.substr(17, 2));
    if (!year || !month || !day || !hour || !minute || !second)
        return {};
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok() || *year < 1990 || *hour > 23 || *minute > 59 || *second > 59)
        return {};
    return core::Day(date) + std::chrono::hours(*hour) + std::chrono::minutes(*minute) + std::chrono::seconds(*second);
}

/// "+08:00"
std::optional<core::seconds> offsetReading(std::string_view text) {
    if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':')
        return {};
    const auto hours = number(text.substr(1, 2)), minutes = number(text.substr(4, 2));
    if (!hours || !minutes || *hours > 14 || *minutes > 59)
        return {};
    const core::seconds offset = std::chrono::hours(*hours) + std::chrono::minutes(*minutes);
    return text[0] == '-' ? -offset : offset;
}

PhotoInfo infoOf(const Exiv2::ExifData& exif) {
    PhotoInfo info;
    info.datum = textOf(exif, "Exif.GPSInfo.GPSMapDatum");
    info.place = placeOf(exif);
    if (const std::string bare = bareName(info.datum); info.place && !bare.empty()) {
        if (bare == "gcj02")
            info.place = fromGcj02(*info.place);
        else if (bare == "bd09" || bare == "bd09ll")
            info.place = fromBd09(*info.place);
        else
            info.isDatumKnown = bare.starts_with("wgs84") || bare.starts_with("wgs1984") || bare.starts_with("cgcs2000");
    }
    info.taken = clockReading(textOf(exif, "Exif.Photo.DateTimeOriginal"));
    info.offset = offsetReading(textOf(exif, "Exif.Photo.OffsetTimeOriginal"));
    if (const Exiv2::Exifdatum* orientation = find(exif, "Exif.Image.Orientation"); orientation != nullptr) {
        const long value = orientation->toLong();
        info.orientation = value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
    }
    return info;
}

} // namespace

std::optional<core::Moment> PhotoInfo::moment(const core::TimeZone& zone) const {
    if (!taken)
        return {};
    return offset ? core::Moment(taken->time_since_epoch() - *offset) : zone.toUtc(*taken);
}

core::Result<PhotoInfo> readPhoto(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error) || !std::ifstream(path, std::ios::binary))
        return core::fail(core::ErrorCode::Io, {"photo-unreadable", {path.filename().string()}}, path.string());
    static std::once_flag once;
    std::call_once(once, [] {
        Exiv2::XmpParser::initialize();
        Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
    });
    try {
        const auto image = Exiv2::ImageFactory::open(path.string());
        image->readMetadata();
        return infoOf(image->exifData());
    } catch (const std::exception&) { // not a picture of a kind that carries EXIF, or a damaged one: nothing is known
        return PhotoInfo{};
    }
}

} // namespace gridwarden::gis
