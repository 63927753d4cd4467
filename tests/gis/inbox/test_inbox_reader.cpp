// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/digest.h"
#include "tests/app/cases/photo_file.h"
#include "tests/gis/inbox/inbox_fixture.h"

#include <sys/stat.h>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

const std::string Table = "时间,类别,问题描述,照片\n2026-11-20 09:31,店外经营,甲,a.jpg\n2026-11-20 09:32,店外经营,乙,\n";

} // namespace

TEST_CASE("a folder that is not there holds nothing and is not made", "[gis][inbox]") {
    InboxFixture inbox;
    std::filesystem::remove(inbox.folder);
    const gis::InboxContent content = inbox.read();
    CHECK_FALSE(content.exists);
    CHECK(content.proposals.empty());
    CHECK_FALSE(std::filesystem::exists(inbox.folder));
}

TEST_CASE("a file that is being written is left until it rests", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table.substr(0, Table.size() - 40));
    inbox.age("a.csv", std::chrono::seconds(0));
    gis::InboxContent content = inbox.read();
    CHECK(content.proposals.empty());
    CHECK(content.isWaiting());
    CHECK(InboxFixture::remarksOn(content, "a.csv") == Keys{"inbox-still-written"});
    inbox.put("a.csv", Table);
    content = inbox.read(); // it has changed since the last look
    CHECK(content.isWaiting());
    content = inbox.read();
    CHECK(content.proposals.size() == 2);
    CHECK_FALSE(content.isWaiting());
}

TEST_CASE("two programs that write one file are waited for and then it is read anew", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table);
    CHECK(inbox.read().proposals.size() == 2);
    inbox.put("a.csv", Table + "2026-11-20 09:33,店外经营,丙,\n");
    CHECK(inbox.read().isWaiting());
    const gis::InboxContent content = inbox.read();
    CHECK(content.proposals.size() == 3);
}

