// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_list.h"

#include "app/map/layer_sample.h"
#include "app/map/layer_visibility.h"
#include "app/map/layer_words.h"
#include "app/map/still_picture.h"
#include "app/workspace/icon.h"
#include "gis/crs/transform.h"

#include <QMimeData>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

constexpr const char* RowMimeType = "application/x-gridwarden-layer-row";

/// Kinds that are shown until somebody hides them: the others would hide the base map.
bool isShownAtFirst(core::AreaKind kind) {
    return kind == core::AreaKind::District || kind == core::AreaKind::Zone || kind == core::AreaKind::Grid;
}

std::vector<core::Area> areasOf(const core::District& district, core::AreaKind kind) {
    std::vector<core::Area> areas;
    for (const core::Area* area : district.areas().ofKind(kind, district.timeZone().day(core::now())))
        areas.push_back(*area);
    return areas;
}

} // namespace

LayerList::LayerList(Workspace& workspace, Jobs& jobs, QObject* parent)
    : QAbstractListModel(parent), m_workspace(workspace), m_jobs(jobs), m_loader(jobs, [this](const auto&... layer) { take(layer...); }), m_shader(workspace, jobs), m_mapCrs(gis::Crs::cgcs2000()) {
    setTheme(gis::ThemeVariant::Light);
    connect(&workspace, &Workspace::districtOpened, this, &LayerList::readDistrict);
    connect(&workspace, &Workspace::districtClosed, this, [this] {
        m_loader.cancel();
        beginResetModel();
        m_entries.clear();
        m_areas.clear();
        endResetModel();
        makeGround();
    });
    connect(&workspace, &Workspace::changed, this, &LayerList::follow);
    connect(&m_tiles, &TileStore::picturesArrived, this, [this] {
        bool isAnySeen = false;
        for (LayerEntry& entry : m_entries)
            if (entry.service && entry.isVisible && entry.layer) {
                entry.layer = std::get<std::shared_ptr<const gis::TileLayer>>(*entry.layer)->renewed();
                isAnySeen = true;
            }
        if (isAnySeen)
            makeGround();
    });
    connect(&m_tiles, &TileStore::faultChanged, this, [this] {
        for (int row = 0; row < rowCount(); ++row)
            if (entry(row).service)
                announce(row);
    });
    connect(&m_shader, &AreaShader::shaded, this, &LayerList::makeGround);
    connect(&m_loader, &LayerLoader::ended, this, [this] {
        // Cancelled or outdated ones are tried again when something asks for them.
        for (LayerEntry& entry : m_entries)
            if (entry.state == LayerState::Loading)
                entry.state = LayerState::Waiting;
        loadWaiting();
    });
    if (workspace.district() != nullptr)
        readDistrict();
    else
        makeGround();
}

LayerList::~LayerList() = default;

// ── The district ──

void LayerList::readDistrict() {
    core::District& district = *m_workspace.district();
    const auto document = nlohmann::json::parse(district.setting("layers", "[]"), nullptr, /*allow_exceptions=*/false);
    std::vector<LayerEntry> entries = layersFromJson(document, district.path().parent_path());
    const auto has = [&entries](const auto& fits) { return std::any_of(entries.begin(), entries.end(), fits); };
    if (!has([](const LayerEntry& e) { return e.role == LayerRole::Incidents; }))
        entries.push_back({.role = LayerRole::Incidents});
    // Small areas above large ones.
    for (const core::AreaKind kind : {core::AreaKind::Road, core::AreaKind::Cell, core::AreaKind::Grid, core::AreaKind::Evaluation,
                                      core::AreaKind::Management, core::AreaKind::Community, core::AreaKind::Street,
                                      core::AreaKind::Zone, core::AreaKind::District}) {
        const auto isKind = [kind](const LayerEntry& e) { return e.role == LayerRole::Areas && e.areaKind == kind; };
        if (areasOf(district, kind).empty())
            std::erase_if(entries, isKind);
        else if (!has(isKind))
            entries.push_back({.role = LayerRole::Areas, .areaKind = kind, .isVisible = isShownAtFirst(kind)});
    }
    restoreVisibility(entries, district);
    for (LayerEntry& entry : entries)
        for (LayerEntry& known : m_entries)
            if (known.isSameAs(entry)) {
                entry.state = known.state;
                entry.layer = known.layer;
                entry.fault = known.fault;
                entry.drawingFault = known.drawingFault;
            }
    beginResetModel();
    m_entries = arranged(std::move(entries));
    endResetModel();
    chooseMapCrs();
    buildAreas();
    makeGround();
    loadWaiting();
}

