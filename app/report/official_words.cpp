// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_words.h"

namespace gridwarden::app {

namespace {

QString labelOf(const char* key, core::Language language, const QString& argument = {}) {
    return QString::fromStdString(core::word("official", key, language)).replace(QStringLiteral("%1"), argument);
}

/// 1 … 99
QString chineseNumber(int number) {
    static const QString digits = QStringLiteral("零一二三四五六七八九");
    if (number > 99)
        return QString::number(number);
    QString text;
    if (number >= 20)
        text += digits[number / 10];
    if (number >= 10)
        text += QChar(u'十');
    if (number % 10 != 0)
        text += digits[number % 10];
    return text;
}

} // namespace

QString DocumentParagraph::text() const {
    QString whole;
    for (const DocumentRun& run : runs)
        whole += run.text;
    return whole;
}

QString addresseeLine(const OfficialDocument& document) {
    return document.addressee.isEmpty() ? QString() : labelOf("addressee", document.language, document.addressee);
}

AnnexNames annexNames(const OfficialDocument& document) {
    AnnexNames result;
    if (document.annexes.empty())
        return result;
    result.label = labelOf("annexes", document.language);
    int position = 0;
    for (const DocumentAnnex& annex : document.annexes) {
        const QString title = QString(annex.title).replace(QLatin1Char('\n'), QString());
        result.names += document.annexes.size() == 1 ? title : QStringLiteral("%1. ").arg(++position) + title;
    }
    return result;
}

QString annexLabel(const OfficialDocument& document, std::size_t annex) {
    const bool isOnly = document.annexes.size() == 1;
    return labelOf(isOnly ? "annex" : "annex_of_several", document.language, QString::number(annex + 1));
}

QString copiesLabel(core::Language language) {
    return labelOf("copies", language);
}

QString printedOn(const DocumentImprint& imprint, core::Language language) {
    return labelOf("printed_on", language, imprint.date);
}

QString copiesList(const DocumentImprint& imprint, core::Language language) {
    const QString stop = labelOf("copies_end", language);
    return imprint.copiesTo.endsWith(stop) ? imprint.copiesTo : imprint.copiesTo + stop;
}

void giveHeading(OfficialDocument& document, const OfficialHeading& heading, const QString& date) {
    document.issuerMark = heading.issuer;
    document.number = heading.number;
    document.addressee = heading.addressee;
    if (heading.issuer.isEmpty())
        return;
    const QString ending = QStringLiteral("文件");
    const bool isPaper = heading.issuer.endsWith(ending);
    document.signature = DocumentSignature{isPaper ? heading.issuer.chopped(ending.size()) : heading.issuer, date, true};
}

DocumentHeading HeadingNumbers::next(int level, const QString& text) {
    m_counts.resize(static_cast<std::size_t>(level), 0);
    const int number = ++m_counts.back();
    if (m_language == core::Language::English) {
        QString numbers;
        for (const int count : m_counts)
            numbers += QString::number(count) + QLatin1Char('.');
        if (level > 1)
            numbers.chop(1);
        return {level, numbers + QLatin1Char(' ') + text};
    }
    switch (level) {
    case 1:
        return {level, chineseNumber(number) + QStringLiteral("、") + text};
    case 2:
        return {level, QStringLiteral("（%1）").arg(chineseNumber(number)) + text};
    case 3:
        return {level, QStringLiteral("%1. ").arg(number) + text};
    default:
        return {level, QStringLiteral("（%1）").arg(number) + text};
    }
}

} // namespace gridwarden::app
