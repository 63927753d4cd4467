// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace gridwarden::app {

/// The face in which the program's font shows a Chinese character here.
[[nodiscard]] QString chineseFace();

/// Chinese in the window and on the map stands in a sans-serif face, also where the system would take another one that has the characters, such as a Kai
/// face that is installed for documents. What the system chooses is left alone where it is sans-serif, and where there is no other face.
void preferSansForChinese();

} // namespace gridwarden::app
