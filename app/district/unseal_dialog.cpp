// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/unseal_dialog.h"

#include "app/district/erasure_job.h"
#include "app/district/form_fields.h"
#include "app/district/passphrase_fields.h"
#include "app/text/message_text.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

UnsealDialog::UnsealDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, Purpose purpose, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_unsealing(unsealing), m_jobs(jobs), m_purpose(purpose), m_label(new QLabel(this)),
      m_known(makePassphraseLine(QStringLiteral("passphrase"), this)), m_byCode(new QCheckBox(tr("I have the recovery code only"), this)),
      m_new(new NewPassphrase(this)), m_fault(makeNote({}, this)), m_go(nullptr) {
    setObjectName(QStringLiteral("unsealDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    const bool shows = purpose == Purpose::Show;
    setWindowTitle(shows ? tr("Show personal data") : tr("Change the passphrase"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    column->addWidget(makeNote(shows ? tr("Names and telephone numbers of reporters are shown for a quarter of an hour. The history notes that %1 has unsealed them.")
                                           .arg(QString::fromStdString(workspace.actor().name))
                                     : tr("Whoever knows the new passphrase can read the personal data. It also takes effect in the backups."),
                               this));
    auto* const form = makeForm(nullptr);
    m_label->setBuddy(m_known);
    form->addRow(m_label, m_known);
    column->addLayout(form);
    m_byCode->setObjectName(QStringLiteral("byCode"));
    column->addWidget(m_byCode);
    column->addWidget(m_new);
    m_fault->setObjectName(QStringLiteral("fault"));
    column->addWidget(m_fault);
    column->addStretch();
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(shows ? tr("Show") : tr("Change"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &UnsealDialog::start);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_byCode, &QCheckBox::toggled, this, &UnsealDialog::follow);
    connect(m_known, &QLineEdit::textChanged, this, [this] { showFault({}); });
    connect(m_new, &NewPassphrase::edited, this, [this] { showFault({}); });
    connect(&workspace, &Workspace::districtClosed, this, &QDialog::reject);
    setMinimumWidth(440);
    follow();
}

bool UnsealDialog::wantsNew() const { return m_purpose == Purpose::Change || m_byCode->isChecked(); }

void UnsealDialog::follow() {
    const bool byCode = m_byCode->isChecked();
    m_label->setText(byCode ? tr("Recovery code") : tr("Passphrase"));
    m_known->setEchoMode(byCode ? QLineEdit::Normal : QLineEdit::Password);
    m_known->clear();
    m_new->setVisible(wantsNew());
    showFault({});
    m_known->setFocus();
    adjustSize();
}

void UnsealDialog::showFault(const QString& text) {
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void UnsealDialog::start() {
    const auto keys = m_unsealing.keys();
    if (!keys || !m_workspace.canWrite()) {
        showFault(keys ? text(core::Message{"district-read-only", {}}) : text(core::Message{"not-protected", {}}));
        return;
    }
    if (m_known->text().isEmpty() || (wantsNew() && !m_new->fault().isEmpty())) {
        showFault(m_known->text().isEmpty() ? text(core::Message{"passphrase-missing", {}}) : m_new->fault());
        return;
    }
    struct Work {
        core::SealKeys keys;
        core::Secret known, wanted;
        bool byCode;
        core::Result<core::UnsealKey> key = core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        std::optional<core::WrappedKey> wrapped;
    };
    auto work = std::make_shared<Work>();
    work->keys = *keys;
    work->byCode = m_byCode->isChecked();
    work->known = core::Secret::from(m_known->text().toStdString());
    if (wantsNew())
        work->wanted = m_new->take();
    m_go->setEnabled(false);
    m_jobs.start(
        tr("Checking the passphrase"),
        [work](const Jobs::Progress&, std::stop_token) {
            work->key = work->byCode ? core::openSealByCode(work->keys, work->known.view()) : core::openSeal(work->keys, work->known);
            if (!work->key || work->wanted.isEmpty())
                return;
            auto wrapped = work->key->wrapped(work->wanted, core::KeyEffort::moderate());
            if (wrapped)
                work->wrapped = std::move(*wrapped);
            else
                work->key = core::fail(wrapped);
        },
        [work, dialog = QPointer<UnsealDialog>(this)] {
            if (dialog)
                dialog->finish(std::move(work->key), std::move(work->wrapped));
        });
}

void UnsealDialog::finish(core::Result<core::UnsealKey> key, std::optional<core::WrappedKey> wrapped) {
    m_go->setEnabled(true);
    if (!key) {
        showFault(text(key.error()));
        m_known->selectAll();
        m_known->setFocus();
        return;
    }
    if (!m_workspace.canWrite())
        return;
    if (wrapped) {
        if (const auto changed = core::changePassphrase(*m_workspace.district(), m_workspace.actor(), *wrapped, m_byCode->isChecked()); !changed) {
            showFault(text(changed.error()));
            return;
        }
        m_workspace.notify(NoticeKind::Note, tr("The passphrase was changed."));
    }
    if (m_purpose == Purpose::Show)
        m_unsealing.open(std::move(*key));
    accept();
    if (wrapped) // the old passphrase must not open the backups
        runErasure(m_workspace, tr("Renewing the backups"), {});
}

void openUnsealDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, UnsealDialog::Purpose purpose, QWidget* parent) {
    if (!workspace.canWrite()) {
        workspace.notify(NoticeKind::Warning, UnsealDialog::tr("Personal data are only shown where the history can note it: open the district for writing."));
        return;
    }
    if (!unsealing.keys())
        return;
    auto* dialog = new UnsealDialog(workspace, unsealing, jobs, purpose, parent);
    dialog->open();
}

} // namespace gridwarden::app
