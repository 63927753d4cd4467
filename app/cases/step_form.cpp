// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/step_form.h"

#include "app/cases/case_labels.h"
#include "app/cases/correction_fields.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/receiver_field.h"
#include "app/cases/receiver_words.h"
#include "app/cases/step_words.h"
#include "app/text/message_text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace gridwarden::app {

using core::StepKind;

namespace {

constexpr auto SuspendPreset = std::chrono::days(30);

QDateTimeEdit* makeTimeEdit(core::Moment moment, const core::TimeZone& zone, QWidget* parent) {
    auto* edit = new QDateTimeEdit(parent);
    edit->setTimeSpec(Qt::UTC); // carries the district's wall clock
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    edit->setCalendarPopup(true);
    edit->setDateTime(wallClock(moment, zone));
    return edit;
}

bool isFailed(StepKind kind) { return kind == StepKind::Reject || kind == StepKind::Return || kind == StepKind::Void; }

} // namespace

StepForm::StepForm(Workspace& workspace, const core::CaseRecord& record, StepKind kind, QWidget* parent)
    : QFrame(parent), m_workspace(workspace), m_record(record), m_kind(kind) {
    setObjectName(QStringLiteral("stepForm"));
    setFrameStyle(QFrame::StyledPanel);
    build();
}

void StepForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Gap, Gap, Gap, Gap);
    column->setSpacing(Gap);
    const QString name = stepName(m_kind, m_record.derived);
    column->addWidget(makeLabel(name, TextSize::Heading, /*isMuted=*/false, this));
    m_fields = new QGridLayout;
    m_fields->setHorizontalSpacing(Gap);
    m_fields->setVerticalSpacing(Gap);
    m_fields->setColumnStretch(1, 1);
    column->addLayout(m_fields);
    m_fault = makeLabel({}, TextSize::Body, /*isMuted=*/false, this);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();

    addFields();
    m_time = makeTimeEdit(core::now(), m_workspace.district()->timeZone(), this);
    m_time->setObjectName(QStringLiteral("time"));
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] { m_timeEdited = true; });
    addRow(tr("When"), m_time);

    column->addWidget(m_fault);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(true);
    connect(cancel, &QPushButton::clicked, this, &StepForm::cancelled);
    buttons->addWidget(cancel);
    m_confirm = new QPushButton(name, this);
    m_confirm->setObjectName(QStringLiteral("confirm"));
    m_confirm->setAutoDefault(true);
    m_confirm->setDefault(true);
    connect(m_confirm, &QPushButton::clicked, this, &StepForm::confirm);
    buttons->addWidget(m_confirm);
    column->addLayout(buttons);
    if (m_urging)
        followUrging();
    if (QWidget* first = m_fields->itemAtPosition(1, 1) ? m_fields->itemAtPosition(1, 1)->widget() : nullptr)
        setFocusProxy(first);
}

void StepForm::addFields() {
    switch (m_kind) {
    case StepKind::VerifyBefore:
        addResult();
        addPhotos();
        break;
    case StepKind::SelfHandle:
    case StepKind::Handle:
        addMethod();
        addQuantity();
        addPhotos();
        break;
    case StepKind::File:
        addCondition(/*isFiling=*/true);
        break;
    case StepKind::Dispatch:
        addReceiver(/*withPersons=*/true);
        break;
    case StepKind::Transfer:
        addReceiver(/*withPersons=*/false);
        break;
    case StepKind::CheckAfter:
        addResult();
        addPhotos();
        break;
    case StepKind::Close:
        addCondition(/*isFiling=*/false);
        addLinked();
        break;
    case StepKind::Extend: {
        const auto& derived = m_record.derived;
        const core::WorkCalendar& calendar = m_workspace.district()->calendars().current();
        const auto again = derived.due && derived.limit ? calendar.end(*derived.due, *derived.limit) : std::nullopt;
        addUntil(again.value_or(derived.due.value_or(core::now()) + std::chrono::days(1)));
        break;
    }
    case StepKind::Suspend:
        addUntil(core::now() + SuspendPreset);
        break;
    case StepKind::Urge:
        addUrging();
        break;
    case StepKind::Appeal:
        addResult();
        break;
    case StepKind::Correct:
        addCorrection();
        break;
    case StepKind::Link:
        addCaseNumber();
        break;
    case StepKind::ForceClose:
        addLinked();
        break;
    case StepKind::Report:
    case StepKind::Import:
    case StepKind::Reject:
    case StepKind::Return:
    case StepKind::Rework:
    case StepKind::Reopen:
    case StepKind::Resume:
    case StepKind::Void:
        break;
    }
    addNote(isFailed(m_kind) || m_kind == StepKind::ForceClose ? tr("Reason") : tr("Note"));
}

