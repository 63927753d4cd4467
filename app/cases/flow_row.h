// SPDX-License-Identifier: GPL-3.0-or-later
// Widgets in a row that continues below where it does not fit.
#pragma once

#include <QWidget>
#include <vector>

namespace gridwarden::app {

class FlowRow : public QWidget {
    Q_OBJECT
public:
    explicit FlowRow(QWidget* parent = nullptr);
    /// Behind those that are there; it belongs to the row.
    void add(QWidget* part);
    void clear();
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    /// Gives each its place for a width; \return the height. Moves nothing with `isTrial`.
    int place(int width, bool isTrial) const;
    std::vector<QWidget*> m_parts;
};

} // namespace gridwarden::app
