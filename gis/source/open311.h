// SPDX-License-Identifier: GPL-3.0-or-later
// Service requests as Open311 GeoReport v2 exchanges them, in JSON and XML.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// Texts as they were written, without blanks at their ends; empty where there is none. Times are ISO 8601 with a zone.
struct ServiceRequest {
    std::string id; ///< service_request_id
    std::string status; ///< "open" or "closed"
    std::string statusNotes;
    std::string serviceName;
    std::string serviceCode;
    std::string description;
    std::string agency;    ///< agency_responsible
    std::string notice;    ///< service_notice
    std::string requested; ///< requested_datetime
    std::string updated;
    std::string expected;
    std::string address;
    std::string addressId;
    std::string zipcode;
    std::string media; ///< media_url
    std::optional<core::GeoPoint> place; ///< lat and long: WGS 84 degrees
    std::string placeText; ///< "lat, long" where they are no place
    bool operator==(const ServiceRequest&) const = default;
};

enum class Open311Format { Json, Xml };

/// Whether a document that begins like this holds service requests.
[[nodiscard]] bool looksLikeServiceRequests(std::string_view start);
/// All of a document, whose format is seen from its first character. Errors: BadInput "open311-unreadable" {position},
/// "xml-unreadable" {line}, "open311-too-many" {most}.
[[nodiscard]] core::Result<std::vector<ServiceRequest>> readServiceRequests(std::string_view document);

/// The parts of a document: its beginning, an entry (`isFirst` of them), its end.
[[nodiscard]] std::string open311Head(Open311Format format);
[[nodiscard]] std::string open311Entry(const ServiceRequest& request, Open311Format format, bool isFirst);
[[nodiscard]] std::string open311Tail(Open311Format format);

} // namespace gridwarden::gis
