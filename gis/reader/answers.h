// SPDX-License-Identifier: GPL-3.0-or-later
// What the reader is asked for. Each takes its question from `wire` and sends its answer, but for an error.
#pragma once

#include "gis/reader/connection.h"

namespace gridwarden::gis {

/// What a file holds.
[[nodiscard]] core::Result<void> answerDescribe(Connection& connection, WireReader& wire);
/// The rows of one layer as text, from first to last.
[[nodiscard]] core::Result<void> answerRows(Connection& connection, WireReader& wire);
/// The shapes of one layer in map coordinates.
[[nodiscard]] core::Result<void> answerShapes(Connection& connection, WireReader& wire);
/// All that one feature says.
[[nodiscard]] core::Result<void> answerAttributes(Connection& connection, WireReader& wire);
/// An image, then pictures of it for as long as they are asked for.
[[nodiscard]] core::Result<void> answerImage(Connection& connection, WireReader& wire);
/// Makes the overviews of an image in a file of the reader's folder and says its name.
[[nodiscard]] core::Result<void> answerOverviews(Connection& connection, WireReader& wire);
/// The pixels of a picture that came as bytes.
[[nodiscard]] core::Result<void> answerPicture(Connection& connection, WireReader& wire);

} // namespace gridwarden::gis
