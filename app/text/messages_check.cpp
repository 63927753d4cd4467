// SPDX-License-Identifier: GPL-3.0-or-later
// The check of a district and its repair.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"findings-more", QT_TRANSLATE_NOOP("Message", "… and %1 more of the same kind.")},
    {"remedy-repair", QT_TRANSLATE_NOOP("Message", "Repair rebuilds this.")},
    {"remedy-restore", QT_TRANSLATE_NOOP("Message", "It has to come from a backup made before the damage: restore one.")},
    {"remedy-put-back", QT_TRANSLATE_NOOP("Message", "Put the file back into the folder beside the district, from a backup of it.")},
    {"remedy-edit", QT_TRANSLATE_NOOP("Message", "Set it right in the district's lists.")},
    {"check-part-failed", QT_TRANSLATE_NOOP("Message", "The check of “%1” could not be finished: %2"), "check_parts key"},
    {"schema-missing", QT_TRANSLATE_NOOP("Message", "%1 “%2” is missing in the file."), "schema_objects -"},
    {"schema-altered", QT_TRANSLATE_NOOP("Message", "%1 “%2” was altered by another program."), "schema_objects -"},
    {"schema-trigger", QT_TRANSLATE_NOOP("Message", "The trigger “%1” was added to the table “%2” and would write past the journal.")},
    {"schema-foreign", QT_TRANSLATE_NOOP("Message", "%1 “%2” was added by another program and does no harm."), "schema_objects -"},
    {"geopackage-mark", QT_TRANSLATE_NOOP("Message", "The file's mark %1 is %2 instead of %3: other programs may not know it for a GeoPackage.")},
    {"geopackage-system-missing", QT_TRANSLATE_NOOP("Message", "The coordinate system %1 is missing in gpkg_spatial_ref_sys.")},
    {"geopackage-system-altered", QT_TRANSLATE_NOOP("Message", "The coordinate system %1 in gpkg_spatial_ref_sys was altered.")},
    {"geopackage-layer-missing", QT_TRANSLATE_NOOP("Message", "The layer “%1” is missing in gpkg_contents: other programs do not see it.")},
    {"geopackage-layer-altered", QT_TRANSLATE_NOOP("Message", "The entry of the layer “%1” in gpkg_contents was altered.")},
    {"geopackage-layer-without-table", QT_TRANSLATE_NOOP("Message", "gpkg_contents names “%1”, of which there is no table.")},
    {"geopackage-extent-wrong", QT_TRANSLATE_NOOP("Message", "The extent of the layer “%1” in gpkg_contents leaves out what it holds.")},
    {"geopackage-geometry-missing", QT_TRANSLATE_NOOP("Message", "The layer “%1” is missing in gpkg_geometry_columns.")},
    {"geopackage-geometry-altered", QT_TRANSLATE_NOOP("Message", "The entry of the layer “%1” in gpkg_geometry_columns was altered.")},
    {"geopackage-geometry-without-table", QT_TRANSLATE_NOOP("Message", "gpkg_geometry_columns names “%1”, of which there is no table.")},
    {"foreign-key-broken", QT_TRANSLATE_NOOP("Message", "Row %2 of the table “%1” names a row of “%3” that does not exist.")},
    {"succession-orphan", QT_TRANSLATE_NOOP("Message", "The succession %1 (table area_succession) names an area that does not exist.")},
    {"person-without-organisation", QT_TRANSLATE_NOOP("Message", "The person %1 (table person) belongs to an organisation that does not exist.")},
    {"contact-orphan", QT_TRANSLATE_NOOP("Message", "A telephone number (table person_contact) belongs to a person that does not exist (%1).")},
    {"organisation-without-parent", QT_TRANSLATE_NOOP("Message", "The organisation %1 (table organisation) belongs to one that does not exist.")},
    {"limit-orphan", QT_TRANSLATE_NOOP("Message", "The time limit %1 (table limit_rule) belongs to a category that does not exist.")},
    {"category-without-parent", QT_TRANSLATE_NOOP("Message", "The category %1 (table category) stands under one that does not exist.")},
    {"case-without-category-row", QT_TRANSLATE_NOOP("Message", "The case %1 (table case_report) has a category that does not exist.")},
    {"case-without-batch", QT_TRANSLATE_NOOP("Message", "The case %1 (table case_report) says it came with an import that is not in the journal.")},
    {"step-without-batch", QT_TRANSLATE_NOOP("Message", "The step %1 (table step) says it came with an import that is not in the journal.")},
    {"category-without-batch", QT_TRANSLATE_NOOP("Message", "The category %1 (table category) says it came with an import that is not in the journal.")},
    {"step-without-person", QT_TRANSLATE_NOOP("Message", "The step %1 (table step) was taken by a person who is not in the register.")},
    {"photo-without-step", QT_TRANSLATE_NOOP("Message", "The photo %1 (table photo) belongs to a step that does not exist.")},
    {"entry-without-target", QT_TRANSLATE_NOOP("Message", "Journal entry %1 takes back one that does not exist.")},
    {"touch-orphan", QT_TRANSLATE_NOOP("Message", "The journal's list of records (table journal_touch) names entry %1, which does not exist.")},
    {"counter-low", QT_TRANSLATE_NOOP("Message", "The counter of case numbers %1 stands at %2, but number %3 was given out.")},
    {"desk-unknown", QT_TRANSLATE_NOOP("Message", "Records were made by desk %1, which the file does not know (table desk).")},
    {"desk-last-id-low", QT_TRANSLATE_NOOP("Message", "Desk %1 (table desk) has given out more ids than it remembers.")},
    {"desk-number-wrong", QT_TRANSLATE_NOOP("Message", "There is a desk with the impossible number %1 (table desk).")},
    {"id-out-of-range", QT_TRANSLATE_NOOP("Message", "The table %1 has a row with the impossible id %2.")},
    {"area-geometry-broken", QT_TRANSLATE_NOOP("Message", "The shape of area %1 %2 (table area): %3"), "- - key"},
    {"area-row-kind-unknown", QT_TRANSLATE_NOOP("Message", "The area %1 (table area) is of the unknown kind “%2”.")},
    {"geometry-header-wrong", QT_TRANSLATE_NOOP("Message", "its header is not that of a GeoPackage geometry.")},
    {"geometry-system-wrong", QT_TRANSLATE_NOOP("Message", "it is in another coordinate system than CGCS2000.")},
    {"geometry-envelope-wrong", QT_TRANSLATE_NOOP("Message", "its envelope does not fit.")},
    {"geometry-ring-open", QT_TRANSLATE_NOOP("Message", "a ring is not closed.")},
    {"geometry-ring-short", QT_TRANSLATE_NOOP("Message", "a ring has fewer than four points.")},
    {"geometry-place-impossible", QT_TRANSLATE_NOOP("Message", "a vertex is not on the earth.")},
    {"case-state-missing", QT_TRANSLATE_NOOP("Message", "The state of case %1 is missing (table case_state).")},
    {"case-without-steps", QT_TRANSLATE_NOOP("Message", "The case %1 has no steps (table step).")},
    {"step-kind-unknown", QT_TRANSLATE_NOOP("Message", "There is no kind of step %1.")},
    {"photo-file-altered", QT_TRANSLATE_NOOP("Message", "The photo “%1” of case %3 is not the one that was added: the file %2 was altered.")},
    {"photo-hash-wrong", QT_TRANSLATE_NOOP("Message", "The photo “%1” of case %3 names an impossible file (%2).")},
    {"photo-thumbnail-missing", QT_TRANSLATE_NOOP("Message", "The photo “%1” of case %2 has no small picture.")},
    {"photo-file-unused", QT_TRANSLATE_NOOP("Message", "The file %1 beside the district belongs to no case at present; it may belong to something undone.")},
    {"repaired-indexes", QT_TRANSLATE_NOOP("Message", "The indexes were made anew.")},
    {"repaired-trigger", QT_TRANSLATE_NOOP("Message", "The trigger “%1” was removed.")},
    {"repaired-object", QT_TRANSLATE_NOOP("Message", "%1 “%2” was made anew."), "schema_objects -"},
    {"repaired-mark", QT_TRANSLATE_NOOP("Message", "The mark %1 was set.")},
    {"repaired-geopackage", QT_TRANSLATE_NOOP("Message", "The entry of “%1” for other programs was set right.")},
    {"repaired-states", QT_TRANSLATE_NOOP("Message", "States derived again from their steps: %1.")},
    {"words-missing", QT_TRANSLATE_NOOP("Message", "%1 cases are missing in the index of words and cannot be found by their texts.")},
    {"repaired-words", QT_TRANSLATE_NOOP("Message", "The index of words was made anew.")},
    {"repaired-counter", QT_TRANSLATE_NOOP("Message", "The counter %1 was set to %2.")},
    {"repaired-desk", QT_TRANSLATE_NOOP("Message", "What desk %1 has given out was set right.")},
    {"repaired-thumbnails", QT_TRANSLATE_NOOP("Message", "Small pictures made: %1.")},
    {"repair-nothing", QT_TRANSLATE_NOOP("Message", "There is nothing to repair.")},
    {"repair-district", QT_TRANSLATE_NOOP("Message", "Repair the district")},
    {"rebuild-thumbnails", QT_TRANSLATE_NOOP("Message", "Make missing small pictures of photos")},
    {"report-font-missing", QT_TRANSLATE_NOOP("Message", "The font %1 is not installed; without it the report cannot be set. Install it.")},
    {"official-faces-replaced",
     QT_TRANSLATE_NOOP("Message", "Faces that official documents are set in are not installed (%1); %2 is used in their place.")},
    {"official-ending-unknown", QT_TRANSLATE_NOOP("Message", "An official document is written into a .pdf or an .odt file, its tables into an .xlsx file, not into %1.")},
    {"zip-too-large", QT_TRANSLATE_NOOP("Message", "The document is too large for its kind of file.")},
    {"report-no-areas", QT_TRANSLATE_NOOP("Message", "There is no area to report on. Import or draw grids, or choose areas.")},
    {"report-period-reversed", QT_TRANSLATE_NOOP("Message", "The period ends (%2) before it begins (%1).")},
    {"printer-failed", QT_TRANSLATE_NOOP("Message", "The printer did not take the pages. Check that it is on and connected.")},
};

} // namespace

std::span<const Sentence> checkSentences() {
    return Sentences;
}

} // namespace gridwarden::app
