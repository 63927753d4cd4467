// SPDX-License-Identifier: GPL-3.0-or-later
// Bringing in tracks: whose they are and in which coordinates, then what came of each file.
#pragma once

#include "app/workspace/workspace.h"

#include <QDialog>
#include <QStringList>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace gridwarden::app {

class TrackImportDialog : public QDialog {
    Q_OBJECT
  public:
    TrackImportDialog(Workspace& workspace, QStringList files, core::OrganisationId squad, QWidget* parent);

  signals:
    void imported(gridwarden::core::Period period); ///< in which the tracks were on the way

  private:
    void start();
    Workspace& m_workspace;
    QStringList m_files;
    QComboBox* m_squad;
    QComboBox* m_crs;
    QPlainTextEdit* m_said;
    QPushButton* m_import;
};

} // namespace gridwarden::app
