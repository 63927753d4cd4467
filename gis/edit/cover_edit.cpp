// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/cover_edit.h"

#include "gis/edit/border_faces.h"

#include <algorithm>
#include <map>
#include <set>

namespace gridwarden::gis {

namespace {

using core::AreaId;
using core::Line;
using core::Shape;

tl::unexpected<core::Error> refuse(core::Message why) { return core::fail(core::ErrorCode::BadInput, std::move(why)); }

std::size_t place(int number) { return static_cast<std::size_t>(number); }

/// What the sums of an edit are compared with.
double planeSquareMetres(const Shape& shape, const LocalPlane& plane) {
    double whole = 0;
    for (const core::Polygon& polygon : shape.polygons)
        for (std::size_t ring = 0; ring < polygon.size(); ++ring) {
            double sum = 0;
            const PlanePoint first = plane.toPlane(polygon[ring].front());
            for (std::size_t i = 0; i + 1 < polygon[ring].size(); ++i)
                sum += turn(first, plane.toPlane(polygon[ring][i]), plane.toPlane(polygon[ring][i + 1]));
            whole += ring == 0 ? std::abs(sum) / 2 : -std::abs(sum) / 2;
        }
    return whole;
}

/// The areas near a sketch and the faces into which they and the sketch cut the ground.
class CutCover {
  public:
    CutCover(std::span<const CoverArea> cover, const core::GeoBox& box, const Line& drawn) : m_near(near(cover, box)), m_faces(cut(m_near, drawn)) {
        for (std::size_t face = 0; face < m_faces.faces().size(); ++face)
            m_owners.push_back(m_faces.faces()[face].owners);
    }

    [[nodiscard]] const BorderFaces& faces() const { return m_faces; }
    [[nodiscard]] int count() const { return static_cast<int>(m_faces.faces().size()); }
    [[nodiscard]] const std::vector<CoverArea>& areas() const { return m_near; }
    [[nodiscard]] int ownerOf(AreaId id) const {
        const auto found = std::find_if(m_near.begin(), m_near.end(), [id](const CoverArea& area) { return area.id == id; });
        return found == m_near.end() ? -1 : static_cast<int>(found - m_near.begin());
    }
    [[nodiscard]] bool isDrawn(std::size_t edge) const { return m_faces.net().edges()[edge].isDrawn; }
    /// Gives a face to others.
    void setOwners(int face, std::vector<int> owners) { m_owners[place(face)] = std::move(owners); }
    [[nodiscard]] const std::vector<int>& newOwners(int face) const { return m_owners[place(face)]; }

    /// The faces for which `isIn` holds become a new area.
    template <class IsIn> void add(CoverEdit& edit, IsIn isIn) {
        std::vector<bool> in(place(count()));
        std::set<AreaId> from;
        for (int face = 1; face < count(); ++face)
            if ((in[place(face)] = isIn(face)))
                for (const int owner : m_faces.faces()[place(face)].owners)
                    from.insert(m_near[place(owner)].id);
        edit.added.push_back({shapeOf(in), {from.begin(), from.end()}});
    }

    /// Every area whose faces are not those that it had, and the new vertices in the borders of the others. Fails where sums do not fit.
    core::Result<CoverEdit> finish(CoverEdit edit) {
        std::vector<bool> isTouched(m_near.size());
        for (std::size_t owner = 0; owner < m_near.size(); ++owner) {
            std::vector<bool> in(place(count()));
            bool changed = false;
            for (int face = 1; face < count(); ++face) {
                const bool had = m_faces.owns(face, static_cast<int>(owner));
                const bool has = std::binary_search(m_owners[place(face)].begin(), m_owners[place(face)].end(), static_cast<int>(owner));
                changed = changed || had != has;
                in[place(face)] = has;
            }
            if (!changed)
                continue;
            isTouched[owner] = true;
            Shape shape = shapeOf(in);
            if (shape.isEmpty())
                edit.ended.push_back(m_near[owner].id);
            else
                edit.changed.push_back({m_near[owner].id, std::move(shape)});
        }
        if (edit.changed.empty() && edit.ended.empty() && edit.added.empty())
            return refuse({"cover-unclean", {}});
        for (std::size_t owner = 0; owner < m_near.size(); ++owner)
            if (!isTouched[owner])
                if (Shape noded = m_faces.net().withNodes(*m_near[owner].shape, m_used); !(noded == *m_near[owner].shape))
                    edit.noded.push_back({m_near[owner].id, std::move(noded)});
        if (!isSumKept(isTouched))
            return refuse({"cover-unclean", {}});
        return edit;
    }

