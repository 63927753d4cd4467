// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/table_text.h"

#include <QIODevice>
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

QByteArray csvCell(const QString& cell) {
    static const QRegularExpression special(QStringLiteral("[\",\\r\\n]"));
    if (!cell.contains(special))
        return cell.toUtf8();
    QString doubled = cell;
    doubled.replace(QLatin1Char('"'), QStringLiteral("\"\""));
    return '"' + doubled.toUtf8() + '"';
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

bool writeCsv(QIODevice& device, const QAbstractItemModel& model, const std::vector<int>& columns, int role,
              const std::function<bool(double)>& progress) {
    QByteArray block = "\xEF\xBB\xBF";
    const auto addLine = [&](auto cellOf) {
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (i > 0)
                block += ',';
            block += csvCell(cellOf(columns[i]));
        }
        block += "\r\n";
    };
    addLine([&](int column) { return heading(model, column); });
    const int rows = model.rowCount();
    for (int row = 0; row < rows; ++row) {
        addLine([&](int column) { return model.index(row, column).data(role).toString(); });
        if (row % 500 == 499) {
            if (device.write(block) != block.size())
                return false;
            block.clear();
            if (progress && !progress(static_cast<double>(row) / rows))
                return false;
        }
    }
    return device.write(block) == block.size();
}

} // namespace gridwarden::app
