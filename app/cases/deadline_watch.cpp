// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/deadline_watch.h"

#include "core/figures/due_soon.h"

#include <QTimer>
#include <algorithm>

namespace gridwarden::app {

DeadlineWatch::DeadlineWatch(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    auto* const clock = new QTimer(this);
    connect(clock, &QTimer::timeout, this, [this] { look(core::now()); });
    clock->start(std::chrono::minutes(1));
    const auto begin = [this] {
        m_told.clear();
        m_isOpening = true;
        look(core::now());
        m_isOpening = false;
    };
    connect(&workspace, &Workspace::districtOpened, this, begin);
    connect(&workspace, &Workspace::districtClosed, this, begin);
    connect(&workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (touched.everything || touched.calendar || !touched.cases.empty())
            look(core::now());
    });
    begin();
}

void DeadlineWatch::look(core::Moment now) {
    std::vector<core::CaseFact> near;
    if (m_workspace.district() != nullptr)
        for (const std::uint32_t row : core::turningRed(*m_workspace.facts(), now, now + Ahead))
            near.push_back((*m_workspace.facts())[row]);
    std::sort(near.begin(), near.end(), [](const core::CaseFact& a, const core::CaseFact& b) { return std::pair(a.due, a.id) < std::pair(b.due, b.id); });
    std::vector<core::CaseId> cases;
    int fresh = 0;
    for (const core::CaseFact& fact : near) {
        cases.push_back(fact.id);
        fresh += m_told.insert(fact.id).second ? 1 : 0;
    }
    if (cases != m_cases) {
        m_cases = std::move(cases);
        emit changed();
    }
    if (fresh > 0 && !m_isOpening)
        tell(fresh);
}

void DeadlineWatch::tell(int fresh) {
    m_workspace.notify(Notice{.kind = NoticeKind::Note,
                              .text = tr("%n case(s) will be overdue within the hour.", nullptr, fresh),
                              .details = {},
                              .action = tr("Show"),
                              .run = [this] { select(); }});
}

void DeadlineWatch::select() const {
    m_workspace.selectCases(m_cases);
    core::GeoBox box;
    for (const core::CaseId id : m_cases)
        if (const auto row = m_workspace.facts()->rowOf(id))
            if (const core::CaseFact fact = (*m_workspace.facts())[*row]; fact.hasPlace())
                box.include(core::GeoPoint{fact.longitude, fact.latitude});
    constexpr double Margin = 0.003; // degrees, some 300 m
    if (box.isEmpty())
        return;
    const core::GeoPoint low{box.minLongitude - Margin, box.minLatitude - Margin};
    const core::GeoPoint high{box.maxLongitude + Margin, box.maxLatitude + Margin};
    box.include(low);
    box.include(high);
    m_workspace.requestZoom(box);
}

} // namespace gridwarden::app
