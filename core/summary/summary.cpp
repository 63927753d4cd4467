// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/summary.h"

#include "core/base/digest.h"
#include "core/base/text.h"
#include "core/figures/indicators.h"
#include "core/summary/number_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

namespace gridwarden::core {

namespace {

constexpr double DaysOfAMonth = 365.2425 / 12;

double monthsOf(Period period) {
    const auto whole = wholeMonths(period);
    return whole ? static_cast<double>(*whole) : static_cast<double>(period.days()) / DaysOfAMonth;
}

void appendRecords(std::string& list, const char* kind, std::vector<std::int64_t> ids) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    for (const std::int64_t id : ids)
        list += fmt::format("{} {}\n", kind, id);
}

/// Figures of a period by their keys.
using Values = std::map<std::string, FigureValue>;

Result<Values> valuesOf(const FigureInput& input, const FigureDefinitions& definitions, const std::set<std::string>& keys, Period period,
                        const std::function<bool()>& goesOn) {
    const std::vector<std::string> wanted(keys.begin(), keys.end());
    auto found = evaluateFigures(input, definitions, wanted, period, goesOn);
    if (!found)
        return fail(found);
    Values values;
    for (FigureValue& value : *found)
        values.emplace(value.key, std::move(value));
    return values;
}

/// What a slot names; several figures are added up.
FigureValue valueOf(const Values& values, const std::vector<std::string>& keys) {
    if (keys.size() == 1)
        return values.at(keys.front());
    std::vector<const FigureValue*> parts;
    for (const std::string& key : keys)
        parts.push_back(&values.at(key));
    return addedUp({}, parts);
}

bool holds(const SlotCondition& condition, std::optional<double> value) {
    if (!value)
        return false;
    switch (condition.comparison) {
    case Comparison::More:
        return *value > condition.number;
    case Comparison::Less:
        return *value < condition.number;
    case Comparison::AtLeast:
        return *value >= condition.number;
    case Comparison::AtMost:
        return *value <= condition.number;
    case Comparison::Equal:
        return *value == condition.number;
    }
    return false;
}

/// Which figures are needed for which periods; names become keys.
class Needs {
public:
    explicit Needs(const FigureDefinitions& definitions) : m_definitions(definitions) {}

    Result<void> add(const std::vector<TemplatePart>& parts, std::size_t line) {
        for (const TemplatePart& part : parts) {
            Result<void> done;
            if (const auto* slot = std::get_if<NumberSlot>(&part)) {
                done = add(slot->figures, slot->source, line, now);
                if (done && slot->shows == SlotShows::YearOnYear)
                    done = add(slot->figures, slot->source, line, lastYear);
                if (done && slot->shows == SlotShows::PeriodOnPeriod)
                    done = add(slot->figures, slot->source, line, before);
            } else if (const auto* conditional = std::get_if<ConditionalPart>(&part)) {
                done = add(conditional->condition.figures, {}, line, now);
                if (done)
                    done = add(conditional->then, line);
                if (done)
                    done = add(conditional->otherwise, line);
            }
            if (!done)
                return done;
        }
        return {};
    }
    std::set<std::string> now, before, lastYear;

private:
    Result<void> add(const std::vector<std::string>& names, const std::string& source, std::size_t line, std::set<std::string>& keys) {
        for (const std::string& name : names) {
            const FigureDefinition* const definition = m_definitions.named(name);
            if (definition == nullptr)
                return fail(ErrorCode::NotFound, {"summary-figure-unknown", {std::to_string(line), name}}, name);
            if (definition->isRate() && names.size() > 1)
                return fail(ErrorCode::BadInput, {"summary-rates-added", {std::to_string(line), source}}, name);
            keys.insert(definition->key);
        }
        return {};
    }
    const FigureDefinitions& m_definitions;
};

class Writing {
public:
    Writing(const FigureInput& input, const FigureDefinitions& definitions, const SummaryWords& words, Summary& summary, const Values& now, const Values& before, const Values& lastYear)
        : m_input(input), m_definitions(definitions), m_words(words), m_summary(summary), m_now(now), m_before(before), m_lastYear(lastYear) {}

