// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/border_editing.h"

#include "app/district/area_revision_dialog.h"
#include "app/map/area_edit_bar.h"
#include "app/map/area_editing.h"

namespace gridwarden::app {

namespace {

core::Message labelOf(AreaEditKind kind) {
    switch (kind) {
    case AreaEditKind::Draw:
        return {"areas-drawn", {}};
    case AreaEditKind::Split:
        return {"areas-split", {}};
    case AreaEditKind::Merge:
        return {"areas-merged", {}};
    case AreaEditKind::Reshape:
    case AreaEditKind::Vertices:
        break;
    }
    return {"areas-reshaped", {}};
}

core::AreaRevision revisionOf(core::AreaKind kind, const gis::CoverEdit& edit) {
    core::AreaRevision revision;
    revision.kind = kind;
    for (const gis::CoverEdit::Changed& changed : edit.changed)
        revision.changed.push_back({changed.id, changed.shape});
    for (const gis::CoverEdit::Changed& noded : edit.noded)
        revision.noded.push_back({noded.id, noded.shape});
    revision.ended = edit.ended;
    for (const gis::CoverEdit::Added& added : edit.added)
        revision.added.push_back({added.shape, {}, {}, added.from});
    return revision;
}

} // namespace

void addBorderEditing(MapWidget& map, QWidget* window) {
    new AreaEditBar(map);
    AreaEditing& editing = map.areaEditing();
    QObject::connect(&editing, &AreaEditing::confirmWanted, window, [&map, &editing, window](AreaEditKind kind, const gis::CoverEdit& edit) {
        openAreaRevision(map.workspace(), revisionOf(editing.areaKind(), edit), labelOf(kind).key, [&editing] { editing.clear(); }, window);
    });
}

} // namespace gridwarden::app
