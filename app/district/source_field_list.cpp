// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/source_field_list.h"

#include "app/district/form_fields.h"
#include "app/district/record_model.h"
#include "app/workspace/icon.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

QString kindText(core::FieldKind kind) {
    switch (kind) {
    case core::FieldKind::Text:
        return SourceFieldList::tr("text");
    case core::FieldKind::Number:
        return SourceFieldList::tr("number");
    case core::FieldKind::Date:
        return SourceFieldList::tr("day");
    case core::FieldKind::Time:
        return SourceFieldList::tr("day and time");
    case core::FieldKind::YesNo:
        return SourceFieldList::tr("yes or no");
    case core::FieldKind::Choice:
        return SourceFieldList::tr("one of a list");
    }
    return {};
}

QString choicesText(const std::vector<core::FieldChoice>& choices) {
    QStringList names;
    for (const core::FieldChoice& choice : choices)
        names << QString::fromStdString(choice.name);
    return names.join(QStringLiteral(", "));
}

QStringList namesIn(QString typed) {
    QStringList names;
    for (const QString& each : typed.replace(QChar(0xFF0C), QLatin1Char(',')).replace(QChar(0x3001), QLatin1Char(',')).split(QLatin1Char(',')))
        if (const QString name = each.trimmed(); !name.isEmpty() && !names.contains(name))
            names << name;
    return names;
}

template <class Choices> bool hasKey(const Choices& choices, const std::string& key) {
    return std::any_of(choices.begin(), choices.end(), [&](const core::FieldChoice& choice) { return choice.key == key; });
}

/// Choices that were given keep their keys, by which cases hold them: under the same name, or, where there are as many as before, under
/// another name in the same place. The key of a new one is its name.
std::vector<core::FieldChoice> choicesFrom(const QString& typed, const std::vector<core::FieldChoice>& given) {
    const QStringList names = namesIn(typed);
    std::vector<core::FieldChoice> choices;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const std::string name = names[i].toStdString();
        const auto known = std::find_if(given.begin(), given.end(), [&](const core::FieldChoice& choice) { return choice.name == name; });
        const auto at = static_cast<std::size_t>(i);
        if (known != given.end()) {
            choices.push_back(*known);
        } else if (given.size() == static_cast<std::size_t>(names.size()) && !names.contains(QString::fromStdString(given[at].name))) {
            choices.push_back({given[at].key, name, given[at].english});
        } else {
            std::string key = name;
            for (int number = 2; hasKey(given, key) || hasKey(choices, key); ++number)
                key = name + std::to_string(number);
            choices.push_back({key, name, {}});
        }
    }
    return choices;
}

} // namespace

SourceFieldList::SourceFieldList(QWidget* parent)
    : QWidget(parent), m_model(new RecordModel({tr("Field"), tr("Kind"), tr("Asked")}, this)), m_view(new QTreeView(this)),
      m_entries(new QWidget(this)), m_name(makeLine(QStringLiteral("fieldName"), m_entries)), m_english(makeLine(QStringLiteral("fieldEnglish"), m_entries)),
      m_kind(new QComboBox(m_entries)), m_choices(makeLine(QStringLiteral("fieldChoices"), m_entries)),
      m_required(new QCheckBox(tr("Has to be filled in"), m_entries)), m_later(new QCheckBox(tr("Known only later, as a reply is"), m_entries)),
      m_remove(new QPushButton(icon(QLatin1String("trash-2")), tr("Remove field"), this)), m_up(new QPushButton(icon(QLatin1String("arrow-up")), QString(), this)),
      m_down(new QPushButton(icon(QLatin1String("arrow-down")), QString(), this)) {
    setObjectName(QStringLiteral("sourceFieldList"));
    m_view->setObjectName(QStringLiteral("fields"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    styleRows(m_view);
    m_view->setMinimumHeight(96);
    m_view->setMaximumHeight(140);
    m_view->header()->setStretchLastSection(false);
    m_view->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_kind->setObjectName(QStringLiteral("fieldKind"));
    for (const core::FieldKind kind : core::AllFieldKinds)
        m_kind->addItem(kindText(kind), static_cast<int>(kind));
    m_choices->setPlaceholderText(tr("names with commas between them"));
    m_required->setObjectName(QStringLiteral("fieldRequired"));
    m_later->setObjectName(QStringLiteral("fieldLater"));
    auto* const addButton = new QPushButton(icon(QLatin1String("plus")), tr("Add field"), this);
    addButton->setObjectName(QStringLiteral("addField"));
    m_remove->setObjectName(QStringLiteral("removeField"));
    m_up->setObjectName(QStringLiteral("fieldUp"));
    m_up->setToolTip(tr("Ask it earlier"));
    m_up->setAccessibleName(m_up->toolTip());
    m_down->setObjectName(QStringLiteral("fieldDown"));
    m_down->setToolTip(tr("Ask it after the next one"));
    m_down->setAccessibleName(m_down->toolTip());

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(makeNote(tr("What is asked besides when a case comes this way"), this));
    column->addWidget(m_view, 1);
    auto* const row = new QHBoxLayout;
    row->addWidget(addButton);
    row->addWidget(m_remove);
    row->addWidget(m_up);
    row->addWidget(m_down);
    row->addStretch();
    column->addLayout(row);
    auto* const form = makeForm(m_entries);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("Field"), m_name);
    form->addRow(tr("English name"), m_english);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Choices"), m_choices);
    form->addRow(QString(), m_required);
    form->addRow(QString(), m_later);
    column->addWidget(m_entries);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (!m_isFilling)
            show();
    });
    for (QLineEdit* const line : {m_name, m_english, m_choices})
        connect(line, &QLineEdit::textChanged, this, &SourceFieldList::takeEntries);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &SourceFieldList::takeEntries);
    connect(m_required, &QCheckBox::toggled, this, &SourceFieldList::takeEntries);
    connect(m_later, &QCheckBox::toggled, this, &SourceFieldList::takeEntries);
    connect(addButton, &QPushButton::clicked, this, &SourceFieldList::add);
    connect(m_remove, &QPushButton::clicked, this, &SourceFieldList::remove);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    show();
}

