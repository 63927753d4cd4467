// SPDX-License-Identifier: GPL-3.0-or-later
// Official documents as PDF, measured and read back with poppler and qpdf against GB/T 9704-2012.
#include "app/report/official_lines.h"
#include "app/report/official_type.h"
#include "app/report/page_layout.h"
#include "tests/app/report/official_sample.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

/// Below the type area.
constexpr double Foot = 262;

OfficialDocument plainDocument(const QString& text) {
    OfficialDocument document;
    document.title = QStringLiteral("标题");
    document.body = {DocumentPageBreak(), paragraphOf(text)};
    return document;
}

/// Heights in millimetres at which a page is red anywhere.
std::pair<double, double> redBetween(const std::filesystem::path& pdf) {
    const QString stem = pathText(pdf) + QStringLiteral("-red");
    outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("127"), QStringLiteral("-f"), QStringLiteral("1"), QStringLiteral("-l"), QStringLiteral("1"),
                                          QStringLiteral("-singlefile"), QStringLiteral("-png"), pathText(pdf), stem});
    const QImage picture = QImage(stem + QStringLiteral(".png")).convertToFormat(QImage::Format_RGB32);
    double first = -1, last = -1;
    for (int y = 0; y < picture.height(); ++y)
        for (int x = 0; x < picture.width(); ++x)
            if (const QColor colour = picture.pixelColor(x, y); colour.red() > 150 && colour.green() < 90 && colour.blue() < 90) {
                first = first < 0 ? y / 5.0 : first;
                last = y / 5.0;
            }
    return {first, last};
}

} // namespace

TEST_CASE("a page of text has 22 lines of 28 characters that fill the type area", "[report][official]") {
    const OfficialPdf pdf(plainDocument(QString(28 * 50 - 2, QChar(u'国'))));
    const auto pages = pdf.pages();
    REQUIRE(pages.size() == 4);
    for (const std::size_t page : {1, 2}) {
        REQUIRE(pages[page].size() == 23); // and the page number
        for (int line = page == 1 ? 1 : 0; line < 22; ++line)
            CHECK(pages[page][line].size() == 28);
    }
    CHECK(pages[1][0].size() == 26); // two characters in
    for (const PdfWord& word : pdf.words())
        if (word.page == 3 && word.box.top() < Foot) {
            CHECK(word.box.left() == Approx(28).epsilon(0).margin(1));
            CHECK(word.box.right() == Approx(184).epsilon(0).margin(1));
            CHECK(word.box.top() >= 36);
            CHECK(word.box.bottom() <= Foot);
        }
}

TEST_CASE("page numbers stand one character in, right on odd pages and left on even ones, seven millimetres below the text", "[report][official]") {
    const OfficialPdf pdf(wholeDocument(9));
    REQUIRE(pdf.pageCount >= 4);
    std::map<int, QRectF> numbers;
    for (const PdfWord& word : pdf.words())
        if (word.box.top() > Foot)
            numbers[word.page] |= word.box;
    REQUIRE(static_cast<int>(numbers.size()) == pdf.pageCount);
    for (const auto& [page, box] : numbers) {
        INFO(page);
        const double character = 14 / 72.0 * 25.4;
        if (page % 2 == 1)
            CHECK(box.right() == Approx(184 - character).epsilon(0).margin(1));
        else
            CHECK(box.left() == Approx(28 + character).epsilon(0).margin(1));
        CHECK(box.top() == Approx(Foot + 7).epsilon(0).margin(1));
    }
}

TEST_CASE("the mark begins 35 mm below the upper edge and the rule lies 4 mm below the number", "[report][official]") {
    const OfficialPdf pdf(wholeDocument());
    const auto [first, last] = redBetween(pdf.file);
    CHECK(first == Approx(37 + 35).epsilon(0).margin(1.5));
    const auto words = pdf.words();
    const auto number = std::find_if(words.begin(), words.end(), [](const PdfWord& word) { return word.text.contains(QStringLiteral("〔2026〕")); });
    REQUIRE(number != words.end());
    CHECK(number->box.center().x() == Approx(28 + 78).epsilon(0).margin(1));
    CHECK(last - (number->box.top() + 28.9 / 72 * 25.4) == Approx(4).epsilon(0).margin(1.5));
}

