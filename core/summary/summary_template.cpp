// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/summary_template.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace gridwarden::core {

namespace {

constexpr int MostDecimals = 6;
constexpr int DeepestNesting = 8;

const std::map<std::string, TextSlot, std::less<>> TextSlots = {{"期间", TextSlot::Period}, {"period", TextSlot::Period},     {"年", TextSlot::Year},
                                                                {"year", TextSlot::Year},   {"截至", TextSlot::AsOf},         {"date", TextSlot::AsOf},
                                                                {"辖区", TextSlot::District}, {"district", TextSlot::District}};

bool isOneOf(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::vector<std::string> trimmedParts(std::string_view text, char separator) {
    std::vector<std::string> parts;
    for (const std::string& part : split(std::string(text), separator))
        parts.emplace_back(trimmed(part));
    return parts;
}

std::optional<double> numberFrom(std::string_view text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size() && !text.empty() ? std::optional(number) : std::nullopt;
}

struct Wrong {
    std::string where, why;
};
template <class T> using Parsed = tl::expected<T, Wrong>;
tl::unexpected<Wrong> wrong(std::string_view where, const char* why) {
    return tl::unexpected<Wrong>(Wrong{std::string(where), why});
}

/// False when it is none.
bool takeOption(const std::string& option, NumberSlot& slot) {
    if (isOneOf(option, {"余", "over"}))
        slot.isOver = true;
    else if (isOneOf(option, {"万", "ten-thousands"}))
        slot.isInTenThousands = true;
    else if (isOneOf(option, {"保密", "withheld"}))
        slot.isWithheld = true;
    else if (isOneOf(option, {"同比", "year-on-year"}))
        slot.shows = SlotShows::YearOnYear;
    else if (isOneOf(option, {"环比", "period-on-period"}))
        slot.shows = SlotShows::PeriodOnPeriod;
    else if (isOneOf(option, {"月均", "monthly"}))
        slot.shows = SlotShows::PerMonth;
    else if (option.size() == 1 && option[0] >= '0' && option[0] <= '0' + MostDecimals)
        slot.decimals = option[0] - '0';
    else if (!slot.unit && !option.empty() && option.find_first_of("0123456789") == std::string::npos)
        slot.unit = option;
    else
        return false;
    return true;
}

Parsed<std::vector<std::string>> figuresFrom(std::string_view text, std::string_view slot) {
    std::vector<std::string> figures = trimmedParts(text, '+');
    if (figures.empty() || std::any_of(figures.begin(), figures.end(), [](const std::string& figure) { return figure.empty(); }))
        return wrong(slot, "template-slot-empty");
    return figures;
}

Parsed<NumberSlot> numberSlotFrom(std::string_view text) {
    std::vector<std::string> parts = trimmedParts(text, '|');
    NumberSlot slot;
    slot.source = trimmed(text);
    auto figures = figuresFrom(parts.front(), text);
    if (!figures)
        return tl::unexpected<Wrong>(figures.error());
    slot.figures = std::move(*figures);
    for (std::size_t i = 1; i < parts.size(); ++i)
        if (!takeOption(parts[i], slot))
            return wrong(text, "template-option-unknown");
    return slot;
}

Parsed<SlotCondition> conditionFrom(std::string_view text, std::string_view slot) {
    static constexpr std::array<std::pair<std::string_view, Comparison>, 5> Signs = {
        {{">=", Comparison::AtLeast}, {"<=", Comparison::AtMost}, {">", Comparison::More}, {"<", Comparison::Less}, {"=", Comparison::Equal}}};
    for (const auto& [sign, comparison] : Signs) {
        const std::size_t at = text.find(sign);
        if (at == std::string_view::npos)
            continue;
        const auto number = numberFrom(trimmed(text.substr(at + sign.size())));
        auto figures = figuresFrom(text.substr(0, at), slot);
        if (!number || !figures)
            return wrong(slot, "template-condition-wrong");
        return SlotCondition{std::move(*figures), comparison, *number};
    }
    return wrong(slot, "template-condition-wrong");
}

/// Reads one paragraph.
class PartReader {
public:
    explicit PartReader(std::string_view text) : m_text(text) {}

    Parsed<std::vector<TemplatePart>> read() {
        auto parts = readUntilEnd(0);
        if (parts && m_stop != Stop::End)
            return wrong(m_last, "template-part-not-open");
        return parts;
    }

private:
    enum class Stop { End, Else, Close };

    /// Up to the end, or to an else or end of the part that was opened last.
    Parsed<std::vector<TemplatePart>> readUntilEnd(int depth) {
        std::vector<TemplatePart> parts;
        while (m_at < m_text.size()) {
            const std::size_t brace = m_text.find_first_of("{}", m_at);
            if (brace != m_at)
                parts.emplace_back(std::string(m_text.substr(m_at, brace - m_at)));
            if (brace == std::string_view::npos)
                break;
            const std::size_t close = m_text.find_first_of("{}", brace + 1);
            if (m_text[brace] == '}' || close == std::string_view::npos || m_text[close] == '{')
                return wrong(m_text.substr(brace, 40), "template-brace-open");
            const std::string_view slot = trimmed(m_text.substr(brace + 1, close - brace - 1));
            m_last = slot;
            m_at = close + 1;
            if (isOneOf(slot, {"结束", "end"})) {
                m_stop = Stop::Close;
                return parts;
            }
            if (isOneOf(slot, {"否则", "else"})) {
                m_stop = Stop::Else;
                return parts;
            }
            auto part = partFrom(slot, depth);
            if (!part)
                return tl::unexpected<Wrong>(part.error());
            parts.push_back(std::move(*part));
        }
        m_at = m_text.size();
        m_stop = Stop::End;
        return parts;
    }

    Parsed<TemplatePart> partFrom(std::string_view slot, int depth) {
        if (const auto text = TextSlots.find(slot); text != TextSlots.end())
            return TemplatePart(text->second);
        for (const std::string_view word : {"如果", "if "})
            if (slot.starts_with(word))
                return conditionalFrom(slot, slot.substr(word.size()), depth);
        auto number = numberSlotFrom(slot);
        if (!number)
            return tl::unexpected<Wrong>(number.error());
        return TemplatePart(std::move(*number));
    }

    Parsed<TemplatePart> conditionalFrom(std::string_view slot, std::string_view text, int depth) {
        if (depth == DeepestNesting)
            return wrong(slot, "template-too-deep");
        ConditionalPart part;
        auto condition = conditionFrom(text, slot);
        if (!condition)
            return tl::unexpected<Wrong>(condition.error());
        part.condition = std::move(*condition);
        auto then = readUntilEnd(depth + 1);
        if (!then)
            return tl::unexpected<Wrong>(then.error());
        part.then = std::move(*then);
        if (m_stop == Stop::Else) {
            auto otherwise = readUntilEnd(depth + 1);
            if (!otherwise)
                return tl::unexpected<Wrong>(otherwise.error());
            part.otherwise = std::move(*otherwise);
        }
        if (m_stop != Stop::Close)
            return wrong(slot, "template-part-open");
        m_stop = Stop::End;
        return TemplatePart(std::move(part));
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string_view m_last;
    Stop m_stop = Stop::End;
};

ParagraphStyle takeStyle(std::string_view& line) {
    for (const auto& [mark, style] : {std::pair(std::string_view("### "), ParagraphStyle::Heading2), std::pair(std::string_view("## "), ParagraphStyle::Heading1),
                                      std::pair(std::string_view("# "), ParagraphStyle::Title)})
        if (line.starts_with(mark)) {
            line.remove_prefix(mark.size());
            return style;
        }
    return ParagraphStyle::Body;
}

/// Words of Latin letters keep their distance, Chinese ones have none.
void join(std::string& text, std::string_view line) {
    const auto isAscii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    const bool isBetweenSlots = !text.empty() && text.back() == '}' && line.starts_with('{');
    if (!text.empty() && !line.empty() && !isBetweenSlots && isAscii(text.back()) && isAscii(line.front()))
        text += ' ';
    text += line;
}

void collect(const std::vector<TemplatePart>& parts, std::vector<std::string>& figures) {
    const auto add = [&](const std::vector<std::string>& names) {
        for (const std::string& name : names)
            if (std::find(figures.begin(), figures.end(), name) == figures.end())
                figures.push_back(name);
    };
    for (const TemplatePart& part : parts)
        if (const auto* slot = std::get_if<NumberSlot>(&part)) {
            add(slot->figures);
        } else if (const auto* conditional = std::get_if<ConditionalPart>(&part)) {
            add(conditional->condition.figures);
            collect(conditional->then, figures);
            collect(conditional->otherwise, figures);
        }
}

} // namespace

Result<SummaryTemplate> SummaryTemplate::parse(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    struct Open {
        ParagraphStyle style;
        std::string text;
        std::size_t line;
    };
    std::vector<Open> open;
    std::size_t number = 0;
    bool continues = false;
    for (const std::string& whole : split(std::string(text), '\n')) {
        ++number;
        std::string_view line = trimmed(whole);
        if (line.starts_with("//"))
            continue;
        if (line.empty()) {
            continues = false;
            continue;
        }
        const ParagraphStyle style = takeStyle(line);
        if (continues && style == ParagraphStyle::Body)
            join(open.back().text, trimmed(line));
        else
            open.push_back({style, std::string(trimmed(line)), number});
        continues = style == ParagraphStyle::Body;
    }
    SummaryTemplate made;
    for (const Open& paragraph : open) {
        auto parts = PartReader(paragraph.text).read();
        if (!parts)
            return fail(ErrorCode::BadInput, {"summary-template-wrong", {std::to_string(paragraph.line), parts.error().where, parts.error().why}});
        made.m_paragraphs.push_back({paragraph.style, std::move(*parts), paragraph.line});
    }
    return made;
}

std::vector<std::string> SummaryTemplate::figures() const {
    std::vector<std::string> figures;
    for (const TemplateParagraph& paragraph : m_paragraphs)
        collect(paragraph.parts, figures);
    return figures;
}

} // namespace gridwarden::core