    void write(const TemplateParagraph& paragraph) {
        SummaryParagraph written{paragraph.style, {}};
        write(paragraph.parts, written.runs);
        if (!trimmed(written.text()).empty())
            m_summary.paragraphs.push_back(std::move(written));
    }

private:
    void write(const std::vector<TemplatePart>& parts, std::vector<SummaryRun>& runs) {
        for (const TemplatePart& part : parts) {
            if (const auto* text = std::get_if<std::string>(&part))
                runs.push_back({*text, {}});
            else if (const auto* slot = std::get_if<NumberSlot>(&part))
                write(*slot, runs);
            else if (const auto* word = std::get_if<TextSlot>(&part))
                runs.push_back({wordOf(*word), {}});
            else if (const auto* conditional = std::get_if<ConditionalPart>(&part))
                write(holds(conditional->condition, valueOf(m_now, keysOf(conditional->condition.figures)).value) ? conditional->then : conditional->otherwise, runs);
        }
    }

    void write(const NumberSlot& slot, std::vector<SummaryRun>& runs) {
        SummaryNumber number;
        number.figures = keysOf(slot.figures);
        number.shows = slot.shows;
        number.isWithheld = slot.isWithheld;
        const FigureDefinition& first = *m_definitions.find(number.figures.front());
        for (const std::string& key : number.figures) {
            const FigureDefinition& definition = *m_definitions.find(key);
            join(number.name, definition.nameIn(m_words.language), " + ");
            join(number.definition, definition.noteIn(m_words.language), word("summary", "separator", m_words.language));
        }
        const FigureValue value = valueOf(m_now, number.figures);
        number.value = value.value;
        number.records = recordCount(value);
        number.digest = recordsDigest(*m_input.cases.facts, value);
        const std::string unit = slot.unit.value_or(first.unit);
        switch (slot.shows) {
        case SlotShows::Value:
            number.printed = numberText(slot, value.value, unit, first.isRate(), m_words.language);
            break;
        case SlotShows::PerMonth: {
            NumberSlot monthly = slot;
            if (!monthly.decimals && !monthly.isOver)
                monthly.decimals = 0;
            number.printed = numberText(monthly, value.value && !first.isRate() ? std::optional(*value.value / monthsOf(m_summary.period)) : value.value, unit, first.isRate(),
                                        m_words.language);
            break;
        }
        case SlotShows::YearOnYear:
        case SlotShows::PeriodOnPeriod:
            number.base = valueOf(slot.shows == SlotShows::YearOnYear ? m_lastYear : m_before, number.figures).value;
            number.printed = changeText(slot, value.value, number.base, unit, first.isRate(), m_words.language);
            break;
        }
        runs.push_back({number.printed, m_summary.numbers.size()});
        m_summary.numbers.push_back(std::move(number));
    }

    [[nodiscard]] const std::string& wordOf(TextSlot word) const {
        switch (word) {
        case TextSlot::Period:
            return m_words.period;
        case TextSlot::Year:
            return m_words.year;
        case TextSlot::AsOf:
            return m_words.asOf;
        case TextSlot::District:
            break;
        }
        return m_words.district;
    }
    static void join(std::string& all, const std::string& one, const std::string& separator) {
        if (!one.empty())
            all += (all.empty() ? std::string() : separator) + one;
    }
    [[nodiscard]] std::vector<std::string> keysOf(const std::vector<std::string>& names) const {
        std::vector<std::string> keys;
        for (const std::string& name : names)
            keys.push_back(m_definitions.named(name)->key);
        return keys;
    }

    const FigureInput& m_input;
    const FigureDefinitions& m_definitions;
    const SummaryWords& m_words;
    Summary& m_summary;
    const Values &m_now, &m_before, &m_lastYear;
};

} // namespace

std::string SummaryParagraph::text() const {
    std::string whole;
    for (const SummaryRun& run : runs)
        whole += run.text;
    return whole;
}

