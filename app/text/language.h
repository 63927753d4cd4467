// SPDX-License-Identifier: GPL-3.0-or-later
// The language of the interface: Chinese under a Chinese locale, English elsewhere, or as chosen.
#pragma once

#include "core/base/words.h"

#include <QString>

namespace gridwarden::app {

/// Of a locale's name as the operating system gives it ("zh_CN", "de_DE").
[[nodiscard]] core::Language languageOf(const QString& localeName);
/// Installs the translations of the program and of Qt; numbers, dates and the program's own name follow. Texts that are already on the
/// screen stay as they are: build the window anew. \pre a QGuiApplication exists.
void setLanguage(core::Language language);

} // namespace gridwarden::app
