// SPDX-License-Identifier: GPL-3.0-or-later
// Figures for measurements: the whole board of a bureau, steps by hand for an imported district, and a summary of 150 numbers.
#pragma once

#include "core/figure_list.h"
#include "core/summary/summary.h"
#include "tests/bench/bench_file.h"

namespace gridwarden::bench {

/// The shipped figures of cases, and as a bureau adds them what was reported and closed of each category, source and squad of a CrowdedDistrict.
inline core::FigureDefinitions boardOf(const CrowdedDistrict& made) {
    std::vector<core::FigureDefinition> all;
    const core::FigureDefinitions shipped = must(core::shippedFigures(), "figures");
    for (const core::FigureDefinition& definition : shipped.all())
        if (!std::holds_alternative<core::StepCount>(definition.rule))
            all.push_back(definition);
    const auto add = [&](const std::string& key, auto rule) {
        core::FigureDefinition& definition = all.emplace_back();
        definition.key = definition.name = key;
        definition.rule = rule;
    };
    const auto addShare = [&](const std::string& key, std::vector<std::string> core::FigureScope::*which, const std::string& name) {
        core::CaseCount count;
        count.scope.*which = {name};
        add(key, count);
        count.is = static_cast<std::uint32_t>(core::CaseIs::Closed);
        add(key + "_closed", count);
        add(key + "_closing", core::FigureRate{key + "_closed", key});
    };
    for (int i = 0; i < 16; ++i)
        addShare("category_" + std::to_string(i), &core::FigureScope::categories, "2026:matter:" + std::to_string(10'010 + i));
    for (const std::string& key : made.facts->sources())
        addShare("source_" + key, &core::FigureScope::sources, key);
    for (int i = 1; i <= 12; ++i)
        addShare("squad_" + std::to_string(i), &core::FigureScope::organisations, std::to_string(i));
    return must(core::FigureDefinitions::of(std::move(all)), "board");
}

/// A check, an urging or a handling with its quantity for each third imported case, some days after its report; entered in the order of their times.
inline void addSteps(const fs::path& file) {
    auto connection = must(core::Connection::open(file, core::Connection::Access::ReadWrite), "open");
    must(connection.run("INSERT INTO step (id, case_id, kind, at, recorded, actor, detail) "
                        "SELECT (SELECT max(id) FROM step) + row_number() OVER (ORDER BY later), case_id, kind, later, later, 'bench', detail FROM ("
                        "SELECT case_id, at + 86400 * (1 + id % 5) AS later, CASE id % 9 WHEN 0 THEN 10 WHEN 3 THEN 18 ELSE 9 END AS kind, "
                        "CASE id % 9 WHEN 0 THEN '{\"r\":\"pass\"}' WHEN 3 THEN '' ELSE '{\"q\":2,\"qu\":\"处\"}' END AS detail "
                        "FROM step WHERE kind = 2 AND id % 3 = 0) ORDER BY later"),
         "steps");
}

/// Asks for each of the figures once, for the change against last year of each tenth, and against the period before of each tenth.
inline core::SummaryTemplate summaryOf(const core::FigureDefinitions& definitions, std::size_t numbers) {
    std::string text;
    for (std::size_t i = 0; i < numbers; ++i) {
        const std::string& key = definitions.all()[i % definitions.all().size()].key;
        text += "{" + key + (i % 10 == 3 ? "|同比" : i % 10 == 7 ? "|环比" : "") + "}。\n\n";
    }
    return must(core::SummaryTemplate::parse(text), "template");
}

} // namespace gridwarden::bench
