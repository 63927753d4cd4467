// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/case_cells.h"
#include "app/cases/table_writer.h"
#include "core/base/durable_file.h"

#include <fstream>

namespace gridwarden::app {

namespace {

class CsvWriter : public TableWriter {
public:
    CsvWriter(const std::filesystem::path& target, const core::TimeZone& zone)
        : m_target(target), m_part(target), m_file(m_part.path(), std::ios::binary), m_zone(zone) {
        m_line = "\xEF\xBB\xBF";
    }

    core::Result<void> writeLine(const std::vector<QString>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0)
                m_line += ',';
            addCell(cells[i].toStdString());
        }
        m_line += "\r\n";
        m_file << m_line;
        m_line.clear();
        return m_file ? core::Result<void>() : unwritable();
    }
    core::Result<void> addRow(std::span<const CellValue> cells) override {
        std::vector<QString> texts;
        texts.reserve(cells.size());
        for (const CellValue& cell : cells)
            texts.push_back(plainText(cell, m_zone));
        return writeLine(texts);
    }
    core::Result<void> finish(bool overwrite) override {
        m_file.close();
        return m_file ? m_part.finish(overwrite) : unwritable();
    }

private:
    void addCell(const std::string& text) {
        if (text.find_first_of("\",\r\n") == std::string::npos) {
            m_line += text;
            return;
        }
        m_line += '"';
        for (const char letter : text) {
            if (letter == '"')
                m_line += '"';
            m_line += letter;
        }
        m_line += '"';
    }
    [[nodiscard]] core::Result<void> unwritable() const {
        return core::fail(core::ErrorCode::Io, {"file-unwritable", {m_target.string()}}, m_target.string());
    }
    std::filesystem::path m_target;
    core::PartialFile m_part;
    std::ofstream m_file;
    core::TimeZone m_zone;
    std::string m_line;
};

} // namespace

core::Result<std::unique_ptr<TableWriter>>
openCsv(const std::filesystem::path& target, const std::vector<TableHeading>& headings, const core::TimeZone& zone) {
    auto writer = std::make_unique<CsvWriter>(target, zone);
    std::vector<QString> titles;
    for (const TableHeading& heading : headings)
        titles.push_back(heading.title);
    if (const auto begun = writer->writeLine(titles); !begun)
        return core::fail(begun);
    return writer;
}

} // namespace gridwarden::app
