// SPDX-License-Identifier: GPL-3.0-or-later
// An import reads on one thread and writes on another: the same must come of it as of reading row by row.
#include "core/base/digest.h"
#include "core/base/resources.h"
#include "gis/source/case_import_setup.h"
#include "gis/source/case_row_reader.h"
#include "tests/gis/source/case_import_sample.h"

#include <fmt/format.h>
#include <random>
#include <regex>
#include <set>

using namespace gridwarden;
using namespace gridwarden::test;
using Lines = std::vector<std::string>;

namespace {

const Lines Mapping = {"number=no",   "reported=when",  "filed=filed",   "closed=end", "due=due",  "category=kind", "description=what",
                       "source=from", "longitude=x", "latitude=y", "handler=to", "quantity=n", "reporter=who"};

/// A few thousand rows, so that there are several batches: good ones, odd ones, and some that cannot be a case.
std::string randomTable(unsigned seed, int rows) {
    std::mt19937 random(seed);
    const auto below = [&](int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); };
    const auto rarely = [&](const std::string& odd, const std::string& usual) { return below(12) == 0 ? odd : usual; };
    const auto time = [&] { return fmt::format("2026-{:02}-{:02} {:02}:{:02}", 1 + below(12), 1 + below(28), below(24), below(60)); };
    std::string text = "no,when,filed,end,due,kind,what,from,x,y,to,n,who,group\n";
    for (int i = 0; i < rows; ++i) {
        if (below(200) == 0) {
            text += "torn,2026-01-01 10:00\n";
            continue;
        }
        const std::string number = rarely("", fmt::format("N{}", below(rows * 3)));
        text += fmt::format("{},{},{},{},{},{},{},{},{},{},{},{},{},{}\n", number, rarely(below(2) == 0 ? "" : "soon", time()),
                            below(2) == 0 ? time() : "", rarely("never", below(2) == 0 ? time() : ""), below(3) == 0 ? time() : "",
                            rarely(fmt::format("unknown {}", below(3)), below(2) == 0 ? "09006" : "09001"),
                            rarely("\"two\nlines, \"\"quoted\"\"\"", fmt::format("what {}", i)), rarely("pigeon post", "视频巡查"),
                            rarely("999", fmt::format("{:.5f}", 120.63 + below(4000) * 1e-5)),
                            rarely("", fmt::format("{:.5f}", 27.99 + below(4000) * 1e-5)), rarely("Nobody", "一中队"),
                            rarely("many", std::to_string(below(9))), below(4) == 0 ? "王五" : "",
                            below(3) == 0 ? std::to_string(below(rows)) : "");
    }
    return text;
}