TEST_CASE("what cannot be read is tried again while it is new and then said", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.json", R"([{"时间":"2026-11-20 09:31","类别":"店外)");
    inbox.age("a.json", std::chrono::seconds(20));
    gis::InboxContent content = inbox.read();
    CHECK(content.isWaiting());
    inbox.age("a.json", std::chrono::minutes(10));
    content = inbox.read();
    content = inbox.read();
    CHECK_FALSE(content.isWaiting());
    CHECK(InboxFixture::remarksOn(content, "a.json") == Keys{"json-unreadable"});
}

TEST_CASE("what is no proposal is said and never opened", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("film.mp4", "");
    REQUIRE(truncate((inbox.folder / "film.mp4").c_str(), 4LL << 30) == 0); // 4 GB without taking room
    inbox.put("huge.csv", "");
    REQUIRE(truncate((inbox.folder / "huge.csv").c_str(), 4LL << 30) == 0);
    inbox.put("huge.jpg", "");
    REQUIRE(truncate((inbox.folder / "huge.jpg").c_str(), 4LL << 30) == 0);
    inbox.put("paper.pdf", "%PDF");
    inbox.put("half.csv.part", Table);
    inbox.put(".hidden.csv", Table);
    inbox.put("~$book.xlsx", "x");
    inbox.put("none.csv", "");
    std::filesystem::create_directory(inbox.folder / "older");
    inbox.put("older/inside.csv", Table);
    std::filesystem::create_symlink(inbox.folder / "older" / "inside.csv", inbox.folder / "linked.csv");
    REQUIRE(mkfifo((inbox.folder / "pipe.csv").c_str(), 0600) == 0); // opening it would wait for ever
    for (const char* name : {"film.mp4", "huge.csv", "huge.jpg"})
        inbox.age(name, std::chrono::hours(1));
    const auto begun = std::chrono::steady_clock::now();
    const gis::InboxContent content = inbox.read();
    CHECK(std::chrono::steady_clock::now() - begun < std::chrono::seconds(2));
    CHECK(content.proposals.empty());
    const auto remarks = [&](const char* file) { return InboxFixture::remarksOn(content, file); };
    CHECK(remarks("film.mp4") == Keys{"inbox-other-kind"});
    CHECK(remarks("huge.csv") == Keys{"inbox-too-large"});
    CHECK(remarks("huge.jpg") == Keys{"inbox-too-large"});
    CHECK(remarks("paper.pdf") == Keys{"inbox-other-kind"});
    CHECK(remarks("half.csv.part") == Keys{"inbox-unfinished"});
    CHECK(remarks("none.csv") == Keys{"inbox-empty"});
    CHECK(remarks("older") == Keys{"inbox-folder-inside"});
    CHECK(remarks("linked.csv") == Keys{"inbox-link"});
    CHECK(remarks("pipe.csv") == Keys{"inbox-no-file"});
    CHECK(remarks(".hidden.csv").empty());
    CHECK(remarks("~$book.xlsx").empty());
}

TEST_CASE("a photo with a place is a proposal by itself and one that is none is said", "[gis][inbox]") {
    InboxFixture inbox;
    makePhoto(inbox.folder / "IMG 1.jpg");
    inbox.age("IMG 1.jpg", std::chrono::hours(1));
    inbox.put("fake.jpg", "this is no picture");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 1);
    const gis::Proposal& photo = content.proposals[0];
    CHECK(photo.file == "IMG 1.jpg");
    CHECK(photo.place.empty());
    CHECK(photo.digest == *core::sha256OfFile(inbox.folder / "IMG 1.jpg"));
    CHECK(photo.draft.place->longitude == Approx(120.655).epsilon(0).margin(1e-6));
    CHECK(core::localText(*photo.draft.time, core::TimeZone()) == "2026-11-20 09:31");
    REQUIRE(photo.draft.photos.size() == 1);
    CHECK(photo.draft.photos[0].thumbnail.size() > 100);
    CHECK(gis::whyNotAcceptable(photo, inbox.small.district->sources(), core::TimeZone())->key == "inbox-says-nothing");
    CHECK(InboxFixture::remarksOn(content, "fake.jpg") == Keys{"photo-not-a-picture"});
}

TEST_CASE("a photo that a row names belongs to that row", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", "时间,类别,问题描述,照片\n2026-11-20 09:31,店外经营,甲,D:\\photos\\A.JPG；b.jpg\n2026-11-20 09:32,店外经营,乙,c.jpg\n");
    makePhoto(inbox.folder / "a.jpg");
    makePhoto(inbox.folder / "b.jpg", 6);
    for (const char* name : {"a.jpg", "b.jpg"})
        inbox.age(name, std::chrono::hours(1));
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    CHECK(content.proposals[0].draft.photos.size() == 2);
    REQUIRE(content.proposals[0].choice().with.size() == 2);
    CHECK(content.proposals[0].choice().with[0].file == "a.jpg");
    CHECK(InboxFixture::hasProblem(content.proposals[1], "inbox-photo-missing"));
    CHECK(InboxFixture::remarksOn(content, "a.jpg") == Keys{"inbox-photo-of-row"});

    // The row was decided about before b.jpg came: that one stands for itself.
    inbox.decided = {content.proposals[0].digest, content.proposals[0].choice().with[0].digest};
    const gis::InboxContent later = inbox.read();
    REQUIRE(later.proposals.size() == 2);
    CHECK(later.proposals[1].file == "b.jpg");
    CHECK(InboxFixture::hasProblem(later.proposals[1], "inbox-photo-of-decided-row"));
}

TEST_CASE("what is decided is left out and its file can be put away", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table);
    gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    REQUIRE(content.files.size() == 1);
    CHECK_FALSE(content.files[0].isDecided);
    inbox.decided = {content.proposals[0].digest};
    content = inbox.read();
    REQUIRE(content.proposals.size() == 1);
    CHECK(content.proposals[0].place == "2");
    inbox.decided.insert(content.proposals[0].digest);
    content = inbox.read();
    CHECK(content.proposals.empty());
    CHECK(content.files[0].isDecided);

    CHECK(*gis::moveToDone(inbox.folder, "a.csv", content.files[0].mark) == "a.csv");
    CHECK(std::filesystem::exists(inbox.folder / "done" / "a.csv"));
    inbox.put("a.csv", Table);
    inbox.read();
    content = inbox.read(); // the same again, whatever it is called
    CHECK(content.proposals.empty());
    REQUIRE(content.files.size() == 1);
    CHECK(*gis::moveToDone(inbox.folder, "a.csv", content.files[0].mark) == "a (2).csv");
    CHECK(std::filesystem::exists(inbox.folder / "done" / "a.csv"));
    CHECK(gis::moveToDone(inbox.folder, "a.csv", content.files[0].mark).error().what.key == "file-unmovable");
}

TEST_CASE("a file that was written anew since it was looked at is not put away", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table);
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.files.size() == 1);
    inbox.put("a.csv", Table + "2026-11-20 09:33,店外经营,丙,\n");
    const auto moved = gis::moveToDone(inbox.folder, "a.csv", content.files[0].mark);
    REQUIRE_FALSE(moved);
    CHECK(moved.error().what == core::Message{"inbox-file-changed", {"a.csv"}});
    CHECK(std::filesystem::exists(inbox.folder / "a.csv"));
}

