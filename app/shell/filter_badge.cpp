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
    connect(&workspace, &Workspace::filteredChanged, this, &FilterBadge::follow);
    follow();
}

void FilterBadge::follow() {
    const bool isFiltered = m_workspace.district() != nullptr && !m_workspace.filter().isEmpty();
    setVisible(isFiltered);
    if (!isFiltered)
        return;
    const QLocale locale;
    const QString total = locale.toString(static_cast<qlonglong>(m_workspace.facts()->count()));
    setText(m_workspace.isFiltering() ? tr("… of %1 cases").arg(total)
                                      : tr("%1 of %2 cases").arg(locale.toString(static_cast<qlonglong>(m_workspace.filtered().size())), total));
    adjustSize();
    constexpr int Margin = 12;
    move(Margin, Margin);
    raise();
}

} // namespace gridwarden::app
