// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/evaluation_panel.h"

#include "app/cases/panel_text.h"
#include "app/cases/period_stepper.h"
#include "app/evaluation/mark_window.h"
#include "app/evaluation/publication_window.h"
#include "app/evaluation/scheme_editor.h"
#include "app/evaluation/score_table.h"
#include "app/figures/figure_chart.h"
#include "app/figures/figure_records.h"
#include "app/figures/period_text.h"
#include "app/report/evaluation_table.h"
#include "app/report/official_saving.h"
#include "app/report/ranking_document.h"
#include "app/text/message_text.h"
#include "app/text/subject_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "app/workspace/workspace.h"
#include "core/evaluation/publication.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr std::size_t MostBars = 20;
const std::string UsualScheme = "area-class-1";

/// Below a bar, where there is little room.
QString barText(const core::EvaluationSubject& subject) {
    const std::string& shown = subject.code.empty() || subject.kind != core::SubjectKind::Areas ? subject.name : subject.code;
    return QString::fromStdString(shown.empty() ? subject.code : shown);
}

} // namespace

EvaluationPanel::EvaluationPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_schemes(new QComboBox(this)), m_edit(new QToolButton(this)), m_kinds(new QComboBox(this)), m_period(new PeriodStepper(this)),
      m_about(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)), m_table(new ScoreTable(this)), m_chart(new FigureChart(FigureChart::Lie::Upright, this)),
      m_mark(new QPushButton(tr("Give a mark …"), this)), m_publish(new QPushButton(tr("Publish …"), this)), m_published(new QPushButton(tr("Published …"), this)),
      m_export(new QPushButton(icon(QLatin1String("download")), tr("Export …"), this)), m_counting(this, evaluateBeside, [this](const auto& answer) { take(answer); }) {
    setObjectName(QStringLiteral("evaluationPanel"));
    build();
    connect(m_schemes, &QComboBox::activated, this, &EvaluationPanel::chooseScheme);
    connect(m_edit, &QToolButton::clicked, this, &EvaluationPanel::editSchemes);
    connect(m_kinds, &QComboBox::activated, this, &EvaluationPanel::ask);
    connect(m_period, &PeriodStepper::periodChanged, this, &EvaluationPanel::ask);
    connect(m_table, &ScoreTable::recordsWanted, this, &EvaluationPanel::showRecords);
    connect(m_table, &QTableWidget::currentCellChanged, this, &EvaluationPanel::drawTotals);
    connect(m_chart, &FigureChart::barClicked, this, [this](int bar) { m_table->selectRow(bar); });
    connect(m_mark, &QPushButton::clicked, this, &EvaluationPanel::giveMark);
    connect(m_publish, &QPushButton::clicked, this, &EvaluationPanel::publish);
    connect(m_published, &QPushButton::clicked, this, [this] { openPublications(m_workspace, window()); });
    connect(m_export, &QPushButton::clicked, this, &EvaluationPanel::exportRanking);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.definitions || touched.everything)
            loadSchemes();
        ask();
    });
    connect(&workspace, &Workspace::filterChanged, this, &EvaluationPanel::ask);
    connect(&workspace, &Workspace::busyChanged, this, [this] {
        if (m_known.empty())
            loadSchemes();
        ask();
    });
    connect(&workspace, &Workspace::districtOpened, this, [this] {
        m_known.clear();
        loadSchemes();
        m_period->setDay(m_workspace.district()->timeZone().day(core::now()));
    });
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_counting.forget();
        m_answer.reset();
        m_wish.reset();
        m_table->showNothing();
        drawTotals();
    });
    loadSchemes();
}

EvaluationPanel::~EvaluationPanel() = default;

