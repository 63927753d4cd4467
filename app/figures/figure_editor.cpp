// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_editor.h"

#include "app/district/form_fields.h"
#include "app/figures/figure_groups.h"
#include "app/figures/period_text.h"
#include "app/figures/rule_fields.h"
#include "app/text/days.h"
#include "app/text/message_text.h"
#include "core/evaluation/scheme_list.h"
#include "core/figure_list.h"
#include "core/summary/summary_template.h"
#include "core/summary/summary_texts.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

FigureEditor::FigureEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Figures"), {tr("Name"), tr("From"), tr("Key")}, tr("Choose a figure, or add one."), parent),
      m_figureKey(makeLine(QStringLiteral("key"), form())), m_name(makeLine(QStringLiteral("name"), form())), m_english(makeLine(QStringLiteral("english"), form())),
      m_unit(makeLine(QStringLiteral("unit"), form())), m_noteText(makeLine(QStringLiteral("note"), form())), m_englishNote(makeLine(QStringLiteral("englishNote"), form())),
      m_source(makeLine(QStringLiteral("source"), form())), m_value(makeNote({}, form())), m_uses(makeNote({}, form())),
      m_counting([this](const auto& wish, const std::stop_token& stop) {
          const auto counter = FigureCounter::make(wish.first.basis, stop);
          if (!counter)
              return;
          auto value = (*counter)->values({wish.second}, wish.first.period);
          if (!stop.stop_requested())
              QMetaObject::invokeMethod(this, [this, value = std::move(value), definition = *wish.first.basis.definitions->find(wish.second), period = wish.first.period] {
                  m_value->setText(value ? tr("%1: %2").arg(periodText(period), figureText(definition, value->front().value)) : text(value.error()));
              }, Qt::QueuedConnection);
      }) {
    buildForm();
    connect(&workspace, &Workspace::busyChanged, this, [this] {
        if (m_known.all.all().empty())
            refresh();
    });
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this, [this] {
        m_template.reset();
        startNew();
    });
    m_copy = addListButton(QStringLiteral("copy"), tr("Copy"), QLatin1String("copy"));
    connect(m_copy, &QPushButton::clicked, this, &FigureEditor::copy);
    m_remove = addListButton(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"));
    connect(m_remove, &QPushButton::clicked, this, &FigureEditor::remove);
    m_delay.setSingleShot(true);
    m_delay.setInterval(300);
    connect(&m_delay, &QTimer::timeout, this, &FigureEditor::askValue);
    resize(1040, 720);
    showFirst();
}

FigureEditor::~FigureEditor() = default;

void FigureEditor::buildForm() {
    m_value->setObjectName(QStringLiteral("figureValue"));
    m_uses->setObjectName(QStringLiteral("figureUses"));
    auto* const layout = makeForm(form());
    layout->addRow(tr("Name"), m_name);
    layout->addRow(tr("English name"), m_english);
    layout->addRow(tr("Key"), m_figureKey);
    layout->addRow(tr("Unit"), m_unit);
    m_rule = new RuleFields(*layout, form(), [this]() -> const core::District& { return district(); }, [this] { return m_known.all; });
    layout->addRow(tr("In words"), m_noteText);
    layout->addRow(tr("In English"), m_englishNote);
    layout->addRow(tr("Defined by"), m_source);
    layout->addRow(tr("Value"), m_value);
    layout->addRow(tr("Used by"), m_uses);
    m_noteText->setPlaceholderText(tr("what is counted, for the footnotes of reports"));
    m_source->setPlaceholderText(tr("a standard, a bulletin, the bureau itself"));
    watch(form());
    connect(m_rule, &RuleFields::edited, this, [this] {
        setChanged(true);
        m_delay.start();
    });
    for (QLineEdit* const line : {m_name, m_figureKey, m_unit})
        connect(line, &QLineEdit::textEdited, &m_delay, qOverload<>(&QTimer::start));
}

void FigureEditor::refresh() {
    const auto read = readKnown();
    RecordEditor::refresh();
    if (!read) // said last, because another record takes a fault away
        showFault(text(read.error()));
}

core::Result<void> FigureEditor::readKnown() {
    m_known = {};
    core::Connection* const connection = workspace().connection();
    if (connection == nullptr)
        return {};
    auto all = core::figureDefinitions(district());
    if (!all)
        return core::fail(all);
    m_known.all = std::move(*all);
    const auto own = core::loadOwnFigures(*connection);
    const auto offered = core::offeredFigures(district());
    for (const auto& [list, keys] : {std::pair(&own, &m_known.own), {&offered, &m_known.offered}})
        if (*list)
            for (const core::FigureDefinition& figure : **list)
                keys->insert(figure.key);
    for (const core::FigureDefinition& figure : m_known.all.all())
        for (const core::FigureDefinition* const user : m_known.all.usersOf(figure.key))
            m_known.uses[figure.key] << figureName(*user);
    const auto note = [this](const std::vector<std::string>& names, const QString& user) {
        std::set<std::string> keys;
        for (const std::string& name : names)
            if (const core::FigureDefinition* const figure = m_known.all.named(name))
                keys.insert(figure->key);
        for (const std::string& key : keys)
            m_known.uses[key] << user;
    };
    if (const auto texts = core::summaryTexts(*connection))
        for (const core::SummaryText& each : *texts)
            if (const auto read = core::SummaryTemplate::parse(each.text))
                note(read->figures(), tr("the text “%1”").arg(QString::fromStdString(each.name)));
    if (const auto schemes = core::evaluationSchemes(*connection))
        for (const core::ListedScheme& each : *schemes) {
            std::vector<std::string> figures;
            for (const core::SchemeItem& item : each.scheme.items)
                if (item.figure() != nullptr)
                    figures.push_back(*item.figure());
            note(figures, tr("the scheme “%1”").arg(QString::fromStdString(each.scheme.nameIn(language()))));
        }
    return {};
}

