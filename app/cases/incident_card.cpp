// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/incident_card.h"

#include "app/cases/card_position.h"
#include "app/cases/case_labels.h"
#include "app/cases/category_field.h"
#include "app/cases/duplicate_list.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/source_fields_form.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/settings.h"
#include "core/cases/case_number.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QDropEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int CardWidth = 400;
const QString SourceKey = QStringLiteral("cases/source");

void addRow(QGridLayout* grid, const QString& label, QWidget* field) {
    const int row = grid->rowCount();
    auto* words = makeLabel(label, TextSize::Body, /*isMuted=*/true, grid->parentWidget());
    words->setBuddy(field);
    grid->addWidget(words, row, 0);
    grid->addWidget(field, row, 1);
}

QGridLayout* addGrid(QVBoxLayout* column, int spacing) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Gap + SmallGap);
    grid->setVerticalSpacing(spacing);
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
    return grid;
}

/// One width for the labels of several grids.
void alignLabels(std::initializer_list<QGridLayout*> grids) {
    int width = 0;
    for (const QGridLayout* grid : grids)
        for (int row = 0; row < grid->rowCount(); ++row)
            if (const QLayoutItem* label = grid->itemAtPosition(row, 0))
                width = std::max(width, label->sizeHint().width());
    for (QGridLayout* grid : grids)
        grid->setColumnMinimumWidth(0, width);
}

ElidedLabel* makeFact(const QString& name, QWidget* parent) {
    auto* label = new ElidedLabel(parent);
    label->setObjectName(name);
    return label;
}

} // namespace

IncidentCard::IncidentCard(Workspace& workspace, QWidget* parent) : QFrame(parent), m_workspace(workspace) {
    setObjectName(QStringLiteral("incidentCard"));
    setAutoFillBackground(true);
    setFixedWidth(CardWidth);
    setAcceptDrops(true);
    build();
    hide();
    parent->installEventFilter(this);
    connect(&workspace, &Workspace::districtClosed, this, &IncidentCard::hide);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (isVisible() && (touched.areas || touched.people || touched.categories || touched.everything))
            refresh();
    });
}

void IncidentCard::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(Gap);

    auto* heading = new QHBoxLayout;
    heading->addWidget(makeLabel(tr("New incident"), TextSize::Heading, /*isMuted=*/false, this));
    heading->addStretch();
    m_position = makeLabel({}, TextSize::Small, /*isMuted=*/true, this);
    heading->addWidget(m_position);
    auto* close = new QToolButton(this);
    close->setObjectName(QStringLiteral("closeCard"));
    close->setAutoRaise(true);
    close->setIcon(icon(QLatin1String("x")));
    close->setToolTip(tr("Close (Esc)"));
    close->setFocusPolicy(Qt::NoFocus);
    connect(close, &QToolButton::clicked, this, &IncidentCard::dismiss);
    heading->addWidget(close);
    column->addLayout(heading);

    m_category = new CategoryField(this);
    column->addWidget(m_category);
    alignLabels({buildFacts(column), buildFields(column)});

    m_fault = makeLabel({}, TextSize::Body, /*isMuted=*/false, this);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setWordWrap(true);
    m_fault->hide();
    column->addWidget(m_fault);

    auto* buttons = new QHBoxLayout;
    buttons->addWidget(makeLabel(tr("Enter saves, Esc closes"), TextSize::Small, /*isMuted=*/true, this));
    buttons->addStretch();
    m_save = new QPushButton(tr("Save"), this);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setAutoDefault(true);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &IncidentCard::save);
    buttons->addWidget(m_save);
    column->addLayout(buttons);

    connect(m_category, &CategoryField::categoryChanged, this, [this] {
        refresh();
        if (!m_category->category().isNull())
            m_description->setFocus();
    });
    connect(m_category, &CategoryField::confirmed, this, &IncidentCard::save);
    connect(m_category, &CategoryField::listToggled, this, &IncidentCard::settle);
}

QGridLayout* IncidentCard::buildFacts(QVBoxLayout* column) {
    QGridLayout* facts = addGrid(column, SmallGap);
    m_grid = makeFact(QStringLiteral("grid"), this);
    m_duty = makeFact(QStringLiteral("duty"), this);
    m_deadline = makeFact(QStringLiteral("deadline"), this);
    m_number = makeFact(QStringLiteral("number"), this);
    addRow(facts, tr("Grid"), m_grid);
    addRow(facts, tr("On duty"), m_duty);
    addRow(facts, tr("Deadline"), m_deadline);
    addRow(facts, tr("Number"), m_number);
    m_duplicates = new DuplicateList(m_workspace, this);
    column->addWidget(m_duplicates);
    return facts;
}

