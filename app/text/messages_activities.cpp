// SPDX-License-Identifier: GPL-3.0-or-later
// Activities.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"add-activity", QT_TRANSLATE_NOOP("Message", "Count %1")},
    {"edit-activity", QT_TRANSLATE_NOOP("Message", "Change the activity %1")},
    {"remove-activity", QT_TRANSLATE_NOOP("Message", "Remove the activity %1")},
    {"confirm-activity", QT_TRANSLATE_NOOP("Message", "Confirm the planned %1")},
    {"import-activities", QT_TRANSLATE_NOOP("Message", "Import %1 activities from %2")},
    {"add-activity-kind", QT_TRANSLATE_NOOP("Message", "Add kind of activity %1")},
    {"edit-activity-kind", QT_TRANSLATE_NOOP("Message", "Change kind of activity %1")},
    {"order-activity-kinds", QT_TRANSLATE_NOOP("Message", "Move kind of activity %1")},
    {"add-activity-plan", QT_TRANSLATE_NOOP("Message", "Plan %1")},
    {"edit-activity-plan", QT_TRANSLATE_NOOP("Message", "Change the plan %1")},
    {"remove-activity-plan", QT_TRANSLATE_NOOP("Message", "Remove the plan %1")},
    {"recurrence-unreadable", QT_TRANSLATE_NOOP("Message", "On which days something comes again cannot be read: %1")},
    {"activity-kind-unknown", QT_TRANSLATE_NOOP("Message", "There is no kind of activity %1. Add it to the list, or choose another one.")},
    {"activity-kind-incomplete", QT_TRANSLATE_NOOP("Message", "A kind of activity needs a key, a name and a unit.")},
    {"activity-plan-incomplete", QT_TRANSLATE_NOOP("Message", "A plan needs a kind, a unit and the days on which it comes again.")},
    {"activity-quantity-wrong", QT_TRANSLATE_NOOP("Message", "The quantity has to be a number that is not negative.")},
    {"activity-quantity-missing", QT_TRANSLATE_NOOP("Message", "How many? Type the quantity.")},
    {"activity-people-wrong", QT_TRANSLATE_NOOP("Message", "The number of people cannot be negative.")},
    {"activity-ends-before-start", QT_TRANSLATE_NOOP("Message", "The end lies before the beginning.")},
    {"activity-point-wrong", QT_TRANSLATE_NOOP("Message", "The place is not on the earth.")},
    {"activity-unknown", QT_TRANSLATE_NOOP("Message", "The activity is not there any more.")},
    {"activity-plan-unknown", QT_TRANSLATE_NOOP("Message", "The plan is not there any more.")},
    {"activity-confirmed-already", QT_TRANSLATE_NOOP("Message", "This is confirmed for that day already.")},
    {"activity-without-kind", QT_TRANSLATE_NOOP("Message", "The kind of activity %1 (table activity) is not in the list.")},
    {"activity-orphan", QT_TRANSLATE_NOOP("Message", "Activity %1 (table activity) names a category, a person or an organisation that does not exist.")},
    {"activity-time-wrong", QT_TRANSLATE_NOOP("Message", "Activity %1 (table activity) ends before it begins.")},
    {"activity-plan-orphan", QT_TRANSLATE_NOOP("Message", "Plan %1 (table activity_plan) names something that does not exist, or its days cannot be read.")},
    {"activity-imported-already", QT_TRANSLATE_NOOP("Message", "This row has been imported before.")},
    {"activities-too-many", QT_TRANSLATE_NOOP("Message", "The table has more than %1 rows; split it.")},
    {"row-is-total", QT_TRANSLATE_NOOP("Message", "“%1” is a total of other rows and was left out.")},
    {"quantity-about", QT_TRANSLATE_NOOP("Message", "“%1” is an approximate number; it counts as written.")},
    {"quantity-missing", QT_TRANSLATE_NOOP("Message", "The quantity is missing.")},
    {"people-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is not a number of people.")},
    {"day-missing", QT_TRANSLATE_NOOP("Message", "The day is missing. Where cells were merged, fill them from above.")},
    {"organisation-unknown", QT_TRANSLATE_NOOP("Message", "There is no organisation %1.")},
};

} // namespace

std::span<const Sentence> activitiesSentences() {
    return Sentences;
}

} // namespace gridwarden::app
