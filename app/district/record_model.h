// SPDX-License-Identifier: GPL-3.0-or-later
// A list or tree of records for the editors. It is told all records anew after a change and announces only what differs.
#pragma once

#include <QAbstractItemModel>
#include <QHash>
#include <QString>
#include <QStringList>
#include <vector>

namespace gridwarden::app {

struct Record {
    QString key{};           ///< unique, never empty
    QString parent{};        ///< the key of the record above; empty or unknown: top
    QStringList cells{};     ///< one text for each column
    QString search{};        ///< other words under which it is found
    bool isQuiet = false;    ///< ended or not offered any more: painted in a quieter colour
    bool isHeading = false;  ///< cannot be chosen
    bool operator==(const Record&) const = default;
};

class RecordModel : public QAbstractItemModel {
    Q_OBJECT
  public:
    enum Role { KeyRole = Qt::UserRole, SearchRole };

    RecordModel(QStringList columns, QObject* parent);
    /// \pre a parent stands before what is under it. Of records with the same key only the first is kept.
    void setRecords(std::vector<Record> records);
    void setColumns(const QStringList& columns); ///< other headings, as many as before
    void setRightAligned(int column);
    /// The first column of a key; invalid when there is none.
    [[nodiscard]] QModelIndex indexOf(const QString& key) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    struct Node {
        int parent = -1; // node above, -1 for the top
        int row = 0;     // among its siblings
        std::vector<int> children;
    };
    [[nodiscard]] const std::vector<int>& childrenOf(const QModelIndex& parent) const;
    void arrange();
    QStringList m_columns;
    std::vector<bool> m_isRight;
    std::vector<Record> m_records;
    std::vector<Node> m_nodes; // beside m_records
    std::vector<int> m_top;
    QHash<QString, int> m_byKey;
};

} // namespace gridwarden::app
