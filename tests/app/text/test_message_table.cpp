// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/message_table.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QStringList>
#include <catch2/catch.hpp>

using namespace gridwarden;

namespace {

QString read(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return QString::fromUtf8(file.readAll());
}

/// Keys that the sources of a layer write where a Message is made: {"some-key", because("some-key"), row.problem = "row-…".
QSet<QString> keysIn(const QString& folder) {
    static const QRegularExpression made(QStringLiteral("(?:\\{|because\\(|reason\\(|problem = |problem\\()\"([a-z][a-z0-9]*(?:-[a-z0-9]+)+)\""));
    QSet<QString> keys;
    QDirIterator files(QStringLiteral(GRIDWARDEN_SOURCE_DIR "/") + folder, {QStringLiteral("*.cpp")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        auto matches = made.globalMatch(read(files.next()));
        while (matches.hasNext())
            keys.insert(matches.next().captured(1));
    }
    return keys;
}

/// Words of lists that look like keys but are none.
const QSet<QString> NotMessages{QStringLiteral("category-top"), QStringLiteral("hour-of-week"), QStringLiteral("same-clock"),
                                QStringLiteral("end-of-day"), QStringLiteral("municipal-example")};

} // namespace

TEST_CASE("every message key has a sentence", "[app][text]") {
    QSet<QString> known;
    for (const app::Sentence& sentence : app::sentences())
        known.insert(QString::fromLatin1(sentence.key));
    QStringList missing;
    for (const char* layer : {"core", "gis", "app"}) {
        const QSet<QString> keys = keysIn(QString::fromLatin1(layer));
        REQUIRE(keys.size() > 20);
        for (const QString& key : keys)
            if (!known.contains(key) && !NotMessages.contains(key))
                missing << key;
    }
    missing.sort();
    CAPTURE(missing.join(QStringLiteral(", ")).toStdString());
    CHECK(missing.isEmpty());
}

TEST_CASE("no message key has two sentences", "[app][text]") {
    QSet<QString> seen;
    for (const app::Sentence& sentence : app::sentences()) {
        CAPTURE(sentence.key);
        CHECK_FALSE(seen.contains(QString::fromLatin1(sentence.key)));
        seen.insert(QString::fromLatin1(sentence.key));
    }
}
