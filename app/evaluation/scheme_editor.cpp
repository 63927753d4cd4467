// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/scheme_editor.h"

#include "app/cases/panel_text.h"
#include "app/district/form_fields.h"
#include "app/evaluation/item_list.h"
#include "app/evaluation/line_table.h"
#include "app/evaluation/ranking_fields.h"
#include "app/evaluation/ranking_preview.h"
#include "app/evaluation/scheme_words.h"
#include "app/evaluation/subject_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/base/text.h"
#include "core/figure_list.h"

#include <QFormLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QSplitter>
#include <QTabWidget>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int TypingPauseMs = 300;

std::string typed(const QPlainTextEdit* text) {
    return std::string(core::trimmed(text->toPlainText().toStdString()));
}
QString utf8(const std::string& text) {
    return QString::fromStdString(text);
}

QPlainTextEdit* makeText(const QString& name, QWidget* parent) {
    auto* const text = new QPlainTextEdit(parent);
    text->setObjectName(name);
    text->setTabChangesFocus(true);
    text->setMinimumHeight(text->fontMetrics().height() * 4);
    text->setMaximumHeight(text->fontMetrics().height() * 5);
    return text;
}

/// Whether a mark counts by a scheme: it has the mark's item and evaluates whom the mark was given to.
bool isCounted(const core::District& district, const core::EvaluationMark& mark, const core::EvaluationScheme& scheme) {
    if (!counts(mark, scheme))
        return false;
    switch (scheme.subjects.kind) {
    case core::SubjectKind::Areas:
        return district.areas().find(core::AreaId(mark.subject)) != nullptr;
    case core::SubjectKind::Organisations:
        return district.people().find(core::OrganisationId(mark.subject)) != nullptr;
    case core::SubjectKind::People:
        return district.people().find(core::PersonId(mark.subject)) != nullptr;
    }
    return false;
}

} // namespace

SchemeEditor::SchemeEditor(Workspace& workspace, QWidget* parent)
    : RecordEditor(workspace, tr("Schemes of evaluation"), {tr("Name"), tr("From")}, tr("Choose a scheme, or add one."),
                   parent),
      m_name(makeLine(QStringLiteral("name"), form())), m_english(makeLine(QStringLiteral("english"), form())),
      m_schemeKey(makeLine(QStringLiteral("key"), form())), m_tabs(new QTabWidget(form())),
      m_items(new ItemList(form())),
      m_subjects(new SubjectFields([this]() -> const core::District& { return district(); }, form())),
      m_ranking(new RankingFields(form())), m_note(makeText(QStringLiteral("note"), form())),
      m_englishNote(makeText(QStringLiteral("englishNote"), form())),
      m_source(makeLine(QStringLiteral("source"), form())),
      m_groups(new LineTable(QStringLiteral("groups"), tr("Add group"),
                             {{QStringLiteral("group"), LineColumn::Kind::Key}, {tr("Group")}, {tr("English name")}},
                             form())),
      m_periods(new LineTable(
          QStringLiteral("periods"), tr("Add period"),
          {{tr("Period"), LineColumn::Kind::Choice, schemePeriods()}, {tr("Is called")}, {tr("In English")}}, form())),
      m_preview(new RankingPreview(workspace, form())), m_fault(form()) {
    buildForm();
    connect(addListButton(QStringLiteral("add"), tr("Add"), QLatin1String("plus")), &QPushButton::clicked, this,
            [this] {
                m_template.reset();
                startNew();
            });
    m_copy = addListButton(QStringLiteral("copy"), tr("Copy"), QLatin1String("copy"));
    connect(m_copy, &QPushButton::clicked, this, &SchemeEditor::copy);
    m_remove = addListButton(QStringLiteral("remove"), tr("Remove"), QLatin1String("trash-2"));
    connect(m_remove, &QPushButton::clicked, this, &SchemeEditor::remove);
    m_delay.setSingleShot(true);
    m_delay.setInterval(TypingPauseMs);
    connect(&m_delay, &QTimer::timeout, this, &SchemeEditor::followEdits);
    connect(m_preview, &RankingPreview::periodChanged, this, &SchemeEditor::followEdits);
    connect(&workspace, &Workspace::changed, &m_delay, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::filterChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&workspace, &Workspace::busyChanged, this, [this] {
        if (m_known.empty())
            refresh();
        m_delay.start();
    });
    resize(1320, 690);
    shareWidth(315, 985);
    showFirst();
}

SchemeEditor::~SchemeEditor() = default;

