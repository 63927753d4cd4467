// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/add_layers.h"

#include "app/map/map_service_dialog.h"
#include "app/text/message_text.h"
#include "gis/source/source_formats.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

QString say(const char* text) { return QCoreApplication::translate("AddLayers", text); }

} // namespace

QString layerFilters() {
    QStringList endings;
    for (const gis::SourceDriver& driver : gis::sourceDrivers())
        for (const QString& ending : QString::fromUtf8(driver.suffixes.data(), static_cast<qsizetype>(driver.suffixes.size())).split(u' ', Qt::SkipEmptyParts))
            if (const QString pattern = u"*." + ending; !endings.contains(pattern))
                endings << pattern;
    return say(QT_TRANSLATE_NOOP("AddLayers", "Map data (%1)")).arg(endings.join(u' ')) + u";;" +
           say(QT_TRANSLATE_NOOP("AddLayers", "All files (*)"));
}

std::vector<std::string> chooseLayers(const gis::SourceInfo& source, QWidget* parent) {
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("layerChoice"));
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("AddLayers", "Add layers")));
    auto* const column = new QVBoxLayout(&dialog);
    column->addWidget(new QLabel(say(QT_TRANSLATE_NOOP("AddLayers", "%1 holds several layers. Which of them?"))
                                     .arg(QString::fromStdString(source.path.filename().string()))));
    auto* const tree = new QTreeWidget(&dialog);
    tree->setRootIsDecorated(false);
    tree->setHeaderLabels({say(QT_TRANSLATE_NOOP("AddLayers", "Layer")), say(QT_TRANSLATE_NOOP("AddLayers", "Shapes")),
                           say(QT_TRANSLATE_NOOP("AddLayers", "Count"))});
    for (const gis::LayerInfo& layer : source.layers) {
        if (layer.kind == gis::LayerKind::Table)
            continue;
        auto* const item = new QTreeWidgetItem(tree, {QString::fromStdString(layer.name), QString::fromStdString(layer.geometryType),
                                                      layer.featureCount ? QLocale().toString(static_cast<qlonglong>(*layer.featureCount)) : QString()});
        item->setCheckState(0, Qt::Checked);
        item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
    tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    buttons->addButton(say(QT_TRANSLATE_NOOP("AddLayers", "Add")), QDialogButtonBox::AcceptRole);
    column->addWidget(tree, 1);
    column->addWidget(buttons);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    dialog.resize(480, 360);
    std::vector<std::string> chosen;
    if (dialog.exec() == QDialog::Accepted)
        for (int i = 0; i < tree->topLevelItemCount(); ++i)
            if (tree->topLevelItem(i)->checkState(0) == Qt::Checked)
                chosen.push_back(tree->topLevelItem(i)->text(0).toStdString());
    return chosen;
}

namespace {

void addFound(const std::vector<core::Result<gis::SourceInfo>>& found, LayerList& layers, Workspace& workspace, QWidget* parent) {
    std::vector<gis::LayerSource> sources;
    for (const core::Result<gis::SourceInfo>& source : found) {
        if (!source) {
            if (source.error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(source.error());
            continue;
        }
        std::vector<std::string> names;
        for (const gis::LayerInfo& layer : source->layers)
            if (layer.kind != gis::LayerKind::Table)
                names.push_back(layer.kind == gis::LayerKind::Raster ? std::string() : layer.name);
        if (names.empty()) {
            workspace.notify(NoticeKind::Warning, say(QT_TRANSLATE_NOOP("AddLayers", "%1 has nothing that can be drawn. Import it as cases instead."))
                                                      .arg(QString::fromStdString(source->path.filename().string())));
            continue;
        }
        if (names.size() > 1)
            names = chooseLayers(*source, parent);
        for (const std::string& name : names)
            sources.push_back({.path = source->path, .layer = name, .encoding = {}, .crs = {}, .fields = {}});
    }
    layers.add(std::move(sources));
}

} // namespace

void addLayers(const QStringList& files, LayerList& layers, Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (files.isEmpty() || workspace.district() == nullptr)
        return;
    const auto found = std::make_shared<std::vector<core::Result<gis::SourceInfo>>>();
    const QString title = files.size() == 1 ? QFileInfo(files.first()).fileName() : QString::number(files.size());
    jobs.start(
        say(QT_TRANSLATE_NOOP("AddLayers", "Looking into %1")).arg(title),
        [files, found](const Jobs::Progress& progress, std::stop_token) {
            for (const QString& file : files) {
                if (!progress(static_cast<double>(found->size()) / static_cast<double>(files.size())))
                    return;
                found->push_back(gis::describe(std::filesystem::path(file.toStdU16String()), &Jobs::goesOn));
            }
        },
        [found, list = QPointer<LayerList>(&layers), &workspace, window = QPointer<QWidget>(parent), path = workspace.district()->path()] {
            // For the district that was open then.
            if (list && window && workspace.district() != nullptr && workspace.district()->path() == path)
                addFound(*found, *list, workspace, window);
        });
}

void addMapService(LayerList& layers, Jobs& jobs, QWidget* parent) {
    MapServiceDialog dialog(jobs, parent);
    if (dialog.exec() == QDialog::Accepted)
        layers.addService(dialog.name(), dialog.service());
}

} // namespace gridwarden::app
