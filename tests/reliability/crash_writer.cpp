// SPDX-License-Identifier: GPL-3.0-or-later
// The process that is killed: works on a district until it is gone, and says on its standard output what has been done.
//   crash_writer <district> <kind of work> <seed> [<n>]: kills itself at the n-th call that changes a file
// Lines: "ready", then "entry <sequence> <id>" after each action, "backup <entries>", "migrated", "created <name>".
#include "core/store/migration.h"
#include "tests/reliability/desk_work.h"
#include "tests/reliability/trouble_files.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

using namespace gridwarden;
using namespace gridwarden::core;
using gridwarden::test::CallKind;
using gridwarden::test::FileCall;

namespace {

void say(const std::string& line) {
    const std::string whole = line + "\n";
    if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size()))
        std::abort();
}

[[noreturn]] void stop(const Error& error) {
    say(fmt::format("failed {} {}", error.what.key, error.detail));
    std::exit(1);
}

bool changesFile(const FileCall& call) {
    return call.kind == CallKind::Write || call.kind == CallKind::Truncate || call.kind == CallKind::Sync || call.kind == CallKind::Delete;
}

/// Kills this process at the n-th call that changes a file; a write is cut in half.
class Death {
  public:
    explicit Death(int calls) : m_left(calls) {
        m_files.before = [this](const FileCall& call) {
            if (m_left > 0 && changesFile(call) && --m_left == 0) {
                if (call.kind == CallKind::Write) {
                    m_isHalf = true;
                    return test::Fate{1, 0.5, false};
                }
                ::kill(getpid(), SIGKILL);
            }
            return test::Fate();
        };
        m_files.after = [this](const FileCall&) {
            if (m_isHalf)
                ::kill(getpid(), SIGKILL);
        };
    }

  private:
    int m_left;
    bool m_isHalf = false;
    test::TroubleFiles m_files;
};

std::unique_ptr<District> opened(const std::filesystem::path& path) {
    auto district = District::open(path, OpenMode::ReadWrite);
    if (!district)
        stop(district.error());
    return std::move(*district);
}

void acknowledge(District& district) {
    const auto newest = district.store().journal(1);
    if (!newest || newest->empty())
        std::exit(1);
    say(fmt::format("entry {} {}", newest->front().sequence, newest->front().id.value()));
}

void done(District& district, const Result<void>& result) {
    if (result)
        acknowledge(district);
    else if (result.error().code != ErrorCode::Refused)
        stop(result.error());
}

void work(const std::filesystem::path& path, const std::string& kind, unsigned seed) {
    std::mt19937 random(seed);
    if (kind == "create") {
        say("ready");
        for (int i = 0;; ++i) {
            const auto made = District::create(path.parent_path() / fmt::format("new-{}.gpkg", i), {"新区", "Asia/Shanghai", ""});
            if (!made)
                stop(made.error());
            say(fmt::format("created new-{}.gpkg", i));
        }
    }
    if (kind == "migrate") {
        say("ready");
        if (const auto migrated = migrate(path, {"desk", PersonId()}); !migrated)
            stop(migrated.error());
        say("migrated");
        for (;;)
            pause();
    }
    const auto district = opened(path);
    test::DeskWork desk(*district, seed);
    if (seed % 2 == 0) // a large import does not fit into memory: pages are written before the commit
        (void)district->connection().script("PRAGMA cache_size=40");
    say("ready");
    for (;;) {
        if (kind == "actions") {
            done(*district, desk.anything());
        } else if (kind == "import") {
            done(*district, desk.importCases(200 + static_cast<int>(random() % 400)));
        } else if (kind == "undo") {
            switch (random() % 6) {
            case 0:
                done(*district, desk.importCases(100));
                break;
            case 1:
            case 2:
                done(*district, desk.anything());
                break;
            case 3:
                done(*district, desk.redo());
                break;
            default:
                done(*district, desk.undo());
            }
        } else {
            done(*district, desk.anything());
            const auto entries = district->store().journal(1)->front().sequence;
            if (const auto copied = district->store().backup(path.parent_path() / "backup.gpkg", /*overwrite=*/true); !copied)
                stop(copied.error());
            say(fmt::format("backup {}", entries));
        }
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count < 4)
        return 2;
    const Death death(count > 4 ? std::atoi(arguments[4]) : 0);
    work(arguments[1], arguments[2], static_cast<unsigned>(std::atoi(arguments[3])));
}
