// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/publishing.h"

namespace gridwarden::app {

using namespace core;

Result<PublicationId> publishIn(District& district, const Actor& actor, const Publication& publication) {
    Result<PublicationId> id;
    const auto done = district.change(publicationLabel(publication), actor, [&](Change& change) -> Result<void> {
        id = publish(change, publication);
        return id ? Result<void>() : fail(id);
    });
    return done ? id : fail(done);
}

} // namespace gridwarden::app
