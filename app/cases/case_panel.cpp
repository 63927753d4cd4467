// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_panel.h"

#include "app/cases/case_view.h"
#include "app/cases/contact_dialog.h"
#include "app/cases/dispatch_dialog.h"
#include "app/cases/flow_row.h"
#include "app/cases/many_steps.h"
#include "app/cases/panel_text.h"
#include "app/cases/step_form.h"
#include "app/cases/step_words.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/work_beside.h"

#include <QFrame>
#include <QMenu>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

namespace gridwarden::app {

using core::CaseState;
using core::StepKind;

namespace {

/// The steps that usually come next, the likeliest first; the others are under "More".
std::vector<StepKind> usualSteps(CaseState state, const std::vector<core::Step>& before) {
    switch (state) {
    case CaseState::Reported:
        return {StepKind::File, StepKind::SelfHandle, StepKind::Reject};
    case CaseState::Filed:
        return {StepKind::Dispatch, StepKind::Suspend};
    case CaseState::Handling:
        return {StepKind::Handle, StepKind::Extend, StepKind::Return};
    case CaseState::Handled:
        if (isCheckPassed(before))
            return {StepKind::Close, StepKind::Rework};
        return {StepKind::CheckAfter, StepKind::Close, StepKind::Rework};
    case CaseState::Suspended:
        return {StepKind::Resume};
    case CaseState::Closed:
        return {StepKind::Reopen, StepKind::Appeal};
    case CaseState::Rejected:
    case CaseState::Transferred:
        return {StepKind::Reopen};
    case CaseState::Void:
        return {};
    }
    return {};
}

} // namespace

CasePanel::CasePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_unsealing(workspace), m_scroll(new QScrollArea(this)), m_actions(new QWidget(this)) {
    setObjectName(QStringLiteral("casePanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_actions);
    m_actions->setObjectName(QStringLiteral("actions"));
    auto* row = new QVBoxLayout(m_actions);
    row->setContentsMargins(12, Gap, 12, Gap);
    setMinimumWidth(240);
    connect(&workspace, &Workspace::selectionChanged, this, &CasePanel::follow);
    connect(&workspace, &Workspace::districtOpened, this, &CasePanel::follow);
    connect(&workspace, &Workspace::districtClosed, this, &CasePanel::follow);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        const bool concerns = m_record ? touched.cases.contains(m_record->report.id.value()) : !m_workspace.selectedCases().empty() && !touched.cases.empty();
        if (concerns || touched.everything || touched.areas || touched.people || touched.categories || touched.calendar)
            reload();
    });
    connect(&workspace, &Workspace::busyChanged, this, [this](bool busy) {
        if (!busy && m_isStale && isVisible())
            reload();
    });
    connect(&m_unsealing, &Unsealing::changed, this, &CasePanel::reload);
    auto* clock = new QTimer(this); // what is left goes on
    connect(clock, &QTimer::timeout, this, [this] {
        if (m_record && !m_form && isVisible())
            reload();
    });
    clock->start(std::chrono::minutes(1));
    follow();
}

void CasePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        reload();
}

void CasePanel::follow() {
    closeForm();
    m_scroll->verticalScrollBar()->setValue(0);
    reload();
}

void CasePanel::reload() {
    // While a worker has the file, nothing is read from it.
    m_isStale = isHidden() || m_workspace.isBusy() || (m_more != nullptr && m_more->isVisible());
    if (m_isStale)
        return;
    const int scrolled = m_scroll->verticalScrollBar()->value();
    ++m_shown;
    if (const int counting = std::exchange(m_counting, 0))
        m_workspace.jobs()->cancel(counting);
    m_record.reset();
    if (!m_workspace.district() || m_workspace.selectedCases().empty()) {
        closeForm();
        m_scroll->setWidget(makeEmptyView(m_workspace, m_scroll));
        m_actions->hide();
        return;
    }
    if (m_workspace.selectedCases().size() > 1) {
        closeForm();
        countSelection();
        return;
    }
    auto record = core::loadCase(m_workspace.district()->connection(), m_workspace.currentCase());
    if (!record) {
        m_workspace.notifyFault(record.error());
        m_scroll->setWidget(makeEmptyView(m_workspace, m_scroll));
        m_actions->hide();
        return;
    }
    m_record = std::move(*record);
    m_scroll->setWidget(makeCaseView(m_workspace, m_unsealing, *m_record, m_scroll));
    m_scroll->verticalScrollBar()->setValue(scrolled);
    showActions();
}

