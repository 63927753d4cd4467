// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/cover_check.h"

#include "gis/crs/geodesic.h"
#include "gis/source/gdal_messages.h"
#include "gis/source/ogr_geometry.h"
#include "gis/source/shape_fault.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <numbers>
#include <ogr_geometry.h>

namespace gridwarden::gis {

using core::Area;
using core::AreaId;

namespace {

/// An area in the plane, ready for overlays.
struct Ground {
    const Area* area;
    Geometry geometry;
    OGREnvelope box;
};

/// A piece of ground that is wrong, in the plane and on the globe.
struct Piece {
    Geometry geometry;
    core::GeoPoint place;
    double squareMetres;
};

class CoverCheck {
public:
    CoverCheck(const core::AreaRegister& areas, core::AreaKind kind, core::Day day, const CoverCheckOptions& options)
        : m_register(areas), m_areas(areas.ofKind(kind, day)), m_day(day), m_options(options) {}

    std::vector<CoverFinding> run() {
        findRepeatedCodes();
        findFaults();
        if (!m_toPlane)
            return std::move(m_findings);
        findOverlaps();
        findGaps();
        findStrays();
        return std::move(m_findings);
    }

private:
    void findRepeatedCodes() {
        std::map<std::string, std::vector<AreaId>> byCode;
        for (const Area* area : m_areas)
            byCode[area->code].push_back(area->id);
        for (auto& [code, ids] : byCode)
            if (ids.size() > 1)
                m_findings.push_back({{"area-code-repeated", {code}}, ids, placeOf(*m_register.find(ids.front())), 0});
    }

    static core::GeoPoint placeOf(const Area& area) { return core::labelPoint(area.shape).value_or(core::GeoPoint()); }

    /// Also prepares the ground of every area: faulty shapes are mended for the overlays only.
    void findFaults() {
        for (const Area* area : m_areas) {
            if (area->shape.isEmpty()) {
                m_findings.push_back({{"area-no-shape", {area->code}}, {area->id}, {}, 0});
                continue;
            }
            if (area->shape.polygons.empty())
                continue;
            const auto fault = findFault(area->shape);
            if (fault)
                m_findings.push_back(
                    {{"ring-invalid",
                      {area->code, fmt::format("{:.7f}", fault->longitude), fmt::format("{:.7f}", fault->latitude)}},
                     {area->id},
                     *fault,
                     0});
            if (auto ground = groundOf(*area, fault.has_value()))
                m_grounds.push_back(std::move(*ground));
        }
        std::sort(m_grounds.begin(), m_grounds.end(),
                  [](const Ground& a, const Ground& b) { return a.box.MinX < b.box.MinX; });
    }

    std::optional<Ground> groundOf(const Area& area, bool mend) {
        if (!m_toPlane) {
            const Crs plane = mapCrsFor(placeOf(area));
            auto transform = Transform::between(Crs::cgcs2000(), plane);
            if (!transform)
                return {};
            m_toPlane.emplace(std::move(*transform));
        }
        const auto shape = transformed(area.shape, *m_toPlane);
        if (!shape)
            return {};
        Ground ground{&area, toGeometry(*shape), {}};
        if (mend) {
            const GdalMessages quiet;
            ground.geometry.reset(ground.geometry->MakeValid());
        }
        if (!ground.geometry || ground.geometry->IsEmpty())
            return {};
        ground.geometry->getEnvelope(&ground.box);
        return ground;
    }

    double smallestArea() const { return m_options.toleranceMetres * m_options.toleranceMetres * std::numbers::pi / 4; }

    bool isWide(const OGRPolygon& polygon) const {
        if (polygon.get_Area() < smallestArea())
            return false; // not even a disc of that width fits
        if (m_options.toleranceMetres <= 0)
            return true;
        const GdalMessages quiet;
        const Geometry inner(polygon.Buffer(-m_options.toleranceMetres / 2, 4));
        return inner && !inner->IsEmpty();
    }

