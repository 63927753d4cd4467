// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_line.h"

#include "app/cases/deadline_badge.h"
#include "app/shell/message_bar.h"
#include "app/shell/status_parts.h"
#include "app/workspace/icon.h"

#include <QToolButton>

namespace gridwarden::app {

StatusLine::StatusLine(Workspace& workspace, MapWidget& map, LayerList& layers, Jobs& jobs, MessageBar& messages, QWidget* parent)
    : QStatusBar(parent) {
    setSizeGripEnabled(false);
    setContentsMargins(4, 0, 8, 0);
    addWidget(new JobBar(jobs, this));
    auto* const hint = new QLabel(this);
    hint->setObjectName(QStringLiteral("hint"));
    hint->setText(map.currentTool().hint());
    hint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    addWidget(hint, 1);
    connect(&map, &MapWidget::hintChanged, hint, &QLabel::setText);
    auto* const coordinates = new CoordinateBox(map, layers, this);
    auto* const scale = new ScaleBox(map, this);
    addPermanentWidget(coordinates);
    addPermanentWidget(scale);
    m_mapParts = {hint, coordinates, scale};
    auto* const notes = new QToolButton(this);
    notes->setObjectName(QStringLiteral("notes"));
    notes->setAutoRaise(true);
    notes->setIcon(icon(QLatin1String("info")));
    notes->setToolTip(tr("Notes"));
    notes->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    connect(notes, &QToolButton::clicked, &messages, &MessageBar::showHistory);
    const auto count = [&messages, notes] {
        notes->setText(messages.unread() == 0 ? QString() : QLocale().toString(messages.unread()));
        notes->setVisible(!messages.history().empty());
    };
    connect(&messages, &MessageBar::historyChanged, notes, count);
    count();
    addPermanentWidget(new DeadlineBadge(workspace, this));
    addPermanentWidget(new SavedLabel(workspace, this));
    addPermanentWidget(notes);
}

void StatusLine::showMapParts(bool visible) {
    for (QWidget* const part : m_mapParts)
        part->setVisible(visible);
}

} // namespace gridwarden::app
