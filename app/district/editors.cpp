// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/editors.h"

#include "app/district/absence_editor.h"
#include "app/district/activity_kind_editor.h"
#include "app/district/activity_plan_editor.h"
#include "app/district/area_editor.h"
#include "app/district/calendar_editor.h"
#include "app/district/category_editor.h"
#include "app/district/dispatch_rule_editor.h"
#include "app/district/duty_editor.h"
#include "app/district/method_editor.h"
#include "app/district/numbering_editor.h"
#include "app/district/organisation_editor.h"
#include "app/district/person_editor.h"
#include "app/district/source_editor.h"

namespace gridwarden::app {

namespace {

QString windowName(EditorKind kind) {
    switch (kind) {
    case EditorKind::Categories:
        return QStringLiteral("editCategories");
    case EditorKind::Calendar:
        return QStringLiteral("editCalendar");
    case EditorKind::Sources:
        return QStringLiteral("editSources");
    case EditorKind::Organisations:
        return QStringLiteral("editOrganisations");
    case EditorKind::People:
        return QStringLiteral("editPeople");
    case EditorKind::Duties:
        return QStringLiteral("editDuties");
    case EditorKind::Numbering:
        return QStringLiteral("editNumbering");
    case EditorKind::Areas:
        return QStringLiteral("editAreas");
    case EditorKind::ActivityKinds:
        return QStringLiteral("editActivityKinds");
    case EditorKind::ActivityPlans:
        return QStringLiteral("editActivityPlans");
    case EditorKind::Methods:
        return QStringLiteral("editMethods");
    case EditorKind::DispatchRules:
        return QStringLiteral("editDispatchRules");
    case EditorKind::Absences:
        return QStringLiteral("editAbsences");
    }
    return {};
}

EditorWindow* makeEditor(EditorKind kind, Workspace& workspace, Jobs& jobs, QWidget* parent) {
    switch (kind) {
    case EditorKind::Categories:
        return new CategoryEditor(workspace, parent);
    case EditorKind::Calendar:
        return new CalendarEditor(workspace, jobs, parent);
    case EditorKind::Sources:
        return new SourceEditor(workspace, parent);
    case EditorKind::Organisations:
        return new OrganisationEditor(workspace, parent);
    case EditorKind::People:
        return new PersonEditor(workspace, parent);
    case EditorKind::Duties:
        return new DutyEditor(workspace, parent);
    case EditorKind::Numbering:
        return new NumberingEditor(workspace, parent);
    case EditorKind::Areas:
        return new AreaEditor(workspace, jobs, parent);
    case EditorKind::ActivityKinds:
        return new ActivityKindEditor(workspace, parent);
    case EditorKind::ActivityPlans:
        return new ActivityPlanEditor(workspace, parent);
    case EditorKind::Methods:
        return new MethodEditor(workspace, parent);
    case EditorKind::DispatchRules:
        return new DispatchRuleEditor(workspace, parent);
    case EditorKind::Absences:
        return new AbsenceEditor(workspace, parent);
    }
    return nullptr;
}

} // namespace

void openEditor(EditorKind kind, Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<EditorWindow*>(windowName(kind), Qt::FindDirectChildrenOnly);
    if (window == nullptr || window->isHidden()) { // a hidden one was closed a moment ago
        window = makeEditor(kind, workspace, jobs, parent);
        window->setObjectName(windowName(kind));
    }
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
