// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/hot_spot_window.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QScopedValueRollback>
#include <QTableWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <map>

namespace gridwarden::app {

namespace {

constexpr double BandOfCells = 3; // as wide as so many squares
constexpr double Significant = 0.05;

QString number(double value, int decimals) { return QLocale().toString(value, 'f', decimals); }
QString probability(double p) { return p < 0.0001 ? QStringLiteral("< 0.0001") : number(p, 4); }

} // namespace

HotSpotWindow::HotSpotWindow(Workspace& workspace, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_method(new QComboBox), m_cell(new QComboBox), m_summary(new QLabel), m_footnote(new QLabel),
      m_table(new QTableWidget), m_marks(new MarkedPlaces(MarkedPlaces::Look::Crowded, this)), m_finding([this](std::shared_ptr<const HotSpotAnswer> answer) {
          QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { take(answer); }, Qt::QueuedConnection);
      }) {
    setObjectName(QStringLiteral("hotSpotWindow"));
    setWindowTitle(tr("Hot spots"));
    resize(820, 560);
    build();
    connect(m_method, &QComboBox::currentIndexChanged, this, &HotSpotWindow::ask);
    connect(m_cell, &QComboBox::currentIndexChanged, this, &HotSpotWindow::ask);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &HotSpotWindow::selectSpot);
    connect(m_marks, &MarkedPlaces::clicked, this, &HotSpotWindow::selectRow);
    connect(&workspace, &Workspace::filterChanged, this, &HotSpotWindow::ask);
    connect(&workspace, &Workspace::districtClosing, this, [this] {
        m_finding.forget();
        close();
    });
    ask();
}

void HotSpotWindow::build() {
    m_method->setObjectName(QStringLiteral("hotSpotMethod"));
    m_method->addItem(tr("crowded squares (Getis–Ord Gi*)"));
    m_method->addItem(tr("new in the last weeks (permutation scan)"));
    m_cell->setObjectName(QStringLiteral("hotSpotCell"));
    for (const int metres : {100, 200, 250, 500, 1000})
        m_cell->addItem(tr("%1 m").arg(metres), metres);
    m_cell->setCurrentIndex(2);
    m_table->setObjectName(QStringLiteral("hotSpotTable"));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_summary->setObjectName(QStringLiteral("hotSpotSummary"));
    m_footnote->setObjectName(QStringLiteral("hotSpotMethodText"));
    for (QLabel* const text : {m_summary, m_footnote})
        text->setWordWrap(true);
    auto* const options = new QHBoxLayout;
    options->setSpacing(8);
    for (const auto& [title, box] : {std::pair(tr("&Look for:"), m_method), {tr("&Squares of:"), m_cell}}) {
        auto* const label = new QLabel(title);
        label->setBuddy(box);
        options->addWidget(label);
        options->addWidget(box);
        options->addSpacing(8);
    }
    options->addStretch();
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(12, 12, 12, 12);
    all->setSpacing(8);
    all->addLayout(options);
    all->addWidget(m_summary);
    all->addWidget(m_table, 1);
    all->addWidget(m_footnote);
}

bool HotSpotWindow::isScan() const { return m_method->currentIndex() == 1; }

void HotSpotWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void HotSpotWindow::ask() {
    if (m_workspace.district() == nullptr)
        return;
    HotSpotWish wish{m_workspace.filterWish(), {}};
    const double metres = m_cell->currentData().toDouble();
    if (isScan()) {
        core::NewClusterOptions options;
        options.cellMetres = metres;
        options.scan.maxRadiusMetres = std::max(options.scan.maxRadiusMetres, 2 * metres);
        wish.options = options;
    } else {
        core::HotSpotOptions options;
        options.cellMetres = metres;
        options.bandMetres = BandOfCells * metres;
        options.kind = m_workspace.filter().kind;
        wish.options = options;
    }
    ++m_asked;
    m_summary->setText(tr("Looking …"));
    m_finding.request(std::move(wish));
}

void HotSpotWindow::take(const std::shared_ptr<const HotSpotAnswer>& answer) {
    if (m_workspace.district() == nullptr)
        return;
    m_answer = answer;
    m_shown = m_asked;
    const QSignalBlocker silent(m_table);
    m_table->clear();
    m_table->setRowCount(0);
    m_spots.clear();
    if (!answer->found) {
        markSpots();
        m_summary->setText(text(answer->found.error()));
        m_footnote->clear();
        return;
    }
    std::visit([this](const auto& found) { list(found); }, *answer->found);
    markSpots();
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (int column = 1; column < m_table->columnCount(); ++column)
        m_table->resizeColumnToContents(column);
}

QString HotSpotWindow::placeOf(const core::Selection& rows) const {
    std::map<core::AreaId, std::size_t> counts;
    for (const std::uint32_t row : rows)
        ++counts[(*m_answer->facts)[row].grid];
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    const core::Area* const grid = most == counts.end() ? nullptr : m_workspace.district()->areas().find(most->first);
    return grid != nullptr ? areaLabel(*grid) : tr("outside every grid");
}

