// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/repair.h"

#include "core/check/geopackage_rows.h"
#include "core/check/number_check.h"
#include "core/check/schema_objects.h"
#include "core/check/state_check.h"
#include "core/check/words_check.h"
#include "core/store/interruption.h"

#include <limits>
#include <random>

#include <fmt/format.h>

namespace gridwarden::core {

namespace {

std::string quoted(const std::string& name) {
    std::string text = "\"";
    for (const char c : name)
        text += c == '"' ? std::string("\"\"") : std::string(1, c);
    return text + "\"";
}

/// The parts of a repair, inside the transaction.
class Repair {
  public:
    Repair(Change& change, CheckRun& run, RepairSteps& steps) : m_connection(change.connection()), m_now(change.at()), m_run(run), m_steps(steps) {}

    Result<void> all() {
        auto fresh = freshSchema();
        if (!fresh)
            return fail(fresh);
        for (const auto& part : {&Repair::indexes, &Repair::triggers, &Repair::objects, &Repair::geoPackage, &Repair::states, &Repair::words, &Repair::counters, &Repair::desks}) {
            if (auto done = (this->*part)(*fresh); !done)
                return done;
            if (auto going = m_run.reached(0); !going)
                return going;
        }
        return {};
    }

  private:
    Result<void> run(std::string_view sql, const std::vector<Value>& values, Message what) {
        if (auto done = m_connection.run(sql, values); !done)
            return fail(done);
        m_steps.push_back(std::move(what));
        return {};
    }

    Result<void> indexes(Connection&) {
        const auto damage = m_connection.rows("PRAGMA integrity_check(100)", {}, [](const Row& row) { return row.text(0); });
        if (!damage)
            return fail(damage);
        for (const std::string& line : *damage)
            if (line.find(" index ") != std::string::npos)
                return run("REINDEX", {}, {"repaired-indexes", {}});
        return {};
    }

    Result<void> triggers(Connection& fresh) {
        const auto expected = schemaObjects(fresh);
        const auto found = schemaObjects(m_connection);
        if (!expected || !found)
            return fail(expected ? found : expected);
        for (const auto& [key, object] : *found)
            if (key.first == "trigger" && !expected->contains(key) && expected->contains({"table", object.table}))
                if (auto done = run("DROP TRIGGER " + quoted(key.second), {}, {"repaired-trigger", {key.second}}); !done)
                    return done;
        return {};
    }

    /// Tables come before the views and indexes on them.
    Result<void> objects(Connection& fresh) {
        const auto expected = schemaObjects(fresh);
        const auto found = schemaObjects(m_connection);
        if (!expected || !found)
            return fail(expected ? found : expected);
        for (const bool isTable : {true, false})
            for (const auto& [key, object] : *expected) {
                const auto& [type, name] = key;
                const auto here = found->find(key);
                const bool isMissing = here == found->end();
                const bool isOurs = isRebuildable(type, name) || (isMissing && name.starts_with("gpkg_"));
                if ((type == "table") != isTable || !isOurs || (!isMissing && meansTheSame(here->second.sql, object.sql)))
                    continue;
                const auto taken = m_connection.integer("SELECT count(*) FROM sqlite_master WHERE name = ? AND type <> ?", {name, type});
                if (!taken)
                    return fail(taken);
                if (*taken != 0) // by something of another kind, which may hold somebody's data
                    continue;
                if (!isMissing)
                    if (auto dropped = m_connection.run("DROP " + type + " " + quoted(name)); !dropped)
                        return fail(dropped);
                if (auto made = run(object.sql, {}, {"repaired-object", {type, name}}); !made)
                    return made;
            }
        return {};
    }

    Result<void> geoPackage(Connection& fresh) {
        for (const char* mark : {"application_id", "user_version"}) {
            const std::string sql = std::string("PRAGMA ") + mark;
            const auto expected = fresh.integer(sql);
            const auto found = m_connection.integer(sql);
            if (!expected || !found)
                return fail(expected ? found : expected);
            if (*expected != *found)
                if (auto done = run(fmt::format("{} = {}", sql, *expected), {}, {"repaired-mark", {mark}}); !done)
                    return done;
        }
        const auto differences = compareGeoPackageRows(m_connection, fresh);
        if (!differences)
            return fail(differences);
        for (const GeoPackageDifference& difference : *differences)
            if (auto done = run(difference.mend, difference.mendValues, {"repaired-geopackage", {difference.row}}); !done)
                return done;
        return {};
    }

