// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_import_session.h"

#include "app/text/message_text.h"
#include "app/workspace/settings.h"
#include "gis/source/layer_info.h"
#include "gis/source/row_readers.h"

#include <QPointer>

namespace gridwarden::app {

namespace {

constexpr std::size_t PreviewRows = 50;
constexpr std::size_t TrialRows = 5'000;

QString mappingKey(const std::vector<std::string>& fields) {
    return QStringLiteral("imports/") + QString::fromStdString(gis::fieldsSignature(fields));
}

/// Empty where it cannot be read; the preview says why.
QStringList layersOf(const std::filesystem::path& path) {
    QStringList layers;
    if (gis::isDelimitedText(path) || gis::isJsonArray(path))
        return {QString::fromStdString(path.stem().string())};
    if (const auto info = gis::describe(path, &Jobs::goesOn))
        for (const gis::LayerInfo& layer : info->layers)
            if (layer.kind != gis::LayerKind::Raster)
                layers << QString::fromStdString(layer.name);
    return layers;
}

} // namespace

/// What a worker fills; it outlives the session when that is closed meanwhile.
struct CaseImportSession::Shared {
    core::District* district = nullptr;
    core::Actor actor;
    std::filesystem::path path;
    gis::CaseImportOptions options;
    std::optional<core::Error> error;
    QStringList layers;
    std::optional<gis::CaseImportPreview> preview;
    std::vector<gis::UnknownCategory> unknown;
    Trial trial;
    gis::CaseImportReport report;
};

CaseImportSession::CaseImportSession(Workspace& workspace, Jobs& jobs, const QString& file, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_jobs(jobs), m_file(file) {
    connect(&jobs, &Jobs::progressed, this, [this](int job, double share) {
        if (job == m_job && m_work != Work::None)
            emit progressed(share);
    });
    connect(&workspace, &Workspace::busyChanged, this, [this](bool isBusy) {
        if (!isBusy && m_isOutdated)
            readPreview();
    });
    m_former.emplace();
    readPreview();
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
    m_former = Former{m_preview ? m_preview->fields : std::vector<std::string>(), m_options.mapping};
    edit(m_options);
    m_options.mapping.clear();
    m_isChecked = false;
    readPreview();
}

void CaseImportSession::readPreview() {
    m_isOutdated = m_work == Work::None && m_workspace.isBusy();
    if (m_isOutdated) {
        m_preview.reset();
        m_fault = text(m_workspace.whyBusy());
        emit previewChanged();
        return;
    }
    start(
        Work::Reading, tr("Reading %1").arg(m_file.section(QLatin1Char('/'), -1)),
        [knowsLayers = !m_layers.empty()](Shared& shared, const Jobs::Progress&) {
            if (!knowsLayers)
                shared.layers = layersOf(shared.path);
            auto preview = gis::previewCases(*shared.district, shared.path, shared.options, PreviewRows, &Jobs::goesOn);
            if (preview)
                shared.preview = std::move(*preview);
            else
                shared.error = preview.error();
        },
        [this](Shared& shared) { takePreview(shared); });
}

void CaseImportSession::takePreview(Shared& shared) {
    if (m_layers.empty())
        m_layers = std::move(shared.layers);
    m_preview = std::move(shared.preview);
    m_fault = shared.error ? text(*shared.error) : QString();
    if (const auto former = std::exchange(m_former, std::nullopt); former && m_preview) {
        const bool isSame = m_preview->fields == former->fields && !former->mapping.empty();
        if (isSame)
            m_options.mapping = former->mapping;
        if (isSame || recallMapping()) { // read with it
            readPreview();
            return;
        }
    }
    emit previewChanged();
}

/// True when another mapping than the guessed one is remembered.
bool CaseImportSession::recallMapping() {
    m_options.mapping = m_preview->mapping;
    const QString kept = remembered(mappingKey(m_preview->fields)).toString();
    if (kept.isEmpty())
        return false;
    const auto mapping = gis::mappingFromJson(kept.toStdString());
    if (!mapping || *mapping == m_options.mapping)
        return false;
    m_options.mapping = *mapping;
    return true;
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
    shared->actor = m_workspace.actor();
    shared->path = m_file.toStdString();
    shared->options = m_options;
    m_work = work;
    const QPointer<CaseImportSession> self(this);
    const auto job = m_workspace.run(
        title,
        [shared, doWork = std::move(doWork)](core::District& district, const Jobs::Progress& progress) {
            shared->district = &district;
            doWork(*shared, progress);
        },
        [shared, self, workspace = &m_workspace, finish = std::move(finish)] {
            if (!self) {
                if (shared->error && shared->error->code != core::ErrorCode::Cancelled)
                    workspace->notifyFault(*shared->error);
                return;
            }
            const bool wasReading = std::exchange(self->m_work, Work::None) == Work::Reading;
            if (shared->error && !wasReading)
                emit self->failed(text(*shared->error));
            else
                finish(*shared);
            emit self->workChanged();
        },
        work == Work::Reading ? Workspace::AtOnce : std::chrono::milliseconds());
    if (job != 0) // else it has ended, and may have begun another
        m_job = job.value_or(0);
    if (m_work != Work::None)
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
            const auto rows = gis::previewCases(*shared.district, shared.path, shared.options, TrialRows + 1, &Jobs::goesOn);
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
                                                     [](const core::Message& message) { return text(message).toStdString(); }, &Jobs::goesOn);
            if (!saved)
                shared.error = saved.error();
        },
        [this, target](Shared&) { emit rejectedSaved(target); });
}

} // namespace gridwarden::app
