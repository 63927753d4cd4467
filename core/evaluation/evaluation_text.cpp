// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json_members.h"
#include "core/evaluation/published_evaluation.h"

#include <cmath>
#include <set>

namespace gridwarden::core {

using nlohmann::json;

namespace {

constexpr int Version = 1;
constexpr double LargestWhole = 9007199254740992; // 2^53: what a double holds exactly

json optional(const std::optional<double>& value) {
    return value ? json(*value) : json();
}

json markToJson(const EvaluationMark& mark) {
    return {{"id", mark.id.value()}, {"from", dayText(mark.period.from)}, {"to", dayText(mark.period.to)},
            {"score", mark.score},   {"evidence", mark.evidence},         {"subject", mark.subject}};
}

json itemToJson(const PublishedItem& item, const SchemeItem& of) {
    json entry = {{"item", of.key},        {"name", of.name},       {"value", optional(item.value)}, {"score", optional(item.score)},
                  {"weight", item.weight}, {"points", item.points}, {"records", item.records}};
    if (std::holds_alternative<RateItem>(of.source)) {
        entry["numerator"] = item.numerator;
        entry["denominator"] = item.denominator;
        entry["shrunk"] = optional(item.shrunk);
    }
    if (of.figure() != nullptr)
        entry["digest"] = item.digest;
    else {
        entry["marks"] = json::array();
        for (const EvaluationMark& mark : item.marks)
            entry["marks"].push_back(markToJson(mark));
    }
    return entry;
}

json subjectToJson(const PublishedSubject& subject, const EvaluationScheme& scheme) {
    json entry = {{"id", subject.id},
                  {"code", subject.code},
                  {"name", subject.name},
                  {"total", subject.total},
                  {"grade", subject.grade},
                  {"rank", subject.rank ? json(*subject.rank) : json()},
                  {"red", subject.isRed},
                  {"black", subject.isBlack},
                  {"adjusted_total", subject.adjustedTotal},
                  {"adjusted_rank", subject.adjustedRank ? json(*subject.adjustedRank) : json()},
                  {"collector_reports", optional(subject.collectorReports)},
                  {"square_kilometres", optional(subject.squareKilometres)},
                  {"items", json::array()}};
    if (!subject.whyNotRanked.key.empty())
        entry["not_ranked"] = {{"key", subject.whyNotRanked.key}, {"arguments", subject.whyNotRanked.arguments}};
    for (std::size_t i = 0; i < subject.items.size(); ++i)
        entry["items"].push_back(itemToJson(subject.items[i], scheme.items[i]));
    return entry;
}

/// Reads members that have to be there and remembers the first that is wrong.
class Reader {
public:
    double number(const json& object, const char* name) {
        return must<double>(object, name, [](const json& value) { return value.is_number(); });
    }
    std::optional<double> optionalNumber(const json& object, const char* name) {
        const auto found = object.find(name);
        if (found != object.end() && found->is_null())
            return std::nullopt;
        return number(object, name);
    }
    std::int64_t whole(const json& object, const char* name) {
        const double value = number(object, name);
        if (value != std::floor(value) || std::abs(value) > LargestWhole) {
            note(name);
            return 0;
        }
        return static_cast<std::int64_t>(value);
    }
    std::optional<int> optionalRank(const json& object, const char* name) {
        const auto value = optionalNumber(object, name);
        if (value && !(*value >= 1 && *value <= 1e9 && *value == std::floor(*value))) {
            note(name);
            return std::nullopt;
        }
        return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
    }
    std::string text(const json& object, const char* name) {
        return must<std::string>(object, name, [](const json& value) { return value.is_string(); });
    }
    bool flag(const json& object, const char* name) {
        return must<bool>(object, name, [](const json& value) { return value.is_boolean(); });
    }
    /// Objects of a list.
    std::vector<json> list(const json& object, const char* name) {
        const auto values = must<json>(object, name, [](const json& value) { return value.is_array(); });
        std::vector<json> all;
        for (const json& value : values)
            if (value.is_object())
                all.push_back(value);
            else
                note(name);
        return all;
    }
    json object(const json& in, const char* name) {
        return must<json>(in, name, [](const json& value) { return value.is_object(); });
    }
    Period period(const json& object) {
        const auto from = parseDay(text(object, "from")), to = parseDay(text(object, "to"));
        if (from && to && *from <= *to)
            return {*from, *to};
        note("from");
        return {};
    }
    void note(const char* name) {
        if (m_wrong.empty())
            m_wrong = name;
    }
    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

private:
    template <class T, class Fits> T must(const json& object, const char* name, Fits fits) {
        const auto found = object.find(name);
        if (found != object.end() && fits(*found))
            return found->template get<T>();
        note(name);
        return T();
    }
    std::string m_wrong;
};

PublishedItem itemFrom(const json& entry, const SchemeItem& of, const EvaluationScheme& scheme, Reader& reader) {
    PublishedItem item;
    if (reader.text(entry, "item") != of.key)
        reader.note("item");
    item.value = reader.optionalNumber(entry, "value");
    item.score = reader.optionalNumber(entry, "score");
    item.weight = reader.number(entry, "weight");
    item.points = reader.number(entry, "points");
    item.records = reader.whole(entry, "records");
    if (std::holds_alternative<RateItem>(of.source)) {
        item.numerator = reader.number(entry, "numerator");
        item.denominator = reader.number(entry, "denominator");
        item.shrunk = reader.optionalNumber(entry, "shrunk");
    }
    if (of.figure() != nullptr)
        item.digest = reader.text(entry, "digest");
    else
        for (const json& mark : reader.list(entry, "marks"))
            item.marks.push_back({EvaluationMarkId(reader.whole(mark, "id")), scheme.key, of.key, reader.whole(mark, "subject"), reader.period(mark),
                                  reader.number(mark, "score"), reader.text(mark, "evidence")});
    return item;
}

PublishedSubject subjectFrom(const json& entry, const EvaluationScheme& scheme, Reader& reader) {
    PublishedSubject subject{.id = reader.whole(entry, "id"), .code = reader.text(entry, "code"), .name = reader.text(entry, "name")};
    subject.total = reader.number(entry, "total");
    subject.grade = reader.text(entry, "grade");
    subject.rank = reader.optionalRank(entry, "rank");
    subject.isRed = reader.flag(entry, "red");
    subject.isBlack = reader.flag(entry, "black");
    subject.adjustedTotal = reader.number(entry, "adjusted_total");
    subject.adjustedRank = reader.optionalRank(entry, "adjusted_rank");
    subject.collectorReports = reader.optionalNumber(entry, "collector_reports");
    subject.squareKilometres = reader.optionalNumber(entry, "square_kilometres");
    if (entry.contains("not_ranked")) {
        const json why = reader.object(entry, "not_ranked");
        JsonMembers members(why);
        subject.whyNotRanked = {members.text("key"), members.texts("arguments")};
        if (!members.wrong().empty() || subject.whyNotRanked.key.empty())
            reader.note("not_ranked");
    }
    const auto items = reader.list(entry, "items");
    if (items.size() != scheme.items.size())
        reader.note("items");
    else
        for (std::size_t i = 0; i < items.size(); ++i)
            subject.items.push_back(itemFrom(items[i], scheme.items[i], scheme, reader));
    return subject;
}

/// Whether one subject stands there twice.
bool hasTwice(const PublishedEvaluation& published) {
    std::set<std::int64_t> ids;
    std::set<std::string> codes;
    for (const PublishedSubject& subject : published.subjects)
        if (!ids.insert(subject.id).second || (published.scheme.subjects.kind == SubjectKind::Areas && !codes.insert(subject.code).second))
            return true;
    return false;
}

} // namespace

std::string evaluationToText(const PublishedEvaluation& published) {
    json document = {{"gridwarden_evaluation", Version},   {"district", published.district},  {"from", dayText(published.period.from)},
                     {"to", dayText(published.period.to)}, {"as_of", isoUtc(published.asOf)}, {"scheme", schemeToJson(published.scheme)},
                     {"figures", json::array()},           {"subjects", json::array()}};
    for (const FigureDefinition& figure : published.figures)
        document["figures"].push_back(figureToJson(figure));
    for (const PublishedSubject& subject : published.subjects)
        document["subjects"].push_back(subjectToJson(subject, published.scheme));
    return document.dump(1) + "\n";
}

Result<PublishedEvaluation> evaluationFromText(std::string_view text) {
    const json document = parsedJson(text).value_or(json());
    Reader reader;
    if (!document.is_object() || reader.number(document, "gridwarden_evaluation") != Version)
        return fail(ErrorCode::BadInput, {"evaluation-unreadable", {"gridwarden_evaluation"}});
    PublishedEvaluation published;
    published.district = reader.text(document, "district");
    published.period = reader.period(document);
    if (const auto asOf = parseMoment(reader.text(document, "as_of"), TimeZone()))
        published.asOf = *asOf;
    else
        reader.note("as_of");
    auto scheme = schemeFromJson(reader.object(document, "scheme"));
    if (!scheme)
        return fail(scheme);
    published.scheme = std::move(*scheme);
    for (const json& entry : reader.list(document, "figures")) {
        auto figure = figureFromJson(entry);
        if (!figure)
            return fail(figure);
        published.figures.push_back(std::move(*figure));
    }
    for (const json& entry : reader.list(document, "subjects"))
        published.subjects.push_back(subjectFrom(entry, published.scheme, reader));
    if (hasTwice(published))
        reader.note("subjects");
    if (!reader.wrong().empty())
        return fail(ErrorCode::BadInput, {"evaluation-unreadable", {reader.wrong()}});
    return published;
}

} // namespace gridwarden::core
