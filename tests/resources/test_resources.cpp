// SPDX-License-Identifier: GPL-3.0-or-later
// The lists shipped in resources/ agree with themselves and with figures counted by hand in what they were read from.
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

using Json = nlohmann::json;

const std::vector<std::string> categoryFiles{"2026-component", "2026-matter", "2013-event",
                                             "2013-component", "2007-event",  "2007-component"};

Json load(const std::string& file) {
    std::ifstream stream(std::string(GRIDWARDEN_RESOURCES_DIR) + "/" + file);
    INFO(file);
    REQUIRE(stream.good());
    return Json::parse(stream);
}

Json loadCategories(const std::string& name) {
    return load("categories/" + name + ".json");
}

/// Every category of every edition by its full key.
std::map<std::string, Json> allCategories() {
    std::map<std::string, Json> all;
    for (const auto& file : categoryFiles) {
        const Json list = loadCategories(file);
        const auto prefix = list.at("standard").get<std::string>() + ":" + list.at("kind").get<std::string>() + ":";
        for (const auto& category : list.at("categories")) {
            const auto key = prefix + category.at("code").get<std::string>();
            INFO(key);
            REQUIRE(all.emplace(key, category).second);
        }
    }
    return all;
}

std::map<std::string, int> countByClass(const Json& list) {
    std::map<std::string, int> counts;
    for (const auto& category : list.at("categories"))
        ++counts[category.at("code").get<std::string>().substr(0, 2)];
    return counts;
}

std::vector<std::string> references(const Json& category, const char* field) {
    return category.value(field, std::vector<std::string>{});
}

bool contains(const std::vector<std::string>& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

void requireBothLanguages(const Json& text) {
    CHECK_FALSE(text.at("zh").get<std::string>().empty());
    CHECK_FALSE(text.at("en").get<std::string>().empty());
}

} // namespace

TEST_CASE("Components of 2026 are 153 in five classes") {
    const auto counts = countByClass(loadCategories("2026-component"));
    CHECK(counts == std::map<std::string, int>{{"01", 76}, {"02", 44}, {"03", 16}, {"04", 14}, {"05", 3}});
}

TEST_CASE("Matters of 2026 are the components and 97 former events") {
    const auto counts = countByClass(loadCategories("2026-matter"));
    CHECK(counts == std::map<std::string, int>{{"01", 76},
                                               {"02", 44},
                                               {"03", 16},
                                               {"04", 14},
                                               {"05", 3},
                                               {"06", 51},
                                               {"07", 7},
                                               {"08", 16},
                                               {"09", 21},
                                               {"10", 2}});
}

TEST_CASE("Each component of 2026 is a matter called abnormal under the same code") {
    const auto all = allCategories();
    const Json components = loadCategories("2026-component");
    REQUIRE(components.at("categories").size() == 153);
    for (const auto& component : components.at("categories")) {
        const auto code = component.at("code").get<std::string>();
        INFO(code);
        const auto& matter = all.at("2026:matter:" + code);
        CHECK(matter.at("name") == component.at("name").get<std::string>() + "异常");
        CHECK(matter.at("english") == component.at("english").get<std::string>() + " abnormal");
    }
}

TEST_CASE("Numbers absent from the standard stay free") {
    const auto all = allCategories();
    for (const auto* code : {"01016", "05001", "05004", "05005", "05006", "05007", "05008"}) {
        CHECK(all.count(std::string("2026:component:") + code) == 0);
        CHECK(all.count(std::string("2026:matter:") + code) == 0);
    }
    for (const auto* code : {"06031", "07005", "09007"})
        CHECK(all.count(std::string("2026:matter:") + code) == 0);
    for (const auto* code : {"04-07", "06-01", "06-03"})
        CHECK(all.count(std::string("2013:event:") + code) == 0);
}

