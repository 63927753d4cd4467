// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_week_table.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int Margin = 4;       // around the lines of a cell
constexpr int GroundAlpha = 28; // of the colour behind a cell with a gap

class LinesDelegate : public QStyledItemDelegate {
public:
    LinesDelegate(const DutyWeekModel& model, QObject* parent) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const auto& lines = m_model.lines(index);
        const bool isChosen = (option.state & QStyle::State_Selected) != 0;
        const bool hasGap = std::any_of(lines.begin(), lines.end(),
                                        [](const DutyWeekLine& line) { return line.mark == DutyWeekLine::Mark::Gap; });
        painter->save();
        if (isChosen) {
            painter->fillRect(option.rect, option.palette.highlight());
        } else if (hasGap) {
            QColor ground = markColour(DutyWeekLine::Mark::Gap);
            ground.setAlpha(GroundAlpha);
            painter->fillRect(option.rect, ground);
        }
        const QFontMetrics metrics(option.font);
        QRect place = option.rect.adjusted(Margin, Margin, -Margin, 0);
        place.setHeight(metrics.height());
        for (const DutyWeekLine& line : lines) {
            const QColor own = markColour(line.mark);
            painter->setPen(isChosen        ? option.palette.color(QPalette::HighlightedText)
                            : own.isValid() ? own
                                            : option.palette.color(QPalette::Text));
            const QString sign = markSign(line.mark);
            const QString text = sign.isEmpty() ? line.text : sign + QLatin1Char(' ') + line.text;
            painter->drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
                              metrics.elidedText(text, Qt::ElideRight, place.width()));
            place.translate(0, metrics.height());
        }
        painter->restore();
    }

private:
    const DutyWeekModel& m_model;
};

} // namespace

QString markSign(DutyWeekLine::Mark mark) {
    switch (mark) {
    case DutyWeekLine::Mark::None:
        return {};
    case DutyWeekLine::Mark::Gap:
        return QStringLiteral("▲");
    case DutyWeekLine::Mark::Problem:
        return QStringLiteral("◆");
    }
    return {};
}

QColor markColour(DutyWeekLine::Mark mark) {
    switch (mark) {
    case DutyWeekLine::Mark::None:
        return {};
    case DutyWeekLine::Mark::Gap:
        return {0xB3, 0x26, 0x1E};
    case DutyWeekLine::Mark::Problem:
        return {0x9A, 0x5B, 0x00};
    }
    return {};
}

DutyWeekTable::DutyWeekTable(DutyWeekModel& model, QWidget* parent) : QTableView(parent), m_model(model) {
    setObjectName(QStringLiteral("dutyWeekTable"));
    setModel(&model);
    setItemDelegate(new LinesDelegate(model, this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setCornerButtonEnabled(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    horizontalHeader()->setHighlightSections(false);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignTop);
    verticalHeader()->setMaximumWidth(fontMetrics().averageCharWidth() * 24);
    connect(&model, &QAbstractItemModel::modelReset, this, &DutyWeekTable::fitRows);
    fitRows();
}

core::DutyId DutyWeekTable::dutyAt(QPoint place) const {
    const QModelIndex index = indexAt(place);
    if (!index.isValid())
        return {};
    const auto& lines = m_model.lines(index);
    const int line = (place.y() - visualRect(index).top() - Margin) / fontMetrics().height();
    return line >= 0 && line < static_cast<int>(lines.size()) ? lines[static_cast<std::size_t>(line)].duty
                                                              : core::DutyId();
}

void DutyWeekTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    verticalHeader()->setMaximumWidth(std::max(80, width() / 5));
}

/// As many lines as the fullest day of each area has.
void DutyWeekTable::fitRows() {
    for (int row = 0; row < m_model.rowCount(); ++row) {
        std::size_t most = 1;
        for (int column = 0; column < m_model.columnCount(); ++column)
            most = std::max(most, m_model.lines(m_model.index(row, column)).size());
        setRowHeight(row, static_cast<int>(most) * fontMetrics().height() + 2 * Margin);
    }
}

} // namespace gridwarden::app
