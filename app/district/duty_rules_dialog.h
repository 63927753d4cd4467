// SPDX-License-Identifier: GPL-3.0-or-later
// The rules that duties are checked against: hours to be covered, longest shift and week, rounds, certificates.
#pragma once

#include "app/workspace/workspace.h"
#include "core/district/duty_rules.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;

namespace gridwarden::app {

/// "1-5 07:00-19:00", with the code of one area and the guard post in it behind where they are for one; a line for
/// each.
[[nodiscard]] QString serviceText(const std::vector<core::ServiceHours>& service);
/// Errors: BadInput "service-hours-unreadable" {line}.
[[nodiscard]] core::Result<std::vector<core::ServiceHours>> serviceFromText(const QString& text);
/// "Enforcement officer: Enforcement certificate", in the language of the interface; a line for each.
[[nodiscard]] QString certificatesText(const std::vector<core::CertificateRule>& certificates);
/// Errors: BadInput "certificate-rule-unreadable" {line}.
[[nodiscard]] core::Result<std::vector<core::CertificateRule>> certificatesFromText(const QString& text);

class DutyRulesDialog : public QDialog {
    Q_OBJECT
public:
    /// It closes with the district.
    DutyRulesDialog(Workspace& workspace, QWidget* parent);
    void accept() override; ///< stores them as one change; a fault is shown

private:
    void fill(const core::DutyRules& rules);
    [[nodiscard]] core::Result<core::DutyRules> entered() const;
    Workspace& m_workspace;
    QPlainTextEdit* m_service;
    QDoubleSpinBox* m_shift;
    QDoubleSpinBox* m_week;
    QSpinBox* m_round;
    QPlainTextEdit* m_certificates;
    QLabel* m_fault;
};

} // namespace gridwarden::app
