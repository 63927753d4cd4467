// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_table_panel.h"

#include "app/cases/case_output.h"
#include "app/cases/case_table_model.h"
#include "app/cases/dispatch_dialog.h"
#include "app/cases/filter_bar.h"
#include "app/cases/many_steps.h"
#include "app/cases/panel_text.h"
#include "app/cases/table_text.h"
#include "app/cases/view_menu.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/settings.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedLayout>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

const QString ColumnsKey = QStringLiteral("cases/columns");
constexpr double ZoomMargin = 0.0008; // degrees around a single place, some 80 m

int widthOf(CaseColumn column, const QFontMetrics& font) {
    if (column == CaseColumn::Lamp)
        return 28;
    if (column == CaseColumn::State) {
        int widest = 0;
        for (const core::CaseState state : core::AllCaseStates)
            widest = std::max(widest, font.horizontalAdvance(word("states", core::caseStateKey(state))));
        return widest + 2 * Gap;
    }
    return font.horizontalAdvance(QLatin1Char('0')) * columnDigits(column);
}

bool isShownAtFirst(CaseColumn column) { return column != CaseColumn::Closed && column != CaseColumn::Quantity; }

} // namespace

CaseTablePanel::CaseTablePanel(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(new CaseTableModel(workspace, this)), m_output(new CaseOutput(workspace, jobs, *m_model, this)),
      m_filterBar(new FilterBar(workspace, this)), m_view(new QTableView(this)), m_pages(new QStackedLayout),
      m_empty(new QWidget(this)), m_emptyText(makeLabel({}, TextSize::Body, /*isMuted=*/true, m_empty)) {
    setObjectName(QStringLiteral("caseTablePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filterBar);
    column->addLayout(m_pages, 1);
    buildView();
    buildEmpty();
    m_pages->addWidget(m_view);
    m_pages->addWidget(m_empty);

    connect(&workspace, &Workspace::selectionChanged, this, &CaseTablePanel::followSelection);
    connect(&workspace, &Workspace::districtOpened, this, &CaseTablePanel::showState);
    for (const auto signal : {&QAbstractItemModel::modelReset})
        connect(m_model, signal, this, [this] {
            showState();
            followSelection();
        });
    connect(m_model, &QAbstractItemModel::rowsInserted, this, [this] {
        showState();
        followSelection();
    });
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &CaseTablePanel::showState);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CaseTablePanel::pushSelection);
    showState();
    followSelection();
}

void CaseTablePanel::buildView() {
    m_view->setObjectName(QStringLiteral("caseTable"));
    m_view->setModel(m_model);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(true);
    m_view->setWordWrap(false);
    m_view->setTabKeyNavigation(false);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->installEventFilter(this);
    connect(m_view, &QWidget::customContextMenuRequested, this, &CaseTablePanel::showRowMenu);
    connect(m_view, &QAbstractItemView::activated, this, &CaseTablePanel::zoomToSelected);
    QHeaderView* rows = m_view->verticalHeader();
    rows->hide();
    rows->setSectionResizeMode(QHeaderView::Fixed);
    rows->setMinimumSectionSize(16);
    rows->setDefaultSectionSize(fontMetrics().height() + Gap);
    QHeaderView* header = m_view->horizontalHeader();
    header->setObjectName(QStringLiteral("caseHeader"));
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setMinimumSectionSize(24);
    header->setTextElideMode(Qt::ElideRight);
    for (int section = 0; section < CaseColumnCount; ++section) {
        m_view->setColumnWidth(section, widthOf(static_cast<CaseColumn>(section), fontMetrics()));
        m_view->setColumnHidden(section, !isShownAtFirst(static_cast<CaseColumn>(section)));
    }
    restoreColumns();
    header->setSortIndicator(static_cast<int>(m_model->sortColumn()), m_model->sortOrder());
    m_view->setSortingEnabled(true);
    connect(m_model, &CaseTableModel::sortRefused, this, [this, header] {
        header->setSortIndicator(static_cast<int>(m_model->sortColumn()), m_model->sortOrder());
    });
    connect(header, &QWidget::customContextMenuRequested, this, &CaseTablePanel::showHeaderMenu);
    connect(header, &QHeaderView::sectionMoved, this, &CaseTablePanel::rememberColumns);
    connect(header, &QHeaderView::sectionResized, this, &CaseTablePanel::rememberColumns);

    auto* views = new ViewMenu(
        m_workspace, [this](SavedView& view) { describeLook(view); }, m_filterBar);
    connect(views, &ViewMenu::chosen, this, &CaseTablePanel::takeLook);
    m_filterBar->addButton(views);
    auto* corner = new QToolButton(m_filterBar);
    corner->setObjectName(QStringLiteral("tableMenu"));
    corner->setIcon(icon(QLatin1String("table-2")));
    corner->setAutoRaise(true);
    corner->setToolTip(tr("Columns, export and printing"));
    connect(corner, &QToolButton::clicked, this, [this, corner] {
        showHeaderMenu(m_view->horizontalHeader()->mapFromGlobal(corner->mapToGlobal(QPoint(0, corner->height()))));
    });
    m_filterBar->layout()->addWidget(corner);
}

void CaseTablePanel::buildEmpty() {
    m_emptyText->setObjectName(QStringLiteral("empty"));
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setWordWrap(true);
    auto* clear = new QPushButton(tr("Clear the filter"), m_empty);
    clear->setObjectName(QStringLiteral("clearFilter"));
    connect(clear, &QPushButton::clicked, this, [this] { m_workspace.setFilter({}); });
    m_clear = clear;
    auto* column = new QVBoxLayout(m_empty);
    column->setSpacing(Gap);
    column->addStretch();
    column->addWidget(m_emptyText);
    column->addWidget(clear, 0, Qt::AlignCenter);
    column->addStretch();
}

void CaseTablePanel::showState() {
    const bool isEmpty = m_model->rowCount() == 0;
    m_pages->setCurrentWidget(isEmpty ? m_empty : static_cast<QWidget*>(m_view));
    const bool isFiltered = m_workspace.district() && !m_workspace.filter().isEmpty();
    m_clear->setVisible(isFiltered);
    if (!m_workspace.district())
        m_emptyText->setText(tr("No district is open."));
    else if (isFiltered)
        m_emptyText->setText(tr("No cases match the filter."));
    else
        m_emptyText->setText(tr("There are no cases yet. Press Insert and click the map to enter one, or import a table."));
}

void CaseTablePanel::followSelection() {
    if (m_isFollowing)
        return;
    m_isFollowing = true;
    std::vector<int> rows;
    for (const core::CaseId id : m_workspace.selectedCases())
        if (const int row = m_model->rowOf(id); row >= 0)
            rows.push_back(row);
    const int current = m_workspace.currentCase().isNull() ? -1 : m_model->rowOf(m_workspace.currentCase());
    std::sort(rows.begin(), rows.end());
    QItemSelection selection;
    const int lastColumn = m_model->columnCount() - 1;
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        selection.append(QItemSelectionRange(m_model->index(rows[i], 0), m_model->index(rows[end - 1], lastColumn)));
        i = end;
    }
    QItemSelectionModel* model = m_view->selectionModel();
    model->select(selection, QItemSelectionModel::ClearAndSelect);
    if (current >= 0) {
        model->setCurrentIndex(m_model->index(current, static_cast<int>(CaseColumn::Number)), QItemSelectionModel::NoUpdate);
        const int scrolled = m_view->horizontalScrollBar()->value();
        m_view->scrollTo(m_model->index(current, static_cast<int>(CaseColumn::Number)));
        m_view->horizontalScrollBar()->setValue(scrolled);
    }
    m_isFollowing = false;
}

