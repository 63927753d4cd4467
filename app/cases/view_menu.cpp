// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/view_menu.h"

#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QMenu>
#include <algorithm>

namespace gridwarden::app {

namespace {

/// An & in a name is no accelerator.
QString plainName(const std::string& name) {
    return QString::fromStdString(name).replace(QLatin1Char('&'), QLatin1String("&&"));
}

} // namespace

ViewMenu::ViewMenu(Workspace& workspace, std::function<void(SavedView&)> look, QWidget* parent)
    : QToolButton(parent), m_workspace(workspace), m_look(std::move(look)) {
    setObjectName(QStringLiteral("views"));
    setText(tr("Views"));
    setIcon(app::icon(QLatin1String("bookmark")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setPopupMode(QToolButton::InstantPopup);
    setToolTip(tr("Filter, columns and order under a name"));
    setMenu(new QMenu(this));
    menu()->setToolTipsVisible(true);
    connect(menu(), &QMenu::aboutToShow, this, &ViewMenu::fill);
}

core::Day ViewMenu::today() const {
    return m_workspace.district()->timeZone().day(core::now());
}

void ViewMenu::fill() {
    qDeleteAll(menu()->findChildren<QMenu*>(Qt::FindDirectChildrenOnly)); // which clear() leaves
    menu()->clear();
    m_own.clear();
    if (!m_workspace.district())
        return;
    if (const auto shipped = shippedViews(language()))
        for (const NamedView& each : *shipped)
            addView(plainName(each.name), each.view, "shippedView");
    else
        m_workspace.notifyFault(shipped.error());
    menu()->addSeparator();
    if (core::Connection* connection = m_workspace.connection()) {
        if (auto own = core::loadCaseViews(*connection))
            m_own = std::move(*own);
        else
            m_workspace.notifyFault(own.error());
    }
    for (const core::CaseView& each : m_own)
        addView(plainName(each.name), viewFromText(each.definition), "ownView");
    menu()->addSeparator();
    QAction* add =
        menu()->addAction(app::icon(QLatin1String("plus")), tr("Save the present view …"), this, &ViewMenu::save);
    add->setObjectName(QStringLiteral("saveView"));
    add->setEnabled(m_workspace.canWrite());
    const auto addForEach = [&](const QString& title, const char* name, void (ViewMenu::*act)(const core::CaseView&)) {
        if (m_own.empty())
            return;
        QMenu* list = menu()->addMenu(title);
        list->setObjectName(QLatin1String(name));
        list->setEnabled(m_workspace.canWrite());
        for (const core::CaseView& each : m_own)
            connect(list->addAction(plainName(each.name)), &QAction::triggered, this,
                    [this, act, each] { (this->*act)(each); });
    };
    addForEach(tr("Rename"), "renameView", &ViewMenu::rename);
    addForEach(tr("Remove"), "removeView", &ViewMenu::remove);
}

void ViewMenu::addView(const QString& name, const core::Result<SavedView>& view, const char* group) {
    QAction* action = menu()->addAction(name);
    action->setObjectName(QLatin1String(group));
    if (!view) {
        action->setEnabled(false);
        action->setToolTip(app::text(view.error()));
        return;
    }
    action->setCheckable(true);
    action->setChecked(!m_workspace.filter().isEmpty() &&
                       filterOf(*view, *m_workspace.district(), m_workspace.actor().person, today()) ==
                           m_workspace.filter());
    connect(action, &QAction::triggered, this, [this, view = *view] { use(view); });
}

void ViewMenu::use(const SavedView& view) {
    if (!m_workspace.district())
        return;
    const core::Filter filter = filterOf(view, *m_workspace.district(), m_workspace.actor().person, today());
    if (view.isInMyZones && filter.areas.empty())
        m_workspace.notify(NoticeKind::Note, tr("You have no duty in a zone today, so the cases of all areas are "
                                                "shown. Who you are is chosen in the status bar."));
    m_workspace.setFilter(filter);
    if (m_workspace.filter() == filter) // else it was refused, which was said
        emit chosen(view);
}

void ViewMenu::save() {
    const QString name = prompts().text(this, tr("Save the present view"), tr("Name"), {}).trimmed();
    if (name.isEmpty() || !m_workspace.district())
        return;
    SavedView present = viewOf(m_workspace.filter(), today());
    m_look(present);
    core::CaseView view{{}, name.toStdString(), viewToText(present)};
    const auto known =
        std::find_if(m_own.begin(), m_own.end(), [&](const core::CaseView& each) { return each.name == view.name; });
    if (known != m_own.end()) {
        if (!prompts().confirm(this, tr("There is a view “%1” already.").arg(name), tr("Replace it")))
            return;
        view.id = known->id;
    }
    m_workspace.change({"view-saved", {view.name}}, [&](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveCaseView(change, view);
        return saved ? core::Result<void>() : core::fail(saved);
    });
}

void ViewMenu::rename(const core::CaseView& view) {
    core::CaseView renamed = view;
    renamed.name = prompts()
                       .text(this, tr("Rename the view"), tr("Name"), QString::fromStdString(view.name))
                       .trimmed()
                       .toStdString();
    if (renamed.name.empty() || renamed.name == view.name)
        return;
    m_workspace.change({"view-renamed", {view.name, renamed.name}}, [&](core::Change& change) -> core::Result<void> {
        const auto saved = core::saveCaseView(change, renamed);
        return saved ? core::Result<void>() : core::fail(saved);
    });
}

void ViewMenu::remove(const core::CaseView& view) {
    m_workspace.change({"view-removed", {view.name}},
                       [&](core::Change& change) { return core::removeCaseView(change, view); });
}

} // namespace gridwarden::app
