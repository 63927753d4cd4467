// SPDX-License-Identifier: GPL-3.0-or-later
// Official documents to set, and what poppler reads in their PDFs.
#pragma once

#include "app/report/official_file.h"
#include "app/report/official_words.h"
#include "tests/app/report/report_district.h"
#include "tests/support/scratch_folder.h"

#include <QRegularExpression>

namespace gridwarden::test {

inline const QString Sentence = QStringLiteral("2026年上半年，全区共受理各类城市管理问题12543件，同比增长13.87%；应结案10987件，结案10541件，结案率95.94%（上年同期93.20%）。");

inline app::DocumentParagraph paragraphOf(const QString& text) { return {{{text}}}; }

inline app::DocumentTable tableOf(int rows, const QString& longName = {}) {
    app::DocumentTable table;
    table.caption = QStringLiteral("表1 各类问题受理情况");
    table.columns = {{QStringLiteral("问题类型"), 2}, {QStringLiteral("本月"), 1, Qt::AlignRight}, {QStringLiteral("环比"), 1, Qt::AlignRight}};
    for (int i = 0; i < rows; ++i)
        table.rows.push_back({longName.isEmpty() ? QStringLiteral("出店经营甲%1").arg(i) : longName, QString::number(1000 + i), QStringLiteral("+1.50%")});
    table.total = {QStringLiteral("合计"), QStringLiteral("12543"), QStringLiteral("+14.03%")};
    table.note = QStringLiteral("注：环比为与上月比较。");
    return table;
}

/// With everything a document can have but annexes.
inline app::OfficialDocument wholeDocument(int paragraphs = 3) {
    app::OfficialDocument document;
    document.issuerMark = QStringLiteral("测试区综合行政执法局文件");
    document.number = QStringLiteral("测综执〔2026〕12号");
    document.title = QStringLiteral("测试区综合行政执法局关于2026年上半年数字化城市管理工作运行情况的通报");
    document.addressee = QStringLiteral("各街道办事处、镇人民政府");
    app::HeadingNumbers numbers(document.language);
    for (int i = 0; i < paragraphs; ++i) {
        document.body.push_back(numbers.next(1, QStringLiteral("市容秩序")));
        document.body.push_back(numbers.next(2, QStringLiteral("占道经营")));
        document.body.push_back(paragraphOf(Sentence));
        document.body.push_back(numbers.next(3, QStringLiteral("重点路段")));
        document.body.push_back(numbers.next(4, QStringLiteral("人民路")));
        document.body.push_back(paragraphOf(Sentence));
    }
    document.body.push_back(tableOf(4));
    document.body.push_back(app::DocumentPicture{QStringLiteral("图1 各月受理数"), {100, 40}, [](QPainter& painter, QSizeF size) {
                                                     painter.fillRect(QRectF({0, 0}, size), Qt::blue);
                                                 }});
    document.body.push_back(paragraphOf(Sentence));
    document.signature = app::DocumentSignature{QStringLiteral("测试区综合行政执法局"), QStringLiteral("2026年7月1日"), true};
    document.imprint = app::DocumentImprint{QStringLiteral("区委办公室，区政府办公室"), QStringLiteral("测试区综合行政执法局办公室"), QStringLiteral("2026年7月1日")};
    return document;
}

/// A word of a page with its box in millimetres.
struct PdfWord {
    int page;
    QRectF box;
    QString text;
};

/// A document written as a PDF in a folder of its own.
struct OfficialPdf {
    explicit OfficialPdf(const app::OfficialDocument& document) {
        const auto written = app::writeOfficial(file, false, document);
        INFO((written ? std::string() : written.error().what.key));
        REQUIRE(written);
        pageCount = written->pages;
        notes = written->notes;
    }
    /// Lines of each page, without blanks, in the order in which they were painted.
    [[nodiscard]] std::vector<QStringList> pages() const {
        std::vector<QStringList> result;
        QStringList texts = outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pathText(file), QStringLiteral("-")}).split(QChar(u'\f'));
        texts.removeLast();
        for (QString& text : texts)
            result.push_back(text.remove(QLatin1Char(' ')).split(QLatin1Char('\n'), Qt::SkipEmptyParts));
        return result;
    }
    [[nodiscard]] std::vector<PdfWord> words() const {
        static const QRegularExpression entry(QStringLiteral("<page |<word xMin=\"([0-9.]+)\" yMin=\"([0-9.]+)\" xMax=\"([0-9.]+)\" yMax=\"([0-9.]+)\">(.*)</word>"));
        std::vector<PdfWord> result;
        int page = 0;
        auto found = entry.globalMatch(outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-bbox"), pathText(file), QStringLiteral("-")}));
        while (found.hasNext()) {
            const auto match = found.next();
            if (match.capturedLength(1) == 0) {
                ++page;
                continue;
            }
            const auto side = [&](int group) { return match.captured(group).toDouble() / 72 * 25.4; };
            result.push_back({page, QRectF(QPointF(side(1), side(2)), QPointF(side(3), side(4))), match.captured(5)});
        }
        return result;
    }

    ScratchFolder folder;
    std::filesystem::path file = folder / "document.pdf";
    int pageCount = 0;
    std::vector<core::Message> notes;
};

inline const QRegularExpression PageNumber(QStringLiteral("^—([0-9]+)—$"));
inline bool isPageNumber(const QString& line) { return PageNumber.match(line).hasMatch(); }

} // namespace gridwarden::test
