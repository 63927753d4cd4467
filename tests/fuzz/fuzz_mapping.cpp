// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a table fill which parts of a case: of the command line, guessed, remembered as JSON.
#include "core/base/text.h"
#include "gis/source/case_mapping.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;

namespace {

std::vector<std::string> linesOf(fuzz::Input& input) {
    std::vector<std::string> lines;
    while (!input.isAtEnd())
        lines.emplace_back(input.line());
    return lines;
}

void requireKept(const gis::CaseMapping& mapping) {
    const auto again = gis::mappingFromJson(gis::mappingToJson(mapping));
    require(isGood(again) && *again == mapping, "a mapping that is kept reads as the same");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(3)) {
    case 0: {
        const std::string_view all = fuzz::Input(data, size).rest();
        const auto mapping = gis::mappingFromTexts(linesOf(input));
        if (isGood(mapping) && core::isValidUtf8(all))
            requireKept(*mapping);
        break;
    }
    case 1: {
        const auto mapping = gis::mappingFromJson(input.rest());
        if (isGood(mapping))
            requireKept(*mapping);
        break;
    }
    default: {
        const std::vector<std::string> fields = linesOf(input);
        require(gis::fieldsSignature(fields).size() == 64, "a signature is a SHA-256");
        for (const auto& [target, source] : gis::guessMapping(fields)) {
            require(gis::caseTargetFromKey(gis::caseTargetKey(target)) == target, "a target has a key");
            require(!source.constant && !source.fields.empty() && source.fields.size() <= 2, "a guess is one field or two");
            for (const std::string& field : source.fields)
                require(std::find(fields.begin(), fields.end(), field) != fields.end(), "a guessed field is one of the table");
        }
    }
    }
    return 0;
}
