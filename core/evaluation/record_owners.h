// SPDX-License-Identifier: GPL-3.0-or-later
// Which of many subjects a record belongs to.
#pragma once

#include "core/evaluation/step_facts.h"
#include "core/evaluation/subject.h"
#include "core/figures/figure_values.h"

namespace gridwarden::core {

/// Subjects are given as positions in the list.
class RecordOwners {
public:
    using Subjects = std::span<const std::uint32_t>;

    /// \param rows all cases that will be asked about, ascending; \param by as SplitFigure::by. Errors: Database.
    [[nodiscard]] static Result<RecordOwners> load(const FiguresContext& context, const std::vector<EvaluationSubject>& subjects, const Selection& rows,
                                                   std::optional<StepKind> by);

    /// \pre the row is one of those asked about
    [[nodiscard]] Subjects ofCase(std::uint32_t row) const { return m_lists[m_listOfRow[row]]; }
    [[nodiscard]] Subjects ofStep(const StepFact& step) const;
    [[nodiscard]] Subjects ofActivity(const Activity& activity) const;

private:
    explicit RecordOwners(const FiguresContext& context, const std::vector<EvaluationSubject>& subjects);
    void addSubject(std::int64_t id, std::uint32_t subject);
    void findCases(const Selection& rows);
    [[nodiscard]] std::uint32_t listOf(std::int64_t id) const;
    [[nodiscard]] Subjects subjectsOf(std::int64_t id) const { return m_lists[listOf(id)]; }
    const FiguresContext& m_context;
    SubjectKind m_kind = SubjectKind::Areas;
    AreaKind m_areaKind = AreaKind::Grid;
    std::vector<std::vector<std::uint32_t>> m_lists{{}};        ///< the first is for nobody
    std::unordered_map<std::int64_t, std::uint32_t> m_listOfId; ///< by id of area, organisation or person
    std::vector<std::uint32_t> m_listOfRow;                     ///< by row of the facts
    std::optional<StepTakers> m_takers;
};

} // namespace gridwarden::core
