// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/table.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

#include <fstream>

using namespace gridwarden;
using gis::Row;
using gis::Table;

namespace {

/// A table of a text, with all its rows.
struct Read {
    test::ScratchFolder folder;
    std::vector<std::string> fields;
    std::string encoding;
    std::vector<Row> rows;
    int progress = 0;

    explicit Read(const std::string& text, const gis::TableOptions& options = {}, const char* name = "t.csv") {
        std::ofstream(folder / name, std::ios::binary) << text;
        auto table = Table::open(folder / name, options);
        REQUIRE(table);
        fields = table->fields();
        encoding = table->encodingUsed();
        while (auto row = table->next().value())
            rows.push_back(std::move(*row));
        progress = table->progressPercent();
    }
};

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("cells keep their text", "[gis][table]") {
    const Read read("编号,名称,时间\n007,五马街道, 1.50\n012,,0\n");
    CHECK(read.fields == Texts{"编号", "名称", "时间"});
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].values == Texts{"007", "五马街道", " 1.50"});
    CHECK(read.rows[0].number == 1);
    CHECK(read.rows[1].values == Texts{"012", "", "0"});
    CHECK(read.rows[1].problem.empty());
    CHECK(read.progress == 100);
}

TEST_CASE("quoted cells may hold separators and quotes and line ends", "[gis][table]") {
    const Read read("a,b\r\n\"x,\"\"y\"\"\",\"line one\r\nline two\"\r\n3,4");
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].values == Texts{"x,\"y\"", "line one\r\nline two"});
    CHECK(read.rows[1].values == Texts{"3", "4"});
}

TEST_CASE("the separator is found", "[gis][table]") {
    const std::string text = GENERATE("a;b;c\n1,5;2,5;3,5\n", "a\tb\tc\n1,5\t2,5\t3,5\n", "a|b|c\n1,5|2,5|3,5\n",
                                      "sep=;\na;b;c\n1,5;2,5;3,5\n",
                                      "\xef\xbb\xbf"
                                      "a;b;c\n1,5;2,5;3,5\n");
    const Read read(text);
    CHECK(read.fields == Texts{"a", "b", "c"});
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].values == Texts{"1,5", "2,5", "3,5"});
}

TEST_CASE("one column needs no separator", "[gis][table]") {
    const Read read("名称\n五马街道\n\n南汇街道\n");
    CHECK(read.fields == Texts{"名称"});
    CHECK(read.rows.size() == 2);
}

TEST_CASE("rows with too few or too many cells are named and the others are read", "[gis][table]") {
    const Read read("id,lng,lat,name\n1,120.6,28.0\n2,120.6,28.0,a,b\n3,,28.0,x\n4,1,2,y,,\n");
    REQUIRE(read.rows.size() == 4);
    CHECK(read.rows[0].problem == "row-too-few-fields");
    CHECK(read.rows[0].values == Texts{"1", "120.6", "28.0", ""});
    CHECK(read.rows[1].problem == "row-too-many-fields");
    CHECK(read.rows[2].problem.empty());
    CHECK(read.rows[3].problem.empty()); // empty cells behind the last column are no data
}

TEST_CASE("a quote that is never closed costs one row", "[gis][table]") {
    const Read read("id,name\n1,\"open\n2,two\n3,three\n");
    REQUIRE(read.rows.size() == 3);
    CHECK(read.rows[0].problem == "row-quote-open");
    CHECK(read.rows[1].values == Texts{"2", "two"});
    CHECK(read.rows[2].values == Texts{"3", "three"});
}

TEST_CASE("GBK text is found and read", "[gis][table]") {
    // 编号,名称 / 01,网格督导员
    const std::string text = "\xb1\xe0\xba\xc5,\xc3\xfb\xb3\xc6\n01,\xcd\xf8\xb8\xf1\xb6\xbd\xb5\xbc\xd4\xb1\n";
    const Read found(text);
    CHECK(found.encoding == "GB18030");
    CHECK(found.fields == Texts{"编号", "名称"});
    CHECK(found.rows.at(0).values == Texts{"01", "网格督导员"});
    const Read asked(text, {"", "gbk", ""});
    CHECK(asked.rows.at(0).values == Texts{"01", "网格督导员"});
}

