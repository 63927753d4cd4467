// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/facts_file.h"

#include "core/base/durable_file.h"

#include <algorithm>
#include <fstream>
#include <unordered_set>

namespace gridwarden::core {

namespace {

constexpr std::string_view Magic = "gridwarden facts 2 " GRIDWARDEN_VERSION "\n";
constexpr std::uint32_t LongestRecord = 1 << 26;

template <class Number> void append(std::string& out, Number number) {
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
}

template <class Number> bool take(std::string_view& in, Number& number) {
    if (in.size() < sizeof number)
        return false;
    std::memcpy(&number, in.data(), sizeof number);
    in.remove_prefix(sizeof number);
    return true;
}

/// Tells damage, not forgery: who can write the file can write the district as well.
std::uint64_t fingerprint(std::string_view bytes, std::uint64_t before) {
    std::uint64_t hash = before ^ bytes.size();
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof hash))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
        hash = (hash ^ word) * 0x9e3779b97f4a7c15U;
        hash ^= hash >> 32;
    }
    return hash;
}

/// Records with their lengths and a chain of fingerprints.
class RecordWriter {
public:
    explicit RecordWriter(const std::filesystem::path& path) : m_out(path, std::ios::binary | std::ios::trunc) {}
    bool write(std::string_view record) {
        m_fingerprint = fingerprint(record, m_fingerprint);
        std::string head;
        append(head, static_cast<std::uint32_t>(record.size()));
        append(head, m_fingerprint);
        m_out << head << record;
        return m_out.good();
    }
    bool close() {
        m_out.close();
        return m_out.good();
    }

private:
    std::ofstream m_out;
    std::uint64_t m_fingerprint = 0;
};

class RecordReader {
public:
    explicit RecordReader(const std::filesystem::path& path) : m_in(path, std::ios::binary) {}
    /// None at the end and for a damaged one.
    std::optional<std::string_view> next() {
        char head[12];
        if (!m_in.read(head, sizeof head))
            return std::nullopt;
        std::uint32_t length = 0;
        std::uint64_t wanted = 0;
        std::memcpy(&length, head, sizeof length);
        std::memcpy(&wanted, head + sizeof length, sizeof wanted);
        if (length > LongestRecord)
            return std::nullopt;
        m_record.resize(length);
        if (!m_in.read(m_record.data(), length))
            return std::nullopt;
        m_fingerprint = fingerprint(m_record, m_fingerprint);
        return m_fingerprint == wanted ? std::optional<std::string_view>(m_record) : std::nullopt;
    }

private:
    std::ifstream m_in;
    std::string m_record;
    std::uint64_t m_fingerprint = 0;
};

void appendIds(std::string& out, const IdCodes& codes) {
    append(out, static_cast<std::uint32_t>(codes.size()));
    for (const std::int64_t id : codes.ids())
        append(out, id);
}

std::optional<IdCodes> takeIds(std::string_view& in) {
    std::uint32_t count = 0;
    if (!take(in, count) || count == 0 || in.size() / sizeof(std::int64_t) < count)
        return std::nullopt;
    std::vector<std::int64_t> ids(count);
    for (std::int64_t& id : ids)
        (void)take(in, id);
    std::unordered_set<std::int64_t> different(ids.begin(), ids.end());
    if (ids.front() != 0 || different.size() != ids.size())
        return std::nullopt;
    return IdCodes::of(std::move(ids));
}

void appendKeys(std::string& out, const std::vector<std::string>& keys) {
    append(out, static_cast<std::uint32_t>(keys.size()));
    for (const std::string& key : keys) {
        append(out, static_cast<std::uint32_t>(key.size()));
        out += key;
    }
}

bool takeKeys(std::string_view& in, std::vector<std::string>& keys) {
    std::uint32_t count = 0;
    if (!take(in, count) || count > INT16_MAX)
        return false;
    for (std::uint32_t i = 0; i < count; ++i) {
        std::uint32_t length = 0;
        if (!take(in, length) || length > in.size())
            return false;
        keys.emplace_back(in.substr(0, length));
        in.remove_prefix(length);
    }
    return true;
}

} // namespace

