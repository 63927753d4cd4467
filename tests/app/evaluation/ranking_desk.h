// SPDX-License-Identifier: GPL-3.0-or-later
// The evaluation panel on the small district, with a scheme whose scores can be worked out by hand.
#pragma once

#include "app/cases/period_stepper.h"
#include "app/district/form_fields.h"
#include "app/evaluation/evaluation_panel.h"
#include "app/evaluation/score_table.h"
#include "app/text/language.h"
#include "app/workspace/prompts.h"
#include "app/workspace/workspace.h"
#include "core/evaluation/scheme_list.h"
#include "tests/support/small_district.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>
#include <nlohmann/json.hpp>

namespace gridwarden::test {

using namespace Qt::StringLiterals;

/// Few reports are worth 60 of 100 points, looks by hand 40; what has no value is spread.
inline constexpr const char* TidyScheme = R"({"key": "tidy", "zh": "整洁", "en": "Tidiness", "source": "local", "subjects": {"kind": "areas", "areas": "grid"}, "full": 100,
    "items": [{"key": "reports", "zh": "上报", "en": "Reports", "weight": 60, "count": "reported",
               "bands": [{"to": 0, "score": 100}, {"from": 1, "to": 2, "score": 60}, {"from": 3, "score": 0}]},
              {"key": "look", "zh": "现场检查", "en": "Look", "weight": 40, "by_hand": true, "out_of": 50}],
    "grades": [{"key": "A", "zh": "甲", "en": "A", "from": 90}, {"key": "B", "zh": "乙", "en": "B"}], "black": {"bottom": 1}})";

struct Answers : app::Prompts {
    Answers() { app::setPrompts(this); }
    ~Answers() override { app::setPrompts(nullptr); }
    Answers(const Answers&) = delete;
    Answers& operator=(const Answers&) = delete;
    QString file, line;
    bool agrees = true;
    int asked = 0;
    QString fileToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QStringList filesToOpen(QWidget*, const QString&, const QString&) override { return {}; }
    QString fileToSave(QWidget*, const QString&, const QString&, const QString&) override { return file; }
    QString folder(QWidget*, const QString&) override { return {}; }
    bool confirm(QWidget*, const QString&, const QString&) override {
        ++asked;
        return agrees;
    }
    QString text(QWidget*, const QString&, const QString&, const QString&) override { return line; }
};

/// In March 2026 three cases in grid 01, one in 02, none in 03 and 04.
struct RankingDesk {
    SmallDistrict small;
    app::Jobs jobs;
    app::Workspace workspace{&jobs};
    Answers answers;
    QWidget frame;
    app::EvaluationPanel* panel = nullptr;
    ScratchFolder folder;
    enum Column { Rank, Name, Reports, Look, Total, Grade, List };

    explicit RankingDesk(core::Language language = core::Language::English) {
        app::setLanguage(language);
        const auto scheme = core::schemeFromJson(nlohmann::json::parse(TidyScheme));
        REQUIRE(scheme);
        REQUIRE(small.district->change({"save-scheme", {scheme->name}}, small.actor, [&](core::Change& change) { return core::saveScheme(change, *scheme); }));
        REQUIRE(workspace.adopt(std::move(small.district)));
        for (const double longitude : {120.641, 120.642, 120.643, 120.651})
            report(longitude);
        panel = new app::EvaluationPanel(workspace, &frame);
        panel->resize(800, 700);
        frame.resize(800, 700);
        frame.show();
        REQUIRE(QTest::qWaitForWindowExposed(&frame));
        panel->setPeriod({core::parseDay("2026-03-01").value(), core::parseDay("2026-03-31").value()});
        auto& schemes = part<QComboBox>("evaluationScheme");
        schemes.setCurrentIndex(schemes.findText(language == core::Language::English ? u"Tidiness"_s : u"整洁"_s));
        emit schemes.activated(schemes.currentIndex());
        settle();
    }
    void report(double longitude) {
        core::CaseDraft draft;
        draft.place = core::GeoPoint{longitude, 28.005};
        draft.category = workspace.district()->categories().find("09006")->id;
        draft.time = core::parseMoment("2026-03-10T09:00:00+08:00", core::TimeZone()).value();
        REQUIRE(workspace.report(draft));
    }
    void settle() const {
        REQUIRE(QTest::qWaitFor([this] { return !panel->isCounting() && !workspace.isFiltering() && !workspace.isBusy() && !jobs.isBusy(); }, 20'000));
        QTest::qWait(0);
    }
    template <class Widget> Widget& part(const char* name) const {
        auto* const found = frame.findChild<Widget*>(QLatin1String(name));
        INFO(name);
        REQUIRE(found != nullptr);
        return *found;
    }
    void click(const char* name) const {
        auto& button = part<QPushButton>(name);
        INFO(name);
        REQUIRE(button.isEnabled());
        QTest::mouseClick(&button, Qt::LeftButton);
    }
    /// The row of a grid by its code.
    [[nodiscard]] int row(const QString& code) const {
        for (int i = 0; i < panel->table().rowCount(); ++i)
            if (panel->table().item(i, Name)->text().startsWith(code))
                return i;
        FAIL("no row " << code.toStdString());
        return -1;
    }
    [[nodiscard]] QString cell(const QString& code, int column) const { return panel->table().item(row(code), column)->text(); }
};

} // namespace gridwarden::test
