// SPDX-License-Identifier: GPL-3.0-or-later
// Service requests of strangers, in JSON and XML.
#include "gis/source/open311.h"
#include "gis/source/xml_reader.h"
#include "tests/fuzz/fuzz.h"

using namespace gridwarden;
using namespace gridwarden::gis;

namespace {

void readsBack(const std::vector<ServiceRequest>& requests, Open311Format format) {
    std::string document = open311Head(format);
    for (std::size_t i = 0; i < requests.size(); ++i)
        document += open311Entry(requests[i], format, i == 0);
    const auto again = readServiceRequests(document + open311Tail(format));
    fuzz::require(again.has_value() && again->size() == requests.size(), "what was read can be written and read again");
    for (std::size_t i = 0; i < requests.size(); ++i) {
        ServiceRequest written = requests[i];
        written.placeText.clear(); // what is no place is not handed on
        fuzz::require((*again)[i] == written, "a request reads back the same");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view document = fuzz::Input(data, size).rest();
    (void)looksLikeServiceRequests(document);
    const auto requests = readServiceRequests(document);
    if (fuzz::isGood(requests)) {
        for (const ServiceRequest& request : *requests)
            fuzz::require(!request.place || request.placeText.empty(), "a place is a place or a text");
        readsBack(*requests, Open311Format::Json);
        readsBack(*requests, Open311Format::Xml);
    }
    XmlReader xml(document);
    std::size_t events = 0;
    while (true) {
        const auto event = xml.next();
        if (!fuzz::isGood(event) || *event == XmlReader::Event::Done)
            break;
        fuzz::require(++events <= 2 * size, "an event takes something of the document");
        fuzz::require(xml.depth() <= 32, "elements are not nested without end");
    }
    return 0;
}