QWidget* SchemeEditor::addPage(QWidget* page, const QString& title) {
    auto* const scroll = new QScrollArea(m_tabs);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    page->setContentsMargins(SmallGap, Gap, SmallGap, SmallGap);
    scroll->setWidget(page);
    scroll->setMinimumWidth(page->minimumSizeHint().width() + scroll->verticalScrollBar()->sizeHint().width());
    m_tabs->addTab(scroll, title);
    return page;
}

void SchemeEditor::buildForm() {
    m_tabs->setObjectName(QStringLiteral("schemeTabs"));
    m_tabs->setDocumentMode(true);
    auto* const about = new QWidget(form());
    auto* const notes = makeForm(about);
    notes->addRow(tr("Note"), m_note);
    notes->addRow(tr("In English"), m_englishNote);
    notes->addRow(tr("Defined by"), m_source);
    notes->addRow(tr("Groups of items"), m_groups);
    notes->addRow(tr("Meant for"), m_periods);
    m_source->setPlaceholderText(tr("a standard, a bulletin, the bureau itself"));
    m_schemeKey->setToolTip(tr("Marks and the command line name the scheme by it, so it stays"));
    addPage(m_items, tr("Items and weights"));
    addPage(m_subjects, tr("Who is evaluated"));
    addPage(m_ranking, tr("Grades and lists"));
    addPage(about, tr("Notes and groups"));
    auto* const names = makeForm(nullptr);
    names->addRow(tr("Name"), m_name);
    names->addRow(tr("English name"), m_english);
    names->addRow(tr("Key"), m_schemeKey);
    auto* const left = new QWidget(form());
    auto* const column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(names);
    column->addWidget(m_tabs, 1);
    auto* const parts = new QSplitter(form());
    parts->addWidget(left);
    parts->addWidget(m_preview);
    parts->setChildrenCollapsible(false);
    parts->setStretchFactor(0, 5);
    parts->setStretchFactor(1, 3);
    parts->setSizes({640, 380});
    parts->setHandleWidth(Gap * 2);
    auto* const all = new QVBoxLayout(form());
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(parts);
    whenEdited(about, this, [this] { onEdited(); });
    for (QLineEdit* const line : {m_name, m_english, m_schemeKey})
        connect(line, &QLineEdit::textChanged, this, &SchemeEditor::onEdited);
    for (LineTable* const table : {m_groups, m_periods})
        connect(table, &LineTable::edited, this, &SchemeEditor::onEdited);
    connect(m_items, &ItemList::edited, this, &SchemeEditor::onEdited);
    connect(m_subjects, &SubjectFields::edited, this, &SchemeEditor::onEdited);
    connect(m_ranking, &RankingFields::edited, this, &SchemeEditor::onEdited);
}

void SchemeEditor::refresh() {
    const auto read = readKnown();
    RecordEditor::refresh();
    if (!read) // said last, because another record takes a fault away
        showFault(text(read.error()));
}

core::Result<void> SchemeEditor::readKnown() {
    core::Connection* const connection = workspace().connection();
    if (connection == nullptr) // busy: asked again afterwards
        return {};
    auto known = core::evaluationSchemes(*connection);
    if (!known)
        return core::fail(known);
    auto shipped = core::shippedSchemes();
    if (!shipped)
        return core::fail(shipped);
    auto figures = core::figureDefinitions(district());
    if (!figures)
        return core::fail(figures);
    m_known = std::move(*known);
    m_shipped = std::move(*shipped);
    m_figures = std::move(*figures);
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const std::vector<FigureChoice> choices = figureChoices(m_figures, district().activityLists());
    m_items->offerFigures(choices);
    m_ranking->offerFigures(choices);
    return {};
}

const core::ListedScheme* SchemeEditor::known(const QString& key) const {
    const auto found = std::find_if(m_known.begin(), m_known.end(),
                                    [&](const auto& each) { return each.scheme.key == key.toStdString(); });
    return found == m_known.end() ? nullptr : &*found;
}

const core::EvaluationScheme* SchemeEditor::shipped(const std::string& key) const {
    const auto found =
        std::find_if(m_shipped.begin(), m_shipped.end(), [&](const auto& each) { return each.key == key; });
    return found == m_shipped.end() ? nullptr : &*found;
}

std::vector<Record> SchemeEditor::records() const {
    std::vector<Record> all;
    for (const core::ListedScheme& each : m_known) {
        const QString from = !each.isOwn                           ? tr("the program")
                             : shipped(each.scheme.key) != nullptr ? tr("own copy")
                                                                   : tr("the bureau");
        all.push_back({.key = utf8(each.scheme.key),
                       .cells = {utf8(each.scheme.nameIn(language())), from},
                       .search = utf8(each.scheme.key + ' ' + each.scheme.name + ' ' + each.scheme.english)});
    }
    return all;
}

