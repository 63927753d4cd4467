// SPDX-License-Identifier: GPL-3.0-or-later
// Delimited text: RFC 4180 with what spreadsheets and platforms make of it. Cells stay text; nothing is guessed but the
// encoding and the separator.
#include "core/base/text.h"
#include "gis/source/byte_source.h"
#include "gis/source/encoding.h"
#include "gis/source/row_readers.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace gridwarden::gis {

using core::ErrorCode;
using core::fail;
using core::Result;

namespace {

constexpr std::size_t BlockBytes = std::size_t{1} << 20;
constexpr std::size_t EncodingSample = 256 * 1024;
constexpr std::size_t LongestRecord = std::size_t{16} << 20; // beyond it a quote was left open or it is no table
constexpr std::uint64_t UsualPacking = 6;                    // how much smaller text gets; only progress depends on it
constexpr std::string_view Quoting = "\"\r\n";               // what can be no separator
constexpr int HeaderLines = 20;                              // looked at to find the separator

/// Records of the text as raw cells, read in blocks.
class RecordSplitter {
public:
    /// Its memory is used again for the next one.
    struct Record {
        std::vector<std::string> cells; // the first `count` of them
        std::size_t count = 0;
        std::string problem; // a key, or empty
        bool isBlank = false;

        std::string& addCell() {
            if (count == cells.size())
                cells.emplace_back();
            cells[count].clear();
            return cells[count++];
        }
    };

    RecordSplitter(ByteSource source, std::string start, bool isAtEnd)
        : m_source(std::move(source)), m_buffer(std::move(start)), m_isAtEnd(isAtEnd) {}

    void setSeparator(char separator) { m_separator = separator; }
    /// In GBK, Big5 and Shift-JIS the second byte of a character can look like "|" or a backslash.
    void setTwoByte(bool isTwoByte) { m_isTwoByte = isTwoByte; }
    void skipBytes(std::size_t count) { m_at += std::min(count, m_buffer.size() - m_at); }
    std::uint64_t bytesUsed() const { return m_dropped + m_at; }
    bool isBroken() const { return m_source.isBroken(); }

    /// The beginning of the text, for finding out about it.
    std::string_view preview() {
        fill();
        return std::string_view(m_buffer).substr(m_at);
    }

    /// False at the end.
    bool next(Record& record) {
        record.count = 0;
        record.problem.clear();
        record.isBlank = false;
        if (m_at > BlockBytes) {
            m_buffer.erase(0, m_at);
            m_dropped += m_at;
            m_at = 0;
        }
        if (m_at == m_buffer.size() && !fill())
            return false;
        const std::size_t start = m_at;
        std::optional<std::size_t> firstBreak; // the first line end inside a quoted cell
        std::string* cell = &record.addCell();
        enum class State { Start, Plain, Quoted, AfterQuote } state = State::Start;
        while (true) {
            if (m_at == m_buffer.size() && !fill()) {
                if (state == State::Quoted)
                    openQuote(record, firstBreak);
                return true;
            }
            if (m_at - start > LongestRecord) {
                if (state == State::Quoted && firstBreak)
                    openQuote(record, firstBreak);
                else
                    tooLong(record);
                return true;
            }
            const char c = m_buffer[m_at];
            if (state == State::Quoted) {
                ++m_at;
                if (c == '"')
                    state = State::AfterQuote;
                else
                    *cell += c;
                if (c == '\n' && !firstBreak)
                    firstBreak = m_at;
                continue;
            }
            if (c == '"' && state == State::AfterQuote) {
                ++m_at;
                *cell += '"';
                state = State::Quoted;
            } else if (c == '"' && state == State::Start) {
                ++m_at;
                state = State::Quoted;
            } else if (c == m_separator) {
                ++m_at;
                cell = &record.addCell();
                state = State::Start;
            } else if (c == '\n' || c == '\r') {
                record.isBlank = m_at == start;
                ++m_at;
                if (c == '\r' && (m_at < m_buffer.size() || fill()) && m_buffer[m_at] == '\n')
                    ++m_at;
                return true;
            } else {
                ++m_at;
                *cell += c;
                state = state == State::Start ? State::Plain : state;
                if (m_isTwoByte && static_cast<unsigned char>(c) >= 0x81 && (m_at < m_buffer.size() || fill()) &&
                    static_cast<unsigned char>(m_buffer[m_at]) >= 0x40)
                    *cell += m_buffer[m_at++];
            }
        }
    }

private:
    bool fill() {
        if (m_isAtEnd)
            return m_at < m_buffer.size();
        const std::size_t before = m_buffer.size();
        m_buffer.resize(before + BlockBytes);
        const std::size_t count = m_source.read(std::span(m_buffer).subspan(before));
        m_buffer.resize(before + count);
        m_isAtEnd = count < BlockBytes;
        return m_at < m_buffer.size();
    }

