// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/odt_file.h"
#include "app/report/odt_xml.h"
#include "app/report/official_opening.h"
#include "app/report/official_words.h"
#include "app/report/page_layout.h"

#include <QBuffer>
#include <QFontMetricsF>
#include <QImage>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace gridwarden::app {

namespace {

const std::string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                               "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                               "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
                               "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
                               "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
                               "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                               "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\" "
                               "xmlns:xlink=\"http://www.w3.org/1999/xlink\"";
constexpr double TypeWidthMm = 156;
constexpr double PicturePixelsPerInch = 300;
constexpr qsizetype ShortTable = 14; // lines, with which a table stays on one page

double inPoints(double units) {
    return units / points(1);
}

/// Of all rows, about: an ideograph of a cell is nearly three and a half millimetres wide, other letters half of it.
qsizetype lineCount(const DocumentTable& table) {
    constexpr double IdeographMm = 3.4;
    double shares = 0;
    for (const DocumentColumn& column : table.columns)
        shares += column.share;
    qsizetype all = 0;
    for (const QStringList& row : table.rows) {
        qsizetype most = 1;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const double room = std::max(1.0, TypeWidthMm * table.columns[i].share / shares / IdeographMm);
            qsizetype lines = 0;
            for (const QString& line : row.value(static_cast<qsizetype>(i)).split(QLatin1Char('\n'))) {
                const auto wide =
                    std::count_if(line.begin(), line.end(), [](QChar letter) { return letter.unicode() >= 0x2e80; });
                lines +=
                    std::max(qsizetype(1),
                             static_cast<qsizetype>(std::ceil(static_cast<double>(line.size() + wide) / 2 / room)));
            }
            most = std::max(most, lines);
        }
        all += most;
    }
    return all;
}

