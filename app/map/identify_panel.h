// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/map_widget.h"

#include <QFrame>

class QLabel;
class QListWidget;
class QTableWidget;

namespace gridwarden::app {

/// What lies at a place: cases, areas and features of layers in a list, the attributes of the chosen one below.
class IdentifyPanel : public QFrame {
    Q_OBJECT
  public:
    IdentifyPanel(MapWidget& map, LayerList& layers, Jobs& jobs);
    ~IdentifyPanel() override;
    /// Shows what is at the place; nothing there is said too.
    void identify(gis::MapPoint place);
    [[nodiscard]] int count() const;

  private:
    struct Find {
        core::CaseId caseId;
        core::AreaId area;
        int layer = -1;          ///< row of the list of layers
        std::uint32_t shape = 0; ///< in that layer
    };
    void add(const Find& find, const QString& iconName, const QString& title);
    void showAttributes(int row);
    void readAttributes(std::shared_ptr<const gis::VectorLayer> layer, std::uint32_t shape);
    void addLine(const QString& name, const QString& value);
    void place();
    bool eventFilter(QObject* watched, QEvent* event) override;

    MapWidget& m_map;
    LayerList& m_layers;
    Jobs& m_jobs;
    int m_job = 0; ///< that reads attributes
    std::vector<Find> m_finds;
    QLabel* m_title;
    QListWidget* m_list;
    QTableWidget* m_attributes;
};

} // namespace gridwarden::app
