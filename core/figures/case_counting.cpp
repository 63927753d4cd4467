// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_counting.h"

#include "core/figures/cell_lattice.h"

#include <algorithm>
#include <atomic>
#include <bitset>
#include <map>
#include <memory>
#include <thread>

namespace gridwarden::core {

namespace {

constexpr std::size_t BlocksPerChunk = CaseFacts::ChunkSize / RowSet::BlockSize;
/// Rows of a chunk, a bit for each.
using ChunkRows = std::array<std::uint64_t, BlocksPerChunk>;

/// Different squares of a lattice, in tiles of 256 by 256 of them.
class Squares {
public:
    void insert(std::uint32_t cell) {
        if (cell == NoPlace)
            return;
        const std::uint32_t row = cell >> 16, column = cell & 0xFFFF;
        auto& tile = m_tiles[(row >> 8 << 8) + (column >> 8)];
        if (!tile)
            tile = std::make_unique<Tile>();
        tile->set(((row & 0xFF) << 8) + (column & 0xFF));
    }
    void insert(const Squares& others) {
        for (std::size_t i = 0; i < m_tiles.size(); ++i)
            if (others.m_tiles[i])
                m_tiles[i] = std::make_unique<Tile>(m_tiles[i] ? *m_tiles[i] | *others.m_tiles[i] : *others.m_tiles[i]);
    }
    [[nodiscard]] std::size_t count() const {
        std::size_t count = 0;
        for (const auto& tile : m_tiles)
            count += tile ? tile->count() : 0;
        return count;
    }

private:
    using Tile = std::bitset<65'536>;
    std::vector<std::unique_ptr<Tile>> m_tiles{65'536}; // a district lies in some tens of them
};

/// What figures ask of the cases in a scope: which rules have to hold and which not, by their bits in CaseRules::Block.
struct Question {
    std::size_t scope;
    std::uint32_t holds, holdsNot;
    std::vector<FigureValue*> figures{}, placeFigures{};
    RowSet::Blocks blocks{};
};

/// What the figures ask, each question and each scope once.
struct Questions {
    explicit Questions(const std::vector<CaseFigure>& figures) {
        for (const auto& [count, scope, value] : figures) {
            const auto known = std::find_if(scopes.begin(), scopes.end(), [&scope = scope](const ScopeFilter* other) { return *other == scope; });
            const auto position = static_cast<std::size_t>(known - scopes.begin());
            if (known == scopes.end())
                scopes.push_back(&scope);
            const std::uint32_t holds = static_cast<std::uint32_t>(count->when) | count->is << CaseWhenCount, holdsNot = count->isNot << CaseWhenCount;
            auto question = std::find_if(all.begin(), all.end(), [&](const Question& other) {
                return other.scope == position && other.holds == holds && other.holdsNot == holdsNot;
            });
            if (question == all.end())
                question = all.insert(all.end(), {position, holds, holdsNot});
            (count->countsPlaces ? question->placeFigures : question->figures).push_back(value);
        }
    }
    std::vector<const ScopeFilter*> scopes;
    std::vector<Question> all;
};

/// What one of the threads found beside the rows, which have their places for all; by question.
struct Found {
    std::vector<std::size_t> sizes;
    std::map<std::size_t, Squares> places;
};

class CasePass {
public:
    CasePass(const FiguresContext& context, Period period, Questions& questions, const RowSet* within)
        : m_facts(*context.facts), m_rules(context.zone, period, context.asOf), m_scopes(questions.scopes), m_questions(questions.all), m_within(within) {
        for (Question& question : m_questions) {
            question.blocks.resize(m_facts.chunks().size() * BlocksPerChunk);
            m_asksOpen |= (question.holds & static_cast<std::uint32_t>(CaseWhen::Open)) != 0;
            if (!question.placeFigures.empty() && !m_squares)
                m_squares.emplace(districtPlane(context), CaseCount::PlaceSize);
        }
    }

