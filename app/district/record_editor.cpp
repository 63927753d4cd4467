// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/record_editor.h"

#include "app/district/form_fields.h"
#include "app/workspace/icon.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSet>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

/// Keys of the records that are unfolded, below a node and with it.
void collectUnfolded(const QTreeView& view, const QModelIndex& parent, QSet<QString>& keys) {
    for (int row = 0; row < view.model()->rowCount(parent); ++row) {
        const QModelIndex index = view.model()->index(row, 0, parent);
        if (!view.isExpanded(index))
            continue;
        keys.insert(index.data(RecordModel::KeyRole).toString());
        collectUnfolded(view, index, keys);
    }
}

} // namespace

RecordEditor::RecordEditor(Workspace& workspace, const QString& title, const QStringList& columns, const QString& empty, QWidget* parent)
    : EditorWindow(workspace, title, parent), m_model(new RecordModel(columns, this)), m_proxy(new QSortFilterProxyModel(this)),
      m_filter(new QLineEdit(this)), m_view(new QTreeView(this)), m_besideList(new QVBoxLayout), m_listButtons(new QHBoxLayout),
      m_form(new QWidget(this)), m_scroll(new QScrollArea(this)), m_parts(new QSplitter(this)), m_none(makeNote(empty, this)) {
    m_proxy->setSourceModel(m_model);
    m_proxy->setFilterRole(RecordModel::SearchRole);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setRecursiveFilteringEnabled(true);
    m_proxy->setAutoAcceptChildRows(true);
    m_proxy->setSortLocaleAware(true);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_view->setObjectName(QStringLiteral("records"));
    m_view->setModel(m_proxy);
    styleRows(m_view);
    m_view->setSortingEnabled(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->header()->setSectionsMovable(false);

    auto* const left = new QWidget(this);
    auto* const leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addWidget(m_filter);
    leftColumn->addLayout(m_besideList);
    leftColumn->addWidget(m_view, 1);
    leftColumn->addLayout(m_listButtons);
    m_listButtons->addStretch();

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const right = new QWidget(m_scroll);
    auto* const rightColumn = new QVBoxLayout(right);
    rightColumn->setContentsMargins(8, 0, 4, 0);
    m_none->setAlignment(Qt::AlignCenter);
    rightColumn->addWidget(m_none, 1);
    rightColumn->addWidget(m_form, 1);
    m_form->hide();
    m_scroll->setWidget(right);

    m_parts->addWidget(left);
    m_parts->addWidget(m_scroll);
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 3);
    m_parts->setStretchFactor(1, 2);
    m_parts->setSizes({520, 400});
    content()->addWidget(m_parts, 1);
    resize(940, 600);

    connect(m_filter, &QLineEdit::textChanged, this, &RecordEditor::filter);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &RecordEditor::onRowChanged);
}

QPushButton* RecordEditor::addListButton(const QString& name, const QString& text, QLatin1String iconName) {
    auto* const button = new QPushButton(icon(iconName), text, this);
    button->setObjectName(name);
    m_listButtons->insertWidget(m_listButtons->count() - 1, button);
    m_changers.push_back(button);
    return button;
}

void RecordEditor::refresh() {
    QSet<QString> unfolded;
    collectUnfolded(*m_view, {}, unfolded);
    const bool wasEmpty = m_model->rowCount() == 0;
    {
        const QScopedValueRollback<bool> moving(m_isMoving, true);
        std::vector<Record> all = records();
        m_view->setRootIsDecorated(std::any_of(all.begin(), all.end(), [](const Record& record) { return !record.parent.isEmpty(); }));
        m_model->setRecords(std::move(all));
        if (wasEmpty) {
            m_view->expandToDepth(0);
            for (int column = 0; column < m_model->columnCount() - 1; ++column)
                m_view->resizeColumnToContents(column);
        }
        for (const QString& key : unfolded)
            m_view->expand(m_proxy->mapFromSource(m_model->indexOf(key)));
        restoreRow();
    }
    if (isChanged() && (m_isNew || m_model->indexOf(m_key).isValid()))
        return;
    if (m_isNew)
        show({}, true);
    else
        show(m_model->indexOf(m_key).isValid() ? m_key : QString(), false);
}

