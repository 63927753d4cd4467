// SPDX-License-Identifier: GPL-3.0-or-later
// What is done to the list of layers, each kept with the district as one change.
#include "app/map/layer_list.h"
#include "app/map/layer_visibility.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

void LayerList::store(const core::Message& label) {
    if (!m_workspace.canWrite())
        return; // kept until the district is closed
    const std::string document = layersToJson(m_entries, m_workspace.district()->path().parent_path()).dump();
    m_storing = true;
    m_workspace.change(label, [&](core::Change& change) { return core::saveSetting(change, "layers", document); });
    m_storing = false;
}

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
    std::vector<LayerEntry> entries;
    for (gis::LayerSource& source : sources)
        entries.push_back({.role = LayerRole::Source, .source = std::move(source)});
    insert(std::move(entries));
}

void LayerList::addService(const QString& name, const gis::TileService& service) {
    insert({{.role = LayerRole::Source, .service = service, .name = name.toStdString()}});
}

void LayerList::insert(std::vector<LayerEntry> entries) {
    if (entries.empty() || m_workspace.district() == nullptr)
        return;
    const auto place = std::find_if(m_entries.begin(), m_entries.end(), [](const LayerEntry& e) { return e.role == LayerRole::Source; });
    const int first = static_cast<int>(place - m_entries.begin());
    beginInsertRows({}, first, first + static_cast<int>(entries.size()) - 1);
    m_entries.insert(place, std::make_move_iterator(entries.begin()), std::make_move_iterator(entries.end()));
    endInsertRows();
    store({"layer-added", {titleOf(first).toStdString()}});
    rememberVisibility(m_entries, *m_workspace.district());
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

void LayerList::reload(const std::filesystem::path& path) {
    for (int row = 0; row < rowCount(); ++row) {
        LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
        if (entry.role != LayerRole::Source || entry.service || entry.source.path != path)
            continue;
        entry.state = LayerState::Waiting; // the former one is shown until then
        announce(row);
    }
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

void LayerList::setIncidentSymbols(std::shared_ptr<const gis::IncidentSymbols> symbols) {
    if (*symbols == *m_incidentSymbols)
        return;
    m_incidentSymbols = std::move(symbols);
    if (const int row = incidentsRow(); row >= 0)
        announce(row);
    emit incidentSymbolsChanged();
}

void LayerList::previewCounts(int row, std::optional<gis::CountClasses> counts) {
    LayerEntry& entry = m_entries[static_cast<std::size_t>(row)];
    if (entry.role != LayerRole::Areas || entry.counts == counts)
        return;
    entry.counts = std::move(counts);
    makeGround();
}

void LayerList::setCounts(int row, std::optional<gis::CountClasses> counts) {
    if (entry(row).role != LayerRole::Areas || entry(row).counts == counts)
        return;
    previewCounts(row, std::move(counts));
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

} // namespace gridwarden::app
