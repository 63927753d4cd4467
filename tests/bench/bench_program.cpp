// SPDX-License-Identifier: GPL-3.0-or-later
// The program with a large district: from its start to the first picture and to the first complete frame, and the memory it takes.
// Each run is a process of its own, timed from the moment the system started it.
//   bench_program [--json] [--runs N] DISTRICT.gpkg     the district is made, with 2.46 million cases, where it does not exist
// The first run warms the file cache and what the program keeps in the user's cache folder, and is not counted. Needs a release build.
#include "app/shell/facts_saver.h"
#include "app/shell/window_host.h"
#include "tests/bench/bench_file.h"
#include "tests/bench/measures.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>
#include <sstream>
#include <unistd.h>

using namespace gridwarden;

namespace {

constexpr std::int64_t CaseCount = 2'460'000;

/// Since the system started this process.
double millisecondsOfLife() {
    std::ifstream file("/proc/self/stat");
    std::string all((std::istreambuf_iterator<char>(file)), {});
    std::istringstream fields(all.substr(all.rfind(')') + 2));
    std::string field;
    for (int i = 3; i <= 22; ++i) // starttime, in ticks since the system was booted
        fields >> field;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6 -
           std::stod(field) * 1e3 / static_cast<double>(sysconf(_SC_CLK_TCK));
}

/// A line of /proc/self/status, in MB.
double memory(const std::string& name) {
    std::ifstream file("/proc/self/status");
    for (std::string line; std::getline(file, line);)
        if (line.starts_with(name + ":"))
            return std::stod(line.substr(name.size() + 1)) * 1024 / 1e6;
    return 0;
}

class FirstPaint : public QObject {
  public:
    explicit FirstPaint(QWidget& window) { window.installEventFilter(this); }
    double at = 0;

  protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::UpdateRequest && at == 0)
            QMetaObject::invokeMethod(this, [this] { at = at == 0 ? millisecondsOfLife() : at; }, Qt::QueuedConnection);
        return false;
    }
};

bool hasSnapshot() {
    std::error_code problem;
    for (const auto& file : std::filesystem::directory_iterator(app::FactsSaver::folder(), problem))
        if (file.path().extension() != ".part") // still being written
            return true;
    return false;
}

int runOnce(const QString& path) {
    app::WindowHost host;
    app::MainWindow& window = host.window();
    FirstPaint first(window);
    window.resize(1920, 1080);
    window.show();
    window.files().open(path);
    const auto isComplete = [&] {
        return host.workspace().district() != nullptr && !host.workspace().isFiltering() && window.map().picture().isIdle() &&
               window.map().picture().content().incidents != nullptr;
    };
    while (!isComplete())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 5);
    window.map().repaint();
    const double complete = millisecondsOfLife();
    QTest::qWait(3000); // what goes on behind it ends
    constexpr int LongestMs = 60'000;
    for (QElapsedTimer waited; !hasSnapshot();) { // of the first run, for the next ones
        if (!waited.isValid())
            waited.start();
        if (waited.elapsed() > LongestMs)
            return 1;
        QTest::qWait(500);
    }
    QJsonObject result{{"first", first.at}, {"complete", complete}, {"memory", memory("VmRSS")}, {"peak", memory("VmHWM")}};
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    std::_Exit(0);
}

} // namespace

int main(int count, char** arguments) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(count, arguments);
    QCoreApplication::setApplicationName(QStringLiteral("gridwarden"));
    QStringList words = QCoreApplication::arguments().mid(1);
    if (words.value(0) == QStringLiteral("--once"))
        return runOnce(words.value(1));
    const bench::Measures measures(count, arguments);
    words.removeAll(QStringLiteral("--json"));
    int runs = 5;
    if (const qsizetype at = words.indexOf(QStringLiteral("--runs")); at >= 0) {
        runs = words.value(at + 1).toInt();
        words.remove(at, 2);
    }
    if (words.isEmpty()) {
        std::fputs("bench_program [--json] [--runs N] DISTRICT.gpkg\n", stderr);
        return 2;
    }
    const QString district = QFileInfo(words.first()).absoluteFilePath();
    if (!QFileInfo::exists(district))
        bench::makeDistrict(district.toStdString(), CaseCount);
    const QTemporaryDir home;
    std::map<QString, std::vector<double>> all;
    for (int run = 0; run <= runs; ++run) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("HOME"), home.path());
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), home.filePath(QStringLiteral("cache")));
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home.filePath(QStringLiteral("config")));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--once"), district});
        process.waitForFinished(-1);
        const QJsonObject result = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        if (result.isEmpty())
            return 1;
        for (const QString& key : result.keys())
            if (run > 0)
                all[key].push_back(result.value(key).toDouble());
    }
    measures.list("start to first picture", CaseCount, all[QStringLiteral("first")], "ms");
    measures.list("start to first complete frame", CaseCount, all[QStringLiteral("complete")], "ms");
    measures.list("memory with the map shown", CaseCount, all[QStringLiteral("memory")], "MB");
    measures.list("memory at its peak", CaseCount, all[QStringLiteral("peak")], "MB");
    return 0;
}
