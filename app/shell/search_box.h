// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"
#include "app/shell/case_search.h"
#include "app/shell/place_search.h"
#include "app/shell/actions.h"

#include <QLineEdit>
#include <QListWidget>
#include <QTimer>
#include <functional>

namespace gridwarden::app {

/// One box for everything: coordinates, areas, places of layers, cases by number or text, commands.
/// Commands and areas appear at once, what has to be looked for longer a moment later.
class SearchBox : public QLineEdit {
    Q_OBJECT
  public:
    SearchBox(MapWidget& map, LayerList& layers, Actions& actions, QWidget* parent = nullptr);
    [[nodiscard]] QListWidget* list() { return m_list; }

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

  private:
    struct Hit {
        QString iconName;
        QString title;
        QString kind;
        std::function<void()> go;
    };
    void search();
    void searchCases();
    void addPlaces(const std::vector<PlaceHit>& places);
    void addCases(const std::vector<core::CaseText>& cases);
    /// At the end of the list, or before what stands there at `position`.
    void addHit(Hit hit, std::optional<std::size_t> position = {});
    void findCoordinate(const QString& text);
    void findAreas(const QString& text);
    void searchPlaces(const QString& text);
    void findCommands(const QString& text);
    void goTo(int row);
    void showList();

    MapWidget& m_map;
    LayerList& m_layers;
    Actions& m_actions;
    QListWidget* m_list;
    std::vector<Hit> m_hits;
    std::size_t m_placesAt = 0;    ///< where hits among places belong in the list
    bool m_goesToPlace = false;    ///< Return was pressed before there was any hit
    QTimer m_delay;
    PlaceSearch m_places;
    CaseSearch m_cases; ///< the last: answers through all of the others
};

} // namespace gridwarden::app
