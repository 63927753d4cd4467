// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_viewer.h"

#include "app/cases/panel_text.h"
#include "app/text/message_text.h"
#include "gis/draw/thumbnail.h"

#include <QGuiApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>

namespace gridwarden::app {

PhotoViewer* PhotoViewer::open(std::vector<Picture> pictures, int first, QWidget* parent) {
    auto* viewer = new PhotoViewer(std::move(pictures), parent);
    viewer->show(first);
    viewer->QWidget::show();
    return viewer;
}

PhotoViewer::PhotoViewer(std::vector<Picture> pictures, QWidget* parent)
    : QWidget(parent, Qt::Window), m_pictures(std::move(pictures)) {
    setObjectName(QStringLiteral("photoViewer"));
    setAttribute(Qt::WA_DeleteOnClose);
    const QSize room = parent->screen()->availableSize();
    resize(std::min(960, room.width() * 4 / 5), std::min(720, room.height() * 4 / 5));
}

void PhotoViewer::show(int position) {
    m_position = position;
    const Picture& picture = m_pictures[static_cast<std::size_t>(position)];
    // Twice a large screen is all that is ever seen of it.
    auto read = gis::readPicture(picture.file.toStdString(), {4096, 4096});
    m_image = read ? std::move(*read) : QImage();
    m_problem = read ? QString() : text(read.error());
    m_fitted = {};
    setWindowTitle(tr("%1 (%2 of %3)").arg(picture.caption).arg(position + 1).arg(m_pictures.size()));
    update();
}

void PhotoViewer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x20, 0x20, 0x20));
    painter.setPen(Qt::white);
    if (m_image.isNull()) {
        painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_problem);
        return;
    }
    const int strip = m_pictures.size() > 1 ? fontMetrics().height() + Gap : 0;
    const QRect room = rect().adjusted(0, 0, 0, -strip);
    if (m_fitted.isNull()) {
        const qreal ratio = devicePixelRatioF();
        QSize size = m_image.size();
        const QSize pixels = room.size() * ratio;
        if (size.width() > pixels.width() || size.height() > pixels.height())
            size.scale(pixels, Qt::KeepAspectRatio);
        m_fitted = QPixmap::fromImage(m_image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_fitted.setDevicePixelRatio(ratio);
    }
    const QSizeF shown = m_fitted.deviceIndependentSize();
    painter.drawPixmap(QPointF(room.center()) - QPointF(shown.width() / 2, shown.height() / 2), m_fitted);
    if (strip > 0)
        painter.drawText(rect().adjusted(Gap, room.height(), -Gap, 0), Qt::AlignCenter,
                         tr("◀  %1 of %2  ▶").arg(m_position + 1).arg(m_pictures.size()));
}

void PhotoViewer::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_pictures.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Right:
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        if (m_position < last)
            show(m_position + 1);
        break;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        if (m_position > 0)
            show(m_position - 1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhotoViewer::mousePressEvent(QMouseEvent* event) {
    const int step = event->position().x() < width() / 2.0 ? -1 : 1;
    const int wanted = m_position + step;
    if (wanted >= 0 && wanted < static_cast<int>(m_pictures.size()))
        show(wanted);
}

void PhotoViewer::resizeEvent(QResizeEvent*) { m_fitted = {}; }

} // namespace gridwarden::app
