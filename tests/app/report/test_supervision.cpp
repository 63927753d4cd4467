// SPDX-License-Identifier: GPL-3.0-or-later
// The supervision bulletin: who is named for what follows from cases made by hand.
#include "app/report/desk_paper.h"
#include "app/report/supervision.h"
#include "core/case_actions.h"
#include "tests/app/report/report_district.h"

#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;
using namespace gridwarden::test;

namespace {

/// Cases of a category with a limit of two hours, handled by somebody of a unit.
struct SupervisedDistrict : ReportDistrict {
    core::OrganisationId other;
    core::PersonId wang;

    SupervisedDistrict() {
        const auto made = district->change({"add-organisation", {}}, actor, [&](core::Change& change) -> core::Result<void> {
            auto unit = core::saveOrganisation(change, {.id = {}, .code = "02", .name = "二中队", .kind = "squad", .parent = {}, .phone = {}});
            if (!unit)
                return core::fail(unit);
            other = *unit;
            auto person = core::savePerson(change, {.id = {}, .code = "W", .name = "王五", .organisation = other, .roles = {}, .phone = {}});
            if (!person)
                return core::fail(person);
            wang = *person;
            return {};
        });
        REQUIRE(made);
    }
    core::CaseId handling(core::PersonId person, core::OrganisationId unit, const char* local, const char* address) {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{120.645, 28.005};
        draft.category = category("09006");
        draft.description = "占道摆摊";
        draft.address = address;
        draft.time = moment(local);
        const auto id = core::reportCase(*district, actor, draft);
        REQUIRE(id);
        take(*id, core::StepKind::File, local);
        take(*id, core::StepKind::Dispatch, local, person, unit);
        return *id;
    }
    void take(core::CaseId id, core::StepKind kind, const char* local, core::PersonId person = {}, core::OrganisationId unit = {}, bool isReply = false) {
        core::StepDraft draft;
        draft.kind = kind;
        draft.time = moment(local);
        draft.detail.person = person;
        draft.detail.organisation = unit;
        if (isReply)
            draft.detail.reply = "已整改";
        const auto taken = core::takeStep(*district, actor, id, draft);
        INFO((taken ? std::string() : taken.error().what.key));
        REQUIRE(taken);
    }
    [[nodiscard]] ReportScope scope(core::Language language = core::Language::Chinese) {
        auto made = deskScope(*district, {language, {}}, moment("2026-11-02T09:00"));
        REQUIRE(made);
        made->period = {day("2026-11-01"), day("2026-11-30")};
        return std::move(*made);
    }
};

QString textOf(const OfficialDocument& document) {
    QString text;
    for (const DocumentBlock& block : document.body) {
        if (const auto* paragraph = std::get_if<DocumentParagraph>(&block))
            text += paragraph->text() + QLatin1Char('\n');
        if (const auto* table = std::get_if<DocumentTable>(&block))
            for (const QStringList& row : table->rows)
                text += row.join(QLatin1Char('|')) + QLatin1Char('\n');
    }
    return text;
}

} // namespace

TEST_CASE("a supervision bulletin names who is in time, who is not, and where", "[report][supervision]") {
    SupervisedDistrict small;
    // The first squad: one in time. The second: two that wait since the morning, one urged twice and answered once.
    const core::CaseId good = small.handling(small.zhang, small.squad, "2026-11-02T08:00", "人民路1号");
    small.take(good, core::StepKind::Handle, "2026-11-02T08:20");
    small.take(good, core::StepKind::Close, "2026-11-02T08:30");
    small.handling(small.wang, small.other, "2026-11-02T06:00", "解放路2号");
    const core::CaseId worst = small.handling(small.wang, small.other, "2026-11-02T04:00", "解放路3号");
    small.take(worst, core::StepKind::Urge, "2026-11-02T08:10");
    small.take(worst, core::StepKind::Urge, "2026-11-02T08:20", {}, {}, /*isReply=*/true);
    small.take(worst, core::StepKind::Urge, "2026-11-02T08:30");
    const ReportScope scope = small.scope();
    const auto read = readSupervision(scope);
    REQUIRE(read);

    REQUIRE(read->units.size() == 2);
    CHECK(read->units[0].unit->name == "一中队");
    CHECK(read->units[0].closedInTime == 1);
    CHECK(read->units[1].unit->name == "二中队");
    CHECK(read->units[1].urgings == 2);
    CHECK(read->units[1].replies == 1);
    const auto overdue = small.district->connection().integer("SELECT count(*) FROM case_state WHERE closed IS NULL AND due < unixepoch('2026-11-02 01:00')");
    REQUIRE(overdue);
    CHECK(read->units[1].overdue == *overdue);
    CHECK(read->overdueCount == static_cast<std::size_t>(*overdue));
    REQUIRE(read->overdue.size() == 2);
    CHECK(read->overdue[0].text.address == "解放路3号"); // longest first

    const QString text = textOf(supervisionDocument(scope, *read, day("2026-11-16")));
    INFO(text.toStdString());
    CHECK(text.contains(QStringLiteral("2026年11月，督查检查件数0件；督办次数2次；督办回复次数1次")));
    CHECK(text.contains(QStringLiteral("没有超期未结案件的单位：一中队（100.00%）")));
    CHECK(text.contains(QStringLiteral("二中队（超期未结2件，督办未回复1次）")));
    CHECK(text.contains(QStringLiteral("解放路3号|二中队")));
    CHECK(text.contains(QStringLiteral("于2026年11月16日前整改到位")));
    CHECK(textOf(supervisionDocument(scope, *read, {})).contains(QStringLiteral("立即整改到位")));
}

TEST_CASE("a supervision bulletin of a time without cases says so", "[report][supervision]") {
    SupervisedDistrict small;
    for (const core::Language language : {core::Language::Chinese, core::Language::English}) {
        const ReportScope scope = small.scope(language);
        const auto read = readSupervision(scope);
        REQUIRE(read);
        CHECK(read->units.empty());
        const QString text = textOf(supervisionDocument(scope, *read, {}));
        CHECK(text.contains(language == core::Language::Chinese ? QStringLiteral("没有超期未结案件") : QStringLiteral("no case was overdue")));
        CHECK(text.contains(QStringLiteral("—")));
    }
}
