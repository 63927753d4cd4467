// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out: rules from files, texts in which personal data are looked for, tables without small numbers.
#include "core/disclosure/disclosure_rules.h"
#include "core/disclosure/personal_traces.h"
#include "core/disclosure/small_cells.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace gridwarden;
using namespace gridwarden::fuzz;

namespace {

void readRules(Input& input) {
    const auto rules = core::disclosureRulesFromText(input.rest());
    if (!isGood(rules))
        return;
    require(!rules->key.empty(), "rules have a key");
    require(rules->smallestCount == 0 || rules->smallestCount >= 3, "a bound hides more than one number");
    require((rules->places.how == core::PlaceRule::How::Lattice) == (rules->places.metres >= 1), "a lattice has a size, and nothing else has");
}

void mask(Input& input) {
    core::KnownNames names;
    names.addName(input.line());
    names.addTelephone(input.line());
    const core::TraceSearch search{&names, input.choice(2) == 1, 2026};
    const std::string_view text = input.rest();
    std::size_t end = 0;
    for (const core::Trace& trace : core::findTraces(text, search)) {
        require(trace.begin >= end && trace.end > trace.begin && trace.end <= text.size(), "traces are in the text and apart");
        end = trace.end;
    }
    core::TraceCounts counts{};
    const std::string masked = core::maskedText(text, search, counts);
    require(core::findTraces(masked, search).empty(), "nothing is left to be masked");
    const bool isUntouched = std::all_of(counts.begin(), counts.end(), [](std::int64_t count) { return count == 0; });
    require(isUntouched == (masked == text), "what was masked was counted");
}

void suppress(Input& input) {
    const std::size_t columns = input.choice(6) + 1;
    const int smallest = static_cast<int>(input.choice(10)) + 3;
    std::vector<std::int64_t> cells;
    while (!input.isAtEnd() && cells.size() < 60)
        cells.push_back(input.choice(20));
    cells.resize((cells.size() / columns + 1) * columns, 0);
    const core::CountTable table = core::tableWithTotals(cells.size() / columns, columns, cells);
    const auto shown = core::suppressSmallCells(table, smallest);
    require(isGood(shown), "a small table can be handed out");
    for (std::size_t row = 0; row <= table.rows; ++row) {
        std::size_t hidden = 0;
        for (std::size_t column = 0; column <= columns; ++column) {
            const std::size_t at = table.at(row, column);
            const bool isHidden = (*shown)[at] != core::CellShown::Number;
            require(isHidden || table.counts[at] == 0 || table.counts[at] >= smallest, "a small number is not told");
            hidden += isHidden ? 1 : 0;
        }
        require(hidden != 1, "no hidden number stands alone in its row");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input input(data, size);
    switch (input.choice(3)) {
    case 0:
        readRules(input);
        break;
    case 1:
        mask(input);
        break;
    default:
        suppress(input);
    }
    return 0;
}
