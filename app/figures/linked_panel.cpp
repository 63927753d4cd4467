// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/linked_panel.h"

#include "app/cases/case_labels.h"
#include "app/figures/bar_list.h"
#include "app/figures/week_grid.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

constexpr int MoreKey = -2, NoneKey = -1;
constexpr std::size_t MostFrequent = 6;

QLabel* heading(const QString& text) {
    auto* const label = new QLabel(text);
    QFont font = label->font();
    font.setBold(true);
    label->setFont(font);
    label->setContentsMargins(8, 0, 8, 0);
    return label;
}

} // namespace

LinkedPanel::LinkedPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_total(new QLabel), m_clear(new QToolButton), m_level(new QComboBox), m_categories(new BarList),
      m_states(new BarList), m_sources(new BarList), m_week(new WeekGrid), m_counting([this](LinkedAnswer answer) {
          QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
      }) {
    setObjectName(QStringLiteral("linkedPanel"));
    m_total->setObjectName(QStringLiteral("linkedTotal"));
    m_clear->setObjectName(QStringLiteral("linkedClear"));
    m_clear->setText(tr("Choose nothing"));
    m_clear->setAutoRaise(true);
    m_clear->setToolTip(tr("Take away what was chosen here; other conditions of the filter stay"));
    m_level->setObjectName(QStringLiteral("linkedLevel"));
    m_level->addItems({tr("Big classes"), tr("Categories")});
    m_level->setAccessibleName(tr("Level of categories"));
    m_categories->setObjectName(QStringLiteral("linkedCategories"));
    m_categories->setAccessibleName(tr("Cases by category"));
    m_states->setObjectName(QStringLiteral("linkedStates"));
    m_states->setAccessibleName(tr("Cases by state"));
    m_sources->setObjectName(QStringLiteral("linkedSources"));
    m_sources->setAccessibleName(tr("Cases by source"));
    m_week->setObjectName(QStringLiteral("linkedWeek"));

    auto* const content = new QWidget;
    auto* const column = new QVBoxLayout(content);
    column->setContentsMargins(0, 8, 0, 8);
    column->setSpacing(4);
    auto* const categoryRow = new QHBoxLayout;
    categoryRow->addWidget(heading(tr("Category")), 1);
    categoryRow->addWidget(m_level);
    categoryRow->addSpacing(8);
    column->addLayout(categoryRow);
    column->addWidget(m_categories);
    for (const auto& [title, widget] : {std::pair<QString, QWidget*>(tr("State"), m_states), {tr("Source"), m_sources}, {tr("Hour of the week"), m_week}}) {
        column->addSpacing(8);
        column->addWidget(heading(title));
        column->addWidget(widget);
    }
    column->addStretch();
    auto* const scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const top = new QHBoxLayout;
    top->setContentsMargins(8, 4, 4, 4);
    top->addWidget(m_total, 1);
    top->addWidget(m_clear);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(0);
    all->addLayout(top);
    all->addWidget(scroll, 1);

    connect(m_level, &QComboBox::currentIndexChanged, this, &LinkedPanel::showCategories);
    connect(m_categories, &BarList::chosen, this, [this](const std::vector<int>& keys) {
        if (std::find(keys.begin(), keys.end(), MoreKey) != keys.end()) {
            m_showsAll = true;
            showCategories();
            return;
        }
        core::Filter filter = m_workspace.filter();
        filter.categories.clear();
        for (const int key : keys)
            if (key >= 0)
                filter.categories.push_back(m_categoryKeys[static_cast<std::size_t>(key)]);
        choose(std::move(filter));
    });
    connect(m_states, &BarList::chosen, this, [this](const std::vector<int>& keys) {
        core::Filter filter = m_workspace.filter();
        filter.states.clear();
        for (const int key : keys)
            filter.states.push_back(core::AllCaseStates[static_cast<std::size_t>(key)]);
        choose(std::move(filter));
    });
    connect(m_sources, &BarList::chosen, this, [this](const std::vector<int>& keys) {
        core::Filter filter = m_workspace.filter();
        filter.sources.clear();
        for (const int key : keys)
            filter.sources.push_back(m_sourceKeys[static_cast<std::size_t>(key)]);
        choose(std::move(filter));
    });
    connect(m_week, &WeekGrid::chosen, this, [this](const std::vector<int>& cells) {
        core::Filter filter = m_workspace.filter();
        filter.hoursOfWeek = cells;
        choose(std::move(filter));
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { choose(core::withoutLinked(m_workspace.filter())); });
    connect(&workspace, &Workspace::filterChanged, this, &LinkedPanel::ask);
    connect(&workspace, &Workspace::daysMoved, this, &LinkedPanel::ask);
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_counting.forget();
        m_answer.reset();
        m_showsAll = false;
    });
}

