// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/document_window.h"

#include "app/cases/panel_text.h"
#include "app/report/official_pages.h"
#include "app/report/official_saving.h"
#include "app/report/report_preview.h"
#include "app/workspace/icon.h"

#include <QDialogButtonBox>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

DocumentWindow::DocumentWindow(Workspace& workspace, Jobs& jobs, OfficialDocument document, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_document(std::move(document)), m_preview(new ReportPreview(jobs, this)) {
    setObjectName(QStringLiteral("documentWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(QString(m_document.title).remove(QLatin1Char('\n')));
    resize(860, 700);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto* const save = buttons->addButton(tr("Save …"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveDocument"));
    save->setIcon(icon(QLatin1String("download")));
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(Gap, Gap, Gap, Gap);
    rows->addWidget(m_preview, 1);
    rows->addWidget(buttons);
    connect(save, &QPushButton::clicked, this, [this] { saveOfficial(m_workspace, m_document.title + m_document.subtitle, m_document, this); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QWidget::close);
    connect(&workspace, &Workspace::districtClosing, this, &QWidget::close);
    m_preview->setChapters(officialChapters(m_document), /*isWhole=*/true);
}

} // namespace gridwarden::app
