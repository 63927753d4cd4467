// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/gpx_tracks.h"

#include "core/base/text.h"
#include "gis/source/byte_source.h"
#include "gis/source/encoding.h"
#include "gis/source/time_format.h"

#include <algorithm>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

using Event = XmlReader::Event;

/// Takes in a document element by element.
class GpxReader {
public:
    GpxReader(XmlReader& xml, TrackCollector& collector) : m_xml(xml), m_collector(collector) {
        m_collector.nameAxes("lon", "lat");
    }

    [[nodiscard]] std::size_t points() const { return m_points; }

    Result<void> read(const std::function<bool()>& goOn) {
        auto done = readToEnd(goOn);
        if (m_waypoints > 0)
            m_collector.remark({"gpx-waypoints-left-out", {std::to_string(m_waypoints)}});
        if (m_routes > 0)
            m_collector.remark({"gpx-routes-left-out", {std::to_string(m_routes)}});
        return done;
    }

private:
    Result<void> readToEnd(const std::function<bool()>& goOn) {
        constexpr std::size_t EventsBetweenLooks = 50'000;
        for (std::size_t events = 1;; ++events) {
            const auto event = m_xml.next();
            if (!event)
                return fail(event);
            if (*event == Event::Done || m_collector.isFull())
                return {};
            if (*event == Event::Start)
                start();
            else if (*event == Event::Text && m_text != nullptr && m_xml.depth() == m_textDepth)
                *m_text += m_xml.text();
            else if (*event == Event::End)
                end();
            if (events % EventsBetweenLooks == 0 && goOn && !goOn())
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
    }

    // Depths of the elements: gpx 1, trk 2, trkseg 3, trkpt 4.
    void start() {
        const std::string& name = m_xml.name();
        const std::size_t depth = m_xml.depth();
        m_text = nullptr;
        if (depth == 2) {
            m_isTrack = name == "trk";
            m_isSegment = m_isPoint = false;
            m_waypoints += name == "wpt";
            m_routes += name == "rte";
            m_firstOfTrack = m_collector.trackCount();
            m_name.clear();
        } else if (depth == 3 && m_isTrack) {
            m_isSegment = name == "trkseg";
            if (m_isSegment)
                m_collector.begin(std::string(core::trimmed(m_name)), {}); // there may be no end of the track
            else if (name == "name")
                listen(m_name);
        } else if (depth == 4 && m_isTrack && m_isSegment) {
            m_isPoint = name == "trkpt";
            m_longitude = m_xml.attribute("lon");
            m_latitude = m_xml.attribute("lat");
            m_time.clear();
            m_hdop.clear();
            m_accuracy.clear();
        } else if (depth > 4 && m_isPoint) {
            if (depth == 5 && name == "time")
                listen(m_time);
            else if (depth == 5 && name == "hdop")
                listen(m_hdop);
            else if (name == "accuracy")
                listen(m_accuracy);
        }
    }

    void end() {
        m_text = nullptr;
        if (m_xml.depth() == 3 && m_isPoint) {
            takePoint();
            m_isPoint = false;
        } else if (m_xml.depth() == 2) {
            m_isSegment = false;
        } else if (m_xml.depth() == 1 && m_isTrack) { // some write the name behind the segments
            m_collector.nameFrom(m_firstOfTrack, std::string(core::trimmed(m_name)));
            m_isTrack = false;
        }
    }

    void listen(std::string& text) {
        text.clear();
        m_text = &text;
        m_textDepth = m_xml.depth();
    }

    void takePoint() {
        ++m_points;
        const std::string_view time = core::trimmed(m_time);
        if (time.empty())
            return m_collector.refuse(m_points, "time", "", {"fix-without-time", {}});
        auto reading = m_format.read(time);
        if (!reading)
            return m_collector.refuse(m_points, "time", time, {"time-unreadable", {std::string(time)}});
        reading->offset = reading->offset.value_or(core::seconds(0)); // UTC
        m_collector.add(m_points, reading->momentInMilliseconds(m_zone), m_longitude, m_latitude, accuracy());
    }

    [[nodiscard]] float accuracy() const {
        return m_accuracy.empty() ? accuracyFrom(m_hdop) * MetresPerHdop : accuracyFrom(m_accuracy);
    }

    XmlReader& m_xml;
    TrackCollector& m_collector;
    TimeFormat m_format;   // ISO 8601
    core::TimeZone m_zone; // of no time, because each has its offset
    bool m_isTrack = false;
    bool m_isSegment = false;
    bool m_isPoint = false;
    std::string* m_text = nullptr; // what the text of the open element is added to
    std::size_t m_textDepth = 0;
    std::string m_name, m_longitude, m_latitude, m_time, m_hdop, m_accuracy; // of the open track and point
    std::size_t m_firstOfTrack = 0;
    std::size_t m_points = 0;
    std::size_t m_waypoints = 0;
    std::size_t m_routes = 0;
};

constexpr std::size_t StartBytes = 64 * 1024;

/// What the first line of a document says; UTF-8 where it says nothing.
std::string declaredEncoding(std::string_view start) {
    const std::string_view declaration = start.substr(0, start.find("?>"));
    std::size_t at = declaration.find("<?xml") <= 3 ? declaration.find("encoding") : std::string_view::npos;
    at = at == std::string_view::npos ? at : declaration.find_first_of("\"'", at);
    const std::size_t end = at == std::string_view::npos ? at : declaration.find(declaration[at], at + 1);
    return end == std::string_view::npos ? "UTF-8" : std::string(declaration.substr(at + 1, end - at - 1));
}

/// Of a document that begins like this. Who writes GBK under a declaration of UTF-8 is read all the same.
Result<Decoder> decoderFor(std::string_view start, const std::string& asked) {
    if (!asked.empty())
        return Decoder::open(asked);
    const Encoding found = detectEncoding(start);
    if (found.reason == EncodingReason::ByteOrder || found.name.starts_with("UTF-16"))
        return Decoder::open(found.name);
    auto declared = Decoder::open(declaredEncoding(start));
    if (declared && declared->name() == "UTF-8" && found.reason == EncodingReason::Guessed)
        return Decoder::open(found.name);
    return declared;
}

/// The whole document in UTF-8, without its declaration.
Result<std::string> decodedDocument(ByteSource& source, const Decoder& decoder) {
    const auto bytes = source.readRest();
    if (!bytes)
        return fail(bytes);
    std::string text = decoder.decodeLossy(*bytes);
    const std::size_t begin = text.find("<?xml");
    if (const std::size_t end = text.find("?>"); begin <= 3 && end != std::string::npos)
        text.erase(0, end + 2);
    return text;
}

} // namespace

