// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers of its user on this machine: recent districts, language, the window. Never district data.
#pragma once

#include "core/base/words.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QVariant>
#include <filesystem>
#include <optional>

namespace gridwarden::app {

/// Newest first, at most ten; also those that are missing now.
[[nodiscard]] QStringList recentDistricts();
void rememberDistrict(const QString& path); ///< to the front
void forgetDistrict(const QString& path);

/// None: as the operating system's locale says.
[[nodiscard]] std::optional<core::Language> chosenLanguage();
void chooseLanguage(core::Language language);

/// Any other remembered value, by a key like "window/state".
[[nodiscard]] QVariant remembered(const QString& key, const QVariant& fallback = {});
void remember(const QString& key, const QVariant& value);
/// The key of what is remembered about one district, known by where it lies: another one of the same name has another key.
[[nodiscard]] QString districtKey(const QString& group, const std::filesystem::path& district);

} // namespace gridwarden::app
