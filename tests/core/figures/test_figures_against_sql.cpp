// SPDX-License-Identifier: GPL-3.0-or-later
// What the figures count equals what plain SQL counts in the file, after random edits, undos and redos.
#include "core/figures/tally.h"
#include "tests/core/figures/random_desk.h"

#include <fmt/format.h>
#include <map>
#include <set>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const std::string Local = "s.reported + 28800, 'unixepoch'";
const std::string IsIn02Now =
    "s.longitude >= 120.65 AND s.longitude < 120.655 AND s.latitude >= 28.0 AND s.latitude < 28.01";
const std::string IsIn02Before =
    "s.longitude >= 120.65 AND s.longitude < 120.66 AND s.latitude >= 28.0 AND s.latitude < 28.01";

/// The four squares; 02 was redrawn to its western half on 1 March 2026.
std::string gridSql(const std::string& isIn02) {
    return "CASE WHEN s.longitude >= 120.64 AND s.longitude < 120.65 AND s.latitude >= 28.0 AND s.latitude < 28.01 "
           "THEN '01' "
           "WHEN " +
           isIn02 +
           " THEN '02' "
           "WHEN s.longitude >= 120.64 AND s.longitude < 120.65 AND s.latitude >= 28.01 AND s.latitude < 28.02 THEN "
           "'03' "
           "WHEN s.longitude >= 120.65 AND s.longitude < 120.66 AND s.latitude >= 28.01 AND s.latitude < 28.02 THEN "
           "'04' END";
}
const std::string GridThen =
    gridSql("iif(date(" + Local + ") < '2026-03-01', " + IsIn02Before + ", " + IsIn02Now + ")");
const std::string GridNow = gridSql(IsIn02Now);
const std::string ZoneSql = "CASE WHEN s.longitude >= 120.64 AND s.longitude < 120.66 AND s.latitude >= 28.0 AND "
                            "s.latitude < 28.02 THEN 'Z1' END";

/// As of ?1.
const std::string StateSql = "(CASE WHEN s.state = 7 AND s.suspended_until <= ?1 THEN s.resumed ELSE s.state END)";
const std::string IsOverdue =
    "(" + StateSql + " IN (1, 2, 3, 4) AND s.due IS NOT NULL AND s.due < ?1 AND s.flags & 16 = 0)";
const std::string LampSql = "(CASE WHEN " + StateSql +
                            " IN (5, 6, 8, 9) THEN 'grey' WHEN s.due IS NULL THEN NULL WHEN " + IsOverdue +
                            " THEN 'red' WHEN s.due < ?1 OR s.soon < ?1 THEN 'yellow' ELSE 'green' END)";

std::string categorySql(const std::string& id) {
    return "(SELECT standard || iif(kind = '', '', ':' || kind) || ':' || code FROM category WHERE id = " + id + ")";
}

std::string keySql(TallyKey key, AreaKind kind, GridsOf grids) {
    switch (key) {
    case TallyKey::Area:
        return kind == AreaKind::Zone ? ZoneSql : grids == GridsOf::Then ? GridThen : GridNow;
    case TallyKey::Category:
        return categorySql("s.category");
    case TallyKey::CategoryTop:
        return categorySql("(SELECT coalesce(parent, id) FROM category WHERE id = s.category)");
    case TallyKey::State:
        return "CASE " + StateSql +
               " WHEN 1 THEN 'reported' WHEN 2 THEN 'filed' WHEN 3 THEN 'handling' WHEN 4 THEN 'handled' WHEN 5 THEN "
               "'closed' "
               "WHEN 6 THEN 'rejected' WHEN 7 THEN 'suspended' WHEN 8 THEN 'transferred' ELSE 'void' END";
    case TallyKey::Lamp:
        return LampSql;
    case TallyKey::Source:
        return "r.source";
    case TallyKey::Handler:
        return "coalesce((SELECT code FROM person WHERE id = s.person), (SELECT code FROM organisation WHERE id = "
               "s.organisation))";
    case TallyKey::Organisation:
        return "(SELECT code FROM organisation WHERE id = s.organisation)";
    case TallyKey::Method: // of the last handling that no rework, return or reopening undid
        return "(SELECT nullif(coalesce(detail ->> 'm', ''), '') FROM step WHERE case_id = s.case_id AND kind IN (4, 9, 11, 14) ORDER BY at DESC, recorded DESC, "
               "id DESC LIMIT 1)";
    case TallyKey::RoadGrade:
        return "NULL";
    case TallyKey::Month:
        return "strftime('%Y-%m', " + Local + ")";
    case TallyKey::Week: // the ordinal of the Thursday of the week
        return "strftime('%Y', " + Local + ", '-3 days', 'weekday 4') || '-W' || printf('%02d', (strftime('%j', " +
               Local + ", '-3 days', 'weekday 4') - 1) / 7 + 1)";
    case TallyKey::Day:
        return "date(" + Local + ")";
    case TallyKey::HourOfWeek:
        return "((strftime('%w', " + Local + ") + 6) % 7 + 1) || '-' || strftime('%H', " + Local + ")";
    }
    return {};
}