void SchemeEditor::fill(const QString& key) {
    core::EvaluationScheme scheme;
    if (const core::ListedScheme* const stored = known(key))
        scheme = stored->scheme;
    else if (m_template)
        scheme = *m_template;
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    m_name->setText(utf8(scheme.name));
    m_english->setText(utf8(scheme.english));
    m_schemeKey->setText(utf8(scheme.key));
    m_schemeKey->setEnabled(key.isEmpty());
    m_note->setPlainText(utf8(scheme.note));
    m_englishNote->setPlainText(utf8(scheme.englishNote));
    m_source->setText(utf8(scheme.source));
    std::vector<QStringList> groups, periods;
    for (const core::SchemeGroup& group : scheme.groups)
        groups.push_back({utf8(group.key), utf8(group.name), utf8(group.english)});
    for (const core::SchemePeriod& period : scheme.periods)
        periods.push_back({utf8(period.period), utf8(period.name), utf8(period.english)});
    m_groups->setLines(groups);
    m_periods->setLines(periods);
    const bool isOfPeople = scheme.subjects.kind == core::SubjectKind::People;
    m_subjects->setSubjects(scheme.subjects);
    m_ranking->setOfPeople(isOfPeople);
    m_ranking->show(scheme);
    m_items->setItems({}, scheme.full, false);
    m_items->setOfPeople(isOfPeople);
    m_items->offerGroups(scheme.groups);
    m_items->setItems(scheme.items, scheme.full, !key.isEmpty());
    m_fault.clear();
}

std::vector<core::SchemeGroup> SchemeEditor::groups() const {
    std::vector<core::SchemeGroup> groups;
    for (const QStringList& line : m_groups->lines())
        groups.push_back({line[0].toStdString(), line[1].toStdString(), line[2].toStdString()});
    return groups;
}

core::EvaluationScheme SchemeEditor::shown() const {
    core::EvaluationScheme scheme;
    scheme.key = typed(m_schemeKey);
    scheme.name = typed(m_name);
    scheme.english = typed(m_english);
    scheme.note = typed(m_note);
    scheme.englishNote = typed(m_englishNote);
    scheme.source = typed(m_source);
    scheme.subjects = m_subjects->subjects();
    scheme.full = m_items->full();
    scheme.groups = groups();
    scheme.items = m_items->items();
    for (const QStringList& line : m_periods->lines())
        scheme.periods.push_back({line[0].toStdString(), line[1].toStdString(), line[2].toStdString()});
    return m_ranking->in(std::move(scheme));
}

void SchemeEditor::onEdited() {
    if (m_isFilling)
        return;
    const QScopedValueRollback<bool> filling(m_isFilling, true);
    const bool isOfPeople = m_subjects->subjects().kind == core::SubjectKind::People;
    m_items->setOfPeople(isOfPeople);
    m_ranking->setOfPeople(isOfPeople);
    m_items->offerGroups(groups());
    setChanged(true);
    showFault({}); // what is wrong is said anew
    m_delay.start();
}

void SchemeEditor::followEdits() {
    m_delay.stop();
    if (workspace().connection() == nullptr || (currentKey().isEmpty() && !isNew()))
        return;
    const core::EvaluationScheme scheme = shown();
    if (const auto fault = schemeFault(scheme, m_figures)) {
        m_fault.say(isChanged() ? field(*fault) : nullptr, fault->sentence);
        return m_preview->wait(sentenceOf(*fault, scheme));
    }
    m_fault.clear();
    const core::ListedScheme* const stored = known(currentKey());
    m_preview->ask(stored == nullptr ? std::nullopt : std::optional(stored->scheme), scheme);
}

QWidget* SchemeEditor::field(const SchemeFault& fault) const {
    if (!fault.item.empty() || fault.member == "full")
        return m_items->field(fault.item, fault.member);
    const std::initializer_list<std::pair<std::string_view, QWidget*>> own = {{"zh", m_name}, {"key", m_schemeKey}};
    for (const auto& [member, field] : own)
        if (member == fault.member)
            return field;
    return fault.member.starts_with("groups") ? static_cast<QWidget*>(m_groups) : m_ranking->field(fault.member);
}

QString SchemeEditor::sentenceOf(const SchemeFault& fault, const core::EvaluationScheme& scheme) const {
    const core::SchemeItem* const item = fault.item.empty() ? nullptr : scheme.item(fault.item);
    return item == nullptr || item->name.empty() ? fault.sentence
                                                 : tr("%1: %2").arg(utf8(item->nameIn(language())), fault.sentence);
}

