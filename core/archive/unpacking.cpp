// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archive_reading.h"
#include "core/archive/district_archive.h"
#include "core/base/durable_file.h"
#include "core/store/restoring.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr double ReadingDone = .8;

/// A new folder that is gone at the end with all that is in it.
class StagingFolder {
  public:
    explicit StagingFolder(const fs::path& parent) {
        std::string pattern = (parent / ".unpacking-XXXXXX").string();
        if (mkdtemp(pattern.data()) != nullptr)
            m_path = pattern;
    }
    ~StagingFolder() {
        std::error_code ignored;
        if (!m_path.empty())
            fs::remove_all(m_path, ignored);
    }
    StagingFolder(const StagingFolder&) = delete;
    StagingFolder& operator=(const StagingFolder&) = delete;
    [[nodiscard]] const fs::path& path() const { return m_path; } ///< empty when it could not be made

  private:
    fs::path m_path;
};

/// A file that did not exist before, written through its descriptor.
class NewFile {
  public:
    explicit NewFile(const fs::path& path) : m_path(path), m_descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666)) {}
    ~NewFile() {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    NewFile(const NewFile&) = delete;
    NewFile& operator=(const NewFile&) = delete;
    Result<void> add(std::string_view piece) {
        while (!piece.empty()) {
            const ssize_t written = m_descriptor < 0 ? -1 : ::write(m_descriptor, piece.data(), piece.size());
            if (written < 0 && m_descriptor >= 0 && errno == EINTR)
                continue;
            if (written <= 0)
                return fail(ErrorCode::Io, {"file-unwritable", {m_path.string()}}, m_path.string(), std::strerror(errno));
            piece.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }
    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }

  private:
    fs::path m_path;
    int m_descriptor;
};

} // namespace

Result<fs::path> unpackDistrict(const fs::path& archive, const UnpackTarget& target, const CopyProgress& progress) {
    auto reading = ArchiveReading::open(archive);
    if (!reading)
        return fail(reading);
    const Manifest& manifest = reading->manifest();
    std::error_code problem;
    const bool madeFolder = fs::create_directories(target.folder, problem);
    if (!fs::is_directory(target.folder, problem))
        return fail(ErrorCode::Io, {"file-unwritable", {target.folder.string()}}, target.folder.string());
    // A folder made for this goes again when it stays empty.
    struct Tidy {
        const fs::path& folder;
        bool isOurs;
        ~Tidy() {
            std::error_code ignored;
            if (isOurs)
                fs::remove(folder, ignored);
        }
    } const tidy{target.folder, madeFolder};
    const fs::path district = fs::absolute(target.folder, problem) / (manifest.name + ".gpkg");
    const fs::path filesFolder = fs::path(district).replace_extension(".files");
    const bool isThere = fs::exists(district, problem);
    if (target.existing == Existing::Keep)
        for (const fs::path& path : {district, filesFolder})
            if (fs::exists(path, problem))
                return fail(ErrorCode::Exists, {"file-exists", {path.string()}}, path.string());
    if (const auto space = freeSpace(target.folder); space && *space < manifest.bytes())
        return fail(ErrorCode::Io, {"backup-no-space", {district.string(), std::to_string(manifest.bytes()), std::to_string(*space)}}, district.string());

    const StagingFolder staging(fs::absolute(target.folder, problem));
    const fs::path stagedFiles = staging.path() / "files";
    if (staging.path().empty() || !fs::create_directory(stagedFiles, problem))
        return fail(ErrorCode::Io, {"file-unwritable", {target.folder.string()}}, target.folder.string(), problem.message());
    const fs::path stagedDistrict = staging.path() / "district.gpkg";
    const auto place = [&](const ManifestFile& file) {
        return file.path == DistrictEntry ? stagedDistrict : stagedFiles / file.path.substr(FilesPrefix.size());
    };
    const auto read = reading->readAll(
        [&](const ManifestFile& file) -> Result<EntrySink> {
            auto out = std::make_shared<NewFile>(place(file));
            if (!out->isOpen())
                return fail(ErrorCode::Io, {"file-unwritable", {place(file).string()}}, place(file).string(), std::strerror(errno));
            return EntrySink([out](std::string_view piece) { return out->add(piece); });
        },
        progress ? CopyProgress([&](double share) { return progress(ReadingDone * share); }) : CopyProgress());
    if (!read)
        return fail(read);
    if (const auto verified = verifyDistrict(stagedDistrict); !verified)
        return fail(verified);
    for (const ManifestFile& file : manifest.files)
        if (auto synced = syncFile(place(file)); !synced)
            return fail(synced);
    if (progress && !progress(ReadingDone))
        return fail(ErrorCode::Cancelled, {"cancelled", {}});

    // Photos first: a district never names photos that are not there yet.
    if (!fs::exists(filesFolder, problem) && manifest.files.size() > 1) {
        if (auto named = renameDurably(stagedFiles, filesFolder, /*overwrite=*/false); !named)
            return fail(named);
    } else {
        for (const ManifestFile& file : manifest.files)
            if (file.path != DistrictEntry)
                if (auto named = renameDurably(place(file), filesFolder / place(file).filename(), /*overwrite=*/true); !named)
                    return fail(named);
    }
    if (isThere) {
        if (auto restored = restoreBackup(district, stagedDistrict, target.actor); !restored)
            return fail(restored);
    } else if (auto named = renameDurably(stagedDistrict, district, /*overwrite=*/false); !named) {
        return fail(named);
    }
    return district;
}

} // namespace gridwarden::core
