// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/day_book_window.h"

#include "app/cases/case_labels.h"
#include "app/report/day_book_keys.h"
#include "app/report/day_book_report.h"
#include "app/report/language_box.h"
#include "app/report/paper_saving.h"
#include "app/text/activity_kind_name.h"
#include "app/text/days.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/newest_work.h"

#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QToolButton>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

enum Column { Name, Count };
constexpr int RowsRole = Qt::UserRole; ///< position in m_rows

} // namespace

DayBookWindow::DayBookWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_counting(new NewestWork(workspace, this)), m_day(new QDateEdit(this)), m_shift(new QComboBox(this)), m_tree(new QTreeWidget(this)),
      m_summary(new QLabel(this)), m_remarks(new QPlainTextEdit(this)), m_language(new LanguageBox(this)), m_saved(new QLabel(this)), m_save(new QPushButton(tr("Save …"), this)) {
    setObjectName(QStringLiteral("dayBookWindow"));
    setWindowTitle(tr("Day book"));
    resize(620, 700);
    build();
    fillShifts();
    const core::District& district = *workspace.district();
    choose(core::dayShiftsOf(district).at(core::now(), district.timeZone()));
    connect(m_day, &QDateEdit::dateChanged, this, &DayBookWindow::read);
    connect(m_shift, &QComboBox::currentIndexChanged, this, &DayBookWindow::read);
    connect(m_tree, &QTreeWidget::itemSelectionChanged, this, &DayBookWindow::selectRows);
    connect(m_save, &QPushButton::clicked, this, &DayBookWindow::save);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything || touched.settings)
            fillShifts();
        if (touched.everything || touched.settings || touched.calendar || !touched.cases.empty() || !touched.activities.empty())
            read();
    });
    connect(&workspace, &Workspace::districtClosing, this, &QWidget::close);
    read();
}

void DayBookWindow::build() {
    m_day->setObjectName(QStringLiteral("day"));
    m_day->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    m_day->setCalendarPopup(true);
    m_shift->setObjectName(QStringLiteral("shift"));
    const auto stepper = [this](const char* name, const char* symbol, const QString& tip, int by) {
        auto* const button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(symbol)));
        button->setToolTip(tip);
        connect(button, &QToolButton::clicked, this, [this, by] { step(by); });
        return button;
    };
    auto* const when = new QHBoxLayout;
    when->addWidget(stepper("earlier", "arrow-left", tr("The shift before"), -1));
    when->addWidget(m_day);
    when->addWidget(m_shift, 1);
    when->addWidget(stepper("later", "arrow-right", tr("The shift after"), 1));
    m_tree->setObjectName(QStringLiteral("book"));
    m_tree->setHeaderLabels({tr("Figure"), tr("Count")});
    m_tree->headerItem()->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    m_tree->setAlternatingRowColors(true);
    m_tree->setUniformRowHeights(true);
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(Name, QHeaderView::Stretch);
    m_tree->header()->setSectionResizeMode(Count, QHeaderView::ResizeToContents);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    m_remarks->setObjectName(QStringLiteral("remarks"));
    m_remarks->setPlaceholderText(tr("What the next shift has to know. It is printed in the day book and not kept elsewhere."));
    m_remarks->setTabChangesFocus(true);
    m_remarks->setMaximumHeight(110);
    m_save->setObjectName(QStringLiteral("save"));
    m_saved->setObjectName(QStringLiteral("saved"));
    m_saved->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_saved->setTextInteractionFlags(Qt::TextBrowserInteraction);
    m_saved->setOpenExternalLinks(true);
    auto* const remarksLabel = new QLabel(tr("&Remarks"), this);
    remarksLabel->setBuddy(m_remarks);
    auto* const languageLabel = new QLabel(tr("&Language of the paper"), this);
    languageLabel->setBuddy(m_language);
    auto* const below = new QHBoxLayout;
    below->addWidget(languageLabel);
    below->addWidget(m_language);
    below->addWidget(m_saved, 1);
    below->addWidget(m_save);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(when);
    column->addWidget(m_summary);
    column->addWidget(m_tree, 1);
    column->addWidget(remarksLabel);
    column->addWidget(m_remarks);
    column->addLayout(below);
}

