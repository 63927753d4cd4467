// SPDX-License-Identifier: GPL-3.0-or-later
// The journal, newest entry first, read a page at a time.
#pragma once

#include "app/workspace/workspace.h"

#include <QAbstractListModel>
#include <optional>
#include <vector>

namespace gridwarden::app {

class HistoryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    static constexpr int PageSize = 100;
    enum Role {
        TimeRole = Qt::UserRole, ///< "Today 09:31 · 张三"
        KindRole,                ///< core::EntryKind as a number
        IsUndoneRole
    };

    HistoryModel(Workspace& workspace, QObject* parent);
    void reload(); ///< after a change, an undo or another district
    [[nodiscard]] const core::JournalEntry* entry(const QModelIndex& index) const;
    /// What would be undone, newest first, to come back to before an entry; none where it is not allowed: an entry in between
    /// can never be taken back, or the entry itself is none that can.
    [[nodiscard]] std::optional<std::vector<core::JournalEntry>> wayBack(const QModelIndex& index) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

  private:
    [[nodiscard]] std::vector<core::JournalEntry> read(int limit) const;
    Workspace& m_workspace;
    std::vector<core::JournalEntry> m_entries;
    bool m_isWhole = true;
};

} // namespace gridwarden::app
