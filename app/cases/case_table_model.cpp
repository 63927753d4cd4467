// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_table_model.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QApplication>
#include <QLocale>
#include <QTimer>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int PageRows = 64;
constexpr int KeptTexts = 8192;
constexpr std::size_t LongestPreciseChange = 2000; // beyond it a view is faster off starting anew
constexpr auto ClockTick = std::chrono::minutes(1);

bool isRightAligned(CaseColumn column) { return column == CaseColumn::Quantity || column == CaseColumn::Remaining; }

} // namespace

CaseTableModel::CaseTableModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent), m_workspace(workspace), m_facts(workspace.facts()), m_texts(KeptTexts) {
    connect(&workspace, &Workspace::filteredChanged, this, &CaseTableModel::refill);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything) {
            m_texts.clear();
            ++m_numbers;
        }
        for (const std::int64_t id : touched.cases)
            m_texts.remove(id);
    });
    const auto startAnew = [this] {
        m_texts.clear();
        ++m_numbers;
    };
    connect(&workspace, &Workspace::districtOpened, this, startAnew);
    connect(&workspace, &Workspace::districtClosed, this, startAnew);
    auto* timer = new QTimer(this);
    connect(timer, &QTimer::timeout, this, &CaseTableModel::tick);
    timer->start(ClockTick);
    refill();
}

int CaseTableModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_rows.size()); }

int CaseTableModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : CaseColumnCount; }

core::CaseId CaseTableModel::caseAt(int row) const { return fact(row).id; }

int CaseTableModel::rowOf(core::CaseId id) const {
    const auto factRow = m_facts->rowOf(id);
    if (!factRow)
        return -1;
    if (m_positions.empty()) {
        m_positions.assign(m_facts->size(), -1);
        for (std::size_t i = 0; i < m_rows.size(); ++i)
            m_positions[m_rows[i]] = static_cast<std::int32_t>(i);
    }
    return m_positions[*factRow];
}

bool CaseTableModel::isTooMuchToSort(CaseColumn column) const {
    return isSortedByText(column) && m_workspace.filtered().size() > MostRowsByText;
}

void CaseTableModel::arrange() {
    CaseOrderWish wish;
    wish.facts = m_workspace.filteredFacts();
    wish.rows = m_workspace.filteredRows();
    wish.column = m_wantedColumn;
    wish.order = m_wantedOrder;
    wish.asOf = core::now();
    wish.number = ++m_asked;
    const core::District* const district = m_workspace.district();
    if (district == nullptr) {
        if (m_beside)
            m_beside->forget();
        return take({std::move(wish), core::Selection()});
    }
    if (m_workspace.isBusy() && (wish.column == CaseColumn::Number || isSortedByText(wish.column)))
        return take({std::move(wish), core::fail(core::ErrorCode::Refused, m_workspace.whyBusy())});
    wish.areas = district->areaSnapshot();
    wish.categories = district->categorySnapshot();
    wish.people = district->peopleSnapshot();
    for (const std::string& key : wish.facts->sources())
        wish.sourceNames.push_back(sourceName(*district, key));
    wish.district = district->path();
    wish.numbers = m_numbers;
    if (!m_workspace.countsBeside()) {
        auto rows = m_caseOrder.sorted(wish, [this] { return core::Result<core::Connection*>(&m_workspace.district()->connection()); });
        return take({std::move(wish), std::move(rows)});
    }
    if (!m_beside)
        m_beside = std::make_unique<LatestWish<CaseOrderWish>>([this, caseOrder = std::make_shared<CaseOrder>()](const CaseOrderWish& next, const std::stop_token&) {
            std::optional<core::Connection> own;
            auto rows = caseOrder->sorted(next, [&]() -> core::Result<core::Connection*> {
                auto opened = core::Connection::open(next.district, core::Connection::Access::ReadOnly);
                if (!opened)
                    return core::fail(opened);
                own = std::move(*opened);
                return &*own;
            });
            QMetaObject::invokeMethod(this, [this, answer = Arranged{next, std::move(rows)}]() mutable { take(std::move(answer)); }, Qt::QueuedConnection);
        });
    m_beside->request(std::move(wish));
}

