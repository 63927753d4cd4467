// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/geometry_blob.h"

#include <bit>
#include <cmath>
#include <cstring>

namespace gridwarden::core {

static_assert(std::endian::native == std::endian::little, "the blobs are written in the machine's own order");

namespace {

constexpr std::int32_t SrsId = 4490;
enum WkbType : std::uint32_t { LineString = 2, PolygonType = 3, MultiLineString = 5, MultiPolygon = 6, Collection = 7 };

class Writer {
  public:
    template <class T> void put(T value) {
        char bytes[sizeof(T)];
        std::memcpy(bytes, &value, sizeof(T));
        m_bytes.append(bytes, sizeof(T));
    }
    void header(bool withEnvelope, const GeoBox& box) {
        m_bytes += "GP";
        put<std::uint8_t>(0);
        put<std::uint8_t>(withEnvelope ? 0x03 : 0x01); // little-endian; envelope [minx, maxx, miny, maxy]
        put(SrsId);
        if (withEnvelope) {
            put(box.minLongitude);
            put(box.maxLongitude);
            put(box.minLatitude);
            put(box.maxLatitude);
        }
    }
    void type(std::uint32_t wkbType) {
        put<std::uint8_t>(1);
        put(wkbType);
    }
    void points(const Line& line) {
        put(static_cast<std::uint32_t>(line.size()));
        for (const GeoPoint& p : line) {
            put(p.longitude);
            put(p.latitude);
        }
    }
    void polygons(const std::vector<Polygon>& all) {
        type(MultiPolygon);
        put(static_cast<std::uint32_t>(all.size()));
        for (const Polygon& polygon : all) {
            type(PolygonType);
            put(static_cast<std::uint32_t>(polygon.size()));
            for (const Line& ring : polygon)
                points(ring);
        }
    }
    void lines(const std::vector<Line>& all) {
        type(MultiLineString);
        put(static_cast<std::uint32_t>(all.size()));
        for (const Line& line : all) {
            type(LineString);
            points(line);
        }
    }
    Blob take() { return Blob{std::move(m_bytes)}; }

  private:
    std::string m_bytes;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}
    template <class T> bool get(T& value) {
        if (m_rest.size() < sizeof(T))
            return false;
        std::memcpy(&value, m_rest.data(), sizeof(T));
        m_rest.remove_prefix(sizeof(T));
        return true;
    }
    bool skip(std::size_t count) {
        if (m_rest.size() < count)
            return false;
        m_rest.remove_prefix(count);
        return true;
    }
    bool type(std::uint32_t& wkbType) {
        std::uint8_t order = 0;
        return get(order) && order == 1 && get(wkbType);
    }
    bool points(Line& line) {
        std::uint32_t count = 0;
        if (!get(count) || std::size_t{count} * 16 > m_rest.size())
            return false;
        line.resize(count);
        for (GeoPoint& p : line) {
            if (!get(p.longitude) || !get(p.latitude))
                return false;
            isOnEarth = isOnEarth && std::abs(p.longitude) <= 180 && std::abs(p.latitude) <= 90; // not so what is no number
        }
        return true;
    }
    bool polygons(std::vector<Polygon>& all) {
        std::uint32_t count = 0;
        if (!get(count))
            return false;
        for (std::uint32_t i = 0; i < count; ++i) {
            std::uint32_t wkbType = 0;
            std::uint32_t rings = 0;
            if (!type(wkbType) || wkbType != PolygonType || !get(rings))
                return false;
            Polygon polygon;
            for (std::uint32_t r = 0; r < rings; ++r)
                if (!points(polygon.emplace_back()))
                    return false;
            all.push_back(std::move(polygon));
        }
        return true;
    }
    bool lines(std::vector<Line>& all) {
        std::uint32_t count = 0;
        if (!get(count))
            return false;
        for (std::uint32_t i = 0; i < count; ++i) {
            std::uint32_t wkbType = 0;
            if (!type(wkbType) || wkbType != LineString || !points(all.emplace_back()))
                return false;
        }
        return true;
    }
    bool shape(Shape& shape) {
        std::uint32_t wkbType = 0;
        if (!type(wkbType))
            return false;
        if (wkbType == MultiPolygon)
            return polygons(shape.polygons);
        if (wkbType == MultiLineString)
            return lines(shape.lines);
        std::uint32_t count = 0;
        if (wkbType != Collection || !get(count) || count > 2)
            return false;
        for (std::uint32_t i = 0; i < count; ++i) {
            std::uint32_t part = 0;
            if (!type(part) || (part == MultiPolygon ? !polygons(shape.polygons) : part != MultiLineString || !lines(shape.lines)))
                return false;
        }
        return true;
    }

    bool isOnEarth = true; ///< all vertices so far

  private:
    std::string_view m_rest;
};

} // namespace

Blob pointBlob(GeoPoint point) {
    Writer writer;
    writer.header(false, {});
    writer.type(1);
    writer.put(point.longitude);
    writer.put(point.latitude);
    return writer.take();
}

Blob shapeBlob(const Shape& shape) {
    Writer writer;
    writer.header(true, boundsOf(shape));
    const bool both = !shape.polygons.empty() && !shape.lines.empty();
    if (both) {
        writer.type(Collection);
        writer.put(std::uint32_t{2});
    }
    if (!shape.polygons.empty())
        writer.polygons(shape.polygons);
    if (!shape.lines.empty())
        writer.lines(shape.lines);
    return writer.take();
}

Result<Shape> shapeFromBlob(std::string_view bytes) {
    Reader reader(bytes);
    std::uint8_t flags = 0;
    std::int32_t srs = 0;
    Shape shape;
    constexpr std::size_t EnvelopeBytes = 32;
    const bool read = bytes.starts_with("GP") && reader.skip(3) && reader.get(flags) && flags == 0x03 && reader.get(srs) &&
                      reader.skip(EnvelopeBytes) && reader.shape(shape);
    if (!read)
        return fail(ErrorCode::Database, {"geometry-unreadable", {}});
    if (!reader.isOnEarth)
        return fail(ErrorCode::Database, {"geometry-place-impossible", {}});
    return shape;
}

} // namespace gridwarden::core
