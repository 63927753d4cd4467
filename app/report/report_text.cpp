// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_text.h"

#include "core/base/resources.h"
#include "core/figure_list.h"

#include <QStringList>
#include <array>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

constexpr std::array<std::string_view, 5> Paths = {"reports/grid.json", "reports/desk.json", "reports/bulletin.json", "reports/ranking.json", "reports/patrol.json"};

QString hundredths(std::int64_t value, bool withSign) {
    const std::int64_t size = value < 0 ? -value : value;
    const QString digits = QStringLiteral("%1.%2").arg(size / 100).arg(size % 100, 2, 10, QLatin1Char('0'));
    if (value < 0)
        return QLatin1Char('-') + digits;
    return withSign && value > 0 ? QLatin1Char('+') + digits : digits;
}

QString twoDigits(unsigned value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

QString clock(int minute) {
    return twoDigits(static_cast<unsigned>(minute / 60)) + QLatin1Char(':') + twoDigits(static_cast<unsigned>(minute % 60));
}

} // namespace

std::optional<std::int64_t> hundredthsOfPercent(std::int64_t numerator, std::int64_t denominator) {
    if (denominator == 0)
        return std::nullopt;
    const std::int64_t size = numerator < 0 ? -numerator : numerator;
    const std::int64_t rounded = (size * 20'000 + denominator) / (2 * denominator);
    return numerator < 0 ? -rounded : rounded;
}

core::Result<ReportText> ReportText::load(core::Language language, const core::TimeZone& zone) {
    ReportText result;
    result.m_language = language;
    result.m_zone = zone;
    const char* const member = language == core::Language::Chinese ? "zh" : "en";
    for (const std::string_view path : Paths) {
        const auto document = core::readJsonResource(path);
        if (!document)
            return core::fail(document);
        const auto texts = document->find("texts");
        if (texts == document->end() || !texts->is_object())
            return core::fail(core::ErrorCode::BadInput, {"json-unreadable", {std::string(path), "texts"}});
        for (const auto& [key, entry] : texts->items()) {
            const auto found = entry.find(member);
            if (found == entry.end() || !found->is_string())
                return core::fail(core::ErrorCode::BadInput, {"json-unreadable", {std::string(path), key}});
            result.m_texts.emplace(key, QString::fromStdString(found->get<std::string>()));
        }
    }
    auto figures = core::shippedFigures();
    if (!figures)
        return core::fail(figures);
    result.m_figures = std::move(*figures);
    return result;
}

core::Result<ReportText> ReportText::load(core::Language language, core::District& district) {
    auto result = load(language, district.timeZone());
    auto figures = core::figureDefinitions(district);
    if (!figures)
        return core::fail(figures);
    if (result)
        result->m_figures = std::move(*figures);
    return result;
}

QString ReportText::operator()(std::string_view key, std::initializer_list<QString> arguments) const {
    const auto found = m_texts.find(std::string(key));
    if (found == m_texts.end())
        return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
    // In one pass: an argument that itself holds "%1" stays as it is, and "%10" is not "%1" and a zero.
    const QString& text = found->second;
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        std::size_t number = 0;
        qsizetype next = i + 1;
        if (text[i] == QLatin1Char('%'))
            for (; next < text.size() && text[next] >= QLatin1Char('0') && text[next] <= QLatin1Char('9'); ++next)
                number = number * 10 + static_cast<std::size_t>(text[next].digitValue());
        if (number == 0 || number > arguments.size()) {
            result += text[i];
            continue;
        }
        result += *(arguments.begin() + number - 1);
        i = next - 1;
    }
    return result;
}

QString ReportText::word(std::string_view group, std::string_view key) const {
    return QString::fromStdString(core::word(group, key, m_language));
}

QString ReportText::percent(std::int64_t numerator, std::int64_t denominator) const {
    const auto value = hundredthsOfPercent(numerator, denominator);
    return value ? hundredths(*value, false) + QLatin1Char('%') : (*this)("undefined");
}

