// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/district.h"

#include "core/base/durable_file.h"
#include "core/base/resources.h"
#include "core/cases/case_deriving.h"
#include "core/cases/case_words.h"
#include "core/store/day_backup.h"
#include "core/store/file_lock.h"
#include "core/store/interruption.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace gridwarden::core {

namespace fs = std::filesystem;

/// Rebuilds the state of touched cases inside the transaction, from the rows as they are then.
class District::CaseDeriver : public Deriver {
  public:
    explicit CaseDeriver(const District& district) : m_district(district) {}

    Result<void> derive(Connection& connection, const Touched& touched) override {
        if (touched.cases.empty() && !touched.areas && !touched.calendar)
            return {};
        std::optional<AreaRegister> areasNow;
        std::optional<CalendarHistory> calendarsNow;
        if (touched.areas) {
            auto loaded = loadAreas(connection);
            if (!loaded)
                return fail(loaded);
            areasNow = std::move(*loaded);
        }
        if (touched.calendar) {
            auto loaded = loadCalendars(connection, m_district.timeZone());
            if (!loaded)
                return fail(loaded);
            calendarsNow = std::move(*loaded);
        }
        const AreaRegister& areas = areasNow ? *areasNow : m_district.areas();
        const CalendarHistory& calendars = calendarsNow ? *calendarsNow : m_district.calendars();
        std::set<std::int64_t> cases = touched.cases;
        if (touched.calendar)
            if (auto open = addOpen(connection, cases); !open)
                return open;
        for (const std::int64_t id : cases)
            if (auto done = deriveOne(connection, CaseId(id), areas, calendars); !done)
                return done;
        if (touched.areas)
            return assignGrids(connection, areas);
        return {};
    }

  private:
    Result<void> deriveOne(Connection& connection, CaseId id, const AreaRegister& areas, const CalendarHistory& calendars) const {
        const auto report = loadReport(connection, id);
        if (!report)
            return fail(report);
        const auto steps = loadSteps(connection, id);
        if (!steps)
            return fail(steps);
        if (!*report || steps->empty())
            return removeState(connection, id);
        const StoredState state = stateOf(**report, *steps, calendars, areas, m_district.timeZone());
        if (auto kept = keepWords(connection, **report, state.derived); !kept)
            return kept;
        return writeState(connection, id, state.derived, state.grid, m_district.timeZone());
    }

    static Result<void> addOpen(Connection& connection, std::set<std::int64_t>& cases) {
        return connection.each("SELECT case_id FROM case_state WHERE state IN (1, 2, 3, 4, 7)", {}, [&](const Row& row) {
            cases.insert(row.integer(0));
            return true;
        });
    }

    /// Areas changed: the grid of the day may have changed for any case.
    Result<void> assignGrids(Connection& connection, const AreaRegister& areas) const {
        std::vector<std::pair<std::int64_t, AreaId>> moved;
        const auto read = connection.each("SELECT case_id, longitude, latitude, reported, grid FROM case_state WHERE longitude IS NOT NULL", {},
                                          [&](const Row& row) {
                                              const Area* grid = areas.at({row.real(1), row.real(2)}, AreaKind::Grid, m_district.timeZone().day(row.moment(3)));
                                              const AreaId id = grid == nullptr ? AreaId() : grid->id;
                                              if (id != row.id<AreaId>(4))
                                                  moved.emplace_back(row.integer(0), id);
                                              return true;
                                          });
        if (!read)
            return read;
        for (const auto& [id, grid] : moved)
            if (auto done = connection.run("UPDATE case_state SET grid = ? WHERE case_id = ?", {grid, id}); !done)
                return fail(done);
        return {};
    }

    const District& m_district;
};

namespace {

Result<void> fillCalendar(Change& change) {
    const auto document = readJsonResource("calendars/default.json");
    if (!document)
        return fail(document);
    const auto definition = calendarFromJson(*document);
    if (!definition)
        return fail(definition);
    if (auto saved = saveCalendar(change, *definition); !saved)
        return fail(saved);
    return {};
}

Touched everything() {
    Touched all;
    all.areas = all.people = all.categories = all.calendar = all.inbox = all.definitions = all.settings = all.activityLists = all.everything = true;
    return all;
}

} // namespace

District::District(std::unique_ptr<Store> store) : m_store(std::move(store)), m_deriver(std::make_unique<CaseDeriver>(*this)) {
    m_store->setDeriver(m_deriver.get());
    replaceRegisters({});
}
District::~District() = default;

