// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/case_place.h"

#include "gis/source/coordinate_text.h"

namespace gridwarden::gis {

using core::fail;
using core::GeoPoint;
using core::Result;

Result<CasePlaceReader> CasePlaceReader::make(const CaseColumns& columns, const Table& table,
                                              const std::filesystem::path& path, const std::string& crs) {
    auto system = crs.empty() ? Result<Crs>(Crs::cgcs2000()) : Crs::parse(crs);
    if (!system)
        return fail(system);
    auto transform = Transform::between(*system, Crs::cgcs2000());
    if (!transform)
        return fail(transform);
    CasePlaceReader reader(columns, std::move(*transform));
    if (columns.has(CaseTarget::Longitude) || columns.has(CaseTarget::Wkt)) {
        reader.m_crsName = system->text();
        reader.m_isGeographic = system->isGeographic();
        reader.m_isBallpark = reader.m_transform.isBallpark();
    } else if (table.hasGeometry()) {
        if (table.crsName().empty())
            return fail(core::ErrorCode::BadInput, {"crs-missing", {path.string()}}, path.string());
        reader.m_crsName = table.crsName();
        reader.m_isBallpark = table.isBallpark();
    }
    return reader;
}

bool CasePlaceReader::isAboutPlace(const std::string& rowProblem) {
    return rowProblem == "coordinate-out-of-range" || rowProblem == "geometry-unsupported";
}

std::optional<GeoPoint> CasePlaceReader::moved(MapPoint point, const Row& row, const std::string& field,
                                               const std::string& value, std::vector<ImportProblem>& problems) const {
    const auto place = m_transform.forward(point);
    if (!place) {
        problems.push_back({row.number, field, value, place.error().what});
        return std::nullopt;
    }
    return toGeoPoint(*place);
}

std::optional<GeoPoint> CasePlaceReader::read(const Row& row, std::vector<ImportProblem>& problems) const {
    const auto note = [&](CaseTarget target, const std::string& value, const core::Message& reason) {
        problems.push_back({row.number, m_columns.name(target), value, reason});
    };
    if (m_columns.has(CaseTarget::Longitude)) {
        const std::string longitude = m_columns.value(row, CaseTarget::Longitude);
        const std::string latitude = m_columns.value(row, CaseTarget::Latitude);
        if (longitude.empty() != latitude.empty()) {
            note(longitude.empty() ? CaseTarget::Longitude : CaseTarget::Latitude, "", {"coordinate-incomplete", {}});
            return std::nullopt;
        }
        if (!longitude.empty()) {
            const auto x = parseCoordinate(longitude, Axis::X, m_isGeographic);
            const auto y = parseCoordinate(latitude, Axis::Y, m_isGeographic);
            if (!x)
                note(CaseTarget::Longitude, longitude, x.error().what);
            if (!y)
                note(CaseTarget::Latitude, latitude, y.error().what);
            if (!x || !y)
                return std::nullopt;
            return moved({*x, *y}, row,
                         m_columns.name(CaseTarget::Longitude) + "+" + m_columns.name(CaseTarget::Latitude),
                         longitude + " " + latitude, problems);
        }
    }
    if (m_columns.has(CaseTarget::Wkt)) {
        const std::string text = m_columns.value(row, CaseTarget::Wkt);
        if (text.empty())
            return std::nullopt;
        const auto point = parseWktPoint(text, m_isGeographic);
        if (!point) {
            note(CaseTarget::Wkt, text, point.error().what);
            return std::nullopt;
        }
        return *point ? moved(**point, row, m_columns.name(CaseTarget::Wkt), text, problems) : std::nullopt;
    }
    if (m_columns.has(CaseTarget::Longitude))
        return std::nullopt;
    if (isAboutPlace(row.problem)) {
        problems.push_back({row.number, "", "", {row.problem, {}}});
        return std::nullopt;
    }
    if (row.point)
        return row.point;
    return row.shape ? core::labelPoint(*row.shape) : std::nullopt;
}

} // namespace gridwarden::gis
