// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/passphrase_fields.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "core/store/seal.h"

#include <QFormLayout>
#include <QLineEdit>

namespace gridwarden::app {

QLineEdit* makePassphraseLine(const QString& name, QWidget* parent) {
    QLineEdit* const line = makeLine(name, parent);
    line->setEchoMode(QLineEdit::Password);
    line->setMinimumWidth(240);
    return line;
}

core::Secret takeSecret(QLineEdit* line) {
    core::Secret secret = core::Secret::from(line->text().toStdString());
    line->clear();
    return secret;
}

NewPassphrase::NewPassphrase(QWidget* parent)
    : QWidget(parent), m_first(makePassphraseLine(QStringLiteral("newPassphrase"), this)), m_again(makePassphraseLine(QStringLiteral("newPassphraseAgain"), this)) {
    auto* const form = makeForm(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("New passphrase"), m_first);
    form->addRow(tr("Once more"), m_again);
    for (QLineEdit* const line : {m_first, m_again})
        connect(line, &QLineEdit::textChanged, this, &NewPassphrase::edited);
}

QString NewPassphrase::fault() const {
    if (m_first->text().toUcs4().size() < core::LeastPassphraseLength)
        return text(core::Message{"passphrase-too-short", {std::to_string(core::LeastPassphraseLength)}});
    return m_first->text() == m_again->text() ? QString() : text(core::Message{"passphrases-differ", {}});
}

core::Secret NewPassphrase::take() {
    m_again->clear();
    return takeSecret(m_first);
}

} // namespace gridwarden::app