void CaseTableModel::take(Arranged arranged) {
    if (arranged.wish.number <= m_answered)
        return;
    m_answered = arranged.wish.number;
    if (!arranged.rows) {
        m_wantedColumn = m_column;
        m_wantedOrder = m_order;
        m_workspace.notifyFault(arranged.rows.error());
        emit sortRefused();
        return;
    }
    const bool isOtherOrder = arranged.wish.column != m_column || arranged.wish.order != m_order;
    m_cells = m_workspace.district() != nullptr
                  ? CaseCells(*m_workspace.district(), *arranged.wish.facts, arranged.wish.asOf)
                  : CaseCells();
    m_column = arranged.wish.column;
    m_order = arranged.wish.order;
    if (isOtherOrder && arranged.wish.facts == m_facts && arranged.wish.rows == m_source)
        reorder(std::move(*arranged.rows));
    else
        replace(std::move(*arranged.rows), arranged.wish);
}

void CaseTableModel::refill() {
    if (isTooMuchToSort(m_wantedColumn)) {
        m_wantedColumn = m_column = CaseColumn::Reported;
        m_wantedOrder = m_order = Qt::DescendingOrder;
        emit sortRefused();
    }
    arrange();
}

void CaseTableModel::sort(int column, Qt::SortOrder order) {
    const auto wanted = static_cast<CaseColumn>(column);
    if (column < 0 || column >= CaseColumnCount || (wanted == m_wantedColumn && order == m_wantedOrder))
        return;
    if (isTooMuchToSort(wanted)) {
        m_workspace.notify(NoticeKind::Note, tr("Too many cases to sort by this column. Narrow the filter to %1 or fewer.")
                                                 .arg(QLocale().toString(static_cast<qulonglong>(MostRowsByText))));
        emit sortRefused();
        return;
    }
    m_wantedColumn = wanted;
    m_wantedOrder = order;
    arrange();
}

void CaseTableModel::reorder(core::Selection rows) {
    emit layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<core::CaseId> cases;
    for (const QModelIndex& index : before)
        cases.push_back(caseAt(index.row()));
    m_rows = std::move(rows);
    m_positions.clear();
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i)
        after << index(rowOf(cases[static_cast<std::size_t>(i)]), before[i].column());
    changePersistentIndexList(before, after);
    emit layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Takes new rows as the precise difference to the old ones: one piece in the middle that goes and one that comes.
void CaseTableModel::replace(core::Selection rows, const CaseOrderWish& wish) {
    const auto newFacts = wish.facts;
    m_source = wish.rows;
    const auto [oldHead, newHead] = std::mismatch(m_rows.begin(), m_rows.end(), rows.begin(), rows.end());
    const auto head = static_cast<int>(oldHead - m_rows.begin());
    const auto reversed = std::mismatch(m_rows.rbegin(), std::make_reverse_iterator(oldHead), rows.rbegin(),
                                        std::make_reverse_iterator(newHead));
    const auto tail = static_cast<int>(reversed.first - m_rows.rbegin());
    const int going = static_cast<int>(m_rows.size()) - head - tail;
    const int coming = static_cast<int>(rows.size()) - head - tail;
    if (static_cast<std::size_t>(going + coming) > LongestPreciseChange) {
        beginResetModel();
        m_facts = newFacts;
        m_rows = std::move(rows);
        m_positions.clear();
        endResetModel();
        return;
    }
    if (going > 0) {
        beginRemoveRows({}, head, head + going - 1);
        m_rows.erase(m_rows.begin() + head, m_rows.begin() + head + going);
        m_positions.clear();
        endRemoveRows();
    }
    m_facts = newFacts;
    m_positions.clear();
    if (coming > 0) {
        beginInsertRows({}, head, head + coming - 1);
        m_rows.insert(m_rows.begin() + head, rows.begin() + head, rows.begin() + head + coming);
        endInsertRows();
    }
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, CaseColumnCount - 1));
}

