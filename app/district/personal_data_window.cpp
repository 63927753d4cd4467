// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/personal_data_window.h"

#include "app/district/editor_window.h"
#include "app/district/erasure_job.h"
#include "app/district/form_fields.h"
#include "app/district/protect_dialog.h"
#include "app/district/unseal_dialog.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "core/store/interruption.h"

#include <QCoreApplication>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr const char* PersonalDataName = "personalData";

QSpinBox* makeDays(const QString& name, const QString& none, QWidget* parent) {
    auto* const days = new QSpinBox(parent);
    days->setObjectName(name);
    days->setRange(0, 36525);
    days->setSpecialValueText(none);
    days->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    days->setMinimumWidth(140);
    return days;
}

class PersonalDataWindow : public EditorWindow {
    Q_DECLARE_TR_FUNCTIONS(PersonalDataWindow)
  public:
    PersonalDataWindow(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent);
    void refresh() override;

  protected:
    bool save() override;
    void discard() override {
        fillRules();
        setChanged(false);
    }
    [[nodiscard]] bool concerns(const core::Touched& touched) const override { return touched.settings || touched.everything || touched.entry.value() != 0; }
    void onWritableChanged(bool canWrite) override {
        m_rules->setEnabled(canWrite);
        m_due->setEnabled(canWrite);
        follow();
    }

  private:
    QWidget* buildProtection();
    QWidget* buildRules();
    void follow();
    void fillRules();
    void eraseDue();
    void erase(const std::vector<core::CaseId>& cases);

    Unsealing& m_unsealing;
    Jobs& m_jobs;
    QLabel* m_symbol = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_protect = nullptr;
    QPushButton* m_show = nullptr;
    QPushButton* m_change = nullptr;
    QWidget* m_rules = nullptr;
    QSpinBox* m_all = nullptr;
    std::vector<std::pair<std::string, QSpinBox*>> m_sources;
    QPushButton* m_due = nullptr;
};

PersonalDataWindow::PersonalDataWindow(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent)
    : EditorWindow(workspace, tr("Personal data"), parent), m_unsealing(unsealing), m_jobs(jobs) {
    setObjectName(QString::fromLatin1(PersonalDataName));
    content()->addWidget(buildProtection());
    content()->addWidget(buildRules(), 1);
    m_due = new QPushButton(icon(QLatin1String("trash-2")), tr("Erase what is due …"), this);
    m_due->setObjectName(QStringLiteral("eraseDue"));
    buttons()->addWidget(m_due);
    connect(m_due, &QPushButton::clicked, this, [this] { eraseDue(); });
    connect(&unsealing, &Unsealing::changed, this, [this] { follow(); });
    watch(m_rules);
    resize(520, 600);
    fillRules();
    refresh();
}

