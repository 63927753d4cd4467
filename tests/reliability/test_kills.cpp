// SPDX-License-Identifier: GPL-3.0-or-later
// A writing process is killed at any moment: what it acknowledged is there, nothing is half done, the file opens without a question.
// GRIDWARDEN_KILLS sets how often for each kind of work (default: 5); GRIDWARDEN_KILL_SEED where the dice start.
#include "core/store/migration.h"
#include "tests/reliability/desk_work.h"
#include "tests/reliability/proof.h"
#include "tests/support/scratch_folder.h"

#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::faultText;
using gridwarden::test::Proof;
using gridwarden::test::prove;
using gridwarden::test::ScratchFolder;

namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;
using std::chrono::microseconds;

int numberFrom(const char* name, int fallback) {
    const char* text = std::getenv(name);
    return text == nullptr ? fallback : std::atoi(text);
}

/// A crash_writer that runs.
class Writer {
  public:
    Writer(const fs::path& district, const std::string& kind, unsigned seed, int dieAt = 0) {
        std::array<int, 2> ends{};
        REQUIRE(pipe(ends.data()) == 0);
        m_process = fork();
        REQUIRE(m_process >= 0);
        if (m_process == 0) {
            dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            const std::string seedText = std::to_string(seed), dieText = std::to_string(dieAt);
            execl(GRIDWARDEN_CRASH_WRITER, "crash_writer", district.c_str(), kind.c_str(), seedText.c_str(), dieText.c_str(), nullptr);
            _exit(127);
        }
        ::close(ends[1]);
        m_said = fdopen(ends[0], "r");
    }
    ~Writer() {
        kill();
        std::fclose(m_said);
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// The next line; empty when it is gone.
    std::string line() {
        std::array<char, 200> text{};
        if (std::fgets(text.data(), text.size(), m_said) == nullptr)
            return {};
        std::string said(text.data());
        if (said.back() != '\n')
            return {}; // cut off: not said
        said.pop_back();
        return said;
    }
    void kill() {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        waitpid(m_process, nullptr, 0);
        m_process = -1;
    }

  private:
    pid_t m_process = -1;
    std::FILE* m_said = nullptr;
};

struct KindOfWork {
    std::string name;
    int callsToDie = 0;    ///< about as many calls change files during what is worth killing
    microseconds window{}; ///< how long that takes, measured
    int killed = 0, told = 0, unacknowledged = 0;
};

/// How long a handful of acknowledgements takes.
microseconds measured(const fs::path& district, const std::string& kind) {
    Writer writer(district, kind, 2);
    REQUIRE(writer.line() == "ready");
    const auto start = Clock::now();
    constexpr int Lines = 4;
    for (int i = 0; i < (kind == "migrate" ? 1 : Lines); ++i)
        REQUIRE(writer.line().find("failed") == std::string::npos);
    return std::chrono::duration_cast<microseconds>(Clock::now() - start);
}

class KillDriver {
  public:
    explicit KillDriver(unsigned seed) : m_random(seed) {}

    void killOnce(KindOfWork& kind) {
        const fs::path path = prepared(kind);
        if (kind.window.count() == 0) {
            kind.window = measured(path, kind.name);
            m_isFresh = false;
            return killOnce(kind);
        }
        const bool before = kind.name == "create" || kind.name == "migrate";
        if (!before && m_known.journal.empty())
            m_known = prove(path);
        std::vector<std::string> said;
        {
            const bool byCall = m_random() % 2 == 0;
            const auto seed = static_cast<unsigned>(m_random());
            Writer writer(path, kind.name, seed, byCall ? 1 + static_cast<int>(m_random() % static_cast<unsigned>(kind.callsToDie)) : 0);
            REQUIRE(writer.line() == "ready");
            if (!byCall) {
                std::this_thread::sleep_for(microseconds(m_random() % static_cast<unsigned>(kind.window.count() + 1)));
                writer.kill();
            }
            for (std::string line = writer.line(); !line.empty(); line = writer.line())
                if (said.emplace_back(line).starts_with("failed") || line == "migrated")
                    break; // a writer that has nothing more to do
        }
        ++kind.killed;
        if (kind.name == "create")
            proveCreated(said);
        else if (kind.name == "migrate")
            proveMigrated(path, said);
        else
            proveKept(kind, path, said);
    }

  private:
    fs::path prepared(const KindOfWork& kind) {
        const fs::path path = m_folder / "district.gpkg";
        if (kind.name == "migrate") {
            clear();
            fs::copy_file(GRIDWARDEN_TEST_DATA "/districts/schema_1.gpkg", path);
        } else if (kind.name == "create") {
            clear();
        } else if (!m_isFresh || ++m_used > 20) { // the file grows: a new one now and then
            clear();
            REQUIRE(test::makeDistrict(path));
            m_isFresh = true;
            m_used = 0;
            m_known = Proof();
        }
        return path;
    }
    void clear() {
        for (const auto& entry : fs::directory_iterator(m_folder.path()))
            fs::remove_all(entry.path());
        m_isFresh = false;
    }

