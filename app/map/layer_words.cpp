// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_words.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>
#include <initializer_list>
#include <limits>
#include <string_view>

namespace gridwarden::app {

namespace {

struct LayerWords {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::LayerWords)
};

std::vector<core::Message> notesOf(const LayerEntry& entry) { return entry.layer ? gis::notesOf(*entry.layer) : std::vector<core::Message>(); }

/// A system is named as everywhere in the window.
QString sentence(core::Message note) {
    if ((note.key == "layer-crs-assumed" || note.key == "layer-ballpark") && note.arguments.size() > 1)
        if (const auto crs = gis::Crs::parse(note.arguments[1]))
            note.arguments[1] = crsText(*crs).toStdString();
    return text(note);
}

bool has(const LayerEntry& entry, std::initializer_list<std::string_view> keys) {
    const std::vector<core::Message> notes = notesOf(entry);
    return std::any_of(notes.begin(), notes.end(), [&keys](const core::Message& note) {
        return std::find(keys.begin(), keys.end(), note.key) != keys.end();
    });
}

/// What notes of the form {layer, count} count together.
int countOf(const LayerEntry& entry, std::initializer_list<std::string_view> keys) {
    qlonglong count = 0;
    for (const core::Message& note : notesOf(entry))
        if (note.arguments.size() > 1 && std::find(keys.begin(), keys.end(), note.key) != keys.end())
            count += QString::fromStdString(note.arguments[1]).toLongLong();
    return static_cast<int>(std::min<qlonglong>(count, std::numeric_limits<int>::max()));
}

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

QStringList noteTexts(const LayerEntry& entry, const QString& serviceFault) {
    QStringList lines;
    if (!serviceFault.isEmpty())
        lines << serviceFault;
    if (entry.fault)
        lines << text(*entry.fault);
    if (entry.drawingFault)
        lines << text(*entry.drawingFault);
    for (const core::Message& note : notesOf(entry))
        lines << sentence(note);
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
    return (lines + noteTexts(entry, serviceFault)).join(u'\n');
}

QString badgeOf(const LayerEntry& entry, const QString& serviceFault) {
    if (entry.fault || entry.drawingFault)
        return LayerWords::tr("unreadable");
    if (isPlaceUnknown(entry))
        return LayerWords::tr("place unknown");
    if (has(entry, {"layer-ballpark"}))
        return LayerWords::tr("place approximate");
    if (has(entry, {"layer-cut-short", "layer-incomplete"}))
        return LayerWords::tr("incomplete");
    if (const int count =
            countOf(entry, {"layer-features-off-map", "layer-features-degenerate", "layer-features-without-shape"});
        count > 0)
        return LayerWords::tr("%n left out", nullptr, count);
    if (const int count = countOf(entry, {"layer-features-in-part"}); count > 0)
        return LayerWords::tr("%n in part", nullptr, count);
    if (has(entry, {"layer-shapes-thinned"}))
        return LayerWords::tr("coarser");
    if (const int count = farShapes(entry); count > 0)
        return LayerWords::tr("%n far away", nullptr, count);
    return serviceFault.isEmpty() ? QString() : LayerWords::tr("not reached");
}

bool isPlaceUnknown(const LayerEntry& entry) {
    return has(entry, {"layer-crs-assumed", "raster-no-place", "raster-place-absurd"});
}

bool isPlaceDoubtful(const LayerEntry& entry) {
    const bool isOff =
        entry.fault && (entry.fault->what.key == "layer-off-map" || entry.fault->what.key == "raster-off-map");
    return isOff || isPlaceUnknown(entry) || has(entry, {"layer-ballpark", "layer-features-off-map"});
}

int farShapes(const LayerEntry& entry) {
    return countOf(entry, {"layer-shapes-far"});
}

} // namespace gridwarden::app
