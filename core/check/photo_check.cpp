// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/photo_check.h"

#include "core/base/digest.h"

#include <algorithm>
#include <set>

namespace gridwarden::core {

namespace fs = std::filesystem;

namespace {

struct PhotoRow {
    std::int64_t id;
    std::string name, hash, number;
    CaseId caseId;
    bool hasThumbnail; ///< or needs none
};

bool isHash(const std::string& text) {
    constexpr std::size_t Digits = 64;
    return text.size() == Digits && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

void checkFile(CheckRun& run, const PhotoRow& photo, const fs::path& file) {
    std::error_code problem;
    if (!fs::exists(file, problem)) {
        run.fault({"photo-file-missing", {photo.name, photo.hash, photo.number}}, Remedy::PutBack, photo.caseId);
        return;
    }
    if (const auto digest = sha256OfFile(file); !digest || *digest != photo.hash)
        run.fault({"photo-file-altered", {photo.name, photo.hash, photo.number}}, Remedy::PutBack, photo.caseId);
    else if (!photo.hasThumbnail)
        run.note({"photo-thumbnail-missing", {photo.name, photo.number}}, Remedy::Repair, photo.caseId);
}

void noteUnused(CheckRun& run, const fs::path& folder, const std::set<std::string>& used) {
    std::error_code problem;
    for (fs::directory_iterator file(folder, problem), end; !problem && file != end; file.increment(problem))
        if (const std::string name = file->path().filename().string(); !used.contains(name))
            run.note({"photo-file-unused", {name}});
}

} // namespace

fs::path filesFolderOf(const fs::path& district) { return fs::path(district).replace_extension(".files"); }

Result<void> checkPhotos(CheckRun& run, const fs::path& filesFolder) {
    // A paper has no small picture. Read first: looking at many files takes long, and no statement stays open that long.
    auto photos = run.connection().rows("SELECT p.id, p.name, p.sha256, coalesce(r.number, ''), p.case_id, length(p.thumbnail) > 0 OR p.kind = 'paper' FROM photo p LEFT JOIN "
                                        "case_report r ON r.id = p.case_id ORDER BY p.sha256, p.id",
                                        {}, [](const Row& row) {
                                            return PhotoRow{row.integer(0), row.text(1), row.text(2), row.text(3), row.id<CaseId>(4), row.integer(5) != 0};
                                        });
    if (!photos)
        return fail(photos);
    std::set<std::string> used;
    for (std::size_t i = 0; i < photos->size(); ++i) {
        const PhotoRow& photo = (*photos)[i];
        if (!isHash(photo.hash))
            run.fault({"photo-hash-wrong", {photo.name, photo.hash, photo.number}}, Remedy::Restore, photo.caseId);
        else if (used.insert(photo.hash).second)
            checkFile(run, photo, filesFolder / photo.hash);
        if (auto going = run.reached(static_cast<double>(i + 1) / static_cast<double>(photos->size())); !going)
            return going;
    }
    noteUnused(run, filesFolder, used);
    return {};
}

} // namespace gridwarden::core