TEST_CASE("no heading ends a page, and the signature does not stand alone on one", "[report][official]") {
    static const QRegularExpression heading(QStringLiteral("^([一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）|[0-9]+\\.).{1,6}$"));
    for (int lines = 0; lines < 24; ++lines) {
        OfficialDocument document = wholeDocument(2);
        document.body.insert(document.body.begin(), paragraphOf(QStringList(lines + 1, QStringLiteral("行")).join(QLatin1Char('\n'))));
        const OfficialPdf pdf(document);
        INFO(lines);
        bool isSigned = false;
        for (const QStringList& page : pdf.pages()) {
            QStringList text = page;
            while (!text.isEmpty() && (isPageNumber(text.last()) || text.last().contains(QStringLiteral("印发")) || text.last().startsWith(QStringLiteral("抄送"))))
                text.removeLast();
            if (text.isEmpty())
                continue;
            INFO(text.last().toStdString());
            CHECK_FALSE(heading.match(text.last()).hasMatch());
            if (text.contains(QStringLiteral("2026年7月1日"))) {
                isSigned = true;
                CHECK(text.indexOf(QStringLiteral("2026年7月1日")) >= 2); // name and text before it
            }
        }
        CHECK(isSigned);
    }
}

TEST_CASE("the imprint ends the last page, which has an even number", "[report][official]") {
    std::set<bool> hadEmptyPage;
    for (int lines = 0; lines < 46; lines += 1) {
        OfficialDocument document = plainDocument(QStringList(lines + 1, QStringLiteral("行")).join(QLatin1Char('\n')));
        document.body.erase(document.body.begin());
        document.imprint = DocumentImprint{{}, QStringLiteral("办公室"), QStringLiteral("2026年7月1日")};
        const OfficialPdf pdf(document);
        const auto pages = pdf.pages();
        INFO(lines);
        REQUIRE(static_cast<int>(pages.size()) == pdf.pageCount);
        CHECK(pdf.pageCount % 2 == 0);
        CHECK(pages.back().join(QString()).contains(QStringLiteral("办公室2026年7月1日印发")));
        double lowest = 0;
        for (const PdfWord& word : pdf.words())
            if (word.page == pdf.pageCount && word.text.contains(QStringLiteral("印发")))
                lowest = word.box.bottom();
        CHECK(lowest == Approx(Foot).epsilon(0).margin(2.5));
        // An empty page before it, and then it itself, has no number.
        const bool isEmpty = pages[pages.size() - 2].isEmpty();
        hadEmptyPage.insert(isEmpty);
        CHECK(isPageNumber(pages.back().last()) != isEmpty);
    }
    CHECK(hadEmptyPage.size() == 2);
}

TEST_CASE("a table repeats its header on each page and does not part the total from the last row", "[report][official]") {
    OfficialDocument document = plainDocument(Sentence);
    document.body.push_back(tableOf(90));
    const OfficialPdf pdf(document);
    int withRows = 0;
    for (const QStringList& page : pdf.pages()) {
        const QString text = page.join(QString());
        if (!text.contains(QStringLiteral("出店经营")))
            continue;
        ++withRows;
        CHECK(text.count(QStringLiteral("问题类型本月环比")) == 1);
        if (text.contains(QStringLiteral("合计")))
            CHECK(text.contains(QStringLiteral("出店经营甲89")));
    }
    CHECK(withRows >= 3);
}

TEST_CASE("nothing goes beyond the type area, however long it is", "[report][official]") {
    OfficialDocument document = wholeDocument();
    const QString longName = QStringLiteral("很长的单位名称").repeated(30);
    const QString unbroken = QStringLiteral("W").repeated(200);
    document.language = GENERATE(core::Language::Chinese, core::Language::English);
    document.issuerMark = document.number = document.title = document.addressee = longName;
    document.subtitle = unbroken;
    document.body = {DocumentHeading{1, longName}, DocumentHeading{2, unbroken}, paragraphOf(unbroken + longName), tableOf(3, unbroken), tableOf(2, longName)};
    document.signature = DocumentSignature{longName, QStringLiteral("2026年7月1日"), GENERATE(true, false)};
    document.annexes = {{longName, {paragraphOf(unbroken)}}, {unbroken, {tableOf(1)}}};
    document.imprint = DocumentImprint{longName, longName, QStringLiteral("2026年7月1日")};
    const OfficialPdf pdf(document);
    for (const PdfWord& word : pdf.words()) {
        INFO(word.page << " " << word.text.toStdString());
        CHECK(word.box.left() >= 27.5);
        CHECK(word.box.right() <= 184.5);
        if (!isPageNumber(word.text) && word.box.top() < 266)
            CHECK(word.box.bottom() <= Foot + 2.5); // boxes are those of the face, higher than its characters
    }
}

