// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/backup_shelf.h"

#include <QTreeWidget>

namespace gridwarden::app {

/// The present file and its backups below each other, with what they hold and how that differs from the present file.
class BackupList : public QTreeWidget {
    Q_OBJECT
  public:
    explicit BackupList(QWidget* parent);

    /// What a worker read; `present` is none when the file cannot be read.
    struct Content {
        std::optional<core::DistrictSummary> present;
        std::uintmax_t presentBytes = 0;
        std::vector<core::BackupEntry> backups; ///< newest first
        bool isThorough = false;                ///< each was read through
    };
    void show(const Content& content, const core::TimeZone& zone);
    [[nodiscard]] const Content& content() const { return m_content; }
    /// None when the present file, or nothing, is selected.
    [[nodiscard]] const core::BackupEntry* selected() const;

  private:
    void fill(QTreeWidgetItem* item, const std::optional<core::DistrictSummary>& holds, std::uintmax_t bytes, const core::TimeZone& zone, bool compare);
    Content m_content;
};

[[nodiscard]] QString backupReasonText(core::BackupReason reason);

} // namespace gridwarden::app
