// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"
#include "core/evaluation/scheme.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace gridwarden::core {

using nlohmann::json;

namespace {

constexpr std::array<std::string_view, 3> UndefinedKeys = {"spread", "full", "none"};
constexpr std::array<std::string_view, 6> PeriodKeys = {"day", "week", "month", "quarter", "half-year", "year"};
constexpr double WeightTolerance = 1e-6;

bool isKey(const std::string& key) {
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return static_cast<unsigned char>(c) > 0x20 && std::string_view("{}|+,<>=!\"").find(c) == std::string_view::npos;
    });
}

std::optional<WhenUndefined> undefinedFrom(JsonMembers& members) {
    const std::string key = members.text("undefined");
    const auto found = std::find(UndefinedKeys.begin(), UndefinedKeys.end(), key);
    if (found != UndefinedKeys.end())
        return static_cast<WhenUndefined>(found - UndefinedKeys.begin());
    if (!key.empty())
        members.note("undefined");
    return std::nullopt;
}

std::optional<StepKind> byFrom(JsonMembers& members) {
    const std::string key = members.text("by");
    const auto kind = key.empty() ? std::nullopt : stepKindFromKey(key);
    if ((!key.empty() && !kind) || kind == StepKind::Import)
        members.note("by");
    return kind;
}

/// A number that is there, and with which can be calculated.
double numberFrom(JsonMembers& members, const char* name) {
    constexpr double Largest = 1e12;
    const auto number = members.number(name);
    if (!number || !(std::abs(*number) <= Largest))
        members.note(name);
    return number.value_or(0);
}

std::vector<Band> bandsFrom(JsonMembers& members) {
    std::vector<Band> bands;
    for (const json& entry : members.objects("bands")) {
        JsonMembers inner(entry);
        Band band;
        band.from = inner.number("from");
        band.to = inner.number("to");
        band.score = numberFrom(inner, "score");
        const bool isFirst = bands.empty();
        if (!inner.wrong().empty() || band.score < 0 || band.score > 100 || isFirst == band.from.has_value() ||
            (!isFirst && (!bands.back().to || *band.from <= *bands.back().to)) || (band.from && band.to && *band.to < *band.from))
            members.note("bands");
        bands.push_back(band);
        if (!members.wrong().empty() && members.wrong() == "bands")
            return bands;
    }
    if (bands.empty() || bands.back().to)
        members.note("bands");
    return bands;
}

SchemeItem itemFrom(JsonMembers& members) {
    SchemeItem item;
    item.key = members.text("key");
    if (!isKey(item.key))
        members.note("key");
    item.name = members.text("zh");
    if (item.name.empty())
        members.note("zh");
    item.english = members.text("en");
    item.group = members.text("group");
    item.weight = numberFrom(members, "weight");
    item.note = members.textIn("note", "zh");
    item.englishNote = members.textIn("note", "en");
    const std::string rate = members.text("rate"), inverse = members.text("inverse_rate"), count = members.text("count");
    const bool isByHand = members.flag("by_hand").value_or(false);
    if (rate.empty() + inverse.empty() + count.empty() + !isByHand != 3)
        members.note("rate");
    else if (isByHand)
        item.source = HandItem{members.has("out_of") ? numberFrom(members, "out_of") : HandItem().outOf};
    else if (count.empty())
        item.source = RateItem{rate.empty() ? inverse : rate, rate.empty()};
    else if (members.has("bands"))
        item.source = BandItem{count, bandsFrom(members)};
    else
        item.source = UnitItem{count, numberFrom(members, "each"), numberFrom(members, "most")};
    item.by = byFrom(members);
    item.undefined = undefinedFrom(members);
    const auto* hand = std::get_if<HandItem>(&item.source);
    const auto* units = std::get_if<UnitItem>(&item.source);
    if (item.weight < 0 || (item.weight == 0 && hand == nullptr && units == nullptr))
        members.note("weight");
    if (hand != nullptr && hand->outOf <= 0)
        members.note("out_of");
    if (hand != nullptr && item.by)
        members.note("by");
    if (units != nullptr && (units->each == 0 || units->most <= 0))
        members.note(units->each == 0 ? "each" : "most");
    return item;
}

