// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/coordinate_text.h"

#include "core/base/text.h"
#include "gis/source/text_cursor.h"

#include <charconv>
#include <cmath>
#include <string>
#include <vector>

namespace gridwarden::gis {

namespace {

using core::ErrorCode;

tl::unexpected<core::Error> failure(std::string_view key, std::string_view text) {
    return core::fail(ErrorCode::BadInput, {std::string(key), {std::string(text)}});
}

/// A whole text as a finite number.
std::optional<double> number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-"))
        text.remove_prefix(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value))
        return std::nullopt;
    return value;
}

/// Takes a number without a sign from the front.
std::optional<double> takeNumber(TextCursor& cursor) {
    std::size_t length = cursor.digitsAhead();
    if (length == 0)
        return std::nullopt;
    const std::string_view rest = cursor.rest();
    if (length < rest.size() && rest[length] == '.') {
        TextCursor behind(rest.substr(length + 1));
        length += 1 + behind.digitsAhead();
    }
    const auto value = number(rest.substr(0, length));
    cursor.take(rest.substr(0, length));
    return value;
}

/// The sense of a letter or word of a hemisphere that comes next.
struct Hemisphere {
    Axis axis;
    double sign;
};
std::optional<Hemisphere> takeHemisphere(TextCursor& cursor) {
    if (cursor.takeAny({"东经", "東經", "E", "e"}))
        return Hemisphere{Axis::X, 1};
    if (cursor.takeAny({"西经", "西經", "W", "w"}))
        return Hemisphere{Axis::X, -1};
    if (cursor.takeAny({"北纬", "北緯", "N", "n"}))
        return Hemisphere{Axis::Y, 1};
    if (cursor.takeAny({"南纬", "南緯", "S", "s"}))
        return Hemisphere{Axis::Y, -1};
    return std::nullopt;
}

/// Degrees, then minutes, then seconds; a part with a fraction is the last one.
std::optional<double> takeSexagesimal(TextCursor& cursor) {
    double value = 0;
    double unit = 1;
    for (int part = 0; part < 3; ++part, unit /= 60) {
        if (part > 0 && cursor.digitsAhead() == 0)
            break;
        const std::string_view before = cursor.rest();
        const auto amount = takeNumber(cursor);
        if (!amount || (part > 0 && *amount >= 60))
            return std::nullopt;
        value += *amount * unit;
        const bool isLast = before.substr(0, before.size() - cursor.rest().size()).find('.') != std::string_view::npos;
        const bool wasBlank = cursor.blanks();
        const bool hasSign = part == 0   ? cursor.takeAny({"°", "º", "度", "d"})
                             : part == 1 ? cursor.takeAny({"'", "′", "’", "分", "m"})
                                         : cursor.takeAny({"\"", "″", "”", "''", "′′", "’’", "秒"});
        if (hasSign)
            cursor.blanks();
        else if (!wasBlank)
            break;
        if (isLast)
            break;
    }
    return value;
}

bool isInRange(double degrees, Axis axis) {
    return std::abs(degrees) <= (axis == Axis::X ? 180.0 : 90.0);
}

} // namespace

core::Result<double> parseCoordinate(std::string_view text, Axis axis, bool isGeographic) {
    const std::string_view value = core::trimmed(text);
    if (const auto plain = number(value)) {
        if (isGeographic && !isInRange(*plain, axis))
            return failure("coordinate-out-of-range", value);
        return *plain;
    }
    if (!isGeographic)
        return failure("coordinate-unreadable", value);
    TextCursor cursor(value);
    auto hemisphere = takeHemisphere(cursor);
    cursor.blanks();
    const bool isNegative = !hemisphere && cursor.take("-");
    const auto degrees = takeSexagesimal(cursor);
    if (!degrees)
        return failure("coordinate-unreadable", value);
    cursor.blanks();
    if (!hemisphere && !isNegative)
        hemisphere = takeHemisphere(cursor);
    if (!cursor.atEnd())
        return failure("coordinate-unreadable", value);
    if (hemisphere && hemisphere->axis != axis)
        return failure("coordinate-wrong-axis", value);
    const double found = *degrees * (isNegative ? -1 : hemisphere ? hemisphere->sign : 1);
    if (!isInRange(found, axis))
        return failure("coordinate-out-of-range", value);
    return found;
}

core::Result<std::optional<MapPoint>> parseWktPoint(std::string_view text, bool isGeographic) {
    const std::string_view value = core::trimmed(text);
    TextCursor cursor(value);
    if (cursor.takeWord("srid=")) {
        while (cursor.digitsAhead() != 0)
            cursor.digits(1, 1);
        if (!cursor.take(";"))
            return failure("point-unreadable", value);
    }
    if (!cursor.takeWord("point"))
        return failure("point-unreadable", value);
    cursor.blanks();
    if (cursor.takeWord("zm") || cursor.takeWord("z") || cursor.takeWord("m"))
        cursor.blanks();
    if (cursor.takeWord("empty") && cursor.atEnd())
        return std::optional<MapPoint>();
    if (!cursor.take("(") || !cursor.rest().ends_with(')'))
        return failure("point-unreadable", value);
    std::vector<double> numbers;
    for (const std::string& part : core::split(cursor.rest().substr(0, cursor.rest().size() - 1), ' ')) {
        if (core::trimmed(part).empty())
            continue;
        const auto coordinate = number(core::trimmed(part));
        if (!coordinate)
            return failure("point-unreadable", value);
        numbers.push_back(*coordinate);
    }
    if (numbers.size() < 2 || numbers.size() > 4)
        return failure("point-unreadable", value);
    if (isGeographic && (!isInRange(numbers[0], Axis::X) || !isInRange(numbers[1], Axis::Y)))
        return failure("coordinate-out-of-range", value);
    return std::optional(MapPoint{numbers[0], numbers[1]});
}

} // namespace gridwarden::gis
