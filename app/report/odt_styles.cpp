// SPDX-License-Identifier: GPL-3.0-or-later
// Styles that office programs know by name (Title, Heading 1, Text body …) keep these names, under which each program shows its own words; those of
// official documents have Chinese ones.
#include "app/report/odt_file.h"
#include "app/report/odt_xml.h"
#include "app/report/official_opening.h"
#include "app/report/official_type.h"

#include <array>
#include <fmt/format.h>

namespace gridwarden::app {

namespace {

/// Spacing that lets 28 characters of 16 pt fill 156 mm: a whole number of twentieths of a point, because office programs count in these.
constexpr const char* BodySpacing = "-0.25pt";
constexpr const char* TwoCharacters = "31.5pt";
constexpr double AsHighAsNeeded = 0; // a line of pictures
constexpr const char* LinePitch = "28.9pt";

const std::string Namespaces = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
                               "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
                               "xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\"";

std::string listed(const QStringList& families) {
    std::string list;
    for (const QString& family : families)
        list += (list.empty() ? "" : ", ") + ("'" + xmlText(family) + "'");
    return list;
}

constexpr std::array Faces = {OfficialFace::XiaoBiaoSong, OfficialFace::FangSong, OfficialFace::Hei, OfficialFace::Kai, OfficialFace::Song};

std::string nameOf(OfficialFace face) {
    return xmlText(faceCandidates(face).front());
}

struct ParagraphLook {
    const char* name;    ///< as XML writes it: Heading_20_1
    const char* display; ///< what people see
    const char* parent;
    OfficialType type;
    std::string paragraph = {}; ///< further attributes of the paragraph
    std::string text = {};      ///< further attributes of its characters
    int outline = 0;
    const char* next = "";
};

class Styles {
public:
    explicit Styles(core::Language language) : m_language(language) {}

