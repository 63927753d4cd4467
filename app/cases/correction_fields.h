// SPDX-License-Identifier: GPL-3.0-or-later
// The fields of a correction (更正): category, description, address and place of a case, filled with what stands.
#pragma once

#include "core/cases/case_store.h"
#include "core/cases/category_register.h"

#include <QObject>
#include <functional>

class QLineEdit;
class QString;
class QWidget;

namespace gridwarden::app {

class CategoryField;

class CorrectionFields : public QObject {
    Q_OBJECT
  public:
    /// Gives each field with its label to `addRow`. \pre the record lives as long as this
    CorrectionFields(const core::CaseRecord& record, std::shared_ptr<const core::CategoryRegister> categories,
                     const std::function<void(const QString& label, QWidget* field)>& addRow, QWidget* parent);
    /// What differs from what stands goes into the detail; the text says what cannot be read.
    QString fill(core::StepDetail& detail) const;
    /// Degrees, CGCS2000.
    void setPlace(core::GeoPoint place);

  signals:
    void placeWanted(); ///< the user wants to pick a place on the map

  private:
    const core::CaseRecord& m_record;
    CategoryField* m_category;
    QLineEdit* m_description;
    QLineEdit* m_address;
    QLineEdit* m_place;
};

} // namespace gridwarden::app
