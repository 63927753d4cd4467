// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "app/text/message_text.h"
#include "app/workspace/filtering.h"
#include "app/workspace/settings.h"
#include "core/personal_data.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

/// Under which the actor of a district is remembered on this machine.
QString actorKey(const core::District& district) {
    return districtKey(QStringLiteral("actors"), district.path());
}

void add(core::Touched& all, const core::Touched& more) {
    // Names all members, so that one that comes to be is not forgotten here.
    auto& [entry, label, cases, activities, activityLists, areas, people, categories, calendar, inbox, definitions, settings, everything] = all;
    entry = more.entry;
    label = more.label;
    cases.insert(more.cases.begin(), more.cases.end());
    activities.insert(more.activities.begin(), more.activities.end());
    activityLists |= more.activityLists;
    areas |= more.areas;
    people |= more.people;
    categories |= more.categories;
    calendar |= more.calendar;
    inbox |= more.inbox;
    definitions |= more.definitions;
    settings |= more.settings;
    everything |= more.everything;
}

core::Result<void> withoutValue(const core::Result<core::Touched>& done) { return done ? core::Result<void>() : core::fail(done); }

} // namespace

Workspace::Workspace(Jobs* jobs, QObject* parent)
    : QObject(parent), m_jobs(jobs), m_actor(core::District::systemActor()), m_facts(std::make_shared<const core::CaseFacts>()),
      m_filteredFacts(m_facts) {}

Workspace::~Workspace() {
    if (m_jobs != nullptr && m_isBusy)
        m_jobs->stop();
}

bool Workspace::canWrite() const { return m_district && !m_isBusy && !m_district->isReadOnly(); }

core::Result<void> Workspace::openDistrict(const QString& path, core::OpenMode mode) {
    auto opened = core::District::open(toPath(path), mode);
    if (!opened)
        return core::fail(opened);
    return adopt(std::move(*opened));
}

core::Result<void> Workspace::createDistrict(const QString& path, const core::NewDistrict& description) {
    auto created = core::District::create(toPath(path), description);
    if (!created)
        return core::fail(created);
    return adopt(std::move(*created));
}

core::Result<void> Workspace::adopt(std::unique_ptr<core::District> district) {
    if (m_isBusy)
        return core::fail(core::ErrorCode::Refused, whyBusy());
    auto facts = district->facts();
    if (!facts)
        return core::fail(facts);
    closeDistrict();
    m_district = std::move(district);
    m_facts = std::move(*facts);
    m_district->setObserver([this](const core::Touched& touched) {
        if (!m_isBusy) {
            onTouched(touched);
            return;
        }
        // Told by a worker, whose end is waited for before this is read.
        if (!m_missed)
            m_missed.emplace();
        add(*m_missed, touched);
    });
    m_actor = core::District::systemActor();
    const QString known = remembered(actorKey(*m_district)).toString();
    if (!known.isEmpty())
        if (auto actor = m_district->actorNamed(known.toStdString()))
            m_actor = std::move(*actor);
    rememberDistrict(QString::fromStdString(m_district->path().string()));
    refilter();
    emit districtOpened();
    // After whoever says that it is open: a fault must not be hidden by what they say.
    m_district->setBackupObserver([this](const core::Result<core::BackupEntry>& made) {
        QMetaObject::invokeMethod(this, [this, made] { emit dayBackupMade(DayBackup{made}); });
    });
    emit actorChanged();
    tellFilter();
    return {};
}

void Workspace::closeDistrict() {
    if (!m_district || refuseWhileBusy())
        return;
    emit districtClosing();
    m_facts = std::make_shared<const core::CaseFacts>();
    m_filter = {};
    m_selected.clear();
    m_area = {};
    m_district.reset();
    refilter();
    emit districtClosed();
    tellFilter();
    emit selectionChanged();
    emit areaSelected();
}

core::Message Workspace::whyBusy() const { return {"district-busy", {m_work.toStdString()}}; }

std::optional<int> Workspace::run(const QString& title, LongWork work, std::function<void()> ended, std::chrono::milliseconds patience) {
    if (!m_district || refuseWhileBusy())
        return std::nullopt;
    m_work = title;
    m_isBusy = true;
    const auto finish = [this, ended = std::move(ended)] {
        giveBack();
        if (ended)
            ended();
    };
    if (m_jobs == nullptr) {
        work(*m_district, [](double) { return true; });
        finish();
        return 0;
    }
    m_district->lend(&Jobs::goesOn);
    const int job = m_jobs->start(
        title, [district = m_district.get(), work = std::move(work)](const Jobs::Progress& progress, std::stop_token) { work(*district, progress); }, finish);
    if (patience.count() > 0 && m_jobs->endsWithin(job, patience))
        return 0;
    m_saysBusy = true;
    emit busyChanged(true);
    return job;
}

