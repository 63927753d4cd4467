// SPDX-License-Identifier: GPL-3.0-or-later
// Lines in which a passphrase is typed unseen, and what they have in common.
#pragma once

#include "core/base/secret.h"

#include <QWidget>

class QLineEdit;

namespace gridwarden::app {

[[nodiscard]] QLineEdit* makePassphraseLine(const QString& name, QWidget* parent);
/// Takes the text over; the line is emptied.
[[nodiscard]] core::Secret takeSecret(QLineEdit* line);

/// A new passphrase, typed twice.
class NewPassphrase : public QWidget {
    Q_OBJECT
  public:
    explicit NewPassphrase(QWidget* parent);
    /// Why it cannot be used yet; empty: it can.
    [[nodiscard]] QString fault() const;
    [[nodiscard]] core::Secret take();

  signals:
    void edited();

  private:
    QLineEdit* m_first;
    QLineEdit* m_again;
};

} // namespace gridwarden::app
