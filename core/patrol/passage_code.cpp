// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/passage_code.h"

#include <cmath>
#include <unordered_map>

namespace gridwarden::core {

namespace {

constexpr int PayloadBits = 7;
constexpr std::uint64_t More = 0x80;
constexpr double Decimetres = 10;

void put(std::string& bytes, std::uint64_t value) {
    for (; value >= More; value >>= PayloadBits)
        bytes.push_back(static_cast<char>((value & (More - 1)) | More));
    bytes.push_back(static_cast<char>(value));
}

void putSigned(std::string& bytes, std::int64_t value) {
    put(bytes, static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63));
}

/// Reads what was put; once something is missing, everything reads as 0.
class Reader {
public:
    explicit Reader(std::string_view bytes) : m_rest(bytes) {}
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    [[nodiscard]] std::size_t left() const { return m_rest.size(); }

    std::uint64_t take() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !m_rest.empty(); shift += PayloadBits) {
            const auto byte = static_cast<unsigned char>(m_rest.front());
            m_rest.remove_prefix(1);
            value |= (byte & (More - 1)) << shift;
            if (byte < More)
                return value;
        }
        m_isDamaged = true;
        m_rest = {};
        return 0;
    }
    std::int64_t takeSigned() {
        const std::uint64_t value = take();
        return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
    }

private:
    std::string_view m_rest;
    bool m_isDamaged = false;
};

} // namespace

std::string encodePassages(const std::vector<RoadPassage>& passages) {
    std::unordered_map<std::int64_t, std::uint64_t> numbers;
    std::vector<std::int64_t> roads;
    for (const RoadPassage& passage : passages)
        if (numbers.try_emplace(passage.road.value(), roads.size()).second)
            roads.push_back(passage.road.value());
    std::string bytes;
    put(bytes, roads.size());
    std::int64_t before = 0;
    for (const std::int64_t road : roads)
        putSigned(bytes, road - std::exchange(before, road));
    put(bytes, passages.size());
    before = 0;
    for (const RoadPassage& passage : passages) {
        put(bytes, numbers.at(passage.road.value()));
        put(bytes, static_cast<std::uint64_t>(std::llround(std::max(0.0, passage.fromMetres) * Decimetres)));
        put(bytes, static_cast<std::uint64_t>(std::llround(std::max(0.0, passage.toMetres) * Decimetres)));
        putSigned(bytes, passage.enter - before);
        putSigned(bytes, passage.leave - passage.enter);
        before = passage.leave;
    }
    return bytes;
}

Result<std::vector<RoadPassage>> decodePassages(std::string_view bytes) {
    const auto damaged = [] { return fail(ErrorCode::Database, {"passages-damaged", {}}); };
    Reader reader(bytes);
    const std::uint64_t roadCount = reader.take();
    if (roadCount > reader.left())
        return damaged();
    std::vector<AreaId> roads;
    std::int64_t before = 0;
    for (std::uint64_t i = 0; i < roadCount; ++i)
        roads.emplace_back(before += reader.takeSigned());
    const std::uint64_t count = reader.take();
    if (count > reader.left())
        return damaged();
    std::vector<RoadPassage> passages;
    passages.reserve(count);
    before = 0;
    for (std::uint64_t i = 0; i < count && !reader.isDamaged(); ++i) {
        const std::uint64_t road = reader.take();
        if (road >= roads.size())
            return damaged();
        RoadPassage& passage = passages.emplace_back();
        passage.road = roads[road];
        passage.fromMetres = static_cast<double>(reader.take()) / Decimetres;
        passage.toMetres = static_cast<double>(reader.take()) / Decimetres;
        passage.enter = before + reader.takeSigned();
        passage.leave = passage.enter + reader.takeSigned();
        before = passage.leave;
    }
    if (reader.isDamaged() || reader.left() > 0)
        return damaged();
    return passages;
}

} // namespace gridwarden::core
