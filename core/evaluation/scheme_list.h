// SPDX-License-Identifier: GPL-3.0-or-later
// The schemes of a district: those that come with the program, and its own, which take the place of a shipped one with their key.
#pragma once

#include "core/evaluation/scheme.h"
#include "core/store/store.h"

namespace gridwarden::core {

struct ListedScheme {
    EvaluationScheme scheme;
    bool isOwn = false; ///< stands in the district
};

/// Those that come with the program, in the order of the files' names. Errors: those of the resources and of schemeFromJson.
[[nodiscard]] Result<std::vector<EvaluationScheme>> shippedSchemes();

/// The shipped ones, with the district's own in their places, then its further ones by key. An own one that cannot be read is an error with its key, because a
/// shipped one in its place would not be what the bureau chose. Errors: Database; those of shippedSchemes.
[[nodiscard]] Result<std::vector<ListedScheme>> evaluationSchemes(Connection& connection);
/// By its key, else by its Chinese or English name. Errors: NotFound "scheme-unknown" {name}; as above.
[[nodiscard]] Result<EvaluationScheme> findScheme(Connection& connection, std::string_view name);

/// Adds or rewrites by key. Errors: those of schemeFromJson, because it has to read back as it is.
Result<void> saveScheme(Change& change, const EvaluationScheme& scheme);
/// A shipped one with that key is in its place again; marks stay. Errors: NotFound "scheme-not-own" {key}.
Result<void> removeScheme(Change& change, std::string_view key);

} // namespace gridwarden::core