    /// The parts of an overlay that are wider than the tolerance somewhere.
    std::vector<Piece> widePieces(const OGRGeometry* geometry) const {
        std::vector<Piece> pieces;
        if (!geometry || geometry->IsEmpty())
            return pieces;
        const auto type = wkbFlatten(geometry->getGeometryType());
        if (type == wkbPolygon) {
            if (isWide(*geometry->toPolygon()))
                if (auto piece = pieceOf(*geometry))
                    pieces.push_back(std::move(*piece));
        } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
            for (const OGRGeometry* part : geometry->toGeometryCollection())
                for (Piece& piece : widePieces(part))
                    pieces.push_back(std::move(piece));
        }
        return pieces;
    }

    std::optional<Piece> pieceOf(const OGRGeometry& geometry) const {
        auto planar = toPlanarShape(geometry);
        if (!planar)
            return {};
        core::Shape shape;
        for (auto& rings : planar->polygons) {
            core::Polygon polygon;
            for (PlanarLine& ring : rings) {
                if (!m_toPlane->inverse(std::span(ring)))
                    return {};
                core::Line line;
                for (const MapPoint point : ring)
                    line.push_back(toGeoPoint(point));
                polygon.push_back(std::move(line));
            }
            shape.polygons.push_back(std::move(polygon));
        }
        return Piece{Geometry(geometry.clone()), core::labelPoint(shape).value_or(core::GeoPoint()),
                     ellipsoidAreaSquareMetres(shape)};
    }

    static std::string squareMetresText(double value) { return fmt::format("{:.1f}", value); }

    void findOverlaps() {
        const GdalMessages quiet;
        for (std::size_t i = 0; i < m_grounds.size(); ++i)
            for (std::size_t j = i + 1; j < m_grounds.size() && m_grounds[j].box.MinX < m_grounds[i].box.MaxX; ++j) {
                const Ground& a = m_grounds[i];
                const Ground& b = m_grounds[j];
                OGREnvelope common = a.box;
                common.Intersect(b.box);
                if (!a.box.Intersects(b.box) || common.MaxX - common.MinX < m_options.toleranceMetres ||
                    common.MaxY - common.MinY < m_options.toleranceMetres)
                    continue;
                const Geometry overlap(a.geometry->Intersection(b.geometry.get()));
                for (const Piece& piece : widePieces(overlap.get())) {
                    const auto& [first, second] =
                        std::minmax(*a.area, *b.area, [](const Area& l, const Area& r) { return l.code < r.code; });
                    m_findings.push_back(
                        {{"cover-overlap", {first.code, second.code, squareMetresText(piece.squareMetres)}},
                         {first.id, second.id},
                         piece.place,
                         piece.squareMetres});
                }
            }
    }

    Geometry unionOf(const std::vector<const Ground*>& grounds) const {
        OGRMultiPolygon all;
        for (const Ground* ground : grounds) {
            const OGRGeometry& geometry = *ground->geometry;
            if (wkbFlatten(geometry.getGeometryType()) == wkbPolygon)
                all.addGeometry(&geometry);
            else
                for (const OGRGeometry* part : geometry.toGeometryCollection())
                    if (wkbFlatten(part->getGeometryType()) == wkbPolygon)
                        all.addGeometry(part);
        }
        const GdalMessages quiet;
        return Geometry(all.UnionCascaded());
    }

    std::vector<AreaId> around(const OGRGeometry& gap) const {
        const GdalMessages quiet;
        // Without the hair-thin strips that may hang on it: an edge of many vertices and one of few lie micrometres
        // apart.
        const Geometry inner(gap.Buffer(-m_options.toleranceMetres / 2, 4));
        if (!inner || inner->IsEmpty())
            return {};
        OGREnvelope box;
        gap.getEnvelope(&box);
        std::vector<AreaId> ids;
        for (const Ground& ground : m_grounds)
            if (ground.box.Intersects(box) && ground.geometry->Distance(inner.get()) <= m_options.toleranceMetres)
                ids.push_back(ground.area->id);
        return ids;
    }

    void addGap(const Piece& piece) {
        m_findings.push_back({{"cover-gap", {squareMetresText(piece.squareMetres)}},
                              around(*piece.geometry),
                              piece.place,
                              piece.squareMetres});
    }

