// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/tile_store.h"
#include "gis/source/overviews.h"
#include "tests/app/map/tile_server.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <catch2/catch.hpp>

using namespace gridwarden;
using test::pngOf;
using test::TileServer;
using Answer = TileServer::Answer;

namespace {

gis::TileService serviceAt(const TileServer& server) {
    return {(server.address() + QStringLiteral("/{z}/{x}/{y}.png")).toStdString(), {}, "EPSG:3857", {}, gis::mercatorLevels(0, 18)};
}

/// The picture as soon as it is there; null when it does not come.
QImage await(gis::TilePictures& pictures, const gis::TileAddress& tile, int milliseconds = 5000) {
    QImage found;
    (void)QTest::qWaitFor([&] { return !(found = pictures.picture(tile)).isNull(); }, milliseconds);
    return found;
}

int filesKept() {
    int count = 0;
    for (QDirIterator each(QString::fromStdString((gis::cacheFolder() / "tiles").string()), QDir::Files, QDirIterator::Subdirectories); each.hasNext(); each.next())
        ++count;
    return count;
}

} // namespace

TEST_CASE("nobody is asked before a tile is wanted", "[app][map]") {
    TileServer server;
    app::TileStore store;
    const auto pictures = store.picturesOf(serviceAt(server));
    CHECK(pictures->kept({3, 1, 2}).isNull());
    QTest::qWait(100);
    CHECK(server.asked.isEmpty());
}

TEST_CASE("a tile comes from its service once, then from memory, then from the disk", "[app][map]") {
    TileServer server;
    {
        app::TileStore store;
        const auto pictures = store.picturesOf(serviceAt(server));
        const QImage tile = await(*pictures, {3, 1, 2});
        REQUIRE(tile.size() == QSize(256, 256));
        CHECK(tile.pixelColor(7, 9) == QColor(Qt::green));
        CHECK(server.asked == QStringList{QStringLiteral("/3/1/2.png")});
        CHECK_FALSE(pictures->picture({3, 1, 2}).isNull());
        CHECK(store.faultOf(serviceAt(server)).isEmpty());
    }
    CHECK(filesKept() == 1);
    app::TileStore later;
    CHECK_FALSE(await(*later.picturesOf(serviceAt(server)), {3, 1, 2}).isNull());
    CHECK(server.asked.size() == 1);
}

TEST_CASE("without a connection what was seen is shown and the service is left alone", "[app][map]") {
    TileServer server;
    const gis::TileService service = serviceAt(server);
    {
        app::TileStore store;
        REQUIRE_FALSE(await(*store.picturesOf(service), {3, 1, 2}).isNull());
    }
    server.close();
    app::TileStore store;
    const auto pictures = store.picturesOf(service);
    CHECK_FALSE(await(*pictures, {3, 1, 2}).isNull());
    CHECK(await(*pictures, {3, 1, 3}, 500).isNull());
    REQUIRE(QTest::qWaitFor([&] { return !store.faultOf(service).isEmpty(); }, 5000));
    server.listen();
    CHECK(await(*pictures, {3, 1, 4}, 300).isNull()); // it is not asked for a while
    CHECK(server.asked.size() == 1);
}

TEST_CASE("what is no picture is not shown, not kept and said", "[app][map]") {
    TileServer server;
    const Answer answer = GENERATE(Answer{200, "text/html", "<html>Please log in</html>"}, Answer{200, "image/png", QByteArray("\x89PNG\r\n\x1a\n broken", 15)},
                                   Answer{200, "image/png", {}}, Answer{200, "image/png", pngOf(Qt::red, 2000)});
    server.answer = [answer](const QString&) { return answer; };
    app::TileStore store;
    const auto pictures = store.picturesOf(serviceAt(server));
    CHECK(await(*pictures, {3, 1, 2}, 400).isNull());
    REQUIRE(QTest::qWaitFor([&] { return !store.faultOf(serviceAt(server)).isEmpty(); }, 5000));
    CHECK(filesKept() == 0);
    CHECK(server.asked.size() == 1); // not again and again
}

TEST_CASE("a tile that there is not is no fault", "[app][map]") {
    TileServer server;
    server.answer = [](const QString&) { return Answer{404, "text/plain", "none"}; };
    app::TileStore store;
    const auto pictures = store.picturesOf(serviceAt(server));
    CHECK(await(*pictures, {3, 1, 2}, 400).isNull());
    CHECK(server.asked.size() == 1);
    CHECK(store.faultOf(serviceAt(server)).isEmpty());
}

TEST_CASE("a service that refuses is named and left alone", "[app][map]") {
    TileServer server;
    server.answer = [](const QString&) { return Answer{403, "text/plain", "no"}; };
    app::TileStore store;
    const auto pictures = store.picturesOf(serviceAt(server));
    CHECK(await(*pictures, {3, 1, 2}, 400).isNull());
    REQUIRE(QTest::qWaitFor([&] { return store.faultOf(serviceAt(server)).contains(QStringLiteral("403")); }, 5000));
    CHECK(await(*pictures, {3, 1, 3}, 300).isNull());
    CHECK(server.asked.size() == 1);
}

TEST_CASE("pictures outlive the store without asking anybody", "[app][map]") {
    TileServer server;
    std::shared_ptr<gis::TilePictures> pictures;
    {
        app::TileStore store;
        pictures = store.picturesOf(serviceAt(server));
    }
    CHECK(pictures->picture({3, 1, 2}).isNull());
    QTest::qWait(100);
    CHECK(server.asked.isEmpty());
}

TEST_CASE("the cache stays below its size and lets go of the oldest", "[app][map]") {
    const QTemporaryDir folder;
    app::TileCache cache(folder.path(), 10'000);
    const auto key = [](int column) { return app::TileKey{7, {3, column, 0}}; };
    for (int column = 0; column < 30; ++column) {
        cache.keep(key(column), QByteArray(1000, 'x'));
        QFile file(folder.path() + QStringLiteral("/%1/3/%2_0").arg(7, 16, 16, QLatin1Char('0')).arg(column));
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.setFileTime(QDateTime::currentDateTime().addSecs(-100'000 + column), QFileDevice::FileModificationTime);
    }
    int left = 0;
    for (int column = 0; column < 30; ++column)
        left += cache.find(key(column)) ? 1 : 0;
    CHECK(left <= 10);
    CHECK(left >= 7);
    CHECK(cache.find(key(29)));
    CHECK(cache.find(key(29))->isFresh);
    CHECK_FALSE(cache.find(key(0)));
    app::TileCache again(folder.path(), 3000); // counts what is there
    again.keep(key(99), QByteArray(1000, 'y'));
    CHECK(again.find(key(99)));
    CHECK_FALSE(cache.find(key(25)));
}