void LayerList::follow(const core::Touched& touched) {
    if (m_storing)
        return;
    if (touched.areas || touched.settings || touched.everything)
        readDistrict();
}

std::vector<LayerEntry> LayerList::arranged(std::vector<LayerEntry> entries) const {
    std::stable_sort(entries.begin(), entries.end(), [](const LayerEntry& a, const LayerEntry& b) { return a.role < b.role; });
    return entries;
}

void LayerList::chooseMapCrs() {
    const gis::Crs chosen = mapCrsOf(*m_workspace.district());
    if (chosen == m_mapCrs)
        return;
    m_mapCrs = chosen;
    for (LayerEntry& entry : m_entries) {
        entry.layer.reset();
        entry.state = LayerState::Waiting;
    }
    emit mapCrsChanged();
}

void LayerList::setMapCrs(const gis::Crs& crs) {
    if (crs == m_mapCrs || m_workspace.district() == nullptr)
        return;
    m_workspace.change({"map-crs-changed", {crs.name()}},
                       [&](core::Change& change) { return core::saveSetting(change, "map_crs", crs.text()); });
}

void LayerList::buildAreas() {
    m_areas.clear();
    const auto toMap = gis::Transform::between(gis::Crs::cgcs2000(), m_mapCrs);
    if (!toMap)
        return;
    for (LayerEntry& entry : m_entries)
        if (entry.role == LayerRole::Areas) {
            m_areas[entry.areaKind] = gis::AreaLayer::build(entry.areaKind, areasOf(*m_workspace.district(), entry.areaKind), *toMap);
            entry.state = LayerState::Ready;
        }
}

// ── Loading ──

void LayerList::loadWaiting() {
    if (m_loader.isBusy() || m_workspace.district() == nullptr)
        return;
    std::vector<gis::LayerSource> sources;
    for (LayerEntry& entry : m_entries)
        if (entry.role == LayerRole::Source && entry.isVisible && entry.state == LayerState::Waiting && entry.service) {
            openService(entry);
        } else if (entry.role == LayerRole::Source && entry.isVisible && entry.state == LayerState::Waiting) {
            entry.state = LayerState::Loading;
            sources.push_back(entry.source);
        }
    if (!sources.empty())
        m_loader.load(std::move(sources), m_mapCrs);
}

/// Reads nothing: what is drawn is sent for when it is drawn.
void LayerList::openService(LayerEntry& entry) {
    auto layer = gis::TileLayer::open(app::titleOf(entry).toStdString(), *entry.service, m_mapCrs, m_tiles.picturesOf(*entry.service));
    entry.state = layer ? LayerState::Ready : LayerState::Failed;
    entry.layer = layer ? std::optional<gis::MapLayer>(*layer) : std::nullopt;
    entry.fault = layer ? std::nullopt : std::optional(layer.error());
    announce(static_cast<int>(&entry - m_entries.data()));
    makeGround();
}

void LayerList::take(const gis::LayerSource& source, const gis::Crs& mapCrs, const core::Result<gis::MapLayer>& loaded) {
    if (!(m_mapCrs == mapCrs))
        return;
    for (int row = 0; row < rowCount(); ++row) {
        LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
        if (entry.role != LayerRole::Source || entry.service || !(entry.source == source))
            continue;
        entry.state = loaded ? LayerState::Ready : LayerState::Failed;
        entry.layer = loaded ? std::optional(*loaded) : std::nullopt;
        entry.fault = loaded ? std::nullopt : std::optional(loaded.error());
        announce(row);
    }
    makeGround();
}

void LayerList::announce(int row) { emit dataChanged(index(row), index(row)); }

