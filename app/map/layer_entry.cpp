// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/layer_entry.h"

#include "core/base/resources.h"

#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr std::string_view ResourcePrefix = "resource:";

/// `path` as seen from `folder` when it lies in it.
std::optional<std::string> below(const fs::path& path, const fs::path& folder) {
    const fs::path relative = path.lexically_normal().lexically_relative(folder.lexically_normal());
    if (relative.empty() || relative.is_absolute() || *relative.begin() == "..")
        return std::nullopt;
    return relative.generic_string();
}

std::string textOf(const json& line, const char* member) {
    const auto found = line.find(member);
    return found != line.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

std::string storedPath(const fs::path& path, const fs::path& districtFolder) {
    if (const auto shipped = below(path, core::resourceFolder()))
        return std::string(ResourcePrefix) + *shipped;
    if (const auto beside = below(path, districtFolder))
        return *beside;
    return path.string();
}

fs::path usablePath(const std::string& stored, const fs::path& districtFolder) {
    if (stored.starts_with(ResourcePrefix))
        return core::resourceFolder() / stored.substr(ResourcePrefix.size());
    const fs::path path(stored);
    return path.is_absolute() ? path : districtFolder / path;
}

json layersToJson(const std::vector<LayerEntry>& entries, const fs::path& districtFolder) {
    json all = json::array();
    for (const LayerEntry& entry : entries) {
        json line = {{"visible", entry.isVisible}};
        switch (entry.role) {
        case LayerRole::Incidents:
            line["role"] = "incidents";
            if (entry.incidentStyle != gis::IncidentStyle())
                line["style"] = gis::toJson(entry.incidentStyle);
            break;
        case LayerRole::Areas:
            line["role"] = "areas";
            line["kind"] = core::areaKindKey(entry.areaKind);
            if (entry.counts)
                line["counts"] = gis::toJson(*entry.counts);
            break;
        case LayerRole::Source: {
            line["role"] = "source";
            if (entry.service)
                line["service"] = gis::toJson(*entry.service);
            else
                line["path"] = storedPath(entry.source.path, districtFolder);
            const auto put = [&line](const char* member, const std::string& value) {
                if (!value.empty())
                    line[member] = value;
            };
            put("layer", entry.source.layer);
            put("name", entry.name);
            put("encoding", entry.source.encoding);
            put("crs", entry.source.crs);
            if (!entry.source.fields.empty())
                line["fields"] = entry.source.fields;
            break;
        }
        }
        if (entry.style && entry.role != LayerRole::Incidents)
            line["style"] = gis::toJson(*entry.style);
        all.push_back(std::move(line));
    }
    return all;
}

std::vector<LayerEntry> layersFromJson(const json& document, const fs::path& districtFolder) {
    std::vector<LayerEntry> entries;
    if (!document.is_array())
        return entries;
    for (const json& line : document) {
        if (!line.is_object())
            continue;
        LayerEntry entry;
        const std::string role = textOf(line, "role");
        if (role == "incidents") {
            entry.role = LayerRole::Incidents;
        } else if (role == "areas") {
            const auto kind = core::areaKindFromKey(textOf(line, "kind"));
            if (!kind)
                continue;
            entry.role = LayerRole::Areas;
            entry.areaKind = *kind;
            if (const auto counts = line.find("counts"); counts != line.end())
                if (auto read = gis::countClassesFromJson(*counts))
                    entry.counts = std::move(*read);
        } else if (role == "source" && line.contains("service")) {
            entry.service = gis::tileServiceFromJson(line["service"]);
            entry.name = textOf(line, "name");
            if (!entry.service)
                continue;
        } else if (role == "source" && !textOf(line, "path").empty()) {
            entry.source.path = usablePath(textOf(line, "path"), districtFolder);
            entry.source.layer = textOf(line, "layer");
            entry.source.encoding = textOf(line, "encoding");
            entry.source.crs = textOf(line, "crs");
            entry.name = textOf(line, "name");
            if (const auto fields = line.find("fields"); fields != line.end() && fields->is_array())
                for (const json& field : *fields)
                    if (field.is_string())
                        entry.source.fields.push_back(field.get<std::string>());
        } else {
            continue;
        }
        if (const auto visible = line.find("visible"); visible != line.end() && visible->is_boolean())
            entry.isVisible = visible->get<bool>();
        if (const auto style = line.find("style"); style != line.end()) {
            if (entry.role == LayerRole::Incidents)
                entry.incidentStyle = gis::incidentStyleFromJson(*style).value_or(gis::IncidentStyle());
            else if (auto read = gis::styleFromJson(*style))
                entry.style = std::move(*read);
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace gridwarden::app
