// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_adding.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "gis/draw/attachment.h"

#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QMimeData>
#include <QPointer>
#include <QTemporaryDir>
#include <QUrl>

namespace gridwarden::app {

/// Written by the job, read here when it has ended.
struct PhotoAdding::Outcome {
    std::vector<core::Result<core::PhotoDraft>> files;
};

PhotoAdding::PhotoAdding(Workspace& workspace, QWidget* window)
    : QObject(window), m_workspace(workspace), m_window(window) {}

PhotoAdding::~PhotoAdding() {
    if (m_job && m_workspace.jobs() != nullptr)
        m_workspace.jobs()->cancel(*m_job);
}

bool PhotoAdding::carriesFiles(const QMimeData* carried) {
    const QList<QUrl> urls = carried->urls();
    return carried->hasImage() || std::any_of(urls.begin(), urls.end(), [](const QUrl& url) {
               return url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile();
           });
}

QStringList PhotoAdding::filesOf(const QMimeData* carried) {
    QStringList files;
    for (const QUrl& url : carried->urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            files << url.toLocalFile();
    if (!files.isEmpty() || !carried->hasImage())
        return files;
    const auto picture = qvariant_cast<QImage>(carried->imageData());
    if (picture.isNull())
        return files;
    if (!m_pasted)
        m_pasted = std::make_unique<QTemporaryDir>();
    const QString file = m_pasted->filePath(tr("pasted %1").arg(++m_pastedCount) + QStringLiteral(".png"));
    return picture.save(file) ? QStringList{file} : files;
}

int PhotoAdding::copyPixels() const {
    const core::District* const district = m_workspace.district();
    return district == nullptr ? 0 : gis::AttachmentOptions::of(*district).copyPixels;
}

void PhotoAdding::add(const QStringList& files) {
    const QPointer<PhotoAdding> self = this; // may go while something is asked
    QStringList wanted;
    for (const QString& file : files) {
        const qint64 size = QFileInfo(file).size();
        if (size <= AskedAbove ||
            prompts().confirm(m_window->window(),
                              tr("%1 has %2. It is copied beside the district and stays there. Attach it?")
                                  .arg(QFileInfo(file).fileName(), QLocale().formattedDataSize(size)),
                              tr("Attach")))
            wanted << file;
    }
    if (!self)
        return;
    m_waiting << wanted;
    start();
}

void PhotoAdding::addAgain(const QStringList& prepared) {
    const QStringList all = prepared + m_inWork + m_waiting;
    clear();
    m_waiting = all;
    start();
}

void PhotoAdding::clear() {
    ++m_round;
    m_waiting.clear();
    m_inWork.clear();
    if (m_job && m_workspace.jobs() != nullptr)
        m_workspace.jobs()->cancel(*m_job);
    m_job.reset();
}

void PhotoAdding::start() {
    const core::District* const district = m_workspace.district();
    if (m_job || m_waiting.isEmpty() || district == nullptr)
        return;
    const QStringList files = m_inWork = std::exchange(m_waiting, {});
    gis::AttachmentOptions options = gis::AttachmentOptions::of(*district);
    if (m_keepsOriginals)
        options.copyPixels = 0;
    const auto outcome = std::make_shared<Outcome>();
    const auto work = [files, options, outcome](const Jobs::Progress& progress, const std::stop_token&) {
        for (int i = 0; i < files.size(); ++i)
            outcome->files.push_back(gis::prepareAttachment(files[i].toStdString(), options, [&](double part) {
                return progress((i + part) / static_cast<double>(files.size()));
            }));
    };
    const auto done = [self = QPointer<PhotoAdding>(this), outcome, round = m_round] {
        if (self && self->m_round == round)
            self->take(*outcome);
    };
    m_job = 0;
    if (m_workspace.jobs() == nullptr) {
        work([](double) { return true; }, {});
        done();
        return;
    }
    m_job = m_workspace.jobs()->start(files.size() == 1 ? tr("Copying %1").arg(QFileInfo(files.first()).fileName())
                                                        : tr("Copying %n file(s)", "", static_cast<int>(files.size())),
                                      work, done);
    emit preparingChanged();
}

void PhotoAdding::take(const Outcome& outcome) {
    m_job.reset();
    m_inWork.clear();
    for (const auto& file : outcome.files)
        if (file)
            emit prepared(*file);
        else if (file.error().code != core::ErrorCode::Cancelled)
            emit refused(text(file.error()));
    emit preparingChanged();
    start();
}

} // namespace gridwarden::app
