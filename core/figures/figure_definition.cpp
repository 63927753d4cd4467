// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/figure_definition.h"

#include "core/base/json_members.h"
#include "core/base/resources.h"
#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 4> ActivityWords = {"activities", "activity_quantity", "activity_people", "activity_hours"};

auto unreadable(const std::string& key, std::string_view member) {
    return fail(ErrorCode::BadInput, {"figure-unreadable", {key, std::string(member)}}, key);
}

FigureScope scopeFrom(JsonMembers& members) {
    FigureScope scope;
    scope.categories = members.texts("categories");
    scope.sources = members.texts("sources");
    scope.methods = members.texts("methods");
    scope.areas = members.texts("areas");
    scope.organisations = members.texts("organisations");
    return scope;
}

CaseCount casesFrom(JsonMembers& members, bool countsPlaces) {
    CaseCount count;
    count.countsPlaces = countsPlaces;
    if (const auto when = caseWhenFromKey(members.text("when")))
        count.when = *when;
    else
        members.note("when");
    for (const std::string& condition : members.texts("is")) {
        const bool isNot = condition.starts_with('!');
        const auto what = caseIsFromKey(std::string_view(condition).substr(isNot ? 1 : 0));
        if (what)
            (isNot ? count.isNot : count.is) |= static_cast<std::uint32_t>(*what);
        else
            members.note("is");
    }
    count.scope = scopeFrom(members);
    return count;
}

StepCount stepsFrom(JsonMembers& members, bool countsQuantity) {
    StepCount count;
    for (const std::string& key : members.texts("steps")) {
        const auto kind = stepKindFromKey(key);
        if (kind && *kind != StepKind::Import && *kind != StepKind::Report) // these are cases
            count.kinds.push_back(*kind);
        else
            members.note("steps");
    }
    if (count.kinds.empty())
        members.note("steps");
    if (const std::string result = members.text("result"); !result.empty()) {
        count.result = stepResultFromKey(result);
        if (!count.result)
            members.note("result");
    }
    count.isReply = members.flag("reply");
    count.urging = members.text("urging");
    if (countsQuantity)
        count.quantityOf = members.text("of");
    count.scope = scopeFrom(members);
    return count;
}

ActivityCount activitiesFrom(JsonMembers& members, ActivityMeasure measure) {
    ActivityCount count;
    count.measure = measure;
    count.kinds = members.texts("kinds");
    count.chapters = members.texts("chapters");
    if (measure == ActivityMeasure::Quantity)
        count.unit = members.text("of");
    count.scope = scopeFrom(members);
    if (!count.scope.categories.empty() || !count.scope.sources.empty() || !count.scope.methods.empty())
        members.note("categories");
    return count;
}

/// Keys stand in slots of texts and in lists of the command line.
bool isKeyCharacter(char c) {
    return static_cast<unsigned char>(c) > 0x20 && std::string_view("{}|+,<>=!\"").find(c) == std::string_view::npos;
}

bool isKey(const std::string& key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), isKeyCharacter);
}

void putTexts(json& document, const char* name, const std::vector<std::string>& texts) {
    if (!texts.empty())
        document[name] = texts;
}
void putText(json& document, const char* name, const std::string& text) {
    if (!text.empty())
        document[name] = text;
}
void putScope(json& document, const FigureScope& scope) {
    putTexts(document, "categories", scope.categories);
    putTexts(document, "sources", scope.sources);
    putTexts(document, "methods", scope.methods);
    putTexts(document, "areas", scope.areas);
    putTexts(document, "organisations", scope.organisations);
}

