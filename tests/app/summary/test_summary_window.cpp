// SPDX-License-Identifier: GPL-3.0-or-later
// The window of the work summary: the text is edited with the figures at hand, the summary follows, each number leads to its records, and it is saved.
#include "app/summary/slot_completion.h"
#include "app/summary/summary_window.h"
#include "app/summary/text_editor.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "app/workspace/workspace.h"
#include "core/base/resources.h"
#include "core/evaluation/publication.h"
#include "core/summary/published_summary.h"
#include "tests/support/small_district.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextBrowser>
#include <QUrl>
#include <atomic>
#include <thread>

using namespace gridwarden;
using namespace gridwarden::test;
using namespace Qt::StringLiterals;

namespace {

struct Answers : app::Prompts {
    Answers() { app::setPrompts(this); }
    ~Answers() override { app::setPrompts(nullptr); }
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    QString file, name;
    bool confirms = false;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return confirms; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return name; }
};

/// Three cases of March 2026 and one of February.
struct SummaryDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    Answers answers;
    std::unique_ptr<app::SummaryWindow> window;
    ScratchFolder folder;

    SummaryDesk() {
        app::setLanguage(core::Language::Chinese);
        REQUIRE(workspace.adopt(std::move(small.district)));
        for (const char* const local : {"2026-02-20T09:00", "2026-03-01T09:00", "2026-03-10T09:00", "2026-03-31T09:00"}) {
            core::CaseDraft draft;
            draft.place = core::GeoPoint{120.645, 28.005};
            draft.category = workspace.district()->categories().find("09006")->id;
            draft.time = core::parseMoment(std::string(local) + ":00+08:00", core::TimeZone()).value();
            REQUIRE(workspace.report(draft));
        }
        window = std::make_unique<app::SummaryWindow>(workspace, nullptr);
        window->show();
        REQUIRE(QTest::qWaitForWindowExposed(window.get()));
        window->setPeriod({core::parseDay("2026-03-01").value(), core::parseDay("2026-03-31").value()});
        settle();
    }
    ~SummaryDesk() { answers.confirms = true; }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return !window->isWriting() && !workspace.isFiltering() && !jobs.isBusy(); }, 20'000));
    }
    template <class Widget> Widget& part(const char* name) const {
        auto* const found = window->findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    [[nodiscard]] app::TextEditor& editor() const { return part<app::TextEditor>("summaryText"); }
    void type(const QString& text) const {
        for (const QChar letter : text) {
            if (letter == u'\n') {
                QTest::keyClick(&editor(), Qt::Key_Return);
                continue;
            }
            if (letter.unicode() < 128) {
                QTest::keyClick(&editor(), letter.toLatin1());
                continue;
            }
            QInputMethodEvent event;
            event.setCommitString(letter);
            QCoreApplication::sendEvent(&editor(), &event);
        }
    }
    void clear() const {
        editor().setFocus();
        QTest::keyClick(&editor(), Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&editor(), Qt::Key_Delete);
    }
    void click(const char* name) const {
        auto& button = part<QPushButton>(name);
        INFO(name);
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
        settle();
    }
    [[nodiscard]] QString preview() const { return part<QTextBrowser>("summaryPreview").toPlainText(); }
    [[nodiscard]] QString fault() const { return part<QLabel>("summaryFault").text(); }
};

} // namespace

TEST_CASE("an open brace offers the figures, and the summary follows what is typed", "[app][summary]") {
    SummaryDesk desk;
    desk.clear();
    desk.type(u"共上报{上报"_s);
    QAbstractItemView& list = *desk.editor().completion().popup();
    REQUIRE(list.isVisible());
    REQUIRE(app::SlotCompletion::nameAt(list.currentIndex()) == u"上报数"_s);
    QTest::qWait(500); // the summary was written anew meanwhile
    desk.settle();
    REQUIRE(list.isVisible());
    QTest::keyClick(&list, Qt::Key_Return);
    CHECK(desk.editor().toPlainText() == u"共上报{上报数}"_s);
    desk.type(u"起"_s);
    desk.settle();
    CHECK(desk.preview() == u"共上报3件起"_s);
    REQUIRE(desk.window->summary() != nullptr);
    CHECK(desk.window->summary()->numbers.size() == 1);
    CHECK_FALSE(list.isVisible());
}

TEST_CASE("what cannot be used is said with its line, and the summary of before stays in sight", "[app][summary]") {
    SummaryDesk desk;
    desk.clear();
    desk.type(u"上报{上报数}。\n\n再{没有的数据}"_s);
    desk.settle();
    CHECK(desk.fault().contains(u"没有的数据"_s));
    CHECK(desk.fault().contains(u"3"_s));
    CHECK(desk.editor().extraSelections().size() == 1);
    CHECK(desk.editor().extraSelections().front().cursor.blockNumber() == 2);
    CHECK_FALSE(desk.part<QPushButton>("saveSummary").isEnabled());
    CHECK_FALSE(desk.preview().isEmpty());
}

