// SPDX-License-Identifier: GPL-3.0-or-later
// Documents written by hand after GeoReport v2; what is written is looked at with other readers than our own.
#include "gis/source/open311.h"
#include "core/base/digest.h"
#include "gis/source/open311_cases.h"
#include "gis/source/xml_reader.h"
#include "tests/support/small_district.h"

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace gridwarden;
using namespace gridwarden::gis;
using test::SmallDistrict;

namespace {

constexpr const char* XmlSample = R"(<?xml version="1.0" encoding="utf-8"?>
<!-- two of them -->
<service_requests>
  <request>
    <service_request_id>638344</service_request_id>
    <status>closed</status>
    <status_notes>Duplicate request.</status_notes>
    <service_name>Sidewalk and Curb Issues</service_name>
    <service_code>006</service_code>
    <description>Corner &lt;A&gt; &amp; B &#x5360;&#36947;<![CDATA[ <raw> & ]]></description>
    <agency_responsible/>
    <service_notice></service_notice>
    <requested_datetime>2026-04-14T06:37:38-08:00</requested_datetime>
    <updated_datetime>2026-04-14T06:37:38-08:00</updated_datetime>
    <expected_datetime>2026-04-15T06:37:38-08:00</expected_datetime>
    <address>8TH AVE and JUDAH ST</address>
    <address_id>545483</address_id>
    <zipcode>94122</zipcode>
    <lat>37.762221815</lat>
    <long>-122.4651145</long>
    <media_url>http://city.gov/media/638344.jpg</media_url>
    <extended_attributes><x><status>inner</status></x></extended_attributes>
  </request>
  <request><service_request_id>2</service_request_id><lat>91</lat><long>10</long></request>
</service_requests>
)";

ServiceRequest sample() {
    ServiceRequest request;
    request.id = "638344";
    request.status = "closed";
    request.statusNotes = "Duplicate request.";
    request.serviceName = "Sidewalk and Curb Issues";
    request.serviceCode = "006";
    request.description = "Corner <A> & B 占道 <raw> &";
    request.requested = request.updated = "2026-04-14T06:37:38-08:00";
    request.expected = "2026-04-15T06:37:38-08:00";
    request.address = "8TH AVE and JUDAH ST";
    request.addressId = "545483";
    request.zipcode = "94122";
    request.media = "http://city.gov/media/638344.jpg";
    request.place = core::GeoPoint{-122.4651145, 37.762221815};
    return request;
}

std::string documentOf(const std::vector<ServiceRequest>& requests, Open311Format format) {
    std::string document = open311Head(format);
    for (std::size_t i = 0; i < requests.size(); ++i)
        document += open311Entry(requests[i], format, i == 0);
    return document + open311Tail(format);
}

std::string textOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("service requests in XML are read with their references and what is not known passed over", "[gis][open311]") {
    const auto read = readServiceRequests(XmlSample);
    REQUIRE(read);
    REQUIRE(read->size() == 2);
    CHECK((*read)[0] == sample());
    CHECK_FALSE((*read)[1].place);
    CHECK((*read)[1].placeText == "91, 10");
    CHECK((*read)[1].status.empty());
}

TEST_CASE("service requests in JSON are read whether numbers are texts or numbers and the list is wrapped or not", "[gis][open311]") {
    const std::string entry = R"({"service_request_id":638344,"status":"closed","status_notes":"Duplicate request.","service_name":"Sidewalk and Curb Issues","service_code":"006",
        "description":"Corner <A> & B 占道 <raw> &","agency_responsible":null,"requested_datetime":"2026-04-14T06:37:38-08:00","updated_datetime":"2026-04-14T06:37:38-08:00",
        "expected_datetime":"2026-04-15T06:37:38-08:00","address":"8TH AVE and JUDAH ST","address_id":"545483","zipcode":94122,"lat":"37.762221815","long":-122.4651145,
        "media_url":"http://city.gov/media/638344.jpg","extended_attributes":{"a":[1]}})";
    for (const std::string& document : {"[" + entry + "]", R"({"service_requests":[)" + entry + "]}", "\xef\xbb\xbf [" + entry + "]"}) {
        const auto read = readServiceRequests(document);
        REQUIRE(read);
        REQUIRE(read->size() == 1);
        CHECK(read->front() == sample());
    }
    CHECK(readServiceRequests("[]")->empty());
}

