// SPDX-License-Identifier: GPL-3.0-or-later
// Looking for the names of shapes on the map while one is typed, beside the window: a layer may have hundreds of
// thousands.
#pragma once

#include "app/workspace/latest_wish.h"
#include "gis/draw/vector_layer.h"

#include <QString>
#include <memory>
#include <vector>

namespace gridwarden::app {

struct PlaceSearchWish {
    struct Layer {
        QString title;
        std::shared_ptr<const gis::VectorLayer> shapes;
        std::string field; ///< of the names
    };
    QString text;
    std::vector<Layer> layers; ///< in the order of their hits
    std::size_t most = 0;      ///< hits that are shown
};

struct PlaceHit {
    QString name;
    QString layer;
    gis::Box box; ///< of all shapes of this name, in the map's plane: a street of many sections is one place
};

class PlaceSearch {
public:
    using Ready = std::function<void(const QString& text, std::vector<PlaceHit> hits)>;
    /// `ready` is called on the thread that searches, for each text that was not overtaken by a newer one.
    explicit PlaceSearch(Ready ready);
    void request(PlaceSearchWish wish) { m_thread.request(std::move(wish)); }
    void forget() { m_thread.forget(); }

private:
    LatestWish<PlaceSearchWish> m_thread;
};

} // namespace gridwarden::app
