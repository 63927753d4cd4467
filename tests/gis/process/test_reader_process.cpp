// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/process/reader_process.h"
#include "gis/source/layer_info.h"
#include "gis/source/table.h"
#include "tests/support/scratch_folder.h"

#include <atomic>
#include <catch2/catch.hpp>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <sys/stat.h>
#include <thread>

using namespace gridwarden;
using gis::FrameKind;
using gis::ReaderProcess;
namespace fs = std::filesystem;

namespace {

/// A script in place of the reader, while it lives.
class FakeReader {
public:
    explicit FakeReader(const std::string& script) {
        const fs::path path = m_folder / "reader";
        std::ofstream(path) << "#!/bin/sh\n" << script << "\n";
        chmod(path.c_str(), 0700);
        setenv("GRIDWARDEN_READER", path.c_str(), 1);
    }
    ~FakeReader() { unsetenv("GRIDWARDEN_READER"); }
    FakeReader(const FakeReader&) = delete;
    FakeReader& operator=(const FakeReader&) = delete;

private:
    test::ScratchFolder m_folder;
};

core::Error faultOf(const char* script) {
    const FakeReader fake(script);
    const auto info = gis::describe("/tmp/some.shp");
    REQUIRE(!info);
    return info.error();
}

/// The children of this process that are not waited for yet.
std::vector<pid_t> children() {
    std::vector<pid_t> found;
    for (const auto& task : fs::directory_iterator("/proc/self/task")) {
        std::ifstream list(task.path() / "children");
        for (pid_t child = 0; list >> child;)
            found.push_back(child);
    }
    return found;
}

/// Where readers make their folders meanwhile: other tests that run beside this one have theirs elsewhere.
class OwnTemporaryFolder {
  public:
    OwnTemporaryFolder() {
        if (const char* known = std::getenv("TMPDIR"))
            m_before = known;
        setenv("TMPDIR", m_folder.path().c_str(), 1);
    }
    ~OwnTemporaryFolder() {
        if (m_before)
            setenv("TMPDIR", m_before->c_str(), 1);
        else
            unsetenv("TMPDIR");
    }

  private:
    test::ScratchFolder m_folder;
    std::optional<std::string> m_before;
};

std::size_t foldersLeft() {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(fs::temp_directory_path()))
        if (entry.path().filename().string().starts_with("gridwarden-reader-"))
            ++count;
    return count;
}

/// A layer of many points, so that its rows come in many batches.
fs::path manyPoints(const test::ScratchFolder& folder) {
    const fs::path path = folder / "many.geojson";
    std::ofstream file(path);
    file << R"({"type":"FeatureCollection","features":[)";
    for (int i = 0; i < 20'000; ++i)
        file << (i ? "," : "") << R"({"type":"Feature","properties":{"code":")" << i
             << R"("},"geometry":{"type":"Point","coordinates":[120.5,28.5]}})";
    file << "]}";
    return path;
}

} // namespace

TEST_CASE("how a reader died is said", "[gis][reader]") {
    CHECK(faultOf("kill -SEGV $$").what == core::Message{"source-crashed", {"/tmp/some.shp", "SIGSEGV"}});
    CHECK(faultOf("kill -FPE $$").what == core::Message{"source-crashed", {"/tmp/some.shp", "SIGFPE"}});
    CHECK(faultOf("exit 3").what == core::Message{"source-crashed", {"/tmp/some.shp", "3"}});
    CHECK(faultOf("exit 77").what == core::Message{"source-too-large", {"/tmp/some.shp"}});
    CHECK(faultOf("kill -KILL $$").what == core::Message{"source-too-large", {"/tmp/some.shp"}}); // by the kernel, for memory
    CHECK(children().empty());
}

TEST_CASE("a reader that talks nonsense is not believed", "[gis][reader]") {
    CHECK(faultOf("printf '\\377\\377\\377\\377\\377\\377\\377\\377' >&3; exec /bin/sleep 60").what.key == "source-crashed");
    // A Done frame of four bytes where a description is expected.
    CHECK(faultOf("printf '\\004\\000\\000\\000\\014\\000\\000\\000abcd' >&3; exec /bin/sleep 60").what.key ==
          "source-unreadable");
    CHECK(children().empty());
}

TEST_CASE("without a reader nothing is opened", "[gis][reader]") {
    setenv("GRIDWARDEN_READER", "/no/such/reader", 1);
    CHECK(gis::describe("/tmp/some.shp").error().what == core::Message{"reader-missing", {"/no/such/reader"}});
    CHECK(gis::Table::open("/tmp/some.shp").error().what.key == "reader-missing");
    unsetenv("GRIDWARDEN_READER");
}

TEST_CASE("waiting for a reader can be left at once", "[gis][reader]") {
    const FakeReader fake("exec /bin/sleep 60");
    int asked = 0;
    const auto info = gis::describe("/tmp/some.shp", [&asked] { return ++asked < 3; });
    REQUIRE(!info);
    CHECK(info.error().code == core::ErrorCode::Cancelled);
    CHECK(asked == 3);
    CHECK(children().empty());
}

TEST_CASE("a reader without progress is ended", "[gis][reader]") {
    CHECK(faultOf("exec /bin/sleep 60").what == core::Message{"source-stuck", {"/tmp/some.shp"}});
    CHECK(children().empty());
}

TEST_CASE("rows that came before a reader died are kept and the last one is named", "[gis][reader]") {
    const OwnTemporaryFolder own;
    const test::ScratchFolder folder;
    const std::size_t foldersBefore = foldersLeft();
    {
        auto table = gis::Table::open(manyPoints(folder));
        REQUIRE(table);
        REQUIRE(table->next().value()->number == 1);
        const auto readers = children();
        REQUIRE(readers.size() == 1);
        CHECK(foldersLeft() == foldersBefore + 1);
        kill(readers.front(), SIGSEGV);
        std::size_t last = 1;
        auto row = table->next();
        for (; row && *row; row = table->next())
            last = (*row)->number;
        REQUIRE(!row);
        CHECK(last > 1);
        CHECK(last < 20'000);
        CHECK(row.error().what.key == "source-crashed-after-row");
        CHECK(row.error().what.arguments.back() == std::to_string(last));
        CHECK(!table->next()); // it stays an error
    }
    CHECK(children().empty());
    CHECK(foldersLeft() == foldersBefore);
}

TEST_CASE("a table that is left early leaves nothing behind", "[gis][reader]") {
    const OwnTemporaryFolder own;
    const test::ScratchFolder folder;
    const std::size_t foldersBefore = foldersLeft();
    {
        auto table = gis::Table::open(manyPoints(folder));
        REQUIRE(table);
        REQUIRE(table->next());
    }
    CHECK(children().empty());
    CHECK(foldersLeft() == foldersBefore);
}

TEST_CASE("readers can be started from many threads at once", "[gis][reader]") {
    const test::ScratchFolder folder;
    const fs::path path = manyPoints(folder);
    std::vector<std::thread> threads;
    std::atomic<int> good = 0;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int again = 0; again < 3; ++again)
                if (const auto info = gis::describe(path); info && info->layers.at(0).featureCount == 20'000)
                    ++good;
        });
    for (std::thread& thread : threads)
        thread.join();
    CHECK(good == 12);
    CHECK(children().empty());
}
