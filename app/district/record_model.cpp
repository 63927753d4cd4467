// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/record_model.h"

#include <QGuiApplication>
#include <QPalette>
#include <algorithm>

namespace gridwarden::app {

RecordModel::RecordModel(QStringList columns, QObject* parent)
    : QAbstractItemModel(parent), m_columns(std::move(columns)), m_isRight(static_cast<std::size_t>(m_columns.size()), false) {}

void RecordModel::setRecords(std::vector<Record> records) {
    QHash<QString, int> known;
    std::erase_if(records, [&](const Record& record) {
        if (known.contains(record.key))
            return true;
        known.insert(record.key, 0);
        return false;
    });
    const bool sameShape = std::equal(records.begin(), records.end(), m_records.begin(), m_records.end(),
                                      [](const Record& a, const Record& b) { return a.key == b.key && a.parent == b.parent; });
    if (!sameShape) {
        beginResetModel();
        m_records = std::move(records);
        arrange();
        endResetModel();
        return;
    }
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (records[i] == m_records[i])
            continue;
        m_records[i] = std::move(records[i]);
        const QModelIndex first = indexOf(m_records[i].key);
        emit dataChanged(first, first.siblingAtColumn(columnCount() - 1));
    }
}

void RecordModel::arrange() {
    m_byKey.clear();
    m_top.clear();
    m_nodes.assign(m_records.size(), {});
    for (std::size_t i = 0; i < m_records.size(); ++i) {
        const int node = static_cast<int>(i);
        const int above = m_byKey.value(m_records[i].parent, -1);
        std::vector<int>& siblings = above < 0 ? m_top : m_nodes[static_cast<std::size_t>(above)].children;
        m_nodes[i].parent = above;
        m_nodes[i].row = static_cast<int>(siblings.size());
        siblings.push_back(node);
        m_byKey.insert(m_records[i].key, node);
    }
}

void RecordModel::setColumns(const QStringList& columns) {
    if (columns == m_columns || columns.size() != m_columns.size())
        return;
    m_columns = columns;
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
}

void RecordModel::setRightAligned(int column) { m_isRight[static_cast<std::size_t>(column)] = true; }

const std::vector<int>& RecordModel::childrenOf(const QModelIndex& parent) const {
    return parent.isValid() ? m_nodes[parent.internalId()].children : m_top;
}

QModelIndex RecordModel::indexOf(const QString& key) const {
    const int node = m_byKey.value(key, -1);
    return node < 0 ? QModelIndex() : createIndex(m_nodes[static_cast<std::size_t>(node)].row, 0, static_cast<quintptr>(node));
}

QModelIndex RecordModel::index(int row, int column, const QModelIndex& parent) const {
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, static_cast<quintptr>(childrenOf(parent)[static_cast<std::size_t>(row)]));
}

QModelIndex RecordModel::parent(const QModelIndex& child) const {
    if (!child.isValid())
        return {};
    const int above = m_nodes[child.internalId()].parent;
    return above < 0 ? QModelIndex() : createIndex(m_nodes[static_cast<std::size_t>(above)].row, 0, static_cast<quintptr>(above));
}

int RecordModel::rowCount(const QModelIndex& parent) const {
    return parent.column() > 0 ? 0 : static_cast<int>(childrenOf(parent).size());
}

int RecordModel::columnCount(const QModelIndex&) const { return static_cast<int>(m_columns.size()); }

QVariant RecordModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Record& record = m_records[index.internalId()];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return record.cells.value(index.column());
    case Qt::TextAlignmentRole:
        return QVariant(m_isRight[static_cast<std::size_t>(index.column())] ? Qt::AlignRight | Qt::AlignVCenter
                                                                            : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ForegroundRole:
        return record.isQuiet ? QVariant(QGuiApplication::palette().brush(QPalette::PlaceholderText)) : QVariant();
    case KeyRole:
        return record.key;
    case SearchRole:
        return QString(record.cells.join(QLatin1Char('\n')) + QLatin1Char('\n') + record.search);
    default:
        return {};
    }
}

QVariant RecordModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Horizontal && role == Qt::DisplayRole)
        return m_columns.value(section);
    return {};
}

Qt::ItemFlags RecordModel::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    return m_records[index.internalId()].isHeading ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace gridwarden::app
