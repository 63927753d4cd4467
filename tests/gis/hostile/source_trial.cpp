// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/hostile/source_trial.h"

#include "core/district.h"
#include "gis/draw/frame.h"
#include "gis/source/area_import.h"
#include "gis/source/case_import.h"
#include "gis/source/layer_info.h"
#include "gis/source/table.h"
#include "tests/support/scratch_folder.h"

#include <chrono>
#include <functional>

namespace gridwarden::test {

using namespace gridwarden::gis;

namespace {

constexpr std::size_t MostLayersTried = 6;

class Trial {
public:
    explicit Trial(std::filesystem::path path) : m_path(std::move(path)) {}

    std::vector<TrialStep> run() {
        std::vector<std::string> layers = {""};
        step("describe", [&]() -> std::string {
            const auto info = describe(m_path);
            if (!info)
                return said(info.error());
            for (const LayerInfo& layer : info->layers)
                if (layer.kind == LayerKind::Vector && layers.size() < MostLayersTried)
                    layers.push_back(layer.name);
            return info->problems.empty() ? "whole" : partial(info->problems.front());
        });
        for (const std::string& layer : layers)
            tryLayer(layer);
        std::vector<std::string> fields;
        step("table", [&] { return readTable(fields); });
        const auto made = core::District::create(m_folder / "d.gpkg", {"测试区", "Asia/Shanghai", ""});
        if (!made)
            return std::move(m_steps);
        core::District& district = **made;
        const core::Actor actor{"tester", core::PersonId()};
        step("areas", [&]() -> std::string {
            AreaImportOptions options;
            options.codeField = fields.empty() ? "code" : fields.front();
            const auto report = importAreas(district, actor, m_path, options);
            return !report ? said(report.error()) : report->problems.empty() ? "whole" : partial(report->problems.front().reason);
        });
        step("cases", [&]() -> std::string {
            CaseImportOptions options;
            options.mapping = guessMapping(fields);
            options.mapping[CaseTarget::Reported] = {{}, "2026-03-02 09:00"};
            options.timeFormat = "%Y-%m-%d %H:%M";
            const auto preview = previewCases(district, m_path, options, 20);
            if (!preview)
                return said(preview.error());
            const auto report = importCases(district, actor, m_path, options);
            return !report ? said(report.error()) : report->problems.empty() ? "whole" : partial(report->problems.front().reason);
        });
        return std::move(m_steps);
    }

private:
    static std::string said(const core::Error& error) {
        return error.what.key.empty() ? "error without a message" : "error: " + error.what.key;
    }
    static std::string partial(const core::Message& message) { return "partial: " + message.key; }

    void step(const char* name, const std::function<std::string()>& work) {
        const auto begin = std::chrono::steady_clock::now();
        std::string outcome = work();
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begin;
        m_steps.push_back({name, std::move(outcome), took.count()});
    }

    void tryLayer(const std::string& name) {
        const Crs crs = Crs::parse("EPSG:4549").value();
        LayerSource source;
        source.path = m_path;
        source.layer = name;
        std::optional<MapLayer> layer;
        step("layer", [&]() -> std::string {
            auto loaded = loadLayer(source, crs);
            if (!loaded)
                return said(loaded.error());
            layer = std::move(*loaded);
            return notesOf(*layer).empty() ? "whole" : partial(notesOf(*layer).front());
        });
        if (!layer)
            return;
        if (const auto* shapes = std::get_if<std::shared_ptr<const VectorLayer>>(&*layer))
            step("identify", [&]() -> std::string {
                const auto count = static_cast<std::uint32_t>((*shapes)->shapes().size());
                for (const std::uint32_t shape : {0U, count / 2, count - 1})
                    if (const auto attributes = (*shapes)->attributes(shape); !attributes)
                        return said(attributes.error());
                return "whole";
            });
        auto content = std::make_shared<GroundContent>();
        content->theme = MapTheme::load(ThemeVariant::Light).value();
        content->layers.push_back({*layer, content->theme.styleFor(traitsOf(*layer)), true});
        MapView view;
        view.size = {1280, 800};
        const MapView whole = view.fittedTo(extentOf(*layer));
        const MapView middle = whole.zoomedAbout({640, 400}, 64);
        for (const MapView& each : {whole, middle, whole.zoomedAbout({640, 400}, 1e12), whole.zoomedAbout({640, 400}, 1e-12)})
            step("draw", [&]() -> std::string {
                const Ground ground = renderGround(content, each);
                if (ground.tiles.empty())
                    return "error without a message";
                return ground.notes.empty() ? "whole" : partial(ground.notes.front().what);
            });
    }

    std::string readTable(std::vector<std::string>& fields) {
        auto table = Table::open(m_path);
        if (!table)
            return said(table.error());
        fields = table->fields();
        std::string problem;
        while (true) {
            const auto row = table->next();
            if (!row)
                return said(row.error());
            if (!*row)
                return problem.empty() ? "whole" : "partial: " + problem;
            if (problem.empty())
                problem = (*row)->problem;
        }
    }

    std::filesystem::path m_path;
    ScratchFolder m_folder;
    std::vector<TrialStep> m_steps;
};

} // namespace

std::vector<TrialStep> tryEverything(const std::filesystem::path& path) {
    return Trial(path).run();
}

} // namespace gridwarden::test
