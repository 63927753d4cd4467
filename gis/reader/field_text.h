// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

class OGRFeature;

namespace gridwarden::gis {

/// A value as text without loss: numbers as short as they read back, dates in ISO form, lists as JSON.
[[nodiscard]] std::string valueText(const OGRFeature& feature, int field);

} // namespace gridwarden::gis
