// SPDX-License-Identifier: GPL-3.0-or-later
// An official document after GB/T 9704-2012 as a value: what stands in it, nothing of how it is set. It becomes a PDF (official_pages.h) and an
// OpenDocument text (odt_file.h).
#pragma once

#include "core/base/words.h"

#include <QPainter>
#include <QSizeF>
#include <QString>
#include <QStringList>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

namespace gridwarden::app {

/// What a bureau puts above a text that the program writes; each may be empty.
struct OfficialHeading {
    QString issuer; ///< 发文机关标志; it also signs, without the 文件 at its end, with the day of the data
    QString number;
    QString addressee;
};

/// Level 1 to 4: 一、 （一） 1. （1）. The text has its number already; see HeadingNumbers.
struct DocumentHeading {
    int level = 1;
    QString text;
};

struct DocumentRun {
    QString text;
    std::optional<std::size_t> number = {}; ///< the position of the number that it prints among those behind the document
};
struct DocumentParagraph {
    std::vector<DocumentRun> runs;
    bool isNote = false; ///< 小五, as below a table
    [[nodiscard]] QString text() const;
};
/// One without numbers of its own.
[[nodiscard]] inline DocumentParagraph documentParagraph(const QString& text, bool isNote = false) { return {{{text, {}}}, isNote}; }

struct DocumentColumn {
    QString title;
    double share = 1; ///< of the width, beside the shares of the others
    Qt::Alignment alignment = Qt::AlignLeft;
};
/// \pre rows and a total have as many cells as there are columns; a row of a single one goes across all of them. "\n" begins a new line in a cell.
struct DocumentTable {
    QString caption; ///< above it; may be empty
    std::vector<DocumentColumn> columns;
    std::vector<QStringList> rows;
    QStringList total; ///< a last row that stays with the one before; may be empty
    QString note;      ///< below it; may be empty
    bool isDense = false; ///< 小五 in place of 五号, for tables with much text
};

struct DocumentPicture {
    QString caption; ///< below it; may be empty
    QSizeF millimetres; ///< not wider than 156 nor higher than 225
    /// Paints within the size that it is given, in report units (page_layout.h), from (0, 0). May be called from any thread.
    std::function<void(QPainter&, QSizeF)> paint;
};

struct DocumentPageBreak {};

using DocumentBlock = std::variant<DocumentHeading, DocumentParagraph, DocumentTable, DocumentPicture, DocumentPageBreak>;
using DocumentBlocks = std::vector<DocumentBlock>;

struct DocumentSignature {
    QString issuer; ///< 发文机关署名
    QString date;   ///< 成文日期: 2026年7月1日
    bool isSealed = false; ///< room is kept for a seal over both
};

/// 版记, at the foot of the last page with an even number.
struct DocumentImprint {
    QString copiesTo; ///< 抄送; may be empty
    QString office;   ///< 印发机关
    QString date;     ///< 印发日期
};

/// Begins on a page of its own.
struct DocumentAnnex {
    QString title;
    std::vector<DocumentBlock> blocks;
};

struct OfficialDocument {
    core::Language language = core::Language::Chinese;
    QString issuerMark; ///< 发文机关标志, in red; may be empty
    QString number;     ///< 发文字号; may be empty
    QString title;      ///< "\n" begins a new line; else it is broken between words
    QString subtitle;   ///< may be empty
    QString addressee;  ///< 主送机关 without the colon; may be empty
    std::vector<DocumentBlock> body;
    std::optional<DocumentSignature> signature;
    std::vector<DocumentAnnex> annexes; ///< their titles are told below the body
    std::optional<DocumentImprint> imprint;
};

} // namespace gridwarden::app