    static void expectNoFailure(const std::vector<std::string>& said) {
        for (const std::string& line : said)
            CHECK_FALSE(line.starts_with("failed"));
    }

    void proveKept(KindOfWork& kind, const fs::path& path, const std::vector<std::string>& said) {
        expectNoFailure(said);
        Proof proof = prove(path); // the next writer shows that work goes on
        CHECK(faultText(proof) == "");
        std::int64_t acknowledged = m_known.entries, backedUp = 0;
        for (const auto& [sequence, entry] : m_known.journal)
            CHECK(proof.journal.count(sequence) == 1);
        for (const std::string& line : said) {
            std::istringstream words(line);
            std::string word;
            std::int64_t sequence = 0, entry = 0;
            words >> word >> sequence >> entry;
            if (word == "backup") {
                backedUp = sequence;
                continue;
            }
            acknowledged = sequence;
            CHECK(proof.journal.count(sequence) == 1);
            if (proof.journal.count(sequence) == 1)
                CHECK(proof.journal.at(sequence) == entry);
        }
        CHECK((proof.entries == acknowledged || proof.entries == acknowledged + 1));
        kind.unacknowledged += proof.entries > acknowledged ? 1 : 0;
        kind.told += proof.isTold ? 1 : 0;
        m_known = std::move(proof);
        if (const fs::path backup = m_folder / "backup.gpkg"; backedUp > 0 || fs::exists(backup)) {
            const Proof copy = prove(backup, test::Photos::Elsewhere);
            CHECK(faultText(copy) == "");
            CHECK(copy.entries >= backedUp);
        }
    }

    static void proveMigrated(const fs::path& path, const std::vector<std::string>& said) {
        expectNoFailure(said);
        auto opened = District::open(path, OpenMode::ReadWrite);
        if (!said.empty())
            CHECK(opened);
        if (!opened)
            CHECK(opened.error().code == ErrorCode::OlderSchema);
        if (opened)
            opened->reset();
        const auto migrated = migrate(path, {"desk", PersonId()});
        CHECK(migrated);
        CHECK(faultText(prove(path)) == "");
    }

    void proveCreated(const std::vector<std::string>& said) {
        expectNoFailure(said);
        for (const std::string& line : said)
            CHECK(fs::exists(m_folder / line.substr(line.find(' ') + 1)));
        // The one it was at when it was killed: there and whole, or not there; then it can be made.
        const fs::path next = m_folder / ("new-" + std::to_string(said.size()) + ".gpkg");
        if (!fs::exists(next)) {
            const auto made = District::create(next, {"新区", "Asia/Shanghai", ""});
            CHECK(made);
        }
        for (std::size_t i = 0; i <= said.size(); ++i) {
            const Proof proof = prove(m_folder / ("new-" + std::to_string(i) + ".gpkg"));
            CHECK(faultText(proof) == "");
            CHECK(proof.entries == 1);
        }
    }

    ScratchFolder m_folder;
    std::mt19937 m_random;
    Proof m_known; ///< of the file before the kill
    bool m_isFresh = false;
    int m_used = 0;
};

void killOften(KindOfWork kind) {
    constexpr int Usual = 5;
    const int kills = numberFrom("GRIDWARDEN_KILLS", Usual);
    KillDriver driver(static_cast<unsigned>(numberFrom("GRIDWARDEN_KILL_SEED", 1)));
    for (int i = 0; i < kills; ++i) {
        INFO(kind.name << ", kill " << i + 1);
        driver.killOnce(kind);
    }
    if (kills > Usual)
        std::cout << kind.name << ": " << kind.killed << " kills, half of them in a window of " << kind.window.count() / 1000 << " ms, half at one of "
                  << kind.callsToDie << " calls; " << kind.unacknowledged << " entries whole without their acknowledgement; " << kind.told
                  << " times told of interrupted work" << std::endl;
}

} // namespace

TEST_CASE("killed during single actions, a district keeps what was acknowledged and nothing half", "[reliability][kill]") { killOften({"actions", 120}); }
TEST_CASE("killed during an import, a district keeps all of it or nothing", "[reliability][kill]") { killOften({"import", 400}); }
TEST_CASE("killed while taking back and bringing again, a district is as before or as after", "[reliability][kill]") { killOften({"undo", 250}); }
TEST_CASE("killed during a backup, the copy before or the new one is whole", "[reliability][kill]") { killOften({"backup", 900}); }
TEST_CASE("killed during a migration, a district is of the old schema or the new one", "[reliability][kill]") { killOften({"migrate", 60}); }
TEST_CASE("killed while it is made, a district is whole or can be made again", "[reliability][kill]") { killOften({"create", 600}); }
