// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/case_store.h"

class QToolButton;
class QWidget;

namespace gridwarden::app {

/// A button that shows a photo small, or a paper by the sign and the name of its type.
[[nodiscard]] QToolButton* makePhotoTile(const core::Photo& photo, QWidget* parent);

} // namespace gridwarden::app
