// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_list.h"

#include "app/map/coordinate_text.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/settings.h"
#include "gis/crs/transform.h"
#include "gis/draw/decorations.h"
#include "gis/draw/incident_heat.h"

#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QPixmap>
#include <QPointer>
#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

constexpr const char* RowMimeType = "application/x-gridwarden-layer-row";

/// By which a layer's visibility is remembered on this machine.
QString visibilityKey(const LayerEntry& entry) {
    switch (entry.role) {
    case LayerRole::Incidents:
        return QStringLiteral("incidents");
    case LayerRole::Areas:
        return u"areas:" + QString::fromUtf8(core::areaKindKey(entry.areaKind).data());
    case LayerRole::Source:
        return QString::fromStdString(entry.source.path.filename().string()) + u'|' + QString::fromStdString(entry.source.layer);
    }
    return {};
}

QString settingsKey(const core::District& district) {
    return u"layers/" + QString::fromStdString(district.path().filename().string());
}

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
    : QAbstractListModel(parent), m_workspace(workspace), m_jobs(jobs), m_mapCrs(gis::Crs::cgcs2000()) {
    setTheme(gis::ThemeVariant::Light);
    connect(&workspace, &Workspace::districtOpened, this, &LayerList::readDistrict);
    connect(&workspace, &Workspace::districtClosed, this, [this] {
        m_jobs.cancel(m_job);
        beginResetModel();
        m_entries.clear();
        m_areas.clear();
        endResetModel();
        makeGround();
    });
    connect(&workspace, &Workspace::changed, this, &LayerList::follow);
    if (workspace.district() != nullptr)
        readDistrict();
    else
        makeGround();
}

LayerList::~LayerList() { m_jobs.cancel(m_job); }

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
    const QVariantMap visibility = remembered(settingsKey(district)).toMap();
    for (LayerEntry& entry : entries) {
        entry.isVisible = visibility.value(visibilityKey(entry), entry.isVisible).toBool();
        for (LayerEntry& known : m_entries)
            if (known.isSameAs(entry)) {
                entry.state = known.state;
                entry.layer = known.layer;
                entry.fault = known.fault;
            }
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
    const core::District& district = *m_workspace.district();
    gis::Crs chosen = m_mapCrs;
    if (auto set = gis::Crs::parse(district.setting("map_crs")); set && !set->isGeographic()) {
        chosen = std::move(*set);
    } else {
        core::GeoPoint place{105, 35}; // the middle of China while the district is empty
        if (const core::GeoBox bounds = district.areas().bounds(); !bounds.isEmpty()) {
            place = {(bounds.minLongitude + bounds.maxLongitude) / 2, (bounds.minLatitude + bounds.maxLatitude) / 2};
        } else {
            const core::CaseFacts& facts = *m_workspace.facts();
            for (std::size_t row = 0; row < facts.size(); ++row)
                if (!facts[row].id.isNull() && facts[row].hasPlace()) {
                    place = {facts[row].longitude, facts[row].latitude};
                    break;
                }
        }
        chosen = gis::mapCrsFor(place);
    }
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

void LayerList::store(const core::Message& label) {
    if (!m_workspace.canWrite())
        return; // for this session only
    const std::string document = layersToJson(m_entries, m_workspace.district()->path().parent_path()).dump();
    m_storing = true;
    m_workspace.change(label, [&](core::Change& change) { return core::saveSetting(change, "layers", document); });
    m_storing = false;
}

void LayerList::rememberVisibility() const {
    if (m_workspace.district() == nullptr)
        return;
    QVariantMap visibility;
    for (const LayerEntry& entry : m_entries)
        visibility.insert(visibilityKey(entry), entry.isVisible);
    remember(settingsKey(*m_workspace.district()), visibility);
}

// ── Loading ──

void LayerList::loadWaiting() {
    if (m_job != 0)
        return;
    std::vector<gis::LayerSource> sources;
    for (LayerEntry& entry : m_entries)
        if (entry.role == LayerRole::Source && entry.isVisible && entry.state == LayerState::Waiting) {
            entry.state = LayerState::Loading;
            sources.push_back(entry.source);
        }
    if (sources.empty())
        return;
    const QPointer<LayerList> self(this);
    Jobs* const jobs = &m_jobs;
    const auto work = [self, jobs, sources, crs = m_mapCrs](const Jobs::Progress& progress, std::stop_token stop) {
        for (std::size_t i = 0; i < sources.size() && !stop.stop_requested(); ++i) {
            auto loaded = gis::loadLayer(sources[i], crs, stop, [&](double share) {
                progress((static_cast<double>(i) + share) / static_cast<double>(sources.size()));
            });
            QMetaObject::invokeMethod(jobs, [self, crs, source = sources[i], loaded = std::move(loaded)] {
                if (!self || !(self->m_mapCrs == crs))
                    return;
                for (int row = 0; row < self->rowCount(); ++row) {
                    LayerEntry& entry = self->m_entries[static_cast<std::size_t>(row)];
                    if (entry.role != LayerRole::Source || !(entry.source == source))
                        continue;
                    entry.state = loaded ? LayerState::Ready : LayerState::Failed;
                    entry.layer = loaded ? std::optional(*loaded) : std::nullopt;
                    entry.fault = loaded ? std::nullopt : std::optional(loaded.error());
                    self->announce(row);
                }
                self->makeGround();
            }, Qt::QueuedConnection);
        }
    };
    m_job = m_jobs.start(tr("Loading layers"), work, [self] {
        if (!self)
            return;
        self->m_job = 0;
        // Cancelled or outdated ones are tried again when something asks for them.
        for (LayerEntry& entry : self->m_entries)
            if (entry.state == LayerState::Loading)
                entry.state = LayerState::Waiting;
        if (self->m_workspace.district() != nullptr)
            self->loadWaiting();
    });
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
            ground->areas.push_back({.areas = areas->second, .look = look, .fills = {}, .isVisible = entry.isVisible});
        }
    }
    m_ground = std::move(ground);
    emit contentChanged();
}

