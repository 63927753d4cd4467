// SPDX-License-Identifier: GPL-3.0-or-later
// A folder with files at rest, read with the lists of the small district.
#pragma once

#include "gis/inbox/inbox_reader.h"
#include "tests/support/small_district.h"

#include <fstream>

namespace gridwarden::test {

struct InboxFixture {
    SmallDistrict small;
    std::filesystem::path folder = small.folder / "small.inbox";
    std::unordered_set<std::string> decided;
    gis::InboxReader reader{folder};

    InboxFixture() { std::filesystem::create_directories(folder); }

    /// Written an hour ago.
    void put(const std::string& name, const std::string& text) const {
        std::ofstream(folder / name, std::ios::binary) << text;
        age(name, std::chrono::hours(1));
    }
    void age(const std::string& name, std::chrono::seconds by) const {
        std::filesystem::last_write_time(folder / name, std::filesystem::file_time_type::clock::now() - by);
    }
    gis::InboxContent read() {
        auto content = reader.read(gis::CaseRegisters::of(*small.district), decided);
        REQUIRE(content);
        return *content;
    }
    /// Keys of what is said of a file.
    static std::vector<std::string> remarksOn(const gis::InboxContent& content, const std::string& file) {
        std::vector<std::string> keys;
        for (const gis::InboxRemark& remark : content.remarks)
            if (remark.file == file)
                keys.push_back(remark.what.key);
        return keys;
    }
    static bool hasProblem(const gis::Proposal& proposal, const std::string& key) {
        return std::any_of(proposal.problems.begin(), proposal.problems.end(), [&](const core::Message& problem) { return problem.key == key; });
    }
};

using Keys = std::vector<std::string>;

} // namespace gridwarden::test
