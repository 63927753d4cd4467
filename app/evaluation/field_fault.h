// SPDX-License-Identifier: GPL-3.0-or-later
// A sentence under the field of a form that cannot stay as it is.
#pragma once

#include <QLabel>
#include <QPointer>

class QFormLayout;

namespace gridwarden::app {

class FieldFault {
public:
    explicit FieldFault(QWidget* page);
    /// Under the field, or nowhere where it is null or in no form of the page; what was said before goes.
    void say(QWidget* field, const QString& sentence);
    void clear() { say(nullptr, {}); }

private:
    QWidget* m_page;
    QLabel* m_label;
    QPointer<QFormLayout> m_form; ///< in which the label stands; null: it is not shown
};

} // namespace gridwarden::app
