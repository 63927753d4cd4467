// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/area_panel.h"

#include "app/workspace/icon.h"
#include "app/workspace/roomy_delegate.h"

#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTreeView>
#include <QVBoxLayout>

namespace gridwarden::app {

void filterByArea(Workspace& workspace, core::AreaId area) {
    core::Filter filter = workspace.filter();
    filter.areas = {area};
    filter.outside = false;
    workspace.setFilter(filter);
}

AreaPanel::AreaPanel(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_tree(workspace, &jobs), m_view(new QTreeView(this)), m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("areaPanel"));
    m_view->setObjectName(QStringLiteral("areaView"));
    m_view->setModel(&m_tree);
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(14);
    m_view->setItemDelegate(new RoomyDelegate(m_view));
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(AreaTree::NameColumn, QHeaderView::Stretch);
    m_view->header()->setSectionResizeMode(AreaTree::OpenColumn, QHeaderView::ResizeToContents);
    m_view->header()->setMinimumSectionSize(24);

    auto* const empty = new QWidget(this);
    auto* const column = new QVBoxLayout(empty);
    auto* const advice = new QLabel(tr("No areas yet. Import your grids from a shapefile, GeoPackage or other layer."), empty);
    advice->setWordWrap(true);
    auto* const import = new QPushButton(icon(QLatin1String("grid-3x3")), tr("Import areas …"), empty);
    column->addWidget(advice);
    column->addWidget(import);
    column->addStretch(1);
    m_pages->addWidget(m_view);
    m_pages->addWidget(empty);
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_pages);

    connect(import, &QPushButton::clicked, this, &AreaPanel::importRequested);
    connect(&m_tree, &QAbstractItemModel::modelReset, this, [this] {
        m_pages->setCurrentIndex(m_tree.rowCount() == 0 ? 1 : 0);
        // Zones open, their grids in sight; cells stay folded away.
        m_view->expandToDepth(1);
    });
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex& index) { m_workspace.selectArea(m_tree.areaOf(index)); });
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex& index) {
        zoomTo(m_tree.areaOf(index));
        filterBy(m_tree.areaOf(index));
    });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &AreaPanel::showMenu);
    connect(&workspace, &Workspace::areaSelected, this, &AreaPanel::followSelection);
    m_pages->setCurrentIndex(m_tree.rowCount() == 0 ? 1 : 0);
    m_view->expandToDepth(1);
}

void AreaPanel::followSelection() {
    const core::AreaId selected = m_workspace.selectedArea();
    if (m_tree.areaOf(m_view->currentIndex()) == selected)
        return;
    const QModelIndex index = m_tree.indexOf(selected);
    if (index.isValid()) {
        m_view->setCurrentIndex(index);
        m_view->scrollTo(index);
    } else {
        m_view->setCurrentIndex({});
        m_view->clearSelection();
    }
}

void AreaPanel::zoomTo(core::AreaId area) {
    if (m_workspace.district() == nullptr)
        return;
    if (const core::Area* const found = m_workspace.district()->areas().find(area))
        m_workspace.requestZoom(core::boundsOf(found->shape));
}

void AreaPanel::filterBy(core::AreaId area) { filterByArea(m_workspace, area); }

void AreaPanel::showMenu(const QPoint& position) {
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    const core::AreaId area = m_tree.areaOf(index);
    m_workspace.selectArea(area);
    QMenu menu(this);
    connect(menu.addAction(icon(QLatin1String("locate-fixed")), tr("Zoom to area")), &QAction::triggered, this, [this, area] { zoomTo(area); });
    connect(menu.addAction(icon(QLatin1String("funnel")), tr("Only its cases")), &QAction::triggered, this, [this, area] { filterBy(area); });
    connect(menu.addAction(icon(QLatin1String("file-text")), tr("Report (PDF) …")), &QAction::triggered, this, &AreaPanel::reportRequested);
    menu.exec(m_view->viewport()->mapToGlobal(position));
}

} // namespace gridwarden::app