void HotSpotWindow::addRow(const QStringList& texts, Spot spot) {
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    for (int column = 0; column < texts.size(); ++column) {
        auto* const item = new QTableWidgetItem(texts[column]);
        item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
        m_table->setItem(row, column, item);
    }
    m_spots.push_back(std::move(spot));
}

void HotSpotWindow::list(const core::HotSpots& found) {
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Square in"), tr("Cases"), tr("z"), tr("p"), tr("p, adjusted")});
    std::size_t hot = 0, cold = 0;
    for (const core::HotSpotCell& cell : found.cells) {
        if (cell.heat == core::Heat::Cold)
            ++cold;
        if (cell.heat != core::Heat::Hot)
            continue;
        ++hot;
        const auto rows = found.rowsOf(cell);
        core::Selection selection(rows.begin(), rows.end());
        const QString place = selection.empty() ? tr("among crowded squares") : placeOf(selection);
        addRow({place, QLocale().toString(cell.cases), number(cell.z, 2), probability(cell.p), probability(cell.adjustedP)},
               {std::move(selection), {found.lattice.box(cell.cell)}});
    }
    m_summary->setText(hot == 0 ? tr("No square is a hot spot: the cases lie as chance would have it.")
                                : tr("%L1 of %L2 squares are hot spots; %L3 are cold spots.").arg(hot).arg(found.cells.size()).arg(cold));
    m_footnote->setText(tr("Gi* of the counts in squares of %1 m, with those within %2 m; %L3 cases in the study area, %L4 beyond it. p is two-sided, adjusted for the number of "
                              "squares by Benjamini and Hochberg: of the squares named here at most %5 % are so by chance, on average.")
                               .arg(found.options.cellMetres)
                               .arg(found.options.bandMetres)
                               .arg(found.cases)
                               .arg(found.casesBeyond)
                               .arg(100 * found.options.falseDiscoveryRate));
}

void HotSpotWindow::list(const core::NewClusters& found) {
    m_table->setColumnCount(6);
    m_table->setHorizontalHeaderLabels({tr("Cluster around"), tr("Since"), tr("Cases"), tr("Expected"), tr("Radius"), tr("p")});
    std::size_t significant = 0;
    for (const core::NewCluster& cluster : found.clusters) {
        if (cluster.p > Significant)
            continue;
        ++significant;
        MarkedPlaces::Place squares;
        for (const std::uint32_t cell : cluster.cells)
            squares.push_back(found.lattice.box(cell));
        addRow({placeOf(cluster.rows), QString::fromStdString(core::dayText(cluster.days.from)), QLocale().toString(static_cast<qulonglong>(cluster.rows.size())),
                number(cluster.expected, 1), distanceText(cluster.radiusMetres), probability(cluster.p)},
               {cluster.rows, std::move(squares)});
    }
    m_summary->setText(significant == 0 ? tr("No new cluster: no place has more than its share of the last days' cases.")
                                        : tr("%n new cluster(s) that chance would hardly make.", "", static_cast<int>(significant)));
    m_footnote->setText(tr("Space–time permutation scan of %L1 cases from %2 to %3 in squares of %4 m, 999 permutations; clusters with p ≤ 0.05. It compares places with each other: a place that "
                              "always has many cases is no cluster. The days of the filter are left out.")
                               .arg(found.cases)
                               .arg(QString::fromStdString(core::dayText(found.days.from)), QString::fromStdString(core::dayText(found.days.to)))
                               .arg(found.lattice.sizeMetres()));
}

void HotSpotWindow::markSpots() {
    std::vector<MarkedPlaces::Place> places;
    for (const Spot& spot : m_spots)
        places.push_back(spot.squares);
    m_marks->setPlaces(std::move(places), isScan() ? tr("New cluster") : tr("Hot spot"));
}

void HotSpotWindow::selectRow(std::size_t row) {
    const QScopedValueRollback<bool> fromMap(m_isOnMap, true);
    m_table->selectRow(static_cast<int>(row));
    m_table->scrollToItem(m_table->item(static_cast<int>(row), 0));
}

void HotSpotWindow::selectSpot() {
    const int row = m_table->currentRow();
    if (!m_answer || row < 0 || row >= static_cast<int>(m_spots.size()) || m_table->selectedItems().isEmpty())
        return;
    const Spot& spot = m_spots[static_cast<std::size_t>(row)];
    m_marks->select(static_cast<std::size_t>(row));
    std::vector<core::CaseId> ids;
    for (const std::uint32_t found : spot.rows)
        ids.push_back((*m_answer->facts)[found].id);
    m_workspace.selectCases(std::move(ids));
    if (m_isOnMap)
        return;
    core::GeoBox box;
    for (const core::GeoBox& square : spot.squares)
        box.include(square);
    m_workspace.requestZoom(box);
}

} // namespace gridwarden::app
