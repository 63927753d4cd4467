// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a case as a vertical time line: kind, time, who, note and what each one says.
#pragma once

#include "app/cases/step_words.h"

#include <QWidget>

namespace gridwarden::app {

class StepTimeline : public QWidget {
    Q_OBJECT
  public:
    explicit StepTimeline(QWidget* parent = nullptr);
    void setSteps(const std::vector<StepWords>& steps, const core::TimeZone& zone);
};

} // namespace gridwarden::app
