// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/slot_completion.h"

#include "app/figures/figure_groups.h"

#include <QStandardItemModel>

namespace gridwarden::app {

namespace {

constexpr int SearchRole = Qt::UserRole, NameRole = Qt::UserRole + 1;

} // namespace

SlotCompletion::SlotCompletion(QObject* parent) : QCompleter(parent), m_figures(new QStandardItemModel(this)) {
    setModel(m_figures);
    setCompletionRole(SearchRole);
    setFilterMode(Qt::MatchContains);
    setCaseSensitivity(Qt::CaseInsensitive);
    setMaxVisibleItems(12);
}

void SlotCompletion::setFigures(const core::FigureDefinitions& figures, const core::ActivityLists& lists) {
    m_figures->clear();
    for (const FigureGroup& group : figureGroups(figures, lists))
        for (const core::FigureDefinition* const figure : group.figures) {
            auto* const item = new QStandardItem(QStringLiteral("%1（%2）· %3").arg(figureName(*figure), QString::fromStdString(figure->unit), group.title));
            item->setToolTip(figureNote(*figure));
            item->setData(QString::fromStdString(figure->name + ' ' + figure->english + ' ' + figure->key), SearchRole);
            item->setData(figureName(*figure), NameRole);
            m_figures->appendRow(item);
        }
}

std::optional<QString> SlotCompletion::nameBefore(const QString& line) {
    const qsizetype open = line.lastIndexOf(u'{');
    if (open < 0)
        return std::nullopt;
    QString slot = line.mid(open + 1);
    if (slot.contains(u'}') || slot.contains(u'|'))
        return std::nullopt;
    for (const QString& word : {QStringLiteral("如果 "), QStringLiteral("if ")})
        if (slot.startsWith(word))
            slot.remove(0, word.size());
    return slot.mid(slot.lastIndexOf(u'+') + 1).trimmed();
}

QModelIndex SlotCompletion::bestFor(const QString& typed) const {
    const QAbstractItemModel& offered = *completionModel();
    for (int row = 0; row < offered.rowCount(); ++row)
        if (nameAt(offered.index(row, 0)).startsWith(typed, Qt::CaseInsensitive))
            return offered.index(row, 0);
    return offered.index(0, 0);
}

QString SlotCompletion::nameAt(const QModelIndex& index) { return index.data(NameRole).toString(); }

} // namespace gridwarden::app
