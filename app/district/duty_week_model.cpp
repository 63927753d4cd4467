// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_week_model.h"

#include "app/text/days.h"

#include <QLocale>
#include <QStringList>
#include <algorithm>

namespace gridwarden::app {

void DutyWeekModel::setWeek(DutyWeek week) {
    beginResetModel();
    m_week = std::move(week);
    choose();
    endResetModel();
}

void DutyWeekModel::setFilter(const QString& text) {
    beginResetModel();
    m_filter = text.trimmed();
    choose();
    endResetModel();
}

void DutyWeekModel::choose() {
    m_shown.clear();
    const auto has = [this](const QString& text) { return text.contains(m_filter, Qt::CaseInsensitive); };
    for (std::size_t i = 0; i < m_week.rows.size(); ++i) {
        const DutyWeekRow& row = m_week.rows[i];
        const auto inDay = [&](const std::vector<DutyWeekLine>& lines) {
            return std::any_of(lines.begin(), lines.end(), [&](const DutyWeekLine& line) { return has(line.text); });
        };
        if (has(row.name) || std::any_of(row.days.begin(), row.days.end(), inDay))
            m_shown.push_back(i);
    }
}

const std::vector<DutyWeekLine>& DutyWeekModel::lines(const QModelIndex& index) const {
    return row(index.row()).days[static_cast<std::size_t>(index.column())];
}

core::AreaId DutyWeekModel::area(const QModelIndex& index) const {
    return index.isValid() ? row(index.row()).area : core::AreaId();
}

QModelIndex DutyWeekModel::indexOf(core::AreaId area, int day) const {
    for (int shown = 0; shown < rowCount(); ++shown)
        if (row(shown).area == area)
            return index(shown, day);
    return {};
}

int DutyWeekModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int DutyWeekModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : 7;
}

QVariant DutyWeekModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    QStringList texts;
    for (const DutyWeekLine& line : lines(index))
        texts << (role == Qt::DisplayRole ? line.text : line.tip);
    return texts.join(role == Qt::DisplayRole ? QStringLiteral("\n") : QStringLiteral("\n\n"));
}

QVariant DutyWeekModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return row(section).name;
    const core::Day day = m_week.monday + std::chrono::days(section);
    return QString(QLocale().dayName(section + 1, QLocale::ShortFormat) +
                   dateOf(day).toString(QStringLiteral(" MM-dd")));
}

} // namespace gridwarden::app
