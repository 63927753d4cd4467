// SPDX-License-Identifier: GPL-3.0-or-later
// Qt's plain style for desktops without one of their own, with this program's icons and without pictures on the buttons of dialogs.
#pragma once

#include <QProxyStyle>

namespace gridwarden::app {

class ProgramStyle : public QProxyStyle {
    Q_OBJECT
public:
    ProgramStyle();
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override;
    QIcon standardIcon(StandardPixmap picture, const QStyleOption* option, const QWidget* widget) const override;
};

} // namespace gridwarden::app
