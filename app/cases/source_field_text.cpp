// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/source_field_text.h"

#include "app/cases/case_labels.h"
#include "app/text/message_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SourceFieldText)
};

QString inLanguage(const std::string& name, const std::string& english) {
    return QString::fromStdString(language() == core::Language::English && !english.empty() ? english : name);
}

} // namespace

QString fieldName(const core::SourceField& field) {
    return inLanguage(field.name, field.english);
}

QString choiceName(const core::FieldChoice& choice) {
    return inLanguage(choice.name, choice.english);
}

QString yesNoText(bool isYes) {
    return isYes ? Words::tr("yes") : Words::tr("no");
}

QString fieldValueText(const core::SourceField& field, const std::string& value, const core::TimeZone& zone) {
    switch (field.kind) {
    case core::FieldKind::Time:
        if (const auto moment = core::parseMoment(value, zone))
            return fullTime(*moment, zone);
        break;
    case core::FieldKind::YesNo:
        if (value == "yes" || value == "no")
            return yesNoText(value == "yes");
        break;
    case core::FieldKind::Choice: {
        const auto chosen = std::find_if(field.choices.begin(), field.choices.end(), [&](const core::FieldChoice& choice) { return choice.key == value; });
        if (chosen != field.choices.end())
            return choiceName(*chosen);
        break;
    }
    case core::FieldKind::Text:
    case core::FieldKind::Number:
    case core::FieldKind::Date:
        break;
    }
    return QString::fromStdString(value);
}

std::vector<FieldLine> fieldLines(std::span<const core::SourceField> fields, const core::FieldValues& values, const core::TimeZone& zone) {
    std::vector<FieldLine> lines;
    for (const core::SourceField& field : fields)
        if (const auto value = values.find(field.key); value != values.end() && !value->second.empty())
            lines.push_back({fieldName(field), fieldValueText(field, value->second, zone)});
    for (const auto& [key, value] : values) {
        const bool isKnown = std::any_of(fields.begin(), fields.end(), [&key = key](const core::SourceField& field) { return field.key == key; });
        if (!isKnown && !value.empty())
            lines.push_back({QString::fromStdString(key), QString::fromStdString(value)});
    }
    return lines;
}

} // namespace gridwarden::app
