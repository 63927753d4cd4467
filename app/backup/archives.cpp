// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/archives.h"

#include "app/backup/copy_note.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/archive/district_archive.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QPointer>

namespace gridwarden::app {

namespace {

struct Archives {
    Q_DECLARE_TR_FUNCTIONS(Archives)
};

std::filesystem::path fileOf(const QString& path) { return std::filesystem::path(path.toStdU16String()); }

/// What was packed, and what is to be known about it.
Notice noticeOf(const core::PackedDistrict& packed, const QString& archive, const QString& unnoted) {
    Notice notice = copyNotice(Archives::tr("Packed and checked, with %1 photos: %2").arg(QLocale().toString(static_cast<qulonglong>(packed.photos)), archive), unnoted);
    QStringList details;
    for (const std::string& name : packed.leftOut)
        details << text(core::Message{"archive-left-out", {name}});
    for (const std::string& name : packed.altered)
        details << text(core::Message{"archive-photo-altered", {name}});
    if (!details.isEmpty())
        notice.kind = NoticeKind::Warning;
    notice.details = details.join(u'\n');
    return notice;
}

} // namespace

void packOpenDistrict(Workspace& workspace, Jobs& jobs, QWidget* parent) {
    const core::District* const district = workspace.district();
    if (district == nullptr)
        return;
    const QFileInfo file(QString::fromStdString(district->path().string()));
    QString target = prompts().fileToSave(parent, Archives::tr("Pack the district and its photos"),
                                          file.dir().filePath(file.completeBaseName() + u' ' + QDate::currentDate().toString(Qt::ISODate) + u".zip"),
                                          Archives::tr("Archives (*.zip)"));
    if (target.isEmpty())
        return;
    if (!target.endsWith(QStringLiteral(".zip"), Qt::CaseInsensitive))
        target += QStringLiteral(".zip");
    const QString unnoted = noteFullCopy(workspace, target);
    const auto packed = std::make_shared<core::Result<core::PackedDistrict>>();
    jobs.start(
        Archives::tr("Packing %1").arg(file.completeBaseName()),
        [packed, from = district->path(), target](const Jobs::Progress& progress, std::stop_token) {
            // The file picker has asked about an existing file already.
            *packed = core::packDistrict(from, fileOf(target), core::Existing::Replace, progress);
        },
        [packed, target, unnoted, of = QPointer<Workspace>(&workspace)] {
            if (!of)
                return;
            if (*packed) {
                of->notify(noticeOf(**packed, target, unnoted));
            } else if (packed->error().code != core::ErrorCode::Cancelled) {
                of->notifyFault(packed->error());
            }
        });
}

void unpackArchive(Workspace& workspace, Jobs& jobs, const QString& given, std::function<void(const QString&)> open, QWidget* parent) {
    const QString archive = given.isEmpty() ? prompts().fileToOpen(parent, Archives::tr("Open an archive"), Archives::tr("Archives (*.zip)")) : given;
    if (archive.isEmpty())
        return;
    const QString folder = prompts().folder(parent, Archives::tr("Where to unpack the district"));
    if (folder.isEmpty())
        return;
    const auto unpacked = std::make_shared<core::Result<std::filesystem::path>>();
    jobs.start(
        Archives::tr("Unpacking %1").arg(QFileInfo(archive).fileName()),
        [unpacked, archive, folder](const Jobs::Progress& progress, std::stop_token) {
            *unpacked = core::unpackDistrict(fileOf(archive), {fileOf(folder), core::Existing::Keep, {}}, progress);
        },
        [unpacked, open = std::move(open), of = QPointer<Workspace>(&workspace)] {
            if (!of)
                return;
            if (*unpacked)
                open(QString::fromStdString((*unpacked)->string()));
            else if (unpacked->error().code != core::ErrorCode::Cancelled)
                of->notifyFault(unpacked->error());
        });
}

} // namespace gridwarden::app
