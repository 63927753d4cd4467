// SPDX-License-Identifier: GPL-3.0-or-later
// A desk that reports cases and takes random allowed steps through the door for change, at ever later times of 2026.
#pragma once

#include "tests/core/figures/figures_sample.h"
#include "tests/support/small_district.h"

#include <random>

namespace gridwarden::test {

class RandomDesk {
public:
    explicit RandomDesk(unsigned seed) : m_random(seed) {}

    SmallDistrict sample;

    [[nodiscard]] core::District& district() { return *sample.district; }
    [[nodiscard]] core::Moment time() const { return m_time; }
    /// Whole number from 0 to below `end`.
    [[nodiscard]] int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }
    template <class T> [[nodiscard]] const T& oneOf(const std::vector<T>& from) {
        return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
    }

    /// Reports a case or takes a step. Later than all before by up to 30 hours.
    void act() {
        m_time += std::chrono::minutes(below(30 * 60)) + core::seconds(below(60));
        if (m_cases.size() < 8 || below(3) == 0)
            report();
        else
            step();
    }
    /// Some imported cases, one step each; in which many times are missing.
    void import(int count) {
        std::vector<core::ImportedCase> cases;
        for (int i = 0; i < count; ++i) {
            core::ImportedCase one;
            one.reported = moment("2025-11-01T08:00") + std::chrono::minutes(below(100'000));
            one.category = below(5) == 0 ? core::CategoryId() : category();
            one.description = "导入 litter_";
            one.source = oneOf<std::string>({"hotline", "city"});
            if (below(6) != 0)
                one.place = place();
            if (below(2) == 0)
                one.organisation = sample.squad;
            if (below(3) == 0)
                one.due = one.reported + std::chrono::hours(below(500));
            if (below(2) == 0)
                one.closed = one.reported + std::chrono::hours(below(500));
            cases.push_back(one);
        }
        core::ImportRecord record{"test.csv", "", count};
        REQUIRE(district().importBatch({"test-import", {}}, sample.actor, record, [&](core::Change& change) -> core::Result<void> {
            const auto counts = core::writeImportedCases(district(), change, cases, core::OnDuplicate::Reject);
            return counts ? core::Result<void>() : core::fail(counts);
        }));
    }
    void takeBack() { REQUIRE(district().undo(sample.actor)); }
    void doAgain() { REQUIRE(district().redo(sample.actor)); }

    /// In the grids or just around them; to eight decimals, so that borders are not hit.
    [[nodiscard]] core::GeoPoint place() {
        std::uniform_real_distribution<double> within(-0.004, 0.024);
        return {120.64 + within(m_random), 28.00 + within(m_random)};
    }
    [[nodiscard]] core::CategoryId category() {
        return sample.category(oneOf<std::string>({"09006", "09001", "01001", "2013:event:04-06", "06036"}));
    }

private:
    void report() {
        core::CaseDraft draft;
        if (below(8) != 0)
            draft.place = place();
        draft.category = category();
        draft.description = oneOf<std::string>({"占道摆摊", "井盖破损", "乱堆杂物 100%", "litter_a"});
        draft.address = oneOf<std::string>({"人民路", "Liberation Road", ""});
        draft.source = oneOf<std::string>({"patrol", "hotline", "video"});
        draft.time = m_time;
        const auto id = core::reportCase(district(), sample.actor, draft);
        REQUIRE(id);
        m_cases.push_back(*id);
    }

    void step() {
        const core::CaseId id = oneOf(m_cases);
        const auto record = core::loadCase(district().connection(), id);
        if (!record) // its report was taken back
            return;
        std::vector<core::StepKind> allowed = core::allowedSteps(*record, m_time);
        std::erase_if(allowed, [&](core::StepKind kind) { return kind == core::StepKind::Void && below(10) != 0; });
        if (allowed.empty())
            return;
        core::StepDraft draft;
        draft.kind = oneOf(allowed);
        draft.time = m_time;
        fill(draft, id);
        (void)core::takeStep(district(), sample.actor, id,
                             draft); // some are refused, for instance an extension without a limit
    }

    void fill(core::StepDraft& draft, core::CaseId id) {
        using core::StepKind;
        core::StepDetail& detail = draft.detail;
        detail.note = "说明";
        switch (draft.kind) {
        case StepKind::VerifyBefore:
        case StepKind::CheckAfter:
            detail.result = below(3) == 0 ? core::StepResult::Fail : core::StepResult::Pass;
            break;
        case StepKind::Appeal:
            detail.result = below(2) == 0 ? core::StepResult::Fail : core::StepResult::Pass;
            break;
        case StepKind::Dispatch:
        case StepKind::Transfer:
            if (below(2) == 0)
                detail.organisation = sample.squad;
            else
                detail.person = below(2) == 0 ? sample.zhang : sample.li;
            break;
        case StepKind::Suspend:
            detail.until = m_time + std::chrono::hours(1 + below(300));
            break;
        case StepKind::Correct:
            if (below(2) == 0)
                detail.place = place();
            else
                detail.category = category();
            detail.description = "更正 litter";
            break;
        case StepKind::Urge:
            if (below(2) == 0)
                detail.reply = "正在处理"; // refused where nothing was urged
            break;
        case StepKind::Handle:
            detail.method = oneOf<std::string>({"advice", "order", ""});
            break;
        case StepKind::Link:
            detail.with = oneOf(m_cases);
            if (detail.with == id)
                detail.with = core::CaseId();
            break;
        default:
            break;
        }
    }

    std::mt19937 m_random;
    core::Moment m_time = moment("2026-01-01T08:00");
    std::vector<core::CaseId> m_cases;
};

} // namespace gridwarden::test
