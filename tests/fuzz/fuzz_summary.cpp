// SPDX-License-Identifier: GPL-3.0-or-later
// What a bureau writes or hands back: texts with slots, definitions of figures, published summaries.
#include "core/figures/figure_definition.h"
#include "core/summary/number_text.h"
#include "core/summary/published_summary.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

namespace {

void checkParts(const std::vector<TemplatePart>& parts) {
    for (const TemplatePart& part : parts)
        if (const auto* slot = std::get_if<NumberSlot>(&part)) {
            require(!slot->figures.empty() && !slot->figures.front().empty(), "a slot names a figure");
            for (const double value : {0.0, 12.5, 8543.0, -3.0, 1e15})
                require(!numberText(*slot, value, slot->unit.value_or("件"), false, Language::Chinese).empty(), "a number is printed");
        } else if (const auto* conditional = std::get_if<ConditionalPart>(&part)) {
            require(!conditional->condition.figures.empty() && !std::isnan(conditional->condition.number), "a condition compares with a number");
            checkParts(conditional->then);
            checkParts(conditional->otherwise);
        }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(3)) {
    case 0: {
        const auto text = SummaryTemplate::parse(input.rest());
        if (isGood(text))
            for (const TemplateParagraph& paragraph : text->paragraphs()) {
                require(!paragraph.parts.empty(), "a paragraph holds something");
                checkParts(paragraph.parts);
            }
        break;
    }
    case 1: {
        const auto definition = figureFromJson(nlohmann::json::parse(input.rest(), nullptr, /*allow_exceptions=*/false));
        if (isGood(definition))
            require(figureFromJson(figureToJson(*definition)) == *definition, "a definition reads back as it was");
        break;
    }
    default: {
        const auto summary = summaryFromText(input.rest());
        if (isGood(summary)) {
            const auto again = summaryFromText(summaryToText(*summary));
            require(again && *again == *summary, "a summary reads back as it was");
        }
    }
    }
    return 0;
}
