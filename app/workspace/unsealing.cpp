// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/unsealing.h"

namespace gridwarden::app {

Unsealing::Unsealing(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    constexpr std::chrono::minutes QuarterOfAnHour{15};
    m_forget.setSingleShot(true);
    m_forget.setInterval(QuarterOfAnHour);
    connect(&m_forget, &QTimer::timeout, this, &Unsealing::sealAgain);
    connect(&workspace, &Workspace::districtClosed, this, &Unsealing::sealAgain);
}

std::optional<core::SealKeys> Unsealing::keys() const {
    if (m_workspace.district() == nullptr || m_workspace.isBusy())
        return std::nullopt;
    return core::loadSealKeys(m_workspace.district()->connection()).value_or(std::nullopt);
}

SealState Unsealing::state() const {
    if (m_key)
        return SealState::Open;
    return keys() ? SealState::Sealed : SealState::Plain;
}

std::optional<core::StoredContact> Unsealing::stored(core::CaseId id) const {
    return core::loadContact(m_workspace.district()->connection(), id).value_or(std::nullopt);
}

core::Contact Unsealing::contact(core::CaseId id) const {
    const auto found = stored(id);
    if (!found)
        return {};
    if (!found->isSealed())
        return found->plain;
    return m_key ? core::openContact(*found, *m_key).value_or(core::Contact()) : core::Contact();
}

bool Unsealing::open(core::UnsealKey key) {
    if (m_workspace.district() == nullptr || m_workspace.isBusy())
        return false;
    if (const auto noted = core::noteAccess(*m_workspace.district(), m_workspace.actor(), {"unseal-personal-data", {}}); !noted) {
        m_workspace.notifyFault(noted.error());
        return false;
    }
    m_key = std::make_shared<const core::UnsealKey>(std::move(key));
    m_forget.start();
    emit changed();
    return true;
}

void Unsealing::sealAgain() {
    m_forget.stop();
    if (!m_key)
        return;
    m_key.reset();
    emit changed();
}

} // namespace gridwarden::app
