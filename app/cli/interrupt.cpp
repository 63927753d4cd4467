// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/interrupt.h"

#include <atomic>
#include <cstdio>

namespace gridwarden::app {

namespace {

std::atomic<bool> isWanted = false; // lock-free, as a signal handler needs it

void ask(int) { isWanted = true; }

} // namespace

Interrupt::Interrupt() {
    isWanted = false;
    struct sigaction action {};
    action.sa_handler = ask;
    action.sa_flags = static_cast<int>(SA_RESETHAND); // the second one is the system's again
    sigaction(SIGINT, &action, &m_interrupt);
    sigaction(SIGTERM, &action, &m_terminate);
}

Interrupt::~Interrupt() {
    sigaction(SIGINT, &m_interrupt, nullptr);
    sigaction(SIGTERM, &m_terminate, nullptr);
}

bool goesOn(double) { return !isWanted; }

bool showProgress(double share) {
    std::fprintf(stderr, "\r%3d %%", static_cast<int>(share * 100));
    if (share >= 1 || isWanted)
        std::fprintf(stderr, "\r     \r");
    return !isWanted;
}

} // namespace gridwarden::app
