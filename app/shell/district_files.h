// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "app/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace gridwarden::app {

/// Opening and making districts. Files are read and made by jobs, so that the window keeps answering.
class DistrictFiles : public QObject {
    Q_OBJECT
  public:
    DistrictFiles(Workspace& workspace, Jobs& jobs, QWidget* window);

    /// Where a district cannot be written it is read, with the reason; where somebody has to decide (in use by another desk, written
    /// by an older version, damaged) the user is asked.
    void open(const QString& path, core::OpenMode mode = core::OpenMode::ReadWrite);
    /// Opens the district that is open for reading again, for writing.
    void switchToWriting();
    void chooseAndOpen(core::OpenMode mode);
    void makeNew();
    /// Asks where, makes the demo district and opens it.
    void makeDemo();
    void makeDemoAt(const QString& path);
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

  signals:
    void failedToOpen(const QString& path);

  private:
    using Maker = std::function<core::Result<std::unique_ptr<core::District>>(const Jobs::Progress&)>;
    void run(const QString& title, Maker maker, std::function<void()> opened, std::function<void(const core::Error&)> failed);
    /// `because`: why it is opened for reading though writing was wanted.
    void openFor(const QString& path, core::OpenMode mode, const std::optional<core::Error>& because);
    void answer(const QString& path, core::OpenMode mode, const core::Error& error);
    void answerDamage(const QString& path, const core::Error& error);
    void migrate(const QString& path);
    void saveCopy();
    void sayRemarks(const QString& path, const std::optional<core::Error>& because);
    void checkNow(const QString& path);
    void giveUp(const QString& path, const core::Error& error);

    Workspace& m_workspace;
    Jobs& m_jobs;
    QWidget* m_window;
    bool m_isBusy = false;
};

} // namespace gridwarden::app
