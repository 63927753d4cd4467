// SPDX-License-Identifier: GPL-3.0-or-later
// Reporters on the command line: left out unless asked for, with the passphrase from the standard input.
#include "tests/app/cli/program.h"

using namespace gridwarden::test;
using Json = nlohmann::json;

TEST_CASE("protect seals what is there and what comes after; show and list leave it out unless unsealed", "[cli]") {
    Program program;
    makeDistrict(program);
    program.write("right", "一个足够长的口令\n");
    program.write("wrong", "一个不对的口令吧\n");
    program.write("new", "口令换成了新的一个\n");
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --reporter 欧阳甲 --phone 13905770001");
    CHECK(program.done("case show D.gpkg 2026-000001 --json").json()["contact"] == "withheld");
    CHECK(program.run("protect D.gpkg </dev/null").exitCode == 1);
    const Json made = program.done("protect D.gpkg --json < right").json();
    CHECK(members(made) == std::set<std::string>{"recovery_code", "contacts", "entries", "backups", "backups_removed"});
    CHECK(made["contacts"] == 1);
    program.done("case add D.gpkg --at 120.655,28.015 --category 09006 --reporter 欧阳乙 --phone 13905770002");

    const Json sealed = program.done("case show D.gpkg 2026-000002 --json").json();
    CHECK(sealed["contact"] == "sealed");
    const Json open = program.done("case show D.gpkg 2026-000002 --unseal --json < right").json();
    CHECK(open["contact"] == Json{{"reporter", "欧阳乙"}, {"phone", "13905770002"}});
    const Run wrong = program.run("case show D.gpkg 2026-000002 --unseal --json < wrong");
    CHECK(wrong.exitCode == 1);
    CHECK(wrong.out.empty());
    CHECK(program.done("case list D.gpkg --json").out.find("欧阳") == std::string::npos);
    const Json all = program.done("case list D.gpkg --unseal --sort number --json < right").json();
    CHECK(all["cases"][0]["contact"]["phone"] == "13905770001");

    const Json journal = program.done("journal D.gpkg --json").json()["entries"];
    CHECK(journal[0]["key"] == "export-contacts");
    CHECK(journal[0]["kind"] == "note");
    CHECK(journal[1]["key"] == "show-contact");
    CHECK(program.done("check D.gpkg --json").json()["faults"] == Json::array());

    program.write("code", made["recovery_code"].get<std::string>() + "\n口令换成了新的一个\n");
    program.done("passphrase D.gpkg --recover < code");
    CHECK(program.run("case show D.gpkg 2026-000002 --unseal < right").exitCode == 1);
    program.done("case show D.gpkg 2026-000002 --unseal < new");

    CHECK(program.done("erase D.gpkg --case 2026-000002 --dry-run --json").json()["cases"] == Json{"2026-000002"});
    CHECK(program.done("erase D.gpkg --case 2026-000002 --json").json()["contacts"] == 1);
    CHECK(program.done("case show D.gpkg 2026-000002 --json").json()["contact"].is_null());
    CHECK(program.done("erase D.gpkg --due --json").json()["cases"] == Json::array());
    CHECK(program.run("erase D.gpkg").exitCode == 2);
}
