// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/border_faces.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace gridwarden::gis {

namespace {

constexpr std::size_t None = std::numeric_limits<std::size_t>::max();

std::size_t twinOf(std::size_t half) { return half ^ 1; }

std::size_t place(int number) { return static_cast<std::size_t>(number); }

} // namespace

BorderFaces::BorderFaces(BorderNet net) : m_net(std::move(net)) {
    do
        trace();
    while (removeBridges());
    label();
}

bool BorderFaces::owns(int face, int owner) const {
    const std::vector<int>& owners = m_faces[place(face)].owners;
    return std::binary_search(owners.begin(), owners.end(), owner);
}

double BorderFaces::doubleArea(const std::vector<int>& ring) const {
    double sum = 0;
    const PlanePoint origin = m_net.plane(ring.front()); // near by, so that little is lost
    for (std::size_t i = 0; i < ring.size(); ++i)
        sum += turn(origin, m_net.plane(ring[i]), m_net.plane(ring[(i + 1) % ring.size()]));
    return sum;
}

bool BorderFaces::contains(const std::vector<int>& ring, PlanePoint p) const {
    bool inside = false;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const PlanePoint a = m_net.plane(ring[i]);
        const PlanePoint b = m_net.plane(ring[(i + 1) % ring.size()]);
        if ((a.y > p.y) != (b.y > p.y) && p.x < a.x + (p.y - a.y) / (b.y - a.y) * (b.x - a.x))
            inside = !inside;
    }
    return inside;
}

std::size_t BorderFaces::clockwiseNext(std::size_t half) const {
    const std::vector<std::size_t>& leaving = m_leaving[place(originOf(half))];
    return leaving[(m_rank[half] + leaving.size() - 1) % leaving.size()];
}

void BorderFaces::trace() {
    const std::size_t halves = m_net.edges().size() * 2;
    m_leaving.assign(m_net.nodeCount(), {});
    m_rank.assign(halves, 0);
    for (std::size_t half = 0; half < halves; ++half)
        m_leaving[place(originOf(half))].push_back(half);
    for (std::vector<std::size_t>& leaving : m_leaving) {
        std::vector<std::pair<double, std::size_t>> turned;
        for (const std::size_t half : leaving) {
            const PlanePoint a = m_net.plane(originOf(half));
            const PlanePoint b = m_net.plane(originOf(twinOf(half)));
            turned.emplace_back(std::atan2(b.y - a.y, b.x - a.x), half);
        }
        std::sort(turned.begin(), turned.end());
        for (std::size_t i = 0; i < turned.size(); ++i) {
            leaving[i] = turned[i].second;
            m_rank[turned[i].second] = i;
        }
    }
    m_cycleOf.assign(halves, None);
    m_cycles.clear();
    m_cycleAreas.clear();
    for (std::size_t first = 0; first < halves; ++first) {
        if (m_cycleOf[first] != None)
            continue;
        std::vector<int> ring;
        for (std::size_t half = first; m_cycleOf[half] == None; half = clockwiseNext(twinOf(half))) {
            m_cycleOf[half] = m_cycles.size();
            ring.push_back(originOf(half));
        }
        m_cycleAreas.push_back(doubleArea(ring));
        m_cycles.push_back(std::move(ring));
    }
}

bool BorderFaces::removeBridges() {
    std::vector<bool> isNeedless(m_net.edges().size());
    bool any = false;
    for (std::size_t edge = 0; edge < isNeedless.size(); ++edge)
        if (m_net.edges()[edge].isDrawn && m_cycleOf[2 * edge] == m_cycleOf[2 * edge + 1])
            any = isNeedless[edge] = true;
    if (any)
        m_net.removeEdges(isNeedless);
    return any;
}

