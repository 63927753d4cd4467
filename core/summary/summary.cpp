// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/summary.h"

#include "core/base/text.h"
#include "core/figures/indicators.h"
#include "core/summary/number_text.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>

namespace gridwarden::core {

namespace {

constexpr double DaysOfAMonth = 365.2425 / 12;

double monthsOf(Period period) {
    const auto whole = wholeMonths(period);
    return whole ? static_cast<double>(*whole) : static_cast<double>(period.days()) / DaysOfAMonth;
}

/// Figures of a period. What is asked for once stays where it is.
class PeriodValues {
public:
    static Result<PeriodValues> evaluated(const FigureInput& input, const FigureDefinitions& definitions, const std::set<std::string>& keys, Period period,
                                   const std::function<bool()>& goesOn) {
        const std::vector<std::string> wanted(keys.begin(), keys.end());
        auto found = evaluateFigures(input, definitions, wanted, period, goesOn);
        if (!found)
            return fail(found);
        PeriodValues values;
        for (FigureValue& value : *found)
            values.m_values.emplace(std::vector{value.key}, std::move(value));
        return values;
    }
    /// Several figures are added up.
    const FigureValue& of(const std::vector<std::string>& keys) {
        const auto [value, isNew] = m_values.try_emplace(keys);
        if (isNew) {
            std::vector<const FigureValue*> parts;
            for (const std::string& key : keys)
                parts.push_back(&m_values.at({key}));
            value->second = addedUp({}, parts);
        }
        return value->second;
    }

private:
    std::map<std::vector<std::string>, FigureValue> m_values;
};

/// Those of a period and of the periods that it is compared with, which may be the same.
struct ComparedValues {
    std::shared_ptr<PeriodValues> now, before, lastYear;
};
struct ComparedKeys {
    std::set<std::string> now, before, lastYear;
};

Result<ComparedValues> valuesOf(const FigureInput& input, const FigureDefinitions& definitions, ComparedKeys keys, Period period,
                                const std::function<bool()>& goesOn) {
    ComparedValues values;
    const auto evaluate = [&](const std::set<std::string>& wanted, Period of, std::shared_ptr<PeriodValues>& into) -> Result<void> {
        auto found = PeriodValues::evaluated(input, definitions, wanted, of, goesOn);
        if (!found)
            return fail(found);
        into = std::make_shared<PeriodValues>(std::move(*found));
        return {};
    };
    const Period before = previousPeriod(period), lastYear = sameLastYear(period);
    const bool isOneBase = before == lastYear; // of a year
    if (isOneBase)
        keys.before.merge(keys.lastYear);
    if (auto done = evaluate(keys.now, period, values.now); !done)
        return fail(done);
    if (auto done = evaluate(keys.before, before, values.before); !done)
        return fail(done);
    values.lastYear = values.before;
    if (!isOneBase)
        if (auto done = evaluate(keys.lastYear, lastYear, values.lastYear); !done)
            return fail(done);
    return values;
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
                done = add(slot->figures, slot->source, line, keys.now);
                if (done && slot->shows == SlotShows::YearOnYear)
                    done = add(slot->figures, slot->source, line, keys.lastYear);
                if (done && slot->shows == SlotShows::PeriodOnPeriod)
                    done = add(slot->figures, slot->source, line, keys.before);
            } else if (const auto* conditional = std::get_if<ConditionalPart>(&part)) {
                done = add(conditional->condition.figures, {}, line, keys.now);
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
    ComparedKeys keys;

private:
    Result<void> add(const std::vector<std::string>& names, const std::string& source, std::size_t line, std::set<std::string>& wanted) {
        for (const std::string& name : names) {
            const FigureDefinition* const definition = m_definitions.named(name);
            if (definition == nullptr)
                return fail(ErrorCode::NotFound, {"summary-figure-unknown", {std::to_string(line), name}}, name);
            if (definition->isRate() && names.size() > 1)
                return fail(ErrorCode::BadInput, {"summary-rates-added", {std::to_string(line), source}}, name);
            wanted.insert(definition->key);
        }
        return {};
    }
    const FigureDefinitions& m_definitions;
};

class Writing {
public:
    Writing(const FigureDefinitions& definitions, const SummaryWords& words, Summary& summary, const ComparedValues& values)
        : m_definitions(definitions), m_words(words), m_summary(summary), m_values(values) {}

