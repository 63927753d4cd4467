// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/map/layer_list.h"
#include "gis/draw/count_classes.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QSpinBox;
class QTableWidget;

namespace gridwarden::app {

class LookEditor;

/// How a layer looks: one look or one for each class by a field's values or numbers, its labels, the scales it is shown at
/// and its opacity; of areas, how they are shaded by their cases. A class is edited by choosing it in the table. Changes show on the map at once and are taken back by
/// Cancel. Styles are loaded from and saved to files of JSON.
class StyleDialog : public QDialog {
    Q_OBJECT
  public:
    StyleDialog(LayerList& layers, int row, QWidget* parent = nullptr);
    void accept() override;
    void reject() override;
    /// From and to a file that the user chooses.
    void loadStyle();
    void saveStyle();

  private:
    void build();
    void addClassRows(QFormLayout* form);
    void addLabelRow(QFormLayout* form);
    void addScaleRow(QFormLayout* form);
    void addOpacityRow(QFormLayout* form);
    void chooseField();
    void makeClasses();
    void fillTable();
    void preview();
    [[nodiscard]] gis::Look& current(); ///< of the class that is chosen
    [[nodiscard]] const gis::LayerColumn* column(const std::string& field) const;

    LayerList& m_layers;
    int m_row;
    std::optional<gis::LayerStyle> m_before;
    std::optional<gis::CountClasses> m_countsBefore;
    gis::LayerStyle m_style;
    gis::CountClasses m_method; ///< of ranges
    bool m_hasRanges = false;
    bool m_hasFill = false;
    bool m_hasLines = false;
    bool m_hasPoints = false;
    bool m_isWaiting = false; ///< for the field's values
    LookEditor* m_look = nullptr;
    QComboBox* m_field = nullptr;
    QComboBox* m_methodBox = nullptr;
    QSpinBox* m_count = nullptr;
    QTableWidget* m_table = nullptr;
};

} // namespace gridwarden::app
