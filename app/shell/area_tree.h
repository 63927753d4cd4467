// SPDX-License-Identifier: GPL-3.0-or-later
// The areas of today as a tree, with the number of open cases in each.
#pragma once

#include "app/workspace/workspace.h"

#include <QAbstractItemModel>
#include <QTimer>
#include <memory>
#include <unordered_map>

namespace gridwarden::app {

/// Areas that belong to nothing are at the top; an area with several parents stands under each. Two columns: name and
/// open cases. Follows the workspace; the counts come a moment after a change.
class AreaTree : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { AreaRole = Qt::UserRole + 1, OpenRole, OverdueRole };
    enum Column { NameColumn, OpenColumn, ColumnCount };

    /// Counts as a job, or at once without jobs.
    explicit AreaTree(Workspace& workspace, Jobs* jobs = nullptr, QObject* parent = nullptr);
    ~AreaTree() override;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    QModelIndex parent(const QModelIndex& index) const override;
    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    [[nodiscard]] core::AreaId areaOf(const QModelIndex& index) const;
    /// The first place of an area in the tree; invalid when it is not in it.
    [[nodiscard]] QModelIndex indexOf(core::AreaId area) const;

  private:
    struct Node {
        core::AreaId area;
        Node* parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };
    struct Count {
        int open = 0;
        int overdue = 0;
    };
    using Counts = std::unordered_map<std::int64_t, Count>; ///< by area
    void rebuild();
    void recount();
    [[nodiscard]] static Counts countsOf(const core::FiguresContext& context);
    void take(Counts counts);
    void addChildren(Node& node, core::Day today, int depth);
    [[nodiscard]] const Node& nodeOf(const QModelIndex& index) const;

    Workspace& m_workspace;
    Jobs* m_jobs;
    std::unique_ptr<Node> m_root;
    std::shared_ptr<const core::AreaRegister> m_areas;
    Counts m_counts;
    int m_job = 0; ///< that counts
    QTimer m_recount;
};

} // namespace gridwarden::app
