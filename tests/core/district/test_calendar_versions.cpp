// SPDX-License-Identifier: GPL-3.0-or-later
// Versions of the calendar in the district file.
#include "tests/core/district/calendar_samples.h"

#include "tests/support/scratch_folder.h"

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

const Actor tester{"tester", PersonId()};

/// The number of the saved version, or the error it was refused with.
Result<int> saved(Store& store, const CalendarDefinition& definition) {
    int number = 0;
    const auto done = store.change({"test", {}}, tester, [&](Change& change) -> Result<void> {
        const auto version = saveCalendar(change, definition);
        if (!version)
            return fail(version);
        number = *version;
        return {};
    });
    if (!done)
        return fail(done);
    return number;
}

} // namespace

TEST_CASE("each saved calendar is a new version that reads back", "[core][calendar]") {
    const ScratchFolder folder;
    auto store = Store::create(folder / "calendar.gpkg");
    REQUIRE(store);
    CHECK(saved(**store, plainDefinition()).value() == 1);
    CHECK(saved(**store, autumnDefinition()).value() == 2);
    const auto history = loadCalendars((*store)->connection(), TimeZone());
    REQUIRE(history);
    REQUIRE(history->versions().size() == 2);
    CHECK(history->versions()[0].calendar.definition() == plainDefinition());
    CHECK(history->current().definition() == autumnDefinition());
    CHECK(history->current().version() == 2);
    CHECK(history->versions()[1].created <= now());
}

TEST_CASE("a calendar without work or with impossible spans is not saved", "[core][calendar]") {
    const ScratchFolder folder;
    auto store = Store::create(folder / "calendar.gpkg");
    REQUIRE(store);
    CalendarDefinition idle = plainDefinition();
    idle.plans[0].spans.clear();
    CHECK(saved(**store, idle).error().what == Message{"calendar-empty", {}});
    CHECK(saved(**store, CalendarDefinition{}).error().what == Message{"calendar-empty", {}});
    CalendarDefinition backwards = plainDefinition();
    backwards.plans[0].spans[1] = {18 * 60, 14 * 60};
    CHECK(saved(**store, backwards).error().what == Message{"calendar-unreadable", {"periods[0].spans[1]"}});
    CHECK(loadCalendars((*store)->connection(), TimeZone())->versions().empty());
}

TEST_CASE("a damaged stored calendar is named with its version", "[core][calendar]") {
    const ScratchFolder folder;
    auto store = Store::create(folder / "calendar.gpkg");
    REQUIRE(store);
    const auto written = (*store)->change({"test", {}}, tester, [&](Change& change) -> Result<void> {
        const auto done = change.connection().run("INSERT INTO calendar VALUES (1, 0, '{\"periods\": 1')");
        return done ? Result<void>() : fail(done);
    });
    REQUIRE(written);
    const auto history = loadCalendars((*store)->connection(), TimeZone());
    REQUIRE_FALSE(history);
    CHECK(history.error().what.key == "calendar-unreadable");
    CHECK(history.error().subject == "calendar 1");
}
