// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_type.h"

#include "app/report/page_layout.h"
#include "app/report/text_style.h"

#include <QFontDatabase>
#include <QRawFont>
#include <array>

namespace gridwarden::app {

namespace {

constexpr std::array Faces = {OfficialFace::XiaoBiaoSong, OfficialFace::FangSong, OfficialFace::Hei, OfficialFace::Kai, OfficialFace::Song};
constexpr int CharactersInLine = 28;
constexpr double LinePitch = 28.9; // 22 lines in 225 mm

struct FaceNames {
    const char* name; ///< as the standard calls it
    QStringList prescribed;
    QStringList free;
};

QStringList listed(const char* names) {
    return QString::fromUtf8(names).split(QLatin1Char('|'));
}

FaceNames namesOf(OfficialFace face) {
    switch (face) {
    case OfficialFace::XiaoBiaoSong:
        return {"小标宋", listed("方正小标宋简体|FZXiaoBiaoSong-B05S|方正小标宋_GBK|FZXiaoBiaoSong-B05"), {}};
    case OfficialFace::FangSong:
        return {"仿宋", listed("仿宋_GB2312|FangSong_GB2312|仿宋|FangSong|方正仿宋_GBK|FZFangSong-Z02"), {}};
    case OfficialFace::Hei:
        return {"黑体", listed("黑体|SimHei|方正黑体_GBK|FZHei-B01"), listed("WenQuanYi Micro Hei|WenQuanYi Zen Hei")};
    case OfficialFace::Kai:
        return {"楷体", listed("楷体_GB2312|KaiTi_GB2312|楷体|KaiTi|方正楷体_GBK|FZKai-Z03"), listed("AR PL KaitiM GB|AR PL UKai CN")};
    case OfficialFace::Song:
        break;
    }
    return {"宋体", listed("宋体|SimSun|方正书宋_GBK|FZShuSong-Z01"), listed("AR PL UMing CN|AR PL SungtiL GB")};
}

/// Installed, and no common character has the glyph of a radical, under which a PDF would tell it.
bool isUsable(const QString& family) {
    if (!QFontDatabase::families().contains(family) && !QFontDatabase::hasFamily(family))
        return false;
    QFont font(family);
    font.setStyleStrategy(QFont::NoFontMerging);
    const QRawFont raw = QRawFont::fromFont(font, QFontDatabase::SimplifiedChinese);
    const QList<quint32> characters = raw.glyphIndexesForString(QStringLiteral("人一示见车长"));
    const QList<quint32> radicals = raw.glyphIndexesForString(QStringLiteral("⼈⼀⽰⻅⻋⻓"));
    if (characters.size() != radicals.size() || characters.isEmpty())
        return false;
    for (qsizetype i = 0; i < characters.size(); ++i)
        if (characters[i] == 0 || characters[i] == radicals[i])
            return false;
    return true;
}

QStringList usable(const QStringList& families) {
    QStringList found;
    for (const QString& family : families)
        if (isUsable(family))
            found += family;
    return found;
}

FaceChoice choose(OfficialFace face) {
    const FaceNames names = namesOf(face);
    FaceChoice choice;
    choice.families = usable(names.prescribed);
    choice.isPrescribed = !choice.families.isEmpty();
    choice.families += usable(names.free);
    if (face == OfficialFace::XiaoBiaoSong || face == OfficialFace::FangSong) {
        choice.isBold = face == OfficialFace::XiaoBiaoSong && !choice.isPrescribed;
        choice.families += chosenFace(OfficialFace::Song).families;
    } else if (face != OfficialFace::Hei) {
        choice.families += chosenFace(OfficialFace::Hei).families;
    }
    choice.families.removeDuplicates();
    return choice;
}

const QStringList& latinFamilies() {
    static const QStringList families = [] {
        QStringList found;
        for (const QString& family : latinCandidates())
            if (QFontDatabase::families().contains(family))
                found += family;
        return found;
    }();
    return families;
}

} // namespace

OfficialType officialType(OfficialStyle style) {
    switch (style) {
    case OfficialStyle::Title:
        return {OfficialFace::XiaoBiaoSong, 22, 34};
    case OfficialStyle::Subtitle:
    case OfficialStyle::Heading2:
        return {OfficialFace::Kai, 16, LinePitch};
    case OfficialStyle::Heading1:
        return {OfficialFace::Hei, 16, LinePitch};
    case OfficialStyle::Caption:
        return {OfficialFace::Hei, 12, 20};
    case OfficialStyle::TableHead:
        return {OfficialFace::Hei, 10.5, 14.5};
    case OfficialStyle::TableCell:
        return {OfficialFace::Song, 10.5, 14.5};
    case OfficialStyle::DenseHead:
        return {OfficialFace::Hei, 9, 12};
    case OfficialStyle::DenseCell:
        return {OfficialFace::Song, 9, 12};
    case OfficialStyle::Note:
        return {OfficialFace::Song, 9, 13};
    case OfficialStyle::Imprint:
        return {OfficialFace::FangSong, 14, 22};
    case OfficialStyle::PageNumber:
        return {OfficialFace::Song, 14, 14};
    case OfficialStyle::Body:
        break;
    }
    return {OfficialFace::FangSong, 16, LinePitch};
}

const FaceChoice& chosenFace(OfficialFace face) {
    // What is looked up first needs no other: Hei, then Song, then those that lean on them.
    static const FaceChoice hei = choose(OfficialFace::Hei);
    if (face == OfficialFace::Hei)
        return hei;
    static const FaceChoice song = choose(OfficialFace::Song);
    if (face == OfficialFace::Song)
        return song;
    static const FaceChoice kai = choose(OfficialFace::Kai), fangSong = choose(OfficialFace::FangSong), xiaoBiaoSong = choose(OfficialFace::XiaoBiaoSong);
    return face == OfficialFace::Kai ? kai : face == OfficialFace::FangSong ? fangSong : xiaoBiaoSong;
}

QStringList faceCandidates(OfficialFace face) {
    const FaceNames names = namesOf(face);
    QStringList all = names.prescribed + names.free;
    if (names.free.isEmpty())
        all += faceCandidates(OfficialFace::Song);
    return all;
}

QStringList latinCandidates() {
    return listed("Times New Roman|Liberation Serif|DejaVu Serif");
}

QFont officialFont(OfficialFace face, double size, core::Language language) {
    const FaceChoice& choice = chosenFace(face);
    QFont font;
    font.setFamilies(language == core::Language::English ? latinFamilies() + choice.families : choice.families);
    font.setPixelSize(static_cast<int>(points(size)));
    font.setBold(choice.isBold || (language == core::Language::English && (face == OfficialFace::Hei || face == OfficialFace::XiaoBiaoSong)));
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setKerning(false);
    // A share of the advance: Qt would take an absolute spacing for one of the screen and make it larger on paper. Spacing that is not natural also keeps Qt
    // from ligatures, which are not found when a PDF is searched.
    constexpr double NoLigatures = 100.05;
    font.setLetterSpacing(QFont::PercentageSpacing, NoLigatures);
    return font;
}

QFont officialFont(OfficialStyle style, core::Language language) {
    const OfficialType type = officialType(style);
    QFont font = officialFont(type.face, type.size, language);
    if (language == core::Language::Chinese && type.size == officialType(OfficialStyle::Body).size)
        font.setLetterSpacing(QFont::PercentageSpacing, 100 * sheet::TypeWidth / CharactersInLine / points(type.size));
    return font;
}

double officialPitch(OfficialStyle style) {
    return points(officialType(style).pitch);
}

double officialBaseline(OfficialStyle style) {
    constexpr double Ascent = 0.87; // of an ideograph, times the size
    const OfficialType type = officialType(style);
    const bool isText = type.pitch == LinePitch || style == OfficialStyle::Title;
    return points(type.size * Ascent) + (isText ? 0 : points(type.pitch - type.size) / 2);
}

core::Result<std::vector<core::Message>> officialFaceNotes() {
    if (chosenFace(OfficialFace::FangSong).families.isEmpty())
        return core::fail(core::ErrorCode::NotFound, {"report-font-missing", {reportFontFamily().toStdString()}});
    std::string missing, used;
    for (const OfficialFace face : Faces)
        if (const FaceChoice& choice = chosenFace(face); !choice.isPrescribed) {
            missing += (missing.empty() ? "" : ", ") + std::string(namesOf(face).name);
            const std::string family = choice.families.front().toStdString();
            if (used.find(family) == std::string::npos)
                used += (used.empty() ? "" : ", ") + family;
        }
    if (missing.empty())
        return std::vector<core::Message>();
    return std::vector<core::Message>{{"official-faces-replaced", {missing, used}}};
}

} // namespace gridwarden::app