/// A random filter and the same as SQL.
struct Question {
    Filter filter;
    std::string where = "1";
    void add(const std::string& condition) { where += " AND " + condition; }
};

Question askSomething(RandomDesk& desk) {
    Question question;
    Filter& filter = question.filter;
    filter.grids = desk.below(2) == 0 ? GridsOf::Then : GridsOf::Now;
    switch (desk.below(4)) {
    case 0:
        filter.areas = {desk.sample.grids[1], desk.sample.grids[2]};
        question.add("(" + (filter.grids == GridsOf::Then ? GridThen : GridNow) + ") IN ('02', '03')");
        break;
    case 1:
        filter.areas = {desk.sample.zone};
        question.add("(" + ZoneSql + ") = 'Z1'");
        break;
    case 2:
        filter.outside = true;
        question.add("(" + (filter.grids == GridsOf::Then ? GridThen : GridNow) + ") IS NULL");
        break;
    default:
        break;
    }
    if (desk.below(3) == 0) {
        const CategoryId category = desk.below(2) == 0 ? desk.category() : desk.sample.category("2026:matter:09");
        filter.categories = {category};
        question.add(
            fmt::format("s.category IN (SELECT id FROM category WHERE id = {0} OR parent = {0})", category.value()));
    }
    if (desk.below(3) == 0) {
        filter.states = {CaseState::Handling, CaseState::Closed, CaseState::Suspended};
        question.add(StateSql + " IN (3, 5, 7)");
    }
    if (desk.below(3) == 0) {
        filter.sources = {"patrol", "video"};
        question.add("r.source IN ('patrol', 'video')");
    }
    if (desk.below(4) == 0) {
        filter.lamps = {Lamp::Yellow, Lamp::Grey};
        question.add(LampSql + " IN ('yellow', 'grey')");
    }
    if (desk.below(4) == 0) {
        filter.overdueOnly = true;
        question.add(IsOverdue);
    }
    switch (desk.below(6)) {
    case 0:
        filter.organisations = {desk.sample.squad};
        question.add(fmt::format("s.organisation = {}", desk.sample.squad.value()));
        break;
    case 1:
        filter.people = {desk.sample.li};
        question.add(fmt::format("s.person = {}", desk.sample.li.value()));
        break;
    default:
        break;
    }
    if (desk.below(4) == 0) {
        filter.reworkedOnly = true;
        question.add("(SELECT count(*) FROM step WHERE case_id = s.case_id AND kind IN (11, 14)) > 0");
    }
    if (desk.below(6) == 0) { // the last urging was not a reply, and the case did not end since
        filter.urgedOnly = true;
        question.add(StateSql + " IN (1, 2, 3, 4, 7) AND (SELECT detail ->> 're' IS NULL FROM step WHERE case_id = s.case_id AND kind IN (4, 6, 12, 13, 18, 20) "
                                "ORDER BY at DESC, recorded DESC, id DESC LIMIT 1) AND (SELECT kind FROM step WHERE case_id = s.case_id AND kind IN (4, 6, 12, 13, "
                                "18, 20) ORDER BY at DESC, recorded DESC, id DESC LIMIT 1) = 18");
    }
    if (desk.below(6) == 0) {
        filter.problemsOnly = true;
        question.add("NOT EXISTS (SELECT 1 FROM step WHERE case_id = s.case_id AND kind = 22)");
    }
    if (desk.below(3) == 0) {
        filter.dueFrom = day("2026-01-05") + std::chrono::days(desk.below(60));
        if (desk.below(2) == 0)
            filter.dueTo = *filter.dueFrom + std::chrono::days(desk.below(40));
        question.add("date(s.due + 28800, 'unixepoch') BETWEEN '" + dayText(*filter.dueFrom) + "' AND '" +
                     dayText(filter.dueTo.value_or(day("9999-12-31"))) + "' AND " + StateSql + " IN (1, 2, 3, 4)");
    }
    if (desk.below(3) == 0) {
        filter.from = day("2026-01-20");
        filter.to = *filter.from + std::chrono::days(desk.below(100));
        question.add("date(" + Local + ") BETWEEN '2026-01-20' AND '" + dayText(*filter.to) + "'");
    }
    if (desk.below(4) == 0) {
        const auto [text, letters] =
            desk.oneOf<std::pair<std::string, std::string>>({{"litter_", "litter"},
                                                             {"100%", "100"},
                                                             {"路", "路"},
                                                             {"更正", "更正"},
                                                             {"road", "road"}}); // signs are passed over
        filter.text = text;
        question.add("(instr(lower(coalesce(s.description, r.description)), '" + letters +
                     "') OR instr(lower(r.address), '" + letters + "') OR instr(r.number, '" + letters + "'))");
    }
    return question;
}

