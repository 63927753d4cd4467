// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/open311.h"

#include "core/base/text.h"
#include "gis/source/open311_members.h"
#include "gis/source/xml_reader.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;
using nlohmann::json;

namespace {

constexpr std::size_t MostRequests = 50'000;
constexpr int DeepestNesting = 8;

auto unreadable(std::size_t position) { return fail(ErrorCode::BadInput, {"open311-unreadable", {std::to_string(position)}}); }
auto tooMany() { return fail(ErrorCode::BadInput, {"open311-too-many", {std::to_string(MostRequests)}}); }

/// Line ends as "\n", no control characters, no blanks at the ends: what both formats can carry.
std::string cleaned(std::string_view text) {
    std::string clean;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r') {
            if (i + 1 == text.size() || text[i + 1] != '\n')
                clean += '\n';
        } else {
            clean += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
        }
    }
    return std::string(core::trimmed(clean));
}

std::optional<double> number(const std::string& text) {
    double value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    return problem == std::errc() && end == text.data() + text.size() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// Takes in the members of one request by their names.
class RequestBuilder {
public:
    void add(std::string_view name, std::string_view value) {
        if (name == "lat")
            m_latitude = cleaned(value);
        else if (name == "long")
            m_longitude = cleaned(value);
        else
            eachOpen311Member(m_request, [&](std::string_view member, std::string& text) {
                if (member == name)
                    text = cleaned(value);
            });
    }
    ServiceRequest finished() {
        const auto latitude = number(m_latitude), longitude = number(m_longitude);
        if (latitude && longitude && std::abs(*latitude) <= 90 && std::abs(*longitude) <= 180)
            m_request.place = core::GeoPoint{*longitude, *latitude};
        else if (!m_latitude.empty() || !m_longitude.empty())
            m_request.placeText = m_latitude + ", " + m_longitude;
        return std::move(m_request);
    }

private:
    ServiceRequest m_request;
    std::string m_latitude;
    std::string m_longitude;
};

Result<std::vector<ServiceRequest>> readJson(std::string_view document) {
    bool isTooDeep = false;
    const auto watch = [&](int depth, json::parse_event_t, json&) {
        isTooDeep = isTooDeep || depth > DeepestNesting;
        return depth <= DeepestNesting;
    };
    const json parsed = json::parse(document, watch, /*allow_exceptions=*/false);
    if (parsed.is_discarded() || isTooDeep)
        return unreadable(1);
    const json* list = &parsed;
    if (parsed.is_object()) // some wrap the list
        for (const char* name : {"service_requests", "requests"})
            if (const auto found = parsed.find(name); found != parsed.end())
                list = &*found;
    if (!list->is_array())
        return unreadable(1);
    if (list->size() > MostRequests)
        return tooMany();
    std::vector<ServiceRequest> requests;
    for (const json& entry : *list) {
        if (!entry.is_object())
            return unreadable(requests.size() + 1);
        RequestBuilder builder;
        for (const auto& [name, value] : entry.items()) {
            if (value.is_string())
                builder.add(name, value.get_ref<const std::string&>());
            else if (value.is_number() || value.is_boolean())
                builder.add(name, value.dump());
        }
        requests.push_back(builder.finished());
    }
    return requests;
}

Result<std::vector<ServiceRequest>> readXml(std::string_view document) {
    XmlReader xml(document);
    std::vector<ServiceRequest> requests;
    std::optional<RequestBuilder> builder;
    while (true) {
        const auto event = xml.next();
        if (!event)
            return fail(event);
        if (*event == XmlReader::Event::Done)
            return requests;
        if (*event == XmlReader::Event::Start && builder) {
            const std::string name = xml.name();
            const auto text = xml.elementText();
            if (!text)
                return fail(text);
            builder->add(name, *text);
        } else if (*event == XmlReader::Event::Start && xml.name() == "request") {
            if (requests.size() == MostRequests)
                return tooMany();
            builder.emplace();
        } else if (*event == XmlReader::Event::End && builder) { // of the request: its members were read to their ends
            requests.push_back(builder->finished());
            builder.reset();
        } else if (*event == XmlReader::Event::Start && xml.depth() == 1 && xml.name() != "service_requests" && xml.name() != "requests") {
            return unreadable(1);
        }
    }
}

} // namespace

bool looksLikeServiceRequests(std::string_view start) {
    return start.find("service_request_id") != std::string_view::npos || start.find("<service_requests") != std::string_view::npos ||
           start.find("requested_datetime") != std::string_view::npos;
}

Result<std::vector<ServiceRequest>> readServiceRequests(std::string_view document) {
    if (document.starts_with("\xef\xbb\xbf"))
        document.remove_prefix(3);
    const std::size_t first = document.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return unreadable(1);
    return document[first] == '<' ? readXml(document) : readJson(document);
}

} // namespace gridwarden::gis
