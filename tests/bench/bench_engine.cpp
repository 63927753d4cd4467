// SPDX-License-Identifier: GPL-3.0-or-later
// The counting engine and the import at the size of a large district: 2.46 million cases in about 4,000 grids.
//   bench_engine [--json] [--runs N] [--folder F] [import] [load] [places] [filter] [tally] …
// Files are made in the folder (default: here) and removed at the end. Needs a release build.
#include "core/district.h"
#include "core/figures/facts_builder.h"
#include "core/figures/facts_file.h"
#include "core/figures/figure_values.h"
#include "core/figures/indicators.h"
#include "core/figures/linked_counts.h"
#include "core/figures/tally.h"
#include "tests/bench/bench_board.h"
#include "tests/bench/bench_cases.h"
#include "tests/bench/bench_file.h"
#include "tests/bench/measures.h"

#include <sys/resource.h>
#include <thread>

using namespace gridwarden;
namespace fs = std::filesystem;

namespace {

constexpr std::int64_t CaseCount = 2'460'000, ImportedRows = 1'000'000;

void measureImport(const bench::Measures& measures, const fs::path& empty, const fs::path& filled, const fs::path& csv) {
    if (!measures.isWanted("import"))
        return;
    {
        auto district = bench::must(core::District::open(empty, core::OpenMode::ReadOnly), "open");
        bench::writeCases(csv, ImportedRows, district->categories());
    }
    std::unique_ptr<core::District> district;
    measures.time(
        "import of a table", ImportedRows, 3, [&] { bench::import(*district, csv); },
        [&] {
            district.reset();
            bench::clear(filled);
            fs::copy_file(empty, filled);
            district = bench::must(core::District::open(filled, core::OpenMode::ReadWrite), "open");
            district->keepDay();
        });
    district.reset();
    measures.value("import of a table: size of the file", ImportedRows, static_cast<double>(fs::file_size(filled)) / 1e6, "MB");
    bench::clear(filled);
}

/// Through the index of words, as the window does it: to the ids, and to the rows that are shown and counted.
void measureSearch(const bench::Measures& measures, core::District& district) {
    const auto figures = bench::must(district.figures(), "figures");
    for (const char* text : {"井盖", "江滨路", "路512", "江滨路 井盖", "0001234", "附"}) {
        core::Filter filter;
        filter.text = text;
        std::size_t hits = 0;
        measures.time(std::string("load: search for ") + text, CaseCount, 7, [&] { hits = bench::must(core::select(figures.context, filter), "search").size(); });
        measures.value(std::string("load: cases with ") + text, CaseCount, static_cast<double>(hits), "cases");
    }
}

/// What `gridwarden figures --of` and `gridwarden summary` do with an open district.
void measureSummary(const bench::Measures& measures, core::District& district) {
    const core::FigureDefinitions definitions = bench::must(core::figureDefinitions(district), "figures");
    const core::FigureSource source = bench::must(core::figureSource(district), "source");
    std::vector<std::string> ofSteps;
    for (const core::FigureDefinition& definition : definitions.all())
        if (std::holds_alternative<core::StepCount>(definition.rule))
            ofSteps.push_back(definition.key);
    const core::Day newYear = core::parseDay("2025-01-01").value();
    const core::Period month{newYear, newYear + std::chrono::days(30)}, year{newYear, newYear + std::chrono::days(364)};
    for (const auto& [name, period] : {std::pair("month", month), std::pair("year", year)})
        measures.time(fmt::format("load: figures of steps of a {}", name), CaseCount, 5,
                      [&, period = period] { bench::must(core::evaluateFigures(source.input, definitions, ofSteps, period), "steps"); });
    const core::SummaryTemplate text = bench::summaryOf(definitions, 150);
    for (const auto& [name, period] : {std::pair("month", month), std::pair("year", year)})
        measures.time(fmt::format("load: summary of a {} with 150 numbers", name), CaseCount, 5,
                      [&, period = period] { bench::must(core::writeSummary(source.input, definitions, text, period, {}), "summary"); });
}

void measureLoad(const bench::Measures& measures, const fs::path& empty, const fs::path& filled, const fs::path& csv, const fs::path& kept) {
    if (!measures.isWanted("load"))
        return;
    bench::clear(filled);
    fs::copy_file(empty, filled);
    {
        auto district = bench::must(core::District::open(filled, core::OpenMode::ReadWrite), "open");
        bench::writeCases(csv, CaseCount, district->categories());
        bench::import(*district, csv);
    }
    fs::remove(csv);
    auto district = bench::must(core::District::open(filled, core::OpenMode::ReadOnly), "open");
    std::shared_ptr<const core::CaseFacts> facts;
    const auto load = [&] {
        core::FactsKeeper keeper;
        bench::must(keeper.load(district->connection()), "load");
        facts = keeper.snapshot();
    };
    measures.time("load of the facts from the district", CaseCount, 3, load);
    if (!facts)
        load();
    measures.time("load as of a past moment", CaseCount, 1, [&] { bench::must(district->figures(core::now() - std::chrono::hours(24)), "as of"); });
    measures.time("load: writing the snapshot", CaseCount, 3, [&] { bench::must(core::FactsFile::write(kept, *facts, "bench", {}), "write"); });
    measures.value("load: size of the snapshot", CaseCount, static_cast<double>(fs::file_size(kept)) / 1e6, "MB");
    measures.time("load of the facts from the snapshot", CaseCount, 5, [&] {
        if (!core::FactsFile::read(kept, "bench"))
            std::exit(1);
    });
    fs::remove(kept);
    measureSearch(measures, *district);
    district.reset();
    bench::addSteps(filled);
    district = bench::must(core::District::open(filled, core::OpenMode::ReadOnly), "open");
    measureSummary(measures, *district);
    district.reset();
    bench::clear(filled);
}

void measurePlaces(const bench::Measures& measures) {
    const std::vector<core::Area> grids = bench::raggedGrids(63);
    const core::Day day = core::parseDay("2026-03-02").value();
    bench::Chance chance(246);
    std::vector<core::GeoPoint> places(CaseCount);
    for (core::GeoPoint& place : places)
        place = bench::somePlace(chance);
    std::vector<const core::Area*> found(CaseCount);
    measures.time("places: index of the grids", static_cast<std::int64_t>(grids.size()), 7,
                  [&] { (void)core::AreaRegister(grids, {}).at(places[0], core::AreaKind::Grid, day); });
    const core::AreaRegister areas(grids, {});
    (void)areas.at(places[0], core::AreaKind::Grid, day);
    const auto locate = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i)
            found[i] = areas.at(places[i], core::AreaKind::Grid, day);
    };
    measures.time("places to grids, one thread", CaseCount, 7, [&] { locate(0, CaseCount); });
    measures.time("places to grids, two threads", CaseCount, 7, [&] {
        std::jthread other([&] { locate(0, CaseCount / 2); });
        locate(CaseCount / 2, CaseCount);
    });
    for (std::size_t i = 0; i < places.size(); i += 997) { // by a plain search
        const auto plain = std::find_if(grids.begin(), grids.end(), [&](const core::Area& grid) { return contains(grid.shape, places[i]); });
        if ((plain == grids.end() ? core::AreaId() : plain->id) != (found[i] == nullptr ? core::AreaId() : found[i]->id)) {
            std::fprintf(stderr, "place %zu is in another grid\n", i);
            std::exit(1);
        }
    }
}

