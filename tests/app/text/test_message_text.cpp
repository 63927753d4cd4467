// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"
#include "app/text/message_text.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace std::chrono_literals;

namespace {

core::Moment at(std::string_view text) { return core::parseMoment(text, core::TimeZone()).value(); }

/// Speaks Chinese for the time of a test.
struct Chinese {
    Chinese() { app::setLanguage(core::Language::Chinese); }
    ~Chinese() { app::setLanguage(core::Language::English); }
};

} // namespace

TEST_CASE("a message is filled with its arguments", "[app][text]") {
    CHECK(app::text(core::Message{"area-unknown", {"101"}}).toStdString() == "There is no area 101.");
}

TEST_CASE("an argument with a percent sign stays as it is", "[app][text]") {
    CHECK(app::text(core::Message{"area-unknown", {"100%2"}}).toStdString() == "There is no area 100%2.");
}

TEST_CASE("an argument that is a key becomes its word", "[app][text]") {
    CHECK(app::text(core::Message{"take-step", {"dispatch", "2026-00012"}}).toStdString() == "Dispatch 2026-00012");
    const Chinese speaking;
    CHECK(app::text(core::Message{"take-step", {"file", "2026-00012"}}).toStdString() == "立案 2026-00012");
}

TEST_CASE("an unknown key is shown with its arguments and not hidden", "[app][text]") {
    CHECK(app::text(core::Message{"no-such-key", {"a", "b"}}).toStdString() == "no-such-key (a, b)");
    CHECK(app::text(core::Message{"no-such-key", {}}).toStdString() == "no-such-key");
}

TEST_CASE("the subject of an error stands before its sentence unless that names it", "[app][text]") {
    const core::Error named{core::ErrorCode::Io, {"file-unreadable", {"/tmp/a.shp"}}, "/tmp/a.shp", ""};
    CHECK_FALSE(app::text(named).startsWith(QStringLiteral("/tmp/a.shp:")));
    const core::Error unnamed{core::ErrorCode::BadInput, {"row-no-shape", {}}, "grids.shp row 12", ""};
    CHECK(app::text(unnamed).startsWith(QStringLiteral("grids.shp row 12")));
}

TEST_CASE("times are short when near", "[app][text]") {
    const core::TimeZone zone;
    const core::Moment now = at("2026-11-21 12:00");
    CHECK(app::shortTime(at("2026-11-21 09:31"), zone, now).toStdString() == "Today 09:31");
    CHECK(app::shortTime(at("2026-11-20 17:05"), zone, now).toStdString() == "Yesterday 17:05");
    CHECK(app::shortTime(at("2026-11-22 08:00"), zone, now).toStdString() == "Tomorrow 08:00");
    CHECK(app::shortTime(at("2026-03-01 08:00"), zone, now).toStdString() == "03-01 08:00");
    CHECK(app::shortTime(at("2025-12-31 23:59"), zone, now).toStdString() == "2025-12-31 23:59");
    const Chinese speaking;
    CHECK(app::shortTime(at("2026-11-21 09:31"), zone, now).toStdString() == "今天 09:31");
}

TEST_CASE("what is left of a deadline is short", "[app][text]") {
    const core::Moment now = at("2026-11-21 12:00");
    CHECK(app::remaining(now + 3h + 20min, now).toStdString() == "3h20 left");
    CHECK(app::remaining(now + 45min, now).toStdString() == "45min left");
    CHECK(app::remaining(now - 52h, now).toStdString() == "2d4h over");
    const Chinese speaking;
    CHECK(app::remaining(now + 3h + 5min, now).toStdString() == "余 3h05");
    CHECK(app::remaining(now - 52h, now).toStdString() == "超 2d4h");
}

TEST_CASE("the interface speaks Chinese under Chinese locales and English under others", "[app][text]") {
    CHECK(app::languageOf(QStringLiteral("zh_CN")) == core::Language::Chinese);
    CHECK(app::languageOf(QStringLiteral("zh_TW")) == core::Language::Chinese);
    CHECK(app::languageOf(QStringLiteral("en_GB")) == core::Language::English);
    CHECK(app::languageOf(QStringLiteral("C")) == core::Language::English);
}