void LinkedPanel::showEvent(QShowEvent*) { ask(); }

void LinkedPanel::ask() {
    if (m_workspace.district() == nullptr || !isVisible())
        return;
    m_asked = m_shown + 1;
    m_counting.request(m_workspace.filterWish());
}

void LinkedPanel::choose(core::Filter filter) {
    if (!(filter == m_workspace.filter()))
        m_workspace.setFilter(filter);
}

core::CategoryId LinkedPanel::shownAs(core::CategoryId id) const {
    const core::Category* const top = m_level->currentIndex() == 0 ? m_workspace.district()->categories().top(id) : nullptr;
    return top != nullptr ? top->id : id;
}

void LinkedPanel::take(const LinkedAnswer& answer) {
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    m_answer = answer;
    const core::LinkedCounts& counts = answer.counts;
    const core::Filter& filter = m_workspace.filter();
    m_total->setText(tr("%L1 of %L2 cases").arg(static_cast<qlonglong>(counts.total)).arg(static_cast<qlonglong>(answer.facts->count())));
    m_clear->setVisible(!(core::withoutLinked(filter) == filter));
    showCategories();

    std::vector<BarList::Row> rows;
    std::set<int> chosen;
    for (std::size_t i = 0; i < counts.states.size(); ++i) {
        const bool isChosen = std::find(filter.states.begin(), filter.states.end(), core::AllCaseStates[i]) != filter.states.end();
        if (counts.states[i] > 0 || isChosen)
            rows.push_back({static_cast<int>(i), word("states", core::caseStateKey(core::AllCaseStates[i])), counts.states[i]});
        if (isChosen)
            chosen.insert(static_cast<int>(i));
    }
    m_states->setRows(rows, chosen);

    rows.clear();
    chosen.clear();
    m_sourceKeys = answer.facts->sources();
    for (std::size_t i = 0; i < m_sourceKeys.size(); ++i) {
        const bool isChosen = std::find(filter.sources.begin(), filter.sources.end(), m_sourceKeys[i]) != filter.sources.end();
        if (counts.sources[i] > 0 || isChosen)
            rows.push_back({static_cast<int>(i), sourceName(*district, m_sourceKeys[i]), counts.sources[i]});
        if (isChosen)
            chosen.insert(static_cast<int>(i));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const BarList::Row& a, const BarList::Row& b) { return a.count > b.count; });
    m_sources->setRows(rows, chosen);
    m_week->setCounts(counts.hoursOfWeek, filter.hoursOfWeek);
    m_shown = m_asked;
}

void LinkedPanel::showCategories() {
    if (!m_answer || m_workspace.district() == nullptr)
        return;
    const core::CategoryRegister& categories = m_workspace.district()->categories();
    const core::Filter& filter = m_workspace.filter();
    std::map<core::CategoryId, std::int64_t> counts;
    for (const auto& [id, count] : m_answer->counts.categories)
        counts[categories.find(id) == nullptr ? core::CategoryId() : shownAs(id)] += count;
    for (const core::CategoryId id : filter.categories)
        counts.try_emplace(id, 0);
    std::vector<std::pair<core::CategoryId, std::int64_t>> sorted(counts.begin(), counts.end());
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    const auto isChosen = [&](core::CategoryId id) { return std::find(filter.categories.begin(), filter.categories.end(), id) != filter.categories.end(); };
    std::vector<BarList::Row> rows;
    std::set<int> chosen;
    std::size_t left = 0;
    m_categoryKeys.clear();
    for (const auto& [id, count] : sorted) {
        if (!m_showsAll && rows.size() >= MostFrequent && !isChosen(id)) {
            ++left;
            continue;
        }
        const core::Category* const category = categories.find(id);
        if (category == nullptr) {
            rows.push_back({NoneKey, tr("without a category"), count});
            continue;
        }
        const int key = static_cast<int>(m_categoryKeys.size());
        m_categoryKeys.push_back(id);
        rows.push_back({key, categoryName(*category), count});
        if (isChosen(id))
            chosen.insert(key);
    }
    if (left > 0)
        rows.push_back({MoreKey, tr("%n more …", "", static_cast<int>(left)), -1});
    m_categories->setRows(rows, chosen);
}

} // namespace gridwarden::app
