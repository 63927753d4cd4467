// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/handout_file.h"

#include "app/cases/table_writer.h"
#include "app/handout/account_text.h"
#include "core/base/durable_file.h"
#include "core/base/text.h"
#include "core/store/point_package.h"

#include <QCoreApplication>
#include <fstream>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

using Json = nlohmann::ordered_json;

struct HandoutWords {
    Q_DECLARE_TR_FUNCTIONS(Handout)
};

std::string dumped(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

core::Result<void> unwritable(const std::filesystem::path& target) {
    return core::fail(core::ErrorCode::Io, {"file-unwritable", {target.string()}}, target.string());
}

/// What all forms know.
class CaseRows : public HandoutFile {
  public:
    CaseRows(const HandoutCells& cells, const core::DisclosureRules& rules, HandoutForm form)
        : m_cells(cells), m_rules(rules), m_columns(handoutColumns(rules, form)) {}

  protected:
    [[nodiscard]] const std::vector<HandoutColumn>& columns() const { return m_columns; }
    [[nodiscard]] const core::TimeZone& timeZone() const { return m_cells.timeZone(); }
    [[nodiscard]] bool tellsDays() const { return m_rules.times == core::TimesShown::Days; }
    [[nodiscard]] CellValue value(const core::DisclosedCase& disclosed, HandoutColumn column, const QStringList& pictures) const {
        return m_cells.value(disclosed, m_rules, column, pictures);
    }

  private:
    const HandoutCells& m_cells;
    const core::DisclosureRules& m_rules;
    std::vector<HandoutColumn> m_columns;
};

class TableHandout : public CaseRows {
  public:
    TableHandout(const HandoutCells& cells, const core::DisclosureRules& rules) : CaseRows(cells, rules, HandoutForm::Table) {}

    core::Result<void> open(const std::filesystem::path& target, bool isWorkbook) {
        std::vector<TableHeading> headings;
        for (const HandoutColumn column : columns())
            headings.push_back({handoutTitle(column), handoutWidth(column)});
        auto writer = isWorkbook ? openXlsx(target, HandoutWords::tr("Cases"), headings, timeZone()) : openCsv(target, headings, timeZone());
        if (!writer)
            return core::fail(writer);
        m_writer = std::move(*writer);
        m_isWorkbook = isWorkbook;
        return {};
    }
    core::Result<void> add(const core::DisclosedCase& disclosed, const QStringList& pictures) override {
        std::vector<CellValue> row;
        for (const HandoutColumn column : columns()) {
            row.push_back(value(disclosed, column, pictures));
            const bool isDegrees = column == HandoutColumn::Longitude || column == HandoutColumn::Latitude;
            constexpr int Decimals = 7;
            if (const auto* const number = std::get_if<CellNumber>(&row.back()); number != nullptr && isDegrees && !m_isWorkbook)
                row.back() = QString::number(number->value, 'f', Decimals);
        }
        return m_writer->addRow(row);
    }
    core::Result<void> complete(const QStringList& account) override {
        m_writer->setNotes(HandoutWords::tr("What was handed out"), account);
        return {};
    }
    core::Result<void> name(bool overwrite) override { return m_writer->finish(overwrite); }

  private:
    std::unique_ptr<TableWriter> m_writer;
    bool m_isWorkbook = false;
};

class GeoJsonHandout : public CaseRows {
  public:
    GeoJsonHandout(const std::filesystem::path& target, const HandoutCells& cells, const core::DisclosureRules& rules)
        : CaseRows(cells, rules, HandoutForm::Map), m_target(target), m_part(target), m_file(m_part.path(), std::ios::binary) {}

    core::Result<void> open() {
        m_file << R"({"type":"FeatureCollection","features":[)";
        return m_file ? core::Result<void>() : unwritable(m_target);
    }
    core::Result<void> add(const core::DisclosedCase& disclosed, const QStringList& pictures) override {
        Json properties = Json::object();
        for (const HandoutColumn column : columns())
            properties[handoutKey(column)] = json(value(disclosed, column, pictures));
        Json feature = {{"type", "Feature"}, {"properties", std::move(properties)}, {"geometry", nullptr}};
        if (disclosed.place)
            feature["geometry"] = {{"type", "Point"}, {"coordinates", {disclosed.place->longitude, disclosed.place->latitude}}};
        m_file << (std::exchange(m_isFirst, false) ? "\n" : ",\n") << dumped(feature);
        return m_file ? core::Result<void>() : unwritable(m_target);
    }
    core::Result<void> complete(const QStringList& account) override {
        Json lines = Json::array();
        for (const QString& line : account)
            lines.push_back(line.toStdString());
        m_file << "\n],\"account\":" << dumped(lines) << "}\n";
        m_file.close();
        return m_file ? core::Result<void>() : unwritable(m_target);
    }
    core::Result<void> name(bool overwrite) override { return m_part.finish(overwrite); }

  private:
    [[nodiscard]] Json json(const CellValue& value) const {
        if (const auto* const text = std::get_if<QString>(&value))
            return text->toStdString();
        if (const auto* const number = std::get_if<CellNumber>(&value))
            return number->value;
        if (const auto* const moment = std::get_if<core::Moment>(&value))
            return core::isoText(*moment, timeZone());
        return nullptr;
    }
    std::filesystem::path m_target;
    core::PartialFile m_part;
    std::ofstream m_file;
    bool m_isFirst = true;
};

class PackageHandout : public CaseRows {
  public:
    PackageHandout(const std::filesystem::path& target, const HandoutCells& cells, const core::DisclosureRules& rules)
        : CaseRows(cells, rules, HandoutForm::Map), m_part(target) {}

    core::Result<void> open() {
        using Kind = core::PackageColumn::Kind;
        std::vector<core::PackageColumn> fields;
        for (const HandoutColumn column : columns()) {
            const bool isTime = column == HandoutColumn::Reported || column == HandoutColumn::Due || column == HandoutColumn::Closed;
            fields.push_back({handoutKey(column), isTime                              ? (tellsDays() ? Kind::Date : Kind::DateTime)
                                                  : column == HandoutColumn::Quantity ? Kind::Real
                                                                                      : Kind::Text});
        }
        auto made = core::PointPackage::create(m_part.path(), "cases", HandoutWords::tr("Cases").toStdString(), fields);
        if (!made)
            return core::fail(made);
        m_package.emplace(std::move(*made));
        return {};
    }
    core::Result<void> add(const core::DisclosedCase& disclosed, const QStringList& pictures) override {
        std::vector<core::Value> values;
        for (const HandoutColumn column : columns())
            values.push_back(stored(value(disclosed, column, pictures)));
        return m_package->add(disclosed.place, values);
    }
    core::Result<void> complete(const QStringList& account) override {
        std::vector<std::string> lines;
        for (const QString& line : account)
            lines.push_back(line.toStdString());
        if (auto finished = m_package->finish("account", HandoutWords::tr("What was handed out").toStdString(), lines); !finished)
            return finished;
        m_package.reset(); // syncing a file that SQLite has open would drop its locks
        return {};
    }
    core::Result<void> name(bool overwrite) override { return m_part.finish(overwrite); }

  private:
    static core::Value stored(const CellValue& value) {
        if (const auto* const text = std::get_if<QString>(&value))
            return text->toStdString();
        if (const auto* const number = std::get_if<CellNumber>(&value))
            return number->value;
        if (const auto* const moment = std::get_if<core::Moment>(&value))
            return core::isoUtc(*moment);
        return nullptr;
    }
    core::PartialFile m_part;
    std::optional<core::PointPackage> m_package; // gone before the file
};

template <class File, class... More> core::Result<std::unique_ptr<HandoutFile>> opened(std::unique_ptr<File> file, More... more) {
    if (auto done = file->open(more...); !done)
        return core::fail(done);
    return file;
}

} // namespace

core::Result<std::unique_ptr<HandoutFile>> openHandout(const std::filesystem::path& target, const HandoutCells& cells, const core::DisclosureRules& rules) {
    const std::string ending = core::lowered(target.extension().string());
    if (ending == ".csv" || ending == ".xlsx")
        return opened(std::make_unique<TableHandout>(cells, rules), target, ending == ".xlsx");
    if (ending == ".geojson" || ending == ".json")
        return opened(std::make_unique<GeoJsonHandout>(target, cells, rules));
    if (ending == ".gpkg")
        return opened(std::make_unique<PackageHandout>(target, cells, rules));
    return core::fail(core::ErrorCode::BadInput, {"handout-format-unknown", {target.filename().string()}}, target.string());
}

} // namespace gridwarden::app
