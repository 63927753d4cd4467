// SPDX-License-Identifier: GPL-3.0-or-later
// The records of the snapshot of facts, behind the fingerprints that tell damage: what is read is in bounds and written the same.
#include "core/figures/facts_file.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace gridwarden;
using fuzz::require;

namespace {

std::string_view record(std::string_view& rest) {
    if (rest.size() < 2)
        return {};
    const std::size_t length = static_cast<unsigned char>(rest[0]) + 256U * static_cast<unsigned char>(rest[1]);
    const std::string_view taken = rest.substr(2, length);
    rest.remove_prefix(std::min(rest.size(), length + 2));
    return taken;
}

void snapshot(std::string_view rest) {
    core::FactsFile file;
    const std::string_view codes = record(rest);
    if (!file.begin(codes))
        return;
    std::string given;
    while (!rest.empty()) {
        const std::string_view chunk = record(rest);
        if (!file.add(chunk))
            return;
        given += chunk;
    }
    const auto facts = file.finish();
    if (!facts)
        return;
    require(core::FactsFile::codesRecord(*facts) == codes, "codes are written as they were read");
    std::string written;
    for (const auto& chunk : facts->chunks())
        chunk->write(written);
    require(written == given, "chunks are written as they were read");
    std::size_t present = 0;
    facts->each([&](std::size_t row, const core::CaseFact& fact) {
        ++present;
        require(fact.source < static_cast<std::int16_t>(facts->sources().size()), "a known source");
        require(facts->rowOf(fact.id) == row, "a case is found");
    });
    require(present == facts->count(), "all present cases are counted");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.choice(2) == 0) {
        snapshot(input.rest());
        return 0;
    }
    const std::size_t count = input.number<std::uint8_t>();
    std::string_view rest = input.rest();
    const std::string_view given = rest;
    if (const auto numbers = core::PackedNumbers::read(rest, count)) {
        for (std::size_t i = 0; i < count; ++i)
            require((*numbers)[i] >= numbers->least() && (*numbers)[i] <= numbers->greatest(), "between the least and the greatest");
        std::string written;
        numbers->write(written);
        require(written == given.substr(0, given.size() - rest.size()), "numbers are written as they were read");
    }
    return 0;
}
