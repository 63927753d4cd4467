// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/table_text.h"

#include <QRegularExpression>

namespace gridwarden::app {

namespace {

QString heading(const QAbstractItemModel& model, int column) {
    const QString title = model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return title.isEmpty() ? model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString() : title;
}

QString oneLine(QString cell) {
    static const QRegularExpression breaks(QStringLiteral("[\\t\\r\\n]+"));
    return cell.replace(breaks, QStringLiteral(" "));
}

} // namespace

QString tabbedText(const QAbstractItemModel& model, const std::vector<int>& rows, const std::vector<int>& columns, int role) {
    QString text;
    const auto addLine = [&](auto cellOf) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text += QLatin1Char('\t');
            text += oneLine(cellOf(columns[i]));
        }
        text += QLatin1Char('\n');
    };
    addLine([&](int column) { return heading(model, column); });
    for (const int row : rows)
        addLine([&](int column) { return model.index(row, column).data(role).toString(); });
    return text;
}

} // namespace gridwarden::app
