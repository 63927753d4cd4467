// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/crs/gcj02.h"

#include <cmath>
#include <numbers>

namespace gridwarden::gis {

namespace {

using core::GeoPoint;
using std::numbers::pi;

constexpr double SemiMajorAxis = 6378245.0; // Krasovsky
constexpr double EccentricitySquared = 0.00669342162296594323;
constexpr double BaiduAngle = pi * 3000.0 / 180.0;
constexpr double BaiduLongitude = 0.0065;
constexpr double BaiduLatitude = 0.006;

/// Metres north and east by which GCJ-02 is off, as the public formula has them.
struct Waves {
    double north;
    double east;
};

Waves waves(double x, double y) {
    const double common = (20 * std::sin(6 * pi * x) + 20 * std::sin(2 * pi * x)) * 2 / 3;
    const double root = std::sqrt(std::abs(x));
    const double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * root + common +
                         (20 * std::sin(pi * y) + 40 * std::sin(pi * y / 3)) * 2 / 3 +
                         (160 * std::sin(pi * y / 12) + 320 * std::sin(pi * y / 30)) * 2 / 3;
    const double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * root + common +
                        (20 * std::sin(pi * x) + 40 * std::sin(pi * x / 3)) * 2 / 3 +
                        (150 * std::sin(pi * x / 12) + 300 * std::sin(pi * x / 30)) * 2 / 3;
    return {north, east};
}

/// The offset in degrees at a place.
GeoPoint gcj02Offset(GeoPoint p) {
    const Waves metres = waves(p.longitude - 105, p.latitude - 35);
    const double latitude = p.latitude * pi / 180;
    const double m = 1 - EccentricitySquared * std::sin(latitude) * std::sin(latitude);
    const double root = std::sqrt(m);
    return {metres.east * 180 / (SemiMajorAxis / root * std::cos(latitude) * pi),
            metres.north * 180 / (SemiMajorAxis * (1 - EccentricitySquared) / (m * root) * pi)};
}

GeoPoint bd09FromGcj02(GeoPoint g) {
    const double z = std::hypot(g.longitude, g.latitude) + 0.00002 * std::sin(g.latitude * BaiduAngle);
    const double theta = std::atan2(g.latitude, g.longitude) + 0.000003 * std::cos(g.longitude * BaiduAngle);
    return {z * std::cos(theta) + BaiduLongitude, z * std::sin(theta) + BaiduLatitude};
}

GeoPoint gcj02FromBd09(GeoPoint b) {
    const double x = b.longitude - BaiduLongitude;
    const double y = b.latitude - BaiduLatitude;
    const double z = std::hypot(x, y) - 0.00002 * std::sin(y * BaiduAngle);
    const double theta = std::atan2(y, x) - 0.000003 * std::cos(x * BaiduAngle);
    GeoPoint g{z * std::cos(theta), z * std::sin(theta)};
    // The closed inverse is off by up to 0.22 m; each correction gains three to four digits.
    for (int round = 0; round < 3; ++round) {
        const GeoPoint again = bd09FromGcj02(g);
        g.longitude += b.longitude - again.longitude;
        g.latitude += b.latitude - again.latitude;
    }
    return g;
}

} // namespace

bool hasGcj02Offset(GeoPoint p) {
    return p.longitude >= 72.004 && p.longitude <= 137.8347 && p.latitude >= 0.8293 && p.latitude <= 55.8271;
}

GeoPoint toGcj02(GeoPoint cgcs2000) {
    if (!hasGcj02Offset(cgcs2000))
        return cgcs2000;
    const GeoPoint offset = gcj02Offset(cgcs2000);
    return {cgcs2000.longitude + offset.longitude, cgcs2000.latitude + offset.latitude};
}

GeoPoint fromGcj02(GeoPoint gcj02) {
    if (!hasGcj02Offset(gcj02))
        return gcj02;
    GeoPoint p = gcj02;
    for (int round = 0; round < 3; ++round) {
        const GeoPoint offset = gcj02Offset(p);
        p = {gcj02.longitude - offset.longitude, gcj02.latitude - offset.latitude};
    }
    return p;
}

GeoPoint toBd09(GeoPoint cgcs2000) {
    return hasGcj02Offset(cgcs2000) ? bd09FromGcj02(toGcj02(cgcs2000)) : cgcs2000;
}

GeoPoint fromBd09(GeoPoint bd09) {
    const GeoPoint gcj02 = gcj02FromBd09(bd09);
    return hasGcj02Offset(gcj02) ? fromGcj02(gcj02) : bd09;
}

} // namespace gridwarden::gis