Result<void> District::make(const fs::path& path, const NewDistrict& description, const std::function<Result<void>(District&)>& fill) {
    if (auto zone = TimeZone::find(description.timeZone); !zone)
        return fail(zone);
    if (description.name.empty())
        return fail(ErrorCode::BadInput, {"name-missing", {path.string()}});
    std::error_code problem;
    if (fs::exists(path, problem))
        return fail(ErrorCode::Exists, {"file-exists", {path.string()}}, path.string());
    const auto making = FileLock::take(path); // nobody else makes it at the same time
    if (!making)
        return fail(making);
    PartialFile partial(path);
    {
        auto store = Store::create(partial.path());
        if (!store)
            return fail(store);
        District district(std::move(*store));
        const auto filled = district.m_store->fillNew({"new-district", {description.name}}, systemActor(), [&](Change& change) -> Result<void> {
            for (const auto& [key, value] : {std::pair("name", description.name), std::pair("timezone", description.timeZone),
                                             std::pair("map_crs", description.mapCrs)})
                if (auto saved = saveSetting(change, key, value); !saved)
                    return saved;
            if (auto done = fillCategories(change); !done)
                return done;
            if (auto done = fillSources(change); !done)
                return done;
            return fillCalendar(change);
        });
        if (!filled)
            return fail(filled);
        if (auto loaded = district.load(); !loaded)
            return fail(loaded);
        if (fill)
            if (auto more = fill(district); !more)
                return fail(more);
    }
    removeSideFiles(path); // a journal of a file that was here once would be played into the new one
    return partial.finish(/*overwrite=*/false);
}

Result<std::unique_ptr<District>> District::create(const fs::path& path, const NewDistrict& description,
                                                   const std::function<Result<void>(District&)>& fill) {
    if (auto made = make(path, description, fill); !made)
        return fail(made);
    return open(path, OpenMode::ReadWrite);
}

Result<std::unique_ptr<District>> District::open(const fs::path& path, OpenMode mode) {
    auto store = Store::open(path, mode);
    if (!store)
        return fail(store);
    std::unique_ptr<District> district(new District(std::move(*store)));
    if (auto loaded = district->load(); !loaded)
        return fail(loaded);
    return district;
}

const fs::path& District::path() const { return m_store->path(); }

fs::path District::filesFolder() const {
    fs::path folder = m_store->path();
    folder.replace_extension(".files");
    return folder;
}

bool District::isReadOnly() const { return m_store->isReadOnly(); }
Store& District::store() { return *m_store; }
Connection& District::connection() { return m_store->connection(); }
const std::string& District::name() const { return registers().name; }
const TimeZone& District::timeZone() const { return registers().zone; }

std::string District::setting(std::string_view key, std::string_view fallback) const {
    const auto& settings = registers().settings;
    const auto found = settings.find(std::string(key));
    return found == settings.end() ? std::string(fallback) : found->second;
}

void District::replaceRegisters(Registers next) {
    m_keptRegisters.push_back(std::make_unique<const Registers>(std::move(next)));
    m_registers = m_keptRegisters.back().get();
    if (!m_isLent)
        takeBack();
}

void District::lend(std::function<bool()> goOn) {
    m_isLent = true;
    m_goOn = std::move(goOn);
}

void District::takeBack() {
    m_isLent = false;
    m_goOn = nullptr;
    m_keptRegisters.erase(m_keptRegisters.begin(), m_keptRegisters.end() - 1);
}

Result<void> District::load() { return refresh(everything()); }

/// What the touched registers hold now.
Result<void> District::readRegisters(const Touched& touched) {
    Connection& db = connection();
    const bool all = touched.everything;
    Registers next = registers();
    if (all || touched.settings) {
        next.settings.clear();
        const auto read = db.each("SELECT key, value FROM setting", {}, [&](const Row& row) {
            next.settings[row.text(0)] = row.text(1);
            return true;
        });
        if (!read)
            return read;
        const auto zone = next.settings.find("timezone");
        auto found = TimeZone::find(zone == next.settings.end() ? "Asia/Shanghai" : zone->second);
        if (!found)
            return fail(found);
        next.zone = std::move(*found);
        next.name = next.settings["name"];
        auto sources = loadSources(db);
        if (!sources)
            return fail(sources);
        next.sources = std::move(*sources);
        auto methods = loadMethods(db);
        if (!methods)
            return fail(methods);
        next.methods = std::move(*methods);
        auto rules = loadDispatchRules(db);
        if (!rules)
            return fail(rules);
        next.dispatchRules = std::move(*rules);
    }
    const auto load = [](auto& kept, auto loaded) -> Result<void> {
        if (!loaded)
            return fail(loaded);
        kept = std::make_shared<typename std::decay_t<decltype(loaded)>::value_type>(std::move(*loaded));
        return {};
    };
    if (all || touched.areas)
        if (auto done = load(next.areas, loadAreas(db)); !done)
            return done;
    if (all || touched.people)
        if (auto done = load(next.people, loadPeople(db)); !done)
            return done;
    if (all || touched.categories)
        if (auto done = load(next.categories, loadCategories(db)); !done)
            return done;
    if (all || touched.calendar)
        if (auto done = load(next.calendars, loadCalendars(db, next.zone)); !done)
            return done;
    if (all || touched.activityLists)
        if (auto done = load(next.activityLists, loadActivityLists(db)); !done)
            return done;
    replaceRegisters(std::move(next));
    return {};
}