void RecordEditor::shareWidth(int list, int form) {
    m_parts->setStretchFactor(0, list);
    m_parts->setStretchFactor(1, form);
    m_parts->setSizes({list, form});
}

void RecordEditor::fitForm() {
    m_scroll->setMinimumWidth(m_form->minimumSizeHint().width() + m_scroll->verticalScrollBar()->sizeHint().width() + 16);
}

void RecordEditor::showFirst() {
    fitForm();
    refresh();
    for (QModelIndex index = m_view->model()->index(0, 0); index.isValid(); index = m_view->indexBelow(index))
        if (index.flags().testFlag(Qt::ItemIsSelectable)) {
            m_view->setCurrentIndex(index);
            return;
        }
}

bool RecordEditor::select(const QString& key) {
    if (isChanged() && key != m_key)
        return false;
    const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(key));
    if (!index.isValid())
        return false;
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
    return true;
}

void RecordEditor::startNew() {
    if (isChanged()) {
        showFault(tr("Save or discard what you entered first."));
        return;
    }
    const QScopedValueRollback<bool> moving(m_isMoving, true);
    m_view->setCurrentIndex({});
    show({}, true);
    for (auto* line : m_form->findChildren<QLineEdit*>())
        if (line->isVisible() && line->isEnabled() && !line->isReadOnly()) {
            line->setFocus();
            break;
        }
}

void RecordEditor::onRowChanged(const QModelIndex& current) {
    if (m_isMoving || !current.flags().testFlag(Qt::ItemIsSelectable))
        return;
    const QString key = current.data(RecordModel::KeyRole).toString();
    if (key == m_key && !m_isNew)
        return;
    if (isChanged()) {
        showFault(tr("Save or discard what you entered first."));
        QMetaObject::invokeMethod(this, &RecordEditor::restoreRow, Qt::QueuedConnection);
        return;
    }
    show(key, false);
}

void RecordEditor::restoreRow() {
    const QScopedValueRollback<bool> moving(m_isMoving, true);
    m_view->setCurrentIndex(m_isNew ? QModelIndex() : m_proxy->mapFromSource(m_model->indexOf(m_key)));
}

void RecordEditor::show(const QString& key, bool isNew) {
    m_key = key;
    m_isNew = isNew;
    const bool isSomething = isNew || !key.isEmpty();
    m_form->setVisible(isSomething);
    m_none->setVisible(!isSomething);
    if (isSomething) {
        const Filling filling(*this);
        fill(key);
    }
    setChanged(false);
    onCurrentChanged();
}

bool RecordEditor::save() {
    const std::optional<QString> stored = store(m_key);
    if (stored)
        takeStored(*stored);
    return stored.has_value();
}

void RecordEditor::takeStored(const QString& key) {
    m_key = key;
    m_isNew = false;
    setChanged(false);
    refresh();
    if (const QModelIndex index = m_proxy->mapFromSource(m_model->indexOf(m_key)); index.isValid())
        m_view->scrollTo(index);
}

void RecordEditor::discard() {
    if (m_isNew)
        show({}, false);
    else
        show(m_key, false);
}

void RecordEditor::onWritableChanged(bool canWrite) {
    m_form->setEnabled(canWrite);
    for (QPushButton* button : m_changers)
        button->setEnabled(canWrite);
}

void RecordEditor::filter(const QString& typed) {
    const QScopedValueRollback<bool> moving(m_isMoving, true);
    m_proxy->setFilterFixedString(typed.trimmed());
    if (!typed.trimmed().isEmpty())
        m_view->expandAll();
    restoreRow();
}

} // namespace gridwarden::app
