// SPDX-License-Identifier: GPL-3.0-or-later
// What the fields of a scheme offer, with the words for it.
#pragma once

#include "core/evaluation/scheme.h"

#include <QString>
#include <vector>

class QComboBox;
class QWidget;

namespace gridwarden::app {

/// Keys with their labels.
using SchemeChoices = std::vector<std::pair<QString, QString>>;

[[nodiscard]] SchemeChoices stepTakers(); ///< "": who handles the case; else the kind of the steps that somebody took
[[nodiscard]] QString stepTakerKey(const std::optional<core::StepKind>& by);
[[nodiscard]] std::optional<core::StepKind> stepTakerFromKey(const QString& key);

[[nodiscard]] SchemeChoices schemePeriods();
[[nodiscard]] SchemeChoices organisationKinds();
[[nodiscard]] SchemeChoices personRoles();
[[nodiscard]] QString whenUndefinedText(core::WhenUndefined undefined);

/// A list to choose from by key; an unknown key chooses nothing.
[[nodiscard]] QComboBox* makeChoiceBox(const QString& name, const SchemeChoices& choices, QWidget* parent);

} // namespace gridwarden::app
