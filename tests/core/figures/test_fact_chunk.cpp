// SPDX-License-Identifier: GPL-3.0-or-later
// Packed columns give back what was put into them, to the bit.
#include "tests/core/figures/figures_sample.h"

#include <cmath>
#include <random>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace {

constexpr std::int64_t Least = std::numeric_limits<std::int64_t>::min(), Greatest = std::numeric_limits<std::int64_t>::max();

std::string bytesOf(const FactChunk& chunk) {
    std::string bytes;
    chunk.write(bytes);
    return bytes;
}

bool isSameNumber(double a, double b) { return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b); }

bool areSame(const CaseFact& a, const CaseFact& b) {
    const auto rest = [](const CaseFact& f) {
        return std::tuple(f.id, f.reported, f.filed, f.dispatched, f.handled, f.closed, f.due, f.soon, f.suspendedUntil, f.category, f.grid,
                          f.organisation, f.person, f.source, f.state, f.resumed, f.reworks, f.extensions, f.suspensions, f.appealGranted,
                          f.selfHandled, f.forced);
    };
    return a.hasPlace() == b.hasPlace() && (!a.hasPlace() || (isSameNumber(a.longitude, b.longitude) && isSameNumber(a.latitude, b.latitude))) &&
           rest(a) == rest(b);
}

struct SomeFacts {
    std::mt19937_64 random;
    explicit SomeFacts(unsigned seed) : random(seed) {}
    std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(end)); }
    std::int64_t time() { return below(3) == 0 ? 0 : below(200) == 0 ? static_cast<std::int64_t>(random()) : 1'700'000'000 + below(100'000'000); }
    CaseFact fact(std::int64_t id, bool isDecimal) {
        CaseFact f;
        f.id = CaseId(id);
        if (below(10) != 0) {
            f.longitude = isDecimal ? static_cast<double>(1'205'000'000 + below(9'000'000)) / 1e7 : 120.5 + 1e-9 * static_cast<double>(below(1'000'000'000)) / 3;
            f.latitude = isDecimal ? static_cast<double>(-below(900'000'000)) / 1e7 : -27.9 - 1e-9 * static_cast<double>(below(1'000'000'000)) / 3;
        }
        for (auto* each : {&f.reported, &f.filed, &f.dispatched, &f.handled, &f.closed, &f.due, &f.soon, &f.suspendedUntil})
            *each = time();
        f.category = CategoryId(below(300) * (1LL << 44));
        f.grid = AreaId(below(5000) * (1LL << 40));
        f.organisation = OrganisationId(below(4));
        f.person = PersonId(below(2));
        f.source = static_cast<std::int16_t>(below(4) - 1);
        f.state = AllCaseStates[static_cast<std::size_t>(below(static_cast<std::int64_t>(AllCaseStates.size())))];
        f.resumed = AllCaseStates[static_cast<std::size_t>(below(static_cast<std::int64_t>(AllCaseStates.size())))];
        f.reworks = static_cast<std::uint8_t>(below(256));
        f.appealGranted = below(2) == 0;
        f.selfHandled = below(2) == 0;
        f.forced = below(2) == 0;
        return f;
    }
};

} // namespace

TEST_CASE("packed numbers of any range come back", "[core][figures]") {
    const std::vector<std::vector<std::int64_t>> samples = {
        {}, {7}, {0, 0, 0}, {Least, Least}, {-3, 252}, {-3, 253}, {5, 65'540}, {5, 65'541}, {0, 4'294'967'295}, {-1, 4'294'967'295}, {Least, 0, Greatest}};
    for (const auto& numbers : samples) {
        const PackedNumbers packed(numbers);
        std::vector<std::int64_t> all(numbers.size());
        packed.unpack(all);
        CHECK(all == numbers);
        for (std::size_t i = 0; i < numbers.size(); ++i)
            CHECK(packed[i] == numbers[i]);
        std::string bytes;
        packed.write(bytes);
        std::string_view rest = bytes;
        const auto again = PackedNumbers::read(rest, numbers.size());
        REQUIRE(again);
        CHECK(rest.empty());
        again->unpack(all);
        CHECK(all == numbers);
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            std::string_view torn(bytes.data(), length);
            CHECK_FALSE(PackedNumbers::read(torn, numbers.size()));
        }
    }
}

TEST_CASE("facts come back from their chunks to the bit", "[core][figures]") {
    const bool isDecimal = GENERATE(true, false);
    SomeFacts some(isDecimal ? 1 : 2);
    FactsBuilder builder;
    for (const char* source : {"a", "b", "c"})
        REQUIRE(builder.source(source) >= 0);
    std::vector<CaseFact> facts;
    for (std::int64_t id = 1; id <= 9000; ++id) {
        facts.push_back(some.fact(id * 3, isDecimal));
        builder.append(facts.back());
    }
    auto kept = builder.finish();
    for (int round = 0; round < 5; ++round) { // and after changes
        REQUIRE(kept->size() == facts.size());
        bool all = true;
        for (std::size_t row = 0; row < facts.size(); ++row)
            all = all && areSame((*kept)[row], facts[row]);
        CHECK(all);
        FactsBuilder next(*kept);
        for (int i = 0; i < 20; ++i) {
            const auto row = static_cast<std::size_t>(some.below(static_cast<std::int64_t>(facts.size())));
            if (facts[row].id.isNull())
                continue;
            if (some.below(3) == 0) {
                next.remove(facts[row].id);
                facts[row] = CaseFact{};
            } else {
                facts[row] = some.fact(facts[row].id.value(), isDecimal);
                next.put(facts[row]);
            }
        }
        for (int i = 0; i < 1500; ++i) {
            facts.push_back(some.fact(100'000 + round * 10'000 + i * 2, isDecimal));
            next.put(facts.back());
        }
        kept = next.finish();
    }
    std::size_t present = 0;
    for (const CaseFact& fact : facts)
        present += fact.id.isNull() ? 0 : 1;
    CHECK(kept->count() == present);
    for (std::size_t row = 0; row < facts.size(); row += 7)
        if (!facts[row].id.isNull())
            CHECK(kept->rowOf(facts[row].id) == std::optional(row));
    for (const auto& chunk : kept->chunks()) {
        std::string bytes = bytesOf(*chunk);
        std::string_view in = bytes;
        const auto again = FactChunk::read(in, chunk->size(), kept->codes());
        REQUIRE(again);
        CHECK(in.empty());
        CHECK(bytesOf(*again) == bytes);
        CHECK(again->presentCount() == chunk->presentCount());
        FactCodes fewer = kept->codes(); // a code that nothing stands behind
        fewer.grids = IdCodes::of({0, 1});
        in = bytes;
        CHECK_FALSE(FactChunk::read(in, chunk->size(), fewer));
    }
}
