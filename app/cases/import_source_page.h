// SPDX-License-Identifier: GPL-3.0-or-later
// First part of an import: the file, its layer, encoding and coordinates, with the first rows as they will be read.
#pragma once

#include "app/cases/case_import_session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;

namespace gridwarden::app {

class SourceRowsModel;

class ImportSourcePage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportSourcePage(CaseImportSession& session, QWidget* parent = nullptr);

  private:
    void fillCrs();
    void follow();
    void followWork();
    CaseImportSession& m_session;
    QLabel* m_summary;
    QComboBox* m_layer;
    QComboBox* m_encoding;
    QComboBox* m_crs;
    QLineEdit* m_zone;
    QComboBox* m_group;
    QLabel* m_fault;
    SourceRowsModel* m_rows;
    QTableView* m_view;
    QWidget* m_fields; ///< to choose in
};

} // namespace gridwarden::app
