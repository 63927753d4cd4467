// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/deadline_badge.h"

#include "app/workspace/icon.h"

namespace gridwarden::app {

DeadlineBadge::DeadlineBadge(Workspace& workspace, QWidget* parent) : QToolButton(parent), m_watch(new DeadlineWatch(workspace, this)) {
    setObjectName(QStringLiteral("deadlines"));
    setAutoRaise(true);
    setIcon(app::icon(QLatin1String("alarm-clock")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setToolTip(tr("Open cases whose deadline passes within the hour. Click to select them."));
    connect(m_watch, &DeadlineWatch::changed, this, &DeadlineBadge::follow);
    connect(this, &QToolButton::clicked, m_watch, &DeadlineWatch::select);
    follow();
}

void DeadlineBadge::follow() {
    const int count = static_cast<int>(m_watch->cases().size());
    setText(tr("%n due within the hour", nullptr, count));
    setVisible(count > 0);
}

} // namespace gridwarden::app
