// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/proof.h"

#include "core/base/digest.h"
#include "core/check/check.h"
#include "core/store/file_lock.h"

#include <fmt/format.h>

namespace gridwarden::test {

using namespace core;

namespace {

std::string textOf(const Message& message) { return fmt::format("{} ({})", message.key, fmt::join(message.arguments, ", ")); }

/// Every row of every table as text, so that any difference shows.
void readContent(Connection& connection, Proof& proof) {
    const auto tables = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name", {},
                                        [](const Row& row) { return row.text(0); });
    std::string all;
    for (const std::string& table : tables.value_or(std::vector<std::string>())) {
        const auto columns = connection.rows("SELECT name FROM pragma_table_info(?)", {table}, [](const Row& row) { return fmt::format("quote(\"{}\")", row.text(0)); });
        if (!columns) {
            proof.faults.push_back("unreadable: " + table);
            continue;
        }
        std::int64_t count = 0;
        const auto read = connection.each(fmt::format("SELECT {} FROM \"{}\" ORDER BY 1", fmt::join(*columns, "||','||"), table), {}, [&](const Row& row) {
            all += row.text(0) + '\n';
            ++count;
            return true;
        });
        if (!read)
            proof.faults.push_back("unreadable: " + table);
        proof.rows[table] = count;
        all = table + sha256(all);
    }
    proof.digest = sha256(all);
}

void expectRow(Connection& connection, Proof& proof, const std::string& pragma, const std::string& good) {
    const auto rows = connection.rows(pragma, {}, [](const Row& row) { return row.text(0); });
    if (!rows)
        proof.faults.push_back(pragma + ": " + rows.error().detail);
    else
        for (const std::string& row : *rows)
            if (row != good)
                proof.faults.push_back(pragma + ": " + row);
}

} // namespace

Proof prove(District& district, Photos photos) {
    Proof proof;
    Connection& connection = district.connection();
    const auto fault = [&](std::string text) { proof.faults.push_back(std::move(text)); };
    expectRow(connection, proof, "PRAGMA integrity_check", "ok");
    expectRow(connection, proof, "PRAGMA foreign_key_check", "");
    const auto checked = checkFile(district.store());
    if (!checked)
        fault("check: " + textOf(checked.error().what) + " " + checked.error().detail);
    else
        for (const Finding& finding : checked->findings)
            if (finding.isFault && (photos == Photos::Beside || finding.what.key != "photo-file-missing"))
                fault("check: " + textOf(finding.what));
    // A bulk import is there with all its rows, or not at all.
    const auto read = connection.each(
        "SELECT id, row_count, is_undone, (SELECT count(*) FROM case_report WHERE batch = j.id), (SELECT count(*) FROM step WHERE batch = j.id) "
        "FROM journal AS j WHERE kind = 2",
        {}, [&](const Row& row) {
            const std::int64_t expected = row.integer(2) != 0 ? 0 : row.integer(1);
            if (row.integer(3) != expected || row.integer(4) != expected)
                fault(fmt::format("import of {} rows has {} cases and {} steps", expected, row.integer(3), row.integer(4)));
            return true;
        });
    if (!read)
        fault("imports: " + read.error().detail);
    if (connection.integer("SELECT count(*) FROM case_report WHERE batch IS NOT NULL AND batch NOT IN (SELECT id FROM journal)").value_or(-1) != 0)
        fault("cases of an import that is not in the journal");
    const auto entries = connection.each("SELECT sequence, id FROM journal ORDER BY sequence", {}, [&](const Row& row) {
        proof.journal[row.integer(0)] = row.integer(1);
        return true;
    });
    if (!entries)
        fault("journal: " + entries.error().detail);
    proof.entries = proof.journal.empty() ? 0 : proof.journal.rbegin()->first;
    readContent(connection, proof);

    // What is kept in memory; asking for the facts lets it follow the file.
    const auto facts = district.facts();
    if (district.name() != connection.text("SELECT value FROM setting WHERE key = 'name'").value_or("?"))
        fault("the name in memory is not the one in the file");
    const auto areas = loadAreas(connection);
    if (!areas)
        fault("areas: " + areas.error().detail);
    else
        for (const Area& area : areas->all())
            if (const Area* known = district.areas().find(area.id); known == nullptr || known->note != area.note || known->name != area.name)
                fault("an area in memory is not the one in the file");
    if (!facts) {
        fault("facts: " + facts.error().detail);
    } else {
        const auto states = connection.rows("SELECT case_id, state FROM case_state", {}, [](const Row& row) { return std::pair(row.id<CaseId>(0), row.integer(1)); });
        std::size_t known = 0;
        (*facts)->each([&](std::size_t, const CaseFact&) { ++known; });
        if (!states)
            fault("states: " + states.error().detail);
        else if (states->size() != known)
            fault(fmt::format("{} facts in memory, {} in the file", known, states->size()));
        else
            for (const auto& [id, state] : *states)
                if (const auto row = (*facts)->rowOf(id); !row || static_cast<std::int64_t>((**facts)[*row].state) != state)
                    fault("a fact in memory is not the one in the file");
    }
    return proof;
}

Proof prove(const std::filesystem::path& path, Photos photos) {
    Proof proof;
    std::optional<LeftOver> left;
    if (auto lock = FileLock::take(path))
        left = lock->leftOver();
    else
        proof.faults.push_back("lock: " + textOf(lock.error().what));
    std::error_code problem;
    {
        auto district = District::open(path, OpenMode::ReadWrite);
        if (!district) {
            proof.faults.push_back("open: " + textOf(district.error().what) + " " + district.error().detail);
            return proof;
        }
        const auto before = std::move(proof.faults);
        proof = prove(**district, photos);
        proof.faults.insert(proof.faults.begin(), before.begin(), before.end());
        for (const OpeningRemark& remark : (*district)->store().remarks())
            if (remark.kind == RemarkKind::OtherWriter)
                proof.faults.push_back("remark: " + textOf(remark.what));
        if (left && left->work)
            proof.isTold = (*district)->connection().integer("SELECT count(*) FROM journal WHERE id = ?", {left->work->entry}).value_or(-1) == 0;
    }
    if (std::filesystem::exists(path.string() + ".lock", problem))
        proof.faults.emplace_back("left behind: .lock");
    return proof;
}

std::string changeOnce(const std::filesystem::path& path) {
    std::error_code problem;
    {
        auto district = District::open(path, OpenMode::ReadWrite);
        if (!district)
            return "open: " + textOf(district.error().what);
        const auto done = (*district)->change({"test-name", {}}, {"next", PersonId()}, [&](Change& change) {
            return saveSetting(change, "name", (*district)->name() + "+");
        });
        if (!done)
            return "change: " + textOf(done.error().what) + " " + done.error().detail;
        if (const auto chain = (*district)->store().verifyJournal(); !chain || !chain->empty())
            return "the journal's chain is broken";
    }
    // A journal that never came into force is only removed by the next commit.
    for (const char* side : {"-journal", ".lock", "-wal", "-shm"})
        if (std::filesystem::exists(path.string() + side, problem))
            return std::string("left behind: ") + side;
    return {};
}

std::string faultText(const Proof& proof) { return fmt::format("{}", fmt::join(proof.faults, "\n")); }

} // namespace gridwarden::test
