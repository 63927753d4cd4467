// SPDX-License-Identifier: GPL-3.0-or-later
// A district from a stranger: a sound file with some bytes changed is opened, read and checked.
#include "core/cases/case_store.h"
#include "core/check/check.h"
#include "core/district.h"
#include "tests/fuzz/fuzz.h"

#include <fstream>
#include <iterator>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

std::string bytesOf(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::string sound = bytesOf(GRIDWARDEN_TEST_DATA "/districts/schema_2.gpkg");
    require(!sound.empty(), "the sound file is there");
    fuzz::Input input(data, size);
    std::string bytes = sound;
    if (const unsigned cut = input.choice(8); cut == 7)
        bytes.resize(input.number<std::uint32_t>() % bytes.size());
    while (!input.isAtEnd() && !bytes.empty()) {
        const std::size_t at = input.number<std::uint32_t>() % bytes.size();
        bytes[at] = input.number<char>();
    }
    const auto path = fuzz::fileWith("stranger.gpkg", bytes);
    {
        const auto district = District::open(path, OpenMode::ReadOnly);
        if (isGood(district)) {
            (void)isGood((*district)->facts());
            const auto ids = (*district)->connection().rows("SELECT id FROM case_report LIMIT 20", {}, [](const Row& row) { return row.id<CaseId>(0); });
            for (const CaseId id : ids.value_or(std::vector<CaseId>()))
                (void)isGood(loadCase((*district)->connection(), id));
        }
    }
    auto store = Store::open(path, OpenMode::ReadOnly);
    if (isGood(store))
        (void)isGood(checkFile(**store));
    require(bytesOf(path) == bytes, "opening and checking changes no byte");
    return 0;
}
