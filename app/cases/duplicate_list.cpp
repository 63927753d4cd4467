// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/duplicate_list.h"

#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"

#include <QHBoxLayout>
#include <QRadioButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {
constexpr std::size_t MostShown = 3;
} // namespace

DuplicateList::DuplicateList(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace) {
    setObjectName(QStringLiteral("duplicates"));
    hide();
}

void DuplicateList::setCases(const std::vector<core::CaseId>& cases, core::GeoPoint place) {
    if (cases == m_cases && place == m_place)
        return; // a choice that was made stands
    m_cases = cases;
    m_place = place;
    m_chosen = {};
    delete layout();
    qDeleteAll(findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    setVisible(!cases.empty());
    if (cases.empty())
        return;
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(SmallGap);
    auto* heading = makeLabel(tr("%n open case(s) of this category nearby", "", static_cast<int>(cases.size())), TextSize::Body,
                              /*isMuted=*/false, this);
    setTextColour(heading, lampTextColour(core::Lamp::Yellow, palette()));
    column->addWidget(heading);
    const std::vector shown(cases.begin(), cases.begin() + static_cast<long>(std::min(MostShown, cases.size())));
    const auto texts = core::loadTexts(m_workspace.district()->connection(), shown);
    const core::CaseFacts& facts = *m_workspace.facts();
    for (std::size_t i = 0; texts && i < texts->size(); ++i)
        if (const auto row = facts.rowOf((*texts)[i].id))
            addCase(column, (*texts)[i], facts[*row], place);
    auto* another = new QRadioButton(tr("Another problem"), this);
    another->setChecked(true);
    column->addWidget(another);
}

void DuplicateList::addCase(QVBoxLayout* column, const core::CaseText& known, const core::CaseFact& fact, core::GeoPoint place) {
    auto* line = new QHBoxLayout;
    line->setSpacing(Gap);
    const QString number = QString::fromStdString(known.number);
    auto* same = new QRadioButton(tr("Same as %1").arg(number), this);
    same->setObjectName(QStringLiteral("sameAs"));
    same->setToolTip(tr("Saves it and links it to %1").arg(number));
    connect(same, &QRadioButton::toggled, this, [this, id = known.id](bool isChosen) { m_chosen = isChosen ? id : core::CaseId(); });
    auto* where = new ElidedLabel(this);
    setMuted(where);
    where->setText(tr("%1 · %2 · %3")
                       .arg(distanceText(core::distanceMetres(place, {fact.longitude, fact.latitude})),
                            shortTime(core::Moment(core::seconds(fact.reported)), m_workspace.district()->timeZone(), core::now()),
                            QString::fromStdString(known.description).simplified()));
    auto* look = new QToolButton(this);
    look->setObjectName(QStringLiteral("showDuplicate"));
    look->setText(tr("Show"));
    look->setAutoRaise(true);
    connect(look, &QToolButton::clicked, this, [this, id = known.id] { m_workspace.selectCases({id}); });
    line->addWidget(same);
    line->addWidget(where, 1);
    line->addWidget(look);
    column->addLayout(line);
}

} // namespace gridwarden::app