void put(json& document, const CaseCount& count) {
    document["count"] = count.countsPlaces ? "places" : "cases";
    document["when"] = caseWhenKey(count.when);
    std::vector<std::string> conditions;
    for (const CaseIs what : allCaseIs()) {
        if ((count.is & static_cast<std::uint32_t>(what)) != 0)
            conditions.emplace_back(caseIsKey(what));
        if ((count.isNot & static_cast<std::uint32_t>(what)) != 0)
            conditions.push_back("!" + std::string(caseIsKey(what)));
    }
    putTexts(document, "is", conditions);
    putScope(document, count.scope);
}
void put(json& document, const StepCount& count) {
    document["count"] = count.quantityOf ? "step_quantity" : "steps";
    for (const StepKind kind : count.kinds)
        document["steps"].push_back(stepKindKey(kind));
    if (count.result)
        document["result"] = stepResultKey(*count.result);
    if (count.isReply)
        document["reply"] = *count.isReply;
    putText(document, "urging", count.urging);
    if (count.quantityOf)
        document["of"] = *count.quantityOf;
    putScope(document, count.scope);
}
void put(json& document, const ActivityCount& count) {
    document["count"] = ActivityWords[static_cast<std::size_t>(count.measure)];
    putTexts(document, "kinds", count.kinds);
    putTexts(document, "chapters", count.chapters);
    if (count.measure == ActivityMeasure::Quantity)
        document["of"] = count.unit;
    putScope(document, count.scope);
}
void put(json& document, const FigureSum& sum) {
    document["sum"] = sum.parts;
}
void put(json& document, const FigureRate& rate) {
    document[rate.isInverse ? "inverse_rate" : "rate"] = {rate.numerator, rate.denominator};
}

} // namespace

Result<FigureDefinition> figureFromJson(const json& document) {
    if (!document.is_object())
        return unreadable("", "");
    JsonMembers members(document);
    FigureDefinition definition;
    definition.key = members.text("key");
    if (!isKey(definition.key))
        members.note("key");
    definition.name = members.text("zh");
    definition.english = members.text("en");
    if (definition.name.empty())
        members.note("zh");
    definition.unit = members.text("unit");
    definition.note = members.textIn("note", "zh");
    definition.englishNote = members.textIn("note", "en");
    definition.source = members.text("source");
    const std::string count = members.text("count");
    const std::vector<std::string> sum = members.texts("sum"), rate = members.texts("rate"), inverse = members.texts("inverse_rate");
    const auto activity = std::find(ActivityWords.begin(), ActivityWords.end(), count);
    if (count.empty() + sum.empty() + rate.empty() + inverse.empty() != 3)
        members.note("count");
    else if (!sum.empty())
        definition.rule = FigureSum{sum};
    else if (const auto& parts = rate.empty() ? inverse : rate; !parts.empty()) {
        if (parts.size() == 2)
            definition.rule = FigureRate{parts[0], parts[1], rate.empty()};
        else
            members.note("rate");
    } else if (count == "cases" || count == "places")
        definition.rule = casesFrom(members, count == "places");
    else if (count == "steps" || count == "step_quantity")
        definition.rule = stepsFrom(members, count == "step_quantity");
    else if (activity != ActivityWords.end())
        definition.rule = activitiesFrom(members, static_cast<ActivityMeasure>(activity - ActivityWords.begin()));
    else
        members.note("count");
    if (const std::string wrong = members.wrong(); !wrong.empty())
        return unreadable(definition.key, wrong);
    return definition;
}

json figureToJson(const FigureDefinition& definition) {
    json document = {{"key", definition.key}, {"zh", definition.name}};
    putText(document, "en", definition.english);
    putText(document, "unit", definition.unit);
    if (!definition.note.empty())
        document["note"]["zh"] = definition.note;
    if (!definition.englishNote.empty())
        document["note"]["en"] = definition.englishNote;
    putText(document, "source", definition.source);
    std::visit([&](const auto& rule) { put(document, rule); }, definition.rule);
    return document;
}

std::vector<std::string> partsOf(const FigureDefinition& definition) {
    if (const auto* sum = std::get_if<FigureSum>(&definition.rule))
        return sum->parts;
    if (const auto* rate = std::get_if<FigureRate>(&definition.rule))
        return {rate->numerator, rate->denominator};
    return {};
}

