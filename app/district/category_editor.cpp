// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/category_editor.h"

#include "app/district/form_fields.h"
#include "app/district/limit_list.h"
#include "app/text/message_text.h"
#include "core/base/text.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

constexpr const char* Local = "local";

QString keyOf(core::CategoryId id) { return QString::number(id.value()); }

QString label(const core::Category& category) {
    const bool isEnglish = language() == core::Language::English && !category.english.empty();
    return QString::fromStdString(isEnglish ? category.english : category.name);
}

} // namespace

CategoryEditor::CategoryEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Categories"), {tr("Name"), tr("Code"), tr("Limit")}, tr("Choose a category, or add one of your own."), parent),
      m_code(makeLine(QStringLiteral("code"), form())), m_name(makeLine(QStringLiteral("name"), form())),
      m_english(makeLine(QStringLiteral("english"), form())), m_aliases(makeLine(QStringLiteral("aliases"), form())),
      m_class(new ChoiceField(QStringLiteral("class"), form())), m_isGroup(new QCheckBox(tr("A class of categories, not chosen for a case"), form())),
      m_enabled(new QCheckBox(tr("Offered when a case is entered"), form())), m_note(makeNote({}, form())),
      m_limits(new LimitList(form())) {
    m_isGroup->setObjectName(QStringLiteral("isGroup"));
    m_enabled->setObjectName(QStringLiteral("enabled"));
    m_note->setObjectName(QStringLiteral("note"));
    m_aliases->setPlaceholderText(tr("Other names, separated by blanks"));
    auto* const fields = new QWidget(form());
    auto* const layout = makeForm(fields);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addRow(tr("Code"), m_code);
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("English name"), m_english);
    layout->addRow(tr("Other names"), m_aliases);
    layout->addRow(tr("Class"), m_class);
    layout->addRow(QString(), m_isGroup);
    layout->addRow(QString(), m_enabled);
    layout->addRow(QString(), m_note);
    auto* const column = new QVBoxLayout(form());
    column->addWidget(fields);
    column->addWidget(m_limits, 1);
    watch(fields);
    connect(addListButton(QStringLiteral("add"), tr("Add local category"), QLatin1String("plus")), &QPushButton::clicked, this, [this] { startNew(); });
    connect(m_limits, &LimitList::edited, this, [this] { setChanged(true); });
    connect(m_isGroup, &QCheckBox::toggled, m_limits, &QWidget::setHidden);
    resize(1080, 680);
    fitForm();
    refresh();
    view()->setColumnWidth(0, 300);
}

std::vector<Record> CategoryEditor::records() const {
    const core::CategoryRegister& categories = district().categories();
    std::vector<Record> all;
    std::map<std::string, std::vector<const core::Category*>> byKind; // "2026:matter"
    std::vector<std::string> order;
    for (const core::Category& category : categories.all()) {
        const std::string kind = category.key.standard + ':' + category.key.kind;
        if (byKind.try_emplace(kind).second)
            order.push_back(kind);
        byKind[kind].push_back(&category);
    }
    // Editions and kinds as headings, what a bureau added under its own.
    for (const std::string& kind : order) {
        const core::CategoryKey& key = byKind[kind].front()->key;
        const QString standardKey = u"standard:" + QString::fromStdString(key.standard);
        all.push_back({.key = standardKey, .cells = {word("category_standards", key.standard)}, .isHeading = true});
        QString above = standardKey;
        if (!key.kind.empty()) {
            above = QString::fromStdString(kind);
            all.push_back({.key = above, .parent = standardKey, .cells = {word("category_kinds", key.kind)}, .isHeading = true});
        }
        const auto add = [&](const core::Category& category) {
            const core::Category* const parent = categories.find(category.parent);
            const bool isUnderOwn = parent != nullptr && parent->key.standard == category.key.standard && parent->key.kind == category.key.kind;
            const core::LimitRule* const rule = categories.defaultRule(category.id);
            all.push_back({.key = keyOf(category.id),
                           .parent = isUnderOwn ? keyOf(parent->id) : above,
                           .cells = {label(category), QString::fromStdString(category.key.code),
                                     rule != nullptr && rule->limit ? limitText(*rule->limit) : QString()},
                           .search = QString::fromStdString(category.name + '\n' + category.english + '\n' + category.aliases + '\n' + category.initials),
                           .isQuiet = !category.isEnabled});
        };
        for (const core::Category* const category : byKind[kind])
            if (category->isGroup)
                add(*category);
        for (const core::Category* const category : byKind[kind])
            if (!category->isGroup)
                add(*category);
    }
    return all;
}

