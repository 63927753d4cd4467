// SPDX-License-Identifier: GPL-3.0-or-later
// What an official document begins and ends with: issuer mark, number, title, addressee; annex names, signature, imprint.
#pragma once

#include "app/report/flow.h"
#include "app/report/official_document.h"
#include "app/report/official_lines.h"

namespace gridwarden::app {

/// Where name and date of a signature stand.
struct SetSignature {
    std::vector<SetLine> names; ///< a long name takes several lines
    SetLine date;
};
/// With a seal the name is centred on the date, which stands four characters in from the right; without one the name stands two characters in and the date begins
/// two characters further in than it.
[[nodiscard]] SetSignature setSignature(const DocumentSignature& signature, core::Language language);

/// Points: as large as fits the width in one line; a long one takes several lines of the smallest size.
[[nodiscard]] double issuerMarkSize(const OfficialDocument& document);

/// Down to the addressee.
[[nodiscard]] Flow officialOpening(const OfficialDocument& document);
/// The first lines of an annex: its label and its title.
[[nodiscard]] Flow annexOpening(const OfficialDocument& document, std::size_t annex);
/// The names of the annexes and the signature; stays together with what is before it.
[[nodiscard]] Flow officialEnding(const OfficialDocument& document);
/// \pre the document has one
[[nodiscard]] Piece officialImprint(const OfficialDocument& document);

} // namespace gridwarden::app
