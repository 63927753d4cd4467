// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/overviews.h"

#include "gis/process/reader_process.h"
#include "gis/process/wire.h"

#include <cstdint>
#include <cstdlib>
#include <fmt/format.h>
#include <unistd.h>

namespace gridwarden::gis {

namespace fs = std::filesystem;

namespace {

/// The same for one path on every machine and in every version: it names files.
std::uint64_t fingerprint(const std::string& text) {
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a
    for (const char each : text)
        hash = (hash ^ static_cast<unsigned char>(each)) * 0x100000001b3;
    return hash;
}

struct CacheName {
    std::string ofPath;
    std::string ofState;
};

CacheName cacheName(const fs::path& image) {
    std::error_code problem;
    const fs::path full = fs::weakly_canonical(image, problem);
    const auto size = fs::file_size(image, problem);
    const auto changed = fs::last_write_time(image, problem).time_since_epoch().count();
    const std::string path = fmt::format("{:016x}", fingerprint(full.string()));
    return {path, fmt::format("{}-{}-{:x}.ovr", path, size, changed)};
}

fs::path overviewsFolder() {
    return cacheFolder() / "overviews";
}

} // namespace

fs::path cacheFolder() {
    if (const char* const set = std::getenv("XDG_CACHE_HOME"); set != nullptr && *set == '/')
        return fs::path(set) / "gridwarden";
    const char* const home = std::getenv("HOME");
    return fs::path(home != nullptr ? home : "/tmp") / ".cache" / "gridwarden";
}

fs::path cachedOverviews(const fs::path& image) {
    std::error_code problem;
    if (!fs::is_regular_file(image, problem))
        return {};
    fs::path kept = overviewsFolder() / cacheName(image).ofState;
    return fs::is_regular_file(kept, problem) ? kept : fs::path();
}

core::Result<fs::path> buildOverviews(const fs::path& image, const GoOn& goOn, const std::function<void(double)>& progress,
                                      OverviewsPlace place) {
    std::error_code problem;
    const fs::path folder = fs::absolute(image, problem).parent_path();
    const bool isBeside = place == OverviewsPlace::BesideIfPossible && access(folder.c_str(), W_OK | X_OK) == 0;
    if (!isBeside)
        fs::create_directories(overviewsFolder(), problem);
    const fs::path target = isBeside ? fs::path(fs::absolute(image, problem).string() + ".ovr") : overviewsFolder() / cacheName(image).ofState;
    auto reader = ReaderProcess::start(image, {.workIn = target.parent_path(), .overviews = {}, .writesMuch = true});
    if (!reader)
        return core::fail(reader);
    WireWriter question;
    question.put(fs::absolute(image, problem).string());
    if (auto asked = reader->send(FrameKind::Overviews, question.bytes()); !asked)
        return core::fail(asked);
    const auto answer = reader->receive(goOn, progress);
    if (!answer)
        return core::fail(answer);
    WireReader wire(answer->bytes);
    const fs::path made = reader->folder() / fs::path(wire.text()).filename();
    if (wire.isGood() && !isBeside) // of an earlier state of the image
        for (const fs::directory_entry& old : fs::directory_iterator(overviewsFolder(), problem))
            if (old.path().filename().string().starts_with(cacheName(image).ofPath))
                fs::remove(old.path(), problem);
    problem.clear();
    if (wire.isGood())
        fs::rename(made, target, problem);
    if (!wire.isGood() || problem)
        return core::fail(core::ErrorCode::Io, {"overviews-not-made", {image.string()}}, image.string(), problem.message());
    return target;
}

} // namespace gridwarden::gis
