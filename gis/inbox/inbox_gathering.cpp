// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/inbox/inbox_gathering.h"

#include "core/base/digest.h"
#include "core/base/text.h"

#include <algorithm>
#include <unordered_map>

namespace gridwarden::gis {

namespace {

/// The name alone, for comparing: a cell may hold a path of another computer.
std::string bareName(const std::string& name) {
    return core::lowered(name.substr(name.find_last_of("/\\") + 1)); // npos + 1 is the beginning
}

class Gathering {
public:
    Gathering(const std::map<std::string, InboxReader::Known>& files, const std::map<std::string, FileMark>& present,
              const std::unordered_set<std::string>& decided, InboxContent& content)
        : m_files(files), m_decided(decided), m_content(content) {
        for (const auto& [name, known] : files)
            if (known.photo)
                m_photos.emplace(core::lowered(name), &*known.photo);
        for (const auto& [name, mark] : present)
            m_present.insert(core::lowered(name));
    }

    void gather() {
        for (const auto& [name, known] : m_files) {
            m_content.remarks.insert(m_content.remarks.end(), known.reading.remarks.begin(), known.reading.remarks.end());
            if (!known.photo && !known.reading.proposals.empty())
                addRows(name, known);
        }
        for (const auto& [name, known] : m_files)
            if (known.photo)
                addPhoto(*known.photo, known.mark);
        std::stable_sort(m_content.proposals.begin(), m_content.proposals.end(), [](const Proposal& a, const Proposal& b) { return a.file < b.file; });
        std::stable_sort(m_content.remarks.begin(), m_content.remarks.end(), [](const InboxRemark& a, const InboxRemark& b) { return a.file < b.file; });
    }

private:
    struct Owner {
        std::string file;
        std::string place;
        bool isDecided;
    };

    void addRows(const std::string& name, const InboxReader::Known& known) {
        InboxFile file{name, known.mark, {}, !known.reading.leavesOut};
        std::unordered_map<std::string, int> times; // how often the file says the same
        for (Proposal row : known.reading.proposals) {
            if (const int before = times[row.digest]++; before > 0) {
                row.digest = core::sha256(row.digest + "#" + std::to_string(before));
                row.problems.push_back({"inbox-row-repeated", {}});
            }
            file.digests.push_back(row.digest);
            const bool isDecided = m_decided.contains(row.digest);
            file.isDecided = file.isDecided && isDecided;
            bindPhotos(row, isDecided);
            add(std::move(row), isDecided);
        }
        m_content.files.push_back(std::move(file));
        sayRepeats(name);
    }

    void add(Proposal proposal, bool isDecided) {
        const auto [first, isNew] = m_firstFiles.emplace(proposal.digest, proposal.file);
        if (!isNew)
            ++m_repeats[first->second];
        else if (!isDecided)
            m_content.proposals.push_back(std::move(proposal));
    }

    void sayRepeats(const std::string& name) {
        for (const auto& [other, count] : m_repeats)
            m_content.remarks.push_back({name, "", {"inbox-repeats", {std::to_string(count), other}}});
        m_repeats.clear();
    }

    void bindPhotos(Proposal& row, bool isDecided) {
        for (const std::string& named : row.namedPhotos) {
            const std::string bare = bareName(named);
            const auto photo = m_photos.find(bare);
            if (photo == m_photos.end()) {
                if (!m_present.contains(bare)) // else it is still being written, or is none: its own remark says so
                    row.problems.push_back({"inbox-photo-missing", {named}});
                continue;
            }
            const InboxPhoto& found = *photo->second;
            if (std::any_of(row.photos.begin(), row.photos.end(), [&](const core::InboxThing& thing) { return thing.digest == found.digest; }))
                continue;
            row.draft.photos.push_back(found.draft);
            row.photos.push_back({found.digest, found.name, ""});
            const auto [owner, isFirst] = m_owners.emplace(found.name, Owner{row.file, row.place, isDecided});
            if (!isFirst && owner->second.isDecided && !isDecided)
                owner->second = {row.file, row.place, false};
        }
    }

    void addPhoto(const InboxPhoto& photo, const FileMark& mark) {
        const bool isDecided = m_decided.contains(photo.digest);
        m_content.files.push_back({photo.name, mark, {photo.digest}, isDecided});
        const auto owner = m_owners.find(photo.name);
        if (owner != m_owners.end() && !owner->second.isDecided) {
            m_content.remarks.push_back({photo.name, "", {"inbox-photo-of-row", {owner->second.file, owner->second.place}}});
            return;
        }
        Proposal proposal = proposalOf(photo);
        if (owner != m_owners.end())
            proposal.problems.push_back({"inbox-photo-of-decided-row", {owner->second.file, owner->second.place}});
        add(std::move(proposal), isDecided);
        sayRepeats(photo.name);
    }

    const std::map<std::string, InboxReader::Known>& m_files;
    const std::unordered_set<std::string>& m_decided;
    InboxContent& m_content;
    std::unordered_map<std::string, const InboxPhoto*> m_photos; ///< by name in lower case
    std::unordered_set<std::string> m_present;
    std::unordered_map<std::string, Owner> m_owners;             ///< of photos, by their names
    std::unordered_map<std::string, std::string> m_firstFiles;   ///< by digest
    std::map<std::string, int> m_repeats;                        ///< of the present file, by the one that has it as well
};

} // namespace

void gatherInbox(const std::map<std::string, InboxReader::Known>& files, const std::map<std::string, FileMark>& present,
                 const std::unordered_set<std::string>& decided, InboxContent& content) {
    Gathering(files, present, decided, content).gather();
}

} // namespace gridwarden::gis