TEST_CASE("Well known codes have their names in every edition") {
    const auto all = allCategories();
    const std::map<std::string, std::string> names{{"2026:component:01001", "供水井盖"},
                                                   {"2026:component:01077", "综合杆"},
                                                   {"2026:component:02044", "公路隧道"},
                                                   {"2026:component:03016", "烟头收集器或灭烟处"},
                                                   {"2026:component:04014", "林地及林地管护设施"},
                                                   {"2026:component:05009", "文物古迹"},
                                                   {"2026:matter:06036", "乱堆杂物"},
                                                   {"2026:matter:07001", "非法小广告"},
                                                   {"2026:matter:08004", "工地扬尘"},
                                                   {"2026:matter:09006", "占道经营"},
                                                   {"2026:matter:10002", "架空线缆脱落"},
                                                   {"2013:component:01-01", "上水井盖"},
                                                   {"2013:component:05-04", "液化气站"},
                                                   {"2013:event:01-36", "乱堆物堆料"},
                                                   {"2013:event:04-06", "占道经营"},
                                                   {"2013:event:05-06", "道路积水"},
                                                   {"2013:event:01-80", "线体垂落"},
                                                   {"2013:component:01-80", "遮阳篷（棚、伞）破损"},
                                                   {"2007:event:04-01", "路面塌陷"},
                                                   {"2007:event:05-04", "店外经营"},
                                                   {"2007:component:05-01", "宣传栏"}};
    for (const auto& [key, name] : names) {
        INFO(key);
        REQUIRE(all.count(key) == 1);
        CHECK(all.at(key).at("name") == name);
    }
}

TEST_CASE("Editions follow each other as the tables say") {
    const auto all = allCategories();
    const std::vector<std::pair<std::string, std::string>> pairs{
        {"2013:event:04-06", "2026:matter:09006"},        {"2013:event:06-02", "2026:matter:09013"},
        {"2013:event:05-07", "2026:matter:10001"},        {"2013:component:01-01", "2026:component:01001"},
        {"2013:component:01-01", "2026:matter:01001"},    {"2013:component:05-06", "2026:component:01069"},
        {"2013:component:05-08", "2026:component:01071"}, {"2013:component:02-86", "2026:matter:06050"},
        {"2013:component:01-81", "2026:matter:06052"},    {"2007:event:05-04", "2013:event:04-05"}};
    for (const auto& [older, newer] : pairs) {
        INFO(older << " to " << newer);
        CHECK(contains(references(all.at(older), "replaced_by"), newer));
    }
    for (const auto* key : {"2013:component:05-04", "2013:event:01-31", "2013:event:02-05", "2013:event:05-05"})
        CHECK(references(all.at(key), "replaced_by").empty());
    CHECK(references(all.at("2026:matter:09014"), "replaces").empty());
}

TEST_CASE("References between editions exist and mirror each other") {
    const auto all = allCategories();
    for (const auto& [key, category] : all) {
        for (const auto& newer : references(category, "replaced_by")) {
            INFO(key << " replaced by " << newer);
            REQUIRE(all.count(newer) == 1);
            CHECK(newer.substr(0, 4) > key.substr(0, 4));
            CHECK(contains(references(all.at(newer), "replaces"), key));
        }
        for (const auto& older : references(category, "replaces")) {
            INFO(key << " replaces " << older);
            REQUIRE(all.count(older) == 1);
            CHECK(contains(references(all.at(older), "replaced_by"), key));
        }
    }
}

TEST_CASE("Each category has a class and names in both languages") {
    for (const auto& file : categoryFiles) {
        INFO(file);
        const Json list = loadCategories(file);
        CHECK(file == list.at("standard").get<std::string>() + "-" + list.at("kind").get<std::string>());
        requireBothLanguages(list.at("title"));
        requireBothLanguages(list.at("note"));
        CHECK_FALSE(list.at("source").get<std::string>().empty());
        std::set<std::string> classes;
        for (const auto& group : list.at("classes")) {
            CHECK(classes.insert(group.at("code").get<std::string>()).second);
            CHECK_FALSE(group.at("name").get<std::string>().empty());
            CHECK_FALSE(group.at("english").get<std::string>().empty());
        }
        std::string previous;
        for (const auto& category : list.at("categories")) {
            const auto code = category.at("code").get<std::string>();
            INFO(code);
            CHECK(code > previous);
            CHECK(code.size() == 5);
            CHECK(classes.count(code.substr(0, 2)) == 1);
            CHECK_FALSE(category.at("name").get<std::string>().empty());
            CHECK_FALSE(category.at("english").get<std::string>().empty());
            CHECK(category.contains("local") == category.contains("origin"));
            previous = code;
        }
    }
}

