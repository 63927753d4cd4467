// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl+C during work that can be stopped half-way without leaving anything behind.
#pragma once

#include <csignal>

namespace gridwarden::app {

/// While it lives, the first Ctrl+C (or SIGTERM) asks the work to stop; a second one ends the program at once.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

  private:
    struct sigaction m_interrupt {};
    struct sigaction m_terminate {};
};

/// Whether nobody has asked to stop: a progress that shows nothing.
[[nodiscard]] bool goesOn(double share = 0);
/// Shows on a terminal how far the work is.
[[nodiscard]] bool showProgress(double share);

} // namespace gridwarden::app