void DayBookWindow::fillShifts() {
    const core::DayShifts shifts = core::dayShiftsOf(*m_workspace.district());
    m_isChoosing = true;
    const int kept = m_shift->currentIndex();
    m_shift->clear();
    const auto text = ReportText::load(language(), m_workspace.district()->timeZone());
    for (std::size_t i = 0; text && i < shifts.all().size(); ++i) {
        const QString name = shiftName(shifts, i, *text);
        m_shift->addItem(name.isEmpty() ? tr("whole day") : name);
    }
    m_shift->setCurrentIndex(std::clamp(kept, 0, std::max(0, m_shift->count() - 1)));
    m_isChoosing = false;
}

core::ShiftOfDay DayBookWindow::chosen() const {
    return {dayOf(m_day->date()), static_cast<std::size_t>(std::max(0, m_shift->currentIndex()))};
}

void DayBookWindow::choose(const core::ShiftOfDay& shift) {
    m_isChoosing = true;
    m_day->setDate(dateOf(shift.day));
    m_shift->setCurrentIndex(static_cast<int>(shift.index));
    m_isChoosing = false;
}

void DayBookWindow::step(int by) {
    core::ShiftOfDay shift = chosen();
    if (by > 0)
        shift = core::dayShiftsOf(*m_workspace.district()).after(shift);
    else if (shift.index > 0)
        --shift.index;
    else
        shift = {shift.day - std::chrono::days(1), static_cast<std::size_t>(m_shift->count() - 1)};
    choose(shift);
    read();
}

void DayBookWindow::read() {
    if (m_isChoosing || m_workspace.district() == nullptr)
        return;
    const auto made = std::make_shared<core::Result<core::ShiftBook>>();
    m_summary->setText(tr("Counting …"));
    tellSaved({});
    m_counting->ask(
        tr("Counting the day book"),
        [made, shift = chosen()](core::District& district, const Jobs::Progress& progress) {
            *made = core::readShiftBook(district, shift, [&progress] { return progress(0); });
        },
        [this, made] {
            m_book.reset();
            if (*made)
                m_book = std::move(**made);
            showBook();
            if (!*made)
                m_summary->setText(text(made->error()));
        });
}

QTreeWidgetItem* DayBookWindow::addGroup(const QString& title) {
    auto* const group = new QTreeWidgetItem(m_tree, {title});
    group->setFlags(Qt::ItemIsEnabled);
    QFont bold = m_tree->font();
    bold.setWeight(QFont::DemiBold);
    group->setFont(Name, bold);
    group->setExpanded(true);
    return group;
}

void DayBookWindow::addNumber(QTreeWidgetItem* group, const QString& name, const QString& note, std::int64_t value, const core::Selection& rows) {
    auto* const item = new QTreeWidgetItem(group, {name, QLocale().toString(static_cast<qlonglong>(value))});
    item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    item->setToolTip(Name, note);
    item->setData(Name, RowsRole, static_cast<int>(m_rows.size()));
    m_rows.push_back(rows);
}

void DayBookWindow::addFigures(const QString& title, std::span<const char* const> keys) {
    QTreeWidgetItem* const group = addGroup(title);
    for (const char* const key : keys) {
        const core::Figure& figure = m_book->book.figure(key);
        addNumber(group, word("day_book", key), QString::fromStdString(core::wordNote("day_book", key, language())), figure.value(), figure.rows);
    }
}