/// What an import has to be, row after row with nothing beside it.
gis::CaseImportReport readPlainly(SmallDistrict& sample, const std::filesystem::path& file, const gis::CaseImportOptions& options) {
    auto table = gis::Table::open(file).value();
    const auto columns = gis::CaseColumns::bind(options.mapping, table).value();
    const auto group = gis::columnsOf(table, options.groupBy).value();
    auto places = gis::CasePlaceReader::make(columns, table, file, "").value();
    auto formats = gis::givenTimeFormats(columns, options.timeFormat).value();
    auto reader = gis::CaseRowReader::make(*sample.district, columns, std::move(places), std::move(formats),
                                           sample.district->timeZone(), {}, false)
                      .value();
    gis::CaseImportReport report;
    std::vector<core::ImportedCase> cases;
    std::set<std::string> numbers, groups;
    for (const std::string& number : core::caseNumbers(sample.district->connection()).value())
        numbers.insert(number);
    std::map<std::string, std::size_t> unknown;
    while (const auto row = table.next().value()) {
        ++report.read;
        gis::ReadRow read = reader.read(*row);
        const std::string& number = read.value.number;
        const std::string key = group.empty() ? "" : row->values[group.front()];
        if (!read.isRefused && !key.empty() && groups.contains(key)) {
            ++report.accepted;
            continue;
        }
        const bool isKnown = !read.isRefused && !number.empty() && numbers.contains(number);
        report.duplicates += isKnown ? 1 : 0;
        if (isKnown && options.onDuplicate == core::OnDuplicate::Reject) {
            read.isRefused = true;
            read.problems = {{row->number, "no", number, {"number-duplicate", {number}}, true}};
        }
        ++(read.isRefused ? report.rejected : report.accepted);
        if (!read.isRefused && !key.empty())
            groups.insert(key);
        if (!read.isRefused && isKnown && options.onDuplicate == core::OnDuplicate::Skip)
            continue;
        report.problems.insert(report.problems.end(), read.problems.begin(), read.problems.end());
        if (read.isRefused)
            continue;
        if (!read.value.categoryText.empty())
            ++unknown[read.value.categoryText];
        if (!number.empty())
            numbers.insert(number);
        cases.push_back(std::move(read.value));
    }
    report.unknownCategories = gis::byFrequency(unknown);
    core::ImportRecord record{"plain", "", 0};
    const auto done = sample.district->importBatch({"test", {}}, sample.actor, record, [&](core::Change& change) -> core::Result<void> {
        const auto counts = core::writeImportedCases(*sample.district, change, cases, options.onDuplicate);
        if (!counts)
            return core::fail(counts);
        report.outside = counts->outside;
        return {};
    });
    REQUIRE(done);
    report.cases = sample.district->connection().integer("SELECT count(*) FROM case_report").value();
    return report;
}

Lines problemsOf(const gis::CaseImportReport& report) {
    Lines lines;
    for (const gis::ImportProblem& problem : report.problems)
        lines.push_back(fmt::format("{} {} {} [{}] {} {}", problem.isRefused, problem.row, problem.field, problem.value, problem.reason.key,
                                    fmt::join(problem.reason.arguments, "|")));
    return lines;
}

/// The ids of two districts differ: what they name stands in their place.
std::string withNames(SmallDistrict& sample, const std::string& text) {
    static const std::regex someId(R"(\b[0-9]{15,16}\b)");
    std::string named;
    auto rest = text.begin();
    for (std::sregex_iterator found(text.begin(), text.end(), someId), end; found != end; ++found) {
        const std::int64_t id = std::stoll(found->str());
        const core::Category* category = sample.district->categories().find(core::CategoryId(id));
        named.append(rest, text.begin() + found->position());
        named += category != nullptr ? category->key.text() : core::OrganisationId(id) == sample.squad ? "squad" : found->str();
        rest = text.begin() + found->position() + found->length();
    }
    return named.append(rest, text.end());
}

/// All that is stored of the cases but the ids and when it was entered.
Lines stored(SmallDistrict& sample) {
    return sample.district->connection()
        .rows("SELECT json_array(r.number, k.code, r.category_text, r.description, r.address, r.source, r.quantity, r.unit, r.longitude, "
              "r.latitude, (SELECT json_group_array(json_array(t.kind, t.actor, t.detail, t.case_id = r.id, t.batch IS NULL)) FROM step t "
              "WHERE t.case_id = r.id), s.state, s.resumed, s.category IS r.category, s.longitude, s.latitude, hex(s.geometry), g.code, "
              "s.reported, s.filed, s.dispatched, s.handled, s.closed, s.limit_value, s.limit_unit, s.due, s.soon, s.organisation IS NULL, "
              "s.flags, s.calendar_version, s.last_step < s.reported, s.utc_offset, c.reporter) FROM case_report r JOIN case_state s ON "
              "s.case_id = r.id LEFT JOIN category k ON k.id = s.category LEFT JOIN area g ON g.id = s.grid LEFT JOIN case_contact c ON "
              "c.case_id = r.id ORDER BY r.number, r.id",
              {}, [&](const core::Row& row) { return withNames(sample, row.text(0)); })
        .value();
}