void BorderFaces::label() {
    // Parts of the net that hang together, by a node of each.
    std::vector<std::size_t> partOf(m_net.nodeCount());
    std::iota(partOf.begin(), partOf.end(), 0);
    const auto root = [&partOf](std::size_t node) {
        while (partOf[node] != node)
            node = partOf[node] = partOf[partOf[node]];
        return node;
    };
    for (const BorderNet::Edge& edge : m_net.edges())
        partOf[root(place(edge.from))] = root(place(edge.to));
    // Each part is seen from outside along one ring: the one whose area is below zero.
    std::vector<std::size_t> outer;
    for (std::size_t cycle = 0; cycle < m_cycles.size(); ++cycle)
        if (m_cycleAreas[cycle] < 0)
            outer.push_back(cycle);
    std::sort(outer.begin(), outer.end(), [this](std::size_t a, std::size_t b) { return m_cycleAreas[a] < m_cycleAreas[b]; });
    m_faces.assign(1, {});
    m_faceOf.assign(m_cycles.size(), -1);
    std::vector<std::size_t> cycleOfFace{None};
    for (const std::size_t seen : outer) {
        const std::size_t part = root(place(m_cycles[seen].front()));
        int around = Outside;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t cycle = 0; cycle < m_cycles.size(); ++cycle)
            if (m_faceOf[cycle] > Outside && m_cycleAreas[cycle] > 0 && m_cycleAreas[cycle] < least && root(place(m_cycles[cycle].front())) != part &&
                contains(m_cycles[cycle], m_net.plane(m_cycles[seen].front()))) {
                around = m_faceOf[cycle];
                least = m_cycleAreas[cycle];
            }
        m_faceOf[seen] = around;
        m_faces[place(around)].squareMetres += m_cycleAreas[seen] / 2;
        // From it inwards.
        std::vector<std::vector<std::size_t>> halvesOf(m_cycles.size());
        for (std::size_t half = 0; half < m_cycleOf.size(); ++half)
            if (root(place(originOf(half))) == part)
                halvesOf[m_cycleOf[half]].push_back(half);
        std::vector<std::size_t> open{seen};
        while (!open.empty()) {
            const std::size_t cycle = open.back();
            open.pop_back();
            for (const std::size_t half : halvesOf[cycle]) {
                const std::size_t beyond = m_cycleOf[twinOf(half)];
                if (m_faceOf[beyond] >= 0)
                    continue;
                Face face;
                face.squareMetres = m_cycleAreas[beyond] / 2;
                const std::vector<int>& here = m_faces[place(m_faceOf[cycle])].owners;
                const std::vector<int>& border = m_net.edges()[half / 2].owners;
                std::set_symmetric_difference(here.begin(), here.end(), border.begin(), border.end(), std::back_inserter(face.owners));
                m_faceOf[beyond] = static_cast<int>(m_faces.size());
                m_faces.push_back(std::move(face));
                open.push_back(beyond);
            }
        }
    }
}

core::Shape BorderFaces::shapeOf(const std::vector<bool>& isIn, std::vector<bool>& isUsed) const {
    const std::size_t halves = m_cycleOf.size();
    const auto isBorder = [&](std::size_t half) {
        return isIn[place(m_faceOf[m_cycleOf[half]])] && !isIn[place(m_faceOf[m_cycleOf[twinOf(half)]])];
    };
    std::vector<bool> isDone(halves);
    std::vector<std::vector<int>> rings;
    for (std::size_t first = 0; first < halves; ++first) {
        if (isDone[first] || !isBorder(first))
            continue;
        std::vector<int> ring;
        for (std::size_t half = first; !isDone[half];) {
            isDone[half] = true;
            const int node = originOf(half);
            // A border that comes back to a node was one of its own until there.
            if (m_leaving[place(node)].size() > 2)
                if (const auto before = std::find(ring.begin(), ring.end(), node); before != ring.end()) {
                    rings.emplace_back(before, ring.end());
                    ring.erase(before, ring.end());
                }
            ring.push_back(node);
            half = twinOf(half);
            do
                half = clockwiseNext(half);
            while (!isBorder(half));
        }
        if (ring.size() > 2)
            rings.push_back(std::move(ring));
    }
    core::Shape shape;
    std::vector<std::pair<double, std::size_t>> outers; // by size, the smallest first
    for (std::size_t i = 0; i < rings.size(); ++i)
        if (const double area = doubleArea(rings[i]); area > 0)
            outers.emplace_back(area, i);
    std::sort(outers.begin(), outers.end());
    const auto lineOf = [&](const std::vector<int>& ring) {
        core::Line line;
        for (const int node : ring) {
            line.push_back(m_net.point(node));
            isUsed[place(node)] = true;
        }
        line.push_back(line.front());
        return line;
    };
    for (const auto& [area, ring] : outers)
        shape.polygons.push_back({lineOf(rings[ring])});
    for (const std::vector<int>& ring : rings) {
        if (doubleArea(ring) > 0)
            continue;
        for (std::size_t i = 0; i < outers.size(); ++i) {
            // A node of the hole may lie on the outer ring; the middle of an edge of it does not.
            const PlanePoint middle = between(m_net.plane(ring[0]), m_net.plane(ring[1]), 0.5);
            if (contains(rings[outers[i].second], middle)) {
                shape.polygons[i].push_back(lineOf(ring));
                break;
            }
        }
    }
    return shape;
}

} // namespace gridwarden::gis
