// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of sources and the inbox.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"source-fields-unreadable", QT_TRANSLATE_NOOP("Message", "The fields of a source cannot be read: %1.")},
    {"source-field-incomplete", QT_TRANSLATE_NOOP("Message", "A field needs a name: %1.")},
    {"source-field-repeated", QT_TRANSLATE_NOOP("Message", "Two fields have the key %1.")},
    {"source-field-without-choices", QT_TRANSLATE_NOOP("Message", "“%1” is one of a list: say what can be chosen.")},
    {"source-field-unknown", QT_TRANSLATE_NOOP("Message", "This source has no field %1.")},
    {"source-field-missing", QT_TRANSLATE_NOOP("Message", "“%1” has to be filled in.")},
    {"field-not-a-number", QT_TRANSLATE_NOOP("Message", "%1: “%2” is not a number.")},
    {"field-not-a-day", QT_TRANSLATE_NOOP("Message", "%1: “%2” is not a day. Write it as 2026-11-21.")},
    {"field-not-a-time", QT_TRANSLATE_NOOP("Message", "%1: “%2” is not a time. Write it as 2026-11-21 09:30.")},
    {"field-not-yes-or-no", QT_TRANSLATE_NOOP("Message", "%1: “%2” is neither yes nor no.")},
    {"field-not-a-choice", QT_TRANSLATE_NOOP("Message", "%1: “%2” cannot be chosen. There are: %3.")},
    {"field-argument-unreadable", QT_TRANSLATE_NOOP("Message", "“%1” is not KEY=VALUE.")},
    {"inbox-accept", QT_TRANSLATE_NOOP("Message", "Accept %1 from the inbox")},
    {"inbox-accept-many", QT_TRANSLATE_NOOP("Message", "Accept %1 proposals from the inbox")},
    {"inbox-refuse", QT_TRANSLATE_NOOP("Message", "Refuse %1 from the inbox")},
    {"inbox-refuse-many", QT_TRANSLATE_NOOP("Message", "Refuse %1 proposals from the inbox")},
    {"inbox-folder", QT_TRANSLATE_NOOP("Message", "Watch the folder %1")},
    {"inbox-decided", QT_TRANSLATE_NOOP("Message", "%1 %2 was decided about already.")},
    {"inbox-refusal-needs-note", QT_TRANSLATE_NOOP("Message", "Say why nothing becomes of it.")},
    {"inbox-id-unknown", QT_TRANSLATE_NOOP("Message", "No proposal that waits begins with %1, or several do. An id has at least six characters.")},
    {"inbox-no-folder", QT_TRANSLATE_NOOP("Message", "The folder %1 is not there yet. Nothing waits.")},
    {"folder-unreadable", QT_TRANSLATE_NOOP("Message", "The folder %1 cannot be read. Check that it is connected and that you may read it.")},
    {"file-unmovable", QT_TRANSLATE_NOOP("Message", "The file %1 cannot be moved. Another program may be using it.")},
    {"inbox-link", QT_TRANSLATE_NOOP("Message", "A link to a file elsewhere; it is left alone. Put the file itself here.")},
    {"inbox-folder-inside", QT_TRANSLATE_NOOP("Message", "A folder; only files that lie here themselves are looked at.")},
    {"inbox-no-file", QT_TRANSLATE_NOOP("Message", "Not a file that can be read.")},
    {"inbox-unfinished", QT_TRANSLATE_NOOP("Message", "Its name says that it is still being written. It is looked at again.")},
    {"inbox-still-written", QT_TRANSLATE_NOOP("Message", "Still being written, it seems. It is looked at again.")},
    {"inbox-empty", QT_TRANSLATE_NOOP("Message", "The file is empty so far. It is looked at again.")},
    {"inbox-other-kind", QT_TRANSLATE_NOOP("Message", "Not a proposal: files %1 are left alone. Add it to a case instead.")},
    {"inbox-too-large", QT_TRANSLATE_NOOP("Message", "Not a proposal: %1 MB is more than the %2 MB that are read here.")},
    {"inbox-not-cases", QT_TRANSLATE_NOOP("Message", "Not a table of cases: there is no column for a category or a description.")},
    {"inbox-table-too-long", QT_TRANSLATE_NOOP("Message", "More than %1 rows. Import it with “Import cases”.")},
    {"inbox-more-remarks", QT_TRANSLATE_NOOP("Message", "%1 more rows have remarks.")},
    {"inbox-time-of-file", QT_TRANSLATE_NOOP("Message", "Its time is that of the file: %1.")},
    {"inbox-from-above", QT_TRANSLATE_NOOP("Message", "%1 is empty here; “%2” is what stands above it, as merged cells leave it.")},
    {"inbox-field-left-out", QT_TRANSLATE_NOOP("Message", "%1: “%2” does not fit the field and was left out.")},
    {"inbox-file-changed", QT_TRANSLATE_NOOP("Message", "%1 is not what was looked at any more. It is read anew; decide about it then.")},
    {"inbox-no-place", QT_TRANSLATE_NOOP("Message", "It has no place. It can be accepted so, or be given one with “Correct”.")},
    {"inbox-no-time", QT_TRANSLATE_NOOP("Message", "It says no time: the moment of accepting counts.")},
    {"inbox-says-nothing", QT_TRANSLATE_NOOP("Message", "It does not say what the matter is: choose a category with “Correct”.")},
    {"inbox-closed-there", QT_TRANSLATE_NOOP("Message", "It is closed there already (%1).")},
    {"inbox-media-elsewhere", QT_TRANSLATE_NOOP("Message", "What belongs to it lies at %1 and is not fetched.")},
    {"inbox-photo-missing", QT_TRANSLATE_NOOP("Message", "The photo %1 is not in the folder.")},
    {"inbox-photo-of-row", QT_TRANSLATE_NOOP("Message", "It belongs to %1, row %2, and is decided about with it.")},
    {"inbox-photo-of-decided-row", QT_TRANSLATE_NOOP("Message", "It belongs to %1, row %2, which was decided about without it.")},
    {"inbox-row-repeated", QT_TRANSLATE_NOOP("Message", "An earlier row of the file says exactly the same.")},
    {"inbox-repeats", QT_TRANSLATE_NOOP("Message", "%1 of its proposals stand in %2 as well and are shown there.")},
    {"open311-unreadable", QT_TRANSLATE_NOOP("Message", "These are no service requests that can be read (at %1).")},
    {"open311-too-many", QT_TRANSLATE_NOOP("Message", "There are more than %1 service requests. Divide the file.")},
    {"xml-unreadable", QT_TRANSLATE_NOOP("Message", "The XML is damaged or of a kind that is not read (line %1).")},
};

} // namespace

std::span<const Sentence> inboxSentences() {
    return Sentences;
}

} // namespace gridwarden::app
