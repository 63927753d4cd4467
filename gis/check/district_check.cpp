// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/check/district_check.h"

#include "core/check/photo_check.h"
#include "core/check/state_check.h"
#include "gis/draw/thumbnail.h"
#include "gis/source/cover_check.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;
namespace fs = std::filesystem;

namespace {

constexpr double CoverBegins = 0.95;

core::CheckProgress part(const core::CheckProgress& whole, double from, double to) {
    if (!whole)
        return {};
    return [&whole, from, to](double share) { return whole(from + share * (to - from)); };
}

Result<void> cancelled() { return fail(core::ErrorCode::Cancelled, {"cancelled", {}}); }

Result<void> checkCovers(core::Store& store, std::vector<core::Finding>& findings, const core::CheckProgress& progress) {
    const auto rules = core::loadDerivingRules(store.connection());
    if (!rules)
        return {}; // said already
    const core::Day today = rules->zone.day(core::now());
    core::FindingList list;
    double done = 0;
    for (const core::AreaKind kind : core::AllAreaKinds) {
        for (const CoverFinding& finding : checkCover(rules->areas, kind, today)) {
            core::Finding noted{finding.what, core::Remedy::Edit, false, {}, {}, finding.areas.empty() ? core::AreaId() : finding.areas.front()};
            if (finding.place != core::GeoPoint())
                noted.place = finding.place;
            list.add(std::move(noted));
        }
        done += 1.0 / core::AllAreaKinds.size();
        if (progress && !progress(done))
            return cancelled();
    }
    for (core::Finding& finding : list.take())
        findings.push_back(std::move(finding));
    return {};
}

/// Photos without a thumbnail get one; what is no picture stays without.
Result<int> rebuildThumbnails(core::District& district, const core::Actor& actor, const core::CheckProgress& progress) {
    const auto photos = district.connection().rows("SELECT id, sha256 FROM photo WHERE (thumbnail IS NULL OR length(thumbnail) = 0) AND kind <> 'paper'", {}, [](const core::Row& row) {
        return std::pair(row.id<core::PhotoId>(0), row.text(1));
    });
    if (!photos)
        return fail(photos);
    int made = 0;
    const auto done = district.change({"rebuild-thumbnails", {}}, actor, [&](core::Change& change) -> Result<void> {
        for (std::size_t i = 0; i < photos->size(); ++i) {
            const auto& [id, hash] = (*photos)[i];
            if (progress && !progress(static_cast<double>(i) / static_cast<double>(photos->size())))
                return cancelled();
            const auto prepared = preparePhoto(district.filesFolder() / hash, district.timeZone());
            if (!prepared || prepared->thumbnail.empty())
                continue;
            if (auto kept = change.connection().run("UPDATE photo SET thumbnail = ? WHERE id = ?", {core::Blob{prepared->thumbnail}, id}); !kept)
                return fail(kept);
            ++made;
        }
        return {};
    });
    if (!done)
        return fail(done);
    return made;
}

/// The copy is not verified when the file is known to be damaged: it shall show the damage.
Result<void> backUp(core::District& district, const fs::path& target) {
    if (auto verified = district.store().backup(target, /*overwrite=*/false); verified || verified.error().code == core::ErrorCode::Exists)
        return verified;
    std::error_code problem;
    fs::copy_file(district.path(), target, problem);
    if (problem)
        return fail(core::ErrorCode::Io, {"backup-failed", {target.string()}}, target.string(), problem.message());
    return {};
}

} // namespace

Result<core::CheckReport> checkDistrict(core::Store& store, const core::CheckProgress& progress) {
    auto report = core::checkFile(store, part(progress, 0, CoverBegins));
    if (!report)
        return report;
    if (auto covers = checkCovers(store, report->findings, part(progress, CoverBegins, 1)); !covers)
        return fail(covers);
    std::stable_sort(report->findings.begin(), report->findings.end(), [](const auto& a, const auto& b) { return a.isFault && !b.isFault; });
    return report;
}

Result<RepairReport> repairDistrict(core::District& district, const core::Actor& actor, const fs::path& backup, const core::CheckProgress& progress) {
    if (district.isReadOnly())
        return fail(core::ErrorCode::ReadOnly, {"district-read-only", {district.path().string()}}, district.path().string());
    RepairReport report;
    auto before = checkDistrict(district.store(), part(progress, 0, 0.3));
    if (!before)
        return fail(before);
    if (!before->hasRepairable()) {
        report.left = std::move(*before);
        return report;
    }
    if (auto copied = backUp(district, backup); !copied)
        return fail(copied);
    report.backup = backup;
    auto steps = core::repairFile(district, actor, part(progress, 0.4, 0.6));
    if (!steps) { // nothing was changed, and the copy says nothing that the district does not
        std::error_code problem;
        fs::remove(backup, problem);
        return fail(steps);
    }
    report.done = std::move(*steps);
    const auto thumbnails = rebuildThumbnails(district, actor, part(progress, 0.6, 0.7));
    if (!thumbnails)
        return fail(thumbnails);
    if (*thumbnails > 0)
        report.done.push_back({"repaired-thumbnails", {std::to_string(*thumbnails)}});
    // What is done is done: this check is not given up half-way.
    auto left = checkDistrict(district.store(), progress ? core::CheckProgress([&](double share) {
        (void)progress(0.7 + 0.3 * share);
        return true;
    })
                                                         : core::CheckProgress());
    if (!left)
        return fail(left);
    report.left = std::move(*left);
    return report;
}

fs::path repairBackupName(const core::District& district) {
    std::string stamp = core::localText(core::now(), district.timeZone()) + core::isoUtc(core::now()).substr(16, 3);
    std::erase_if(stamp, [](char c) { return c == ':' || c == '-'; });
    std::replace(stamp.begin(), stamp.end(), ' ', '-');
    const fs::path& path = district.path();
    return path.parent_path() / (path.stem().string() + "-before-repair-" + stamp + path.extension().string());
}

} // namespace gridwarden::gis
