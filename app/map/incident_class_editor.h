// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/incident_classes.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QMenu;
class QToolButton;

namespace gridwarden::app {

/// The classes of symbols as a list whose order counts: which there are, and the shape and colour of each.
class IncidentClassEditor : public QWidget {
    Q_OBJECT
  public:
    explicit IncidentClassEditor(QWidget* parent = nullptr);

    /// `symbols` are those of the style as the map shows them; `values` what its key can tell apart.
    void showClasses(const gis::IncidentStyle& style, const gis::IncidentSymbols& symbols, std::vector<SymbolValue> values);

  signals:
    /// Other classes: the other members of the style are those that were shown.
    void edited(const gridwarden::gis::IncidentStyle& style);

  private:
    [[nodiscard]] gis::IncidentStyle withOwnClasses() const;
    [[nodiscard]] int current() const;
    /// The current class, or the others.
    [[nodiscard]] gis::SymbolClass* classIn(gis::IncidentStyle& style) const;
    void moveBy(int rows);
    void chooseShape();
    void chooseColour();
    void removeClass();
    void fillMenu();
    void follow();

    gis::IncidentStyle m_style;
    gis::IncidentSymbols m_symbols;
    std::vector<SymbolValue> m_values;
    QListWidget* m_list;
    QComboBox* m_shape;
    QToolButton* m_colour;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_add;
    QToolButton* m_remove;
    QToolButton* m_usual;
    QMenu* m_menu;
};

} // namespace gridwarden::app
