// SPDX-License-Identifier: GPL-3.0-or-later
// Whether personal data are plain, sealed or open in this window. The open key is forgotten after a quarter of an hour, with
// "Seal again" and with the district.
#pragma once

#include "app/workspace/workspace.h"
#include "core/personal_data.h"

#include <QTimer>

namespace gridwarden::app {

enum class SealState { Plain, Sealed, Open };

class Unsealing : public QObject {
    Q_OBJECT
  public:
    explicit Unsealing(Workspace& workspace, QObject* parent = nullptr);
    [[nodiscard]] SealState state() const;
    /// What is known about the reporter of a case, as it lies in the file. \pre a district is open and not busy
    [[nodiscard]] std::optional<core::StoredContact> stored(core::CaseId id) const;
    /// Empty when there is none or it is sealed.
    [[nodiscard]] core::Contact contact(core::CaseId id) const;
    /// The keys in the file; none while nothing is protected.
    [[nodiscard]] std::optional<core::SealKeys> keys() const;
    /// Writes into the journal who unseals and keeps the key. False after a fault that is said.
    bool open(core::UnsealKey key);
    void sealAgain();
    /// The open key, for setting another passphrase; null while sealed.
    [[nodiscard]] const core::UnsealKey* key() const { return m_key.get(); }
    /// The same for work beside the window, which may end after it is sealed again.
    [[nodiscard]] std::shared_ptr<const core::UnsealKey> sharedKey() const { return m_key; }

  signals:
    void changed();
    void unsealWanted();     ///< somebody wants to see: ask for the passphrase
    void protectionWanted(); ///< somebody wants to protect what is plain

  private:
    Workspace& m_workspace;
    std::shared_ptr<const core::UnsealKey> m_key;
    QTimer m_forget;
};

} // namespace gridwarden::app
