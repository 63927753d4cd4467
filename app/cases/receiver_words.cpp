// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/receiver_words.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace gridwarden::app {

QString whyReceiver(const core::Receiver& receiver) {
    QStringList reasons;
    for (const core::Message& reason : receiver.why)
        reasons << text(reason);
    return reasons.join(QCoreApplication::translate("ReceiverWords", "; "));
}

} // namespace gridwarden::app