/// Names the first line that differs instead of printing all of them.
void checkEqual(const Lines& found, const Lines& expected) {
    CHECK(found.size() == expected.size());
    for (std::size_t i = 0; i < std::min(found.size(), expected.size()); ++i)
        REQUIRE(found[i] == expected[i]);
}

} // namespace

TEST_CASE("reading ahead gives what reading row by row gives", "[gis][cases][import]") {
    const unsigned seed = GENERATE(1U, 2U, 3U);
    const auto onDuplicate = GENERATE(core::OnDuplicate::Reject, core::OnDuplicate::Skip, core::OnDuplicate::Update);
    CaseImportSample ahead, plain;
    const auto file = ahead.write("cases.csv", randomTable(seed, 3500));
    gis::CaseImportOptions options;
    options.mapping = mappingOf(Mapping);
    options.onDuplicate = onDuplicate;
    options.timeFormat = "%Y-%m-%d %H:%M";
    if (seed == 2)
        options.groupBy = {"group"};

    const auto report = ahead.import(file, options);
    const auto expected = readPlainly(plain, file, options);
    CHECK(report.read == expected.read);
    CHECK(report.accepted == expected.accepted);
    CHECK(report.rejected == expected.rejected);
    CHECK(report.duplicates == expected.duplicates);
    CHECK(report.cases == expected.cases);
    if (onDuplicate != core::OnDuplicate::Update) // where a case that comes again counts once
        CHECK(report.outside == expected.outside);
    CHECK(report.rejected > 100);
    checkEqual(problemsOf(report), problemsOf(expected));
    REQUIRE(report.unknownCategories.size() == expected.unknownCategories.size());
    for (std::size_t i = 0; i < report.unknownCategories.size(); ++i) {
        CHECK(report.unknownCategories[i].text == expected.unknownCategories[i].text);
        CHECK(report.unknownCategories[i].rows == expected.unknownCategories[i].rows);
    }
    checkEqual(stored(ahead), stored(plain));
    CHECK(ahead.district->connection().text("SELECT digest FROM journal ORDER BY sequence DESC LIMIT 1").value() ==
          core::sha256OfFile(file).value());
}

TEST_CASE("an import that is stopped while it reads ahead leaves the file as it was", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("cases.csv", randomTable(5, 12'000));
    gis::CaseImportOptions options;
    options.mapping = mappingOf(Mapping);
    options.timeFormat = "%Y-%m-%d %H:%M";
    REQUIRE(sample.district->change({"test", {}}, sample.actor,
                                    [](core::Change& change) { return core::saveSetting(change, "test", "before"); }));
    const auto before = core::readFile(sample.district->path()).value();
    const double end = GENERATE(0.0, 0.2, 0.6, 0.95);
    const auto report =
        gis::importCases(*sample.district, sample.actor, file, options, [&](double share) { return share < end; });
    REQUIRE_FALSE(report);
    CHECK(report.error().code == core::ErrorCode::Cancelled);
    CHECK(core::readFile(sample.district->path()).value() == before);
    CHECK(sample.import(file, options).cases > 5000); // and it can be imported afterwards
}

TEST_CASE("an import whose writing fails ends its reading", "[gis][cases][import]") {
    CaseImportSample sample;
    const auto file = sample.write("cases.csv", randomTable(6, 12'000));
    gis::CaseImportOptions options;
    options.mapping = mappingOf(Mapping);
    options.timeFormat = "%Y-%m-%d %H:%M";
    const auto pages = sample.district->connection().integer("PRAGMA page_count").value();
    REQUIRE(sample.district->connection().script(fmt::format("PRAGMA max_page_count = {}", pages + 200))); // as if the disk were full
    const auto report = gis::importCases(*sample.district, sample.actor, file, options);
    REQUIRE_FALSE(report);
    CHECK(report.error().what.key == "disk-full");
    CHECK(sample.caseCount() == 0);
}
