// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/dispatch_dialog.h"

#include "app/cases/case_labels.h"
#include "app/cases/many_steps.h"
#include "app/cases/panel_text.h"
#include "app/cases/receiver_field.h"
#include "app/text/message_text.h"
#include "app/workspace/work_beside.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

using Purpose = DispatchDialog::Purpose;

core::CaseState stateFor(Purpose purpose) { return purpose == Purpose::Dispatch ? core::CaseState::Filed : core::CaseState::Handling; }

} // namespace

DispatchDialog::DispatchDialog(Workspace& workspace, Purpose purpose, DispatchPlan plan, std::size_t left, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_purpose(purpose), m_plan(std::move(plan)),
      m_byRules(new QRadioButton(tr("Each by &rules and duty:"), this)), m_toOne(new QRadioButton(tr("&All to:"), this)), m_proposals(new QTreeWidget(this)),
      m_receiver(new ReceiverField(this)), m_note(new QLineEdit(this)), m_fault(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)) {
    constexpr int Margin = 16;
    setObjectName(QStringLiteral("dispatchDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const int count = static_cast<int>(m_plan.cases.size());
    setWindowTitle(purpose == Purpose::Dispatch ? tr("Dispatch %n case(s)", nullptr, count) : tr("Hand over %n case(s)", nullptr, count));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Gap);
    if (const auto others = static_cast<int>(left); others > 0) {
        auto* const words = makeLabel(purpose == Purpose::Dispatch ? tr("%n selected case(s) do not wait for dispatch and stay as they are.", nullptr, others)
                                                                   : tr("%n selected case(s) are not being handled and stay as they are.", nullptr, others),
                                      TextSize::Body, /*isMuted=*/true, this);
        words->setWordWrap(true);
        column->addWidget(words);
    }
    m_byRules->setObjectName(QStringLiteral("byRules"));
    m_toOne->setObjectName(QStringLiteral("toOne"));
    m_proposals->setObjectName(QStringLiteral("proposals"));
    m_proposals->setHeaderLabels({tr("To"), tr("Cases"), tr("Why")});
    m_proposals->headerItem()->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
    m_proposals->setRootIsDecorated(false);
    m_proposals->setAlternatingRowColors(true);
    m_proposals->setSelectionMode(QAbstractItemView::NoSelection);
    column->addWidget(m_byRules);
    column->addWidget(m_proposals, 1);
    column->addWidget(m_toOne);
    m_receiver->setPeople(workspace.district()->people(), {}, /*withPersons=*/true);
    column->addWidget(m_receiver);
    m_note->setObjectName(QStringLiteral("note"));
    auto* const form = new QFormLayout;
    form->addRow(tr("&Note"), m_note);
    column->addLayout(form);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_confirm = buttons->addButton(purpose == Purpose::Dispatch ? word("steps", "dispatch") : tr("Hand over"), QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &DispatchDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_byRules, &QRadioButton::toggled, this, &DispatchDialog::follow);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything || touched.settings || touched.people || touched.areas || touched.categories)
            planAgain();
    });
    propose();
    (purpose == Purpose::Dispatch ? m_byRules : m_toOne)->setChecked(true);
    follow();
    resize(620, 460);
}

void DispatchDialog::planAgain() {
    const auto plan = std::make_shared<std::optional<DispatchPlan>>();
    workBeside(
        m_workspace, windowTitle(),
        [plan, planning = dispatchPlanning(m_workspace, m_plan.cases, stateFor(m_purpose))](const Jobs::Progress& progress) { *plan = planning(progress); },
        [self = QPointer<DispatchDialog>(this), plan] {
            if (!self || !*plan || self->m_workspace.district() == nullptr)
                return;
            self->m_plan.shares = std::move((*plan)->shares);
            self->propose();
        },
        Workspace::AtOnce);
}

void DispatchDialog::propose() {
    const core::District& district = *m_workspace.district();
    m_proposals->clear();
    for (const auto& [receiver, share] : m_plan.shares) {
        const QString name = handlerLabel(district.people(), receiver.first, receiver.second);
        auto* const item = new QTreeWidgetItem(m_proposals, {name.isEmpty() ? tr("nobody") : name, QLocale().toString(share.count),
                                                             share.reasons.join(QStringLiteral(" / "))});
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        item->setToolTip(2, share.reasons.join(QLatin1Char('\n')));
        if (name.isEmpty())
            item->setForeground(0, faultColour(palette()));
    }
    m_proposals->sortItems(0, Qt::AscendingOrder);
    m_proposals->resizeColumnToContents(0);
    m_proposals->resizeColumnToContents(1);
}

void DispatchDialog::follow() {
    m_proposals->setEnabled(m_byRules->isChecked());
    m_receiver->setEnabled(m_toOne->isChecked());
    if (m_toOne->isChecked())
        m_receiver->setFocus();
}

void DispatchDialog::confirm() {
    core::StepDraft draft;
    draft.kind = core::StepKind::Dispatch;
    draft.detail.note = m_note->text().trimmed().toStdString();
    const bool isByRules = m_byRules->isChecked();
    if (!isByRules) {
        const auto receiver = m_receiver->receiver();
        if (!receiver) {
            setTextColour(m_fault, faultColour(palette()));
            m_fault->setText(tr("Choose a person or an organisation of the list."));
            m_fault->show();
            m_receiver->setFocus();
            return;
        }
        draft.detail.organisation = receiver->organisation;
        draft.detail.person = receiver->person;
    }
    const bool isBegun = takeForMany(m_workspace, windowTitle(),
                                     [draft, isByRules, cases = m_plan.cases](core::District& district, const core::Actor& actor, const core::GoesOn& goesOn) {
                                         return isByRules ? core::dispatchMany(district, actor, cases, draft, goesOn)
                                                          : core::takeStepForMany(district, actor, cases, draft, goesOn);
                                     });
    if (isBegun)
        accept();
}

void openDispatchDialog(Workspace& workspace, Purpose purpose, QWidget* parent) {
    if (workspace.district() == nullptr || !workspace.canWrite())
        return;
    const auto plan = std::make_shared<std::optional<DispatchPlan>>();
    const std::vector<core::CaseId>& selected = workspace.selectedCases();
    workBeside(
        workspace, DispatchDialog::tr("Looking for who gets the cases"),
        [plan, planning = dispatchPlanning(workspace, selected, stateFor(purpose))](const Jobs::Progress& progress) { *plan = planning(progress); },
        [&workspace, purpose, plan, count = selected.size(), parent = QPointer<QWidget>(parent)] {
            if (!*plan || !parent || workspace.district() == nullptr)
                return;
            const std::size_t others = count - (*plan)->cases.size();
            if (others < count)
                (new DispatchDialog(workspace, purpose, std::move(**plan), others, parent))->open();
            else
                workspace.notify(NoticeKind::Note, purpose == Purpose::Dispatch ? DispatchDialog::tr("Select cases that wait for dispatch first.")
                                                                                : DispatchDialog::tr("Select cases that are being handled first."));
        },
        Workspace::AtOnce);
}

} // namespace gridwarden::app
