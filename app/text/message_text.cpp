// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/message_text.h"

#include "app/text/message_table.h"
#include "core/store/journal_store.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QStringList>

namespace gridwarden::app {

namespace {

const Sentence* sentenceOf(const std::string& key) {
    static const QHash<QByteArray, const Sentence*> byKey = [] {
        QHash<QByteArray, const Sentence*> all;
        for (const Sentence& sentence : sentences())
            all.insert(QByteArray(sentence.key), &sentence);
        return all;
    }();
    return byKey.value(QByteArray::fromStdString(key), nullptr);
}

/// "3h20", "2d4h", "45min" of a length of time.
QString lengthOfTime(std::chrono::seconds length) {
    const long long minutes = std::chrono::ceil<std::chrono::minutes>(length).count();
    const long long hours = minutes / 60;
    if (hours >= 24)
        return QStringLiteral("%1d%2h").arg(hours / 24).arg(hours % 24);
    if (hours > 0)
        return QStringLiteral("%1h%2").arg(hours).arg(minutes % 60, 2, 10, QLatin1Char('0'));
    return QStringLiteral("%1min").arg(minutes);
}

/// Where no district says its time zone, the computer's counts.
QString localTime(const QString& iso) {
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODate);
    return moment.isValid() ? moment.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm")) : iso;
}

} // namespace

QString text(const core::Message& message) {
    const Sentence* const sentence = sentenceOf(message.key);
    QStringList arguments;
    const QStringList groups = sentence != nullptr && sentence->words != nullptr
                                   ? QString::fromLatin1(sentence->words).split(QLatin1Char(' '))
                                   : QStringList();
    for (std::size_t i = 0; i < message.arguments.size(); ++i) {
        const QString group = groups.value(static_cast<qsizetype>(i), QStringLiteral("-"));
        if (group == QStringLiteral("key"))
            arguments << text(core::Message{message.arguments[i], {}});
        else if (group == QStringLiteral("label"))
            arguments << text(core::labelFromText(message.arguments[i]));
        else if (group == QStringLiteral("time"))
            arguments << localTime(QString::fromStdString(message.arguments[i]));
        else if (group == QStringLiteral("-"))
            arguments << QString::fromStdString(message.arguments[i]);
        else
            arguments << word(group.toStdString(), message.arguments[i]);
    }
    if (sentence == nullptr) {
        const QString key = QString::fromStdString(message.key);
        return arguments.isEmpty() ? key : key + u" (" + arguments.join(QStringLiteral(", ")) + u")";
    }
    QString result = QCoreApplication::translate("Message", sentence->english);
    // All places at once, so that an argument with a percent sign stays as it is.
    QString filled;
    for (qsizetype i = 0; i < result.size(); ++i) {
        if (result[i] == QLatin1Char('%') && i + 1 < result.size() && result[i + 1].isDigit()) {
            filled += arguments.value(result[++i].digitValue() - 1);
        } else {
            filled += result[i];
        }
    }
    return filled;
}

QString text(const core::Error& error) {
    const QString sentence = text(error.what);
    const QString subject = QString::fromStdString(error.subject);
    if (subject.isEmpty() || sentence.contains(subject))
        return sentence;
    return QCoreApplication::translate("Message", "%1: %2").arg(subject, sentence);
}

QString word(std::string_view group, std::string_view key) {
    return QString::fromStdString(core::word(group, key, language()));
}

QString shortTime(core::Moment moment, const core::TimeZone& zone, core::Moment now) {
    const core::Day day = zone.day(moment);
    const core::Day today = zone.day(now);
    const QString local = QString::fromStdString(core::localText(moment, zone)); // "2026-11-21 09:31"
    const QString clock = local.mid(11);
    if (day == today)
        return QCoreApplication::translate("Message", "Today %1").arg(clock);
    if (day + std::chrono::days(1) == today)
        return QCoreApplication::translate("Message", "Yesterday %1").arg(clock);
    if (day == today + std::chrono::days(1))
        return QCoreApplication::translate("Message", "Tomorrow %1").arg(clock);
    return local.startsWith(QString::fromStdString(core::dayText(today)).first(4)) ? local.mid(5) : local;
}

QString remaining(core::Moment due, core::Moment now) {
    return due >= now ? QCoreApplication::translate("Message", "%1 left").arg(lengthOfTime(due - now))
                      : QCoreApplication::translate("Message", "%1 over").arg(lengthOfTime(now - due));
}

} // namespace gridwarden::app