  private:
    static std::vector<CoverArea> near(std::span<const CoverArea> cover, const core::GeoBox& box) {
        std::vector<CoverArea> found;
        const LocalPlane plane({(box.minLongitude + box.maxLongitude) / 2, (box.minLatitude + box.maxLatitude) / 2});
        const core::GeoBox wanted = plane.grown(box, 10 * BorderNet::ToleranceMetres);
        for (const CoverArea& area : cover)
            if (!area.shape->polygons.empty() && area.box.intersects(wanted))
                found.push_back(area);
        return found;
    }
    static BorderFaces cut(const std::vector<CoverArea>& areas, const Line& drawn) {
        std::vector<const Shape*> shapes;
        for (const CoverArea& area : areas)
            shapes.push_back(area.shape);
        return BorderFaces(BorderNet(shapes, drawn));
    }
    Shape shapeOf(const std::vector<bool>& in) {
        if (m_used.empty())
            m_used.resize(m_faces.net().nodeCount());
        return m_faces.shapeOf(in, m_used);
    }
    /// What the faces of an area measure is what it measured before: else its borders cross others' and the faces are not its ground.
    [[nodiscard]] bool isSumKept(const std::vector<bool>& isTouched) const {
        for (std::size_t owner = 0; owner < m_near.size(); ++owner) {
            if (!isTouched[owner])
                continue;
            double faces = 0;
            for (int face = 1; face < count(); ++face)
                if (m_faces.owns(face, static_cast<int>(owner)))
                    faces += m_faces.faces()[place(face)].squareMetres;
            const double before = planeSquareMetres(*m_near[owner].shape, m_faces.net().localPlane());
            if (std::abs(faces - before) > 1 + before * 1e-4)
                return false;
        }
        return true;
    }

