// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/open311_cases.h"

#include "core/base/durable_file.h"
#include "core/base/text.h"
#include "core/cases/as_of.h"

#include <fstream>
#include <utility>

namespace gridwarden::gis {

using core::CaseState;
using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

bool isClosed(CaseState state) {
    return state == CaseState::Closed || state == CaseState::Rejected || state == CaseState::Void;
}

} // namespace

Open311Context Open311Context::of(const core::District& district) {
    return {CaseRegisters::of(district), district.calendars(), district.filesFolder().filename().string()};
}

bool isOpen311Name(const std::filesystem::path& target) {
    const std::string ending = core::lowered(target.extension().string());
    return ending == ".json" || ending == ".xml";
}

std::optional<ServiceRequest> serviceRequestOf(const Open311Context& context, const core::CaseRecord& known, core::Moment asOf) {
    const auto then = core::recordAsOf(known, context.calendars, asOf);
    if (!then)
        return std::nullopt;
    const core::CaseRecord& record = *then;
    const core::DerivedCase& derived = record.derived;
    const CaseRegisters& registers = context.registers;
    const core::TimeZone& zone = registers.zone;
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
    request.description = record.description();
    request.address = record.address();
    if (const core::Organisation* const organisation = registers.people->find(derived.handlerOrganisation))
        request.agency = organisation->name;
    request.requested = core::isoText(derived.reported, zone);
    request.updated = core::isoText(derived.last, zone);
    if (derived.due)
        request.expected = core::isoText(*derived.due, zone);
    if (const core::Area* const grid = registers.areas->find(record.grid))
        request.addressId = grid->code;
    request.place = derived.place;
    for (const core::Photo& photo : record.photos)
        if (request.media.empty() && photo.kind != core::PaperKind)
            request.media = context.filesFolder + "/" + photo.sha256;
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
    bool isFirst = true;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        if (progress && !progress(static_cast<double>(i) / static_cast<double>(cases.size())))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        const auto record = core::loadCase(connection, cases[i]);
        if (!record)
            return fail(record);
        const auto request = serviceRequestOf(context, *record, asOf);
        if (!request)
            continue;
        file << open311Entry(*request, format, std::exchange(isFirst, false));
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
