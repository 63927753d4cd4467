// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "core/base/text.h"
#include "core/cases/case_store.h"
#include "gis/crs/transform.h"

#include <charconv>

namespace gridwarden::app {

using namespace core;

namespace {

std::optional<double> numberOf(std::string_view text) {
    text = trimmed(text);
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem != std::errc{} || end != text.data() + text.size() ? std::nullopt : std::optional(value);
}

} // namespace

Result<GeoPoint> placeOf(const std::string& text, const std::string& crsText) {
    const auto parts = split(text, ',');
    const auto x = parts.size() == 2 ? numberOf(parts[0]) : std::nullopt;
    const auto y = parts.size() == 2 ? numberOf(parts[1]) : std::nullopt;
    if (!x || !y)
        return fail(ErrorCode::BadInput, {"place-unreadable", {text}});
    const auto crs = crsText.empty() ? Result<gis::Crs>(gis::Crs::cgcs2000()) : gis::Crs::parse(crsText);
    if (!crs)
        return fail(crs);
    const auto transform = gis::Transform::between(*crs, gis::Crs::cgcs2000());
    if (!transform)
        return fail(transform);
    const auto point = transform->forward(gis::MapPoint{*x, *y});
    if (!point)
        return fail(point);
    const GeoPoint place = gis::toGeoPoint(*point);
    if (!(std::abs(place.longitude) <= 180 && std::abs(place.latitude) <= 90))
        return fail(ErrorCode::BadInput, {"place-unreadable", {text}});
    return place;
}

Result<CategoryId> categoryOf(const District& district, const std::string& key) {
    const Category* category = district.categories().find(key);
    if (category == nullptr)
        return fail(ErrorCode::NotFound, {"category-unknown", {key}});
    return category->id;
}

Result<AreaKind> areaKindOf(const std::string& key) {
    const auto kind = areaKindFromKey(key);
    if (!kind)
        return fail(ErrorCode::BadInput, {"area-kind-unknown", {key}});
    return *kind;
}

Result<AreaId> areaOf(const District& district, const std::string& text, std::optional<AreaKind> kind) {
    std::string code = text;
    if (const auto colon = text.find(':'); colon != std::string::npos)
        if (const auto named = areaKindFromKey(text.substr(0, colon))) {
            kind = named;
            code = text.substr(colon + 1);
        }
    if (kind)
        if (const Area* area = district.areas().find(*kind, code))
            return area->id;
    const auto all = district.areas().withCode(code);
    if (all.empty())
        return fail(ErrorCode::NotFound, {"area-unknown", {text}});
    for (const Area* area : all)
        if (area->kind != all.front()->kind)
            return fail(ErrorCode::BadInput, {"area-ambiguous", {text}});
    return district.areas().find(all.front()->kind, code)->id; // the newest of that code
}

Result<std::optional<Moment>> momentOf(const District& district, const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto moment = parseMoment(text, district.timeZone());
    if (!moment)
        return fail(moment);
    return *moment;
}

Result<std::optional<Moment>> asOfOf(const District& district, const std::string& text) {
    if (const auto day = parseDay(text))
        return district.timeZone().start(*day + std::chrono::days(1)) - seconds(1);
    return momentOf(district, text);
}

Result<std::optional<Day>> dayOf(const std::string& text) {
    if (text.empty())
        return std::nullopt;
    const auto day = parseDay(text);
    if (!day)
        return fail(day);
    return *day;
}

Result<CaseId> caseOf(District& district, const std::string& number) {
    const auto found = findCase(district.connection(), number);
    if (!found)
        return fail(found);
    if (!*found)
        return fail(ErrorCode::NotFound, {"case-number-unknown", {number}});
    return **found;
}

Language paperLanguage(const std::string& key) {
    return key == "en" ? Language::English : Language::Chinese;
}

} // namespace gridwarden::app
