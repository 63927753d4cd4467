// SPDX-License-Identifier: GPL-3.0-or-later
// try_sources FOLDER…: opens every file and folder below with everything there is, each in a process of its own, and
// prints what came of it: time and memory of the worst, and how often which outcome.
#include "tests/gis/hostile/source_trial.h"

#include <QGuiApplication>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;

struct Outcome {
    std::string worstStep;
    double slowest = 0;
    double seconds = 0;
    long programMegabytes = 0;
    long readerMegabytes = 0;
    std::map<std::string, int> byKind; // "describe whole" …
    int signal = 0;
};

/// In the process of its own: a line for each step.
int tryOne(const char* path) {
    for (const auto& step : gridwarden::test::tryEverything(path))
        std::printf("%s\t%s\t%.3f\n", step.name.c_str(), step.outcome.c_str(), step.seconds);
    rusage self{};
    rusage readers{};
    getrusage(RUSAGE_SELF, &self);
    getrusage(RUSAGE_CHILDREN, &readers);
    std::printf("memory\t%ld\t%ld\n", self.ru_maxrss / 1024, readers.ru_maxrss / 1024);
    return 0;
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text)
        result += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return result + "'";
}

Outcome tryFile(const std::string& program, const fs::path& path) {
    Outcome outcome;
    FILE* const pipe = popen((quoted(program) + " --one " + quoted(path.string()) + " 2>/dev/null").c_str(), "r");
    char line[4096];
    while (std::fgets(line, sizeof line, pipe)) {
        std::istringstream columns(line);
        std::string name, what, last;
        std::getline(columns, name, '\t');
        std::getline(columns, what, '\t');
        std::getline(columns, last);
        if (name == "memory") {
            outcome.programMegabytes = std::stol(what);
            outcome.readerMegabytes = std::stol(last);
            continue;
        }
        const double seconds = std::stod(last);
        outcome.seconds += seconds;
        if (seconds >= outcome.slowest) {
            outcome.slowest = seconds;
            outcome.worstStep = name;
        }
        ++outcome.byKind[name + " " + what];
    }
    const int status = pclose(pipe);
    outcome.signal = WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status);
    return outcome;
}

} // namespace

int main(int argc, char** argv) {
    setenv("QT_QPA_PLATFORM", "offscreen", 0);
    setvbuf(stdout, nullptr, _IOLBF, 0);
    QGuiApplication application(argc, argv);
    if (argc == 3 && std::string(argv[1]) == "--one")
        return tryOne(argv[2]);
    std::vector<fs::path> paths;
    for (int i = 1; i < argc; ++i)
        for (const auto& entry : fs::recursive_directory_iterator(argv[i]))
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    const std::string program = fs::read_symlink("/proc/self/exe").string();
    std::map<std::string, int> byKind;
    double slowest = 0;
    long programMegabytes = 0;
    long readerMegabytes = 0;
    int failed = 0;
    for (const fs::path& path : paths) {
        const Outcome each = tryFile(program, path);
        std::printf("%-64s %6.2f s  worst %5.2f s %-9s program %4ld MB  reader %4ld MB%s\n",
                    path.string().substr(path.string().size() > 64 ? path.string().size() - 64 : 0).c_str(), each.seconds,
                    each.slowest, each.worstStep.c_str(), each.programMegabytes, each.readerMegabytes,
                    each.signal ? "  THE PROGRAM ENDED" : "");
        for (const auto& [kind, count] : each.byKind)
            byKind[kind] += count;
        slowest = std::max(slowest, each.slowest);
        programMegabytes = std::max(programMegabytes, each.programMegabytes);
        readerMegabytes = std::max(readerMegabytes, each.readerMegabytes);
        failed += each.signal ? 1 : 0;
    }
    std::printf("\n%zu files and folders; program ended by %d; slowest step %.2f s; most memory: program %ld MB, reader %ld MB\n",
                paths.size(), failed, slowest, programMegabytes, readerMegabytes);
    for (const auto& [kind, count] : byKind)
        std::printf("%6d  %s\n", count, kind.c_str());
    return failed ? 1 : 0;
}
