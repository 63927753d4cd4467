// SPDX-License-Identifier: GPL-3.0-or-later
// Stops a statement that runs long when somebody wants it to end.
#pragma once

#include "core/store/connection.h"

#include <functional>

namespace gridwarden::core {

/// While it lives, the connection asks a few times in ten milliseconds whether to go on. After a no the running statement
/// fails with Cancelled "cancelled"; inside a transaction that writes, SQLite rolls all of it back.
class Interruption {
  public:
    Interruption(Connection& connection, std::function<bool()> goOn);
    ~Interruption();
    /// Asks no more: what has been decided is carried through. The store does this before each commit.
    static void disarm(Connection& connection);
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

  private:
    Connection& m_connection;
    std::function<bool()> m_goOn;
};

} // namespace gridwarden::core