QLabel* StepForm::addRow(const QString& label, QWidget* field) {
    const int row = m_fields->rowCount();
    auto* words = makeLabel(label, TextSize::Body, /*isMuted=*/true, this);
    words->setBuddy(field);
    m_fields->addWidget(words, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_fields->addWidget(field, row, 1);
    return words;
}

void StepForm::addNote(const QString& label) {
    m_note = new QLineEdit(this);
    m_note->setObjectName(QStringLiteral("note"));
    m_noteLabel = addRow(label, m_note);
}

void StepForm::addResult() {
    m_result = new QComboBox(this);
    m_result->setObjectName(QStringLiteral("result"));
    if (m_kind == StepKind::Appeal) {
        if (!m_record.derived.appealPending)
            m_result->addItem(tr("not decided yet"), 0);
        m_result->addItem(tr("granted"), static_cast<int>(core::StepResult::Pass));
        m_result->addItem(tr("refused"), static_cast<int>(core::StepResult::Fail));
    } else {
        for (const core::StepResult result : {core::StepResult::Pass, core::StepResult::Fail, core::StepResult::Unable})
            m_result->addItem(word("results", core::stepResultKey(result)), static_cast<int>(result));
    }
    addRow(tr("Result"), m_result);
}

void StepForm::addCondition(bool isFiling) {
    m_condition = new QComboBox(this);
    m_condition->setObjectName(QStringLiteral("condition"));
    m_condition->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const core::LimitRule* rule : m_workspace.district()->categories().rules(m_record.derived.category)) {
        const QString condition = QString::fromStdString(isFiling ? rule->filingCondition : rule->closingCondition);
        const QString label = isFiling && rule->limit ? tr("%1 · %2").arg(condition, limitText(*rule->limit)) : condition;
        m_condition->addItem(label, QString::fromStdString(rule->key));
        m_condition->setItemData(m_condition->count() - 1, label, Qt::ToolTipRole);
        if (rule->isDefault)
            m_condition->setCurrentIndex(m_condition->count() - 1);
    }
    if (m_condition->count() == 0)
        m_condition->addItem(tr("no conditions are kept for this category"), QString());
    addRow(tr("Condition"), m_condition);
}

void StepForm::addReceiver(bool withPersons) {
    core::District& district = *m_workspace.district();
    m_receiver = new ReceiverField(this);
    std::vector<core::Responsible> onDuty;
    if (const auto preview = core::previewCase(district, m_record.derived.place, m_record.derived.category, core::now()))
        onDuty = preview->responsible;
    m_receiver->setPeople(district.people(), onDuty, withPersons);
    addRow(tr("To"), m_receiver);
    if (m_kind == StepKind::Dispatch)
        propose();
}

/// Whoever gets the case by rules and duty, with the reason; nobody where it is with them already.
void StepForm::propose() {
    const core::DerivedCase& derived = m_record.derived;
    const core::Receiver proposed = core::receiverFor(m_workspace.district()->dispatchContext(), derived.place, derived.category, core::now());
    const bool isThere = isHandOver(m_kind, derived) && proposed.organisation == derived.handlerOrganisation && proposed.person == derived.handlerPerson;
    m_receiver->choose(isThere ? core::OrganisationId() : proposed.organisation, isThere ? core::PersonId() : proposed.person);
    if (isThere)
        return;
    auto* why = makeLabel(whyReceiver(proposed), TextSize::Small, /*isMuted=*/true, this);
    why->setObjectName(QStringLiteral("why"));
    why->setWordWrap(true);
    addRow({}, why);
}

void StepForm::addUntil(core::Moment preset) {
    m_until = makeTimeEdit(preset, m_workspace.district()->timeZone(), this);
    m_until->setObjectName(QStringLiteral("until"));
    addRow(tr("Until"), m_until);
}

void StepForm::addQuantity() {
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Gap);
    m_quantity = new QLineEdit(both);
    m_quantity->setObjectName(QStringLiteral("quantity"));
    m_quantity->setAlignment(Qt::AlignRight);
    m_unit = new QLineEdit(QString::fromStdString(m_record.report.unit), both);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->setPlaceholderText(tr("unit"));
    row->addWidget(m_quantity, 1);
    row->addWidget(m_unit, 1);
    both->setFocusProxy(m_quantity);
    addRow(tr("Quantity"), both);
}

void StepForm::addMethod() {
    m_method = new QComboBox(this);
    m_method->setObjectName(QStringLiteral("method"));
    m_method->addItem(tr("not said"), QString());
    for (const core::HandlingMethod& method : m_workspace.district()->methods())
        if (method.isEnabled)
            m_method->addItem(methodName(*m_workspace.district(), method.key), QString::fromStdString(method.key));
    addRow(tr("By way of"), m_method);
}

/// The further reports of a problem can end together with the case that stands for it.
void StepForm::addLinked() {
    core::District& district = *m_workspace.district();
    const auto linked = core::casesLinkedTo(district.connection(), m_record.report.id);
    int open = 0;
    if (linked)
        for (const core::CaseId id : *linked)
            if (const auto row = m_workspace.facts()->rowOf(id))
                open += core::classOf((*m_workspace.facts())[*row].state) == core::CaseClass::Open ? 1 : 0;
    if (open == 0)
        return;
    m_withLinked = new QCheckBox(tr("Also close the %n further report(s) of this problem", "", open), this);
    m_withLinked->setObjectName(QStringLiteral("withLinked"));
    m_withLinked->setChecked(true);
    addRow({}, m_withLinked);
}

