// SPDX-License-Identifier: GPL-3.0-or-later
// Zip files made in memory, read back with libarchive, which has no part in making them.
#include "core/archive/zip_file.h"

#include <archive.h>
#include <archive_entry.h>
#include <catch2/catch.hpp>
#include <memory>
#include <random>

using namespace gridwarden::core;

namespace {

std::vector<std::pair<std::string, std::string>> readBack(const std::string& file) {
    const std::unique_ptr<archive, int (*)(archive*)> handle(archive_read_new(), archive_read_free);
    archive_read_support_format_zip_seekable(handle.get());
    REQUIRE(archive_read_open_memory(handle.get(), file.data(), file.size()) == ARCHIVE_OK);
    std::vector<std::pair<std::string, std::string>> members;
    for (archive_entry* entry = nullptr; archive_read_next_header(handle.get(), &entry) == ARCHIVE_OK;) {
        std::string content(static_cast<std::size_t>(archive_entry_size(entry)), '\0');
        // Reading to the end checks the member's CRC as well.
        REQUIRE(archive_read_data(handle.get(), content.data(), content.size()) == static_cast<la_ssize_t>(content.size()));
        char more = 0;
        REQUIRE(archive_read_data(handle.get(), &more, 1) == 0);
        members.emplace_back(archive_entry_pathname(entry), content);
    }
    return members;
}

} // namespace

TEST_CASE("a zip file gives back its members in their order", "[archive]") {
    std::mt19937 random(7);
    std::string noise(100'000, '\0');
    for (char& byte : noise)
        byte = static_cast<char>(random());
    const std::vector<ZipMember> members = {{"mimetype", "application/vnd.oasis.opendocument.text", true},
                                            {"META-INF/manifest.xml", std::string(50'000, 'x'), false},
                                            {"empty.xml", "", false},
                                            {"Pictures/1.png", noise, true},
                                            {"noise", noise, false}};
    const auto file = zipped(members);
    REQUIRE(file);
    const auto read = readBack(*file);
    REQUIRE(read.size() == members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        CHECK(read[i].first == members[i].name);
        CHECK((read[i].second == members[i].bytes));
    }
    CHECK(file->size() < 2 * noise.size() + 2'000); // what can be compressed is
}

TEST_CASE("the kind of a package is told by its first bytes, and equal members make equal files", "[archive]") {
    const std::vector<ZipMember> members = {{"mimetype", "application/x-test", true}, {"a", "content", false}};
    const auto file = zipped(members);
    REQUIRE(file);
    CHECK(file->substr(0, 4) == std::string("PK\x03\x04", 4));
    CHECK(file->substr(30, 26) == "mimetypeapplication/x-test");
    CHECK(*zipped(members) == *file);
}

TEST_CASE("what a zip file cannot hold is refused", "[archive]") {
    const auto file = zipped({{std::string(70'000, 'n'), "", false}});
    REQUIRE_FALSE(file);
    CHECK(file.error().what.key == "zip-too-large");
    CHECK_FALSE(zipped(std::vector<ZipMember>(70'000)));
}