void DayBookWindow::addTally(const QString& title, const std::vector<core::TallyRow>& rows, const std::function<QString(const core::TallyRow&)>& name) {
    if (rows.empty())
        return;
    QTreeWidgetItem* const group = addGroup(title);
    for (const core::TallyRow& row : rows)
        addNumber(group, name(row), {}, row.counts.count, row.rows);
}

void DayBookWindow::addActivities() {
    if (m_book->book.activities.empty())
        return;
    QTreeWidgetItem* const group = addGroup(tr("Activities"));
    for (const core::ActivityRow& row : m_book->book.activities) {
        const QString name = kindName(m_workspace.district()->activityLists(), row.keys.front().value_or(""));
        const core::UnitSum sum = row.counts.quantities.empty() ? core::UnitSum() : row.counts.quantities.front();
        auto* const item = new QTreeWidgetItem(group, {name, quantityText(sum.sum, sum.unit)});
        item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    }
}

void DayBookWindow::showBook() {
    const QSignalBlocker quiet(m_tree);
    m_tree->clear();
    m_rows.clear();
    m_save->setEnabled(m_book.has_value());
    if (!m_book)
        return;
    const core::District& district = *m_workspace.district();
    const core::DayBook& book = m_book->book;
    addFigures(tr("Taken over and handed over"), BalanceKeys);
    addFigures(tr("Done in the shift"), WorkKeys);
    addFigures(tr("For the next shift"), HandedOnKeys);
    addTally(tr("Came in by source"), book.sources,
             [&](const core::TallyRow& row) { return row.keys.front() ? sourceName(district, *row.keys.front()) : tr("unknown"); });
    addTally(tr("Came in by big class"), book.categories, [&](const core::TallyRow& row) {
        const core::Category* const category = district.categories().find(core::CategoryId(row.ids.front()));
        return category != nullptr ? categoryName(*category) : tr("unknown");
    });
    addActivities();
    const QString until = fullTime(book.asOf, district.timeZone());
    m_summary->setText(book.asOf < book.shift.to - core::seconds(1) ? tr("The shift is not over: as of %1. Choose a number to select its cases.").arg(until)
                                                                    : tr("Choose a number to select its cases."));
}

void DayBookWindow::selectRows() {
    const auto chosenItems = m_tree->selectedItems();
    if (!m_book || chosenItems.isEmpty())
        return;
    const QVariant position = chosenItems.front()->data(Name, RowsRole);
    if (!position.isValid())
        return;
    std::vector<core::CaseId> ids;
    for (const std::uint32_t row : m_rows[static_cast<std::size_t>(position.toInt())])
        ids.push_back((*m_book->facts)[row].id);
    m_workspace.selectCases(std::move(ids));
}

void DayBookWindow::save() {
    if (m_workspace.district() == nullptr)
        return;
    const auto made = std::make_shared<core::Result<DayBookPages>>();
    const PaperOptions options{m_language->language(), m_workspace.actor().name};
    const QPointer<DayBookWindow> self(this);
    m_workspace.run(
        tr("Writing the day book"),
        [made, options, paper = DayBookPaper{chosen(), m_remarks->toPlainText()}](core::District& district, const Jobs::Progress& progress) {
            *made = makeDayBook(district, paper, options, [&progress] { return progress(0); });
        },
        [self, made, options] {
            if (!self)
                return;
            if (*made)
                self->tellSaved(savePaper(self->m_workspace, (*made)->title, (*made)->title, {(*made)->chapter}, options.language, self));
            else if (made->error().code != core::ErrorCode::Cancelled)
                self->m_workspace.notifyFault(made->error());
        },
        Workspace::AtOnce);
}

void DayBookWindow::tellSaved(const QString& file) {
    const QString link = QStringLiteral("<a href=\"%1\">%2</a>").arg(QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded()), tr("Open"));
    m_saved->setText(file.isEmpty() ? QString() : tr("Saved.") + QLatin1Char(' ') + link);
    m_saved->setToolTip(file);
}

void DayBookWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gridwarden::app