    void write(const TemplateParagraph& paragraph) {
        SummaryParagraph written{paragraph.style, {}};
        write(paragraph.parts, written.runs);
        if (!trimmed(written.text()).empty())
            m_summary.paragraphs.push_back(std::move(written));
    }
    /// Behind the numbers, in their order.
    [[nodiscard]] const std::vector<const FigureValue*>& records() const { return m_records; }

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
                write(isMet(conditional->condition) ? conditional->then : conditional->otherwise, runs);
        }
    }

    [[nodiscard]] bool isMet(const SlotCondition& condition) const { return holds(condition, m_values.now->of(keysOf(condition.figures)).value); }

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
        const FigureValue& value = m_values.now->of(number.figures);
        number.value = value.value;
        number.records = recordCount(value);
        m_records.push_back(&value);
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
            number.base = (slot.shows == SlotShows::YearOnYear ? m_values.lastYear : m_values.before)->of(number.figures).value;
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

    const FigureDefinitions& m_definitions;
    const SummaryWords& m_words;
    Summary& m_summary;
    const ComparedValues& m_values;
    std::vector<const FigureValue*> m_records;
};

} // namespace

std::string SummaryParagraph::text() const {
    std::string whole;
    for (const SummaryRun& run : runs)
        whole += run.text;
    return whole;
}

Result<Summary> writeSummary(const FigureInput& input, const FigureDefinitions& definitions, const SummaryTemplate& text, Period period,
                             const SummaryWords& words, const std::function<bool()>& goesOn) {
    Needs needs(definitions);
    for (const TemplateParagraph& paragraph : text.paragraphs())
        if (auto done = needs.add(paragraph.parts, paragraph.line); !done)
            return fail(done);
    const auto values = valuesOf(input, definitions, needs.keys, period, goesOn);
    if (!values)
        return fail(values);
    Summary summary{words.district, period, input.cases.asOf, {}, {}};
    Writing writing(definitions, words, summary, *values);
    for (const TemplateParagraph& paragraph : text.paragraphs())
        writing.write(paragraph);
    auto digests = recordsDigests(*input.cases.facts, writing.records(), goesOn);
    if (!digests)
        return fail(digests);
    for (std::size_t i = 0; i < digests->size(); ++i)
        summary.numbers[i].digest = std::move((*digests)[i]);
    return summary;
}

Result<std::vector<NumberCheck>> checkSummary(const FigureInput& input, const FigureDefinitions& definitions, const Summary& published,
                                              const std::function<bool()>& goesOn) {
    const auto isKnown = [&](const SummaryNumber& number) {
        return !number.figures.empty() && std::all_of(number.figures.begin(), number.figures.end(), [&](const std::string& key) { return definitions.find(key) != nullptr; });
    };
    ComparedKeys keys;
    for (const SummaryNumber& number : published.numbers) {
        if (!isKnown(number))
            continue;
        keys.now.insert(number.figures.begin(), number.figures.end());
        if (number.shows == SlotShows::PeriodOnPeriod)
            keys.before.insert(number.figures.begin(), number.figures.end());
        if (number.shows == SlotShows::YearOnYear)
            keys.lastYear.insert(number.figures.begin(), number.figures.end());
    }
    const auto values = valuesOf(input, definitions, keys, published.period, goesOn);
    if (!values)
        return fail(values);
    std::vector<const FigureValue*> records;
    for (const SummaryNumber& number : published.numbers)
        if (isKnown(number))
            records.push_back(&values->now->of(number.figures));
    const auto digests = recordsDigests(*input.cases.facts, records, goesOn);
    if (!digests)
        return fail(digests);
    std::vector<NumberCheck> checks;
    auto digest = digests->begin();
    for (const SummaryNumber& number : published.numbers) {
        NumberCheck check;
        check.isKnown = isKnown(number);
        if (check.isKnown) {
            const FigureValue& value = values->now->of(number.figures);
            const bool areSameRecords = *digest++ == number.digest;
            check.value = value.value;
            check.records = recordCount(value);
            std::optional<double> base;
            if (number.shows == SlotShows::YearOnYear || number.shows == SlotShows::PeriodOnPeriod)
                base = (number.shows == SlotShows::YearOnYear ? values->lastYear : values->before)->of(number.figures).value;
            check.holds = check.value == number.value && base == number.base && areSameRecords;
        }
        checks.push_back(check);
    }
    return checks;
}

} // namespace gridwarden::core