SubjectChoice subjectsFrom(JsonMembers& scheme) {
    SubjectChoice choice;
    const auto object = scheme.object("subjects");
    JsonMembers members(object.value_or(json::object()));
    const auto kind = subjectKindFromKey(members.text("kind"));
    if (kind)
        choice.kind = *kind;
    if (choice.kind == SubjectKind::Areas) {
        const auto areas = areaKindFromKey(members.text("areas"));
        if (!areas)
            members.note("areas");
        choice.areas = areas.value_or(choice.areas);
    } else {
        choice.kinds = members.texts(choice.kind == SubjectKind::People ? "roles" : "organisation_kinds");
    }
    choice.only = members.texts("only");
    if (!kind || !members.wrong().empty())
        scheme.note("subjects");
    return choice;
}

/// Objects of a list, each through `read`; what is wrong in one is said as the list's.
template <class T, class Read> std::vector<T> listFrom(JsonMembers& scheme, const char* name, Read read) {
    std::vector<T> all;
    for (const json& entry : scheme.objects(name)) {
        JsonMembers members(entry);
        all.push_back(read(members));
        if (!members.wrong().empty())
            scheme.note(std::string(name) + "." + members.wrong());
    }
    return all;
}

template <class Named> Named namedFrom(JsonMembers& members) {
    Named named;
    named.key = members.text("key");
    named.name = members.text("zh");
    named.english = members.text("en");
    if (!isKey(named.key) || named.name.empty())
        members.note("key");
    return named;
}