TEST_CASE("Rules name known categories with one default each") {
    const auto all = allCategories();
    const Json set = load("limits/municipal-example.json");
    CHECK(set.at("name").at("zh") == "市级示例");
    CHECK(set.at("note").at("zh").get<std::string>().find("并非国家标准") != std::string::npos);
    const std::set<std::string> units{"um", "uh", "wh", "wd", "ud", "nd"};
    std::map<std::string, int> defaults;
    std::set<std::pair<std::string, std::string>> ruleKeys;
    for (const auto& rule : set.at("rules")) {
        const auto category = rule.at("category").get<std::string>();
        INFO(category);
        CHECK(all.count(category) == 1);
        CHECK(ruleKeys.emplace(category, rule.at("key").get<std::string>()).second);
        CHECK(units.count(rule.at("unit").get<std::string>()) == 1);
        CHECK(rule.at("limit").get<int>() > 0);
        for (const auto* field : {"condition", "condition_en", "closing", "closing_en"})
            CHECK_FALSE(rule.at(field).get<std::string>().empty());
        defaults[category] += rule.value("default", false) ? 1 : 0;
    }
    for (const auto& [category, count] : defaults) {
        INFO(category);
        CHECK(count == 1);
    }
}

TEST_CASE("Default limits are those of the municipal table") {
    std::map<std::string, std::string> limits;
    std::map<std::string, int> conditions;
    const Json set = load("limits/municipal-example.json");
    for (const auto& rule : set.at("rules")) {
        const auto category = rule.at("category").get<std::string>();
        ++conditions[category];
        if (rule.value("default", false))
            limits[category] = std::to_string(rule.at("limit").get<int>()) + rule.at("unit").get<std::string>();
    }
    const std::map<std::string, std::string> expected{
        {"2026:matter:06001", "2ud"}, {"2026:matter:06010", "4wh"},   {"2026:matter:06012", "2wh"},
        {"2026:matter:06013", "5wd"}, {"2026:matter:06022", "1uh"},   {"2026:matter:07003", "1wd"},
        {"2026:matter:09005", "2uh"}, {"2026:matter:09006", "2uh"},   {"2026:matter:09010", "2wh"},
        {"2026:matter:10001", "4wh"}, {"2026:matter:01001", "2uh"},   {"2026:matter:01026", "4uh"},
        {"2026:matter:01037", "1wd"}, {"2026:matter:04002", "1wd"},   {"2013:event:05-01", "1uh"},
        {"2013:event:06-96", "1wd"},  {"2013:component:05-04", "2uh"}};
    for (const auto& [category, limit] : expected) {
        INFO(category);
        CHECK(limits[category] == limit);
    }
    CHECK(conditions["2026:matter:06001"] == 2);
    CHECK(conditions["2026:matter:08007"] == 3);
    CHECK(conditions["2026:matter:01004"] == 5);
    // The table has no limit for these.
    for (const auto* category :
         {"2026:matter:06009", "2026:matter:06027", "2026:matter:09003", "2026:matter:09009", "2026:matter:08016"})
        CHECK(conditions.count(category) == 0);
}

TEST_CASE("The default calendar has two spans from Monday to Friday and no days yet") {
    const Json calendar = load("calendars/default.json");
    REQUIRE(calendar.at("periods").size() == 1);
    const auto& period = calendar.at("periods").at(0);
    CHECK(period.at("weekdays") == Json({1, 2, 3, 4, 5}));
    CHECK(period.at("spans") == Json::parse(R"([["08:00", "12:00"], ["14:00", "18:00"]])"));
    CHECK(period.at("from").is_null());
    CHECK(period.at("to").is_null());
    CHECK(calendar.at("days").empty());
    CHECK(calendar.at("working_day") == "hours");
    CHECK(calendar.at("hours_per_working_day") == 8);
    requireBothLanguages(calendar.at("name"));
    requireBothLanguages(calendar.at("note"));
}

