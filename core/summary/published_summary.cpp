// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/published_summary.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

using nlohmann::ordered_json;

namespace {

constexpr int Version = 1;
constexpr std::array<std::string_view, 4> ShowsKeys = {"value", "year-on-year", "period-on-period", "monthly"};
constexpr std::array<std::string_view, 4> StyleKeys = {"title", "heading1", "heading2", "body"};

template <class Enum, std::size_t count> std::optional<Enum> fromKey(const std::array<std::string_view, count>& keys, const std::string& key) {
    const auto found = std::find(keys.begin(), keys.end(), key);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<Enum>(found - keys.begin()));
}

ordered_json number(const std::optional<double>& value) {
    return value ? ordered_json(*value) : ordered_json();
}

/// Reads members and remembers the first that is wrong.
class Reader {
public:
    explicit Reader(std::string& wrong) : m_wrong(wrong) {}

    template <class T> T value(const ordered_json& object, const char* name) {
        const auto found = object.is_object() ? object.find(name) : object.end();
        if (found != object.end()) {
            if constexpr (std::is_same_v<T, std::string>) {
                if (found->is_string())
                    return found->get<std::string>();
            } else if constexpr (std::is_same_v<T, bool>) {
                if (found->is_boolean())
                    return found->get<bool>();
            } else if constexpr (std::is_same_v<T, std::optional<double>>) {
                if (found->is_null())
                    return std::nullopt;
                if (found->is_number())
                    return found->get<double>();
            } else if (found->is_number_integer()) {
                return found->get<T>();
            }
        }
        note(name);
        return T();
    }
    const ordered_json& list(const ordered_json& object, const char* name) {
        static const ordered_json None = ordered_json::array();
        const auto found = object.is_object() ? object.find(name) : object.end();
        if (found != object.end() && found->is_array())
            return *found;
        note(name);
        return None;
    }
    template <class T> T must(const std::optional<T>& value, const char* name) {
        if (!value)
            note(name);
        return value.value_or(T());
    }
    void note(const char* name) {
        if (m_wrong.empty())
            m_wrong = name;
    }

private:
    std::string& m_wrong;
};

SummaryNumber numberFrom(const ordered_json& entry, Reader& reader) {
    SummaryNumber read;
    for (const ordered_json& key : reader.list(entry, "figures"))
        if (key.is_string())
            read.figures.push_back(key.get<std::string>());
        else
            reader.note("figures");
    read.name = reader.value<std::string>(entry, "name");
    read.definition = reader.value<std::string>(entry, "definition");
    read.shows = reader.must(fromKey<SlotShows>(ShowsKeys, reader.value<std::string>(entry, "shows")), "shows");
    read.printed = reader.value<std::string>(entry, "printed");
    read.isWithheld = reader.value<bool>(entry, "withheld");
    read.value = reader.value<std::optional<double>>(entry, "value");
    read.base = reader.value<std::optional<double>>(entry, "base");
    read.records = reader.value<std::int64_t>(entry, "records");
    read.digest = reader.value<std::string>(entry, "digest");
    return read;
}

SummaryParagraph paragraphFrom(const ordered_json& entry, std::size_t numbers, Reader& reader) {
    SummaryParagraph read;
    read.style = reader.must(fromKey<ParagraphStyle>(StyleKeys, reader.value<std::string>(entry, "style")), "style");
    for (const ordered_json& run : reader.list(entry, "runs")) {
        SummaryRun one{reader.value<std::string>(run, "text"), {}};
        if (run.is_object() && run.contains("number")) {
            one.number = reader.value<std::size_t>(run, "number");
            if (*one.number >= numbers)
                reader.note("number");
        }
        read.runs.push_back(std::move(one));
    }
    return read;
}

} // namespace

std::string summaryToText(const Summary& summary) {
    ordered_json document = {{"gridwarden_summary", Version},         {"district", summary.district}, {"from", dayText(summary.period.from)},
                             {"to", dayText(summary.period.to)},      {"as_of", isoUtc(summary.asOf)}, {"paragraphs", ordered_json::array()},
                             {"numbers", ordered_json::array()}};
    for (const SummaryParagraph& paragraph : summary.paragraphs) {
        ordered_json entry = {{"style", StyleKeys[static_cast<std::size_t>(paragraph.style)]}, {"runs", ordered_json::array()}};
        for (const SummaryRun& run : paragraph.runs) {
            ordered_json one = {{"text", run.text}};
            if (run.number)
                one["number"] = *run.number;
            entry["runs"].push_back(std::move(one));
        }
        document["paragraphs"].push_back(std::move(entry));
    }
    for (const SummaryNumber& each : summary.numbers)
        document["numbers"].push_back({{"figures", each.figures},
                                       {"name", each.name},
                                       {"definition", each.definition},
                                       {"shows", ShowsKeys[static_cast<std::size_t>(each.shows)]},
                                       {"printed", each.printed},
                                       {"withheld", each.isWithheld},
                                       {"value", number(each.value)},
                                       {"base", number(each.base)},
                                       {"records", each.records},
                                       {"digest", each.digest}});
    return document.dump(1) + "\n";
}

Result<Summary> summaryFromText(std::string_view text) {
    const ordered_json document = ordered_json::parse(text, nullptr, false);
    std::string wrong;
    Reader reader(wrong);
    Summary summary;
    if (!document.is_object() || reader.value<int>(document, "gridwarden_summary") != Version)
        return fail(ErrorCode::BadInput, {"summary-unreadable", {"gridwarden_summary"}});
    summary.district = reader.value<std::string>(document, "district");
    const auto from = parseDay(reader.value<std::string>(document, "from")), to = parseDay(reader.value<std::string>(document, "to"));
    const auto asOf = parseMoment(reader.value<std::string>(document, "as_of"), TimeZone());
    if (!from || !to || *to < *from)
        reader.note("from");
    else
        summary.period = {*from, *to};
    if (asOf)
        summary.asOf = *asOf;
    else
        reader.note("as_of");
    for (const ordered_json& entry : reader.list(document, "numbers"))
        summary.numbers.push_back(numberFrom(entry, reader));
    for (const ordered_json& entry : reader.list(document, "paragraphs"))
        summary.paragraphs.push_back(paragraphFrom(entry, summary.numbers.size(), reader));
    if (!wrong.empty())
        return fail(ErrorCode::BadInput, {"summary-unreadable", {wrong}});
    return summary;
}

} // namespace gridwarden::core