// ── Changing ──

bool LayerList::canMove(int from, int to) const {
    return from >= 0 && to >= 0 && from < rowCount() && to < rowCount() && from != to && entry(from).role == entry(to).role;
}

void LayerList::move(int from, int before) {
    const int to = before > from ? before - 1 : before;
    if (!canMove(from, to))
        return;
    beginMoveRows({}, from, from, {}, before);
    const auto first = m_entries.begin();
    if (to > from)
        std::rotate(first + from, first + from + 1, first + to + 1);
    else
        std::rotate(first + to, first + from, first + from + 1);
    endMoveRows();
    makeGround();
    store({"layer-moved", {titleOf(to).toStdString()}});
}

void LayerList::add(std::vector<gis::LayerSource> sources) {
    std::erase_if(sources, [this](const gis::LayerSource& source) {
        return std::any_of(m_entries.begin(), m_entries.end(), [&](const LayerEntry& e) {
            return e.role == LayerRole::Source && e.source.path == source.path && e.source.layer == source.layer;
        });
    });
    if (sources.empty() || m_workspace.district() == nullptr)
        return;
    const auto place = std::find_if(m_entries.begin(), m_entries.end(), [](const LayerEntry& e) { return e.role == LayerRole::Source; });
    const int first = static_cast<int>(place - m_entries.begin());
    beginInsertRows({}, first, first + static_cast<int>(sources.size()) - 1);
    for (std::size_t i = 0; i < sources.size(); ++i)
        m_entries.insert(m_entries.begin() + first + static_cast<std::ptrdiff_t>(i), {.role = LayerRole::Source, .source = sources[i]});
    endInsertRows();
    store({"layer-added", {titleOf(first).toStdString()}});
    rememberVisibility();
    loadWaiting();
}

void LayerList::remove(int row) {
    if (entry(row).role != LayerRole::Source)
        return;
    const std::string title = titleOf(row).toStdString();
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    makeGround();
    store({"layer-removed", {title}});
}

