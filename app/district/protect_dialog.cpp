// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/protect_dialog.h"

#include "app/district/erasure_job.h"
#include "app/district/form_fields.h"
#include "app/district/passphrase_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "core/store/recovery_code.h"

#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

QVBoxLayout* makeColumn(QWidget* page) {
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    return column;
}

QString codeText(const core::NewSeal& seal) { return QString::fromUtf8(seal.recoveryCode.view().data(), static_cast<qsizetype>(seal.recoveryCode.size())); }

} // namespace

ProtectDialog::ProtectDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_unsealing(unsealing), m_jobs(jobs), m_pages(new QStackedWidget(this)), m_fault(makeNote({}, this)), m_go(nullptr) {
    setObjectName(QStringLiteral("protectDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Protect personal data"));
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(12);
    m_pages->addWidget(buildFirst());
    m_pages->addWidget(buildSecond());
    column->addWidget(m_pages, 1);
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->hide();
    column->addWidget(m_fault);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_go = buttons->addButton(tr("Next"), QDialogButtonBox::AcceptRole);
    m_go->setObjectName(QStringLiteral("go"));
    m_go->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &ProtectDialog::next);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_passphrase, &NewPassphrase::edited, m_fault, &QWidget::hide);
    connect(m_typed, &QLineEdit::textChanged, this, &ProtectDialog::checkCode);
    connect(&workspace, &Workspace::districtClosed, this, &QDialog::reject);
    setMinimumWidth(520);
}

QWidget* ProtectDialog::buildFirst() {
    auto* const page = new QWidget(m_pages);
    QVBoxLayout* const column = makeColumn(page);
    column->addWidget(makeNote(tr("Names and telephone numbers of reporters are sealed in this file, its history and its backups. Everything else works as before, "
                                  "and new ones can be entered without the passphrase; it is only asked for to read them."),
                               page));
    column->addWidget(makeNote(tr("What was reported with a name before now can no longer be undone, and copies kept elsewhere stay as they are."), page));
    m_passphrase = new NewPassphrase(page);
    column->addWidget(m_passphrase);
    column->addStretch();
    return page;
}

QWidget* ProtectDialog::buildSecond() {
    auto* const page = new QWidget(m_pages);
    QVBoxLayout* const column = makeColumn(page);
    column->addWidget(makeNote(tr("This recovery code sets a new passphrase when the old one is lost. Keep it on paper, apart from this computer. It is not shown again, "
                                  "and without passphrase and code nobody can read the data."),
                               page));
    m_code = new QLabel(page);
    m_code->setObjectName(QStringLiteral("code"));
    QFont wide = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    wide.setPointSizeF(wide.pointSizeF() * 1.25);
    m_code->setFont(wide);
    m_code->setAlignment(Qt::AlignCenter);
    m_code->setFrameShape(QFrame::StyledPanel);
    m_code->setMargin(12);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(m_code);
    auto* const line = new QHBoxLayout;
    auto* const print = new QPushButton(icon(QLatin1String("printer")), tr("Print …"), page);
    connect(print, &QPushButton::clicked, this, &ProtectDialog::printCode);
    line->addStretch();
    line->addWidget(print);
    column->addLayout(line);
    m_typed = makeLine(QStringLiteral("typedCode"), page);
    m_typed->setPlaceholderText(tr("Type the code from the paper"));
    column->addWidget(m_typed);
    column->addStretch();
    return page;
}

void ProtectDialog::next() {
    if (m_pages->currentIndex() == 1) {
        protect();
        return;
    }
    if (const QString fault = m_passphrase->fault(); !fault.isEmpty()) {
        m_fault->setText(fault);
        m_fault->show();
        return;
    }
    struct Work {
        core::Secret passphrase;
        core::Result<core::NewSeal> seal = core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    };
    auto work = std::make_shared<Work>();
    work->passphrase = m_passphrase->take();
    m_go->setEnabled(false);
    m_passphrase->setEnabled(false);
    m_jobs.start(
        tr("Making the key"), [work](const Jobs::Progress&, std::stop_token) { work->seal = core::makeSeal(work->passphrase); },
        [work, dialog = QPointer<ProtectDialog>(this)] {
            if (!dialog)
                return;
            dialog->m_passphrase->setEnabled(true);
            dialog->m_go->setEnabled(true);
            if (!work->seal) {
                dialog->m_fault->setText(text(work->seal.error()));
                dialog->m_fault->show();
                return;
            }
            dialog->m_seal = std::make_shared<core::NewSeal>(std::move(*work->seal));
            dialog->showCode();
        });
}

void ProtectDialog::showCode() {
    // Four groups and three, so that the eye keeps its place.
    QStringList groups = codeText(*m_seal).split(QLatin1Char(' '));
    const QStringList first = groups.mid(0, 4);
    m_code->setText(first.join(QStringLiteral("   ")) + QLatin1Char('\n') + groups.mid(4).join(QStringLiteral("   ")));
    m_code->setMinimumHeight(m_code->sizeHint().height()); // all of it, whatever the size of the dialog
    m_go->setText(tr("Protect"));
    m_pages->setCurrentIndex(1);
    m_typed->setFocus();
    checkCode();
    layout()->activate();
    adjustSize();
}

void ProtectDialog::printCode() {
    QPrinter printer;
    QPrintDialog dialog(&printer, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    QPainter painter(&printer);
    const QString title = tr("Recovery code of the personal data of %1").arg(QString::fromStdString(m_workspace.district()->name()));
    painter.setFont(font());
    const int step = 3 * painter.fontMetrics().lineSpacing();
    painter.drawText(0, step, title);
    painter.setFont(m_code->font());
    painter.drawText(QRect(0, 2 * step, painter.viewport().width(), 2 * step), Qt::AlignLeft, m_code->text());
}

void ProtectDialog::checkCode() {
    if (!m_seal)
        return;
    const QString typed = m_typed->text();
    const auto read = core::readRecoveryCode(typed.toStdString());
    const auto wanted = core::readRecoveryCode(m_seal->recoveryCode.view());
    const bool fits = read && wanted && read->view() == wanted->view();
    m_go->setEnabled(fits);
    // Said as soon as it is a slip and not merely unfinished.
    const bool isSlip = !fits && !typed.isEmpty() && (read || read.error().what.key != "recovery-code-length");
    m_fault->setText(!isSlip ? QString() : read ? tr("That is another code.") : text(read.error()));
    m_fault->setVisible(isSlip);
}

void ProtectDialog::protect() {
    const auto seal = m_seal;
    accept();
    runErasure(
        m_workspace, tr("Protecting personal data"),
        [seal](core::District& district, const core::Actor& actor) { return core::protectPersonalData(district, actor, seal->keys); },
        [unsealing = QPointer<Unsealing>(&m_unsealing)](bool) {
            if (unsealing)
                emit unsealing->changed();
        });
}

void openProtectDialog(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent) {
    if (!workspace.canWrite() || unsealing.state() != SealState::Plain)
        return;
    auto* dialog = new ProtectDialog(workspace, unsealing, jobs, parent);
    dialog->open();
}

} // namespace gridwarden::app
