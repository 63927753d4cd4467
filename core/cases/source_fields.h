// SPDX-License-Identifier: GPL-3.0-or-later
// Extra fields of a source (来源附加字段): what is asked besides when a case comes that way, as a list the bureau edits.
// Their values are in the steps of a case.
#pragma once

#include "core/cases/step.h"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

enum class FieldKind { Text, Number, Date, Time, YesNo, Choice };
inline constexpr std::array AllFieldKinds = {FieldKind::Text, FieldKind::Number, FieldKind::Date,
                                             FieldKind::Time, FieldKind::YesNo,  FieldKind::Choice};
/// "text", "number", "day", "time", "yes_no", "choice".
[[nodiscard]] std::string_view fieldKindKey(FieldKind kind);
[[nodiscard]] std::optional<FieldKind> fieldKindFromKey(std::string_view key);

struct FieldChoice {
    std::string key;
    std::string name;
    std::string english;
    bool operator==(const FieldChoice&) const = default;
};

struct SourceField {
    std::string key; ///< stays with the cases; "number" is how the source itself calls the case
    std::string name;
    std::string english;
    FieldKind kind = FieldKind::Text;
    std::vector<FieldChoice> choices; ///< of a choice
    bool isRequired = false;          ///< a report without it is refused, unless it is known only later
    bool isLater = false;             ///< known only afterwards (a reply): not asked for when a case is entered
    bool operator==(const SourceField&) const = default;
};

/// Errors: BadInput "source-fields-unreadable" {what}; those of checkSourceFields.
[[nodiscard]] Result<std::vector<SourceField>> sourceFieldsFromJson(const nlohmann::json& list);
[[nodiscard]] Result<std::vector<SourceField>> sourceFieldsFromText(std::string_view text);
[[nodiscard]] std::string sourceFieldsText(std::span<const SourceField> fields);
/// Errors: BadInput "source-field-incomplete" {key or name}, "source-field-repeated" {key}, "source-field-without-choices" {name}.
[[nodiscard]] Result<void> checkSourceFields(std::span<const SourceField> fields);

/// The values that stand after these steps: a later one takes the place of an earlier, an empty one takes it back.
[[nodiscard]] FieldValues fieldValues(std::span<const Step> steps);

/// A value as it is kept, from what somebody wrote: "12.5", "2026-11-21", a moment in UTC, "yes" or "no", the key of a choice. Empty stays
/// empty. Errors: BadInput "field-not-a-number", "field-not-a-day", "field-not-a-time", "field-not-yes-or-no" {name, text},
/// "field-not-a-choice" {name, text, choices}.
[[nodiscard]] Result<std::string> fieldValueFromText(const SourceField& field, std::string_view text, const TimeZone& zone);
/// All of them by their keys. Of a report (not `isCorrection`) empty ones are left out and required ones have to be there; a
/// correction may take back what is not required. Errors: as fieldValueFromText; BadInput "source-field-unknown" {key},
/// "source-field-missing" {name}.
[[nodiscard]] Result<FieldValues> checkedFieldValues(std::span<const SourceField> fields, const FieldValues& given, const TimeZone& zone, bool isCorrection);

/// The field of a key, or of its Chinese or English name; null when there is none.
[[nodiscard]] const SourceField* findField(std::span<const SourceField> fields, std::string_view keyOrName);

} // namespace gridwarden::core
