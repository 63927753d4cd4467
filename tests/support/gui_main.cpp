// SPDX-License-Identifier: GPL-3.0-or-later
// Runner for tests that need a QApplication; the offscreen platform is the default because discovery runs it during the build.
#define CATCH_CONFIG_RUNNER
#include <QApplication>
#include <QLocale>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    // Settings of its own, since tests run beside each other.
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("gridwarden-test"));
    QApplication::setApplicationName(QStringLiteral("gridwarden-test"));
    return Catch::Session().run(argc, argv);
}
