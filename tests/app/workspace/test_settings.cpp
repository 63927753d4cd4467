// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/settings.h"

#include <catch2/catch.hpp>

using namespace gridwarden;

TEST_CASE("recent districts are ten at most with the latest first", "[app][workspace]") {
    REQUIRE(app::recentDistricts().isEmpty()); // each test begins in an empty home
    for (int i = 0; i < 12; ++i)
        app::rememberDistrict(QStringLiteral("/tmp/recent-%1.gpkg").arg(i));
    app::rememberDistrict(QStringLiteral("/tmp/recent-5.gpkg"));
    const QStringList recent = app::recentDistricts();
    REQUIRE(recent.size() == 10);
    CHECK(recent.first().toStdString() == "/tmp/recent-5.gpkg");
    CHECK(recent.count(QStringLiteral("/tmp/recent-5.gpkg")) == 1);
    app::forgetDistrict(QStringLiteral("/tmp/recent-5.gpkg"));
    CHECK_FALSE(app::recentDistricts().contains(QStringLiteral("/tmp/recent-5.gpkg")));
}

TEST_CASE("the chosen language is remembered", "[app][workspace]") {
    REQUIRE_FALSE(app::chosenLanguage());
    app::chooseLanguage(core::Language::Chinese);
    CHECK(app::chosenLanguage() == core::Language::Chinese);
    app::chooseLanguage(core::Language::English);
    CHECK(app::chosenLanguage() == core::Language::English);
}

TEST_CASE("what is remembered of a district is not that of another one of the same name", "[app][workspace]") {
    const QString here = app::districtKey(QStringLiteral("layers"), "/srv/north/district.gpkg");
    CHECK(here == app::districtKey(QStringLiteral("layers"), "/srv/./north/district.gpkg"));
    CHECK(here != app::districtKey(QStringLiteral("layers"), "/srv/south/district.gpkg"));
    CHECK(here != app::districtKey(QStringLiteral("actors"), "/srv/north/district.gpkg"));
    app::remember(here, 1);
    CHECK(app::remembered(app::districtKey(QStringLiteral("layers"), "/srv/south/district.gpkg")).isNull());
}
