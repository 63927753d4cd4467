// SPDX-License-Identifier: GPL-3.0-or-later
// A step from a draft: what it says completed, and whether the rules allow it.
#pragma once

#include "core/case_actions.h"

namespace gridwarden::core {

/// The rule that a step's condition names, else the category's default one.
[[nodiscard]] std::optional<Limit> limitOf(const District& district, CategoryId category, std::string_view condition);
/// The extra fields of a source; none of one that is not known.
[[nodiscard]] std::span<const SourceField> fieldsOfSource(const District& district, std::string_view key);
/// Errors: BadInput "time-in-future".
[[nodiscard]] Result<void> checkTime(Moment time);

struct PreparedStep {
    Step step; ///< without an id; `recorded` is the latest of the steps before it
    std::string number; ///< of the case
    bool withLinked = false; ///< see StepDraft
};
/// A link leads to the case that stands for the problem. Errors: as takeStep; Refused with the sentence why not and the case's number as subject.
[[nodiscard]] Result<PreparedStep> prepareStep(District& district, const Actor& actor, const CaseRecord& record, const StepDraft& draft);
/// Writes a prepared step with its photos; returns its id.
Result<StepId> writeStep(District& district, Change& change, const PreparedStep& prepared, const std::vector<PhotoDraft>& photos);
Result<void> addPhotos(District& district, Change& change, CaseId id, StepId step, const std::vector<PhotoDraft>& photos);

} // namespace gridwarden::core