void CaseTablePanel::pushSelection() {
    if (m_isFollowing)
        return;
    std::vector<core::CaseId> cases;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            cases.push_back(m_model->caseAt(row));
    const QModelIndex current = m_view->currentIndex();
    if (current.isValid() && cases.size() > 1) { // the current one last: it is the one that counts as chosen
        const auto found = std::find(cases.begin(), cases.end(), m_model->caseAt(current.row()));
        if (found != cases.end())
            std::rotate(found, found + 1, cases.end());
    }
    m_isFollowing = true;
    m_workspace.selectCases(std::move(cases));
    m_isFollowing = false;
}

std::vector<CaseColumn> CaseTablePanel::shownColumns() const {
    const QHeaderView* header = m_view->horizontalHeader();
    std::vector<CaseColumn> columns;
    for (int place = 0; place < header->count(); ++place)
        if (const int section = header->logicalIndex(place); !header->isSectionHidden(section))
            columns.push_back(static_cast<CaseColumn>(section));
    return columns;
}

void CaseTablePanel::describeLook(SavedView& view) const {
    view.columns = shownColumns();
    view.order = ViewOrder{m_model->sortColumn(), m_model->sortOrder()};
}

void CaseTablePanel::takeLook(const SavedView& view) {
    QHeaderView* header = m_view->horizontalHeader();
    if (!view.columns.empty()) {
        for (int section = 0; section < CaseColumnCount; ++section) {
            const auto column = static_cast<CaseColumn>(section);
            const bool isShown = std::find(view.columns.begin(), view.columns.end(), column) != view.columns.end();
            m_view->setColumnHidden(section, !isShown && column != CaseColumn::Number);
        }
        int place = 0;
        for (const CaseColumn column : view.columns)
            header->moveSection(header->visualIndex(static_cast<int>(column)), place++);
        rememberColumns();
    }
    if (view.order)
        m_view->sortByColumn(static_cast<int>(view.order->column), view.order->order);
}

