// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/history_panel.h"

#include "app/district/form_fields.h"
#include "app/district/history_model.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int Margin = 8;
constexpr int Line = 4;

bool isWayBack(const QModelIndex& index) {
    const auto kind = static_cast<core::EntryKind>(index.data(HistoryModel::KindRole).toInt());
    return kind == core::EntryKind::Undo || kind == core::EntryKind::Redo;
}

/// What was done in one line, below it when and by whom; what is taken back is struck through, undoing and redoing is set in.
class EntryDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem background = option;
        initStyleOption(&background, index);
        background.text.clear();
        option.widget->style()->drawControl(QStyle::CE_ItemViewItem, &background, painter, option.widget);
        const bool isSelected = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        const QColor strong = palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
        QColor quiet = strong;
        quiet.setAlphaF(0.65F);
        const bool isUndone = index.data(HistoryModel::IsUndoneRole).toBool();
        const bool isSetIn = isWayBack(index);

        QRect rest = option.rect.adjusted(Margin, Line, -Margin, -Line);
        if (isSetIn) {
            const int size = option.fontMetrics.height();
            const bool isUndo = index.data(HistoryModel::KindRole).toInt() == static_cast<int>(core::EntryKind::Undo);
            icon(isUndo ? QLatin1String("undo-2") : QLatin1String("redo-2")).paint(painter, rest.left() + Margin, rest.top(), size, size);
            rest.setLeft(rest.left() + size + 2 * Margin);
        }
        painter->save();
        QFont words = option.font;
        words.setStrikeOut(isUndone && !isSetIn);
        painter->setFont(words);
        painter->setPen(isUndone || isSetIn ? quiet : strong);
        const QRect first(rest.left(), rest.top(), rest.width(), option.fontMetrics.height());
        painter->drawText(first, Qt::AlignVCenter | Qt::AlignLeft,
                          option.fontMetrics.elidedText(index.data().toString(), Qt::ElideRight, first.width()));
        QFont small = option.font;
        small.setPointSizeF(small.pointSizeF() * 0.9);
        painter->setFont(small);
        painter->setPen(quiet);
        painter->drawText(first.translated(0, option.fontMetrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(small).elidedText(index.data(HistoryModel::TimeRole).toString(), Qt::ElideRight, first.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {120, 2 * option.fontMetrics.height() + 2 * Line};
    }
};

} // namespace

HistoryPanel::HistoryPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_model(new HistoryModel(workspace, this)), m_view(new QListView(this)),
      m_undo(new QPushButton(icon(QLatin1String("undo-2")), tr("Undo"), this)), m_redo(new QPushButton(icon(QLatin1String("redo-2")), tr("Redo"), this)),
      m_undoBack(new QPushButton(icon(QLatin1String("history")), tr("Undo back to here"), this)),
      m_empty(makeNote(tr("Nothing was done yet. Every change appears here and can be taken back."), this)) {
    m_view->setObjectName(QStringLiteral("history"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new EntryDelegate(m_view));
    m_view->setUniformItemSizes(true);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_undo->setObjectName(QStringLiteral("undo"));
    m_redo->setObjectName(QStringLiteral("redo"));
    m_undoBack->setObjectName(QStringLiteral("undoBack"));
    m_undoBack->setToolTip(tr("Takes back the chosen entry and everything after it"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setObjectName(QStringLiteral("empty"));

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(4, 4, 4, 4);
    auto* const row = new QHBoxLayout;
    row->addWidget(m_undo, 1);
    row->addWidget(m_redo, 1);
    column->addLayout(row);
    column->addWidget(m_view, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_undoBack);

    connect(m_undo, &QPushButton::clicked, this, &HistoryPanel::undo);
    connect(m_redo, &QPushButton::clicked, this, [this] { m_workspace.redo(); });
    connect(m_undoBack, &QPushButton::clicked, this, [this] { undoBack(m_view->currentIndex()); });
    connect(m_view, &QListView::customContextMenuRequested, this, &HistoryPanel::openMenu);
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, &HistoryPanel::updateButtons);
    connect(&m_workspace, &Workspace::changed, this, &HistoryPanel::refresh);
    connect(&m_workspace, &Workspace::districtOpened, this, &HistoryPanel::refresh);
    connect(&m_workspace, &Workspace::districtClosed, this, &HistoryPanel::refresh);
    connect(&m_workspace, &Workspace::busyChanged, this, &HistoryPanel::refresh);
    refresh();
}

void HistoryPanel::refresh() {
    m_model->reload();
    const bool isEmpty = m_model->rowCount() == 0;
    m_view->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    updateButtons();
}

void HistoryPanel::updateButtons() {
    const bool canWrite = m_workspace.canWrite();
    const auto offer = [&](QPushButton* button, const std::optional<core::JournalEntry>& entry, const QString& nothing, const QString& what) {
        button->setEnabled(entry.has_value());
        button->setToolTip(entry ? what.arg(text(entry->label)) : nothing);
    };
    core::Store* const store = canWrite ? &m_workspace.district()->store() : nullptr;
    offer(m_undo, store != nullptr ? store->undoable() : std::nullopt, tr("Nothing to undo"), tr("Undo: %1"));
    offer(m_redo, store != nullptr ? store->redoable() : std::nullopt, tr("Nothing to redo"), tr("Redo: %1"));
    m_undoBack->setEnabled(canWrite && m_model->wayBack(m_view->currentIndex()).has_value());
}

void HistoryPanel::undo() {
    if (const auto entry = m_workspace.canWrite() ? m_workspace.district()->store().undoable() : std::nullopt;
        entry && entry->kind == core::EntryKind::Import &&
        !prompts().confirm(this, tr("An import that is undone cannot be redone; it has to be imported again. Undo it?"), tr("Undo the import")))
        return;
    m_workspace.undo();
}

void HistoryPanel::undoBack(const QModelIndex& index) {
    const auto way = m_model->wayBack(index);
    if (!way || !m_workspace.canWrite())
        return;
    const bool hasImport = std::any_of(way->begin(), way->end(), [](const auto& entry) { return entry.kind == core::EntryKind::Import; });
    if (hasImport && !prompts().confirm(this, tr("An import that is undone cannot be redone; it has to be imported again. Undo it?"), tr("Undo the import")))
        return;
    std::vector<core::EntryId> entries;
    for (const core::JournalEntry& step : *way)
        entries.push_back(step.id);
    m_workspace.undoAll(std::move(entries));
}

void HistoryPanel::openMenu(const QPoint& position) {
    const QModelIndex index = m_view->indexAt(position);
    if (!index.isValid())
        return;
    QMenu menu(this);
    QAction* const back = menu.addAction(icon(QLatin1String("history")), tr("Undo back to here"));
    back->setEnabled(m_workspace.canWrite() && m_model->wayBack(index).has_value());
    if (menu.exec(m_view->viewport()->mapToGlobal(position)) == back)
        undoBack(index);
}

} // namespace gridwarden::app
