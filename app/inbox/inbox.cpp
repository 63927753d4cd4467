// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inbox/inbox.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "gis/inbox/photo_staging.h"

#include <QPointer>
#include <algorithm>

namespace gridwarden::app {

namespace {

constexpr std::chrono::seconds WhileWriting{2}; ///< between looks while a file is not at rest
constexpr std::chrono::seconds Usually{20};     ///< where nobody tells of changes, as on network shares
constexpr std::chrono::milliseconds Settling{300};

} // namespace

Inbox::Inbox(Workspace& workspace, Jobs& jobs, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_jobs(jobs), m_decided(std::make_shared<const std::unordered_set<std::string>>()) {
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Inbox::look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, [this] { m_timer.start(Settling); });
    connect(&workspace, &Workspace::districtOpened, this, &Inbox::follow);
    connect(&workspace, &Workspace::districtClosed, this, &Inbox::follow);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything || touched.settings) {
            follow();
            return;
        }
        if (touched.inbox)
            loadDecisions();
        if (m_content.exists && (touched.inbox || touched.areas || touched.people || touched.categories))
            look();
    });
    connect(&workspace, &Workspace::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_hasToLoad) {
            loadDecisions();
            look();
        }
    });
    follow();
}

std::filesystem::path Inbox::folder() const {
    return core::inboxFolder(*m_workspace.district());
}

/// Another district or another folder.
void Inbox::follow() {
    const bool isOpen = m_workspace.district() != nullptr;
    if (!isOpen || !m_reader || m_reader->folder() != folder()) {
        if (const QStringList watched = m_watcher.directories(); !watched.isEmpty())
            m_watcher.removePaths(watched);
        m_timer.stop();
        m_content = {};
        m_saidFault = {};
        m_reader = isOpen ? std::make_shared<gis::InboxReader>(folder()) : nullptr;
        emit changed();
    }
    if (isOpen) {
        loadDecisions();
        look();
    }
}

void Inbox::loadDecisions() {
    core::Connection* const connection = m_workspace.connection();
    m_hasToLoad = connection == nullptr;
    if (m_hasToLoad)
        return;
    auto decided = core::loadDecidedDigests(*connection);
    if (!decided) {
        m_workspace.notifyFault(decided.error());
        return;
    }
    if (*decided == *m_decided)
        return;
    m_decided = std::make_shared<const std::unordered_set<std::string>>(std::move(*decided));
    // What was just decided goes at once; what came back is found by the next look.
    if (std::erase_if(m_content.proposals, [this](const gis::Proposal& proposal) { return m_decided->contains(proposal.digest); }) > 0)
        emit changed();
}

void Inbox::look() {
    if (!m_reader || m_workspace.district() == nullptr)
        return;
    if (m_isLooking) {
        m_looksAgain = true;
        return;
    }
    m_isLooking = true;
    m_looksAgain = false;
    struct Look {
        std::shared_ptr<gis::InboxReader> reader;
        gis::CaseRegisters registers;
        std::shared_ptr<const std::unordered_set<std::string>> decided;
        core::Result<gis::InboxContent> content = gis::InboxContent();
    };
    const auto shared = std::make_shared<Look>(Look{m_reader, gis::CaseRegisters::of(*m_workspace.district()), m_decided});
    m_jobs.start(
        tr("Looking into the inbox"),
        [shared](const Jobs::Progress&, std::stop_token stop) {
            shared->content = shared->reader->read(shared->registers, *shared->decided, [&stop] { return !stop.stop_requested(); });
        },
        [self = QPointer<Inbox>(this), shared] {
            if (!self)
                return;
            self->m_isLooking = false;
            const bool isCurrent = self->m_reader == shared->reader && self->m_decided == shared->decided;
            if (isCurrent)
                self->take(std::move(shared->content));
            if (!isCurrent || self->m_looksAgain)
                self->look();
        });
}

void Inbox::take(core::Result<gis::InboxContent> content) {
    bool isNews = true;
    if (content) {
        isNews = !content->saysSameAs(m_content);
        m_content = std::move(*content);
        m_saidFault = {};
    } else if (content.error().code != core::ErrorCode::Cancelled && content.error().what != m_saidFault) {
        m_saidFault = content.error().what;
        m_workspace.notifyFault(content.error());
    }
    watch();
    if (isNews)
        emit changed();
}

void Inbox::watch() {
    if (m_content.exists && m_watcher.directories().isEmpty())
        m_watcher.addPath(QString::fromStdString(m_reader->folder().string()));
    m_timer.start(m_content.isWaiting() ? WhileWriting : Usually);
}

