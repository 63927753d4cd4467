// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers of a scheme as they are typed and shown: with as many decimals as they have.
#pragma once

#include <QDoubleSpinBox>

namespace gridwarden::app {

/// As a point and digits, whatever the language: "40", "33.3333".
[[nodiscard]] inline QString plainNumberText(double value) {
    return QString::number(value, 'g', 12);
}

class NumberBox : public QDoubleSpinBox {
public:
    NumberBox(const QString& name, double least, double most, QWidget* parent) : QDoubleSpinBox(parent) {
        setObjectName(name);
        setDecimals(9);
        setRange(least, most);
        setGroupSeparatorShown(false);
    }
    [[nodiscard]] QString textFromValue(double value) const override { return plainNumberText(value); }
};

} // namespace gridwarden::app
