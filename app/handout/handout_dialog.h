// SPDX-License-Identifier: GPL-3.0-or-later
// For outside (对外提供): the cases of the filter in a file without personal data. The dialog says beforehand what will be taken out.
#pragma once

#include "app/handout/case_handout.h"
#include "app/workspace/unsealing.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QSpinBox;

namespace gridwarden::app {

class HandoutDialog : public QDialog {
    Q_OBJECT
  public:
    /// While `unsealing` is open names of sealed reporters are found in texts. \pre a district is open
    HandoutDialog(Workspace& workspace, Jobs& jobs, const Unsealing& unsealing, QWidget* parent);
    ~HandoutDialog() override; ///< what is being counted is cancelled

  private:
    void buildFields();
    void chooseRules(int index);
    void readRules(const QString& keyOrFile);
    void followPlaces();
    void count();
    void show(const core::Result<core::DisclosureAccount>& account);
    void save();
    [[nodiscard]] std::optional<core::DisclosureRules> rules() const;
    [[nodiscard]] CaseHandout handout(const core::DisclosureRules& rules) const;
    Workspace& m_workspace;
    Jobs& m_jobs;
    const Unsealing& m_unsealing;
    std::optional<core::DisclosureRules> m_rules; ///< as chosen, before the places are
    int m_chosen = 0;                             ///< the line of m_ruleList that they are from
    QComboBox* m_ruleList;
    QComboBox* m_places;
    QSpinBox* m_metres;
    QPlainTextEdit* m_account;
    QLabel* m_state;
    QPushButton* m_save;
    int m_job = 0;   ///< that counts
    int m_count = 0; ///< how often it was begun
};

void openHandout(Workspace& workspace, Jobs& jobs, const Unsealing& unsealing, QWidget* parent);

} // namespace gridwarden::app
