// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_columns.h"

#include "core/base/text.h"

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

Result<std::vector<std::size_t>> columnsOf(const Table& table, const std::vector<std::string>& fields) {
    std::vector<std::size_t> places;
    const std::string* missing = nullptr;
    for (const std::string& field : fields) {
        if (const auto place = table.fieldIndex(field))
            places.push_back(*place);
        else if (missing == nullptr)
            missing = &field;
    }
    if (missing == nullptr)
        return places;
    if (const auto place = table.fieldIndex(core::joined(fields, "+")))
        return std::vector<std::size_t>{*place};
    return fail(ErrorCode::NotFound, {"field-unknown", {*missing}}, *missing);
}

std::string joinedValue(const Row& row, const std::vector<std::size_t>& columns) {
    std::string text;
    for (const std::size_t place : columns) {
        const std::string_view part = place < row.values.size() ? core::trimmed(row.values[place]) : std::string_view();
        if (part.empty())
            continue;
        if (!text.empty())
            text += ' ';
        text += part;
    }
    return text;
}

Result<CaseColumns> CaseColumns::bind(const CaseMapping& mapping, const Table& table) {
    CaseColumns columns;
    for (const auto& [target, source] : mapping) {
        Column column;
        if (source.constant) {
            column.constant = std::string(core::trimmed(*source.constant));
            column.name = caseTargetKey(target);
        } else {
            auto places = columnsOf(table, source.fields);
            if (!places)
                return fail(places);
            column.places = std::move(*places);
            column.name = core::joined(source.fields, "+");
        }
        columns.m_columns.emplace(target, std::move(column));
    }
    const auto needs = [](CaseTarget target) {
        return fail(ErrorCode::BadInput, {"mapping-needs", {std::string(caseTargetKey(target))}});
    };
    if (!columns.has(CaseTarget::Reported))
        return needs(CaseTarget::Reported);
    if (columns.has(CaseTarget::Longitude) && !columns.has(CaseTarget::Latitude))
        return needs(CaseTarget::Latitude);
    if (columns.has(CaseTarget::Latitude) && !columns.has(CaseTarget::Longitude))
        return needs(CaseTarget::Longitude);
    return columns;
}

std::string CaseColumns::value(const Row& row, CaseTarget target) const {
    const auto found = m_columns.find(target);
    if (found == m_columns.end())
        return {};
    return found->second.constant ? *found->second.constant : joinedValue(row, found->second.places);
}

const std::optional<std::string>& CaseColumns::constant(CaseTarget target) const {
    static const std::optional<std::string> none;
    const auto found = m_columns.find(target);
    return found == m_columns.end() ? none : found->second.constant;
}

std::string CaseColumns::name(CaseTarget target) const {
    const auto found = m_columns.find(target);
    return found == m_columns.end() ? std::string() : found->second.name;
}

} // namespace gridwarden::gis
