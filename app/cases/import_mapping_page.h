// SPDX-License-Identifier: GPL-3.0-or-later
// Second part of an import: which fields fill what, with the first rows as the cases they become.
#pragma once

#include "app/cases/case_import_session.h"

#include <QWidget>
#include <map>

class QComboBox;
class QGridLayout;
class QLabel;

namespace gridwarden::app {

class ReadRowsModel;

/// What a target is called, for instance "Reported".
[[nodiscard]] QString caseTargetName(gis::CaseTarget target);

class ImportMappingPage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportMappingPage(CaseImportSession& session, QWidget* parent = nullptr);

  private:
    void addTarget(QGridLayout* grid, gis::CaseTarget target);
    void choose(gis::CaseTarget target);
    void follow();
    void fillFields();
    struct Line {
        QComboBox* field;
        QLabel* sample; ///< the value in the first row, or the time format found
    };
    CaseImportSession& m_session;
    std::map<gis::CaseTarget, Line> m_lines;
    std::vector<std::string> m_fields; ///< as they are offered
    QComboBox* m_timeFormat;
    QLabel* m_problems;
    ReadRowsModel* m_rows;
};

} // namespace gridwarden::app
