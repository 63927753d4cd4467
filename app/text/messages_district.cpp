// SPDX-License-Identifier: GPL-3.0-or-later
// Areas, people, the calendar and the lists, and what their editors do.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    // Areas, people, calendar, lists
    {"area-unknown", QT_TRANSLATE_NOOP("Message", "There is no area %1.")},
    {"area-code-missing", QT_TRANSLATE_NOOP("Message", "An area needs a code.")},
    {"area-code-taken", QT_TRANSLATE_NOOP("Message", "There already is an area of this kind with the code %2 (%1) on some of these days. End it first or choose another code."), "area_kinds -"},
    {"area-code-repeated", QT_TRANSLATE_NOOP("Message", "The code %1 is used by several areas.")},
    {"area-ends-before-start", QT_TRANSLATE_NOOP("Message", "The area %1 would end before it starts.")},
    {"area-own-parent", QT_TRANSLATE_NOOP("Message", "An area cannot lie in itself.")},
    {"area-no-shape", QT_TRANSLATE_NOOP("Message", "The area %1 has no shape.")},
    {"area-outside-parent", QT_TRANSLATE_NOOP("Message", "The area %1 extends beyond %2 by %3 m².")},
    {"cover-gap", QT_TRANSLATE_NOOP("Message", "A gap of %1 m² is in no area.")},
    {"cover-overlap", QT_TRANSLATE_NOOP("Message", "%1 and %2 overlap by %3 m².")},
    {"ring-invalid", QT_TRANSLATE_NOOP("Message", "The outline crosses or touches itself (%1, %2, %3).")},
    {"membership-orphan", QT_TRANSLATE_NOOP("Message", "The membership %1 (table area_member) names an area that does not exist.")},
    {"code-taken", QT_TRANSLATE_NOOP("Message", "The code %1 is taken already.")},
    {"person-unknown", QT_TRANSLATE_NOOP("Message", "There is no person %1.")},
    {"duty-incomplete", QT_TRANSLATE_NOOP("Message", "A duty needs an area and a person.")},
    {"duty-ends-before-start", QT_TRANSLATE_NOOP("Message", "The duty would end before it starts.")},
    {"post-without-name", QT_TRANSLATE_NOOP("Message", "A guard post needs a name beside its place.")},
    {"certificate-incomplete", QT_TRANSLATE_NOOP("Message", "A certificate needs a kind.")},
    {"certificate-ends-before-start", QT_TRANSLATE_NOOP("Message", "The certificate “%1” would end before it starts.")},
    {"certificate-orphan", QT_TRANSLATE_NOOP("Message", "The certificate %1 (table person_certificate) names a person who does not exist, or ends before it begins.")},
    {"duty-rules-unreadable", QT_TRANSLATE_NOOP("Message", "The rules of duties cannot be read at “%1”.")},
    {"duties-in-order", QT_TRANSLATE_NOOP("Message", "From %1 to %2 nothing is wrong with the duties.")},
    {"weekdays-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” are no days of the week. Write them as 1-5 or Mon-Fri.")},
    {"clock-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is no time of day. Write it as 08:00; the end of the day is 24:00.")},
    {"person-ambiguous", QT_TRANSLATE_NOOP("Message", "Several people are called %1. Give the code of the person.")},
    {"duty-there-already", QT_TRANSLATE_NOOP("Message", "This duty is there already.")},
    {"roster-needs", QT_TRANSLATE_NOOP("Message", "The table has no column “%1” (%2).")},
    {"duty-without-weekday", QT_TRANSLATE_NOOP("Message", "Choose at least one weekday.")},
    {"service-hours-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” are no hours to be covered. Write them as 1-5 07:00-19:00.")},
    {"certificate-rule-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” says no certificate of a role. Write it as role: certificate.")},
    {"duty-orphan", QT_TRANSLATE_NOOP("Message", "The duty %1 (table duty) names a person or an area that does not exist.")},
    {"calendar-empty", QT_TRANSLATE_NOOP("Message", "The calendar has no working period.")},
    {"calendar-unreadable", QT_TRANSLATE_NOOP("Message", "The calendar cannot be read at %1.")},
    {"calendar-year-missing", QT_TRANSLATE_NOOP("Message", "The calendar has no holidays for %1 yet: deadlines across holidays are doubtful.")},
    {"category-missing", QT_TRANSLATE_NOOP("Message", "Choose a category.")},
    {"category-is-group", QT_TRANSLATE_NOOP("Message", "%1 is a class; choose a category in it.")},
    {"category-unknown", QT_TRANSLATE_NOOP("Message", "The category %1 is not known here.")},
    {"category-incomplete", QT_TRANSLATE_NOOP("Message", "A category needs a standard, a code and a name (%1).")},
    {"category-key-taken", QT_TRANSLATE_NOOP("Message", "There already is a category %1.")},
    {"limit-not-positive", QT_TRANSLATE_NOOP("Message", "The limit has to be more than zero.")},
    {"limit-unreadable", QT_TRANSLATE_NOOP("Message", "The limit of %2 in %1 cannot be read.")},
    {"source-incomplete", QT_TRANSLATE_NOOP("Message", "A source needs a key and a name.")},
    {"source-unknown", QT_TRANSLATE_NOOP("Message", "The source %1 is not known here.")},
    {"number-pattern-wrong", QT_TRANSLATE_NOOP("Message", "The pattern for case numbers is not usable: %1")},
    // Labels of the district's editors
    {"add-category", QT_TRANSLATE_NOOP("Message", "Add category %1")},
    {"edit-category", QT_TRANSLATE_NOOP("Message", "Change category %1")},
    {"edit-calendar", QT_TRANSLATE_NOOP("Message", "Change the working calendar")},
    {"add-source", QT_TRANSLATE_NOOP("Message", "Add source %1")},
    {"edit-source", QT_TRANSLATE_NOOP("Message", "Change source %1")},
    {"order-sources", QT_TRANSLATE_NOOP("Message", "Move source %1")},
    {"add-organisation", QT_TRANSLATE_NOOP("Message", "Add organisation %1")},
    {"edit-organisation", QT_TRANSLATE_NOOP("Message", "Change organisation %1")},
    {"add-person", QT_TRANSLATE_NOOP("Message", "Add person %1")},
    {"edit-person", QT_TRANSLATE_NOOP("Message", "Change person %1")},
    {"add-duty", QT_TRANSLATE_NOOP("Message", "Add duty of %1 for %2")},
    {"edit-duty", QT_TRANSLATE_NOOP("Message", "Change duty of %1 for %2")},
    {"import-duties", QT_TRANSLATE_NOOP("Message", "Import %1 duties from %2")},
    {"edit-duty-rules", QT_TRANSLATE_NOOP("Message", "Change the rules of duties")},
    {"copy-duty-week", QT_TRANSLATE_NOOP("Message", "Copy the duties of the week of %1 to that of %2")},
    {"remove-duty", QT_TRANSLATE_NOOP("Message", "Remove duty of %1 for %2")},
};

} // namespace

std::span<const Sentence> districtSentences() {
    return Sentences;
}

} // namespace gridwarden::app
