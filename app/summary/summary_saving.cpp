// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/summary_saving.h"

#include "app/report/official_file.h"
#include "app/report/summary_official.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "app/workspace/work_beside.h"
#include "core/base/durable_file.h"
#include "core/summary/published_summary.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SummarySaving)
};

/// What a file was written with: notes to be told.
using Written = core::Result<std::vector<core::Message>>;

Written write(const std::filesystem::path& file, bool overwrite, const core::Summary& summary, const ReportText& words, const core::TimeZone& zone) {
    if (!officialFileKind(file)) {
        const auto done = core::writeDurably(file, core::summaryToText(summary), overwrite);
        return done ? Written(std::vector<core::Message>()) : core::fail(done);
    }
    auto written = writeOfficial(file, overwrite, summaryDocument(summary, words, zone));
    return written ? Written(std::move(written->notes)) : core::fail(written);
}

} // namespace

void saveSummary(Workspace& workspace, const core::Summary& summary, core::Language language, QWidget* parent) {
    const core::TimeZone zone = workspace.district()->timeZone();
    auto words = ReportText::load(language, zone);
    if (!words)
        return workspace.notifyFault(words.error());
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|\\s]+"));
    const QString title = summary.paragraphs.empty() ? Words::tr("Work summary") : QString::fromStdString(summary.paragraphs.front().text());
    const QDir folder = QFileInfo(QString::fromStdString(workspace.district()->path().string())).dir();
    QString file = prompts().fileToSave(parent, Words::tr("Save the summary"), folder.filePath(title.left(60).replace(unfit, QStringLiteral("_")) + QStringLiteral(".odt")),
                                        Words::tr("Document to edit (*.odt);;PDF (*.pdf);;Numbers to verify later (*.json)"));
    if (file.isEmpty())
        return;
    const bool isComplete = !QFileInfo(file).suffix().isEmpty(); // about which the dialog has asked
    if (!isComplete)
        file += QStringLiteral(".odt");
    const auto written = std::make_shared<Written>();
    const auto work = [written, file, isComplete, summary, words = std::move(*words), zone](const Jobs::Progress&) {
        *written = write(file.toStdString(), isComplete, summary, words, zone);
    };
    const auto tell = [written, file, target = QPointer<Workspace>(&workspace)] {
        if (!target)
            return;
        if (!*written)
            return target->notifyFault(written->error());
        QStringList notes{file};
        for (const core::Message& note : **written)
            notes << text(note);
        target->notify(NoticeKind::Note, Words::tr("The summary was saved."), notes.join(u'\n'));
    };
    workBeside(workspace, Words::tr("Saving the summary"), work, tell);
}

} // namespace gridwarden::app
