// SPDX-License-Identifier: GPL-3.0-or-later
// The people (人员) of the district with their organisation, roles and certificates.
#pragma once

#include "app/district/record_editor.h"

class QCheckBox;

namespace gridwarden::app {

class CertificateList;
class ChoiceField;

class PersonEditor : public RecordEditor {
    Q_OBJECT
  public:
    PersonEditor(Workspace& workspace, QWidget* parent);

  protected:
    [[nodiscard]] std::vector<Record> records() const override;
    void fill(const QString& key) override;
    std::optional<QString> store(const QString& key) override;
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.people; }

  private:
    QLineEdit* m_name;
    QLineEdit* m_code;
    ChoiceField* m_organisation;
    std::vector<std::pair<std::string, QCheckBox*>> m_roles; // by key
    QLineEdit* m_phone;
    CertificateList* m_certificates;
    QCheckBox* m_active;
    std::vector<std::string> m_otherRoles; // of the person shown, not among the known ones; kept as they are
};

} // namespace gridwarden::app
