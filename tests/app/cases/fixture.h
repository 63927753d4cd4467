// SPDX-License-Identifier: GPL-3.0-or-later
// A desk for tests: a workspace with the small district open, in which 张三 is on duty day and night in grid 01.
#pragma once

#include "app/workspace/workspace.h"
#include "core/base/words.h"
#include "tests/support/small_district.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>
#include <QWidget>

namespace gridwarden::test {

struct Desk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    std::vector<app::Notice> notices;

    Desk() {
        qputenv("HOME", small.folder.path().c_str()); // what is remembered begins empty for each test
        const auto done = small.district->change({"test-fill", {}}, small.actor, [&](core::Change& change) -> core::Result<void> {
            core::Duty duty;
            duty.area = small.grids[0];
            duty.person = small.zhang;
            duty.responsibility = "值守";
            const auto saved = core::saveDuty(change, duty);
            return saved ? core::Result<void>() : core::fail(saved);
        });
        REQUIRE(done);
        small.district.reset(); // the workspace opens it for itself
        QObject::connect(&workspace, &app::Workspace::noticePosted, &workspace,
                         [this](const app::Notice& notice) { notices.push_back(notice); });
        REQUIRE(workspace.openDistrict(QString::fromStdString((small.folder / "small.gpkg").string())));
    }

    [[nodiscard]] core::District& district() const { return *workspace.district(); }
    /// A place in grid 01 (south-west), `step` hundredths of a grid away from its middle.
    [[nodiscard]] static core::GeoPoint placeInGrid1(int step = 0) { return {120.645 + 0.0001 * step, 28.005}; }

    core::CaseId report(const std::string& description, const std::string& category = "09006",
                        std::optional<core::GeoPoint> place = placeInGrid1(), std::optional<core::Moment> time = {}) {
        core::CaseDraft draft;
        draft.place = place;
        draft.category = district().categories().find(category)->id;
        draft.description = description;
        draft.time = time;
        const auto id = workspace.report(draft);
        REQUIRE(id);
        return *id;
    }
    void waitForJobs() const {
        REQUIRE(QTest::qWaitFor([this] { return !jobs.isBusy() && !workspace.isBusy(); }, 20000));
        QTest::qWait(0);
    }
    void step(core::CaseId id, core::StepKind kind, const std::string& note = {}) {
        core::StepDraft draft;
        draft.kind = kind;
        draft.detail.note = note;
        REQUIRE(workspace.takeStep(id, draft));
    }
    [[nodiscard]] core::CaseRecord load(core::CaseId id) const {
        auto record = core::loadCase(district().connection(), id);
        REQUIRE(record);
        return *record;
    }
};

template <class Widget> Widget& find(QWidget& parent, const char* name) {
    auto* found = parent.findChild<Widget*>(QLatin1String(name));
    REQUIRE(found != nullptr);
    return *found;
}

/// What an input method does when a word is chosen.
inline void commitText(QWidget& widget, const QString& text) {
    QInputMethodEvent event;
    event.setCommitString(text);
    QApplication::sendEvent(&widget, &event);
}

inline void showAndActivate(QWidget& window) {
    window.show();
    window.activateWindow();
    REQUIRE(QTest::qWaitForWindowActive(&window, 3000));
}

} // namespace gridwarden::test