void CategoryEditor::fill(const QString& key) {
    const core::CategoryRegister& categories = district().categories();
    const core::Category* const stored = categories.find(core::CategoryId(key.toLongLong()));
    core::Category shown;
    shown.key.standard = Local;
    if (stored != nullptr)
        shown = *stored;
    const bool isLocal = shown.key.standard == Local;
    m_code->setText(QString::fromStdString(isLocal ? shown.key.code : shown.key.text()));
    m_code->setEnabled(stored == nullptr);
    m_name->setText(QString::fromStdString(shown.name));
    m_english->setText(QString::fromStdString(shown.english));
    m_aliases->setText(QString::fromStdString(shown.aliases));
    std::vector<ChoiceField::Choice> classes = {{tr("(none)"), 0}};
    for (const core::Category& category : categories.all())
        if (category.isGroup && category.id != shown.id && (category.isEnabled || category.id == shown.parent))
            classes.push_back({label(category) + QStringLiteral(" · ") + QString::fromStdString(category.key.text()), category.id.value()});
    m_class->setChoices(classes);
    m_class->setValue(shown.parent.value());
    m_class->setEnabled(isLocal);
    m_isGroup->setChecked(shown.isGroup);
    m_isGroup->setVisible(stored == nullptr || shown.isGroup);
    m_isGroup->setEnabled(stored == nullptr);
    m_enabled->setChecked(shown.isEnabled);
    QStringList notes;
    if (!isLocal)
        notes << QString::fromStdString(core::wordNote("category_standards", shown.key.standard, language()));
    if (const core::Category* const successor = shown.replacedBy.empty() ? nullptr : categories.find(shown.replacedBy))
        notes << tr("Continued as %1").arg(label(*successor) + QStringLiteral(" · ") + QString::fromStdString(successor->key.text()));
    m_note->setText(notes.join(QLatin1Char('\n')));
    m_note->setVisible(!notes.isEmpty());
    std::vector<core::LimitRule> rules;
    for (const core::LimitRule* const rule : categories.rules(shown.id))
        rules.push_back(*rule);
    m_limits->setRules(std::move(rules));
    m_limits->setHidden(shown.isGroup);
}

std::optional<QString> CategoryEditor::store(const QString& key) {
    const core::Category* const stored = district().categories().find(core::CategoryId(key.toLongLong()));
    core::Category category;
    if (stored != nullptr)
        category = *stored;
    else
        category.key = {Local, {}, std::string(core::trimmed(m_code->text().toStdString()))};
    category.name = core::trimmed(m_name->text().toStdString());
    category.english = core::trimmed(m_english->text().toStdString());
    category.aliases = core::trimmed(m_aliases->text().toStdString());
    category.isGroup = m_isGroup->isChecked();
    category.isEnabled = m_enabled->isChecked();
    const auto above = m_class->value();
    if (!above) {
        showFault(tr("Choose the class from the list."));
        return std::nullopt;
    }
    category.parent = core::CategoryId(*above);
    const bool done = write({stored == nullptr ? "add-category" : "edit-category", {category.name}}, [&](core::Change& change) -> core::Result<void> {
        const auto id = core::saveCategory(change, category);
        if (!id)
            return core::fail(id);
        category.id = *id;
        return category.isGroup ? core::Result<void>() : storeLimits(change, *id);
    });
    return done ? std::optional(keyOf(category.id)) : std::nullopt;
}

core::Result<void> CategoryEditor::storeLimits(core::Change& change, core::CategoryId category) const {
    const core::CategoryRegister& categories = district().categories();
    const auto isSame = [](const core::LimitRule& a, const core::LimitRule& b) {
        return a.filingCondition == b.filingCondition && a.closingCondition == b.closingCondition && a.limit == b.limit &&
               a.isDefault == b.isDefault && a.origin == b.origin;
    };
    for (const core::LimitRule* const stored : categories.rules(category)) {
        const auto kept = [stored](const core::LimitRule& rule) { return rule.id == stored->id; };
        if (std::none_of(m_limits->rules().begin(), m_limits->rules().end(), kept))
            if (auto removed = core::removeRule(change, stored->id); !removed)
                return removed;
    }
    for (core::LimitRule rule : m_limits->rules()) {
        const core::LimitRule* const stored = rule.id.isNull() ? nullptr : categories.rule(category, rule.key);
        if (stored != nullptr && isSame(*stored, rule))
            continue;
        rule.category = category;
        if (const auto id = core::saveRule(change, rule); !id)
            return core::fail(id);
    }
    return {};
}

} // namespace gridwarden::app
