// SPDX-License-Identifier: GPL-3.0-or-later
// The recovery code in the form that is printed and typed: seven groups of four characters and a check character each,
// "7K3Q-X" …, 140 bits of chance. The letters I, L, O and U do not occur; read as what they look like.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <string_view>

namespace gridwarden::core {

inline constexpr int RecoveryGroups = 7;

/// A new code as printed: groups separated by blanks.
[[nodiscard]] Secret makeRecoveryCode();

/// The bare characters of a typed code, without check characters, in any case and spacing.
/// Errors: BadInput "recovery-code-length" {typed, wanted}, "recovery-code-wrong" {number of the first wrong group}.
[[nodiscard]] Result<Secret> readRecoveryCode(std::string_view typed);

} // namespace gridwarden::core
