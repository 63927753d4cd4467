// SPDX-License-Identifier: GPL-3.0-or-later
// A ranking as an official document: what stands in it is what was evaluated.
#include "app/report/ranking_document.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace gridwarden;
using namespace gridwarden::app;

namespace {

core::EvaluatedSubject subjectOf(const char* code, const char* name, double total, std::optional<int> rank, std::optional<double> score) {
    core::EvaluatedSubject subject;
    subject.subject.code = code;
    subject.subject.name = name;
    subject.total = total;
    subject.rank = rank;
    subject.items.resize(2);
    subject.items[0].score = score;
    subject.adjusted.rank = rank;
    return subject;
}

struct Sample {
    core::EvaluationScheme scheme = core::schemeFromJson(nlohmann::json::parse(R"({"key": "s", "zh": "区域评价", "en": "Areas", "source": "local", "full": 100,
        "subjects": {"kind": "areas", "areas": "grid"}, "items": [
        {"key": "closing", "zh": "结案率", "en": "Closing", "weight": 60, "rate": "closing"},
        {"key": "look", "zh": "检查", "en": "Look", "weight": 40, "by_hand": true, "out_of": 40}],
        "grades": [{"key": "A", "zh": "甲", "en": "A", "from": 90}, {"key": "B", "zh": "乙", "en": "B"}]})")).value();
    core::FigureDefinitions figures = core::shippedFigures().value();
    core::TimeZone zone;
    core::Evaluation evaluation;

    Sample() {
        evaluation.period = {core::parseDay("2026-10-01").value(), core::parseDay("2026-10-31").value()};
        evaluation.asOf = core::parseMoment("2026-11-02T09:00:00+08:00", zone).value();
        evaluation.subjects = {subjectOf("01", "浦西第 01 网格", 95, 1, 95.0), subjectOf("02", "", 80.5, 2, 80.5), subjectOf("310199003", "豫园街道", 0, {}, {})};
        evaluation.subjects[0].isRed = true;
        evaluation.subjects[0].grade = "A";
        evaluation.subjects[1].isBlack = true;
        evaluation.subjects[1].grade = "B";
    }
    [[nodiscard]] OfficialDocument document(core::Language language = core::Language::Chinese) const {
        return rankingDocument(evaluation, scheme, figures, ReportText::load(language, zone).value(), "示例区", zone, {QStringLiteral("示例局文件"), {}, {}});
    }
};

QString textOf(const std::vector<DocumentBlock>& blocks) {
    QString text;
    for (const DocumentBlock& block : blocks)
        if (const auto* paragraph = std::get_if<DocumentParagraph>(&block))
            text += paragraph->text() + QLatin1Char('\n');
    return text;
}

const DocumentTable& tableOf(const std::vector<DocumentBlock>& blocks) {
    for (const DocumentBlock& block : blocks)
        if (const auto* table = std::get_if<DocumentTable>(&block))
            return *table;
    FAIL("no table");
    throw std::logic_error("unreachable");
}

} // namespace

TEST_CASE("a ranking tells who is first and last, the lists, and who is not ranked", "[report]") {
    const OfficialDocument document = Sample().document();
    CHECK(document.title == QStringLiteral("示例区区域评价2026年10月排名通报"));
    CHECK(document.issuerMark == QStringLiteral("示例局文件"));
    const QString text = textOf(document.body);
    CHECK(text.contains(QStringLiteral("参加排名2个，平均87.75分。第1名01 浦西第 01 网格，95.00分；末位02，80.50分。")));
    CHECK(text.contains(QStringLiteral("红榜：01 浦西第 01 网格。")));
    CHECK(text.contains(QStringLiteral("黑榜：02。")));
    CHECK(text.contains(QStringLiteral("未参加排名：豫园街道。"))); // its code is a long number
    const DocumentTable& standings = tableOf(document.body);
    REQUIRE(standings.rows.size() == 3);
    CHECK(standings.rows[0] == QStringList{QStringLiteral("1"), QStringLiteral("01 浦西第 01 网格"), QStringLiteral("95.00"), QStringLiteral("甲"), QStringLiteral("红榜"), QStringLiteral("1")});
    CHECK(standings.rows[2].front() == QStringLiteral("—"));
}

TEST_CASE("the annexes of a ranking have the scores and how it is evaluated", "[report]") {
    const OfficialDocument document = Sample().document();
    REQUIRE(document.annexes.size() == 2);
    const DocumentTable& scores = tableOf(document.annexes[0].blocks);
    CHECK(scores.rows[1] == QStringList{QStringLiteral("02"), QStringLiteral("80.50"), QStringLiteral("—")});
    const DocumentTable& items = tableOf(document.annexes[1].blocks);
    REQUIRE(items.rows.size() == 2);
    CHECK(items.rows[0] == QStringList{QStringLiteral("结案率"), QStringLiteral("60"), QStringLiteral("结案数÷应结案数")});
    CHECK(items.rows[1][2] == QStringLiteral("人工评分，留存依据"));
}

TEST_CASE("a ranking without anybody in it says so, also in English", "[report]") {
    Sample sample;
    sample.evaluation.subjects = {subjectOf("03", "", 0, {}, {})};
    CHECK(textOf(sample.document().body).contains(QStringLiteral("没有可参加排名的对象")));
    const OfficialDocument english = sample.document(core::Language::English);
    CHECK(english.title == QStringLiteral("示例区: ranking by “Areas”, October 2026"));
    CHECK(textOf(english.body).contains(QStringLiteral("Nobody can be ranked")));
}