    Result<void> states(Connection&) {
        const auto rules = loadDerivingRules(m_connection);
        if (!rules)
            return {}; // without them nothing can be derived; the check says so
        const auto orphans = m_connection.run("DELETE FROM case_state WHERE case_id NOT IN (SELECT id FROM case_report)");
        if (!orphans)
            return fail(orphans);
        int rebuilt = *orphans;
        constexpr int PageSize = 2000;
        CaseId last(std::numeric_limits<std::int64_t>::min());
        while (true) {
            const auto page = readCasePage(m_connection, last, PageSize);
            if (!page)
                return fail(page);
            if (page->cases.empty())
                break;
            for (const CaseRows& rows : page->cases) {
                const auto expected = expectedState(rows, *rules);
                if (!expected || agrees(rows, *expected, *rules))
                    continue;
                if (auto done = writeState(m_connection, rows.report.id, expected->derived, expected->grid, rules->zone); !done)
                    return done;
                ++rebuilt;
            }
            last = page->cases.back().report.id;
            if (auto going = m_run.reached(0); !going)
                return going;
        }
        if (rebuilt > 0)
            m_steps.push_back({"repaired-states", {std::to_string(rebuilt)}});
        return {};
    }

    Result<void> words(Connection& fresh) {
        const auto expected = schemaObjects(fresh);
        if (!expected)
            return fail(expected);
        const auto mended = repairWords(m_connection, *expected);
        if (!mended)
            return fail(mended);
        if (*mended)
            m_steps.push_back({"repaired-words", {}});
        return {};
    }

    Result<void> counters(Connection&) {
        const auto highest = highestSerials(m_connection);
        if (!highest)
            return {}; // the pattern of the numbers is wrong; the check says so
        for (const auto& [name, serial] : *highest) {
            const auto value = m_connection.integer("SELECT value FROM counter WHERE name = ?", {name});
            if (!value)
                return fail(value);
            if (*value >= serial)
                continue;
            if (auto done = run("INSERT INTO counter(name, value) VALUES (?1, ?2) ON CONFLICT(name) DO UPDATE SET value = ?2", {name, serial},
                                {"repaired-counter", {name, std::to_string(serial)}});
                !done)
                return done;
        }
        return {};
    }

    /// A desk whose row is lost is named after its number: the machine is not known any more.
    Result<void> desks(Connection&) {
        const auto highest = highestIds(m_connection);
        if (!highest)
            return fail(highest);
        for (const auto& [desk, id] : *highest) {
            const auto last = m_connection.first("SELECT last_id FROM desk WHERE number = ?", {desk}, [](const Row& row) { return row.integer(0); });
            if (!last)
                return fail(last);
            if (last->value_or(0) >= id)
                continue;
            if (auto done = run("INSERT INTO desk(number, uuid, machine, last_id, since) VALUES (?1, lower(hex(randomblob(16))), 'desk ' || ?1, ?2, ?3) ON "
                                "CONFLICT(number) DO UPDATE SET last_id = ?2",
                                {desk, id, m_now}, {"repaired-desk", {std::to_string(desk)}});
                !done)
                return done;
        }
        return {};
    }

    Connection& m_connection;
    Moment m_now;
    CheckRun& m_run;
    RepairSteps& m_steps;
};

} // namespace

Result<RepairSteps> repairFile(District& district, const Actor& actor, const CheckProgress& progress) {
    FindingList unused;
    CheckRun run(district.connection(), unused, progress);
    const Interruption interruption(district.connection(), [&run] { return run.goesOn(); });
    RepairSteps steps;
    const Error nothing{ErrorCode::Refused, {"repair-nothing", {}}, {}, {}};
    const auto done = district.keepUp({"repair-district", {}}, actor, [&](Change& change) -> Result<void> {
        if (auto repaired = Repair(change, run, steps).all(); !repaired)
            return repaired;
        if (steps.empty())
            return tl::unexpected<Error>(nothing); // leaves no entry
        return {};
    });
    if (!done && done.error().what != nothing.what)
        return fail(done);
    return steps;
}

} // namespace gridwarden::core