void LayerList::rename(int row, const QString& name) {
    LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.role != LayerRole::Source || entry.name == name.toStdString())
        return;
    entry.name = name.toStdString();
    announce(row);
    store({"layer-renamed", {name.toStdString()}});
}

void LayerList::setSource(int row, const gis::LayerSource& source) {
    LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.role != LayerRole::Source || entry.source == source)
        return;
    entry.source = source;
    entry.state = LayerState::Waiting;
    entry.layer.reset();
    entry.fault.reset();
    announce(row);
    makeGround();
    store({"layer-changed", {titleOf(row).toStdString()}});
    loadWaiting();
}

void LayerList::relink(int row, const std::filesystem::path& path) {
    const std::filesystem::path oldFolder = entry(row).source.path.parent_path();
    const std::filesystem::path oldPath = entry(row).source.path;
    for (int each = 0; each < rowCount(); ++each) {
        LayerEntry& other = m_entries[static_cast<std::size_t>(each)];
        if (other.role != LayerRole::Source || other.source.path.parent_path() != oldFolder)
            continue;
        const std::filesystem::path found = other.source.path == oldPath ? path : path.parent_path() / other.source.path.filename();
        std::error_code problem;
        if (each != row && (other.state != LayerState::Failed || !std::filesystem::exists(found, problem)))
            continue;
        other.source.path = found;
        other.state = LayerState::Waiting;
        other.layer.reset();
        other.fault.reset();
        announce(each);
    }
    makeGround();
    store({"layer-changed", {titleOf(row).toStdString()}});
    loadWaiting();
}

void LayerList::setStyle(int row, std::optional<gis::LayerStyle> style) {
    LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.style == style)
        return;
    entry.style = std::move(style);
    announce(row);
    makeGround();
    store({"layer-styled", {titleOf(row).toStdString()}});
}

void LayerList::previewStyle(int row, std::optional<gis::LayerStyle> style) {
    m_entries[static_cast<std::size_t>(row)].style = std::move(style);
    makeGround();
}

