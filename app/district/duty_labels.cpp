// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/duty_labels.h"

#include "app/text/message_text.h"

#include <nlohmann/json.hpp>

namespace gridwarden::app {

DutyLabels dutyLabels(const core::District& district) {
    const auto own = nlohmann::json::parse(district.setting("duty_labels", "{}"), nullptr, false);
    DutyLabels labels;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto found = own.is_object() ? own.find(DutyLabelKeys[i]) : own.end();
        labels[i] = found != own.end() && found->is_string() ? QString::fromStdString(found->get<std::string>())
                                                             : word("duty_labels", DutyLabelKeys[i]);
    }
    return labels;
}

std::string dutyLabelsText(const DutyLabels& labels) {
    nlohmann::json own = nlohmann::json::object();
    for (std::size_t i = 0; i < labels.size(); ++i)
        if (const QString label = labels[i].trimmed(); !label.isEmpty() && label != word("duty_labels", DutyLabelKeys[i]))
            own[DutyLabelKeys[i]] = label.toStdString();
    return own.dump();
}

} // namespace gridwarden::app
