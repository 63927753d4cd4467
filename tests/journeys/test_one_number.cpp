// SPDX-License-Identifier: GPL-3.0-or-later
// No two places show different values for one figure: command line, board, cases behind a number, and the summary as text, JSON, PDF and OpenDocument.
#include "app/figures/figure_board.h"
#include "app/figures/figure_table.h"
#include "app/text/language.h"
#include "app/workspace/workspace.h"
#include "core/activity_actions.h"
#include "core/figure_list.h"
#include "tests/app/cli/program.h"
#include "tests/core/figures/random_desk.h"

#include <QCheckBox>
#include <QTest>
#include <cmath>
#include <fmt/format.h>
#include <map>
#include <regex>

using namespace gridwarden;
using namespace gridwarden::test;

namespace {

const std::string From = "2026-01-01", To = "2026-06-30";

/// As this test prints it, by the rules that people know: two decimals for a rate, none for whole numbers, up to two for others.
std::string printed(const nlohmann::json& value, const std::string& unit) {
    if (value.is_null())
        return "—";
    const double number = value.get<double>();
    if (unit == "%")
        return fmt::format("{:.2f}%", std::round(number * 1e6) / 1e4);
    std::string text = fmt::format("{:.2f}", number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text + unit;
}

std::string outputOf(const std::string& command) {
    std::string text;
    FILE* const pipe = popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> buffer{};
    for (std::size_t count = 0; (count = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        text.append(buffer.data(), count);
    CHECK(pclose(pipe) == 0);
    return text;
}

/// "K12=128件" by the number after K.
std::map<int, std::string> numbersIn(const std::string& text) {
    static const std::regex line("K([0-9]+)=([^;]*);");
    std::map<int, std::string> found;
    for (auto each = std::sregex_iterator(text.begin(), text.end(), line); each != std::sregex_iterator(); ++each)
        found[std::stoi((*each)[1])] = (*each)[2];
    return found;
}

} // namespace

TEST_CASE("a figure has one value wherever it is shown", "[journey]") {
    RandomDesk desk(20261);
    for (int i = 0; i < 400; ++i)
        desk.act();
    desk.import(60);
    for (const auto& [kind, quantity] : {std::pair("street_stalls", 32.0), {"street_stalls", 7.5}, {"training", 1.0}}) {
        core::Activity activity;
        activity.kind = kind;
        activity.quantity = quantity;
        activity.unit = desk.district().activityLists().find(std::string_view(kind))->unit;
        activity.people = 12;
        activity.time = core::ActivityTime::ofDays({day("2026-03-02"), day("2026-03-02")}, desk.district().timeZone());
        REQUIRE(core::addActivity(desk.district(), desk.sample.actor, activity));
    }
    Program program;
    const std::string path = "'" + desk.district().path().string() + "'", period = " --from " + From + " --to " + To;

    // The command line.
    const nlohmann::json listed = program.done("figures " + path + " --of all" + period + " --json").json()["figures"];
    std::vector<std::string> keys;
    std::map<std::string, std::string> expected;
    for (const nlohmann::json& figure : listed) {
        keys.push_back(figure["key"]);
        expected[keys.back()] = printed(figure["value"], figure["unit"]);
    }
    REQUIRE(keys.size() > 120);
    CHECK(std::count_if(listed.begin(), listed.end(), [](const nlohmann::json& figure) { return figure["value"].is_number() && figure["value"] != 0; }) > 40);

    // The summary, in all its forms.
    std::string text = "# 数据\n\n";
    for (std::size_t i = 0; i < keys.size(); ++i)
        text += fmt::format("K{}={{{}}};\n\n", i, keys[i]);
    program.write("slots.txt", text);
    for (const char* const form : {"txt", "json", "pdf", "odt"})
        program.done(fmt::format("summary {} --template slots.txt{} --out all.{}", path, period, form));
    const auto file = [&](const char* name) { return "'" + program.file(name).string() + "'"; };
    const std::string odt = outputOf("python3 -c \"import re,sys,zipfile;print(re.sub('<[^>]*>','',zipfile.ZipFile(sys.argv[1]).read('content.xml').decode()))\" " + file("all.odt"));
    const std::map<std::string, std::map<int, std::string>> forms = {{"pdf", numbersIn(outputOf("pdftotext " + file("all.pdf") + " -"))}, {"odt", numbersIn(odt)}, {"txt", numbersIn(outputOf("cat " + file("all.txt")))}};
    for (const auto& [form, numbers] : forms) {
        INFO(form);
        REQUIRE(numbers.size() == keys.size());
        for (std::size_t i = 0; i < keys.size(); ++i) {
            INFO(keys[i]);
            CHECK(numbers.at(static_cast<int>(i)) == expected[keys[i]]);
        }
    }
    std::ifstream stream(program.file("all.json"));
    const auto published = nlohmann::json::parse(stream);
    REQUIRE(published["numbers"].size() == keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i)
        CHECK(published["numbers"][i]["printed"] == expected[keys[i]]);
    CHECK(program.run("verify " + path + " all.json").exitCode == 0);

    // The bulletin.
    const nlohmann::json bulletin = program.done("report bulletin " + path + period + " --out bulletin.pdf --json").json()["figures"];
    CHECK(bulletin.size() > 10);
    for (const auto& [key, value] : bulletin.items()) {
        INFO(key);
        CHECK(fmt::format("{}件", value.get<std::int64_t>()) == expected[key]);
    }

    // The board, and the cases behind its numbers.
    std::map<std::string, std::int64_t> records;
    for (const nlohmann::json& figure : listed)
        records[figure["key"]] = figure["records"];
    app::setLanguage(core::Language::Chinese);
    app::Jobs jobs;
    app::Workspace workspace(&jobs);
    REQUIRE(workspace.adopt(std::move(desk.sample.district)));
    app::FigureBoard board(workspace, nullptr);
    board.resize(800, 800);
    board.show();
    REQUIRE(QTest::qWaitForWindowExposed(&board));
    board.setPeriod({day(From), day(To)});
    const auto settle = [&] { REQUIRE(QTest::qWaitFor([&] { return !board.isCounting() && !workspace.isFiltering(); }, 20'000)); };
    settle();
    board.findChild<QCheckBox*>(QStringLiteral("figureZeros"))->click();
    app::FigureTable& table = board.table();
    int clicked = 0;
    const core::FigureDefinitions definitions = core::figureDefinitions(*workspace.district()).value();
    for (const std::string& key : keys) {
        INFO(key);
        table.choose(key);
        REQUIRE(table.current() == key);
        CHECK(table.currentItem()->text(app::FigureTable::Now).toStdString() == expected[key]);
        const auto* const cases = std::get_if<core::CaseCount>(&definitions.find(key)->rule);
        if (cases == nullptr || records[key] == 0)
            continue;
        table.scrollToItem(table.currentItem());
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(table.indexFromItem(table.currentItem(), app::FigureTable::Now)).center());
        settle();
        CHECK(static_cast<std::int64_t>(workspace.filtered().size()) == records[key]);
        ++clicked;
    }
    CHECK(clicked > 15);
}
