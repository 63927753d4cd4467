// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/record_owners.h"

namespace gridwarden::core {

RecordOwners::RecordOwners(const FiguresContext& context, const std::vector<EvaluationSubject>& subjects) : m_context(context) {
    for (std::uint32_t i = 0; i < subjects.size(); ++i) {
        const EvaluationSubject& subject = subjects[i];
        m_kind = subject.kind;
        switch (subject.kind) {
        case SubjectKind::Areas: // an area stands for its code
            if (const Area* const area = context.areas->find(AreaId(subject.id))) {
                m_areaKind = area->kind;
                for (const Area* const same : context.areas->withCode(area->code))
                    if (same->kind == area->kind)
                        addSubject(same->id.value(), i);
            }
            break;
        case SubjectKind::Organisations:
            for (const OrganisationId below : context.people->withAllBelow(OrganisationId(subject.id)))
                addSubject(below.value(), i);
            break;
        case SubjectKind::People:
            addSubject(subject.id, i);
            break;
        }
    }
}

Result<RecordOwners> RecordOwners::load(const FiguresContext& context, const std::vector<EvaluationSubject>& subjects, const Selection& rows,
                                        std::optional<StepKind> by) {
    RecordOwners owners(context, subjects);
    if (by && owners.m_kind == SubjectKind::People) {
        auto takers = StepTakers::load(context, rows, *by);
        if (!takers)
            return fail(takers);
        owners.m_takers = std::move(*takers);
    }
    owners.findCases(rows);
    return owners;
}

void RecordOwners::addSubject(std::int64_t id, std::uint32_t subject) {
    const auto [known, isNew] = m_listOfId.try_emplace(id, static_cast<std::uint32_t>(m_lists.size()));
    if (isNew)
        m_lists.emplace_back();
    m_lists[known->second].push_back(subject);
}

std::uint32_t RecordOwners::listOf(std::int64_t id) const {
    const auto found = m_listOfId.find(id);
    return found == m_listOfId.end() ? 0 : found->second;
}

void RecordOwners::findCases(const Selection& rows) {
    m_listOfRow.assign(m_context.facts->size(), 0);
    if (m_takers) {
        for (const std::uint32_t row : rows)
            m_listOfRow[row] = listOf(m_takers->last(row).value());
    } else if (m_kind == SubjectKind::Areas) {
        const auto areas = areasOf(m_context, rows, m_areaKind, GridsOf::Then);
        for (std::size_t i = 0; i < rows.size(); ++i)
            m_listOfRow[rows[i]] = listOf(areas[i].value());
    } else {
        const bool isOrganisation = m_kind == SubjectKind::Organisations;
        const FactCodes& codes = m_context.facts->codes();
        std::vector<std::uint32_t> lists; // by code
        for (const std::int64_t id : (isOrganisation ? codes.organisations : codes.people).ids())
            lists.push_back(listOf(id));
        m_context.facts->eachStretch(rows, [&](const FactChunk& chunk, std::span<const std::uint32_t> stretch, std::size_t) {
            const PackedNumbers& column = chunk.column(isOrganisation ? FactColumn::Organisation : FactColumn::Person);
            for (const std::uint32_t row : stretch)
                m_listOfRow[row] = lists[static_cast<std::size_t>(column[row % CaseFacts::ChunkSize])];
        });
    }
}

RecordOwners::Subjects RecordOwners::ofStep(const StepFact& step) const {
    return m_takers ? subjectsOf(m_takers->lastUpTo(step.row, step.order).value()) : ofCase(step.row);
}

RecordOwners::Subjects RecordOwners::ofActivity(const Activity& activity) const {
    switch (m_kind) {
    case SubjectKind::Areas: {
        const Area* const area = activity.point ? m_context.areas->at(*activity.point, m_areaKind, activity.time.day()) : nullptr;
        return area == nullptr ? Subjects() : subjectsOf(area->id.value());
    }
    case SubjectKind::Organisations:
        return subjectsOf(activity.organisation.value());
    case SubjectKind::People:
        break;
    }
    return subjectsOf(activity.person.value());
}

} // namespace gridwarden::core
