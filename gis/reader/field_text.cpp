// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/field_text.h"

#include <cmath>
#include <cpl_conv.h>
#include <fmt/format.h>
#include <ogrsf_frmts.h>

namespace gridwarden::gis {

namespace {

/// The shortest text that reads as the same number, without an exponent where that is readable.
std::string numberText(double value, bool isSingle) {
    const double size = std::abs(value);
    if (!std::isfinite(value) || (size != 0 && (size < 1e-7 || size >= 1e17)))
        return fmt::format("{}", value);
    std::string text = isSingle ? fmt::format("{}", static_cast<float>(value)) : fmt::format("{}", value);
    if (text.find('e') != std::string::npos)
        text = fmt::format("{:.0f}", value);
    if (text.ends_with(".0"))
        text.resize(text.size() - 2);
    return text;
}

std::string dateText(const OGRFeature& feature, int field, OGRFieldType type) {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    feature.GetFieldAsDateTime(field, &year, &month, &day, &hour, &minute, &second, &zone);
    std::string text;
    if (type != OFTTime)
        text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
    if (type == OFTDate)
        return text;
    if (type == OFTDateTime)
        text += 'T';
    const int whole = static_cast<int>(second);
    const int milliseconds = static_cast<int>(std::lround((second - static_cast<float>(whole)) * 1000));
    text += fmt::format("{:02}:{:02}:{:02}", hour, minute, whole);
    if (milliseconds > 0 && milliseconds < 1000)
        text += fmt::format(".{:03}", milliseconds);
    if (zone == 100) // GDAL: 100 is UTC, each step a quarter of an hour; 0 and 1 say nothing
        text += 'Z';
    else if (zone > 1)
        text += fmt::format("{}{:02}:{:02}", zone < 100 ? '-' : '+', std::abs(zone - 100) / 4,
                            std::abs(zone - 100) % 4 * 15);
    return text;
}

} // namespace

std::string valueText(const OGRFeature& feature, int field) {
    const OGRFieldDefn& definition = *feature.GetFieldDefnRef(field);
    switch (definition.GetType()) {
    case OFTInteger:
        if (definition.GetSubType() == OFSTBoolean)
            return feature.GetFieldAsInteger(field) != 0 ? "true" : "false";
        return std::to_string(feature.GetFieldAsInteger(field));
    case OFTInteger64:
        return std::to_string(feature.GetFieldAsInteger64(field));
    case OFTReal:
        return numberText(feature.GetFieldAsDouble(field), definition.GetSubType() == OFSTFloat32);
    case OFTDate:
    case OFTTime:
    case OFTDateTime:
        return dateText(feature, field, definition.GetType());
    case OFTIntegerList:
    case OFTInteger64List:
    case OFTRealList:
    case OFTStringList: {
        char* const list = feature.GetFieldAsSerializedJSon(field);
        std::string text = list ? list : "";
        CPLFree(list);
        return text;
    }
    default:
        return feature.GetFieldAsString(field);
    }
}

} // namespace gridwarden::gis
