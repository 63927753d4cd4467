// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/staged_file.h"

#include "core/base/digest.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

using namespace gridwarden;
using core::StagedFile;
namespace fs = std::filesystem;

namespace {

fs::path writeFile(const fs::path& path, const std::string& content) {
    std::ofstream(path, std::ios::binary) << content;
    return path;
}

std::string contentOf(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t filesIn(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

} // namespace

TEST_CASE("a staged copy is whole and gets its hash as its name once it is kept", "[core][cases]") {
    const test::ScratchFolder folder;
    const std::string content(3'000'001, 'x'); // more than a piece, and no multiple of one
    const fs::path original = writeFile(folder / "a.pdf", content);
    const fs::path files = folder / "d.files";
    fs::path kept;
    {
        const auto staged = StagedFile::copy(original, files);
        REQUIRE(staged);
        CHECK((*staged)->size() == content.size());
        CHECK((*staged)->sha256() == core::sha256(content));
        CHECK(contentOf((*staged)->path()) == content);
        REQUIRE((*staged)->keep());
        kept = (*staged)->path();
        REQUIRE((*staged)->keep()); // a change that is tried again
    }
    CHECK(kept == files / core::sha256(content));
    CHECK(contentOf(kept) == content);
    CHECK(filesIn(files) == 1);
    CHECK(fs::exists(original));
}

TEST_CASE("a staged copy that nobody keeps goes and so does one that is cancelled", "[core][cases]") {
    const test::ScratchFolder folder;
    const fs::path original = writeFile(folder / "a.mp4", std::string(5'000'000, 'y'));
    const fs::path files = folder / "d.files";
    REQUIRE(StagedFile::copy(original, files));
    CHECK(filesIn(files) == 0);
    int asked = 0;
    const auto cancelled = StagedFile::copy(original, files, [&](double part) {
        CHECK(part > 0);
        CHECK(part <= 1);
        return ++asked < 2;
    });
    REQUIRE_FALSE(cancelled);
    CHECK(cancelled.error().code == core::ErrorCode::Cancelled);
    CHECK(asked == 2);
    CHECK(filesIn(files) == 0);
}

TEST_CASE("the same content is kept once", "[core][cases]") {
    const test::ScratchFolder folder;
    const fs::path files = folder / "d.files";
    {
        const auto first = StagedFile::write("same", files), second = StagedFile::write("same", files);
        REQUIRE(first);
        REQUIRE(second);
        CHECK((*first)->path() != (*second)->path());
        REQUIRE((*first)->keep());
        REQUIRE((*second)->keep());
    }
    CHECK(filesIn(files) == 1);
    CHECK(contentOf(files / core::sha256("same")) == "same");
}

TEST_CASE("a file that is not there or cannot be kept says so", "[core][cases]") {
    const test::ScratchFolder folder;
    const auto missing = StagedFile::copy(folder / "none.pdf", folder / "d.files");
    REQUIRE_FALSE(missing);
    CHECK(missing.error().what.key == "photo-unreadable");
    const fs::path blocked = writeFile(folder / "blocked", "a file where the folder should be");
    const auto refused = StagedFile::write("x", blocked / "d.files");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what.key == "photo-not-kept");
}