void CaseTableModel::tick() {
    m_cells.setAsOf(core::now());
    if (!m_rows.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, CaseColumnCount - 1), {Qt::DisplayRole, Qt::DecorationRole});
}

const core::CaseText& CaseTableModel::textOf(int row, CaseColumn column) const {
    static const core::CaseText nothing;
    const bool isInFile =
        column == CaseColumn::Number || isSortedByText(column) ||
        (column == CaseColumn::Category && m_workspace.district()->categories().find(fact(row).category) == nullptr);
    if (!isInFile)
        return nothing;
    const std::int64_t wanted = caseAt(row).value();
    if (const core::CaseText* known = m_texts.object(wanted))
        return *known;
    if (!m_workspace.district() || m_workspace.isBusy())
        return nothing;
    std::vector<core::CaseId> page;
    const int first = row - row % PageRows;
    for (int i = first; i < std::min(first + PageRows, rowCount()); ++i)
        page.push_back(caseAt(i));
    const auto texts = core::loadTexts(m_workspace.district()->connection(), page);
    if (!texts)
        return nothing;
    for (const core::CaseText& text : *texts)
        m_texts.insert(text.id.value(), new core::CaseText(text));
    const core::CaseText* loaded = m_texts.object(wanted);
    return loaded ? *loaded : nothing;
}

QString CaseTableModel::shortText(int row, CaseColumn column) const {
    const CellValue value =
        column == CaseColumn::Lamp ? CellValue() : m_cells.value(fact(row), textOf(row, column), column);
    const auto* moment = std::get_if<core::Moment>(&value);
    return moment ? shortTime(*moment, m_cells.timeZone(), m_cells.asOf()) : plainText(value, m_cells.timeZone());
}

QString CaseTableModel::fullText(int row, CaseColumn column) const {
    return m_cells.plainText(fact(row), textOf(row, column), column);
}

QVariant CaseTableModel::toolTip(int row, CaseColumn column) const {
    switch (column) {
    case CaseColumn::Lamp:
    case CaseColumn::Reported:
    case CaseColumn::Due:
    case CaseColumn::Closed:
        return fullText(row, column);
    case CaseColumn::Remaining:
        return fullText(row, CaseColumn::Due);
    case CaseColumn::Grid:
        return areaTrail(m_workspace.district()->areas(), fact(row).grid, std::nullopt);
    case CaseColumn::Description:
    case CaseColumn::Address:
    case CaseColumn::Category:
    case CaseColumn::Handler:
        return fullText(row, column);
    default:
        return {};
    }
}

QVariant CaseTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || !m_workspace.district())
        return {};
    const auto column = static_cast<CaseColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return shortText(index.row(), column);
    case PlainRole:
        return fullText(index.row(), column);
    case Qt::ToolTipRole:
        return toolTip(index.row(), column);
    case Qt::DecorationRole:
        return column == CaseColumn::Lamp ? QVariant(lampIcon(fact(index.row()).lampAt(m_cells.asOf()))) : QVariant();
    case Qt::ForegroundRole:
        if (column == CaseColumn::Remaining && fact(index.row()).lampAt(m_cells.asOf()) != core::Lamp::None)
            return lampTextColour(fact(index.row()).lampAt(m_cells.asOf()), QApplication::palette());
        return {};
    case Qt::TextAlignmentRole:
        return static_cast<int>((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant CaseTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= CaseColumnCount)
        return {};
    const auto column = static_cast<CaseColumn>(section);
    if (role == Qt::DisplayRole)
        return column == CaseColumn::Lamp ? QString() : columnTitle(column);
    if (role == Qt::ToolTipRole)
        return columnTitle(column);
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isRightAligned(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace gridwarden::app