ListRule listRuleFrom(JsonMembers& scheme, const char* name, const char* countName) {
    ListRule rule;
    if (const auto object = scheme.object(name)) {
        JsonMembers members(*object);
        const double count = members.number(countName).value_or(0);
        rule.grades = members.texts("grades");
        if (!members.wrong().empty() || count < 0 || count > 10'000 || count != std::floor(count) || (count == 0 && rule.grades.empty()))
            scheme.note(name);
        else
            rule.count = static_cast<int>(count);
    }
    return rule;
}

std::string figureFrom(JsonMembers& members) {
    std::string figure = members.text("figure");
    if (figure.empty())
        members.note("figure");
    return figure;
}

void checkWhole(const EvaluationScheme& scheme, JsonMembers& members) {
    const auto isTwice = [](const auto& list) {
        for (auto one = list.begin(); one != list.end(); ++one)
            if (std::any_of(std::next(one), list.end(), [&](const auto& other) { return other.key == one->key; }))
                return true;
        return false;
    };
    if (scheme.items.empty() || isTwice(scheme.items))
        members.note("items");
    if (isTwice(scheme.groups))
        members.note("groups");
    for (std::size_t i = 0; i < scheme.grades.size(); ++i) {
        const bool isLast = i + 1 == scheme.grades.size();
        if (isLast == scheme.grades[i].from.has_value() || (i > 0 && !isLast && *scheme.grades[i].from >= *scheme.grades[i - 1].from)) {
            members.note("grades");
            return;
        }
    }
    if (isTwice(scheme.grades))
        members.note("grades");
    const bool isOfPeople = scheme.subjects.kind == SubjectKind::People;
    for (const SchemeItem& item : scheme.items) {
        if (!item.group.empty() && std::none_of(scheme.groups.begin(), scheme.groups.end(), [&](const SchemeGroup& group) { return group.key == item.group; }))
            members.note("items." + item.key + ".group");
        if (item.by && !isOfPeople)
            members.note("items." + item.key + ".by");
    }
    for (const TieBreaker& tie : scheme.ties)
        if (tie.by && !isOfPeople)
            members.note("ties.by");
    if (scheme.fewest && scheme.fewest->by && !isOfPeople)
        members.note("fewest");
    for (const auto& [rule, name] : {std::pair(&scheme.red, "red"), std::pair(&scheme.black, "black")})
        for (const std::string& grade : rule->grades)
            if (scheme.grade(grade) == nullptr)
                members.note(name);
    if (!(scheme.full > 0))
        members.note("full");
    if (!(scheme.leastDefined >= 0 && scheme.leastDefined <= 100))
        members.note("least_defined");
}

void putText(json& document, const char* name, const std::string& text) {
    if (!text.empty())
        document[name] = text;
}
void putNote(json& document, const std::string& note, const std::string& english) {
    if (!note.empty())
        document["note"]["zh"] = note;
    if (!english.empty())
        document["note"]["en"] = english;
}
void putBy(json& document, const std::optional<StepKind>& by) {
    if (by)
        document["by"] = stepKindKey(*by);
}
template <class Named> json named(const Named& each) {
    json entry = {{"key", each.key}, {"zh", each.name}};
    putText(entry, "en", each.english);
    return entry;
}

void put(json& item, const RateItem& rate) {
    item[rate.isInverse ? "inverse_rate" : "rate"] = rate.figure;
}
void put(json& item, const BandItem& bands) {
    item["count"] = bands.figure;
    for (const Band& band : bands.bands) {
        json entry = {{"score", band.score}};
        if (band.from)
            entry["from"] = *band.from;
        if (band.to)
            entry["to"] = *band.to;
        item["bands"].push_back(std::move(entry));
    }
}
void put(json& item, const UnitItem& units) {
    item["count"] = units.figure;
    item["each"] = units.each;
    item["most"] = units.most;
}
void put(json& item, const HandItem& hand) {
    item["by_hand"] = true;
    item["out_of"] = hand.outOf;
}

json itemToJson(const SchemeItem& item) {
    json entry = {{"key", item.key}, {"zh", item.name}, {"weight", item.weight}};
    putText(entry, "en", item.english);
    putText(entry, "group", item.group);
    putNote(entry, item.note, item.englishNote);
    std::visit([&](const auto& source) { put(entry, source); }, item.source);
    putBy(entry, item.by);
    if (item.undefined)
        entry["undefined"] = UndefinedKeys[static_cast<std::size_t>(*item.undefined)];
    return entry;
}

void putList(json& document, const char* name, const char* countName, const ListRule& rule) {
    if (rule.count > 0)
        document[name][countName] = rule.count;
    if (!rule.grades.empty())
        document[name]["grades"] = rule.grades;
}

} // namespace

