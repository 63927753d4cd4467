// SPDX-License-Identifier: GPL-3.0-or-later
// Official documents on a disk that becomes full.
#include "tests/app/report/official_sample.h"

#include <catch2/catch.hpp>
#include <csignal>
#include <fstream>
#include <sys/resource.h>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

/// Files larger than this cannot be written while it lives, as on a full disk.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN)) {
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

} // namespace

TEST_CASE("a document for which there is no room leaves the one before, and nothing beside it", "[report][official]") {
    const std::string name = GENERATE("document.pdf", "document.odt", "document.xlsx");
    const ScratchFolder folder;
    const auto file = folder / name;
    REQUIRE(writeOfficial(file, false, wholeDocument(6)));
    const auto size = std::filesystem::file_size(file);
    std::ofstream(file) << "before";
    // What is written beside a workbook on its way is not looked at, so it has room at once or none.
    const bool isWorkbook = name == "document.xlsx";
    for (const std::uintmax_t room : {std::uintmax_t{0}, size / 10, size / 2, size - 1000, size - 1}) {
        if (isWorkbook && room > size / 2)
            continue;
        INFO(name << " " << room << " of " << size);
        core::Result<OfficialFile> written = OfficialFile();
        {
            const FullDisk full(room);
            written = writeOfficial(file, true, wholeDocument(6));
        }
        REQUIRE_FALSE(written);
        CHECK(written.error().what.key == "file-unwritable");
        CHECK(std::filesystem::file_size(file) == 6);
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            CHECK(entry.path().filename() == name);
    }
    CHECK(writeOfficial(file, true, wholeDocument(6)));
}

TEST_CASE("the kind of a file follows from its ending", "[report][official]") {
    CHECK(officialFileKind("a.pdf") == OfficialFileKind::Pdf);
    CHECK(officialFileKind("a.b.ODT") == OfficialFileKind::OpenDocument);
    CHECK(officialFileKind("a.xlsx") == OfficialFileKind::Workbook);
    CHECK(writeOfficial("a.doc", false, wholeDocument(1)).error().what.key == "official-ending-unknown");
    CHECK_FALSE(officialFileKind("a.doc"));
    CHECK_FALSE(officialFileKind("pdf"));
}