TEST_CASE("the second byte of a character is no separator", "[gis][table]") {
    // 貄 is 0xD8 0x7C in GBK, and 0x7C is the bar.
    const Read read("a|b\n1\xd8\x7c"
                    "2|3\n",
                    {"", "gbk", ""});
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].values == Texts{"1貄2", "3"});
}

TEST_CASE("a row in another encoding is named", "[gis][table]") {
    const Read read("编号,名称\n1,五马街道\n2,\xcd\xf8\xb8\xf1\n3,南汇街道\n");
    CHECK(read.encoding == "UTF-8");
    REQUIRE(read.rows.size() == 3);
    CHECK(read.rows[0].problem.empty());
    CHECK(read.rows[1].problem == "row-encoding");
    CHECK(read.rows[2].values == Texts{"3", "南汇街道"});
}

TEST_CASE("other characters than ASCII are found late in a long file", "[gis][table]") {
    std::string text = "id,name\n";
    while (text.size() < 3'000'000)
        text += "1,plain text without anything else\n";
    text += "2,\xcd\xf8\xb8\xf1\xb6\xbd\xb5\xbc\xd4\xb1\n";
    const Read read(text);
    CHECK(read.encoding == "GB18030");
    CHECK(read.rows.back().values == Texts{"2", "网格督导员"});
}

TEST_CASE("UTF-16 text is read", "[gis][table]") {
    std::string text = "\xff\xfe";
    for (const char16_t c : std::u16string(u"编号,名称\n1,五马街道\n")) {
        text += static_cast<char>(c & 0xff);
        text += static_cast<char>(c >> 8);
    }
    const Read read(text);
    CHECK(read.encoding == "UTF-16LE");
    CHECK(read.fields == Texts{"编号", "名称"});
    CHECK(read.rows.at(0).values == Texts{"1", "五马街道"});
}

TEST_CASE("text in a seven-bit encoding is read when it is named", "[gis][table]") {
    gis::TableOptions options;
    options.encoding = "UTF-7"; // 店外经营 is its UTF-16 in base 64 between its signs
    const Read read("a,b\n+XpdZFn7PhCU-,x\n", options);
    REQUIRE(read.rows.size() == 1);
    CHECK(read.rows[0].values == Texts{"店外经营", "x"});
}

TEST_CASE("a hint that names a quote or a line end is no separator", "[gis][table]") {
    CHECK(Read("sep=\"\na,b\n1,2\n").rows.at(0).values.size() == 2);
}

TEST_CASE("a file with endless columns is no table", "[gis][table]") {
    test::ScratchFolder folder;
    std::ofstream(folder / "t.csv") << std::string(20'000, ',') << "\nx\n";
    const auto table = Table::open(folder / "t.csv");
    REQUIRE_FALSE(table);
    CHECK(table.error().what.key == "too-many-fields");
}

TEST_CASE("every field has a name of its own", "[gis][table]") {
    const Read read("a,,a,b\n1,2,3,4\n");
    CHECK(read.fields == Texts{"a", "column 2", "a (2)", "b"});
}

TEST_CASE("a zero byte is a problem of its row", "[gis][table]") {
    const Read read(std::string("a,b\n1,x\0y\n2,z\n", 14));
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].problem == "row-nul-byte");
    CHECK(read.rows[1].problem.empty());
}

TEST_CASE("a header alone is a table without rows and nothing is no table", "[gis][table]") {
    CHECK(Read("a,b\n").rows.empty());
    const test::ScratchFolder folder;
    std::ofstream(folder / "empty.csv").flush();
    CHECK(Table::open(folder / "empty.csv").error().what.key == "table-empty");
    CHECK(Table::open(folder / "none.csv").error().what.key == "file-unreadable");
    std::ofstream(folder / "a.csv") << "a,b\n";
    CHECK(Table::open(folder / "a.csv", {"", "klingon", ""}).error().what.key == "encoding-unknown");
}

TEST_CASE("an endless line is one bad row", "[gis][table]") {
    const Read read("a,b\n1," + std::string(20'000'000, 'x') + "\n2,3\n");
    REQUIRE(read.rows.size() == 2);
    CHECK(read.rows[0].problem == "row-too-long");
    CHECK(read.rows[1].values == Texts{"2", "3"});
}