void CaseTablePanel::copySelection() {
    std::vector<int> rows;
    for (const QItemSelectionRange& range : m_view->selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    std::vector<int> columns;
    for (const CaseColumn column : shownColumns())
        columns.push_back(static_cast<int>(column));
    if (!rows.empty())
        QApplication::clipboard()->setText(tabbedText(*m_model, rows, columns, CaseTableModel::PlainRole));
}

void CaseTablePanel::zoomToSelected() {
    core::GeoBox box;
    const core::CaseFacts& facts = *m_workspace.facts();
    for (const core::CaseId id : m_workspace.selectedCases())
        if (const auto row = facts.rowOf(id); row && facts[*row].hasPlace())
            box.include(core::GeoPoint{facts[*row].longitude, facts[*row].latitude});
    if (box.isEmpty())
        return;
    const core::GeoPoint low{box.minLongitude - ZoomMargin, box.minLatitude - ZoomMargin};
    const core::GeoPoint high{box.maxLongitude + ZoomMargin, box.maxLatitude + ZoomMargin};
    box.include(low);
    box.include(high);
    m_workspace.requestZoom(box);
}

void CaseTablePanel::showHeaderMenu(QPoint at) {
    QMenu menu(this);
    QMenu* columns = menu.addMenu(tr("Columns"));
    const QHeaderView* header = m_view->horizontalHeader();
    for (int place = 0; place < header->count(); ++place) {
        const int section = header->logicalIndex(place);
        QAction* action = columns->addAction(columnTitle(static_cast<CaseColumn>(section)));
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(section));
        action->setEnabled(static_cast<CaseColumn>(section) != CaseColumn::Number);
        connect(action, &QAction::toggled, this, [this, section](bool isShown) {
            m_view->setColumnHidden(section, !isShown);
            rememberColumns();
        });
    }
    menu.addSeparator();
    menu.addAction(icon(QLatin1String("download")), tr("Export …"), m_output, [this] { m_output->exportShown(shownColumns()); })
        ->setObjectName(QStringLiteral("exportCases"));
    menu.addAction(icon(QLatin1String("shield-check")), tr("For outside …"), this, &CaseTablePanel::handOutWanted)->setObjectName(QStringLiteral("handOutCases"));
    menu.addAction(icon(QLatin1String("printer")), tr("Print …"), m_output, [this] { m_output->printShown(shownColumns()); })->setObjectName(QStringLiteral("printCasesShown"));
    menu.exec(header->mapToGlobal(at));
}

void CaseTablePanel::showRowMenu(QPoint at) {
    QMenu menu(this);
    const bool hasSelection = m_view->selectionModel()->hasSelection();
    QAction* zoom = menu.addAction(icon(QLatin1String("locate-fixed")), tr("Show on the map"), this, &CaseTablePanel::zoomToSelected);
    zoom->setShortcut(QKeySequence(QStringLiteral("Ctrl+J")));
    QAction* copy = menu.addAction(icon(QLatin1String("copy")), tr("Copy with headings"), this, &CaseTablePanel::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    zoom->setEnabled(hasSelection);
    copy->setEnabled(hasSelection);
    menu.addSeparator();
    const auto handOut = [&](const QString& name, const QString& words, QLatin1String symbol, DispatchDialog::Purpose purpose, core::CaseState state) {
        QAction* action = menu.addAction(icon(symbol), words, this, [this, purpose] { openDispatchDialog(m_workspace, purpose, this); });
        action->setObjectName(name);
        action->setEnabled(m_workspace.canWrite() && mayHaveSelected(m_workspace, state));
    };
    handOut(QStringLiteral("dispatchSelected"), tr("Dispatch …"), QLatin1String("send"), DispatchDialog::Purpose::Dispatch, core::CaseState::Filed);
    handOut(QStringLiteral("handOverSelected"), tr("Hand over …"), QLatin1String("arrow-right"), DispatchDialog::Purpose::HandOver, core::CaseState::Handling);
    QAction* link = menu.addAction(icon(QLatin1String("combine")), tr("Link to a case …"), this, &CaseTablePanel::linkWanted);
    link->setObjectName(QStringLiteral("linkSelected"));
    link->setEnabled(canLink());
    menu.addSeparator();
    menu.addAction(icon(QLatin1String("download")), tr("Export …"), m_output, [this] { m_output->exportShown(shownColumns()); });
    menu.addAction(icon(QLatin1String("shield-check")), tr("For outside …"), this, &CaseTablePanel::handOutWanted);
    menu.addAction(icon(QLatin1String("printer")), tr("Print …"), m_output, [this] { m_output->printShown(shownColumns()); });
    menu.exec(m_view->viewport()->mapToGlobal(at));
}

/// One case, and one that still counts.
bool CaseTablePanel::canLink() const {
    const std::vector<core::CaseId>& cases = m_workspace.selectedCases();
    const core::CaseFacts& facts = *m_workspace.facts();
    const auto row = cases.size() == 1 ? facts.rowOf(cases.front()) : std::nullopt;
    return m_workspace.canWrite() && row && facts[*row].state != core::CaseState::Void;
}

bool CaseTablePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Copy)) {
            copySelection();
            return true;
        }
        if (key->key() == Qt::Key_Escape && m_view->selectionModel()->hasSelection()) {
            m_view->clearSelection();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void CaseTablePanel::restoreColumns() {
    const QByteArray state = remembered(ColumnsKey).toByteArray();
    if (!state.isEmpty())
        m_view->horizontalHeader()->restoreState(state);
}

void CaseTablePanel::rememberColumns() { remember(ColumnsKey, m_view->horizontalHeader()->saveState()); }

} // namespace gridwarden::app
