// SPDX-License-Identifier: GPL-3.0-or-later
// A photo large, in a window of its own: arrows for the next and the one before, Esc closes.
#pragma once

#include "app/cases/picture_loading.h"

#include <QPixmap>
#include <QWidget>
#include <vector>

class QLabel;
class QToolButton;

namespace gridwarden::app {

class PhotoViewer : public QWidget {
    Q_OBJECT
public:
    struct Picture {
        QString file;
        QString caption;
        QString note; ///< how its time and place compare with the case; may be empty
    };
    /// Deletes itself when closed.
    static PhotoViewer* open(std::vector<Picture> pictures, int first, QWidget* parent);
    [[nodiscard]] bool isLoading() const { return m_loading->isLoading(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    PhotoViewer(std::vector<Picture> pictures, QWidget* parent);
    void buildBar();
    void show(int position);
    void step(int by);
    [[nodiscard]] QRect room() const; ///< above the bar
    std::vector<Picture> m_pictures;
    int m_position = 0;
    PictureLoading* m_loading;
    QImage m_image;   ///< whole
    QPixmap m_fitted; ///< as it fits the window
    QString m_problem;
    QWidget* m_bar;
    QToolButton* m_before;
    QToolButton* m_next;
    QLabel* m_count;
    QLabel* m_noteIcon;
    QLabel* m_note;
};

} // namespace gridwarden::app
