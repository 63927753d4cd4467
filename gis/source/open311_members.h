// SPDX-License-Identifier: GPL-3.0-or-later
// The members of a service request under the names of GeoReport v2, for its reader and its writer.
#pragma once

#include "gis/source/open311.h"

namespace gridwarden::gis {

/// Calls use(name, text) for each text. lat and long are apart: they are numbers.
template <class Request, class Use> void eachOpen311Member(Request& request, Use use) {
    use("service_request_id", request.id);
    use("status", request.status);
    use("status_notes", request.statusNotes);
    use("service_name", request.serviceName);
    use("service_code", request.serviceCode);
    use("description", request.description);
    use("agency_responsible", request.agency);
    use("service_notice", request.notice);
    use("requested_datetime", request.requested);
    use("updated_datetime", request.updated);
    use("expected_datetime", request.expected);
    use("address", request.address);
    use("address_id", request.addressId);
    use("zipcode", request.zipcode);
    use("media_url", request.media);
}

} // namespace gridwarden::gis
