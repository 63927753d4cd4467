// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_words.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::LayerWords)
};

std::vector<core::Message> notesOf(const LayerEntry& entry) { return entry.layer ? gis::notesOf(*entry.layer) : std::vector<core::Message>(); }

} // namespace

QString titleOf(const LayerEntry& entry) {
    switch (entry.role) {
    case LayerRole::Incidents:
        return LayerWords::tr("Incidents");
    case LayerRole::Areas:
        return word("area_kinds", core::areaKindKey(entry.areaKind));
    case LayerRole::Source:
        break;
    }
    if (!entry.name.empty())
        return QString::fromStdString(entry.name);
    if (entry.service)
        return QUrl(QString::fromStdString(entry.service->url)).host();
    if (!entry.source.layer.empty())
        return QString::fromStdString(entry.source.layer);
    return QString::fromStdString(entry.source.path.stem().string());
}

QStringList noteTexts(const LayerEntry& entry) {
    QStringList lines;
    for (const core::Message& note : notesOf(entry))
        lines << text(note);
    return lines;
}

QString toolTipOf(const LayerEntry& entry, const QString& serviceFault) {
    if (entry.role != LayerRole::Source)
        return titleOf(entry);
    QStringList lines{QString::fromStdString(entry.service ? entry.service->url : entry.source.path.string())};
    if (const std::string& crs = entry.service ? entry.service->crs : entry.source.crs; !crs.empty()) {
        const auto known = gis::Crs::parse(crs);
        lines << LayerWords::tr("Read as %1").arg(known ? crsText(*known) : QString::fromStdString(crs));
    }
    if (entry.service && !entry.service->attribution.empty())
        lines << LayerWords::tr("Belongs to %1").arg(QString::fromStdString(entry.service->attribution));
    if (!serviceFault.isEmpty())
        lines << serviceFault;
    if (entry.fault)
        lines << text(*entry.fault);
    return (lines + noteTexts(entry)).join(u'\n');
}

QString badgeOf(const LayerEntry& entry, const QString& serviceFault) {
    const std::vector<core::Message> notes = notesOf(entry);
    if (isPlaceUnknown(entry))
        return LayerWords::tr("place unknown");
    if (std::any_of(notes.begin(), notes.end(), [](const core::Message& note) { return note.key == "layer-ballpark"; }))
        return LayerWords::tr("place approximate");
    return serviceFault.isEmpty() ? QString() : LayerWords::tr("not reached");
}

bool isPlaceUnknown(const LayerEntry& entry) {
    const std::vector<core::Message> notes = notesOf(entry);
    return std::any_of(notes.begin(), notes.end(), [](const core::Message& note) { return note.key == "layer-no-crs" || note.key == "raster-no-place"; });
}

} // namespace gridwarden::app
