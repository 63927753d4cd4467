// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>
#include <set>
#include <vector>

namespace gridwarden::app {

/// Values with their counts as bars, of which any may be chosen: a click or the space bar chooses one or leaves it again. As high as its rows.
class BarList : public QListWidget {
    Q_OBJECT
  public:
    struct Row {
        int key;
        QString label;
        qint64 count; ///< negative: a row without number and bar
    };
    explicit BarList(QWidget* parent = nullptr);

    /// From top to bottom. Chosen ones without cases are to be among them, so that they can be left.
    void setRows(const std::vector<Row>& rows, const std::set<int>& chosen);
    [[nodiscard]] std::vector<Row> rows() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return {80, sizeHint().height()}; }

  signals:
    /// By somebody's hand.
    void chosen(const std::vector<int>& keys);

  private:
    bool m_isFilling = false;
};

} // namespace gridwarden::app
