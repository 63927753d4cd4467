// SPDX-License-Identifier: GPL-3.0-or-later
// The day book against going through the steps of every case by itself.
#include "core/activity_actions.h"
#include "core/district_day_book.h"
#include "tests/core/figures/random_desk.h"

#include <set>

using namespace gridwarden;
using namespace gridwarden::test;
using core::CaseState;
using core::DayShifts;

namespace {

core::Moment at(const char* local) { return core::parseMoment(local, core::TimeZone()).value(); }
core::Day day(const char* text) { return core::parseDay(text).value(); }

/// What one case was at a moment, from its steps alone; none before its first.
std::optional<core::DerivedCase> stateOf(core::District& district, const core::CaseRecord& record, core::Moment asOf) {
    std::vector<core::Step> steps;
    for (const core::Step& step : record.steps)
        if (step.at <= asOf)
            steps.push_back(step);
    return steps.empty() ? std::nullopt : std::optional(core::derive(record.report, steps, district.calendars()));
}

CaseState stateAt(const core::DerivedCase& derived, core::Moment asOf) {
    return core::stateAt(derived.state, derived.resumed, derived.suspendedUntil, asOf);
}

/// Ids by the keys of the figures.
std::map<std::string, std::set<std::int64_t>> expectedBook(core::District& district, core::ShiftSpan span, core::Moment asOf, core::Moment nextEnd) {
    std::map<std::string, std::set<std::int64_t>> book;
    const auto ids = district.connection().rows("SELECT id FROM case_report", {}, [](const core::Row& row) { return row.integer(0); });
    REQUIRE(ids);
    const auto open = [](const std::optional<core::DerivedCase>& one, core::Moment moment) {
        return one && core::classOf(stateAt(*one, moment)) == core::CaseClass::Open;
    };
    for (const std::int64_t id : *ids) {
        const auto record = core::loadCase(district.connection(), core::CaseId(id));
        REQUIRE(record);
        const auto before = stateOf(district, *record, span.from - core::seconds(1));
        const auto after = stateOf(district, *record, asOf);
        if (!after)
            continue;
        const bool wasOpen = open(before, span.from), isOpen = open(after, asOf);
        const auto put = [&](const char* key, bool counts) {
            if (counts)
                book[key].insert(id);
        };
        put("open_before", wasOpen);
        put("came_in", !before);
        put("open_after", isOpen);
        put("reopened", before && !wasOpen && isOpen);
        const bool wentOut = (wasOpen || !before) && !isOpen;
        put("closed", wentOut && after->state == CaseState::Closed);
        put("rejected", wentOut && after->state == CaseState::Rejected);
        put("transferred", wentOut && after->state == CaseState::Transferred);
        put("voided", wentOut && after->state == CaseState::Void);
        put("suspended", stateAt(*after, asOf) == CaseState::Suspended);
        const bool canBeLate = isOpen && stateAt(*after, asOf) != CaseState::Suspended && after->due;
        put("overdue", canBeLate && *after->due < asOf && !after->appealGranted);
        put("due_next", canBeLate && *after->due < nextEnd && !(*after->due < asOf && !after->appealGranted));
        for (const core::Step& step : record->steps) {
            if (step.at < span.from || step.at >= span.to || step.at > asOf)
                continue;
            using core::StepKind;
            put("dispatched", step.kind == StepKind::Dispatch);
            put("handled", step.kind == StepKind::Handle || step.kind == StepKind::SelfHandle);
            put("checked", step.kind == StepKind::CheckAfter);
            put("returned", step.kind == StepKind::Return);
            put("reworked", step.kind == StepKind::Rework);
            put("urged", step.kind == StepKind::Urge && step.detail.reply.empty());
            put("replied", step.kind == StepKind::Urge && !step.detail.reply.empty());
        }
    }
    return book;
}

std::set<std::int64_t> idsOf(const core::ShiftBook& read, std::string_view key) {
    std::set<std::int64_t> ids;
    for (const std::uint32_t row : read.book.figure(key).rows)
        ids.insert((*read.facts)[row].id.value());
    return ids;
}

void setShifts(core::District& district, const core::Actor& actor, const char* text) {
    const auto shifts = DayShifts::parse(text);
    REQUIRE(shifts);
    REQUIRE(district.change({"test-fill", {}}, actor, [&](core::Change& change) { return core::saveSetting(change, DayShifts::Setting, shifts->setting()); }));
}

} // namespace

