// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/reliability/desk_work.h"

#include "core/district/areas.h"

#include <fstream>

namespace gridwarden::test {

using namespace core;

namespace {

constexpr double West = 120.64, South = 28.00, Side = 0.01;

Shape rectangle(double west, double south, double east, double north) {
    return {{{{{west, south}, {east, south}, {east, north}, {west, north}, {west, south}}}}, {}};
}

Result<void> plain(const auto& result) {
    if (!result)
        return fail(result);
    return {};
}

} // namespace

Result<std::unique_ptr<District>> makeDistrict(const std::filesystem::path& path) {
    auto made = District::create(path, {"测试区", "Asia/Shanghai", ""});
    if (!made)
        return made;
    District& district = **made;
    const auto filled = district.change({"test-fill", {}}, {"desk", PersonId()}, [&](Change& change) -> Result<void> {
        Organisation organisation;
        organisation.code = "S1";
        organisation.name = "一中队";
        organisation.kind = "squad";
        const auto squad = saveOrganisation(change, organisation);
        if (!squad)
            return fail(squad);
        Person person;
        person.organisation = *squad;
        person.code = "P1";
        person.name = "张三";
        const auto zhang = savePerson(change, person);
        if (!zhang)
            return fail(zhang);
        for (int i = 0; i < 4; ++i) {
            Area area;
            area.kind = AreaKind::Grid;
            area.code = "0" + std::to_string(i + 1);
            area.name = "网格" + area.code;
            const double west = West + Side * (i % 2), south = South + Side * (i / 2);
            area.shape = rectangle(west, south, west + Side, south + Side);
            const auto grid = addArea(change, area);
            if (!grid)
                return fail(grid);
            Duty duty;
            duty.area = *grid;
            duty.person = *zhang;
            duty.responsibility = "巡查";
            if (auto saved = saveDuty(change, duty); !saved)
                return fail(saved);
        }
        return {};
    });
    if (!filled)
        return fail(filled);
    return made;
}

GeoPoint DeskWork::place() { return {West + Side * 2 * below(1000) / 1000.0, South + Side * 2 * below(1000) / 1000.0}; }

Result<void> DeskWork::report() {
    CaseDraft draft;
    draft.place = place();
    draft.category = m_district.categories().find("09006")->id;
    draft.description = "占道摆摊 " + std::to_string(m_random());
    return plain(reportCase(m_district, m_actor, draft));
}

Result<void> DeskWork::reportWithPhoto() {
    const auto file = m_district.path().parent_path() / "camera.jpg";
    {
        std::ofstream out(file, std::ios::binary);
        for (int i = 0; i < 5000; ++i)
            out << m_random();
    }
    CaseDraft draft;
    draft.place = place();
    draft.category = m_district.categories().find("09006")->id;
    draft.photos.push_back({file, "scene", {}, {}, std::string(3000, 'x')});
    return plain(reportCase(m_district, m_actor, draft));
}

Result<void> DeskWork::step() {
    const auto ids = m_district.connection().rows("SELECT id FROM case_report ORDER BY id DESC LIMIT 30", {}, [](const Row& row) { return row.id<CaseId>(0); });
    if (!ids)
        return fail(ids);
    if (ids->empty())
        return report();
    const CaseId id = (*ids)[static_cast<std::size_t>(below(static_cast<int>(ids->size())))];
    const auto record = loadCase(m_district.connection(), id);
    if (!record)
        return fail(record);
    for (const StepKind kind : {StepKind::File, StepKind::Dispatch, StepKind::Handle, StepKind::Close}) {
        StepDraft draft;
        draft.kind = kind;
        if (kind == StepKind::Dispatch)
            draft.detail.person = m_district.people().personNamed("张三")->id;
        const auto allowed = allowedSteps(*record, now());
        if (std::find(allowed.begin(), allowed.end(), kind) != allowed.end())
            if (auto done = takeStep(m_district, m_actor, id, draft); done || done.error().code != ErrorCode::Refused)
                return plain(done);
    }
    return report();
}

Result<void> DeskWork::changeArea() {
    const auto grids = m_district.areas().ofKind(AreaKind::Grid);
    Area area = *grids[static_cast<std::size_t>(below(static_cast<int>(grids.size())))];
    const double shift = Side * below(100) / 1000.0;
    const GeoPoint corner = area.code == "02" || area.code == "04" ? GeoPoint{West + Side, South} : GeoPoint{West, South};
    const double south = area.code == "03" || area.code == "04" ? South + Side : South;
    area.shape = rectangle(corner.longitude, south, corner.longitude + Side - shift, south + Side);
    area.note = std::to_string(m_random());
    return plain(m_district.change({"test-area", {}}, m_actor, [&](Change& change) { return updateArea(change, area); }));
}

Result<void> DeskWork::changeSetting() {
    const std::string name = "测试区 " + std::to_string(m_random());
    return plain(m_district.change({"test-name", {name}}, m_actor, [&](Change& change) { return saveSetting(change, "name", name); }));
}

Result<void> DeskWork::importCases(int count) {
    std::vector<ImportedCase> cases(static_cast<std::size_t>(count));
    const std::string prefix = "IMP-" + std::to_string(m_random()) + "-";
    for (std::size_t i = 0; i < cases.size(); ++i) {
        cases[i].number = prefix + std::to_string(i);
        cases[i].reported = Moment(seconds(1700000000 + 60 * below(100000)));
        cases[i].category = m_district.categories().find("09006")->id;
        cases[i].description = "流动摊点 " + std::to_string(i);
        cases[i].place = place();
    }
    ImportRecord record{"cases.csv", "digest", count};
    return plain(m_district.importBatch({"import-cases", {"cases.csv"}}, m_actor, record, [&](Change& change) -> Result<void> {
        return plain(writeImportedCases(m_district, change, cases, OnDuplicate::Reject));
    }));
}

Result<void> DeskWork::undo() { return plain(m_district.undo(m_actor)); }
Result<void> DeskWork::redo() { return plain(m_district.redo(m_actor)); }

Result<void> DeskWork::anything() {
    switch (below(8)) {
    case 0:
        return changeArea();
    case 1:
        return changeSetting();
    case 2:
        return reportWithPhoto();
    case 3:
    case 4:
    case 5:
        return step();
    default:
        return report();
    }
}

} // namespace gridwarden::test
