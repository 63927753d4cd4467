// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/coordinate_text.h"

#include "app/text/message_text.h"
#include "gis/crs/transform.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <cmath>

namespace gridwarden::app {

QString coordinateText(core::GeoPoint place, const gis::Crs& crs) {
    const auto transform = gis::Transform::between(gis::Crs::cgcs2000(), crs);
    if (!transform)
        return {};
    const auto point = transform->forward(gis::toMapPoint(place));
    if (!point)
        return {};
    const int digits = crs.isGeographic() ? 6 : 2;
    return QString::number(point->x, 'f', digits) + u", " + QString::number(point->y, 'f', digits);
}

std::optional<core::GeoPoint> parseCoordinate(const QString& text, const gis::Crs& mapCrs) {
    static const QRegularExpression twoNumbers(QStringLiteral("^\\s*(-?\\d+(?:\\.\\d+)?)\\s*[,，;\\s]\\s*(-?\\d+(?:\\.\\d+)?)\\s*$"));
    const auto match = twoNumbers.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    double x = match.captured(1).toDouble();
    double y = match.captured(2).toDouble();
    if (std::abs(x) <= 90 && std::abs(y) > 90 && std::abs(y) <= 180)
        std::swap(x, y);
    if (std::abs(x) <= 180 && std::abs(y) <= 90)
        return core::GeoPoint{x, y};
    const auto transform = gis::Transform::between(mapCrs, gis::Crs::cgcs2000());
    if (!transform)
        return std::nullopt;
    const auto point = transform->forward(gis::MapPoint{x, y});
    if (!point)
        return std::nullopt;
    return gis::toGeoPoint(*point);
}

QString crsText(const gis::Crs& crs) { return app::text(crs.description()); }

QString crsShortText(const gis::Crs& crs) {
    if (crs.datumShift() == gis::DatumShift::Gcj02)
        return QStringLiteral("GCJ-02");
    if (crs.datumShift() == gis::DatumShift::Bd09)
        return QStringLiteral("BD-09");
    const QString name = QString::fromStdString(crs.text());
    if (name == QStringLiteral("EPSG:4490"))
        return QStringLiteral("CGCS2000");
    if (name == QStringLiteral("EPSG:4326"))
        return QStringLiteral("WGS 84");
    return name.size() <= 14 ? name : QString::fromStdString(crs.name());
}

QString lengthText(double metres) {
    const QLocale locale;
    if (metres < 1000)
        return locale.toString(metres, 'f', 1) + u" m";
    return locale.toString(metres / 1000, 'f', 3) + u" km";
}

QString areaText(double squareMetres) {
    const QLocale locale;
    const bool isSmall = squareMetres < 100'000;
    const QString metric = locale.toString(isSmall ? squareMetres : squareMetres / 1e6, 'f', isSmall ? 1 : 4) +
                           (isSmall ? QStringLiteral(" m²") : QStringLiteral(" km²"));
    if (language() != core::Language::Chinese)
        return metric;
    return QCoreApplication::translate("Measure", "%1 (%2 mu)").arg(metric, locale.toString(squareMetres * 3 / 2000, 'f', 2));
}

} // namespace gridwarden::app
