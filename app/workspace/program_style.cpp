// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/program_style.h"

#include "app/workspace/icon.h"

namespace gridwarden::app {

ProgramStyle::ProgramStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const {
    if (hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

QIcon ProgramStyle::standardIcon(StandardPixmap picture, const QStyleOption* option, const QWidget* widget) const {
    switch (picture) {
    case SP_MessageBoxQuestion:
        return icon(QLatin1String("circle-question-mark"));
    case SP_MessageBoxInformation:
        return icon(QLatin1String("info"));
    case SP_MessageBoxWarning:
        return icon(QLatin1String("triangle-alert"));
    case SP_MessageBoxCritical:
        return icon(QLatin1String("circle-alert"));
    default:
        return QProxyStyle::standardIcon(picture, option, widget);
    }
}

} // namespace gridwarden::app
