// SPDX-License-Identifier: GPL-3.0-or-later
// Protecting personal data and unsealing them, as people do it: typed passphrases, the code typed back.
#include "app/district/protect_dialog.h"
#include "app/district/unseal_dialog.h"
#include "tests/app/district/editor_fixture.h"

#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr int Patience = 60000; // milliseconds; making the keys takes a second or two, on a busy machine more

template <class T> T& part(QWidget& window, const char* name) {
    auto* found = window.findChild<T*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("personal data are protected, unsealed, and unsealed again with the recovery code", "[app][district][personal]") {
    EditorFixture desk;
    app::Jobs& jobs = desk.jobs;
    QWidget& window = desk.window;
    app::Unsealing unsealing(desk.workspace);
    app::openProtectDialog(desk.workspace, unsealing, jobs, &window);
    auto& protect = part<app::ProtectDialog>(window, "protectDialog");
    auto& go = part<QPushButton>(protect, "go");
    QTest::keyClicks(&part<QLineEdit>(protect, "newPassphrase"), QStringLiteral("long enough"));
    QTest::mouseClick(&go, Qt::LeftButton);
    CHECK_FALSE(part<QLabel>(protect, "fault").text().isEmpty()); // typed once only
    QTest::keyClicks(&part<QLineEdit>(protect, "newPassphraseAgain"), QStringLiteral("long enough"));
    QTest::mouseClick(&go, Qt::LeftButton);
    auto& code = part<QLabel>(protect, "code");
    REQUIRE(QTest::qWaitFor([&] { return !code.text().isEmpty(); }, Patience));
    const QString shown = code.text().simplified();
    CHECK(shown.split(QLatin1Char(' ')).size() == 7);
    CHECK(code.height() >= code.sizeHint().height()); // no line of it is cut off
    CHECK_FALSE(go.isEnabled());
    CHECK(unsealing.state() == app::SealState::Plain);
    auto& typed = part<QLineEdit>(protect, "typedCode");
    QTest::keyClicks(&typed, shown.left(40));
    CHECK_FALSE(go.isEnabled());
    QTest::keyClicks(&typed, shown.mid(40));
    REQUIRE(go.isEnabled());
    QTest::mouseClick(&go, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return !desk.workspace.isBusy() && unsealing.state() == app::SealState::Sealed; }, Patience));

    app::openUnsealDialog(desk.workspace, unsealing, jobs, app::UnsealDialog::Purpose::Show, &window);
    auto& unseal = part<app::UnsealDialog>(window, "unsealDialog");
    auto& line = part<QLineEdit>(unseal, "passphrase");
    auto& show = part<QPushButton>(unseal, "go");
    QTest::keyClicks(&line, QStringLiteral("something else"));
    QTest::mouseClick(&show, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return show.isEnabled(); }, Patience));
    CHECK_FALSE(part<QLabel>(unseal, "fault").text().isEmpty());
    CHECK(unsealing.state() == app::SealState::Sealed);
    part<QCheckBox>(unseal, "byCode").setChecked(true);
    QTest::keyClicks(&line, shown.toLower());
    QTest::keyClicks(&part<QLineEdit>(unseal, "newPassphrase"), QStringLiteral("another one"));
    QTest::keyClicks(&part<QLineEdit>(unseal, "newPassphraseAgain"), QStringLiteral("another one"));
    QTest::mouseClick(&show, Qt::LeftButton);
    REQUIRE(QTest::qWaitFor([&] { return unsealing.state() == app::SealState::Open && !desk.workspace.isBusy() && !jobs.isBusy(); }, Patience));
    unsealing.sealAgain();
    CHECK(unsealing.state() == app::SealState::Sealed);
    const auto keys = unsealing.keys();
    REQUIRE(keys);
    CHECK(core::openSeal(*keys, core::Secret::from("another one")));
    CHECK_FALSE(core::openSeal(*keys, core::Secret::from("long enough")));
}
