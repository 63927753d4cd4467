// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/case_state.h"

namespace gridwarden::core {

namespace {

constexpr std::array<std::string_view, 9> CaseStateKeys = {"reported", "filed",     "handling",    "handled", "closed",
                                                           "rejected", "suspended", "transferred", "void"};
constexpr std::array<std::string_view, 5> LampKeys = {"none", "green", "yellow", "red", "grey"};

} // namespace

std::string_view caseStateKey(CaseState state) {
    return CaseStateKeys[static_cast<std::size_t>(state) - 1];
}

std::optional<CaseState> caseStateFromKey(std::string_view key) {
    for (std::size_t i = 0; i < CaseStateKeys.size(); ++i)
        if (CaseStateKeys[i] == key)
            return static_cast<CaseState>(i + 1);
    return std::nullopt;
}

std::string_view lampKey(Lamp lamp) {
    return LampKeys[static_cast<std::size_t>(lamp)];
}

std::optional<Lamp> lampFromKey(std::string_view key) {
    for (std::size_t i = 0; i < LampKeys.size(); ++i)
        if (LampKeys[i] == key)
            return static_cast<Lamp>(i);
    return std::nullopt;
}

CaseClass classOf(CaseState state) {
    switch (state) {
    case CaseState::Reported:
    case CaseState::Filed:
    case CaseState::Handling:
    case CaseState::Handled:
    case CaseState::Suspended:
        return CaseClass::Open;
    case CaseState::Closed:
    case CaseState::Rejected:
    case CaseState::Transferred:
        return CaseClass::Closed;
    case CaseState::Void:
        break;
    }
    return CaseClass::Void;
}

bool hasTransition(StepKind kind, CaseState state) {
    switch (kind) {
    case StepKind::Report:
        return false;
    case StepKind::Import:
        return true;
    case StepKind::VerifyBefore:
    case StepKind::SelfHandle:
    case StepKind::File:
    case StepKind::Reject:
        return state == CaseState::Reported;
    case StepKind::Dispatch:
        return state == CaseState::Filed || state == CaseState::Handling;
    case StepKind::Return:
    case StepKind::Handle:
    case StepKind::Extend:
        return state == CaseState::Handling;
    case StepKind::CheckAfter:
    case StepKind::Rework:
    case StepKind::Close:
        return state == CaseState::Handled;
    case StepKind::ForceClose:
    case StepKind::Urge:
        return classOf(state) == CaseClass::Open;
    case StepKind::Reopen:
        return classOf(state) == CaseClass::Closed;
    case StepKind::Suspend:
        return state == CaseState::Filed || state == CaseState::Handling;
    case StepKind::Resume:
        return state == CaseState::Suspended;
    case StepKind::Appeal:
        return state == CaseState::Closed;
    case StepKind::Transfer:
        return state == CaseState::Reported || state == CaseState::Filed || state == CaseState::Handling;
    case StepKind::Correct:
    case StepKind::Link:
    case StepKind::Void:
        break;
    }
    return state != CaseState::Void;
}

} // namespace gridwarden::core