/// Beside the window, where very many are selected.
void CasePanel::countSelection() {
    if (m_workspace.selectedCases().size() <= ManyAtOnce) {
        showSelection(*countCases(*m_workspace.facts(), m_workspace.selectedCases(), core::now(), [] { return true; }));
        return;
    }
    const auto counts = std::make_shared<std::optional<SelectionCounts>>();
    m_counting = workBeside(
        m_workspace, tr("Counting the selected cases"),
        [counts, facts = m_workspace.facts(), cases = m_workspace.selectedCases(), now = core::now()](const Jobs::Progress& progress) {
            *counts = countCases(*facts, cases, now, [&] { return progress(0); });
        },
        [self = QPointer<CasePanel>(this), counts, shown = m_shown] {
            if (self && *counts && self->m_shown == shown)
                self->showSelection(**counts);
        });
    if (m_counting != 0)
        showSelection({});
}

void CasePanel::showSelection(const SelectionCounts& counts) {
    m_scroll->setWidget(makeSelectionView(m_workspace.selectedCases().size(), counts, m_scroll));
    showSelectionActions(counts);
}

/// A button may still be in the call that its menu was opened by.
void CasePanel::clearActions() {
    for (QWidget* const part : m_actions->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        part->hide();
        part->setParent(nullptr);
        part->deleteLater();
    }
}

void CasePanel::showActions() {
    if (m_form)
        return;
    clearActions();
    m_actions->setVisible(m_workspace.canWrite());
    if (!m_workspace.canWrite())
        return;
    const core::Moment now = core::now();
    const core::DerivedCase& derived = m_record->derived;
    const CaseState state = core::stateAt(derived.state, derived.resumed, derived.suspendedUntil, now);
    auto* bar = new FlowRow(m_actions);
    std::vector<StepKind> shown;
    for (const StepKind kind : usualSteps(state, m_record->steps)) {
        if (core::whyNot(kind, derived, now))
            continue;
        auto* button = new QPushButton(stepName(kind, derived), bar);
        button->setObjectName(QStringLiteral("step_") + QString::fromStdString(std::string(core::stepKindKey(kind))));
        connect(button, &QPushButton::clicked, this, [this, kind] { openStep(kind); });
        bar->add(button);
        shown.push_back(kind);
    }
    auto* more = new QPushButton(tr("More"), bar);
    more->setObjectName(QStringLiteral("more"));
    auto* menu = new QMenu(more);
    m_more = menu;
    const auto afterwards = [this] {
        if (m_isStale && !m_workspace.isBusy() && isVisible())
            reload();
    };
    connect(menu, &QMenu::aboutToHide, this, afterwards, Qt::QueuedConnection);
    menu->setToolTipsVisible(true);
    for (int number = 1; number <= core::StepKindCount; ++number) {
        const auto kind = static_cast<StepKind>(number);
        const bool isElsewhere = kind == StepKind::Report || kind == StepKind::Import;
        if (isElsewhere || std::find(shown.begin(), shown.end(), kind) != shown.end())
            continue;
        QAction* action = menu->addAction(stepName(kind, derived));
        action->setObjectName(QStringLiteral("step_") + QString::fromStdString(std::string(core::stepKindKey(kind))));
        if (const auto reason = core::whyNot(kind, derived, now)) {
            action->setEnabled(false);
            action->setToolTip(text(*reason));
        }
        connect(action, &QAction::triggered, this, [this, kind] { openStep(kind); }, Qt::QueuedConnection); // which removes the menu
    }
    menu->addSeparator();
    QAction* contact = menu->addAction(icon(QLatin1String("user")), tr("Change the reporter …"));
    contact->setObjectName(QStringLiteral("changeContact"));
    connect(contact, &QAction::triggered, this, [this] { (new ContactDialog(m_workspace, m_unsealing, m_record->report, this))->open(); });
    if (m_unsealing.stored(m_record->report.id)) {
        QAction* erase = menu->addAction(icon(QLatin1String("trash-2")), tr("Erase the reporter's data …"));
        erase->setObjectName(QStringLiteral("eraseContact"));
        connect(erase, &QAction::triggered, this,
                [this] { emit erasureWanted(m_record->report.id, QString::fromStdString(m_record->report.number)); });
    }
    more->setMenu(menu);
    bar->add(more);
    m_actions->layout()->addWidget(bar);
    bar->show(); // at once, not with the next round of events
}

