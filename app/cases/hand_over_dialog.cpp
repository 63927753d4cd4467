// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/hand_over_dialog.h"

#include "app/cases/case_labels.h"
#include "app/cases/many_steps.h"
#include "app/cases/panel_text.h"
#include "app/cases/receiver_field.h"
#include "app/text/message_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

enum Column { Number, Category, Address, Grid, Due };
constexpr int CaseRole = Qt::UserRole;

/// Without a deadline last.
bool isDueBefore(const core::CaseFact& a, const core::CaseFact& b) {
    if ((a.due == 0) != (b.due == 0))
        return b.due == 0;
    return a.due != b.due ? a.due < b.due : a.id < b.id;
}

} // namespace

HandOverDialog::HandOverDialog(Workspace& workspace, HandOver persons, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_from(new QComboBox(this)), m_grid(new QComboBox(this)), m_onlyDue(new QCheckBox(tr("Only what is due &until"), this)),
      m_dueTo(new QDateEdit(this)), m_list(new QTreeWidget(this)), m_receiver(new ReceiverField(this)), m_note(new QLineEdit(this)),
      m_fault(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)), m_confirm(nullptr) {
    constexpr int Margin = 16;
    setObjectName(QStringLiteral("handOverDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Hand over what somebody has in hand"));
    buildFields(persons.from);
    m_list->setObjectName(QStringLiteral("cases"));
    m_list->setHeaderLabels({tr("Number"), tr("Category"), tr("Address"), tr("Grid"), tr("Due")});
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Gap);
    auto* const above = new QFormLayout;
    above->addRow(tr("&From"), m_from);
    above->addRow(tr("&Grid"), m_grid);
    auto* const days = new QHBoxLayout;
    days->addWidget(m_onlyDue);
    days->addWidget(m_dueTo);
    days->addStretch();
    above->addRow(QString(), days);
    column->addLayout(above);
    column->addWidget(m_list, 1);
    auto* const below = new QFormLayout;
    below->addRow(tr("&To"), m_receiver);
    below->addRow(tr("&Note"), m_note);
    column->addLayout(below);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_confirm = buttons->addButton(tr("Hand over"), QDialogButtonBox::AcceptRole);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &HandOverDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_from, &QComboBox::currentIndexChanged, this, [this] {
        m_unticked.clear();
        findCases();
    });
    connect(m_from, &QComboBox::currentIndexChanged, this, &HandOverDialog::offerSubstitute);
    connect(m_grid, &QComboBox::currentIndexChanged, this, &HandOverDialog::list);
    connect(m_onlyDue, &QCheckBox::toggled, this, &HandOverDialog::list);
    connect(m_dueTo, &QDateEdit::dateChanged, this, &HandOverDialog::list);
    connect(m_list, &QTreeWidget::itemChanged, this, &HandOverDialog::takeTick);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything || !touched.cases.empty())
            findCases();
    });
    connect(&workspace, &Workspace::busyChanged, this, &HandOverDialog::list);
    findCases();
    if (persons.to.isNull())
        offerSubstitute();
    else
        m_receiver->choose({}, persons.to);
    resize(760, 560);
}

void HandOverDialog::buildFields(core::PersonId wanted) {
    const core::PeopleRegister& people = m_workspace.district()->people();
    const core::Day today = m_workspace.district()->timeZone().day(core::now());
    m_from->setObjectName(QStringLiteral("from"));
    std::vector<const core::Person*> persons;
    for (const core::Person& person : people.people())
        persons.push_back(&person);
    // Who is away is looked for first.
    std::stable_partition(persons.begin(), persons.end(), [&](const core::Person* person) { return people.absence(person->id, today) != nullptr; });
    for (const core::Person* const person : persons) {
        const QString name = personLabel(people, person->id);
        m_from->addItem(people.absence(person->id, today) != nullptr ? tr("%1 · away").arg(name) : name, static_cast<qlonglong>(person->id.value()));
    }
    if (const int row = m_from->findData(static_cast<qlonglong>(wanted.value())); row >= 0)
        m_from->setCurrentIndex(row);
    m_grid->setObjectName(QStringLiteral("grid"));
    m_onlyDue->setObjectName(QStringLiteral("onlyDue"));
    m_dueTo->setObjectName(QStringLiteral("dueTo"));
    m_dueTo->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_dueTo->setCalendarPopup(true);
    core::Day last = today;
    if (const core::Absence* const away = people.absence(from(), today))
        last = away->last;
    m_dueTo->setDate(QDate::fromString(QString::fromStdString(core::dayText(last)), Qt::ISODate));
    m_note->setObjectName(QStringLiteral("note"));
    m_receiver->setPeople(people, {}, /*withPersons=*/true);
}

core::PersonId HandOverDialog::from() const { return core::PersonId(m_from->currentData().toLongLong()); }

void HandOverDialog::offerSubstitute() {
    const core::District& district = *m_workspace.district();
    const core::StandIn stand = district.people().standIn(from(), district.timeZone().day(core::now()));
    if (!stand.absent.empty() && !stand.person.isNull())
        m_receiver->choose({}, stand.person);
}

void HandOverDialog::findCases() {
    m_inHand.clear();
    core::Filter filter;
    filter.states = {core::CaseState::Handling};
    filter.people = {from()};
    if (const auto rows = core::select(m_workspace.figuresContext(), filter))
        for (const std::uint32_t row : *rows)
            m_inHand.push_back((*m_workspace.facts())[row]);
    std::sort(m_inHand.begin(), m_inHand.end(), isDueBefore);
    offerGrids();
    list();
}

