// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/readable_copy.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "app/workspace/work_beside.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QUrl>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct PhotoCopies {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::PhotoCopies)
};

using Progress = std::function<bool(double)>;

constexpr qint64 Piece = 1 << 20; // bytes

/// Removed with the program.
const QString& temporaryFolder() {
    static const QTemporaryDir folder(QDir::tempPath() + QStringLiteral("/gridwarden-XXXXXX"));
    static const QString path = folder.path();
    return path;
}

/// Whole or not at all; what has the name already is replaced.
core::Result<void> copyTo(const std::filesystem::path& file, const QString& target, const Progress& progress) {
    QFile from(QString::fromStdString(file.string()));
    const auto unreadable = [&] {
        return core::fail(core::ErrorCode::Io, {"photo-unreadable", {file.filename().string()}}, file.string(),
                          from.errorString().toStdString());
    };
    if (!from.open(QIODevice::ReadOnly))
        return unreadable();
    QSaveFile to(target);
    const auto unwritable = [&] {
        return core::fail(core::ErrorCode::Io, {"file-unwritable", {target.toStdString()}}, target.toStdString(),
                          to.errorString().toStdString());
    };
    if (!to.open(QIODevice::WriteOnly))
        return unwritable();
    const qint64 size = from.size();
    while (from.pos() < size) {
        const QByteArray bytes = from.read(std::min(size - from.pos(), Piece));
        if (bytes.isEmpty()) // it ends before its end, or cannot be read on
            return unreadable();
        if (to.write(bytes) != bytes.size())
            return unwritable();
        if (progress && !progress(static_cast<double>(from.pos()) / static_cast<double>(size)))
            return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    }
    if (!to.commit())
        return unwritable();
    return {};
}

/// Where the readable copy of this content alone is.
QString copyPath(const std::filesystem::path& file, const QString& name) {
    static const QRegularExpression hash(QStringLiteral("^[0-9a-f]{64}$"));
    QString folder = QString::fromStdString(file.filename().string());
    if (!hash.match(folder).hasMatch()) { // not beside a district
        const QFileInfo info(QString::fromStdString(file.string()));
        const QString known = QStringLiteral("%1\n%2\n%3")
                                  .arg(info.size())
                                  .arg(info.lastModified().toMSecsSinceEpoch())
                                  .arg(info.absoluteFilePath());
        folder = QString::fromLatin1(QCryptographicHash::hash(known.toUtf8(), QCryptographicHash::Sha256).toHex());
    }
    return temporaryFolder() + u'/' + folder + u'/' + name;
}

/// By a job that `then` is told the copy of.
void copyBeside(Workspace& workspace, const QString& title, const QString& file, const QString& name,
                std::function<void(const QString& copy)> then) {
    const auto copied = std::make_shared<core::Result<QString>>();
    workBeside(
        workspace, title,
        [copied, path = file.toStdString(), name](const Progress& progress) {
            *copied = readableCopy(path, name, progress);
        },
        [&workspace, copied, then = std::move(then)] {
            if (*copied)
                then(**copied);
            else if (copied->error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(copied->error());
        });
}

} // namespace

QString readableName(const QString& number, const core::Photo& photo, int position) {
    const QString own = QString::fromStdString(photo.name);
    QString name = number.isEmpty() ? QString() : number + u' ';
    if (photo.kind == core::PaperKind) {
        name += own;
    } else {
        const QString kind = photo.kind.empty() ? word("photo_kinds", "other") : word("photo_kinds", photo.kind);
        const QString suffix = QFileInfo(own).suffix().toLower();
        name += QStringLiteral("%1 %2").arg(kind).arg(position);
        if (!suffix.isEmpty())
            name += u'.' + suffix;
    }
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]"));
    return name.replace(forbidden, QStringLiteral("_"));
}

core::Result<QString> readableCopy(const std::filesystem::path& file, const QString& name, const Progress& progress) {
    const QString target = copyPath(file, name);
    if (QFile::exists(target)) // of a moment ago
        return target;
    QDir().mkpath(QFileInfo(target).path());
    if (auto copied = copyTo(file, target, progress); !copied)
        return core::fail(copied);
    QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::ReadUser);
    return target;
}

bool hasReadableCopy(const std::filesystem::path& file, const QString& name) {
    return QFile::exists(copyPath(file, name));
}

void prepareReadableCopy(Workspace& workspace, const QString& file, const QString& name) {
    const QString title = PhotoCopies::tr("Copying %1 for other programs").arg(name);
    if (workspace.jobs() == nullptr || !workspace.jobs()->titles().contains(title)) // else it is on its way
        copyBeside(workspace, title, file, name, [](const QString&) {});
}

void openElsewhere(Workspace& workspace, const QString& file, const QString& name) {
    copyBeside(workspace, PhotoCopies::tr("Opening %1").arg(name), file, name,
               [](const QString& copy) { QDesktopServices::openUrl(QUrl::fromLocalFile(copy)); });
}

void saveCopy(Workspace& workspace, QWidget* window, const QString& file, const QString& name) {
    const std::string path = file.toStdString(); // whose strip may be gone when the dialog ends
    const QString target =
        prompts().fileToSave(window, PhotoCopies::tr("Save a copy"), name, PhotoCopies::tr("All files (*)"));
    if (target.isEmpty())
        return;
    const auto copied = std::make_shared<core::Result<void>>();
    workBeside(
        workspace, PhotoCopies::tr("Saving %1").arg(QFileInfo(target).fileName()),
        [copied, target, path](const Progress& progress) { *copied = copyTo(path, target, progress); },
        [&workspace, copied, target] {
            if (*copied)
                workspace.notify(NoticeKind::Note, PhotoCopies::tr("Saved as %1.").arg(target));
            else if (copied->error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(copied->error());
        });
}

} // namespace gridwarden::app