    /// A quote without its partner: the line it stands in is given up, reading goes on with the next one.
    void openQuote(Record& record, std::optional<std::size_t> firstBreak) {
        m_at = firstBreak.value_or(m_buffer.size());
        record.problem = "row-quote-open";
        --record.count;
    }

    void tooLong(Record& record) {
        record.problem = "row-too-long";
        --record.count;
        while (true) {
            const auto end = m_buffer.find('\n', m_at);
            if (end != std::string::npos) {
                m_at = end + 1;
                return;
            }
            m_dropped += m_buffer.size();
            m_buffer.clear();
            m_at = 0;
            if (!fill())
                return;
        }
    }

    ByteSource m_source;
    std::string m_buffer;
    std::size_t m_at = 0;
    std::uint64_t m_dropped = 0;
    bool m_isAtEnd;
    char m_separator = ',';
    bool m_isTwoByte = false;
};

/// Lines with other bytes than ASCII from anywhere in the file: the first may come late.
Encoding findEncoding(ByteSource& source) {
    std::string block(BlockBytes, '\0');
    std::string sample;
    bool isFirst = true;
    while (sample.size() < EncodingSample) {
        const std::size_t count = source.read(block);
        if (count == 0)
            break;
        const std::string_view text(block.data(), count);
        if (isFirst) {
            const Encoding encoding = detectEncoding(text.substr(0, 4096));
            if (encoding.reason == EncodingReason::ByteOrder || encoding.name.starts_with("UTF-16"))
                return encoding;
            isFirst = false;
        }
        for (std::size_t at = 0; at < text.size() && sample.size() < EncodingSample;) {
            const std::size_t lineEnd = text.find('\n', at);
            const std::size_t end = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
            const std::string_view line = text.substr(at, end - at);
            // Lines cut by a block are left out; a file of one line is not.
            const bool isWhole = lineEnd != std::string_view::npos || count < BlockBytes || at == 0;
            if (isWhole &&
                std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
                sample += line;
            at = end;
        }
        if (count < BlockBytes)
            break;
    }
    return detectEncoding(sample);
}

/// The separator that stands equally often in the first lines.
char findSeparator(std::string_view text) {
    static constexpr std::array Separators = {',', ';', '\t', '|'};
    std::array<std::vector<int>, Separators.size()> counts;
    std::array<int, Separators.size()> line{};
    bool isQuoted = false;
    int lines = 0;
    const auto endLine = [&] {
        if (std::any_of(line.begin(), line.end(), [](int n) { return n > 0; }))
            for (std::size_t s = 0; s < Separators.size(); ++s)
                counts[s].push_back(line[s]);
        line = {};
        ++lines;
    };
    for (std::size_t i = 0; i < text.size() && lines < HeaderLines; ++i) {
        if (text[i] == '"')
            isQuoted = !isQuoted;
        else if (text[i] == '\n' && !isQuoted)
            endLine();
        else if (!isQuoted)
            for (std::size_t s = 0; s < Separators.size(); ++s)
                line[s] += text[i] == Separators[s] ? 1 : 0;
    }
    endLine();
    char best = ',';
    double bestScore = 0;
    for (std::size_t s = 0; s < Separators.size(); ++s) {
        if (counts[s].empty() || counts[s].front() == 0)
            continue;
        const auto same = std::count(counts[s].begin(), counts[s].end(), counts[s].front());
        const double score =
            static_cast<double>(same) / static_cast<double>(counts[s].size()) + 0.01 * counts[s].front();
        if (score > bestScore) {
            bestScore = score;
            best = Separators[s];
        }
    }
    return best;
}

class DelimitedReader final : public RowReader {
public:
    DelimitedReader(std::filesystem::path path, RecordSplitter splitter, Decoder decoder, std::uint64_t totalBytes)
        : m_path(std::move(path)), m_splitter(std::move(splitter)), m_decoder(std::move(decoder)), m_totalBytes(totalBytes) {
        encoding = m_decoder.name();
    }

    /// Errors: BadInput "table-empty" {path} without a header, "too-many-fields" {path, most}.
    Result<void> readHeader(std::size_t rowsAbove) {
        while (m_splitter.next(m_record)) {
            if (m_record.isBlank)
                continue;
            if (rowsAbove > 0) {
                --rowsAbove;
                continue;
            }
            if (m_record.count > MostFields)
                return fail(ErrorCode::BadInput, {"too-many-fields", {m_path.string(), std::to_string(MostFields)}},
                            m_path.string());
            for (std::size_t i = 0; i < m_record.count; ++i)
                fields.emplace_back(core::trimmed(m_decoder.decodeLossy(m_record.cells[i])));
            fields = distinctNames(std::move(fields));
            if (m_record.problem.empty())
                return {};
            break;
        }
        return fail(ErrorCode::BadInput, {"table-empty", {m_path.string()}}, m_path.string());
    }

    Result<std::optional<Row>> next() override {
        Row row;
        const auto has = nextInto(row);
        if (!has)
            return fail(has);
        return *has ? std::optional(std::move(row)) : std::nullopt;
    }

    Result<bool> nextInto(Row& row) override {
        while (m_splitter.next(m_record))
            if (!m_record.isBlank) {
                take(row);
                return true;
            }
        m_isDone = true;
        if (m_splitter.isBroken())
            return fail(ErrorCode::BadInput,
                        {"source-unreadable-after-row", {m_path.string(), std::to_string(m_number)}},
                        m_path.string());
        return false;
    }

    int progressPercent() const override {
        if (m_isDone || m_totalBytes == 0)
            return 100;
        return static_cast<int>(std::min<std::uint64_t>(99, m_splitter.bytesUsed() * 100 / m_totalBytes));
    }

private:
    /// The record as a row; the two exchange their memory.
    void take(Row& row) {
        row.number = ++m_number;
        row.problem.swap(m_record.problem);
        row.values.swap(m_record.cells);
        std::size_t count = m_record.count;
        if (row.problem.empty() && count < fields.size())
            row.problem = "row-too-few-fields";
        // Empty cells behind the last column are what a spreadsheet leaves behind, not data.
        while (count > fields.size() && row.values[count - 1].empty())
            --count;
        if (row.problem.empty() && count > fields.size())
            row.problem = "row-too-many-fields";
        row.values.resize(fields.size());
        for (std::size_t i = count; i < fields.size(); ++i)
            row.values[i].clear();
        row.isNull.assign(fields.size(), false);
        for (std::string& value : row.values) {
            if (row.problem.empty() && value.find('\0') != std::string::npos)
                row.problem = "row-nul-byte";
            if (std::none_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
                continue;
            if (auto decoded = m_decoder.decode(value)) {
                value = std::move(*decoded);
            } else {
                value = m_decoder.decodeLossy(value);
                if (row.problem.empty())
                    row.problem = "row-encoding";
            }
        }
    }

    std::filesystem::path m_path;
    RecordSplitter m_splitter;
    Decoder m_decoder;
    std::uint64_t m_totalBytes;
    RecordSplitter::Record m_record;
    std::size_t m_number = 0;
    bool m_isDone = false;
};

bool isTwoByte(std::string_view encoding) {
    return encoding == "GB18030" || encoding == "CP950" || encoding == "BIG5-HKSCS" || encoding == "CP932" ||
           encoding == "CP949";
}

/// Whether a byte that looks like a separator, a quote or a line end may be a part of something else.
bool hasOtherBytes(std::string_view encoding) {
    const std::string name = core::lowered(encoding);
    constexpr std::array Families = {"ucs", "utf-16", "utf-32", "iso-2022", "iso2022", "csiso2022", "utf-7"};
    return std::any_of(Families.begin(), Families.end(), [&](const char* family) { return name.starts_with(family); });
}

} // namespace

bool isDelimitedText(const std::filesystem::path& path) {
    std::filesystem::path name = path.filename();
    if (core::lowered(name.extension().string()) == ".gz")
        name = name.stem();
    const std::string suffix = core::lowered(name.extension().string());
    return suffix == ".csv" || suffix == ".tsv" || suffix == ".txt";
}

OpenedReader openDelimited(const std::filesystem::path& path, const TableOptions& options) {
    auto source = ByteSource::open(path);
    if (!source)
        return fail(source);
    const std::string name = options.encoding.empty() ? findEncoding(*source).name : options.encoding;
    source->rewind();
    auto decoder = Decoder::open(name);
    if (!decoder)
        return fail(decoder);

    std::string start;
    const bool isWide = hasOtherBytes(decoder->name());
    std::uint64_t total = source->storedBytes() * (source->isPacked() ? UsualPacking : 1);
    if (isWide) { // turned over as a whole
        auto text = source->readRest();
        if (!text)
            return fail(text);
        start = decoder->decodeLossy(*text);
        total = start.size();
        decoder = Decoder::open("UTF-8");
    }
    RecordSplitter splitter(std::move(*source), std::move(start), isWide);
    if (splitter.preview().starts_with("\xef\xbb\xbf"))
        splitter.skipBytes(3);
    splitter.setTwoByte(isTwoByte(decoder->name()));
    const std::string_view head = splitter.preview().substr(0, EncodingSample);
    std::size_t hint = 0; // how long one of Excel's is, in a line of its own
    if (head.size() > 5 && core::lowered(head.substr(0, 4)) == "sep=")
        hint = std::min(head.find('\n'), head.size() - 1) + 1;
    const bool isUsable = hint > 0 && Quoting.find(head[4]) == std::string_view::npos;
    splitter.setSeparator(isUsable ? head[4] : findSeparator(head.substr(hint)));
    splitter.skipBytes(hint);
    auto reader = std::make_unique<DelimitedReader>(path, std::move(splitter), std::move(*decoder), total);
    if (isWide)
        reader->encoding = name;
    if (auto header = reader->readHeader(options.headerRow); !header)
        return fail(header);
    return reader;
}

} // namespace gridwarden::gis
