// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_tile.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QFileInfo>
#include <QMimeDatabase>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr int Side = 64;      ///< pixels
constexpr int PaperSide = 28; ///< of the sign of a paper

/// Cut to a square, at the screen's resolution.
QIcon squareIcon(const std::string& thumbnail, qreal ratio) {
    QImage image;
    image.loadFromData(reinterpret_cast<const uchar*>(thumbnail.data()), static_cast<int>(thumbnail.size()));
    if (image.isNull())
        return icon(QLatin1String("image"));
    const int side = std::min(image.width(), image.height());
    const QRect middle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    const int pixels = qRound(Side * ratio);
    QPixmap pixmap =
        QPixmap::fromImage(image.copy(middle).scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    return {pixmap};
}

QIcon paperIcon(const QString& name) {
    const QMimeType type = QMimeDatabase().mimeTypeForFile(name, QMimeDatabase::MatchExtension);
    if (type.name().startsWith(QStringLiteral("video/")))
        return icon(QLatin1String("file-play"));
    if (type.name().startsWith(QStringLiteral("audio/")))
        return icon(QLatin1String("file-music"));
    if (type.inherits(QStringLiteral("application/zip")) && QFileInfo(name).suffix().toLower() == u"zip")
        return icon(QLatin1String("file-archive"));
    const bool isText = type.inherits(QStringLiteral("text/plain")) || type.name() == u"application/pdf" ||
                        type.name().contains(u"document") || type.name().contains(u"word");
    return icon(isText ? QLatin1String("file-text") : QLatin1String("file"));
}

} // namespace

QToolButton* makePhotoTile(const core::Photo& photo, QWidget* parent) {
    auto* const button = new QToolButton(parent);
    button->setObjectName(QStringLiteral("photo"));
    button->setAutoRaise(true);
    button->setFixedSize(Side, Side);
    if (photo.kind != core::PaperKind) {
        button->setIconSize({Side, Side});
        button->setIcon(squareIcon(photo.thumbnail, button->devicePixelRatioF()));
        return button;
    }
    const QString name = QString::fromStdString(photo.name);
    button->setIconSize({PaperSide, PaperSide});
    button->setIcon(paperIcon(name));
    button->setFont(sized(button->font(), TextSize::Small));
    button->setText(QFileInfo(name).suffix().toUpper().left(5));
    button->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    return button;
}

} // namespace gridwarden::app
