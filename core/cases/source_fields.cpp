// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/source_fields.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <set>

namespace gridwarden::core {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::array<std::string_view, AllFieldKinds.size()> KindKeys = {"text", "number", "day", "time", "yes_no", "choice"};

auto unreadable(std::string what) { return fail(ErrorCode::BadInput, {"source-fields-unreadable", {std::move(what)}}); }

/// Absent is empty; none for what is no text.
std::optional<std::string> textIn(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end())
        return std::string();
    return found->is_string() ? std::optional(found->get<std::string>()) : std::nullopt;
}

bool isMarked(const nlohmann::json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && *found == true;
}

Result<SourceField> fieldFromJson(const nlohmann::json& entry) {
    if (!entry.is_object())
        return unreadable(entry.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
    const auto key = textIn(entry, "key"), name = textIn(entry, "name"), english = textIn(entry, "english"), kind = textIn(entry, "kind");
    if (!key || !name || !english || !kind)
        return unreadable(key.value_or(""));
    const auto known = kind->empty() ? std::optional(FieldKind::Text) : fieldKindFromKey(*kind);
    if (!known)
        return unreadable(*key + ": " + *kind);
    SourceField field{*key, *name, *english, *known, {}, isMarked(entry, "required"), isMarked(entry, "later")};
    if (const auto choices = entry.find("choices"); choices != entry.end()) {
        if (!choices->is_array())
            return unreadable(*key);
        for (const auto& choice : *choices) {
            const auto choiceKey = choice.is_object() ? textIn(choice, "key") : std::nullopt;
            const auto choiceName = choiceKey ? textIn(choice, "name") : std::nullopt;
            const auto choiceEnglish = choiceName ? textIn(choice, "english") : std::nullopt;
            if (!choiceEnglish)
                return unreadable(*key);
            field.choices.push_back({*choiceKey, *choiceName, *choiceEnglish});
        }
    }
    return field;
}

Json toJson(const SourceField& field) {
    Json entry = {{"key", field.key}, {"name", field.name}, {"english", field.english}, {"kind", fieldKindKey(field.kind)}};
    for (const FieldChoice& choice : field.choices)
        entry["choices"].push_back(Json{{"key", choice.key}, {"name", choice.name}, {"english", choice.english}});
    if (field.isRequired)
        entry["required"] = true;
    if (field.isLater)
        entry["later"] = true;
    return entry;
}

bool isSame(std::string_view typed, const std::string& word) { return !word.empty() && (typed == word || lowered(typed) == lowered(word)); }

Result<std::string> numberFrom(const SourceField& field, const std::string& text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return fail(ErrorCode::BadInput, {"field-not-a-number", {field.name, text}});
    std::array<char, 32> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return std::string(digits.data(), written.ptr);
}

Result<std::string> yesOrNoFrom(const SourceField& field, const std::string& text) {
    static const std::set<std::string> Yes = {"yes", "y", "true", "1", "是", "有", "√"};
    static const std::set<std::string> No = {"no", "n", "false", "0", "否", "无", "×"};
    const std::string word = lowered(text);
    if (!Yes.contains(word) && !No.contains(word))
        return fail(ErrorCode::BadInput, {"field-not-yes-or-no", {field.name, text}});
    return std::string(Yes.contains(word) ? "yes" : "no");
}

Result<std::string> choiceFrom(const SourceField& field, const std::string& text) {
    std::vector<std::string> names;
    for (const FieldChoice& choice : field.choices) {
        if (isSame(text, choice.key) || isSame(text, choice.name) || isSame(text, choice.english))
            return choice.key;
        names.push_back(choice.name);
    }
    return fail(ErrorCode::BadInput, {"field-not-a-choice", {field.name, text, joined(names, ", ")}});
}

} // namespace

std::string_view fieldKindKey(FieldKind kind) {
    return KindKeys[static_cast<std::size_t>(kind)];
}

std::optional<FieldKind> fieldKindFromKey(std::string_view key) {
    const auto found = std::find(KindKeys.begin(), KindKeys.end(), key);
    return found == KindKeys.end() ? std::nullopt : std::optional(AllFieldKinds[static_cast<std::size_t>(found - KindKeys.begin())]);
}

