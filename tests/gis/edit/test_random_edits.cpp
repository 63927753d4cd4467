// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done to a cover, it stays one: each place in one area, each border the same on both sides, untouched vertices where they were.
#include "gis/edit/shared_vertex.h"
#include "tests/gis/edit/cover.h"

#include <algorithm>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

class Editor {
  public:
    Editor(TestCover& cover, unsigned seed) : m_cover(cover), m_random(seed) {}

    /// One random edit; answers whether it was possible.
    bool step() {
        switch (std::uniform_int_distribution(0, 6)(m_random)) {
        case 0:
            return apply(gis::splitAreas(m_cover.cover(), line(2 + number(3))));
        case 1:
            return apply(gis::splitAreas(m_cover.cover(), line(2), someArea()));
        case 2: {
            const AreaId first = someArea();
            std::vector<AreaId> all{first, m_cover.only(near(first))};
            return all[0] != all[1] && apply(gis::mergeAreas(m_cover.cover(), all));
        }
        case 3:
            return apply(gis::reshapeBorder(m_cover.cover(), shortLine(), someArea()));
        case 4: {
            const GeoPoint vertex = someVertex();
            return !isRim(vertex) && apply(gis::moveVertex(m_cover.cover(), vertex, jittered(vertex, 0.2)), {vertex});
        }
        case 5: {
            const GeoPoint middle = place(0.3);
            const Line ring{jittered(middle, 0.3), jittered(middle, 0.3), jittered(middle, 0.3)};
            Line closed = ring;
            closed.push_back(ring.front());
            return apply(gis::drawArea(m_cover.cover(), closed, gis::DrawRule::CutOut));
        }
        default: {
            const GeoPoint vertex = someVertex();
            return !isRim(vertex) && apply(gis::removeVertex(m_cover.cover(), vertex), {vertex});
        }
        }
    }
    std::mt19937& random() { return m_random; }
    static constexpr int Size = 5;

  private:
    bool apply(const core::Result<gis::CoverEdit>& edit, const std::vector<GeoPoint>& touched = {}) {
        if (!edit) {
            CHECK(edit.error().what.key != "cover-unclean");
            return false;
        }
        const auto before = m_cover.vertices();
        const auto shapes = m_cover.shapes;
        m_cover.apply(*edit);
        // What is still in a border is where it was: bits, not tolerances.
        for (const gis::CoverEdit::Changed& noded : edit->noded) {
            const Shape& old = shapes.at(noded.id.value());
            for (std::size_t p = 0; p < old.polygons.size(); ++p)
                for (std::size_t r = 0; r < old.polygons[p].size(); ++r) {
                    const Line& line = noded.shape.polygons[p][r];
                    auto from = line.begin();
                    for (const GeoPoint vertex : old.polygons[p][r])
                        REQUIRE((from = std::find(from, line.end(), vertex)) != line.end());
                }
        }
        const auto after = m_cover.vertices();
        for (const auto& [x, y] : before)
            if (!after.contains({x, y}) && std::find(touched.begin(), touched.end(), GeoPoint{x, y}) == touched.end())
                for (const auto& [id, shape] : m_cover.shapes) // gone as a whole, not moved a little
                    for (const core::Polygon& polygon : shape.polygons)
                        for (const Line& ring : polygon)
                            for (const GeoPoint vertex : ring)
                                REQUIRE(std::hypot(vertex.longitude - x, vertex.latitude - y) > 1e-12);
        return true;
    }
    double share() { return std::uniform_real_distribution(0.0, 1.0)(m_random); }
    int number(int below) { return std::uniform_int_distribution(0, below - 1)(m_random); }
    GeoPoint place(double margin) { return at(margin + share() * (Size - 2 * margin), margin + share() * (Size - 2 * margin)); }
    GeoPoint jittered(GeoPoint p, double by) { return {p.longitude + (share() - 0.5) * 2 * by * Step, p.latitude + (share() - 0.5) * 2 * by * Step}; }
    Line line(int points) {
        Line all;
        for (int i = 0; i < points; ++i)
            all.push_back(number(4) == 0 ? someVertex() : place(0));
        return all;
    }
    Line shortLine() {
        const GeoPoint first = place(0.6);
        return {first, jittered(first, 0.5), jittered(first, 0.5)};
    }
    AreaId someArea() {
        auto found = m_cover.shapes.begin();
        std::advance(found, number(static_cast<int>(m_cover.shapes.size())));
        return AreaId(found->first);
    }
    GeoPoint someVertex() {
        const auto all = m_cover.vertices();
        auto found = all.begin();
        std::advance(found, number(static_cast<int>(all.size())));
        return {found->first, found->second};
    }
    /// A place beside the area.
    GeoPoint near(AreaId id) {
        const core::GeoBox bounds = core::boundsOf(m_cover.shapes.at(id.value()));
        const auto inside = [](double value, double origin) { return std::clamp(value, origin + 1e-4, origin + Size * Step - 1e-4); };
        return {inside(bounds.minLongitude + share() * 1.2 * (bounds.maxLongitude - bounds.minLongitude), Corner.longitude),
                inside(bounds.maxLatitude + 1e-4, Corner.latitude)};
    }
    static bool isRim(GeoPoint p) {
        const auto is = [](double value, double line) { return std::abs(value - line) < 1e-9; };
        return is(p.longitude, Corner.longitude) || is(p.longitude, at(Size, 0).longitude) || is(p.latitude, Corner.latitude) || is(p.latitude, at(0, Size).latitude);
    }

    TestCover& m_cover;
    std::mt19937 m_random;
};

} // namespace

TEST_CASE("a cover stays one through random edits", "[gis][edit]") {
    const unsigned seed = GENERATE(1u, 2u, 3u, 4u, 5u, 6u, 7u, 8u);
    CAPTURE(seed);
    TestCover cover = squares(Editor::Size, Editor::Size);
    Editor editor(cover, seed);
    int done = 0;
    for (int i = 0; i < 150 && cover.shapes.size() < 120; ++i) {
        CAPTURE(i);
        if (!editor.step())
            continue;
        ++done;
        checkCovers(cover, Editor::Size, Editor::Size, editor.random());
    }
    CHECK(done > 20); // so that the rest says something
}
