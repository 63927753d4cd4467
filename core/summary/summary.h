// SPDX-License-Identifier: GPL-3.0-or-later
// A summary written from its template: paragraphs in which each number knows what it is made of, and can be worked out again later.
#pragma once

#include "core/summary/record_digest.h"
#include "core/summary/summary_template.h"

namespace gridwarden::core {

/// A number as it was published.
struct SummaryNumber {
    std::vector<std::string> figures;  ///< keys, added up
    std::string name;                  ///< of the figures
    std::string definition;            ///< what is counted, in words
    SlotShows shows = SlotShows::Value;
    std::string printed;               ///< as it stands in the text
    bool isWithheld = false;
    std::optional<double> value;       ///< of the period; of a rate 0 … 1. None: undefined
    std::optional<double> base;        ///< of the period that it is compared with
    std::int64_t records = 0;          ///< behind the value
    std::string digest;                ///< SHA-256 of the list of their ids; see recordsDigest
    bool operator==(const SummaryNumber&) const = default;
};

struct SummaryRun {
    std::string text;
    std::optional<std::size_t> number; ///< position in Summary::numbers; none: plain text
    bool operator==(const SummaryRun&) const = default;
};
struct SummaryParagraph {
    ParagraphStyle style = ParagraphStyle::Body;
    std::vector<SummaryRun> runs;
    [[nodiscard]] std::string text() const;
    bool operator==(const SummaryParagraph&) const = default;
};

/// Words that stand for a slot of the text, in its language.
struct SummaryWords {
    Language language = Language::Chinese;
    std::string district, period, year, asOf;
    bool operator==(const SummaryWords&) const = default;
};

struct Summary {
    std::string district;
    Period period;
    Moment asOf;
    std::vector<SummaryParagraph> paragraphs; ///< those without any text are left out
    std::vector<SummaryNumber> numbers;       ///< in their order in the text
    bool operator==(const Summary&) const = default;
};

/// \param input its `within` holds for all numbers
/// Errors: BadInput "summary-figure-unknown" {line, name}, "summary-rates-added" {line, slot}; those of evaluateFigures.
[[nodiscard]] Result<Summary> writeSummary(const FigureInput& input, const FigureDefinitions& definitions, const SummaryTemplate& text, Period period,
                                           const SummaryWords& words, const std::function<bool()>& goesOn = {});

/// How a published number stands against the records of now.
struct NumberCheck {
    bool isKnown = true; ///< its figures are still defined
    bool holds = false;  ///< the value and the records are the same
    std::optional<double> value;
    std::int64_t records = 0;
};
/// Works out each number of a published summary again, as of the same moment. Errors: those of evaluateFigures but for figures that are not known any more.
/// \param input as of the moment of the summary
[[nodiscard]] Result<std::vector<NumberCheck>> checkSummary(const FigureInput& input, const FigureDefinitions& definitions, const Summary& published,
                                                            const std::function<bool()>& goesOn = {});

} // namespace gridwarden::core
