// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/odt_xml.h"

namespace gridwarden::app {

namespace {

bool isAllowed(const QString& text, qsizetype i) {
    const QChar c = text[i];
    if (c.isHighSurrogate())
        return i + 1 < text.size() && text[i + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return i > 0 && text[i - 1].isHighSurrogate();
    return c.unicode() >= 0x20 && c.unicode() != 0x7f && c.unicode() < 0xfffe;
}

QString escaped(QChar c) {
    switch (c.unicode()) {
    case u'&':
        return QStringLiteral("&amp;");
    case u'<':
        return QStringLiteral("&lt;");
    case u'>':
        return QStringLiteral("&gt;");
    case u'"':
        return QStringLiteral("&quot;");
    default:
        return c;
    }
}

} // namespace

std::string xmlText(const QString& text) {
    QString result;
    for (qsizetype i = 0; i < text.size(); ++i)
        if (text[i] == QLatin1Char('\t') || text[i] == QLatin1Char('\n'))
            result += QLatin1Char(' ');
        else if (isAllowed(text, i))
            result += escaped(text[i]);
    return result.toStdString();
}

std::string odtInline(const QString& text) {
    QString result;
    qsizetype blanks = 0;
    const auto flushBlanks = [&] {
        // A reader keeps the first of several blanks; at the beginning it keeps none.
        if (blanks > 0 && !result.isEmpty()) {
            result += QLatin1Char(' ');
            --blanks;
        }
        if (blanks > 0)
            result += QStringLiteral("<text:s text:c=\"%1\"/>").arg(blanks);
        blanks = 0;
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == QLatin1Char(' ')) {
            ++blanks;
            continue;
        }
        if (!isAllowed(text, i) && c != QLatin1Char('\t') && c != QLatin1Char('\n'))
            continue;
        flushBlanks();
        if (c == QLatin1Char('\t'))
            result += QStringLiteral("<text:tab/>");
        else if (c == QLatin1Char('\n'))
            result += QStringLiteral("<text:line-break/>");
        else
            result += escaped(c);
    }
    flushBlanks();
    return result.toStdString();
}

} // namespace gridwarden::app
