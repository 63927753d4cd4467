// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/activities/activity_form.h"

#include "app/activities/kind_field.h"
#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

namespace gridwarden::app {

namespace {

QLineEdit* makeField(const char* name, QWidget* parent) {
    auto* const field = new QLineEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setMinimumWidth(40);
    return field;
}

QToolButton* makeButton(const char* name, const char* iconName, const QString& tip, QWidget* parent) {
    auto* const button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setIcon(icon(QLatin1String(iconName)));
    button->setToolTip(tip);
    button->setAutoRaise(true);
    return button;
}

} // namespace

ActivityForm::ActivityForm(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_day(core::TimeZone().day(core::now())),
      m_heading(makeLabel({}, TextSize::Heading, /*isMuted=*/false, this)), m_kind(new KindField(this)),
      m_quantity(makeField("quantity", this)), m_unit(makeField("unit", this)), m_people(makeField("people", this)),
      m_place(makeField("place", this)),
      m_pick(makeButton("pickPlace", "crosshair", tr("Show the place on the map (Alt+M)"), this)),
      m_clearPoint(makeButton("clearPoint", "x", tr("Without a place on the map"), this)),
      m_pointText(makeLabel({}, TextSize::Small, /*isMuted=*/true, this)), m_who(new ReceiverField(this)),
      m_note(makeField("note", this)), m_fault(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)),
      m_cancel(new QPushButton(tr("Cancel"), this)), m_save(new QPushButton(tr("Count"), this)) {
    build();
    m_pick->setShortcut(QKeySequence(Qt::ALT | Qt::Key_M));
    connect(m_kind, &KindField::kindChanged, this, &ActivityForm::takeKind);
    connect(m_kind, &KindField::taken, this, [this] {
        m_quantity->setFocus();
        m_quantity->selectAll();
    });
    connect(m_quantity, &QLineEdit::returnPressed, this, &ActivityForm::onQuantityEntered);
    for (QLineEdit* const field : {m_unit, m_people, m_place, m_note})
        connect(field, &QLineEdit::returnPressed, this, &ActivityForm::save);
    connect(m_who->lineEdit(), &QLineEdit::returnPressed, this, &ActivityForm::save);
    connect(m_save, &QPushButton::clicked, this, &ActivityForm::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        startNew();
        focusKind();
    });
    connect(m_pick, &QToolButton::clicked, this, &ActivityForm::placeWanted);
    connect(m_clearPoint, &QToolButton::clicked, this, [this] { setPoint(std::nullopt); });
    startNew();
}

void ActivityForm::build() {
    auto* const grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Gap);
    grid->setVerticalSpacing(SmallGap);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_heading, 0, 0, 1, 2);
    const auto addRow = [&](const QString& label, QWidget* buddy, std::initializer_list<QWidget*> fields) {
        const int row = grid->rowCount();
        auto* const words = makeLabel(label, TextSize::Body, /*isMuted=*/true, this);
        words->setBuddy(buddy);
        grid->addWidget(words, row, 0, Qt::AlignTop);
        auto* const line = new QHBoxLayout;
        line->setSpacing(SmallGap);
        for (QWidget* const field : fields)
            line->addWidget(field, qobject_cast<QToolButton*>(field) == nullptr ? 1 : 0);
        grid->addLayout(line, row, 1);
    };
    m_quantity->setAlignment(Qt::AlignRight);
    m_people->setAlignment(Qt::AlignRight);
    m_unit->setPlaceholderText(tr("unit"));
    m_people->setPlaceholderText(tr("none"));
    m_place->setPlaceholderText(tr("in words"));
    m_who->lineEdit()->setPlaceholderText(tr("Person or organisation"));
    m_who->setObjectName(QStringLiteral("who"));
    addRow(tr("Work"), m_kind, {m_kind});
    addRow(tr("Quantity"), m_quantity, {m_quantity, m_unit});
    addRow(tr("People"), m_people, {m_people});
    addRow(tr("Place"), m_place, {m_place, m_pick, m_clearPoint});
    grid->addWidget(m_pointText, grid->rowCount(), 1);
    addRow(tr("Whose work"), m_who, {m_who});
    addRow(tr("Note"), m_note, {m_note});
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    grid->addWidget(m_fault, grid->rowCount(), 0, 1, 2);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    m_cancel->setObjectName(QStringLiteral("cancel"));
    m_save->setObjectName(QStringLiteral("save"));
    m_cancel->setAutoDefault(true);
    m_save->setAutoDefault(true);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    grid->addLayout(buttons, grid->rowCount(), 0, 1, 2);
}

void ActivityForm::setDay(core::Day day) {
    m_day = day;
}

void ActivityForm::refreshLists() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    m_kind->setKinds(district->activityLists());
    const auto chosen = m_who->chosen();
    const QString typed = m_who->currentText();
    m_who->setPeople(district->people(), {}, /*withPersons=*/true);
    if (chosen)
        showWho(chosen->organisation, chosen->person);
    else
        m_who->setCurrentText(typed);
}

QString ActivityForm::whoLabel(core::OrganisationId organisation, core::PersonId person) const {
    const core::PeopleRegister& people = m_workspace.district()->people();
    return person.isNull() ? handlerLabel(people, organisation, person) : personLabel(people, person);
}

void ActivityForm::showWho(core::OrganisationId organisation, core::PersonId person) {
    m_who->choose(organisation, person);
    if (m_who->currentIndex() < 0) // no longer offered
        m_who->setCurrentText(whoLabel(organisation, person));
}

std::optional<ReceiverField::Receiver> ActivityForm::who() const {
    if (const auto chosen = m_who->chosen())
        return chosen;
    if (m_who->currentText() == whoLabel(m_shown.organisation, m_shown.person)) // also of somebody who is no longer offered
        return ReceiverField::Receiver{m_shown.organisation, m_shown.person};
    return m_who->receiver();
}

