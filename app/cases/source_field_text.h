// SPDX-License-Identifier: GPL-3.0-or-later
// The extra fields of a source and their values in words, in the language of the interface.
#pragma once

#include "core/cases/source_fields.h"

#include <QString>
#include <vector>

namespace gridwarden::app {

[[nodiscard]] QString fieldName(const core::SourceField& field);
[[nodiscard]] QString choiceName(const core::FieldChoice& choice);
[[nodiscard]] QString yesNoText(bool isYes);
/// A kept value for people: a moment in the zone, the name of a choice. What is none of its kind is shown as it is.
[[nodiscard]] QString fieldValueText(const core::SourceField& field, const std::string& value, const core::TimeZone& zone);

struct FieldLine {
    QString name;
    QString value;
};
/// The values that there are, in the order of the fields; those of fields that the source has no more at the end, under their keys.
[[nodiscard]] std::vector<FieldLine> fieldLines(std::span<const core::SourceField> fields, const core::FieldValues& values, const core::TimeZone& zone);

} // namespace gridwarden::app
