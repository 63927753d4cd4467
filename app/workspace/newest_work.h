// SPDX-License-Identifier: GPL-3.0-or-later
// Work with the open district of which only the newest is wanted, as counting what was chosen last. What is asked for while that before
// goes on, or while the district is busy with something else, is done afterwards; what it overtakes is cancelled and its end not told.
#pragma once

#include "app/workspace/workspace.h"

namespace gridwarden::app {

class NewestWork : public QObject {
    Q_OBJECT
  public:
    explicit NewestWork(Workspace& workspace, QObject* parent);
    ~NewestWork() override; ///< what goes on is cancelled, and nobody told
    /// As Workspace::run with the patience AtOnce; may have ended when this returns.
    void ask(const QString& title, Workspace::LongWork work, std::function<void()> ended);
    /// Nothing is wanted any longer.
    void forget();

  private:
    struct Wish {
        std::size_t number = 0;
        QString title;
        Workspace::LongWork work;
        std::function<void()> ended;
    };
    void begin();
    void cancel();
    Workspace& m_workspace;
    std::optional<Wish> m_wish; ///< not begun yet
    std::size_t m_number = 0;   ///< of the newest
    bool m_goesOn = false;
    int m_job = 0; ///< that goes on
};

} // namespace gridwarden::app
