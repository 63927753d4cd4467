// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/time_window.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace gridwarden::app {

class TimeLine;

/// The time line with what plays it: a step, a speed, and the number of cases in the window. Out of use while it is hidden.
class TimeBar : public QWidget {
    Q_OBJECT
  public:
    TimeBar(Workspace& workspace, Jobs& jobs, QWidget* parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_beat.isActive(); }
    [[nodiscard]] const TimeWindow& window() const { return m_window; }

  signals:
    void closeWanted();

  protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    void play(bool isPlaying);
    void beat();
    void follow();
    [[nodiscard]] std::chrono::days step() const;

    TimeWindow m_window;
    TimeLine* m_line;
    QToolButton* m_play;
    QComboBox* m_step;
    QComboBox* m_speed;
    QLabel* m_text;
    QTimer m_beat;
};

} // namespace gridwarden::app
