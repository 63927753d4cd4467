// SPDX-License-Identifier: GPL-3.0-or-later
// A short list that is edited in its lines: bands, grades, groups, ties, periods.
#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

class QPushButton;
class QTableWidget;

namespace gridwarden::app {

struct LineColumn {
    enum class Kind {
        Text,
        Number,
        OptionalNumber, ///< may be left empty
        Choice,
        Key, ///< not shown; in a new line it is the title with a number that none has yet
    };
    QString title;
    Kind kind = Kind::Text;
    std::vector<std::pair<QString, QString>> choices = {}; ///< keys and labels; a new line has the first
};

class LineTable : public QWidget {
    Q_OBJECT
public:
    /// \param add what the button says that adds a line
    LineTable(const QString& name, const QString& add, std::vector<LineColumn> columns, QWidget* parent);
    /// For each line its cells beside the columns: numbers as plainNumberText gives them, of choices the keys. A key
    /// that is not offered is shown as it is.
    void setLines(const std::vector<QStringList>& lines);
    [[nodiscard]] std::vector<QStringList> lines() const;
    void setChoices(int column, std::vector<std::pair<QString, QString>> choices);
    void setColumnShown(int column, bool isShown);

signals:
    void edited();

private:
    void put(int row, const QStringList& cells);
    void replaceLines(const std::vector<QStringList>& lines, int current);
    [[nodiscard]] QStringList newLine() const;
    void add();
    void remove();
    void move(int by);
    void followRow();
    std::vector<LineColumn> m_columns;
    QTableWidget* m_table;
    QPushButton* m_remove;
    QPushButton* m_up;
    QPushButton* m_down;
    bool m_isFilling = false;
};

} // namespace gridwarden::app
