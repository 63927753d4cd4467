// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_import_session.h"

#include "app/text/message_text.h"
#include "app/workspace/settings.h"
#include "gis/source/layer_info.h"

#include <QPointer>

namespace gridwarden::app {

namespace {

constexpr std::size_t PreviewRows = 50;
constexpr std::size_t TrialRows = 5'000;

QString mappingKey(const std::vector<std::string>& fields) {
    return QStringLiteral("imports/") + QString::fromStdString(gis::fieldsSignature(fields));
}

} // namespace

/// What a worker fills; it outlives the session when that is closed meanwhile.
struct CaseImportSession::Shared {
    core::District* district;
    core::Actor actor;
    std::filesystem::path path;
    gis::CaseImportOptions options;
    std::optional<core::Error> error;
    std::vector<gis::UnknownCategory> unknown;
    Trial trial;
    gis::CaseImportReport report;
};

CaseImportSession::CaseImportSession(Workspace& workspace, Jobs& jobs, const QString& file, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_jobs(jobs), m_file(file) {
    if (const auto info = gis::describe(file.toStdString()))
        for (const gis::LayerInfo& layer : info->layers)
            if (layer.kind != gis::LayerKind::Raster)
                m_layers << QString::fromStdString(layer.name);
    connect(&jobs, &Jobs::progressed, this, [this](int job, double share) {
        if (job == m_job && m_work != Work::None)
            emit progressed(share);
    });
    readPreview();
    recallMapping();
}

CaseImportSession::~CaseImportSession() {
    if (m_work != Work::None)
        m_jobs.cancel(m_job);
}

void CaseImportSession::change(const std::function<void(gis::CaseImportOptions&)>& edit) {
    edit(m_options);
    m_isChecked = false;
    readPreview();
}

void CaseImportSession::changeSource(const std::function<void(gis::CaseImportOptions&)>& edit) {
    const std::vector<std::string> fields = m_preview ? m_preview->fields : std::vector<std::string>();
    const gis::CaseMapping mapping = m_options.mapping;
    edit(m_options);
    m_options.mapping.clear();
    m_isChecked = false;
    readPreview();
    if (m_preview && m_preview->fields == fields)
        change([&](gis::CaseImportOptions& options) { options.mapping = mapping; });
    else
        recallMapping();
}

void CaseImportSession::readPreview() {
    m_fault.clear();
    m_preview.reset();
    if (m_workspace.district()) {
        auto preview = gis::previewCases(*m_workspace.district(), m_file.toStdString(), m_options, PreviewRows);
        if (preview)
            m_preview = std::move(*preview);
        else
            m_fault = text(preview.error());
    }
    emit previewChanged();
}

void CaseImportSession::recallMapping() {
    if (!m_preview)
        return;
    m_options.mapping = m_preview->mapping;
    const QString kept = remembered(mappingKey(m_preview->fields)).toString();
    if (kept.isEmpty())
        return;
    if (const auto mapping = gis::mappingFromJson(kept.toStdString()); mapping && *mapping != m_options.mapping)
        change([&](gis::CaseImportOptions& options) { options.mapping = *mapping; });
}

void CaseImportSession::rememberMapping() const {
    if (m_preview)
        remember(mappingKey(m_preview->fields), QString::fromStdString(gis::mappingToJson(m_options.mapping)));
}

void CaseImportSession::start(Work work, const QString& title, std::function<void(Shared&, const Jobs::Progress&)> doWork,
                              std::function<void(Shared&)> finish) {
    if (m_work != Work::None || !m_workspace.district() || m_workspace.isBusy())
        return;
    auto shared = std::make_shared<Shared>();
    shared->district = m_workspace.district();
    shared->actor = m_workspace.actor();
    shared->path = m_file.toStdString();
    shared->options = m_options;
    m_work = work;
    m_workspace.setBusy(true, title);
    const QPointer<CaseImportSession> self(this);
    const bool writes = work == Work::Importing;
    m_job = m_jobs.start(
        title, [shared, doWork = std::move(doWork)](const Jobs::Progress& progress, std::stop_token) { doWork(*shared, progress); },
        [shared, self, writes, workspace = &m_workspace, finish = std::move(finish)] {
            workspace->setBusy(false);
            if (writes && !shared->error)
                workspace->refreshAll();
            if (!self) {
                if (shared->error && shared->error->code != core::ErrorCode::Cancelled)
                    workspace->notifyFault(*shared->error);
                return;
            }
            self->m_work = Work::None;
            if (shared->error)
                emit self->failed(text(*shared->error));
            else
                finish(*shared);
            emit self->workChanged();
        });
    emit workChanged();
}

void CaseImportSession::check() {
    start(
        Work::Checking, tr("Checking %1").arg(m_file.section(QLatin1Char('/'), -1)),
        [](Shared& shared, const Jobs::Progress& progress) {
            gis::CaseImportOptions options = shared.options;
            options.categories.clear(); // those that were given a meaning stay in the list
            auto unknown = gis::findUnknownCategories(*shared.district, shared.path, options, progress);
            if (!unknown) {
                shared.error = unknown.error();
                return;
            }
            shared.unknown = std::move(*unknown);
            const auto rows = gis::previewCases(*shared.district, shared.path, shared.options, TrialRows + 1);
            if (!rows) {
                shared.error = rows.error();
                return;
            }
            shared.trial.isWhole = rows->rows.size() <= TrialRows;
            for (const auto& row : rows->rows) {
                if (++shared.trial.rows > TrialRows) {
                    --shared.trial.rows;
                    break;
                }
                shared.trial.refused += row.isRefused ? 1 : 0;
                shared.trial.noted += !row.isRefused && !row.problems.empty() ? 1 : 0;
            }
        },
        [this](Shared& shared) {
            m_unknown = std::move(shared.unknown);
            m_trial = shared.trial;
            m_isChecked = true;
        });
}

void CaseImportSession::run() {
    rememberMapping();
    start(
        Work::Importing, tr("Importing %1").arg(m_file.section(QLatin1Char('/'), -1)),
        [](Shared& shared, const Jobs::Progress& progress) {
            auto report = gis::importCases(*shared.district, shared.actor, shared.path, shared.options, progress);
            if (report)
                shared.report = std::move(*report);
            else
                shared.error = report.error();
        },
        [this](Shared& shared) { m_report = std::move(shared.report); });
}

void CaseImportSession::cancel() {
    if (m_work != Work::None)
        m_jobs.cancel(m_job);
}

void CaseImportSession::saveRejected(const QString& target) {
    start(
        Work::SavingRejected, tr("Writing the refused rows"),
        [report = *m_report, target](Shared& shared, const Jobs::Progress&) {
            const auto saved = gis::saveRejectedRows(shared.path, shared.options, report, target.toStdString(), /*overwrite=*/true,
                                                     [](const core::Message& message) { return text(message).toStdString(); });
            if (!saved)
                shared.error = saved.error();
        },
        [this, target](Shared&) { emit rejectedSaved(target); });
}

} // namespace gridwarden::app
