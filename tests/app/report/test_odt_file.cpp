// SPDX-License-Identifier: GPL-3.0-or-later
// Official documents as OpenDocument texts: sound XML, styles that are there, the text of the PDF.
#include "app/report/odt_file.h"
#include "app/report/odt_xml.h"
#include "tests/app/report/official_sample.h"

#include <QXmlStreamReader>
#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

OfficialDocument documentWithAnnexes() {
    OfficialDocument document = wholeDocument(1);
    document.annexes = {{QStringLiteral("数据附录"), {paragraphOf(Sentence), tableOf(2)}}, {QStringLiteral("名单"), {paragraphOf(Sentence)}}};
    return document;
}

/// Names of styles that are defined and used, and the text, as a reader of XML sees them.
struct Seen {
    std::multiset<QString> styles;
    std::set<QString> usedStyles, faces, usedFaces, layouts;
    QString text;
    QStringList outline; ///< level and text of each heading
    int headerRows = 0;

    void read(const std::string& xml) {
        QXmlStreamReader reader(QByteArray::fromStdString(xml));
        bool isHeading = false, isPictureTitle = false;
        while (!reader.atEnd()) {
            reader.readNext();
            if (reader.isStartElement())
                start(reader.name().toString(), reader.attributes(), isHeading);
            else if (reader.isEndElement() && reader.name() == QLatin1String("h"))
                isHeading = false;
            if (reader.name() == QLatin1String("title"))
                isPictureTitle = reader.isStartElement(); // for those who do not see the picture
            if (reader.isCharacters() && !isPictureTitle) {
                text += reader.text();
                if (isHeading)
                    outline.last() += reader.text();
            }
        }
        INFO(reader.errorString().toStdString());
        REQUIRE_FALSE(reader.hasError()); // also of an attribute given twice
    }

private:
    void start(const QString& element, const QXmlStreamAttributes& attributes, bool& isHeading) {
        for (const QXmlStreamAttribute& attribute : attributes) {
            const QString name = attribute.name().toString(), value = attribute.value().toString();
            if (element == QLatin1String("style") && name == QLatin1String("name"))
                styles.insert(value);
            else if (element == QLatin1String("page-layout") && name == QLatin1String("name"))
                layouts.insert(value);
            else if (element == QLatin1String("font-face") && name == QLatin1String("name"))
                faces.insert(value);
            else if (name == QLatin1String("style-name") || name == QLatin1String("parent-style-name") || name == QLatin1String("next-style-name"))
                usedStyles.insert(value);
            else if (name == QLatin1String("font-name") || name == QLatin1String("font-name-asian"))
                usedFaces.insert(value);
        }
        if (element == QLatin1String("table-header-rows"))
            ++headerRows;
        if (element == QLatin1String("h")) {
            isHeading = true;
            outline += attributes.value(QLatin1String("text:outline-level")).toString() + QLatin1Char(' ');
        }
    }
};

Seen seenIn(const OfficialDocument& document) {
    Seen seen;
    seen.read(odtStyles(document));
    seen.text.clear();
    seen.read(odtContent(document).xml);
    return seen;
}

QString withoutBlanks(QString text) {
    static const QRegularExpression blanks(QStringLiteral("\\s"));
    return text.remove(blanks);
}

} // namespace

TEST_CASE("every style that the text names is there once, and so is every face", "[report][odt]") {
    const core::Language language = GENERATE(core::Language::Chinese, core::Language::English);
    OfficialDocument document = documentWithAnnexes();
    document.language = language;
    document.body.push_back(DocumentPageBreak());
    document.body.push_back(tableOf(1));
    const Seen seen = seenIn(document);
    for (const QString& name : seen.usedStyles) {
        INFO(name.toStdString());
        CHECK(seen.styles.count(name) == 1);
    }
    for (const QString& name : seen.usedFaces) {
        INFO(name.toStdString());
        CHECK(seen.faces.count(name) == 1);
    }
    CHECK(seen.layouts == std::set<QString>{QStringLiteral("A4")});
    CHECK(seen.usedFaces.count(QStringLiteral("仿宋_GB2312")) == 1); // the prescribed face comes first, here or not
}

