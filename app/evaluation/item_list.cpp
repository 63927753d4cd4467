// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/item_list.h"

#include "app/cases/panel_text.h"
#include "app/district/record_model.h"
#include "app/evaluation/item_fields.h"
#include "app/evaluation/number_box.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>

namespace gridwarden::app {

namespace {

constexpr double MostFull = 1e6;
constexpr int FewestLines = 4, MostLines = 8; ///< of the list without scrolling
constexpr int RowGap = 8;                     ///< pixels that styleRows gives to a row besides its text
constexpr double WeightTolerance = 1e-6;      ///< of the full marks, as the scheme is read with

} // namespace

ItemList::ItemList(QWidget* parent)
    : QWidget(parent), m_model(new RecordModel({tr("Item"), tr("Figure"), tr("Weight")}, this)),
      m_view(new QTreeView(this)), m_full(new NumberBox(QStringLiteral("full"), 0, MostFull, this)),
      m_sum(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_fields(new ItemFields(this)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove item"), this)),
      m_up(new QPushButton(icon(QLatin1String("arrow-up")), QString(), this)),
      m_down(new QPushButton(icon(QLatin1String("arrow-down")), QString(), this)) {
    setObjectName(QStringLiteral("itemList"));
    build();
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isFilling)
            show();
    });
    connect(m_fields, &ItemFields::edited, this, &ItemList::takeFields);
    connect(m_full, &QDoubleSpinBox::valueChanged, this, [this] {
        showSum();
        if (!m_isFilling)
            emit edited();
    });
    connect(m_remove, &QPushButton::clicked, this, &ItemList::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    show();
}

void ItemList::build() {
    m_view->setObjectName(QStringLiteral("items"));
    m_view->setAccessibleName(tr("Items"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    styleRows(m_view);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_model->setRightAligned(2);
    m_sum->setObjectName(QStringLiteral("weightSum"));
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), tr("Add item"), this);
    addButton->setObjectName(QStringLiteral("addItem"));
    connect(addButton, &QPushButton::clicked, this, &ItemList::add);
    m_remove->setObjectName(QStringLiteral("removeItem"));
    m_up->setObjectName(QStringLiteral("itemUp"));
    m_up->setToolTip(tr("One line up"));
    m_up->setAccessibleName(m_up->toolTip());
    m_down->setObjectName(QStringLiteral("itemDown"));
    m_down->setToolTip(tr("One line down"));
    m_down->setAccessibleName(m_down->toolTip());
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* const button : {addButton, m_remove, m_up, m_down})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* const weights = new QHBoxLayout;
    weights->addWidget(m_sum, 1);
    auto* const whole = makeForm(nullptr);
    whole->addRow(tr("Full marks"), m_full);
    weights->addLayout(whole);
    auto* const column = new QVBoxLayout(this);
    column->setSpacing(Gap);
    column->addWidget(m_view);
    column->addLayout(buttons);
    column->addLayout(weights);
    column->addWidget(m_fields);
    column->addStretch();
}

double ItemList::full() const {
    return m_full->value();
}

int ItemList::row() const {
    const int row = m_view->currentIndex().row();
    return row < static_cast<int>(m_items.size()) ? row : -1;
}

void ItemList::offerFigures(const std::vector<FigureChoice>& figures) {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_figures = figures;
    m_fields->offerFigures(figures);
}

void ItemList::offerGroups(const std::vector<core::SchemeGroup>& groups) {
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_fields->offerGroups(groups);
    }
    for (core::SchemeItem& item : m_items) // whose group is not any more
        if (std::none_of(groups.begin(), groups.end(),
                         [&](const core::SchemeGroup& group) { return group.key == item.group; }))
            item.group.clear();
}

void ItemList::setOfPeople(bool isOfPeople) {
    m_fields->setOfPeople(isOfPeople);
    if (!isOfPeople)
        for (core::SchemeItem& item : m_items)
            item.by.reset();
}

void ItemList::setItems(std::vector<core::SchemeItem> items, double full, bool areStored) {
    m_items = std::move(items);
    m_stored.clear();
    if (areStored)
        for (const core::SchemeItem& item : m_items)
            m_stored.insert(item.key);
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_full->setValue(full);
    }
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(0, 0));
    }
    show();
}

