// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/archive_reading.h"

#include "core/archive/district_archive.h"
#include "core/base/digest.h"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <map>
#include <sys/stat.h>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t PieceBytes = 256 << 10;
/// Districts pack to a fifth or a tenth; what claims to be hundreds of times as large as its archive is a trap.
constexpr std::uint64_t DensestRatio = 200;
constexpr std::uint64_t AlwaysAllowed = 1 << 20;

} // namespace

struct ArchiveReading::State {
    fs::path path;
    archive* handle = archive_read_new();
    Manifest manifest;
    State() = default;
    ~State() { archive_read_free(handle); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    [[nodiscard]] tl::unexpected<Error> unreadable() const {
        const char* words = archive_error_string(handle);
        return fail(ErrorCode::BadInput, {"archive-unreadable", {path.string(), words == nullptr ? "" : words}}, path.string());
    }
    [[nodiscard]] static tl::unexpected<Error> refused(const std::string& entry) { return fail(ErrorCode::BadInput, {"archive-entry-refused", {entry}}); }

    /// The name of the next entry, which is a plain file; none at the end.
    Result<std::optional<std::string>> next() {
        archive_entry* entry = nullptr;
        const int answer = archive_read_next_header(handle, &entry);
        if (answer == ARCHIVE_EOF)
            return std::nullopt;
        if (answer != ARCHIVE_OK && answer != ARCHIVE_WARN)
            return unreadable();
        const char* name = archive_entry_pathname(entry);
        if (name == nullptr)
            name = archive_entry_pathname_utf8(entry);
        const std::string text = name == nullptr ? std::string() : name;
        if (text.empty() || archive_entry_filetype(entry) != AE_IFREG || archive_entry_symlink(entry) != nullptr || archive_entry_hardlink(entry) != nullptr ||
            archive_entry_is_encrypted(entry) != 0)
            return refused(text);
        return text;
    }
    /// A piece of the present entry; empty at its end.
    Result<std::string_view> piece(std::vector<char>& buffer) {
        const la_ssize_t got = archive_read_data(handle, buffer.data(), buffer.size());
        if (got < 0)
            return unreadable();
        return std::string_view(buffer.data(), static_cast<std::size_t>(got));
    }
};

ArchiveReading::ArchiveReading(std::unique_ptr<State> state) : m_state(std::move(state)) {}
ArchiveReading::ArchiveReading(ArchiveReading&&) noexcept = default;
ArchiveReading::~ArchiveReading() = default;
const Manifest& ArchiveReading::manifest() const { return m_state->manifest; }

Result<ArchiveReading> ArchiveReading::open(const fs::path& archive) {
    std::error_code problem;
    if (!fs::is_regular_file(archive, problem))
        return fail(ErrorCode::NotFound, {"file-not-found", {archive.string()}}, archive.string());
    auto state = std::make_unique<State>();
    state->path = archive;
    archive_read_support_format_zip(state->handle);
    if (archive_read_open_filename(state->handle, archive.c_str(), PieceBytes) != ARCHIVE_OK)
        return state->unreadable();
    const auto first = state->next();
    if (!first)
        return fail(first);
    if (!*first || **first != ManifestEntry)
        return fail(ErrorCode::BadInput, {"archive-not-ours", {archive.string()}}, archive.string());
    std::string text;
    std::vector<char> buffer(PieceBytes);
    for (;;) {
        const auto piece = state->piece(buffer);
        if (!piece)
            return fail(piece);
        if (piece->empty())
            break;
        if (text.size() + piece->size() > Manifest::LargestText)
            return fail(ErrorCode::BadInput, {"archive-manifest-unreadable", {}}, archive.string());
        text += *piece;
    }
    auto manifest = manifestFromText(text);
    if (!manifest)
        return fail(manifest);
    state->manifest = std::move(*manifest);
    const std::uint64_t packed = fs::file_size(archive, problem);
    if (state->manifest.bytes() > packed * DensestRatio + AlwaysAllowed)
        return fail(ErrorCode::BadInput, {"archive-too-dense", {archive.string()}}, archive.string());
    return ArchiveReading(std::move(state));
}

Result<void> ArchiveReading::readAll(const std::function<Result<EntrySink>(const ManifestFile&)>& sinkFor, const CopyProgress& progress) {
    std::map<std::string, const ManifestFile*> missing;
    for (const ManifestFile& file : m_state->manifest.files)
        missing.emplace(file.path, &file);
    const double total = std::max(1.0, static_cast<double>(m_state->manifest.bytes()));
    double done = 0;
    std::vector<char> buffer(PieceBytes);
    for (;;) {
        const auto name = m_state->next();
        if (!name)
            return fail(name);
        if (!*name)
            break;
        const auto found = missing.find(**name);
        if (found == missing.end()) // not in the manifest, twice, or a second manifest
            return State::refused(**name);
        const ManifestFile& file = *found->second;
        missing.erase(found);
        const auto sink = sinkFor(file);
        if (!sink)
            return fail(sink);
        Sha256 hash;
        std::uint64_t bytes = 0;
        for (;;) {
            const auto piece = m_state->piece(buffer);
            if (!piece)
                return fail(piece);
            if (piece->empty())
                break;
            bytes += piece->size();
            if (bytes > file.bytes)
                return fail(ErrorCode::BadInput, {"archive-digest-differs", {file.path}}, m_state->path.string());
            hash.add(*piece);
            if (*sink)
                if (auto taken = (*sink)(*piece); !taken)
                    return taken;
            done += static_cast<double>(piece->size());
            if (progress && !progress(done / total))
                return fail(ErrorCode::Cancelled, {"cancelled", {}});
        }
        if (bytes != file.bytes || hash.hex() != file.sha256)
            return fail(ErrorCode::BadInput, {"archive-digest-differs", {file.path}}, m_state->path.string());
    }
    if (!missing.empty())
        return fail(ErrorCode::BadInput, {"archive-incomplete", {missing.begin()->first}}, m_state->path.string());
    return {};
}

Result<void> checkArchive(const fs::path& archive, const CopyProgress& progress) {
    auto reading = ArchiveReading::open(archive);
    if (!reading)
        return fail(reading);
    return reading->readAll([](const ManifestFile&) -> Result<EntrySink> { return EntrySink(); }, progress);
}

bool isDistrictArchive(const fs::path& file) { return ArchiveReading::open(file).has_value(); }

Result<std::string> nameInArchive(const fs::path& archive) {
    const auto reading = ArchiveReading::open(archive);
    if (!reading)
        return fail(reading);
    return reading->manifest().name;
}

} // namespace gridwarden::core