/// To the field that keeps the scheme from being saved.
void SchemeEditor::lead(const SchemeFault& fault, const core::EvaluationScheme& scheme) {
    m_items->choose(fault.item);
    QWidget* const wrong = field(fault);
    for (int i = 0; i < m_tabs->count(); ++i)
        if ((wrong != nullptr && m_tabs->widget(i)->isAncestorOf(wrong)) || (wrong == nullptr && i == Items))
            m_tabs->setCurrentIndex(i);
    m_fault.say(wrong, fault.sentence);
    if (wrong != nullptr) {
        if (auto* const page = qobject_cast<QScrollArea*>(m_tabs->currentWidget());
            page != nullptr && page->isAncestorOf(wrong))
            page->ensureWidgetVisible(wrong, 0, wrong->fontMetrics().height() * 4); // with the sentence under it
        wrong->setFocus();
    }
    showFault(sentenceOf(fault, scheme));
}

bool SchemeEditor::mayLeaveMarks(const core::EvaluationScheme& before, const core::EvaluationScheme* after) {
    const auto marks = valueOr(core::loadMarks(district().connection(), before.key));
    if (!marks)
        return false;
    const auto idle = std::count_if(marks->begin(), marks->end(), [&](const core::EvaluationMark& mark) {
        return isCounted(district(), mark, before) && (after == nullptr || !isCounted(district(), mark, *after));
    });
    return idle == 0 ||
           prompts().confirm(this,
                             tr("%n mark(s) given by this scheme will count for nothing: their item, or those whom "
                                "they were given to, will not be evaluated any more. They stay in the district.",
                                nullptr, static_cast<int>(idle)),
                             tr("Go on"));
}

std::optional<QString> SchemeEditor::store(const QString& key) {
    const core::EvaluationScheme scheme = shown();
    if (key.isEmpty() && known(utf8(scheme.key)) != nullptr) {
        lead({{}, "key", tr("There already is a scheme with the key %1.").arg(utf8(scheme.key))}, scheme);
        return std::nullopt;
    }
    if (const auto fault = schemeFault(scheme, m_figures)) {
        lead(*fault, scheme);
        return std::nullopt;
    }
    const core::ListedScheme* const before = known(key);
    if (before != nullptr && !mayLeaveMarks(before->scheme, &scheme))
        return std::nullopt;
    const bool done =
        write({"save-scheme", {scheme.name}}, [&](core::Change& change) { return core::saveScheme(change, scheme); });
    return done ? std::optional(utf8(scheme.key)) : std::nullopt;
}

void SchemeEditor::onCurrentChanged() {
    const core::ListedScheme* const current = known(currentKey());
    m_remove->setText(current != nullptr && current->isOwn && shipped(current->scheme.key) != nullptr ? tr("As shipped")
                                                                                                      : tr("Remove"));
    onWritableChanged(workspace().canWrite());
    followEdits();
}

void SchemeEditor::onWritableChanged(bool canWrite) {
    RecordEditor::onWritableChanged(canWrite);
    if (m_remove == nullptr) // not made yet
        return;
    const core::ListedScheme* const current = known(currentKey());
    m_copy->setEnabled(canWrite && current != nullptr);
    m_remove->setEnabled(canWrite && current != nullptr && current->isOwn);
}

void SchemeEditor::copy() {
    m_template = shown();
    const std::string key = m_template->key;
    for (int number = 2; known(utf8(m_template->key)) != nullptr; ++number)
        m_template->key = key + "-" + std::to_string(number);
    startNew();
    if (isNew())
        setChanged(true);
}

void SchemeEditor::remove() {
    const core::ListedScheme* const current = known(currentKey());
    if (current == nullptr)
        return;
    const core::EvaluationScheme removed = current->scheme; // the list is read anew by the change
    if (mayLeaveMarks(removed, shipped(removed.key)))
        write({"remove-scheme", {removed.name}},
              [&](core::Change& change) { return core::removeScheme(change, removed.key); });
}

void openSchemeEditor(Workspace& workspace, const std::string& key, core::Period period, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<SchemeEditor*>(QStringLiteral("editSchemes"), Qt::FindDirectChildrenOnly);
    if (window == nullptr || window->isHidden()) { // a hidden one was closed a moment ago
        window = new SchemeEditor(workspace, parent);
        window->setObjectName(QStringLiteral("editSchemes"));
    }
    window->preview().setPeriod(period);
    window->select(utf8(key));
    window->QWidget::show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