std::string pngOf(const DocumentPicture& picture) {
    const QSizeF units(millimetres(picture.millimetres.width()), millimetres(picture.millimetres.height()));
    const double scale = PicturePixelsPerInch / UnitsPerInch;
    QImage image((units * scale).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.setDotsPerMeterX(static_cast<int>(PicturePixelsPerInch / 0.0254));
    image.setDotsPerMeterY(static_cast<int>(PicturePixelsPerInch / 0.0254));
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.scale(scale, scale);
        picture.paint(painter, units);
    }
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

class ContentWriting {
public:
    explicit ContentWriting(const OfficialDocument& document) : m_document(document) {}

    OdtContent write() {
        opening();
        blocks(m_document.body);
        ending();
        for (std::size_t i = 0; i < m_document.annexes.size(); ++i) {
            paragraph("Annex_20_label", annexLabel(m_document, i));
            heading("Annex_20_title", 1, titleLines(m_document.annexes[i].title));
            blocks(m_document.annexes[i].blocks);
        }
        if (m_document.imprint)
            imprint(*m_document.imprint);
        return {fmt::format("{}<office:document-content {} "
                            "office:version=\"1.2\"><office:automatic-styles>{}</"
                            "office:automatic-styles><office:body><office:text>{}"
                            "</office:text></office:body></office:document-content>\n",
                            XmlHead, Namespaces, m_styles, m_body),
                std::move(m_pictures)};
    }

    void operator()(const DocumentHeading& each) {
        heading(("Heading_20_" + std::to_string(each.level)).c_str(), each.level, each.text);
    }
    void operator()(const DocumentParagraph& each) {
        m_body += fmt::format("<text:p text:style-name=\"{}\">", broken(each.isNote ? "Note" : "Text_20_body"));
        for (const DocumentRun& run : each.runs)
            m_body += run.number
                          ? fmt::format("<text:span text:style-name=\"Number\">{}</text:span>", odtInline(run.text))
                          : odtInline(run.text);
        m_body += "</text:p>";
    }
    void operator()(const DocumentTable& each) { table(each); }
    void operator()(const DocumentPicture& each) {
        const std::string name = fmt::format("Pictures/{}.png", m_pictures.size() + 1);
        m_body += fmt::format("<text:p text:style-name=\"{}\"><draw:frame draw:name=\"{}\" "
                              "text:anchor-type=\"as-char\" svg:width=\"{:.2f}mm\" svg:height=\"{:.2f}mm\"><draw:image "
                              "xlink:href=\"{}\" xlink:type=\"simple\" xlink:show=\"embed\" "
                              "xlink:actuate=\"onLoad\"/><svg:title>{}</svg:title></draw:frame></text:p>",
                              broken("Picture", each.caption.isEmpty() ? "" : "fo:keep-with-next=\"always\""),
                              m_pictures.size() + 1, each.millimetres.width(), each.millimetres.height(), name,
                              xmlText(each.caption));
        m_pictures.emplace_back(name, pngOf(each));
        if (!each.caption.isEmpty())
            paragraph(derived("Caption", "fo:keep-with-next=\"auto\" fo:margin-top=\"0pt\"").c_str(), each.caption);
    }
    void operator()(const DocumentPageBreak&) { m_breaks = true; }

private:
    void blocks(const std::vector<DocumentBlock>& all) {
        for (const DocumentBlock& block : all)
            std::visit(*this, block);
    }
    void paragraph(const std::string& style, const QString& text) {
        m_body += fmt::format("<text:p text:style-name=\"{}\">{}</text:p>", style, odtInline(text));
    }
    void heading(const char* style, int level, const QString& text) {
        m_body += fmt::format("<text:h text:style-name=\"{}\" text:outline-level=\"{}\">{}</text:h>", broken(style),
                              level, odtInline(text));
    }

    /// A style of its own for a paragraph that differs from a named one; the same for equal differences.
    std::string derived(const std::string& parent, const std::string& attributes) {
        if (attributes.empty())
            return parent;
        const std::string key = parent + ' ' + attributes;
        for (std::size_t i = 0; i < m_derived.size(); ++i)
            if (m_derived[i] == key)
                return "P" + std::to_string(i + 1);
        m_derived.push_back(key);
        const std::string name = "P" + std::to_string(m_derived.size());
        m_styles += fmt::format("<style:style style:name=\"{}\" style:family=\"paragraph\" "
                                "style:parent-style-name=\"{}\"><style:paragraph-properties {}/></style:style>",
                                name, parent, attributes);
        return name;
    }
    /// With a page break before it when one was asked for.
    std::string broken(const std::string& style, std::string attributes = {}) {
        if (m_breaks)
            attributes += std::string(attributes.empty() ? "" : " ") + "fo:break-before=\"page\"";
        m_breaks = false;
        return derived(style, attributes);
    }
    [[nodiscard]] QString titleLines(const QString& title) const {
        return balancedLines(title, officialFont(OfficialStyle::Title, m_document.language), sheet::TypeWidth)
            .join(QLatin1Char('\n'));
    }

    void opening() {
        if (!m_document.issuerMark.isEmpty())
            paragraph("Issuer_20_mark", m_document.issuerMark);
        if (!m_document.number.isEmpty())
            paragraph("Document_20_number", m_document.number);
        paragraph("Title", titleLines(m_document.title));
        if (!m_document.subtitle.isEmpty())
            paragraph("Subtitle", m_document.subtitle);
        if (const QString addressee = addresseeLine(m_document); !addressee.isEmpty())
            paragraph("Addressee", addressee);
    }

    void ending() {
        const AnnexNames annexes = annexNames(m_document);
        for (qsizetype i = 0; i < annexes.names.size(); ++i)
            paragraph(i == 0 ? derived("Annex_20_names", "fo:margin-top=\"28.9pt\"")
                             : derived("Annex_20_names", fmt::format("fo:margin-left=\"{}\"", "78.75pt")),
                      i == 0 ? annexes.label + annexes.names[i] : annexes.names[i]);
        if (!m_document.signature)
            return;
        const DocumentSignature& signature = *m_document.signature;
        const SetSignature set = setSignature(signature, m_document.language);
        const QFontMetricsF metrics(officialFont(OfficialStyle::Body, m_document.language));
        const auto margins = [&](const SetLine& line, bool isFirst) {
            const double right =
                std::max(0.0, inPoints(sheet::TypeWidth - line.x - metrics.horizontalAdvance(line.text)));
            return fmt::format("fo:margin-right=\"{:.1f}pt\" fo:margin-top=\"{}\"", right,
                               !isFirst             ? "0pt"
                               : signature.isSealed ? "57.8pt"
                                                    : "28.9pt");
        };
        bool isFirst = true;
        for (const SetLine& name : set.names) {
            paragraph(derived("Issuer", margins(name, isFirst)), name.text);
            isFirst = false;
        }
        paragraph(derived("Issue_20_date", margins(set.date, isFirst)), set.date.text);
    }

    void table(const DocumentTable& each) {
        const std::string name = fmt::format("Table{}", ++m_tables);
        if (!each.caption.isEmpty())
            paragraph(broken("Caption"), each.caption);
        const char* const rest = m_breaks ? " fo:break-before=\"page\"" : "";
        m_breaks = false;
        m_styles +=
            fmt::format("<style:style style:name=\"{}\" style:family=\"table\"><style:table-properties "
                        "style:width=\"{}mm\" table:align=\"margins\" fo:margin-top=\"{}\" "
                        "fo:margin-bottom=\"{}\" style:may-break-between-rows=\"{}\" "
                        "table:border-model=\"collapsing\"{}/></style:style>",
                        name, TypeWidthMm, each.caption.isEmpty() ? "8pt" : "3pt", each.note.isEmpty() ? "10pt" : "0pt",
                        lineCount(each) > ShortTable ? "true" : "false", rest);
        double shares = 0;
        for (const DocumentColumn& column : each.columns)
            shares += column.share;
        m_body += fmt::format("<table:table table:name=\"{0}\" table:style-name=\"{0}\">", name);
        int position = 0;
        for (const DocumentColumn& column : each.columns) {
            const std::string style = fmt::format("{}.{}", name, ++position);
            m_styles += fmt::format(
                "<style:style style:name=\"{}\" style:family=\"table-column\"><style:table-column-properties "
                "style:column-width=\"{:.2f}mm\"/></style:style>",
                style, TypeWidthMm * column.share / shares);
            m_body += fmt::format("<table:table-column table:style-name=\"{}\"/>", style);
        }
        if (m_tables == 1)
            m_styles += "<style:style style:name=\"Row\" style:family=\"table-row\"><style:table-row-properties "
                        "fo:keep-together=\"always\"/></style:style>"
                        "<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
                        "style:vertical-align=\"middle\" fo:padding=\"3pt\" "
                        "fo:border=\"0.5pt solid #000000\"/></style:style>";
        const std::string kind = each.isDense ? "Dense" : "Table";
        QStringList titles;
        for (const DocumentColumn& column : each.columns)
            titles += column.title;
        m_body += "<table:table-header-rows>";
        row(each, titles, kind + "_20_Heading", false);
        m_body += "</table:table-header-rows>";
        for (const QStringList& cells : each.rows)
            row(each, cells, kind + "_20_Contents", true);
        if (!each.total.isEmpty())
            row(each, each.total, kind + "_20_Total", true);
        m_body += "</table:table>";
        if (!each.note.isEmpty())
            paragraph("Note", each.note);
    }
    void row(const DocumentTable& each, const QStringList& cells, const std::string& style, bool isAligned) {
        m_body += "<table:table-row table:style-name=\"Row\">";
        const bool isAcross = cells.size() == 1 && each.columns.size() > 1;
        for (std::size_t i = 0; i < (isAcross ? 1 : each.columns.size()); ++i) {
            const Qt::Alignment alignment = isAcross ? Qt::AlignLeft : each.columns[i].alignment;
            const char* const attributes = !isAligned                     ? ""
                                           : alignment & Qt::AlignRight   ? "fo:text-align=\"end\""
                                           : alignment & Qt::AlignHCenter ? "fo:text-align=\"center\""
                                                                          : "";
            m_body +=
                fmt::format("<table:table-cell table:style-name=\"Cell\"{} office:value-type=\"string\">",
                            isAcross ? fmt::format(" table:number-columns-spanned=\"{}\"", each.columns.size()) : "");
            for (const QString& line : cells.value(static_cast<qsizetype>(i)).split(QLatin1Char('\n')))
                paragraph(derived(style, attributes), line);
            m_body += "</table:table-cell>";
        }
        for (std::size_t i = 1; isAcross && i < each.columns.size(); ++i)
            m_body += "<table:covered-table-cell/>";
        m_body += "</table:table-row>";
    }

    /// At the foot of the page on which the text ends.
    void imprint(const DocumentImprint& each) {
        m_styles += "<style:style style:name=\"Imprint\" style:family=\"graphic\" "
                    "style:parent-style-name=\"Frame\"><style:graphic-properties style:vertical-pos=\"bottom\" "
                    "style:vertical-rel=\"page-content\" "
                    "style:horizontal-pos=\"center\" style:horizontal-rel=\"page-content\" style:wrap=\"none\" "
                    "fo:padding=\"0mm\" draw:fill=\"none\" "
                    "fo:border-top=\"0.35mm solid #000000\" fo:border-bottom=\"0.35mm solid #000000\" "
                    "fo:border-left=\"none\" fo:border-right=\"none\"/></style:style>"
                    "<style:style style:name=\"Printed\" style:family=\"paragraph\" "
                    "style:parent-style-name=\"Imprint_20_office\"><style:paragraph-properties";
        m_styles += each.copiesTo.isEmpty() ? std::string()
                                            : " fo:border-top=\"0.25mm solid #000000\" fo:border-bottom=\"none\" "
                                              "fo:border-left=\"none\" fo:border-right=\"none\"";
        m_styles += "><style:tab-stops><style:tab-stop style:position=\"428.2pt\" "
                    "style:type=\"right\"/></style:tab-stops></style:paragraph-properties></style:style>";
        m_body += fmt::format("<text:p text:style-name=\"Imprint_20_anchor\"><draw:frame draw:style-name=\"Imprint\" "
                              "draw:name=\"{}\" text:anchor-type=\"paragraph\" svg:width=\"{}mm\" "
                              "draw:z-index=\"0\"><draw:text-box fo:min-height=\"7mm\">",
                              "版记", TypeWidthMm);
        if (!each.copiesTo.isEmpty())
            paragraph("Imprint_20_copies", copiesLabel(m_document.language) + copiesList(each, m_document.language));
        paragraph("Printed", each.office + QLatin1Char('\t') + printedOn(each, m_document.language));
        m_body += "</draw:text-box></draw:frame></text:p>";
    }

    const OfficialDocument& m_document;
    std::string m_styles, m_body;
    std::vector<std::string> m_derived;
    std::vector<std::pair<std::string, std::string>> m_pictures;
    int m_tables = 0;
    bool m_breaks = false;
};

} // namespace

OdtContent odtContent(const OfficialDocument& document) {
    return ContentWriting(document).write();
}

} // namespace gridwarden::app
