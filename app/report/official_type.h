// SPDX-License-Identifier: GPL-3.0-or-later
// The type of official documents: the faces that GB/T 9704-2012 prescribes where the system has them, else free ones, and the sizes of its size table.
//
// The free faces are those of Debian out of whose PDFs text is searched and copied rightly; all 6,763 characters of GB 2312, digits and punctuation were
// written with QPdfWriter and read back with pdftotext. AR PL UMing CN, SungtiL GB (Song), KaitiM GB, UKai CN (Kai), WenQuanYi Micro Hei and Zen Hei (Hei)
// give back what was written. The faces of Noto CJK do not: characters that share a glyph with a radical come out as the radical, digits after capital
// letters vanish, two dashes become one. Any face whose common characters share glyphs with radicals is passed over here, also a prescribed one.
// There is no free FangSong in Debian: Song takes its place. AR PL KaitiM GB comes before UKai CN, which sets commas in the middle.
#pragma once

#include "core/base/result.h"
#include "core/base/words.h"

#include <QFont>
#include <QStringList>

namespace gridwarden::app {

enum class OfficialFace { XiaoBiaoSong, FangSong, Hei, Kai, Song };

enum class OfficialStyle {
    Title,      ///< 二号 22 pt XiaoBiaoSong
    Subtitle,   ///< 三号 16 pt Kai
    Body,       ///< 三号 16 pt FangSong; headings of the third and fourth level as well
    Heading1,   ///< 三号 16 pt Hei: 一、
    Heading2,   ///< 三号 16 pt Kai: （一）
    Caption,    ///< 小四 12 pt Hei
    TableHead,  ///< 五号 10.5 pt Hei
    TableCell,  ///< 五号 10.5 pt Song
    DenseHead,  ///< 小五 9 pt Hei
    DenseCell,  ///< 小五 9 pt Song
    Note,       ///< 小五 9 pt Song
    Imprint,    ///< 四号 14 pt FangSong
    PageNumber  ///< 四号 14 pt Song
};

struct OfficialType {
    OfficialFace face;
    double size;  ///< points
    double pitch; ///< from line to line, points
};
[[nodiscard]] OfficialType officialType(OfficialStyle style);

/// What a face is set in on this system.
struct FaceChoice {
    QStringList families; ///< the first has all that it can show, the others what it lacks
    bool isBold = false;  ///< the weight makes up for another face
    bool isPrescribed = false;
};
[[nodiscard]] const FaceChoice& chosenFace(OfficialFace face);
/// The prescribed names of a face and of those that may take its place, in the order in which they are looked for.
[[nodiscard]] QStringList faceCandidates(OfficialFace face);
/// Letters of documents in English.
[[nodiscard]] QStringList latinCandidates();

/// Sized in report units. Of size 三号 in Chinese, 28 characters fill the type area.
[[nodiscard]] QFont officialFont(OfficialStyle style, core::Language language);
[[nodiscard]] QFont officialFont(OfficialFace face, double points, core::Language language);
/// From baseline to baseline, report units.
[[nodiscard]] double officialPitch(OfficialStyle style);
/// From the upper edge of a line to its baseline, report units: characters of text begin at the upper edge, as the grid of the standard has it, those of tables
/// and the imprint stand in the middle.
[[nodiscard]] double officialBaseline(OfficialStyle style);

/// Which prescribed faces are missing and what is used in their place; empty when all are there.
/// Errors: NotFound "report-font-missing" {family} when there is no face at all in which Chinese can be set so that it can be searched.
[[nodiscard]] core::Result<std::vector<core::Message>> officialFaceNotes();

} // namespace gridwarden::app
