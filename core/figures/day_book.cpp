// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/day_book.h"

#include "core/figures/steps_by_time.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <map>

namespace gridwarden::core {

namespace {

bool isOpen(const CaseFact& fact, Moment asOf) { return !fact.id.isNull() && classOf(fact.stateAt(asOf)) == CaseClass::Open; }

/// What became of a case in the shift; bits, by row of the facts. The facts keep the times of the present round only, so that what was
/// undone within the shift is in the steps alone.
enum Done : std::uint16_t { Dispatched = 1, Handled = 2, Checked = 4, Returned = 8, Reworked = 16, Urged = 32, Replied = 64 };

std::uint16_t doneBy(StepKind kind, bool isReply) {
    switch (kind) {
    case StepKind::Dispatch:
        return Dispatched;
    case StepKind::Handle:
    case StepKind::SelfHandle:
        return Handled;
    case StepKind::CheckAfter:
        return Checked;
    case StepKind::Return:
        return Returned;
    case StepKind::Rework:
        return Reworked;
    case StepKind::Urge:
        return isReply ? Replied : Urged;
    default:
        return 0;
    }
}

Result<std::map<std::uint32_t, std::uint16_t>> doneInSteps(Connection& connection, const CaseFacts& facts, ShiftSpan shift, Moment asOf,
                                                           const std::function<bool()>& goesOn) {
    std::map<std::uint32_t, std::uint16_t> done;
    const auto read = eachStepByTime(connection, shift.from, std::min(shift.to, asOf + seconds(1)), "CASE WHEN kind = 18 THEN detail ->> 're' END", goesOn,
                                     [&](const Row& step) -> Result<void> {
                                         const std::uint16_t bits = doneBy(static_cast<StepKind>(step.integer(2)), !step.isNull(4));
                                         if (const auto row = bits == 0 ? std::nullopt : facts.rowOf(step.id<CaseId>(1)))
                                             done[static_cast<std::uint32_t>(*row)] |= bits;
                                         return {};
                                     });
    if (!read)
        return fail(read);
    return done;
}

struct Judged {
    CaseFact before, after; ///< with null ids when there was none
    std::uint16_t done;     ///< by steps
};

/// Answers for one shift which figures a case counts in.
class ShiftRules {
  public:
    explicit ShiftRules(const DayBookInput& input) : m_shift(input.shift), m_next(input.next), m_asOf(input.end.asOf) {}

    [[nodiscard]] bool wasOpen(const Judged& one) const { return isOpen(one.before, m_shift.from); }
    [[nodiscard]] bool cameIn(const Judged& one) const { return one.before.id.isNull() && !one.after.id.isNull(); }
    [[nodiscard]] bool isOpenAfter(const Judged& one) const { return isOpen(one.after, m_asOf); }
    [[nodiscard]] bool isReopened(const Judged& one) const { return isOpenAfter(one) && !wasOpen(one) && !cameIn(one); }
    [[nodiscard]] bool wentOut(const Judged& one, CaseState how) const {
        return (wasOpen(one) || cameIn(one)) && !isOpenAfter(one) && one.after.state == how;
    }
    [[nodiscard]] bool isWithin(std::int64_t time) const { return time != 0 && m_shift.contains(Moment(seconds(time))); }
    [[nodiscard]] bool isSuspended(const Judged& one) const { return one.after.stateAt(m_asOf) == CaseState::Suspended; }
    [[nodiscard]] bool isOverdue(const Judged& one) const { return one.after.isOverdueAt(m_asOf); }
    [[nodiscard]] bool isDueNext(const Judged& one) const {
        return isOpenAfter(one) && !isSuspended(one) && !isOverdue(one) && one.after.due != 0 && Moment(seconds(one.after.due)) < m_next.to;
    }

