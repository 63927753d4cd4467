// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/photo_note.h"

namespace gridwarden::core {

namespace {

std::optional<Moment> handlingBefore(const CaseRecord& record, StepId photoStep) {
    std::optional<Moment> handled;
    for (const Step& step : record.steps) {
        if (step.kind == StepKind::Handle || step.kind == StepKind::SelfHandle)
            handled = step.at;
        if (step.id == photoStep)
            break;
    }
    return handled ? handled : record.derived.handled; // which an import may have given
}

} // namespace

PhotoNote photoNote(const CaseRecord& record, const Photo& photo) {
    PhotoNote note;
    Moment event = record.derived.reported;
    if (photo.kind == "after")
        if (const auto handled = handlingBefore(record, photo.step)) {
            note.event = PhotoNote::Event::Handling;
            event = *handled;
        }
    if (photo.taken)
        note.after = *photo.taken - event;
    note.hasPlace = photo.place.has_value();
    if (photo.place && record.derived.place)
        note.metres = distanceMetres(*photo.place, *record.derived.place);
    return note;
}

} // namespace gridwarden::core
