// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_view.h"

#include "app/cases/case_labels.h"
#include "app/cases/contact_row.h"
#include "app/cases/linked_cases.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_strip.h"
#include "app/cases/source_field_text.h"
#include "app/cases/source_fields_dialog.h"
#include "app/cases/step_timeline.h"
#include "app/cases/step_words.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QLocale>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(CaseView)
};

QVBoxLayout* makeColumn(QWidget* page) {
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(12);
    return column;
}

QLabel* makeWrapped(const QString& text, TextSize size, QWidget* parent) {
    auto* label = makeLabel(text, size, /*isMuted=*/false, parent);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

/// Rows of label and value, the labels in one column; values wrap.
class FactRows {
  public:
    FactRows(QVBoxLayout* column, QWidget* parent) : m_grid(new QGridLayout), m_parent(parent) {
        m_grid->setHorizontalSpacing(12);
        m_grid->setVerticalSpacing(SmallGap);
        m_grid->setColumnStretch(1, 1);
        column->addLayout(m_grid);
    }
    QLabel* add(const QString& label, const QString& value, const QString& toolTip = {}) {
        if (value.isEmpty())
            return nullptr;
        const int row = m_grid->rowCount();
        m_grid->addWidget(makeLabel(label, TextSize::Body, /*isMuted=*/true, m_parent), row, 0, Qt::AlignTop | Qt::AlignLeft);
        QLabel* words = makeWrapped(value, TextSize::Body, m_parent);
        words->setToolTip(toolTip);
        m_grid->addWidget(words, row, 1, Qt::AlignTop);
        return words;
    }
    void add(const QString& label, QWidget* field) {
        if (field == nullptr)
            return;
        const int row = m_grid->rowCount();
        m_grid->addWidget(makeLabel(label, TextSize::Body, /*isMuted=*/true, m_parent), row, 0, Qt::AlignLeft);
        m_grid->addWidget(field, row, 1);
    }

  private:
    QGridLayout* m_grid;
    QWidget* m_parent;
};

/// A column of its own under a small title.
QVBoxLayout* addSection(QVBoxLayout* column, const QString& title, QWidget* parent) {
    auto* section = new QVBoxLayout;
    section->setSpacing(Gap);
    section->setContentsMargins(0, SmallGap, 0, 0);
    section->addWidget(makeLabel(title, TextSize::Small, /*isMuted=*/true, parent));
    column->addLayout(section);
    return section;
}

QString stateText(const core::CaseRecord& record, const core::CalendarHistory& calendars, const core::TimeZone& zone,
                  core::Moment now) {
    const core::DerivedCase& derived = record.derived;
    const core::CaseState state = core::stateAt(derived.state, derived.resumed, derived.suspendedUntil, now);
    const bool isChecked = state == core::CaseState::Handled && isCheckPassed(record.steps);
    const QString name = isChecked ? Words::tr("Handled, check passed") : word("states", core::caseStateKey(state));
    if (state == core::CaseState::Suspended && derived.suspendedUntil)
        return Words::tr("%1 until %2").arg(name, shortTime(*derived.suspendedUntil, zone, now));
    if (core::classOf(state) != core::CaseClass::Open)
        return name;
    const auto deadline = core::deadlineOf(derived, calendars, now);
    return deadline ? Words::tr("%1 · %2").arg(name, remaining(deadline->due, now)) : name;
}

void addHeading(QVBoxLayout* column, Workspace& workspace, const core::CaseRecord& record, QWidget* page) {
    const core::District& district = *workspace.district();
    const core::Moment now = core::now();
    auto* block = new QVBoxLayout;
    block->setSpacing(SmallGap);
    auto* number = makeWrapped(QString::fromStdString(record.report.number), TextSize::Heading, page);
    number->setObjectName(QStringLiteral("number"));
    block->addWidget(number);
    auto* line = new QHBoxLayout;
    line->setSpacing(Gap);
    const core::Lamp lamp = lampOf(record.derived, now);
    auto* symbol = new QLabel(page);
    symbol->setPixmap(lampIcon(lamp).pixmap(QSize(16, 16), page->devicePixelRatioF()));
    symbol->setToolTip(word("lamps", core::lampKey(lamp)));
    line->addWidget(symbol);
    auto* state = makeLabel(stateText(record, district.calendars(), district.timeZone(), now), TextSize::Body,
                            /*isMuted=*/false, page);
    state->setWordWrap(true);
    state->setObjectName(QStringLiteral("state"));
    setTextColour(state, lampTextColour(lamp, page->palette()));
    line->addWidget(state, 1);
    block->addLayout(line);
    block->addWidget(makeWrapped(categoryLabel(district.categories(), record.derived.category, record.report.categoryText),
                                 TextSize::Body, page));
    column->addLayout(block);
}

QString dutyText(core::District& district, const core::CaseRecord& record) {
    const auto preview = core::previewCase(district, record.derived.place, record.derived.category, core::now());
    QStringList names;
    if (preview)
        for (const core::Responsible& responsible : preview->responsible)
            names << personLabel(district.people(), responsible.person);
    names.removeDuplicates();
    return names.join(Words::tr(", "));
}

/// The source with a way to fill in its extra fields, and what they hold.
void addSource(FactRows& rows, Workspace& workspace, const core::CaseRecord& record, QWidget* page) {
    const core::District& district = *workspace.district();
    const core::CaseSource* const source = core::findSource(district.sources(), record.report.source);
    const bool isEditable = source != nullptr && !source->fields.empty() && workspace.canWrite() && !core::whyNot(core::StepKind::Correct, record.derived, core::now());
    if (!isEditable) {
        rows.add(Words::tr("Source"), sourceName(district, record.report.source));
    } else {
        auto* const line = new QWidget(page);
        auto* const row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(SmallGap);
        row->addWidget(makeWrapped(sourceName(district, record.report.source), TextSize::Body, line), 1);
        auto* const edit = new QToolButton(line);
        edit->setObjectName(QStringLiteral("editFields"));
        edit->setAutoRaise(true);
        edit->setIcon(icon(QLatin1String("clipboard-list")));
        edit->setToolTip(Words::tr("Fill in what belongs to this source"));
        edit->setAccessibleName(edit->toolTip());
        QObject::connect(edit, &QToolButton::clicked, page,
                         [&workspace, record, page] { (new SourceFieldsDialog(workspace, record, page->window()))->open(); });
        row->addWidget(edit);
        rows.add(Words::tr("Source"), line);
    }
    const std::span<const core::SourceField> fields = source == nullptr ? std::span<const core::SourceField>() : std::span<const core::SourceField>(source->fields);
    for (const FieldLine& line : fieldLines(fields, core::fieldValues(record.steps), district.timeZone()))
        rows.add(line.name, line.value);
    for (const core::Step& step : record.steps)
        if (!step.detail.origin.empty())
            rows.add(Words::tr("Came from"), QString::fromStdString(step.detail.origin));
}

void addFacts(QVBoxLayout* column, Workspace& workspace, Unsealing& unsealing, const core::CaseRecord& record, QWidget* page) {
    core::District& district = *workspace.district();
    const core::TimeZone& zone = district.timeZone();
    const core::DerivedCase& derived = record.derived;
    const core::Moment now = core::now();
    FactRows rows(column, page);
    rows.add(Words::tr("Address"), QString::fromStdString(record.address()));
    rows.add(Words::tr("Grid"), areaTrail(district.areas(), record.grid, zone.day(derived.reported)));
    rows.add(Words::tr("Handled by"), handlerLabel(district.people(), derived.handlerOrganisation, derived.handlerPerson));
    if (core::classOf(derived.state) == core::CaseClass::Open)
        rows.add(Words::tr("On duty"), dutyText(district, record));
    rows.add(Words::tr("Reported"), shortTime(derived.reported, zone, now), fullTime(derived.reported, zone));
    if (const auto deadline = core::deadlineOf(derived, district.calendars(), now)) {
        const QString time = shortTime(deadline->due, zone, now);
        const QString limit = derived.limit ? limitText(*derived.limit) : QString();
        const QString both = limit.isEmpty() ? time : Words::tr("%1 · %2").arg(time, limit);
        rows.add(deadline->isForecast ? Words::tr("Due, if dispatched now") : Words::tr("Due"), both, fullTime(deadline->due, zone));
    }
    if (derived.closed)
        rows.add(Words::tr("Closed"), shortTime(*derived.closed, zone, now), fullTime(*derived.closed, zone));
    rows.add(Words::tr("Reports"), makeLinkedCases(workspace, record, page));
    addSource(rows, workspace, record, page);
    if (record.report.quantity)
        rows.add(Words::tr("Quantity"), quantityText(*record.report.quantity, record.report.unit));
    if (derived.handledQuantity)
        rows.add(Words::tr("Quantity handled"), quantityText(*derived.handledQuantity, record.report.unit));
    rows.add(Words::tr("Handled by way of"), methodName(district, derived.method));
    rows.add(Words::tr("Reporter"), makeContactRow(unsealing, record.report.id, page));
    QStringList marks;
    if (derived.reworks > 0)
        marks << Words::tr("%n rework(s)", "", derived.reworks);
    if (derived.extensions > 0)
        marks << Words::tr("%n extension(s)", "", derived.extensions);
    if (derived.closedBeforeReported)
        marks << Words::tr("closed before it was reported");
    rows.add(Words::tr("Marks"), marks.join(Words::tr(", ")));
}

void addPhotos(QVBoxLayout* column, Workspace& workspace, const core::CaseRecord& record, QWidget* page) {
    if (record.photos.empty())
        return;
    QVBoxLayout* section = addSection(column, Words::tr("Photos"), page);
    auto* area = new QScrollArea(page);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* strip = new PhotoStrip(workspace, /*isEditable=*/false, area);
    strip->setCase(record);
    area->setWidget(strip);
    const int scrollBar = record.photos.size() > 3 ? 16 : 0;
    area->setFixedHeight(64 + scrollBar);
    section->addWidget(area);
}

} // namespace