Result<std::vector<SourceField>> sourceFieldsFromJson(const nlohmann::json& list) {
    if (!list.is_array())
        return unreadable(list.type_name());
    std::vector<SourceField> fields;
    for (const auto& entry : list) {
        auto field = fieldFromJson(entry);
        if (!field)
            return fail(field);
        fields.push_back(std::move(*field));
    }
    if (auto sound = checkSourceFields(fields); !sound)
        return fail(sound);
    return fields;
}

Result<std::vector<SourceField>> sourceFieldsFromText(std::string_view text) {
    return sourceFieldsFromJson(nlohmann::json::parse(text, nullptr, /*allow_exceptions=*/false));
}

std::string sourceFieldsText(std::span<const SourceField> fields) {
    Json list = Json::array();
    for (const SourceField& field : fields)
        list.push_back(toJson(field));
    return list.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> checkSourceFields(std::span<const SourceField> fields) {
    std::set<std::string> keys;
    for (const SourceField& field : fields) {
        if (trimmed(field.key).empty() || trimmed(field.name).empty())
            return fail(ErrorCode::BadInput, {"source-field-incomplete", {field.name.empty() ? field.key : field.name}});
        if (!keys.insert(field.key).second)
            return fail(ErrorCode::BadInput, {"source-field-repeated", {field.key}});
        const bool isIncomplete = std::any_of(field.choices.begin(), field.choices.end(),
                                              [](const FieldChoice& choice) { return choice.key.empty() || choice.name.empty(); });
        if (isIncomplete || (field.kind == FieldKind::Choice && field.choices.empty()))
            return fail(ErrorCode::BadInput, {"source-field-without-choices", {field.name}});
    }
    return {};
}

FieldValues fieldValues(std::span<const Step> steps) {
    FieldValues values;
    for (const Step& step : steps)
        for (const auto& [key, value] : step.detail.fields) {
            if (value.empty())
                values.erase(key);
            else
                values[key] = value;
        }
    return values;
}

Result<std::string> fieldValueFromText(const SourceField& field, std::string_view given, const TimeZone& zone) {
    const std::string text(trimmed(given));
    if (text.empty())
        return text;
    switch (field.kind) {
    case FieldKind::Text:
        return text;
    case FieldKind::Number:
        return numberFrom(field, text);
    case FieldKind::Date:
        if (const auto day = parseDay(text))
            return dayText(*day);
        return fail(ErrorCode::BadInput, {"field-not-a-day", {field.name, text}});
    case FieldKind::Time:
        if (const auto moment = parseMoment(text, zone))
            return isoUtc(*moment);
        return fail(ErrorCode::BadInput, {"field-not-a-time", {field.name, text}});
    case FieldKind::YesNo:
        return yesOrNoFrom(field, text);
    case FieldKind::Choice:
        return choiceFrom(field, text);
    }
    return text;
}

Result<FieldValues> checkedFieldValues(std::span<const SourceField> fields, const FieldValues& given, const TimeZone& zone, bool isCorrection) {
    FieldValues values;
    for (const auto& [key, text] : given) {
        const auto field = std::find_if(fields.begin(), fields.end(), [&key = key](const SourceField& each) { return each.key == key; });
        if (field == fields.end()) {
            if (isCorrection && text.empty()) { // of a field that the list has no more
                values.emplace(key, text);
                continue;
            }
            return fail(ErrorCode::BadInput, {"source-field-unknown", {key}});
        }
        auto value = fieldValueFromText(*field, text, zone);
        if (!value)
            return fail(value);
        if (value->empty() && field->isRequired && (isCorrection || !field->isLater))
            return fail(ErrorCode::BadInput, {"source-field-missing", {field->name}});
        if (isCorrection || !value->empty())
            values.emplace(key, std::move(*value));
    }
    for (const SourceField& field : fields)
        if (!isCorrection && field.isRequired && !field.isLater && !values.contains(field.key))
            return fail(ErrorCode::BadInput, {"source-field-missing", {field.name}});
    return values;
}

const SourceField* findField(std::span<const SourceField> fields, std::string_view keyOrName) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const SourceField& field) {
        return field.key == keyOrName || isSame(keyOrName, field.name) || isSame(keyOrName, field.english);
    });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace gridwarden::core
