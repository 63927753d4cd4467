// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_source.h"

#include "core/base/text.h"
#include "gis/source/layer_info.h"
#include "gis/source/table.h"

#include <algorithm>

namespace gridwarden::app {

namespace {

using Words = std::vector<std::string_view>;

/// The first field called like one of the words, else the first that has one of them in its name.
std::string fieldLike(const std::vector<std::string>& fields, const Words& words) {
    for (const std::string_view word : words)
        for (const std::string& field : fields)
            if (core::lowered(field) == word)
                return field;
    for (const std::string_view word : words)
        if (word.size() > 3)
            for (const std::string& field : fields)
                if (core::lowered(field).find(word) != std::string::npos)
                    return field;
    return {};
}

} // namespace

core::Result<AreaSource> readAreaSource(const std::filesystem::path& path, const gis::AreaImportOptions& options, const gis::GoOn& goOn) {
    const auto info = gis::describe(path, goOn);
    if (!info)
        return core::fail(info);
    AreaSource source;
    for (const gis::LayerInfo& layer : info->layers)
        if (layer.kind == gis::LayerKind::Vector)
            source.layers.push_back(layer.name);
    if (source.layers.empty())
        return core::fail(core::ErrorCode::BadInput, {"layer-no-shapes", {path.filename().string()}});
    source.layer = options.layer.empty() ? source.layers.front() : options.layer;
    source.problems = info->problems;

    gis::TableOptions reading;
    reading.layer = source.layer;
    reading.encoding = options.encoding;
    reading.crs = options.crs;
    reading.goOn = goOn;
    auto table = gis::Table::open(path, reading);
    if (!table)
        return core::fail(table);
    source.fields = table->fields();
    source.crs = table->crsName();
    source.encoding = table->encodingUsed();
    source.rowCount = table->rowCount();
    while (source.rows.size() < PreviewRows) {
        auto row = table->next();
        if (!row)
            return core::fail(row);
        if (!*row)
            break;
        source.rows.push_back((*row)->values);
    }
    return source;
}

gis::AreaImportOptions guessAreaFields(const std::filesystem::path& path, const AreaSource& source) {
    gis::AreaImportOptions guess;
    guess.layer = source.layer;
    guess.codeField = fieldLike(source.fields, {"code", "编码", "编号", "代码", "gridcode", "grid_code", "bgcode", "bm", "dm", "wgbm", "adcode", "id"});
    guess.nameField = fieldLike(source.fields, {"name", "名称", "mc", "wgmc", "gridname", "grid_name"});
    guess.parentField = fieldLike(source.fields, {"parent", "parent_code", "上级编码", "所属编码", "上级", "所属"});
    guess.gradeField = fieldLike(source.fields, {"grade", "等级", "道路等级", "管控等级", "highway"});
    guess.from = fieldLike(source.fields, {"valid_from", "from", "start", "first_day", "启用日期", "生效日期", "开始日期"});
    guess.to = fieldLike(source.fields, {"valid_to", "to", "end", "last_day", "停用日期", "失效日期", "结束日期"});
    if (guess.nameField == guess.codeField)
        guess.nameField.clear();
    const std::pair<core::AreaKind, Words> kinds[] = {{core::AreaKind::Evaluation, {"evaluation", "评价网格"}},
                                                      {core::AreaKind::Management, {"management", "管理网格"}},
                                                      {core::AreaKind::Cell, {"cell", "单元网格"}},
                                                      {core::AreaKind::Grid, {"grid", "责任网格", "网格"}},
                                                      {core::AreaKind::Community, {"community", "communities", "社区", "village"}},
                                                      {core::AreaKind::Street, {"street", "town", "街道", "街镇", "乡镇"}},
                                                      {core::AreaKind::Zone, {"zone", "片区"}},
                                                      {core::AreaKind::Road, {"road", "路段", "道路"}},
                                                      {core::AreaKind::District, {"district", "辖区", "county"}}};
    const std::string called = core::lowered(source.layer + ' ' + path.stem().string());
    for (const auto& [kind, words] : kinds)
        if (std::any_of(words.begin(), words.end(), [&](std::string_view word) { return called.find(word) != std::string::npos; })) {
            guess.kind = kind;
            break;
        }
    return guess;
}

} // namespace gridwarden::app
