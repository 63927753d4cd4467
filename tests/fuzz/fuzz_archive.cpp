// SPDX-License-Identifier: GPL-3.0-or-later
// Archives of a district: the manifest by itself, and a whole archive unpacked.
#include "core/archive/district_archive.h"
#include "core/archive/manifest.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/scratch_folder.h"

#include <algorithm>
#include <vector>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> everythingIn(const fs::path& folder) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

void readManifest(std::string_view text) {
    const auto manifest = manifestFromText(text);
    if (!isGood(manifest))
        return;
    require(!manifest->files.empty() && manifest->files.front().path == DistrictEntry, "the district comes first");
    require(fs::path(manifest->name).filename() == manifest->name, "a district's name stays in its folder");
    for (const ManifestFile& file : manifest->files)
        require(file.path == DistrictEntry || fs::path(FilesPrefix) / fs::path(file.path).filename() == file.path, "no file leaves its folder");
    const auto again = manifestFromText(manifestText(*manifest));
    require(again && again->name == manifest->name && again->files.size() == manifest->files.size(), "a manifest survives the way there and back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.choice(2) == 0) {
        readManifest(input.rest());
        return 0;
    }
    static const test::ScratchFolder folder;
    const fs::path inside = folder / "in";
    fs::create_directory(inside);
    const fs::path archive = fuzz::fileWith("district.zip", input.rest());
    const auto before = everythingIn(folder.path());
    const bool isSound = isGood(checkArchive(archive));
    require(everythingIn(folder.path()) == before, "a check writes nothing");
    const auto unpacked = unpackDistrict(archive, {inside, Existing::Keep, {}});
    if (isGood(unpacked))
        require(isSound, "what is unpacked stands the check");
    else
        require(everythingIn(folder.path()) == before, "what cannot be unpacked leaves nothing behind");
    fs::remove_all(inside);
    return 0;
}
