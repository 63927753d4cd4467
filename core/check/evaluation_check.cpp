// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/evaluation_check.h"

#include "core/evaluation/mark.h"
#include "core/evaluation/publication.h"
#include "core/evaluation/published_evaluation.h"
#include "core/evaluation/scheme_list.h"
#include "core/summary/published_summary.h"

#include <array>
#include <set>

namespace gridwarden::core {

namespace {

/// Whom marks of a scheme are given to, in the order of SubjectKind. An area stays in its table after its end.
constexpr std::array SubjectTables = {"area", "organisation", "person"};

Result<void> checkMarksOf(CheckRun& run, const EvaluationScheme& scheme) {
    const auto marks = loadMarks(run.connection(), scheme.key);
    if (!marks)
        return fail(marks);
    const std::string table = SubjectTables[static_cast<std::size_t>(scheme.subjects.kind)];
    for (const EvaluationMark& mark : *marks) {
        const std::string id = std::to_string(mark.id.value());
        if (!counts(mark, scheme)) {
            run.note({"mark-without-item", {id, scheme.key, mark.item}}, Remedy::Edit);
            continue;
        }
        const auto there = run.connection().integer("SELECT count(*) FROM " + table + " WHERE id = ?", {mark.subject});
        if (!there)
            return fail(there);
        if (*there == 0)
            run.note({"mark-subject-gone", {id, scheme.key}}, Remedy::Edit);
    }
    return {};
}

Result<void> checkMarks(CheckRun& run) {
    const auto schemes = evaluationSchemes(run.connection());
    if (!schemes && schemes.error().code == ErrorCode::BadInput) {
        const auto& [key, arguments] = schemes.error().what;
        const std::string part = key == "scheme-weights" ? "weight" : arguments.back();
        run.fault({"scheme-lost", {schemes.error().subject, part}}, Remedy::Edit);
        return {};
    }
    if (!schemes)
        return fail(schemes);
    std::set<std::string> keys;
    for (const ListedScheme& each : *schemes) {
        keys.insert(each.scheme.key);
        if (auto done = checkMarksOf(run, each.scheme); !done)
            return done;
    }
    return run.connection().each("SELECT id, scheme FROM evaluation_mark ORDER BY id", {}, [&](const Row& row) {
        if (!keys.contains(row.text(1)))
            run.note({"mark-without-scheme", {std::to_string(row.integer(0)), row.text(1)}}, Remedy::Edit);
        return true;
    });
}

/// The part that keeps it from being read; none: it can be read.
std::optional<std::string> unreadablePart(const Publication& publication) {
    const auto partOf = [](const auto& read) -> std::optional<std::string> {
        if (read)
            return std::nullopt;
        const Message& what = read.error().what;
        return what.arguments.empty() ? what.key : what.arguments.back();
    };
    if (publication.kind == "evaluation")
        return partOf(evaluationFromText(publication.content));
    if (publication.kind == "summary")
        return partOf(summaryFromText(publication.content));
    return "kind";
}

Result<void> checkPublications(CheckRun& run) {
    const auto all = publications(run.connection());
    if (!all)
        return fail(all);
    for (std::size_t i = 0; i < all->size(); ++i) {
        const auto publication = loadPublication(run.connection(), (*all)[i].id);
        if (!publication)
            return fail(publication);
        if (const auto part = unreadablePart(*publication))
            run.note({"publication-unreadable", {std::to_string(publication->id.value()), publication->title, *part}},
                     Remedy::Restore);
        if (auto going = run.reached(static_cast<double>(i + 1) / static_cast<double>(all->size())); !going)
            return going;
    }
    return {};
}

} // namespace

Result<void> checkEvaluation(CheckRun& run) {
    if (auto marks = checkMarks(run); !marks)
        return marks;
    return checkPublications(run);
}

} // namespace gridwarden::core
