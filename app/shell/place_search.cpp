// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/place_search.h"

namespace gridwarden::app {

namespace {

gis::Box boxOf(const gis::VectorLayer& layer, const gis::LayerColumn& names, std::size_t value) {
    gis::Box box;
    for (std::size_t shape = 0; shape < names.byShape.size(); ++shape)
        if (names.byShape[shape] == value)
            box.include(layer.shapes().box(shape));
    return box;
}

std::vector<PlaceHit> hitsOf(const PlaceSearchWish& wish, const std::stop_token& stop) {
    std::vector<PlaceHit> hits;
    for (const PlaceSearchWish::Layer& layer : wish.layers) {
        const gis::LayerColumn* const names = layer.field.empty() ? nullptr : layer.shapes->column(layer.field);
        if (names == nullptr)
            continue;
        for (std::size_t value = 1; value < names->values.size() && hits.size() < wish.most; ++value) {
            if (stop.stop_requested())
                return {};
            const QString name = QString::fromStdString(names->values[value]);
            if (!name.contains(wish.text, Qt::CaseInsensitive))
                continue;
            if (const gis::Box box = boxOf(*layer.shapes, *names, value); !box.isEmpty())
                hits.push_back({name, layer.title, box});
        }
    }
    return hits;
}

} // namespace

PlaceSearch::PlaceSearch(Ready ready)
    : m_thread([ready = std::move(ready)](const PlaceSearchWish& wish, const std::stop_token& stop) {
          auto hits = hitsOf(wish, stop);
          if (!stop.stop_requested())
              ready(wish.text, std::move(hits));
      }) {}

} // namespace gridwarden::app
