// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/open311_proposals.h"

#include "core/base/digest.h"
#include "core/base/resources.h"
#include "core/base/text.h"
#include "gis/inbox/inbox_files.h"
#include "gis/source/case_row_reader.h"
#include "gis/source/open311.h"
#include "gis/source/open311_members.h"

#include <fstream>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

constexpr const char* UsualSource = "public"; // whom Open311 is made for

std::string digestOf(const ServiceRequest& request) {
    std::string content = "open311\n" + request.placeText;
    if (request.place)
        content += std::to_string(request.place->latitude) + " " + std::to_string(request.place->longitude);
    eachOpen311Member(request, [&](std::string_view, const std::string& text) { content += '\x1f' + text; });
    return core::sha256(content);
}

void readCategory(const ServiceRequest& request, const CaseRegisters& registers, Proposal& proposal) {
    ResolvedCategory resolved{{}, "category-unknown"};
    for (const std::string& text : {request.serviceCode, request.serviceName})
        if (!text.empty() && resolved.category.isNull())
            resolved = resolveCategory(*registers.categories, text);
    proposal.draft.category = resolved.category;
    if (resolved.problem.empty())
        return;
    proposal.categoryText = request.serviceName.empty() ? request.serviceCode : request.serviceName;
    proposal.categoryProblem = resolved.problem;
    if (proposal.categoryText.empty())
        proposal.problems.push_back({"inbox-says-nothing", {}});
    else
        proposal.problems.push_back({resolved.problem, {proposal.categoryText}});
}

void readTime(const ServiceRequest& request, const CaseRegisters& registers, Proposal& proposal) {
    if (request.requested.empty()) {
        proposal.problems.push_back({"inbox-no-time", {}});
        return;
    }
    const auto moment = core::parseMoment(request.requested, registers.zone);
    if (moment) {
        proposal.draft.time = *moment;
    } else {
        proposal.problems.push_back(moment.error().what);
        proposal.problems.push_back({"inbox-no-time", {}});
    }
}

void readMedia(const ServiceRequest& request, Proposal& proposal) {
    if (request.media.empty())
        return;
    std::string name = request.media.substr(0, request.media.find_first_of("?#"));
    name = name.substr(name.rfind('/') + 1); // npos + 1 is the beginning
    if (isPhotoName(name))
        proposal.namedPhotos.push_back(name);
    else if (request.media.find("://") != std::string::npos)
        proposal.problems.push_back({"inbox-media-elsewhere", {request.media}});
}

Proposal proposalOf(const ServiceRequest& request, const CaseRegisters& registers) {
    Proposal proposal;
    proposal.number = request.id;
    proposal.digest = digestOf(request);
    core::CaseDraft& draft = proposal.draft;
    draft.source = UsualSource;
    draft.description = request.description;
    draft.address = request.address;
    draft.place = request.place;
    keepNumberAsField(proposal, registers.sources);
    readCategory(request, registers, proposal);
    readTime(request, registers, proposal);
    if (!request.placeText.empty())
        proposal.problems.push_back({"place-unreadable", {request.placeText}});
    if (!draft.place)
        proposal.problems.push_back({"inbox-no-place", {}});
    if (core::lowered(request.status) == "closed")
        proposal.problems.push_back({"inbox-closed-there", {request.statusNotes.empty() ? request.status : request.statusNotes}});
    readMedia(request, proposal);
    return proposal;
}

} // namespace

bool isOpen311(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::string start(16 * 1024, '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    start.resize(static_cast<std::size_t>(file.gcount()));
    return looksLikeServiceRequests(start);
}

Result<FileReading> readOpen311Proposals(const std::filesystem::path& path, const CaseRegisters& registers) {
    const auto document = core::readFile(path);
    if (!document)
        return fail(document);
    const auto requests = readServiceRequests(*document);
    if (!requests)
        return fail(requests);
    FileReading reading;
    for (const ServiceRequest& request : *requests) {
        Proposal proposal = proposalOf(request, registers);
        proposal.file = path.filename().string();
        proposal.place = std::to_string(reading.proposals.size() + 1);
        proposal.draft.origin = proposal.file + ":" + proposal.place + (request.id.empty() ? "" : " (" + request.id + ")");
        reading.proposals.push_back(std::move(proposal));
    }
    return reading;
}

} // namespace gridwarden::gis
