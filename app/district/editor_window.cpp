// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/editor_window.h"

#include "app/cases/panel_text.h"
#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace gridwarden::app {

EditorWindow::EditorWindow(Workspace& workspace, const QString& title, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_content(new QVBoxLayout), m_buttons(new QHBoxLayout),
      m_fault(new QLabel(this)), m_discard(new QPushButton(tr("Discard"), this)), m_save(new QPushButton(tr("Save"), this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title + QStringLiteral("[*]"));
    m_fault->setObjectName(QStringLiteral("fault"));
    m_fault->setTextFormat(Qt::PlainText);
    m_fault->setWordWrap(true);
    m_fault->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextColour(m_fault, FaultColour);
    m_fault->hide();
    m_discard->setObjectName(QStringLiteral("discard"));
    m_discard->setToolTip(tr("Show again what is stored"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setIcon(icon(QLatin1String("check")));
    m_save->setToolTip(tr("Save (%1)").arg(QKeySequence(QKeySequence::Save).toString(QKeySequence::NativeText)));

    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(m_content, 1);
    column->addWidget(m_fault);
    auto* const row = new QHBoxLayout;
    row->addLayout(m_buttons);
    row->addStretch();
    row->addWidget(m_discard);
    row->addWidget(m_save);
    column->addLayout(row);

    connect(m_save, &QPushButton::clicked, this, [this] {
        showFault({});
        if (save())
            setChanged(false);
    });
    connect(m_discard, &QPushButton::clicked, this, [this] {
        showFault({});
        setChanged(false);
        discard();
    });
    connect(new QShortcut(QKeySequence::Save, this), &QShortcut::activated, m_save, &QPushButton::click);
    connect(&m_workspace, &Workspace::changed, this, [this](const core::Touched& touched) {
        if (concerns(touched) || touched.everything)
            refresh();
    });
    connect(&m_workspace, &Workspace::busyChanged, this, &EditorWindow::updateButtons);
    connect(&m_workspace, &Workspace::districtClosing, this, [this] {
        setChanged(false);
        close();
    });
    updateButtons();
}

void EditorWindow::watch(QWidget* form) {
    whenEdited(form, this, [this] { markChanged(); });
}

void EditorWindow::markChanged() {
    if (m_filling == 0)
        setChanged(true);
}

void EditorWindow::setChanged(bool changed) {
    m_isChanged = changed;
    if (!changed)
        showFault({});
    setWindowModified(changed);
    updateButtons();
}

void EditorWindow::updateButtons() {
    m_save->setEnabled(m_isChanged && m_workspace.canWrite());
    m_discard->setEnabled(m_isChanged);
    onWritableChanged(m_workspace.canWrite());
}

bool EditorWindow::write(const core::Message& label, const core::Store::Body& body) {
    showFault({});
    const auto listening = connect(&m_workspace, &Workspace::noticePosted, this, [this](const Notice& notice) { showFault(notice.text); });
    const bool done = m_workspace.change(label, body);
    disconnect(listening);
    return done;
}

void EditorWindow::writeBeside(const core::Message& label, core::Store::Body body, std::function<void(bool)> then) {
    showFault({});
    const QPointer<EditorWindow> self(this);
    m_workspace.changeAll(tr("Saving: %1").arg(text(label)), label, std::move(body), [self, then = std::move(then)](const core::Result<void>& done) {
        if (!self)
            return;
        if (!done)
            self->showFault(faultText(done.error()));
        then(done.has_value());
    });
}

QString EditorWindow::faultText(const core::Error& error) { return text(error); }

void EditorWindow::showFault(const QString& text) {
    m_fault->setText(text);
    m_fault->setVisible(!text.isEmpty());
}

void EditorWindow::closeEvent(QCloseEvent* event) {
    if (m_isChanged && !prompts().confirm(this, tr("What you entered is not saved. Close without saving?"), tr("Close without saving"))) {
        event->ignore();
        return;
    }
    event->accept();
}

void EditorWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gridwarden::app
