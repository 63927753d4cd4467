// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the district: without personal data and with an account, or whole and noted in the journal. Files are searched byte by byte.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

namespace {

std::string bytesOf(const std::filesystem::path& file) {
    std::ostringstream text;
    text << std::ifstream(file, std::ios::binary).rdbuf();
    REQUIRE_FALSE(text.str().empty());
    return text.str();
}

/// All bytes of a file; of a workbook those of its unpacked parts.
std::string allBytesOf(const Program& program, const std::string& name) {
    if (!name.ends_with(".xlsx"))
        return bytesOf(program.file(name));
    const auto parts = program.file(name + ".parts");
    REQUIRE(std::system(("python3 -m zipfile -e '" + program.file(name).string() + "' '" + parts.string() + "'").c_str()) == 0);
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(parts))
        if (entry.is_regular_file())
            all += bytesOf(entry.path());
    return all;
}

const std::vector<std::string> Planted = {"欧阳甲",   "欧阳乙", "13905770001",        "1390577", "0577-88123456", "88123456", "11010519491231002X",
                                          "浙C12345", "C12345", "ouyang@example.com", "张三"};

/// Three cases; what must not get out stands in contacts, in descriptions and in addresses.
void plant(Program& program) {
    makeDistrict(program);
    program.done("case add D.gpkg --at 120.655123,28.015321 --category 09006 --time 2026-11-02T09:31 --reporter 欧阳甲 --phone 13905770001"
                 " --description '欧阳甲反映占道，请回电１３９０５７７０００１或0577-88123456，身份证11010519491231002X' --address '环城路12号3幢502室'");
    program.done("case add D.gpkg --at 120.656,28.016 --category 09006 --time 2026-11-03T10:00 --reporter 欧阳乙"
                 " --description '车浙C·12345停放，车主邮箱ouyang@example.com' --address '人民路口'");
    program.done("case add D.gpkg --at 120.657,28.017 --category 09002 --time 2026-11-04T11:00 --description '欧阳乙家门口的广告，电话139 0577 0001'");
}

} // namespace

TEST_CASE("no planted name or number gets out in any format, by either rules", "[cli]") {
    Program program;
    plant(program);
    for (const std::string rules : {"public", "partner"})
        for (const std::string ending : {"csv", "xlsx", "geojson", "gpkg"}) {
            const std::string name = rules + "." + ending;
            CAPTURE(name);
            const Json account = program.done("handout D.gpkg --rules " + rules + " --out " + name + " --json").json();
            CHECK(account["records"] == 3);
            CHECK(account["contacts_left_out"] == 2);
            CHECK(account["masked"]["identity"] == 1);
            CHECK(account["masked"]["mobile"] == 2);
            CHECK(account["masked"]["landline"] == 1);
            CHECK(account["masked"]["plate"] == 1);
            CHECK(account["masked"]["email"] == 1);
            CHECK(account["masked"]["name"] == 2);
            const std::string all = allBytesOf(program, name);
            for (const std::string& planted : Planted) {
                CAPTURE(planted);
                CHECK(all.find(planted) == std::string::npos);
            }
            CHECK(all.find("１３９０") == std::string::npos);
            CHECK(all.find("2026-000001") != std::string::npos);
            CHECK(all.find("■■") != std::string::npos);
            CHECK((all.find("环城路12号") != std::string::npos) == (rules == "partner"));
            if (rules == "public") {
                CHECK(all.find("120.655123") == std::string::npos);
                CHECK(all.find("28.015321") == std::string::npos);
                CHECK(all.find("09:31") == std::string::npos);
            }
            const std::string told = bytesOf(program.file(name + ".txt"));
            CHECK(told.find(account["head"].get<std::string>()) != std::string::npos);
            CHECK(told.find("Identity numbers masked in texts: 1.") != std::string::npos);
            if (ending != "csv") // which has room for nothing else
                CHECK(all.find(account["head"].get<std::string>()) != std::string::npos);
        }
    for (const auto& entry : std::filesystem::directory_iterator(program.file("").parent_path()))
        CHECK(entry.path().extension() != ".part");
}

