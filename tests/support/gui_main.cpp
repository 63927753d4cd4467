// SPDX-License-Identifier: GPL-3.0-or-later
// Runner for tests that need a QApplication; the offscreen platform is the default because discovery runs it during the build.
#define CATCH_CONFIG_RUNNER
#include <QApplication>
#include <QLocale>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <catch2/catch.hpp>

namespace {

/// Each test has a home of its own: tests run beside and after each other, and what one remembers (layers that were hidden,
/// the language) must not reach another.
class EmptyHome : public Catch::TestEventListenerBase {
  public:
    using TestEventListenerBase::TestEventListenerBase;
    void testCaseStarting(const Catch::TestCaseInfo&) override {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("HOME", m_home->path().toUtf8());
    }

  private:
    std::unique_ptr<QTemporaryDir> m_home;
};

} // namespace

CATCH_REGISTER_LISTENER(EmptyHome)

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QLocale::setDefault(QLocale::c());
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("gridwarden-test"));
    QApplication::setApplicationName(QStringLiteral("gridwarden-test"));
    return Catch::Session().run(argc, argv);
}
