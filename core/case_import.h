// SPDX-License-Identifier: GPL-3.0-or-later
// Writing imported cases by the million: what follows from a case alone is worked out by one thread while another writes.
#pragma once

#include "core/case_actions.h"
#include "core/cases/case_number.h"
#include "core/figures/local_clock.h"
#include "core/store/bulk_statement.h"

namespace gridwarden::core {

/// A case of an import with what follows if it is new.
struct PreparedCase {
    ImportedCase given;
    StepDetail detail; ///< of its import step
    std::string detailText;
    std::string descriptionTerms, addressTerms; ///< for the index of words
    DerivedCase derived;
    AreaId grid; ///< of the day; null: outside
    seconds utcOffset;

    void setCategory(CategoryId category); ///< one without limits, made meanwhile
};

/// Works with snapshots of the registers, so that it may be used by another thread than the district's, one at a time.
class CasePreparer {
  public:
    CasePreparer(const District& district, Moment recorded);
    [[nodiscard]] PreparedCase prepare(ImportedCase given);

  private:
    std::shared_ptr<const AreaRegister> m_areas;
    std::shared_ptr<const CategoryRegister> m_categories;
    CalendarHistory m_calendars;
    LocalClock m_clock;
    Moment m_recorded;
};

/// Writes inside District::importBatch. With Update, a known number gets an `import` step with the new values.
class ImportWriter {
  public:
    /// Errors: Database.
    [[nodiscard]] static Result<ImportWriter> open(District& district, Change& change, OnDuplicate onDuplicate);
    struct Written {
        bool isNew;
        bool isOutside;
    };
    Result<Written> write(const PreparedCase& prepared);
    /// To be called after the last case.
    Result<void> finish();

  private:
    ImportWriter(District& district, Change& change, OnDuplicate onDuplicate, ContactWriter contacts, BulkStatement report, BulkStatement step,
                 BulkStatement state, BulkStatement words);
    Result<Written> insert(const PreparedCase& prepared);
    Result<Written> update(CaseId id, const PreparedCase& prepared);
    District& m_district;
    Change& m_change;
    OnDuplicate m_onDuplicate;
    ContactWriter m_contacts;
    NumberTaker m_numbers;
    BulkStatement m_report, m_step, m_state, m_words;
};

} // namespace gridwarden::core