void SourceFieldList::setFields(std::vector<core::SourceField> fields) {
    m_fields.clear();
    for (core::SourceField& field : fields)
        m_fields.push_back({field, field.choices});
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(0, 0));
    }
    show();
}

std::vector<core::SourceField> SourceFieldList::fields() const {
    std::vector<core::SourceField> all;
    for (const EditedField& each : m_fields)
        all.push_back(each.field);
    for (core::SourceField& field : all) {
        const auto isTaken = [&](const std::string& key) {
            return std::any_of(all.begin(), all.end(), [&](const core::SourceField& other) { return other.key == key; });
        };
        for (int number = 1; field.key.empty(); ++number)
            if (const std::string key = "field" + std::to_string(number); !isTaken(key))
                field.key = key;
        if (field.kind != core::FieldKind::Choice)
            field.choices.clear();
    }
    return all;
}

void SourceFieldList::list() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    std::vector<Record> records;
    for (const auto& [field, given] : m_fields)
        records.push_back({.key = QString::number(records.size()),
                           .cells = {QString::fromStdString(field.name), kindText(field.kind),
                                     field.isLater ? tr("later") : field.isRequired ? tr("always") : QString()}});
    m_model->setRecords(std::move(records));
}

SourceFieldList::EditedField* SourceFieldList::current() {
    const QModelIndex index = m_view->currentIndex();
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_fields.size() ? &m_fields[row] : nullptr;
}

void SourceFieldList::show() {
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const EditedField* const shown = current();
    m_entries->setVisible(shown != nullptr);
    m_remove->setEnabled(shown != nullptr);
    m_up->setEnabled(shown != nullptr && shown != m_fields.data());
    m_down->setEnabled(shown != nullptr && shown != &m_fields.back());
    if (shown == nullptr)
        return;
    const core::SourceField& field = shown->field;
    m_name->setText(QString::fromStdString(field.name));
    m_english->setText(QString::fromStdString(field.english));
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(field.kind)));
    m_choices->setText(choicesText(field.choices));
    m_choices->setEnabled(field.kind == core::FieldKind::Choice);
    m_required->setChecked(field.isRequired);
    m_later->setChecked(field.isLater);
}

void SourceFieldList::takeEntries() {
    EditedField* const edited = current();
    if (m_isFilling || edited == nullptr)
        return;
    core::SourceField& field = edited->field;
    field.name = core::trimmed(m_name->text().toStdString());
    field.english = core::trimmed(m_english->text().toStdString());
    field.kind = static_cast<core::FieldKind>(m_kind->currentData().toInt());
    field.choices = choicesFrom(m_choices->text(), edited->given);
    field.isRequired = m_required->isChecked();
    field.isLater = m_later->isChecked();
    m_choices->setEnabled(field.kind == core::FieldKind::Choice);
    list();
    emit this->edited();
}

void SourceFieldList::add() {
    m_fields.emplace_back();
    list();
    m_view->setCurrentIndex(m_model->index(m_model->rowCount() - 1, 0));
    m_name->setFocus();
    emit edited();
}

void SourceFieldList::remove() {
    const QModelIndex index = m_view->currentIndex();
    if (current() == nullptr)
        return;
    m_fields.erase(m_fields.begin() + index.row());
    list();
    {
        const QScopedValueRollback<bool> filling(m_isFilling, true);
        m_view->setCurrentIndex(m_model->index(std::min(index.row(), m_model->rowCount() - 1), 0));
    }
    show();
    emit edited();
}

void SourceFieldList::move(int by) {
    const int from = m_view->currentIndex().row();
    const int to = from + by;
    if (current() == nullptr || to < 0 || to >= static_cast<int>(m_fields.size()))
        return;
    std::swap(m_fields[static_cast<std::size_t>(from)], m_fields[static_cast<std::size_t>(to)]);
    list();
    m_view->setCurrentIndex(m_model->index(to, 0));
    emit edited();
}

} // namespace gridwarden::app
