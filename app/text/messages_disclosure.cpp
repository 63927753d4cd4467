// SPDX-License-Identifier: GPL-3.0-or-later
// Handing out without personal data, the account that goes with it, and full copies.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"full-copy", QT_TRANSLATE_NOOP("Message", "Full copy of the district to %1, with %2 cases")},
    {"copy-not-noted", QT_TRANSLATE_NOOP("Message", "The copy %1 does not stand in the history, because the district cannot be written now.")},
    {"disclosure-rules-unknown", QT_TRANSLATE_NOOP("Message", "There are no rules for handing out called %1, and no such file. Name public, partner or a file.")},
    {"disclosure-rules-unreadable", QT_TRANSLATE_NOOP("Message", "These are no rules for handing out: a JSON object is expected.")},
    {"disclosure-member-unknown", QT_TRANSLATE_NOOP("Message", "The rules have a member %1 that is not known. It is not passed over, because more would be handed out than was meant.")},
    {"disclosure-member-missing", QT_TRANSLATE_NOOP("Message", "The rules do not say %1.")},
    {"disclosure-value-refused", QT_TRANSLATE_NOOP("Message", "The rules cannot have %2 for %1.")},
    {"disclosure-table-too-large", QT_TRANSLATE_NOOP("Message", "The table has %1 numbers, and at most %2 can be looked through for small ones. Count by fewer things.")},
    {"disclosure-table-too-wide", QT_TRANSLATE_NOOP("Message", "The table has %1 columns, and at most %2 can be written. Name the key with fewer values second.")},
    {"disclosure-by-person", QT_TRANSLATE_NOOP("Message", "These rules do not tell the names of people, so counts by handler are not handed out. Count by organisation.")},
    {"handout-format-unknown", QT_TRANSLATE_NOOP("Message", "Cases are handed out as .csv, .xlsx, .geojson or .gpkg, not as %1.")},
    {"handout-counts-format", QT_TRANSLATE_NOOP("Message", "Counts are handed out as .csv or .xlsx, not as %1.")},
    {"disclosure-of", QT_TRANSLATE_NOOP("Message", "From the district %1, by the rules “%2”.")},
    {"disclosure-as-of", QT_TRANSLATE_NOOP("Message", "As of %1.")},
    {"disclosure-head", QT_TRANSLATE_NOOP("Message", "State of the district's history: %1")},
    {"disclosure-records", QT_TRANSLATE_NOOP("Message", "Cases: %1.")},
    {"disclosure-counted", QT_TRANSLATE_NOOP("Message", "Cases that were counted: %1.")},
    {"disclosure-contacts", QT_TRANSLATE_NOOP("Message", "Names and telephone numbers of reporters are left out. Cases that have them: %1.")},
    {"disclosure-masked-identity", QT_TRANSLATE_NOOP("Message", "Identity numbers masked in texts: %1.")},
    {"disclosure-masked-mobile", QT_TRANSLATE_NOOP("Message", "Mobile numbers masked in texts: %1.")},
    {"disclosure-masked-landline", QT_TRANSLATE_NOOP("Message", "Other telephone numbers masked in texts: %1.")},
    {"disclosure-masked-plate", QT_TRANSLATE_NOOP("Message", "Number plates masked in texts: %1.")},
    {"disclosure-masked-email", QT_TRANSLATE_NOOP("Message", "E-mail addresses masked in texts: %1.")},
    {"disclosure-masked-name", QT_TRANSLATE_NOOP("Message", "Names of people the district knows, masked in texts: %1.")},
    {"disclosure-masked-house-number", QT_TRANSLATE_NOOP("Message", "House numbers masked in texts: %1.")},
    {"disclosure-masked-nothing", QT_TRANSLATE_NOOP("Message", "Nothing had to be masked in texts.")},
    {"disclosure-descriptions-left-out", QT_TRANSLATE_NOOP("Message", "Descriptions left out: %1.")},
    {"disclosure-addresses-left-out", QT_TRANSLATE_NOOP("Message", "Addresses left out: %1.")},
    {"disclosure-names-sealed", QT_TRANSLATE_NOOP("Message", "Sealed reporters, whose names were not looked for in texts: %1.")},
    {"disclosure-read-texts", QT_TRANSLATE_NOOP("Message", "Names that stand on no list, numbers spelt in words and what a description tells otherwise are not found by the program. Read the texts before they are published.")},
    {"disclosure-people-names", QT_TRANSLATE_NOOP("Message", "The bureau's people are told by name. Cases that name one: %1.")},
    {"disclosure-people-codes", QT_TRANSLATE_NOOP("Message", "The bureau's people are told by their codes and not by name. Cases that have one: %1.")},
    {"disclosure-people-roles", QT_TRANSLATE_NOOP("Message", "The bureau's people are told by their roles and not by name. Cases that have one: %1.")},
    {"disclosure-people-nobody", QT_TRANSLATE_NOOP("Message", "The bureau's people are left out, their organisation is told. Cases that have one: %1.")},
    {"disclosure-places-lattice", QT_TRANSLATE_NOOP("Message", "Places made coarser, to the middle of a square of %2 m: %1.")},
    {"disclosure-places-grid", QT_TRANSLATE_NOOP("Message", "Places made coarser, to the middle of the grid: %1.")},
    {"disclosure-places-left-out", QT_TRANSLATE_NOOP("Message", "Places left out: %1.")},
    {"disclosure-places-exact", QT_TRANSLATE_NOOP("Message", "Places told exactly: %1.")},
    {"disclosure-times-days", QT_TRANSLATE_NOOP("Message", "Times are told as days.")},
    {"disclosure-times-exact", QT_TRANSLATE_NOOP("Message", "Times are told to the minute.")},
    {"disclosure-pictures", QT_TRANSLATE_NOOP("Message", "Photos, written anew without what a camera wrote into them: %1. What they show was not looked at.")},
    {"disclosure-pictures-left-out", QT_TRANSLATE_NOOP("Message", "Photos left out: %1.")},
    {"disclosure-papers-left-out", QT_TRANSLATE_NOOP("Message", "Papers left out: %1.")},
    {"disclosure-all-counts", QT_TRANSLATE_NOOP("Message", "All numbers are told, small ones too.")},
    {"disclosure-small-cells", QT_TRANSLATE_NOOP("Message", "Numbers told as <%2 because they are smaller: %1. Withheld (■), so that these cannot be worked out from the totals: %3.")},
    {"disclosure-other-tables", QT_TRANSLATE_NOOP("Message", "This holds for this table alone: together with other tables of the same cases more can be worked out.")},
};

} // namespace

std::span<const Sentence> disclosureSentences() {
    return Sentences;
}

} // namespace gridwarden::app
