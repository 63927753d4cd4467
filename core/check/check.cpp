// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/check.h"

#include "core/check/evaluation_check.h"
#include "core/check/number_check.h"
#include "core/check/photo_check.h"
#include "core/check/reference_check.h"
#include "core/check/schema_check.h"
#include "core/check/shape_check.h"
#include "core/check/state_check.h"
#include "core/check/words_check.h"
#include "core/store/interruption.h"

#include <algorithm>

namespace gridwarden::core {

namespace {

Result<void> checkIntegrity(CheckRun& run) {
    const auto lines = run.connection().rows("PRAGMA integrity_check(100)", {}, [](const Row& row) { return row.text(0); });
    if (!lines)
        return fail(lines);
    for (const std::string& line : *lines)
        if (line != "ok") // what is only an index can be made anew
            run.fault({"file-damaged", {line}}, line.find(" index ") != std::string::npos ? Remedy::Repair : Remedy::Restore);
    return {};
}

Result<void> checkJournal(CheckRun& run, Store& store) {
    const auto chain = store.verifyJournal();
    if (!chain)
        return fail(chain);
    for (const Message& message : *chain)
        run.fault(message, Remedy::Restore);
    return {};
}

Result<void> checkCalendar(CheckRun& run) {
    const auto rules = loadDerivingRules(run.connection());
    if (!rules)
        return fail(rules);
    const auto year = static_cast<int>(std::chrono::year_month_day(rules->zone.day(now())).year());
    if (!rules->calendars.current().coversYear(year))
        run.note({"calendar-year-missing", {std::to_string(year)}}, Remedy::Edit);
    return {};
}

} // namespace

std::size_t CheckReport::faults() const {
    return static_cast<std::size_t>(std::count_if(findings.begin(), findings.end(), [](const Finding& f) { return f.isFault; }));
}

bool CheckReport::hasRepairable() const {
    return std::any_of(findings.begin(), findings.end(), [](const Finding& f) { return f.remedy == Remedy::Repair; });
}

Result<CheckReport> checkFile(Store& store, const CheckProgress& progress) {
    FindingList findings;
    CheckRun run(store.connection(), findings, progress);
    const Interruption interruption(store.connection(), [&run] { return run.goesOn(); });
    struct Part {
        const char* name;
        double weight; ///< about the share of time
        std::function<Result<void>()> check;
    };
    const std::vector<Part> parts = {
        {"integrity", 30, [&] { return checkIntegrity(run); }},
        {"schema", 1, [&] { return checkSchemaObjects(run); }},
        {"geopackage", 1, [&] { return checkGeoPackage(run); }},
        {"journal", 3, [&] { return checkJournal(run, store); }},
        {"references", 10, [&] { return checkReferences(run); }},
        {"desks", 4, [&] { return checkDesks(run); }},
        {"counters", 3, [&] { return checkCounters(run); }},
        {"shapes", 1, [&] { return checkShapes(run); }},
        {"states", 37, [&] { return checkStates(run); }},
        {"words", 2, [&] { return checkWords(run); }},
        {"evaluation", 1, [&] { return checkEvaluation(run); }},
        {"calendar", 1, [&] { return checkCalendar(run); }},
        {"photos", 6, [&] { return checkPhotos(run, filesFolderOf(store.path())); }},
    };
    double begun = 0;
    for (const Part& part : parts) {
        run.beginPart(begun / 100, (begun + part.weight) / 100);
        begun += part.weight;
        const auto done = part.check();
        if (!done && done.error().code == ErrorCode::Cancelled)
            return fail(done);
        if (!done)
            run.fault({"check-part-failed", {part.name, done.error().what.key}}, Remedy::Restore);
        if (auto going = run.reached(1); !going)
            return fail(going);
    }
    for (const OpeningRemark& remark : store.remarks())
        run.note(remark.what);
    CheckReport report;
    report.findings = findings.take();
    if (auto newest = store.journal(1); newest && !newest->empty())
        report.head = std::move(newest->front());
    return report;
}

} // namespace gridwarden::core
