// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_loader.h"

#include <QPointer>

namespace gridwarden::app {

LayerLoader::LayerLoader(Jobs& jobs, Receiver receiver, QObject* parent) : QObject(parent), m_jobs(jobs), m_receiver(std::move(receiver)) {}

LayerLoader::~LayerLoader() { cancel(); }

void LayerLoader::cancel() { m_jobs.cancel(m_job); }

void LayerLoader::load(std::vector<gis::LayerSource> sources, const gis::Crs& mapCrs) {
    const QPointer<LayerLoader> self(this);
    Jobs* const jobs = &m_jobs;
    const auto work = [self, jobs, sources = std::move(sources), crs = mapCrs](const Jobs::Progress& progress, std::stop_token stop) {
        for (std::size_t i = 0; i < sources.size() && !stop.stop_requested(); ++i) {
            auto layer = gis::loadLayer(sources[i], crs, stop, [&](double share) {
                progress((static_cast<double>(i) + share) / static_cast<double>(sources.size()));
            });
            QMetaObject::invokeMethod(jobs, [self, crs, source = sources[i], layer = std::move(layer)] {
                if (self)
                    self->m_receiver(source, crs, layer);
            }, Qt::QueuedConnection);
        }
    };
    m_job = m_jobs.start(tr("Loading layers"), work, [self] {
        if (!self)
            return;
        self->m_job = 0;
        emit self->ended();
    });
}

} // namespace gridwarden::app