void LayerList::setTheme(gis::ThemeVariant variant) {
    auto theme = gis::MapTheme::load(variant);
    if (!theme) {
        m_workspace.notifyFault(theme.error());
        return;
    }
    m_theme = std::move(*theme);
    makeGround();
}

void LayerList::makeGround() {
    std::vector<AreaShader::Wish> shaded;
    for (const LayerEntry& entry : m_entries)
        if (const auto areas = m_areas.find(entry.areaKind); entry.role == LayerRole::Areas && entry.isVisible && entry.counts && areas != m_areas.end())
            shaded.push_back({areas->second, *entry.counts});
    m_shader.want(std::move(shaded));
    auto ground = std::make_shared<gis::GroundContent>();
    ground->theme = m_theme;
    for (int row = rowCount() - 1; row >= 0; --row) {
        const LayerEntry& entry = this->entry(row);
        if (entry.role == LayerRole::Source && entry.layer) {
            ground->layers.push_back({*entry.layer, styleOf(row), entry.isVisible});
        } else if (entry.role == LayerRole::Areas) {
            const auto areas = m_areas.find(entry.areaKind);
            if (areas == m_areas.end())
                continue;
            gis::AreaLook look = m_theme.areaLook(entry.areaKind);
            if (entry.style)
                look.look = entry.style->other;
            ground->areas.push_back({.areas = areas->second, .look = look, .shading = entry.counts ? m_shader.of(*areas->second) : nullptr, .isVisible = entry.isVisible});
        }
    }
    m_ground = std::move(ground);
    emit contentChanged();
}

gis::LayerStyle LayerList::styleOf(int row) const {
    const LayerEntry& entry = this->entry(row);
    if (entry.style)
        return *entry.style;
    if (entry.role == LayerRole::Areas) {
        gis::LayerStyle style;
        style.other = m_theme.areaLook(entry.areaKind).look;
        return style;
    }
    if (!entry.layer)
        return {};
    const auto first = std::find_if(m_entries.begin(), m_entries.end(), [](const LayerEntry& e) { return e.role == LayerRole::Source; });
    return m_theme.styleFor(gis::traitsOf(*entry.layer, row - static_cast<int>(first - m_entries.begin())));
}

// ── Asking ──

int LayerList::incidentsRow() const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [](const LayerEntry& e) { return e.role == LayerRole::Incidents; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

gis::IncidentStyle LayerList::incidentStyle() const {
    const int row = incidentsRow();
    return row < 0 ? gis::IncidentStyle() : entry(row).incidentStyle;
}

core::GeoBox LayerList::extentOf(int row, bool withFarShapes) const {
    const LayerEntry& entry = this->entry(row);
    gis::Box box;
    if (entry.role == LayerRole::Source && entry.layer)
        box = withFarShapes ? gis::extentOf(*entry.layer) : gis::usualExtentOf(*entry.layer);
    else if (const auto areas = m_areas.find(entry.areaKind); entry.role == LayerRole::Areas && areas != m_areas.end())
        box = areas->second->shapes().extent();
    core::GeoBox degrees;
    if (entry.role == LayerRole::Incidents) {
        m_workspace.facts()->each([&](std::size_t, const core::CaseFact& fact) {
            if (fact.hasPlace())
                degrees.include(core::GeoPoint{fact.longitude, fact.latitude});
        });
        return degrees;
    }
    const auto toDegrees = gis::Transform::between(m_mapCrs, gis::Crs::cgcs2000());
    if (box.isEmpty() || !toDegrees)
        return degrees;
    for (const double x : {box.minX, (box.minX + box.maxX) / 2, box.maxX})
        for (const double y : {box.minY, (box.minY + box.maxY) / 2, box.maxY})
            if (const auto point = toDegrees->forward(gis::MapPoint{x, y}))
                degrees.include(gis::toGeoPoint(*point));
    return degrees;
}

void LayerList::setDrawingFaults(const gis::GroundContent& drawn, const std::vector<gis::LayerNote>& faults) {
    for (int row = 0; row < rowCount(); ++row) {
        LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
        std::optional<core::Message> fault;
        for (const gis::LayerNote& each : faults)
            if (!fault && entry.layer && each.layer < drawn.layers.size() &&
                drawn.layers[each.layer].layer == *entry.layer)
                fault = each.what;
        if (entry.drawingFault == fault)
            continue;
        entry.drawingFault = std::move(fault);
        announce(row);
    }
}

QString LayerList::serviceFaultOf(const LayerEntry& entry) const {
    return entry.service ? m_tiles.faultOf(*entry.service) : QString();
}

QStringList LayerList::notesOf(int row) const {
    return noteTexts(entry(row), serviceFaultOf(entry(row)));
}

bool LayerList::showsIncidents() const {
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [](const LayerEntry& e) { return e.role == LayerRole::Incidents && e.isVisible; });
}

