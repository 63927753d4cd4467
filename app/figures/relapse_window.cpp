// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/relapse_window.h"

#include "app/cases/case_labels.h"
#include "app/figures/survival_chart.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <unordered_set>

namespace gridwarden::app {

namespace {

const QString AddressChoice = QStringLiteral("address");

enum Column { Place, Category, Cleared, Returned, Early, Median, LastReturn, ColumnCount };

QTableWidgetItem* cell(const QString& text, bool isNumber) {
    auto* const item = new QTableWidgetItem(text);
    item->setTextAlignment((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    item->setToolTip(text);
    return item;
}

QString daysText(double days) { return QLocale().toString(days, 'f', days < 10 ? 1 : 0); }

QLabel* label(const QString& text, QWidget* of) {
    auto* const made = new QLabel(text);
    made->setBuddy(of);
    return made;
}

} // namespace

RelapseWindow::RelapseWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_cell(new QComboBox), m_within(new QComboBox), m_level(new QComboBox), m_groups(new QComboBox),
      m_table(new QTableWidget(0, ColumnCount)), m_summary(new QLabel), m_test(new QLabel), m_chart(new SurvivalChart),
      m_marks(new MarkedPlaces(MarkedPlaces::Look::Returning, this)),
      m_finding([this](std::shared_ptr<const RelapseAnswer> answer) {
          QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
      }) {
    setObjectName(QStringLiteral("relapseWindow"));
    setWindowTitle(tr("Cleared, then back again"));
    resize(1320, 660);
    build();
    for (QComboBox* const box : {m_cell, m_within, m_level, m_groups})
        connect(box, &QComboBox::currentIndexChanged, this, &RelapseWindow::ask);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &RelapseWindow::selectPlace);
    connect(m_marks, &MarkedPlaces::clicked, this, &RelapseWindow::selectMarked);
    connect(&workspace, &Workspace::filterChanged, this, &RelapseWindow::ask);
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_finding.forget();
        close();
    });
    ask();
}

void RelapseWindow::build() {
    const auto fill = [](QComboBox& box, const char* name, const std::vector<std::pair<QString, QVariant>>& choices, int chosen) {
        box.setObjectName(QLatin1String(name));
        for (const auto& [text, value] : choices)
            box.addItem(text, value);
        box.setCurrentIndex(chosen);
    };
    std::vector<std::pair<QString, QVariant>> cells, withins;
    for (const int metres : {50, 100, 200, 500})
        cells.emplace_back(tr("squares of %1 m").arg(metres), metres);
    cells.emplace_back(tr("the same address"), AddressChoice);
    const core::District* const district = m_workspace.district();
    for (const core::AreaKind kind : {core::AreaKind::Road, core::AreaKind::Cell, core::AreaKind::Grid, core::AreaKind::Community})
        if (district != nullptr && !district->areas().ofKind(kind, district->timeZone().day(core::now())).empty())
            cells.emplace_back(word("area_kinds", core::areaKindKey(kind)), QString::fromUtf8(core::areaKindKey(kind).data()));
    for (const int days : {7, 14, 30, 60, 90})
        withins.emplace_back(tr("%n day(s)", "", days), days);
    fill(*m_cell, "relapseCell", cells, 1);
    fill(*m_within, "relapseWithin", withins, 2);
    fill(*m_level, "relapseLevel", {{tr("Category"), 0}, {tr("Big class"), 1}}, 0);
    fill(*m_groups, "relapseGroups",
         {{tr("nothing"), QVariant()},
          {tr("organisation"), static_cast<int>(core::TallyKey::Organisation)},
          {tr("method of handling"), static_cast<int>(core::TallyKey::Method)},
          {tr("road grade"), static_cast<int>(core::TallyKey::RoadGrade)},
          {tr("big class"), static_cast<int>(core::TallyKey::CategoryTop)},
          {tr("source"), static_cast<int>(core::TallyKey::Source)}},
         0);
    m_table->setObjectName(QStringLiteral("relapseTable"));
    m_table->setHorizontalHeaderLabels({tr("Place"), tr("Category"), tr("Cleared"), tr("Came back"), tr("Within the days"), tr("Median days"), tr("Last return")});
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setSectionResizeMode(Place, QHeaderView::Stretch);
    m_summary->setObjectName(QStringLiteral("relapseSummary"));
    m_summary->setWordWrap(true);
    m_test->setObjectName(QStringLiteral("relapseTest"));
    m_test->setWordWrap(true);
    m_test->setTextFormat(Qt::RichText);
    m_test->setTextInteractionFlags(Qt::TextSelectableByMouse);

    auto* const options = new QHBoxLayout;
    options->setSpacing(8);
    for (const auto& [text, box] : {std::pair(tr("&Place:"), m_cell), {tr("Back &within:"), m_within}, {tr("&Same problem:"), m_level}, {tr("&Compare by:"), m_groups}}) {
        options->addWidget(label(text, box));
        options->addWidget(box);
        options->addSpacing(8);
    }
    options->addStretch();
    auto* const side = new QWidget;
    auto* const column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_chart, 1);
    column->addWidget(m_test);
    auto* const parts = new QSplitter;
    parts->addWidget(m_table);
    parts->addWidget(side);
    parts->setStretchFactor(0, 1);
    parts->setSizes({900, 400});
    parts->setChildrenCollapsible(false);
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->setSpacing(8);
    all->addLayout(options);
    all->addWidget(m_summary);
    all->addWidget(parts, 1);
}

void RelapseWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

core::PlaceChoice RelapseWindow::placeChoice() const {
    const QVariant chosen = m_cell->currentData();
    if (chosen == AddressChoice)
        return {std::nullopt, 100, /*byAddress=*/true};
    if (chosen.typeId() == QMetaType::QString)
        return {core::areaKindFromKey(chosen.toString().toStdString()), 100};
    return {std::nullopt, chosen.toDouble()};
}

void RelapseWindow::ask() {
    if (m_workspace.district() == nullptr)
        return;
    RelapseWish wish{m_workspace.filterWish(),
                     placeChoice(),
                     {m_level->currentIndex() == 0 ? core::CategoryLevel::Exact : core::CategoryLevel::Top, m_within->currentData().toInt()},
                     {}};
    if (const QVariant key = m_groups->currentData(); key.isValid())
        wish.groups = static_cast<core::TallyKey>(key.toInt());
    ++m_asked;
    m_finding.request(std::move(wish));
    m_summary->setText(tr("Looking for what came back …"));
}

void RelapseWindow::take(const std::shared_ptr<const RelapseAnswer>& answer) {
    if (m_workspace.district() == nullptr)
        return;
    m_answer = answer;
    m_shown = m_asked;
    fillTable();
    markPlaces();
    drawCurves();
}

QString RelapseWindow::curveText(const core::SurvivalCurve& curve) const {
    const QString median = curve.median ? tr("half of them were back after %1 days").arg(daysText(*curve.median)) : tr("fewer than half of them came back");
    return tr("%L1 clearings, %L2 came back, %L3 are clear until now (censored); %4").arg(curve.spells).arg(curve.events).arg(curve.censored).arg(median);
}

QString RelapseWindow::placeText(std::size_t place) const {
    const core::RelapsePlace& found = m_answer->relapses.places[place];
    if (const core::Area* const area = m_workspace.district()->areas().find(m_answer->places.area(found.place)))
        return areaLabel(*area);
    if (const std::string_view name = m_answer->places.name(found.place); !name.empty())
        return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    const core::Selection rows = m_answer->relapses.rowsOf(found);
    const core::CaseFact fact = (*m_answer->facts)[rows.back()];
    const core::Area* const grid = m_workspace.district()->areas().find(fact.grid);
    const QString address = place < m_answer->addresses.size() ? QString::fromStdString(m_answer->addresses[place]) : QString();
    const QString where = grid != nullptr ? areaLabel(*grid) : tr("outside every grid");
    return address.isEmpty() ? where : QString(where + u" · " + address);
}

void RelapseWindow::fillTable() {
    const core::CategoryRegister& categories = m_workspace.district()->categories();
    const core::TimeZone& zone = m_workspace.district()->timeZone();
    const auto& places = m_answer->relapses.places;
    const auto returning = static_cast<std::size_t>(std::count_if(places.begin(), places.end(), [](const core::RelapsePlace& place) { return place.relapses > 0; }));
    const std::size_t listed = std::min(returning, RelapseAnswer::MostListed); // those that came back are the first
    m_table->setHorizontalHeaderItem(Early, new QTableWidgetItem(tr("within %n day(s)", "", m_answer->options.withinDays)));
    const QSignalBlocker silent(m_table);
    m_table->clearSelection();
    m_table->setRowCount(static_cast<int>(listed));
    for (std::size_t i = 0; i < listed; ++i) {
        const core::RelapsePlace& place = places[i];
        const int row = static_cast<int>(i);
        const core::Category* const category = categories.find(place.category);
        m_table->setItem(row, Place, cell(placeText(i), false));
        m_table->setItem(row, Category, cell(category != nullptr ? categoryName(*category) : tr("without a category"), false));
        m_table->setItem(row, Cleared, cell(QLocale().toString(place.spells), true));
        m_table->setItem(row, Returned, cell(QLocale().toString(place.relapses), true));
        m_table->setItem(row, Early, cell(QLocale().toString(place.earlyRelapses), true));
        m_table->setItem(row, Median, cell(place.medianDays ? daysText(*place.medianDays) : tr("—"), true));
        m_table->setItem(row, LastReturn, cell(shortTime(core::Moment(core::seconds(place.lastReturn)), zone, core::now()), false));
    }
    for (int column = Category; column < ColumnCount; ++column)
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(Category, std::min(m_table->columnWidth(Category), 140));
    QString text = tr("%L1 places with a category were cleared, %L2 of them relapsed.").arg(places.size()).arg(returning);
    if (returning > listed)
        text += u' ' + tr("The first %L1 are listed.").arg(listed);
    const core::Filter& filter = m_workspace.filter();
    if (filter.from || filter.to)
        text += u' ' + tr("The days of the filter are left out here: a return after them would not be seen.");
    m_summary->setText(text);
}