Result<void> readGpx(XmlReader& xml, TrackCollector& collector, const std::function<bool()>& goOn) {
    GpxReader reader(xml, collector);
    auto done = reader.read(goOn);
    return done ? done : collector.breakOff(reader.points(), std::move(done.error()));
}

Result<ReadTracks> readGpxFile(const std::filesystem::path& path, const std::string& crs, const std::string& encoding,
                               const Progress& progress) {
    auto source = ByteSource::open(path);
    if (!source)
        return fail(source);
    auto collector = TrackCollector::make(TrackFormat::Gpx, crs);
    if (!collector)
        return fail(collector);
    std::string start(StartBytes, '\0');
    start.resize(source->read(start));
    source->rewind();
    const auto decoder = decoderFor(start, encoding);
    if (!decoder)
        return fail(decoder);
    std::uint64_t taken = 0;
    const auto goOn = [&] {
        return !progress ||
               progress(std::min(1.0, static_cast<double>(taken) / static_cast<double>(source->storedBytes())));
    };
    Result<void> done;
    if (decoder->name() == "UTF-8") {
        XmlReader xml([&](std::span<char> buffer) {
            const std::size_t count = source->read(buffer);
            taken += count;
            return count;
        });
        done = readGpx(xml, *collector, goOn);
    } else {
        const auto text = decodedDocument(*source, *decoder);
        if (!text)
            return fail(text);
        XmlReader xml(*text);
        done = readGpx(xml, *collector, goOn);
    }
    if (!done)
        return fail(done);
    auto read = collector->finish(path);
    if (read)
        read->encoding = decoder->name();
    return read;
}

bool looksLikeGpx(std::string_view start) {
    std::string plain;
    for (const char c : start)
        if (static_cast<unsigned char>(c) < 0x80 && c != '\0') // the mark of a byte order, and what UTF-16 puts between
            plain += c;
    return core::trimmed(plain).starts_with('<') && plain.find("<gpx") != std::string::npos;
}

} // namespace gridwarden::gis
