// SPDX-License-Identifier: GPL-3.0-or-later
// core ← gis ← app: who may include whom.
#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <cctype>
#include <catch2/catch.hpp>
#include <set>

using namespace gridwarden::test;

namespace {

bool startsWith(const std::string& text, std::string_view prefix) { return text.rfind(prefix, 0) == 0; }

/// QString, QtWidgets/…, but not queue.
bool isQt(const std::string& name) {
    return startsWith(name, "Qt") || (name.size() > 1 && name[0] == 'Q' && std::isupper(static_cast<unsigned char>(name[1])) != 0);
}
bool isGdal(const std::string& name) {
    return startsWith(name, "gdal") || startsWith(name, "ogr") || startsWith(name, "cpl_") || startsWith(name, "geos");
}
bool isProj(const std::string& name) { return name == "proj.h" || name == "geodesic.h"; }
bool isSqlite(const std::string& name) { return startsWith(name, "sqlite3") || startsWith(name, "SQLiteCpp"); }
/// Part of Qt Widgets; QImage, QPainter and the like belong to Qt Gui.
bool isWidget(const std::string& name) {
    constexpr const char* Widgets[] = {"QtWidgets", "QApplication", "QMainWindow", "QDialog", "QMenu", "QToolBar", "QDock", "QLabel", "QPushButton", "QLineEdit",
                                       "QTable", "QTree", "QListView", "QListWidget", "QFileDialog", "QMessageBox", "QComboBox", "QGraphics", "QStyle"};
    return name == "QWidget" || std::any_of(std::begin(Widgets), std::end(Widgets), [&](const char* widget) { return startsWith(name, widget); });
}

/// "file includes name" for each include that breaks the rule.
template <class Forbidden> std::vector<std::string> offences(const std::string& folder, Forbidden forbidden) {
    std::vector<std::string> found;
    for (const SourceFile& file : sourcesBelow(folder))
        for (const std::string& name : includesOf(file))
            if (forbidden(file, name))
                found.push_back(file.path.string() + " includes " + name);
    return found;
}

} // namespace

TEST_CASE("core knows neither Qt nor GDAL nor PROJ nor the layers above", "[architecture]") {
    CHECK(offences("core", [](const SourceFile&, const std::string& name) {
              return isQt(name) || isGdal(name) || isProj(name) || startsWith(name, "gis/") || startsWith(name, "app/");
          }) == std::vector<std::string>{});
}

TEST_CASE("only the store speaks to SQLite", "[architecture]") {
    for (const char* folder : {"core", "gis", "app"})
        CHECK(offences(folder, [](const SourceFile& file, const std::string& name) {
                  return isSqlite(name) && !startsWith(file.path.string(), "core/store/");
              }) == std::vector<std::string>{});
}

TEST_CASE("the statistics know nothing of districts and keep Boost to themselves", "[architecture]") {
    for (const char* folder : {"core", "gis", "app"})
        CHECK(offences(folder, [](const SourceFile& file, const std::string& name) {
                  const bool isStatistics = startsWith(file.path.string(), "core/statistics/");
                  if (startsWith(name, "boost/"))
                      return !isStatistics || file.path.extension() != ".cpp";
                  return isStatistics && startsWith(name, "core/") && !startsWith(name, "core/base/") && !startsWith(name, "core/statistics/");
              }) == std::vector<std::string>{});
}

TEST_CASE("gis has no widgets and does not know app", "[architecture]") {
    CHECK(offences("gis", [](const SourceFile&, const std::string& name) { return isWidget(name) || startsWith(name, "app/"); }) ==
          std::vector<std::string>{});
}

TEST_CASE("Qt in gis stays in its drawing", "[architecture]") {
    CHECK(offences("gis", [](const SourceFile& file, const std::string& name) {
              return isQt(name) && !startsWith(file.path.string(), "gis/draw/");
          }) == std::vector<std::string>{});
}

TEST_CASE("app reaches GDAL and PROJ through gis only", "[architecture]") {
    CHECK(offences("app", [](const SourceFile&, const std::string& name) { return isGdal(name) || isProj(name); }) == std::vector<std::string>{});
}

TEST_CASE("files are opened with GDAL in the reader alone", "[architecture]") {
    // What works on shapes in memory is no way to open a file.
    const std::set<std::string> memoryOnly = {"ogr_geometry.h", "ogr_spatialref.h", "cpl_conv.h", "cpl_error.h"};
    CHECK(offences("gis", [&](const SourceFile& file, const std::string& name) {
              const bool isReader = startsWith(file.path.string(), "gis/reader/");
              return (isGdal(name) && !isReader && !memoryOnly.contains(name)) || (startsWith(name, "gis/reader/") && !isReader);
          }) == std::vector<std::string>{});
    CHECK(offences("app", [](const SourceFile&, const std::string& name) { return startsWith(name, "gis/reader/"); }) == std::vector<std::string>{});
}

TEST_CASE("includes of our own are written from the top", "[architecture]") {
    for (const char* folder : {"core", "gis", "app"})
        CHECK(offences(folder, [](const SourceFile&, const std::string& name) {
                  return startsWith(name, "../") || (name.size() > 2 && name.substr(name.size() - 2) == ".h" && name.find('/') == std::string::npos &&
                                                     std::filesystem::exists(std::filesystem::path(GRIDWARDEN_SOURCE_DIR) / "core" / "base" / name));
              }) == std::vector<std::string>{});
}

TEST_CASE("the network is reached by map services alone", "[architecture]") {
    const std::set<std::string> mayReach = {"app/map/tile_fetcher.cpp", "app/map/map_service_dialog.cpp"};
    for (const char* folder : {"core", "gis", "app"})
        CHECK(offences(folder, [&](const SourceFile& file, const std::string& name) {
                  const bool isNetwork = startsWith(name, "QNetwork") || startsWith(name, "QTcp") || startsWith(name, "QUdp") || startsWith(name, "QSsl") ||
                                         startsWith(name, "QLocalS") || startsWith(name, "QWebSocket") || startsWith(name, "QAbstractSocket") || startsWith(name, "curl/");
                  return isNetwork && !mayReach.contains(file.path.string());
              }) == std::vector<std::string>{});
}
