// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_table.h"

#include "app/figures/figure_groups.h"
#include "app/figures/period_text.h"
#include "app/workspace/roomy_delegate.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int PositionRole = Qt::UserRole; ///< of the figure in the definitions; groups have none

bool isFigure(const QTreeWidgetItem* item) { return item != nullptr && item->data(0, PositionRole).isValid(); }

std::size_t figureOf(const QTreeWidgetItem* item) { return static_cast<std::size_t>(item->data(0, PositionRole).toULongLong()); }

} // namespace

FigureTable::FigureTable(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("figureTable"));
    setAccessibleName(tr("Figures"));
    setHeaderLabels({tr("Figure"), tr("This period"), tr("Before"), tr("On before"), tr("Last year"), tr("On year")});
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setItemDelegate(new RoomyDelegate(this));
    setIndentation(14);
    setMouseTracking(true);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    header()->setMinimumSectionSize(48);
    for (int column = Now; column < ColumnCount; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    connect(this, &QTreeWidget::currentItemChanged, this, &FigureTable::currentChanged);
    connect(this, &QTreeWidget::itemClicked, this, &FigureTable::ask);
    connect(this, &QTreeWidget::itemCollapsed, this, [this](const QTreeWidgetItem* item) { m_closed.insert(item->text(Name)); });
    connect(this, &QTreeWidget::itemExpanded, this, [this](const QTreeWidgetItem* item) { m_closed.erase(item->text(Name)); });
}

void FigureTable::showNothing() {
    m_answer.reset();
    clear();
}

void FigureTable::setAnswer(std::shared_ptr<const BoardAnswer> answer) {
    const std::string key = current();
    m_answer = std::move(answer);
    const core::FigureDefinitions& definitions = *m_answer->wish.basis.definitions;
    {
        const QSignalBlocker silent(this);
        clear();
        for (const auto& [column, period] : {std::pair(Now, BoardPeriod::Now), {Before, BoardPeriod::Before}, {LastYear, BoardPeriod::LastYear}})
            headerItem()->setText(column, periodText(periodOf(period, m_answer->wish.period)));
        for (const FigureGroup& group : figureGroups(definitions, *m_answer->wish.basis.lists)) {
            auto* const above = new QTreeWidgetItem(this, {group.title});
            QFont bold = font();
            bold.setBold(true);
            above->setFont(Name, bold);
            above->setFlags(Qt::ItemIsEnabled);
            above->setFirstColumnSpanned(true);
            for (const core::FigureDefinition* const definition : group.figures)
                fill(*new QTreeWidgetItem(above), static_cast<std::size_t>(definition - definitions.all().data()));
            above->setExpanded(!m_closed.contains(group.title));
        }
    }
    applyNarrowing();
    choose(key);
}

void FigureTable::fill(QTreeWidgetItem& item, std::size_t figure) {
    const core::FigureDefinition& definition = m_answer->wish.basis.definitions->all()[figure];
    const auto value = [&](BoardPeriod period) { return m_answer->values[static_cast<std::size_t>(period)][figure].value; };
    const auto now = value(BoardPeriod::Now), before = value(BoardPeriod::Before), lastYear = value(BoardPeriod::LastYear);
    item.setData(0, PositionRole, static_cast<qulonglong>(figure));
    item.setText(Name, figureName(definition));
    item.setToolTip(Name, figureNote(definition));
    item.setText(Now, figureText(definition, now));
    item.setText(Before, figureText(definition, before));
    item.setText(LastYear, figureText(definition, lastYear));
    item.setText(ChangeOfBefore, figureChange(definition, now, before));
    item.setText(ChangeOfYear, figureChange(definition, now, lastYear));
    for (int column = Now; column < ColumnCount; ++column) {
        item.setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        if (periodAt(column)) {
            item.setForeground(column, palette().link());
            item.setToolTip(column, tr("%1: show the records behind it").arg(item.text(column)));
        }
    }
}

std::string FigureTable::current() const {
    return m_answer && isFigure(currentItem()) ? m_answer->wish.basis.definitions->all()[figureOf(currentItem())].key : std::string();
}

void FigureTable::choose(const std::string& key) {
    if (!m_answer || key.empty())
        return;
    for (int group = 0; group < topLevelItemCount(); ++group)
        for (int i = 0; i < topLevelItem(group)->childCount(); ++i)
            if (QTreeWidgetItem* const item = topLevelItem(group)->child(i); m_answer->wish.basis.definitions->all()[figureOf(item)].key == key)
                setCurrentItem(item);
}

void FigureTable::narrow(const QString& text, bool hidesZeros) {
    m_text = text.trimmed();
    m_hidesZeros = hidesZeros;
    applyNarrowing();
}

void FigureTable::applyNarrowing() {
    for (int group = 0; group < topLevelItemCount(); ++group) {
        QTreeWidgetItem* const above = topLevelItem(group);
        bool isAnySeen = false;
        for (int i = 0; i < above->childCount(); ++i) {
            QTreeWidgetItem* const item = above->child(i);
            const bool hasNumber = std::any_of(m_answer->values.begin(), m_answer->values.end(),
                                               [&](const auto& values) { return values[figureOf(item)].value.value_or(0) != 0; });
            const bool isSeen = (!m_hidesZeros || hasNumber) && (m_text.isEmpty() || item->text(Name).contains(m_text, Qt::CaseInsensitive) ||
                                                                 item->toolTip(Name).contains(m_text, Qt::CaseInsensitive));
            item->setHidden(!isSeen);
            isAnySeen |= isSeen;
        }
        above->setHidden(!isAnySeen);
    }
}

QString FigureTable::tabbedText() const {
    const auto line = [](const QTreeWidgetItem& item) {
        QStringList cells;
        for (int column = 0; column < ColumnCount; ++column)
            cells << item.text(column);
        return QString(cells.join(u'\t') + u'\n');
    };
    QString text = line(*headerItem());
    for (int group = 0; group < topLevelItemCount(); ++group)
        for (int i = 0; i < topLevelItem(group)->childCount(); ++i)
            if (const QTreeWidgetItem* const item = topLevelItem(group)->child(i); !item->isHidden())
                text += line(*item);
    return text;
}

std::optional<BoardPeriod> FigureTable::periodAt(int column) const {
    switch (column) {
    case Now:
        return BoardPeriod::Now;
    case Before:
        return BoardPeriod::Before;
    case LastYear:
        return BoardPeriod::LastYear;
    default:
        return std::nullopt;
    }
}

void FigureTable::ask(QTreeWidgetItem* item, int column) {
    const auto period = periodAt(column);
    if (!period || !isFigure(item) || !m_answer)
        return;
    if (m_answer->values[static_cast<std::size_t>(*period)][figureOf(item)].value)
        emit recordsWanted(m_answer->wish.basis.definitions->all()[figureOf(item)].key, *period);
}

void FigureTable::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Copy))
        QApplication::clipboard()->setText(tabbedText());
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        ask(currentItem(), periodAt(currentColumn()) ? currentColumn() : int{Now});
    else
        QTreeWidget::keyPressEvent(event);
}

void FigureTable::mouseMoveEvent(QMouseEvent* event) {
    const QModelIndex over = indexAt(event->position().toPoint());
    viewport()->setCursor(over.isValid() && periodAt(over.column()) && isFigure(itemFromIndex(over)) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTreeWidget::mouseMoveEvent(event);
}

} // namespace gridwarden::app
