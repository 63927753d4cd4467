// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backup/copy_note.h"

#include "app/text/message_text.h"
#include "core/full_copy.h"

namespace gridwarden::app {

QString noteFullCopy(Workspace& workspace, const QString& target) {
    core::District* const district = workspace.isBusy() ? nullptr : workspace.district();
    const auto unnoted = core::noteFullCopy(district, workspace.actor(), target.toStdString());
    return unnoted ? text(*unnoted) : QString();
}

Notice copyNotice(const QString& made, const QString& unnoted) {
    Notice notice;
    notice.kind = unnoted.isEmpty() ? NoticeKind::Note : NoticeKind::Warning;
    notice.text = unnoted.isEmpty() ? made : made + u' ' + unnoted;
    return notice;
}

} // namespace gridwarden::app
