// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/readable_copy.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QUrl>

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
    if (!from.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::Io, {"photo-unreadable", {file.filename().string()}}, file.string());
    QSaveFile to(target);
    const auto unwritable = [&] {
        return core::fail(core::ErrorCode::Io, {"file-unwritable", {target.toStdString()}}, target.toStdString(),
                          to.errorString().toStdString());
    };
    if (!to.open(QIODevice::WriteOnly))
        return unwritable();
    while (!from.atEnd()) {
        const QByteArray bytes = from.read(Piece);
        if (to.write(bytes) != bytes.size())
            return unwritable();
        if (progress && !progress(static_cast<double>(from.pos()) / static_cast<double>(from.size())))
            return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    }
    if (!to.commit())
        return unwritable();
    return {};
}

void runBeside(Workspace& workspace, const QString& title, std::function<void(const Progress&)> work,
               std::function<void()> done) {
    if (Jobs* const jobs = workspace.jobs()) {
        jobs->start(
            title, [work = std::move(work)](const Progress& progress, const std::stop_token&) { work(progress); },
            std::move(done));
        return;
    }
    work({});
    done();
}

} // namespace

QString readableName(const QString& number, const core::Photo& photo, int position) {
    const QString own = QString::fromStdString(photo.name);
    QString name;
    if (photo.kind == core::PaperKind) {
        name = number + u' ' + own;
    } else {
        const QString kind = photo.kind.empty() ? word("photo_kinds", "other") : word("photo_kinds", photo.kind);
        const QString suffix = QFileInfo(own).suffix().toLower();
        name = QStringLiteral("%1 %2 %3").arg(number, kind).arg(position);
        if (!suffix.isEmpty())
            name += u'.' + suffix;
    }
    static const QRegularExpression forbidden(QStringLiteral("[/\\\\:*?\"<>|\\x00-\\x1f]"));
    return name.replace(forbidden, QStringLiteral("_"));
}

core::Result<QString> readableCopy(const std::filesystem::path& file, const QString& name, const Progress& progress) {
    const QString folder = temporaryFolder() + u'/' + QString::fromStdString(file.filename().string()).left(16);
    QDir().mkpath(folder); // of this content alone
    const QString target = folder + u'/' + name;
    if (QFile::exists(target)) // of a moment ago
        return target;
    if (auto copied = copyTo(file, target, progress); !copied)
        return core::fail(copied);
    QFile::setPermissions(target, QFileDevice::ReadOwner | QFileDevice::ReadUser);
    return target;
}

void openElsewhere(Workspace& workspace, const QString& file, const QString& name) {
    const auto copied = std::make_shared<core::Result<QString>>();
    runBeside(
        workspace, PhotoCopies::tr("Opening %1").arg(name),
        [copied, path = file.toStdString(), name](const Progress& progress) {
            *copied = readableCopy(path, name, progress);
        },
        [&workspace, copied] {
            if (*copied)
                QDesktopServices::openUrl(QUrl::fromLocalFile(**copied));
            else if (copied->error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(copied->error());
        });
}

void saveCopy(Workspace& workspace, QWidget* window, const QString& file, const QString& name) {
    const QString target =
        prompts().fileToSave(window, PhotoCopies::tr("Save a copy"), name, PhotoCopies::tr("All files (*)"));
    if (target.isEmpty())
        return;
    const auto copied = std::make_shared<core::Result<void>>();
    runBeside(
        workspace, PhotoCopies::tr("Saving %1").arg(QFileInfo(target).fileName()),
        [copied, target, path = file.toStdString()](const Progress& progress) {
            *copied = copyTo(path, target, progress);
        },
        [&workspace, copied, target] {
            if (*copied)
                workspace.notify(NoticeKind::Note, PhotoCopies::tr("Saved as %1.").arg(target));
            else if (copied->error().code != core::ErrorCode::Cancelled)
                workspace.notifyFault(copied->error());
        });
}

} // namespace gridwarden::app
