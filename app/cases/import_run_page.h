// SPDX-License-Identifier: GPL-3.0-or-later
// Third part of an import: the check, what to do with unknown categories and known numbers, the run and its result.
#pragma once

#include "app/cases/case_import_session.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableView;
class QTableWidget;

namespace gridwarden::app {

class CategoryField;
class ProblemsModel;

class ImportRunPage : public QWidget {
    Q_OBJECT
  public:
    explicit ImportRunPage(CaseImportSession& session, QWidget* parent = nullptr);
    /// Checks when nothing was checked since the last change.
    void enter();

  private:
    void buildChoices();
    void buildResult();
    void followWork();
    void showTrial();
    void showUnknown();
    void assignCategory();
    void showReport();
    void saveRejected();
    CaseImportSession& m_session;
    QLabel* m_trial;
    QWidget* m_choices;
    QComboBox* m_duplicates;
    QWidget* m_unknownPart;
    QLabel* m_unknownTitle;
    QTableWidget* m_unknown;
    CategoryField* m_category;
    QCheckBox* m_newCategories;
    QWidget* m_runPart;
    QProgressBar* m_progress;
    QPushButton* m_cancel;
    QPushButton* m_check;
    QPushButton* m_run;
    QLabel* m_fault;
    QWidget* m_resultPart;
    QLabel* m_result;
    QLabel* m_undoHint;
    QTableView* m_problems;
    ProblemsModel* m_problemRows;
    QPushButton* m_saveRejected;
};

} // namespace gridwarden::app