void ActivityForm::startNew() {
    m_shown = {};
    m_heading->setText(tr("Count work"));
    m_save->setText(tr("Count"));
    m_cancel->hide();
    m_quantity->clear();
    m_people->clear();
    m_note->clear();
    showFault({});
    showPoint();
}

void ActivityForm::show(const core::Activity& activity) {
    m_shown = activity;
    m_heading->setText(activity.id.isNull() ? tr("Confirm what was planned") : tr("Change what was counted"));
    m_save->setText(activity.id.isNull() ? tr("Count") : tr("Save"));
    m_cancel->show();
    m_kind->setKind(activity.kind);
    m_quantity->setText(
        activity.id.isNull() && !activity.plan.isNull() ? QString() : QLocale().toString(activity.quantity, 'g', 15));
    m_unit->setText(QString::fromStdString(activity.unit));
    m_people->setText(activity.people ? QString::number(*activity.people) : QString());
    m_place->setText(QString::fromStdString(activity.place));
    showWho(activity.organisation, activity.person);
    m_note->setText(QString::fromStdString(activity.note));
    setPoint(activity.point);
    showFault({});
    m_quantity->setFocus();
    m_quantity->selectAll();
}

void ActivityForm::focusKind() {
    m_kind->setFocus(Qt::ShortcutFocusReason);
    m_kind->selectAll();
}

void ActivityForm::takeKind() {
    const core::District* const district = m_workspace.district();
    if (const core::ActivityKind* const kind =
            district == nullptr ? nullptr : district->activityLists().find(m_kind->kind()))
        m_unit->setText(QString::fromStdString(kind->unit));
}

/// People are asked for where they belong to the work.
void ActivityForm::onQuantityEntered() {
    const core::District* const district = m_workspace.district();
    const core::ActivityKind* const kind =
        district == nullptr ? nullptr : district->activityLists().find(m_kind->kind());
    if (kind != nullptr && kind->countsPeople && m_people->text().isEmpty() && !m_quantity->text().trimmed().isEmpty())
        m_people->setFocus();
    else
        save();
}

void ActivityForm::setPoint(std::optional<core::GeoPoint> point) {
    m_point = point;
    showPoint();
    emit pointChanged();
}

void ActivityForm::showPoint() {
    const core::District* const district = m_workspace.district();
    m_clearPoint->setVisible(m_point.has_value());
    m_pointText->setVisible(m_point.has_value());
    if (!m_point || district == nullptr)
        return;
    const core::Area* const grid = district->areas().at(*m_point, core::AreaKind::Grid, m_day);
    m_pointText->setText(grid == nullptr ? tr("outside of every grid") : areaLabel(*grid));
    m_pointText->setToolTip(
        QStringLiteral("%1, %2").arg(m_point->longitude, 0, 'f', 6).arg(m_point->latitude, 0, 'f', 6));
}

std::optional<core::Activity> ActivityForm::read() {
    const auto refuse = [this](const QString& fault, QWidget* field) {
        showFault(fault, field);
        return std::nullopt;
    };
    core::Activity activity = m_shown;
    if (m_kind->kind().empty())
        return refuse(tr("Choose what was done first: type a few letters."), m_kind);
    if (activity.kind != m_kind->kind())
        activity.category = {}; // that of the other kind
    activity.kind = m_kind->kind();
    const QString quantity = m_quantity->text().trimmed();
    bool isNumber = false;
    activity.quantity = QLocale().toDouble(quantity, &isNumber);
    if (quantity.isEmpty())
        return refuse(tr("How many? Type the quantity."), m_quantity);
    if (!isNumber)
        return refuse(tr("The quantity is not a number."), m_quantity);
    activity.people.reset();
    if (const QString people = m_people->text().trimmed(); !people.isEmpty()) {
        activity.people = QLocale().toLongLong(people, &isNumber);
        if (!isNumber)
            return refuse(tr("The number of people is not a whole number."), m_people);
    }
    activity.unit = m_unit->text().trimmed().toStdString();
    activity.place = m_place->text().trimmed().toStdString();
    activity.point = m_point;
    activity.note = m_note->text().trimmed().toStdString();
    activity.organisation = {};
    activity.person = {};
    if (!m_who->currentText().trimmed().isEmpty()) {
        const auto known = who();
        if (!known)
            return refuse(tr("Nobody of the lists is called “%1”.").arg(m_who->currentText()), m_who);
        activity.organisation = known->organisation;
        activity.person = known->person;
    }
    if (activity.id.isNull() || activity.time.day() != m_day)
        activity.time = core::ActivityTime::ofDays({m_day, m_day}, m_workspace.district()->timeZone());
    return activity;
}

void ActivityForm::save() {
    core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    if (m_workspace.isBusy())
        return showFault(text(m_workspace.whyBusy()));
    const auto activity = read();
    if (!activity)
        return;
    core::ActivityId id = activity->id;
    if (id.isNull()) {
        const auto added = core::addActivity(*district, m_workspace.actor(), *activity);
        if (!added)
            return showFault(text(added.error()));
        id = *added;
    } else if (const auto changed = core::changeActivity(*district, m_workspace.actor(), *activity); !changed) {
        return showFault(text(changed.error()));
    }
    startNew();
    focusKind();
    emit saved(id);
}

void ActivityForm::showFault(const QString& fault, QWidget* field) {
    setTextColour(m_fault, faultColour(palette()));
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    if (field != nullptr)
        field->setFocus();
}

void ActivityForm::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_cancel->isHidden())
        m_cancel->click();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gridwarden::app
