// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/backup_window.h"

#include "app/backup/copy_note.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "core/store/restoring.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

std::filesystem::path fileOf(const QString& path) { return std::filesystem::path(path.toStdU16String()); }
QString nameOf(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

/// What of the present file would be missing after a restore.
QString lost(const core::DistrictSummary& present, const core::DistrictSummary& backup) {
    const std::int64_t cases = present.cases - backup.cases;
    const std::int64_t steps = present.steps - backup.steps;
    if (cases <= 0 && steps <= 0)
        return {};
    return BackupWindow::tr("%1 cases and %2 steps entered since are not in it.")
        .arg(QLocale().toString(static_cast<qlonglong>(std::max<std::int64_t>(0, cases))), QLocale().toString(static_cast<qlonglong>(std::max<std::int64_t>(0, steps))));
}

} // namespace

/// What a job brings back.
struct BackupWindow::Outcome {
    std::optional<BackupList::Content> content;
    std::optional<core::BackupEntry> made;
    std::optional<core::Restored> restored;
    std::optional<core::Error> error;
};

void openBackups(Workspace& workspace, Jobs& jobs, const QString& district, Reopen reopen, QWidget* parent) {
    BackupWindow* window = nullptr;
    for (BackupWindow* const open : parent->findChildren<BackupWindow*>(QString(), Qt::FindDirectChildrenOnly))
        if (open->district() == district)
            window = open;
    if (window == nullptr)
        window = new BackupWindow(workspace, jobs, district, std::move(reopen), parent);
    window->show();
    window->raise();
    window->activateWindow();
}

BackupWindow::BackupWindow(Workspace& workspace, Jobs& jobs, const QString& district, Reopen reopen, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_jobs(jobs), m_district(district), m_reopen(std::move(reopen)), m_list(new BackupList(this)),
      m_words(new QLabel(this)), m_title(new QLabel(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_make(new QPushButton(icon(QLatin1String("plus")), tr("Back up now"), this)),
      m_check(new QPushButton(icon(QLatin1String("shield-check")), tr("Check all"), this)),
      m_copy(new QPushButton(icon(QLatin1String("copy")), tr("Save a copy as …"), this)),
      m_restore(new QPushButton(icon(QLatin1String("rotate-ccw")), tr("Restore …"), this)), m_count(new QSpinBox(this)), m_share(new QSpinBox(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("backupWindow"));
    setWindowTitle(tr("Backups of %1").arg(QFileInfo(district).completeBaseName()));
    if (isOpenHere()) {
        m_zone = m_workspace.district()->timeZone();
        m_limits = m_workspace.district()->backups().limits();
    }
    auto* const about = new QLabel(tr("A backup is made before the first change of each day and before a migration, and read back. They lie in %1.")
                                       .arg(nameOf(shelf().folder().filename())),
                                   this);
    about->setWordWrap(true);
    about->setToolTip(nameOf(shelf().folder()));
    m_words->setObjectName(QStringLiteral("backupWords"));
    m_words->setWordWrap(true);
    m_words->setMinimumHeight(m_words->fontMetrics().lineSpacing() * 2);
    m_words->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelBackup"));
    m_make->setObjectName(QStringLiteral("makeBackup"));
    m_check->setObjectName(QStringLiteral("checkBackups"));
    m_check->setToolTip(tr("Reads every backup through"));
    m_copy->setObjectName(QStringLiteral("copyBackup"));
    m_restore->setObjectName(QStringLiteral("restoreBackup"));
    m_count->setObjectName(QStringLiteral("backupCount"));
    m_count->setRange(1, 1000);
    m_count->setValue(m_limits.count);
    m_share->setObjectName(QStringLiteral("backupShare"));
    m_share->setRange(1, 100);
    m_share->setSuffix(QStringLiteral(" %"));
    m_share->setValue(m_limits.sharePercent);
    m_share->setToolTip(tr("Of the space that would be free without the backups"));

    auto* const limits = new QHBoxLayout;
    limits->setSpacing(8);
    limits->addWidget(new QLabel(tr("Backups to keep:"), this));
    limits->addWidget(m_count);
    limits->addSpacing(16);
    limits->addWidget(new QLabel(tr("Share of the free space:"), this));
    limits->addWidget(m_share);
    limits->addStretch();
    limits->addWidget(m_title);
    limits->addWidget(m_progress);
    limits->addWidget(m_cancel);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_make);
    buttons->addWidget(m_check);
    buttons->addStretch();
    buttons->addWidget(m_copy);
    buttons->addWidget(m_restore);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(about);
    column->addWidget(m_list, 1);
    column->addWidget(m_words);
    column->addLayout(limits);
    column->addLayout(buttons);
    resize(1040, 480);

    connect(m_list, &QTreeWidget::itemSelectionChanged, this, &BackupWindow::followSelection);
    connect(m_make, &QPushButton::clicked, this, &BackupWindow::makeOne);
    connect(m_check, &QPushButton::clicked, this, [this] { list(core::BackupShelf::Depth::Thorough); });
    connect(m_copy, &QPushButton::clicked, this, &BackupWindow::saveCopy);
    connect(m_restore, &QPushButton::clicked, this, &BackupWindow::restore);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(m_job); });
    connect(m_count, &QSpinBox::editingFinished, this, &BackupWindow::saveLimits);
    connect(m_share, &QSpinBox::editingFinished, this, &BackupWindow::saveLimits);
    connect(&m_jobs, &Jobs::progressed, this, [this](int job, double share) {
        if (job == m_job)
            m_progress->setValue(static_cast<int>(share * 1000));
    });
    connect(&m_workspace, &Workspace::districtClosed, this, [this] {
        if (!m_isRestoring)
            close();
    });
    connect(&m_workspace, &Workspace::busyChanged, this, &BackupWindow::updateButtons);
    list(core::BackupShelf::Depth::Quick);
}

