// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/encoding.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace gridwarden;
using gis::Decoder;
using gis::EncodingReason;

namespace {

const std::filesystem::path Samples = GRIDWARDEN_TEST_DATA "/areas";

// 网格督导员每日巡查主要道路 in GBK
const std::string Gbk =
    "\xcd\xf8\xb8\xf1\xb6\xbd\xb5\xbc\xd4\xb1\xc3\xbf\xc8\xd5\xd1\xb2\xb2\xe9\xd6\xf7\xd2\xaa\xb5\xc0\xc2\xb7";

} // namespace

TEST_CASE("encodings are found by their bytes", "[gis][encoding]") {
    struct Sample {
        std::string bytes;
        std::string name;
        EncodingReason reason;
    };
    const Sample sample = GENERATE(values<Sample>({
        {"plain", "UTF-8", EncodingReason::OnlyAscii},
        {"", "UTF-8", EncodingReason::OnlyAscii},
        {"网格督导", "UTF-8", EncodingReason::ValidUtf8},
        {"\xef\xbb\xbf"
         "a",
         "UTF-8", EncodingReason::ByteOrder},
        {std::string("\xff\xfe"
                     "a\0b\0",
                     6),
         "UTF-16LE", EncodingReason::ByteOrder},
        {std::string("i\0d\0,\0n\0a\0m\0e\0\n\0", 16), "UTF-16LE", EncodingReason::Guessed},
        {Gbk, "GB18030", EncodingReason::Guessed},
        // 屏東縣萬巒鄉 in Big5
        {"\xab\xcc\xaa\x46\xbf\xa4\xb8\x55\xc5\x72\xb6\x6d", "CP950", EncodingReason::Guessed},
        // ひたちなか市 in Shift-JIS
        {"\x82\xd0\x82\xbd\x82\xbf\x82\xc8\x82\xa9\x8e\x73", "CP932", EncodingReason::Guessed},
    }));
    const auto found = gis::detectEncoding(sample.bytes);
    CHECK(found.name == sample.name);
    CHECK(found.reason == sample.reason);
}

TEST_CASE("UTF-8 that is cut in a character is still UTF-8", "[gis][encoding]") {
    const std::string text = "网格督导";
    CHECK(gis::detectEncoding(text.substr(0, text.size() - 1)).name == "UTF-8");
    CHECK(gis::detectEncoding(text.substr(0, text.size() - 2)).name == "UTF-8");
}

TEST_CASE("names of encodings are understood as people write them", "[gis][encoding]") {
    for (const char* name : {"gbk", "GBK", "936", "cp936", "ANSI 936", "GB2312", "gb18030"})
        CHECK(Decoder::open(name)->name() == "GB18030");
    for (const char* name : {"utf8", "UTF-8", "65001"})
        CHECK(Decoder::open(name)->name() == "UTF-8");
    CHECK(Decoder::open("big5")->name() == "CP950");
    CHECK(Decoder::open("ANSI 1252")->name() == "CP1252");
    const auto unknown = Decoder::open("klingon");
    REQUIRE_FALSE(unknown);
    CHECK(unknown.error().what == core::Message{"encoding-unknown", {"klingon"}});
    CHECK_FALSE(Decoder::open(""));
}

TEST_CASE("bytes are decoded or refused and never lost", "[gis][encoding]") {
    const Decoder gbk = Decoder::open("GBK").value();
    CHECK(gbk.decode(Gbk) == "网格督导员每日巡查主要道路");
    CHECK(gbk.decode("") == "");
    CHECK_FALSE(gbk.decode(Gbk + "\xff"));
    CHECK(gbk.decodeLossy(Gbk.substr(0, 2) + "\xff" + "b") == "网\xef\xbf\xbd"
                                                              "b");
    const Decoder utf8 = Decoder::open("UTF-8").value();
    CHECK_FALSE(utf8.decode(Gbk));
    CHECK(utf8.decodeLossy("网\xff格") == "网\xef\xbf\xbd格");
    std::string longText;
    for (int i = 0; i < 5000; ++i)
        longText += Gbk;
    CHECK(gbk.decode(longText)->size() == 5000 * std::string("网格督导员每日巡查主要道路").size());
}

TEST_CASE("a last letter that waits for a mark is not lost", "[gis][encoding]") {
    CHECK(Decoder::open("CP1258")->decode("abc") == "abc");
    CHECK(Decoder::open("CP1258")->decodeLossy("abc") == "abc");
}

TEST_CASE("a table without any mark is found to be GBK", "[gis][encoding]") {
    const auto found = gis::detectDbfEncoding(Samples / "hangzhou_gbk_unmarked.shp").value();
    CHECK(found.name == "GB18030");
    CHECK(found.reason == EncodingReason::Guessed);
    CHECK(found.confidence > 0.8);
}

TEST_CASE("a mark beside a table is believed unless the bytes contradict it", "[gis][encoding]") {
    const test::ScratchFolder folder;
    std::filesystem::copy(Samples / "hangzhou_gbk_unmarked.dbf", folder / "a.dbf");
    struct Mark {
        std::string text;
        std::string name;
        EncodingReason reason;
    };
    const Mark mark = GENERATE(values<Mark>({{"GBK", "GB18030", EncodingReason::CodePageFile},
                                             {"936\r\n", "GB18030", EncodingReason::CodePageFile},
                                             {"UTF-8", "GB18030", EncodingReason::Guessed},
                                             {"ISO-8859-1", "GB18030", EncodingReason::Guessed},
                                             {"nonsense", "GB18030", EncodingReason::Guessed}}));
    std::ofstream(folder / "a.cpg") << mark.text;
    const auto found = gis::detectDbfEncoding(folder / "a.dbf").value();
    CHECK(found.name == mark.name);
    CHECK(found.reason == mark.reason);
}

TEST_CASE("the language driver of a table is read", "[gis][encoding]") {
    const test::ScratchFolder folder;
    std::filesystem::copy(Samples / "hangzhou_gbk_unmarked.dbf", folder / "a.dbf");
    std::fstream file(folder / "a.dbf", std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(29).put('\x4d');
    file.close();
    const auto found = gis::detectDbfEncoding(folder / "a.dbf").value();
    CHECK(found.name == "GB18030");
    CHECK(found.reason == EncodingReason::LanguageId);
}

TEST_CASE("a broken table is refused", "[gis][encoding]") {
    const test::ScratchFolder folder;
    CHECK(gis::detectDbfEncoding(folder / "none.dbf").error().what.key == "file-unreadable");
    std::ofstream(folder / "short.dbf") << "abc";
    CHECK(gis::detectDbfEncoding(folder / "short.dbf").error().what.key == "source-unreadable");
}