TEST_CASE("each face is embedded and gives back the characters that were set in it", "[report][official]") {
    const QString characters = QStringLiteral("人中市示见车马长门风鱼龙一二〔2026〕“引”—·℃95.94%A1B2");
    OfficialDocument document;
    document.title = characters;
    document.subtitle = characters;
    document.body = {DocumentHeading{1, characters}, DocumentHeading{2, characters}, paragraphOf(characters)};
    const OfficialPdf pdf(document);
    const QString text = pdf.pages()[0].join(QString());
    INFO(text.toStdString());
    CHECK(text.count(characters) == 5);
    const QStringList fonts = outputOf(QStringLiteral("pdffonts"), {pathText(pdf.file)}).split(QLatin1Char('\n'), Qt::SkipEmptyParts).mid(2);
    REQUIRE_FALSE(fonts.isEmpty());
    for (const QString& font : fonts)
        CHECK(font.contains(QRegularExpression(QStringLiteral("Identity-H +yes +(yes|no) +yes")))); // embedded, with Unicode
    CHECK(outputOf(QStringLiteral("qpdf"), {QStringLiteral("--check"), pathText(pdf.file)}).contains(QStringLiteral("No syntax or stream encoding errors")));
    // What is missing is told, in one note.
    bool allPrescribed = true;
    for (const OfficialFace face : {OfficialFace::XiaoBiaoSong, OfficialFace::FangSong, OfficialFace::Hei, OfficialFace::Kai, OfficialFace::Song})
        allPrescribed = allPrescribed && chosenFace(face).isPrescribed;
    CHECK(pdf.notes.size() == (allPrescribed ? 0u : 1u));
}

TEST_CASE("bookmarks lead to the headings of the first level and to the annexes", "[report][official]") {
    OfficialDocument document = wholeDocument(2);
    document.annexes = {{QStringLiteral("数据附录"), {tableOf(2)}}, {QStringLiteral("名单"), {paragraphOf(Sentence)}}};
    const OfficialPdf pdf(document);
    const auto outline = nlohmann::json::parse(
        outputOf(QStringLiteral("qpdf"), {QStringLiteral("--json"), QStringLiteral("--json-key=outlines"), pathText(pdf.file)}).toStdString())["outlines"];
    const auto pages = pdf.pages();
    std::vector<std::string> titles;
    for (const auto& entry : outline) {
        titles.push_back(entry["title"]);
        const QString text = pages[entry["destpageposfrom1"].get<std::size_t>() - 1].join(QString());
        CHECK(text.contains(QString::fromStdString(titles.back())));
    }
    CHECK(titles == std::vector<std::string>{document.title.toStdString(), "一、市容秩序", "二、市容秩序", "数据附录", "名单"});
    CHECK(pages.back().join(QString()).contains(QStringLiteral("印发")));
    const QString all = pages[1].join(QString()) + pages[2].join(QString());
    CHECK(all.contains(QStringLiteral("附件：1.数据附录2.名单")));
}

TEST_CASE("a long title is broken between words into lines of about one length", "[report][official]") {
    const QFont font = officialFont(OfficialStyle::Title, core::Language::Chinese);
    const QString title = wholeDocument().title;
    const QStringList lines = balancedLines(title, font, sheet::TypeWidth);
    CHECK(lines == QStringList{QStringLiteral("测试区综合行政执法局关于2026年上半年"), QStringLiteral("数字化城市管理工作运行情况的通报")});
    CHECK(balancedLines(QStringLiteral("示例区（演示数据）2026年7月1日至2026年12月1日工作总结"), font, sheet::TypeWidth) ==
          QStringList{QStringLiteral("示例区（演示数据）2026年7月1日"), QStringLiteral("至2026年12月1日工作总结")});
    CHECK(balancedLines(QStringLiteral("示例区（演示数据）数字化城市管理工作情况通报"), font, sheet::TypeWidth) ==
          QStringList{QStringLiteral("示例区（演示数据）数字化"), QStringLiteral("城市管理工作情况通报")});
    CHECK(balancedLines(QStringLiteral("甲\n乙"), font, sheet::TypeWidth) == QStringList{QStringLiteral("甲"), QStringLiteral("乙")});
    CHECK(balancedLines(QString(), font, sheet::TypeWidth) == QStringList{QString()});
}

TEST_CASE("headings are numbered by their levels", "[report][official]") {
    HeadingNumbers numbers(core::Language::Chinese);
    QStringList texts;
    for (const int level : {1, 2, 2, 3, 4, 4, 3, 1, 2})
        texts += numbers.next(level, QStringLiteral("甲")).text;
    CHECK(texts == QStringList{QStringLiteral("一、甲"), QStringLiteral("（一）甲"), QStringLiteral("（二）甲"), QStringLiteral("1. 甲"), QStringLiteral("（1）甲"), QStringLiteral("（2）甲"),
                               QStringLiteral("2. 甲"), QStringLiteral("二、甲"), QStringLiteral("（一）甲")});
    QString last;
    for (int i = 0; i < 19; ++i)
        last = numbers.next(1, {}).text;
    CHECK(last == QStringLiteral("二十一、"));
    HeadingNumbers english(core::Language::English);
    CHECK(english.next(1, QStringLiteral("a")).text == QStringLiteral("1. a"));
    CHECK(english.next(2, QStringLiteral("a")).text == QStringLiteral("1.1 a"));
}
