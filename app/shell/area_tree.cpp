// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/area_tree.h"

#include "app/text/message_text.h"

#include <QLocale>
#include <QPointer>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr int Deepest = 8;             // a circle in the memberships ends here
constexpr int RecountDelayMs = 120;
constexpr std::size_t MostLocated = 200'000; // open cases that are located in cells and the like

} // namespace

AreaTree::AreaTree(Workspace& workspace, Jobs* jobs, QObject* parent)
    : QAbstractItemModel(parent), m_workspace(workspace), m_jobs(jobs), m_root(std::make_unique<Node>()) {
    m_recount.setSingleShot(true);
    m_recount.setInterval(RecountDelayMs);
    connect(&m_recount, &QTimer::timeout, this, &AreaTree::recount);
    connect(&workspace, &Workspace::districtOpened, this, &AreaTree::rebuild);
    connect(&workspace, &Workspace::districtClosed, this, &AreaTree::rebuild);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.areas || touched.everything)
            rebuild();
        else if (!m_recount.isActive()) // one change after the other does not put it off
            m_recount.start();
    });
    rebuild();
}

AreaTree::~AreaTree() {
    if (m_jobs != nullptr)
        m_jobs->cancel(m_job);
}

void AreaTree::rebuild() {
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_counts.clear();
    m_areas.reset();
    if (const core::District* const district = m_workspace.district()) {
        m_areas = district->areaSnapshot();
        const core::Day today = district->timeZone().day(core::now());
        for (const core::AreaKind kind : core::AllAreaKinds)
            for (const core::Area* const area : m_areas->ofKind(kind, today))
                if (m_areas->parents(area->id, today).empty()) {
                    auto node = std::make_unique<Node>();
                    node->area = area->id;
                    node->parent = m_root.get();
                    node->row = static_cast<int>(m_root->children.size());
                    addChildren(*node, today, 1);
                    m_root->children.push_back(std::move(node));
                }
    }
    endResetModel();
    recount();
}

void AreaTree::addChildren(Node& node, core::Day today, int depth) {
    if (depth > Deepest)
        return;
    std::vector<const core::Area*> children = m_areas->children(node.area, today);
    std::sort(children.begin(), children.end(), [](const core::Area* a, const core::Area* b) {
        return std::pair(a->kind, std::string_view(a->code)) < std::pair(b->kind, std::string_view(b->code));
    });
    for (const core::Area* const child : children) {
        auto each = std::make_unique<Node>();
        each->area = child->id;
        each->parent = &node;
        each->row = static_cast<int>(node.children.size());
        addChildren(*each, today, depth + 1);
        node.children.push_back(std::move(each));
    }
}

/// Cases are located in areas one by one: that is a job.
void AreaTree::recount() {
    if (m_jobs != nullptr)
        m_jobs->cancel(std::exchange(m_job, 0));
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const auto counts = std::make_shared<Counts>();
    const auto work = [counts, facts = m_workspace.facts(), areas = m_areas, categories = district->categorySnapshot(), zone = district->timeZone(), asOf = core::now()] {
        *counts = countsOf({facts.get(), areas.get(), categories.get(), zone, asOf, nullptr});
    };
    if (m_jobs == nullptr) {
        work();
        take(std::move(*counts));
        return;
    }
    const auto number = std::make_shared<int>(0);
    m_job = m_jobs->start(tr("Counting"), [work](const Jobs::Progress&, std::stop_token) { work(); }, [self = QPointer<AreaTree>(this), counts, number] {
        if (self && self->m_job == *number) // else there is something newer to count
            self->take(std::move(*counts));
    });
    *number = m_job;
}

AreaTree::Counts AreaTree::countsOf(const core::FiguresContext& context) {
    Counts counts;
    core::Selection open;
    context.facts->each([&](std::size_t row, const core::CaseFact& fact) {
        if (core::classOf(fact.stateAt(context.asOf)) == core::CaseClass::Open)
            open.push_back(static_cast<std::uint32_t>(row));
    });
    for (const core::AreaKind kind : core::AllAreaKinds) {
        if (!Jobs::goesOn())
            break;
        if (context.areas->ofKind(kind).empty() || (open.size() > MostLocated && kind != core::AreaKind::Grid))
            continue;
        const std::vector<core::AreaId> areas = core::areasOf(context, open, kind, core::GridsOf::Then);
        for (std::size_t i = 0; i < areas.size(); ++i)
            if (!areas[i].isNull()) {
                Count& count = counts[areas[i].value()];
                ++count.open;
                count.overdue += (*context.facts)[open[i]].isOverdueAt(context.asOf) ? 1 : 0;
            }
    }
    return counts;
}

void AreaTree::take(Counts counts) {
    m_job = 0;
    m_counts = std::move(counts);
    const auto tell = [this](const auto& self, const QModelIndex& parent) -> void {
        const int rows = rowCount(parent);
        if (rows == 0)
            return;
        emit dataChanged(index(0, OpenColumn, parent), index(rows - 1, OpenColumn, parent));
        for (int row = 0; row < rows; ++row)
            self(self, index(row, NameColumn, parent));
    };
    tell(tell, {});
}

const AreaTree::Node& AreaTree::nodeOf(const QModelIndex& index) const {
    return index.isValid() ? *static_cast<const Node*>(index.internalPointer()) : *m_root;
}

QModelIndex AreaTree::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, nodeOf(parent).children[static_cast<std::size_t>(row)].get());
}

QModelIndex AreaTree::parent(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    Node* const parent = nodeOf(index).parent;
    return parent == nullptr || parent == m_root.get() ? QModelIndex() : createIndex(parent->row, 0, parent);
}

int AreaTree::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(nodeOf(parent).children.size());
}

int AreaTree::columnCount(const QModelIndex&) const { return ColumnCount; }

QVariant AreaTree::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const core::Area* const area = m_areas ? m_areas->find(nodeOf(index).area) : nullptr;
    if (area == nullptr)
        return {};
    const auto found = m_counts.find(area->id.value());
    const Count count = found == m_counts.end() ? Count{} : found->second;
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == OpenColumn)
            return count.open == 0 ? QString() : QLocale().toString(count.open);
        return area->name.empty() ? QString::fromStdString(area->code) : QString::fromStdString(area->code + " " + area->name);
    case Qt::TextAlignmentRole:
        return index.column() == OpenColumn ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return tr("%1 %2: %3 open, %4 of them overdue")
            .arg(word("area_kinds", core::areaKindKey(area->kind)), QString::fromStdString(area->code))
            .arg(count.open)
            .arg(count.overdue);
    case AreaRole:
        return QVariant::fromValue(static_cast<qlonglong>(area->id.value()));
    case OpenRole:
        return count.open;
    case OverdueRole:
        return count.overdue;
    default:
        return {};
    }
}

QVariant AreaTree::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Area") : tr("Open");
}

core::AreaId AreaTree::areaOf(const QModelIndex& index) const { return index.isValid() ? nodeOf(index).area : core::AreaId(); }

QModelIndex AreaTree::indexOf(core::AreaId area) const {
    const auto find = [area](const auto& self, Node* node) -> Node* {
        if (node->area == area && !area.isNull())
            return node;
        for (const auto& child : node->children)
            if (Node* const found = self(self, child.get()))
                return found;
        return nullptr;
    };
    Node* const node = find(find, m_root.get());
    return node == nullptr || node == m_root.get() ? QModelIndex() : createIndex(node->row, NameColumn, node);
}

} // namespace gridwarden::app
