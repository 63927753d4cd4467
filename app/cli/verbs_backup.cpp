// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desk.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "core/archive/district_archive.h"
#include "core/full_copy.h"
#include "core/store/restoring.h"

#include <filesystem>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace fs = std::filesystem;

namespace {

Existing existingFor(const Command& command) { return command.common.force ? Existing::Replace : Existing::Keep; }

Json summaryDocument(const DistrictSummary& summary, const TimeZone& zone) {
    return {{"schema", summary.schema}, {"cases", summary.cases}, {"areas", summary.areas}, {"people", summary.people}, {"steps", summary.steps},
            {"photos", summary.photos}, {"entries", summary.entries}, {"last_entry", summary.lastAt ? Json(isoText(*summary.lastAt, zone)) : Json()},
            {"last_label", sentence(summary.lastLabel)}, {"head", summary.head}};
}

/// The district's zone where it can be read: also a damaged one has backups.
TimeZone zoneOf(const std::string& path) {
    const auto district = District::open(path, OpenMode::ReadOnly);
    return district ? (*district)->timeZone() : TimeZone();
}

int listBackups(const std::string& path, bool thorough, bool json) {
    const TimeZone zone = zoneOf(path);
    const BackupShelf shelf(path, zone);
    const auto files = shelf.files();
    if (!files)
        return printFault(files.error());
    std::error_code problem;
    if (files->empty() && !fs::exists(path, problem))
        return printFault({ErrorCode::NotFound, {"file-not-found", {path}}, path, {}});
    Json document = {{"folder", shelf.folder().string()}, {"backups", Json::array()}};
    TextTable table({"made", "reason", "good", "bytes", "cases", "areas", "people", "steps", "last entry", "file"});
    bool allGood = true;
    for (const BackupFile& file : *files) {
        const BackupEntry entry = BackupShelf::examine(file, thorough ? BackupShelf::Depth::Thorough : BackupShelf::Depth::Quick);
        allGood = allGood && (entry.isGood() || file.reason == BackupReason::Damaged);
        Json row = {{"path", file.path.string()}, {"made", isoText(file.made, zone)}, {"reason", backupReasonKey(file.reason)}, {"bytes", file.bytes},
                    {"good", entry.isGood()}};
        row["fault"] = entry.fault ? Json(sentence(entry.fault->what)) : Json();
        row["holds"] = entry.summary ? summaryDocument(*entry.summary, zone) : Json();
        document["backups"].push_back(std::move(row));
        const auto count = [&](std::int64_t DistrictSummary::*member) { return entry.summary ? std::to_string((*entry.summary).*member) : std::string("?"); };
        table.add({localText(file.made, zone), std::string(backupReasonKey(file.reason)), entry.isGood() ? "yes" : "NO", std::to_string(file.bytes),
                   count(&DistrictSummary::cases), count(&DistrictSummary::areas), count(&DistrictSummary::people), count(&DistrictSummary::steps),
                   entry.summary && entry.summary->lastAt ? localText(*entry.summary->lastAt, zone) : "?", file.path.filename().string()});
        if (entry.fault)
            printNote(file.path.filename().string() + ": " + sentence(entry.fault->what));
    }
    if (json)
        printJson(document);
    else
        table.print();
    return allGood ? ExitDone : ExitFault;
}

/// A file, the name of one on the shelf, or "newest".
Result<fs::path> backupNamed(const std::string& district, const std::string& name) {
    const BackupShelf shelf(district, zoneOf(district));
    if (name == "newest") {
        const auto newest = shelf.newestGood();
        if (!newest)
            return fail(newest);
        if (!*newest)
            return fail(ErrorCode::NotFound, {"backup-none", {shelf.folder().string()}});
        return (*newest)->file.path;
    }
    std::error_code problem;
    for (const fs::path& path : {fs::path(name), shelf.folder() / name})
        if (fs::is_regular_file(path, problem))
            return path;
    return fail(ErrorCode::NotFound, {"file-not-found", {name}}, name);
}

/// Before there is the copy (core/full_copy.h). Errors: as actorNamed; Exists "file-exists" {target}.
Result<void> noteCopy(const std::string& path, const fs::path& target, const Command& command) {
    std::error_code problem;
    if (!command.common.force && fs::exists(target, problem))
        return fail(ErrorCode::Exists, {"file-exists", {target.string()}}, target.string());
    auto district = District::open(path, OpenMode::ReadWrite);
    const std::string& name = command.common.actor;
    const auto actor = district && !name.empty() ? (*district)->actorNamed(name) : Result<Actor>(District::systemActor());
    if (!actor)
        return fail(actor);
    if (const auto unnoted = noteFullCopy(district ? district->get() : nullptr, *actor, target))
        printNote(sentence(*unnoted));
    return {};
}

int backUp(const std::string& path, const std::string& out, const Command& command) {
    if (out.empty()) {
        const auto district = openDistrict(path, OpenMode::ReadOnly);
        if (!district)
            return printFault(district.error());
        const auto made = (*district)->backups().make(BackupReason::Asked);
        if (!made)
            return printFault(made.error());
        command.common.json ? printJson({{"path", made->file.path.string()}}) : printLine(made->file.path.string());
        return ExitDone;
    }
    if (const auto noted = noteCopy(path, out, command); !noted)
        return printFault(noted.error());
    const auto district = openDistrict(path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    if (const auto done = (*district)->store().backup(out, command.common.force); !done)
        return printFault(done.error());
    command.common.json ? printJson({{"path", out}}) : printLine(out);
    return ExitDone;
}

int restore(const std::string& district, const std::string& name, const std::string& out, const Command& command) {
    const auto backup = backupNamed(district, name);
    if (!backup)
        return printFault(backup.error());
    if (!out.empty()) {
        if (const auto noted = noteCopy(district, out, command); !noted)
            return printFault(noted.error());
        const auto copied = copyVerified(*backup, out, existingFor(command));
        if (!copied)
            return printFault(copied.error());
        command.common.json ? printJson({{"path", out}, {"kept", nullptr}}) : printLine(out);
        return ExitDone;
    }
    Actor actor = District::systemActor();
    if (!command.common.actor.empty()) {
        // The person must be known where it will be written: in the backup.
        const auto source = District::open(*backup, OpenMode::ReadOnly);
        const auto known = source ? (*source)->actorNamed(command.common.actor) : Result<Actor>(fail(source));
        if (!known)
            return printFault(known.error());
        actor = *known;
    }
    const auto restored = restoreBackup(district, *backup, actor);
    if (!restored)
        return printFault(restored.error());
    if (command.common.json) {
        printJson({{"path", district}, {"kept", restored->kept.empty() ? Json() : Json(restored->kept.string())}});
    } else {
        printLine(district);
        if (!restored->kept.empty())
            printNote(sentence({"backup-kept", {restored->kept.string()}}));
    }
    return ExitDone;
}

int pack(const std::string& district, std::string out, const Command& command) {
    if (out.empty())
        out = fs::path(district).replace_extension(".zip").string();
    if (const auto noted = noteCopy(district, out, command); !noted)
        return printFault(noted.error());
    const auto packed = packDistrict(district, out, existingFor(command));
    if (!packed)
        return printFault(packed.error());
    for (const std::string& name : packed->leftOut)
        printNote(sentence({"archive-left-out", {name}}));
    for (const std::string& name : packed->altered)
        printNote(sentence({"archive-photo-altered", {name}}));
    if (command.common.json)
        printJson({{"path", out}, {"photos", packed->photos}, {"bytes", packed->bytes}, {"left_out", packed->leftOut}, {"altered", packed->altered}});
    else
        printLine(out);
    return ExitDone;
}

} // namespace

void addBackupVerbs(CLI::App& app, Command& command) {
    struct Options {
        std::string path, name, out;
        bool thorough = false;
    };
    {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "backup", "Copy the district, verified", "gridwarden backup D.gpkg --out D-copy.gpkg");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("--out", options->out, "The copy, which the journal notes; by default one more of the district's backups");
        verb->callback([options, &command] {
            command.run = [options, &command] { return backUp(options->path, options->out, command); };
        });
    }
    {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "backups", "List the backups of a district; exit code 1 when one is not good", "gridwarden backups D.gpkg --json");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_flag("--check", options->thorough, "Read each one through, seconds for each gigabyte");
        verb->callback([options, &command] { command.run = [options, &command] { return listBackups(options->path, options->thorough, command.common.json); }; });
    }
    {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "restore", "Put a backup in the district's place; what was there is kept as a backup",
                                 "gridwarden restore D.gpkg newest");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("backup", options->name, "A file, the name of a backup as listed, or newest: the newest good one")->required();
        verb->add_option("--out", options->out, "Copy the backup there instead; of the district only the journal changes, which notes it");
        verb->callback([options, &command] { command.run = [options, &command] { return restore(options->path, options->name, options->out, command); }; });
    }
    {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "pack", "Pack the district and its photos into one zip file, verified", "gridwarden pack D.gpkg --out D.zip");
        verb->add_option("district", options->path, "The district")->required();
        verb->add_option("--out", options->out, "The archive, which the journal notes; by default beside the district");
        verb->callback([options, &command] { command.run = [options, &command] { return pack(options->path, options->out, command); }; });
    }
    {
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "unpack", "Unpack an archive of a district, verified before anything gets its name",
                                 "gridwarden unpack D.zip --out folder");
        verb->add_option("archive", options->path, "The archive")->required();
        verb->add_option("--out", options->out, "The folder; by default the present one")->default_val(".");
        verb->callback([options, &command] {
            command.run = [options, &command] {
                const auto district = unpackDistrict(options->path, {options->out, existingFor(command), District::systemActor()});
                if (!district)
                    return printFault(district.error());
                command.common.json ? printJson({{"path", district->string()}}) : printLine(district->string());
                return ExitDone;
            };
        });
    }
}

} // namespace gridwarden::app
