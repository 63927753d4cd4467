// SPDX-License-Identifier: GPL-3.0-or-later
// The language of a paper.
#pragma once

#include "core/base/words.h"

#include <QComboBox>

namespace gridwarden::app {

class LanguageBox : public QComboBox {
    Q_OBJECT
public:
    explicit LanguageBox(QWidget* parent = nullptr);
    [[nodiscard]] core::Language language() const;
};

} // namespace gridwarden::app
