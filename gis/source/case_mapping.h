// SPDX-License-Identifier: GPL-3.0-or-later
// Which fields of a table fill which parts of a case: written on the command line, guessed from names, remembered as
// JSON.
#pragma once

#include "core/base/result.h"

#include <array>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// What a field can fill. `Area` is the code of a grid, used for the place of a case only where there are no
/// coordinates.
enum class CaseTarget {
    Number,
    Reported,
    Filed,
    Dispatched,
    Handled,
    Closed,
    Due,
    Category,
    Description,
    Address,
    Source,
    Quantity,
    Unit,
    Longitude,
    Latitude,
    Wkt,
    Area,
    Handler,
    Reporter,
    Phone
};
inline constexpr std::array AllCaseTargets = {
    CaseTarget::Number, CaseTarget::Reported, CaseTarget::Filed,    CaseTarget::Dispatched,  CaseTarget::Handled,
    CaseTarget::Closed, CaseTarget::Due,      CaseTarget::Category, CaseTarget::Description, CaseTarget::Address,
    CaseTarget::Source, CaseTarget::Quantity, CaseTarget::Unit,     CaseTarget::Longitude,   CaseTarget::Latitude,
    CaseTarget::Wkt,    CaseTarget::Area,     CaseTarget::Handler,  CaseTarget::Reporter,    CaseTarget::Phone};

/// "number", "reported" … as on the command line and in the JSON of a mapping.
[[nodiscard]] std::string_view caseTargetKey(CaseTarget target);
[[nodiscard]] std::optional<CaseTarget> caseTargetFromKey(std::string_view key);
/// Reported to Due.
[[nodiscard]] bool isTime(CaseTarget target);

/// Where a value comes from: fields joined by one space (empty ones left out), or the same text for every row.
struct ValueSource {
    std::vector<std::string> fields;
    std::optional<std::string> constant;
    bool operator==(const ValueSource&) const = default;
};

using CaseMapping = std::map<CaseTarget, ValueSource>;

/// One or more field names joined by "+".
[[nodiscard]] std::vector<std::string> fieldsFromText(std::string_view text);

/// "TARGET=FIELD", "TARGET=FIELD+FIELD" or "TARGET==CONSTANT". Errors: BadInput "mapping-unreadable" {text}.
struct Assignment {
    std::string target;
    ValueSource source;
};
[[nodiscard]] core::Result<Assignment> readAssignment(const std::string& text);

/// The name of a field without case, blanks, separators, and what stands in parentheses at the end.
[[nodiscard]] std::string plainFieldName(std::string_view field);

/// Of texts "TARGET=FIELD", "TARGET=FIELD+FIELD" and "TARGET==CONSTANT".
/// Errors: BadInput "mapping-unreadable" {text}, "target-unknown" {name}, "target-repeated" {name}.
[[nodiscard]] core::Result<CaseMapping> mappingFromTexts(std::span<const std::string> texts);

/// By the Chinese (simplified and traditional) and English names that exports use. A date and a time of day in two
/// fields are joined.
[[nodiscard]] CaseMapping guessMapping(const std::vector<std::string>& fields);

/// {"number":["Unique Key"],"source":"video", …}: fields as an array, a constant as a text.
[[nodiscard]] std::string mappingToJson(const CaseMapping& mapping);
/// Errors: BadInput "mapping-unreadable" {text}, "target-unknown" {name}.
[[nodiscard]] core::Result<CaseMapping> mappingFromJson(std::string_view json);
/// Under which a mapping is remembered: the same for tables with the same fields in the same order.
[[nodiscard]] std::string fieldsSignature(const std::vector<std::string>& fields);

} // namespace gridwarden::gis
