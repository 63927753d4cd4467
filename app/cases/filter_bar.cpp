// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/filter_bar.h"

#include "app/cases/case_labels.h"
#include "app/cases/chip_row.h"
#include "app/cases/choice_popup.h"
#include "app/cases/filter_choices.h"
#include "app/cases/panel_text.h"
#include "app/text/days.h"
#include "app/workspace/icon.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr auto TypingPause = std::chrono::milliseconds(250);

} // namespace

FilterBar::FilterBar(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_search(new QLineEdit(this)), m_add(new QToolButton(this)),
      m_chips(new ChipRow(this)), m_count(makeLabel({}, TextSize::Body, /*isMuted=*/false, this)) {
    setObjectName(QStringLiteral("filterBar"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Gap, SmallGap, Gap, SmallGap);
    row->setSpacing(Gap);
    row->addWidget(m_search);
    row->addWidget(m_add);
    row->addWidget(m_chips, 1);
    row->addWidget(m_count);

    m_search->setObjectName(QStringLiteral("caseSearch"));
    m_search->setPlaceholderText(tr("Number, description or address"));
    m_search->setClearButtonEnabled(true);
    m_search->setFixedWidth(220);
    m_search->addAction(icon(QLatin1String("search")), QLineEdit::LeadingPosition);
    m_search->installEventFilter(this);
    m_add->setObjectName(QStringLiteral("addFilter"));
    m_add->setText(tr("Filter"));
    m_add->setIcon(icon(QLatin1String("funnel")));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setPopupMode(QToolButton::InstantPopup);
    m_add->setToolTip(tr("Show only some of the cases"));
    auto* menu = new QMenu(m_add);
    m_add->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    m_count->setObjectName(QStringLiteral("caseCount"));

    m_typing.setSingleShot(true);
    m_typing.setInterval(TypingPause);
    connect(m_search, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString& text) {
        if (text.isEmpty() && !m_workspace.filter().text.empty())
            applySearch();
    });
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::applySearch);
    connect(m_chips, &ChipRow::editWanted, this, &FilterBar::edit);
    connect(m_chips, &ChipRow::removeWanted, this,
            [this](FilterPart part) { m_workspace.setFilter(without(m_workspace.filter(), part)); });
    connect(&workspace, &Workspace::filterChanged, this, &FilterBar::follow);
    connect(&workspace, &Workspace::filteredChanged, this, &FilterBar::showCount);
    follow();
}

void FilterBar::addButton(QWidget* button) {
    auto* row = static_cast<QHBoxLayout*>(layout());
    row->insertWidget(row->indexOf(m_add) + 1, button);
}

void FilterBar::follow() {
    const core::District* district = m_workspace.district();
    setEnabled(district != nullptr);
    if (!district) {
        m_chips->setChips({});
        m_count->clear();
        m_search->clear();
        return;
    }
    const core::Filter& filter = m_workspace.filter();
    std::vector<FilterChip> chips = chipsOf(*district, filter);
    if (!m_search->hasFocus() && !m_typing.isActive())
        m_search->setText(QString::fromStdString(filter.text));
    std::erase_if(chips, [](const FilterChip& chip) { return chip.part == FilterPart::Text; }); // the field itself shows it
    m_chips->setChips(chips);
    showCount();
}

void FilterBar::showCount() {
    if (m_workspace.district() == nullptr)
        return;
    const QLocale locale;
    const QString total = locale.toString(static_cast<qulonglong>(m_workspace.facts()->count()));
    if (m_workspace.isFiltering())
        m_count->setText(tr("… of %1 cases").arg(total));
    else if (m_workspace.filter().isEmpty())
        m_count->setText(tr("%1 cases").arg(total));
    else
        m_count->setText(tr("%1 of %2 cases").arg(locale.toString(static_cast<qulonglong>(m_workspace.filtered().size())), total));
}

void FilterBar::applySearch() {
    m_typing.stop();
    core::Filter filter = m_workspace.filter();
    filter.text = m_search->text().trimmed().toStdString();
    m_workspace.setFilter(filter);
}