std::vector<Record> FigureEditor::records() const {
    std::vector<Record> all;
    for (const core::FigureDefinition& figure : m_known.all.all()) {
        const bool isOwn = m_known.own.contains(figure.key), isOffered = m_known.offered.contains(figure.key);
        const QString from = !isOwn ? tr("the program") : isOffered ? tr("changed") : tr("the bureau");
        const QString key = QString::fromStdString(figure.key);
        all.push_back({.key = key, .cells = {figureName(figure), from, key}, .search = QString::fromStdString(figure.english), .isQuiet = false});
    }
    return all;
}

void FigureEditor::fill(const QString& key) {
    core::FigureDefinition figure;
    figure.rule = core::CaseCount();
    if (key.isEmpty() && m_template)
        figure = *m_template;
    if (const core::FigureDefinition* const stored = m_known.all.find(key.toStdString()))
        figure = *stored;
    const auto put = [](QLineEdit* line, const std::string& value) { line->setText(QString::fromStdString(value)); };
    put(m_figureKey, figure.key);
    m_figureKey->setEnabled(key.isEmpty());
    put(m_name, figure.name);
    put(m_english, figure.english);
    put(m_unit, figure.unit);
    put(m_noteText, figure.note);
    put(m_englishNote, figure.englishNote);
    put(m_source, figure.source);
    m_rule->setRule(figure.rule);
    showUses(key);
    askValue();
}

core::FigureDefinition FigureEditor::shown() const {
    core::FigureDefinition figure;
    figure.key = typed(m_figureKey);
    figure.name = typed(m_name);
    figure.english = typed(m_english);
    figure.unit = typed(m_unit);
    figure.note = typed(m_noteText);
    figure.englishNote = typed(m_englishNote);
    figure.source = typed(m_source);
    figure.rule = m_rule->rule();
    return figure;
}

void FigureEditor::onCurrentChanged() {
    const std::string key = currentKey().toStdString();
    m_remove->setText(m_known.own.contains(key) && m_known.offered.contains(key) ? tr("As shipped") : tr("Remove"));
    onWritableChanged(workspace().canWrite());
}

void FigureEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    if (m_remove == nullptr) // not made yet
        return;
    m_copy->setEnabled(canWrite && !currentKey().isEmpty());
    m_remove->setEnabled(canWrite && m_known.own.contains(currentKey().toStdString()));
}

void FigureEditor::showUses(const QString& key) {
    const auto uses = m_known.uses.find(key.toStdString());
    m_uses->setText(uses == m_known.uses.end() ? tr("nothing") : uses->second.join(tr(", ")));
}

void FigureEditor::askValue() {
    const core::FigureDefinition figure = shown();
    m_value->setText({});
    if (figure.key.empty() || figure.name.empty() || workspace().connection() == nullptr)
        return;
    auto basis = figureBasis(workspace());
    auto all = core::figureDefinitions(district(), {.saved = figure});
    if (!basis || !all)
        return m_value->setText(text(basis ? all.error() : basis.error()));
    basis->definitions = std::make_shared<const core::FigureDefinitions>(std::move(*all));
    basis->cases.filter = {};
    const core::Period period = monthOf(district().timeZone().day(core::now()));
    m_counting.request({BoardWish{std::move(*basis), period}, figure.key});
}

std::optional<QString> FigureEditor::store(const QString& key) {
    const core::FigureDefinition figure = shown();
    if (key.isEmpty() && m_known.all.find(figure.key) != nullptr) {
        showFault(tr("There already is a figure with the key %1.").arg(QString::fromStdString(figure.key)));
        return std::nullopt;
    }
    if (const auto all = valueOr(core::figureDefinitions(district(), {.saved = figure})); !all)
        return std::nullopt;
    const bool done = write({key.isEmpty() ? "add-figure" : "edit-figure", {figure.name}}, [&](core::Change& change) { return core::saveOwnFigure(change, figure); });
    return done ? std::optional(QString::fromStdString(figure.key)) : std::nullopt;
}

void FigureEditor::copy() {
    m_template = shown();
    const std::string key = m_template->key;
    for (int number = 2; m_known.all.find(m_template->key) != nullptr; ++number)
        m_template->key = key + "_" + std::to_string(number);
    startNew();
    if (isNew())
        setChanged(true);
}

void FigureEditor::remove() {
    const std::string key = currentKey().toStdString();
    if (const auto all = valueOr(core::figureDefinitions(district(), {.removed = key})); !all)
        return;
    const core::FigureDefinition* const figure = m_known.all.find(key);
    write({"remove-figure", {figure != nullptr ? figure->name : key}}, [&](core::Change& change) { return core::removeOwnFigure(change, key); });
}

void openFigureEditor(Workspace& workspace, const QString& key, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<FigureEditor*>(QStringLiteral("editFigures"), Qt::FindDirectChildrenOnly);
    if (window == nullptr || window->isHidden()) { // a hidden one was closed a moment ago
        window = new FigureEditor(workspace, parent);
        window->setObjectName(QStringLiteral("editFigures"));
    }
    if (!key.isEmpty())
        window->select(key);
    window->QWidget::show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
