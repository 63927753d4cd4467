// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secret_prompt.h"

#include <cstdio>
#include <iostream>
#include <termios.h>
#include <unistd.h>

namespace gridwarden::app {

using namespace core;

namespace {

/// A terminal that does not show what is typed, for as long as it lives.
class Unseen {
  public:
    Unseen() {
        m_isTerminal = tcgetattr(STDIN_FILENO, &m_before) == 0;
        if (!m_isTerminal)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= static_cast<tcflag_t>(~ECHO);
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet);
    }
    ~Unseen() {
        if (!m_isTerminal)
            return;
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        std::fputc('\n', stderr);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;

  private:
    bool m_isTerminal = false;
    termios m_before{};
};

} // namespace

Result<Secret> readSecret(const char* prompt) {
    if (isatty(STDIN_FILENO) != 0)
        std::fputs(prompt, stderr);
    const Unseen unseen;
    std::string line;
    if (!std::getline(std::cin, line) || line.empty())
        return fail(ErrorCode::BadInput, {"passphrase-missing", {}});
    if (line.back() == '\r')
        line.pop_back();
    return Secret::from(std::move(line));
}

Result<Secret> readNewSecret(const char* prompt, const char* again) {
    auto first = readSecret(prompt);
    if (!first || isatty(STDIN_FILENO) == 0)
        return first;
    const auto second = readSecret(again);
    if (!second)
        return fail(second);
    if (first->view() != second->view())
        return fail(ErrorCode::BadInput, {"passphrases-differ", {}});
    return first;
}

} // namespace gridwarden::app
