// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/ranking_preview.h"

#include "app/cases/panel_text.h"
#include "app/cases/period_stepper.h"
#include "app/text/message_text.h"
#include "app/text/subject_text.h"
#include "app/workspace/workspace.h"
#include "core/evaluation/mark.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

namespace {

enum Column { Rank, Name, Total, RankBefore, TotalBefore };

QString points(double value) {
    return QString::number(value, 'f', 2);
}

QString rankText(const std::optional<int>& rank) {
    return rank ? QString::number(*rank) : QStringLiteral("—");
}

} // namespace

RankingPreview::RankingPreview(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_period(new PeriodStepper(this)),
      m_about(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)), m_ranking(new QTreeWidget(this)),
      m_counting(this, rankBeside, [this](const auto& change) { take(change); }) {
    setObjectName(QStringLiteral("rankingPreview"));
    m_about->setObjectName(QStringLiteral("previewAbout"));
    m_about->setWordWrap(true);
    m_ranking->setObjectName(QStringLiteral("previewRanking"));
    m_ranking->setAccessibleName(tr("The ranking as it would be"));
    m_ranking->setHeaderLabels({tr("Rank"), tr("Name"), tr("Total"), tr("Rank now"), tr("Total now")});
    m_ranking->setRootIsDecorated(false);
    m_ranking->setUniformRowHeights(true);
    m_ranking->setAlternatingRowColors(true);
    m_ranking->header()->setStretchLastSection(false);
    m_ranking->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_ranking->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Gap);
    column->addWidget(makeLabel(tr("The ranking as it would be"), TextSize::Body, /*isMuted=*/false, this));
    column->addWidget(m_period);
    column->addWidget(m_about);
    column->addWidget(m_ranking, 1);
    connect(m_period, &PeriodStepper::periodChanged, this, &RankingPreview::periodChanged);
    connect(&workspace, &Workspace::districtClosing, this, [this] { m_counting.forget(); });
}

RankingPreview::~RankingPreview() = default;

void RankingPreview::setPeriod(core::Period period) {
    m_period->setPeriod(period);
}

void RankingPreview::wait(const QString& why) {
    m_counting.forget();
    m_wish.reset();
    m_about->setText(why);
    m_ranking->setEnabled(false);
}

void RankingPreview::ask(const std::optional<core::EvaluationScheme>& stored, const core::EvaluationScheme& edited) {
    if (m_workspace.district() == nullptr || m_workspace.isBusy())
        return;
    auto basis = figureBasis(m_workspace);
    auto marks = core::loadMarks(m_workspace.district()->connection(), edited.key);
    if (!basis || !marks)
        return wait(text(basis ? marks.error() : basis.error()));
    RankingWish wish{std::move(*basis), stored, edited, std::move(*marks), m_period->period(), nullptr};
    if (m_wish && m_wish->edited == wish.edited && wish.ranksAs(*m_wish))
        return;
    if (m_shown && m_shown->wish.edited.key != wish.edited.key)
        m_ranking->clear(); // is of another scheme
    if (m_shown && wish.ranksAs(m_shown->wish))
        wish.before = m_shown->wish.before;
    m_wish = wish;
    m_about->setText(tr("Evaluating …"));
    m_counting.ask(std::move(wish));
}

void RankingPreview::take(const std::shared_ptr<const RankingChange>& change) {
    if (m_workspace.district() == nullptr)
        return;
    m_shown = change->subjects ? change : nullptr;
    m_ranking->setEnabled(true);
    m_ranking->clear();
    if (m_shown)
        list(*change);
    else
        m_about->setText(text(change->subjects.error()));
}

void RankingPreview::list(const RankingChange& change) {
    const bool isCompared = change.wish.isComparable();
    int moved = 0;
    QFont bold = m_ranking->font();
    bold.setBold(true);
    for (const RankedSubject& each : *change.subjects) {
        auto* const line =
            new QTreeWidgetItem(m_ranking, {rankText(each.rank), subjectText(each.subject), points(each.total)});
        if (isCompared) {
            line->setText(RankBefore, rankText(each.rankBefore));
            line->setText(TotalBefore, each.totalBefore ? points(*each.totalBefore) : QStringLiteral("—"));
        }
        for (const int column : {Rank, Total, RankBefore, TotalBefore})
            line->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
        line->setToolTip(Name, line->text(Name));
        if (isCompared && each.rank != each.rankBefore) {
            ++moved;
            line->setFont(Rank, bold);
            line->setFont(Name, bold);
        }
    }
    m_ranking->setColumnHidden(RankBefore, !isCompared);
    m_ranking->setColumnHidden(TotalBefore, !isCompared);
    if (!change.wish.stored)
        m_about->setText(tr("A new scheme: nothing to compare with."));
    else if (!isCompared)
        m_about->setText(tr("Nothing to compare with: the scheme as it stands ranks nobody, or others."));
    else
        m_about->setText(moved == 0 ? tr("Nobody's rank changes.") : tr("Ranks that change: %1.").arg(moved));
}

} // namespace gridwarden::app