QGridLayout* IncidentCard::buildFields(QVBoxLayout* column) {
    QGridLayout* fields = addGrid(column, Gap);
    m_description = new QPlainTextEdit(this);
    m_description->setObjectName(QStringLiteral("description"));
    m_description->setTabChangesFocus(true);
    m_description->setPlaceholderText(tr("What is there? Shift+Enter begins a new line"));
    m_description->setFixedHeight(2 * m_description->fontMetrics().lineSpacing() + 16);
    m_description->installEventFilter(this);
    m_address = new QLineEdit(this);
    m_address->setObjectName(QStringLiteral("address"));
    m_source = new QComboBox(this);
    m_source->setObjectName(QStringLiteral("source"));
    m_time = new QDateTimeEdit(this);
    m_time->setObjectName(QStringLiteral("time"));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
    m_time->setTimeSpec(Qt::UTC);
    m_time->setCalendarPopup(true);
    m_quantity = new QLineEdit(this);
    m_quantity->setObjectName(QStringLiteral("quantity"));
    m_quantity->setAlignment(Qt::AlignRight);
    m_unit = new QLineEdit(this);
    m_unit->setObjectName(QStringLiteral("unit"));
    m_unit->setPlaceholderText(tr("unit"));
    m_reporter = new QLineEdit(this);
    m_reporter->setObjectName(QStringLiteral("reporter"));
    m_reporter->setPlaceholderText(tr("name"));
    m_phone = new QLineEdit(this);
    m_phone->setObjectName(QStringLiteral("phone"));
    m_phone->setPlaceholderText(tr("telephone"));
    m_fields = new SourceFieldsForm(this);
    m_fields->hide();
    m_photos = new PhotoStrip(m_workspace, /*isEditable=*/true, this);

    addRow(fields, tr("Description"), m_description);
    addRow(fields, tr("Address"), m_address);
    auto* sourceAndTime = new QWidget(this);
    auto* first = new QHBoxLayout(sourceAndTime);
    first->setContentsMargins(0, 0, 0, 0);
    first->addWidget(m_source, 1);
    first->addWidget(m_time);
    addRow(fields, tr("Source, time"), sourceAndTime);
    fields->addWidget(m_fields, fields->rowCount(), 0, 1, 2);
    auto* counted = new QWidget(this);
    auto* second = new QHBoxLayout(counted);
    second->setContentsMargins(0, 0, 0, 0);
    second->addWidget(m_quantity, 1);
    second->addWidget(m_unit, 1);
    addRow(fields, tr("Quantity"), counted);
    auto* reporter = new QWidget(this);
    auto* third = new QHBoxLayout(reporter);
    third->setContentsMargins(0, 0, 0, 0);
    third->addWidget(m_reporter, 1);
    third->addWidget(m_phone, 1);
    addRow(fields, tr("Reporter"), reporter);
    addRow(fields, tr("Photos"), m_photos);

    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, [this] {
        m_timeEdited = true;
        refresh();
    });
    connect(m_source, &QComboBox::currentIndexChanged, this, &IncidentCard::followSource);
    connect(m_photos, &PhotoStrip::refused, this, &IncidentCard::showFault);
    connect(m_photos, &PhotoStrip::changed, this, &IncidentCard::settle);
    connect(m_photos, &PhotoStrip::added, this, &IncidentCard::takeTimeOf);
    m_rows = fields;
    return fields;
}

/// The extra fields of the chosen source that are known at this time.
void IncidentCard::followSource() {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    std::vector<core::SourceField> asked;
    if (const core::CaseSource* const source = core::findSource(district->sources(), m_source->currentData().toString().toStdString()))
        std::copy_if(source->fields.begin(), source->fields.end(), std::back_inserter(asked), [](const core::SourceField& field) { return !field.isLater; });
    m_fields->setNameWidth(m_rows->columnMinimumWidth(0));
    m_fields->setFields(std::move(asked), district->timeZone());
    settle();
}

