// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_row_reader.h"

#include "core/base/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

ResolvedCategory resolveCategory(const core::CategoryRegister& categories, const std::string& text) {
    const core::Category* found = categories.find(std::string_view(text));
    if (found == nullptr)
        found = categories.find(std::string_view("local:" + text));
    if (found == nullptr)
        found = categories.named(text);
    if (found == nullptr)
        return {{}, "category-unknown"};
    if (found->isGroup)
        return {{}, "category-is-group"};
    return {found->id, {}};
}

Result<CaseRowReader> CaseRowReader::make(const CaseRegisters& registers, CaseColumns columns, CasePlaceReader places,
                                          CaseTimeFormats formats, core::TimeZone zone,
                                          const std::map<std::string, std::string>& categories, bool makesCategories) {
    CaseRowReader reader(registers, std::move(columns), std::move(places));
    reader.m_formats = std::move(formats);
    reader.m_zone = std::move(zone);
    reader.m_makesCategories = makesCategories;
    for (const auto& [text, key] : categories) {
        const core::Category* category = registers.categories->find(std::string_view(key));
        if (category == nullptr || category->isGroup)
            return fail(ErrorCode::NotFound, {"category-unknown", {key}}, key);
        reader.m_categories[text] = {category->id, {}};
    }
    return reader;
}

void CaseRowReader::note(const Row& row, CaseTarget target, std::string value, core::Message reason,
                         ReadRow& result) const {
    result.problems.push_back({row.number, m_columns.name(target), std::move(value), std::move(reason)});
}

ReadRow CaseRowReader::read(const Row& row) {
    ReadRow result;
    const auto refuse = [&](CaseTarget target, std::string value, core::Message reason) {
        result.problems.clear();
        note(row, target, std::move(value), std::move(reason), result);
        result.problems.back().isRefused = true;
        result.isRefused = true;
    };
    if (!row.problem.empty() && !CasePlaceReader::isAboutPlace(row.problem)) {
        result.problems.push_back({row.number, "", "", {row.problem, {}}, true});
        result.isRefused = true;
        return result;
    }
    const std::string reportedText = m_columns.value(row, CaseTarget::Reported);
    if (reportedText.empty()) {
        refuse(CaseTarget::Reported, "", {"reported-missing", {}});
        return result;
    }
    const auto reported = time(row, CaseTarget::Reported, result);
    if (!reported) {
        refuse(CaseTarget::Reported, reportedText, {"time-unreadable", {reportedText}});
        return result;
    }
    core::ImportedCase& value = result.value;
    value.reported = *reported;
    value.number = m_columns.value(row, CaseTarget::Number);
    value.filed = time(row, CaseTarget::Filed, result);
    value.dispatched = time(row, CaseTarget::Dispatched, result);
    value.handled = time(row, CaseTarget::Handled, result);
    value.closed = time(row, CaseTarget::Closed, result);
    value.due = time(row, CaseTarget::Due, result);
    if (value.closed && *value.closed < value.reported)
        note(row, CaseTarget::Closed, m_columns.value(row, CaseTarget::Closed), {"closed-before-reported", {}}, result);
    readCategory(row, result);
    value.description = m_columns.value(row, CaseTarget::Description);
    value.address = m_columns.value(row, CaseTarget::Address);
    readSource(row, result);
    readQuantity(row, result);
    readPlace(row, result);
    readHandler(row, result);
    value.contact = {m_columns.value(row, CaseTarget::Reporter), m_columns.value(row, CaseTarget::Phone)};
    return result;
}

std::optional<core::Moment> CaseRowReader::time(const Row& row, CaseTarget target, ReadRow& result) const {
    const auto format = m_formats.find(target);
    if (format == m_formats.end())
        return std::nullopt;
    const std::string text = m_columns.value(row, target);
    if (text.empty())
        return std::nullopt;
    const auto reading = format->second.read(text);
    if (!reading) {
        note(row, target, text, {"time-unreadable", {text}}, result);
        return std::nullopt;
    }
    return reading->moment(m_zone);
}

void CaseRowReader::readCategory(const Row& row, ReadRow& result) {
    const std::string text = m_columns.value(row, CaseTarget::Category);
    if (text.empty())
        return;
    auto known = m_categories.find(text);
    if (known == m_categories.end())
        known = m_categories.emplace(text, resolveCategory(*m_knownCategories, text)).first;
    result.value.category = known->second.category;
    if (known->second.problem.empty())
        return;
    result.value.categoryText = text;
    if (!m_makesCategories)
        note(row, CaseTarget::Category, text, {known->second.problem, {text}}, result);
}

std::string CaseRowReader::sourceNamed(const std::string& text) const {
    const std::string lower = core::lowered(text);
    const auto found =
        std::find_if(m_knownSources.begin(), m_knownSources.end(), [&](const core::CaseSource& source) {
            return source.key == text || source.name == text || core::lowered(source.english) == lower;
        });
    return found == m_knownSources.end() ? std::string() : found->key;
}

void CaseRowReader::readSource(const Row& row, ReadRow& result) {
    const std::string text = m_columns.value(row, CaseTarget::Source);
    result.value.source = "import";
    if (text.empty())
        return;
    auto known = m_sources.find(text);
    if (known == m_sources.end())
        known = m_sources.emplace(text, sourceNamed(text)).first;
    if (!known->second.empty())
        result.value.source = known->second;
    else
        note(row, CaseTarget::Source, text, {"source-unknown", {text}}, result);
}

void CaseRowReader::readHandler(const Row& row, ReadRow& result) {
    const std::string text = m_columns.value(row, CaseTarget::Handler);
    if (text.empty())
        return;
    auto known = m_handlers.find(text);
    if (known == m_handlers.end()) {
        Handler handler;
        if (const core::Organisation* organisation = m_people->organisationNamed(text)) {
            handler.organisation = organisation->id;
        } else if (const core::Person* person = m_people->personNamed(text)) {
            handler.person = person->id;
            handler.organisation = person->organisation;
        }
        known = m_handlers.emplace(text, handler).first;
    }
    result.value.organisation = known->second.organisation;
    result.value.person = known->second.person;
    if (known->second.organisation.isNull() && known->second.person.isNull())
        note(row, CaseTarget::Handler, text, {"handler-unknown", {text}}, result);
}

void CaseRowReader::readQuantity(const Row& row, ReadRow& result) const {
    result.value.unit = m_columns.value(row, CaseTarget::Unit);
    const std::string text = m_columns.value(row, CaseTarget::Quantity);
    if (text.empty())
        return;
    double quantity = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), quantity);
    if (error == std::errc{} && end == text.data() + text.size() && std::isfinite(quantity) && quantity >= 0)
        result.value.quantity = quantity;
    else
        note(row, CaseTarget::Quantity, text, {"quantity-unreadable", {text}}, result);
}

void CaseRowReader::readPlace(const Row& row, ReadRow& result) const {
    result.value.place = m_places.read(row, result.problems);
    const std::string code = m_columns.value(row, CaseTarget::Area);
    if (result.value.place || code.empty())
        return;
    const core::Area* area =
        m_areas->find(core::AreaKind::Grid, code, m_days.day(result.value.reported));
    if (area == nullptr) {
        note(row, CaseTarget::Area, code, {"area-unknown", {code}}, result);
        return;
    }
    result.value.place = core::labelPoint(area->shape);
    if (result.value.place)
        note(row, CaseTarget::Area, code, {"place-from-area", {code}}, result);
}

} // namespace gridwarden::gis
