// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/paper_saving.h"

#include "app/report/paper_document.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(PaperSaving)
};

} // namespace

QString savePaper(Workspace& workspace, const QString& name, const QString& title,
                  const std::vector<std::shared_ptr<const Chapter>>& chapters, core::Language language,
                  QWidget* parent) {
    if (workspace.district() == nullptr || chapters.empty())
        return {};
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|\\s]+"));
    const QDir folder = QFileInfo(QString::fromStdString(workspace.district()->path().string())).dir();
    QString file = QString(name).replace(unfit, QStringLiteral("_")) + QStringLiteral(".pdf");
    file = prompts().fileToSave(parent, Words::tr("Save"), folder.filePath(file),
                                Words::tr("PDF (*.pdf);;Document to edit (*.odt);;Its tables (*.xlsx)"));
    if (file.isEmpty())
        return {};
    bool overwrite = true; // the file dialog has asked
    if (QFileInfo(file).suffix().isEmpty()) {
        file += QStringLiteral(".pdf");
        overwrite = false;
    }
    auto written = writePaperAs(file.toStdString(), overwrite, title, chapters, language);
    if (!written && written.error().code == core::ErrorCode::Exists &&
        prompts().confirm(parent, text(written.error()), Words::tr("Replace")))
        written = writePaperAs(file.toStdString(), true, title, chapters, language);
    if (!written) {
        if (written.error().code != core::ErrorCode::Exists)
            workspace.notifyFault(written.error());
        return {};
    }
    workspace.notify(NoticeKind::Note,
                     written->pages > 0 ? Words::tr("Saved: %n page(s).", nullptr, written->pages)
                                        : Words::tr("Saved: %1").arg(QFileInfo(file).fileName()),
                     file);
    return file;
}

} // namespace gridwarden::app