TEST_CASE("documents that are none are refused with the place", "[gis][open311]") {
    for (const char* wrong : {"", "  ", "{", "[1]", R"({"a":1})", "[[[[[[[[[[[[]]]]]]]]]]]]", R"([{"service_request_id":"\ud800"}])"}) {
        CAPTURE(wrong);
        const auto read = readServiceRequests(wrong);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.key == "open311-unreadable");
    }
    for (const char* wrong : {"<service_requests>", "<service_requests></request>", "<service_requests><request></service_requests>", "<a></a><b></b>",
                              "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><service_requests/>", "<service_requests>&nbsp;</service_requests>", "<service_requests>&#0;</service_requests>",
                              "<?xml version=\"1.0\" encoding=\"gbk\"?><service_requests/>", "<service_requests>\xff</service_requests>", "<service_requests a=\"/>",
                              "<service_requests/>text"}) {
        CAPTURE(wrong);
        const auto read = readServiceRequests(wrong);
        REQUIRE_FALSE(read);
        CHECK(read.error().what.key == std::string(wrong == std::string_view("<a></a><b></b>") ? "open311-unreadable" : "xml-unreadable"));
    }
    for (const int levels : {20, 40, 100'000}) { // whole documents, so that only their depth can be wrong
        std::string open, close;
        for (int i = 0; i < levels; ++i) {
            open += "<a>";
            close += "</a>";
        }
        const auto xml = readServiceRequests("<service_requests><request>" + open + close + "</request></service_requests>");
        const auto within = static_cast<std::size_t>(levels == 20 ? 4 : levels); // JSON may be less deep
        const auto json = readServiceRequests(R"([{"extended_attributes":)" + std::string(within, '[') + std::string(within, ']') + "}]");
        if (levels == 20) {
            CHECK(xml);
            CHECK(json);
            continue;
        }
        REQUIRE_FALSE(xml);
        CHECK(xml.error().detail == "too deep");
        REQUIRE_FALSE(json);
        CHECK(json.error().what.key == "open311-unreadable");
    }
    CHECK(readServiceRequests("<ns:service_requests xmlns:ns='x'><ns:request><ns:status>open</ns:status></ns:request></ns:service_requests>")->front().status == "open");
}

TEST_CASE("what is written in either format reads back the same", "[gis][open311]") {
    ServiceRequest odd = sample();
    odd.description = "a\nb\t\"c\" 'd' ]]> &amp; 𠮷";
    odd.place = core::GeoPoint{1e-7, -0.1 - 0.2};
    const std::vector requests = {sample(), odd, ServiceRequest()};
    for (const Open311Format format : {Open311Format::Json, Open311Format::Xml}) {
        const auto read = readServiceRequests(documentOf(requests, format));
        REQUIRE(read);
        CHECK(*read == requests);
        CHECK(readServiceRequests(documentOf({}, format))->empty());
    }
    CHECK(nlohmann::json::parse(documentOf(requests, Open311Format::Json))[1]["description"] == odd.description);
}

