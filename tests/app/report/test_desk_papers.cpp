// SPDX-License-Identifier: GPL-3.0-or-later
// Work lists and day books as other programs read them, and the windows that make them.
#include "app/cases/receiver_field.h"
#include "app/report/day_book_report.h"
#include "app/report/day_book_window.h"
#include "app/report/work_list_dialog.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "tests/app/report/report_district.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDesktopServices>
#include <QInputMethodEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace gridwarden::test {

/// Takes the place of the program that opens files.
class Opener : public QObject {
    Q_OBJECT
  public:
    Opener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~Opener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QStringList opened;

  public slots:
    void open(const QUrl& url) { opened << url.toLocalFile(); }
};

} // namespace gridwarden::test

namespace {

class SavingPrompts : public app::Prompts {
  public:
    SavingPrompts() { app::setPrompts(this); }
    ~SavingPrompts() override { app::setPrompts(nullptr); }
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString& suggested, const QString&) override {
        suggestion = suggested;
        return file;
    }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override { return true; }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return {}; }
    QString file, suggestion;
};

struct PaperDistrict : ReportDistrict {
    /// A case on 20 November 2026 that was filed, dispatched to somebody and is due by the limit of its category (two hours).
    core::CaseId handling(core::PersonId person, const char* local, const std::string& description, core::GeoPoint place) {
        core::CaseDraft draft;
        draft.place = place;
        draft.category = category("09006");
        draft.description = description;
        draft.address = "人民路" + std::to_string(++m_number) + "号";
        draft.time = moment(local);
        const auto id = core::reportCase(*district, actor, draft);
        REQUIRE(id);
        take(*id, core::StepKind::File, local);
        take(*id, core::StepKind::Dispatch, local, person);
        return *id;
    }
    void take(core::CaseId id, core::StepKind kind, const char* local, core::PersonId person = {}, const std::string& note = {}) {
        core::StepDraft draft;
        draft.kind = kind;
        draft.time = moment(local);
        draft.detail.note = note;
        draft.detail.person = person;
        if (!person.isNull())
            draft.detail.organisation = squad;
        const auto taken = core::takeStep(*district, actor, id, draft);
        INFO((taken ? std::string() : taken.error().what.key));
        REQUIRE(taken);
    }
    [[nodiscard]] std::string numberOf(core::CaseId id) const { return load(id).report.number; }

  private:
    int m_number = 0;
};

QString written(const PaperDistrict& small, const char* name, const QString& title, const std::shared_ptr<const app::Chapter>& chapter, core::Language language) {
    const auto path = small.folder / name;
    const auto pages = app::writePaper(path, false, title, {chapter}, language);
    REQUIRE(pages);
    CHECK(*pages == chapter->pageCount());
    if (const QString folder = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !folder.isEmpty())
        QFile::copy(pathText(path), folder + QLatin1Char('/') + QLatin1String(name));
    return textOf(path);
}

void picture(QWidget& widget, const char* name) {
    if (const QString folder = qEnvironmentVariable("GRIDWARDEN_TEST_PICTURES"); !folder.isEmpty()) {
        QTest::qWait(100);
        widget.grab().save(folder + QLatin1Char('/') + QLatin1String(name) + QStringLiteral(".png"));
    }
}

QTreeWidgetItem* itemOf(const QTreeWidget& tree, const QString& group, const QString& name) {
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        if (const QTreeWidgetItem* const above = tree.topLevelItem(i); above->text(0) == group)
            for (int row = 0; row < above->childCount(); ++row)
                if (above->child(row)->text(0) == name)
                    return above->child(row);
    return nullptr;
}

} // namespace

