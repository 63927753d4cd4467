// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace gridwarden::gis {

/// Asked while a reader is waited for, some twenty times a second; false leaves it.
using GoOn = std::function<bool()>;

} // namespace gridwarden::gis
