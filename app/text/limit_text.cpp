// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/limit_text.h"

#include "app/text/message_text.h"

#include <QLocale>
#include <QStringBuilder>

namespace gridwarden::app {

QString limitText(const core::Limit& limit) {
    const QString number = QLocale().toString(limit.value, 'g', 6);
    const QString unit = word("limit_units", core::limitUnitKey(limit.unit));
    if (language() == core::Language::Chinese)
        return number + unit;
    const QString plural = limit.value == 1 ? QString() : QStringLiteral("s");
    return number + QLatin1Char(' ') + unit.toLower() + plural;
}

} // namespace gridwarden::app
