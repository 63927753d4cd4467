// SPDX-License-Identifier: GPL-3.0-or-later
// The extra fields of a source to be filled in, one below the other with their names.
#pragma once

#include "core/cases/source_fields.h"

#include <QWidget>
#include <vector>

class QGridLayout;

namespace gridwarden::app {

class SourceFieldsForm : public QWidget {
    Q_OBJECT
  public:
    explicit SourceFieldsForm(QWidget* parent = nullptr);
    /// Other fields; what was entered under the same key stays.
    void setFields(std::vector<core::SourceField> fields, const core::TimeZone& zone);
    /// Kept values, for those fields that are there.
    void setValues(const core::FieldValues& values);
    void clear();
    [[nodiscard]] const std::vector<core::SourceField>& fields() const { return m_fields; }
    /// What stands in the fields, as it was written: empty where nothing does.
    [[nodiscard]] core::FieldValues written() const;
    /// One column of names with the form around it.
    void setNameWidth(int width);

  signals:
    void edited();

  private:
    QWidget* makeField(const core::SourceField& field);
    [[nodiscard]] std::string writtenIn(std::size_t position) const;
    void write(std::size_t position, const std::string& value);
    std::vector<core::SourceField> m_fields;
    core::TimeZone m_zone;
    std::vector<QWidget*> m_edits; ///< beside m_fields: a line, or a box with what can be chosen
    QGridLayout* m_grid;
    int m_nameWidth = 0;
};

} // namespace gridwarden::app
