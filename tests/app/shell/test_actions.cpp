// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actions.h"

#include <QSet>
#include <catch2/catch.hpp>

using namespace gridwarden;

TEST_CASE("every action has one name and its own shortcuts", "[app][shell]") {
    QSet<QString> names;
    QSet<QString> shortcuts;
    QObject owner;
    const app::Actions actions(&owner);
    for (const auto& [id, action] : actions.all()) {
        CAPTURE(action->objectName().toStdString());
        CHECK_FALSE(names.contains(action->objectName()));
        names.insert(action->objectName());
        CHECK_FALSE(action->text().isEmpty());
        for (const QKeySequence& shortcut : action->shortcuts()) {
            CHECK_FALSE(shortcuts.contains(shortcut.toString()));
            shortcuts.insert(shortcut.toString());
        }
    }
    CHECK(names.size() == static_cast<qsizetype>(app::actionDefinitions().size()));
}

TEST_CASE("tooltips tell the shortcut", "[app][shell]") {
    QObject owner;
    const app::Actions actions(&owner);
    CHECK(actions[app::ActionId::ShowAll]->toolTip().toStdString() == "Show everything (Ctrl+Shift+F)");
}

TEST_CASE("icons that actions name exist", "[app][shell]") {
    QObject owner;
    const app::Actions actions(&owner);
    for (const app::ActionDefinition& definition : app::actionDefinitions()) {
        CAPTURE(definition.name);
        CHECK((definition.icon == nullptr) == actions[definition.id]->icon().isNull());
    }
}

TEST_CASE("menu texts lose their accelerators", "[app][shell]") {
    CHECK(app::plainText(QStringLiteral("&Print map …")).toStdString() == "Print map");
    CHECK(app::plainText(QStringLiteral("打印地图(&P)…")).toStdString() == "打印地图");
}

TEST_CASE("only what is possible is enabled", "[app][shell]") {
    QObject owner;
    app::Actions actions(&owner);
    actions.follow(/*hasDistrict=*/false, /*canWrite=*/false);
    CHECK(actions[app::ActionId::OpenDistrict]->isEnabled());
    CHECK_FALSE(actions[app::ActionId::ShowAll]->isEnabled());
    actions.follow(/*hasDistrict=*/true, /*canWrite=*/false);
    CHECK(actions[app::ActionId::ShowAll]->isEnabled());
    CHECK_FALSE(actions[app::ActionId::AddIncident]->isEnabled());
}