void EvaluationPanel::build() {
    m_schemes->setObjectName(QStringLiteral("evaluationScheme"));
    m_schemes->setAccessibleName(tr("Scheme"));
    m_edit->setObjectName(QStringLiteral("editSchemesOfEvaluation"));
    m_edit->setIcon(icon(QLatin1String("notebook-pen")));
    m_edit->setToolTip(tr("Look at the schemes and edit them"));
    m_edit->setAccessibleName(m_edit->toolTip());
    m_kinds->setObjectName(QStringLiteral("evaluationKind"));
    m_kinds->setAccessibleName(tr("Kind of areas"));
    for (const core::AreaKind kind : core::AllAreaKinds)
        m_kinds->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    m_about->setObjectName(QStringLiteral("evaluationAbout"));
    m_about->setWordWrap(true);
    m_mark->setObjectName(QStringLiteral("giveMark"));
    m_publish->setObjectName(QStringLiteral("publishEvaluation"));
    m_publish->setToolTip(tr("Keeps the ranking as it is now; later changes of the data show beside it"));
    m_published->setObjectName(QStringLiteral("publishedEvaluations"));
    m_export->setObjectName(QStringLiteral("exportEvaluation"));
    m_chart->setObjectName(QStringLiteral("evaluationTotals"));
    auto* const choices = new QVBoxLayout;
    choices->setSpacing(SmallGap);
    auto* const chosen = new QHBoxLayout;
    chosen->setSpacing(SmallGap);
    chosen->addWidget(m_schemes, 1);
    chosen->addWidget(m_edit);
    choices->addLayout(chosen);
    choices->addWidget(m_kinds);
    auto* const top = new QHBoxLayout;
    top->setSpacing(Gap * 2);
    top->addLayout(choices, 1);
    top->addWidget(m_period, 1);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_mark);
    buttons->addStretch();
    for (QPushButton* const button : {m_publish, m_published, m_export})
        buttons->addWidget(button);
    auto* const upper = new QWidget(this);
    auto* const list = new QVBoxLayout(upper);
    list->setContentsMargins(Gap, Gap, Gap, 0);
    list->setSpacing(Gap);
    list->addLayout(top);
    list->addWidget(m_about);
    list->addWidget(m_table, 1);
    list->addLayout(buttons);
    auto* const parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(upper);
    parts->addWidget(m_chart);
    parts->setStretchFactor(0, 1);
    parts->setSizes({450, 180});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, Gap);
    all->addWidget(parts);
}

void EvaluationPanel::setPeriod(core::Period period) { m_period->setPeriod(period); }

void EvaluationPanel::editSchemes() { openSchemeEditor(m_workspace, scheme() != nullptr ? scheme()->key : std::string(), m_period->period(), window()); }

const core::EvaluationScheme* EvaluationPanel::scheme() const {
    const int chosen = m_schemes->currentIndex();
    return chosen >= 0 && chosen < static_cast<int>(m_known.size()) ? &m_known[static_cast<std::size_t>(chosen)].scheme : nullptr;
}

void EvaluationPanel::loadSchemes() {
    core::Connection* const connection = m_workspace.connection();
    if (connection == nullptr)
        return;
    const std::optional<core::EvaluationScheme> shown = scheme() != nullptr ? std::optional(*scheme()) : std::nullopt;
    const std::string before = shown ? shown->key : std::string();
    auto schemes = core::evaluationSchemes(*connection);
    if (!schemes)
        return m_workspace.notifyFault(schemes.error());
    m_known = std::move(*schemes);
    m_schemes->clear();
    const std::string& wanted = before.empty() ? UsualScheme : before;
    for (const core::ListedScheme& each : m_known) {
        m_schemes->addItem(QString::fromStdString(each.scheme.nameIn(language())));
        if (each.scheme.key == wanted)
            m_schemes->setCurrentIndex(m_schemes->count() - 1);
    }
    const bool isSame = shown && scheme() != nullptr && scheme()->key == before && scheme()->subjects == shown->subjects;
    if (!isSame) // else the areas that somebody chose stay
        chooseScheme();
}

void EvaluationPanel::chooseScheme() {
    if (scheme() != nullptr)
        m_kinds->setCurrentIndex(m_kinds->findData(static_cast<int>(scheme()->subjects.areas)));
    ask();
}

void EvaluationPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void EvaluationPanel::ask() {
    m_isStale = true;
    if (m_workspace.district() == nullptr || m_workspace.isBusy() || !isVisible() || scheme() == nullptr)
        return;
    m_isStale = false;
    core::District& district = *m_workspace.district();
    auto basis = figureBasis(m_workspace);
    auto marks = core::loadMarks(district.connection(), scheme()->key);
    if (!basis || !marks) {
        m_about->setText(text(basis ? marks.error() : basis.error()));
        return;
    }
    EvaluationWish wish{std::move(*basis), *scheme(), std::move(*marks), m_period->period(), district.name()};
    const bool isOfAreas = wish.scheme.subjects.kind == core::SubjectKind::Areas;
    m_kinds->setVisible(isOfAreas);
    if (isOfAreas)
        wish.scheme.subjects.areas = static_cast<core::AreaKind>(m_kinds->currentData().toInt());
    if (m_wish && m_wish->period == wish.period && m_wish->scheme == wish.scheme && m_wish->marks == wish.marks && wish.basis.countsAs(m_wish->basis))
        return; // what was clicked last is no condition
    m_wish = wish;
    m_about->setText(tr("Evaluating …"));
    m_counting.ask(std::move(wish));
}

