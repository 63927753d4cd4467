// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_board.h"

#include "app/cases/filter_words.h"
#include "app/cases/panel_text.h"
#include "app/cases/period_stepper.h"
#include "app/figures/detail_view.h"
#include "app/figures/figure_groups.h"
#include "app/figures/figure_records.h"
#include "app/figures/figure_table.h"
#include "app/figures/period_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

FigureBoard::FigureBoard(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_period(new PeriodStepper(this)), m_search(new QLineEdit(this)), m_hidesZeros(new QCheckBox(tr("Hide zeros"), this)),
      m_about(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)), m_table(new FigureTable(this)), m_detail(new DetailView(this)),
      m_counting(this, countBoard, [this](const auto& answer) { take(answer); }) {
    setObjectName(QStringLiteral("figureBoard"));
    build();
    connect(m_period, &PeriodStepper::periodChanged, this, &FigureBoard::ask);
    connect(m_search, &QLineEdit::textChanged, this, [this] { m_table->narrow(m_search->text(), m_hidesZeros->isChecked()); });
    connect(m_hidesZeros, &QCheckBox::toggled, this, [this] { m_table->narrow(m_search->text(), m_hidesZeros->isChecked()); });
    connect(m_table, &FigureTable::currentChanged, this, &FigureBoard::followCurrent);
    connect(m_table, &FigureTable::recordsWanted, this, [this](const std::string& key, BoardPeriod period) {
        const auto& values = m_table->answer()->values[static_cast<std::size_t>(period)];
        const auto value = std::find_if(values.begin(), values.end(), [&](const core::FigureValue& each) { return each.key == key; });
        showRecords(*value, periodOf(period, m_table->answer()->wish.period), m_table->answer()->wish.basis);
    });
    connect(m_detail, &DetailView::recordsWanted, this, [this](const core::FigureValue& value, core::Period period, const QString& part) {
        showRecords(value, period, m_detail->answer()->wish.basis, part);
    });
    connect(m_detail, &DetailView::definitionWanted, this, &FigureBoard::definitionsWanted);
    connect(&workspace, &Workspace::filterChanged, this, &FigureBoard::ask);
    connect(&workspace, &Workspace::changed, this, &FigureBoard::ask);
    connect(&workspace, &Workspace::busyChanged, this, &FigureBoard::ask);
    connect(&workspace, &Workspace::districtOpened, this, [this] {
        m_wish.reset();
        m_period->setDay(m_workspace.district()->timeZone().day(core::now()));
    });
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_counting.forget();
        m_detail->forget();
        m_wish.reset();
        m_table->showNothing();
    });
}

FigureBoard::~FigureBoard() = default;

void FigureBoard::build() {
    m_search->setObjectName(QStringLiteral("figureSearch"));
    m_search->setPlaceholderText(tr("Find a figure"));
    m_search->setClearButtonEnabled(true);
    m_search->addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_hidesZeros->setObjectName(QStringLiteral("figureZeros"));
    m_hidesZeros->setChecked(true);
    m_hidesZeros->setToolTip(tr("Leave out figures that are 0 in all three periods"));
    m_about->setObjectName(QStringLiteral("figureAbout"));
    m_about->setWordWrap(true);
    auto* const choices = new QVBoxLayout;
    choices->setSpacing(SmallGap);
    choices->addWidget(m_search);
    choices->addWidget(m_hidesZeros);
    auto* const top = new QHBoxLayout;
    top->setSpacing(Gap * 2);
    top->addWidget(m_period, 1);
    top->addLayout(choices, 1);
    auto* const upper = new QWidget(this);
    auto* const list = new QVBoxLayout(upper);
    list->setContentsMargins(Gap, Gap, Gap, 0);
    list->setSpacing(Gap);
    list->addLayout(top);
    list->addWidget(m_about);
    list->addWidget(m_table, 1);
    auto* const parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(upper);
    parts->addWidget(m_detail);
    parts->setStretchFactor(0, 1);
    parts->setSizes({400, 250});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(parts);
}

void FigureBoard::setPeriod(core::Period period) { m_period->setPeriod(period); }

void FigureBoard::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void FigureBoard::ask() {
    m_isStale = true;
    if (m_workspace.district() == nullptr || m_workspace.isBusy() || !isVisible())
        return;
    m_isStale = false;
    auto basis = figureBasis(m_workspace);
    if (!basis) {
        m_about->setText(text(basis.error()));
        return;
    }
    BoardWish wish{std::move(*basis), m_period->period()};
    if (m_wish && m_wish->period == wish.period && wish.basis.countsAs(m_wish->basis))
        return;
    m_wish = wish;
    m_counting.ask(std::move(wish));
    m_about->setText(tr("Counting …"));
}

void FigureBoard::take(const std::shared_ptr<const BoardAnswer>& answer) {
    if (m_workspace.district() == nullptr)
        return;
    const bool isFirst = m_table->current().empty();
    m_table->setAnswer(answer);
    if (isFirst)
        m_table->choose("reported");
    std::vector<core::AreaKind> kinds;
    for (const core::AreaKind kind : core::AllAreaKinds)
        if (!m_workspace.district()->areas().ofKind(kind, answer->wish.period.to).empty())
            kinds.push_back(kind);
    m_detail->setAreaKinds(kinds);
    QStringList conditions;
    for (const FilterChip& chip : chipsOf(*m_workspace.district(), answer->wish.basis.cases.filter))
        conditions << chip.text;
    QString about = conditions.isEmpty() ? tr("The whole district") : tr("Only: %1").arg(conditions.join(tr(", ")));
    about += u" · " + tr("as of %1").arg(QString::fromStdString(core::isoText(answer->wish.basis.cases.asOf, answer->wish.basis.cases.zone)).left(16).replace(u'T', u' '));
    for (const core::Error& problem : answer->problems)
        about += u'\n' + text(problem);
    m_about->setText(about);
    followCurrent();
}

void FigureBoard::followCurrent() {
    const std::string key = m_table->current();
    const BoardWish* const shown = m_table->answer() ? &m_table->answer()->wish : nullptr;
    m_detail->setFigure(key.empty() ? nullptr : &shown->basis, shown == nullptr ? core::Period() : shown->period, key);
}

bool FigureBoard::isCounting() const { return m_counting.isAsked() || m_detail->isCounting(); }

void FigureBoard::showRecords(const core::FigureValue& value, core::Period period, const FigureBasis& basis, const QString& part) {
    const core::FigureDefinition& definition = *basis.definitions->find(value.key);
    if (!value.activities.empty())
        emit activitiesWanted(period, value.activities);
    const QString name = part.isEmpty() ? figureName(definition) : QString(part + u' ' + figureName(definition));
    if (!showCases(m_workspace, tr("%1, %2").arg(name, periodText(period)), value, basis) && value.activities.empty())
        m_workspace.notify(NoticeKind::Note, tr("%1, %2: there is no record behind it.").arg(name, periodText(period)));
}

} // namespace gridwarden::app
