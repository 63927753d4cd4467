// SPDX-License-Identifier: GPL-3.0-or-later
// What was published (发布), as it was then: rows that are written once and never changed.
#pragma once

#include "core/store/store.h"

namespace gridwarden::core {

using PublicationId = Id<struct PublicationTag>;

struct Publication {
    PublicationId id{};
    Moment at{};      ///< when it was published
    std::string kind; ///< "evaluation", "summary"
    std::string title;
    Period period{};
    std::string content{}; ///< JSON; left out of lists
};

/// Newest first, without contents; empty: of any kind. Errors: Database.
[[nodiscard]] Result<std::vector<Publication>> publications(Connection& connection, std::string_view kind = {});
/// Errors: NotFound "publication-unknown" {id}; Database.
[[nodiscard]] Result<Publication> loadPublication(Connection& connection, PublicationId id);
/// Of the change that publishes it: "publish-" with its kind {title}.
[[nodiscard]] Message publicationLabel(const Publication& publication);
/// Writes a new one at the moment of the change. Errors: BadInput "publication-without-title".
Result<PublicationId> publish(Change& change, const Publication& publication);

} // namespace gridwarden::core
