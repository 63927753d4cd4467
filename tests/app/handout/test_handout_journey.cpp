// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out as a supervisor does it: in the whole window, with the mouse. Photos are looked at with Exiv2.
#include "app/cases/case_panel.h"
#include "app/cases/case_table_panel.h"
#include "app/handout/handout_dialog.h"
#include "app/shell/window_host.h"
#include "app/text/language.h"
#include "tests/app/cases/photo_file.h"
#include "tests/app/cases/scripted_prompts.h"
#include "tests/support/small_district.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

constexpr int Patience = 30'000; // milliseconds

struct HandoutDesk {
    ScriptedPrompts prompts;
    SmallDistrict small;
    QString path = QString::fromStdString(small.district->path().string());
    app::WindowHost host;
    std::vector<app::Notice> notices;

    HandoutDesk() {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{120.645123, 28.005321};
        draft.category = small.category("09006");
        draft.description = "欧阳甲反映占道，电话13905770001";
        draft.address = "环城路12号";
        draft.contact = {"欧阳甲", "13905770001"};
        core::PhotoDraft photo;
        photo.file = makePhoto(small.folder / "IMG_0001.jpg");
        draft.photos.push_back(photo);
        REQUIRE(core::reportCase(*small.district, small.actor, draft));
        small.report(core::GeoPoint{120.655, 28.015});
        small.district.reset();
        QObject::connect(&host.workspace(), &app::Workspace::noticePosted, [this](const app::Notice& notice) { notices.push_back(notice); });
        host.window().resize(1366, 768);
        host.window().show();
        REQUIRE(QTest::qWaitForWindowExposed(&host.window()));
        host.window().files().open(path);
        REQUIRE(QTest::qWaitFor([this] { return host.workspace().district() != nullptr; }, Patience));
    }
    /// Through the menu of the button beside the filter.
    app::HandoutDialog& open() {
        auto* const table = host.window().findChild<app::CaseTablePanel*>();
        REQUIRE(table != nullptr);
        auto* const button = table->findChild<QToolButton*>(QStringLiteral("tableMenu"));
        REQUIRE(button != nullptr);
        QTimer::singleShot(0, table, [] {
            auto* const menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
            REQUIRE(menu != nullptr);
            for (QAction* const action : menu->actions())
                if (action->objectName() == QLatin1String("handOutCases"))
                    menu->setActiveAction(action);
            QTest::keyClick(menu, Qt::Key_Return);
        });
        QTest::mouseClick(button, Qt::LeftButton);
        app::HandoutDialog* dialog = nullptr;
        REQUIRE(QTest::qWaitFor([&] { return (dialog = host.window().findChild<app::HandoutDialog*>()) != nullptr; }, Patience));
        REQUIRE(QTest::qWaitForWindowExposed(dialog));
        return *dialog;
    }
    static QString said(app::HandoutDialog& dialog) { return dialog.findChild<QPlainTextEdit*>(QStringLiteral("account"))->toPlainText(); }
    static void waitFor(app::HandoutDialog& dialog, const QString& words) {
        const bool isThere = QTest::qWaitFor([&] { return said(dialog).contains(words); }, Patience);
        INFO(said(dialog).toStdString());
        REQUIRE(isThere);
    }
    static void choose(QComboBox& list, int line) {
        list.setFocus();
        while (list.currentIndex() != line)
            QTest::keyClick(&list, list.currentIndex() < line ? Qt::Key_Down : Qt::Key_Up);
    }
    void save(app::HandoutDialog& dialog, const char* name) {
        prompts.file = QString::fromStdString((small.folder / name).string());
        notices.clear();
        QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
        REQUIRE(QTest::qWaitFor([&] { return !notices.empty(); }, Patience));
        INFO(notices.back().text.toStdString());
        REQUIRE(notices.back().kind == app::NoticeKind::Note);
    }
    QByteArray bytes(const char* name) const {
        QFile file(QString::fromStdString((small.folder / name).string()));
        REQUIRE(file.open(QIODevice::ReadOnly));
        return file.readAll();
    }
};

template <class Widget> Widget& part(app::HandoutDialog& dialog, const char* name) {
    auto* const found = dialog.findChild<Widget*>(QString::fromLatin1(name));
    REQUIRE(found != nullptr);
    return *found;
}

} // namespace

TEST_CASE("the dialog says beforehand what will be taken out, and the notice afterwards what was", "[app][handout]") {
    HandoutDesk desk;
    app::HandoutDialog& dialog = desk.open();
    HandoutDesk::waitFor(dialog, QStringLiteral("Mobile numbers masked in texts: 1."));
    HandoutDesk::waitFor(dialog, QStringLiteral("middle of a square of 500 m: 2"));
    HandoutDesk::waitFor(dialog, QStringLiteral("Photos left out: 1."));
    desk.save(dialog, "out.csv");
    CHECK(desk.notices.back().details.contains(QStringLiteral("Names and telephone numbers of reporters are left out. Cases that have them: 1.")));
    const QByteArray table = desk.bytes("out.csv");
    INFO(table.toStdString());
    CHECK(table.contains("■■反映占道，电话■■"));
    CHECK_FALSE(table.contains("欧阳甲"));
    CHECK_FALSE(table.contains("120.645123"));
    CHECK(desk.bytes("out.csv.txt").contains("Cases: 2."));
    CHECK(QTest::qWaitFor([&] { return desk.host.window().findChild<app::HandoutDialog*>() == nullptr; }, Patience));
}

