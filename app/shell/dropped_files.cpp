// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/dropped_files.h"

#include "app/backup/archives.h"
#include "app/cases/import_dialog.h"
#include "app/district/area_import_dialog.h"
#include "app/map/add_layers.h"
#include "app/shell/file_kinds.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QFileInfo>
#include <QMenu>

namespace gridwarden::app {

namespace {

QString fileNames(const QStringList& files) {
    QStringList names;
    for (const QString& file : files)
        names << QFileInfo(file).fileName();
    return names.join(QStringLiteral(", "));
}

} // namespace

DroppedFiles::DroppedFiles(DistrictFiles& files, MapWidget& map, LayerList& layers, Jobs& jobs, QWidget* window)
    : QObject(window), m_workspace(map.workspace()), m_files(files), m_map(map), m_layers(layers), m_jobs(jobs), m_window(window) {}

void DroppedFiles::takeDistrict(const QString& file) {
    if (kindOfFile(file) == FileKind::Archive) {
        if (prompts().confirm(m_window, tr("%1 holds a district with its photos. Unpack and open it?").arg(QFileInfo(file).fileName()), tr("Unpack")))
            unpackArchive(m_workspace, m_jobs, file, [this](const QString& path) { m_files.open(path); }, m_window);
        return;
    }
    // Nothing is lost by it, but what one looks at goes away: asked, never silently.
    if (m_workspace.district() == nullptr || prompts().confirm(m_window, tr("Close this district and open %1?").arg(QFileInfo(file).completeBaseName()), tr("Open")))
        m_files.open(file);
}

void DroppedFiles::take(const QStringList& files, std::optional<core::GeoPoint> place, QPoint globalPosition) {
    QStringList photos;
    QStringList tables;
    QStringList districts;
    for (const QString& file : files) {
        switch (kindOfFile(file)) {
        case FileKind::District:
        case FileKind::Archive:
            districts << file;
            break;
        case FileKind::Photo:
            photos << file;
            break;
        case FileKind::Data:
            tables << file;
            break;
        }
    }
    if (districts.size() > 1) {
        m_workspace.notify(NoticeKind::Warning, tr("Only one district can be open. Drop one of them: %1").arg(fileNames(districts)));
        return;
    }
    if (!districts.isEmpty()) {
        takeDistrict(districts.first());
        if (files.size() > 1)
            m_workspace.notify(NoticeKind::Note, tr("Drop these once more when the district is open: %1").arg(fileNames(photos + tables)));
        return;
    }
    if (m_workspace.district() == nullptr) {
        m_workspace.notify(NoticeKind::Warning, tr("Open a district first."));
        return;
    }
    if (!photos.isEmpty()) {
        const auto taken = placeOfPhoto(photos.first());
        if (taken)
            m_map.centreOn(*taken);
        if (const auto where = taken ? taken : place)
            emit incidentWanted(*where, taken ? m_map.mapToGlobal(m_map.rect().center()) : globalPosition, photos);
    }
    if (tables.isEmpty())
        return;
    auto* const menu = new QMenu(m_window);
    menu->setObjectName(QStringLiteral("dropMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(icon(QLatin1String("layers")), tr("Add as layers")), &QAction::triggered, this,
            [this, tables] { addLayers(tables, m_layers, m_workspace, m_jobs, m_window); });
    if (m_workspace.canWrite() && tables.size() == 1) {
        connect(menu->addAction(icon(QLatin1String("upload")), tr("Import as cases …")), &QAction::triggered, this,
                [this, tables] { openCaseImport(m_workspace, m_jobs, m_window, tables.first()); });
        connect(menu->addAction(icon(QLatin1String("grid-3x3")), tr("Import as areas …")), &QAction::triggered, this,
                [this, tables] { openAreaImport(m_workspace, m_jobs, m_window, tables.first()); });
    }
    menu->popup(globalPosition);
}

} // namespace gridwarden::app
