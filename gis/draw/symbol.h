// SPDX-License-Identifier: GPL-3.0-or-later
// How an incident looks, the same on the map, in legends and in tables: the lamp gives shape and fill colour together,
// so that a colour-blind person and a photocopy can tell them apart; the category gives the hue of a ring.
#pragma once

#include "core/cases/case_state.h"

#include <QColor>
#include <QImage>
#include <QPainter>
#include <array>
#include <cstdint>
#include <vector>

namespace gridwarden::gis {

/// What the map knows of an incident beside its place.
struct IncidentLook {
    core::Lamp lamp = core::Lamp::None;
    std::uint8_t hue = 0; ///< position in categoryHues(); 0 is none
    bool operator==(const IncidentLook&) const = default;
};

/// Red before yellow before green before none (no time limit) before grey: larger is more urgent, 0 to 4.
[[nodiscard]] int urgency(core::Lamp lamp);
/// Least urgent first: the order of painting.
inline constexpr std::array LampsByUrgency = {core::Lamp::Grey, core::Lamp::None, core::Lamp::Green, core::Lamp::Yellow,
                                              core::Lamp::Red};

/// On time #2F7D4F, due soon #C77700, late #B3261E, done grey, without limit slate.
[[nodiscard]] QColor lampColour(core::Lamp lamp);
/// The hues of Okabe and Ito for categories; position 0 is no hue (an invalid colour).
[[nodiscard]] const std::array<QColor, 8>& categoryHues();

/// Paints an incident's symbol: ● on time, ◐ due soon, ▲ late, ✓ done, ○ without limit.
/// `size` is the diameter in the painter's units. A hue shows as a ring from 11 units upwards.
void drawLampSymbol(QPainter& painter, QPointF centre, double size, core::Lamp lamp, QColor hue = {});
inline void drawIncidentSymbol(QPainter& painter, QPointF centre, double size, IncidentLook look) {
    drawLampSymbol(painter, centre, size, look.lamp, categoryHues()[look.hue % categoryHues().size()]);
}
/// White halo with a ring in the highlight colour, to be painted below the symbol of a selected incident.
void drawSelectionHalo(QPainter& painter, QPointF centre, double size, QColor highlight);
/// The symbol alone on a transparent picture, two screen pixels larger than `size`.
[[nodiscard]] QImage lampSymbolImage(double size, double pixelRatio, core::Lamp lamp, QColor hue = {});

} // namespace gridwarden::gis
