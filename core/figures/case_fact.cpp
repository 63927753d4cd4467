// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/case_fact.h"

namespace gridwarden::core {

namespace {

std::int64_t secondsOf(const std::optional<Moment>& time) {
    return time ? time->time_since_epoch().count() : 0;
}

} // namespace

CaseFact factOf(const DerivedCase& derived) {
    CaseFact fact;
    if (derived.place) {
        fact.longitude = derived.place->longitude;
        fact.latitude = derived.place->latitude;
    }
    fact.reported = derived.reported.time_since_epoch().count();
    fact.filed = secondsOf(derived.filed);
    fact.dispatched = secondsOf(derived.dispatched);
    fact.handled = secondsOf(derived.handled);
    fact.closed = secondsOf(derived.closed);
    fact.due = secondsOf(derived.due);
    fact.soon = secondsOf(derived.soon);
    fact.suspendedUntil = secondsOf(derived.suspendedUntil);
    fact.category = derived.category;
    fact.organisation = derived.handlerOrganisation;
    fact.person = derived.handlerPerson;
    fact.state = derived.state;
    fact.resumed = derived.resumed;
    fact.reworks = counted(derived.reworks);
    fact.extensions = counted(derived.extensions);
    fact.suspensions = counted(derived.suspensions);
    fact.appealGranted = derived.appealGranted;
    fact.selfHandled = derived.isSelfHandled;
    fact.forced = derived.isForced;
    fact.linked = !derived.linkedTo.isNull();
    fact.urgePending = derived.urgePending;
    return fact;
}

Lamp CaseFact::lampAt(Moment asOf) const {
    const CaseState current = stateAt(asOf);
    if (classOf(current) != CaseClass::Open)
        return Lamp::Grey;
    if (due == 0)
        return Lamp::None;
    if (isOverdueAt(asOf))
        return Lamp::Red;
    const std::int64_t at = asOf.time_since_epoch().count();
    return at > due || (soon != 0 && at > soon) ? Lamp::Yellow : Lamp::Green;
}

bool CaseFact::isOverdueAt(Moment asOf) const {
    if (due == 0 || appealGranted || asOf.time_since_epoch().count() <= due)
        return false;
    const CaseState current = stateAt(asOf);
    return current != CaseState::Suspended && classOf(current) == CaseClass::Open;
}

bool CaseFact::isLate() const {
    return due != 0 && closed > due && !appealGranted && classOf(state) == CaseClass::Closed;
}

} // namespace gridwarden::core