void measureFigures(const bench::Measures& measures) {
    if (!measures.isWanted("filter") && !measures.isWanted("tally") && !measures.isWanted("change"))
        return;
    const bench::CrowdedDistrict made(CaseCount);
    const core::FiguresContext context = made.context();
    const core::Filter everything;
    core::Filter narrow, window, inGrid, inStreet, inZone;
    narrow.categories = {core::CategoryId(1)};
    narrow.states = {core::CaseState::Handling};
    window.from = narrow.from = made.newYear + std::chrono::days(90);
    window.to = narrow.to = made.newYear + std::chrono::days(180);
    core::Filter late = everything;
    late.lamps = {core::Lamp::Red, core::Lamp::Yellow};
    inGrid.areas = {core::AreaId(1000)};
    inStreet.areas = {core::AreaId(bench::FirstStreet)};
    inZone.areas = {core::AreaId(bench::FirstZone)};
    const auto filter = [&](const char* name, const core::Filter& wanted) {
        measures.time(name, CaseCount, 7, [&] { (void)core::select(context, wanted).value(); });
    };
    filter("filter: none", everything);
    filter("filter: a time window", window);
    filter("filter: category, state and days", narrow);
    filter("filter: red and yellow lamps", late);
    filter("filter: a grid", inGrid);
    filter("filter: a street", inStreet);
    filter("filter: a zone without a shape", inZone);
    const core::Selection all = core::select(context, everything).value();
    using core::TallyKey;
    const auto tally = [&](const std::string& name, const std::vector<TallyKey>& keys, core::AreaKind kind, core::GridsOf grids) {
        measures.time("tally: " + name, CaseCount, 5, [&] { (void)core::tally(context, made.people, all, keys, kind, grids); });
    };
    measures.time("tally: grid, category and month", CaseCount, 9, [&] {
        const auto crossed = core::crossCount(context, made.people, all, {TallyKey::Area, TallyKey::Category, TallyKey::Month},
                                              core::AreaKind::Grid, core::GridsOf::Then);
        static bool isSaid = false;
        if (!std::exchange(isSaid, true))
            measures.value("tally: grid, category and month: groups", CaseCount, static_cast<double>(crossed.groups.size()), "groups");
    });
    for (const TallyKey key : {TallyKey::Category, TallyKey::CategoryTop, TallyKey::State, TallyKey::Lamp, TallyKey::Source, TallyKey::Handler,
                               TallyKey::Month, TallyKey::Week, TallyKey::Day, TallyKey::HourOfWeek})
        tally(std::string(core::tallyKeyKey(key)), {key}, core::AreaKind::Grid, core::GridsOf::Then);
    tally("grid of the day", {TallyKey::Area}, core::AreaKind::Grid, core::GridsOf::Then);
    tally("grid of today", {TallyKey::Area}, core::AreaKind::Grid, core::GridsOf::Now);
    tally("street", {TallyKey::Area}, core::AreaKind::Street, core::GridsOf::Then);
    tally("grid and category", {TallyKey::Area, TallyKey::Category}, core::AreaKind::Grid, core::GridsOf::Then);
    measures.time("tally: all", CaseCount, 7, [&] { (void)core::countAll(context, all); });
    std::vector<core::CaseSource> sources(3);
    for (std::size_t i = 0; i < sources.size(); ++i)
        sources[i].key = made.facts->sources()[i];
    sources[0].isCollector = sources[1].isPublic = true;
    core::FiguresContext withPeople = context;
    withPeople.people = &made.people;
    const core::FigureInput input{.cases = withPeople, .sources = sources, .within = {}};
    const core::FigureDefinitions shipped = core::shippedFigures().value(), board = bench::boardOf(made);
    const auto figures = [&](const char* name, const core::FigureDefinitions& definitions) {
        std::vector<std::string> keys;
        for (const core::FigureDefinition& definition : definitions.all())
            if (!std::holds_alternative<core::StepCount>(definition.rule))
                keys.push_back(definition.key);
        measures.value(fmt::format("tally: {}", name), CaseCount, static_cast<double>(keys.size()), "figures");
        for (const auto& [span, days] : {std::pair("a month", 30), std::pair("a year", 365), std::pair("all time", 3650)})
            measures.time(fmt::format("tally: {} of {}", name, span), CaseCount, 7, [&, days = days] {
                (void)core::evaluateFigures(input, definitions, keys, {made.newYear, made.newYear + std::chrono::days(days)}).value();
            });
    };
    const core::Period march{made.newYear + std::chrono::days(59), made.newYear + std::chrono::days(89)};
    measures.time("tally: indicators of a month", CaseCount, 5, [&] { (void)core::indicators(input, shipped, march).value(); });
    figures("shipped figures of cases", shipped);
    figures("the whole board", board);
    for (const auto& [name, brushed] : {std::pair("nothing", everything), std::pair("a category and hours", [&] {
             core::Filter brush = everything;
             brush.categories = {core::CategoryId(1)};
             brush.hoursOfWeek = {8, 9, 10, 32, 33, 34};
             return brush;
         }())}) {
        const core::Selection base = core::select(context, core::withoutLinked(brushed)).value();
        measures.time(std::string("tally: linked views, brushed ") + name, CaseCount, 9, [&] { (void)core::linkedCounts(context, brushed, base); });
    }
    measures.time("change of one case", CaseCount, 7, [&] {
        core::FactsBuilder builder(*made.facts);
        core::CaseFact fact = (*made.facts)[1'000'000];
        fact.state = core::CaseState::Closed;
        builder.put(fact);
        (void)builder.finish();
    });
    std::size_t bytes = 0;
    std::string chunkBytes;
    for (const auto& chunk : made.facts->chunks()) {
        chunkBytes.clear();
        chunk->write(chunkBytes);
        bytes += chunkBytes.size();
    }
    measures.value("filter: memory of the columns", CaseCount, static_cast<double>(bytes) / 1e6, "MB");
}

} // namespace

int main(int count, char** arguments) {
    fs::path folder = ".";
    std::vector<char*> rest;
    for (int i = 0; i < count; ++i)
        if (std::string_view(arguments[i]) == "--folder" && i + 1 < count)
            folder = arguments[++i];
        else
            rest.push_back(arguments[i]);
    const bench::Measures measures(static_cast<int>(rest.size()), rest.data(), bench::Measures::Words::Names);
    const fs::path empty = folder / "bench-empty.gpkg", filled = folder / "bench-filled.gpkg", csv = folder / "bench-cases.csv",
                   kept = folder / "bench.facts";
    if (measures.isWanted("import") || measures.isWanted("load")) {
        bench::makeEmpty(empty);
        measureImport(measures, empty, filled, csv);
        measureLoad(measures, empty, filled, csv, kept);
        bench::clear(empty);
        fs::remove(csv);
    }
    if (measures.isWanted("places"))
        measurePlaces(measures);
    measureFigures(measures);
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    measures.value("memory at most", CaseCount, static_cast<double>(used.ru_maxrss) / 1e3, "MB");
}
