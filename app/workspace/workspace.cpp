// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "app/text/message_text.h"
#include "app/workspace/settings.h"

#include <QThread>
#include <algorithm>

namespace gridwarden::app {

namespace {

std::filesystem::path toPath(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

/// Under which the actor of a district is remembered on this machine.
QString actorKey(const core::District& district) {
    return u"actors/" + QString::fromStdString(district.path().filename().string());
}

} // namespace

Workspace::Workspace(QObject* parent)
    : QObject(parent), m_actor(core::District::systemActor()), m_facts(std::make_shared<const core::CaseFacts>()) {}

Workspace::~Workspace() = default;

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
        // A change made by a job on another thread is followed on the window's own.
        if (QThread::currentThread() == thread())
            onTouched(touched);
        else
            QMetaObject::invokeMethod(this, [this, touched] { onTouched(touched); }, Qt::QueuedConnection);
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
    emit filterChanged();
    return {};
}

void Workspace::closeDistrict() {
    if (!m_district || refuseWhileBusy())
        return;
    emit districtClosing();
    m_facts = std::make_shared<const core::CaseFacts>();
    m_filter = {};
    m_filtered.clear();
    m_selected.clear();
    m_area = {};
    m_district.reset();
    emit districtClosed();
    emit filterChanged();
    emit selectionChanged();
    emit areaSelected();
}

core::Message Workspace::whyBusy() const { return {"district-busy", {m_work.toStdString()}}; }

void Workspace::setBusy(bool busy, const QString& work) {
    if (busy == m_isBusy)
        return;
    m_work = work;
    m_isBusy = busy;
    emit busyChanged(busy);
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

bool Workspace::undo() {
    if (!m_district || refuseWhileBusy())
        return false;
    if (const auto done = m_district->undo(m_actor); !done) {
        notifyFault(done.error());
        return false;
    }
    return true;
}

bool Workspace::redo() {
    if (!m_district || refuseWhileBusy())
        return false;
    if (const auto done = m_district->redo(m_actor); !done) {
        notifyFault(done.error());
        return false;
    }
    return true;
}

void Workspace::refreshAll() {
    core::Touched touched;
    touched.areas = touched.people = touched.categories = touched.calendar = touched.settings = touched.everything = true;
    onTouched(touched);
}

core::FiguresContext Workspace::figuresContext() const {
    return {.facts = m_facts.get(),
            .areas = &m_district->areas(),
            .categories = &m_district->categories(),
            .zone = m_district->timeZone(),
            .asOf = core::now(),
            .connection = &m_district->connection()};
}

void Workspace::setFilter(const core::Filter& filter) {
    if (filter == m_filter || refuseWhileBusy())
        return;
    m_filter = filter;
    refilter();
    emit filterChanged();
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
    m_filtered.clear();
    if (!m_district)
        return;
    auto selected = core::select(figuresContext(), m_filter);
    if (selected)
        m_filtered = std::move(*selected);
    else
        notifyFault(selected.error());
}

void Workspace::onTouched(const core::Touched& touched) {
    if (!m_district || m_isBusy) // whoever made it busy refreshes all when it has ended
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
    emit filterChanged();
    if (lost)
        emit selectionChanged();
    if (lostArea)
        emit areaSelected();
}

} // namespace gridwarden::app