QWidget* PersonalDataWindow::buildProtection() {
    auto* const box = new QGroupBox(tr("Names and telephone numbers of reporters"), this);
    auto* const column = new QVBoxLayout(box);
    column->setSpacing(12);
    auto* const line = new QHBoxLayout;
    m_symbol = new QLabel(box);
    m_state = makeNote({}, box);
    m_state->setObjectName(QStringLiteral("sealState"));
    line->addWidget(m_symbol, 0, Qt::AlignTop);
    line->addWidget(m_state, 1);
    column->addLayout(line);
    auto* const row = new QHBoxLayout;
    m_protect = new QPushButton(icon(QLatin1String("lock")), tr("Protect …"), box);
    m_protect->setObjectName(QStringLiteral("protect"));
    m_show = new QPushButton(box);
    m_show->setObjectName(QStringLiteral("show"));
    m_change = new QPushButton(tr("Change the passphrase …"), box);
    m_change->setObjectName(QStringLiteral("changePassphrase"));
    for (QPushButton* const button : {m_protect, m_show, m_change}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    row->addStretch();
    column->addLayout(row);
    connect(m_protect, &QPushButton::clicked, this, [this] { openProtectDialog(workspace(), m_unsealing, m_jobs, this); });
    connect(m_show, &QPushButton::clicked, this, [this] {
        if (m_unsealing.state() == SealState::Open)
            m_unsealing.sealAgain();
        else
            openUnsealDialog(workspace(), m_unsealing, m_jobs, UnsealDialog::Purpose::Show, this);
    });
    connect(m_change, &QPushButton::clicked, this, [this] { openUnsealDialog(workspace(), m_unsealing, m_jobs, UnsealDialog::Purpose::Change, this); });
    return box;
}

QWidget* PersonalDataWindow::buildRules() {
    auto* const box = new QGroupBox(tr("How long they are kept after a case has ended"), this);
    auto* const column = new QVBoxLayout(box);
    column->addWidget(makeNote(tr("Past their time they are erased for good each day, from the history and the backups as well. The law asks for the shortest time that "
                                  "the purpose allows; nothing is erased until a number of days is set here."),
                               box));
    auto* const scroll = new QScrollArea(box);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    m_rules = new QWidget(scroll);
    auto* const form = makeForm(m_rules);
    form->setContentsMargins(0, 0, 8, 0);
    m_all = makeDays(QStringLiteral("days"), tr("kept"), m_rules);
    form->addRow(tr("All sources, days"), m_all);
    for (const core::CaseSource& source : district().sources()) {
        QSpinBox* const days = makeDays(u"days-" + QString::fromStdString(source.key), tr("as all"), m_rules);
        form->addRow(QString::fromStdString(language() == core::Language::Chinese ? source.name : source.english), days);
        m_sources.emplace_back(source.key, days);
    }
    scroll->setWidget(m_rules);
    column->addWidget(scroll, 1);
    return box;
}

void PersonalDataWindow::fillRules() {
    const Filling filling(*this);
    const core::RetentionRules rules = core::retentionRules(district());
    m_all->setValue(rules.days.value_or(0));
    for (const auto& [key, days] : m_sources) {
        const auto own = rules.sources.find(key);
        days->setValue(own == rules.sources.end() ? 0 : own->second);
    }
}

void PersonalDataWindow::refresh() {
    if (!isChanged())
        fillRules();
    follow();
}

void PersonalDataWindow::follow() {
    if (workspace().district() == nullptr || workspace().isBusy())
        return;
    const SealState state = m_unsealing.state();
    const bool canWrite = workspace().canWrite();
    m_symbol->setPixmap(icon(QLatin1String(state == SealState::Sealed ? "lock" : "lock-open")).pixmap(QSize(20, 20)));
    m_state->setText(state == SealState::Plain    ? tr("Not protected yet: everybody who has the file can read them.")
                     : state == SealState::Sealed ? tr("Sealed. They can be entered, but read only with the passphrase.")
                                                  : tr("Open in this window for a quarter of an hour."));
    m_protect->setVisible(state == SealState::Plain);
    m_show->setVisible(state != SealState::Plain);
    m_change->setVisible(state != SealState::Plain);
    m_show->setIcon(icon(QLatin1String(state == SealState::Open ? "lock" : "lock-open")));
    m_show->setText(state == SealState::Open ? tr("Seal again") : tr("Show …"));
    for (QPushButton* const button : {m_protect, m_show, m_change})
        button->setEnabled(canWrite);
}

bool PersonalDataWindow::save() {
    core::RetentionRules rules;
    if (m_all->value() > 0)
        rules.days = m_all->value();
    for (const auto& [key, days] : m_sources)
        if (days->value() > 0)
            rules.sources[key] = days->value();
    return write({"edit-retention", {}}, [&](core::Change& change) { return core::saveRetentionRules(change, rules); });
}

/// Looking is done with a connection of its own, so that the desk can go on.
void PersonalDataWindow::eraseDue() {
    const auto due = std::make_shared<core::Result<std::vector<core::CaseId>>>();
    m_due->setEnabled(false);
    m_jobs.start(
        tr("Looking for personal data past their time"),
        [due, path = district().path(), rules = core::retentionRules(district())](const Jobs::Progress&, std::stop_token) {
            auto reader = core::Connection::open(path, core::Connection::Access::ReadOnly);
            if (reader) {
                const core::Interruption interruption(*reader, &Jobs::goesOn);
                *due = core::contactsDue(*reader, rules, core::now());
            } else {
                *due = core::fail(reader);
            }
        },
        [self = QPointer<PersonalDataWindow>(this), due] {
            if (!self)
                return;
            self->m_due->setEnabled(self->workspace().canWrite());
            if (const auto found = self->valueOr(*due))
                self->erase(*found);
        });
}

void PersonalDataWindow::erase(const std::vector<core::CaseId>& cases) {
    if (cases.empty()) {
        showFault(tr("Nothing is due."));
        return;
    }
    showFault({});
    if (!prompts().confirm(this, tr("Erase the reporters of %n case(s) for good? This cannot be undone.", "", static_cast<int>(cases.size())), tr("Erase")))
        return;
    runErasure(workspace(), tr("Erasing personal data"), [cases](core::District& open, const core::Actor& actor) {
        return core::eraseContacts(open, actor, cases, {"erase-contacts", {std::to_string(cases.size())}});
    });
}

} // namespace

void openPersonalData(Workspace& workspace, Unsealing& unsealing, Jobs& jobs, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<EditorWindow*>(QString::fromLatin1(PersonalDataName), Qt::FindDirectChildrenOnly);
    if (window == nullptr || window->isHidden()) // a hidden one was closed a moment ago
        window = new PersonalDataWindow(workspace, unsealing, jobs, parent);
    window->show();
    window->raise();
    window->activateWindow();
}

} // namespace gridwarden::app
