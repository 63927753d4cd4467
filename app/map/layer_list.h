// SPDX-License-Identifier: GPL-3.0-or-later
// The layers of the map, the uppermost first: incidents, areas by kind, then base and vector and raster layers.
#pragma once

#include "app/map/area_shader.h"
#include "app/map/layer_entry.h"
#include "app/map/layer_loader.h"
#include "app/map/layer_words.h"
#include "app/map/tile_store.h"
#include "app/workspace/workspace.h"
#include "gis/crs/crs.h"
#include "gis/draw/frame.h"

#include <QAbstractListModel>

namespace gridwarden::app {

/// Which layers there are, their order and styles belong to the district and are journalled; which of them are shown is
/// remembered on this machine, so that looking never changes a file. Areas stay above source layers and below incidents.
/// Layers are loaded by a job; a row tells its state.
class LayerList : public QAbstractListModel {
    Q_OBJECT
  public:
    /// BadgeRole: a word on what the reader of the map has to know of the layer, or nothing.
    enum Role { StateRole = Qt::UserRole + 1, NotesRole, CrsUnknownRole, LayerRoleRole, BadgeRole };

    LayerList(Workspace& workspace, Jobs& jobs, QObject* parent = nullptr);
    ~LayerList() override;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column, const QModelIndex& parent) override;

    [[nodiscard]] const LayerEntry& entry(int row) const { return m_entries[static_cast<std::size_t>(row)]; }
    [[nodiscard]] QString titleOf(int row) const { return app::titleOf(entry(row)); }
    [[nodiscard]] bool canMove(int from, int to) const;
    /// Puts a row before another (rowCount: last).
    void move(int from, int before);
    /// On top of the source layers; loading starts.
    void add(std::vector<gis::LayerSource> sources);
    /// A map service, on top as well. The one kind of layer that reaches a network.
    void addService(const QString& name, const gis::TileService& service);
    void remove(int row);
    void rename(int row, const QString& name);
    /// Another CRS, encoding or set of fields: loads it again.
    void setSource(int row, const gis::LayerSource& source);
    /// Loads the layers of a file again that others have changed.
    void reload(const std::filesystem::path& path);
    /// The file of a layer is elsewhere now: other layers of the old folder that cannot be read are looked for beside it.
    void relink(int row, const std::filesystem::path& path);
    void setStyle(int row, std::optional<gis::LayerStyle> style);
    /// Shows a style without keeping it; setStyle or previewStyle with the former one ends that.
    void previewStyle(int row, std::optional<gis::LayerStyle> style);
    /// How an area layer is shaded by its cases; none: not at all.
    void setCounts(int row, std::optional<gis::CountClasses> counts);
    /// Shows it without keeping it, as previewStyle.
    void previewCounts(int row, std::optional<gis::CountClasses> counts);
    /// How incidents are drawn.
    [[nodiscard]] gis::IncidentStyle incidentStyle() const;
    void setIncidentStyle(const gis::IncidentStyle& style);
    /// What their symbols mean at the moment, as the map found it in the cases; never null.
    [[nodiscard]] const std::shared_ptr<const gis::IncidentSymbols>& incidentSymbols() const { return m_incidentSymbols; }
    void setIncidentSymbols(std::shared_ptr<const gis::IncidentSymbols> symbols);
    /// Shows it without keeping it, as previewStyle.
    void previewIncidentStyle(const gis::IncidentStyle& style);
    /// Loads the values of a field that is not in memory yet; the row's state tells when they are there.
    void keepField(int row, const std::string& field);
    [[nodiscard]] gis::LayerStyle styleOf(int row) const; ///< chosen or the theme's
    /// Degrees, CGCS2000; empty when unknown. Of a layer of shapes its usual extent, or all of it.
    [[nodiscard]] core::GeoBox extentOf(int row, bool withFarShapes = false) const;
    /// What could not be read while the layers of `drawn` were painted; what was said before is taken back.
    void setDrawingFaults(const gis::GroundContent& drawn, const std::vector<gis::LayerNote>& faults);
    /// What is to be known of a layer, the worst first.
    [[nodiscard]] QStringList notesOf(int row) const;

    /// The plane of the map: the district's setting, else chosen from its areas or cases.
    [[nodiscard]] const gis::Crs& mapCrs() const { return m_mapCrs; }
    void setMapCrs(const gis::Crs& crs);
    [[nodiscard]] const gis::MapTheme& theme() const { return m_theme; }
    void setTheme(gis::ThemeVariant variant);
    [[nodiscard]] bool showsIncidents() const;
    /// Made anew with each contentChanged.
    [[nodiscard]] std::shared_ptr<const gis::GroundContent> ground() const { return m_ground; }
    /// The areas of visible kinds as drawn, the uppermost first.
    [[nodiscard]] std::vector<std::shared_ptr<const gis::AreaLayer>> visibleAreas() const;
    /// Loaded visible source layers with their rows, the uppermost first.
    [[nodiscard]] std::vector<std::pair<int, gis::MapLayer>> visibleLayers() const;
    [[nodiscard]] Jobs& jobs() const { return m_jobs; }
    [[nodiscard]] bool isLoading() const { return m_loader.isBusy() || m_shader.isBusy(); }

  signals:
    void contentChanged();  ///< ground() is new
    void mapCrsChanged();
    void incidentsToggled();
    void incidentStyleChanged();
    void incidentSymbolsChanged();

  private:
    void follow(const core::Touched& touched);
    void readDistrict();
    void chooseMapCrs();
    void buildAreas();
    void store(const core::Message& label);
    void loadWaiting();
    void openService(LayerEntry& entry);
    void insert(std::vector<LayerEntry> entries);
    void take(const gis::LayerSource& source, const gis::Crs& mapCrs, const core::Result<gis::MapLayer>& loaded);
    void announce(int row);
    [[nodiscard]] QString serviceFaultOf(const LayerEntry& entry) const;
    [[nodiscard]] int incidentsRow() const; ///< −1 without a district
    void makeGround();
    [[nodiscard]] std::vector<LayerEntry> arranged(std::vector<LayerEntry> entries) const;

    Workspace& m_workspace;
    Jobs& m_jobs;
    LayerLoader m_loader;
    TileStore m_tiles;
    AreaShader m_shader;
    std::vector<LayerEntry> m_entries;
    std::map<core::AreaKind, std::shared_ptr<const gis::AreaLayer>> m_areas;
    gis::Crs m_mapCrs;
    gis::MapTheme m_theme;
    std::shared_ptr<const gis::GroundContent> m_ground;
    std::shared_ptr<const gis::IncidentSymbols> m_incidentSymbols = gis::IncidentSymbols::lamps();
    bool m_storing = false;
};

} // namespace gridwarden::app
