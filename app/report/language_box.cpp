// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/language_box.h"

namespace gridwarden::app {

LanguageBox::LanguageBox(QWidget* parent) : QComboBox(parent) {
    setObjectName(QStringLiteral("language"));
    addItem(tr("Chinese"), static_cast<int>(core::Language::Chinese));
    addItem(tr("English"), static_cast<int>(core::Language::English));
}

core::Language LanguageBox::language() const {
    return static_cast<core::Language>(currentData().toInt());
}

} // namespace gridwarden::app