TEST_CASE("files for maps are read by other programs, with coarse places", "[cli]") {
    Program program;
    plant(program);
    program.done("handout D.gpkg --rules public --out out.gpkg");
    program.done("handout D.gpkg --rules public --out out.geojson");
    const Json layers = program.done("layers out.gpkg --json").json();
    CHECK(layers.dump().find("\"cases\"") != std::string::npos);
    const Json shapes = Json::parse(bytesOf(program.file("out.geojson")));
    REQUIRE(shapes["features"].size() == 3);
    for (const Json& feature : shapes["features"]) {
        CHECK(feature["properties"]["reported"].get<std::string>().size() == 10);
        CHECK(feature["geometry"]["type"] == "Point");
    }
    // The three lie within 300 m of each other: in few squares of 500 m.
    std::set<std::string> places;
    for (const Json& feature : shapes["features"])
        places.insert(feature["geometry"].dump());
    CHECK(places.size() <= 3);
    CHECK(std::filesystem::exists(program.file("out.gpkg.txt")));
    REQUIRE(std::system(("python3 -c \"import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); assert c.execute('PRAGMA integrity_check').fetchone()[0]=='ok'; "
                         "assert c.execute('select count(*) from cases').fetchone()[0]==3; assert c.execute('select count(*) from account').fetchone()[0]>5; "
                         "assert c.execute('select count(*) from gpkg_contents').fetchone()[0]==2; assert c.execute('select count(*) from "
                         "rtree_cases_geom').fetchone()[0]==3\" '" +
                         program.file("out.gpkg").string() + "'")
                            .c_str()) == 0);
    // GDAL sees the index, keeps it with its triggers, and finds by it what it wrote itself.
    const std::string file = "'" + program.file("out.gpkg").string() + "'";
    REQUIRE(std::system(("ogrinfo -q " + file + " -sql \"SELECT HasSpatialIndex('cases', 'geom') AS has\" | grep -q 'HasSpatialIndex (.*) = 1'").c_str()) == 0);
    REQUIRE(std::system(("ogr2ogr -append " + file + " '" + program.file("out.geojson").string() + "' -nln cases >/dev/null 2>&1").c_str()) == 0);
    REQUIRE(std::system(("ogrinfo -so -al -spat 120.6 28 120.7 28.1 " + file + " cases | grep -q 'Feature Count: 6'").c_str()) == 0);
}

TEST_CASE("the filter chooses what is handed out, and a file that is there stays", "[cli]") {
    Program program;
    plant(program);
    CHECK(program.done("handout D.gpkg --rules public --category 09002 --out one.csv --json").json()["records"] == 1);
    CHECK(program.run("handout D.gpkg --rules public --out one.csv").exitCode == 1);
    std::filesystem::remove(program.file("one.csv"));
    CHECK(program.run("handout D.gpkg --rules public --out one.csv").exitCode == 1); // the account of another one
    program.done("handout D.gpkg --rules public --out one.csv --force");
    CHECK(program.run("handout D.gpkg --rules public --out one.dbf").exitCode == 1);
    CHECK(program.run("handout D.gpkg --rules nobody --out two.csv").exitCode == 1);
    CHECK(program.run("handout D.gpkg --out two.csv").exitCode == 2);
    program.write("own.json", R"({"key": "own", "zh": "自定", "en": "Own", "phones": true})");
    const Run refused = program.run("handout D.gpkg --rules own.json --out two.csv");
    CHECK(refused.exitCode == 1);
    CHECK_FALSE(std::filesystem::exists(program.file("two.csv")));
    CHECK_FALSE(std::filesystem::exists(program.file("two.csv.txt")));
    const Run chinese = program.run("handout D.gpkg --rules public --out zh.csv", "zh_CN.UTF-8");
    CHECK(chinese.exitCode == 0);
    CHECK(bytesOf(program.file("zh.csv.txt")).find("未提供：2 件案件的举报人姓名和电话。") != std::string::npos);
}

