// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/activity_kind_name.h"

namespace gridwarden::app {

QString kindName(const core::ActivityKind& kind, core::Language in) {
    const bool isEnglish = in == core::Language::English && !kind.english.empty();
    return QString::fromStdString(isEnglish ? kind.english : kind.name);
}

QString kindName(const core::ActivityLists& lists, const std::string& key, core::Language in) {
    const core::ActivityKind* const kind = lists.find(key);
    return kind == nullptr ? QString::fromStdString(key) : kindName(*kind, in);
}

} // namespace gridwarden::app
