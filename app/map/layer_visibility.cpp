// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_visibility.h"

#include "app/workspace/settings.h"

namespace gridwarden::app {

namespace {

/// By which a layer is known among those of its district.
QString nameOf(const LayerEntry& entry) {
    switch (entry.role) {
    case LayerRole::Incidents:
        return QStringLiteral("incidents");
    case LayerRole::Areas:
        return u"areas:" + QString::fromUtf8(core::areaKindKey(entry.areaKind).data());
    case LayerRole::Source:
        if (entry.service)
            return u"service:" + QString::fromStdString(entry.service->url);
        return QString::fromStdString(entry.source.path.filename().string()) + u'|' + QString::fromStdString(entry.source.layer);
    }
    return {};
}

QString keyOf(const core::District& district) { return districtKey(QStringLiteral("layers"), district.path()); }

} // namespace

void restoreVisibility(std::vector<LayerEntry>& entries, const core::District& district) {
    const QVariantMap visibility = remembered(keyOf(district)).toMap();
    for (LayerEntry& entry : entries)
        entry.isVisible = visibility.value(nameOf(entry), entry.isVisible).toBool();
}

void rememberVisibility(const std::vector<LayerEntry>& entries, const core::District& district) {
    QVariantMap visibility;
    for (const LayerEntry& entry : entries)
        visibility.insert(nameOf(entry), entry.isVisible);
    remember(keyOf(district), visibility);
}

} // namespace gridwarden::app
