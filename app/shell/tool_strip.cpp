// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/tool_strip.h"

#include "app/workspace/icon.h"

#include <QMenu>
#include <QToolButton>

namespace gridwarden::app {

ToolStrip::ToolStrip(Workspace& workspace, Actions& actions, MapWidget& map, LayerList& layers, QWidget* parent)
    : QToolBar(tr("Tools"), parent), m_workspace(workspace) {
    setObjectName(QStringLiteral("toolBar"));
    setMovable(false);
    setIconSize({20, 20});
    using enum ActionId;
    const auto add = [this, &actions](std::initializer_list<ActionId> ids) {
        for (const ActionId id : ids)
            addAction(actions[id]);
        addSeparator();
    };
    add({Undo, Redo});
    add({ViewBack, ViewForward, ShowAll, ZoomToSelection});
    add({ActionId::ShowTime});
    add({Pan, Select, ZoomBox, Identify, MeasureLength, MeasureArea});
    addAction(actions[AddIncident]);
    if (auto* const button = qobject_cast<QToolButton*>(widgetForAction(actions[AddIncident])))
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addAction(actions[CountWork]);
    addAction(actions[ShowInbox]);
    auto* const stretch = new QWidget(this);
    stretch->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(stretch);
    m_search = new SearchBox(map, layers, actions, this);
    addWidget(m_search);
    m_actor = new QToolButton(this);
    m_actor->setObjectName(QStringLiteral("actor"));
    m_actor->setIcon(icon(QLatin1String("user")));
    m_actor->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actor->setPopupMode(QToolButton::InstantPopup);
    m_actor->setToolTip(tr("Who acts: written beside every change. This is not a login."));
    auto* const people = new QMenu(m_actor);
    connect(people, &QMenu::aboutToShow, this, [this, people] { fillActorMenu(people); });
    m_actor->setMenu(people);
    addWidget(m_actor);
    connect(&workspace, &Workspace::actorChanged, this, &ToolStrip::showActor);
    showActor();
}

void ToolStrip::showActor() { m_actor->setText(QString::fromStdString(m_workspace.actor().name)); }

void ToolStrip::fillActorMenu(QMenu* menu) {
    menu->clear();
    const core::District* const district = m_workspace.district();
    if (district == nullptr)
        return;
    const core::Actor system = core::District::systemActor();
    const auto add = [this, menu](const core::Actor& actor, const QString& title) {
        QAction* const action = menu->addAction(title);
        action->setCheckable(true);
        action->setChecked(actor.name == m_workspace.actor().name && actor.person == m_workspace.actor().person);
        connect(action, &QAction::triggered, this, [this, actor] { m_workspace.setActor(actor); });
    };
    add(system, tr("%1 (user of this computer)").arg(QString::fromStdString(system.name)));
    menu->addSeparator();
    for (const core::Person& person : district->people().people())
        if (person.active)
            add({person.name, person.id}, QString::fromStdString(person.name));
}

} // namespace gridwarden::app
