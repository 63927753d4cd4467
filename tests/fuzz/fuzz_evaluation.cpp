// SPDX-License-Identifier: GPL-3.0-or-later
// Schemes of evaluation as a bureau writes them, and evaluations as they were published.
#include "core/base/json_members.h"
#include "core/evaluation/published_evaluation.h"
#include "core/evaluation/scoring.h"
#include "tests/fuzz/fuzz.h"

#include <cmath>

using namespace gridwarden;
using namespace gridwarden::core;
using fuzz::isGood;
using fuzz::require;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    if (input.choice(2) == 0) {
        const auto document = parsedJson(input.rest());
        const auto scheme = schemeFromJson(document.value_or(nlohmann::json()));
        if (!isGood(scheme))
            return 0;
        require(schemeFromJson(schemeToJson(*scheme)) == *scheme, "a scheme reads back as it was");
        for (const double value : {0.0, 0.5, 50.0, 51.0, 1e12, -3.0}) {
            std::vector<ItemScore> scores;
            for (const SchemeItem& item : scheme->items) {
                scores.push_back(scoreOf(item, value));
                require(item.weight == 0 || (*scores.back().score >= 0 && *scores.back().score <= 100), "a score is between 0 and 100");
            }
            const ScoredTotal total = totalOf(*scheme, scores);
            require(!std::isnan(total.total), "a total is a number");
            require(scheme->grades.empty() || !gradeOf(*scheme, total.total).empty(), "whoever has a total has a grade");
        }
        return 0;
    }
    const auto published = evaluationFromText(input.rest());
    if (isGood(published)) {
        const auto again = evaluationFromText(evaluationToText(*published));
        require(again && *again == *published, "an evaluation reads back as it was");
        require(compared(*published, *again).holds(), "an evaluation is like itself");
    }
    return 0;
}