std::string recordsDigest(const CaseFacts& facts, const FigureValue& value) {
    std::vector<std::int64_t> cases, steps, activities;
    for (const std::uint32_t row : value.rows)
        cases.push_back(facts[row].id.value());
    for (const StepId id : value.steps)
        steps.push_back(id.value());
    for (const ActivityId id : value.activities)
        activities.push_back(id.value());
    std::string list;
    appendRecords(list, "case", std::move(cases));
    appendRecords(list, "step", std::move(steps));
    appendRecords(list, "activity", std::move(activities));
    return sha256(list);
}

std::int64_t recordCount(const FigureValue& value) {
    return static_cast<std::int64_t>(value.rows.size() + value.steps.size() + value.activities.size());
}

Result<Summary> writeSummary(const FigureInput& input, const FigureDefinitions& definitions, const SummaryTemplate& text, Period period,
                             const SummaryWords& words, const std::function<bool()>& goesOn) {
    Needs needs(definitions);
    for (const TemplateParagraph& paragraph : text.paragraphs())
        if (auto done = needs.add(paragraph.parts, paragraph.line); !done)
            return fail(done);
    const auto now = valuesOf(input, definitions, needs.now, period, goesOn);
    if (!now)
        return fail(now);
    const auto before = valuesOf(input, definitions, needs.before, previousPeriod(period), goesOn);
    if (!before)
        return fail(before);
    const auto lastYear = valuesOf(input, definitions, needs.lastYear, sameLastYear(period), goesOn);
    if (!lastYear)
        return fail(lastYear);
    Summary summary{words.district, period, input.cases.asOf, {}, {}};
    Writing writing(input, definitions, words, summary, *now, *before, *lastYear);
    for (const TemplateParagraph& paragraph : text.paragraphs())
        writing.write(paragraph);
    return summary;
}

Result<std::vector<NumberCheck>> checkSummary(const FigureInput& input, const FigureDefinitions& definitions, const Summary& published,
                                              const std::function<bool()>& goesOn) {
    const auto isKnown = [&](const SummaryNumber& number) {
        return !number.figures.empty() && std::all_of(number.figures.begin(), number.figures.end(), [&](const std::string& key) { return definitions.find(key) != nullptr; });
    };
    std::set<std::string> nowKeys, beforeKeys, lastYearKeys;
    for (const SummaryNumber& number : published.numbers) {
        if (!isKnown(number))
            continue;
        nowKeys.insert(number.figures.begin(), number.figures.end());
        if (number.shows == SlotShows::PeriodOnPeriod)
            beforeKeys.insert(number.figures.begin(), number.figures.end());
        if (number.shows == SlotShows::YearOnYear)
            lastYearKeys.insert(number.figures.begin(), number.figures.end());
    }
    const auto now = valuesOf(input, definitions, nowKeys, published.period, goesOn);
    if (!now)
        return fail(now);
    const auto before = valuesOf(input, definitions, beforeKeys, previousPeriod(published.period), goesOn);
    if (!before)
        return fail(before);
    const auto lastYear = valuesOf(input, definitions, lastYearKeys, sameLastYear(published.period), goesOn);
    if (!lastYear)
        return fail(lastYear);
    std::vector<NumberCheck> checks;
    for (const SummaryNumber& number : published.numbers) {
        NumberCheck check;
        check.isKnown = isKnown(number);
        if (check.isKnown) {
            const FigureValue value = valueOf(*now, number.figures);
            check.value = value.value;
            check.records = recordCount(value);
            std::optional<double> base;
            if (number.shows == SlotShows::YearOnYear || number.shows == SlotShows::PeriodOnPeriod)
                base = valueOf(number.shows == SlotShows::YearOnYear ? *lastYear : *before, number.figures).value;
            check.holds = check.value == number.value && base == number.base && recordsDigest(*input.cases.facts, value) == number.digest;
        }
        checks.push_back(check);
    }
    return checks;
}

} // namespace gridwarden::core
