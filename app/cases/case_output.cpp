// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_output.h"

#include "app/cases/case_export.h"
#include "app/cases/case_labels.h"
#include "app/cases/case_table_model.h"
#include "app/cases/filter_words.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "gis/source/open311_cases.h"

#include <QFileInfo>
#include <QLocale>
#include <QPointer>
#include <QPrintPreviewDialog>
#include <QPrinter>

namespace gridwarden::app {

namespace {

/// As Open311 service requests, in the order shown.
core::Result<ExportedCases> exportRequests(const CaseExport& wanted, const gis::Open311Context& context, core::Connection& connection,
                                           const std::filesystem::path& target, bool overwrite, const Jobs::Progress& progress) {
    std::vector<core::CaseId> cases;
    for (const std::uint32_t row : wanted.rows)
        cases.push_back((*wanted.facts)[row].id);
    const auto written = gis::exportOpen311(connection, context, cases, wanted.cells.asOf(), target, overwrite, progress);
    return written ? core::Result<ExportedCases>(ExportedCases{cases.size(), 1}) : core::fail(written);
}

} // namespace

CaseOutput::CaseOutput(Workspace& workspace, Jobs& jobs, const CaseTableModel& model, QWidget* window)
    : QObject(window), m_workspace(workspace), m_jobs(jobs), m_model(model), m_window(window) {}

void CaseOutput::exportShown(std::vector<CaseColumn> columns) {
    if (!m_workspace.district())
        return;
    QString file = prompts().fileToSave(m_window, tr("Export the cases shown"), tr("cases.xlsx"),
                                        tr("Workbooks (*.xlsx);;Text tables (*.csv);;Open311 service requests (*.json *.xml)"));
    if (file.isEmpty())
        return;
    const bool isComplete = !QFileInfo(file).suffix().isEmpty();
    if (!isComplete)
        file += QStringLiteral(".xlsx");
    CaseExport wanted{m_model.cells(), m_model.facts(), m_model.rows(), std::move(columns)};
    const auto outcome = std::make_shared<core::Result<ExportedCases>>();
    const auto work = [outcome, isComplete, wanted = std::move(wanted), file = file.toStdString(), context = gis::Open311Context::of(*m_workspace.district()),
                       district = m_workspace.district()->path()](const Jobs::Progress& progress, std::stop_token) {
        auto connection = core::Connection::open(district, core::Connection::Access::ReadOnly);
        const bool mayOverwrite = isComplete; // about which the dialog has asked
        if (!connection)
            *outcome = core::fail(connection);
        else if (gis::isOpen311Name(file))
            *outcome = exportRequests(wanted, context, *connection, file, mayOverwrite, progress);
        else
            *outcome = exportCases(wanted, *connection, file, mayOverwrite, progress);
    };
    m_jobs.start(tr("Writing %1").arg(QFileInfo(file).fileName()), work,
                 [self = QPointer<CaseOutput>(this), outcome, file] {
                     if (!self)
                         return;
                     if (*outcome)
                         self->tellExported(**outcome, file);
                     else if (outcome->error().code != core::ErrorCode::Cancelled)
                         self->m_workspace.notifyFault(outcome->error());
                 });
}

void CaseOutput::tellExported(const ExportedCases& exported, const QString& file) {
    QString said = tr("%n case(s) written to %1.", "", static_cast<int>(exported.rows)).arg(file);
    if (exported.sheets > 1)
        said += QLatin1Char(' ') + tr("They fill %n sheet(s), because one holds %1.", "", exported.sheets)
                                       .arg(QLocale().toString(RowsOfSheet));
    m_workspace.notify(NoticeKind::Note, said);
}

CaseSheet CaseOutput::sheet(const std::vector<CaseColumn>& columns) const {
    const core::District& district = *m_workspace.district();
    const QLocale locale;
    CaseSheet sheet;
    sheet.title = tr("Cases of %1").arg(QString::fromStdString(district.name()));
    QStringList conditions;
    for (const FilterChip& chip : chipsOf(district, m_workspace.filter()))
        conditions << (chip.toolTip.isEmpty() ? chip.text : chip.toolTip);
    const auto count = static_cast<std::size_t>(m_model.rowCount());
    conditions << tr("%1 cases").arg(locale.toString(static_cast<qulonglong>(count)));
    if (count > MostPrintedRows)
        conditions << tr("only the first %1 of them are printed, export the table to have all")
                          .arg(locale.toString(static_cast<qulonglong>(MostPrintedRows)));
    sheet.subtitle = conditions.join(QStringLiteral(" · "));
    sheet.note = tr("As of %1").arg(fullTime(m_model.cells().asOf(), district.timeZone()));
    for (const CaseColumn column : columns)
        sheet.headings.push_back({columnTitle(column), columnDigits(column)});
    for (int row = 0; row < static_cast<int>(std::min(count, MostPrintedRows)); ++row) {
        std::vector<QString>& cells = sheet.rows.emplace_back();
        for (const CaseColumn column : columns)
            cells.push_back(m_model.index(row, static_cast<int>(column)).data(CaseTableModel::PlainRole).toString());
    }
    return sheet;
}

void CaseOutput::printShown(const std::vector<CaseColumn>& columns) {
    if (!m_workspace.district())
        return;
    if (m_workspace.isBusy()) // whose texts cannot be read
        return m_workspace.notify(NoticeKind::Warning, text(m_workspace.whyBusy()));
    const auto printed = std::make_shared<const CaseSheet>(sheet(columns));
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(printed->title);
    printer->setPageSize(QPageSize(QPageSize::A4));
    printer->setPageOrientation(QPageLayout::Landscape);
    constexpr double Margin = 12; // millimetres
    printer->setPageMargins({Margin, Margin, Margin, Margin}, QPageLayout::Millimeter);
    auto* preview = new QPrintPreviewDialog(printer.get(), m_window);
    preview->setObjectName(QStringLiteral("printCases"));
    preview->setAttribute(Qt::WA_DeleteOnClose);
    connect(preview, &QPrintPreviewDialog::paintRequested, this, [this, printed](QPrinter* wanted) {
        if (!printCases(*wanted, *printed))
            m_workspace.notify(NoticeKind::Fault, tr("The printer or its file does not take the pages."));
    });
    connect(preview, &QObject::destroyed, this, [printer] {}); // which the dialog draws on until then
    preview->open();
}

} // namespace gridwarden::app