TEST_CASE("Sources are public reports or collector reports or neither") {
    std::set<std::string> all;
    std::set<std::string> fromPublic;
    std::set<std::string> fromCollectors;
    const Json sources = load("sources.json");
    for (const auto& source : sources) {
        const auto key = source.at("key").get<std::string>();
        INFO(key);
        CHECK(all.insert(key).second);
        CHECK_FALSE(source.at("name").get<std::string>().empty());
        CHECK_FALSE(source.at("english").get<std::string>().empty());
        if (source.value("public", false))
            fromPublic.insert(key);
        if (source.value("collector", false))
            fromCollectors.insert(key);
    }
    CHECK(all == std::set<std::string>{"patrol", "public", "petition", "web", "media", "emergency", "video", "shout",
                                       "command", "capture", "drone", "superior", "transfer", "inspection", "import",
                                       "other"});
    CHECK(fromPublic == std::set<std::string>{"public", "petition", "web", "media"});
    CHECK(fromCollectors == std::set<std::string>{"patrol"});
}

TEST_CASE("Words cover the closed lists in their order") {
    std::ifstream stream(std::string(GRIDWARDEN_RESOURCES_DIR) + "/words/words.json");
    const auto words = nlohmann::ordered_json::parse(stream);
    const std::map<std::string, std::vector<std::string>> expected{
        {"steps",
         {"report", "import",      "verify_before", "self_handle", "file",        "reject", "dispatch", "return",
          "handle", "check_after", "rework",        "close",       "force_close", "reopen", "extend",   "suspend",
          "resume", "urge",        "appeal",        "transfer",    "correct",     "link",   "void"}},
        {"states",
         {"reported", "filed", "handling", "handled", "closed", "rejected", "suspended", "transferred", "void"}},
        {"lamps", {"green", "yellow", "red", "grey"}},
        {"area_kinds", {"district", "zone", "street", "community", "grid", "cell", "management", "evaluation", "road"}},
        {"limit_units", {"um", "uh", "wh", "wd", "ud", "nd"}},
        {"weekdays", {"1", "2", "3", "4", "5", "6", "7"}},
        {"results", {"pass", "fail", "unable"}},
        {"urging_kinds", {"overdue", "leader", "important"}},
        {"road_grades", {"arterial", "secondary", "minor"}},
        {"duty_problems", {"gap", "no_substitute", "person_left", "two_places", "no_certificate", "long_shift", "long_week"}},
        {"certificate_kinds", {"enforcement", "auxiliary"}},
        {"day_book",
         {"open_before", "came_in", "reopened", "closed", "rejected", "transferred", "voided", "open_after", "dispatched", "handled", "checked", "returned",
          "reworked", "urged", "replied", "suspended", "overdue", "due_next"}},
        {"organisation_kinds", {"bureau", "squad", "department", "street_office", "contractor"}},
        {"working_day_rules", {"hours", "same-clock", "end-of-day"}},
        {"summary",
         {"over", "ten_thousands", "withheld", "undefined", "separator", "year_on_year_up", "year_on_year_down", "year_on_year_more", "year_on_year_same",
          "year_on_year_points_up", "year_on_year_points_down", "year_on_year_withheld", "period_on_period_up", "period_on_period_down", "period_on_period_more",
          "period_on_period_same", "period_on_period_points_up", "period_on_period_points_down", "period_on_period_withheld"}},
        {"evaluation",
         {"rank", "subject", "code", "points", "total", "grade", "list", "red", "black", "adjusted_rank", "adjusted_total", "reports", "reports_per_area", "remark"}}};
    for (const auto& [list, identifiers] : expected) {
        INFO(list);
        std::vector<std::string> found;
        for (const auto& [key, value] : words.at(list).items())
            found.push_back(key);
        CHECK(found == identifiers);
    }
    CHECK(words.at("duty_labels").size() == 5);
    for (const auto& [list, entries] : words.items())
        for (const auto& [key, entry] : entries.items()) {
            INFO(list << "." << key);
            requireBothLanguages(entry);
            if (list == "day_book" || entry.contains("note"))
                requireBothLanguages(entry.at("note"));
            if (list == "limit_units")
                requireBothLanguages(entry.at("short"));
        }
}