QWidget* makeCaseView(Workspace& workspace, Unsealing& unsealing, const core::CaseRecord& record, QWidget* parent) {
    auto* page = new QWidget(parent);
    QVBoxLayout* column = makeColumn(page);
    addHeading(column, workspace, record, page);
    if (!record.description().empty()) {
        auto* description = makeWrapped(QString::fromStdString(record.description()), TextSize::Body, page);
        description->setObjectName(QStringLiteral("description"));
        column->addWidget(description);
    }
    addFacts(column, workspace, unsealing, record, page);
    addPhotos(column, workspace, record, page);
    QVBoxLayout* section = addSection(column, Words::tr("Steps"), page);
    auto* timeline = new StepTimeline(page);
    timeline->setSteps(stepWords(*workspace.district(), record), workspace.district()->timeZone());
    section->addWidget(timeline);
    column->addStretch();
    return page;
}

QWidget* makeSelectionView(std::size_t cases, const SelectionCounts& counts, QWidget* parent) {
    auto* page = new QWidget(parent);
    QVBoxLayout* column = makeColumn(page);
    auto* title =
        makeWrapped(Words::tr("%n case(s) selected", "", static_cast<int>(cases)), TextSize::Heading, page);
    title->setObjectName(QStringLiteral("summary"));
    column->addWidget(title);
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(Gap);
    grid->setVerticalSpacing(SmallGap);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](const QPixmap& symbol, const QString& name, int count) {
        auto* picture = new QLabel(page);
        picture->setPixmap(symbol);
        grid->addWidget(picture, row, 0);
        grid->addWidget(makeLabel(name, TextSize::Body, /*isMuted=*/false, page), row, 1);
        grid->addWidget(makeLabel(QLocale().toString(count), TextSize::Body, /*isMuted=*/false, page), row, 2, Qt::AlignRight);
        ++row;
    };
    for (const auto& [lamp, count] : counts.lamps)
        add(lampIcon(lamp).pixmap(QSize(16, 16), page->devicePixelRatioF()),
            lamp == core::Lamp::None ? Words::tr("without a time limit") : word("lamps", core::lampKey(lamp)), count);
    column->addLayout(grid);
    if (counts.states.empty()) {
        column->addStretch();
        return page;
    }
    QVBoxLayout* section = addSection(column, Words::tr("States"), page);
    auto* second = new QGridLayout;
    second->setVerticalSpacing(SmallGap);
    second->setColumnStretch(0, 1);
    row = 0;
    for (const auto& [state, count] : counts.states) {
        second->addWidget(makeLabel(word("states", core::caseStateKey(state)), TextSize::Body, /*isMuted=*/false, page), row, 0);
        second->addWidget(makeLabel(QLocale().toString(count), TextSize::Body, /*isMuted=*/false, page), row, 1, Qt::AlignRight);
        ++row;
    }
    section->addLayout(second);
    column->addStretch();
    return page;
}

QWidget* makeEmptyView(const Workspace& workspace, QWidget* parent) {
    auto* page = new QWidget(parent);
    QVBoxLayout* column = makeColumn(page);
    auto* words = makeLabel(workspace.district()
                                ? Words::tr("No case is selected.\n\nClick one on the map or in the table. To enter a new one, "
                                            "press Insert and click the map.")
                                : Words::tr("No district is open."),
                            TextSize::Body, /*isMuted=*/true, page);
    words->setObjectName(QStringLiteral("empty"));
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignCenter);
    column->addStretch();
    column->addWidget(words);
    column->addStretch();
    return page;
}

} // namespace gridwarden::app