void EvaluationPanel::take(const std::shared_ptr<const EvaluationAnswer>& answer) {
    if (m_workspace.district() == nullptr)
        return;
    const auto& evaluation = answer->evaluation;
    m_answer = evaluation ? answer : nullptr;
    const bool canWrite = m_workspace.canWrite() && evaluation;
    const bool hasMarks = std::any_of(answer->wish.scheme.items.begin(), answer->wish.scheme.items.end(),
                                      [](const core::SchemeItem& item) { return item.figure() == nullptr; });
    m_mark->setVisible(hasMarks);
    m_mark->setEnabled(canWrite);
    m_publish->setEnabled(canWrite);
    m_export->setEnabled(evaluation.has_value());
    if (!evaluation) {
        m_table->showNothing();
        drawTotals();
        m_about->setText(text(evaluation.error()));
        return;
    }
    m_table->setAnswer(answer);
    QString about = QString::fromStdString(answer->wish.scheme.noteIn(language()));
    if (evaluation->casesOfNobody > 0)
        about += u' ' + tr("%n case(s) belong to none of those evaluated.", nullptr, static_cast<int>(evaluation->casesOfNobody));
    m_about->setText(about);
    drawTotals();
}

void EvaluationPanel::drawTotals() {
    std::vector<FigureChart::Bar> bars;
    int marked = -1;
    if (m_answer) {
        const auto& subjects = m_answer->evaluation->subjects;
        for (std::size_t i = 0; i < subjects.size() && i < MostBars; ++i)
            bars.push_back({barText(subjects[i].subject), subjects[i].total, QString::number(subjects[i].total, 'f', 2)});
        if (const auto current = m_table->currentSubject(); current && *current < bars.size())
            marked = static_cast<int>(*current);
    }
    m_chart->setVisible(!bars.empty());
    m_chart->setBars(std::move(bars), {}, marked);
}

void EvaluationPanel::showRecords(std::size_t subject, std::size_t item) {
    if (!m_answer)
        return;
    const core::EvaluatedSubject& of = m_answer->evaluation->subjects[subject];
    const core::FigureValue& value = of.items[item].figure;
    if (value.key.empty())
        return;
    if (!value.activities.empty())
        emit activitiesWanted(m_answer->wish.period, value.activities);
    const core::FigureDefinition* const figure = m_answer->wish.basis.definitions->find(value.key);
    const QString name = figure == nullptr ? QString() : QString::fromStdString(figure->nameIn(language()));
    const QString title = tr("%1, %2, %3").arg(subjectText(of.subject), name, periodText(m_answer->wish.period));
    if (!showCases(m_workspace, title, value, m_answer->wish.basis) && value.activities.empty())
        m_workspace.notify(NoticeKind::Note, tr("%1: there is no record behind it.").arg(title));
}

void EvaluationPanel::giveMark() {
    if (!m_answer)
        return;
    std::vector<core::EvaluationSubject> subjects;
    for (const core::EvaluatedSubject& each : m_answer->evaluation->subjects)
        subjects.push_back(each.subject);
    const auto current = m_table->currentSubject();
    openMarks(m_workspace, m_answer->wish.scheme, std::move(subjects), m_answer->wish.period, current ? m_answer->evaluation->subjects[*current].subject.id : 0, window());
}

void EvaluationPanel::publish() {
    if (!m_answer)
        return;
    const std::shared_ptr<const EvaluationAnswer> answer = m_answer;
    const QString suggested = QString::fromStdString(answer->wish.scheme.nameIn(language())) + u' ' + periodText(answer->wish.period);
    const QString title = prompts().text(this, tr("Publish the ranking"), tr("Title"), suggested).trimmed();
    if (title.isEmpty())
        return;
    const core::Publication publication{.kind = "evaluation", .title = title.toStdString(), .period = answer->wish.period, .content = answer->frozen};
    if (m_workspace.change(core::publicationLabel(publication), [&](core::Change& change) -> core::Result<void> {
            const auto done = core::publish(change, publication);
            return done ? core::Result<void>() : core::fail(done);
        }))
        m_workspace.notify(NoticeKind::Note, tr("Published: %1. What changes from now on shows beside it.").arg(title));
}

void EvaluationPanel::exportRanking() {
    if (!m_answer)
        return;
    const core::TimeZone& zone = m_workspace.district()->timeZone();
    const auto words = ReportText::load(language(), zone);
    if (!words)
        return m_workspace.notifyFault(words.error());
    const EvaluationWish& wish = m_answer->wish;
    const OtherForms tables{tr("Workbooks (*.xlsx);;Text tables (*.csv)"), {QStringLiteral(".xlsx"), QStringLiteral(".csv")}, [answer = m_answer, zone, in = language()](const std::filesystem::path& file, bool overwrite) {
                                return writeEvaluation(*answer->evaluation, answer->wish.scheme, file, in, zone, overwrite);
                            }};
    saveOfficial(m_workspace, QString::fromStdString(wish.scheme.nameIn(language())) + u' ' + periodText(wish.period),
                 rankingDocument(*m_answer->evaluation, wish.scheme, *wish.basis.definitions, *words, wish.district, zone), this, tables);
}

} // namespace gridwarden::app