QString ItemList::figureLabel(const core::SchemeItem& item) const {
    if (item.figure() == nullptr)
        return tr("by hand");
    const auto found = std::find_if(m_figures.begin(), m_figures.end(),
                                    [&](const FigureChoice& each) { return each.key == *item.figure(); });
    return found == m_figures.end() ? QString::fromStdString(*item.figure()) : found->label;
}

void ItemList::list() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    std::vector<Record> records;
    for (const core::SchemeItem& item : m_items)
        records.push_back({.key = QString::number(records.size()),
                           .cells = {QString::fromStdString(item.nameIn(language())), figureLabel(item),
                                     item.weight > 0 ? plainNumberText(item.weight) : QStringLiteral("—")}});
    m_model->setRecords(std::move(records));
    const int lines = std::clamp(m_model->rowCount(), FewestLines, MostLines);
    m_view->setFixedHeight(m_view->header()->sizeHint().height() + lines * (fontMetrics().height() + RowGap) +
                           2 * m_view->frameWidth());
    showSum();
}

void ItemList::showSum() {
    const double sum = std::accumulate(m_items.begin(), m_items.end(), 0.0,
                                       [](double all, const core::SchemeItem& item) { return all + item.weight; });
    const double missing = full() - sum;
    const QString numbers = tr("The weights add up to %1 of %2.").arg(plainNumberText(sum), plainNumberText(full()));
    if (std::abs(missing) <= WeightTolerance * full()) {
        m_sum->setText(QStringLiteral("✓ ") + numbers);
        setTextColour(m_sum, palette().color(QPalette::WindowText));
        return;
    }
    const QString difference = plainNumberText(std::abs(missing));
    m_sum->setText(QStringLiteral("▲ ") + numbers + u' ' +
                   (missing > 0 ? tr("%1 are missing.").arg(difference) : tr("%1 are too many.").arg(difference)));
    setTextColour(m_sum, FaultColour);
}

void ItemList::show() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const int shown = row();
    m_fields->setVisible(shown >= 0);
    m_remove->setEnabled(shown >= 0);
    m_up->setEnabled(shown > 0);
    m_down->setEnabled(shown >= 0 && shown + 1 < static_cast<int>(m_items.size()));
    if (shown < 0)
        return;
    const core::SchemeItem& item = m_items[static_cast<std::size_t>(shown)];
    m_fields->setItem(item, m_stored.contains(item.key));
}

void ItemList::takeFields() {
    if (m_isFilling || row() < 0)
        return;
    m_items[static_cast<std::size_t>(row())] = m_fields->item();
    list();
    emit edited();
}

void ItemList::add() {
    core::SchemeItem item;
    for (int number = 1; item.key.empty(); ++number)
        if (const std::string key = "item" + std::to_string(number); std::none_of(
                m_items.begin(), m_items.end(), [&](const core::SchemeItem& other) { return other.key == key; }))
            item.key = key;
    item.source = core::RateItem();
    m_items.push_back(item);
    list();
    m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    m_fields->field("zh")->setFocus();
    emit edited();
}

void ItemList::remove() {
    const int removed = row();
    if (removed < 0)
        return;
    m_items.erase(m_items.begin() + removed);
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(std::min(removed, m_model->rowCount() - 1), 0));
    }
    show();
    emit edited();
}

void ItemList::move(int by) {
    const int from = row(), to = from + by;
    if (from < 0 || to < 0 || to >= static_cast<int>(m_items.size()))
        return;
    std::swap(m_items[static_cast<std::size_t>(from)], m_items[static_cast<std::size_t>(to)]);
    list();
    m_view->setCurrentIndex(m_model->index(to, 0));
    emit edited();
}

void ItemList::choose(const std::string& key) {
    const auto found =
        std::find_if(m_items.begin(), m_items.end(), [&](const core::SchemeItem& item) { return item.key == key; });
    if (found != m_items.end())
        m_view->setCurrentIndex(m_model->index(static_cast<int>(found - m_items.begin()), 0));
}

QWidget* ItemList::field(const std::string& item, const std::string& member) const {
    if (item.empty())
        return member == "full" ? static_cast<QWidget*>(m_full) : nullptr;
    const bool isChosen = row() >= 0 && m_items[static_cast<std::size_t>(row())].key == item;
    return isChosen ? m_fields->field(member) : nullptr;
}

} // namespace gridwarden::app