TEST_CASE("shifts are read and written as people write them", "[core][figures]") {
    const auto shifts = DayShifts::parse("夜班 20:30；白班  8:30 ;");
    REQUIRE(shifts);
    CHECK(shifts->all() == std::vector<core::DayShift>{{"白班", 510}, {"夜班", 1230}});
    CHECK(shifts->text() == "白班 08:30; 夜班 20:30");
    CHECK(DayShifts::fromSetting(shifts->setting()).all() == shifts->all());
    CHECK(DayShifts::parse("")->all() == std::vector<core::DayShift>{{"", 0}});
    CHECK(DayShifts::parse("06:00")->all() == std::vector<core::DayShift>{{"", 360}});
    CHECK(DayShifts::parse("白班 24:00").error().what == core::Message{"shifts-unreadable", {"白班 24:00"}});
    CHECK(DayShifts::parse("白班 08:3").error().what.key == "shifts-unreadable");
    CHECK(DayShifts::parse("白班").error().what.key == "shifts-unreadable");
    CHECK(DayShifts::parse("甲 08:00; 乙 8:00").error().what == core::Message{"shifts-same-start", {"08:00"}});
    for (const char* unusable : {"", "{}", "[]", "[1]", R"([{"start":-1}])", R"([{"start":1440}])", R"([{"start":"8"}])", R"([{"start":1},{"start":1}])"})
        CHECK(DayShifts::fromSetting(unusable).all() == DayShifts().all());
}

TEST_CASE("every moment is in one shift and shifts follow each other", "[core][figures]") {
    const core::TimeZone zone;
    const DayShifts shifts = DayShifts::parse("早 06:00; 中 14:00; 晚 22:00").value();
    CHECK(shifts.at(at("2026-11-21T06:00"), zone) == core::ShiftOfDay{day("2026-11-21"), 0});
    CHECK(shifts.at(at("2026-11-21T13:59"), zone) == core::ShiftOfDay{day("2026-11-21"), 0});
    CHECK(shifts.at(at("2026-11-21T22:00"), zone) == core::ShiftOfDay{day("2026-11-21"), 2});
    CHECK(shifts.at(at("2026-11-22T05:59"), zone) == core::ShiftOfDay{day("2026-11-21"), 2});
    CHECK(shifts.span({day("2026-11-21"), 2}, zone) == core::ShiftSpan{at("2026-11-21T22:00"), at("2026-11-22T06:00")});
    CHECK(shifts.after({day("2026-11-21"), 2}) == core::ShiftOfDay{day("2026-11-22"), 0});
    CHECK(DayShifts().span({day("2026-11-21"), 0}, zone) == core::ShiftSpan{at("2026-11-21T00:00"), at("2026-11-22T00:00")});
    CHECK(DayShifts().at(at("2026-11-21T00:00"), zone) == core::ShiftOfDay{day("2026-11-21"), 0});
}

TEST_CASE("the day book is what the steps of all cases say and its balance holds", "[core][figures]") {
    const unsigned seed = GENERATE(1u, 2u, 3u);
    CAPTURE(seed);
    RandomDesk desk(seed);
    setShifts(desk.district(), desk.sample.actor, "白班 08:30; 夜班 20:30");
    for (int i = 0; i < 260; ++i)
        desk.act();
    const core::TimeZone zone = desk.district().timeZone();
    const DayShifts shifts = core::dayShiftsOf(desk.district());
    const auto length = desk.time() - at("2026-01-01T00:00");
    for (int i = 0; i < 12; ++i) {
        const core::Moment moment = at("2026-01-01T00:00") + std::chrono::minutes(desk.below(static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(length).count())));
        const core::ShiftOfDay shift = shifts.at(moment, zone);
        const core::ShiftSpan span = shifts.span(shift, zone);
        REQUIRE(span.to < core::now());
        const auto read = core::readShiftBook(desk.district(), shift);
        REQUIRE(read);
        CHECK(read->book.shift == span);
        auto expected = expectedBook(desk.district(), span, span.to - core::seconds(1), shifts.span(shifts.after(shift), zone).to);
        for (const core::Figure& figure : read->book.figures) {
            CAPTURE(core::isoText(span.from, zone), figure.key);
            CHECK(idsOf(*read, figure.key) == expected[figure.key]);
        }
        const auto count = [&](const char* key) { return read->book.figure(key).value(); };
        CHECK(count("open_before") + count("came_in") + count("reopened") ==
              count("closed") + count("rejected") + count("transferred") + count("voided") + count("open_after"));
        std::int64_t bySource = 0;
        for (const core::TallyRow& row : read->book.sources)
            bySource += row.counts.count;
        CHECK(bySource == count("came_in"));
    }
}

