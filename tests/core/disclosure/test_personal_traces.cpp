// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/identity_number.h"
#include "core/disclosure/personal_traces.h"

#include <catch2/catch.hpp>
#include <random>

using namespace gridwarden::core;

namespace {

/// The check character by the weights that GB 11643 prints in its table, and its table of characters.
char checkByTable(const std::string& digits) {
    constexpr int Weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    constexpr char Characters[] = "10X98765432";
    int sum = 0;
    for (std::size_t i = 0; i < 17; ++i)
        sum += Weights[i] * (digits[i] - '0');
    return Characters[sum % 11];
}

std::string identityFor(const std::string& digits) { return digits + checkByTable(digits); }

TraceCounts counted(std::string_view text, const TraceSearch& search = {}) {
    TraceCounts counts{};
    (void)maskedText(text, search, counts);
    return counts;
}

std::string masked(std::string_view text, const TraceSearch& search = {}) {
    TraceCounts counts{};
    return maskedText(text, search, counts);
}

std::int64_t of(const TraceCounts& counts, TraceKind kind) { return counts.at(static_cast<std::size_t>(kind)); }

} // namespace

TEST_CASE("check characters of identity numbers are those of the standard's table", "[core][disclosure]") {
    CHECK(hasIdentityCheck("11010519491231002X")); // the example in GB 11643-1999
    CHECK(hasIdentityCheck("11010519491231002x"));
    CHECK(hasIdentityCheck("440524188001010014")); // likewise
    CHECK_FALSE(hasIdentityCheck("110105194912310021"));
    CHECK_FALSE(hasIdentityCheck("1101051949123100"));
    std::mt19937 random(20261201);
    std::uniform_int_distribution<int> digit(0, 9);
    for (int round = 0; round < 2000; ++round) {
        std::string digits;
        for (int i = 0; i < 17; ++i)
            digits += static_cast<char>('0' + digit(random));
        CHECK(identityCheckCharacter(digits) == checkByTable(digits));
    }
}

TEST_CASE("numbers are found however they are written", "[core][disclosure]") {
    const std::string identity = identityFor("33010619900307123");
    const struct {
        std::string text;
        TraceKind kind;
    } known[] = {
        {"联系13912345678。", TraceKind::Mobile},
        {"联系139 1234 5678。", TraceKind::Mobile},
        {"联系139-1234-5678。", TraceKind::Mobile},
        {"联系１３９１２３４５６７８。", TraceKind::Mobile},
        {"联系+86 13912345678", TraceKind::Mobile},
        {"联系8613912345678", TraceKind::Mobile},
        {"联系0086-13912345678", TraceKind::Mobile},
        {"联系013912345678", TraceKind::Mobile},
        {"1 3 9 1 2 3 4 5 6 7 8", TraceKind::Mobile},
        {"1391234\xE2\x80\x8B"
         "5678",
         TraceKind::Mobile}, // with a blank of no width inside
        {"0571-87654321", TraceKind::Landline},
        {"（0571）8765 4321转8001", TraceKind::Landline},
        {"01062345678", TraceKind::Landline},
        {"+86 571 87654321", TraceKind::Landline},
        {"联系电话：87654321", TraceKind::Landline},
        {"tel 8765-4321", TraceKind::Landline},
        {"身份证" + identity, TraceKind::Identity},
        {"身份证 " + identity.substr(0, 6) + " " + identity.substr(6, 8) + " " + identity.substr(14), TraceKind::Identity},
        {"11010519491231002x", TraceKind::Identity},
        {"330106199003071230x", TraceKind::Identity}, // the letter is no part of it; see below
        {"330106900307123", TraceKind::Identity},     // of fifteen digits
        {"浙A12345", TraceKind::Plate},
        {"浙A·12345", TraceKind::Plate},
        {"浙 AD12345 停在路边", TraceKind::Plate},
        {"浙a·d12345", TraceKind::Plate},
        {"浙A1234挂", TraceKind::Plate},
        {"写信到 wang.fang@example.com。", TraceKind::Email},
        {"ｗａｎｇ＠example.com", TraceKind::Email},
    };
    for (const auto& each : known) {
        CAPTURE(each.text, masked(each.text));
        const TraceCounts counts = counted(each.text);
        CHECK(of(counts, each.kind) == 1);
        std::int64_t all = 0;
        for (const std::int64_t count : counts)
            all += count;
        CHECK(all == 1);
        CHECK(masked(each.text).find("■■") != std::string::npos);
        for (const char digit : {'3', '5', '7'})
            CHECK(masked(each.text).find(digit) == std::string::npos);
    }
    CHECK(masked("甲13912345678乙13812345678丙") == "甲■■乙■■丙");
    CHECK(masked("1391234567813812345678") == "■■");
}