TEST_CASE("photos for another office are without what the camera wrote", "[app][handout]") {
    HandoutDesk desk;
    app::HandoutDialog& dialog = desk.open();
    HandoutDesk::choose(part<QComboBox>(dialog, "rules"), 1);
    QMetaObject::invokeMethod(&part<QComboBox>(dialog, "rules"), "activated", Q_ARG(int, 1));
    HandoutDesk::waitFor(dialog, QStringLiteral("what a camera wrote into them: 1."));
    HandoutDesk::waitFor(dialog, QStringLiteral("Places told exactly: 2."));
    desk.save(dialog, "partner.geojson");
    const auto photo = desk.small.folder / "partner.photos" / "000001-1.jpg";
    const auto other = desk.small.folder / "partner.photos" / "000002-1.jpg";
    const auto there = std::filesystem::exists(photo) ? photo : other;
    REQUIRE(std::filesystem::exists(there));
    const auto image = Exiv2::ImageFactory::open(there.string());
    image->readMetadata();
    CHECK(image->exifData().empty());
    CHECK(image->xmpData().empty());
    CHECK(image->iptcData().empty());
    QFile file(QString::fromStdString(there.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    for (const char* trace : {"Exif", "2026:11:20", "WGS-84", "http://ns.adobe.com"})
        CHECK_FALSE(bytes.contains(trace));
    CHECK(QImage::fromData(bytes).size() == QSize(800, 400));
    CHECK(desk.bytes("partner.geojson").contains(there.filename().string().c_str()));
    CHECK(desk.bytes("partner.geojson").contains("120.645123"));
}

TEST_CASE("places can be made coarser than the rules say", "[app][handout]") {
    HandoutDesk desk;
    app::HandoutDialog& dialog = desk.open();
    HandoutDesk::waitFor(dialog, QStringLiteral("square of 500 m"));
    auto& metres = part<QSpinBox>(dialog, "metres");
    CHECK_FALSE(metres.isEnabled());
    HandoutDesk::choose(part<QComboBox>(dialog, "places"), 1);
    CHECK(metres.isEnabled());
    metres.setFocus();
    metres.selectAll();
    QTest::keyClicks(&metres, QStringLiteral("1000"));
    QTest::keyClick(&metres, Qt::Key_Tab);
    HandoutDesk::waitFor(dialog, QStringLiteral("square of 1000 m: 2"));
    HandoutDesk::choose(part<QComboBox>(dialog, "places"), 2);
    HandoutDesk::waitFor(dialog, QStringLiteral("to the middle of the grid: 2"));
    HandoutDesk::choose(part<QComboBox>(dialog, "places"), 3);
    HandoutDesk::waitFor(dialog, QStringLiteral("Places left out: 2."));
    desk.save(dialog, "none.geojson");
    CHECK_FALSE(desk.bytes("none.geojson").contains("\"Point\""));
}

TEST_CASE("names of sealed reporters are found in texts while the seal is open", "[app][handout]") {
    HandoutDesk desk;
    const core::Secret passphrase = core::Secret::from(std::string("correct horse"));
    const auto seal = core::makeSeal(passphrase, core::KeyEffort::least()).value();
    REQUIRE(core::protectPersonalData(*desk.host.workspace().district(), desk.host.workspace().actor(), seal.keys));
    app::HandoutDialog& dialog = desk.open();
    HandoutDesk::waitFor(dialog, QStringLiteral("Sealed reporters, whose names were not looked for in texts: 1."));
    auto* const panel = desk.host.window().findChild<app::CasePanel*>();
    REQUIRE(panel != nullptr);
    REQUIRE(panel->unsealing().open(core::openSeal(seal.keys, passphrase).value()));
    HandoutDesk::waitFor(dialog, QStringLiteral("Names of people the district knows, masked in texts: 1."));
    CHECK_FALSE(HandoutDesk::said(dialog).contains(QStringLiteral("Sealed reporters")));
}

TEST_CASE("the dialog fits in both languages", "[app][handout]") {
    const QByteArray folder = qgetenv("GRIDWARDEN_PICTURES");
    for (const core::Language language : {core::Language::English, core::Language::Chinese}) {
        app::setLanguage(language);
        HandoutDesk desk;
        app::HandoutDialog& dialog = desk.open();
        const bool isChinese = language == core::Language::Chinese;
        HandoutDesk::waitFor(dialog, isChinese ? QStringLiteral("手机号 1 处") : QStringLiteral("Mobile numbers masked in texts: 1."));
        for (const QLabel* const label : dialog.findChildren<QLabel*>())
            if (label->isVisible() && !label->wordWrap())
                CHECK(label->width() >= label->sizeHint().width());
        for (const QPushButton* const button : dialog.findChildren<QPushButton*>())
            CHECK(button->width() >= button->sizeHint().width());
        if (!folder.isEmpty())
            CHECK(dialog.grab().save(QString::fromLocal8Bit(folder) + (isChinese ? QStringLiteral("/handout_zh.png") : QStringLiteral("/handout_en.png"))));
    }
    app::setLanguage(core::Language::English);
}