void IncidentCard::fillSources() {
    m_source->clear();
    for (const core::CaseSource& source : m_workspace.district()->sources())
        if (source.isEnabled)
            m_source->addItem(sourceName(*m_workspace.district(), source.key), QString::fromStdString(source.key));
    const int last = m_source->findData(remembered(SourceKey, QStringLiteral("patrol")));
    m_source->setCurrentIndex(std::max(0, last));
    followSource();
    m_fields->clear();
}

void IncidentCard::openAt(core::GeoPoint place, QPoint anchor) {
    if (!m_workspace.district() || m_workspace.isBusy())
        return;
    m_place = place;
    m_anchor = anchor;
    m_write = nullptr;
    m_origin.clear();
    m_duplicates->setCases({}, place);
    const core::TimeZone& zone = m_workspace.district()->timeZone();
    m_position->setText(QStringLiteral("%1, %2").arg(place.longitude, 0, 'f', 6).arg(place.latitude, 0, 'f', 6));
    m_photos->clear();
    fillSources();
    m_description->clear();
    m_address->clear();
    m_quantity->clear();
    m_reporter->clear();
    m_phone->clear();
    m_time->setDateTime(wallClock(core::now(), zone));
    m_timeEdited = false;
    showFault({});
    m_category->setCategories(m_workspace.district()->categorySnapshot());
    m_category->clear();
    show();
    raise();
    settle();
    m_category->setFocus();
}

void IncidentCard::openWith(const core::CaseDraft& draft, QPoint anchor, Writer write) {
    openAt(*draft.place, anchor);
    if (!isVisible())
        return;
    m_write = std::move(write);
    m_origin = draft.origin;
    const core::District& district = *m_workspace.district();
    if (const int known = m_source->findData(QString::fromStdString(draft.source)); known >= 0)
        m_source->setCurrentIndex(known);
    m_fields->setValues(draft.fields);
    m_description->setPlainText(QString::fromStdString(draft.description));
    m_address->setText(QString::fromStdString(draft.address));
    if (draft.quantity)
        m_quantity->setText(QLocale().toString(*draft.quantity, 'g', QLocale::FloatingPointShortest));
    m_unit->setText(QString::fromStdString(draft.unit));
    m_reporter->setText(QString::fromStdString(draft.contact.reporter));
    m_phone->setText(QString::fromStdString(draft.contact.phone));
    if (draft.time) {
        m_time->setDateTime(wallClock(*draft.time, district.timeZone()));
        m_timeEdited = true;
    }
    QStringList photos;
    for (const core::PhotoDraft& photo : draft.photos)
        photos << QString::fromStdString(photo.file.string());
    if (!photos.isEmpty())
        addPhotos(photos);
    if (!draft.category.isNull()) {
        m_category->setCategory(draft.category);
        m_description->setFocus();
    }
    refresh();
}

void IncidentCard::addPhotos(const QStringList& files) {
    m_photos->addFiles(files);
}

void IncidentCard::takeTimeOf(const core::PhotoDraft& photo) {
    if (!m_timeEdited && photo.taken && *photo.taken <= core::now())
        m_time->setDateTime(wallClock(*photo.taken, m_workspace.district()->timeZone()));
}

core::Moment IncidentCard::time() const {
    return m_timeEdited ? momentOf(m_time->dateTime(), m_workspace.district()->timeZone()) : core::now();
}

void IncidentCard::refresh() {
    core::District* district = m_workspace.district();
    if (!district || m_workspace.isBusy())
        return;
    const auto preview = core::previewCase(*district, m_place, m_category->category(), time());
    if (!preview) {
        showFault(text(preview.error()));
        return;
    }
    showFault({});
    showPreview(*preview);
    settle();
}

void IncidentCard::showPreview(const core::CasePreview& preview) {
    const core::District& district = *m_workspace.district();
    const core::TimeZone& zone = district.timeZone();
    const core::Moment now = core::now();
    m_grid->setText(preview.grid.isNull() ? tr("Outside of every grid: it is kept and counted as outside.")
                                          : areaTrail(district.areas(), preview.grid, zone.day(time())));
    QStringList duty;
    for (const core::Responsible& responsible : preview.responsible)
        duty << personLabel(district.people(), responsible.person);
    duty.removeDuplicates();
    m_duty->setText(duty.isEmpty() ? tr("nobody at this time") : duty.join(tr(", ")));
    if (m_category->category().isNull())
        m_deadline->setText(tr("follows from the category"));
    else if (!preview.due)
        m_deadline->setText(tr("no time limit"));
    else
        m_deadline->setText(tr("%1 · %2 · %3").arg(remaining(*preview.due, now), shortTime(*preview.due, zone, now),
                                                   preview.limit ? limitText(*preview.limit) : QString()));
    m_deadline->setToolTip(preview.due ? fullTime(*preview.due, zone) : QString());
    const auto number = core::expectedCaseNumber(m_workspace.district()->connection(), zone.day(time()));
    m_number->setText(number ? QString::fromStdString(*number) : QString());
    m_duplicates->setCases(preview.duplicates, m_place);
}

