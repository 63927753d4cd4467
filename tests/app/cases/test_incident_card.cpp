// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_labels.h"
#include "app/cases/category_field.h"
#include "app/cases/incident_card.h"
#include "app/cases/panel_text.h"
#include "tests/app/cases/fixture.h"
#include "tests/app/cases/photo_file.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QToolButton>
#include <semaphore>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

struct CardDesk : Desk {
    QWidget window;
    app::IncidentCard* card;
    CardDesk() {
        window.resize(1000, 760);
        card = new app::IncidentCard(workspace, &window);
        showAndActivate(window);
    }
    QLineEdit& category() { return find<QLineEdit>(*card, "category"); }
    QListWidget& matches() { return find<QListWidget>(*card, "categoryMatches"); }
    QString fact(const char* name) { return find<app::ElidedLabel>(*card, name).text(); }
    QString nameOf(std::string_view chinese) { return app::categoryName(*district().categories().named(chinese)); }
    QString fault() { return find<QLabel>(*card, "fault").isHidden() ? QString() : find<QLabel>(*card, "fault").text(); }
};

} // namespace

TEST_CASE("an incident is entered by a click and the keyboard alone", "[app][cases]") {
    CardDesk desk;
    QSignalSpy saved(desk.card, &app::IncidentCard::saved);
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    REQUIRE(desk.card->isVisible());
    REQUIRE(desk.category().hasFocus());

    QTest::keyClicks(&desk.category(), QStringLiteral("dwjy"));
    REQUIRE(desk.matches().isVisible());
    CHECK(desk.matches().item(0)->text() == desk.nameOf("店外经营"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    auto& description = find<QPlainTextEdit>(*desk.card, "description");
    REQUIRE(QTest::qWaitFor([&] { return description.hasFocus(); }, 1000));
    CHECK_FALSE(desk.matches().isVisible());
    CHECK(desk.fact("grid").startsWith(QStringLiteral("01 网格01")));
    CHECK(desk.fact("grid").contains(QStringLiteral("东片区")));
    CHECK(desk.fact("duty") == QStringLiteral("张三 · 一中队"));
    CHECK_FALSE(desk.fact("number").isEmpty());

    commitText(description, QStringLiteral("占道经营三处"));
    const QString number = desk.fact("number");
    QTest::keyClick(&description, Qt::Key_Return);
    REQUIRE(saved.count() == 1);
    CHECK_FALSE(desk.card->isVisible());

    const core::CaseRecord record = desk.load(saved.front().front().value<core::CaseId>());
    CHECK(record.report.number == number.toStdString());
    CHECK(record.description() == "占道经营三处");
    CHECK(record.report.category == desk.district().categories().named("店外经营")->id);
    CHECK(record.report.source == "patrol");
    CHECK(record.grid == desk.small.grids[0]);
    CHECK(desk.workspace.currentCase() == record.report.id);
}

TEST_CASE("categories are found by Chinese text from an input method and by code", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    commitText(desk.category(), QStringLiteral("店外"));
    REQUIRE(desk.matches().isVisible());
    CHECK(desk.matches().item(0)->text() == desk.nameOf("店外经营"));

    desk.category().selectAll();
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    REQUIRE(desk.matches().count() >= 1);
    QTest::mouseClick(desk.matches().viewport(), Qt::LeftButton, {}, desk.matches().visualItemRect(desk.matches().item(0)).center());
    CHECK_FALSE(desk.card->findChild<app::CategoryField*>()->category().isNull());
    CHECK(desk.category().text().contains(QStringLiteral("09006")));
}

TEST_CASE("a card without a category says so beside the field", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    auto& address = find<QLineEdit>(*desk.card, "address");
    address.setFocus();
    QTest::keyClick(&address, Qt::Key_Return, Qt::ControlModifier);
    CHECK(desk.card->isVisible());
    CHECK_FALSE(desk.fault().isEmpty());
    CHECK(desk.category().hasFocus());
    CHECK(desk.workspace.facts()->size() == 0);
}

TEST_CASE("Esc first leaves the list of matches and then the card", "[app][cases]") {
    CardDesk desk;
    QSignalSpy closed(desk.card, &app::IncidentCard::closed);
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    QTest::keyClicks(&desk.category(), QStringLiteral("dw"));
    QTest::keyClick(&desk.category(), Qt::Key_Escape);
    CHECK(desk.card->isVisible());
    CHECK_FALSE(desk.matches().isVisible());
    QTest::keyClick(&desk.category(), Qt::Key_Escape);
    CHECK_FALSE(desk.card->isVisible());
    CHECK(closed.count() == 1);
}

TEST_CASE("a place outside of every grid is accepted with a plain note", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt({121.5, 29.5}, {300, 300});
    CHECK(desk.fact("grid").startsWith(QStringLiteral("Outside of every grid")));
    CHECK(desk.fact("duty") == QStringLiteral("nobody at this time"));
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    QTest::mouseClick(&find<QPushButton>(*desk.card, "save"), Qt::LeftButton);
    REQUIRE(desk.workspace.facts()->size() == 1);
    CHECK((*desk.workspace.facts())[0].grid.isNull());
}

TEST_CASE("a likely duplicate is shown and can be linked", "[app][cases]") {
    CardDesk desk;
    const core::CaseId before = desk.report("老位置占道", "09006");
    desk.workspace.selectCases({});
    desk.card->openAt(Desk::placeInGrid1(1), {300, 300}); // some 10 m east
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    REQUIRE(find<QWidget>(*desk.card, "duplicates").isVisible());
    QTest::mouseClick(&find<QToolButton>(*desk.card, "showDuplicate"), Qt::LeftButton);
    CHECK(desk.workspace.currentCase() == before);
    auto& same = find<QRadioButton>(*desk.card, "sameAs");
    QTest::mouseClick(&same, Qt::LeftButton, {}, {8, same.height() / 2});
    REQUIRE(same.isChecked());
    QTest::keyClick(&find<QPlainTextEdit>(*desk.card, "description"), Qt::Key_Return);
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(record.report.id != before);
    REQUIRE(record.steps.size() == 2);
    CHECK(record.steps.back().kind == core::StepKind::Link);
    CHECK(record.steps.back().detail.with == before);
    REQUIRE(desk.workspace.undo()); // the incident and its link are one change
    desk.waitForJobs();
    CHECK(desk.workspace.filtered().size() == 1);
}

TEST_CASE("a photo that is dropped gives the incident its time", "[app][cases]") {
    CardDesk desk;
    const auto file = desk.small.folder / "photo.jpg";
    makePhoto(file);
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    desk.card->addPhotos({QString::fromStdString(file.string())});
    desk.waitForJobs();
    QTest::keyClick(&find<QPlainTextEdit>(*desk.card, "description"), Qt::Key_Return);
    REQUIRE_FALSE(desk.card->isVisible());
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(core::localText(record.derived.reported, desk.district().timeZone()) == "2026-11-20 09:31");
    REQUIRE(record.photos.size() == 1);
    CHECK(record.photos[0].kind == "before");
    CHECK(record.photos[0].thumbnail.size() > 100);
    CHECK(std::filesystem::exists(desk.district().filesFolder() / record.photos[0].sha256));
}

TEST_CASE("nothing is entered while an import has the district", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    std::binary_semaphore mayEnd{0};
    REQUIRE(desk.workspace.run(QStringLiteral("Importing"), [&](core::District&, const app::Jobs::Progress&) { mayEnd.acquire(); }));
    QTest::keyClick(&find<QPlainTextEdit>(*desk.card, "description"), Qt::Key_Return);
    CHECK(desk.card->isVisible());
    CHECK_FALSE(desk.fault().isEmpty());
    mayEnd.release();
    REQUIRE(QTest::qWaitFor([&] { return !desk.workspace.isBusy(); }, 5000));
    QTest::keyClick(&find<QPlainTextEdit>(*desk.card, "description"), Qt::Key_Return);
    CHECK(desk.workspace.facts()->size() == 1);
}

TEST_CASE("source is remembered and quantity and time are kept", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    auto& source = find<QComboBox>(*desk.card, "source");
    source.setFocus();
    QTest::keyClick(&source, Qt::Key_Down);
    const QString chosen = source.currentData().toString();
    QTest::keyClicks(&find<QLineEdit>(*desk.card, "quantity"), QStringLiteral("x"));
    QTest::keyClick(&find<QLineEdit>(*desk.card, "quantity"), Qt::Key_Return);
    CHECK_FALSE(desk.fault().isEmpty());
    find<QLineEdit>(*desk.card, "quantity").clear();
    QTest::keyClicks(&find<QLineEdit>(*desk.card, "quantity"), QStringLiteral("3"));
    commitText(find<QLineEdit>(*desk.card, "unit"), QStringLiteral("处"));
    QTest::keyClick(&find<QLineEdit>(*desk.card, "unit"), Qt::Key_Return);
    REQUIRE_FALSE(desk.card->isVisible());
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(record.report.source == chosen.toStdString());
    CHECK(record.report.quantity == 3.0);
    CHECK(record.report.unit == "处");
    desk.card->openAt(Desk::placeInGrid1(40), {300, 300});
    CHECK(source.currentData().toString() == chosen);
}

TEST_CASE("the card asks what the chosen source brings along and keeps it with the case", "[app][cases]") {
    CardDesk desk;
    desk.card->openAt(Desk::placeInGrid1(), {300, 300});
    CHECK_FALSE(find<QWidget>(*desk.card, "sourceFields").isVisible()); // a patrol is asked for nothing more
    const int height = desk.card->height();
    QTest::keyClicks(&desk.category(), QStringLiteral("09006"));
    QTest::keyClick(&desk.category(), Qt::Key_Return);
    auto& source = find<QComboBox>(*desk.card, "source");
    source.setFocus();
    while (source.currentData().toString() != QStringLiteral("petition"))
        QTest::keyClick(&source, Qt::Key_Down);
    REQUIRE(find<QWidget>(*desk.card, "sourceFields").isVisible());
    CHECK(desk.card->findChild<QLineEdit*>(QStringLiteral("field-reply")) == nullptr); // nobody has replied yet
    QTest::qWait(0);
    CHECK(desk.card->height() > height);
    auto& due = find<QLineEdit>(*desk.card, "field-reply_due");
    due.setFocus();
    QTest::keyClicks(&due, QStringLiteral("tomorrow"));
    QTest::keyClick(&due, Qt::Key_Return);
    CHECK(desk.card->isVisible());
    CHECK(desk.fault().contains(QStringLiteral("答复期限")));
    due.selectAll();
    QTest::keyClicks(&due, QStringLiteral("2026-12-24"));
    commitText(find<QLineEdit>(*desk.card, "field-number"), QStringLiteral("信访〔2026〕7号"));
    QTest::keyClick(&due, Qt::Key_Return);
    REQUIRE_FALSE(desk.card->isVisible());
    const core::CaseRecord record = desk.load(desk.workspace.currentCase());
    CHECK(core::fieldValues(record.steps) == core::FieldValues{{"number", "信访〔2026〕7号"}, {"reply_due", "2026-12-24"}});
    desk.card->openAt(Desk::placeInGrid1(40), {300, 300}); // the source is remembered, what was written not
    CHECK(find<QLineEdit>(*desk.card, "field-reply_due").text().isEmpty());
}

TEST_CASE("a card opened with what is known hands it on with what was changed", "[app][cases]") {
    CardDesk desk;
    core::CaseDraft known;
    known.place = Desk::placeInGrid1();
    known.category = desk.district().categories().find("09006")->id;
    known.description = "门口摆放";
    known.address = "人民路1号";
    known.source = "public";
    known.fields = {{"number", "GD-1"}};
    known.origin = "hotline.csv:1";
    known.contact = {"王某", "1390577"};
    known.quantity = 3;
    known.unit = "处";
    known.time = core::parseMoment("2026-11-20 09:31", core::TimeZone()).value();
    std::optional<core::CaseDraft> written;
    desk.card->openWith(known, {300, 300}, [&](core::CaseDraft draft) -> core::Result<core::CaseId> {
        written = draft;
        return core::reportCase(desk.district(), desk.workspace.actor(), draft);
    });
    CHECK(find<QLineEdit>(*desk.card, "field-number").text() == QStringLiteral("GD-1"));
    auto& description = find<QPlainTextEdit>(*desk.card, "description");
    REQUIRE(description.hasFocus());
    commitText(description, QStringLiteral("更多："));
    QTest::keyClick(&description, Qt::Key_Return);
    REQUIRE(written);
    CHECK(written->category == known.category);
    CHECK(written->description.find("门口摆放") != std::string::npos);
    CHECK(written->description.find("更多") != std::string::npos);
    CHECK(written->fields.at("number") == "GD-1");
    CHECK(written->origin == known.origin);
    CHECK(written->contact == known.contact);
    CHECK(written->time == known.time);
    CHECK(written->quantity == 3.0);
    desk.card->openAt(Desk::placeInGrid1(40), {300, 300});
    CHECK(find<QLineEdit>(*desk.card, "address").text().isEmpty());
}