QString RelapseWindow::groupText(const core::TallyValue& value) const {
    const core::District& district = *m_workspace.district();
    switch (static_cast<core::TallyKey>(m_groups->currentData().toInt())) {
    case core::TallyKey::Organisation:
        if (value.id != 0)
            return handlerLabel(district.people(), core::OrganisationId(value.id), {});
        return tr("nobody");
    case core::TallyKey::CategoryTop:
        if (const core::Category* const category = district.categories().find(core::CategoryId(value.id)))
            return categoryName(*category);
        return tr("without a category");
    case core::TallyKey::Method:
        return value.text ? methodName(district, *value.text) : tr("method not said");
    case core::TallyKey::RoadGrade:
        return value.text ? word("road_grades", *value.text) : tr("not on a road with a grade");
    default:
        return value.text ? sourceName(district, *value.text) : tr("without a source");
    }
}

void RelapseWindow::drawCurves() {
    std::vector<core::SurvivalCurve> curves;
    QStringList texts;
    const auto add = [&](const QString& name, const core::SurvivalCurve& curve) {
        texts << QString(SurvivalChart::mark(curves.size()) + u" <b>" + name.toHtmlEscaped() + u"</b> " + curveText(curve));
        curves.push_back(curve);
    };
    if (m_answer->groups.empty()) {
        add(tr("all places"), m_answer->all);
        texts << tr("The shade is the 95 % interval.");
    } else {
        for (const RelapseGroup& group : m_answer->groups)
            if (curves.size() < SurvivalChart::MostLines)
                add(groupText(group.value), group.curve);
        if (m_answer->groups.size() > curves.size())
            texts << tr("%n more group(s) are part of the test and not drawn.", "", static_cast<int>(m_answer->groups.size() - curves.size()));
        const core::LogRank& test = *m_answer->test;
        const QString p = test.p < 0.0001 ? QStringLiteral("&lt; 0.0001") : QString(u"= " + QLocale().toString(test.p, 'f', 4));
        texts << (test.degreesOfFreedom == 0 ? tr("There is nothing to compare.")
                                             : tr("Log-rank test: χ² = %1 with %2 degree(s) of freedom, p %3. A small p says that the groups differ, not why.")
                                                   .arg(QLocale().toString(test.chiSquared, 'f', 2))
                                                   .arg(test.degreesOfFreedom)
                                                   .arg(p));
    }
    m_chart->setCurves(curves, std::max(90.0, 3.0 * m_answer->options.withinDays));
    m_test->setText(QString(u"<p style=\"line-height:130%\">" + texts.join(QStringLiteral("<br>")) + u"</p>"));
}

void RelapseWindow::markPlaces() {
    m_marked.clear();
    std::vector<MarkedPlaces::Place> places;
    std::unordered_set<std::uint32_t> known;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const std::uint32_t square = m_answer->relapses.places[static_cast<std::size_t>(row)].place;
        if (!known.insert(square).second)
            continue;
        m_marked.push_back(square);
        places.push_back({m_answer->places.box(square)});
    }
    m_marks->setPlaces(std::move(places), tr("Cleared, then back again"));
}

void RelapseWindow::selectMarked(std::size_t mark) {
    const auto& places = m_answer->relapses.places;
    const auto found = std::find_if(places.begin(), places.end(), [&](const core::RelapsePlace& place) { return place.place == m_marked[mark]; });
    const int row = static_cast<int>(found - places.begin()); // the first that it has
    const QScopedValueRollback<bool> fromMap(m_isOnMap, true);
    m_table->selectRow(row);
    m_table->scrollToItem(m_table->item(row, 0));
}

void RelapseWindow::selectPlace() {
    const int row = m_table->currentRow();
    if (!m_answer || row < 0 || m_table->selectedItems().isEmpty())
        return;
    const core::RelapsePlace& place = m_answer->relapses.places[static_cast<std::size_t>(row)];
    const auto mark = std::find(m_marked.begin(), m_marked.end(), place.place);
    if (mark != m_marked.end())
        m_marks->select(static_cast<std::size_t>(mark - m_marked.begin()));
    std::vector<core::CaseId> ids;
    for (const std::uint32_t found : m_answer->relapses.rowsOf(place))
        ids.push_back((*m_answer->facts)[found].id);
    m_workspace.selectCases(std::move(ids));
    if (!m_isOnMap)
        m_workspace.requestZoom(m_answer->places.box(place.place));
}

} // namespace gridwarden::app
