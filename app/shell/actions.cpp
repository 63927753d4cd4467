// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/actions.h"

#include "app/workspace/icon.h"

#include <QCoreApplication>
#include <QKeySequence>
#include <QRegularExpression>

namespace gridwarden::app {

namespace {

using enum ActionId;

// id, name, text, icon, shortcut, needs a district, needs writing, checkable
constexpr ActionDefinition Definitions[] = {
    {NewDistrict, "newDistrict", QT_TRANSLATE_NOOP("Action", "&New district …"), "file-plus", "Ctrl+N", false, false, false},
    {NewDemo, "newDemo", QT_TRANSLATE_NOOP("Action", "Create &demo district …"), "map-pin-plus", nullptr, false, false, false},
    {OpenDistrict, "openDistrict", QT_TRANSLATE_NOOP("Action", "&Open district …"), "folder-open", "Ctrl+O", false, false, false},
    {OpenReadOnly, "openReadOnly", QT_TRANSLATE_NOOP("Action", "Open for &reading only …"), nullptr, nullptr, false, false, false},
    {SwitchToWriting, "switchToWriting", QT_TRANSLATE_NOOP("Action", "Open this district for &writing"), nullptr, nullptr, true, false, false},
    {CloseDistrict, "closeDistrict", QT_TRANSLATE_NOOP("Action", "&Close district"), "x", "Ctrl+W", true, false, false},
    {Backups, "backups", QT_TRANSLATE_NOOP("Action", "&Backups …"), "shield-check", nullptr, true, false, false},
    {PackDistrict, "packDistrict", QT_TRANSLATE_NOOP("Action", "Pac&k with photos …"), "download", nullptr, true, false, false},
    {UnpackArchive, "unpackArchive", QT_TRANSLATE_NOOP("Action", "Open an arc&hive …"), "inbox", nullptr, false, false, false},
    {AddLayers, "addLayers", QT_TRANSLATE_NOOP("Action", "Add &layers …"), "layers", "Ctrl+L", true, false, false},
    {AddMapService, "addMapService", QT_TRANSLATE_NOOP("Action", "Add &map service …"), "map", nullptr, true, false, false},
    {ImportCases, "importCases", QT_TRANSLATE_NOOP("Action", "&Import cases …"), "upload", "Ctrl+I", true, true, false},
    {ImportAreas, "importAreas", QT_TRANSLATE_NOOP("Action", "Import &areas …"), "grid-3x3", nullptr, true, true, false},
    {ImportActivities, "importActivities", QT_TRANSLATE_NOOP("Action", "Import acti&vities …"), "upload", nullptr, true, true, false},
    {PrintMap, "printMap", QT_TRANSLATE_NOOP("Action", "&Print map …"), "printer", "Ctrl+P", true, false, false},
    {Quit, "quit", QT_TRANSLATE_NOOP("Action", "&Quit"), "log-out", "Ctrl+Q", false, false, false},
    {Undo, "undo", QT_TRANSLATE_NOOP("Action", "&Undo"), "undo-2", "Ctrl+Z", true, true, false},
    {Redo, "redo", QT_TRANSLATE_NOOP("Action", "&Redo"), "redo-2", "Ctrl+Shift+Z; Ctrl+Y", true, true, false},
    {SelectAll, "selectAll", QT_TRANSLATE_NOOP("Action", "Select &all filtered cases"), nullptr, "Ctrl+A", true, false, false},
    {ClearSelection, "clearSelection", QT_TRANSLATE_NOOP("Action", "Clear &selection"), nullptr, "Ctrl+Shift+A", true, false, false},
    {Search, "search", QT_TRANSLATE_NOOP("Action", "S&earch …"), "search", "Ctrl+K", false, false, false},
    {ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("Action", "Zoom &in"), "zoom-in", "Ctrl++; Ctrl+=", true, false, false},
    {ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("Action", "Zoom &out"), "zoom-out", "Ctrl+-", true, false, false},
    {ShowAll, "showAll", QT_TRANSLATE_NOOP("Action", "Show &everything"), "maximize", "Ctrl+Shift+F", true, false, false},
    {ZoomToSelection, "zoomToSelection", QT_TRANSLATE_NOOP("Action", "Zoom to &selection"), "locate-fixed", "Ctrl+J", true, false, false},
    {ViewBack, "viewBack", QT_TRANSLATE_NOOP("Action", "Previous &view"), "arrow-left", "Alt+Left", true, false, false},
    {ViewForward, "viewForward", QT_TRANSLATE_NOOP("Action", "&Next view"), "arrow-right", "Alt+Right", true, false, false},
    {ShowTime, "timeLine", QT_TRANSLATE_NOOP("Action", "&Time line"), "calendar-range", "Ctrl+T", true, false, true},
    {FullScreenMap, "fullScreenMap", QT_TRANSLATE_NOOP("Action", "&Full-screen map"), "expand", "F11", true, false, true},
    {ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("Action", "&Reset window layout"), "rotate-ccw", nullptr, false, false, false},
    // Each language is named in itself and not translated.
    {Chinese, "languageChinese", "中文", nullptr, nullptr, false, false, true},
    {English, "languageEnglish", "English", nullptr, nullptr, false, false, true},
    {Pan, "toolPan", QT_TRANSLATE_NOOP("Action", "&Pan"), "hand", "H", true, false, true},
    {Select, "toolSelect", QT_TRANSLATE_NOOP("Action", "&Select"), "mouse-pointer-2", "V", true, false, true},
    {ZoomBox, "toolZoomBox", QT_TRANSLATE_NOOP("Action", "&Zoom box"), "square-dashed-mouse-pointer", "Z", true, false, true},
    {Identify, "toolIdentify", QT_TRANSLATE_NOOP("Action", "&Identify"), "info", "Ctrl+Shift+I", true, false, true},
    {MeasureLength, "toolMeasureLength", QT_TRANSLATE_NOOP("Action", "Measure &length"), "ruler", "Ctrl+Shift+M", true, false, true},
    {MeasureArea, "toolMeasureArea", QT_TRANSLATE_NOOP("Action", "Measure &area"), "pentagon", "Ctrl+Shift+J", true, false, true},
    {AddIncident, "toolAddIncident", QT_TRANSLATE_NOOP("Action", "&Enter incident"), "map-pin-plus", "Ins", true, true, true},
    {CountWork, "countWork", QT_TRANSLATE_NOOP("Action", "&Count work"), "tally-5", "Ctrl+Shift+N", true, true, false},
    {ShowInbox, "showInbox", QT_TRANSLATE_NOOP("Action", "In&box"), "inbox", "Ctrl+Shift+B", true, false, false},
    {EditBorders, "editBorders", QT_TRANSLATE_NOOP("Action", "Edit area b&orders"), "spline", "Ctrl+Shift+E", true, true, true},
    {AddBookmark, "addBookmark", QT_TRANSLATE_NOOP("Action", "Add &bookmark …"), "bookmark", "Ctrl+B", true, true, false},
    {MapCrs, "mapCrs", QT_TRANSLATE_NOOP("Action", "&Coordinate system of the map …"), "crosshair", nullptr, true, true, false},
    {ClearFilter, "clearFilter", QT_TRANSLATE_NOOP("Action", "Clear &filter"), "funnel", "Ctrl+Shift+L", true, false, false},
    {ShowAreaCases, "showAreaCases", QT_TRANSLATE_NOOP("Action", "Only cases of the selected &area"), nullptr, "Ctrl+G", true, false, false},
    {Relapses, "relapses", QT_TRANSLATE_NOOP("Action", "Cleared, then back a&gain …"), "rotate-ccw", "Ctrl+Shift+G", true, false, false},
    {HotSpots, "hotSpots", QT_TRANSLATE_NOOP("Action", "&Hot spots …"), "crosshair", "Ctrl+Shift+H", true, false, false},
    {DispatchCases, "dispatchCases", QT_TRANSLATE_NOOP("Action", "&Dispatch the selected cases …"), "send", "Ctrl+D", true, true, false},
    {HandOverCases, "handOverCases", QT_TRANSLATE_NOOP("Action", "Hand &over the selected cases …"), "arrow-right", nullptr, true, true, false},
    {HandOverInHand, "handOverInHand", QT_TRANSLATE_NOOP("Action", "Hand over what somebod&y has in hand …"), "user-x", nullptr, true, true, false},
    {WorkListPaper, "workList", QT_TRANSLATE_NOOP("Action", "&Work list …"), "list-checks", "Ctrl+Shift+W", true, false, false},
    {ShowDayBook, "dayBook", QT_TRANSLATE_NOOP("Action", "Day boo&k …"), "notebook-pen", "Ctrl+Shift+D", true, false, false},
    {GridReport, "gridReport", QT_TRANSLATE_NOOP("Action", "&Report of areas (PDF) …"), "file-text", "Ctrl+R", true, false, false},
    {BulletinPaper, "bulletin", QT_TRANSLATE_NOOP("Action", "Bulle&tin of a period …"), "file-text", nullptr, true, false, false},
    {WorkSummary, "workSummary", QT_TRANSLATE_NOOP("Action", "Work &summary …"), "file-text", "Ctrl+Shift+R", true, false, false},
    {EditAreas, "editAreas", QT_TRANSLATE_NOOP("Action", "&Areas …"), "grid-3x3", nullptr, true, false, false},
    {EditCategories, "editCategories", QT_TRANSLATE_NOOP("Action", "&Categories and limits …"), "tags", nullptr, true, false, false},
    {EditCalendar, "editCalendar", QT_TRANSLATE_NOOP("Action", "Working ca&lendar …"), "calendar-days", nullptr, true, false, false},
    {EditSources, "editSources", QT_TRANSLATE_NOOP("Action", "&Sources of cases …"), "inbox", nullptr, true, false, false},
    {EditMethods, "editMethods", QT_TRANSLATE_NOOP("Action", "&Methods of handling …"), "hand", nullptr, true, false, false},
    {EditOrganisations, "editOrganisations", QT_TRANSLATE_NOOP("Action", "&Organisations …"), "building-2", nullptr, true, false, false},
    {EditPeople, "editPeople", QT_TRANSLATE_NOOP("Action", "&People …"), "users", nullptr, true, false, false},
    {EditDuties, "editDuties", QT_TRANSLATE_NOOP("Action", "&Duties …"), "clipboard-list", nullptr, true, false, false},
    {ShowDutyWeek, "dutyWeek", QT_TRANSLATE_NOOP("Action", "Duty &week …"), "calendar-range", nullptr, true, false, false},
    {EditAbsences, "editAbsences", QT_TRANSLATE_NOOP("Action", "A&bsences …"), "user-x", nullptr, true, false, false},
    {EditDispatchRules, "editDispatchRules", QT_TRANSLATE_NOOP("Action", "Rules of d&ispatch …"), "route", nullptr, true, false, false},
    {EditNumbering, "editNumbering", QT_TRANSLATE_NOOP("Action", "Case &numbers …"), "hash", nullptr, true, false, false},
    {EditActivityKinds, "editActivityKinds", QT_TRANSLATE_NOOP("Action", "&Kinds of activities …"), "tally-5", nullptr, true, false, false},
    {EditActivityPlans, "editActivityPlans", QT_TRANSLATE_NOOP("Action", "Planned acti&vities …"), "calendar-check", nullptr, true, false, false},
    {EditFigures, "editFigureList", QT_TRANSLATE_NOOP("Action", "De&finitions of figures …"), "chart-column", nullptr, true, false, false},
    {EditSchemes, "editSchemeList", QT_TRANSLATE_NOOP("Action", "Schemes of &evaluation …"), "notebook-pen", nullptr, true, false, false},
    {EditSettings, "editSettings", QT_TRANSLATE_NOOP("Action", "District se&ttings …"), "settings", nullptr, true, false, false},
    {CheckDistrict, "checkDistrict", QT_TRANSLATE_NOOP("Action", "Chec&k the district …"), "shield-check", nullptr, true, false, false},
    {PersonalData, "personalData", QT_TRANSLATE_NOOP("Action", "Pe&rsonal data …"), "lock", nullptr, true, false, false},
    {Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("Action", "&Keyboard and mouse"), "circle-question-mark", "F1", false, false, false},
    {About, "about", QT_TRANSLATE_NOOP("Action", "&About Gridwarden"), nullptr, nullptr, false, false, false},
};

} // namespace

QString plainText(QString text) {
    static const QRegularExpression accelerator(QStringLiteral("\\(&.\\)|&|\\s*…"));
    return text.remove(accelerator);
}

std::span<const ActionDefinition> actionDefinitions() { return Definitions; }

Actions::Actions(QObject* parent) : QObject(parent) {
    for (const ActionDefinition& definition : Definitions) {
        auto* const action = new QAction(this);
        action->setObjectName(QString::fromLatin1(definition.name));
        action->setText(QCoreApplication::translate("Action", definition.text));
        action->setIconText(plainText(action->text()));
        if (definition.icon != nullptr)
            action->setIcon(icon(QLatin1String(definition.icon)));
        QList<QKeySequence> shortcuts;
        if (definition.shortcut != nullptr) {
            const QStringList texts = QString::fromLatin1(definition.shortcut).split(QStringLiteral("; "));
            for (const QString& text : texts)
                shortcuts << QKeySequence(text, QKeySequence::PortableText);
        }
        action->setShortcuts(shortcuts);
        action->setCheckable(definition.isCheckable);
        QString tip = plainText(action->text());
        if (!shortcuts.isEmpty())
            tip += u" (" + shortcuts.first().toString(QKeySequence::NativeText) + u')';
        action->setToolTip(tip);
        m_actions.emplace(definition.id, action);
    }
}

void Actions::follow(bool hasDistrict, bool canWrite) {
    for (const ActionDefinition& definition : Definitions)
        m_actions.at(definition.id)->setEnabled((!definition.needsDistrict || hasDistrict) && (!definition.needsWriting || canWrite));
}

} // namespace gridwarden::app
