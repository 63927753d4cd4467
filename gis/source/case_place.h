// SPDX-License-Identifier: GPL-3.0-or-later
// The place of a case from the columns or the geometry of its row.
#pragma once

#include "gis/crs/transform.h"
#include "gis/source/area_import.h"
#include "gis/source/case_columns.h"

namespace gridwarden::gis {

class CasePlaceReader {
public:
    /// \param crs of coordinates in columns; empty: CGCS2000 degrees
    /// Errors: those of Crs::parse and Transform::between; BadInput "crs-missing" {path}: the geometry is needed and
    /// its CRS unknown.
    [[nodiscard]] static core::Result<CasePlaceReader> make(const CaseColumns& columns, const Table& table,
                                                            const std::filesystem::path& path, const std::string& crs);

    /// Longitude and latitude, else the WKT, else (where neither is mapped) the geometry, of lines and polygons their
    /// label point. What cannot be read gives no place and a problem.
    [[nodiscard]] std::optional<core::GeoPoint> read(const Row& row, std::vector<ImportProblem>& problems) const;
    /// Whether the problem of a row concerns its geometry alone, so that it can still be a case.
    [[nodiscard]] static bool isAboutPlace(const std::string& rowProblem);

    [[nodiscard]] const std::string& crsName() const { return m_crsName; }
    [[nodiscard]] bool isBallpark() const { return m_isBallpark; }

private:
    CasePlaceReader(CaseColumns columns, Transform transform)
        : m_columns(std::move(columns)), m_transform(std::move(transform)) {}
    std::optional<core::GeoPoint> moved(MapPoint point, const Row& row, const std::string& field,
                                        const std::string& value, std::vector<ImportProblem>& problems) const;

    CaseColumns m_columns;
    Transform m_transform; // of the columns
    std::string m_crsName;
    bool m_isGeographic = true;
    bool m_isBallpark = false;
};

} // namespace gridwarden::gis
