// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever is done, undoing all of it leaves every watched table as it was.
#include "core/personal_data.h"
#include "core/store/changeset.h"
#include "tests/support/random_actions.h"
#include "tests/support/sound.h"

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::SmallDistrict;

namespace {

/// Every row of a table as text.
std::vector<std::string> dump(Connection& connection, const std::string& table) {
    std::vector<std::string> columns;
    REQUIRE(connection.each("SELECT name FROM pragma_table_info('" + table + "')", {}, [&](const Row& row) {
        columns.push_back("quote(" + row.text(0) + ")");
        return true;
    }));
    std::string list;
    for (const std::string& column : columns)
        list += (list.empty() ? "" : " || '|' || ") + column;
    return connection.rows("SELECT " + list + " FROM " + table + " ORDER BY 1", {}, [](const Row& row) { return row.text(0); }).value();
}

using Dump = std::map<std::string, std::vector<std::string>>;

Dump dumpAll(Connection& connection, bool withStates) {
    Dump all;
    for (const std::string& table : watchedTables())
        all[table] = dump(connection, table);
    if (withStates)
        all["case_state"] = dump(connection, "case_state");
    return all;
}

} // namespace

TEST_CASE("any sequence of actions undone leaves every watched table as it was", "[core][store][property]") {
    const unsigned seed = GENERATE(1U, 2U, 3U, 4U, 5U, 6U);
    SmallDistrict small;
    if (seed % 2 == 0) { // everything works while personal data are sealed
        const auto seal = makeSeal(Secret::from("long enough"), KeyEffort::least());
        REQUIRE(seal);
        REQUIRE(protectPersonalData(*small.district, small.actor, seal->keys));
    }
    test::RandomActions desk(small, seed);
    const Dump before = dumpAll(small.district->connection(), true);
    std::vector<Dump> states{before};
    int entries = 0;
    for (int i = 0; i < 25; ++i) {
        const auto journalBefore = small.district->store().journal(1)->front().sequence;
        desk.act();
        test::requireSound(*small.district);
        if (small.district->store().journal(1)->front().sequence != journalBefore) {
            ++entries;
            states.push_back(dumpAll(small.district->connection(), true));
        }
    }
    REQUIRE(entries > 10);
    for (int i = entries; i > 0; --i) {
        INFO("undoing action " << i << " of seed " << seed);
        REQUIRE(small.district->undo(small.actor));
        REQUIRE(dumpAll(small.district->connection(), true) == states[static_cast<std::size_t>(i) - 1]);
    }
    test::requireSound(*small.district);
    for (int i = 1; i <= entries; ++i) {
        REQUIRE(small.district->redo(small.actor));
        REQUIRE(dumpAll(small.district->connection(), true) == states[static_cast<std::size_t>(i)]);
    }
    test::requireSound(*small.district);
}
