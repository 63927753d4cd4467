// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"
#include "gis/crs/datum_hint.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace gridwarden::app {

/// Does a layer lie on another one as it is read now, or would it as GCJ-02 or BD-09? Shows the evidence; nothing is changed unless the button
/// that names the datum is pressed.
class DatumCheck : public QDialog {
    Q_OBJECT
  public:
    DatumCheck(LayerList& layers, int row, Jobs& jobs, QWidget* parent = nullptr);
    ~DatumCheck() override;
    /// What "Read as …" chose: the text for LayerSource::crs; none when nothing is to change.
    [[nodiscard]] const std::optional<std::string>& chosen() const { return m_chosen; }

  private:
    void compare();
    void showEvidence(const gis::DatumHint& hint);

    Jobs& m_jobs;
    gis::Crs m_mapCrs;
    gis::DatumShift m_readAs = gis::DatumShift::None;
    std::shared_ptr<const gis::VectorLayer> m_layer;
    /// What it can be compared with; each keeps its shapes alive.
    std::vector<std::shared_ptr<const gis::ShapeStore>> m_references;
    QComboBox* m_reference;
    QTableWidget* m_table;
    QLabel* m_verdict;
    QPushButton* m_apply;
    int m_job = 0;
    std::optional<gis::DatumShift> m_found;
    std::optional<std::string> m_chosen;
};

} // namespace gridwarden::app