BackupWindow::~BackupWindow() {
    // The children go after this; a spin box that loses the focus then would still say that editing has ended.
    for (QWidget* const child : std::initializer_list<QWidget*>{m_list, m_count, m_share})
        child->disconnect(this);
    if (!m_isRestoring)
        m_jobs.cancel(m_job);
}

void BackupWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && !m_isRestoring)
        close();
    else
        QWidget::keyPressEvent(event);
}

core::BackupShelf BackupWindow::shelf() const { return core::BackupShelf(fileOf(m_district), m_zone, m_limits); }

bool BackupWindow::isOpenHere() const { return m_workspace.district() != nullptr && m_workspace.district()->path() == fileOf(m_district); }

void BackupWindow::start(const QString& title, Work work, std::function<void(const Outcome&)> then) {
    if (m_job != 0)
        return;
    m_title->setText(title);
    m_progress->setValue(0);
    const auto outcome = std::make_shared<Outcome>();
    const QPointer<BackupWindow> self(this);
    m_job = m_jobs.start(
        title, [outcome, work = std::move(work)](const Jobs::Progress& progress, std::stop_token) { work(*outcome, progress); },
        [outcome, self, then = std::move(then), workspace = QPointer<Workspace>(&m_workspace)] {
            if (self) {
                self->m_job = 0;
                self->updateButtons();
            }
            if (outcome->error && outcome->error->code != core::ErrorCode::Cancelled && workspace)
                workspace->notifyFault(*outcome->error);
            if (self)
                then(*outcome);
        });
    updateButtons();
}

void BackupWindow::list(core::BackupShelf::Depth depth) {
    using core::BackupShelf;
    start(depth == BackupShelf::Depth::Quick ? tr("Reading the backups") : tr("Checking the backups"),
          [depth, of = shelf()](Outcome& outcome, const Jobs::Progress& progress) {
              BackupList::Content content;
              content.isThorough = depth == BackupShelf::Depth::Thorough;
              std::error_code problem;
              content.presentBytes = std::filesystem::file_size(of.district(), problem);
              if (auto connection = core::Connection::open(of.district(), core::Connection::Access::ReadOnly))
                  if (auto summary = core::summarise(*connection, of.district()))
                      content.present = std::move(*summary);
              const auto files = of.files();
              if (!files) {
                  outcome.error = files.error();
                  return;
              }
              for (const core::BackupFile& file : *files) {
                  content.backups.push_back(BackupShelf::examine(file, depth));
                  if (!progress(static_cast<double>(content.backups.size()) / static_cast<double>(files->size())))
                      return;
              }
              outcome.content = std::move(content);
          },
          [this](const Outcome& outcome) {
              if (outcome.content)
                  m_list->show(*outcome.content, m_zone);
              followSelection();
          });
}

void BackupWindow::makeOne() {
    start(tr("Backing up"),
          [of = shelf()](Outcome& outcome, const Jobs::Progress& progress) {
              auto made = core::BackupShelf(of).make(core::BackupReason::Asked, progress);
              if (made)
                  outcome.made = std::move(*made);
              else
                  outcome.error = made.error();
          },
          [this](const Outcome& outcome) {
              if (outcome.made)
                  list(core::BackupShelf::Depth::Quick);
          });
}

