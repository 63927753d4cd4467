// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/limit_list.h"

#include "app/district/form_fields.h"
#include "app/district/record_model.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr core::LimitUnit Units[] = {core::LimitUnit::UrgentMinute, core::LimitUnit::UrgentHour,       core::LimitUnit::WorkingHour,
                                     core::LimitUnit::WorkingDay,   core::LimitUnit::UrgentWorkingDay, core::LimitUnit::NaturalDay};

QString unitKey(core::LimitUnit unit) {
    const std::string_view key = core::limitUnitKey(unit);
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString originText(const std::string& origin) {
    if (origin.empty())
        return LimitList::tr("the bureau's own");
    return origin == "municipal-example" ? LimitList::tr("municipal example") : QString::fromStdString(origin);
}

} // namespace

LimitList::LimitList(QWidget* parent)
    : QWidget(parent), m_model(new RecordModel({tr("Filing condition"), tr("Limit"), tr("Closing condition"), tr("Origin")}, this)),
      m_view(new QTreeView(this)), m_fields(new QWidget(this)), m_filing(makeLine(QStringLiteral("filing"), m_fields)),
      m_closing(makeLine(QStringLiteral("closing"), m_fields)), m_value(new QDoubleSpinBox(m_fields)), m_unit(new QComboBox(m_fields)),
      m_default(new QCheckBox(tr("Chosen beforehand when a case is entered"), m_fields)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove limit"), this)) {
    setObjectName(QStringLiteral("limits"));
    m_view->setObjectName(QStringLiteral("rules"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    styleRows(m_view);
    m_view->setMinimumHeight(110);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_view->setColumnWidth(1, 110);
    m_view->setColumnWidth(2, 90);
    m_value->setObjectName(QStringLiteral("value"));
    m_value->setRange(0, 100000);
    m_value->setDecimals(1);
    m_value->setSpecialValueText(tr("none"));
    m_unit->setObjectName(QStringLiteral("unit"));
    for (const core::LimitUnit unit : Units) {
        m_unit->addItem(word("limit_units", core::limitUnitKey(unit)), unitKey(unit));
        m_unit->setItemData(m_unit->count() - 1, QString::fromStdString(core::wordNote("limit_units", core::limitUnitKey(unit), language())),
                            Qt::ToolTipRole);
    }
    m_default->setObjectName(QStringLiteral("default"));
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), tr("Add limit"), this);
    addButton->setObjectName(QStringLiteral("addLimit"));
    m_remove->setObjectName(QStringLiteral("removeLimit"));

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_view, 1);
    auto* const row = new QHBoxLayout;
    row->addWidget(addButton);
    row->addWidget(m_remove);
    row->addStretch();
    column->addLayout(row);
    auto* const form = makeForm(m_fields);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Filing condition"), m_filing);
    form->addRow(tr("Closing condition"), m_closing);
    auto* const limit = new QHBoxLayout;
    limit->addWidget(m_value);
    limit->addWidget(m_unit, 1);
    form->addRow(tr("Limit"), limit);
    form->addRow(QString(), m_default);
    column->addWidget(m_fields);
    column->addWidget(makeNote(tr("A municipal example is nobody's rule but that city's: change it to your own before use."), this));

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isFilling)
            show();
    });
    connect(m_filing, &QLineEdit::textChanged, this, &LimitList::takeFields);
    connect(m_closing, &QLineEdit::textChanged, this, &LimitList::takeFields);
    connect(m_value, &QDoubleSpinBox::valueChanged, this, &LimitList::takeFields);
    connect(m_unit, &QComboBox::currentIndexChanged, this, &LimitList::takeFields);
    connect(m_default, &QCheckBox::toggled, this, &LimitList::takeFields);
    connect(addButton, &QPushButton::clicked, this, &LimitList::add);
    connect(m_remove, &QPushButton::clicked, this, &LimitList::remove);
    show();
}

void LimitList::setRules(std::vector<core::LimitRule> rules) {
    m_rules = std::move(rules);
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(0, 0));
    }
    show();
}

void LimitList::list() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    std::vector<Record> records;
    for (const core::LimitRule& rule : m_rules) {
        const QString condition = QString::fromStdString(rule.filingCondition);
        records.push_back({.key = QString::number(records.size()),
                           .cells = {rule.isDefault ? QString(QStringLiteral("● ") + condition) : condition,
                                     rule.limit ? limitText(*rule.limit) : tr("none"), QString::fromStdString(rule.closingCondition),
                                     originText(rule.origin)}});
    }
    m_model->setRecords(std::move(records));
}

core::LimitRule* LimitList::current() {
    const QModelIndex index = m_view->currentIndex();
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_rules.size() ? &m_rules[row] : nullptr;
}

void LimitList::show() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const core::LimitRule* const rule = current();
    m_fields->setVisible(rule != nullptr);
    m_remove->setEnabled(rule != nullptr);
    if (rule == nullptr)
        return;
    m_filing->setText(QString::fromStdString(rule->filingCondition));
    m_filing->setCursorPosition(0);
    m_closing->setText(QString::fromStdString(rule->closingCondition));
    m_closing->setCursorPosition(0);
    m_value->setValue(rule->limit ? rule->limit->value : 0);
    m_unit->setCurrentIndex(m_unit->findData(unitKey(rule->limit ? rule->limit->unit : core::LimitUnit::WorkingHour)));
    m_default->setChecked(rule->isDefault);
}

void LimitList::takeFields() {
    core::LimitRule* const rule = current();
    if (m_isFilling || rule == nullptr)
        return;
    rule->filingCondition = core::trimmed(m_filing->text().toStdString());
    rule->closingCondition = core::trimmed(m_closing->text().toStdString());
    rule->limit.reset();
    if (m_value->value() > 0)
        rule->limit = core::Limit{m_value->value(), *core::limitUnitFromKey(m_unit->currentData().toString().toStdString())};
    if (m_default->isChecked())
        for (core::LimitRule& other : m_rules)
            other.isDefault = false;
    rule->isDefault = m_default->isChecked();
    rule->origin.clear();
    list();
    emit edited();
}

void LimitList::add() {
    core::LimitRule rule;
    rule.isDefault = m_rules.empty();
    m_rules.push_back(rule);
    list();
    m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    m_filing->setFocus();
    emit edited();
}

void LimitList::remove() {
    const QModelIndex index = m_view->currentIndex();
    if (current() == nullptr)
        return;
    m_rules.erase(m_rules.begin() + index.row());
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(std::min(index.row(), m_model->rowCount() - 1), 0));
    }
    show();
    emit edited();
}

} // namespace gridwarden::app
