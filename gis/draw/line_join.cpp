// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/draw/label_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace gridwarden::gis {

namespace {

using Key = std::pair<double, double>;

struct End {
    std::size_t piece = 0;
    bool isStart = true;
};

Key keyOf(MapPoint point) { return {point.x, point.y}; }

double directionFrom(MapPoint a, MapPoint b) { return std::atan2(b.y - a.y, b.x - a.x); }

class Joiner {
  public:
    explicit Joiner(std::vector<std::span<const MapPoint>> pieces) : m_pieces(std::move(pieces)), m_isUsed(m_pieces.size(), false) {
        std::sort(m_pieces.begin(), m_pieces.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            m_ends[keyOf(m_pieces[i].front())].push_back({i, true});
            m_ends[keyOf(m_pieces[i].back())].push_back({i, false});
        }
    }

    std::vector<std::vector<MapPoint>> all() {
        std::vector<std::vector<MapPoint>> lines;
        for (std::size_t i = 0; i < m_pieces.size(); ++i) {
            if (m_isUsed[i])
                continue;
            m_isUsed[i] = true;
            std::vector<MapPoint> line(m_pieces[i].begin(), m_pieces[i].end());
            goOn(line);
            std::reverse(line.begin(), line.end());
            goOn(line);
            lines.push_back(std::move(line));
        }
        return lines;
    }

  private:
    /// Appends what goes on most straight at the end.
    void goOn(std::vector<MapPoint>& line) {
        while (true) {
            const double direction = directionFrom(line[line.size() - 2], line.back());
            double leastTurn = std::numbers::pi / 3;
            const End* best = nullptr;
            for (const End& end : m_ends[keyOf(line.back())]) {
                const auto& piece = m_pieces[end.piece];
                if (m_isUsed[end.piece])
                    continue;
                const double next = end.isStart ? directionFrom(piece[0], piece[1]) : directionFrom(piece.back(), piece[piece.size() - 2]);
                const double turn = std::abs(std::remainder(next - direction, 2 * std::numbers::pi));
                if (turn < leastTurn) {
                    leastTurn = turn;
                    best = &end;
                }
            }
            if (best == nullptr)
                return;
            m_isUsed[best->piece] = true;
            const auto& piece = m_pieces[best->piece];
            if (best->isStart)
                line.insert(line.end(), piece.begin() + 1, piece.end());
            else
                line.insert(line.end(), piece.rbegin() + 1, piece.rend());
        }
    }

    std::vector<std::span<const MapPoint>> m_pieces;
    std::vector<bool> m_isUsed;
    std::map<Key, std::vector<End>> m_ends;
};

} // namespace

std::vector<std::vector<MapPoint>> joined(std::vector<std::span<const MapPoint>> pieces) { return Joiner(std::move(pieces)).all(); }

} // namespace gridwarden::gis
