// SPDX-License-Identifier: GPL-3.0-or-later
// The part of a form that says what a figure counts. Only the fields that belong to what is counted are seen.
#pragma once

#include "app/figures/key_choice.h"
#include "core/district.h"
#include "core/figures/figure_definition.h"

#include <QObject>
#include <functional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLineEdit;
class QWidget;

namespace gridwarden::app {

class RuleFields : public QObject {
    Q_OBJECT
  public:
    using Rule = decltype(core::FigureDefinition::rule);
    /// Adds its fields to the form. \param district of now; \param figures that sums and rates may be made of
    RuleFields(QFormLayout& form, QWidget* parent, std::function<const core::District&()> district, std::function<core::FigureDefinitions()> figures);
    void setRule(const Rule& rule);
    [[nodiscard]] Rule rule() const;

  signals:
    void edited();

  private:
    enum class Counts { Cases, Places, Steps, StepQuantity, Activities, ActivityQuantity, People, Hours, Sum, Rate };
    void addFields(QFormLayout& form, QWidget* parent);
    void showFields();
    [[nodiscard]] std::vector<KeyChoice::Entry> numbers() const; ///< figures that can be added up or divided
    [[nodiscard]] Counts counts() const;
    [[nodiscard]] core::FigureScope scope() const;
    void setScope(const core::FigureScope& scope);
    QFormLayout& m_form;
    std::function<const core::District&()> m_district;
    std::function<core::FigureDefinitions()> m_figures;
    QComboBox* m_counts;
    QComboBox* m_when;
    KeyChoice* m_conditions;
    KeyChoice* m_steps;
    QComboBox* m_result;
    QComboBox* m_reply;
    QComboBox* m_urging;
    KeyChoice* m_kinds;
    KeyChoice* m_chapters;
    QLineEdit* m_of;
    KeyChoice* m_parts;
    QComboBox* m_numerator;
    QComboBox* m_denominator;
    QCheckBox* m_inverse;
    KeyChoice* m_categories;
    KeyChoice* m_sources;
    KeyChoice* m_methods;
    KeyChoice* m_areas;
    KeyChoice* m_organisations;
};

} // namespace gridwarden::app
