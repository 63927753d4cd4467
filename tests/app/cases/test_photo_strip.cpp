// SPDX-License-Identifier: GPL-3.0-or-later
// Photos and papers of a case in the window: adding, what is kept of them, looking, comparing, and giving them away.
#include "app/cases/comparison_window.h"
#include "app/cases/photo_strip.h"
#include "app/cases/readable_copy.h"
#include "core/base/digest.h"
#include "gis/draw/thumbnail.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/photo_file.h"
#include "tests/app/cases/scripted_prompts.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSignalSpy>
#include <QToolButton>
#include <QUrl>
#include <fstream>
#include <iostream>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct StripDesk : Desk {
    app::PhotoStrip strip{workspace, /*isEditable=*/true};
    QSignalSpy refused{&strip, &app::PhotoStrip::refused};

    StripDesk() { showAndActivate(strip); }
    [[nodiscard]] QString file(const char* name) const {
        return QString::fromStdString((small.folder / name).string());
    }
    QString write(const char* name, const std::string& content) const {
        std::ofstream(small.folder / name, std::ios::binary) << content;
        return file(name);
    }
    QString photo(const char* name) const { return QString::fromStdString(makePhoto(small.folder / name).string()); }
    void setCopyPixels(const char* pixels) {
        REQUIRE(workspace.change({"test-setting", {}}, [&](core::Change& change) {
            return core::saveSetting(change, "photo_copy_pixels", pixels);
        }));
    }
    void drop(const QMimeData& data) {
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&strip, &enter);
        REQUIRE(enter.isAccepted());
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&strip, &event);
        waitForJobs();
    }
    [[nodiscard]] std::size_t filesBeside() const {
        std::error_code none;
        const std::filesystem::directory_iterator files(district().filesFolder(), none);
        return none ? 0 : static_cast<std::size_t>(std::distance(files, std::filesystem::directory_iterator()));
    }
    core::CaseId reportWith(const std::vector<core::PhotoDraft>& photos) {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{120.655, 28.01};
        draft.category = district().categories().find("09006")->id;
        draft.time = core::parseMoment("2026-11-20T10:06:05+08:00", core::TimeZone()).value();
        draft.photos = photos;
        const auto id = workspace.report(draft);
        REQUIRE(id);
        return *id;
    }
};

/// Chooses in the menu of a tile with the mouse.
void chooseInMenu(QToolButton& tile, const QString& words) {
    QContextMenuEvent wish(QContextMenuEvent::Mouse, tile.rect().center(), tile.mapToGlobal(tile.rect().center()));
    QCoreApplication::sendEvent(&tile, &wish);
    auto* const menu = tile.parentWidget()->findChild<QMenu*>(QStringLiteral("photoMenu"));
    REQUIRE(menu != nullptr);
    const QList<QAction*> actions = menu->actions();
    const auto wanted =
        std::find_if(actions.begin(), actions.end(), [&](const QAction* action) { return action->text() == words; });
    REQUIRE(wanted != actions.end());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(*wanted).center());
    QCoreApplication::processEvents();
}

/// Moves as the window system tells them: with the button down.
void moveMouse(QWidget& widget, QPoint to) {
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &move);
}

