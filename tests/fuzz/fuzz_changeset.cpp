// SPDX-License-Identifier: GPL-3.0-or-later
// Changesets of the journal: read, and taken back in a small file. Either whole bytes, or real ones with some bytes changed.
#include "core/base/digest.h"
#include "core/store/changeset.h"
#include "core/store/store.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/scratch_folder.h"

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

constexpr const char* Rows =
    "INSERT INTO setting(key, value) VALUES ('name', '测试区');"
    "INSERT INTO area(id, kind, code, name, geometry, source_crs) VALUES (1, 'grid', '01', '网格01', x'4750', 'EPSG:4490');"
    "INSERT INTO area_member(id, child, parent, valid_from) VALUES (2, 1, 3, '2026-01-01');"
    "INSERT INTO organisation(id, code, name, kind) VALUES (4, 'S1', '一中队', 'squad');"
    "INSERT INTO person(id, code, name, organisation) VALUES (5, 'P1', '张三', 4);"
    "INSERT INTO case_report(id, number, description, address, source, quantity, unit, longitude, latitude)"
    " VALUES (6, '2026-000001', '占道摆摊', '人民路1号', 'patrol', 2.5, '处', 120.65, 28.01);"
    "INSERT INTO step(id, case_id, kind, at, recorded, actor, detail) VALUES (7, 6, 1, 1795200000, 1795200001, '张三', '{\"n\":\"x\"}');"
    "INSERT INTO photo(id, case_id, sha256, name, thumbnail) VALUES (8, 6, 'ab', 'a.jpg', zeroblob(40));";

constexpr const char* Edits =
    "UPDATE area SET name = '新名' WHERE id = 1; UPDATE case_report SET quantity = NULL, address = '' WHERE id = 6;"
    "DELETE FROM photo WHERE id = 8; INSERT INTO step(id, case_id, kind, at, recorded, actor) VALUES (9, 6, 5, 1, 2, '李四');"
    "UPDATE setting SET value = 'b' WHERE key = 'name';";

/// A file as some changes left it, and their changesets.
struct Desk {
    test::ScratchFolder folder;
    std::unique_ptr<Store> store = Store::create(folder / "desk.gpkg").value();
    std::vector<std::string> changesets;
    std::string unwatched;

    Desk() {
        for (const char* script : {Rows, Edits}) {
            auto recorder = Recorder::start(connection()).value();
            require(connection().script(script).has_value(), "the rows fit the schema");
            changesets.push_back(recorder.take().value());
        }
        unwatched = digestOfUnwatched();
    }
    Connection& connection() { return store->connection(); }

    /// Of the tables that no undo may touch.
    std::string digestOfUnwatched() {
        std::string all;
        for (const char* sql : {"SELECT group_concat(version || oldest_reader || description) FROM schema_version",
                                "SELECT group_concat(name || value) FROM counter", "SELECT group_concat(hash || label) FROM journal",
                                "SELECT group_concat(name || sql) FROM sqlite_master", "SELECT count(*) FROM case_state",
                                "SELECT group_concat(table_name || identifier) FROM gpkg_contents"})
            all += connection().text(sql).value() + '\n';
        return sha256(all);
    }
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Desk desk;
    fuzz::Input input(data, size);
    const unsigned kind = input.choice(3);
    std::string changeset;
    if (kind < desk.changesets.size()) {
        changeset = desk.changesets[kind];
        while (!input.isAtEnd()) {
            const std::size_t at = input.number<std::uint16_t>() % changeset.size();
            changeset[at] = input.number<char>();
        }
    } else {
        changeset = input.rest();
    }
    const auto content = readChangeset(changeset);
    if (isGood(content))
        for (const auto& [table, key] : content->rows)
            require(watchedTables().contains(table), "a changeset touches watched tables only");

    Connection& connection = desk.connection();
    require(connection.run("SAVEPOINT hostile").has_value(), "a savepoint");
    (void)isGood(applyInverse(connection, changeset));
    require(desk.digestOfUnwatched() == desk.unwatched, "no other table is touched");
    require(connection.run("ROLLBACK TO hostile").has_value() && connection.run("RELEASE hostile").has_value(), "taken back");
    return 0;
}
