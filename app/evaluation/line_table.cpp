// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/line_table.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QDoubleValidator>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyledItemDelegate>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int KeyRole = Qt::UserRole;         ///< of choices and keys: what stands for the cell
constexpr int FewestLines = 2, MostLines = 6; ///< seen without scrolling

bool isKept(LineColumn::Kind kind) {
    return kind == LineColumn::Kind::Choice || kind == LineColumn::Kind::Key;
}

/// Editors that leave a number one, and a choice one of those offered.
class CellDelegate : public QStyledItemDelegate {
public:
    CellDelegate(const std::vector<LineColumn>& columns, QObject* parent)
        : QStyledItemDelegate(parent), m_columns(columns) {}

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override {
        const LineColumn& column = m_columns[static_cast<std::size_t>(index.column())];
        if (column.kind == LineColumn::Kind::Choice) {
            auto* const box = new QComboBox(parent);
            for (const auto& [key, label] : column.choices)
                box->addItem(label, key);
            auto* const self = const_cast<CellDelegate*>(this); // signals are not const
            connect(box, &QComboBox::activated, self, [self, box] {
                emit self->commitData(box);
                emit self->closeEditor(box);
            });
            return box;
        }
        QWidget* const editor = QStyledItemDelegate::createEditor(parent, option, index);
        if (auto* const line = qobject_cast<QLineEdit*>(editor);
            line != nullptr && column.kind != LineColumn::Kind::Text) {
            auto* const numbers = new QDoubleValidator(line);
            numbers->setLocale(QLocale::c());
            numbers->setNotation(QDoubleValidator::StandardNotation);
            line->setValidator(numbers);
        }
        return editor;
    }

    void setEditorData(QWidget* editor, const QModelIndex& index) const override {
        if (auto* const box = qobject_cast<QComboBox*>(editor))
            box->setCurrentIndex(box->findData(index.data(KeyRole)));
        else
            QStyledItemDelegate::setEditorData(editor, index);
    }

    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override {
        if (const auto* const box = qobject_cast<QComboBox*>(editor)) {
            if (box->currentIndex() >= 0) {
                model->setData(index, box->currentText());
                model->setData(index, box->currentData(), KeyRole);
            }
            return;
        }
        const auto* const line = qobject_cast<QLineEdit*>(editor);
        const LineColumn& column = m_columns[static_cast<std::size_t>(index.column())];
        const bool mayBeEmpty = column.kind == LineColumn::Kind::OptionalNumber && line->text().isEmpty();
        if (line->hasAcceptableInput() || mayBeEmpty)
            model->setData(index, line->text().trimmed());
    }

private:
    const std::vector<LineColumn>& m_columns;
};

} // namespace

LineTable::LineTable(const QString& name, const QString& add, std::vector<LineColumn> columns, QWidget* parent)
    : QWidget(parent), m_columns(std::move(columns)), m_table(new QTableWidget(this)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove"), this)),
      m_up(new QPushButton(icon(QLatin1String("arrow-up")), QString(), this)),
      m_down(new QPushButton(icon(QLatin1String("arrow-down")), QString(), this)) {
    setObjectName(name);
    setFocusProxy(m_table);
    m_table->setObjectName(name + QStringLiteral("Lines"));
    m_table->setColumnCount(static_cast<int>(m_columns.size()));
    QStringList titles;
    for (const LineColumn& column : m_columns)
        titles << column.title;
    m_table->setHorizontalHeaderLabels(titles);
    m_table->horizontalHeader()->setHighlightSections(false);
    bool hasWide = false; // the first shown column takes the room
    for (int i = 0; i < m_table->columnCount(); ++i) {
        m_table->setColumnHidden(i, m_columns[static_cast<std::size_t>(i)].kind == LineColumn::Kind::Key);
        const bool isWide = !hasWide && !m_table->isColumnHidden(i);
        hasWide = hasWide || isWide;
        m_table->horizontalHeader()->setSectionResizeMode(i, isWide ? QHeaderView::Stretch : QHeaderView::Interactive);
    }
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 10);
    m_table->setItemDelegate(new CellDelegate(m_columns, m_table));
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked |
                             QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->setTabKeyNavigation(false); // Tab goes on to the next field
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_remove->setObjectName(name + QStringLiteral("Remove"));
    m_up->setObjectName(name + QStringLiteral("Up"));
    m_up->setToolTip(tr("One line up"));
    m_up->setAccessibleName(m_up->toolTip());
    m_down->setObjectName(name + QStringLiteral("Down"));
    m_down->setToolTip(tr("One line down"));
    m_down->setAccessibleName(m_down->toolTip());
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), add, this);
    addButton->setObjectName(name + QStringLiteral("Add"));
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {addButton, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    column->addLayout(buttons);
    connect(addButton, &QPushButton::clicked, this, &LineTable::add);
    connect(m_remove, &QPushButton::clicked, this, &LineTable::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_table, &QTableWidget::currentCellChanged, this, &LineTable::followRow);
    connect(m_table, &QTableWidget::itemChanged, this, [this] {
        if (!m_isFilling)
            emit edited();
    });
    followRow();
}

