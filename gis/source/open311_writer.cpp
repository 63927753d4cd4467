// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/open311_members.h"

#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

namespace {

using Json = nlohmann::ordered_json;

/// The shortest decimals that read back the same.
std::string decimals(double value) {
    std::array<char, 400> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return {digits.data(), written.ptr};
}

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char c : text)
        switch (c) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        default:
            safe += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    return safe;
}

std::string jsonEntry(const ServiceRequest& request) {
    Json entry = Json::object();
    eachOpen311Member(request, [&](const char* name, const std::string& text) { entry[name] = text.empty() ? Json() : Json(text); });
    entry["lat"] = request.place ? Json(request.place->latitude) : Json();
    entry["long"] = request.place ? Json(request.place->longitude) : Json();
    return entry.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string xmlEntry(const ServiceRequest& request) {
    std::string entry = "  <request>\n";
    const auto add = [&](const char* name, const std::string& text) {
        entry += std::string("    <") + name + ">" + escaped(text) + "</" + name + ">\n";
    };
    eachOpen311Member(request, add);
    add("lat", request.place ? decimals(request.place->latitude) : std::string());
    add("long", request.place ? decimals(request.place->longitude) : std::string());
    return entry + "  </request>\n";
}

} // namespace

std::string open311Head(Open311Format format) {
    return format == Open311Format::Json ? "[" : "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<service_requests>\n";
}

std::string open311Entry(const ServiceRequest& request, Open311Format format, bool isFirst) {
    if (format == Open311Format::Xml)
        return xmlEntry(request);
    return (isFirst ? "\n" : ",\n") + jsonEntry(request);
}

std::string open311Tail(Open311Format format) {
    return format == Open311Format::Json ? "\n]\n" : "</service_requests>\n";
}

} // namespace gridwarden::gis