TEST_CASE("other numbers stay", "[core][disclosure]") {
    for (const char* text : {"2026-11-21 09:31 清理32处", "编号20261121000123", "案件2026-000001", "面积12345678平方米", "12345热线", "400-820-8820",
                             "120.645, 28.005", "罚款2000元，第15号文", "11月3号上午", "12912345678", "139123456789", "京东配送站", "沪杭高速", "乘3号线",
                             "a@b", "@所有人", "110105194912310021111"}) {
        CAPTURE(text);
        CHECK(masked(text) == text);
    }
    // A number of eighteen digits with a day of birth of these years is a case's or an order's.
    CHECK(masked("330106202511210015") == "330106202511210015");
}

TEST_CASE("known names are found, also within what was entered for them", "[core][disclosure]") {
    const std::vector<std::string> noNames = {"市民", "匿名"};
    KnownNames names(noNames);
    for (const char* name : {"王芳（女）", "李建国先生", "市民", "匿名", "张", "Smith", "阿卜杜·热合曼", "赵先生"})
        names.addName(name);
    names.addTelephone("8765 43");
    const TraceSearch search{&names, false, 2026};
    CHECK(masked("王芳反映，李建国先生也在", search) == "■■反映，■■也在");
    CHECK(masked("李建国在", search) == "■■在");
    CHECK(masked("市民匿名反映张贴广告", search) == "市民匿名反映张贴广告");
    CHECK(masked("Blacksmith, Mr SMITH", search) == "Blacksmith, Mr ■■");
    CHECK(masked("阿卜杜·热合曼说", search) == "■■说");
    CHECK(masked("赵先生", search) == "■■");
    CHECK(masked("分机876543", search) == "分机■■");
    CHECK(masked("18765430", search) == "18765430");
    CHECK(of(counted("王芳13912345678", search), TraceKind::Name) == 1);
    CHECK(of(counted("王芳13912345678", search), TraceKind::Mobile) == 1);
}

TEST_CASE("house numbers are masked where an exact place is not to be told", "[core][disclosure]") {
    const TraceSearch search{nullptr, true, 2026};
    CHECK(masked("文三路123号3幢502室门口", search) == "文三路■■门口");
    CHECK(masked("文三路123", search) == "文三路■■");
    CHECK(masked("文三路123附近，文三路5门口", search) == "文三路■■附近，文三路■■门口");
    CHECK(masked("商城路1处店招，沿街2家餐饮店，中山路11辆车", search) == "商城路1处店招，沿街2家餐饮店，中山路11辆车");
    CHECK(masked("十二弄5号", search) == "■■");
    CHECK(masked("西溪路5-3号", search) == "西溪路■■");
    CHECK(masked("翠苑五区二十三幢一单元", search) == "翠苑五区■■");
    CHECK(masked("89 EAST 42 STREET", search) == "■■ EAST 42 STREET");
    CHECK(masked("地铁3号线古荡站，11月3号", search) == "地铁3号线古荡站，11月3号");
    CHECK(masked("文三路123号", {}) == "文三路123号");
    CHECK(of(counted("文三路123号3幢502室", search), TraceKind::HouseNumber) == 1);
}

TEST_CASE("masking leaves nothing to be masked, and everything else as it was", "[core][disclosure]") {
    KnownNames names;
    names.addName("王芳");
    names.addTelephone("876543");
    const TraceSearch search{&names, true, 2026};
    const std::string pieces[] = {"13912345678", "139",         "0571-", "87654321", "王芳", "文三路", "12", "号",   "浙A",  "12345",
                                  "@",           "example.com", " ",     "，",       "电话", "3",      "X",  "\xFF", "１３", "■"};
    std::mt19937 random(7);
    std::uniform_int_distribution<std::size_t> piece(0, std::size(pieces) - 1);
    for (int round = 0; round < 4000; ++round) {
        std::string text;
        for (int i = 0; i < 9; ++i)
            text += pieces[piece(random)];
        CAPTURE(text);
        std::size_t end = 0;
        std::string rest;
        for (const Trace& trace : findTraces(text, search)) {
            REQUIRE(trace.begin >= end);
            REQUIRE(trace.end > trace.begin);
            REQUIRE(trace.end <= text.size());
            end = trace.end;
        }
        const std::string once = masked(text, search);
        CHECK(findTraces(once, search).empty());
        CHECK(once.find("王芳") == std::string::npos);
    }
}