TEST_CASE("headings make an outline and the header rows of tables repeat", "[report][odt]") {
    const Seen seen = seenIn(documentWithAnnexes());
    CHECK(seen.outline == QStringList{QStringLiteral("1 一、市容秩序"), QStringLiteral("2 （一）占道经营"), QStringLiteral("3 1. 重点路段"), QStringLiteral("4 （1）人民路"),
                                      QStringLiteral("1 数据附录"), QStringLiteral("1 名单")});
    CHECK(seen.headerRows == 2);
}

TEST_CASE("the text is that of the PDF", "[report][odt]") {
    OfficialDocument document = documentWithAnnexes();
    document.subtitle = QStringLiteral("（征求意见稿）");
    const OfficialPdf pdf(document);
    QString printed;
    for (const QStringList& page : pdf.pages())
        for (const QString& line : page)
            if (!isPageNumber(line))
                printed += line;
    CHECK(withoutBlanks(seenIn(document).text).toStdString() == withoutBlanks(printed).toStdString());
}

TEST_CASE("the page has the margins of the standard and numbers on both sides", "[report][odt]") {
    const std::string styles = odtStyles(wholeDocument());
    for (const char* part : {"fo:page-width=\"210mm\"", "fo:page-height=\"297mm\"", "fo:margin-top=\"37mm\"", "fo:margin-left=\"28mm\"", "fo:margin-right=\"26mm\"",
                             "<style:footer-left>", "— <text:page-number", "style:display-name=\"Heading 1\"", "style:display-name=\"发文机关标志\""}) {
        INFO(part);
        CHECK(styles.find(part) != std::string::npos);
    }
}

TEST_CASE("what XML cannot hold is left out, and blanks are kept", "[report][odt]") {
    CHECK(xmlText(QStringLiteral("a<b>&\"c\"") + QChar(1) + QChar(0xd800) + QChar(0xffff) + QStringLiteral("\n𠮷")) == "a&lt;b&gt;&amp;&quot;c&quot; 𠮷");
    CHECK(odtInline(QStringLiteral(" a  b\tc\nd ")) == "<text:s text:c=\"1\"/>a <text:s text:c=\"1\"/>b<text:tab/>c<text:line-break/>d ");
    OfficialDocument document = wholeDocument(1);
    document.title = document.issuerMark = QStringLiteral("<&>\"'") + QChar(7);
    document.body.push_back(paragraphOf(QStringLiteral("]]>&amp;") + QChar(0)));
    DocumentTable table = tableOf(1);
    table.columns[0].title = QStringLiteral("<b>");
    document.body.push_back(table);
    const Seen seen = seenIn(document);
    CHECK(seen.text.contains(QStringLiteral("]]>&amp;")));
    CHECK(seen.text.contains(QStringLiteral("<b>")));
}

TEST_CASE("equal documents make equal files, whose kind is in their first bytes", "[report][odt]") {
    const OfficialDocument document = documentWithAnnexes();
    const auto bytes = odtBytes(document);
    REQUIRE(bytes);
    CHECK((*bytes == *odtBytes(document)));
    CHECK(bytes->substr(30, 47) == "mimetypeapplication/vnd.oasis.opendocument.text");
    const ScratchFolder folder;
    const auto file = folder / "document.odt";
    REQUIRE(writeOdt(file, false, document));
    CHECK(std::filesystem::file_size(file) == bytes->size());
    const auto again = writeOdt(file, false, document);
    REQUIRE_FALSE(again);
    CHECK(again.error().what.key == "file-exists");
    CHECK(writeOdt(file, true, wholeDocument(1)));
    CHECK_FALSE(writeOdt(folder / "nowhere" / "document.odt", false, document));
}

TEST_CASE("a picture is kept with its size", "[report][odt]") {
    const OdtContent content = odtContent(wholeDocument(1));
    REQUIRE(content.pictures.size() == 1);
    CHECK(content.pictures[0].first == "Pictures/1.png");
    const QImage picture = QImage::fromData(QByteArray::fromStdString(content.pictures[0].second));
    CHECK(picture.width() == Approx(100 / 25.4 * 300).epsilon(0).margin(1));
    CHECK(picture.height() == Approx(40 / 25.4 * 300).epsilon(0).margin(1));
    CHECK(picture.pixelColor(picture.width() / 2, picture.height() / 2) == QColor(Qt::blue));
    CHECK(content.xml.find("svg:width=\"100.00mm\" svg:height=\"40.00mm\"") != std::string::npos);
}