using Table = std::map<std::vector<std::string>, std::vector<std::int64_t>>;

std::string textOf(const std::optional<std::string>& key) {
    return key.value_or("(none)");
}

Table countInSql(Connection& connection, const Question& question, const std::vector<std::string>& keys, Moment asOf) {
    std::string columns;
    for (const std::string& key : keys)
        columns += "coalesce(" + key + ", '(none)'), ";
    const std::string sql = "SELECT " + columns + "count(*), sum(" + StateSql + " IN (1, 2, 3, 4, 7)), sum(" +
                            StateSql + " IN (5, 6, 8)), sum(" + StateSql + " = 9), sum(" + IsOverdue + "), sum(" +
                            StateSql +
                            " IN (5, 6, 8) AND s.due IS NOT NULL AND s.closed > s.due AND s.flags & 16 = 0), sum(s.state <> 9 AND NOT EXISTS (SELECT 1 FROM step WHERE "
                            "case_id = s.case_id AND kind = 22)) "
                            "FROM case_state s JOIN case_report r ON r.id = s.case_id WHERE " +
                            question.where + (keys.size() == 3 ? " GROUP BY 1, 2, 3" : keys.size() == 2 ? " GROUP BY 1, 2" : " GROUP BY 1");
    Table table;
    const auto done = connection.each(sql, {asOf}, [&](const Row& row) {
        std::vector<std::string> texts;
        int column = 0;
        while (column < static_cast<int>(keys.size()))
            texts.push_back(row.text(column++));
        std::vector<std::int64_t> counts;
        for (int i = 0; i < 7; ++i)
            counts.push_back(row.integer(column++));
        table[texts] = counts;
        return true;
    });
    INFO(sql);
    REQUIRE(done);
    return table;
}

/// Groups of three keys, without the rows behind them.
void compareCrossed(RandomDesk& desk, const FiguresContext& context, const Question& question, const Selection& selection, AreaKind kind) {
    std::vector<TallyKey> keys;
    std::vector<std::string> keysSql;
    for (int k = 0; k < 3; ++k) {
        keys.push_back(static_cast<TallyKey>(desk.below(static_cast<int>(TallyKey::HourOfWeek) + 1)));
        keysSql.push_back(keySql(keys.back(), kind, question.filter.grids));
    }
    const CrossCount crossed = crossCount(context, desk.district().people(), selection, keys, kind, question.filter.grids);
    std::map<std::vector<std::string>, std::int64_t> counted, expected;
    for (const CrossCount::Group& group : crossed.groups) {
        std::vector<std::string> texts;
        for (std::size_t k = 0; k < keys.size(); ++k)
            texts.push_back(textOf(crossed.values[k].at(group.values[k]).text));
        CHECK(counted.try_emplace(texts, group.count).second);
    }
    for (const auto& [texts, counts] : countInSql(desk.district().connection(), question, keysSql, context.asOf))
        expected[texts] = counts.front();
    CHECK(counted == expected);
}

