// SPDX-License-Identifier: GPL-3.0-or-later
// The button with the saved views: those that come with the program and those of the district; saving, renaming and
// removing them.
#pragma once

#include "app/cases/saved_view.h"
#include "app/workspace/workspace.h"
#include "core/cases/case_views.h"

#include <QToolButton>

class QMenu;

namespace gridwarden::app {

class ViewMenu : public QToolButton {
    Q_OBJECT
public:
    /// `look` gives a view the columns and the order that the table has at present.
    ViewMenu(Workspace& workspace, std::function<void(SavedView&)> look, QWidget* parent = nullptr);

signals:
    /// The filter of the workspace is already that of the view; columns and order are to follow.
    void chosen(const gridwarden::app::SavedView& view);

private:
    void fill();
    void addView(const QString& name, const core::Result<SavedView>& view, const char* group);
    void use(const SavedView& view);
    void save();
    void rename(const core::CaseView& view);
    void remove(const core::CaseView& view);
    [[nodiscard]] core::Day today() const;

    Workspace& m_workspace;
    std::function<void(SavedView&)> m_look;
    std::vector<core::CaseView> m_own; ///< those of the district when the menu was last filled
};

} // namespace gridwarden::app
