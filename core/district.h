// SPDX-License-Identifier: GPL-3.0-or-later
// The open district (辖区): the file, the registers kept from it in memory, and the door for change.
// Belongs to one thread at a time; the snapshots it hands out may be shared, and while it is lent its registers may be read.
#pragma once

#include "core/activities/activity_register.h"
#include "core/cases/category_register.h"
#include "core/cases/handling_method.h"
#include "core/cases/dispatch_rules.h"
#include "core/cases/source.h"
#include "core/district/area_register.h"
#include "core/district/calendar.h"
#include "core/district/people.h"
#include "core/figures/facts_cache.h"
#include "core/figures/filter.h"
#include "core/store/backup_shelf.h"
#include "core/store/store.h"

#include <atomic>
#include <functional>
#include <memory>

namespace gridwarden::core {

struct NewDistrict {
    std::string name;
    std::string timeZone = "Asia/Shanghai";
    std::string mapCrs; ///< "EPSG:n"; empty: chosen from the first area
};

class District {
  public:
    /// Makes the file with the shipped categories, limits, calendar and sources, and what `fill` adds. The file gets its name when all
    /// of it is there; before, it is <path>.part. Errors: Exists, Io, Database, NotFound (time zone), Locked; those of `fill`.
    [[nodiscard]] static Result<std::unique_ptr<District>> create(const std::filesystem::path& path, const NewDistrict& district,
                                                                  const std::function<Result<void>(District&)>& fill = {});
    /// Errors: as Store::open.
    [[nodiscard]] static Result<std::unique_ptr<District>> open(const std::filesystem::path& path, OpenMode mode);
    ~District();

    [[nodiscard]] const std::filesystem::path& path() const;
    [[nodiscard]] std::filesystem::path filesFolder() const; ///< <district>.files, beside the file
    [[nodiscard]] bool isReadOnly() const;
    [[nodiscard]] Store& store();
    [[nodiscard]] Connection& connection();

    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] const TimeZone& timeZone() const;
    [[nodiscard]] std::string setting(std::string_view key, std::string_view fallback = {}) const;

    [[nodiscard]] const AreaRegister& areas() const { return *registers().areas; }
    [[nodiscard]] std::shared_ptr<const AreaRegister> areaSnapshot() const { return registers().areas; }
    [[nodiscard]] const PeopleRegister& people() const { return *registers().people; }
    [[nodiscard]] std::shared_ptr<const PeopleRegister> peopleSnapshot() const { return registers().people; }
    [[nodiscard]] const CategoryRegister& categories() const { return *registers().categories; }
    [[nodiscard]] std::shared_ptr<const CategoryRegister> categorySnapshot() const { return registers().categories; }
    [[nodiscard]] const CalendarHistory& calendars() const { return *registers().calendars; }
    [[nodiscard]] const std::vector<CaseSource>& sources() const { return registers().sources; }
    [[nodiscard]] const std::vector<HandlingMethod>& methods() const { return registers().methods; }
    [[nodiscard]] const std::vector<DispatchRule>& dispatchRules() const { return registers().dispatchRules; }
    /// Who gets a case by rules and duty; valid until the next change.
    [[nodiscard]] DispatchContext dispatchContext() const { return {&areas(), &people(), &categories(), dispatchRules(), timeZone()}; }
    [[nodiscard]] const ActivityLists& activityLists() const { return *registers().activityLists; }
    [[nodiscard]] std::shared_ptr<const ActivityLists> activityListSnapshot() const { return registers().activityLists; }
    /// All activities; loaded at the first call, and in step with the file from then on. Errors: Io, Database.
    [[nodiscard]] Result<std::shared_ptr<const ActivityRegister>> activities();
    /// Loaded at the first call. When memory could not follow the file after a change, everything is read again here and before the
    /// next change; as long as that fails, this fails and nothing is changed. Errors: Io, Database.
    [[nodiscard]] Result<std::shared_ptr<const CaseFacts>> facts();
    /// A folder with snapshots of the facts, which the first facts() then takes if they are of exactly this state of the file.
    void setFactsCache(std::filesystem::path folder) { m_factsCache = std::move(folder); }
    /// Writes the snapshot for the next start, with nothing of the district, on any thread; asks whether to go on. None for a small
    /// district, and when there is a snapshot of this state.
    using KeepFacts = std::function<Result<void>(const std::function<bool()>& goOn)>;
    [[nodiscard]] std::optional<KeepFacts> factsToKeep(std::size_t fewestCases = FactsCache::FewestCases);
    /// Facts and registers as of a moment (none: now); keeps the facts alive.
    struct Figures {
        std::shared_ptr<const CaseFacts> facts;
        FiguresContext context;
    };
    [[nodiscard]] Result<Figures> figures(std::optional<Moment> asOf = {});

