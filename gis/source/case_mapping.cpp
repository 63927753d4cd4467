// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_mapping.h"

#include "core/base/digest.h"
#include "core/base/text.h"

#include <nlohmann/json.hpp>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;

namespace {

constexpr std::array<std::string_view, AllCaseTargets.size()> Keys = {
    "number", "reported", "filed", "dispatched", "handled",  "closed", "due",  "category", "description", "address",
    "source", "quantity", "unit",  "longitude",  "latitude", "wkt",    "area", "handler",  "reporter",    "phone"};

} // namespace

std::string_view caseTargetKey(CaseTarget target) {
    return Keys[static_cast<std::size_t>(target)];
}

std::optional<CaseTarget> caseTargetFromKey(std::string_view key) {
    for (const CaseTarget target : AllCaseTargets) {
        if (caseTargetKey(target) == key)
            return target;
    }
    return std::nullopt;
}

bool isTime(CaseTarget target) {
    return target >= CaseTarget::Reported && target <= CaseTarget::Due;
}

std::vector<std::string> fieldsFromText(std::string_view text) {
    return core::split(text, '+');
}

core::Result<Assignment> readAssignment(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos || equals + 1 == text.size())
        return fail(ErrorCode::BadInput, {"mapping-unreadable", {text}});
    Assignment read{text.substr(0, equals), {}};
    if (text[equals + 1] == '=')
        read.source.constant = text.substr(equals + 2);
    else
        read.source.fields = fieldsFromText(std::string_view(text).substr(equals + 1));
    return read;
}

core::Result<CaseMapping> mappingFromTexts(std::span<const std::string> texts) {
    CaseMapping mapping;
    for (const std::string& text : texts) {
        auto read = readAssignment(text);
        if (!read)
            return fail(read);
        const auto target = caseTargetFromKey(read->target);
        if (!target)
            return fail(ErrorCode::BadInput, {"target-unknown", {read->target}});
        if (!mapping.emplace(*target, std::move(read->source)).second)
            return fail(ErrorCode::BadInput, {"target-repeated", {read->target}});
    }
    return mapping;
}

std::string mappingToJson(const CaseMapping& mapping) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const auto& [target, source] : mapping) {
        if (source.constant)
            json[std::string(caseTargetKey(target))] = *source.constant;
        else
            json[std::string(caseTargetKey(target))] = source.fields;
    }
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

core::Result<CaseMapping> mappingFromJson(std::string_view json) {
    const auto unreadable = [&] { return fail(ErrorCode::BadInput, {"mapping-unreadable", {std::string(json)}}); };
    const auto document = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
        return unreadable();
    CaseMapping mapping;
    for (const auto& [name, value] : document.items()) {
        const auto target = caseTargetFromKey(name);
        if (!target)
            return fail(ErrorCode::BadInput, {"target-unknown", {name}});
        ValueSource source;
        if (value.is_string()) {
            source.constant = value.get<std::string>();
        } else if (value.is_array() && !value.empty()) {
            for (const auto& field : value) {
                if (!field.is_string())
                    return unreadable();
                source.fields.push_back(field.get<std::string>());
            }
        } else {
            return unreadable();
        }
        mapping.emplace(*target, std::move(source));
    }
    return mapping;
}

std::string fieldsSignature(const std::vector<std::string>& fields) {
    return core::sha256(core::joined(fields, "\n"));
}

} // namespace gridwarden::gis