void Workspace::giveBack() {
    m_district->takeBack();
    m_isBusy = false;
    m_work.clear();
    const bool saysBusy = std::exchange(m_saysBusy, false);
    if (const auto missed = std::exchange(m_missed, std::nullopt))
        onTouched(*missed);
    if (saysBusy && !m_isBusy) // else whoever follows has begun something, which tells its own end
        emit busyChanged(false);
}

bool Workspace::take(const QString& title, std::function<core::Result<void>(core::District&)> step) {
    const auto done = std::make_shared<core::Result<void>>();
    const auto job = run(
        title,
        [done, step = std::move(step)](core::District& district, const Jobs::Progress& progress) {
            progress(0);
            *done = step(district);
        },
        [this, done] {
            if (!*done && done->error().code != core::ErrorCode::Cancelled)
                notifyFault(done->error());
        },
        AtOnce);
    return job && (*job != 0 || *done);
}

bool Workspace::refuseWhileBusy() {
    if (m_isBusy)
        notify(NoticeKind::Warning, text(whyBusy()));
    return m_isBusy;
}

void Workspace::setActor(const core::Actor& actor) {
    m_actor = actor;
    if (m_district)
        remember(actorKey(*m_district), actor.person.isNull() ? QString() : QString::fromStdString(actor.name));
    emit actorChanged();
}

bool Workspace::change(const core::Message& label, const core::Store::Body& body) {
    if (!m_district || refuseWhileBusy())
        return false;
    if (const auto done = m_district->change(label, m_actor, body); !done) {
        notifyFault(done.error());
        return false;
    }
    return true;
}

std::optional<core::CaseId> Workspace::report(const core::CaseDraft& draft) {
    if (!m_district || refuseWhileBusy())
        return std::nullopt;
    auto reported = core::reportCase(*m_district, m_actor, draft);
    if (!reported) {
        notifyFault(reported.error());
        return std::nullopt;
    }
    return *reported;
}

bool Workspace::takeStep(core::CaseId id, const core::StepDraft& draft) {
    if (!m_district || refuseWhileBusy())
        return false;
    if (const auto taken = core::takeStep(*m_district, m_actor, id, draft); !taken) {
        notifyFault(taken.error());
        return false;
    }
    return true;
}

bool Workspace::setContact(core::CaseId id, const core::Contact& contact) {
    if (!m_district || refuseWhileBusy())
        return false;
    if (const auto done = core::setContact(*m_district, m_actor, id, contact); !done) {
        notifyFault(done.error());
        return false;
    }
    return true;
}

bool Workspace::undo() {
    const auto entry = m_district && !m_isBusy ? m_district->store().undoable() : std::nullopt;
    return take(entry ? tr("Undoing: %1").arg(text(entry->label)) : tr("Undoing"), [actor = m_actor](core::District& district) { return withoutValue(district.undo(actor)); });
}

bool Workspace::redo() {
    const auto entry = m_district && !m_isBusy ? m_district->store().redoable() : std::nullopt;
    return take(entry ? tr("Redoing: %1").arg(text(entry->label)) : tr("Redoing"), [actor = m_actor](core::District& district) { return withoutValue(district.redo(actor)); });
}

bool Workspace::undoAll(std::vector<core::EntryId> entries) {
    return take(tr("Undoing"), [actor = m_actor, entries = std::move(entries)](core::District& district) -> core::Result<void> {
        for (const core::EntryId entry : entries) {
            const auto next = district.store().undoable();
            if (!next || next->id != entry)
                break;
            if (auto undone = district.undo(actor); !undone)
                return core::fail(undone);
        }
        return {};
    });
}

void Workspace::changeAll(const QString& title, const core::Message& label, core::Store::Body body, std::function<void(const core::Result<void>&)> then) {
    const auto done = std::make_shared<core::Result<void>>();
    const auto job = run(
        title,
        [done, label, actor = m_actor, body = std::move(body)](core::District& district, const Jobs::Progress& progress) {
            progress(0);
            *done = withoutValue(district.change(label, actor, body));
        },
        [this, done, then] {
            if (!*done && done->error().code != core::ErrorCode::Cancelled)
                notifyFault(done->error());
            then(*done);
        },
        AtOnce);
    if (!job)
        then(core::fail(core::ErrorCode::Refused, whyBusy()));
}

core::FiguresContext Workspace::figuresContext() const {
    return {.facts = m_facts.get(),
            .areas = &m_district->areas(),
            .categories = &m_district->categories(),
            .zone = m_district->timeZone(),
            .asOf = core::now(),
            .connection = &m_district->connection(),
            .people = &m_district->people()};
}

