// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "core/figures/time_order.h"

#include <QTimer>

namespace gridwarden::app {

/// The days of the workspace's filter as a window over the reported times of all other cases that pass it. While it is moved, the
/// map follows each step; tables and figures follow when it rests.
class TimeWindow : public QObject {
    Q_OBJECT
  public:
    TimeWindow(Workspace& workspace, Jobs& jobs, QObject* parent = nullptr);
    ~TimeWindow() override;

    /// Only while it is in use, cases are kept in the order of time.
    void setUsed(bool isUsed);
    /// Null until a job has made it, and without a district.
    [[nodiscard]] std::shared_ptr<const core::TimeOrder> order() const { return m_order; }
    [[nodiscard]] bool isBusy() const { return m_job != 0; }
    /// None: since or until ever.
    void moveTo(std::optional<core::Day> from, std::optional<core::Day> to);
    /// Between two calls nothing settles: for as long as something is dragged or played.
    void setMoving(bool isMoving);
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }

  signals:
    void orderChanged();
    void moved(); ///< the days of the filter, by whomever

  private:
    void follow();
    void arrange();

    Workspace& m_workspace;
    Jobs& m_jobs;
    bool m_isUsed = false;
    bool m_isMoving = false;
    QTimer m_rest;
    std::shared_ptr<const core::TimeOrder> m_order;
    // What the order, or the one that is being made, was made of.
    std::shared_ptr<const core::CaseFacts> m_facts;
    core::Filter m_filter;
    int m_job = 0;
};

} // namespace gridwarden::app
