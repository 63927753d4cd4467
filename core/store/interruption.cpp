// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/interruption.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

namespace gridwarden::core {

namespace {

/// Steps of SQLite's virtual machine between two questions, some milliseconds.
constexpr int StepsBetween = 20'000;

} // namespace

Interruption::Interruption(Connection& connection, std::function<bool()> goOn) : m_connection(connection), m_goOn(std::move(goOn)) {
    if (m_goOn)
        sqlite3_progress_handler(
            m_connection.database().getHandle(), StepsBetween,
            [](void* self) { return static_cast<Interruption*>(self)->m_goOn() ? 0 : 1; }, this);
}

Interruption::~Interruption() { disarm(m_connection); }

void Interruption::disarm(Connection& connection) { sqlite3_progress_handler(connection.database().getHandle(), 0, nullptr, nullptr); }

} // namespace gridwarden::core