    void add(const ParagraphLook& look) {
        const OfficialType& type = look.type;
        const bool isChinese = m_language == core::Language::Chinese;
        const bool isBold = officialFont(type.face, type.size, m_language).bold();
        const std::string western = isChinese ? nameOf(type.face) : xmlText(latinCandidates().front());
        const std::string spacing = isChinese && type.size == officialType(OfficialStyle::Body).size ? fmt::format(" fo:letter-spacing=\"{}\"", BodySpacing) : "";
        m_xml += fmt::format("<style:style style:name=\"{}\" style:display-name=\"{}\" style:family=\"paragraph\"{}{}{}{}>", look.name, look.display,
                             *look.parent != 0 ? fmt::format(" style:parent-style-name=\"{}\"", look.parent) : "",
                             *look.next != 0 ? fmt::format(" style:next-style-name=\"{}\"", look.next) : "", look.outline > 0 ? fmt::format(" style:default-outline-level=\"{}\"", look.outline) : "",
                             " style:class=\"text\"");
        const std::string pitch = type.pitch > 0 ? fmt::format("{}pt", type.pitch) : "100%";
        m_xml += fmt::format("<style:paragraph-properties fo:line-height=\"{}\"{}/>", pitch, look.paragraph.empty() ? "" : " " + look.paragraph);
        m_xml += fmt::format("<style:text-properties style:font-name=\"{0}\" style:font-name-asian=\"{1}\" fo:font-size=\"{2}pt\" style:font-size-asian=\"{2}pt\" "
                             "fo:font-weight=\"{3}\" style:font-weight-asian=\"{3}\"{4}{5}/></style:style>",
                             western, nameOf(type.face), type.size, isBold ? "bold" : "normal", spacing, look.text.empty() ? "" : " " + look.text);
    }
    [[nodiscard]] const std::string& xml() const { return m_xml; }

private:
    core::Language m_language;
    std::string m_xml;
};

std::string fontFaces() {
    std::string faces;
    for (const OfficialFace face : Faces)
        faces += fmt::format("<style:font-face style:name=\"{}\" svg:font-family=\"{}\"/>", nameOf(face), listed(faceCandidates(face)));
    faces += fmt::format("<style:font-face style:name=\"{}\" svg:font-family=\"{}\" style:font-family-generic=\"roman\"/>", xmlText(latinCandidates().front()), listed(latinCandidates()));
    return "<office:font-face-decls>" + faces + "</office:font-face-decls>";
}

std::string defaultStyle() {
    return fmt::format("<style:default-style style:family=\"paragraph\"><style:paragraph-properties style:text-autospace=\"none\" style:punctuation-wrap=\"simple\" "
                       "style:line-break=\"strict\" fo:orphans=\"0\" fo:widows=\"0\" style:writing-mode=\"lr-tb\"/><style:text-properties style:font-name=\"{0}\" "
                       "style:font-name-asian=\"{0}\" fo:font-size=\"16pt\" style:font-size-asian=\"16pt\" fo:language=\"en\" fo:country=\"US\" style:language-asian=\"zh\" "
                       "style:country-asian=\"CN\" fo:color=\"#000000\"/></style:default-style>",
                       nameOf(OfficialFace::FangSong));
}

std::string paragraphStyles(const OfficialDocument& document) {
    Styles styles(document.language);
    const bool isChinese = document.language == core::Language::Chinese;
    const std::string body = fmt::format("fo:text-align=\"{}\" fo:text-indent=\"{}\"", isChinese ? "justify" : "start", TwoCharacters);
    const std::string heading = fmt::format("fo:text-indent=\"{}\" fo:keep-with-next=\"always\"", TwoCharacters);
    const std::string centred = "fo:text-align=\"center\"";
    const std::string centredWithNext = centred + " fo:keep-with-next=\"always\"";
    const bool hasRule = !document.issuerMark.isEmpty() || !document.number.isEmpty();
    const double markSize = issuerMarkSize(document);
    const std::string rule = "fo:border-bottom=\"1.5pt solid #c8101e\" fo:padding-bottom=\"4mm\" fo:border-top=\"none\" fo:border-left=\"none\" fo:border-right=\"none\"";

    styles.add({"Standard", "Standard", "", officialType(OfficialStyle::Body)});
    styles.add({"Text_20_body", "Text body", "Standard", officialType(OfficialStyle::Body), body});
    const char* const afterTitle = document.subtitle.isEmpty() ? LinePitch : "0pt";
    styles.add({"Title", "Title", "Standard", officialType(OfficialStyle::Title),
                fmt::format("{} fo:margin-top=\"{}\" fo:margin-bottom=\"{}\"", centredWithNext, hasRule ? "57.8pt" : "0pt", afterTitle), {}, 0, "Text_20_body"});
    styles.add({"Subtitle", "Subtitle", "Standard", officialType(OfficialStyle::Subtitle), fmt::format("{} fo:margin-bottom=\"{}\"", centredWithNext, LinePitch), {}, 0, "Text_20_body"});
    styles.add({"Heading_20_1", "Heading 1", "Standard", officialType(OfficialStyle::Heading1), heading, {}, 1, "Text_20_body"});
    styles.add({"Heading_20_2", "Heading 2", "Standard", officialType(OfficialStyle::Heading2), heading, {}, 2, "Text_20_body"});
    styles.add({"Heading_20_3", "Heading 3", "Standard", officialType(OfficialStyle::Body), heading, {}, 3, "Text_20_body"});
    styles.add({"Heading_20_4", "Heading 4", "Standard", officialType(OfficialStyle::Body), heading, {}, 4, "Text_20_body"});
    styles.add({"Caption", "Caption", "Standard", officialType(OfficialStyle::Caption), centredWithNext + " fo:margin-top=\"8pt\""});
    styles.add({"Table_20_Contents", "Table Contents", "Standard", officialType(OfficialStyle::TableCell)});
    styles.add({"Table_20_Heading", "Table Heading", "Table_20_Contents", officialType(OfficialStyle::TableHead), centred});
    styles.add({"Table_20_Total", "表格合计", "Table_20_Contents", officialType(OfficialStyle::TableHead)});
    styles.add({"Dense_20_Contents", "小字表格内容", "Table_20_Contents", officialType(OfficialStyle::DenseCell)});
    styles.add({"Dense_20_Heading", "小字表格标题", "Dense_20_Contents", officialType(OfficialStyle::DenseHead), centred});
    styles.add({"Dense_20_Total", "小字表格合计", "Dense_20_Contents", officialType(OfficialStyle::DenseHead)});
    styles.add({"Note", "表注", "Standard", officialType(OfficialStyle::Note), "fo:margin-top=\"3pt\" fo:margin-bottom=\"6pt\""});
    styles.add({"Picture", "图片", "Standard", {OfficialFace::Hei, 12, AsHighAsNeeded}, "fo:text-align=\"center\" fo:margin-top=\"8pt\" fo:margin-bottom=\"4pt\""});
    styles.add({"Issuer_20_mark", "发文机关标志", "Standard", {OfficialFace::XiaoBiaoSong, markSize, markSize * 1.25}, centred + " fo:margin-top=\"35mm\"" + (document.number.isEmpty() ? " " + rule : ""), "fo:color=\"#c8101e\""});
    styles.add({"Document_20_number", "发文字号", "Standard", officialType(OfficialStyle::Body),
                fmt::format("{} {} fo:margin-top=\"{}\"", centred, rule, document.issuerMark.isEmpty() ? "0pt" : "57.8pt")});
    styles.add({"Addressee", "主送机关", "Standard", officialType(OfficialStyle::Body)});
    styles.add({"Annex_20_names", "附件说明", "Standard", officialType(OfficialStyle::Body), fmt::format("fo:margin-left=\"{}\"", TwoCharacters)});
    styles.add({"Issuer", "发文机关署名", "Standard", officialType(OfficialStyle::Body), "fo:text-align=\"end\" fo:keep-with-next=\"always\""});
    styles.add({"Issue_20_date", "成文日期", "Standard", officialType(OfficialStyle::Body), "fo:text-align=\"end\""});
    styles.add({"Annex_20_label", "附件标识", "Standard", officialType(OfficialStyle::Heading1), fmt::format("fo:break-before=\"page\" fo:margin-bottom=\"{}\" fo:keep-with-next=\"always\"", LinePitch)});
    styles.add({"Annex_20_title", "附件标题", "Standard", officialType(OfficialStyle::Title), centredWithNext + " fo:margin-bottom=\"14pt\"", {}, 1, "Text_20_body"});
    styles.add({"Imprint_20_copies", "版记 抄送", "Standard", officialType(OfficialStyle::Imprint),
                "fo:margin-left=\"14pt\" fo:margin-right=\"14pt\""});
    styles.add({"Imprint_20_office", "版记 印发", "Standard", officialType(OfficialStyle::Imprint), "fo:text-indent=\"14pt\""});
    styles.add({"Imprint_20_anchor", "版记 位置", "Standard", {OfficialFace::Song, 1, 1}});
    styles.add({"Footer", "Footer", "Standard", officialType(OfficialStyle::PageNumber), "fo:text-align=\"end\" fo:margin-right=\"14pt\""});
    styles.add({"Footer_20_left", "Footer Left", "Footer", officialType(OfficialStyle::PageNumber), "fo:text-align=\"start\" fo:margin-left=\"14pt\" fo:margin-right=\"0pt\""});
    return styles.xml();
}

} // namespace

std::string odtStyles(const OfficialDocument& document) {
    // The footer begins 7 mm below the type area and lies within the margin of 35 mm.
    const std::string layout = "<style:page-layout style:name=\"A4\"><style:page-layout-properties fo:page-width=\"210mm\" fo:page-height=\"297mm\" style:print-orientation=\"portrait\" "
                               "fo:margin-top=\"37mm\" fo:margin-left=\"28mm\" fo:margin-right=\"26mm\" fo:margin-bottom=\"20mm\"/><style:header-style/>"
                               "<style:footer-style><style:header-footer-properties svg:height=\"15mm\" fo:min-height=\"15mm\" fo:margin-top=\"7mm\"/></style:footer-style></style:page-layout>";
    const std::string number = "— <text:page-number text:select-page=\"current\">1</text:page-number> —";
    return fmt::format("{}<office:document-styles {} office:version=\"1.2\">{}<office:styles>{}{}"
                       "<style:style style:name=\"Number\" style:display-name=\"数据\" style:family=\"text\"/><style:style style:name=\"Frame\" style:family=\"graphic\"/>"
                       "</office:styles><office:automatic-styles>{}</office:automatic-styles><office:master-styles>"
                       "<style:master-page style:name=\"Standard\" style:page-layout-name=\"A4\"><style:footer><text:p text:style-name=\"Footer\">{}</text:p></style:footer>"
                       "<style:footer-left><text:p text:style-name=\"Footer_20_left\">{}</text:p></style:footer-left></style:master-page></office:master-styles></office:document-styles>\n",
                       XmlHead, Namespaces, fontFaces(), defaultStyle(), paragraphStyles(document), layout, number, number);
}

} // namespace gridwarden::app
