// SPDX-License-Identifier: GPL-3.0-or-later
// A GeoPackage of one layer of points with attributes and a spatial index, and a table of notes about it, for other programs.
#pragma once

#include "core/base/geometry.h"
#include "core/store/connection.h"

namespace gridwarden::core {

struct PackageColumn {
    enum class Kind { Text, Real, Date, DateTime };
    std::string name; ///< letters, digits and '_'
    Kind kind = Kind::Text;
};

/// Built under the name it is given; whoever makes it gives the file its own name at the end.
class PointPackage {
  public:
    /// \param layer as the columns' names
    /// Errors: Io; Database.
    [[nodiscard]] static Result<PointPackage> create(const std::filesystem::path& file, std::string layer, const std::string& description,
                                                     std::vector<PackageColumn> columns);
    /// A place in CGCS2000, or none. \pre as many values as columns. Errors: Database.
    Result<void> add(const std::optional<GeoPoint>& place, const std::vector<Value>& values);
    /// Adds the notes as a table of their own and completes the file. Errors: Database.
    Result<void> finish(const std::string& notesTable, const std::string& description, const std::vector<std::string>& notes);

  private:
    PointPackage(Connection connection, std::string layer) : m_connection(std::move(connection)), m_layer(std::move(layer)) {}
    Connection m_connection;
    std::string m_layer;
    std::string m_insert;
    GeoBox m_box;
};

} // namespace gridwarden::core
