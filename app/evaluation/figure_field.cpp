// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/figure_field.h"

#include "app/figures/figure_groups.h"

#include <algorithm>

namespace gridwarden::app {

std::vector<FigureChoice> figureChoices(const core::FigureDefinitions& definitions, const core::ActivityLists& lists) {
    std::vector<FigureChoice> all;
    for (const FigureGroup& group : figureGroups(definitions, lists))
        for (const core::FigureDefinition* const figure : group.figures)
            all.push_back({figure->key, figureName(*figure), figure->isRate()});
    return all;
}

void FigureField::offer(const std::vector<FigureChoice>& figures) {
    const std::string chosen = figure();
    std::vector<Choice> choices;
    m_keys.clear();
    for (const FigureChoice& each : figures) {
        m_keys.push_back(each.key);
        choices.push_back({each.label, static_cast<qint64>(m_keys.size())});
    }
    setChoices(choices);
    setFigure(chosen);
}

void FigureField::setFigure(const std::string& key) {
    auto found = std::find(m_keys.begin(), m_keys.end(), key);
    if (found == m_keys.end() && !key.empty()) {
        m_keys.push_back(key);
        addItem(QString::fromStdString(key), static_cast<qint64>(m_keys.size()));
        found = std::prev(m_keys.end());
    }
    setValue(found == m_keys.end() ? 0 : found - m_keys.begin() + 1);
}

std::string FigureField::figure() const {
    const qint64 chosen = value().value_or(0);
    return chosen > 0 ? m_keys[static_cast<std::size_t>(chosen - 1)] : std::string();
}

} // namespace gridwarden::app
