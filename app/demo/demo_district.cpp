// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo/demo_district.h"

#include "app/demo/demo_cases.h"
#include "core/base/resources.h"
#include "core/district/people.h"
#include "gis/source/area_import.h"

#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

using namespace core;
using Json = nlohmann::json;
namespace fs = std::filesystem;

constexpr const char* Name = "示例区（演示数据）";

struct AreaFile {
    const char* file;
    AreaKind kind;
    AreaKind parent;
};
constexpr AreaFile AreaFiles[] = {{"district.geojson", AreaKind::District, AreaKind::District},   {"zones.geojson", AreaKind::Zone, AreaKind::District},
                                  {"streets.geojson", AreaKind::Street, AreaKind::District},      {"communities.geojson", AreaKind::Community, AreaKind::Street},
                                  {"grids.geojson", AreaKind::Grid, AreaKind::Zone},              {"cells.geojson", AreaKind::Cell, AreaKind::Community}};

Result<void> importAreaFiles(District& district, const Actor& actor, const fs::path& folder) {
    for (const AreaFile& file : AreaFiles) {
        gis::AreaImportOptions options;
        options.kind = file.kind;
        options.codeField = "code";
        options.nameField = "name";
        options.from = "valid_from";
        if (file.kind != AreaKind::District) {
            options.parentField = "parent";
            options.parentKind = file.parent;
        }
        const auto report = gis::importAreas(district, actor, folder / file.file, options);
        if (!report)
            return fail(report);
        if (report->rejected > 0)
            return fail(ErrorCode::BadInput, report->problems.front().reason, file.file);
    }
    return {};
}

std::string textOf(const Json& object, const char* key) {
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::optional<Day> dayOf(const Json& object, const char* key) {
    const auto day = parseDay(textOf(object, key));
    return day ? std::optional(*day) : std::nullopt;
}

/// "07:30" → 450.
int minuteOf(const Json& object, const char* key) {
    const std::string text = textOf(object, key);
    return text.size() == 5 ? std::atoi(text.substr(0, 2).c_str()) * 60 + std::atoi(text.substr(3).c_str()) : 0;
}

Result<void> writePeople(District& district, Change& change, const Json& document) {
    std::map<std::string, OrganisationId> organisations;
    for (const Json& entry : document.at("organisations")) {
        const auto parent = organisations.find(textOf(entry, "parent"));
        const auto id = saveOrganisation(change, {OrganisationId(), textOf(entry, "code"), textOf(entry, "name"), textOf(entry, "kind"),
                                                  parent == organisations.end() ? OrganisationId() : parent->second, {}, true});
        if (!id)
            return fail(id);
        organisations.emplace(textOf(entry, "code"), *id);
    }
    std::map<std::string, PersonId> people;
    for (const Json& entry : document.at("people")) {
        const auto organisation = organisations.find(textOf(entry, "organisation"));
        const auto id = savePerson(change, {PersonId(), textOf(entry, "code"), textOf(entry, "name"),
                                            organisation == organisations.end() ? OrganisationId() : organisation->second,
                                            entry.at("roles").get<std::vector<std::string>>(), {}, true});
        if (!id)
            return fail(id);
        people.emplace(textOf(entry, "code"), *id);
    }
    for (const Json& entry : document.at("duties")) {
        const auto kind = areaKindFromKey(textOf(entry, "kind"));
        const Area* area = kind ? district.areas().find(*kind, textOf(entry, "area")) : nullptr;
        const auto person = people.find(textOf(entry, "person"));
        if (area == nullptr || person == people.end())
            return fail(ErrorCode::BadInput, {"duty-incomplete", {}}, "people.json: " + entry.dump());
        Duty duty{DutyId(), area->id, person->second, textOf(entry, "responsibility"), dayOf(entry, "from"), dayOf(entry, "to"), 0,
                  minuteOf(entry, "start"), minuteOf(entry, "end"), {}, {}};
        for (const Json& weekday : entry.at("weekdays"))
            duty.weekdays |= 1 << (weekday.get<int>() - 1);
        if (auto id = saveDuty(change, duty); !id)
            return fail(id);
    }
    return {};
}

/// The base map's layers, top first, as the list of layers keeps them.
std::string layersSetting() {
    Json layers = Json::array({{{"role", "incidents"}, {"visible", true}}});
    const auto add = [&](AreaKind kind, bool visible) {
        layers.push_back({{"role", "areas"}, {"kind", areaKindKey(kind)}, {"visible", visible}});
    };
    add(AreaKind::Grid, true);
    add(AreaKind::Zone, false);
    add(AreaKind::Street, false);
    add(AreaKind::Community, false);
    add(AreaKind::Cell, false);
    add(AreaKind::District, true);
    constexpr std::pair<const char*, const char*> BaseLayers[] = {{"places", "地名"},    {"pois", "兴趣点"}, {"roads", "道路"},
                                                                  {"buildings", "建筑"}, {"green", "绿地"},  {"water", "水系"}};
    for (const auto& [layer, name] : BaseLayers)
        layers.push_back({{"role", "source"}, {"path", "resource:demo/base.gpkg"}, {"layer", layer}, {"name", name}, {"visible", true}});
    return layers.dump();
}

Result<void> fill(District& district, const std::function<bool(double)>& progress) {
    const fs::path folder = resourceFolder() / "demo";
    const auto people = readJsonResource("demo/people.json");
    if (!people)
        return fail(people);
    const Actor actor = District::systemActor();
    constexpr double ShareOfAreas = 0.2;
    if (auto areas = importAreaFiles(district, actor, folder); !areas)
        return areas;
    if (progress && !progress(ShareOfAreas))
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    auto done = district.fillNew({"demo-people", {}}, actor, [&](Change& change) -> Result<void> {
        if (auto kept = saveSetting(change, "layers", layersSetting()); !kept)
            return kept;
        return writePeople(district, change, *people);
    });
    if (done)
        done = district.fillNew({"demo-cases", {}}, actor, [&](Change& change) {
            return writeDemoCases(district, change, folder / "incidents.csv",
                                  [&](double share) { return !progress || progress(ShareOfAreas + (1 - ShareOfAreas) * share); });
        });
    if (!done)
        return fail(done);
    return {};
}

} // namespace

Result<std::unique_ptr<District>> makeDemoDistrict(const fs::path& path, const std::function<bool(double)>& progress) {
    return District::create(path, {Name, "Asia/Shanghai", {}}, [&](District& district) { return fill(district, progress); });
}

} // namespace gridwarden::app
