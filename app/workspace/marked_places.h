// SPDX-License-Identifier: GPL-3.0-or-later
// Places that a window's result is about, for the map to show while the window is open: squares of a hot spot, of a
// relapse. The window sets them; the map draws them and tells which one was clicked.
#pragma once

#include "core/base/geometry.h"

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

namespace gridwarden::app {

class MarkedPlaces : public QObject {
    Q_OBJECT
public:
    /// One place, of one box or of several that belong together; degrees, CGCS2000.
    using Place = std::vector<core::GeoBox>;
    /// How they are told from those of other windows: colour and line both.
    enum class Look { Crowded, Returning };

    explicit MarkedPlaces(Look look, QObject* parent = nullptr) : QObject(parent), m_look(look) {}
    [[nodiscard]] Look look() const { return m_look; }
    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }
    [[nodiscard]] const QString& caption() const { return m_caption; } ///< what they are, for the legend
    [[nodiscard]] std::optional<std::size_t> selected() const { return m_selected; }
    /// None of them is selected then.
    void setPlaces(std::vector<Place> places, const QString& caption) {
        m_places = std::move(places);
        m_caption = caption;
        m_selected.reset();
        emit changed();
    }
    void select(std::optional<std::size_t> place) {
        if (place == m_selected)
            return;
        m_selected = place;
        emit changed();
    }
    /// By the map.
    void click(std::size_t place) { emit clicked(place); }

signals:
    void changed();
    void clicked(std::size_t place);

private:
    Look m_look;
    std::vector<Place> m_places;
    QString m_caption;
    std::optional<std::size_t> m_selected;
};

} // namespace gridwarden::app