    std::vector<CoverArea> m_near;
    BorderFaces m_faces;
    std::vector<std::vector<int>> m_owners; ///< of each face, as they will be
    std::vector<bool> m_used;               ///< nodes of the shapes made
};

/// A face that is thinner than what can be told apart is nobody's gain.
bool isTiny(double squareMetres) { return squareMetres < 0.01; }

core::Result<void> checkSketch(const Line& sketch, std::size_t least) {
    if (sketch.size() < least)
        return refuse({"sketch-too-short", {}});
    if (crossesItself(sketch))
        return refuse({"sketch-crosses-itself", {}});
    return {};
}

} // namespace

core::Result<CoverEdit> drawArea(std::span<const CoverArea> cover, const Line& ring, DrawRule rule) {
    if (auto fit = checkSketch(ring, 4); !fit)
        return core::fail(fit);
    const Shape drawn{{{ring}}, {}};
    CutCover cut(cover, core::boundsOf(ring), ring);
    const BorderFaces& faces = cut.faces();
    std::vector<bool> isInside(place(cut.count()));
    bool any = false;
    for (int face = 1; face < cut.count(); ++face) {
        std::vector<bool> one(place(cut.count()));
        one[place(face)] = true;
        std::vector<bool> unused(faces.net().nodeCount());
        const auto inner = isTiny(faces.faces()[place(face)].squareMetres) ? std::nullopt : core::labelPoint(faces.shapeOf(one, unused));
        if (!inner || !core::contains(drawn, *inner))
            continue;
        if (rule == DrawRule::Clip && !faces.faces()[place(face)].owners.empty())
            continue;
        isInside[place(face)] = any = true;
    }
    if (!any)
        return refuse({"draw-nothing-left", {}});
    CoverEdit edit;
    cut.add(edit, [&](int face) { return static_cast<bool>(isInside[place(face)]); });
    for (int face = 1; face < cut.count(); ++face)
        if (isInside[place(face)])
            cut.setOwners(face, {});
    return cut.finish(std::move(edit));
}

core::Result<CoverEdit> splitAreas(std::span<const CoverArea> cover, const Line& line, AreaId only) {
    if (auto fit = checkSketch(line, 2); !fit)
        return core::fail(fit);
    CutCover cut(cover, core::boundsOf(line), line);
    const BorderFaces& faces = cut.faces();
    CoverEdit edit;
    for (int owner = 0; owner < static_cast<int>(cut.areas().size()); ++owner) {
        if (!only.isNull() && cut.areas()[place(owner)].id != only)
            continue;
        const std::vector<int> group = faces.groups([&](int face) { return faces.owns(face, owner); }, [&](std::size_t edge) { return !cut.isDrawn(edge); });
        std::set<int> beside; // pieces along the line
        for (std::size_t edge = 0; edge < faces.net().edges().size(); ++edge)
            if (cut.isDrawn(edge) && faces.owns(faces.leftFace(edge), owner) && faces.owns(faces.rightFace(edge), owner) &&
                group[place(faces.leftFace(edge))] != group[place(faces.rightFace(edge))])
                beside.insert({group[place(faces.leftFace(edge))], group[place(faces.rightFace(edge))]});
        if (beside.size() < 2)
            continue;
        // Parts of the area that the line does not reach stay with its largest piece.
        std::map<int, double> sizes;
        for (int face = 1; face < cut.count(); ++face)
            if (group[place(face)] >= 0)
                sizes[group[place(face)]] += faces.faces()[place(face)].squareMetres;
        const int largest = *std::max_element(beside.begin(), beside.end(), [&](int a, int b) { return sizes[a] < sizes[b]; });
        if (std::any_of(beside.begin(), beside.end(), [&](int piece) { return isTiny(sizes[piece]); }))
            continue;
        for (const int piece : beside)
            cut.add(edit, [&](int face) {
                const int number = group[place(face)];
                return number == piece || (piece == largest && number >= 0 && !beside.contains(number));
            });
        for (CoverEdit::Added& added : edit.added)
            if (std::find(added.from.begin(), added.from.end(), cut.areas()[place(owner)].id) != added.from.end())
                added.from = {cut.areas()[place(owner)].id};
        for (int face = 1; face < cut.count(); ++face)
            if (faces.owns(face, owner)) {
                std::vector<int> others = cut.newOwners(face);
                std::erase(others, owner);
                cut.setOwners(face, std::move(others));
            }
    }
    if (edit.added.empty())
        return refuse({"split-not-across", {}});
    return cut.finish(std::move(edit));
}

core::Result<CoverEdit> mergeAreas(std::span<const CoverArea> cover, std::span<const AreaId> ids) {
    const std::set<AreaId> wanted(ids.begin(), ids.end());
    if (wanted.size() < 2)
        return refuse({"merge-one", {}});
    std::vector<CoverArea> chosen;
    core::GeoBox box;
    for (const CoverArea& area : cover)
        if (wanted.contains(area.id)) {
            chosen.push_back(area);
            box.include(area.box);
        }
    if (chosen.size() < 2)
        return refuse({"merge-one", {}});
    CutCover cut(chosen, box, {});
    const BorderFaces& faces = cut.faces();
    // Areas hang together where an edge has one on each side or where they overlap.
    std::vector<std::size_t> joined(cut.areas().size());
    for (std::size_t i = 0; i < joined.size(); ++i)
        joined[i] = i;
    const auto root = [&joined](std::size_t i) {
        while (joined[i] != i)
            i = joined[i] = joined[joined[i]];
        return i;
    };
    for (std::size_t edge = 0; edge < faces.net().edges().size(); ++edge)
        for (const int a : faces.faces()[place(faces.leftFace(edge))].owners)
            for (const int b : faces.faces()[place(faces.rightFace(edge))].owners)
                joined[root(place(a))] = root(place(b));
    for (std::size_t i = 0; i < joined.size(); ++i)
        if (root(i) != root(0))
            return refuse({"merge-not-touching", {}});
    CoverEdit edit;
    cut.add(edit, [&](int face) { return !faces.faces()[place(face)].owners.empty(); });
    for (int face = 1; face < cut.count(); ++face)
        cut.setOwners(face, {});
    return cut.finish(std::move(edit));
}

core::Result<CoverEdit> reshapeBorder(std::span<const CoverArea> cover, const Line& line, AreaId favoured) {
    if (auto fit = checkSketch(line, 2); !fit)
        return core::fail(fit);
    core::GeoBox box = core::boundsOf(line);
    for (const CoverArea& area : cover) // with those beside the ground that is cut
        if (area.box.intersects(core::boundsOf(line)))
            box.include(area.box);
    CutCover cut(cover, box, line);
    const BorderFaces& faces = cut.faces();
    const int preferred = cut.ownerOf(favoured);
    bool isCut = false;
    bool isUnclear = false;
    bool any = false;
    // Ground by whose it is; nobody's counts as one more owner.
    std::set<std::vector<int>> grounds;
    for (const BorderFaces::Face& face : faces.faces())
        grounds.insert(face.owners);
    for (const std::vector<int>& ground : grounds) {
        const auto isHere = [&](int face) { return faces.faces()[place(face)].owners == ground; };
        const std::vector<int> group = faces.groups(isHere, [&](std::size_t edge) { return !cut.isDrawn(edge); });
        struct Piece {
            double size = 0;
            bool isOutside = false;
            std::set<std::vector<int>> neighbours; ///< whose ground is beside it, the drawn line left out
        };
        std::map<int, Piece> pieces; // along the line
        for (std::size_t edge = 0; edge < faces.net().edges().size(); ++edge) {
            const int left = faces.leftFace(edge);
            const int right = faces.rightFace(edge);
            if (cut.isDrawn(edge) && left != right && isHere(left) && isHere(right) && group[place(left)] != group[place(right)]) {
                pieces[group[place(left)]];
                pieces[group[place(right)]];
            }
        }
        if (pieces.size() < 2)
            continue;
        isCut = true;
        for (int face = 0; face < cut.count(); ++face)
            if (const auto piece = pieces.find(group[place(face)]); piece != pieces.end()) {
                piece->second.size += faces.faces()[place(face)].squareMetres;
                piece->second.isOutside = piece->second.isOutside || face == BorderFaces::Outside;
            }
        for (std::size_t edge = 0; edge < faces.net().edges().size(); ++edge)
            for (const auto& [here, beyond] : {std::pair(faces.leftFace(edge), faces.rightFace(edge)), std::pair(faces.rightFace(edge), faces.leftFace(edge))})
                if (const auto piece = pieces.find(group[place(here)]); piece != pieces.end() && !cut.isDrawn(edge) && !isHere(beyond))
                    piece->second.neighbours.insert(faces.faces()[place(beyond)].owners);
        // What stays is the largest of the pieces that cannot go, else the largest.
        const auto goesTo = [&](const Piece& piece) -> std::optional<std::vector<int>> {
            if (piece.isOutside)
                return std::nullopt;
            if (piece.neighbours.size() == 1)
                return *piece.neighbours.begin();
            for (const std::vector<int>& neighbour : piece.neighbours)
                if (preferred >= 0 && neighbour == std::vector<int>{preferred})
                    return neighbour;
            return std::nullopt;
        };
        int staying = -1;
        for (const auto& [number, piece] : pieces) {
            if (staying >= 0) {
                const Piece& best = pieces.at(staying);
                const bool canGo = goesTo(piece).has_value();
                const bool bestCanGo = goesTo(best).has_value();
                if (best.isOutside || (canGo && !bestCanGo) || (canGo == bestCanGo && piece.size <= best.size && !piece.isOutside))
                    continue;
            }
            staying = number;
        }
        for (const auto& [number, piece] : pieces) {
            if (number == staying || isTiny(piece.size))
                continue;
            const auto target = goesTo(piece);
            if (!target) {
                isUnclear = true;
                continue;
            }
            any = true;
            for (int face = 1; face < cut.count(); ++face)
                if (group[place(face)] == number)
                    cut.setOwners(face, *target);
        }
    }
    if (isUnclear)
        return refuse({"reshape-unclear", {}});
    if (!isCut || !any)
        return refuse({"reshape-not-across", {}});
    auto edit = cut.finish({});
    if (edit && !edit->ended.empty())
        return refuse({"reshape-unclear", {}});
    return edit;
}

} // namespace gridwarden::gis
