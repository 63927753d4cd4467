// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_service_dialog.h"
#include "tests/app/map/tile_server.h"

#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <catch2/catch.hpp>

using namespace gridwarden;
using test::TileServer;

namespace {

struct Dialog {
    app::Jobs jobs;
    app::MapServiceDialog dialog{jobs};
    Dialog() { dialog.show(); }
    template <class T> T* at(const char* name) { return dialog.findChild<T*>(QLatin1String(name)); }
    void type(const char* name, const QString& text) { QTest::keyClicks(at<QLineEdit>(name), text); }
    bool canAdd() { return at<QPushButton>("addService")->isEnabled(); }
};

} // namespace

TEST_CASE("an address of tiles is enough for a service", "[app][map]") {
    Dialog d;
    CHECK_FALSE(d.canAdd());
    d.type("serviceName", QStringLiteral("Base"));
    d.type("serviceAddress", QStringLiteral("http://10.0.0.8/{z}/{x}/{y}.png"));
    REQUIRE(d.canAdd());
    CHECK(d.dialog.name() == QStringLiteral("Base"));
    CHECK(d.dialog.service().crs == "EPSG:3857");
    CHECK(d.dialog.service().levels.size() == 19);
    d.at<QComboBox>("serviceDatum")->setCurrentIndex(1);
    CHECK(d.dialog.service().crs == "gcj02:EPSG:3857");
    CHECK_FALSE(d.at<QLineEdit>("serviceServers")->isVisible());
    d.at<QLineEdit>("serviceAddress")->setText(QStringLiteral("http://{s}.example.org/{z}/{x}/{y}.png"));
    CHECK(d.at<QLineEdit>("serviceServers")->isVisible());
    CHECK(d.dialog.service().servers == "abc");
}

TEST_CASE("an address that reaches nothing of the web is refused", "[app][map]") {
    Dialog d;
    d.at<QLineEdit>("serviceAddress")->setText(GENERATE(QStringLiteral("file:///etc/{z}/{x}/{y}"), QStringLiteral("http://a/{x}/{y}.png"), QStringLiteral("{x}{y}{z}")));
    CHECK_FALSE(d.canAdd());
    CHECK_FALSE(d.at<QLabel>("serviceVerdict")->text().isEmpty());
}

TEST_CASE("a layer and a grid are chosen from the description of a WMTS", "[app][map]") {
    TileServer server;
    server.answer = [](const QString&) {
        QFile file(QStringLiteral(GRIDWARDEN_TEST_DATA "/services/two_grids.xml"));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return TileServer::Answer{200, "text/xml", file.readAll()};
    };
    Dialog d;
    d.type("serviceAddress", server.address() + QStringLiteral("/wmts?tk=abc"));
    QTest::qWait(50);
    CHECK(server.asked.isEmpty()); // typing asks nobody
    QTest::mouseClick(d.at<QPushButton>("readDescription"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return d.at<QComboBox>("serviceLayer")->count() == 2; }, 5000));
    CHECK(server.asked == QStringList{QStringLiteral("/wmts?tk=abc&SERVICE=WMTS&REQUEST=GetCapabilities")});
    CHECK(d.canAdd());
    CHECK(d.dialog.name() == QString::fromUtf8("影像底图"));
    CHECK(d.dialog.service().url.find("tk=abc") != std::string::npos);
    d.at<QComboBox>("serviceGrid")->setCurrentIndex(1);
    CHECK(d.dialog.service().crs == "EPSG:4490");
    d.at<QComboBox>("serviceDatum")->setCurrentIndex(1);
    CHECK(d.dialog.service().crs == "gcj02");
}

TEST_CASE("an answer that is no description is said", "[app][map]") {
    TileServer server;
    server.answer = [](const QString&) { return TileServer::Answer{200, "text/html", "<html><p>Login"}; };
    Dialog d;
    d.type("serviceAddress", server.address() + QStringLiteral("/wmts"));
    QTest::mouseClick(d.at<QPushButton>("readDescription"), Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return d.at<QPushButton>("readDescription")->isEnabled() && !d.jobs.isBusy(); }, 5000));
    CHECK_FALSE(d.canAdd());
    CHECK(d.at<QLabel>("serviceVerdict")->text().contains(QStringLiteral("cannot be read")));
}
