// SPDX-License-Identifier: GPL-3.0-or-later
// The table of a week of duties: a line for each duty, gaps and problems marked by sign, colour and ground.
#pragma once

#include "app/district/duty_week_model.h"

#include <QTableView>

namespace gridwarden::app {

/// The sign in front of a line: ▲ for a gap, ◆ for a problem of a duty.
[[nodiscard]] QString markSign(DutyWeekLine::Mark mark);
[[nodiscard]] QColor markColour(DutyWeekLine::Mark mark); ///< invalid: that of the text

class DutyWeekTable : public QTableView {
    Q_OBJECT
public:
    explicit DutyWeekTable(DutyWeekModel& model, QWidget* parent = nullptr);
    /// The duty of the line at a place of the viewport; null: of none.
    [[nodiscard]] core::DutyId dutyAt(QPoint place) const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRows();
    DutyWeekModel& m_model;
};

} // namespace gridwarden::app
