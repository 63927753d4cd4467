// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/open311_cases.h"

#include "core/base/durable_file.h"
#include "core/base/text.h"

#include <algorithm>
#include <fstream>

namespace gridwarden::gis {

using core::CaseState;
using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

bool isClosed(CaseState state) {
    return state == CaseState::Closed || state == CaseState::Rejected || state == CaseState::Void;
}

/// The case by the steps up to a moment.
core::DerivedCase derivedAt(const core::CalendarHistory& calendars, const core::CaseRecord& record, core::Moment asOf) {
    if (record.derived.last <= asOf)
        return record.derived;
    std::vector<core::Step> steps = record.steps;
    std::erase_if(steps, [&](const core::Step& step) { return step.at > asOf; });
    return steps.empty() ? record.derived : core::derive(record.report, steps, calendars);
}

} // namespace

Open311Context Open311Context::of(const core::District& district) {
    return {CaseRegisters::of(district), district.calendars(), district.filesFolder().filename().string()};
}

bool isOpen311Name(const std::filesystem::path& target) {
    const std::string ending = core::lowered(target.extension().string());
    return ending == ".json" || ending == ".xml";
}

ServiceRequest serviceRequestOf(const Open311Context& context, const core::CaseRecord& record, core::Moment asOf) {
    const CaseRegisters& registers = context.registers;
    const core::TimeZone& zone = registers.zone;
    const core::DerivedCase derived = derivedAt(context.calendars, record, asOf);
    const CaseState state = core::stateAt(derived.state, derived.resumed, derived.suspendedUntil, asOf);
    ServiceRequest request;
    request.id = record.report.number;
    request.status = isClosed(state) ? "closed" : "open";
    request.statusNotes = core::caseStateKey(state);
    if (const core::Category* const category = registers.categories->find(derived.category)) {
        request.serviceName = category->name;
        request.serviceCode = category->key.text();
    } else {
        request.serviceName = record.report.categoryText;
    }
    request.description = derived.description ? *derived.description : record.report.description;
    request.address = derived.address ? *derived.address : record.report.address;
    if (const core::Organisation* const organisation = registers.people->find(derived.handlerOrganisation))
        request.agency = organisation->name;
    request.requested = core::isoText(derived.reported, zone);
    request.updated = core::isoText(derived.last, zone);
    if (derived.due)
        request.expected = core::isoText(*derived.due, zone);
    if (const core::Area* const grid = registers.areas->find(record.grid))
        request.addressId = grid->code;
    request.place = derived.place;
    if (!record.photos.empty())
        request.media = context.filesFolder + "/" + record.photos.front().sha256;
    return request;
}

Result<void> exportOpen311(core::Connection& connection, const Open311Context& context, std::span<const core::CaseId> cases, core::Moment asOf,
                           const std::filesystem::path& target, bool overwrite, const std::function<bool(double)>& progress) {
    const auto unwritable = [&] { return fail(ErrorCode::Io, {"file-unwritable", {target.string()}}, target.string()); };
    std::error_code problem;
    if (!overwrite && std::filesystem::exists(target, problem))
        return fail(ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    const Open311Format format = core::lowered(target.extension().string()) == ".xml" ? Open311Format::Xml : Open311Format::Json;
    core::PartialFile partial(target);
    std::ofstream file(partial.path(), std::ios::binary);
    file << open311Head(format);
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (progress && !progress(static_cast<double>(i) / static_cast<double>(cases.size())))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto record = core::loadCase(connection, cases[i]);
        if (!record)
            return fail(record);
        file << open311Entry(serviceRequestOf(context, *record, asOf), format, i == 0);
        if (!file)
            return unwritable();
    }
    file << open311Tail(format);
    file.close();
    if (!file)
        return unwritable();
    return partial.finish(overwrite);
}

} // namespace gridwarden::gis