Result<EvaluationScheme> schemeFromJson(const json& document) {
    if (!document.is_object())
        return fail(ErrorCode::BadInput, {"scheme-unreadable", {"", ""}});
    JsonMembers members(document);
    EvaluationScheme scheme;
    scheme.key = members.text("key");
    if (!isKey(scheme.key))
        members.note("key");
    scheme.name = members.text("zh");
    if (scheme.name.empty())
        members.note("zh");
    scheme.english = members.text("en");
    scheme.note = members.textIn("note", "zh");
    scheme.englishNote = members.textIn("note", "en");
    scheme.source = members.text("source");
    scheme.subjects = subjectsFrom(members);
    if (members.has("full"))
        scheme.full = numberFrom(members, "full");
    scheme.undefined = undefinedFrom(members).value_or(scheme.undefined);
    scheme.leastDefined = members.number("least_defined").value_or(scheme.leastDefined);
    scheme.groups = listFrom<SchemeGroup>(members, "groups", namedFrom<SchemeGroup>);
    for (const json& entry : members.objects("items")) {
        JsonMembers inner(entry);
        scheme.items.push_back(itemFrom(inner));
        if (const std::string wrong = inner.wrong(); !wrong.empty())
            members.note("items." + scheme.items.back().key + "." + wrong);
    }
    scheme.grades = listFrom<SchemeGrade>(members, "grades", [](JsonMembers& grade) {
        auto read = namedFrom<SchemeGrade>(grade);
        read.from = grade.number("from");
        return read;
    });
    scheme.ties = listFrom<TieBreaker>(members, "ties", [](JsonMembers& tie) {
        return TieBreaker{figureFrom(tie), tie.flag("lower").value_or(false), byFrom(tie)};
    });
    if (const auto fewest = members.object("fewest")) {
        JsonMembers inner(*fewest);
        scheme.fewest = FewestCases{figureFrom(inner), numberFrom(inner, "least"), byFrom(inner)};
        if (!inner.wrong().empty() || scheme.fewest->least <= 0)
            members.note("fewest");
    }
    scheme.red = listRuleFrom(members, "red", "top");
    scheme.black = listRuleFrom(members, "black", "bottom");
    scheme.periods = listFrom<SchemePeriod>(members, "periods", [](JsonMembers& period) {
        SchemePeriod read{period.text("period"), period.text("zh"), period.text("en")};
        if (std::find(PeriodKeys.begin(), PeriodKeys.end(), read.period) == PeriodKeys.end())
            period.note("period");
        return read;
    });
    checkWhole(scheme, members);
    if (const std::string wrong = members.wrong(); !wrong.empty())
        return fail(ErrorCode::BadInput, {"scheme-unreadable", {scheme.key, wrong}}, scheme.key);
    double sum = 0;
    for (const SchemeItem& item : scheme.items)
        sum += item.weight;
    if (!(std::abs(sum - scheme.full) <= WeightTolerance * scheme.full))
        return fail(ErrorCode::BadInput, {"scheme-weights", {scheme.key, fmt::format("{:g}", sum), fmt::format("{:g}", scheme.full)}}, scheme.key);
    return scheme;
}

json schemeToJson(const EvaluationScheme& scheme) {
    json document = {{"key", scheme.key}, {"zh", scheme.name}, {"full", scheme.full}, {"least_defined", scheme.leastDefined}};
    putText(document, "en", scheme.english);
    putNote(document, scheme.note, scheme.englishNote);
    putText(document, "source", scheme.source);
    json& subjects = document["subjects"] = {{"kind", subjectKindKey(scheme.subjects.kind)}};
    if (scheme.subjects.kind == SubjectKind::Areas)
        subjects["areas"] = areaKindKey(scheme.subjects.areas);
    if (!scheme.subjects.kinds.empty())
        subjects[scheme.subjects.kind == SubjectKind::People ? "roles" : "organisation_kinds"] = scheme.subjects.kinds;
    if (!scheme.subjects.only.empty())
        subjects["only"] = scheme.subjects.only;
    document["undefined"] = UndefinedKeys[static_cast<std::size_t>(scheme.undefined)];
    for (const SchemeGroup& group : scheme.groups)
        document["groups"].push_back(named(group));
    for (const SchemeItem& item : scheme.items)
        document["items"].push_back(itemToJson(item));
    for (const SchemeGrade& grade : scheme.grades) {
        json entry = named(grade);
        if (grade.from)
            entry["from"] = *grade.from;
        document["grades"].push_back(std::move(entry));
    }
    for (const TieBreaker& tie : scheme.ties) {
        json entry = {{"figure", tie.figure}};
        if (tie.isLowerBetter)
            entry["lower"] = true;
        putBy(entry, tie.by);
        document["ties"].push_back(std::move(entry));
    }
    if (scheme.fewest) {
        document["fewest"] = {{"figure", scheme.fewest->figure}, {"least", scheme.fewest->least}};
        putBy(document["fewest"], scheme.fewest->by);
    }
    putList(document, "red", "top", scheme.red);
    putList(document, "black", "bottom", scheme.black);
    for (const SchemePeriod& period : scheme.periods) {
        json entry = {{"period", period.period}};
        putText(entry, "zh", period.name);
        putText(entry, "en", period.english);
        document["periods"].push_back(std::move(entry));
    }
    return document;
}

} // namespace gridwarden::core
