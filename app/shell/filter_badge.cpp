// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/filter_badge.h"

#include "app/workspace/icon.h"

#include <QLocale>

namespace gridwarden::app {

FilterBadge::FilterBadge(Workspace& workspace, QWidget* parent) : QToolButton(parent), m_workspace(workspace) {
    setObjectName(QStringLiteral("filterBadge"));
    setIcon(app::icon(QLatin1String("funnel")));
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setAutoFillBackground(true);
    setToolTip(tr("A filter is set. Click to show all cases again."));
    connect(this, &QToolButton::clicked, this, [this] { m_workspace.setFilter({}); });
    connect(&workspace, &Workspace::filterChanged, this, &FilterBadge::follow);
    follow();
}

void FilterBadge::follow() {
    const bool isFiltered = m_workspace.district() != nullptr && !m_workspace.filter().isEmpty();
    setVisible(isFiltered);
    if (!isFiltered)
        return;
    std::size_t all = 0;
    m_workspace.facts()->each([&](std::size_t, const core::CaseFact&) { ++all; });
    setText(tr("%1 of %2 cases").arg(QLocale().toString(static_cast<qlonglong>(m_workspace.filtered().size())),
                                     QLocale().toString(static_cast<qlonglong>(all))));
    adjustSize();
    constexpr int Margin = 12;
    move(Margin, Margin);
    raise();
}

} // namespace gridwarden::app
