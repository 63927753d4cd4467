// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/work_list_dialog.h"

#include "app/cases/receiver_field.h"
#include "app/report/language_box.h"
#include "app/report/paper_saving.h"
#include "app/report/report_preview.h"
#include "app/text/message_text.h"
#include "app/workspace/newest_work.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gridwarden::app {

WorkListDialog::WorkListDialog(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_preparing(new NewestWork(workspace, this)), m_who(new ReceiverField(this)), m_language(new LanguageBox(this)), m_summary(new QLabel(this)),
      m_preview(new ReportPreview(jobs, this)), m_save(nullptr) {
    setObjectName(QStringLiteral("workListDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Work list"));
    m_who->setPeople(workspace.district()->people(), {}, /*withPersons=*/true);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_summary->setWordWrap(true);
    auto* const form = new QFormLayout;
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("&Whose"), m_who);
    form->addRow(tr("&Language of the list"), m_language);
    auto* const left = new QVBoxLayout;
    left->addLayout(form);
    left->addWidget(m_summary);
    left->addStretch();
    auto* const columns = new QHBoxLayout;
    columns->addLayout(left);
    columns->addWidget(m_preview, 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_save = buttons->addButton(tr("Save …"), QDialogButtonBox::ActionRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    auto* const rows = new QVBoxLayout(this);
    rows->addLayout(columns, 1);
    rows->addWidget(buttons);
    m_who->setMinimumWidth(240);
    resize(1000, 680);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &WorkListDialog::save);
    connect(m_who, &QComboBox::currentIndexChanged, this, &WorkListDialog::prepare);
    connect(m_language, &QComboBox::currentIndexChanged, this, &WorkListDialog::prepare);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
    // Whoever has the case that is looked at is likely meant.
    if (const auto row = workspace.facts()->rowOf(workspace.currentCase())) {
        const core::CaseFact fact = (*workspace.facts())[*row];
        const QSignalBlocker quiet(m_who);
        m_who->choose(fact.organisation, fact.person);
    }
    prepare();
}

void WorkListDialog::prepare() {
    m_list.reset();
    m_save->setEnabled(false);
    m_summary->clear();
    const auto who = m_who->currentIndex() < 0 ? std::nullopt : m_who->receiver();
    if (!who) {
        m_preparing->forget();
        m_preview->showMessage(tr("Choose a person or an organisation."));
        return;
    }
    const WorkListOf whose{who->organisation, who->person};
    const PaperOptions options{m_language->language(), m_workspace.actor().name};
    const auto made = std::make_shared<core::Result<WorkList>>();
    if (m_workspace.isBusy())
        m_preview->showMessage(text(m_workspace.whyBusy()));
    m_preparing->ask(
        tr("Preparing the work list"),
        [made, whose, options](core::District& district, const Jobs::Progress& progress) { *made = makeWorkList(district, whose, options, progress); },
        [this, made, language = options.language] {
            if (!*made) {
                m_preview->showMessage(text(made->error()));
                return;
            }
            m_list = std::move(**made);
            m_shownLanguage = language;
            m_summary->setText(tr("%n case(s) in hand", nullptr, static_cast<int>(m_list->cases)));
            m_preview->setChapters({m_list->chapter}, /*isWhole=*/true);
            m_save->setEnabled(true);
        });
}

void WorkListDialog::save() {
    if (m_list)
        savePaper(m_workspace, m_list->title, m_list->title, {m_list->chapter}, m_shownLanguage, this);
}

void openWorkList(Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (workspace.district() != nullptr)
        (new WorkListDialog(workspace, jobs, parent))->open();
}

} // namespace gridwarden::app
