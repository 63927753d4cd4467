// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/photo_note.h"

#include <catch2/catch.hpp>

using namespace gridwarden::core;
using namespace std::chrono_literals;

namespace {

/// Reported at hour 10, handled at 12, sent back at 14, handled again at 30.
CaseRecord reworkedCase() {
    const auto at = [](int hour) { return Moment(std::chrono::hours(hour)); };
    CaseRecord record;
    record.derived.reported = at(10);
    record.derived.place = GeoPoint{120.65, 28.01};
    const auto add = [&](std::int64_t id, StepKind kind, int hour) {
        Step step;
        step.id = StepId(id);
        step.kind = kind;
        step.at = at(hour);
        record.steps.push_back(step);
    };
    add(1, StepKind::Report, 10);
    add(2, StepKind::Handle, 12);
    add(3, StepKind::CheckAfter, 13);
    add(4, StepKind::Rework, 14);
    add(5, StepKind::Handle, 30);
    record.derived.handled = at(30);
    return record;
}

Photo photoOf(const char* kind, std::int64_t step, std::optional<Moment> taken) {
    Photo photo;
    photo.kind = kind;
    photo.step = StepId(step);
    photo.taken = taken;
    return photo;
}

} // namespace

TEST_CASE("a photo of before is compared with the report", "[core][photo]") {
    const CaseRecord record = reworkedCase();
    const PhotoNote note = photoNote(record, photoOf("before", 1, record.derived.reported - 35min));
    CHECK(note.event == PhotoNote::Event::Report);
    REQUIRE(note.after);
    CHECK(*note.after == -35min);
    CHECK_FALSE(note.hasPlace);
    CHECK_FALSE(note.metres);
    CHECK(photoNote(record, photoOf("", 1, record.derived.reported)).event == PhotoNote::Event::Report);
}

TEST_CASE("a photo of after is compared with the handling that it belongs to", "[core][photo]") {
    const CaseRecord record = reworkedCase();
    const Moment taken(std::chrono::hours(36));
    const PhotoNote last = photoNote(record, photoOf("after", 5, taken));
    CHECK(last.event == PhotoNote::Event::Handling);
    CHECK(last.after == 6h);
    CHECK(photoNote(record, photoOf("after", 2, taken)).after == 24h);
    CHECK(photoNote(record, photoOf("after", 3, taken)).after == 24h); // of the check after the first handling
}

TEST_CASE("without a handling a photo of after is compared with the report or what an import said", "[core][photo]") {
    CaseRecord record = reworkedCase();
    record.steps.resize(1);
    record.derived.handled.reset();
    const Photo photo = photoOf("after", 1, Moment(std::chrono::hours(11)));
    CHECK(photoNote(record, photo).event == PhotoNote::Event::Report);
    CHECK(photoNote(record, photo).after == 1h);
    record.derived.handled = Moment(std::chrono::hours(20));
    CHECK(photoNote(record, photo).event == PhotoNote::Event::Handling);
    CHECK(photoNote(record, photo).after == -9h);
}

TEST_CASE("the distance is measured from where the case is and absent where one of both has no place",
          "[core][photo]") {
    CaseRecord record = reworkedCase();
    Photo photo = photoOf("before", 1, std::nullopt);
    photo.place = GeoPoint{120.65, 28.01 + 0.001}; // a thousandth of a degree of latitude is 110.8 m there
    const PhotoNote note = photoNote(record, photo);
    CHECK_FALSE(note.after);
    CHECK(note.hasPlace);
    REQUIRE(note.metres);
    CHECK(*note.metres == Approx(110.8).epsilon(0).margin(0.6)); // metres
    record.derived.place.reset();
    CHECK_FALSE(photoNote(record, photo).metres);
    CHECK(photoNote(record, photo).hasPlace);
}
