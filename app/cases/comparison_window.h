// SPDX-License-Identifier: GPL-3.0-or-later
// The window in which two photos of a case are compared; which two can be chosen.
#pragma once

#include "app/cases/photo_comparison.h"
#include "app/cases/photo_viewer.h"
#include "app/cases/picture_loading.h"

class QComboBox;
class QToolButton;

namespace gridwarden::app {

class ComparisonWindow : public QWidget {
    Q_OBJECT
public:
    /// Deletes itself when closed. \pre two pictures or more, and two positions of them
    static ComparisonWindow* open(std::vector<PhotoViewer::Picture> pictures, int left, int right, QWidget* parent);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    ComparisonWindow(std::vector<PhotoViewer::Picture> pictures, int left, int right, QWidget* parent);
    void build();
    void load(PhotoComparison::Side side);
    void followView();
    std::vector<PhotoViewer::Picture> m_pictures;
    std::array<QComboBox*, 2> m_choices{};
    std::array<PictureLoading*, 2> m_loading{};
    PhotoComparison* m_comparison;
    QToolButton* m_fit = nullptr;
};

} // namespace gridwarden::app
