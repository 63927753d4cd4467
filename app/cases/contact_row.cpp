// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/contact_row.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QToolButton>

namespace gridwarden::app {

namespace {

struct ContactWords {
    Q_DECLARE_TR_FUNCTIONS(ContactRow)
};

QToolButton* makeButton(const QString& name, const char* iconName, const QString& text, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setIcon(icon(QLatin1String(iconName)));
    button->setText(text);
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tip);
    return button;
}

} // namespace

QWidget* makeContactRow(Unsealing& unsealing, core::CaseId id, QWidget* parent) {
    const auto stored = unsealing.stored(id);
    if (!stored)
        return nullptr;
    auto* row = new QWidget(parent);
    row->setObjectName(QStringLiteral("contact"));
    auto* line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(SmallGap);
    const core::Contact contact = unsealing.contact(id);
    auto* words = makeLabel(contact.isEmpty() ? ContactWords::tr("sealed")
                                              : QString::fromStdString(contact.reporter + (contact.reporter.empty() || contact.phone.empty() ? "" : " · ") + contact.phone),
                            TextSize::Body, /*isMuted=*/contact.isEmpty(), row);
    words->setObjectName(QStringLiteral("contactText"));
    words->setWordWrap(true);
    if (!contact.isEmpty())
        words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->addWidget(words, 1);
    if (contact.isEmpty()) {
        auto* show = makeButton(QStringLiteral("showContact"), "lock", ContactWords::tr("Show …"),
                                ContactWords::tr("Asks for the passphrase; the history notes who looked."), row);
        QObject::connect(show, &QToolButton::clicked, &unsealing, &Unsealing::unsealWanted);
        line->addWidget(show);
    } else if (stored->isSealed()) {
        auto* close = makeButton(QStringLiteral("sealAgain"), "lock-open", {}, ContactWords::tr("Seal again"), row);
        QObject::connect(close, &QToolButton::clicked, &unsealing, &Unsealing::sealAgain);
        line->addWidget(close, 0, Qt::AlignTop);
    } else {
        auto* protect = makeButton(QStringLiteral("protectContact"), "lock-open", {}, ContactWords::tr("Not protected yet. Protect personal data …"), row);
        QObject::connect(protect, &QToolButton::clicked, &unsealing, &Unsealing::protectionWanted);
        line->addWidget(protect, 0, Qt::AlignTop);
    }
    return row;
}

} // namespace gridwarden::app
