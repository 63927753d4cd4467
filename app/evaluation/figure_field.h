// SPDX-License-Identifier: GPL-3.0-or-later
// A figure chosen by its name, of which a part may be typed.
#pragma once

#include "app/district/form_fields.h"
#include "core/activities/activity_lists.h"
#include "core/figures/figure_definition.h"

#include <string>
#include <vector>

namespace gridwarden::app {

struct FigureChoice {
    std::string key;
    QString label;
    bool isRate = false;
};
/// In the order of their groups.
[[nodiscard]] std::vector<FigureChoice> figureChoices(const core::FigureDefinitions& definitions,
                                                      const core::ActivityLists& lists);

class FigureField : public ChoiceField {
    Q_OBJECT
public:
    using ChoiceField::ChoiceField;
    /// What is chosen stays, also where it is not among those offered.
    void offer(const std::vector<FigureChoice>& figures);
    /// One that is not offered stands in the list with its key.
    void setFigure(const std::string& key);
    [[nodiscard]] std::string figure() const; ///< empty: none, or the text is no entry

private:
    std::vector<std::string> m_keys; ///< a choice's value is its place here, from 1
};

} // namespace gridwarden::app