bool FilterBar::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            applySearch();
            return true;
        }
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterBar::fillMenu() {
    QMenu* menu = m_add->menu();
    qDeleteAll(menu->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // which clear() leaves
    menu->clear();
    const core::Filter& filter = m_workspace.filter();
    const auto add = [&](const QString& label, FilterPart part, const char* name) {
        QAction* action = menu->addAction(label);
        action->setObjectName(QLatin1String(name));
        connect(action, &QAction::triggered, this, [this, part] { edit(part, m_add); });
    };
    add(tr("State …"), FilterPart::State, "filterState");
    add(tr("Category …"), FilterPart::Category, "filterCategory");
    add(tr("Area …"), FilterPart::Area, "filterArea");
    add(tr("Lamp …"), FilterPart::Lamp, "filterLamp");
    add(tr("Source …"), FilterPart::Source, "filterSource");
    add(tr("Handler …"), FilterPart::Handler, "filterHandler");
    addDays(*menu->addMenu(tr("Reported")), FilterPart::Time);
    addDays(*menu->addMenu(tr("Due")), FilterPart::Due);
    menu->addSeparator();
    const auto addSwitch = [&](const QString& label, const char* name, bool isOn, auto change) {
        QAction* action = menu->addAction(label);
        action->setObjectName(QLatin1String(name));
        action->setCheckable(true);
        action->setChecked(isOn);
        connect(action, &QAction::toggled, this, [this, change](bool on) {
            core::Filter changed = m_workspace.filter();
            change(changed, on);
            m_workspace.setFilter(changed);
        });
    };
    addSwitch(tr("Open only"), "filterOpen", filter.states == openStates(), [](core::Filter& changed, bool on) {
        changed.states = on ? openStates() : std::vector<core::CaseState>();
    });
    addSwitch(tr("Overdue only"), "filterOverdue", filter.overdueOnly, [](core::Filter& changed, bool on) { changed.overdueOnly = on; });
    addSwitch(tr("Reworked only"), "filterReworked", filter.reworkedOnly,
              [](core::Filter& changed, bool on) { changed.reworkedOnly = on; });
    addSwitch(tr("Urged, no reply yet"), "filterUrged", filter.urgedOnly, [](core::Filter& changed, bool on) { changed.urgedOnly = on; });
    addSwitch(tr("Cleared, then seen again"), "filterSeenAgain", filter.seenAgain.has_value(), [](core::Filter& changed, bool on) {
        changed.seenAgain = on ? std::optional(core::SeenAgain()) : std::nullopt;
    });
    addSwitch(tr("Each problem once"), "filterProblems", filter.problemsOnly, [](core::Filter& changed, bool on) { changed.problemsOnly = on; });
    addSwitch(tr("Outside every grid"), "filterOutside", filter.outside, [](core::Filter& changed, bool on) {
        changed.outside = on;
        if (on)
            changed.areas.clear();
    });
    menu->addSeparator();
    QAction* clear = menu->addAction(icon(QLatin1String("x")), tr("Clear the filter"));
    clear->setObjectName(QStringLiteral("filterClear"));
    clear->setEnabled(!filter.isEmpty());
    connect(clear, &QAction::triggered, this, [this] { m_workspace.setFilter({}); });
}

void FilterBar::edit(FilterPart part, QWidget* button) {
    if (part == FilterPart::Time || part == FilterPart::Due)
        return editRange(part, button);
    if (part == FilterPart::Outside || part == FilterPart::Overdue || part == FilterPart::Reworked || part == FilterPart::Urged ||
        part == FilterPart::SeenAgain || part == FilterPart::Problems || part == FilterPart::Hours ||
        part == FilterPart::Text || part == FilterPart::Listed)
        return m_workspace.setFilter(without(m_workspace.filter(), part));
    auto* popup = new ChoicePopup(this);
    fillChoices(*popup, m_workspace, part);
    connect(popup, &ChoicePopup::chosen, this, [this, part](const QVariantList& values) {
        m_workspace.setFilter(withChoices(m_workspace.filter(), part, values));
    });
    popup->openUnder(button->isVisible() ? button : m_add);
}

void FilterBar::addDays(QMenu& menu, FilterPart part) {
    const core::Day today = m_workspace.district()->timeZone().day(core::now());
    const auto [from, to] = daysOf(m_workspace.filter(), part);
    const auto addPeriod = [&, from = from, to = to](const QString& label, core::Period period, const char* name) {
        QAction* action = menu.addAction(label);
        action->setObjectName(QLatin1String(part == FilterPart::Due ? "due" : "reported") + QLatin1String(name));
        action->setCheckable(true);
        action->setChecked(from == period.from && to == period.to);
        connect(action, &QAction::triggered, this, [this, part, period] { setPeriod(part, period); });
    };
    addPeriod(tr("Today"), {today, today}, "Today");
    if (part == FilterPart::Due)
        addPeriod(tr("Tomorrow"), {today + std::chrono::days(1), today + std::chrono::days(1)}, "Tomorrow");
    addPeriod(tr("This week"), weekOf(today), "Week");
    addPeriod(tr("This month"), monthOf(today), "Month");
    addPeriod(tr("This year"), yearOf(today), "Year");
    menu.addSeparator();
    connect(menu.addAction(tr("From … to …")), &QAction::triggered, this, [this, part] { editRange(part, m_add); });
}

void FilterBar::setPeriod(FilterPart part, const core::Period& period) {
    m_workspace.setFilter(withDays(m_workspace.filter(), part, period));
}

void FilterBar::editRange(FilterPart part, QWidget* button) {
    const core::Day today = m_workspace.district()->timeZone().day(core::now());
    const auto [first, last] = daysOf(m_workspace.filter(), part);
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setObjectName(QStringLiteral("rangePopup"));
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setFrameStyle(QFrame::StyledPanel | QFrame::Raised);
    auto* row = new QHBoxLayout(popup);
    row->setContentsMargins(Gap, Gap, Gap, Gap);
    row->setSpacing(Gap);
    const auto makeDate = [&](core::Day day, const char* name) {
        auto* edit = new QDateEdit(dateOf(day), popup);
        edit->setObjectName(QLatin1String(name));
        edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
        edit->setCalendarPopup(true);
        return edit;
    };
    QDateEdit* from = makeDate(first.value_or(part == FilterPart::Due ? today : monthOf(today).from), "from");
    QDateEdit* to = makeDate(last.value_or(today), "to");
    row->addWidget(
        makeLabel(part == FilterPart::Due ? tr("Due") : tr("Reported"), TextSize::Body, /*isMuted=*/true, popup));
    row->addWidget(from);
    row->addWidget(makeLabel(tr("to"), TextSize::Body, /*isMuted=*/true, popup));
    row->addWidget(to);
    auto* apply = new QPushButton(tr("Apply"), popup);
    apply->setObjectName(QStringLiteral("apply"));
    row->addWidget(apply);
    connect(apply, &QPushButton::clicked, this, [this, part, from, to, popup] {
        const auto [begin, end] = std::minmax({dayOf(from->date()), dayOf(to->date())});
        setPeriod(part, {begin, end});
        popup->close();
    });
    popup->adjustSize();
    QWidget* anchor = button->isVisible() ? button : m_add;
    popup->move(anchor->mapToGlobal(QPoint(0, anchor->height())));
    popup->show();
    from->setFocus();
}

} // namespace gridwarden::app
