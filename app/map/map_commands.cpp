// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_commands.h"

#include "app/map/bookmarks.h"
#include "app/map/coordinate_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QClipboard>
#include <QGuiApplication>

namespace gridwarden::app {

MapCommands::MapCommands(MapWidget& map, LayerList& layers) : QObject(&map), m_map(map), m_layers(layers) {
    connect(&map, &MapWidget::contextMenuRequested, this, &MapCommands::showMenuAt);
}

void MapCommands::showMenuAt(core::GeoPoint place, QPoint globalPosition) {
    auto* const menu = new QMenu(&m_map);
    menu->setObjectName(QStringLiteral("mapMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_map.workspace().canWrite())
        connect(menu->addAction(icon(QLatin1String("map-pin-plus")), tr("Enter incident here")), &QAction::triggered, &m_map,
                [this, place, globalPosition] { emit m_map.incidentRequested(place, globalPosition, {}); });
    connect(menu->addAction(icon(QLatin1String("info")), tr("What is here?")), &QAction::triggered, &m_map, [this, place, globalPosition] {
        if (const auto point = m_map.picture().toMap(place))
            emit m_map.identified(*point, globalPosition);
    });
    connect(menu->addAction(icon(QLatin1String("locate-fixed")), tr("Centre here")), &QAction::triggered, &m_map,
            [this, place] { m_map.centreOn(place); });
    menu->addSection(tr("Copy coordinate"));
    std::vector<std::pair<QString, gis::Crs>> systems{{crsShortText(m_layers.mapCrs()), m_layers.mapCrs()}, {QStringLiteral("CGCS2000"), gis::Crs::cgcs2000()}};
    for (const char* const name : {"wgs84", "gcj02", "bd09"})
        if (auto crs = gis::Crs::parse(name))
            systems.emplace_back(crsShortText(*crs), *crs);
    for (const auto& [name, crs] : systems) {
        const QString text = coordinateText(place, crs);
        if (text.isEmpty())
            continue;
        connect(menu->addAction(icon(QLatin1String("copy")), name + u":  " + text), &QAction::triggered, &m_map, [this, text, name = name] {
            QGuiApplication::clipboard()->setText(text);
            m_map.workspace().notify(NoticeKind::Note, tr("Copied (%1): %2").arg(name, text));
        });
    }
    menu->popup(globalPosition);
}

void MapCommands::fillBookmarks(QMenu* menu) {
    menu->clear();
    const core::District* const district = m_map.workspace().district();
    const std::vector<MapBookmark> all = district != nullptr ? bookmarks(*district) : std::vector<MapBookmark>();
    if (all.empty()) {
        menu->addAction(tr("No bookmarks yet"))->setEnabled(false);
        return;
    }
    for (const MapBookmark& each : all)
        connect(menu->addAction(icon(QLatin1String("bookmark")), each.name), &QAction::triggered, &m_map, [this, box = each.box] { m_map.zoomTo(box); });
    if (!m_map.workspace().canWrite())
        return;
    menu->addSeparator();
    QMenu* const remove = menu->addMenu(icon(QLatin1String("trash-2")), tr("Remove bookmark"));
    for (const MapBookmark& each : all)
        connect(remove->addAction(each.name), &QAction::triggered, &m_map, [this, name = each.name] { removeBookmark(m_map.workspace(), name); });
}

void MapCommands::addBookmark() {
    const QString name = prompts().text(&m_map, tr("Add bookmark"), tr("Name of what is seen now:"), {}).trimmed();
    if (!name.isEmpty())
        app::addBookmark(m_map.workspace(), {name, m_map.visibleDegrees()});
}

} // namespace gridwarden::app
