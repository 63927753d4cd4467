// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/layer_info.h"

#include "gis/process/reader_process.h"
#include "gis/source/row_readers.h"
#include "gis/source/table_wire.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

Result<SourceInfo> describeTable(const std::filesystem::path& path, std::string format, const GoOn& goOn) {
    SourceInfo info;
    info.path = path;
    info.driver = std::move(format);
    auto table = Table::open(path, {.layer = {}, .encoding = {}, .crs = {}, .goOn = goOn});
    if (!table)
        return fail(table);
    info.encoding = table->encodingUsed();
    LayerInfo layer;
    layer.name = path.stem().string();
    for (const std::string& field : table->fields())
        layer.fields.push_back({field, "text"});
    std::int64_t rows = 0;
    std::vector<std::pair<std::string, int>> badRows;
    constexpr std::int64_t RowsBetweenLooks = 1'000;
    while (true) {
        if (goOn && rows % RowsBetweenLooks == 0 && !goOn())
            return fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        const auto row = table->next();
        if (!row)
            return fail(row);
        if (!*row)
            break;
        ++rows;
        if ((*row)->problem.empty())
            continue;
        const auto known =
            std::find_if(badRows.begin(), badRows.end(), [&](const auto& bad) { return bad.first == (*row)->problem; });
        if (known == badRows.end())
            badRows.emplace_back((*row)->problem, 1);
        else
            ++known->second;
    }
    for (const auto& [problem, count] : badRows)
        info.problems.push_back({"rows-unusable", {problem, std::to_string(count)}});
    layer.featureCount = rows;
    info.layers.push_back(std::move(layer));
    return info;
}

} // namespace

Result<SourceInfo> describe(const std::filesystem::path& path, const GoOn& goOn) {
    if (isDelimitedText(path))
        return describeTable(path, "CSV", goOn);
    if (isJsonArray(path))
        return describeTable(path, "JSON", goOn);

    auto reader = ReaderProcess::start(path);
    if (!reader)
        return fail(reader);
    WireWriter question;
    question.put(path.string());
    if (auto asked = reader->send(FrameKind::Describe, question.bytes()); !asked)
        return fail(asked);
    const auto answer = reader->receive(goOn);
    if (!answer)
        return fail(answer);
    WireReader wire(answer->bytes);
    SourceInfo info = readSourceInfo(wire);
    if (!wire.isGood())
        return fail(core::ErrorCode::BadInput, {"source-unreadable", {path.string()}}, path.string());
    info.path = path;
    return info;
}

} // namespace gridwarden::gis
