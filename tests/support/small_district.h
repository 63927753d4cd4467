// SPDX-License-Identifier: GPL-3.0-or-later
// A district for tests: four square grids of 0.01 degrees around (120.65, 28.01), one squad, two people with duties.
#pragma once

#include "core/case_actions.h"
#include "core/district/areas.h"
#include "tests/support/scratch_folder.h"

#include <catch2/catch.hpp>

namespace gridwarden::test {

inline core::Shape square(double west, double south, double size) {
    return {{{{{west, south}, {west + size, south}, {west + size, south + size}, {west, south + size}, {west, south}}}}, {}};
}

struct SmallDistrict {
    ScratchFolder folder;
    std::unique_ptr<core::District> district;
    core::Actor actor{"tester", core::PersonId()};
    core::AreaId zone;
    std::vector<core::AreaId> grids; ///< 01 south-west, 02 south-east, 03 north-west, 04 north-east
    core::OrganisationId squad;
    core::PersonId zhang, li;

    SmallDistrict() {
        auto made = core::District::create(folder / "small.gpkg", {"测试区", "Asia/Shanghai", ""});
        REQUIRE(made);
        district = std::move(*made);
        const auto done = district->change({"test-fill", {}}, actor, [&](core::Change& change) -> core::Result<void> {
            core::Area area;
            area.kind = core::AreaKind::Zone;
            area.code = "Z1";
            area.name = "东片区";
            area.shape = square(120.64, 28.00, 0.02);
            zone = core::addArea(change, area).value();
            area.kind = core::AreaKind::Grid;
            for (int i = 0; i < 4; ++i) {
                area.code = "0" + std::to_string(i + 1);
                area.name = "网格" + area.code;
                area.shape = square(120.64 + 0.01 * (i % 2), 28.00 + 0.01 * (i / 2), 0.01);
                grids.push_back(core::addArea(change, area).value());
                if (auto joined = core::addMembership(change, {grids.back(), zone, {}, {}}); !joined)
                    return joined;
            }
            core::Organisation organisation;
            organisation.code = "S1";
            organisation.name = "一中队";
            organisation.kind = "squad";
            squad = core::saveOrganisation(change, organisation).value();
            core::Person person;
            person.organisation = squad;
            person.code = "P1";
            person.name = "张三";
            zhang = core::savePerson(change, person).value();
            person.code = "P2";
            person.name = "李四";
            li = core::savePerson(change, person).value();
            core::Duty duty;
            duty.area = grids[0];
            duty.person = zhang;
            duty.responsibility = "巡查";
            duty.startMinute = 7 * 60;
            duty.endMinute = 19 * 60;
            return core::saveDuty(change, duty) ? core::Result<void>() : core::fail(core::ErrorCode::Internal, {"test", {}});
        });
        REQUIRE(done);
    }

    [[nodiscard]] core::CategoryId category(std::string_view key) const {
        const core::Category* found = district->categories().find(key);
        REQUIRE(found != nullptr);
        return found->id;
    }
    core::CaseId report(std::optional<core::GeoPoint> place, std::string_view categoryKey = "09006", std::optional<core::Moment> time = {}) {
        core::CaseDraft draft;
        draft.place = place;
        draft.category = category(categoryKey);
        draft.description = "占道摆摊";
        draft.time = time;
        const auto id = core::reportCase(*district, actor, draft);
        REQUIRE(id);
        return *id;
    }
    [[nodiscard]] core::CaseRecord load(core::CaseId id) const {
        auto record = core::loadCase(district->connection(), id);
        REQUIRE(record);
        return *record;
    }
};

} // namespace gridwarden::test