    /// See Store::change. Registers and facts are refreshed and the observer is told before it returns. What is in the file counts as
    /// done, even if it cannot be read back (see facts).
    Result<Touched> change(const Message& label, const Actor& actor, const Store::Body& body);
    Result<Touched> importBatch(const Message& label, const Actor& actor, ImportRecord& record, const Store::Body& body);
    /// See Store::keepUp.
    Result<Touched> keepUp(const Message& label, const Actor& actor, const Store::Body& body);
    /// See Store::fillNew.
    Result<Touched> fillNew(const Message& label, const Actor& actor, const Store::Body& body);
    /// See Store::note.
    Result<Touched> note(const Message& label, const Actor& actor, const Store::Body& body = {});
    /// See Store::erase.
    Result<Touched> erase(const Message& label, const Actor& actor, const Store::ErasureBody& body);
    Result<Touched> undo(const Actor& actor);
    Result<Touched> redo(const Actor& actor);
    /// Its backups, kept as the settings "backup_count" and "backup_share" (percent) say.
    [[nodiscard]] BackupShelf backups() const;
    /// Makes the backup of the day if it is due (core/store/day_backup.h). Every change does this by itself first; calling it earlier, when
    /// nobody waits, saves the first change the time. Tried once a day. A failure is told to the backup observer and does not
    /// keep anybody from working: what was entered is worth more than the copy of what was there before.
    void keepDay(const CopyProgress& progress = {});
    /// Says that the backup of today was made elsewhere (a worker with a connection of its own).
    void dayWasKept() { m_keptDay = timeZone().day(now()); }
    [[nodiscard]] Result<bool> isDayBackupDue();
    /// Told of every backup of a day, made or failed, on the thread that made the change; at once of one that nobody was told of.
    using BackupObserver = std::function<void(const Result<BackupEntry>&)>;
    void setBackupObserver(BackupObserver observer);

    /// Called after every change, undo and redo, on the thread that made it.
    void setObserver(std::function<void(const Touched&)> observer) { m_observer = std::move(observer); }

    /// Lends it to a worker: each change asks `goOn` until it commits, and fails with Cancelled "cancelled" after a no. Meanwhile the thread
    /// that lent it may read what this class hands out by reference (name, zone, settings, registers): what a change of the worker
    /// replaces stays until it is taken back.
    void lend(std::function<bool()> goOn);
    void takeBack();

    /// The actor of a name: a person of the register. Errors: NotFound "person-unknown" {name}.
    [[nodiscard]] Result<Actor> actorNamed(std::string_view name) const;
    /// The operating system's user as an unregistered actor.
    [[nodiscard]] static Actor systemActor();

  private:
    /// What is kept of the file beside the facts. Never changed: a new one takes its place.
    struct Registers {
        std::string name;
        TimeZone zone;
        std::unordered_map<std::string, std::string> settings;
        std::shared_ptr<const AreaRegister> areas = std::make_shared<const AreaRegister>();
        std::shared_ptr<const PeopleRegister> people = std::make_shared<const PeopleRegister>();
        std::shared_ptr<const CategoryRegister> categories = std::make_shared<const CategoryRegister>();
        std::shared_ptr<const CalendarHistory> calendars = std::make_shared<const CalendarHistory>();
        std::vector<CaseSource> sources;
        std::vector<HandlingMethod> methods;
        std::vector<DispatchRule> dispatchRules;
        std::shared_ptr<const ActivityLists> activityLists = std::make_shared<const ActivityLists>();
    };
    explicit District(std::unique_ptr<Store> store);
    [[nodiscard]] const Registers& registers() const { return *m_registers; }
    void replaceRegisters(Registers next);
    static Result<void> make(const std::filesystem::path& path, const NewDistrict& district, const std::function<Result<void>(District&)>& fill);
    Result<void> load();
    Result<void> refresh(const Touched& touched);
    Result<void> readRegisters(const Touched& touched);
    Result<Touched> finish(Result<Touched> touched);
    /// The state of the file that the facts follow from: empty when that cannot be said.
    [[nodiscard]] std::string factsOrigin();
    [[nodiscard]] FactsCache factsCache();
    /// Reads everything again if what is in memory may not be what is in the file.
    Result<void> catchUp();
    Result<Touched> carryOut(const std::function<Result<Touched>()>& write);
    class CaseDeriver;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<CaseDeriver> m_deriver;
    std::vector<std::unique_ptr<const Registers>> m_keptRegisters; ///< the last is the current one; several only while lent
    std::atomic<const Registers*> m_registers = nullptr;
    bool m_isLent = false;
    std::function<bool()> m_goOn; ///< of whom it is lent to
    FactsKeeper m_keeper;
    std::shared_ptr<const ActivityRegister> m_activities; ///< null: not loaded yet
    std::filesystem::path m_factsCache; ///< empty: none
    std::string m_keptFacts;            ///< the state of which there is a snapshot
    bool m_factsLoaded = false;
    bool m_isStale = false; ///< what is in memory may not be what is in the file
    std::function<void(const Touched&)> m_observer;
    BackupObserver m_backupObserver;
    std::optional<Result<BackupEntry>> m_untoldBackup;
    std::optional<Day> m_keptDay; ///< for which keepDay has done what it can
};

/// Settings: name, timezone, map_crs, case_number_pattern, duty_labels (JSON), layers (JSON), bookmarks (JSON) …
Result<void> saveSetting(Change& change, std::string_view key, std::string_view value);

} // namespace gridwarden::core
