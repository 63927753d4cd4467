// SPDX-License-Identifier: GPL-3.0-or-later
// Tracks read from files that are made here: delimited text of many devices, GPX and NMEA.
//   bench_tracks [--json] [--runs N] [csv] [gpx] [nmea]
// Needs a release build and 1.5 GB in the folder for temporary files.
#include "gis/source/track_reading.h"
#include "tests/bench/measures.h"
#include "tests/support/scratch_folder.h"

#include <fmt/format.h>
#include <fstream>
#include <sys/resource.h>

using namespace gridwarden;

namespace {

constexpr std::int64_t Start = 1'772'409'600; // 2026-03-02 00:00 UTC

std::string clock(std::int64_t second) {
    return fmt::format("{:02}:{:02}:{:02}", second / 3600 % 24, second / 60 % 60, second % 60);
}
std::string day(std::int64_t second) {
    return core::isoUtc(core::Moment(core::seconds(Start + second))).substr(0, 10);
}
double longitude(std::int64_t i) {
    return 120.6 + static_cast<double>(i % 9973) * 1e-5;
}
double latitude(std::int64_t i) {
    return 28.0 + static_cast<double>(i % 7919) * 1e-5;
}

/// Two hundred devices that report one after the other.
void writeDelimited(const std::filesystem::path& path, std::int64_t count) {
    constexpr std::int64_t Devices = 200;
    std::ofstream out(path);
    out << "终端号,定位时间,经度,纬度,速度,定位精度\n";
    for (std::int64_t i = 0; i < count; ++i)
        out << fmt::format("860{:012},{} {},{:.6f},{:.6f},1.2,{}.5\n", i % Devices, day(i / Devices),
                           clock(i / Devices), longitude(i), latitude(i), 3 + i % 20);
}

void writeGpx(const std::filesystem::path& path, std::int64_t count) {
    std::ofstream out(path);
    out << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<gpx version=\"1.1\"><trk><name>walk</name><trkseg>\n";
    for (std::int64_t i = 0; i < count; ++i)
        out << fmt::format(
            "<trkpt lat=\"{:.7f}\" lon=\"{:.7f}\"><ele>12.5</ele><time>{}T{}Z</time><hdop>1.1</hdop></trkpt>\n",
            latitude(i), longitude(i), day(i), clock(i));
    out << "</trkseg></trk></gpx>\n";
}

std::string sentence(const std::string& body) {
    int sum = 0;
    for (const char c : body)
        sum ^= c;
    return fmt::format("${}*{:02X}\r\n", body, sum);
}

void writeNmea(const std::filesystem::path& path, std::int64_t count) {
    std::ofstream out(path);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::string date = day(i), time = fmt::format("{:02}{:02}{:02}.000", i / 3600 % 24, i / 60 % 60, i % 60);
        const std::string place =
            fmt::format("28{:07.4f},N,120{:07.4f},E", latitude(i) * 60 - 1680, longitude(i) * 60 - 7200);
        out << sentence(fmt::format("GNGGA,{},{},1,12,0.9,10.0,M,9.0,M,,", time, place))
            << sentence(fmt::format("GNRMC,{},A,{},0.5,90.0,{}{}{},,,A", time, place, date.substr(8, 2),
                                    date.substr(5, 2), date.substr(2, 2)));
    }
}

void measure(const bench::Measures& measures, const std::string& name, std::int64_t count, const char* file,
             void (*write)(const std::filesystem::path&, std::int64_t), const char* crs = "") {
    if (!measures.isWanted(name))
        return;
    const test::ScratchFolder folder;
    write(folder / file, count);
    gis::TrackOptions options;
    options.crs = crs;
    std::size_t fixes = 0;
    measures.time(name, static_cast<std::size_t>(count), 3, [&] {
        const auto read = gis::readTracks(folder / file, options);
        fixes = read ? read->accepted : 0;
    });
    measures.value(name + ": fixes", static_cast<std::size_t>(count), static_cast<double>(fixes), "fixes");
}

} // namespace

int main(int count, char** arguments) {
    const bench::Measures measures(count, arguments, bench::Measures::Words::Names);
    measure(measures, "csv", 10'000'000, "log.csv", writeDelimited);
    measure(measures, "csv: GCJ-02", 1'000'000, "log.csv", writeDelimited, "gcj02");
    measure(measures, "gpx", 5'000'000, "log.gpx", writeGpx);
    measure(measures, "nmea", 5'000'000, "log.nmea", writeNmea);
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    measures.value("most memory", 0, static_cast<double>(usage.ru_maxrss) / 1024, "MB");
}