int LayerList::incidentsRow() const {
    const auto found = std::find_if(m_entries.begin(), m_entries.end(), [](const LayerEntry& e) { return e.role == LayerRole::Incidents; });
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

gis::IncidentStyle LayerList::incidentStyle() const {
    const int row = incidentsRow();
    return row < 0 ? gis::IncidentStyle() : entry(row).incidentStyle;
}

void LayerList::previewIncidentStyle(const gis::IncidentStyle& style) {
    const int row = incidentsRow();
    if (row < 0 || entry(row).incidentStyle == style)
        return;
    m_entries[static_cast<std::size_t>(row)].incidentStyle = style;
    announce(row);
    emit incidentStyleChanged();
}

void LayerList::setIncidentStyle(const gis::IncidentStyle& style) {
    const int row = incidentsRow();
    if (row < 0 || entry(row).incidentStyle == style)
        return;
    previewIncidentStyle(style);
    store({"layer-styled", {titleOf(row).toStdString()}});
}

void LayerList::keepField(int row, const std::string& field) {
    LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.role != LayerRole::Source || std::find(entry.source.fields.begin(), entry.source.fields.end(), field) != entry.source.fields.end())
        return;
    entry.source.fields.push_back(field);
    entry.state = LayerState::Waiting; // the former shapes are shown until then
    announce(row);
    loadWaiting();
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

QString LayerList::titleOf(int row) const {
    const LayerEntry& entry = this->entry(row);
    switch (entry.role) {
    case LayerRole::Incidents:
        return tr("Incidents");
    case LayerRole::Areas:
        return word("area_kinds", core::areaKindKey(entry.areaKind));
    case LayerRole::Source:
        break;
    }
    if (!entry.name.empty())
        return QString::fromStdString(entry.name);
    if (!entry.source.layer.empty())
        return QString::fromStdString(entry.source.layer);
    return QString::fromStdString(entry.source.path.stem().string());
}

core::GeoBox LayerList::extentOf(int row) const {
    const LayerEntry& entry = this->entry(row);
    gis::Box box;
    if (entry.role == LayerRole::Source && entry.layer)
        box = gis::extentOf(*entry.layer);
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

QPixmap LayerList::sampleOf(int row) const {
    const LayerEntry& entry = this->entry(row);
    constexpr double Ratio = 2; // fine enough for dense screens
    QPixmap picture(QSize(20, 14) * Ratio);
    picture.setDevicePixelRatio(Ratio);
    picture.fill(Qt::transparent);
    gis::LegendEntry sample;
    if (entry.role == LayerRole::Incidents) {
        sample.incident.lamp = core::Lamp::Red;
        switch (entry.incidentStyle.drawing) {
        case gis::IncidentDrawing::Symbols:
            sample.kind = gis::LegendEntry::Kind::Incident;
            break;
        case gis::IncidentDrawing::Clusters:
            sample.kind = gis::LegendEntry::Kind::Cluster;
            break;
        case gis::IncidentDrawing::Heat:
            sample.kind = gis::LegendEntry::Kind::Area;
            sample.look.fill = gis::heatStops()[2].colour;
            break;
        }
    } else {
        const gis::LayerStyle style = styleOf(row);
        sample.kind = entry.role == LayerRole::Areas ? gis::LegendEntry::Kind::Area : gis::LegendEntry::Kind::Shape;
        sample.look = style.classes.empty() ? style.other : style.classes.front().look;
        const auto* const vector = entry.layer ? std::get_if<std::shared_ptr<const gis::VectorLayer>>(&*entry.layer) : nullptr;
        if (entry.role == LayerRole::Source && vector == nullptr)
            return entry.layer ? icon(QLatin1String("image")).pixmap(14, 14) : picture;
        if (vector != nullptr)
            sample.shape = (*vector)->shapes().has(gis::ShapeKind::Polygon) ? gis::ShapeKind::Polygon
                           : (*vector)->shapes().has(gis::ShapeKind::Line)  ? gis::ShapeKind::Line
                                                                            : gis::ShapeKind::Point;
    }
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    gis::paintLegendSample(painter, QRectF(1, 1, 18, 12), sample);
    return picture;
}

// ── The model ──

int LayerList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_entries.size()); }

QVariant LayerList::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const LayerEntry& entry = this->entry(index.row());
    const std::vector<core::Message> notes = entry.layer ? gis::notesOf(*entry.layer) : std::vector<core::Message>();
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return entry.state == LayerState::Loading && role == Qt::DisplayRole ? tr("%1 (loading)").arg(titleOf(index.row())) : titleOf(index.row());
    case Qt::CheckStateRole:
        return entry.isVisible ? Qt::Checked : Qt::Unchecked;
    case Qt::DecorationRole:
        if (entry.fault)
            return icon(QLatin1String("circle-alert"));
        if (data(index, CrsUnknownRole).toBool())
            return icon(QLatin1String("triangle-alert"));
        return sampleOf(index.row());
    case Qt::ToolTipRole: {
        if (entry.role != LayerRole::Source)
            return titleOf(index.row());
        QStringList lines{QString::fromStdString(entry.source.path.string())};
        if (!entry.source.crs.empty())
            lines << tr("Read as %1").arg(QString::fromStdString(entry.source.crs));
        if (entry.fault)
            lines << text(*entry.fault);
        for (const core::Message& note : notes)
            lines << text(note);
        return lines.join(u'\n');
    }
    case StateRole:
        return static_cast<int>(entry.state);
    case NotesRole: {
        QStringList lines;
        for (const core::Message& note : notes)
            lines << text(note);
        return lines;
    }
    case CrsUnknownRole:
        return std::any_of(notes.begin(), notes.end(), [](const core::Message& note) {
            return note.key == "layer-no-crs" || note.key == "raster-no-place";
        });
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
    rememberVisibility();
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
