// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/language.h"

#include "app/text/message_text.h"

#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace gridwarden::app {

namespace {

core::Language chosen = core::Language::English;

struct Translators {
    QTranslator qt;
    QTranslator program;
};

Translators& translators() {
    static Translators all;
    return all;
}

} // namespace

core::Language language() { return chosen; }

core::Language languageOf(const QString& localeName) {
    return localeName.startsWith(u"zh") ? core::Language::Chinese : core::Language::English;
}

void setLanguage(core::Language language) {
    Translators& all = translators();
    QCoreApplication::removeTranslator(&all.program);
    QCoreApplication::removeTranslator(&all.qt);
    chosen = language;
    const bool isChinese = language == core::Language::Chinese;
    const QString name = isChinese ? QStringLiteral("zh_CN") : QStringLiteral("en");
    QLocale::setDefault(isChinese ? QLocale(QLocale::Chinese, QLocale::China) : QLocale(QLocale::English, QLocale::UnitedKingdom));
    // Qt's own English needs no file.
    if (isChinese && all.qt.load(QStringLiteral("qtbase_zh_CN"), QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&all.qt);
    if (all.program.load(u":/i18n/gridwarden_" + name + u".qm"))
        QCoreApplication::installTranslator(&all.program);
    QGuiApplication::setApplicationDisplayName(QCoreApplication::translate("Program", "Gridwarden"));
}

} // namespace gridwarden::app
