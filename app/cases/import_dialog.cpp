// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/import_dialog.h"

#include "app/cases/import_mapping_page.h"
#include "app/cases/import_run_page.h"
#include "app/cases/import_source_page.h"
#include "app/cases/panel_text.h"
#include "app/workspace/prompts.h"
#include "gis/source/source_formats.h"

#include <QDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QTabWidget>

namespace gridwarden::app {

namespace {

QString sourceFilter() {
    QStringList endings = {QStringLiteral("*.csv"), QStringLiteral("*.tsv"), QStringLiteral("*.txt"), QStringLiteral("*.csv.gz")};
    for (const gis::SourceDriver& driver : gis::sourceDrivers())
        if (driver.isVector)
            for (const QString& suffix : QString::fromUtf8(driver.suffixes.data(), static_cast<qsizetype>(driver.suffixes.size()))
                                             .split(QLatin1Char(' '), Qt::SkipEmptyParts))
                endings << QStringLiteral("*.") + suffix;
    return ImportRunPage::tr("Tables and layers (%1)").arg(endings.join(QLatin1Char(' '))) + QStringLiteral(";;") +
           ImportRunPage::tr("All files (*)");
}

class CaseImportDialog : public QDialog {
  public:
    CaseImportDialog(Workspace& workspace, Jobs& jobs, QWidget* parent, const QString& file)
        : QDialog(parent), m_session(workspace, jobs, file), m_tabs(new QTabWidget(this)) {
        setObjectName(QStringLiteral("caseImport"));
        setAttribute(Qt::WA_DeleteOnClose);
        setWindowTitle(ImportRunPage::tr("Import cases from %1").arg(QFileInfo(file).fileName()));
        resize(980, 640);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(12, 12, 12, 12);
        column->setSpacing(Gap);
        m_tabs->setObjectName(QStringLiteral("parts"));
        m_tabs->addTab(new ImportSourcePage(m_session, m_tabs), ImportRunPage::tr("1  Source"));
        m_tabs->addTab(new ImportMappingPage(m_session, m_tabs), ImportRunPage::tr("2  Fields"));
        auto* run = new ImportRunPage(m_session, m_tabs);
        m_tabs->addTab(run, ImportRunPage::tr("3  Check and run"));
        column->addWidget(m_tabs, 1);
        auto* buttons = new QHBoxLayout;
        auto* close = new QPushButton(ImportRunPage::tr("Close"), this);
        close->setObjectName(QStringLiteral("close"));
        close->setAutoDefault(false);
        auto* back = new QPushButton(ImportRunPage::tr("Back"), this);
        back->setObjectName(QStringLiteral("back"));
        back->setAutoDefault(false);
        auto* next = new QPushButton(ImportRunPage::tr("Next"), this);
        next->setObjectName(QStringLiteral("next"));
        next->setAutoDefault(false);
        buttons->addWidget(close);
        buttons->addStretch();
        buttons->addWidget(back);
        buttons->addWidget(next);
        column->addLayout(buttons);
        connect(close, &QPushButton::clicked, this, &QDialog::reject);
        connect(back, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(m_tabs->currentIndex() - 1); });
        connect(next, &QPushButton::clicked, this, [this] { m_tabs->setCurrentIndex(m_tabs->currentIndex() + 1); });
        const auto follow = [this, back, next] {
            const int part = m_tabs->currentIndex();
            const bool isUsable = m_session.preview().has_value() || m_session.report().has_value();
            const bool isFree = m_session.work() == CaseImportSession::Work::None;
            back->setEnabled(part > 0 && isFree && !m_session.report());
            next->setVisible(part < 2);
            next->setEnabled(isUsable && isFree);
            for (int other = 0; other < m_tabs->count(); ++other)
                m_tabs->setTabEnabled(other, other == part || (isUsable && isFree && !m_session.report()));
        };
        connect(m_tabs, &QTabWidget::currentChanged, this, follow);
        connect(m_tabs, &QTabWidget::currentChanged, this, [this, run] {
            if (m_tabs->currentWidget() == run)
                run->enter();
        });
        connect(&m_session, &CaseImportSession::previewChanged, this, follow);
        connect(&m_session, &CaseImportSession::workChanged, this, follow);
        connect(&workspace, &Workspace::districtClosing, this, &QDialog::close);
        follow();
    }

    /// Esc stops what is being written; else it closes.
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Escape && m_session.work() == CaseImportSession::Work::Importing)
            m_session.cancel();
        else
            QDialog::keyPressEvent(event);
    }
    /// While it writes, the window stays for its cancel button.
    void done(int result) override {
        if (m_session.work() != CaseImportSession::Work::Importing)
            QDialog::done(result);
    }

  private:
    CaseImportSession m_session;
    QTabWidget* m_tabs;
};

} // namespace

void openCaseImport(Workspace& workspace, Jobs& jobs, QWidget* parent, const QString& file) {
    if (!workspace.canWrite())
        return;
    const QString chosen =
        file.isEmpty() ? prompts().fileToOpen(parent, ImportRunPage::tr("Import cases"), sourceFilter()) : file;
    if (chosen.isEmpty())
        return;
    auto* dialog = new CaseImportDialog(workspace, jobs, parent, chosen);
    dialog->show();
}

} // namespace gridwarden::app