void Workspace::setFilter(const core::Filter& filter) {
    if (filter == m_filter || refuseWhileBusy())
        return;
    m_filter = filter;
    refilter();
    tellFilter();
}

void Workspace::moveDays(std::optional<core::Day> from, std::optional<core::Day> to, core::Selection selected) {
    if (!m_district || (from == m_filter.from && to == m_filter.to))
        return;
    m_filter.from = from;
    m_filter.to = to;
    m_filtered = std::make_shared<const core::Selection>(std::move(selected));
    m_filteredFacts = m_facts;
    m_answeredWish = ++m_filterWish; // what is still on its way is outdated
    m_isFiltering = false;
    m_hasMovedDays = true;
    emit daysMoved();
}

void Workspace::settleDays() {
    if (std::exchange(m_hasMovedDays, false))
        tellFilter();
}

core::CaseId Workspace::currentCase() const { return m_selected.empty() ? core::CaseId() : m_selected.back(); }

void Workspace::selectCases(std::vector<core::CaseId> cases) {
    if (cases == m_selected)
        return;
    m_selected = std::move(cases);
    emit selectionChanged();
}

void Workspace::selectArea(core::AreaId area) {
    if (area == m_area)
        return;
    m_area = area;
    emit areaSelected();
}

void Workspace::notify(NoticeKind kind, const QString& text, const QString& details) { notify(Notice{kind, text, details}); }

void Workspace::notifyFault(const core::Error& error) {
    notify(NoticeKind::Fault, text(error), QString::fromStdString(error.detail));
}

void Workspace::refilter() {
    m_hasMovedDays = false; // everybody is told of what comes now
    ++m_filterWish;
    m_isFiltering = m_district && countsBeside();
    if (!m_isFiltering) {
        if (m_filtering)
            m_filtering->forget();
        filterHere();
        return;
    }
    if (!m_filtering)
        m_filtering = std::make_unique<Filtering>([this](FilterAnswer answer) {
            QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { takeFiltered(answer); }, Qt::QueuedConnection);
        });
    FilterWish wish = filterWish();
    wish.number = m_filterWish;
    m_filtering->request(std::move(wish));
}

FilterWish Workspace::filterWish() const {
    return {.filter = m_filter,
            .facts = m_facts,
            .areas = m_district->areaSnapshot(),
            .categories = m_district->categorySnapshot(),
            .people = m_district->peopleSnapshot(),
            .zone = m_district->timeZone(),
            .asOf = core::now(),
            .district = m_district->path(),
            .number = 0};
}

void Workspace::tellFilter() {
    emit filterChanged();
    if (!m_isFiltering)
        emit filteredChanged();
}

void Workspace::filterHere() {
    core::Selection rows;
    if (m_district) {
        auto selected = core::select(figuresContext(), m_filter);
        if (selected)
            rows = std::move(*selected);
        else
            notifyFault(selected.error());
    }
    m_filtered = std::make_shared<const core::Selection>(std::move(rows));
    m_filteredFacts = m_facts;
    m_answeredWish = m_filterWish;
    m_isFiltering = false;
}

void Workspace::takeFiltered(const FilterAnswer& answer) {
    // One that a newer wish has overtaken is shown until that is answered: what follows a hand that drags must not stand still.
    if (!m_district || answer.number <= m_answeredWish)
        return;
    if (answer.rows) {
        m_filtered = answer.rows;
        m_filteredFacts = answer.facts;
        m_answeredWish = answer.number;
        m_isFiltering = answer.number != m_filterWish;
    } else if (answer.number == m_filterWish && !m_isBusy) {
        filterHere(); // through the connection that has the file open anyway, or with the fault said
    } else {
        return;
    }
    emit filteredChanged();
}

void Workspace::onTouched(const core::Touched& touched) {
    if (!m_district)
        return;
    if (auto facts = m_district->facts())
        m_facts = std::move(*facts);
    else
        notifyFault(facts.error());
    refilter();
    // A case or an area that an undo took away cannot stay selected.
    const auto gone = [this](core::CaseId id) { return !m_facts->rowOf(id); };
    const bool lost = std::any_of(m_selected.begin(), m_selected.end(), gone);
    if (lost)
        std::erase_if(m_selected, gone);
    const bool lostArea = !m_area.isNull() && m_district->areas().find(m_area) == nullptr;
    if (lostArea)
        m_area = {};
    emit changed(touched);
    tellFilter();
    if (lost)
        emit selectionChanged();
    if (lostArea)
        emit areaSelected();
}

} // namespace gridwarden::app