void BackupWindow::saveCopy() {
    const core::BackupEntry* const entry = m_list->selected();
    if (entry == nullptr)
        return;
    QString path = prompts().fileToSave(this, tr("Save a copy as"), QFileInfo(m_district).dir().filePath(QFileInfo(nameOf(entry->file.path)).fileName()),
                                        tr("Districts (*.gpkg)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive))
        path += QStringLiteral(".gpkg");
    const QString unnoted = isOpenHere() ? noteFullCopy(m_workspace, path) : text(core::Message{"copy-not-noted", {path.toStdString()}});
    start(tr("Copying"),
          [from = entry->file.path, to = fileOf(path)](Outcome& outcome, const Jobs::Progress& progress) {
              // The file picker has asked about an existing file already.
              if (auto copied = core::copyVerified(from, to, core::Existing::Replace, progress); !copied)
                  outcome.error = copied.error();
          },
          [this, path, unnoted](const Outcome& outcome) {
              if (!outcome.error)
                  m_workspace.notify(copyNotice(tr("Copied and checked: %1").arg(path), unnoted));
          });
}

void BackupWindow::restore() {
    const core::BackupEntry* const entry = m_list->selected();
    if (entry == nullptr || m_job != 0)
        return;
    QString question = tr("Put the backup of %1 in the place of the present file? The present file is kept as a backup, so that this can be taken back.")
                           .arg(QString::fromStdString(core::localText(entry->file.made, m_zone)));
    if (entry->summary && m_list->content().present)
        if (const QString missing = lost(*m_list->content().present, *entry->summary); !missing.isEmpty())
            question += u'\n' + missing;
    if (!prompts().confirm(this, question, tr("Restore")))
        return;
    const core::Actor actor = m_workspace.actor();
    m_isRestoring = true;
    if (isOpenHere()) {
        m_workspace.closeDistrict();
        if (m_workspace.district() != nullptr) { // busy, and said so
            m_isRestoring = false;
            return;
        }
    }
    start(tr("Restoring"),
          [district = fileOf(m_district), backup = entry->file.path, actor](Outcome& outcome, const Jobs::Progress& progress) {
              auto restored = core::restoreBackup(district, backup, actor, progress);
              if (restored)
                  outcome.restored = std::move(*restored);
              else
                  outcome.error = restored.error();
          },
          [this](const Outcome& outcome) {
              m_isRestoring = false;
              if (m_reopen)
                  m_reopen(m_district);
              if (outcome.restored && !outcome.restored->kept.empty())
                  m_workspace.notify(NoticeKind::Note, tr("Restored. What was there before is kept as a backup: %1").arg(nameOf(outcome.restored->kept.filename())));
              list(core::BackupShelf::Depth::Quick);
          });
}

void BackupWindow::saveLimits() {
    if (!isOpenHere() || (m_count->value() == m_limits.count && m_share->value() == m_limits.sharePercent))
        return;
    const std::string count = std::to_string(m_count->value());
    const std::string share = std::to_string(m_share->value());
    if (m_workspace.change({"backup-limits-changed", {count, share}}, [&](core::Change& change) -> core::Result<void> {
            if (auto saved = core::saveSetting(change, "backup_count", count); !saved)
                return saved;
            return core::saveSetting(change, "backup_share", share);
        })) {
        m_limits = m_workspace.district()->backups().limits();
    } else {
        m_count->setValue(m_limits.count);
        m_share->setValue(m_limits.sharePercent);
    }
}

void BackupWindow::followSelection() {
    const core::BackupEntry* const entry = m_list->selected();
    if (m_list->content().backups.empty() && m_job == 0)
        m_words->setText(tr("There are no backups yet. The first one is made before the first change of tomorrow, or now."));
    else if (entry == nullptr)
        m_words->setText(tr("Choose a backup to see what restoring it would change."));
    else if (entry->fault)
        m_words->setText(text(*entry->fault));
    else if (!m_list->content().present)
        m_words->setText(tr("The present file cannot be read. Restoring keeps it as it is beside the backups."));
    else if (m_list->content().present->head == entry->summary->head)
        m_words->setText(tr("It holds just what the present file holds."));
    else if (const QString missing = lost(*m_list->content().present, *entry->summary); !missing.isEmpty())
        m_words->setText(missing + u' ' + tr("Restoring it keeps the present file as a backup."));
    else
        m_words->setText(tr("It differs from the present file. Restoring it keeps the present file as a backup."));
    updateButtons();
}

void BackupWindow::updateButtons() {
    const bool isIdle = m_job == 0;
    const core::BackupEntry* const entry = m_list->selected();
    for (QWidget* const part : std::initializer_list<QWidget*>{m_title, m_progress, m_cancel})
        part->setVisible(!isIdle);
    m_make->setEnabled(isIdle);
    m_check->setEnabled(isIdle && !m_list->content().backups.empty());
    m_copy->setEnabled(isIdle && entry != nullptr && entry->isGood());
    const bool isReadHere = isOpenHere() && m_workspace.district()->isReadOnly();
    m_restore->setEnabled(isIdle && entry != nullptr && entry->isGood() && !m_workspace.isBusy() && !isReadHere);
    const bool canSet = isOpenHere() && m_workspace.canWrite();
    m_count->setEnabled(canSet);
    m_share->setEnabled(canSet);
}

} // namespace gridwarden::app
