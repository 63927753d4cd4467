// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/special_days.h"

#include "core/base/text.h"
#include "gis/source/table.h"

#include <QRegularExpression>
#include <QString>
#include <array>

namespace gridwarden::app {

namespace {

using Words = std::vector<std::string_view>;
const Words DayWords = {"day", "date", "日期", "日子", "时间"};
const Words KindWords = {"kind", "type", "类型", "类别", "性质"};
const Words NameWords = {"name", "holiday", "名称", "节日", "节假日名称", "备注", "说明"};
const Words HolidayKinds = {"holiday", "h", "节假日", "假日", "放假", "休息", "休"};
const Words WorkdayKinds = {"workday", "w", "调休", "调休上班日", "调休上班", "上班", "工作日", "补班", "班"};

bool isOneOf(const Words& words, std::string_view text) {
    return std::find(words.begin(), words.end(), core::lowered(core::trimmed(text))) != words.end();
}

std::optional<core::Day> dayFrom(std::string_view text) {
    static const QRegularExpression pattern(QStringLiteral("^(\\d{4})\\s*[-/.年]?\\s*(\\d{1,2})\\s*[-/.月]?\\s*(\\d{1,2})\\s*日?(\\s+0{1,2}:00(:00)?)?$"));
    const std::string_view trimmed = core::trimmed(text);
    const QRegularExpressionMatch match = pattern.match(QString::fromUtf8(trimmed.data(), static_cast<qsizetype>(trimmed.size())));
    if (!match.hasMatch())
        return std::nullopt;
    const std::chrono::year_month_day day(std::chrono::year(match.captured(1).toInt()), std::chrono::month(match.captured(2).toUInt()),
                                          std::chrono::day(match.captured(3).toUInt()));
    return day.ok() ? std::optional(core::Day(std::chrono::local_days(day))) : std::nullopt;
}

std::optional<bool> isWorkday(std::string_view kind) {
    if (isOneOf(WorkdayKinds, kind))
        return true;
    return isOneOf(HolidayKinds, kind) ? std::optional(false) : std::nullopt;
}

class DayReader {
  public:
    explicit DayReader(const std::vector<std::string>& fields) : m_fields(fields) {
        const std::array words = {&DayWords, &KindWords, &NameWords};
        for (std::size_t target = 0; target < words.size(); ++target)
            for (std::size_t i = 0; i < fields.size(); ++i)
                if (isOneOf(*words[target], fields[i])) {
                    m_columns[target] = i;
                    break;
                }
    }
    void take(const std::vector<std::string>& values, std::size_t row, SpecialDayList& list) const {
        const auto value = [&](std::size_t target) {
            const std::size_t column = m_columns[target];
            return column < values.size() ? std::string(core::trimmed(values[column])) : std::string();
        };
        const auto problem = [&](std::size_t target, const char* key) {
            list.problems.push_back({row, m_columns[target] < m_fields.size() ? m_fields[m_columns[target]] : std::string(), value(target),
                                     {key, {value(target)}}, true});
        };
        const auto day = dayFrom(value(0));
        const auto workday = isWorkday(value(1));
        if (!day)
            problem(0, "day-unreadable");
        else if (!workday)
            problem(1, "day-kind-unknown");
        else
            list.days[*day] = {*workday, value(2)};
    }

  private:
    const std::vector<std::string>& m_fields;
    std::array<std::size_t, 3> m_columns = {0, 1, 2};
};

} // namespace

core::Result<SpecialDayList> readSpecialDays(const std::filesystem::path& path, const gis::GoOn& goOn) {
    auto table = gis::Table::open(path, {.layer = {}, .encoding = {}, .crs = {}, .goOn = goOn});
    if (!table)
        return core::fail(table);
    SpecialDayList list;
    const DayReader reader(table->fields());
    if (!table->fields().empty() && dayFrom(table->fields().front())) // a list without headings
        reader.take(table->fields(), 0, list);
    for (;;) {
        const auto row = table->next();
        if (!row)
            return core::fail(row);
        if (!*row)
            return list;
        if ((*row)->problem.empty())
            reader.take((*row)->values, (*row)->number, list);
        else if ((*row)->problem == "row-too-few-fields" && (*row)->values.size() >= 2)
            reader.take((*row)->values, (*row)->number, list);
        else
            list.problems.push_back({(*row)->number, {}, {}, {(*row)->problem, {}}, true});
    }
}

} // namespace gridwarden::app
