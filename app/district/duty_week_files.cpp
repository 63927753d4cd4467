// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_week_files.h"

#include "app/district/duty_table.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "gis/source/duty_import.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QStringList>
#include <memory>

namespace gridwarden::app {

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(DutyWeekFiles)
};

void tell(Workspace& workspace, const gis::DutyImportReport& report) {
    QStringList refused;
    for (const gis::ImportProblem& problem : report.problems)
        if (problem.isRefused)
            refused << FileWords::tr("Row %1: %2").arg(problem.row).arg(text(problem.reason));
    const QString done = FileWords::tr("%n duty(ies) read.", nullptr, static_cast<int>(report.accepted));
    const QString there = report.leftOut == 0
                              ? QString()
                              : QLatin1Char(' ') + FileWords::tr("%n row(s) were blank or there already.", nullptr,
                                                                 static_cast<int>(report.leftOut));
    if (refused.isEmpty())
        workspace.notify(NoticeKind::Note, done + there);
    else
        workspace.notify(NoticeKind::Warning,
                         done + there + QLatin1Char(' ') +
                             FileWords::tr("%n row(s) were refused.", nullptr, static_cast<int>(refused.size())),
                         refused.join(QLatin1Char('\n')));
}

} // namespace

void importDutyFile(Workspace& workspace, core::AreaKind kind, QWidget* parent) {
    const QString file = prompts().fileToOpen(parent, FileWords::tr("Import duties"),
                                              FileWords::tr("Tables (*.xlsx *.ods *.csv *.txt *.tsv)"));
    if (file.isEmpty())
        return;
    const auto report = std::make_shared<core::Result<gis::DutyImportReport>>();
    workspace.run(
        FileWords::tr("Importing %1").arg(QFileInfo(file).fileName()),
        [report, kind, actor = workspace.actor(),
         path = std::filesystem::path(file.toStdU16String())](core::District& district, const Jobs::Progress&) {
            gis::DutyImportOptions options;
            options.kind = kind;
            options.goOn = &Jobs::goesOn;
            *report = gis::importDuties(district, actor, path, options);
        },
        [report, &workspace] {
            if (*report)
                tell(workspace, **report);
            else
                workspace.notifyFault(report->error());
        },
        Workspace::AtOnce);
}

void exportDutyFile(Workspace& workspace, const core::Period& week, QWidget* parent) {
    const QString name = FileWords::tr("%1 duties %2")
                             .arg(QString::fromStdString(workspace.district()->name()),
                                  QString::fromStdString(core::dayText(week.from)));
    const QString file = prompts().fileToSave(parent, FileWords::tr("Export duties"), name + QStringLiteral(".xlsx"),
                                              FileWords::tr("Workbooks (*.xlsx);;Tables (*.csv)"));
    if (file.isEmpty())
        return;
    const auto written = writeDuties(*workspace.district(), week, std::filesystem::path(file.toStdU16String()),
                                     /*overwrite=*/true); // the prompt has asked
    if (!written)
        workspace.notifyFault(written.error());
    else
        workspace.notify(NoticeKind::Note,
                         FileWords::tr("%n duty(ies) written to %1.", nullptr, static_cast<int>(*written))
                             .arg(QFileInfo(file).fileName()));
}

} // namespace gridwarden::app
