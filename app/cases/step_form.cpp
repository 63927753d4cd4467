// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/step_form.h"

#include "app/cases/case_labels.h"
#include "app/cases/category_field.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/receiver_field.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QRegularExpression>
#include <QToolButton>

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

QString coordinateText(const std::optional<core::GeoPoint>& place) {
    return place ? QStringLiteral("%1, %2").arg(place->longitude, 0, 'f', 6).arg(place->latitude, 0, 'f', 6) : QString();
}

std::optional<core::GeoPoint> readCoordinates(const QString& text) {
    static const QRegularExpression separators(QStringLiteral("[\\s,，;；]+"));
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    if (parts.size() != 2)
        return std::nullopt;
    bool isLongitude = false, isLatitude = false;
    const core::GeoPoint place{parts[0].toDouble(&isLongitude), parts[1].toDouble(&isLatitude)};
    return isLongitude && isLatitude ? std::optional(place) : std::nullopt;
}

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
    const QString name = word("steps", core::stepKindKey(m_kind));
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
    case StepKind::Report:
    case StepKind::Import:
    case StepKind::Reject:
    case StepKind::Return:
    case StepKind::Rework:
    case StepKind::ForceClose:
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
    addRow(label, m_note);
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

void StepForm::addPhotos() {
    m_photos = new PhotoStrip(m_workspace, /*isEditable=*/true, this);
    connect(m_photos, &PhotoStrip::refused, this, &StepForm::showFault);
    addRow(m_kind == StepKind::VerifyBefore ? tr("Photos") : tr("Photos after"), m_photos);
}

void StepForm::addUrging() {
    m_urging = new QComboBox(this);
    m_urging->setObjectName(QStringLiteral("urging"));
    for (const char* kind : {"overdue", "leader", "important"})
        m_urging->addItem(word("urging_kinds", kind), QString::fromLatin1(kind));
    const bool isOverdue = m_record.derived.due && *m_record.derived.due < core::now();
    m_urging->setCurrentIndex(isOverdue ? 0 : 1);
    addRow(tr("Kind"), m_urging);
}

void StepForm::addCorrection() {
    m_category = new CategoryField(this);
    m_category->setCategories(m_workspace.district()->categorySnapshot());
    m_category->setCategory(m_record.derived.category);
    addRow(tr("Category"), m_category);
    m_description = new QLineEdit(QString::fromStdString(m_record.description()), this);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setCursorPosition(0);
    addRow(tr("Description"), m_description);
    m_address = new QLineEdit(QString::fromStdString(m_record.address()), this);
    m_address->setObjectName(QStringLiteral("address"));
    m_address->setCursorPosition(0);
    addRow(tr("Address"), m_address);
    auto* both = new QWidget(this);
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(SmallGap);
    m_place = new QLineEdit(coordinateText(m_record.derived.place), both);
    m_place->setObjectName(QStringLiteral("place"));
    m_place->setPlaceholderText(tr("longitude, latitude"));
    auto* pick = new QToolButton(both);
    pick->setObjectName(QStringLiteral("pickPlace"));
    pick->setIcon(icon(QLatin1String("crosshair")));
    pick->setToolTip(tr("Pick on the map"));
    connect(pick, &QToolButton::clicked, this, &StepForm::placeWanted);
    row->addWidget(m_place, 1);
    row->addWidget(pick);
    addRow(tr("Place"), both);
}

void StepForm::addCaseNumber() {
    m_number = new QLineEdit(this);
    m_number->setObjectName(QStringLiteral("number"));
    m_number->setPlaceholderText(tr("number of the other case"));
    addRow(tr("With"), m_number);
}

void StepForm::setPlace(core::GeoPoint place) {
    if (m_place)
        m_place->setText(coordinateText(place));
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
    if (m_urging)
        detail.urging = m_urging->currentData().toString().toStdString();
    if (m_photos && m_photos->isPreparing())
        return tr("Photos are still being copied. Try again in a moment.");
    if (m_photos)
        draft.photos = m_photos->drafts();
    for (core::PhotoDraft& photo : draft.photos)
        if (photo.kind != core::PaperKind)
            photo.kind = m_kind == StepKind::VerifyBefore ? "before" : "after";
    if (m_kind == StepKind::Correct)
        return fillCorrection(detail);
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

QString StepForm::fillCorrection(core::StepDetail& detail) const {
    if (m_category->category().isNull() && !m_category->edit()->text().trimmed().isEmpty())
        return tr("Choose a category of the list.");
    if (!m_category->category().isNull() && m_category->category() != m_record.derived.category)
        detail.category = m_category->category();
    const std::string description = m_description->text().trimmed().toStdString();
    if (description != m_record.description())
        detail.description = description;
    const std::string address = m_address->text().trimmed().toStdString();
    if (address != m_record.address())
        detail.address = address;
    if (const QString typed = m_place->text().trimmed(); typed != coordinateText(m_record.derived.place)) {
        detail.place = readCoordinates(typed);
        if (!detail.place)
            return tr("Write the place as longitude and latitude in degrees, or pick it on the map.");
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
