// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a layer that GDAL reads, in a reader of their own.
#include "gis/crs/crs.h"
#include "gis/process/reader_process.h"
#include "gis/source/row_readers.h"
#include "gis/source/table_wire.h"

#include <algorithm>
#include <map>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

/// The same faults in the middle of the rows.
const std::map<std::string, std::string> AfterRow = {{"source-unreadable", "source-unreadable-after-row"},
                                                     {"source-crashed", "source-crashed-after-row"},
                                                     {"source-stuck", "source-stuck-after-row"},
                                                     {"source-too-large", "source-too-large-after-row"}};

class LayerReader final : public RowReader {
public:
    LayerReader(std::filesystem::path path, ReaderProcess process, GoOn goOn)
        : m_path(std::move(path)), m_process(std::move(process)), m_goOn(std::move(goOn)) {}

    Result<void> prepare() {
        auto frame = m_process.receive(m_goOn);
        if (!frame)
            return fail(frame);
        WireReader wire(frame->bytes);
        TableHead head = readTableHead(wire);
        encoding = wire.text();
        if (!wire.isGood())
            return unreadable();
        fields = std::move(head.fields);
        crs = std::move(head.crs);
        hasGeometry = head.hasGeometry;
        isBallpark = head.isBallpark;
        if (head.rowCount)
            rowCount = static_cast<std::size_t>(*head.rowCount);
        return {};
    }

    Result<std::optional<Row>> next() override {
        while (m_left == 0) {
            if (!m_end)
                if (auto more = receiveBatch(); !more)
                    m_end = std::move(more);
            if (m_end && !*m_end)
                return fail(*m_end);
            if (m_end)
                return std::optional<Row>();
        }
        --m_left;
        Row row = readRow(m_rows);
        if (!m_rows.isGood() || row.values.size() != fields.size())
            return fail(unreadable());
        m_number = row.number;
        return row;
    }

    int progressPercent() const override {
        return m_share < 0 ? 0 : static_cast<int>(std::clamp(m_share, 0.0, 1.0) * 100);
    }

private:
    Result<void> unreadable() const {
        return fail(ErrorCode::Io, {"source-unreadable", {m_path.string()}}, m_path.string());
    }

    /// Says how far reading had come.
    Result<void> receiveBatch() {
        auto frame = m_process.receive(m_goOn);
        if (!frame && frame.error().code != ErrorCode::Cancelled && m_number > 0) {
            core::Error error = std::move(frame.error());
            if (const auto place = AfterRow.find(error.what.key); place != AfterRow.end())
                error.what = {place->second, {m_path.string(), std::to_string(m_number)}};
            return tl::unexpected(std::move(error));
        }
        if (!frame)
            return fail(frame);
        if (frame->kind == FrameKind::Done) {
            m_end = Result<void>();
            return {};
        }
        WireReader wire(frame->bytes);
        encoding = wire.text();
        m_share = wire.get<double>();
        m_left = wire.get<std::uint64_t>();
        m_bytes = wire.text();
        m_rows = WireReader(m_bytes);
        return wire.isGood() ? Result<void>() : unreadable();
    }

    std::filesystem::path m_path;
    ReaderProcess m_process;
    GoOn m_goOn;
    std::string m_bytes; ///< of the batch
    WireReader m_rows{{}};
    std::uint64_t m_left = 0; ///< rows of the batch
    std::size_t m_number = 0;
    double m_share = -1;
    std::optional<Result<void>> m_end; ///< once there are no more rows: whether all is well
};

} // namespace

OpenedReader openLayer(const std::filesystem::path& path, const TableOptions& options) {
    TableOptions asked = options;
    if (!options.crs.empty()) { // a file with a definition is read here
        const auto crs = Crs::parse(options.crs);
        if (!crs)
            return fail(crs);
        asked.crs = crs->text();
    }
    auto process = ReaderProcess::start(path);
    if (!process)
        return fail(process);
    WireWriter question;
    question.put(path.string());
    write(question, asked);
    if (auto sent = process->send(FrameKind::Rows, question.bytes()); !sent)
        return fail(sent);
    auto reader = std::make_unique<LayerReader>(path, std::move(*process), options.goOn);
    if (auto prepared = reader->prepare(); !prepared)
        return fail(prepared);
    return reader;
}

} // namespace gridwarden::gis
