// SPDX-License-Identifier: GPL-3.0-or-later
// The faces into which a net of borders and a drawn line cuts the ground, and shapes made of faces.
#pragma once

#include "gis/edit/border_net.h"

namespace gridwarden::gis {

/// Whose ground a face is, is found by crossing borders from outside inwards and not by measuring: it cannot disagree with the borders.
class BorderFaces {
  public:
    /// Pieces of the drawn line that part nothing (loose ends, lines that lead to a hole only) are taken out of the net.
    explicit BorderFaces(BorderNet net);

    struct Face {
        std::vector<int> owners;  ///< ascending; several where areas overlap
        double squareMetres = 0;  ///< in the plane, holes taken off; of face 0, the outside, without meaning
    };
    static constexpr int Outside = 0;

    [[nodiscard]] const BorderNet& net() const { return m_net; }
    [[nodiscard]] const std::vector<Face>& faces() const { return m_faces; }
    [[nodiscard]] bool owns(int face, int owner) const;
    /// Of an edge of the net.
    [[nodiscard]] int leftFace(std::size_t edge) const { return m_faceOf[m_cycleOf[2 * edge]]; }
    [[nodiscard]] int rightFace(std::size_t edge) const { return m_faceOf[m_cycleOf[2 * edge + 1]]; }
    /// The faces for which `isIn` holds as one shape: borders between them vanish. Its nodes are marked in `isUsed`.
    [[nodiscard]] core::Shape shapeOf(const std::vector<bool>& isIn, std::vector<bool>& isUsed) const;
    /// Numbers the faces so that those have the same number that border each other where `joins(edge)` holds; those for which `isIn` does not hold get −1.
    template <class IsIn, class Joins> [[nodiscard]] std::vector<int> groups(IsIn isIn, Joins joins) const;

  private:
    void trace();
    bool removeBridges();
    void label();
    [[nodiscard]] int originOf(std::size_t half) const { return half % 2 == 0 ? m_net.edges()[half / 2].from : m_net.edges()[half / 2].to; }
    [[nodiscard]] std::size_t clockwiseNext(std::size_t half) const; ///< of those that leave the same node
    [[nodiscard]] double doubleArea(const std::vector<int>& ring) const;
    [[nodiscard]] bool contains(const std::vector<int>& ring, PlanePoint p) const;

    BorderNet m_net;
    std::vector<std::vector<std::size_t>> m_leaving;  ///< of each node, halves counter-clockwise
    std::vector<std::size_t> m_rank;                  ///< of each half, its position there
    std::vector<std::size_t> m_cycleOf;               ///< of each half: which ring it is part of, its ground on the left
    std::vector<std::vector<int>> m_cycles;           ///< nodes
    std::vector<double> m_cycleAreas;                 ///< doubled; below zero: a border seen from outside
    std::vector<int> m_faceOf;                        ///< of each cycle
    std::vector<Face> m_faces;
};

template <class IsIn, class Joins> std::vector<int> BorderFaces::groups(IsIn isIn, Joins joins) const {
    std::vector<int> group(m_faces.size(), -1);
    std::vector<std::vector<int>> beside(m_faces.size());
    for (std::size_t edge = 0; edge < m_net.edges().size(); ++edge) {
        const int a = leftFace(edge);
        const int b = rightFace(edge);
        if (a != b && isIn(a) && isIn(b) && joins(edge)) {
            beside[static_cast<std::size_t>(a)].push_back(b);
            beside[static_cast<std::size_t>(b)].push_back(a);
        }
    }
    int count = 0;
    for (std::size_t first = 0; first < m_faces.size(); ++first) {
        if (group[first] >= 0 || !isIn(static_cast<int>(first)))
            continue;
        std::vector<int> open{static_cast<int>(first)};
        group[first] = count;
        while (!open.empty()) {
            const int face = open.back();
            open.pop_back();
            for (const int other : beside[static_cast<std::size_t>(face)])
                if (int& number = group[static_cast<std::size_t>(other)]; number < 0) {
                    number = count;
                    open.push_back(other);
                }
        }
        ++count;
    }
    return group;
}

} // namespace gridwarden::gis