void compare(RandomDesk& desk) {
    const Moment asOf = now();
    const auto figures = desk.district().figures().value();
    FiguresContext context = figures.context;
    context.asOf = asOf;
    for (int i = 0; i < 5; ++i) {
        const Question question = askSomething(desk);
        INFO(question.where);
        const auto selection = select(context, question.filter);
        REQUIRE(selection);
        const auto kind = desk.below(2) == 0 ? AreaKind::Grid : AreaKind::Zone;
        std::vector<TallyKey> keys;
        std::vector<std::string> keysSql;
        for (int k = 0; k <= desk.below(2); ++k) {
            keys.push_back(static_cast<TallyKey>(desk.below(static_cast<int>(TallyKey::HourOfWeek) + 1)));
            keysSql.push_back(keySql(keys.back(), kind, question.filter.grids));
            INFO(tallyKeyKey(keys.back()));
        }
        Table counted;
        std::size_t rowsBehind = 0;
        for (const TallyRow& row :
             tally(context, desk.district().people(), *selection, keys, kind, question.filter.grids)) {
            std::vector<std::string> texts;
            for (const auto& key : row.keys)
                texts.push_back(textOf(key));
            const Counts& c = row.counts;
            CHECK(counted
                      .try_emplace(texts,
                                   std::vector<std::int64_t>{c.count, c.open, c.closed, c.voided, c.overdue, c.late, c.problems})
                      .second);
            CHECK(c.count == static_cast<std::int64_t>(row.rows.size()));
            rowsBehind += row.rows.size();
        }
        CHECK(rowsBehind == selection->size());
        CHECK(counted == countInSql(desk.district().connection(), question, keysSql, asOf));
        compareCrossed(desk, context, question, *selection, kind);
    }
}

/// Redraws grid 02 from 1 March on.
void redraw(SmallDistrict& sample) {
    const auto done = sample.district->change({"test-redraw", {}}, sample.actor, [&](Change& change) -> Result<void> {
        if (auto ended = endArea(change, sample.grids[1], day("2026-02-28")); !ended)
            return ended;
        Area area;
        area.kind = AreaKind::Grid;
        area.code = "02";
        area.name = "网格02";
        area.from = day("2026-03-01");
        area.shape.polygons = {{{{120.65, 28.0}, {120.655, 28.0}, {120.655, 28.01}, {120.65, 28.01}, {120.65, 28.0}}}};
        const auto added = addArea(change, area);
        return added ? Result<void>() : fail(added);
    });
    REQUIRE(done);
}

} // namespace

TEST_CASE("figures agree with plain SQL after random edits and undos") {
    RandomDesk desk(GENERATE(1U, 2U));
    redraw(desk.sample);
    for (int round = 0; round < 8; ++round) {
        for (int i = 0; i < 30; ++i)
            desk.act();
        compare(desk);
        if (round % 3 == 1) { // an import that is taken back, and one that stays
            desk.import(20 + desk.below(40));
            compare(desk);
            desk.takeBack();
            compare(desk);
            desk.import(20);
        }
        const int steps = desk.below(5);
        for (int i = 0; i < steps; ++i)
            desk.takeBack();
        compare(desk);
        for (int i = 0; i < steps / 2; ++i)
            desk.doAgain();
        compare(desk);
    }
    // What was kept in step is what a fresh reading gives.
    FactsKeeper fresh;
    REQUIRE(fresh.load(desk.district().connection()));
    const auto kept = desk.district().facts().value();
    std::size_t cases = 0;
    fresh.snapshot()->each([&](std::size_t, const CaseFact& fact) {
        ++cases;
        const auto row = kept->rowOf(fact.id);
        REQUIRE(row);
        CHECK((*kept)[*row].state == fact.state);
        CHECK((*kept)[*row].due == fact.due);
        CHECK((*kept)[*row].grid == fact.grid);
    });
    // The edits reach most states; else little was compared.
    std::set<CaseState> states;
    kept->each([&](std::size_t, const CaseFact& fact) { states.insert(fact.state); });
    CHECK(states.size() >= 6);
    std::size_t keptCases = 0;
    kept->each([&](std::size_t, const CaseFact&) { ++keptCases; });
    CHECK(cases == keptCases);
}
