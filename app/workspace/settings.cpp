// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/settings.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace gridwarden::app {

namespace {

// In a file of our own rather than QSettings' default place: QStandardPaths has a test mode, that place has none.
QSettings settings() {
    return QSettings(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
                         QStringLiteral("/gridwarden/gridwarden.ini"),
                     QSettings::IniFormat);
}

const QString RecentKey = QStringLiteral("districts/recent");
const QString LanguageKey = QStringLiteral("window/language");
constexpr qsizetype MostRecent = 10;

} // namespace

QStringList recentDistricts() { return settings().value(RecentKey).toStringList(); }

void rememberDistrict(const QString& path) {
    const QString whole = QFileInfo(path).absoluteFilePath();
    QStringList all = recentDistricts();
    all.removeAll(whole);
    all.prepend(whole);
    settings().setValue(RecentKey, all.first(std::min(all.size(), MostRecent)));
}

void forgetDistrict(const QString& path) {
    QStringList all = recentDistricts();
    all.removeAll(path);
    settings().setValue(RecentKey, all);
}

std::optional<core::Language> chosenLanguage() {
    const QString name = settings().value(LanguageKey).toString();
    if (name == QStringLiteral("zh"))
        return core::Language::Chinese;
    if (name == QStringLiteral("en"))
        return core::Language::English;
    return std::nullopt;
}

void chooseLanguage(core::Language language) {
    settings().setValue(LanguageKey, language == core::Language::Chinese ? QStringLiteral("zh") : QStringLiteral("en"));
}

QVariant remembered(const QString& key, const QVariant& fallback) { return settings().value(key, fallback); }

void remember(const QString& key, const QVariant& value) { settings().setValue(key, value); }

QString districtKey(const QString& group, const std::filesystem::path& district) {
    std::error_code problem;
    const std::filesystem::path whole = std::filesystem::absolute(district, problem).lexically_normal();
    const QByteArray place = QCryptographicHash::hash(QByteArray::fromStdString(whole.string()), QCryptographicHash::Sha256).toHex().left(16);
    return group + u'/' + QString::fromStdString(district.filename().string()) + u'-' + QString::fromLatin1(place);
}

} // namespace gridwarden::app