TEST_CASE("a work list has what a person has in hand in the order of its deadlines", "[report][desk]") {
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    PaperDistrict small;
    const core::CaseId later = small.handling(small.zhang, "2026-11-20T10:00", "占道摆摊甲", {120.645, 28.005});
    const core::CaseId sooner = small.handling(small.zhang, "2026-11-20T08:30", "占道摆摊乙", {120.643, 28.003});
    const core::CaseId other = small.handling(small.li, "2026-11-20T09:00", "李四的", {120.655, 28.005});
    const core::CaseId handled = small.handling(small.zhang, "2026-11-20T09:10", "已处置", {120.646, 28.002});
    small.take(handled, core::StepKind::Handle, "2026-11-20T09:30");

    const auto list = app::makeWorkList(*small.district, {{}, small.zhang}, {language, "督导员"});
    REQUIRE(list);
    CHECK(list->cases == 2);
    const QString text = written(small, language == core::Language::Chinese ? "worklist-zh.pdf" : "worklist-en.pdf", list->title, list->chapter, language);
    const auto place = [&](core::CaseId id) { return text.indexOf(QString::fromStdString(small.numberOf(id))); };
    CHECK(place(sooner) >= 0);
    CHECK(place(later) > place(sooner));
    CHECK(place(other) < 0);
    CHECK(place(handled) < 0);
    CHECK(text.contains(QStringLiteral("张三")));
    CHECK(text.contains(QStringLiteral("人民路2号")));
    CHECK(text.contains(QStringLiteral("占道摆摊乙")));
    CHECK(text.contains(QStringLiteral("2026-11-20 10:30"))); // two hours from 08:30
    CHECK(text.contains(QStringLiteral("______________")));
    CHECK(text.contains(language == core::Language::Chinese ? QStringLiteral("在办2件，其中超期2件") : QStringLiteral("2 in hand, 2 of them overdue")));
    const QImage page = pictureOf(small.folder / (language == core::Language::Chinese ? "worklist-zh.pdf" : "worklist-en.pdf"), 1);
    CHECK(page.width() > 1000);

    const auto squad = app::makeWorkList(*small.district, {small.squad, {}}, {language, {}});
    REQUIRE(squad);
    CHECK(squad->cases == 3);
    const auto again = app::writePaper(small.folder / (language == core::Language::Chinese ? "worklist-zh.pdf" : "worklist-en.pdf"), false, {}, {squad->chapter}, language);
    REQUIRE_FALSE(again);
    CHECK(again.error().what.key == "file-exists");
}

TEST_CASE("a work list without cases says so", "[report][desk]") {
    PaperDistrict small;
    const auto list = app::makeWorkList(*small.district, {{}, small.li}, {});
    REQUIRE(list);
    CHECK(list->cases == 0);
    CHECK(written(small, "empty.pdf", list->title, list->chapter, core::Language::Chinese).contains(QStringLiteral("没有在办案件")));
}

TEST_CASE("a day book tells the shift and what it hands over", "[report][desk]") {
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    const bool isChinese = language == core::Language::Chinese;
    PaperDistrict small;
    const auto shifts = core::DayShifts::parse("白班 08:30; 夜班 20:30");
    REQUIRE(small.district->change({"test-fill", {}}, small.actor,
                                   [&](core::Change& change) { return core::saveSetting(change, core::DayShifts::Setting, shifts->setting()); }));
    const core::CaseId carried = small.handling(small.zhang, "2026-11-20T07:00", "夜里的", {120.645, 28.005});
    const core::CaseId closed = small.handling(small.zhang, "2026-11-20T09:00", "办完的", {120.643, 28.003});
    small.take(closed, core::StepKind::Handle, "2026-11-20T10:00");
    small.take(closed, core::StepKind::Close, "2026-11-20T10:30");
    const core::CaseId open = small.handling(small.li, "2026-11-20T20:00", "傍晚的", {120.655, 28.005});

    const auto book = app::makeDayBook(*small.district, {{day("2026-11-20"), 0}, QStringLiteral("三号岗亭钥匙在抽屉里。")}, {language, "督导员"});
    REQUIRE(book);
    const QString text = written(small, isChinese ? "daybook-zh.pdf" : "daybook-en.pdf", book->title, book->chapter, language);
    CHECK(text.contains(isChinese ? QStringLiteral("测试区值班日志") : QStringLiteral("测试区: day book")));
    CHECK(text.contains(QStringLiteral("白班")));
    CHECK(text.contains(QStringLiteral("08:30")));
    CHECK(text.contains(QStringLiteral("三号岗亭钥匙在抽屉里")));
    // Taken over 1, came in 2, closed 1, handed over 2; one of these is overdue, the other due within the next shift.
    const QStringList lines = text.split(QLatin1Char('\n'));
    const auto balance = std::find_if(lines.begin(), lines.end(), [](const QString& line) {
        return line.simplified() == QStringLiteral("1 2 0 1 0 0 0 2");
    });
    CHECK(balance != lines.end());
    CHECK(text.contains(QString::fromStdString(small.numberOf(carried))));
    CHECK(text.contains(QString::fromStdString(small.numberOf(open))));
    CHECK_FALSE(text.contains(QString::fromStdString(small.numberOf(closed))));
}