/// What can be done with several cases at once.
void CasePanel::showSelectionActions(const SelectionCounts& counts) {
    clearActions();
    m_actions->hide();
    m_isStale = m_workspace.isBusy(); // then nothing is offered until it is not
    if (!m_workspace.canWrite())
        return;
    const auto offer = [&](const char* name, CaseState state, const std::function<QString(int)>& words, const std::function<void()>& open) {
        const int count = counts.of(state);
        if (count == 0)
            return;
        auto* button = new QPushButton(words(count), m_actions);
        button->setObjectName(QLatin1String(name));
        connect(button, &QPushButton::clicked, this, open);
        m_actions->layout()->addWidget(button);
        button->show();
        m_actions->show();
    };
    const auto openDispatch = [this](DispatchDialog::Purpose purpose) { return [this, purpose] { openDispatchDialog(m_workspace, purpose, window()); }; };
    const auto take = [this](CaseState state, StepKind kind) {
        return [this, state, kind] {
            takeForMany(m_workspace, word("steps", core::stepKindKey(kind)),
                        [kind, state, facts = m_workspace.facts(), cases = m_workspace.selectedCases()](core::District& district, const core::Actor& actor, const core::GoesOn& goesOn) {
                            core::StepDraft draft;
                            draft.kind = kind;
                            return core::takeStepForMany(district, actor, casesInState(*facts, cases, state), draft, goesOn);
                        });
        };
    };
    offer("fileMany", CaseState::Reported, [](int count) { return tr("File %n case(s)", nullptr, count); }, take(CaseState::Reported, StepKind::File));
    offer("dispatchMany", CaseState::Filed, [](int count) { return tr("Dispatch %n case(s) …", nullptr, count); }, openDispatch(DispatchDialog::Purpose::Dispatch));
    offer("handOverMany", CaseState::Handling, [](int count) { return tr("Hand over %n case(s) …", nullptr, count); }, openDispatch(DispatchDialog::Purpose::HandOver));
    offer("closeMany", CaseState::Handled, [](int count) { return tr("Close %n case(s)", nullptr, count); }, take(CaseState::Handled, StepKind::Close));
}

void CasePanel::openStep(StepKind kind) {
    if (!m_record || core::whyNot(kind, m_record->derived, core::now()))
        return;
    closeForm();
    clearActions();
    m_form = new StepForm(m_workspace, *m_record, kind, m_actions);
    m_actions->layout()->addWidget(m_form);
    m_actions->show();
    connect(m_form, &StepForm::placeWanted, this, &CasePanel::placeWanted);
    const auto leave = [this] {
        closeForm();
        if (m_record)
            showActions();
    };
    connect(m_form, &StepForm::taken, this, leave);
    connect(m_form, &StepForm::cancelled, this, leave);
    m_form->show();
    m_form->setFocus();
}

void CasePanel::setCorrectedPlace(core::GeoPoint place) {
    if (m_form)
        m_form->setPlace(place);
}

void CasePanel::closeForm() {
    if (!m_form)
        return;
    m_form->hide();
    m_form->setParent(this); // it may still be in the call that ended it
    m_form->deleteLater();
    m_form = nullptr;
}

} // namespace gridwarden::app