QString ReportText::change(std::int64_t value, std::int64_t base) const {
    const auto share = hundredthsOfPercent(value - base, base);
    return share ? hundredths(*share, true) + QLatin1Char('%') : (*this)("undefined");
}

QString ReportText::difference(const core::Rate& rate, const core::Rate& base) const {
    const auto now = hundredthsOfPercent(rate.numerator, rate.denominator);
    const auto then = hundredthsOfPercent(base.numerator, base.denominator);
    return now && then ? (*this)("points", {hundredths(*now - *then, true)}) : (*this)("undefined");
}

QString ReportText::day(core::Day day) const {
    const std::chrono::year_month_day date(day);
    const auto month = static_cast<unsigned>(date.month());
    const auto dayOfMonth = static_cast<unsigned>(date.day());
    const QString year = QString::number(static_cast<int>(date.year()));
    if (m_language == core::Language::Chinese)
        return (*this)("day", {year, QString::number(month), QString::number(dayOfMonth)});
    return (*this)("day", {year, twoDigits(month), twoDigits(dayOfMonth)});
}

QString ReportText::period(core::Period period) const {
    const std::chrono::year_month_day from(period.from), to(period.to);
    const QString year = QString::number(static_cast<int>(from.year()));
    const unsigned first = static_cast<unsigned>(from.month());
    const unsigned last = static_cast<unsigned>(to.month());
    const bool isWholeMonths = from.year() == to.year() && from.day() == std::chrono::day(1) &&
                               to == std::chrono::year_month_day(to.year() / to.month() / std::chrono::last);
    if (isWholeMonths && first == last)
        return (*this)("month", {year, (*this)("month_" + std::to_string(first))});
    if (isWholeMonths && last == first + 2 && first % 3 == 1)
        return (*this)("quarter", {year, m_language == core::Language::Chinese ? QStringLiteral("一二三四").mid((first - 1) / 3, 1)
                                                                               : QString::number((first - 1) / 3 + 1)});
    if (isWholeMonths && last == first + 5 && first % 6 == 1)
        return (*this)("half_year", {year, (*this)(first == 1 ? "half_1" : "half_2")});
    if (isWholeMonths && first == 1 && last == 12)
        return (*this)("year", {year});
    if (period.from == period.to)
        return day(period.from);
    return (*this)("range", {day(period.from), day(period.to)});
}

QString ReportText::time(core::Moment moment) const { return QString::fromStdString(core::localText(moment, m_zone)); }

QString ReportText::duration(core::seconds length) const {
    const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(length).count();
    const auto hours = minutes / 60;
    if (hours >= 24)
        return (*this)("duration_days", {QString::number(hours / 24), QString::number(hours % 24)});
    return (*this)("duration_hours", {QString::number(hours), QString::number(minutes % 60)});
}

QString ReportText::weekdays(int days) const {
    if ((days & 0x7f) == 0x7f)
        return (*this)("weekdays_all");
    const auto name = [this](int index) { return (*this)("weekday_" + std::to_string(index + 1)); };
    QStringList runs;
    for (int first = 0; first < 7; ++first) {
        if ((days >> first & 1) == 0)
            continue;
        int last = first;
        while (last < 6 && (days >> (last + 1) & 1) != 0)
            ++last;
        if (last - first >= 2)
            runs += (*this)("weekdays_to", {name(first), name(last)});
        else
            for (int i = first; i <= last; ++i)
                runs += name(i);
        first = last;
    }
    return (*this)("weekdays_prefix", {runs.join((*this)("list_separator"))});
}

QString ReportText::hours(int startMinute, int endMinute) const {
    return (*this)(endMinute <= startMinute ? "hours_next_day" : "hours", {clock(startMinute), clock(endMinute)});
}

} // namespace gridwarden::app
