// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/interrupt.h"
#include "app/cli/output.h"
#include "app/cli/verbs.h"
#include "app/demo/demo_district.h"
#include "core/store/migration.h"
#include "gis/crs/crs.h"
#include "gis/source/layer_info.h"

#include <fmt/format.h>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

int printDistrict(const District& district, bool json) {
    if (json)
        printJson({{"path", district.path().string()}, {"name", district.name()}, {"timezone", district.timeZone().name()},
                   {"areas", district.areas().all().size()}});
    else
        printLine(district.path().string());
    return ExitDone;
}

Json layerDocument(const gis::LayerInfo& layer) {
    constexpr const char* Kinds[] = {"vector", "raster", "table"};
    Json document = {{"name", layer.name}, {"kind", Kinds[static_cast<int>(layer.kind)]}, {"geometry", layer.geometryType}};
    document["count"] = layer.featureCount ? Json(*layer.featureCount) : Json();
    document["crs"] = layer.crs.empty() ? Json() : Json(layer.crs);
    document["extent"] = layer.extent ? Json{layer.extent->minX, layer.extent->minY, layer.extent->maxX, layer.extent->maxY} : Json();
    document["extent_degrees"] = layer.geoExtent ? Json{layer.geoExtent->minLongitude, layer.geoExtent->minLatitude,
                                                        layer.geoExtent->maxLongitude, layer.geoExtent->maxLatitude}
                                                 : Json();
    document["fields"] = Json::array();
    for (const gis::LayerField& field : layer.fields)
        document["fields"].push_back({{"name", field.name}, {"type", field.type}});
    if (layer.kind == gis::LayerKind::Raster)
        document["raster"] = {{"width", layer.width}, {"height", layer.height}, {"bands", layer.bands}};
    return document;
}

int describeLayers(const std::string& source, bool json) {
    const auto info = gis::describe(source);
    if (!info)
        return printFault(info.error());
    if (json) {
        Json document = {{"path", source}, {"driver", info->driver}, {"encoding", info->encoding}, {"layers", Json::array()}, {"problems", Json::array()}};
        for (const gis::LayerInfo& layer : info->layers)
            document["layers"].push_back(layerDocument(layer));
        for (const Message& problem : info->problems)
            document["problems"].push_back(sentence(problem));
        printJson(document);
        return ExitDone;
    }
    printLine(source + "  " + info->driver + (info->encoding.empty() ? "" : "  " + info->encoding));
    for (const gis::LayerInfo& layer : info->layers) {
        const std::string size = layer.kind == gis::LayerKind::Raster ? fmt::format("{}×{}×{}", layer.width, layer.height, layer.bands)
                                 : layer.featureCount                 ? std::to_string(*layer.featureCount)
                                                                      : "?";
        printLine(fmt::format("{}: {} {} {}", layer.name, size, layer.geometryType, layer.crs));
        for (const gis::LayerField& field : layer.fields)
            printLine(fmt::format("  {} ({})", field.name, field.type));
    }
    for (const Message& problem : info->problems)
        printNote(sentence(problem));
    return ExitDone;
}

int migrateDistrict(const std::string& path, const CommonOptions& common) {
    Actor actor = District::systemActor();
    if (!common.actor.empty()) {
        const auto before = District::open(path, OpenMode::ReadOnly);
        if (!before)
            return printFault(before.error());
        auto named = (*before)->actorNamed(common.actor);
        if (!named)
            return printFault(named.error());
        actor = std::move(*named);
    }
    const auto done = migrate(path, actor);
    if (!done)
        return printFault(done.error());
    if (common.json)
        printJson({{"from", done->from}, {"to", done->to}, {"backup", done->copy.empty() ? Json() : Json(done->copy.string())}});
    else
        printLine(done->copy.empty() ? fmt::format("schema {}", done->to) : fmt::format("schema {} -> {}\nbackup: {}", done->from, done->to, done->copy.string()));
    return ExitDone;
}

} // namespace

void addDistrictVerbs(CLI::App& app, Command& command) {
    {
        struct Options {
            std::string path;
            NewDistrict district;
        };
        const auto options = std::make_shared<Options>();
        CLI::App* verb = addVerb(app, command, "new", "Make an empty district", "gridwarden new D.gpkg --name 鹿城区");
        verb->add_option("district", options->path, "The file to make")->required();
        verb->add_option("--name", options->district.name, "Name of the district")->required();
        verb->add_option("--timezone", options->district.timeZone, "IANA time zone")->capture_default_str();
        verb->add_option("--map-crs", options->district.mapCrs, "Plane of the map, EPSG:n; by default that of its first area");
        verb->callback([options, &command] {
            command.run = [options, &command] {
                if (!options->district.mapCrs.empty())
                    if (const auto crs = gis::Crs::parse(options->district.mapCrs); !crs)
                        return printFault(crs.error());
                const auto district = District::create(options->path, options->district);
                return district ? printDistrict(**district, command.common.json) : printFault(district.error());
            };
        });
    }
    {
        const auto path = std::make_shared<std::string>();
        CLI::App* verb = addVerb(app, command, "demo", "Make the demo district", "gridwarden demo demo.gpkg");
        verb->add_option("district", *path, "The file to make")->required();
        verb->callback([path, &command] {
            command.run = [path, &command] {
                const Interrupt interrupt;
                const auto district = makeDemoDistrict(*path, goesOn);
                return district ? printDistrict(**district, command.common.json) : printFault(district.error());
            };
        });
    }
    {
        const auto source = std::make_shared<std::string>();
        CLI::App* verb = addVerb(app, command, "layers", "Say what a source holds: layers, fields, counts, CRS, encoding", "gridwarden layers grids.geojson --json");
        verb->add_option("source", *source, "A file or folder")->required();
        verb->callback([source, &command] { command.run = [source, &command] { return describeLayers(*source, command.common.json); }; });
    }
    {
        const auto path = std::make_shared<std::string>();
        CLI::App* verb = addVerb(app, command, "migrate", "Bring an older district to the current schema, after a backup", "gridwarden migrate D.gpkg");
        verb->add_option("district", *path, "The district")->required();
        verb->callback([path, &command] { command.run = [path, &command] { return migrateDistrict(*path, command.common); }; });
    }
}

} // namespace gridwarden::app
