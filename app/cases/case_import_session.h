// SPDX-License-Identifier: GPL-3.0-or-later
// One import of cases in the making: what is chosen, what the first rows would become, the check, the run, its result.
// Whatever reads the file runs as a job, during which the district belongs to the worker (Workspace::run).
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"
#include "gis/source/case_import.h"

#include <QObject>
#include <QStringList>
#include <functional>
#include <optional>

namespace gridwarden::app {

class CaseImportSession : public QObject {
    Q_OBJECT
  public:
    enum class Work { None, Reading, Checking, Importing, SavingRejected };

    /// Begins to read.
    CaseImportSession(Workspace& workspace, Jobs& jobs, const QString& file, QObject* parent = nullptr);
    ~CaseImportSession() override;

    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] const QStringList& layers() const { return m_layers; } ///< known with the first preview
    [[nodiscard]] const gis::CaseImportOptions& options() const { return m_options; }
    /// Changes the options and reads the first rows again.
    void change(const std::function<void(gis::CaseImportOptions&)>& edit);
    /// Another layer, encoding or CRS, where the mapping is guessed anew when the fields are others.
    void changeSource(const std::function<void(gis::CaseImportOptions&)>& edit);

    [[nodiscard]] const std::optional<gis::CaseImportPreview>& preview() const { return m_preview; }
    /// Why there is no preview.
    [[nodiscard]] const QString& fault() const { return m_fault; }

    [[nodiscard]] Work work() const { return m_work; }
    /// Reads the whole source without writing: which categories are unknown, how many of the first rows would be refused.
    void check();
    [[nodiscard]] bool isChecked() const { return m_isChecked; }
    [[nodiscard]] const std::vector<gis::UnknownCategory>& unknownCategories() const { return m_unknown; }
    struct Trial {
        std::size_t rows = 0;
        std::size_t refused = 0;
        std::size_t noted = 0;
        bool isWhole = false; ///< these are all rows
    };
    [[nodiscard]] const Trial& trial() const { return m_trial; }
    /// Choices that leave the rows as they are read.
    void setOnDuplicate(core::OnDuplicate choice) { m_options.onDuplicate = choice; }
    void setNewCategories(bool on) { m_options.newCategories = on; }
    void setCategory(const std::string& text, const std::string& key) { m_options.categories[text] = key; }
    void run();
    void cancel();
    [[nodiscard]] const std::optional<gis::CaseImportReport>& report() const { return m_report; }
    void saveRejected(const QString& target);

  signals:
    void previewChanged();
    void workChanged(); ///< began or ended
    void progressed(double share);
    void failed(const QString& reason);
    void rejectedSaved(const QString& target);

  private:
    struct Shared;
    void readPreview();
    void takePreview(Shared& shared);
    void start(Work work, const QString& title, std::function<void(Shared&, const Jobs::Progress&)> doWork,
               std::function<void(Shared&)> finish);
    bool recallMapping();
    void rememberMapping() const;
    Workspace& m_workspace;
    Jobs& m_jobs;
    QString m_file;
    QStringList m_layers;
    gis::CaseImportOptions m_options;
    std::optional<gis::CaseImportPreview> m_preview;
    QString m_fault;
    bool m_isOutdated = false; ///< the preview: it could not be read while others had the district
    /// Another source was chosen: what was set for the former one, for when the fields are the same.
    struct Former {
        std::vector<std::string> fields;
        gis::CaseMapping mapping;
    };
    std::optional<Former> m_former;
    Work m_work = Work::None;
    int m_job = 0;
    bool m_isChecked = false;
    std::vector<gis::UnknownCategory> m_unknown;
    Trial m_trial;
    std::optional<gis::CaseImportReport> m_report;
};

} // namespace gridwarden::app