[[nodiscard]] std::string contentOf(const QString& file) {
    std::ifstream in(file.toStdString(), std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

core::PhotoDraft ofKind(core::PhotoDraft draft, const char* kind) {
    draft.kind = kind;
    return draft;
}

} // namespace

TEST_CASE("photos are added beside the window taken away and those that fail are told", "[app][photo]") {
    StripDesk desk;
    desk.strip.addFiles({desk.photo("a.jpg"), desk.write("text.jpg", "no picture"), desk.photo("b.jpg")});
    CHECK(desk.strip.isPreparing());
    CHECK(desk.strip.count() == 0); // nothing was read while the window waited
    desk.waitForJobs();
    CHECK_FALSE(desk.strip.isPreparing());
    CHECK(desk.strip.count() == 2);
    CHECK(desk.refused.count() == 1);
    auto& first = find<QToolButton>(desk.strip, "photo");
    first.setFocus();
    QTest::keyClick(&first, Qt::Key_Delete);
    REQUIRE(QTest::qWaitFor([&] { return desk.strip.count() == 1; }, 1000));
    CHECK(desk.strip.drafts().front().file.filename() == "b.jpg");
}

TEST_CASE("what is not saved leaves nothing beside the district", "[app][photo]") {
    StripDesk desk;
    desk.strip.addFiles({desk.photo("a.jpg"), desk.write("a.pdf", "%PDF-1.7")});
    desk.waitForJobs();
    CHECK(desk.filesBeside() == 2);
    desk.strip.clear();
    CHECK(desk.filesBeside() == 0);
    desk.strip.addFiles({desk.photo("b.jpg")});
    desk.strip.clear(); // while it is being copied
    desk.waitForJobs();
    CHECK(desk.strip.count() == 0);
    CHECK(desk.filesBeside() == 0);
}

TEST_CASE("a photo is kept at the size that the district wants with its time and place", "[app][photo]") {
    StripDesk desk;
    desk.setCopyPixels("256");
    desk.strip.addFiles({desk.photo("large.jpg")}); // 800 × 400
    desk.waitForJobs();
    REQUIRE(desk.strip.count() == 1);
    CHECK(find<QToolButton>(desk.strip, "photo").toolTip().contains(QStringLiteral("instead of")));
    const core::CaseRecord record = desk.load(desk.reportWith(desk.strip.drafts()));
    REQUIRE(record.photos.size() == 1);
    const core::Photo& kept = record.photos[0];
    const QImage picture(QString::fromStdString((desk.district().filesFolder() / kept.sha256).string()), "JPEG");
    CHECK(picture.size() == QSize(256, 128));
    CHECK(kept.name == "large.jpg");
    REQUIRE(kept.taken);
    CHECK(core::localText(*kept.taken, desk.district().timeZone()) == "2026-11-20 09:31");
    REQUIRE(kept.place);
    CHECK(kept.place->longitude == Approx(120.655).epsilon(0).margin(1e-9)); // degrees
}

TEST_CASE("originals are kept where that is checked also for photos that were added before", "[app][photo]") {
    StripDesk desk;
    desk.setCopyPixels("256");
    const QString file = desk.photo("large.jpg");
    desk.strip.addFiles({file});
    desk.waitForJobs();
    auto& originals = find<QCheckBox>(desk.strip, "keepOriginals");
    REQUIRE(originals.isVisible());
    CHECK_FALSE(originals.isChecked());
    originals.setFocus();
    QTest::keyClick(&originals, Qt::Key_Space);
    desk.waitForJobs();
    REQUIRE(desk.strip.count() == 1);
    const core::CaseRecord record = desk.load(desk.reportWith(desk.strip.drafts()));
    REQUIRE(record.photos.size() == 1);
    const auto hash = core::sha256OfFile(file.toStdString());
    REQUIRE(hash);
    CHECK(record.photos[0].sha256 == *hash); // to the byte
    CHECK(desk.filesBeside() == 1);
}

TEST_CASE("originals are kept also of photos that are still being copied", "[app][photo]") {
    StripDesk desk;
    desk.setCopyPixels("256");
    const QString first = desk.photo("first.jpg"), second = desk.photo("second.jpg"), third = desk.photo("third.jpg");
    desk.strip.addFiles({first});
    desk.waitForJobs();
    desk.strip.addFiles({second});
    desk.strip.addFiles({third}); // waits for the second
    REQUIRE(desk.strip.isPreparing());
    auto& originals = find<QCheckBox>(desk.strip, "keepOriginals");
    originals.setFocus();
    QTest::keyClick(&originals, Qt::Key_Space);
    desk.waitForJobs();
    const auto& drafts = desk.strip.drafts();
    REQUIRE(drafts.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(drafts[i].staged->sha256() == core::sha256OfFile(std::array{first, second, third}[i].toStdString()));
    CHECK(desk.filesBeside() == 3);
}

TEST_CASE("a copy is saved also when its photos go while its place is chosen", "[app][photo]") {
    ScriptedPrompts prompts;
    StripDesk desk;
    const std::string content = "%PDF-1.7 " + std::string(500, 'x');
    desk.strip.addFiles({desk.write("a.pdf", content)});
    desk.waitForJobs();
    const core::CaseRecord record = desk.load(desk.reportWith(desk.strip.drafts()));
    QWidget window;
    auto* strip = new app::PhotoStrip(desk.workspace, /*isEditable=*/false, &window);
    strip->setCase(record);
    showAndActivate(window);
    prompts.file = desk.file("saved.pdf");
    SECTION("another case is shown") {
        prompts.meanwhile = [&](QWidget*) { strip->clear(); };
    }
    SECTION("the panel is built anew") {
        prompts.meanwhile = [&](QWidget* parent) {
            CHECK(parent == &window); // which stays
            delete std::exchange(strip, nullptr);
        };
    }
    chooseInMenu(find<QToolButton>(*strip, "photo"), QStringLiteral("Save a copy …"));
    desk.waitForJobs();
    CHECK(contentOf(prompts.file) == content);
}

TEST_CASE("a photo is taken away by its menu and only that one", "[app][photo]") {
    StripDesk desk;
    desk.strip.addFiles({desk.photo("a.jpg"), desk.photo("b.jpg")});
    desk.waitForJobs();
    chooseInMenu(*desk.strip.findChildren<QToolButton*>(QStringLiteral("photo")).first(), QStringLiteral("Take away"));
    REQUIRE(desk.strip.count() == 1);
    CHECK(desk.strip.drafts().front().file.filename() == "b.jpg");
}

TEST_CASE("a large paper is copied beside the window before it is dragged and that is said once", "[app][photo]") {
    StripDesk desk;
    const QString file = desk.write("drawing.pdf", "%PDF-1.7");
    std::filesystem::resize_file(file.toStdString(), 9'000'000);
    desk.strip.addFiles({file});
    desk.waitForJobs();
    auto& tile = find<QToolButton>(desk.strip, "photo");
    QTest::mousePress(&tile, Qt::LeftButton, {}, QPoint(5, 5));
    for (const int x : {30, 40, 50})
        moveMouse(tile, QPoint(x, 30));
    QTest::mouseRelease(&tile, Qt::LeftButton, {}, QPoint(50, 30));
    REQUIRE(desk.notices.size() == 1);
    CHECK(desk.notices[0].text ==
          QStringLiteral("drawing.pdf is being copied for other programs. Drag it again in a moment."));
    desk.waitForJobs();
    CHECK(desk.notices.size() == 1);
    const auto data = std::unique_ptr<QMimeData>(desk.strip.dragged(0));
    REQUIRE(data);
    const QFileInfo copy(data->urls().front().toLocalFile());
    CHECK(copy.fileName() == QStringLiteral("drawing.pdf")); // there is no number yet
    CHECK(copy.size() == 9'000'000);
}

TEST_CASE("a readable copy is whole or none", "[app][photo]") {
    const ScratchFolder folder;
    const std::filesystem::path file = folder / "film.mp4";
    std::ofstream(file) << "x";
    std::filesystem::resize_file(file, 5'000'000);
    const auto copy = app::readableCopy(file, QStringLiteral("film.mp4"), [&](double) {
        std::filesystem::resize_file(file, 2'000'000); // its medium is taken out, for instance
        return true;
    });
    REQUIRE_FALSE(copy);
    CHECK(copy.error().what.key == "photo-unreadable");
    CHECK_FALSE(app::hasReadableCopy(file, QStringLiteral("film.mp4")));
}

TEST_CASE("files whose names begin alike have readable copies of their own", "[app][photo]") {
    const ScratchFolder folder;
    const std::filesystem::path first = folder / "IMG_20261120_093105.jpg", second = folder / "IMG_20261120_093110.jpg";
    std::ofstream(first) << "first";
    std::ofstream(second) << "second";
    const QString name = app::readableName({}, {}, 1);
    CHECK(name == QStringLiteral("photo 1")); // no number, no kind
    const auto a = app::readableCopy(first, name), b = app::readableCopy(second, name);
    REQUIRE(a);
    REQUIRE(b);
    CHECK(contentOf(*a) == "first");
    CHECK(contentOf(*b) == "second");
    std::ofstream(first) << "written anew";
    CHECK(contentOf(app::readableCopy(first, name).value()) == "written anew");
}

TEST_CASE("papers are attached as they are and opened as a copy that cannot be written", "[app][photo]") {
    StripDesk desk;
    const std::string content = "%PDF-1.7 a report";
    desk.strip.addFiles({desk.write("整改报告.pdf", content), desk.write("call.mp3", "ID3")});
    desk.waitForJobs();
    REQUIRE(desk.strip.drafts().size() == 2);
    CHECK(desk.strip.drafts()[0].kind == "paper");
    const auto tiles = desk.strip.findChildren<QToolButton*>(QStringLiteral("photo"));
    REQUIRE(tiles.size() == 2);
    CHECK(tiles[0]->text() == QStringLiteral("PDF"));
    CHECK(tiles[1]->text() == QStringLiteral("MP3"));
    const core::CaseId id = desk.reportWith(desk.strip.drafts());
    const core::CaseRecord record = desk.load(id);
    REQUIRE(record.photos.size() == 2);
    CHECK(record.photos[0].sha256 == core::sha256(content));
    CHECK(record.photos[0].name == "整改报告.pdf");

    app::PhotoStrip shown(desk.workspace, /*isEditable=*/false);
    shown.setCase(record);
    showAndActivate(shown);
    // What other programs get.
    const auto data = std::unique_ptr<QMimeData>(shown.dragged(0));
    REQUIRE(data);
    REQUIRE(data->urls().size() == 1);
    const QFileInfo copy(data->urls().front().toLocalFile());
    CHECK(copy.fileName() == QString::fromStdString(record.report.number) + QStringLiteral(" 整改报告.pdf"));
    CHECK(core::sha256OfFile(copy.filePath().toStdString()) == core::sha256(content));
    CHECK_FALSE(copy.permission(QFileDevice::WriteOwner));
}

TEST_CASE("a photo that is dragged out has a name that people read", "[app][photo]") {
    StripDesk desk;
    desk.strip.addFiles({desk.photo("IMG_0001.JPG")});
    desk.waitForJobs();
    const core::CaseRecord record = desk.load(desk.reportWith({ofKind(desk.strip.drafts()[0], "before")}));
    app::PhotoStrip shown(desk.workspace, /*isEditable=*/false);
    shown.setCase(record);
    const auto data = std::unique_ptr<QMimeData>(shown.dragged(0));
    REQUIRE(data);
    CHECK(QFileInfo(data->urls().front().toLocalFile()).fileName() ==
          QString::fromStdString(record.report.number) + QStringLiteral(" before 1.jpg"));
}

TEST_CASE("files that are dropped and pictures that are pasted are added", "[app][photo]") {
    StripDesk desk;
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(desk.photo("a.jpg")), QUrl::fromLocalFile(desk.write("b.pdf", "%PDF-1.7"))});
    CHECK(app::PhotoStrip::accepts(&files));
    desk.drop(files);
    CHECK(desk.strip.count() == 2);

    QImage picture(30, 20, QImage::Format_RGB32);
    picture.fill(Qt::green);
    QApplication::clipboard()->setImage(picture);
    auto& add = find<QToolButton>(desk.strip, "addPhoto");
    add.setFocus();
    QTest::keyClick(&add, Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    desk.waitForJobs();
    REQUIRE(desk.strip.count() == 3);
    CHECK(desk.strip.drafts()[2].kind.empty());
    CHECK(desk.strip.drafts()[2].thumbnail.size() > 100);
    QApplication::clipboard()->clear();
    QMimeData words;
    words.setText(QStringLiteral("only words"));
    CHECK_FALSE(app::PhotoStrip::accepts(&words));
}

TEST_CASE("what is very large is asked about before it is copied", "[app][photo]") {
    ScriptedPrompts prompts;
    StripDesk desk;
    const QString file = desk.write("video.mp4", "x");
    std::filesystem::resize_file(file.toStdString(), 200'000'001); // sparse
    prompts.confirms = false;
    desk.strip.addFiles({file});
    desk.waitForJobs();
    REQUIRE(prompts.asked.size() == 1);
    CHECK(prompts.asked[0].startsWith(QStringLiteral("video.mp4 has ")));
    CHECK(desk.strip.count() == 0);
    CHECK(desk.filesBeside() == 0);
    prompts.confirms = true;
    desk.strip.addFiles({file});
    desk.waitForJobs();
    CHECK(prompts.asked.size() == 2);
    CHECK(desk.strip.count() == 1);
    CHECK(desk.refused.isEmpty());
    std::filesystem::resize_file(file.toStdString(), 1000);
    desk.strip.addFiles({file});
    desk.waitForJobs();
    CHECK(prompts.asked.size() == 2); // as usual
    CHECK(desk.strip.count() == 2);
}

TEST_CASE("a photo's time and place are compared with the case in a note", "[app][photo]") {
    StripDesk desk;
    QImage plain(20, 10, QImage::Format_RGB32);
    plain.fill(Qt::green);
    REQUIRE(plain.save(desk.file("plain.png")));
    desk.strip.addFiles({desk.photo("a.jpg"), desk.file("plain.png")}); // taken at 09:31:05 where the case is
    desk.waitForJobs();
    const core::CaseRecord record = desk.load(desk.reportWith(desk.strip.drafts())); // reported at 10:06:05
    app::PhotoStrip shown(desk.workspace, /*isEditable=*/false);
    shown.setCase(record);
    showAndActivate(shown);
    const auto tiles = shown.findChildren<QToolButton*>(QStringLiteral("photo"));
    REQUIRE(tiles.size() == 2);
    CHECK(tiles[0]->toolTip().contains(QStringLiteral("taken 35 min before the report, 0 m from the place")));
    CHECK(tiles[1]->toolTip().contains(QStringLiteral("no time in the photo, no place in the photo")));
    QTest::mouseClick(tiles[0], Qt::LeftButton);
    auto* const viewer = shown.findChild<app::PhotoViewer*>();
    REQUIRE(viewer != nullptr);
    REQUIRE(QTest::qWaitFor([&] { return !viewer->isLoading(); }, 5000));
    CHECK(find<QLabel>(*viewer, "photoNote").text().startsWith(QStringLiteral("taken 35 min before the report")));
    QTest::keyClick(viewer, Qt::Key_Right);
    CHECK(find<QLabel>(*viewer, "photoNote").text().startsWith(QStringLiteral("no time in the photo")));
    QTest::keyClick(viewer, Qt::Key_Escape);
    CHECK_FALSE(viewer->isVisible());
}

TEST_CASE("before and after are compared from the strip and other two can be chosen", "[app][photo]") {
    StripDesk desk;
    desk.strip.addFiles(
        {desk.photo("a.jpg"), desk.photo("b.jpg"), desk.photo("c.jpg"), desk.write("d.pdf", "%PDF-1.7")});
    desk.waitForJobs();
    const auto& drafts = desk.strip.drafts();
    REQUIRE(drafts.size() == 4);
    app::PhotoStrip shown(desk.workspace, /*isEditable=*/false);
    shown.setCase(desk.load(desk.reportWith(
        {ofKind(drafts[0], "after"), ofKind(drafts[1], "before"), ofKind(drafts[2], "far"), drafts[3]})));
    showAndActivate(shown);
    auto& compare = find<QToolButton>(shown, "comparePhotos");
    REQUIRE(compare.isVisible());
    QTest::mouseClick(&compare, Qt::LeftButton);
    auto* const window = shown.findChild<app::ComparisonWindow*>();
    REQUIRE(window != nullptr);
    auto& left = find<QComboBox>(*window, "leftPhoto");
    auto& right = find<QComboBox>(*window, "rightPhoto");
    CHECK(left.count() == 3); // the paper is none
    CHECK(left.currentText().startsWith(QStringLiteral("before")));
    CHECK(right.currentText().startsWith(QStringLiteral("after")));
    auto& comparison = find<app::PhotoComparison>(*window, "photoComparison");
    REQUIRE(QTest::qWaitFor(
        [&] {
            return !comparison.place(app::PhotoComparison::Left).isEmpty() &&
                   !comparison.place(app::PhotoComparison::Right).isEmpty();
        },
        5000));
    left.setFocus();
    QTest::keyClick(&left, Qt::Key_End);
    CHECK(left.currentText().startsWith(QStringLiteral("far")));
    QTest::keyClick(window, Qt::Key_Escape);
    CHECK_FALSE(window->isVisible());

    shown.setCase(desk.load(desk.reportWith({ofKind(drafts[1], "before")})));
    CHECK_FALSE(compare.isVisible());
}

TEST_CASE("how long the window waits while large photos are added", "[.][measure]") {
    StripDesk desk;
    QStringList files;
    for (int i = 0; i < 5; ++i) {
        QImage image(4000, 3000, QImage::Format_RGB32); // 12 million pixels
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                image.setPixel(x, y, qRgb(x * y % 251, (x + i * y) % 241, y % 239));
        files << desk.file(("large" + std::to_string(i) + ".jpg").c_str());
        REQUIRE(image.save(files.back(), "JPEG", 92));
    }
    QElapsedTimer timer;
    timer.start();
    (void)gis::preparePhoto(files[0].toStdString(), {});
    std::cout << "one on the window's thread: " << timer.elapsed() << " ms\n";
    timer.restart();
    desk.strip.addFiles(files);
    std::cout << "addFiles returns after " << timer.elapsed() << " ms\n";
    qint64 longest = 0;
    QElapsedTimer turn;
    while (desk.strip.isPreparing()) {
        turn.start();
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        longest = std::max(longest, turn.elapsed());
    }
    std::cout << "5 photos after " << timer.elapsed() << " ms, the window's longest turn " << longest << " ms\n";
    qint64 kept = 0;
    for (const core::PhotoDraft& draft : desk.strip.drafts())
        kept += static_cast<qint64>(draft.staged->size());
    std::cout << "kept " << kept / 1000 << " kB of " << 5 * QFileInfo(files[0]).size() / 1000 << " kB\n";
}
