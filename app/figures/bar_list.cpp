// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/bar_list.h"

#include "app/cases/case_labels.h"

#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int KeyRole = Qt::UserRole, CountRole = Qt::UserRole + 1, ShareRole = Qt::UserRole + 2;
constexpr int Gap = 8, Above = 3, BarHeight = 5;

/// Label and number, and below them the bar.
class BarDelegate : public QStyledItemDelegate {
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {80, option.fontMetrics.height() + 2 * Above + BarHeight + 2};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem frame = option;
        initStyleOption(&frame, index);
        frame.text.clear();
        frame.widget->style()->drawControl(QStyle::CE_ItemViewItem, &frame, painter, frame.widget);
        const bool isChosen = option.state.testFlag(QStyle::State_Selected);
        const QPalette& palette = option.palette;
        const QRect room = option.rect.adjusted(Gap, Above, -Gap, -Above);
        const qint64 count = index.data(CountRole).toLongLong();
        const QString number = count < 0 ? QString() : QLocale().toString(count);
        const int numberWidth = option.fontMetrics.horizontalAdvance(number);
        painter->save();
        painter->setPen(isChosen ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Text));
        const QRect line(room.left(), room.top(), room.width(), option.fontMetrics.height());
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, number);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(), Qt::ElideRight, room.width() - numberWidth - Gap));
        if (count < 0) {
            painter->restore();
            return;
        }
        const QRectF track(room.left(), room.bottom() - BarHeight + 1, room.width(), BarHeight);
        QColor faint = isChosen ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Text);
        faint.setAlphaF(0.12F);
        painter->setPen(Qt::NoPen);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setBrush(faint);
        painter->drawRoundedRect(track, 2, 2);
        painter->setBrush(isChosen ? palette.color(QPalette::HighlightedText) : palette.color(QPalette::Highlight));
        QRectF bar = track;
        bar.setWidth(track.width() * index.data(ShareRole).toDouble());
        if (count > 0)
            bar.setWidth(std::max(bar.width(), 2.0));
        painter->drawRoundedRect(bar, 2, 2);
        painter->restore();
    }
};

} // namespace

BarList::BarList(QWidget* parent) : QListWidget(parent) {
    setItemDelegate(new BarDelegate(this));
    setSelectionMode(MultiSelection);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setUniformItemSizes(true);
    setMouseTracking(true);
    connect(this, &QListWidget::itemSelectionChanged, this, [this] {
        if (m_isFilling)
            return;
        std::vector<int> keys;
        for (int row = 0; row < count(); ++row)
            if (item(row)->isSelected())
                keys.push_back(item(row)->data(KeyRole).toInt());
        emit chosen(keys);
    });
}

void BarList::setRows(const std::vector<Row>& rows, const std::set<int>& chosenKeys) {
    m_isFilling = true;
    const int before = count();
    const int currentKey = currentItem() != nullptr ? currentItem()->data(KeyRole).toInt() : -1;
    qint64 most = 1;
    for (const Row& row : rows)
        most = std::max(most, row.count);
    while (count() > static_cast<int>(rows.size()))
        delete takeItem(count() - 1);
    while (count() < static_cast<int>(rows.size()))
        addItem(QString());
    for (int i = 0; i < count(); ++i) {
        const Row& row = rows[static_cast<std::size_t>(i)];
        QListWidgetItem& shown = *item(i);
        shown.setText(row.label);
        shown.setToolTip(row.count < 0 ? row.label : QString(row.label + u": " + QLocale().toString(row.count)));
        shown.setData(Qt::AccessibleTextRole, shown.toolTip());
        shown.setData(KeyRole, row.key);
        shown.setData(CountRole, row.count);
        shown.setData(ShareRole, static_cast<double>(row.count) / static_cast<double>(most));
        shown.setSelected(chosenKeys.contains(row.key));
        if (row.key == currentKey)
            selectionModel()->setCurrentIndex(indexFromItem(&shown), QItemSelectionModel::NoUpdate);
    }
    m_isFilling = false;
    if (count() != before)
        updateGeometry();
}

std::vector<BarList::Row> BarList::rows() const {
    std::vector<Row> all;
    for (int i = 0; i < count(); ++i)
        all.push_back({item(i)->data(KeyRole).toInt(), item(i)->text(), item(i)->data(CountRole).toLongLong()});
    return all;
}

QSize BarList::sizeHint() const {
    const int row = fontMetrics().height() + 2 * Above + BarHeight + 2;
    return {200, row * std::max(count(), 1) + 2 * frameWidth()};
}

} // namespace gridwarden::app
