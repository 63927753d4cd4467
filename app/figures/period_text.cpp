// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/period_text.h"

#include "core/figures/indicators.h"

namespace gridwarden::app {

QString periodText(core::Period period) {
    const std::chrono::year_month_day first(period.from);
    const QString from = QString::fromStdString(core::dayText(period.from)), to = QString::fromStdString(core::dayText(period.to));
    switch (const auto months = core::wholeMonths(period).value_or(0)) {
    case 1:
        return from.left(7);
    case 12:
        if (first.month() == std::chrono::January)
            return from.left(4);
        break;
    case 3:
    case 6:
        if (const unsigned before = static_cast<unsigned>(first.month()) - 1; before % static_cast<unsigned>(months) == 0)
            return QStringLiteral("%1 %2%3").arg(from.left(4), months == 3 ? QStringLiteral("Q") : QStringLiteral("H")).arg(before / static_cast<unsigned>(months) + 1);
        break;
    default:
        break;
    }
    return period.from == period.to ? from.mid(5) : from.mid(5) + u'–' + to.mid(5);
}

} // namespace gridwarden::app
