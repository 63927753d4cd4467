// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/district_archive.h"

#include "core/archive/manifest.h"
#include "core/base/digest.h"
#include "tests/support/small_district.h"

#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <map>

using namespace gridwarden::core;
using namespace gridwarden::test;

namespace fs = std::filesystem;

namespace {

std::string bytesOf(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void writeBytes(const fs::path& file, const std::string& bytes) { std::ofstream(file, std::ios::binary) << bytes; }

/// Name → content of all files below a folder.
std::map<std::string, std::string> treeOf(const fs::path& folder) {
    std::map<std::string, std::string> tree;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        tree[fs::relative(entry.path(), folder).string()] = entry.is_regular_file() ? bytesOf(entry.path()) : "folder";
    return tree;
}

struct Entry {
    std::string name;
    std::string bytes;
    std::string linkTo = {};
};

/// A zip as somebody with bad intentions would write it.
void writeZip(const fs::path& file, const std::vector<Entry>& entries) {
    archive* const handle = archive_write_new();
    archive_write_set_format_zip(handle);
    REQUIRE(archive_write_open_filename(handle, file.c_str()) == ARCHIVE_OK);
    for (const Entry& entry : entries) {
        archive_entry* const header = archive_entry_new();
        archive_entry_set_pathname(header, entry.name.c_str());
        archive_entry_set_perm(header, 0644);
        if (entry.linkTo.empty()) {
            archive_entry_set_filetype(header, AE_IFREG);
            archive_entry_set_size(header, static_cast<la_int64_t>(entry.bytes.size()));
        } else {
            archive_entry_set_filetype(header, AE_IFLNK);
            archive_entry_set_symlink(header, entry.linkTo.c_str());
        }
        REQUIRE(archive_write_header(handle, header) == ARCHIVE_OK);
        archive_write_data(handle, entry.bytes.data(), entry.bytes.size());
        archive_entry_free(header);
    }
    REQUIRE(archive_write_close(handle) == ARCHIVE_OK);
    archive_write_free(handle);
}

struct Packed {
    SmallDistrict small;
    fs::path archive = small.folder / "packed.zip";
    fs::path out = small.folder / "out";
    std::string photo = std::string("\xff\xd8\xff not much of a photo ") + std::string(100'000, 'x');
    std::string photoName = sha256(photo);
    fs::path district = small.district->path();
    PackedDistrict packed;
    Packed() {
        small.report(GeoPoint{120.645, 28.005});
        fs::create_directory(small.folder / "small.files");
        writeBytes(small.folder / "small.files" / photoName, photo);
        const auto done = packDistrict(district, archive, Existing::Keep);
        REQUIRE(done);
        packed = *done;
    }
    [[nodiscard]] Manifest manifest(const std::string& content) const {
        return {"small", {{std::string(DistrictEntry), content.size(), sha256(content)}}};
    }
    /// Refused, and nothing is left of it.
    void refuses(const std::string& key) {
        const auto done = unpackDistrict(archive, {out, Existing::Keep, {}});
        REQUIRE_FALSE(done);
        CHECK(done.error().what.key == key);
        CHECK_FALSE(fs::exists(out));
    }
};

} // namespace

TEST_CASE("what is packed comes out byte for byte", "[core][archive]") {
    Packed made;
    CHECK(made.packed.photos == 1);
    CHECK(made.packed.leftOut.empty());
    CHECK(made.packed.altered.empty());
    CHECK(checkArchive(made.archive));
    CHECK(isDistrictArchive(made.archive));
    CHECK(nameInArchive(made.archive).value() == "small");
    const auto unpacked = unpackDistrict(made.archive, {made.out, Existing::Keep, {}});
    REQUIRE(unpacked);
    CHECK(*unpacked == made.out / "small.gpkg");
    CHECK(bytesOf(made.out / "small.files" / made.photoName) == made.photo);
    auto again = District::open(*unpacked, OpenMode::ReadOnly);
    REQUIRE(again);
    CHECK((*again)->store().journal(1)->front().hash == made.small.district->store().journal(1)->front().hash);
    CHECK((*again)->store().remarks().empty());
    CHECK(treeOf(made.out).size() == 3); // district, folder, photo

    // Packing what was unpacked gives the same again.
    again->reset();
    const fs::path second = made.small.folder / "second.zip";
    REQUIRE(packDistrict(*unpacked, second, Existing::Keep));
    const fs::path out = made.small.folder / "out2";
    REQUIRE(unpackDistrict(second, {out, Existing::Keep, {}}));
    const auto first = verifyDistrict(*unpacked);
    CHECK(verifyDistrict(out / "small.gpkg").value() == first.value());
    CHECK(bytesOf(out / "small.files" / made.photoName) == made.photo);
}

TEST_CASE("what does not belong to the district is named and left out", "[core][archive]") {
    Packed made;
    fs::create_directory(made.small.folder / "small.files" / "folder");
    fs::create_symlink("/etc/passwd", made.small.folder / "small.files" / "link");
    writeBytes(made.small.folder / "small.files" / std::string(64, 'a'), "altered");
    const auto packed = packDistrict(made.district, made.small.folder / "second.zip", Existing::Keep);
    REQUIRE(packed);
    CHECK(packed->photos == 2);
    CHECK(std::set<std::string>(packed->leftOut.begin(), packed->leftOut.end()) == std::set<std::string>{"folder", "link"});
    CHECK(packed->altered == std::vector<std::string>{std::string(64, 'a')});
}

TEST_CASE("nothing is overwritten unasked", "[core][archive]") {
    Packed made;
    CHECK(packDistrict(made.district, made.archive, Existing::Keep).error().code == ErrorCode::Exists);
    CHECK(packDistrict(made.district, made.archive, Existing::Replace));
    REQUIRE(unpackDistrict(made.archive, {made.out, Existing::Keep, {}}));
    CHECK(unpackDistrict(made.archive, {made.out, Existing::Keep, {}}).error().code == ErrorCode::Exists);
    // Asked for, the district that is there becomes a backup.
    REQUIRE(unpackDistrict(made.archive, {made.out, Existing::Replace, made.small.actor}));
    CHECK(BackupShelf(made.out / "small.gpkg").files()->size() == 1);
}

TEST_CASE("hostile archives are refused and leave nothing behind", "[core][archive]") {
    Packed made;
    const std::string content = bytesOf(made.district);
    const auto good = made.manifest(content);
    const std::string text = manifestText(good);
    const std::string district(DistrictEntry);
    const std::string list(ManifestEntry);
    const auto naming = [&](const std::string& path) {
        Manifest bad = good;
        bad.files.push_back({path, 1, sha256("x")});
        return manifestText(bad);
    };
    SECTION("a path upwards") {
        writeZip(made.archive, {{list, naming("district.files/../../evil")}, {district, content}, {"district.files/../../evil", "x"}});
        made.refuses("archive-name-refused");
    }
    SECTION("an absolute path") {
        writeZip(made.archive, {{list, naming("/tmp/evil")}, {district, content}, {"/tmp/evil", "x"}});
        made.refuses("archive-name-refused");
    }
    SECTION("a hidden file") {
        writeZip(made.archive, {{list, naming("district.files/.evil")}, {district, content}, {"district.files/.evil", "x"}});
        made.refuses("archive-name-refused");
    }
    SECTION("a name of the district that leads elsewhere") {
        Manifest bad = good;
        bad.name = GENERATE("../evil", "/tmp/evil", "a/b", "", ".hidden", "a\nb", "C:evil", "a\\b");
        writeZip(made.archive, {{list, manifestText(bad)}, {district, content}});
        made.refuses("archive-name-refused");
    }
    SECTION("an entry that the list does not name") {
        writeZip(made.archive, {{list, text}, {district, content}, {"../evil", "x"}});
        made.refuses("archive-entry-refused");
    }
    SECTION("a symbolic link in place of the district") {
        writeZip(made.archive, {{list, text}, {district, "", "/etc/passwd"}});
        made.refuses("archive-entry-refused");
    }
    SECTION("two lists") {
        writeZip(made.archive, {{list, text}, {list, text}, {district, content}});
        made.refuses("archive-entry-refused");
    }
    SECTION("the district twice") {
        writeZip(made.archive, {{list, text}, {district, content}, {district, content}});
        made.refuses("archive-entry-refused");
    }
    SECTION("no list") {
        writeZip(made.archive, {{district, content}});
        made.refuses("archive-not-ours");
    }
    SECTION("a list that is none") {
        writeZip(made.archive, {{list, GENERATE("", "{}", "[", "{\"format\":\"gridwarden-archive\",\"version\":1,\"name\":\"a\",\"files\":[{\"path\":7}]}")}, {district, content}});
        made.refuses("archive-manifest-unreadable");
    }
    SECTION("wrong content") {
        std::string other = content;
        other[other.size() / 2] = static_cast<char>(other[other.size() / 2] ^ 1);
        writeZip(made.archive, {{list, text}, {district, other}});
        made.refuses("archive-digest-differs");
    }
    SECTION("more content than the list says") {
        writeZip(made.archive, {{list, text}, {district, content + "more"}});
        made.refuses("archive-digest-differs");
    }
    SECTION("a file that is missing") {
        writeZip(made.archive, {{list, naming("district.files/photo")}, {district, content}});
        made.refuses("archive-incomplete");
    }
    SECTION("a bomb") {
        const std::string zeros(64 << 20, '\0');
        writeZip(made.archive, {{list, manifestText(made.manifest(zeros))}, {district, zeros}});
        made.refuses("archive-too-dense");
    }
    SECTION("what the list says is fine and the district is none") {
        const std::string other(4096, 'x');
        writeZip(made.archive, {{list, manifestText(made.manifest(other))}, {district, other}});
        const auto done = unpackDistrict(made.archive, {made.out, Existing::Keep, {}});
        REQUIRE_FALSE(done);
        CHECK_FALSE(fs::exists(made.out));
    }
}

TEST_CASE("an archive that is cut off or flipped anywhere is refused", "[core][archive]") {
    Packed made;
    const std::string whole = bytesOf(made.archive);
    const auto before = treeOf(made.small.folder.path()).size();
    int accepted = 0;
    for (int i = 0; i < 40; ++i) {
        writeBytes(made.archive, whole.substr(0, whole.size() * static_cast<std::size_t>(i) / 40));
        accepted += unpackDistrict(made.archive, {made.out, Existing::Keep, {}}) ? 1 : 0;
    }
    CHECK(accepted == 0);
    for (std::size_t i = 0; i < 60; ++i) {
        std::string flipped = whole;
        const std::size_t at = i * whole.size() / 60;
        flipped[at] = static_cast<char>(flipped[at] ^ 0x10);
        writeBytes(made.archive, flipped);
        if (const auto unpacked = unpackDistrict(made.archive, {made.out, Existing::Keep, {}})) {
            // A date or an attribute of an entry may change unnoticed; its content may not.
            CHECK(bytesOf(made.out / "small.files" / made.photoName) == made.photo);
            CHECK(verifyDistrict(*unpacked)->cases == 1);
            fs::remove_all(made.out);
        }
    }
    CHECK(treeOf(made.small.folder.path()).size() == before);
}

TEST_CASE("packing and unpacking can be cancelled at any moment", "[core][archive]") {
    Packed made;
    const auto before = treeOf(made.small.folder.path());
    for (int at = 1; at < 40; ++at) {
        int asked = 0;
        const auto packed = packDistrict(made.district, made.small.folder / "second.zip", Existing::Keep, [&](double) { return ++asked != at; });
        if (packed) {
            fs::remove(made.small.folder / "second.zip");
            break;
        }
        CHECK(packed.error().code == ErrorCode::Cancelled);
    }
    for (int at = 1; at < 40; ++at) {
        int asked = 0;
        const auto unpacked = unpackDistrict(made.archive, {made.out, Existing::Keep, {}}, [&](double) { return ++asked != at; });
        if (unpacked) {
            fs::remove_all(made.out);
            break;
        }
        CHECK(unpacked.error().code == ErrorCode::Cancelled);
    }
    CHECK(treeOf(made.small.folder.path()) == before);
}
