// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/shell/window_host.h"
#include "app/text/language.h"
#include "app/workspace/icon.h"
#include "app/workspace/interface_font.h"
#include "app/workspace/program_style.h"
#include "app/workspace/settings.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>
#include <QStyle>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace {

/// Qt would end the program where there is no display.
void choosePlatform() {
    const auto isSet = [](const char* name) { return !qEnvironmentVariableIsEmpty(name); };
    if (!isSet("QT_QPA_PLATFORM") && !isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Where the system gives no folder for the session (cron, a container), Qt would say so on stderr each time.
    if (!isSet("XDG_RUNTIME_DIR")) {
        namespace fs = std::filesystem;
        std::error_code problem;
        const fs::path folder = fs::temp_directory_path(problem) / ("gridwarden-" + std::to_string(getuid()));
        fs::create_directory(folder, problem);
        fs::permissions(folder, fs::perms::owner_all, problem);
        if (!problem)
            qputenv("XDG_RUNTIME_DIR", QByteArray::fromStdString(folder.string()));
    }
}

void nameProgram() {
    QCoreApplication::setApplicationName(QStringLiteral("gridwarden"));
    QCoreApplication::setApplicationVersion(QStringLiteral(GRIDWARDEN_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.gridwarden.Gridwarden"));
}

} // namespace

int main(int argc, char** argv) {
    namespace app = gridwarden::app;
    choosePlatform();
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (app::isCommand(arguments)) {
        QGuiApplication application(argc, argv);
        nameProgram();
        app::preferSansForChinese();
        app::setLanguage(app::languageOf(QLocale::system().name()));
        return app::runCommand(arguments);
    }
    QApplication application(argc, argv);
    nameProgram();
    app::preferSansForChinese();
    QApplication::setWindowIcon(app::programIcon());
    app::setLanguage(app::chosenLanguage().value_or(app::languageOf(QLocale::system().name())));
    // Where no desktop brings a style of its own (offscreen, bare window managers), Qt's own ones are not finished.
    if (const QString style = QApplication::style()->name(); style == QStringLiteral("windows") || style == QStringLiteral("fusion"))
        QApplication::setStyle(new app::ProgramStyle);
    const QStringList files = QApplication::arguments().mid(1); // without the options of Qt
    for (const QString& file : files)
        if (file.startsWith(u'-'))
            return app::runCommand({file.toStdString()});
    app::WindowHost host;
    host.window().show();
    if (!files.isEmpty())
        host.window().files().open(QFileInfo(files.first()).absoluteFilePath());
    const int code = QApplication::exec();
    // What does not stop, for instance reading from a dead network share, must not keep the program: the district may be left at any moment.
    constexpr std::chrono::seconds Patience{3};
    if (!host.jobs().stopsWithin(Patience))
        std::_Exit(code);
    return code;
}
