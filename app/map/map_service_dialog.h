// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/job.h"
#include "gis/draw/wmts_capabilities.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QNetworkAccessManager;
class QPushButton;
class QSpinBox;

namespace gridwarden::app {

/// The address of a map service of the intranet: tiles by level, column and row, or the description of a WMTS, of which a layer and a grid are
/// chosen. Only "Read description" reaches the network from here.
class MapServiceDialog : public QDialog {
    Q_OBJECT
  public:
    explicit MapServiceDialog(Jobs& jobs, QWidget* parent = nullptr);
    ~MapServiceDialog() override;

    [[nodiscard]] QString name() const;
    /// \pre the dialog was accepted.
    [[nodiscard]] gis::TileService service() const { return *m_service; }

  private:
    [[nodiscard]] bool isTemplate() const;
    void readDescription();
    void takeDescription(const QByteArray& xml);
    void fillGrids();
    void judge();

    Jobs& m_jobs;
    QFormLayout* m_form;
    QLineEdit* m_name;
    QLineEdit* m_address;
    QPushButton* m_read;
    QLineEdit* m_servers;
    QComboBox* m_layer;
    QComboBox* m_grid;
    QSpinBox* m_first;
    QSpinBox* m_last;
    QComboBox* m_datum;
    QLineEdit* m_attribution;
    QLabel* m_verdict;
    QPushButton* m_ok = nullptr;
    QNetworkAccessManager* m_network = nullptr;
    QString m_asked; ///< address of the description
    std::optional<gis::WmtsCapabilities> m_capabilities;
    std::optional<gis::TileService> m_service;
    QString m_fault;
    int m_job = 0;
};

} // namespace gridwarden::app
