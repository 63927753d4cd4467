// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a form that says whom a scheme evaluates.
#pragma once

#include "core/district.h"
#include "core/evaluation/scheme.h"

#include <QWidget>
#include <functional>

class QComboBox;
class QFormLayout;

namespace gridwarden::app {

class KeyChoice;

class SubjectFields : public QWidget {
    Q_OBJECT
public:
    /// \param district of now
    SubjectFields(std::function<const core::District&()> district, QWidget* parent);
    void setSubjects(const core::SubjectChoice& subjects);
    [[nodiscard]] core::SubjectChoice subjects() const;

signals:
    void edited(); ///< also while setSubjects fills the fields

private:
    void showFields();
    [[nodiscard]] core::SubjectKind kind() const;
    std::function<const core::District&()> m_district;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QComboBox* m_areas;
    KeyChoice* m_organisationKinds;
    KeyChoice* m_roles;
    KeyChoice* m_only;
};

} // namespace gridwarden::app
