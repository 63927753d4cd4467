// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/map_picture.h"

#include "app/map/incident_indexer.h"
#include "gis/draw/ground_renderer.h"
#include "gis/draw/incident_clusters.h"

namespace gridwarden::app {

namespace {

constexpr int LampIntervalMs = 60'000;             // lamps change with time
constexpr std::size_t MostSelectedShown = 20'000;  // painted one by one

} // namespace

MapPicture::MapPicture(Workspace& workspace, LayerList& layers, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_layers(layers),
      m_indexer(std::make_unique<IncidentIndexer>([this](IncidentIndexer::Answer answer) {
          QMetaObject::invokeMethod(this, [this, answer = std::move(answer)] { takeIndex(answer.facts, answer.index, answer.classifier, answer.number); },
                                    Qt::QueuedConnection);
      })),
      m_renderer(std::make_unique<gis::GroundRenderer>([this](const std::shared_ptr<const gis::Ground>&) {
          QMetaObject::invokeMethod(
              this,
              [this] {
                  tellFaults();
                  emit changed();
              },
              Qt::QueuedConnection);
      })) {
    connect(&workspace, &Workspace::filteredChanged, this, &MapPicture::askForIndex);
    connect(&workspace, &Workspace::daysMoved, this, &MapPicture::askForIndex);
    connect(&workspace, &Workspace::selectionChanged, this, &MapPicture::follow);
    connect(&workspace, &Workspace::areaSelected, this, &MapPicture::follow);
    connect(&workspace, &Workspace::districtOpened, this, &MapPicture::classify);
    connect(&workspace, &Workspace::changed, this, &MapPicture::classify); // asking for another index comes after it
    connect(&workspace, &Workspace::changed, this, &MapPicture::follow);
    connect(&layers, &LayerList::contentChanged, this, &MapPicture::followTheme);
    connect(&layers, &LayerList::contentChanged, this, &MapPicture::follow);
    connect(&layers, &LayerList::incidentsToggled, this, &MapPicture::askForIndex);
    connect(&layers, &LayerList::incidentStyleChanged, this, [this] {
        const gis::IncidentStyle before = m_content.incidentStyle;
        const gis::IncidentStyle style = m_layers.incidentStyle();
        if (style.by != before.by || style.classes != before.classes || style.others != before.others) {
            classify();
            askForIndex();
        }
        follow();
    });
    connect(&layers, &LayerList::mapCrsChanged, this, [this] {
        makeTransform();
        askForIndex();
        emit mapCrsChanged();
    });
    m_lampTimer.setInterval(LampIntervalMs);
    connect(&m_lampTimer, &QTimer::timeout, this, [this] {
        classify();
        askForIndex();
    });
    m_lampTimer.start();
    makeTransform();
    classify();
    followTheme();
    askForIndex();
    follow();
}

MapPicture::~MapPicture() = default;

std::shared_ptr<const gis::Ground> MapPicture::ground() const { return m_renderer->latest(); }

bool MapPicture::isIdle() const { return !m_workspace.isFiltering() && m_renderer->isIdle() && m_indexer->isIdle() && m_answered == m_asked; }

void MapPicture::tellFaults() {
    if (const auto ground = m_renderer->latest(); ground && ground->isComplete)
        m_layers.setDrawingFaults(*ground->content, ground->notes);
}

void MapPicture::prepare(const gis::MapView& view) {
    if (m_content.ground)
        m_renderer->request(m_content.ground, view);
}

void MapPicture::makeTransform() {
    m_toMap.reset();
    if (auto transform = gis::Transform::between(gis::Crs::cgcs2000(), m_layers.mapCrs()))
        m_toMap = std::move(*transform);
}

/// Cases change their classes: with a step, with time, with another style.
void MapPicture::classify() {
    ++m_revision;
    m_asOf = core::now();
}

void MapPicture::followTheme() {
    const gis::ThemeVariant variant = m_layers.theme().variant();
    if (m_palette && m_palette->variant() == variant)
        return;
    auto palette = gis::SymbolPalette::load(variant);
    if (!palette)
        m_workspace.notifyFault(palette.error());
    m_palette = palette ? std::move(*palette) : gis::SymbolPalette();
    classify();
    askForIndex();
}

void MapPicture::askForIndex() {
    if (m_workspace.district() == nullptr || !m_layers.showsIncidents() || !m_palette) {
        m_content.incidents = nullptr;
        m_indexedFacts = nullptr;
        m_answered = m_asked;
        follow();
        return;
    }
    ++m_asked;
    m_indexer->request({.facts = m_workspace.filteredFacts(),
                       .shown = m_workspace.filteredRows(),
                       .categories = m_workspace.district()->categorySnapshot(),
                       .sources = m_workspace.district()->sources(),
                       .mapCrs = m_layers.mapCrs(),
                       .style = m_layers.incidentStyle(),
                       .palette = *m_palette,
                       .asOf = m_asOf,
                       .revision = m_revision,
                       .number = m_asked});
}

void MapPicture::takeIndex(std::shared_ptr<const core::CaseFacts> facts, std::shared_ptr<const gis::IncidentIndex> index,
                           std::shared_ptr<const IncidentClassifier> classifier, std::size_t number) {
    m_answered = number;
    if (m_workspace.district() == nullptr || !m_layers.showsIncidents())
        return;
    m_content.incidents = std::move(index);
    m_indexedFacts = std::move(facts);
    m_content.symbols = classifier->symbols();
    m_classifier = std::move(classifier);
    m_layers.setIncidentSymbols(m_content.symbols);
    follow();
}

void MapPicture::follow() {
    m_content.ground = m_layers.ground();
    m_content.incidentStyle = m_layers.incidentStyle();
    m_content.selectedAreas.clear();
    if (const core::AreaId area = m_workspace.selectedArea(); !area.isNull())
        m_content.selectedAreas.push_back(area);
    m_content.selectedIncidents.clear();
    if (m_workspace.district() != nullptr && m_toMap && m_layers.showsIncidents()) {
        const core::CaseFacts& facts = *m_workspace.facts();
        const auto& selected = m_workspace.selectedCases();
        for (std::size_t i = 0; i < selected.size() && i < MostSelectedShown; ++i) {
            const auto row = facts.rowOf(selected[i]);
            if (!row || !facts[*row].hasPlace())
                continue;
            const core::CaseFact& fact = facts[*row];
            if (const auto point = toMap(core::GeoPoint{fact.longitude, fact.latitude}))
                m_content.selectedIncidents.push_back({*point, m_classifier ? m_classifier->of(fact, m_asOf) : gis::lampLook(fact.lampAt(m_asOf))});
        }
    }
    emit changed();
}

std::vector<core::CaseId> MapPicture::casesNear(gis::MapPoint point, double tolerance, std::size_t limit) const {
    std::vector<core::CaseId> cases;
    if (m_content.incidents)
        for (const std::uint32_t row : m_content.incidents->near(point, tolerance, limit))
            cases.push_back((*m_indexedFacts)[row].id);
    return cases;
}

std::optional<MapPicture::Group> MapPicture::groupAt(QPointF screen, const gis::MapView& view) const {
    if (!m_content.incidents || m_content.incidentStyle.drawing != gis::IncidentDrawing::Clusters)
        return std::nullopt;
    const gis::IncidentIndex& index = *m_content.incidents;
    const auto circle = gis::circleAt(gis::clusterCircles(index, m_content.incidentStyle, view), screen);
    if (!circle || circle->cluster.count() < 2)
        return std::nullopt;
    constexpr double OnePlace = 1; // metres: closer ones cannot be told apart at any scale that is used
    Group group{circle->cluster.count(), index.extentOf(circle->cluster), {}};
    if (std::max(group.extent.width(), group.extent.height()) * view.metresPerUnit < OnePlace)
        for (const std::uint32_t row : index.rowsOf(circle->cluster, group.count))
            group.cases.push_back((*m_indexedFacts)[row].id);
    return group;
}

std::vector<core::CaseId> MapPicture::casesWithin(const gis::Box& box) const {
    std::vector<core::CaseId> cases;
    if (m_content.incidents)
        for (const std::uint32_t row : m_content.incidents->within(box))
            cases.push_back((*m_indexedFacts)[row].id);
    return cases;
}

std::optional<gis::MapPoint> MapPicture::toMap(core::GeoPoint place) const {
    if (!m_toMap)
        return std::nullopt;
    const auto point = m_toMap->forward(gis::toMapPoint(place));
    return point ? std::optional(*point) : std::nullopt;
}

std::optional<core::GeoPoint> MapPicture::toGeo(gis::MapPoint point) const {
    if (!m_toMap)
        return std::nullopt;
    const auto place = m_toMap->inverse(point);
    return place ? std::optional(gis::toGeoPoint(*place)) : std::nullopt;
}

gis::Box MapPicture::toMap(const core::GeoBox& box) const {
    gis::Box result;
    if (box.isEmpty())
        return result;
    for (const double longitude : {box.minLongitude, (box.minLongitude + box.maxLongitude) / 2, box.maxLongitude})
        for (const double latitude : {box.minLatitude, (box.minLatitude + box.maxLatitude) / 2, box.maxLatitude})
            if (const auto point = toMap(core::GeoPoint{longitude, latitude}))
                result.include(point->x, point->y);
    return result;
}

} // namespace gridwarden::app
