// SPDX-License-Identifier: GPL-3.0-or-later
// Coordinate reference systems by name.
#pragma once

#include "core/base/geometry.h"
#include "core/base/result.h"
#include "gis/crs/similarity.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::gis {

/// The offset that a Chinese map service adds to CGCS2000 longitude and latitude.
enum class DatumShift { None, Gcj02, Bd09 };

/// A coordinate reference system that PROJ knows how to use. A value: copying is cheap enough to keep one beside a
/// layer.
class Crs {
public:
    /// Reads "wgs84", "cgcs2000", "gcj02", "bd09" (any case), "gcj02:EPSG:3857" (a plane computed from GCJ-02 degrees), "EPSG:n", a CRS
    /// in WKT (also of ESRI) or as a PROJ string, "local:{…}" (gis/crs/local_system.h), or the path of a file that holds one of
    /// these. A WKT that is a known EPSG system in other words becomes that one. Errors: BadInput "crs-unknown" {text},
    /// "local-system-unreadable"; as fitControlPoints; Unsupported "crs-not-horizontal" {text} for one without two horizontal axes.
    [[nodiscard]] static core::Result<Crs> parse(std::string_view text);
    /// The same for a source with a CRS of its own: "gcj02" and "bd09" keep its plane.
    [[nodiscard]] static core::Result<Crs> parseFor(std::string_view text, const std::optional<Crs>& own);
    [[nodiscard]] static const Crs& cgcs2000();

    /// What parse reads again: "EPSG:4549", "gcj02", or the WKT where no code is known.
    [[nodiscard]] const std::string& text() const { return m_text; }
    /// What PROJ is given; for "gcj02" and "bd09" the CGCS2000 degrees below the offset.
    [[nodiscard]] const std::string& definition() const { return m_definition; }
    /// The registered name, for instance "CGCS2000 / 3-degree Gauss-Kruger CM 120E".
    [[nodiscard]] const std::string& name() const { return m_name; }
    /// The code where there is one, else the name: what messages name it by.
    [[nodiscard]] const std::string& codeOrName() const { return m_text.starts_with("EPSG:") ? m_text : m_name; }
    /// For people: "crs-wgs84", "crs-cgcs2000", "crs-gcj02", "crs-bd09", "crs-gcj02-plane" {plane}, "crs-bd09-plane" {plane},
    /// "crs-local-plane" {plane}, "crs-local-datum" {system}, "crs-gauss-kruger" {3|6, central meridian}, "crs-gauss-kruger-zone" {3|6, zone},
    /// "crs-utm" {zone with N or S}, or "crs-named" {name, EPSG:n or nothing}.
    [[nodiscard]] core::Message description() const;
    /// Degrees of longitude and latitude rather than a plane.
    [[nodiscard]] bool isGeographic() const { return m_isGeographic; }
    /// The registry gives its northing or latitude first; everything in this program has east first.
    [[nodiscard]] bool isNorthFirst() const { return m_isNorthFirst; }
    /// "degree", "metre", "US survey foot" …
    [[nodiscard]] const std::string& unit() const { return m_unit; }
    /// Metres in one unit of the plane; 0 where the unit is an angle.
    [[nodiscard]] double metresPerUnit() const { return m_metresPerUnit; }
    [[nodiscard]] DatumShift datumShift() const { return m_shift; }
    /// How its plane is brought into that of `definition`; no change but in a local plane.
    [[nodiscard]] const Similarity& similarity() const { return m_similarity; }
    /// The geographic CRS below it, as "EPSG:4490", or its name where it has no code.
    [[nodiscard]] const std::string& geographicBase() const { return m_base; }

    bool operator==(const Crs& other) const { return m_text == other.m_text; }

private:
    Crs() = default;
    static core::Result<Crs> read(const std::string& text);
    static core::Result<Crs> readLocal(const std::string& text);
    static core::Result<Crs> readShifted(const std::string& text, DatumShift shift);

    std::string m_text;
    std::string m_definition;
    std::string m_name;
    std::string m_unit;
    std::string m_base;
    double m_metresPerUnit = 0;
    bool m_isGeographic = false;
    bool m_isNorthFirst = false;
    DatumShift m_shift = DatumShift::None;
    Similarity m_similarity;
};

/// The plane in which a map around a place is drawn: in China (73.6–134.8° E, 16.7–53.6° N) the CGCS2000 3°
/// Gauss–Krüger zone by central meridian (EPSG:4534–4554), elsewhere the WGS 84 UTM zone.
[[nodiscard]] Crs mapCrsFor(core::GeoPoint place);

/// The systems worth offering in a list, the likeliest first: the geographic ones, the zones around `place`, then all
/// 3° and 6° zones of CGCS2000.
[[nodiscard]] std::vector<Crs> usualCrs(core::GeoPoint place);

} // namespace gridwarden::gis