TEST_CASE("a file of which rows could not be read is not all decided", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table + "2026-11-20 09:33,店外经营\n合计,,2,\n"); // a row with too few fields, and a total, which is none
    gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    for (const gis::Proposal& proposal : content.proposals)
        inbox.decided.insert(proposal.digest);
    content = inbox.read();
    CHECK(content.proposals.empty());
    REQUIRE(content.files.size() == 1);
    CHECK_FALSE(content.files[0].isDecided);
    inbox.put("b.csv", Table + "合计,,2,\n");
    inbox.read();
    content = inbox.read();
    REQUIRE(content.files.size() == 2);
    CHECK(content.files[1].isDecided); // what it says was decided with the other file
}

TEST_CASE("an unreadable file whose time lies in the future is said", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.json", R"([{"时间":"2026-11-20 09:31","类别":"店外)");
    inbox.age("a.json", -std::chrono::hours(5)); // a camera or a server with another clock
    CHECK(inbox.read().isWaiting());
    const gis::InboxContent content = inbox.read();
    CHECK_FALSE(content.isWaiting());
    CHECK(InboxFixture::remarksOn(content, "a.json") == Keys{"json-unreadable"});
}

TEST_CASE("a look that finds nothing new says so", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table);
    const gis::InboxContent first = inbox.read();
    CHECK_FALSE(first.saysSameAs(gis::InboxContent()));
    CHECK(inbox.read().saysSameAs(first));
    inbox.decided = {first.proposals[0].digest};
    const gis::InboxContent decided = inbox.read();
    CHECK_FALSE(decided.saysSameAs(first));
    inbox.put("b.bin", "x");
    const gis::InboxContent other = inbox.read();
    CHECK_FALSE(other.saysSameAs(decided));
    inbox.put("a.csv", Table);
    inbox.read();
    CHECK_FALSE(inbox.read().saysSameAs(other)); // read anew, whatever it says
}

TEST_CASE("what two files say is there once and rows that say the same stay apart", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", Table + "2026-11-20 09:32,店外经营,乙,\n");
    inbox.put("b.csv", Table);
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 3);
    for (const gis::Proposal& proposal : content.proposals)
        CHECK(proposal.file == "a.csv");
    CHECK(InboxFixture::hasProblem(content.proposals[2], "inbox-row-repeated"));
    CHECK(content.proposals[1].digest != content.proposals[2].digest);
    CHECK(InboxFixture::remarksOn(content, "b.csv") == Keys{"inbox-repeats"});
}

TEST_CASE("a category that the bureau adds is found at the next look", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("a.csv", "时间,类别,问题描述\n2026-11-20 09:31,本地新类,甲\n");
    CHECK(inbox.read().proposals[0].draft.category.isNull());
    REQUIRE(inbox.small.district->change({"test", {}}, inbox.small.actor, [](core::Change& change) -> core::Result<void> {
        core::Category category;
        category.key = {"local", "", "new"};
        category.name = "本地新类";
        const auto saved = core::saveCategory(change, category);
        return saved ? core::Result<void>() : core::fail(saved);
    }));
    CHECK_FALSE(inbox.read().proposals[0].draft.category.isNull());
}

TEST_CASE("Open311 documents are read as what they are", "[gis][inbox]") {
    InboxFixture inbox;
    inbox.put("requests.json", R"([{"service_request_id":"638344","status":"open","service_name":"店外经营","service_code":"09005","description":"Stalls on the pavement",
        "requested_datetime":"2026-11-20T09:31:00+08:00","address":"8 Renmin Road","lat":28.005,"long":120.645,"media_url":"https://city.example/media/638344.jpg"},
        {"service_request_id":638345,"status":"closed","status_notes":"done","service_name":"Graffiti","requested_datetime":"soon","lat":"x","long":"y"}])");
    inbox.put("other.xml", "<?xml version=\"1.0\"?><catalogue/>");
    const gis::InboxContent content = inbox.read();
    REQUIRE(content.proposals.size() == 2);
    const gis::Proposal& first = content.proposals[0];
    CHECK(first.number == "638344");
    CHECK(first.draft.category == inbox.small.category("09005"));
    CHECK(first.draft.source == "public");
    CHECK(first.draft.fields.at("number") == "638344");
    CHECK(first.draft.place == core::GeoPoint{120.645, 28.005});
    CHECK(core::isoUtc(*first.draft.time) == "2026-11-20T01:31:00Z");
    CHECK(InboxFixture::hasProblem(first, "inbox-photo-missing"));
    const gis::Proposal& second = content.proposals[1];
    for (const char* problem : {"category-unknown", "time-unreadable", "inbox-no-time", "place-unreadable", "inbox-no-place", "inbox-closed-there"}) {
        CAPTURE(problem);
        CHECK(InboxFixture::hasProblem(second, problem));
    }
    CHECK(InboxFixture::remarksOn(content, "other.xml") == Keys{"inbox-other-kind"});
}
