// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/district_archive.h"
#include "core/archive/manifest.h"
#include "core/base/digest.h"
#include "core/base/durable_file.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <fstream>
#include <memory>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t PieceBytes = 256 << 10;
// Shares of the work, by bytes read and written: the district's copy, digests, writing, reading back.
constexpr double CopyDone = .2, DigestsDone = .35, WritingDone = .75;

/// A source of the archive: where it lies, what the manifest says of it.
struct Source {
    fs::path path;
    ManifestFile file;
};

struct Writer {
    fs::path target;
    std::unique_ptr<archive, int (*)(archive*)> handle{archive_write_new(), archive_write_free};

    [[nodiscard]] tl::unexpected<Error> fault(const fs::path& subject) const {
        const char* words = archive_error_string(handle.get());
        return fail(ErrorCode::Io, {"archive-unwritable", {target.string()}}, subject.string(), words == nullptr ? "" : words);
    }
    Result<void> open(const fs::path& file) {
        if (archive_write_set_format_zip(handle.get()) != ARCHIVE_OK || archive_write_open_filename(handle.get(), file.c_str()) != ARCHIVE_OK)
            return fault(file);
        return {};
    }
    Result<void> begin(const std::string& name, std::uint64_t bytes, bool compress) {
        if (compress)
            archive_write_zip_set_compression_deflate(handle.get());
        else
            archive_write_zip_set_compression_store(handle.get());
        const std::unique_ptr<archive_entry, void (*)(archive_entry*)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), name.c_str());
        archive_entry_set_size(entry.get(), static_cast<la_int64_t>(bytes));
        archive_entry_set_filetype(entry.get(), AE_IFREG);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_mtime(entry.get(), now().time_since_epoch().count(), 0);
        return archive_write_header(handle.get(), entry.get()) == ARCHIVE_OK ? Result<void>() : Result<void>(fault(name));
    }
    Result<void> add(std::string_view piece) {
        const la_ssize_t written = archive_write_data(handle.get(), piece.data(), piece.size());
        return written == static_cast<la_ssize_t>(piece.size()) ? Result<void>() : Result<void>(fault(target));
    }
    Result<void> close() { return archive_write_close(handle.get()) == ARCHIVE_OK ? Result<void>() : Result<void>(fault(target)); }
};

/// The files beside the district, sorted; what is none of them is named.
std::vector<fs::path> filesBeside(const fs::path& district, std::vector<std::string>& leftOut) {
    std::vector<fs::path> files;
    std::error_code problem;
    for (fs::directory_iterator entry(fs::path(district).replace_extension(".files"), problem), end; !problem && entry != end; entry.increment(problem)) {
        std::error_code unknown;
        const std::string name = entry->path().filename().string();
        if (fs::is_regular_file(entry->symlink_status(unknown)) && isPlainName(name))
            files.push_back(entry->path());
        else
            leftOut.push_back(name);
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<void> writeFile(Writer& writer, const Source& source, double& done, double total, const CopyProgress& progress) {
    // Photos are compressed already.
    if (auto begun = writer.begin(source.file.path, source.file.bytes, source.file.path == DistrictEntry); !begun)
        return begun;
    std::ifstream in(source.path, std::ios::binary);
    std::vector<char> piece(PieceBytes);
    std::uint64_t bytes = 0;
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        if (auto added = writer.add({piece.data(), static_cast<std::size_t>(in.gcount())}); !added)
            return added;
        bytes += static_cast<std::uint64_t>(in.gcount());
        done += static_cast<double>(in.gcount());
        if (progress && !progress(DigestsDone + (WritingDone - DigestsDone) * done / total))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
    }
    if (in.bad() || bytes != source.file.bytes)
        return fail(ErrorCode::Io, {"file-unreadable", {source.path.string()}}, source.path.string());
    return {};
}

} // namespace

Result<PackedDistrict> packDistrict(const fs::path& district, const fs::path& target, Existing existing, const CopyProgress& progress) {
    std::error_code problem;
    if (existing == Existing::Keep && fs::exists(target, problem))
        return fail(ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    const auto part = [&progress](double from, double to) -> CopyProgress {
        if (!progress)
            return {};
        return [&progress, from, to](double share) { return progress(from + share * (to - from)); };
    };
    // The copy lies beside the archive only while it is packed.
    fs::path copyPath = target;
    copyPath += ".district";
    struct Removed {
        fs::path path;
        ~Removed() {
            std::error_code ignored;
            fs::remove(path, ignored);
        }
    } const copy{copyPath};
    if (auto copied = copyVerified(district, copy.path, Existing::Replace, part(0, CopyDone)); !copied)
        return fail(copied);

    PackedDistrict packed;
    std::vector<Source> sources{{copy.path, {std::string(DistrictEntry), 0, {}}}};
    for (const fs::path& file : filesBeside(district, packed.leftOut))
        sources.push_back({file, {std::string(FilesPrefix) + file.filename().string(), 0, {}}});
    packed.photos = sources.size() - 1;
    Manifest manifest;
    manifest.name = district.stem().string();
    for (Source& source : sources) {
        source.file.bytes = fs::file_size(source.path, problem);
        auto digest = sha256OfFile(source.path);
        if (!digest)
            return fail(digest);
        source.file.sha256 = std::move(*digest);
        const std::string name = source.path.stem().string();
        if (source.file.path != DistrictEntry && name != source.file.sha256)
            packed.altered.push_back(source.path.filename().string());
        manifest.files.push_back(source.file);
        if (progress && !progress(CopyDone + (DigestsDone - CopyDone) * static_cast<double>(manifest.files.size()) / static_cast<double>(sources.size())))
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
    }
    packed.bytes = manifest.bytes();
    const std::string text = manifestText(manifest);
    if (text.size() > Manifest::LargestText || !manifestFromText(text))
        return fail(ErrorCode::BadInput, {"archive-unwritable", {target.string()}}, target.string(), "manifest");
    if (const auto space = freeSpace(fs::absolute(target, problem).parent_path()); space && *space < packed.bytes)
        return fail(ErrorCode::Io, {"backup-no-space", {target.string(), std::to_string(packed.bytes), std::to_string(*space)}}, target.string());

    PartialFile partial(target);
    {
        Writer writer{target};
        if (auto opened = writer.open(partial.path()); !opened)
            return fail(opened);
        if (auto begun = writer.begin(std::string(ManifestEntry), text.size(), true); !begun)
            return fail(begun);
        if (auto added = writer.add(text); !added)
            return fail(added);
        double done = 0;
        const double total = std::max(1.0, static_cast<double>(packed.bytes));
        for (const Source& source : sources)
            if (auto written = writeFile(writer, source, done, total, progress); !written)
                return fail(written);
        if (auto closed = writer.close(); !closed)
            return fail(closed);
    }
    if (auto synced = syncFile(partial.path()); !synced)
        return fail(synced);
    if (auto checked = checkArchive(partial.path(), part(WritingDone, 1)); !checked)
        return fail(checked);
    if (auto named = partial.finish(existing == Existing::Replace); !named)
        return fail(named);
    return packed;
}

} // namespace gridwarden::core
