// SPDX-License-Identifier: GPL-3.0-or-later
// Symbols of incidents, the same on the map, in legends and in tables. Shape and colour tell them apart together, so that a
// colour-blind person and a photocopy can as well; a ring may add the hue of a category.
#pragma once

#include "core/cases/case_state.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

enum class SymbolShape { Disc, HalfDisc, Triangle, Ring, Tick, Square, Diamond, Cross };
inline constexpr std::array AllSymbolShapes = {SymbolShape::Disc, SymbolShape::Square, SymbolShape::Triangle, SymbolShape::Diamond,
                                               SymbolShape::Cross, SymbolShape::Ring, SymbolShape::HalfDisc, SymbolShape::Tick};
[[nodiscard]] std::string_view symbolShapeKey(SymbolShape shape); ///< "disc", "half", "triangle", "ring", "tick", …
[[nodiscard]] std::optional<SymbolShape> symbolShapeFromKey(std::string_view key);

struct IncidentSymbol {
    SymbolShape shape = SymbolShape::Disc;
    QColor colour;
    QColor ring = {}; ///< around it, where there is room; invalid: none
    bool operator==(const IncidentSymbol&) const = default;
};

/// What the map knows of an incident beside its place.
struct IncidentLook {
    std::uint8_t rank = 0; ///< position in IncidentSymbols: the lowest is the one that is shown where symbols crowd
    std::uint8_t hue = 0;  ///< of its ring: position in categoryHues(); 0 is none
    bool operator==(const IncidentLook&) const = default;
};

/// Red before yellow before green before none (no time limit) before grey: larger is more urgent, 0 to 4.
[[nodiscard]] constexpr int urgency(core::Lamp lamp) {
    constexpr std::array<int, 5> urgencies{1, 2, 3, 4, 0}; // in the order of core::Lamp
    return urgencies[static_cast<std::size_t>(lamp)];
}
/// Most urgent first: the ranks of lamps.
inline constexpr std::array LampsByRank = {core::Lamp::Red, core::Lamp::Yellow, core::Lamp::Green, core::Lamp::None, core::Lamp::Grey};
/// Of an incident whose symbol is that of its lamp.
[[nodiscard]] constexpr IncidentLook lampLook(core::Lamp lamp, std::uint8_t hue = 0) { return {static_cast<std::uint8_t>(4 - urgency(lamp)), hue}; }

/// On time #2F7D4F, due soon #C77700, late #B3261E, done grey, without limit slate.
[[nodiscard]] QColor lampColour(core::Lamp lamp);
/// ● on time, ◐ due soon, ▲ late, ✓ done, ○ without limit. What is done has no ring.
[[nodiscard]] IncidentSymbol lampSymbol(core::Lamp lamp, QColor ring = {});
/// The hues of Okabe and Ito for categories; position 0 is no hue (an invalid colour).
[[nodiscard]] const std::array<QColor, 8>& categoryHues();

/// `size` is the diameter in the painter's units. A ring shows from RingFrom units upwards.
void drawIncidentSymbol(QPainter& painter, QPointF centre, double size, const IncidentSymbol& symbol);
inline constexpr double RingFrom = 11; // a smaller symbol has no room for it
/// White halo with a ring in the highlight colour, to be painted below the symbol of a selected incident.
void drawSelectionHalo(QPainter& painter, QPointF centre, double size, QColor highlight);
/// The symbol alone on a transparent picture, two screen pixels larger than `size`.
[[nodiscard]] QImage symbolImage(double size, double pixelRatio, const IncidentSymbol& symbol);

} // namespace gridwarden::gis
