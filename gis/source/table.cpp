// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/table.h"

#include "core/base/text.h"
#include "gis/source/row_readers.h"

#include <algorithm>

namespace gridwarden::gis {

using core::fail;
using core::Result;

namespace {

/// A table whose names of columns stand below other rows.
class RowsBelow final : public RowReader {
public:
    static OpenedReader open(std::unique_ptr<RowReader> whole, std::size_t headerRow, const std::filesystem::path& path) {
        auto below = std::make_unique<RowsBelow>();
        below->m_headerRow = headerRow;
        std::vector<std::string> names;
        for (std::size_t row = 0; row < headerRow; ++row) {
            auto read = whole->next();
            if (!read)
                return fail(read);
            if (!*read)
                return fail(core::ErrorCode::BadInput, {"table-empty", {path.string()}}, path.string());
            names = std::move((*read)->values);
        }
        for (std::string& name : names)
            name = std::string(core::trimmed(name));
        names.resize(whole->fields.size());
        below->fields = distinctNames(std::move(names));
        below->encoding = whole->encoding;
        below->crs = whole->crs;
        below->hasGeometry = whole->hasGeometry;
        below->isBallpark = whole->isBallpark;
        if (whole->rowCount)
            below->rowCount = *whole->rowCount - std::min(*whole->rowCount, headerRow);
        below->m_whole = std::move(whole);
        return below;
    }
    Result<std::optional<Row>> next() override {
        auto row = m_whole->next();
        if (row && *row)
            (*row)->number -= m_headerRow;
        return row;
    }
    int progressPercent() const override { return m_whole->progressPercent(); }

private:
    std::unique_ptr<RowReader> m_whole;
    std::size_t m_headerRow = 0;
};

} // namespace

Result<Table> Table::open(const std::filesystem::path& path, const TableOptions& options) {
    auto reader = isDelimitedText(path) ? openDelimited(path, options)
                  : isJsonArray(path)   ? openJsonRows(path)
                                        : openLayer(path, options);
    if (reader && options.headerRow > 0 && !isDelimitedText(path) && !isJsonArray(path))
        reader = RowsBelow::open(std::move(*reader), options.headerRow, path);
    if (!reader)
        return fail(reader);
    return Table(std::move(*reader));
}

std::optional<std::size_t> Table::fieldIndex(std::string_view name) const {
    for (std::size_t i = 0; i < fields().size(); ++i)
        if (fields()[i] == name)
            return i;
    const std::string lower = core::lowered(name);
    for (std::size_t i = 0; i < fields().size(); ++i)
        if (core::lowered(fields()[i]) == lower)
            return i;
    return {};
}

} // namespace gridwarden::gis