Result<void> District::refresh(const Touched& touched) {
    if (touched.everything || touched.settings || touched.areas || touched.people || touched.categories || touched.calendar || touched.activityLists)
        if (auto read = readRegisters(touched); !read)
            return read;
    if (m_activities && (touched.everything || !touched.activities.empty())) {
        auto activities = touched.everything ? loadActivities(connection()) : withChanged(*m_activities, connection(), touched.activities);
        if (!activities)
            return fail(activities);
        m_activities = std::make_shared<const ActivityRegister>(std::move(*activities));
    }
    if (!m_factsLoaded)
        return {};
    // Areas and the calendar re-derive cases that the change itself did not touch.
    Touched forFacts = touched;
    forFacts.everything = touched.everything || touched.areas || touched.calendar;
    return m_keeper.refresh(connection(), forFacts);
}

Result<Touched> District::finish(Result<Touched> touched) {
    if (!touched && !m_store->isUncertain())
        return touched;
    // After a commit that failed on its way the file may be as before or as after. A change that is in the file is not called failed
    // because it cannot be read back at once.
    if (!touched || !refresh(*touched)) {
        m_isStale = true;
        if (catchUp())
            return touched;
    }
    if (touched && m_observer)
        m_observer(*touched);
    return touched;
}

Result<void> District::catchUp() {
    if (!m_isStale)
        return {};
    const Touched all = everything();
    if (auto refreshed = refresh(all); !refreshed)
        return refreshed;
    m_isStale = false;
    if (m_observer)
        m_observer(all);
    return {};
}

Result<Touched> District::carryOut(const std::function<Result<Touched>()>& write) {
    if (auto current = catchUp(); !current) // what follows from cases is worked out with the registers in memory
        return fail(current);
    keepDay();
    auto written = [&] {
        const Interruption interruption(connection(), m_goOn);
        return write();
    }();
    return finish(std::move(written));
}

Result<Touched> District::change(const Message& label, const Actor& actor, const Store::Body& body) {
    return carryOut([&] { return m_store->change(label, actor, body); });
}
Result<Touched> District::importBatch(const Message& label, const Actor& actor, ImportRecord& record, const Store::Body& body) {
    return carryOut([&] { return m_store->importBatch(label, actor, record, body); });
}
Result<Touched> District::fillNew(const Message& label, const Actor& actor, const Store::Body& body) {
    return carryOut([&] { return m_store->fillNew(label, actor, body); });
}
Result<Touched> District::keepUp(const Message& label, const Actor& actor, const Store::Body& body) {
    return carryOut([&] { return m_store->keepUp(label, actor, body); });
}
Result<Touched> District::note(const Message& label, const Actor& actor, const Store::Body& body) {
    return carryOut([&] { return m_store->note(label, actor, body); });
}
Result<Touched> District::erase(const Message& label, const Actor& actor, const Store::ErasureBody& body) {
    return carryOut([&] { return m_store->erase(label, actor, body); }); // it reaches the backup of the day as well
}
Result<Touched> District::undo(const Actor& actor) {
    return carryOut([&] { return m_store->undo(actor); });
}
Result<Touched> District::redo(const Actor& actor) {
    return carryOut([&] { return m_store->redo(actor); });
}

BackupShelf District::backups() const {
    const auto number = [this](std::string_view key, int fallback, int least, int most) {
        const std::string text = setting(key);
        int value = fallback;
        std::from_chars(text.data(), text.data() + text.size(), value);
        return std::clamp(value, least, most);
    };
    constexpr int MostKept = 1000;
    return BackupShelf(path(), timeZone(),
                       {number("backup_count", BackupLimits::DefaultCount, 1, MostKept), number("backup_share", BackupLimits::DefaultSharePercent, 1, 100)});
}

Result<bool> District::isDayBackupDue() {
    if (isReadOnly() || m_keptDay == timeZone().day(now()))
        return false;
    return core::isDayBackupDue(connection(), backups(), now(), timeZone());
}

void District::keepDay(const CopyProgress& progress) {
    const Day today = timeZone().day(now());
    if (isReadOnly() || m_keptDay == today)
        return;
    m_keptDay = today;
    const auto due = core::isDayBackupDue(connection(), backups(), now(), timeZone());
    if (due && !*due)
        return;
    auto made = due ? backups().make(connection(), BackupReason::NewDay, progress) : Result<BackupEntry>(fail(due));
    if (m_backupObserver)
        m_backupObserver(made);
    else
        m_untoldBackup = std::move(made);
}

void District::setBackupObserver(BackupObserver observer) {
    m_backupObserver = std::move(observer);
    if (m_backupObserver && m_untoldBackup) {
        m_backupObserver(*m_untoldBackup);
        m_untoldBackup.reset();
    }
}

Result<Actor> District::actorNamed(std::string_view name) const {
    const Person* person = people().personNamed(name);
    if (person == nullptr)
        return fail(ErrorCode::NotFound, {"person-unknown", {std::string(name)}});
    return Actor{person->name, person->id};
}

Actor District::systemActor() { return {userName(), PersonId()}; }

Result<void> saveSetting(Change& change, std::string_view key, std::string_view value) {
    const auto done = change.connection().run("INSERT INTO setting(key, value) VALUES (?1, ?2) ON CONFLICT(key) DO UPDATE SET value = ?2", {key, value});
    if (!done)
        return fail(done);
    return {};
}

} // namespace gridwarden::core
