// SPDX-License-Identifier: GPL-3.0-or-later
// Rows from a JSON array of objects, as open-data portals and platforms export them.
#include "core/base/text.h"
#include "gis/source/byte_source.h"
#include "gis/source/row_readers.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <unordered_map>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;
using nlohmann::json;

namespace {

constexpr int DeepestNesting = 32;
constexpr std::size_t MostBytes = std::size_t{384} << 20;

struct StoredRow {
    std::vector<std::pair<std::size_t, std::string>> values; // field and text
    std::string problem;
};

class JsonReader final : public RowReader {
public:
    JsonReader() { encoding = "UTF-8"; }

    /// The rows and their fields have grown beyond what is kept in memory.
    bool isTooLarge() const { return m_bytes > MostBytes || fields.size() > MostFields; }

    void addRow(const json& value, bool isTooDeep) {
        StoredRow row;
        if (isTooDeep)
            row.problem = "row-too-deep";
        else if (!value.is_object())
            row.problem = "row-not-object";
        else
            flatten(value, "", row);
        m_bytes += sizeof(StoredRow) + row.values.size() * sizeof row.values.front();
        for (const auto& [field, text] : row.values)
            m_bytes += text.size();
        m_rows.push_back(std::move(row));
        rowCount = m_rows.size();
    }

    Result<std::optional<Row>> next() override {
        if (m_at == m_rows.size())
            return std::optional<Row>();
        StoredRow& stored = m_rows[m_at++];
        Row row;
        row.number = m_at;
        row.problem = std::move(stored.problem);
        row.values.resize(fields.size());
        row.isNull.assign(fields.size(), true);
        for (auto& [field, text] : stored.values) {
            row.values[field] = std::move(text);
            row.isNull[field] = false;
        }
        stored = {};
        return row;
    }

    int progressPercent() const override { return m_rows.empty() ? 100 : static_cast<int>(m_at * 100 / m_rows.size()); }

private:
    std::size_t fieldOf(const std::string& name) {
        const auto [place, isNew] = m_places.try_emplace(name, fields.size());
        if (isNew)
            fields.push_back(name);
        return place->second;
    }

    void flatten(const json& object, const std::string& prefix, StoredRow& row) {
        for (const auto& [key, value] : object.items()) {
            const std::string name = prefix.empty() ? key : prefix + "." + key;
            if (value.is_object()) {
                flatten(value, name, row);
                continue;
            }
            const std::size_t field = fieldOf(name);
            if (value.is_string())
                row.values.emplace_back(field, value.get<std::string>());
            else if (value.is_number_float())
                row.values.emplace_back(field, fmt::format("{}", value.get<double>()));
            else if (!value.is_null())
                row.values.emplace_back(field, value.dump());
        }
    }

    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<StoredRow> m_rows;
    std::size_t m_at = 0;
    std::size_t m_bytes = 0;
};

} // namespace

bool isJsonArray(const std::filesystem::path& path) {
    std::filesystem::path name = path.filename();
    if (core::lowered(name.extension().string()) == ".gz")
        name = name.stem();
    if (core::lowered(name.extension().string()) != ".json")
        return false;
    auto source = ByteSource::open(path);
    if (!source)
        return false;
    std::string start(256, '\0');
    start.resize(source->read(start));
    if (start.starts_with("\xef\xbb\xbf"))
        start.erase(0, 3);
    const auto first = start.find_first_not_of(" \t\r\n");
    return first != std::string::npos && start[first] == '[';
}

OpenedReader openJsonRows(const std::filesystem::path& path) {
    auto source = ByteSource::open(path);
    if (!source)
        return fail(source);
    const auto text = source->readRest();
    if (!text)
        return fail(text);

    auto reader = std::make_unique<JsonReader>();
    bool isTooDeep = false;
    // Rows are taken while parsing and dropped again, so that only their texts stay in memory.
    const auto takeRow = [&](int depth, json::parse_event_t event, json& value) {
        if (event == json::parse_event_t::object_start || event == json::parse_event_t::array_start) {
            isTooDeep = isTooDeep || depth > DeepestNesting;
            return depth <= DeepestNesting;
        }
        if (depth != 1 || event == json::parse_event_t::key)
            return true;
        if (!reader->isTooLarge())
            reader->addRow(value, isTooDeep);
        isTooDeep = false;
        return false;
    };
    const auto unreadable = [&](std::size_t byte, const char* detail = "") {
        return fail(ErrorCode::BadInput, {"json-unreadable", {path.string(), std::to_string(byte)}}, path.string(), detail);
    };
    try {
        if (!json::parse(*text, takeRow).is_array())
            return unreadable(1);
    } catch (const json::parse_error& error) {
        return unreadable(error.byte, error.what());
    } catch (const json::out_of_range& error) { // a number that is none of any size; it stands between quotes in what is said
        const std::string what = error.what();
        const std::size_t from = what.find('\'') + 1;
        return unreadable(text->find(what.substr(from, what.rfind('\'') - from)) + 1, error.what());
    }
    if (reader->fields.size() > MostFields)
        return fail(ErrorCode::BadInput, {"too-many-fields", {path.string(), std::to_string(MostFields)}}, path.string());
    if (reader->isTooLarge())
        return fail(ErrorCode::BadInput, {"file-too-large", {path.string()}}, path.string());
    return reader;
}

} // namespace gridwarden::gis
