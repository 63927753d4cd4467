// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/held_up.h"

#include "app/workspace/icon.h"
#include "core/base/text.h"
#include "core/store/file_holders.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QThread>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr std::chrono::milliseconds ShowAfter(1000);
constexpr std::chrono::milliseconds WorkerPatience(25000);

} // namespace

HeldUp::HeldUp(Workspace& workspace, QWidget* window) : QObject(window), m_workspace(workspace), m_window(window) {
    const auto follow = [this] {
        if (m_workspace.district() != nullptr)
            m_workspace.district()->connection().setPatience([this](std::chrono::milliseconds waited) { return wait(waited); });
    };
    connect(&workspace, &Workspace::districtOpened, this, follow);
    follow();
    connect(&workspace, &Workspace::changed, this, &HeldUp::end);
    connect(&workspace, &Workspace::noticePosted, this, &HeldUp::end);
}

HeldUp::~HeldUp() {
    if (m_workspace.district() != nullptr)
        m_workspace.district()->connection().setPatience({});
}

bool HeldUp::wait(std::chrono::milliseconds waited) {
    if (QThread::currentThread() != thread()) // a job has its own progress
        return waited < WorkerPatience && Jobs::goesOn();
    if (waited < ShowAfter)
        return true;
    if (m_dialog == nullptr)
        show();
    const auto programs = core::programsHolding(m_workspace.district()->path());
    m_who->setText(programs.empty() ? tr("It may be open on another computer.")
                                    : tr("In use by: %1").arg(QString::fromStdString(core::joined(programs, ", "))));
    // The dialog is modal: nothing else takes input while the change waits.
    QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    if (!m_givenUp)
        return true;
    end();
    return false;
}

void HeldUp::show() {
    m_givenUp = false;
    m_dialog = new QDialog(m_window);
    m_dialog->setObjectName(QStringLiteral("heldUp"));
    m_dialog->setWindowTitle(tr("Waiting to save"));
    m_dialog->setWindowModality(Qt::ApplicationModal);
    auto* const sign = new QLabel(m_dialog);
    sign->setPixmap(icon(QLatin1String("clock")).pixmap(32));
    auto* const what = new QLabel(tr("Another program is using the district's file. Your change waits and is saved as soon as that program is done."), m_dialog);
    what->setWordWrap(true);
    m_who = new QLabel(m_dialog);
    m_who->setObjectName(QStringLiteral("heldUpBy"));
    m_who->setWordWrap(true);
    auto* const buttons = new QDialogButtonBox(m_dialog);
    QPushButton* const giveUp = buttons->addButton(tr("Do not save"), QDialogButtonBox::RejectRole);
    giveUp->setObjectName(QStringLiteral("giveUp"));
    connect(buttons, &QDialogButtonBox::rejected, m_dialog, &QDialog::reject);
    connect(m_dialog, &QDialog::rejected, this, [this] { m_givenUp = true; });
    auto* const words = new QVBoxLayout;
    words->setSpacing(8);
    words->addWidget(what);
    words->addWidget(m_who);
    auto* const row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    auto* const column = new QVBoxLayout(m_dialog);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(16);
    column->addLayout(row);
    column->addWidget(buttons);
    m_dialog->setMinimumWidth(440);
    m_dialog->show();
}

void HeldUp::end() {
    if (m_dialog != nullptr)
        m_dialog->deleteLater();
    m_dialog.clear();
}

} // namespace gridwarden::app