TEST_CASE("a number leads to the cases behind it", "[app][summary]") {
    SummaryDesk desk;
    desk.clear();
    desk.type(u"上报{上报数}，环比{上报数|环比}。"_s);
    desk.settle();
    emit desk.part<QTextBrowser>("summaryPreview").anchorClicked(QUrl(u"#0"_s));
    REQUIRE(QTest::qWaitFor([&] { return desk.workspace.filter().listed != nullptr; }, 10'000));
    desk.settle();
    CHECK(desk.workspace.filtered().size() == 3);
    CHECK(desk.preview().startsWith(u"上报3件"_s)); // the list is no condition of the summary
}

TEST_CASE("texts are saved under a name of their own, and a shipped one comes back", "[app][summary]") {
    SummaryDesk desk;
    const int before = desk.part<QComboBox>("summaryTexts").count();
    desk.clear();
    desk.type(u"{上报数}"_s);
    desk.answers.name = u"本局周报"_s;
    desk.click("saveTextAs");
    auto& texts = desk.part<QComboBox>("summaryTexts");
    CHECK(texts.count() == before + 1);
    CHECK(texts.currentText() == u"本局周报"_s);
    CHECK(core::summaryTextNamed(desk.workspace.district()->connection(), "本局周报")->text == "{上报数}");
    desk.type(u"件"_s);
    desk.click("saveText");
    CHECK(core::summaryTextNamed(desk.workspace.district()->connection(), "本局周报")->text.size() > 11);
    desk.click("removeText");
    CHECK(texts.count() == before);

    // Unsaved changes are not dropped without asking.
    const QString shipped = desk.editor().toPlainText();
    desk.clear();
    desk.type(u"x"_s);
    texts.setCurrentIndex(1 - texts.currentIndex());
    emit texts.activated(texts.currentIndex());
    CHECK(desk.editor().toPlainText() == u"x"_s);
    desk.answers.confirms = true;
    desk.click("saveText");
    CHECK(desk.part<QPushButton>("removeText").text() == u"恢复默认"_s);
    desk.click("removeText");
    CHECK(desk.editor().toPlainText() == shipped);
}

TEST_CASE("the summary is saved as documents and as a list that can be verified", "[app][summary]") {
    SummaryDesk desk;
    for (const char* const name : {"summary.json", "summary.odt", "summary.pdf"}) {
        INFO(name);
        desk.answers.file = QString::fromStdString((desk.folder / name).string());
        desk.click("saveSummary");
        CHECK(std::filesystem::file_size(desk.folder / name) > 1'000);
    }
    const auto published = core::summaryFromText(core::readFile(desk.folder / "summary.json").value());
    REQUIRE(published);
    CHECK(*published == *desk.window->summary());
}

TEST_CASE("publishing leaves the text as it is, and what was published is kept", "[app][summary]") {
    SummaryDesk desk;
    QTextCursor cursor = desk.editor().textCursor();
    cursor.setPosition(25);
    desk.editor().setTextCursor(cursor);
    desk.answers.name = u"三月总结"_s;
    desk.click("publishSummary");
    CHECK(desk.editor().textCursor().position() == 25);
    const auto all = core::publications(desk.workspace.district()->connection(), "summary");
    REQUIRE(all);
    REQUIRE(all->size() == 1);
    const auto kept = core::loadPublication(desk.workspace.district()->connection(), all->front().id);
    REQUIRE(kept);
    CHECK(kept->title == "三月总结");
    CHECK(*core::summaryFromText(kept->content) == *desk.window->summary());
}

TEST_CASE("a window that opens while the district is busy has its texts afterwards", "[app][summary]") {
    SummaryDesk desk;
    std::atomic<bool> isDone = false;
    REQUIRE(desk.workspace.run(u"Long work"_s, [&](core::District&, const app::Jobs::Progress&) {
        while (!isDone)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }));
    REQUIRE(desk.workspace.isBusy());
    app::SummaryWindow late(desk.workspace, nullptr);
    late.show();
    REQUIRE(QTest::qWaitForWindowExposed(&late));
    CHECK(late.summary() == nullptr);
    isDone = true;
    REQUIRE(QTest::qWaitFor([&] { return !desk.workspace.isBusy() && !late.isWriting() && late.summary() != nullptr; }, 20'000));
    CHECK(late.summary()->numbers.size() > 10);
}