TEST_CASE("cases are handed out as GeoReport says and without who reported them", "[gis][open311]") {
    SmallDistrict small;
    const auto at = [](const char* text) { return core::parseMoment(text, core::TimeZone()).value(); };
    core::CaseDraft draft;
    draft.category = small.category("09006");
    draft.place = core::GeoPoint{120.645, 28.005};
    draft.description = "占道 <三处> & 更多";
    draft.address = "人民路1号";
    draft.contact = {"王某某", "13905770000"};
    draft.time = at("2026-11-20 09:31");
    const core::CaseId open = core::reportCase(*small.district, small.actor, draft).value();
    const core::CaseId rejected = core::reportCase(*small.district, small.actor, draft).value();
    const core::CaseId transferred = core::reportCase(*small.district, small.actor, draft).value();
    const auto step = [&](core::CaseId id, core::StepKind kind, const char* time) {
        core::StepDraft taken;
        taken.kind = kind;
        taken.time = at(time);
        taken.detail.note = "说明";
        taken.detail.organisation = small.squad;
        REQUIRE(core::takeStep(*small.district, small.actor, id, taken));
    };
    step(open, core::StepKind::File, "2026-11-20 09:40");
    step(open, core::StepKind::Dispatch, "2026-11-20 10:00");
    step(rejected, core::StepKind::Reject, "2026-11-20 09:50");
    step(transferred, core::StepKind::Transfer, "2026-11-20 09:55");
    const std::vector cases = {open, rejected, transferred};
    const auto target = small.folder / "out.json";
    REQUIRE(exportOpen311(small.district->connection(), Open311Context::of(*small.district), cases, core::now(), target, /*overwrite=*/false));
    const std::string text = textOf(target);
    CHECK(text.find("王某某") == std::string::npos);
    CHECK(text.find("13905770000") == std::string::npos);
    const auto json = nlohmann::json::parse(text);
    REQUIRE(json.size() == 3);
    const auto& first = json[0];
    CHECK(first["service_request_id"] == core::loadReport(small.district->connection(), open)->value().number);
    CHECK(first["status"] == "open");
    CHECK(first["status_notes"] == "handling");
    CHECK(first["service_code"] == "2026:matter:09006");
    CHECK(first["service_name"] == small.district->categories().find(draft.category)->name);
    CHECK(first["description"] == draft.description);
    CHECK(first["address"] == "人民路1号");
    CHECK(first["address_id"] == "01");
    CHECK(first["agency_responsible"] == small.district->people().find(small.squad)->name);
    CHECK(first["requested_datetime"] == "2026-11-20T09:31:00+08:00");
    CHECK(first["updated_datetime"] == "2026-11-20T10:00:00+08:00");
    CHECK(first["expected_datetime"] == "2026-11-20T12:00:00+08:00"); // two urgent hours
    CHECK(first["lat"] == 28.005);
    CHECK(first["long"] == 120.645);
    CHECK(first["media_url"].is_null());
    CHECK(json[1]["status"] == "closed");
    CHECK(json[2]["status"] == "open"); // somebody else still has it
    CHECK(json[2]["status_notes"] == "transferred");

    const auto again = exportOpen311(small.district->connection(), Open311Context::of(*small.district), cases, core::now(), target, /*overwrite=*/false);
    REQUIRE_FALSE(again);
    CHECK(again.error().what.key == "file-exists");
    const auto xml = small.folder / "out.xml";
    REQUIRE(exportOpen311(small.district->connection(), Open311Context::of(*small.district), cases, core::now(), xml, /*overwrite=*/false));
    CHECK(textOf(xml).find("<description>占道 &lt;三处&gt; &amp; 更多</description>") != std::string::npos);
    const auto read = readServiceRequests(textOf(xml));
    REQUIRE(read);
    CHECK(*read == *readServiceRequests(text));
    CHECK(exportOpen311(small.district->connection(), Open311Context::of(*small.district), cases, core::now(), small.folder / "none" / "out.json", false).error().what.key == "file-unwritable");
    CHECK(exportOpen311(small.district->connection(), Open311Context::of(*small.district), cases, core::now(), small.folder / "c.json", false, [](double) { return false; }).error().code == core::ErrorCode::Cancelled);
    CHECK_FALSE(std::filesystem::exists(small.folder / "c.json"));
    // As of the morning the case was not filed yet.
    const auto context = Open311Context::of(*small.district);
    const auto earlier = serviceRequestOf(context, *core::loadCase(small.district->connection(), open), at("2026-11-20 09:35"));
    REQUIRE(earlier);
    CHECK(earlier->statusNotes == "reported");
    CHECK(earlier->updated == "2026-11-20T09:31:00+08:00");
    CHECK_FALSE(serviceRequestOf(context, *core::loadCase(small.district->connection(), open), at("2026-11-20 09:30")));
    REQUIRE(exportOpen311(small.district->connection(), context, cases, at("2026-11-20 09:30"), target, /*overwrite=*/true));
    CHECK(nlohmann::json::parse(textOf(target)).empty());
}

