// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/connection.h"

namespace gridwarden::core {

/// A write transaction; rolls back unless it was committed.
class Transaction {
  public:
    explicit Transaction(Connection& connection) : m_connection(connection) {}
    ~Transaction() {
        if (m_isOpen)
            m_connection.rollback();
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Result<void> begin() {
        auto begun = m_connection.begin();
        m_isOpen = begun.has_value();
        return begun;
    }
    Result<void> commit() {
        auto done = m_connection.commit();
        m_isOpen = !done;
        return done;
    }

  private:
    Connection& m_connection;
    bool m_isOpen = false;
};

} // namespace gridwarden::core
