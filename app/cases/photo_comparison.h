// SPDX-License-Identifier: GPL-3.0-or-later
// Two photos of one place, one over the other: left of a line that is dragged stands the first, right of it the second.
// Both are fitted to the same room and zoomed and moved together.
#pragma once

#include <QImage>
#include <QPixmap>
#include <QWidget>
#include <array>

namespace gridwarden::app {

/// Mouse: drag the line, or anything while the photos fit; drag beside the line to move what is zoomed; the wheel zooms
/// about the pointer; a double click fits. Keyboard: left and right move the line (with Shift in large steps, Home and
/// End wholly), + − 0 zoom, Ctrl with arrows moves what is zoomed.
class PhotoComparison : public QWidget {
    Q_OBJECT
public:
    enum Side { Left, Right };
    explicit PhotoComparison(QWidget* parent = nullptr);
    /// A null picture shows the words in its place.
    void setPicture(Side side, const QImage& picture, const QString& words);
    [[nodiscard]] double line() const { return m_line; } ///< share of the width, 0 to 1
    void setLine(double share);
    [[nodiscard]] double zoom() const { return m_zoom; } ///< 1: the photos fit
    /// About a point of the widget.
    void zoomBy(double factor, QPointF about);
    void fit();
    /// Where a photo lies in the widget; empty without one.
    [[nodiscard]] QRectF place(Side side) const;

signals:
    void viewChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Photo {
        QImage whole;
        QPixmap fitted; ///< as it is shown unzoomed; made when it is needed
        QString words;
    };
    enum class Dragged { Nothing, Line, Photos };
    void moveBy(QPointF distance);
    void keepInView();
    void paintSide(QPainter& painter, Side side);
    void paintWords(QPainter& painter, Side side) const;
    [[nodiscard]] bool isNearLine(double x) const;
    std::array<Photo, 2> m_photos;
    double m_line = 0.5;
    double m_zoom = 1;
    QPointF m_shift; ///< of the middle of the photos from that of the widget
    Dragged m_dragged = Dragged::Nothing;
    QPointF m_last;
};

} // namespace gridwarden::app
