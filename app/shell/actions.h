// SPDX-License-Identifier: GPL-3.0-or-later
// Every action of the window in one place: id, text, icon, shortcut. Menus, tool bars, the search box and the help on
// shortcuts all read this list.
#pragma once

#include <QAction>
#include <QObject>
#include <map>
#include <span>

namespace gridwarden::app {

enum class ActionId {
    NewDistrict, NewDemo, OpenDistrict, OpenReadOnly, SwitchToWriting, CloseDistrict, Backups, PackDistrict, UnpackArchive, AddLayers, AddMapService, ImportCases, ImportAreas, ImportActivities, PrintMap, Quit,
    Undo, Redo, SelectAll, ClearSelection, Search,
    ZoomIn, ZoomOut, ShowAll, ZoomToSelection, ViewBack, ViewForward, ShowTime, FullScreenMap, ResetLayout, Chinese, English,
    Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea, AddIncident, CountWork, ShowInbox, EditBorders, AddBookmark, MapCrs,
    ClearFilter, ShowAreaCases, Relapses, HotSpots, DispatchCases, HandOverCases, HandOverInHand, WorkListPaper, ShowDayBook, GridReport, BulletinPaper, WorkSummary,
    EditAreas, EditCategories, EditCalendar, EditSources, EditMethods, EditOrganisations, EditPeople, EditDuties, ShowDutyWeek, EditAbsences, EditDispatchRules, EditNumbering, EditActivityKinds, EditActivityPlans, EditFigures, EditSchemes, PersonalData,
    EditSettings, CheckDistrict,
    Shortcuts, About
};

struct ActionDefinition {
    ActionId id;
    const char* name;      ///< stable, for object names and tests
    const char* text;      ///< English source in the context "Action"
    const char* icon;      ///< of resources/icons; null: none
    const char* shortcut;  ///< portable text, several separated by "; "; null: none
    bool needsDistrict;
    bool needsWriting;
    bool isCheckable;
};
[[nodiscard]] std::span<const ActionDefinition> actionDefinitions();
/// The text of a menu entry without its accelerator and dots.
[[nodiscard]] QString plainText(QString text);

/// The actions themselves; owned by `parent`.
class Actions : public QObject {
    Q_OBJECT
  public:
    explicit Actions(QObject* parent);
    [[nodiscard]] QAction* operator[](ActionId id) const { return m_actions.at(id); }
    [[nodiscard]] const std::map<ActionId, QAction*>& all() const { return m_actions; }
    /// Enables what is possible now.
    void follow(bool hasDistrict, bool canWrite);

  private:
    std::map<ActionId, QAction*> m_actions;
};

} // namespace gridwarden::app
