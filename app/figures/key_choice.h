// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>
#include <functional>
#include <string>
#include <vector>

namespace gridwarden::app {

/// A button that shows which of many keys are chosen, and opens the list of them.
class KeyChoice : public QPushButton {
    Q_OBJECT
  public:
    struct Entry {
        std::string key;
        QString label;
        QString heading = {}; ///< under which it stands; empty: none
        QString search = {};  ///< other words under which it is found
    };
    /// \param none what no choice means, for instance "any"; \param offer asked each time the list opens
    KeyChoice(const QString& name, const QString& none, std::function<std::vector<Entry>()> offer, QWidget* parent);
    void setKeys(std::vector<std::string> keys);
    [[nodiscard]] const std::vector<std::string>& keys() const { return m_keys; }

  signals:
    void chosen();

  private:
    void open();
    void showLabels();
    QString m_none;
    std::function<std::vector<Entry>()> m_offer;
    std::vector<std::string> m_keys;
};

} // namespace gridwarden::app