void Inbox::makeFolder() {
    std::error_code problem;
    std::filesystem::create_directories(folder(), problem);
    if (problem)
        m_workspace.notifyFault({core::ErrorCode::Io, {"file-unwritable", {folder().string()}}, folder().string(), problem.message()});
    look();
}

void Inbox::chooseFolder(QWidget* over) {
    const QString chosen = prompts().folder(over, tr("Folder to be watched"));
    if (!chosen.isEmpty())
        m_workspace.change({"inbox-folder", {chosen.toStdString()}},
                           [&](core::Change& change) { return core::saveSetting(change, "inbox_folder", chosen.toStdString()); });
}

void Inbox::accept(const std::vector<gis::Proposal>& proposals, core::CaseId linkTo) {
    std::vector<core::InboxAcceptance> accepted;
    int left = 0;
    for (const gis::Proposal& proposal : proposals) {
        if (gis::whyNotAcceptable(proposal, m_workspace.district()->sources(), m_workspace.district()->timeZone()))
            ++left;
        else
            accepted.push_back({proposal.choice(), proposal.draft});
    }
    for (core::InboxAcceptance& each : accepted)
        each.draft.linkTo = linkTo;
    if (left > 0)
        m_workspace.notify(NoticeKind::Note, tr("%n proposal(s) stay: something has to be corrected first.", "", left));
    if (accepted.empty())
        return;
    const auto result = std::make_shared<core::Result<std::vector<core::CaseId>>>();
    const auto work = [result, accepted = std::move(accepted), actor = m_workspace.actor()](core::District& district, const Jobs::Progress& progress) mutable {
        if (const auto staged = gis::stagePhotos(accepted, gis::AttachmentOptions::of(district), progress); !staged)
            *result = core::fail(staged);
        else
            *result = core::acceptFromInbox(district, actor, accepted);
    };
    m_workspace.run(
        tr("Accepting from the inbox"), work,
        [self = QPointer<Inbox>(this), result] {
            if (!self)
                return;
            if (*result)
                self->m_workspace.selectCases(**result);
            else if (result->error().code != core::ErrorCode::Cancelled)
                self->m_workspace.notifyFault(result->error());
            self->look(); // what was changed under the same name has to be looked at anew
        },
        Workspace::AtOnce);
}

void Inbox::refuse(const std::vector<gis::Proposal>& proposals, const QString& note) {
    if (m_workspace.isBusy()) {
        m_workspace.notify(NoticeKind::Warning, text(m_workspace.whyBusy()));
        return;
    }
    std::vector<core::InboxChoice> refused;
    for (const gis::Proposal& proposal : proposals)
        refused.push_back(proposal.choice());
    if (const auto done = core::refuseFromInbox(*m_workspace.district(), m_workspace.actor(), refused, note.trimmed().toStdString()); !done)
        m_workspace.notifyFault(done.error());
}

core::Result<core::CaseId> Inbox::acceptCorrected(const gis::Proposal& proposal, core::CaseDraft draft) {
    const core::InboxAcceptance accepted{proposal.choice(), std::move(draft)};
    const auto cases = core::acceptFromInbox(*m_workspace.district(), m_workspace.actor(), std::span(&accepted, 1));
    if (!cases)
        return core::fail(cases);
    return cases->front();
}

QStringList Inbox::decidedFiles() const {
    QStringList names;
    for (const gis::InboxFile& file : m_content.files)
        if (file.isDecided)
            names << QString::fromStdString(file.name);
    return names;
}

void Inbox::moveDecidedFiles() {
    struct Moving {
        std::vector<gis::InboxFile> files;
        int moved = 0;
        std::vector<core::Error> faults{};
    };
    const auto moving = std::make_shared<Moving>();
    std::copy_if(m_content.files.begin(), m_content.files.end(), std::back_inserter(moving->files), [](const gis::InboxFile& file) { return file.isDecided; });
    m_jobs.start(
        tr("Moving files away"),
        [moving, folder = m_reader->folder()](const Jobs::Progress&, const std::stop_token&) {
            for (const gis::InboxFile& file : moving->files)
                if (const auto done = gis::moveToDone(folder, file.name, file.mark); done)
                    ++moving->moved;
                else
                    moving->faults.push_back(done.error());
        },
        [self = QPointer<Inbox>(this), moving] {
            if (!self)
                return;
            for (const core::Error& fault : moving->faults)
                self->m_workspace.notifyFault(fault);
            if (moving->moved > 0)
                self->m_workspace.notify(NoticeKind::Note, tr("%n file(s) moved into the folder “done”.", "", moving->moved));
            self->look();
        });
}

} // namespace gridwarden::app
