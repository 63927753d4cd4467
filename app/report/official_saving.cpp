// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_saving.h"

#include "app/report/official_file.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "app/workspace/work_beside.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(OfficialSaving)
};

/// What is to be told of a file that was written.
using Written = core::Result<std::vector<core::Message>>;

Written write(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document, const OtherForms& others) {
    if (others.endings.contains(QString::fromStdString(file.extension().string()), Qt::CaseInsensitive)) {
        const auto done = others.write(file, overwrite);
        return done ? Written(std::vector<core::Message>()) : core::fail(done);
    }
    if (!officialFileKind(file))
        return core::fail(core::ErrorCode::BadInput, {"official-ending-unknown", {file.string()}}, file.string());
    auto written = writeOfficial(file, overwrite, document);
    return written ? Written(std::move(written->notes)) : core::fail(written);
}

} // namespace

void saveOfficial(Workspace& workspace, const QString& name, OfficialDocument document, QWidget* parent, OtherForms others) {
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|\\s]+"));
    constexpr int LongestName = 60;
    const QDir folder = QFileInfo(QString::fromStdString(workspace.district()->path().string())).dir();
    QString filters = Words::tr("Document to edit (*.odt);;PDF (*.pdf)");
    if (!others.endings.contains(QStringLiteral(".xlsx")))
        filters += u";;" + Words::tr("Its tables (*.xlsx)");
    if (!others.filters.isEmpty())
        filters += u";;" + others.filters;
    QString file = prompts().fileToSave(parent, Words::tr("Save"), folder.filePath(name.left(LongestName).replace(unfit, QStringLiteral("_")) + QStringLiteral(".odt")), filters);
    if (file.isEmpty())
        return;
    const bool isComplete = !QFileInfo(file).suffix().isEmpty(); // about which the dialog has asked
    if (!isComplete)
        file += QStringLiteral(".odt");
    const auto written = std::make_shared<Written>();
    const auto work = [written, file, isComplete, document = std::move(document), others = std::move(others)](const Jobs::Progress&) {
        *written = write(file.toStdString(), isComplete, document, others);
    };
    const auto tell = [written, file, target = QPointer<Workspace>(&workspace)] {
        if (!target)
            return;
        if (!*written)
            return target->notifyFault(written->error());
        QStringList notes{file};
        for (const core::Message& note : **written)
            notes << text(note);
        target->notify(NoticeKind::Note, Words::tr("Saved: %1").arg(QFileInfo(file).fileName()), notes.join(u'\n'));
    };
    workBeside(workspace, Words::tr("Saving %1").arg(QFileInfo(file).fileName()), work, tell);
}

} // namespace gridwarden::app
