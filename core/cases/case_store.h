// SPDX-License-Identifier: GPL-3.0-or-later
// Cases in the file: writing reports, steps and photos, and reading whole cases.
#pragma once

#include "core/cases/case_state.h"
#include "core/cases/staged_file.h"
#include "core/store/store.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace gridwarden::core {

struct Photo {
    PhotoId id;
    CaseId caseId;
    StepId step;
    std::string sha256;    ///< names the file in <district>.files/
    std::string name;      ///< as the user's file was called
    std::string kind;      ///< near, far, reference, before, after, or paper for what is no picture; may be empty
    std::optional<Moment> taken;
    std::optional<GeoPoint> place;
    std::string thumbnail; ///< JPEG bytes, may be empty
};

/// The kind of what is attached as it is: documents, recordings.
inline constexpr std::string_view PaperKind = "paper";

/// A photo or paper to be added: `file` is copied beside the district under its hash.
struct PhotoDraft {
    std::filesystem::path file;
    std::string kind;
    std::optional<Moment> taken;
    std::optional<GeoPoint> place;
    std::string thumbnail;
    std::shared_ptr<const StagedFile> staged = {}; ///< what is kept, where that was copied before; null: `file` itself
    std::string name = {};                         ///< by which people know it; empty: that of `file`
};

/// A case with everything known about it.
struct CaseRecord {
    CaseReport report;
    DerivedCase derived;
    AreaId grid; ///< of the day it was reported; null: outside
    std::vector<Step> steps;
    std::vector<Photo> photos;

    [[nodiscard]] const std::string& description() const { return derived.description ? *derived.description : report.description; }
    [[nodiscard]] const std::string& address() const { return derived.address ? *derived.address : report.address; }
};

Result<void> insertCase(Change& change, const CaseReport& report);
Result<void> insertStep(Change& change, const Step& step);
/// Writes the derived state of a case; `grid` is that of the day.
Result<void> writeState(Connection& connection, CaseId id, const DerivedCase& derived, AreaId grid, const TimeZone& zone);
Result<void> removeState(Connection& connection, CaseId id);
/// Copies the file beside the district, or takes over the copy that was staged, and records it. Errors: Io
/// "photo-unreadable" {file}, "photo-not-kept" {path}.
Result<PhotoId> insertPhoto(Change& change, const std::filesystem::path& filesFolder, CaseId caseId, StepId step, const PhotoDraft& draft);

[[nodiscard]] Result<std::optional<CaseId>> findCase(Connection& connection, std::string_view number);
/// Errors: NotFound "case-unknown" {id}.
[[nodiscard]] Result<CaseRecord> loadCase(Connection& connection, CaseId id);
[[nodiscard]] Result<std::vector<Step>> loadSteps(Connection& connection, CaseId id);
/// None when there is no such case.
[[nodiscard]] Result<std::optional<CaseReport>> loadReport(Connection& connection, CaseId id);
struct StoredState {
    DerivedCase derived;
    AreaId grid;
};
[[nodiscard]] Result<std::optional<StoredState>> loadState(Connection& connection, CaseId id);

/// What a table row shows besides the figures' facts, for a page of cases in the order of the ids given.
struct CaseText {
    CaseId id;
    std::string number;
    std::string description;
    std::string address;
    std::string categoryText;
    std::optional<double> quantity;
    std::string unit;
};
[[nodiscard]] Result<std::vector<CaseText>> loadTexts(Connection& connection, std::span<const CaseId> ids);
/// The cases that are linked to one, by their ids: further reports of its problem.
[[nodiscard]] Result<std::vector<CaseId>> casesLinkedTo(Connection& connection, CaseId id);
/// All ids in the order of their numbers (by length of digits runs is not considered: plain text order).
[[nodiscard]] Result<std::vector<CaseId>> idsByNumber(Connection& connection);

} // namespace gridwarden::core
