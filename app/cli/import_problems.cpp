// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_problems.h"

#include <fmt/format.h>

namespace gridwarden::app {

Json problemDocument(const gis::ImportProblem& problem) {
    return {{"row", problem.row},
            {"field", problem.field},
            {"value", problem.value},
            {"reason", sentence(problem.reason)},
            {"refused", problem.isRefused}};
}

Json problemDocuments(const std::vector<gis::ImportProblem>& problems) {
    Json documents = Json::array();
    for (const gis::ImportProblem& problem : problems)
        documents.push_back(problemDocument(problem));
    return documents;
}

void printProblems(const std::vector<gis::ImportProblem>& problems) {
    constexpr std::size_t Shown = 20;
    for (std::size_t i = 0; i < problems.size() && i < Shown; ++i)
        printNote(fmt::format("row {} {} \"{}\": {}{}", problems[i].row, problems[i].field, problems[i].value,
                              sentence(problems[i].reason), problems[i].isRefused ? " (refused)" : ""));
    if (problems.size() > Shown)
        printNote(fmt::format("… and {} more; --json lists all", problems.size() - Shown));
}

} // namespace gridwarden::app
