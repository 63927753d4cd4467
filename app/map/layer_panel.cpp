// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_panel.h"

#include "app/map/add_layers.h"
#include "app/map/datum_check.h"
#include "app/map/datum_dialog.h"
#include "app/map/incident_style_dialog.h"
#include "app/map/layer_delegate.h"
#include "app/map/map_legend.h"
#include "app/map/overview_job.h"
#include "app/map/style_dialog.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWidgetAction>

namespace gridwarden::app {

namespace {

QToolButton* button(const char* iconName, const QString& tip, const QString& name, QWidget* parent) {
    auto* const made = new QToolButton(parent);
    made->setIcon(icon(QLatin1String(iconName)));
    made->setToolTip(tip);
    made->setAccessibleName(tip);
    made->setObjectName(name);
    made->setAutoRaise(true);
    return made;
}

} // namespace

LayerPanel::LayerPanel(LayerList& layers, Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_layers(layers), m_workspace(workspace), m_jobs(jobs), m_view(new QTreeView(this)) {
    setObjectName(QStringLiteral("layerPanel"));
    m_view->setObjectName(QStringLiteral("layerView"));
    m_view->setModel(&layers);
    m_view->setHeaderHidden(true);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setDragDropMode(QAbstractItemView::InternalMove);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIconSize({20, 14});
    auto* const delegate = new LayerDelegate(m_view);
    m_view->setItemDelegate(delegate);
    auto* const add = button("plus", tr("Add layers"), QStringLiteral("addLayer"), this);
    m_style = button("palette", tr("Style"), QStringLiteral("styleLayer"), this);
    m_up = button("arrow-up", tr("Move up"), QStringLiteral("layerUp"), this);
    m_down = button("arrow-down", tr("Move down"), QStringLiteral("layerDown"), this);
    m_remove = button("trash-2", tr("Remove layer"), QStringLiteral("removeLayer"), this);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(4, 4, 4, 4);
    row->setSpacing(4);
    for (QToolButton* each : {add, m_style, m_up, m_down})
        row->addWidget(each);
    row->addStretch(1);
    row->addWidget(m_remove);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_view, 1);

    connect(add, &QToolButton::clicked, this, &LayerPanel::addRequested);
    connect(m_style, &QToolButton::clicked, this, &LayerPanel::changeStyle);
    connect(m_remove, &QToolButton::clicked, this, &LayerPanel::removeLayer);
    connect(m_up, &QToolButton::clicked, this, [this] { m_layers.move(currentRow(), currentRow() - 1); });
    connect(m_down, &QToolButton::clicked, this, [this] { m_layers.move(currentRow(), currentRow() + 2); });
    connect(delegate, &LayerDelegate::badgeClicked, this, [this](const QModelIndex& index) {
        showNotes(index.row(), m_view->viewport()->mapToGlobal(m_view->visualRect(index).bottomLeft()));
    });
    connect(m_view, &QTreeView::doubleClicked, this, &LayerPanel::changeStyle);
    connect(m_view, &QTreeView::customContextMenuRequested, this, &LayerPanel::showMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &LayerPanel::updateButtons);
    connect(&layers, &QAbstractItemModel::rowsMoved, this, &LayerPanel::updateButtons);
    connect(&layers, &QAbstractItemModel::modelReset, this, &LayerPanel::updateButtons);
    connect(&layers, &QAbstractItemModel::dataChanged, this, &LayerPanel::updateButtons);
    connect(&layers, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex& index) { offerOverviews(index.row()); });
    connect(&workspace, &Workspace::districtOpened, this, [this, add] { add->setEnabled(true); });
    connect(&workspace, &Workspace::districtClosed, this, [this, add] { add->setEnabled(false); });
    add->setEnabled(workspace.district() != nullptr);
    updateButtons();
}

void LayerPanel::showLegendOf(MapWidget& map) {
    static_cast<QVBoxLayout*>(layout())->addWidget(new MapLegend(map, this), 1);
}

int LayerPanel::currentRow() const { return m_view->currentIndex().isValid() ? m_view->currentIndex().row() : -1; }

void LayerPanel::updateButtons() {
    const int row = currentRow();
    const bool isLayer = row >= 0 && m_layers.entry(row).role == LayerRole::Source;
    const bool isStyled = row >= 0 && (m_layers.entry(row).role == LayerRole::Incidents || m_layers.entry(row).state == LayerState::Ready);
    m_style->setEnabled(isStyled);
    m_remove->setEnabled(isLayer);
    m_up->setEnabled(m_layers.canMove(row, row - 1));
    m_down->setEnabled(m_layers.canMove(row, row + 1));
}

