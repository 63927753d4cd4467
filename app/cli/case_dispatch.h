// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden case dispatch: many cases at once, by rules and duty or to one receiver.
#pragma once

#include "app/cli/verbs.h"
#include "core/district.h"

namespace gridwarden::app {

/// Whom --to names: a person or an organisation, by name or code. Errors: NotFound "receiver-unknown" {name}.
core::Result<void> addReceiver(const core::District& district, const std::string& name, core::StepDetail& detail);
void addCaseDispatchVerb(CLI::App& group, Command& command);

} // namespace gridwarden::app
