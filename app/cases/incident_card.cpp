// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/incident_card.h"

#include "app/cases/card_position.h"
#include "app/cases/case_labels.h"
#include "app/cases/category_field.h"
#include "app/cases/duplicate_list.h"
#include "app/cases/incident_fields.h"
#include "app/cases/label_rows.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/cases/case_number.h"

#include <QDropEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr int CardWidth = 400;

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
    QGridLayout* const facts = buildFacts(column);
    m_fields = new IncidentFields(m_workspace, this);
    column->addWidget(m_fields);
    alignLabels({facts, m_fields->rows()});

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
            m_fields->setFocus();
    });
    connect(m_category, &CategoryField::confirmed, this, &IncidentCard::save);
    connect(m_category, &CategoryField::listToggled, this, &IncidentCard::settle);
    connect(m_fields, &IncidentFields::timeChanged, this, &IncidentCard::refresh);
    connect(m_fields, &IncidentFields::heightChanged, this, &IncidentCard::settle);
    connect(m_fields, &IncidentFields::saveWanted, this, &IncidentCard::save);
    connect(m_fields, &IncidentFields::refused, this, &IncidentCard::showFault);
}

QGridLayout* IncidentCard::buildFacts(QVBoxLayout* column) {
    QGridLayout* facts = makeLabelRows(SmallGap);
    column->addLayout(facts);
    m_grid = makeFact(QStringLiteral("grid"), this);
    m_duty = makeFact(QStringLiteral("duty"), this);
    m_deadline = makeFact(QStringLiteral("deadline"), this);
    m_number = makeFact(QStringLiteral("number"), this);
    addLabelRow(facts, tr("Grid"), m_grid);
    addLabelRow(facts, tr("On duty"), m_duty);
    addLabelRow(facts, tr("Deadline"), m_deadline);
    addLabelRow(facts, tr("Number"), m_number);
    m_duplicates = new DuplicateList(m_workspace, this);
    column->addWidget(m_duplicates);
    return facts;
}

void IncidentCard::openAt(core::GeoPoint place, QPoint anchor) {
    if (!m_workspace.district() || m_workspace.isBusy())
        return;
    m_place = place;
    m_anchor = anchor;
    m_write = nullptr;
    m_origin.clear();
    m_duplicates->setCases({}, place);
    m_position->setText(QStringLiteral("%1, %2").arg(place.longitude, 0, 'f', 6).arg(place.latitude, 0, 'f', 6));
    m_fields->clear();
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
    m_fields->setDraft(draft);
    if (!draft.category.isNull()) {
        m_category->setCategory(draft.category);
        m_fields->setFocus();
    }
    refresh();
}

void IncidentCard::addPhotos(const QStringList& files) {
    m_fields->photos().addFiles(files);
}

void IncidentCard::refresh() {
    core::District* district = m_workspace.district();
    if (!district || m_workspace.isBusy())
        return;
    const auto preview = core::previewCase(*district, m_place, m_category->category(), m_fields->time());
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
                                          : areaTrail(district.areas(), preview.grid, zone.day(m_fields->time())));
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
    const auto number = core::expectedCaseNumber(m_workspace.district()->connection(), zone.day(m_fields->time()));
    m_number->setText(number ? QString::fromStdString(*number) : QString());
    m_duplicates->setCases(preview.duplicates, m_place);
}

void IncidentCard::settle() {
    if (isHidden())
        return;
    m_fields->layout()->activate();
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
    core::CaseDraft draft;
    draft.place = m_place;
    draft.category = m_category->category();
    draft.origin = m_origin;
    draft.linkTo = m_duplicates->chosen();
    if (const QString fault = m_fields->fill(draft); !fault.isEmpty()) {
        showFault(fault);
        return std::nullopt;
    }
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
    m_fields->rememberSource();
    hide();
    m_workspace.selectCases({*id});
    emit saved(*id);
}

void IncidentCard::dismiss() {
    m_fields->photos().clear();
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
    m_fields->photos().addFrom(event->mimeData());
    event->acceptProposedAction();
}

bool IncidentCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        settle();
    return QFrame::eventFilter(watched, event);
}

} // namespace gridwarden::app