TEST_CASE("counts are handed out without small numbers", "[cli]") {
    Program program;
    makeDistrict(program);
    std::string rows = "ID,TIME,TYPE,LON,LAT\n";
    int number = 0;
    const auto add = [&](const char* day, const char* type, int count) {
        for (int i = 0; i < count; ++i)
            rows += "A" + std::to_string(++number) + ",2026-11-" + day + " 09:00:00," + type + ",120.655,28.015\n";
    };
    add("02", "09006", 12);
    add("02", "09002", 2);
    add("03", "09006", 20);
    add("03", "09002", 30);
    add("04", "09006", 40);
    add("04", "09002", 50);
    program.write("cases.csv", rows);
    program.done("import cases D.gpkg cases.csv --set number=ID --set reported=TIME --set category=TYPE --set longitude=LON --set latitude=LAT");
    const Json account = program.done("handout D.gpkg --rules public --by day,category --out days.csv --json").json();
    CHECK(account["records"] == 154);
    CHECK(account["small_cells"] == 1);
    CHECK(account["withheld_cells"] == 3);
    const std::string table = bytesOf(program.file("days.csv"));
    INFO(table);
    CHECK(table.find("2026-11-02,■,<5,14") == std::string::npos); // the columns are by their keys: 09002 first
    CHECK(table.find("2026-11-02,<5,■,14\r\n") != std::string::npos);
    CHECK(table.find("2026-11-03,■,■,50\r\n") != std::string::npos); // the cheaper of the two days
    CHECK(table.find("2026-11-04,50,40,90\r\n") != std::string::npos);
    CHECK(table.find("Total,82,72,154\r\n") != std::string::npos);
    program.done("handout D.gpkg --rules public --by category --from 2026-11-02 --to 2026-11-02 --out list.xlsx");
    const Run byPerson = program.run("handout D.gpkg --rules partner --by handler --out people.csv");
    CHECK(byPerson.exitCode == 1);
    CHECK(program.run("handout D.gpkg --rules public --by nothing --out n.csv").exitCode == 2);
    CHECK(program.run("handout D.gpkg --rules public --by day --out n.gpkg").exitCode == 1);
}

TEST_CASE("names of sealed reporters are found in texts with the passphrase, which is noted", "[cli]") {
    Program program;
    plant(program);
    program.write("right", "一个足够长的口令\n");
    program.done("protect D.gpkg < right");
    const Json without = program.done("handout D.gpkg --rules public --out a.csv --json").json();
    CHECK(without["sealed_contacts"] == 2);
    CHECK(without["masked"]["name"] == 0);
    const Json with = program.done("handout D.gpkg --rules public --unseal --out b.csv --json < right").json();
    CHECK(with["sealed_contacts"] == 0);
    CHECK(with["masked"]["name"] == 2);
    CHECK(bytesOf(program.file("b.csv")).find("欧阳") == std::string::npos);
    CHECK(program.done("journal D.gpkg --json").json()["entries"][0]["key"] == "unseal-personal-data");
}

TEST_CASE("each full copy stands in the journal before it is made, a backup of the district's own does not", "[cli]") {
    Program program;
    plant(program);
    const auto entries = [&](const std::string& file) { return program.done("journal " + file + " --json").json()["entries"]; };
    const std::size_t before = entries("D.gpkg").size();
    program.done("backup D.gpkg");
    CHECK(entries("D.gpkg").size() == before);
    program.done("backup D.gpkg --out copy.gpkg");
    const Json made = entries("D.gpkg");
    REQUIRE(made.size() == before + 1);
    CHECK(made[0]["key"] == "full-copy");
    CHECK(made[0]["kind"] == "note");
    CHECK(made[0].dump().find("copy.gpkg") != std::string::npos);
    CHECK(made[0].dump().find("with 3 cases") != std::string::npos);
    CHECK(entries("copy.gpkg")[0]["key"] == "full-copy"); // it holds its own entry
    program.done("pack D.gpkg --out D.zip");
    CHECK(entries("D.gpkg")[0].dump().find("D.zip") != std::string::npos);
    program.done("restore D.gpkg newest --out old.gpkg");
    CHECK(entries("D.gpkg")[0].dump().find("old.gpkg") != std::string::npos);
    const std::size_t noted = entries("D.gpkg").size();
    CHECK(program.run("backup D.gpkg --out copy.gpkg").exitCode == 1); // is there
    CHECK(program.run("backup D.gpkg --actor 无此人 --out other.gpkg").exitCode == 1);
    CHECK_FALSE(std::filesystem::exists(program.file("other.gpkg")));
    CHECK(entries("D.gpkg").size() == noted);
    // A backup of a district that cannot be opened any more is copied all the same, and that is said.
    program.write("D.gpkg", "no district");
    const Run rescued = program.run("restore D.gpkg newest --out rescued.gpkg");
    CHECK(rescued.exitCode == 0);
    CHECK(rescued.err.find("rescued.gpkg") != std::string::npos);
}