Result<FigureDefinitions> FigureDefinitions::of(std::vector<FigureDefinition> definitions) {
    FigureDefinitions all;
    for (FigureDefinition& definition : definitions) {
        if (all.find(definition.key) != nullptr)
            return fail(ErrorCode::Exists, {"figure-twice", {definition.key}}, definition.key);
        all.m_all.push_back(std::move(definition));
    }
    for (const FigureDefinition& definition : all.m_all)
        for (const std::string& part : partsOf(definition)) {
            const FigureDefinition* const found = all.find(part);
            if (found == nullptr)
                return fail(ErrorCode::BadInput, {"figure-part-unknown", {definition.key, part}}, definition.key);
            if (found->isRate())
                return fail(ErrorCode::BadInput, {"figure-of-rate", {definition.key, part}}, definition.key);
        }
    for (const FigureDefinition& definition : all.m_all) {
        const auto users = all.usersOf(definition.key);
        if (std::find(users.begin(), users.end(), &definition) != users.end())
            return fail(ErrorCode::BadInput, {"figure-made-of-itself", {definition.key}}, definition.key);
    }
    return all;
}

const FigureDefinition* FigureDefinitions::find(std::string_view key) const {
    const auto found = std::find_if(m_all.begin(), m_all.end(), [key](const FigureDefinition& each) { return each.key == key; });
    return found == m_all.end() ? nullptr : &*found;
}

const FigureDefinition* FigureDefinitions::named(std::string_view keyOrName) const {
    if (const FigureDefinition* const found = find(keyOrName))
        return found;
    const std::string lower = lowered(keyOrName);
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&](const FigureDefinition& each) { return each.name == keyOrName || lowered(each.english) == lower; });
    return found == m_all.end() ? nullptr : &*found;
}

std::vector<const FigureDefinition*> FigureDefinitions::usersOf(std::string_view key) const {
    std::vector<const FigureDefinition*> users;
    std::vector<std::string> asked{std::string(key)};
    for (std::size_t i = 0; i < asked.size(); ++i)
        for (const FigureDefinition& each : m_all) {
            const auto parts = partsOf(each);
            if (std::find(parts.begin(), parts.end(), asked[i]) == parts.end() || std::find(users.begin(), users.end(), &each) != users.end())
                continue;
            users.push_back(&each);
            asked.push_back(each.key);
        }
    return users;
}

std::vector<const FigureDefinition*> FigureDefinitions::withParts(std::span<const std::string> keys) const {
    std::vector<const FigureDefinition*> ordered;
    const auto add = [&](const auto& again, const FigureDefinition& definition) -> void {
        if (std::find(ordered.begin(), ordered.end(), &definition) != ordered.end())
            return;
        for (const std::string& part : partsOf(definition))
            again(again, *find(part));
        ordered.push_back(&definition);
    };
    for (const std::string& key : keys)
        add(add, *find(key));
    return ordered;
}

Result<FigureDefinitions> shippedFigures() {
    std::vector<std::filesystem::path> files;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(resourceFolder() / "figures", problem))
        if (entry.path().extension() == ".json")
            files.push_back(entry.path().filename());
    if (files.empty())
        return fail(ErrorCode::Io, {"resource-missing", {(resourceFolder() / "figures").string()}});
    std::sort(files.begin(), files.end());
    std::vector<FigureDefinition> definitions;
    for (const auto& file : files) {
        const auto document = readJsonResource("figures/" + file.string());
        if (!document)
            return fail(document);
        for (const json& entry : *document) {
            auto definition = figureFromJson(entry);
            if (!definition)
                return fail(definition);
            definitions.push_back(std::move(*definition));
        }
    }
    return FigureDefinitions::of(std::move(definitions));
}

} // namespace gridwarden::core