TEST_CASE("where one signs a day book, one sees what for", "[report][desk]") {
    PaperDistrict small;
    const auto language = GENERATE(core::Language::Chinese, core::Language::English);
    const auto remarks = GENERATE(QString(), QString(QStringLiteral("交接班时须当面点清。\n")).repeated(30));
    const auto book = app::makeDayBook(*small.district, {{day("2020-01-01"), 0}, remarks}, {language, {}});
    REQUIRE(book);
    written(small, "signed.pdf", book->title, book->chapter, language);
    const QStringList pages = pagesOf(small.folder / "signed.pdf");
    const QString sign = language == core::Language::Chinese ? QStringLiteral("交班人") : QStringLiteral("Handed over by");
    const QString remark = !remarks.isEmpty() ? QStringLiteral("当面点清") : language == core::Language::Chinese ? QStringLiteral("交班备注") : QStringLiteral("Remarks");
    const auto page = std::find_if(pages.begin(), pages.end(), [&](const QString& each) { return each.contains(sign); });
    REQUIRE(page != pages.end());
    CHECK(page->contains(remark));
}

TEST_CASE("the day book's window counts a shift and its numbers select their cases", "[report][desk]") {
    app::setLanguage(core::Language::English);
    PaperDistrict small;
    small.handling(small.zhang, "2026-11-19T15:00", "昨天的", {120.645, 28.005});
    const core::CaseId closed = small.handling(small.zhang, "2026-11-20T09:00", "办完的", {120.643, 28.003});
    small.take(closed, core::StepKind::Handle, "2026-11-20T10:00");
    small.take(closed, core::StepKind::Close, "2026-11-20T10:30");
    const auto path = small.district->path();
    small.district.reset();
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    SavingPrompts prompts;
    REQUIRE(workspace.openDistrict(pathText(path)));
    app::DayBookWindow window(workspace, nullptr);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    const auto settle = [&] { return QTest::qWaitFor([&] { return !workspace.isBusy() && !jobs.isBusy(); }, 20'000); };
    const auto shows = [&](const char* wanted) { return window.book() && window.book()->book.shift.from == moment((std::string(wanted) + "T00:00").c_str()); };
    REQUIRE(settle());
    CHECK_FALSE(shows("2026-11-20"));
    window.findChild<QDateEdit*>(QStringLiteral("day"))->setDate(QDate(2026, 11, 20));
    REQUIRE(settle());
    REQUIRE(shows("2026-11-20"));
    auto& tree = *window.findChild<QTreeWidget*>(QStringLiteral("book"));
    const QString balance = QStringLiteral("Taken over and handed over");
    REQUIRE(itemOf(tree, balance, QStringLiteral("Closed")) != nullptr);
    CHECK(itemOf(tree, balance, QStringLiteral("Open at the beginning"))->text(1) == QStringLiteral("1"));
    CHECK(itemOf(tree, balance, QStringLiteral("Came in"))->text(1) == QStringLiteral("1"));
    QTreeWidgetItem* const number = itemOf(tree, balance, QStringLiteral("Closed"));
    CHECK(number->text(1) == QStringLiteral("1"));
    tree.scrollToItem(number);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(number).center());
    CHECK(workspace.selectedCases() == std::vector{closed});
    QTest::keyClick(&tree, Qt::Key_Down); // the keyboard goes on to the next number
    CHECK(workspace.selectedCases().empty());

    auto& remarks = *window.findChild<QPlainTextEdit*>(QStringLiteral("remarks"));
    QInputMethodEvent typed;
    typed.setCommitString(QStringLiteral("雨天注意积水点"));
    QApplication::sendEvent(&remarks, &typed);
    picture(window, "daybook-window");
    prompts.file = pathText(small.folder / "book.pdf");
    QTest::mouseClick(window.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    REQUIRE(settle());
    CHECK(textOf(small.folder / "book.pdf").contains(QStringLiteral("雨天注意积水点")));
    auto& saved = *window.findChild<QLabel*>(QStringLiteral("saved"));
    CHECK(saved.text().startsWith(QStringLiteral("Saved.")));
    Opener opener;
    saved.setFocus();
    QTest::keyClick(&saved, Qt::Key_Tab); // to the link
    QTest::keyClick(&saved, Qt::Key_Return);
    CHECK(opener.opened == QStringList{pathText(small.folder / "book.pdf")});

    QTest::mouseClick(window.findChild<QToolButton*>(QStringLiteral("earlier")), Qt::LeftButton);
    REQUIRE(settle());
    CHECK(window.findChild<QDateEdit*>(QStringLiteral("day"))->date() == QDate(2026, 11, 19));
    REQUIRE(shows("2026-11-19"));
    CHECK(saved.text().isEmpty()); // that was another shift
    CHECK(itemOf(tree, balance, QStringLiteral("Came in"))->text(1) == QStringLiteral("1"));
    CHECK(itemOf(tree, balance, QStringLiteral("Closed"))->text(1) == QStringLiteral("0"));
    CHECK(itemOf(tree, balance, QStringLiteral("Open at the beginning"))->text(1) == QStringLiteral("0"));
}

TEST_CASE("a shift that is chosen while the district is busy is counted afterwards", "[report][desk]") {
    app::setLanguage(core::Language::English);
    PaperDistrict small;
    small.handling(small.zhang, "2026-11-20T09:00", "占道摆摊", {120.643, 28.003});
    const auto path = small.district->path();
    small.district.reset();
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    REQUIRE(workspace.openDistrict(pathText(path)));
    app::DayBookWindow window(workspace, nullptr);
    window.show();
    REQUIRE(QTest::qWaitForWindowExposed(&window));
    const auto settle = [&] { return QTest::qWaitFor([&] { return !workspace.isBusy() && !jobs.isBusy(); }, 20'000); };
    REQUIRE(settle());
    std::binary_semaphore mayEnd{0};
    REQUIRE(workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    auto& day = *window.findChild<QDateEdit*>(QStringLiteral("day"));
    day.setDate(QDate(2026, 11, 19));
    day.setDate(QDate(2026, 11, 20));
    mayEnd.release();
    REQUIRE(settle());
    REQUIRE(window.book());
    CHECK(window.book()->book.shift.from == moment("2026-11-20T00:00"));
    CHECK(itemOf(*window.findChild<QTreeWidget*>(QStringLiteral("book")), QStringLiteral("Taken over and handed over"), QStringLiteral("Came in"))->text(1) ==
          QStringLiteral("1"));
    CHECK(window.findChild<QLabel*>(QStringLiteral("summary"))->text() == QStringLiteral("Choose a number to select its cases."));
}

TEST_CASE("a work list is that of the person and in the language chosen last", "[report][desk]") {
    app::setLanguage(core::Language::English);
    PaperDistrict small;
    const core::CaseId id = small.handling(small.zhang, "2026-11-20T09:00", "占道摆摊", {120.643, 28.003});
    const auto path = small.district->path();
    const core::PersonId li = small.li;
    small.district.reset();
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    SavingPrompts prompts;
    REQUIRE(workspace.openDistrict(pathText(path)));
    workspace.selectCases({id});
    QWidget window;
    app::openWorkList(workspace, jobs, &window);
    auto* const dialog = window.findChild<app::WorkListDialog*>();
    REQUIRE(dialog != nullptr);
    const auto settle = [&] { return QTest::qWaitFor([&] { return !workspace.isBusy() && !jobs.isBusy() && dialog->list(); }, 20'000); };
    REQUIRE(settle());
    std::binary_semaphore mayEnd{0};
    REQUIRE(workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    dialog->findChild<app::ReceiverField*>()->choose({}, li);
    auto& language = *dialog->findChild<QComboBox*>(QStringLiteral("language"));
    language.setFocus();
    QTest::keyClick(&language, Qt::Key_Down);
    REQUIRE(language.currentText() == QStringLiteral("English"));
    CHECK_FALSE(dialog->list());
    mayEnd.release();
    REQUIRE(settle());
    CHECK(dialog->list()->cases == 0);
    prompts.file = pathText(small.folder / "list.pdf");
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    const QString text = textOf(small.folder / "list.pdf");
    CHECK(text.contains(QStringLiteral("李四")));
    CHECK_FALSE(text.contains(QStringLiteral("张三")));
    CHECK(text.contains(QStringLiteral("in hand")));
}

TEST_CASE("a work list that is no longer wanted is not made", "[report][desk]") {
    PaperDistrict small;
    small.handling(small.zhang, "2026-11-20T09:00", "占道摆摊", {120.643, 28.003});
    std::vector<double> shares;
    REQUIRE(app::makeWorkList(*small.district, {{}, small.zhang}, {}, [&](double share) {
        shares.push_back(share);
        return true;
    }));
    REQUIRE(shares.size() > 2);
    CHECK(std::is_sorted(shares.begin(), shares.end()));
    for (std::size_t last = 0; last < shares.size(); ++last) {
        std::size_t asked = 0;
        const auto list = app::makeWorkList(*small.district, {{}, small.zhang}, {}, [&](double) { return asked++ < last; });
        REQUIRE_FALSE(list);
        CHECK(list.error().code == core::ErrorCode::Cancelled);
    }
}

TEST_CASE("a work list is looked at and saved from its dialog", "[report][desk]") {
    app::setLanguage(core::Language::English);
    PaperDistrict small;
    small.handling(small.zhang, "2026-11-20T09:00", "占道摆摊", {120.643, 28.003});
    small.handling(small.zhang, "2026-11-20T09:30", "占道摆摊", {120.644, 28.003});
    const core::CaseId id = small.handling(small.li, "2026-11-20T10:00", "占道摆摊", {120.655, 28.005});
    const auto path = small.district->path();
    const core::PersonId li = small.li;
    small.district.reset();
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    SavingPrompts prompts;
    REQUIRE(workspace.openDistrict(pathText(path)));
    workspace.selectCases({id});
    QWidget window;
    app::openWorkList(workspace, jobs, &window);
    auto* const dialog = window.findChild<app::WorkListDialog*>();
    REQUIRE(dialog != nullptr);
    const auto settle = [&] { return QTest::qWaitFor([&] { return !workspace.isBusy() && !jobs.isBusy() && dialog->list(); }, 20'000); };
    REQUIRE(settle());
    CHECK(dialog->findChild<app::ReceiverField*>()->receiver()->person == li); // whoever has the selected case
    CHECK(dialog->findChild<QLabel*>(QStringLiteral("summary"))->text() == QStringLiteral("1 case in hand"));
    picture(*dialog, "worklist-dialog");
    prompts.file = pathText(small.folder / "list.pdf");
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    CHECK(textOf(small.folder / "list.pdf").contains(QStringLiteral("李四")));
    CHECK(prompts.suggestion.endsWith(QStringLiteral(".pdf")));
}

#include "test_desk_papers.moc"
