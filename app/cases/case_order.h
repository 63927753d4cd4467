// SPDX-License-Identifier: GPL-3.0-or-later
// The order of cases by each column of the case table.
#pragma once

#include "app/cases/case_columns.h"
#include "core/case_actions.h"

#include <functional>

namespace gridwarden::app {

/// Sorting by some columns reads every text from the file, so it is done for this many cases at most.
inline constexpr std::size_t MostRowsByText = 200'000;
[[nodiscard]] bool isSortedByText(CaseColumn column);

/// What is to be ordered and how, as of one moment; may be taken to another thread.
struct CaseOrderWish {
    std::shared_ptr<const core::CaseFacts> facts;
    std::shared_ptr<const core::Selection> rows; ///< of the facts
    CaseColumn column = CaseColumn::Reported;
    Qt::SortOrder order = Qt::DescendingOrder;
    core::Moment asOf;
    std::shared_ptr<const core::AreaRegister> areas;
    std::shared_ptr<const core::CategoryRegister> categories;
    std::shared_ptr<const core::PeopleRegister> people;
    std::vector<QString> sourceNames; ///< by CaseFacts::sources()
    std::filesystem::path district;
    std::size_t numbers = 0; ///< another one: the order of the case numbers may be another
    std::size_t number = 0;  ///< in the order of asking
};

/// Orders selections. Keeps the order of the case numbers between calls.
class CaseOrder {
  public:
    /// Rows in order; what has no value comes last either way, equal ones stay in the order of the facts.
    /// `connect` is asked for a connection where the file has to be read. Errors: Database; those of `connect`.
    /// \pre at most MostRowsByText rows where isSortedByText(column)
    using Connect = std::function<core::Result<core::Connection*>()>;
    [[nodiscard]] core::Result<core::Selection> sorted(const CaseOrderWish& wish, const Connect& connect);

  private:
    core::Result<void> rankNumbers(const CaseOrderWish& wish, const Connect& connect);
    std::vector<std::uint32_t> m_numberRanks; ///< by row of the facts
    std::size_t m_numbers = 0;
};

} // namespace gridwarden::app