    /// Counts chunks that nobody has taken, until there are none or it is told to stop. May run on several threads.
    void count(Found& found, const std::function<bool()>& goesOn) {
        found.sizes.resize(m_questions.size());
        for (std::size_t at = m_next++; at < m_facts.chunks().size() && !m_isStopped; at = m_next++) {
            if (goesOn && !goesOn())
                m_isStopped = true;
            else
                countChunk(at, found);
        }
    }
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    void countChunk(std::size_t at, Found& found) {
        const FactChunk& chunk = *m_facts.chunks()[at];
        const bool hasTime = m_rules.hasTimeIn(chunk);
        if (!hasTime && !m_asksOpen)
            return;
        std::array<ChunkRows, std::tuple_size_v<CaseRules::Block>> rules{};
        std::vector<ChunkRows> scopes(m_scopes.size());
        bool isIdle = true;
        for (std::size_t i = 0; i * RowSet::BlockSize < chunk.size(); ++i) {
            const std::size_t block = at * BlocksPerChunk + i, first = i * RowSet::BlockSize;
            std::uint64_t wanted = m_within == nullptr ? ~std::uint64_t{0} : m_within->block(block);
            if (!hasTime && wanted != 0)
                wanted &= CaseRules::maybeOpen(chunk, first);
            if (wanted == 0)
                continue;
            isIdle = false;
            const CaseRules::Block holds = m_rules.judge(chunk, first);
            for (std::size_t rule = 0; rule < rules.size(); ++rule)
                rules[rule][i] = holds[rule] & wanted;
            m_scopes.each(chunk, block, [&](std::size_t scope, std::uint64_t rows) { scopes[scope][i] = rows; });
        }
        for (std::size_t i = 0; i < m_questions.size() && !isIdle; ++i) {
            Question& question = m_questions[i];
            ChunkRows rows = scopes[question.scope];
            for (std::uint32_t rest = question.holds; rest != 0; rest &= rest - 1)
                keep(rows, [&rule = rules[static_cast<std::size_t>(std::countr_zero(rest))]](std::size_t block) { return rule[block]; });
            for (std::uint32_t rest = question.holdsNot; rest != 0; rest &= rest - 1)
                keep(rows, [&rule = rules[static_cast<std::size_t>(std::countr_zero(rest))]](std::size_t block) { return ~rule[block]; });
            std::copy(rows.begin(), rows.end(), question.blocks.begin() + static_cast<std::ptrdiff_t>(at * BlocksPerChunk));
            for (const std::uint64_t block : rows)
                found.sizes[i] += static_cast<std::size_t>(std::popcount(block));
            if (!question.placeFigures.empty())
                findPlaces(chunk, rows, found.places[i]);
        }
    }

    template <class Rows> static void keep(ChunkRows& rows, const Rows& others) {
        for (std::size_t block = 0; block < rows.size(); ++block)
            rows[block] &= others(block);
    }

    void findPlaces(const FactChunk& chunk, const ChunkRows& rows, Squares& squares) const {
        for (std::size_t block = 0; block < rows.size(); ++block)
            for (std::uint64_t rest = rows[block]; rest != 0; rest &= rest - 1) {
                const std::size_t position = block * RowSet::BlockSize + static_cast<std::size_t>(std::countr_zero(rest));
                squares.insert(m_squares->at({chunk.longitude(position), chunk.latitude(position)})); // NaN without a place
            }
    }

    const CaseFacts& m_facts;
    CaseRules m_rules;
    ScopeRows m_scopes;
    std::vector<Question>& m_questions;
    const RowSet* m_within;
    std::optional<CellLattice> m_squares;
    bool m_asksOpen = false;
    std::atomic<std::size_t> m_next = 0; ///< chunk
    std::atomic<bool> m_isStopped = false;
};

} // namespace

Result<void> countCases(const FiguresContext& context, Period period, const std::vector<CaseFigure>& figures, const RowSet* within,
                        const std::function<bool()>& goesOn) {
    if (figures.empty())
        return {};
    Questions questions(figures);
    CasePass pass(context, period, questions, within);
    Found found, other;
    {
        constexpr std::size_t WorthAThread = 32; // chunks
        std::jthread helper;
        if (context.facts->chunks().size() >= WorthAThread)
            helper = std::jthread([&] { pass.count(other, {}); });
        pass.count(found, goesOn);
    }
    if (pass.isStopped())
        return fail(ErrorCode::Cancelled, {"cancelled", {}});
    for (std::size_t i = 0; i < other.sizes.size(); ++i)
        found.sizes[i] += other.sizes[i];
    for (const auto& [question, squares] : other.places)
        found.places[question].insert(squares);
    std::vector<RowSet> known;
    for (std::size_t i = 0; i < questions.all.size(); ++i) {
        Question& question = questions.all[i];
        const RowSet rows(std::move(question.blocks), found.sizes[i]);
        auto shared = std::find(known.begin(), known.end(), rows);
        if (shared == known.end())
            shared = known.insert(known.end(), rows);
        for (FigureValue* const value : question.figures) {
            value->value = static_cast<double>(rows.size());
            value->rows = *shared;
        }
        for (FigureValue* const value : question.placeFigures) {
            value->value = static_cast<double>(found.places[i].count());
            value->rows = *shared;
        }
    }
    return {};
}

} // namespace gridwarden::core