TEST_CASE("what one shift hands over the next one finds", "[core][figures]") {
    RandomDesk desk(9);
    setShifts(desk.district(), desk.sample.actor, "早 06:00; 中 14:00; 晚 22:00");
    for (int i = 0; i < 120; ++i)
        desk.act();
    const DayShifts shifts = core::dayShiftsOf(desk.district());
    core::ShiftOfDay shift = shifts.at(desk.time() - std::chrono::hours(24 * 20), desk.district().timeZone());
    std::set<std::int64_t> handedOver;
    for (int i = 0; i < 12; ++i) {
        const auto read = core::readShiftBook(desk.district(), shift);
        REQUIRE(read);
        if (i > 0)
            CHECK(idsOf(*read, "open_before") == handedOver);
        handedOver = idsOf(*read, "open_after");
        shift = shifts.after(shift);
    }
}

TEST_CASE("imported cases keep the balance", "[core][figures]") {
    RandomDesk desk(4);
    desk.import(200);
    for (const char* on : {"2025-11-03", "2025-11-20", "2025-12-15", "2026-01-10"}) {
        CAPTURE(on);
        const auto read = core::readShiftBook(desk.district(), {day(on), 0});
        REQUIRE(read);
        const auto count = [&](const char* key) { return read->book.figure(key).value(); };
        CHECK(count("open_before") + count("came_in") + count("reopened") ==
              count("closed") + count("rejected") + count("transferred") + count("voided") + count("open_after"));
        std::int64_t came = 0;
        const core::ShiftSpan span = read->book.shift;
        read->facts->each([&](std::size_t, const core::CaseFact& fact) { came += span.contains(core::Moment(core::seconds(fact.reported))) ? 1 : 0; });
        CHECK(count("came_in") == came);
    }
}

TEST_CASE("a shift that lasts is told as of now and one to come is not told", "[core][figures]") {
    SmallDistrict sample;
    sample.report(core::GeoPoint{120.645, 28.005});
    const core::Day today = sample.district->timeZone().day(core::now());
    const auto read = core::readShiftBook(*sample.district, {today, 0});
    REQUIRE(read);
    CHECK(read->book.asOf <= core::now());
    CHECK(read->book.figure("came_in").value() == 1);
    CHECK(read->book.figure("open_after").value() == 1);
    const auto next = core::readShiftBook(*sample.district, {today + std::chrono::days(1), 0});
    REQUIRE_FALSE(next);
    CHECK(next.error().what.key == "shift-not-begun");
    CHECK(core::readShiftBook(*sample.district, {today, 3}).error().what == core::Message{"shift-unknown", {"4", "1"}});
    CHECK(core::readShiftBook(*sample.district, {today, 0}, [] { return false; }).error().code == core::ErrorCode::Cancelled);
}

TEST_CASE("activities count in the shift of their first moment or with their day in the first shift", "[core][figures]") {
    SmallDistrict sample;
    setShifts(*sample.district, sample.actor, "白班 08:30; 夜班 20:30");
    const core::TimeZone zone = sample.district->timeZone();
    const std::string kind = sample.district->activityLists().kinds().front().key;
    const auto add = [&](core::ActivityTime time, double quantity) {
        core::Activity activity;
        activity.kind = kind;
        activity.quantity = quantity;
        activity.unit = "处";
        activity.time = time;
        REQUIRE(sample.district->change({"test-fill", {}}, sample.actor, [&](core::Change& change) -> core::Result<void> {
            const auto written = core::writeActivity(change, activity);
            return written ? core::Result<void>() : core::fail(written);
        }));
    };
    add(core::ActivityTime::at(at("2026-11-21T09:00"), zone), 1);
    add(core::ActivityTime::at(at("2026-11-21T22:00"), zone), 10);
    add(core::ActivityTime::at(at("2026-11-22T08:29"), zone), 100);
    add(core::ActivityTime::ofDays({day("2026-11-21"), day("2026-11-21")}, zone), 1000);
    const auto sum = [&](const char* on, std::size_t index) {
        const auto read = core::readShiftBook(*sample.district, {day(on), index});
        REQUIRE(read);
        double all = 0;
        for (const core::ActivityRow& row : read->book.activities)
            for (const core::UnitSum& unit : row.counts.quantities)
                all += unit.sum;
        return all;
    };
    CHECK(sum("2026-11-21", 0) == 1001);
    CHECK(sum("2026-11-21", 1) == 110);
    CHECK(sum("2026-11-20", 1) == 0);
}
