// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/overview_job.h"

#include "gis/source/overviews.h"

#include <QCoreApplication>
#include <QPointer>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct OverviewJob {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::OverviewJob)
};

} // namespace

bool lacksOverviews(const LayerEntry& entry) {
    if (!entry.layer)
        return false;
    const std::vector<core::Message>& notes = gis::notesOf(*entry.layer);
    return std::any_of(notes.begin(), notes.end(), [](const core::Message& note) { return note.key == "raster-no-overviews"; });
}

void makeOverviews(const std::filesystem::path& image, LayerList& layers, Workspace& workspace, Jobs& jobs) {
    const auto made = std::make_shared<core::Result<std::filesystem::path>>();
    jobs.start(
        OverviewJob::tr("Making overviews of %1").arg(QString::fromStdString(image.filename().string())),
        [image, made](const Jobs::Progress& progress, std::stop_token) { *made = gis::buildOverviews(image, &Jobs::goesOn, [&progress](double share) { progress(share); }); },
        [image, made, list = QPointer<LayerList>(&layers), there = QPointer<Workspace>(&workspace)] {
            if (!*made) {
                if (there && made->error().code != core::ErrorCode::Cancelled)
                    there->notifyFault(made->error());
                return;
            }
            if (list)
                list->reload(image);
        });
}

} // namespace gridwarden::app
