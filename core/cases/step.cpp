// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/step.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace {

using Json = nlohmann::json;

constexpr std::array<std::string_view, StepKindCount> StepKindKeys = {
    "report", "import",      "verify_before", "self_handle", "file",        "reject", "dispatch", "return",
    "handle", "check_after", "rework",        "close",       "force_close", "reopen", "extend",   "suspend",
    "resume", "urge",        "appeal",        "transfer",    "correct",     "link",   "void"};

constexpr std::array<std::string_view, 3> StepResultKeys = {"pass", "fail", "unable"};

/// Calls use(key, member) for each member of a detail with the key it is stored under: one or two letters, since there
/// is a detail in every step of millions of cases.
template <class Detail, class Use> void eachMember(Detail& detail, Use use) {
    use("n", detail.note);
    use("o", detail.organisation);
    use("p", detail.person);
    use("u", detail.until);
    use("w", detail.with);
    use("r", detail.result);
    use("k", detail.condition);
    use("l", detail.limit); // [value, unit]
    use("q", detail.quantity);
    use("qu", detail.unit);
    use("g", detail.place); // [longitude, latitude]
    use("c", detail.category);
    use("d", detail.description);
    use("a", detail.address);
    use("ur", detail.urging);
    use("re", detail.reply);
    use("m", detail.method);
    use("or", detail.origin);
    use("f", detail.fields);
    use("tf", detail.filed);
    use("td", detail.dispatched);
    use("th", detail.handled);
    use("tc", detail.closed);
    use("te", detail.due);
    use("as", detail.closedAs);
}

void put(Json& json, const char* key, const std::string& text) {
    if (!text.empty())
        json[key] = text;
}
void put(Json& json, const char* key, const FieldValues& values) {
    if (!values.empty())
        json[key] = values;
}
void put(Json& json, const char* key, const std::optional<std::string>& text) {
    if (text)
        json[key] = *text;
}
void put(Json& json, const char* key, const std::optional<double>& number) {
    if (number && std::isfinite(*number)) // JSON has no other numbers
        json[key] = *number;
}
void put(Json& json, const char* key, const std::optional<Moment>& moment) {
    if (moment)
        json[key] = moment->time_since_epoch().count();
}
template <class Tag> void put(Json& json, const char* key, Id<Tag> id) {
    if (!id.isNull())
        json[key] = id.value();
}
void put(Json& json, const char* key, const std::optional<StepResult>& result) {
    if (result)
        json[key] = stepResultKey(*result);
}
void put(Json& json, const char* key, const std::optional<Limit>& limit) {
    if (limit)
        json[key] = Json::array({limit->value, limitUnitKey(limit->unit)});
}
void put(Json& json, const char* key, const std::optional<GeoPoint>& place) {
    if (place)
        json[key] = Json::array({place->longitude, place->latitude});
}

// Years of four digits.
constexpr std::int64_t FirstSecond = -62'167'219'200;
constexpr std::int64_t EndOfSeconds = 253'402'300'800;

// Each reads a present member into its place, or says that it is not of its kind.
bool read(const Json& value, std::string& text) {
    if (!value.is_string())
        return false;
    text = value.get<std::string>();
    return !text.empty();
}
bool read(const Json& value, FieldValues& values) {
    if (!value.is_object() || value.empty())
        return false;
    for (const auto& [key, member] : value.items()) {
        if (key.empty() || !member.is_string())
            return false;
        values[key] = member.get<std::string>();
    }
    return true;
}
bool read(const Json& value, std::optional<std::string>& text) {
    if (!value.is_string())
        return false;
    text = value.get<std::string>();
    return true;
}
bool read(const Json& value, std::optional<double>& number) {
    if (!value.is_number())
        return false;
    number = value.get<double>();
    return true;
}
bool read(const Json& value, std::optional<Moment>& moment) {
    if (!value.is_number_integer())
        return false;
    const auto read = value.get<std::int64_t>();
    if (read < FirstSecond || read >= EndOfSeconds)
        return false;
    moment = Moment(seconds(read));
    return true;
}
template <class Tag> bool read(const Json& value, Id<Tag>& id) {
    if (!value.is_number_integer())
        return false;
    id = Id<Tag>(value.get<std::int64_t>());
    return !id.isNull();
}
bool read(const Json& value, std::optional<StepResult>& result) {
    if (value.is_string())
        result = stepResultFromKey(value.get_ref<const std::string&>());
    return result.has_value();
}
bool read(const Json& value, std::optional<Limit>& limit) {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_string())
        return false;
    const auto unit = limitUnitFromKey(value[1].get_ref<const std::string&>());
    if (unit)
        limit = Limit{value[0].get<double>(), *unit};
    return unit.has_value();
}
bool read(const Json& value, std::optional<GeoPoint>& place) {
    if (!value.is_array() || value.size() != 2 || !value[0].is_number() || !value[1].is_number())
        return false;
    place = GeoPoint{value[0].get<double>(), value[1].get<double>()};
    return std::abs(place->longitude) <= 180 && std::abs(place->latitude) <= 90;
}

} // namespace

std::string_view stepKindKey(StepKind kind) {
    return StepKindKeys[static_cast<std::size_t>(kind) - 1];
}

std::optional<StepKind> stepKindFromKey(std::string_view key) {
    for (std::size_t i = 0; i < StepKindKeys.size(); ++i)
        if (StepKindKeys[i] == key)
            return static_cast<StepKind>(i + 1);
    return std::nullopt;
}

std::string_view stepResultKey(StepResult result) {
    return StepResultKeys[static_cast<std::size_t>(result) - 1];
}

std::optional<StepResult> stepResultFromKey(std::string_view key) {
    for (std::size_t i = 0; i < StepResultKeys.size(); ++i)
        if (StepResultKeys[i] == key)
            return static_cast<StepResult>(i + 1);
    return std::nullopt;
}

std::string detailText(const StepDetail& detail) {
    Json json = Json::object();
    eachMember(detail, [&](const char* key, const auto& value) { put(json, key, value); });
    return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<StepDetail> detailFromText(std::string_view text) {
    StepDetail detail;
    if (text.empty())
        return detail;
    const auto unreadable = [&](std::string_view member) {
        return fail(ErrorCode::Database, {"step-detail-unreadable", {std::string(member)}}, {}, std::string(text));
    };
    const Json json = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!json.is_object())
        return unreadable("");
    std::size_t known = 0;
    std::optional<std::string_view> wrong;
    eachMember(detail, [&](const char* key, auto& value) {
        const auto found = json.find(key);
        if (found == json.end())
            return;
        ++known;
        if (!read(*found, value))
            wrong = key;
    });
    if (wrong)
        return unreadable(*wrong);
    if (known != json.size()) // a member that this version does not know
        return unreadable("");
    return detail;
}

} // namespace gridwarden::core
