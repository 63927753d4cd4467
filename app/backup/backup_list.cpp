// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backup_list.h"

#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QHeaderView>
#include <QLocale>

namespace gridwarden::app {

namespace {

enum Column { Made, Reason, Condition, Cases, Steps, Areas, People, Size, LastEntry, ColumnCount };
constexpr int IndexRole = Qt::UserRole;

QString localMoment(core::Moment moment, const core::TimeZone& zone) { return QString::fromStdString(core::localText(moment, zone)); }

/// "1,204 (−38)"
QString counted(std::int64_t count, std::optional<std::int64_t> present) {
    QString text = QLocale().toString(static_cast<qlonglong>(count));
    if (present && *present != count) {
        const auto difference = static_cast<qlonglong>(count - *present);
        text += QStringLiteral(" (") + (difference > 0 ? u'+' : QChar(0x2212)) + QLocale().toString(std::abs(difference)) + u')';
    }
    return text;
}

} // namespace

QString backupReasonText(core::BackupReason reason) {
    switch (reason) {
    case core::BackupReason::NewDay:
        return BackupList::tr("Start of day");
    case core::BackupReason::Migration:
        return BackupList::tr("Before a migration");
    case core::BackupReason::Restore:
        return BackupList::tr("Before a restore");
    case core::BackupReason::Asked:
        return BackupList::tr("By hand");
    case core::BackupReason::Damaged:
        return BackupList::tr("Damaged district");
    }
    return {};
}

BackupList::BackupList(QWidget* parent) : QTreeWidget(parent) {
    setObjectName(QStringLiteral("backupList"));
    setAccessibleName(tr("Backups"));
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Made"), tr("Reason"), tr("State"), tr("Cases"), tr("Steps"), tr("Areas"), tr("People"), tr("Size"), tr("Last entry")});
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAlternatingRowColors(true);
    setSelectionMode(SingleSelection);
    header()->setStretchLastSection(true);
    for (int column = Cases; column <= Size; ++column)
        headerItem()->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
}

void BackupList::fill(QTreeWidgetItem* item, const std::optional<core::DistrictSummary>& holds, std::uintmax_t bytes, const core::TimeZone& zone, bool compare) {
    for (int column = Cases; column <= Size; ++column)
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    item->setText(Size, QLocale().formattedDataSize(static_cast<qint64>(bytes)));
    if (!holds)
        return;
    const auto count = [&](Column column, std::int64_t core::DistrictSummary::*member) {
        item->setText(column, counted((*holds).*member, compare && m_content.present ? std::optional((*m_content.present).*member) : std::nullopt));
    };
    count(Cases, &core::DistrictSummary::cases);
    count(Steps, &core::DistrictSummary::steps);
    count(Areas, &core::DistrictSummary::areas);
    count(People, &core::DistrictSummary::people);
    if (holds->lastAt) {
        const QString label = text(holds->lastLabel);
        item->setText(LastEntry, localMoment(*holds->lastAt, zone) + QStringLiteral("  ") + label);
        item->setToolTip(LastEntry, label);
    }
}

void BackupList::show(const Content& content, const core::TimeZone& zone) {
    const int before = currentItem() == nullptr ? -1 : currentItem()->data(0, IndexRole).toInt();
    m_content = content;
    clear();
    auto* const present = new QTreeWidgetItem(this);
    present->setData(0, IndexRole, -1);
    present->setText(Made, tr("Present file"));
    present->setText(Condition, m_content.present ? QString() : tr("Damaged"));
    QFont strong = font();
    strong.setBold(true);
    for (int column = 0; column < ColumnCount; ++column)
        present->setFont(column, strong);
    fill(present, m_content.present, m_content.presentBytes, zone, /*compare=*/false);
    for (std::size_t i = 0; i < m_content.backups.size(); ++i) {
        const core::BackupEntry& entry = m_content.backups[i];
        auto* const item = new QTreeWidgetItem(this);
        item->setData(0, IndexRole, static_cast<int>(i));
        item->setText(Made, localMoment(entry.file.made, zone));
        item->setText(Reason, backupReasonText(entry.file.reason));
        if (entry.isGood()) {
            item->setIcon(Condition, icon(QLatin1String(m_content.isThorough ? "shield-check" : "check")));
            item->setText(Condition, m_content.isThorough ? tr("Checked") : tr("Readable"));
        } else {
            item->setIcon(Condition, icon(QLatin1String("triangle-alert")));
            item->setText(Condition, entry.fault && entry.fault->code == core::ErrorCode::NewerSchema ? tr("Newer version") : tr("Damaged"));
            if (entry.fault)
                item->setToolTip(Condition, text(*entry.fault));
        }
        item->setToolTip(Made, QString::fromStdString(entry.file.path.string()));
        fill(item, entry.summary, entry.file.bytes, zone, /*compare=*/true);
    }
    for (int column = 0; column < LastEntry; ++column)
        resizeColumnToContents(column);
    for (int row = 0; row < topLevelItemCount(); ++row)
        if (topLevelItem(row)->data(0, IndexRole).toInt() == before && before >= 0)
            setCurrentItem(topLevelItem(row));
}

const core::BackupEntry* BackupList::selected() const {
    const int index = currentItem() == nullptr || !currentItem()->isSelected() ? -1 : currentItem()->data(0, IndexRole).toInt();
    return index < 0 || index >= static_cast<int>(m_content.backups.size()) ? nullptr : &m_content.backups[static_cast<std::size_t>(index)];
}

} // namespace gridwarden::app
