// SPDX-License-Identifier: GPL-3.0-or-later
// A photo large, in a window of its own: arrows for the next and the one before, Esc closes.
#pragma once

#include <QImage>
#include <QWidget>
#include <vector>

namespace gridwarden::app {

class PhotoViewer : public QWidget {
    Q_OBJECT
  public:
    struct Picture {
        QString file;
        QString caption;
    };
    /// Deletes itself when closed.
    static PhotoViewer* open(std::vector<Picture> pictures, int first, QWidget* parent);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    PhotoViewer(std::vector<Picture> pictures, QWidget* parent);
    void show(int position);
    std::vector<Picture> m_pictures;
    int m_position = 0;
    QImage m_image;   ///< whole
    QPixmap m_fitted; ///< as it fits the window
    QString m_problem;
};

} // namespace gridwarden::app