    void findGaps() {
        std::vector<const Ground*> all;
        for (const Ground& ground : m_grounds)
            all.push_back(&ground);
        const Geometry cover = unionOf(all);
        if (!cover)
            return;
        std::vector<Piece> gaps = enclosedGaps(*cover);
        const GdalMessages quiet;
        for (const Ground& parent : parents()) {
            const Geometry bare(parent.geometry->Difference(cover.get()));
            for (Piece& piece : widePieces(bare.get())) {
                const bool isKnown = std::any_of(gaps.begin(), gaps.end(), [&](const Piece& gap) {
                    const Geometry common(gap.geometry->Intersection(piece.geometry.get()));
                    return !widePieces(common.get()).empty();
                });
                if (!isKnown)
                    gaps.push_back(std::move(piece));
            }
        }
        for (const Piece& gap : gaps)
            addGap(gap);
    }

    /// The holes of the ground covered.
    std::vector<Piece> enclosedGaps(const OGRGeometry& cover) const {
        std::vector<Piece> gaps;
        const auto addHoles = [&](const OGRPolygon& polygon) {
            for (int i = 0; i < polygon.getNumInteriorRings(); ++i) {
                OGRPolygon hole;
                hole.addRingDirectly(polygon.getInteriorRing(i)->clone());
                for (Piece& piece : widePieces(&hole))
                    gaps.push_back(std::move(piece));
            }
        };
        if (wkbFlatten(cover.getGeometryType()) == wkbPolygon)
            addHoles(*cover.toPolygon());
        else if (wkbFlatten(cover.getGeometryType()) == wkbMultiPolygon)
            for (const OGRPolygon* polygon : *cover.toMultiPolygon())
                addHoles(*polygon);
        return gaps;
    }

    /// The areas with a shape that the checked ones belong to.
    const std::vector<Ground>& parents() {
        if (m_parentsKnown)
            return m_parents;
        m_parentsKnown = true;
        for (const Area* area : m_areas)
            for (const Area* parent : m_register.parents(area->id, m_day)) {
                const bool isKnown = std::any_of(m_parents.begin(), m_parents.end(),
                                                 [&](const Ground& known) { return known.area == parent; });
                if (isKnown || parent->shape.polygons.empty())
                    continue;
                if (auto ground = groundOf(*parent, findFault(parent->shape).has_value()))
                    m_parents.push_back(std::move(*ground));
            }
        return m_parents;
    }

    void findStrays() {
        const GdalMessages quiet;
        for (const Ground& parent : parents()) {
            std::vector<const Ground*> children;
            for (const Ground& ground : m_grounds) {
                const auto above = m_register.parents(ground.area->id, m_day);
                if (std::find(above.begin(), above.end(), parent.area) != above.end())
                    children.push_back(&ground);
            }
            // All children at once: nearly always nothing is outside, and one overlay says so.
            const Geometry together = unionOf(children);
            const Geometry outside(together ? together->Difference(parent.geometry.get()) : nullptr);
            for (const Piece& stray : widePieces(outside.get()))
                for (const Ground* child : children) {
                    const Geometry part(child->geometry->Intersection(stray.geometry.get()));
                    for (const Piece& piece : widePieces(part.get()))
                        m_findings.push_back(
                            {{"area-outside-parent",
                              {child->area->code, parent.area->code, squareMetresText(piece.squareMetres)}},
                             {child->area->id, parent.area->id},
                             piece.place,
                             piece.squareMetres});
                }
        }
    }

    const core::AreaRegister& m_register;
    std::vector<const Area*> m_areas;
    core::Day m_day;
    CoverCheckOptions m_options;
    std::optional<Transform> m_toPlane;
    std::vector<Ground> m_grounds; // by the west of their boxes
    std::vector<Ground> m_parents;
    bool m_parentsKnown = false;
    std::vector<CoverFinding> m_findings;
};

} // namespace

std::vector<CoverFinding> checkCover(const core::AreaRegister& areas, core::AreaKind kind, core::Day day,
                                     const CoverCheckOptions& options) {
    return CoverCheck(areas, kind, day, options).run();
}

} // namespace gridwarden::gis
