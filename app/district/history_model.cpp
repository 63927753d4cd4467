// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/history_model.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace gridwarden::app {

namespace {

bool changesRecords(const core::JournalEntry& entry) {
    return entry.kind == core::EntryKind::Change || entry.kind == core::EntryKind::Import;
}

} // namespace

HistoryModel::HistoryModel(Workspace& workspace, QObject* parent) : QAbstractListModel(parent), m_workspace(workspace) {}

std::vector<core::JournalEntry> HistoryModel::read(int limit) const {
    if (m_workspace.district() == nullptr || limit <= 0)
        return {};
    auto entries = m_workspace.district()->store().journal(limit);
    return entries ? std::move(*entries) : std::vector<core::JournalEntry>();
}

void HistoryModel::reload() {
    if (m_workspace.isBusy()) // a worker has the file; whoever made it busy refreshes all afterwards
        return;
    std::vector<core::JournalEntry> now = read(std::max(PageSize, static_cast<int>(m_entries.size()) + PageSize));
    const auto known = m_entries.empty() ? now.end() : std::find_if(now.begin(), now.end(), [this](const core::JournalEntry& one) {
        return one.id == m_entries.front().id;
    });
    if (known == now.end()) { // another district, or more is new than was shown
        beginResetModel();
        if (now.size() > PageSize)
            now.resize(PageSize);
        m_isWhole = now.size() < PageSize;
        m_entries = std::move(now);
        endResetModel();
        return;
    }
    const auto fresh = static_cast<std::size_t>(known - now.begin());
    if (fresh > 0) {
        beginInsertRows({}, 0, static_cast<int>(fresh) - 1);
        m_entries.insert(m_entries.begin(), now.begin(), now.begin() + static_cast<std::ptrdiff_t>(fresh));
        endInsertRows();
    }
    // An undo marks entries further down as taken back; and "today" moves on.
    for (std::size_t i = 0; i < m_entries.size() && i < now.size(); ++i)
        m_entries[i] = now[i];
    if (!m_entries.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

const core::JournalEntry* HistoryModel::entry(const QModelIndex& index) const {
    const auto row = static_cast<std::size_t>(index.row());
    return index.isValid() && row < m_entries.size() ? &m_entries[row] : nullptr;
}

std::optional<std::vector<core::JournalEntry>> HistoryModel::wayBack(const QModelIndex& index) const {
    const core::JournalEntry* const target = entry(index);
    if (target == nullptr || target->isUndone || !changesRecords(*target))
        return std::nullopt;
    std::vector<core::JournalEntry> way;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(index.row()); ++i) {
        const core::JournalEntry& step = m_entries[i];
        if (step.kind == core::EntryKind::Migration || (changesRecords(step) && !step.isUndone && !step.undoable))
            return std::nullopt;
        if (changesRecords(step) && !step.isUndone)
            way.push_back(step);
    }
    return way;
}

int HistoryModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

QVariant HistoryModel::data(const QModelIndex& index, int role) const {
    const core::JournalEntry* const shown = entry(index);
    if (shown == nullptr || m_workspace.district() == nullptr)
        return {};
    const core::TimeZone& zone = m_workspace.district()->timeZone();
    const QString who = QString::fromStdString(shown->actor.name);
    switch (role) {
    case Qt::DisplayRole: {
        const QString what = text(shown->label);
        if (shown->kind == core::EntryKind::Undo)
            return QCoreApplication::translate("HistoryModel", "Undone: %1").arg(what);
        if (shown->kind == core::EntryKind::Redo)
            return QCoreApplication::translate("HistoryModel", "Redone: %1").arg(what);
        return what;
    }
    case TimeRole: {
        const QString when = shortTime(shown->at, zone, core::now());
        return who.isEmpty() ? when : QString(when + QStringLiteral(" · ") + who);
    }
    case Qt::ToolTipRole:
        return QString(data(index, Qt::DisplayRole).toString() + QLatin1Char('\n') + QString::fromStdString(core::localText(shown->at, zone)) +
                       QStringLiteral(" · ") + who + QLatin1Char('\n') +
                       QCoreApplication::translate("HistoryModel", "Entry %1 of the journal").arg(shown->sequence));
    case KindRole:
        return static_cast<int>(shown->kind);
    case IsUndoneRole:
        return shown->isUndone;
    default:
        return {};
    }
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const {
    return !parent.isValid() && !m_isWhole && !m_workspace.isBusy();
}

void HistoryModel::fetchMore(const QModelIndex& parent) {
    if (parent.isValid() || m_isWhole)
        return;
    const std::size_t known = m_entries.size();
    std::vector<core::JournalEntry> longer = read(static_cast<int>(known) + PageSize);
    m_isWhole = longer.size() < known + PageSize;
    if (longer.size() <= known)
        return;
    beginInsertRows({}, static_cast<int>(known), static_cast<int>(longer.size()) - 1);
    m_entries.insert(m_entries.end(), longer.begin() + static_cast<std::ptrdiff_t>(known), longer.end());
    endInsertRows();
}

} // namespace gridwarden::app
