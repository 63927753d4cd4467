// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/check/reference_check.h"

#include <array>

namespace gridwarden::core {

namespace {

/// A query for the ids of wrong rows, the message that says so, and which columns name a case or an area to show.
struct Reference {
    const char* key;
    const char* sql; ///< id, case or NULL, area or NULL
    Remedy remedy;
    bool isFault = true;
};

constexpr std::array References = {
    Reference{"membership-orphan",
              "SELECT id, NULL, coalesce((SELECT id FROM area WHERE id = child), (SELECT id FROM area WHERE id = parent)) FROM area_member "
              "WHERE child NOT IN (SELECT id FROM area) OR parent NOT IN (SELECT id FROM area)",
              Remedy::Restore},
    Reference{"succession-orphan",
              "SELECT id, NULL, coalesce((SELECT id FROM area WHERE id = successor), (SELECT id FROM area WHERE id = predecessor)) FROM "
              "area_succession WHERE predecessor NOT IN (SELECT id FROM area) OR successor NOT IN (SELECT id FROM area)",
              Remedy::Restore},
    Reference{"duty-orphan",
              "SELECT id, NULL, (SELECT id FROM area WHERE id = duty.area) FROM duty WHERE area NOT IN (SELECT id FROM area) OR person NOT IN "
              "(SELECT id FROM person)",
              Remedy::Edit},
    Reference{"certificate-orphan",
              "SELECT id, NULL, NULL FROM person_certificate WHERE person NOT IN (SELECT id FROM person) OR valid_to < valid_from", Remedy::Edit},
    Reference{"person-without-organisation",
              "SELECT id, NULL, NULL FROM person WHERE organisation IS NOT NULL AND organisation NOT IN (SELECT id FROM organisation)", Remedy::Edit},
    Reference{"contact-orphan", "SELECT person, NULL, NULL FROM person_contact WHERE person NOT IN (SELECT id FROM person)", Remedy::Restore},
    Reference{"organisation-without-parent",
              "SELECT id, NULL, NULL FROM organisation WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM organisation)", Remedy::Edit},
    Reference{"limit-orphan", "SELECT id, NULL, NULL FROM limit_rule WHERE category NOT IN (SELECT id FROM category)", Remedy::Restore},
    Reference{"category-without-parent",
              "SELECT id, NULL, NULL FROM category WHERE parent IS NOT NULL AND parent NOT IN (SELECT id FROM category)", Remedy::Edit},
    Reference{"case-without-category-row",
              "SELECT id, id, NULL FROM case_report WHERE category IS NOT NULL AND category NOT IN (SELECT id FROM category)", Remedy::Restore},
    Reference{"case-without-batch", "SELECT id, id, NULL FROM case_report WHERE batch IS NOT NULL AND batch NOT IN (SELECT id FROM journal)",
              Remedy::Restore},
    Reference{"step-without-batch", "SELECT id, case_id, NULL FROM step WHERE batch IS NOT NULL AND batch NOT IN (SELECT id FROM journal)",
              Remedy::Restore},
    Reference{"category-without-batch", "SELECT id, NULL, NULL FROM category WHERE batch IS NOT NULL AND batch NOT IN (SELECT id FROM journal)",
              Remedy::Restore},
    Reference{"step-without-person", "SELECT id, case_id, NULL FROM step WHERE person IS NOT NULL AND person NOT IN (SELECT id FROM person)",
              Remedy::Restore},
    Reference{"reporter-orphan", "SELECT case_id, NULL, NULL FROM case_contact WHERE case_id NOT IN (SELECT id FROM case_report)", Remedy::Restore},
    Reference{"reporter-not-sealed", "SELECT case_id, case_id, NULL FROM case_contact WHERE sealed IS NULL AND EXISTS (SELECT 1 FROM seal_key)",
              Remedy::Restore},
    Reference{"activity-without-kind", "SELECT id, NULL, NULL FROM activity WHERE kind NOT IN (SELECT key FROM activity_kind)", Remedy::Edit},
    Reference{"activity-orphan",
              "SELECT id, NULL, NULL FROM activity WHERE (category IS NOT NULL AND category NOT IN (SELECT id FROM category)) OR (person IS NOT NULL AND person "
              "NOT IN (SELECT id FROM person)) OR (organisation IS NOT NULL AND organisation NOT IN (SELECT id FROM organisation))",
              Remedy::Restore},
    Reference{"activity-time-wrong", "SELECT id, NULL, NULL FROM activity WHERE last < first", Remedy::Edit},
    Reference{"activity-plan-orphan",
              "SELECT id, NULL, NULL FROM activity_plan WHERE kind NOT IN (SELECT key FROM activity_kind) OR (person IS NOT NULL AND person NOT IN (SELECT id FROM "
              "person)) OR (organisation IS NOT NULL AND organisation NOT IN (SELECT id FROM organisation)) OR json_valid(recurrence) = 0",
              Remedy::Edit},
    Reference{"dispatch-rule-orphan",
              "SELECT id, NULL, NULL FROM dispatch_rule WHERE (category IS NOT NULL AND category NOT IN (SELECT id FROM category)) OR (area IS NOT NULL AND area "
              "NOT IN (SELECT id FROM area)) OR (organisation IS NOT NULL AND organisation NOT IN (SELECT id FROM organisation)) OR (person IS NOT NULL AND person "
              "NOT IN (SELECT id FROM person)) OR (organisation IS NULL AND person IS NULL)",
              Remedy::Edit},
    Reference{"absence-orphan",
              "SELECT id, NULL, NULL FROM absence WHERE person NOT IN (SELECT id FROM person) OR (substitute IS NOT NULL AND substitute NOT IN (SELECT id FROM "
              "person)) OR last < first",
              Remedy::Edit},
    Reference{"inbox-item-orphan",
              "SELECT rowid, NULL, NULL FROM inbox_item WHERE decision NOT IN ('accepted', 'linked', 'refused') OR (case_id IS NOT NULL AND case_id NOT IN (SELECT "
              "id FROM case_report))",
              Remedy::Restore},
    Reference{"link-orphan",
              "SELECT case_id, case_id, NULL FROM case_state WHERE linked_to IS NOT NULL AND linked_to NOT IN (SELECT id FROM case_report)", Remedy::Restore},
    Reference{"photo-orphan", "SELECT id, NULL, NULL FROM photo WHERE case_id NOT IN (SELECT id FROM case_report)", Remedy::Restore},
    Reference{"photo-without-step", "SELECT id, case_id, NULL FROM photo WHERE step IS NOT NULL AND step NOT IN (SELECT id FROM step)",
              Remedy::Restore},
    Reference{"entry-without-target", "SELECT sequence, NULL, NULL FROM journal WHERE target IS NOT NULL AND target NOT IN (SELECT id FROM journal)",
              Remedy::Restore},
    Reference{"touch-orphan", "SELECT DISTINCT entry, NULL, NULL FROM journal_touch WHERE entry NOT IN (SELECT id FROM journal)", Remedy::Restore},
    Reference{"number-twice", "SELECT number, max(id), NULL FROM case_report GROUP BY number HAVING count(*) > 1", Remedy::None, false},
};

} // namespace

Result<void> checkReferences(CheckRun& run) {
    const auto keys = run.connection().each("PRAGMA foreign_key_check", {}, [&](const Row& row) {
        run.fault({"foreign-key-broken", {row.text(0), row.text(1), row.text(2)}}, Remedy::Repair); // only the tables of the GeoPackage have them
        return true;
    });
    if (!keys)
        return keys;
    for (std::size_t i = 0; i < References.size(); ++i) {
        const Reference& reference = References[i];
        const auto read = run.connection().each(reference.sql, {}, [&](const Row& row) {
            const Message what{reference.key, {row.text(0)}};
            if (reference.isFault)
                run.fault(what, reference.remedy, row.id<CaseId>(1), row.id<AreaId>(2));
            else
                run.note(what, reference.remedy, row.id<CaseId>(1), row.id<AreaId>(2));
            return true;
        });
        if (!read)
            return read;
        if (auto going = run.reached(static_cast<double>(i + 1) / References.size()); !going)
            return going;
    }
    return {};
}

} // namespace gridwarden::core
