// SPDX-License-Identifier: GPL-3.0-or-later
// The text of a periodic summary (工作总结) with slots for numbers. A plain text file:
//
//   # title        ## 一、heading        ### （一）heading of the second level        anything else: a paragraph; lines in a row are one
//   // a remark, left out
//
//   {清理占道经营|起|余}          a figure by its key or name; options follow after bars:
//       起, 件, % …               the unit as it is to be printed; without one that of the figure
//       0 1 2 …                   decimals
//       余                        rounded down to two digits and said so: 8543 → 8500余
//       万                        in ten thousands
//       保密                      withheld: printed as stars, and still kept in the appendix
//       同比 环比                 the change against last year or the period before, in words
//       月均                      the value for each month of the period
//   {a+b|件}                      several figures added up
//   {期间} {年} {截至} {辖区}     the period, its year, the day of the data, the district's name
//   {如果 a > 0}…{否则}…{结束}    a part that is there under a condition: > < >= <= =
//
// Words in braces are also taken in English: withheld, year-on-year, period-on-period, monthly, over, ten-thousands; period, year, date, district;
// if, else, end.
#pragma once

#include "core/base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace gridwarden::core {

enum class SlotShows { Value, YearOnYear, PeriodOnPeriod, PerMonth };

/// A number in the text.
struct NumberSlot {
    std::vector<std::string> figures;   ///< keys or names, added up
    std::optional<std::string> unit;    ///< none: that of the figure
    std::optional<int> decimals;
    SlotShows shows = SlotShows::Value;
    bool isOver = false, isInTenThousands = false, isWithheld = false;
    std::string source;                 ///< the slot as it is written, without the braces
    bool operator==(const NumberSlot&) const = default;
};

enum class TextSlot { Period, Year, AsOf, District };

enum class Comparison { More, Less, AtLeast, AtMost, Equal };
struct SlotCondition {
    std::vector<std::string> figures;
    Comparison comparison = Comparison::More;
    double number = 0;
    bool operator==(const SlotCondition&) const = default;
};

struct ConditionalPart;
using TemplatePart = std::variant<std::string, NumberSlot, TextSlot, ConditionalPart>;
struct ConditionalPart {
    SlotCondition condition;
    std::vector<TemplatePart> then, otherwise;
    bool operator==(const ConditionalPart&) const = default;
};

enum class ParagraphStyle { Title, Heading1, Heading2, Body };

struct TemplateParagraph {
    ParagraphStyle style = ParagraphStyle::Body;
    std::vector<TemplatePart> parts;
    std::size_t line = 1; ///< of the file, at which it begins
    bool operator==(const TemplateParagraph&) const = default;
};

class SummaryTemplate {
public:
    /// Errors: BadInput "summary-template-wrong" {line, what is written there, why}: why is the key of a sentence, "template-brace-open" …
    [[nodiscard]] static Result<SummaryTemplate> parse(std::string_view text);
    [[nodiscard]] const std::vector<TemplateParagraph>& paragraphs() const { return m_paragraphs; }
    /// Keys and names of all figures in it, each once, in their order.
    [[nodiscard]] std::vector<std::string> figures() const;

private:
    std::vector<TemplateParagraph> m_paragraphs;
};

} // namespace gridwarden::core