void LayerPanel::showMenu(const QPoint& position) {
    const QModelIndex index = m_view->indexAt(position);
    QMenu menu(this);
    if (!index.isValid()) {
        connect(menu.addAction(icon(QLatin1String("plus")), tr("Add layers …")), &QAction::triggered, this, &LayerPanel::addRequested);
        connect(menu.addAction(tr("Add map service …")), &QAction::triggered, this, &LayerPanel::addServiceRequested);
        menu.exec(m_view->viewport()->mapToGlobal(position));
        return;
    }
    m_view->setCurrentIndex(index);
    const LayerEntry& entry = m_layers.entry(index.row());
    if (!m_layers.notesOf(index.row()).isEmpty())
        connect(menu.addAction(icon(QLatin1String("info")), tr("Notes …")), &QAction::triggered, this,
                [this, row = index.row(), at = m_view->viewport()->mapToGlobal(position)] { showNotes(row, at); });
    connect(menu.addAction(icon(QLatin1String("maximize")), tr("Zoom to layer")), &QAction::triggered, this, &LayerPanel::zoomToLayer);
    QAction* const style = menu.addAction(icon(QLatin1String("palette")), tr("Style …"));
    style->setEnabled(m_style->isEnabled());
    connect(style, &QAction::triggered, this, &LayerPanel::changeStyle);
    if (entry.style || entry.counts || entry.incidentStyle != gis::IncidentStyle())
        connect(menu.addAction(icon(QLatin1String("rotate-ccw")), tr("Usual style")), &QAction::triggered, this, [this] {
            if (m_layers.entry(currentRow()).role == LayerRole::Incidents)
                m_layers.setIncidentStyle({});
            else
                m_layers.setStyle(currentRow(), std::nullopt);
            m_layers.setCounts(currentRow(), std::nullopt);
        });
    if (entry.role == LayerRole::Source) {
        connect(menu.addAction(tr("Rename")), &QAction::triggered, this, [this] { m_view->edit(m_view->currentIndex()); });
        if (!entry.service)
            connect(menu.addAction(icon(QLatin1String("crosshair")), tr("Coordinate system and datum …")), &QAction::triggered, this, &LayerPanel::changeDatum);
        if (entry.layer && std::holds_alternative<std::shared_ptr<const gis::VectorLayer>>(*entry.layer))
            connect(menu.addAction(icon(QLatin1String("search")), tr("Check the datum …")), &QAction::triggered, this, &LayerPanel::checkDatum);
        addRemedies(menu, index.row());
        menu.addSeparator();
        connect(menu.addAction(icon(QLatin1String("trash-2")), tr("Remove layer")), &QAction::triggered, this, &LayerPanel::removeLayer);
    }
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

void LayerPanel::addRemedies(QMenu& menu, int row) {
    const LayerEntry& entry = m_layers.entry(row);
    if (farShapes(entry) > 0)
        connect(menu.addAction(icon(QLatin1String("maximize")), tr("Zoom to all of it")), &QAction::triggered, this,
                [this, row] { zoomToAllOf(row); });
    if (lacksOverviews(entry))
        connect(menu.addAction(icon(QLatin1String("image")), tr("Make overviews")), &QAction::triggered, this,
                [this, image = entry.source.path] { makeOverviews(image, m_layers, m_workspace, m_jobs); });
    if (entry.service || !(entry.fault || entry.drawingFault))
        return;
    connect(menu.addAction(icon(QLatin1String("rotate-ccw")), tr("Read again")), &QAction::triggered, this,
            [this, path = entry.source.path] { m_layers.reload(path); });
    if (entry.fault)
        connect(menu.addAction(icon(QLatin1String("folder-open")), tr("Find the file …")), &QAction::triggered, this,
                &LayerPanel::relink);
}

void LayerPanel::showNotes(int row, QPoint globalPosition) {
    constexpr int TextWidth = 340;
    m_view->setCurrentIndex(m_layers.index(row));
    const LayerEntry& entry = m_layers.entry(row);
    auto* const menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("layerNotes"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* const text = new QLabel(m_layers.notesOf(row).join(QStringLiteral("\n\n")), menu);
    text->setTextFormat(Qt::PlainText); // of a stranger's file
    text->setWordWrap(true);
    text->setMargin(10);
    text->setFixedWidth(TextWidth);
    auto* const action = new QWidgetAction(menu);
    action->setDefaultWidget(text);
    menu->addAction(action);
    menu->addSeparator();
    if (isPlaceDoubtful(entry) && !entry.service)
        connect(menu->addAction(icon(QLatin1String("crosshair")), tr("Coordinate system and datum …")),
                &QAction::triggered, this, &LayerPanel::changeDatum);
    addRemedies(*menu, row);
    menu->popup(globalPosition);
}

void LayerPanel::changeStyle() {
    const int row = currentRow();
    if (row < 0 || !m_style->isEnabled())
        return;
    if (m_layers.entry(row).role == LayerRole::Incidents) {
        IncidentStyleDialog dialog(m_layers, m_workspace, this);
        dialog.exec();
        return;
    }
    StyleDialog dialog(m_layers, row, this);
    dialog.exec();
}

void LayerPanel::setCrs(int row, const std::string& crs) {
    gis::LayerSource source = m_layers.entry(row).source;
    source.crs = crs;
    m_layers.setSource(row, source);
}

void LayerPanel::changeDatum() {
    const int row = currentRow();
    if (row < 0 || m_workspace.district() == nullptr)
        return;
    const core::GeoBox bounds = m_workspace.district()->areas().bounds();
    const core::GeoPoint place = bounds.isEmpty() ? core::GeoPoint{105, 35}
                                                  : core::GeoPoint{(bounds.minLongitude + bounds.maxLongitude) / 2,
                                                                   (bounds.minLatitude + bounds.maxLatitude) / 2};
    DatumDialog dialog(m_layers.titleOf(row), m_layers.entry(row).source.crs, place, m_layers.mapCrs().text(), this);
    if (dialog.exec() == QDialog::Accepted && row < m_layers.rowCount())
        setCrs(row, dialog.crs());
}

void LayerPanel::checkDatum() {
    const int row = currentRow();
    if (row < 0)
        return;
    DatumCheck dialog(m_layers, row, m_jobs, this);
    if (dialog.exec() == QDialog::Accepted && dialog.chosen() && row < m_layers.rowCount())
        setCrs(row, *dialog.chosen());
}

/// Once for each image: a large one is slow from afar until it has smaller sizes.
void LayerPanel::offerOverviews(int row) {
    const LayerEntry& entry = m_layers.entry(row);
    const QString path = QString::fromStdString(entry.source.path.string());
    if (!lacksOverviews(entry) || m_offered.contains(path))
        return;
    m_offered.insert(path);
    m_workspace.notify({NoticeKind::Note, tr("%1 is large and has no overviews: from afar it is drawn slowly.").arg(m_layers.titleOf(row)),
                        tr("Overviews are smaller sizes of the image, made once. They are kept beside it, or in your cache folder where nothing may be written beside it."), tr("Make overviews"),
                        [this, image = entry.source.path] { makeOverviews(image, m_layers, m_workspace, m_jobs); }});
}

void LayerPanel::relink() {
    const int row = currentRow();
    if (row < 0)
        return;
    const QString path = prompts().fileToOpen(this, tr("Find the file of %1").arg(m_layers.titleOf(row)), layerFilters());
    if (!path.isEmpty())
        m_layers.relink(row, std::filesystem::path(path.toStdU16String()));
}

void LayerPanel::zoomToLayer() {
    const int row = currentRow();
    if (row < 0)
        return;
    m_workspace.requestZoom(m_layers.extentOf(row));
    if (const int far = farShapes(m_layers.entry(row)); far > 0)
        m_workspace.notify(
            {NoticeKind::Note,
             tr("%n shape(s) of %1 lie far away and are not in view.", nullptr, far).arg(m_layers.titleOf(row)),
             {},
             tr("Zoom to all of it"),
             [this, there = QPersistentModelIndex(m_layers.index(row))] { zoomToAllOf(there.row()); }});
}

void LayerPanel::zoomToAllOf(int row) {
    if (row >= 0 && row < m_layers.rowCount())
        m_workspace.requestZoom(m_layers.extentOf(row, /*withFarShapes=*/true));
}

void LayerPanel::removeLayer() {
    if (currentRow() >= 0)
        m_layers.remove(currentRow());
}

} // namespace gridwarden::app
