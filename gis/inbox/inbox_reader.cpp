// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/inbox_reader.h"

#include "gis/inbox/inbox_gathering.h"
#include "gis/inbox/open311_proposals.h"
#include "gis/inbox/table_proposals.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

constexpr std::chrono::seconds Rest{3};      // no change for so long: nobody writes
constexpr std::chrono::seconds Patience{60}; // for a file that cannot be read: it may be half written

auto ageOf(const FileMark& mark) {
    return std::filesystem::file_time_type::clock::now() - mark.changed;
}

} // namespace

bool InboxContent::isWaiting() const {
    return std::any_of(remarks.begin(), remarks.end(), [](const InboxRemark& remark) { return remark.isWaiting; });
}

bool InboxContent::saysSameAs(const InboxContent& other) const {
    return exists == other.exists && reading == other.reading && remarks == other.remarks && files == other.files &&
           std::equal(proposals.begin(), proposals.end(), other.proposals.begin(), other.proposals.end(),
                      [](const Proposal& a, const Proposal& b) { return a.digest == b.digest && a.problems == b.problems; });
}

/// What was read with other lists is read anew.
void InboxReader::follow(const CaseRegisters& registers) {
    const bool isSame = m_registers && m_registers->categories == registers.categories && m_registers->people == registers.people &&
                        m_registers->areas == registers.areas && m_registers->sources == registers.sources;
    if (!isSame)
        m_known.clear();
    m_registers = registers;
}

/// Where a clock puts it into the future, two looks have to agree.
bool InboxReader::isAtRest(const InboxEntry& entry) const {
    const auto last = m_lastMarks.find(entry.name);
    if (last != m_lastMarks.end() && last->second != entry.mark)
        return false;
    const auto age = ageOf(entry.mark);
    return age < age.zero() ? last != m_lastMarks.end() : age >= Rest;
}

Result<InboxReader::Known> InboxReader::readContent(const InboxEntry& entry, const CaseRegisters& registers, const GoOn& goOn) const {
    const std::filesystem::path path = m_folder / entry.name;
    Known known{entry.mark, {}, {}};
    if (entry.kind == InboxKind::Photo) {
        auto photo = readInboxPhoto(path, registers.zone);
        if (!photo)
            return fail(photo);
        known.photo = std::move(*photo);
        return known;
    }
    const bool isOfRequests = (entry.kind == InboxKind::Json || entry.kind == InboxKind::Xml) && isOpen311(path);
    if (entry.kind == InboxKind::Xml && !isOfRequests)
        return fail(core::ErrorCode::Unsupported, {"inbox-other-kind", {".xml"}}, entry.name);
    auto reading = isOfRequests ? readOpen311Proposals(path, registers) : readTableProposals(path, registers, goOn);
    if (!reading)
        return fail(reading);
    known.reading = std::move(*reading);
    return known;
}

Result<void> InboxReader::readFile(const InboxEntry& entry, const CaseRegisters& registers, const GoOn& goOn, InboxContent& content) {
    const auto wait = [&] { content.remarks.push_back({entry.name, "", {"inbox-still-written", {}}, true}); };
    if (!isAtRest(entry)) {
        m_known.erase(entry.name);
        wait();
        return {};
    }
    if (const auto known = m_known.find(entry.name); known != m_known.end() && known->second.mark == entry.mark)
        return {};
    m_known.erase(entry.name);
    auto read = readContent(entry, registers, goOn);
    if (!read && read.error().code == core::ErrorCode::Cancelled)
        return fail(read);
    const auto age = ageOf(entry.mark);
    const bool isNew = age >= age.zero() && age < Patience; // a time in the future is some other clock's
    if (markOf(m_folder / entry.name) != entry.mark || (!read && isNew)) {
        wait();
        return {};
    }
    if (!read)
        read = Known{entry.mark, {{}, {{entry.name, "", read.error().what}}}, {}};
    m_known.emplace(entry.name, std::move(*read));
    ++m_reading;
    return {};
}

Result<InboxContent> InboxReader::read(const CaseRegisters& registers, const std::unordered_set<std::string>& decided, const GoOn& goOn) {
    const auto entries = listInbox(m_folder);
    if (!entries)
        return fail(entries);
    InboxContent content;
    content.exists = entries->has_value();
    follow(registers);
    std::map<std::string, FileMark> marks;
    for (const InboxEntry& entry : entries->value_or(std::vector<InboxEntry>())) {
        if (goOn && !goOn())
            return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        marks.emplace(entry.name, entry.mark);
        if (entry.whyNot) {
            m_known.erase(entry.name);
            content.remarks.push_back({entry.name, "", *entry.whyNot, entry.isWaiting});
        } else if (auto read = readFile(entry, registers, goOn, content); !read) {
            return fail(read);
        }
    }
    std::erase_if(m_known, [&](const auto& known) { return !marks.contains(known.first); });
    content.reading = m_reading;
    gatherInbox(m_known, marks, decided, content);
    m_lastMarks = std::move(marks);
    return content;
}

} // namespace gridwarden::gis
