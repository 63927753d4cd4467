// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/icon.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace gridwarden::app {

namespace {

/// Paints an SVG whose strokes are `currentColor`.
class ThemedIcon : public QIconEngine {
  public:
    ThemedIcon(QString name, QByteArray svg) : m_name(std::move(name)), m_svg(std::move(svg)) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        QByteArray coloured = m_svg;
        coloured.replace("currentColor", colour(mode).name().toLatin1());
        QSvgRenderer(coloured).render(painter, rect);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal) override {
        const QString key = u"gridwarden/" + m_name + colour(mode).name() + QString::number(size.width()) + u'x' +
                            QString::number(size.height());
        QPixmap picture;
        if (QPixmapCache::find(key, &picture))
            return picture;
        picture = QPixmap(size);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        paint(&painter, QRect(QPoint(0, 0), size), mode, state);
        painter.end();
        QPixmapCache::insert(key, picture);
        return picture;
    }
    QIconEngine* clone() const override { return new ThemedIcon(*this); }

  private:
    static QColor colour(QIcon::Mode mode) {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::WindowText);
    }
    QString m_name;
    QByteArray m_svg;
};

} // namespace

QIcon icon(QLatin1String name) {
    QFile file(u":/icons/" + QString(name) + u".svg");
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QIcon(new ThemedIcon(name, file.readAll()));
}

QIcon programIcon() { return QIcon(QStringLiteral(":/icons/gridwarden.svg")); }

} // namespace gridwarden::app
