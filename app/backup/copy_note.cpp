// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/copy_note.h"

#include "app/text/message_text.h"
#include "core/full_copy.h"

namespace gridwarden::app {

core::Result<void> noteFullCopy(Workspace& workspace, const QString& target) {
    if (workspace.isBusy())
        return core::fail(core::ErrorCode::Refused, workspace.whyBusy());
    return core::noteFullCopy(*workspace.district(), workspace.actor(), target.toStdString());
}

QString noteOrSay(Workspace& workspace, const QString& target) {
    if (workspace.district() != nullptr && noteFullCopy(workspace, target))
        return {};
    return text(core::Message{"copy-not-noted", {target.toStdString()}});
}

} // namespace gridwarden::app
