// SPDX-License-Identifier: GPL-3.0-or-later
// The index of the words in descriptions and addresses of cases: what it holds, how it is kept, how it is asked.
#pragma once

#include "core/cases/case_state.h"
#include "core/store/store.h"

#include <string_view>
#include <vector>

namespace gridwarden::core {

/// The full-text table `case_words` holds terms (core/base/text_terms.h) and no texts. What is in it once is never taken out, so it
/// needs no old texts: a case whose text was corrected stands in `case_words_stale` as well and is looked at itself; one that was
/// undone is found and is nobody's.
inline constexpr const char* InsertWordsSql = "INSERT INTO case_words(rowid, description, address) VALUES (?,?,?)";

/// Brings the index in step with a case. \pre its state in the file is still the one before. Errors: Database.
Result<void> keepWords(Connection& connection, const CaseReport& report, const DerivedCase& derived);

/// Makes the whole index anew from the texts in the file. Errors: Database.
Result<void> rebuildWords(Connection& connection);

/// Cases in whose description, address or number each part of the text between blanks is found: Chinese anywhere, words and digits
/// from their beginning, numbers of cases by any part of them that has a digit. Signs are passed over. In ascending order of ids, each once; ids of cases that
/// were undone may be among them. Errors: Database.
[[nodiscard]] Result<std::vector<CaseId>> findText(Connection& connection, std::string_view text);

} // namespace gridwarden::core