void LineTable::put(int row, const QStringList& cells) {
    for (int i = 0; i < m_table->columnCount(); ++i) {
        const LineColumn& column = m_columns[static_cast<std::size_t>(i)];
        const QString cell = cells.value(i);
        QString shown = cell;
        for (const auto& [key, label] : column.choices)
            if (key == cell)
                shown = label;
        auto* const item = new QTableWidgetItem(shown);
        if (isKept(column.kind))
            item->setData(KeyRole, cell);
        else if (column.kind != LineColumn::Kind::Text)
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(shown);
        m_table->setItem(row, i, item);
    }
}

void LineTable::replaceLines(const std::vector<QStringList>& lines, int current) {
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_table->setRowCount(static_cast<int>(lines.size()));
        for (std::size_t i = 0; i < lines.size(); ++i)
            put(static_cast<int>(i), lines[i]);
    }
    const int shown = std::clamp(m_table->rowCount(), FewestLines, MostLines);
    m_table->setFixedHeight(m_table->horizontalHeader()->sizeHint().height() +
                            shown * m_table->verticalHeader()->defaultSectionSize() + 2 * m_table->frameWidth());
    const auto first = std::find_if(m_columns.begin(), m_columns.end(),
                                    [](const LineColumn& each) { return each.kind != LineColumn::Kind::Key; });
    if (current >= 0 && current < m_table->rowCount())
        m_table->setCurrentCell(current, static_cast<int>(first - m_columns.begin()));
    followRow();
}

void LineTable::setLines(const std::vector<QStringList>& lines) {
    replaceLines(lines, lines.empty() ? -1 : 0);
    for (int i = 0; i < m_table->columnCount(); ++i)
        if (m_table->horizontalHeader()->sectionResizeMode(i) == QHeaderView::Interactive) {
            m_table->resizeColumnToContents(i);
            m_table->setColumnWidth(i, m_table->columnWidth(i) + Gap * 2);
        }
}

std::vector<QStringList> LineTable::lines() const {
    std::vector<QStringList> all;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        QStringList cells;
        for (int i = 0; i < m_table->columnCount(); ++i) {
            const QTableWidgetItem* const item = m_table->item(row, i);
            cells << (isKept(m_columns[static_cast<std::size_t>(i)].kind) ? item->data(KeyRole).toString()
                                                                          : item->text().trimmed());
        }
        all.push_back(std::move(cells));
    }
    return all;
}

void LineTable::setChoices(int column, std::vector<std::pair<QString, QString>> choices) {
    m_columns[static_cast<std::size_t>(column)].choices = std::move(choices);
}

void LineTable::setColumnShown(int column, bool isShown) {
    m_table->setColumnHidden(column, !isShown);
}

QStringList LineTable::newLine() const {
    const std::vector<QStringList> others = lines();
    QStringList cells;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const LineColumn& column = m_columns[i];
        QString cell;
        if (column.kind == LineColumn::Kind::Number) {
            cell = QStringLiteral("0");
        } else if (column.kind == LineColumn::Kind::Choice && !column.choices.empty()) {
            cell = column.choices.front().first;
        } else if (column.kind == LineColumn::Kind::Key) {
            const auto isTaken = [&](const QStringList& line) { return line[static_cast<qsizetype>(i)] == cell; };
            int number = 0;
            do
                cell = column.title + QString::number(++number);
            while (std::any_of(others.begin(), others.end(), isTaken));
        }
        cells << cell;
    }
    return cells;
}

void LineTable::add() {
    std::vector<QStringList> all = lines();
    all.push_back(newLine());
    const int last = static_cast<int>(all.size()) - 1;
    replaceLines(all, last);
    m_table->setFocus();
    emit edited();
}

void LineTable::remove() {
    std::vector<QStringList> all = lines();
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    all.erase(all.begin() + row);
    replaceLines(all, std::min(row, static_cast<int>(all.size()) - 1));
    emit edited();
}

void LineTable::move(int by) {
    std::vector<QStringList> all = lines();
    const int from = m_table->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= static_cast<int>(all.size()))
        return;
    std::swap(all[static_cast<std::size_t>(from)], all[static_cast<std::size_t>(to)]);
    replaceLines(all, to);
    emit edited();
}

void LineTable::followRow() {
    const int row = m_table->currentRow();
    m_remove->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_table->rowCount());
}

} // namespace gridwarden::app