std::string FactsFile::codesRecord(const CaseFacts& facts) {
    std::string out;
    append(out, std::uint64_t{facts.m_size});
    append(out, std::uint64_t{facts.m_sortedRows});
    const FactCodes& codes = facts.codes();
    for (const IdCodes* each : {&codes.categories, &codes.grids, &codes.organisations, &codes.people})
        appendIds(out, *each);
    for (const auto* each : {&codes.sources, &codes.methods})
        appendKeys(out, *each);
    return out;
}

bool FactsFile::begin(std::string_view in) {
    std::uint64_t size = 0, sorted = 0;
    if (!take(in, size) || !take(in, sorted) || size > UINT32_MAX || sorted > size)
        return false;
    FactCodes codes;
    for (IdCodes* each : {&codes.categories, &codes.grids, &codes.organisations, &codes.people}) {
        auto ids = takeIds(in);
        if (!ids)
            return false;
        *each = std::move(*ids);
    }
    if (!takeKeys(in, codes.sources) || !takeKeys(in, codes.methods))
        return false;
    m_facts.m_size = size;
    m_facts.m_sortedRows = sorted;
    m_facts.m_codes = std::make_shared<const FactCodes>(std::move(codes));
    return in.empty();
}

bool FactsFile::add(std::string_view in) {
    const std::size_t size = std::min(CaseFacts::ChunkSize, m_facts.m_size - m_rows);
    if (size == 0)
        return false;
    auto chunk = FactChunk::read(in, size, m_facts.codes());
    if (!chunk || !in.empty())
        return false;
    const PackedNumbers& ids = chunk->column(FactColumn::Id);
    for (std::size_t i = 0; i < size; ++i, ++m_rows) {
        const std::int64_t id = ids[i];
        if (m_rows >= m_facts.m_sortedRows) {
            if (!m_laterRows.emplace(id, m_rows).second)
                return false;
        } else {
            if (id <= m_lastId)
                return false;
            m_lastId = id;
        }
    }
    m_facts.m_chunks.push_back(std::make_shared<const FactChunk>(std::move(*chunk)));
    return true;
}

std::shared_ptr<const CaseFacts> FactsFile::finish() {
    if (m_rows != m_facts.m_size)
        return nullptr;
    for (const auto& [id, row] : m_laterRows)
        if (m_facts.positionOf(CaseId(id))) // a row of those in order has it, too
            return nullptr;
    m_facts.m_laterRows = std::make_shared<const CaseFacts::LaterRows>(std::move(m_laterRows));
    return std::make_shared<const CaseFacts>(std::move(m_facts));
}

Result<void> FactsFile::write(const std::filesystem::path& path, const CaseFacts& facts, std::string_view origin,
                              const std::function<bool()>& goOn) {
    PartialFile partial(path);
    RecordWriter writer(partial.path());
    std::error_code ignored;
    std::filesystem::permissions(partial.path(), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, ignored);
    bool isGood = writer.write(std::string(Magic).append(origin)) && writer.write(codesRecord(facts));
    std::string record;
    for (const auto& chunk : facts.chunks()) {
        if (goOn && !goOn())
            return fail(ErrorCode::Cancelled, {"cancelled", {}});
        record.clear();
        chunk->write(record);
        isGood = isGood && writer.write(record);
    }
    if (!writer.close() || !isGood)
        return fail(ErrorCode::Io, {"file-unwritable", {path.string()}}, path.string());
    return partial.finish(/*overwrite=*/true);
}

std::shared_ptr<const CaseFacts> FactsFile::read(const std::filesystem::path& path, std::string_view origin) {
    RecordReader reader(path);
    const auto head = reader.next();
    if (!head || *head != std::string(Magic).append(origin))
        return nullptr;
    FactsFile file;
    const auto codes = reader.next();
    if (!codes || !file.begin(*codes))
        return nullptr;
    while (file.m_rows < file.m_facts.m_size) {
        const auto chunk = reader.next();
        if (!chunk || !file.add(*chunk))
            return nullptr;
    }
    return file.finish();
}

} // namespace gridwarden::core
