// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/area_import_dialog.h"

#include "app/district/area_import_window.h"

namespace gridwarden::app {

void openAreaImport(Workspace& workspace, Jobs& jobs, QWidget* parent, const QString& file) {
    if (workspace.district() == nullptr)
        return;
    auto* const window = new AreaImportWindow(workspace, jobs, parent);
    window->setObjectName(QStringLiteral("areaImport"));
    window->show();
    window->raise();
    window->activateWindow();
    if (!file.isEmpty())
        window->openFile(file);
}

} // namespace gridwarden::app