void StepForm::addPhotos() {
    m_photos = new PhotoStrip(m_workspace, /*isEditable=*/true, this);
    connect(m_photos, &PhotoStrip::refused, this, &StepForm::showFault);
    addRow(m_kind == StepKind::VerifyBefore ? tr("Photos") : tr("Photos after"), m_photos);
}

void StepForm::addUrging() {
    m_urging = new QComboBox(this);
    m_urging->setObjectName(QStringLiteral("urging"));
    if (m_record.derived.urgePending)
        m_urging->addItem(tr("Reply to the urging"), QString());
    for (const char* kind : {"overdue", "leader", "important"})
        m_urging->addItem(word("urging_kinds", kind), QString::fromLatin1(kind));
    const bool isOverdue = m_record.derived.due && *m_record.derived.due < core::now();
    if (!m_record.derived.urgePending)
        m_urging->setCurrentIndex(isOverdue ? 0 : 1);
    addRow(tr("Kind"), m_urging);
    connect(m_urging, &QComboBox::currentIndexChanged, this, &StepForm::followUrging);
}

bool StepForm::isReply() const { return m_urging != nullptr && m_urging->currentData().toString().isEmpty(); }

void StepForm::followUrging() {
    m_confirm->setText(isReply() ? tr("Reply") : word("steps", core::stepKindKey(m_kind)));
    m_noteLabel->setText(isReply() ? tr("Reply") : tr("Note"));
}

void StepForm::addCorrection() {
    m_correction = new CorrectionFields(m_record, m_workspace.district()->categorySnapshot(),
                                        [this](const QString& label, QWidget* field) { addRow(label, field); }, this);
    connect(m_correction, &CorrectionFields::placeWanted, this, &StepForm::placeWanted);
}

void StepForm::addCaseNumber() {
    m_number = new QLineEdit(this);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setPlaceholderText(tr("number of the other case"));
    addRow(tr("With"), m_number);
}

void StepForm::setPlace(core::GeoPoint place) {
    if (m_correction)
        m_correction->setPlace(place);
}

QString StepForm::fill(core::StepDraft& draft) const {
    core::StepDetail& detail = draft.detail;
    const core::TimeZone& zone = m_workspace.district()->timeZone();
    draft.kind = m_kind;
    if (m_timeEdited)
        draft.time = momentOf(m_time->dateTime(), zone);
    detail.note = m_note->text().trimmed().toStdString();
    if (m_result && m_result->currentData().toInt() != 0)
        detail.result = static_cast<core::StepResult>(m_result->currentData().toInt());
    if (m_condition)
        detail.condition = m_condition->currentData().toString().toStdString();
    if (m_receiver) {
        const auto receiver = m_receiver->receiver();
        if (!receiver)
            return tr("Choose a person or an organisation of the list.");
        detail.organisation = receiver->organisation;
        detail.person = receiver->person;
    }
    if (m_until)
        detail.until = momentOf(m_until->dateTime(), zone);
    if (m_quantity && !m_quantity->text().trimmed().isEmpty()) {
        bool isNumber = false;
        detail.quantity = QLocale().toDouble(m_quantity->text().trimmed(), &isNumber);
        if (!isNumber)
            return tr("The quantity is not a number.");
        detail.unit = m_unit->text().trimmed().toStdString();
    }
    if (m_method)
        detail.method = m_method->currentData().toString().toStdString();
    draft.withLinked = m_withLinked != nullptr && m_withLinked->isChecked();
    if (m_urging)
        detail.urging = m_urging->currentData().toString().toStdString();
    if (isReply()) {
        detail.reply = std::exchange(detail.note, {});
        if (detail.reply.empty())
            return tr("Write the reply.");
    }
    if (m_photos && m_photos->isPreparing())
        return tr("Photos are still being copied. Try again in a moment.");
    if (m_photos)
        draft.photos = m_photos->drafts();
    for (core::PhotoDraft& photo : draft.photos)
        if (photo.kind != core::PaperKind)
            photo.kind = m_kind == StepKind::VerifyBefore ? "before" : "after";
    if (m_correction)
        return m_correction->fill(detail);
    if (m_number) {
        const auto found = core::findCase(m_workspace.district()->connection(), m_number->text().trimmed().toStdString());
        if (!found)
            return text(found.error());
        if (!*found)
            return tr("There is no case with this number.");
        detail.with = **found;
    }
    return {};
}

void StepForm::confirm() {
    if (!m_workspace.district())
        return;
    if (m_workspace.isBusy()) {
        showFault(text(m_workspace.whyBusy()));
        return;
    }
    core::StepDraft draft;
    if (const QString fault = fill(draft); !fault.isEmpty()) {
        showFault(fault);
        return;
    }
    const auto done = core::takeStep(*m_workspace.district(), m_workspace.actor(), m_record.report.id, draft);
    if (done)
        emit taken();
    else
        showFault(text(done.error()));
}

void StepForm::showFault(const QString& fault) {
    setTextColour(m_fault, faultColour(palette()));
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
}

void StepForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        confirm();
    else
        QFrame::keyPressEvent(event);
}

} // namespace gridwarden::app
