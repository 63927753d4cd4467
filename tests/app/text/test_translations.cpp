// SPDX-License-Identifier: GPL-3.0-or-later
// The translations are complete and keep the places of their arguments.
#include <QFile>
#include <QRegularExpression>
#include <QStringList>
#include <QXmlStreamReader>
#include <catch2/catch.hpp>
#include <vector>

namespace {

struct Entry {
    QString context;
    QString source;
    QStringList translations;
    QString state; ///< "", "unfinished", "vanished", "obsolete"
    bool isPlural = false;
};

std::vector<Entry> entriesOf(const char* language) {
    QFile file(QStringLiteral(GRIDWARDEN_RESOURCES_DIR "/i18n/gridwarden_") + QString::fromLatin1(language) + QStringLiteral(".ts"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    std::vector<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isEndElement() || !xml.isStartElement())
            continue;
        const auto name = xml.name();
        if (name == u"name") {
            context = xml.readElementText();
        } else if (name == u"message") {
            entries.push_back({context, {}, {}, {}, xml.attributes().value(QLatin1String("numerus")) == u"yes"});
        } else if (name == u"source") {
            entries.back().source = xml.readElementText();
        } else if (name == u"translation") {
            entries.back().state = xml.attributes().value(QLatin1String("type")).toString();
            if (!entries.back().isPlural)
                entries.back().translations << xml.readElementText();
        } else if (name == u"numerusform") {
            entries.back().translations << xml.readElementText();
        }
    }
    REQUIRE_FALSE(xml.hasError());
    return entries;
}

QStringList placesIn(const QString& text) {
    static const QRegularExpression place(QStringLiteral("%(?:\\d|n)"));
    QStringList places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        places << matches.next().captured();
    places.sort();
    places.removeDuplicates();
    return places;
}

} // namespace

TEST_CASE("the Chinese translation is finished", "[app][text]") {
    const std::vector<Entry> entries = entriesOf("zh_CN");
    REQUIRE(entries.size() > 300);
    for (const Entry& entry : entries) {
        CAPTURE(entry.context.toStdString(), entry.source.toStdString());
        CHECK(entry.state.isEmpty());
        REQUIRE_FALSE(entry.translations.isEmpty());
        CHECK_FALSE(entry.translations.first().isEmpty());
    }
}

TEST_CASE("translations keep the places of their arguments", "[app][text]") {
    for (const char* language : {"zh_CN", "en"})
        for (const Entry& entry : entriesOf(language))
            for (const QString& translation : entry.translations) {
                CAPTURE(entry.context.toStdString(), entry.source.toStdString(), translation.toStdString());
                CHECK(placesIn(translation) == placesIn(entry.source));
            }
}

TEST_CASE("English plurals have both forms", "[app][text]") {
    const std::vector<Entry> entries = entriesOf("en");
    REQUIRE_FALSE(entries.empty());
    for (const Entry& entry : entries) {
        CAPTURE(entry.source.toStdString());
        CHECK(entry.isPlural);
        CHECK(entry.translations.size() == 2);
        CHECK(entry.state.isEmpty());
    }
}
