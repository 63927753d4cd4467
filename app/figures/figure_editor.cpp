// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_editor.h"

#include "app/district/form_fields.h"
#include "app/figures/figure_groups.h"
#include "app/figures/period_text.h"
#include "app/figures/rule_fields.h"
#include "app/text/days.h"
#include "app/text/message_text.h"
#include "core/base/text.h"
#include "core/evaluation/scheme_list.h"
#include "core/figure_list.h"
#include "core/summary/summary_template.h"
#include "core/summary/summary_texts.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <algorithm>

namespace gridwarden::app {

namespace {

std::string typed(const QLineEdit* line) { return std::string(core::trimmed(line->text().toStdString())); }

} // namespace

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
    m_rule = new RuleFields(*layout, form(), [this]() -> const core::District& { return district(); }, [this] { return definitions(); });
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

core::FigureDefinitions FigureEditor::definitions() const {
    auto all = core::figureDefinitions(district());
    return all ? std::move(*all) : core::FigureDefinitions();
}

bool FigureEditor::isOwn(const QString& key) const {
    const auto own = core::loadOwnFigures(district().connection());
    return own && std::any_of(own->begin(), own->end(), [&](const core::FigureDefinition& each) { return each.key == key.toStdString(); });
}

bool FigureEditor::isOffered(const QString& key) const {
    const auto offered = core::offeredFigures(district());
    return offered && std::any_of(offered->begin(), offered->end(), [&](const core::FigureDefinition& each) { return each.key == key.toStdString(); });
}

std::vector<Record> FigureEditor::records() const {
    const auto own = core::loadOwnFigures(district().connection());
    const auto offered = core::offeredFigures(district());
    const auto holds = [](const auto& list, const std::string& key) {
        return list && std::any_of(list->begin(), list->end(), [&](const core::FigureDefinition& each) { return each.key == key; });
    };
    std::vector<Record> all;
    const core::FigureDefinitions figures = definitions();
    for (const core::FigureDefinition& figure : figures.all()) {
        const bool isOfBureau = holds(own, figure.key);
        const QString from = !isOfBureau ? tr("the program") : holds(offered, figure.key) ? tr("changed") : tr("the bureau");
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
    const core::FigureDefinitions all = definitions();
    if (const core::FigureDefinition* const stored = all.find(key.toStdString()))
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
    m_copy->setEnabled(!currentKey().isEmpty());
    const bool isOwnFigure = !currentKey().isEmpty() && isOwn(currentKey());
    m_remove->setEnabled(workspace().canWrite() && isOwnFigure);
    m_remove->setText(isOwnFigure && isOffered(currentKey()) ? tr("As shipped") : tr("Remove"));
}

void FigureEditor::showUses(const QString& key) {
    const core::FigureDefinitions all = definitions();
    core::Connection& connection = district().connection();
    QStringList users;
    for (const core::FigureDefinition* const user : all.usersOf(key.toStdString()))
        users << figureName(*user);
    const auto isIt = [&](const std::string& named) {
        const core::FigureDefinition* const figure = all.named(named);
        return figure != nullptr && figure->key == key.toStdString();
    };
    if (const auto texts = core::summaryTexts(connection))
        for (const core::SummaryText& each : *texts)
            if (const auto read = core::SummaryTemplate::parse(each.text)) {
                const std::vector<std::string> figures = read->figures();
                if (std::any_of(figures.begin(), figures.end(), isIt))
                    users << tr("the text “%1”").arg(QString::fromStdString(each.name));
            }
    if (const auto schemes = core::evaluationSchemes(connection))
        for (const core::ListedScheme& each : *schemes)
            if (std::any_of(each.scheme.items.begin(), each.scheme.items.end(), [&](const core::SchemeItem& item) { return item.figure() != nullptr && isIt(*item.figure()); }))
                users << tr("the scheme “%1”").arg(QString::fromStdString(each.scheme.nameIn(language())));
    m_uses->setText(users.isEmpty() ? tr("nothing") : users.join(tr(", ")));
}

void FigureEditor::askValue() {
    const core::FigureDefinition figure = shown();
    m_value->setText({});
    if (figure.key.empty() || figure.name.empty())
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
    if (key.isEmpty() && definitions().find(figure.key) != nullptr) {
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
    const core::FigureDefinitions all = definitions();
    const std::string key = m_template->key;
    for (int number = 2; all.find(m_template->key) != nullptr; ++number)
        m_template->key = key + "_" + std::to_string(number);
    startNew();
}

void FigureEditor::remove() {
    const std::string key = currentKey().toStdString();
    if (const auto all = valueOr(core::figureDefinitions(district(), {.removed = key})); !all)
        return;
    const core::FigureDefinitions all = definitions();
    const core::FigureDefinition* const figure = all.find(key);
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
