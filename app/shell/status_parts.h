// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of the status bar.
#pragma once

#include "app/map/map_widget.h"
#include "app/workspace/job.h"

#include <QComboBox>
#include <QLabel>
#include <QWidget>

class QProgressBar;
class QToolButton;

namespace gridwarden::app {

/// Coordinates of the pointer in the coordinate system chosen beside them.
class CoordinateBox : public QWidget {
    Q_OBJECT
  public:
    CoordinateBox(MapWidget& map, LayerList& layers, QWidget* parent = nullptr);

  private:
    void fillSystems();
    void show(const std::optional<core::GeoPoint>& place);
    LayerList& m_layers;
    QLabel* m_text;
    QComboBox* m_system;
    std::optional<gis::Transform> m_transform; // from CGCS2000
    int m_digits = 6;
};

/// The map's scale, to read, to choose and to type ("1:2500", "2500").
class ScaleBox : public QComboBox {
    Q_OBJECT
  public:
    explicit ScaleBox(MapWidget& map, QWidget* parent = nullptr);

  private:
    void showScale();
    void take(const QString& text);
    MapWidget& m_map;
};

/// The latest of the running jobs with its progress and a cross, and how many others there are; appears after half a second.
class JobBar : public QWidget {
    Q_OBJECT
  public:
    explicit JobBar(Jobs& jobs, QWidget* parent = nullptr);

  private:
    void showLatest();
    struct Running {
        int job;
        QString title;
        int percent = 0;
        bool isStopping = false;
    };
    Jobs& m_jobs;
    std::vector<Running> m_running;
    QToolButton* m_cancel;
    QLabel* m_title;
    QProgressBar* m_progress;
    QTimer m_delay;
};

/// That everything is in the file, and since when; or that it is open for reading only.
class SavedLabel : public QLabel {
    Q_OBJECT
  public:
    explicit SavedLabel(Workspace& workspace, QWidget* parent = nullptr);

  private:
    void refresh();
    Workspace& m_workspace;
    std::optional<core::Moment> m_saved;
};

} // namespace gridwarden::app