TEST_CASE("what an import said of later and what was attached later is not handed out for a moment before", "[gis][open311]") {
    SmallDistrict small;
    const auto at = [](const char* text) { return core::parseMoment(text, core::TimeZone()).value(); };
    core::ImportedCase row;
    row.number = "A-1";
    row.reported = at("2026-03-02 09:00");
    row.filed = at("2026-03-02 10:00");
    row.closed = at("2026-03-20 10:00");
    core::ImportRecord record{"cases.csv", "", 1};
    REQUIRE(small.district->importBatch({"import-cases", {}}, small.actor, record, [&](core::Change& change) -> core::Result<void> {
        const auto counts = core::writeImportedCases(*small.district, change, std::array{row}, core::OnDuplicate::Reject);
        return counts ? core::Result<void>() : core::fail(counts);
    }));
    const core::CaseId id = core::findCase(small.district->connection(), "A-1")->value();
    const auto attach = [&](const char* name, const char* kind, const char* time) {
        core::StepDraft taken;
        taken.kind = core::StepKind::Correct;
        taken.time = at(time);
        taken.detail.note = "补充";
        taken.detail.description = name;
        std::ofstream(small.folder / name) << name;
        taken.photos = {{small.folder / name, kind, {}, {}, {}}};
        REQUIRE(core::takeStep(*small.district, small.actor, id, taken));
        return *core::sha256OfFile(small.folder / name);
    };
    attach("letter.pdf", "paper", "2026-03-21 08:00");
    const std::string first = attach("a.jpg", "after", "2026-03-21 09:00");
    const core::CaseRecord known = *core::loadCase(small.district->connection(), id);
    const auto on = [&](const char* time) { return serviceRequestOf(Open311Context::of(*small.district), known, at(time)).value(); };
    CHECK(on("2026-03-10 00:00").status == "open");
    CHECK(on("2026-03-10 00:00").statusNotes == "filed");
    CHECK(on("2026-03-20 11:00").status == "closed");
    CHECK(on("2026-03-20 11:00").media.empty());
    CHECK(on("2026-03-21 08:30").media.empty()); // a paper is no picture
    CHECK(on("2026-03-21 09:30").media.ends_with("/" + first));
}

TEST_CASE("the XML reader tells elements and texts in their order", "[gis][open311]") {
    XmlReader xml("<a x='1>2'>\r\none<b/><!-- c -->two</a>");
    using enum XmlReader::Event;
    CHECK(xml.next() == Start);
    CHECK(xml.name() == "a");
    CHECK(xml.next() == Text);
    CHECK(xml.text() == "\none");
    CHECK(xml.next() == Start);
    CHECK(xml.name() == "b");
    CHECK(xml.next() == End);
    CHECK(xml.depth() == 1);
    CHECK(xml.next() == Text);
    CHECK(xml.text() == "two");
    CHECK(xml.next() == End);
    CHECK(xml.next() == Done);
    XmlReader broken("<a>\n<b>\n</a>");
    while (const auto event = broken.next())
        REQUIRE(*event != Done);
    CHECK_FALSE(broken.next());
    XmlReader halfClosed("<a/b>");
    CHECK_FALSE(halfClosed.next());
    CHECK_FALSE(halfClosed.next());
    CHECK(halfClosed.depth() == 0);
}