std::vector<std::shared_ptr<const gis::AreaLayer>> LayerList::visibleAreas() const {
    std::vector<std::shared_ptr<const gis::AreaLayer>> all;
    for (const LayerEntry& entry : m_entries)
        if (const auto areas = m_areas.find(entry.areaKind); entry.role == LayerRole::Areas && entry.isVisible && areas != m_areas.end())
            all.push_back(areas->second);
    return all;
}

std::vector<std::pair<int, gis::MapLayer>> LayerList::visibleLayers() const {
    std::vector<std::pair<int, gis::MapLayer>> all;
    for (int row = 0; row < rowCount(); ++row)
        if (entry(row).role == LayerRole::Source && entry(row).isVisible && entry(row).layer)
            all.emplace_back(row, *entry(row).layer);
    return all;
}

// ── The model ──

int LayerList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

QVariant LayerList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const LayerEntry& entry = this->entry(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.state == LayerState::Loading && role == Qt::DisplayRole ? tr("%1 (loading)").arg(titleOf(index.row())) : titleOf(index.row());
    case Qt::CheckStateRole:
        return entry.isVisible ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        if (entry.fault || entry.drawingFault)
            return icon(QLatin1String("circle-alert"));
        if (isPlaceUnknown(entry))
            return icon(QLatin1String("triangle-alert"));
        return layerSample(entry, styleOf(index.row()), *m_incidentSymbols);
    case Qt::ToolTipRole:
        return toolTipOf(entry, serviceFaultOf(entry));
    case StateRole:
        return static_cast<int>(entry.state);
    case NotesRole:
        return notesOf(index.row());
    case CrsUnknownRole:
        return isPlaceUnknown(entry);
    case BadgeRole:
    case Qt::AccessibleDescriptionRole:
        return badgeOf(entry, serviceFaultOf(entry));
    case LayerRoleRole:
        return static_cast<int>(entry.role);
    default:
        return {};
    }
}

bool LayerList::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid())
        return false;
    if (role == Qt::EditRole) {
        rename(index.row(), value.toString().trimmed());
        return true;
    }
    if (role != Qt::CheckStateRole)
        return false;
    LayerEntry& entry = m_entries[static_cast<std::size_t>(index.row())];
    entry.isVisible = value.toInt() == Qt::Checked;
    announce(index.row());
    rememberVisibility(m_entries, *m_workspace.district());
    if (entry.role == LayerRole::Incidents)
        emit incidentsToggled();
    else
        makeGround();
    loadWaiting();
    return true;
}

Qt::ItemFlags LayerList::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemNeverHasChildren;
    if (entry(index.row()).role != LayerRole::Incidents)
        flags |= Qt::ItemIsDragEnabled;
    if (entry(index.row()).role == LayerRole::Source)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList LayerList::mimeTypes() const { return {QString::fromLatin1(RowMimeType)}; }

QMimeData* LayerList::mimeData(const QModelIndexList& indexes) const {
    auto* const data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(QString::fromLatin1(RowMimeType), QByteArray::number(indexes.first().row()));
    return data;
}

bool LayerList::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int, const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(QString::fromLatin1(RowMimeType)))
        return false;
    const int from = data->data(QString::fromLatin1(RowMimeType)).toInt();
    move(from, row >= 0 ? row : parent.isValid() ? parent.row() : rowCount());
    return false; // moved already: the view has nothing to take away
}

} // namespace gridwarden::app