void HandOverDialog::offerGrids() {
    const QSignalBlocker quiet(m_grid);
    const QVariant kept = m_grid->currentData();
    m_grid->clear();
    m_grid->addItem(tr("all grids"), -1);
    std::map<QString, qlonglong> grids;
    bool hasOutside = false;
    for (const core::CaseFact& fact : m_inHand)
        if (const core::Area* const grid = m_workspace.district()->areas().find(fact.grid))
            grids.emplace(areaLabel(*grid), static_cast<qlonglong>(grid->id.value()));
        else
            hasOutside = true;
    for (const auto& [label, id] : grids)
        m_grid->addItem(label, id);
    if (hasOutside)
        m_grid->addItem(tr("outside every grid"), 0);
    m_grid->setCurrentIndex(std::max(0, m_grid->findData(kept)));
}

void HandOverDialog::list() {
    const core::District& district = *m_workspace.district();
    m_dueTo->setEnabled(m_onlyDue->isChecked());
    core::Connection* const connection = m_workspace.connection();
    m_list->setEnabled(connection != nullptr);
    if (connection == nullptr) { // a worker has the file; the list is filled when it gives it back
        follow();
        return;
    }
    const core::Day last = core::parseDay(m_dueTo->date().toString(Qt::ISODate).toStdString()).value_or(core::Day());
    const core::Moment end = district.timeZone().start(last + std::chrono::days(1));
    const qlonglong wanted = m_grid->currentData().toLongLong();
    std::vector<core::CaseFact> shown;
    std::copy_if(m_inHand.begin(), m_inHand.end(), std::back_inserter(shown), [&](const core::CaseFact& fact) {
        const bool isThere = wanted < 0 || fact.grid.value() == wanted;
        return isThere && (!m_onlyDue->isChecked() || (fact.due != 0 && core::Moment(core::seconds(fact.due)) < end));
    });
    std::vector<core::CaseId> ids;
    for (const core::CaseFact& fact : shown)
        ids.push_back(fact.id);
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto texts = core::loadTexts(*connection, ids);
    const core::Moment now = core::now();
    for (std::size_t i = 0; texts && i < texts->size() && i < shown.size(); ++i) {
        const core::CaseFact& fact = shown[i];
        const core::CaseText& text = (*texts)[i];
        const core::Area* const grid = district.areas().find(fact.grid);
        auto* const item = new QTreeWidgetItem(
            m_list, {QString::fromStdString(text.number), categoryLabel(district.categories(), fact.category, text.categoryText),
                     QString::fromStdString(text.address), grid != nullptr ? areaLabel(*grid) : QString(),
                     fact.due != 0 ? shortTime(core::Moment(core::seconds(fact.due)), district.timeZone(), now) : QString()});
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Number, m_unticked.contains(fact.id) ? Qt::Unchecked : Qt::Checked);
        item->setData(Number, CaseRole, static_cast<qlonglong>(fact.id.value()));
        item->setIcon(Due, lampIcon(fact.lampAt(now)));
    }
    for (const int column : {Number, Category, Grid, Due})
        m_list->resizeColumnToContents(column);
    follow();
}

void HandOverDialog::takeTick(const QTreeWidgetItem* item) {
    const core::CaseId id(item->data(Number, CaseRole).toLongLong());
    if (item->checkState(Number) == Qt::Checked)
        m_unticked.erase(id);
    else
        m_unticked.insert(id);
    follow();
}

std::vector<core::CaseId> HandOverDialog::chosen() const {
    std::vector<core::CaseId> cases;
    for (int row = 0; row < m_list->topLevelItemCount(); ++row)
        if (const QTreeWidgetItem* const item = m_list->topLevelItem(row); item->checkState(Number) == Qt::Checked)
            cases.emplace_back(item->data(Number, CaseRole).toLongLong());
    return cases;
}

void HandOverDialog::follow() {
    const int count = static_cast<int>(chosen().size());
    m_confirm->setText(count == 0 ? tr("Hand over") : tr("Hand over %n case(s)", nullptr, count));
    m_confirm->setEnabled(count > 0 && m_workspace.canWrite());
}

void HandOverDialog::confirm() {
    const auto receiver = m_receiver->receiver();
    QString fault;
    if (!receiver)
        fault = tr("Choose a person or an organisation of the list.");
    else if (receiver->person == from())
        fault = tr("They have these cases already. Choose somebody else.");
    if (!fault.isEmpty()) {
        setTextColour(m_fault, faultColour(palette()));
        m_fault->setText(fault);
        m_fault->show();
        m_receiver->setFocus();
        return;
    }
    core::StepDraft draft;
    draft.kind = core::StepKind::Dispatch;
    draft.detail.organisation = receiver->organisation;
    draft.detail.person = receiver->person;
    draft.detail.note = m_note->text().trimmed().toStdString();
    const bool isBegun =
        takeForMany(m_workspace, m_confirm->text(), [draft, cases = chosen()](core::District& district, const core::Actor& actor, const core::GoesOn& goesOn) {
            return core::takeStepForMany(district, actor, cases, draft, goesOn);
        });
    if (isBegun)
        accept();
}

void openHandOver(Workspace& workspace, HandOver persons, QWidget* parent) {
    if (workspace.district() != nullptr && workspace.canWrite())
        (new HandOverDialog(workspace, persons, parent))->open();
}

} // namespace gridwarden::app