void IncidentCard::settle() {
    if (isHidden())
        return;
    layout()->activate();
    resize(width(), layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height());
    move(cardPosition(m_anchor, size(), parentWidget()->rect()));
}

/// None after a fault that is shown beside the fields.
std::optional<core::CaseDraft> IncidentCard::entered() {
    if (m_category->category().isNull()) {
        showFault(tr("Choose a category first: type a few letters."));
        m_category->setFocus();
        return std::nullopt;
    }
    if (m_photos->isPreparing()) {
        showFault(tr("Photos are still being copied. Try again in a moment."));
        return std::nullopt;
    }
    core::CaseDraft draft;
    draft.place = m_place;
    draft.category = m_category->category();
    draft.description = m_description->toPlainText().trimmed().toStdString();
    draft.address = m_address->text().trimmed().toStdString();
    draft.source = m_source->currentData().toString().toStdString();
    draft.fields = m_fields->written();
    draft.origin = m_origin;
    draft.linkTo = m_duplicates->chosen();
    if (const QString typed = m_quantity->text().trimmed(); !typed.isEmpty()) {
        bool isNumber = false;
        draft.quantity = QLocale().toDouble(typed, &isNumber);
        if (!isNumber || *draft.quantity < 0) {
            showFault(tr("The quantity is not a number."));
            m_quantity->setFocus();
            return std::nullopt;
        }
        draft.unit = m_unit->text().trimmed().toStdString();
    }
    if (m_timeEdited)
        draft.time = time();
    draft.contact = {m_reporter->text().trimmed().toStdString(), m_phone->text().trimmed().toStdString()};
    draft.photos = m_photos->drafts();
    for (core::PhotoDraft& photo : draft.photos)
        if (photo.kind != core::PaperKind)
            photo.kind = "before";
    return draft;
}

void IncidentCard::save() {
    core::District* district = m_workspace.district();
    if (!district)
        return;
    if (m_workspace.isBusy()) {
        showFault(text(m_workspace.whyBusy()));
        return;
    }
    auto draft = entered();
    if (!draft)
        return;
    const auto id = m_write ? m_write(std::move(*draft)) : core::reportCase(*district, m_workspace.actor(), *draft);
    if (!id) {
        showFault(text(id.error()));
        return;
    }
    remember(SourceKey, m_source->currentData());
    hide();
    m_workspace.selectCases({*id});
    emit saved(*id);
}

void IncidentCard::dismiss() {
    m_photos->clear();
    hide();
    emit closed();
}

void IncidentCard::showFault(const QString& fault) {
    setTextColour(m_fault, faultColour(palette()));
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    settle();
}

bool IncidentCard::event(QEvent* event) {
    const bool isDone = QFrame::event(event);
    if (event->type() == QEvent::LayoutRequest)
        settle();
    return isDone;
}

void IncidentCard::paintEvent(QPaintEvent*) {
    QPainter painter(this); // an edge that stands out from pale and from dark maps
    painter.setPen(mutedColour(palette()));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void IncidentCard::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        save();
    else
        QFrame::keyPressEvent(event);
}

void IncidentCard::dragEnterEvent(QDragEnterEvent* event) {
    const auto* const source = qobject_cast<QWidget*>(event->source());
    if (PhotoStrip::accepts(event->mimeData()) && (source == nullptr || !isAncestorOf(source)))
        event->acceptProposedAction();
}

void IncidentCard::dropEvent(QDropEvent* event) {
    m_photos->addFrom(event->mimeData());
    event->acceptProposedAction();
}

bool IncidentCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        settle();
    if (watched == m_description && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (isEnter && !key->modifiers().testFlag(Qt::ShiftModifier)) {
            save();
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace gridwarden::app
