// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/summary_words.h"

namespace gridwarden::app {

core::SummaryWords summaryWords(const ReportText& text, const std::string& district, core::Period period, core::Day today) {
    return {text.language(), district, text.period(period).toStdString(), std::to_string(static_cast<int>(std::chrono::year_month_day(period.to).year())),
            text.day(today).toStdString()};
}

} // namespace gridwarden::app