  private:
    ShiftSpan m_shift, m_next;
    Moment m_asOf;
};

struct FigureRule {
    const char* key;
    bool (*counts)(const ShiftRules& rules, const Judged& one);
};

using Rules = const ShiftRules&;
using One = const Judged&;

constexpr std::array FigureRules = {
    FigureRule{"open_before", [](Rules r, One one) { return r.wasOpen(one); }},
    FigureRule{"came_in", [](Rules r, One one) { return r.cameIn(one); }},
    FigureRule{"reopened", [](Rules r, One one) { return r.isReopened(one); }},
    FigureRule{"closed", [](Rules r, One one) { return r.wentOut(one, CaseState::Closed); }},
    FigureRule{"rejected", [](Rules r, One one) { return r.wentOut(one, CaseState::Rejected); }},
    FigureRule{"transferred", [](Rules r, One one) { return r.wentOut(one, CaseState::Transferred); }},
    FigureRule{"voided", [](Rules r, One one) { return r.wentOut(one, CaseState::Void); }},
    FigureRule{"open_after", [](Rules r, One one) { return r.isOpenAfter(one); }},
    FigureRule{"dispatched", [](Rules r, One one) { return (one.done & Dispatched) != 0 || r.isWithin(one.after.dispatched); }},
    FigureRule{"handled", [](Rules r, One one) { return (one.done & Handled) != 0 || r.isWithin(one.after.handled); }},
    FigureRule{"checked", [](Rules, One one) { return (one.done & Checked) != 0; }},
    FigureRule{"returned", [](Rules, One one) { return (one.done & Returned) != 0; }},
    FigureRule{"reworked", [](Rules, One one) { return (one.done & Reworked) != 0; }},
    FigureRule{"urged", [](Rules, One one) { return (one.done & Urged) != 0; }},
    FigureRule{"replied", [](Rules, One one) { return (one.done & Replied) != 0; }},
    FigureRule{"suspended", [](Rules r, One one) { return r.isSuspended(one); }},
    FigureRule{"overdue", [](Rules r, One one) { return r.isOverdue(one); }},
    FigureRule{"due_next", [](Rules r, One one) { return r.isDueNext(one); }},
};

/// Neither ended before the shift nor was anything done to it in it: in none of the figures.
bool isIdle(const FactChunk* before, const FactChunk* after, std::size_t position, Moment from, Moment asOf) {
    const auto open = [&](const FactChunk* chunk, Moment at) {
        return chunk != nullptr && chunk->hasMark(position, IsPresent) && classOf(chunk->stateAt(position, at)) == CaseClass::Open;
    };
    const bool wasThere = before != nullptr && before->hasMark(position, IsPresent);
    return before == after && wasThere && !open(before, from) && !open(after, asOf);
}

void sortByCount(std::vector<TallyRow>& rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const TallyRow& a, const TallyRow& b) { return a.counts.count > b.counts.count; });
}

std::vector<ActivityRow> activitiesOf(const DayBookInput& input) {
    ActivityFilter days; // a shift lies in two days at most
    days.from = input.day;
    days.to = input.day + std::chrono::days(1);
    std::vector<const Activity*> all = select(input.activities, days);
    std::erase_if(all, [&](const Activity* activity) {
        const ActivityTime& time = activity->time;
        return time.isDays ? !input.isFirstOfDay || time.day() != input.day : !input.shift.contains(time.first);
    });
    return tallyActivities(input.activities, all, {ActivityKey::Kind, ActivityKey::Unit});
}

} // namespace

const Figure& DayBook::figure(std::string_view key) const {
    const auto found = std::find_if(figures.begin(), figures.end(), [key](const Figure& figure) { return figure.key == key; });
    assert(found != figures.end());
    return *found;
}

Result<DayBook> dayBook(const DayBookInput& input, const std::function<bool()>& goesOn) {
    const CaseFacts& after = *input.end.facts;
    const auto done = doneInSteps(*input.end.connection, after, input.shift, input.end.asOf, goesOn);
    if (!done)
        return fail(done);
    DayBook book;
    book.shift = input.shift;
    book.asOf = input.end.asOf;
    for (const FigureRule& rule : FigureRules)
        book.figures.push_back({rule.key, {}});
    const ShiftRules rules(input);
    const auto& chunksBefore = input.before->chunks();
    auto step = done->begin();
    for (std::size_t row = 0; row < after.size(); ++row) {
        const std::size_t chunk = row / CaseFacts::ChunkSize, position = row % CaseFacts::ChunkSize;
        const bool hasStep = step != done->end() && step->first == row;
        const FactChunk* before = row < input.before->size() ? chunksBefore[chunk].get() : nullptr;
        if (!hasStep && isIdle(before, after.chunks()[chunk].get(), position, input.shift.from, input.end.asOf))
            continue;
        const Judged one{row < input.before->size() ? (*input.before)[row] : CaseFact(), after[row], hasStep ? step->second : std::uint16_t{0}};
        if (hasStep)
            ++step;
        if (one.after.id.isNull())
            continue;
        for (std::size_t i = 0; i < FigureRules.size(); ++i)
            if (FigureRules[i].counts(rules, one))
                book.figures[i].rows.push_back(static_cast<std::uint32_t>(row));
    }
    const Selection& came = book.figure("came_in").rows;
    book.sources = tally(input.end, *input.end.people, came, {TallyKey::Source}, AreaKind::Grid, GridsOf::Then);
    book.categories = tally(input.end, *input.end.people, came, {TallyKey::CategoryTop}, AreaKind::Grid, GridsOf::Then);
    sortByCount(book.sources);
    sortByCount(book.categories);
    book.activities = activitiesOf(input);
    return book;
}

} // namespace gridwarden::core
