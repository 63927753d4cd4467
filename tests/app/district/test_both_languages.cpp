// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/district_settings.h"
#include "app/district/duty_dialog.h"
#include "app/district/duty_rules_dialog.h"
#include "app/district/duty_week_window.h"
#include "app/district/history_panel.h"
#include "tests/app/district/editor_fixture.h"

#include <QCheckBox>
#include <QGroupBox>

using namespace gridwarden;
using app::EditorKind;
using core::Language;
using test::EditorFixture;

namespace {

/// Texts of buttons, boxes and one-line labels that have less room than they need.
QStringList clipped(const QWidget& window) {
    QStringList found;
    const auto look = [&](const QWidget* widget, const QString& text) {
        if (widget->isVisible() && !text.isEmpty() && widget->width() < widget->minimumSizeHint().width())
            found << text;
    };
    for (const auto* button : window.findChildren<QAbstractButton*>())
        look(button, button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (!label->wordWrap())
            look(label, label->text());
    for (const auto* box : window.findChildren<QGroupBox*>())
        look(box, box->title());
    return found;
}

struct Shown {
    EditorKind kind;
    const char* name;
};
constexpr Shown Editors[] = {{EditorKind::Categories, "categories"}, {EditorKind::Calendar, "calendar"}, {EditorKind::Sources, "sources"},
                             {EditorKind::Organisations, "organisations"}, {EditorKind::People, "people"}, {EditorKind::Duties, "duties"},
                             {EditorKind::Numbering, "numbering"}, {EditorKind::Areas, "areas"},
                             {EditorKind::DispatchRules, "dispatch-rules"}, {EditorKind::Absences, "absences"},
                             {EditorKind::ActivityKinds, "activity-kinds"}, {EditorKind::ActivityPlans, "activity-plans"}};

void checkWindow(QWidget& window, Language language, const char* name) {
    QTest::qWait(20); // a turn of the event loop for the layouts
    INFO(name);
    CHECK(clipped(window).join(QStringLiteral(" | ")).toStdString().empty());
    CHECK(window.width() <= 1366);
    CHECK(window.height() <= 768);
    EditorFixture::picture(window, QString::fromLatin1(name) + (language == Language::Chinese ? QStringLiteral("-zh") : QStringLiteral("-en")));
}

} // namespace

TEST_CASE("every editor has room for its texts in both languages", "[app][district]") {
    const Language language = GENERATE(Language::English, Language::Chinese);
    EditorFixture f(language);
    for (const Shown& shown : Editors) {
        app::EditorWindow& editor = f.open(shown.kind);
        if (shown.kind == EditorKind::Categories) {
            const core::Category* const category = f.district().categories().find("2026:matter:01001");
            REQUIRE(category != nullptr);
            REQUIRE(qobject_cast<app::RecordEditor*>(&editor)->select(QString::number(category->id.value())));
        }
        checkWindow(editor, language, shown.name);
    }
    app::openDistrictSettings(f.workspace, &f.window);
    checkWindow(*f.window.findChild<app::EditorWindow*>(QStringLiteral("districtSettings")), language, "settings");
    app::DutyWeekWindow week(f.workspace, nullptr);
    week.show();
    checkWindow(week, language, "duty-week");
    app::DutyDialog duty(f.workspace, f.district().people().duties()[0], {core::parseDay("2026-03-02").value(), core::parseDay("2026-03-08").value()}, nullptr);
    duty.setAttribute(Qt::WA_DeleteOnClose, false);
    duty.show();
    checkWindow(duty, language, "duty");
    app::DutyRulesDialog rules(f.workspace, nullptr);
    rules.setAttribute(Qt::WA_DeleteOnClose, false);
    rules.show();
    checkWindow(rules, language, "duty-rules");
    app::HistoryPanel history(f.workspace, nullptr);
    history.resize(280, 400);
    history.show();
    checkWindow(history, language, "history");
    app::setLanguage(Language::English);
}
