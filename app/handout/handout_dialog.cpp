// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/handout_dialog.h"

#include "app/cases/panel_text.h"
#include "app/handout/account_text.h"
#include "app/text/message_text.h"
#include "app/workspace/prompts.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

using Account = core::Result<core::DisclosureAccount>;

constexpr int AsRulesSay = -1;

/// Runs beside the window with a read connection of its own.
template <class Work> Account withConnection(const std::filesystem::path& district, Work work) {
    auto connection = core::Connection::open(district, core::Connection::Access::ReadOnly);
    return connection ? work(*connection) : Account(core::fail(connection));
}

} // namespace

HandoutDialog::HandoutDialog(Workspace& workspace, Jobs& jobs, const Unsealing& unsealing, QWidget* parent)
    : QDialog(parent), m_workspace(workspace), m_jobs(jobs), m_unsealing(unsealing), m_ruleList(new QComboBox(this)), m_places(new QComboBox(this)), m_metres(new QSpinBox(this)),
      m_account(new QPlainTextEdit(this)), m_state(makeLabel({}, TextSize::Body, /*isMuted=*/true, this)), m_save(nullptr) {
    constexpr int Margin = 16;
    setObjectName(QStringLiteral("handoutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("For outside, without personal data"));
    buildFields();
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, Margin, Margin, Margin);
    column->setSpacing(Gap);
    auto* const form = new QFormLayout;
    form->addRow(tr("&Rules"), m_ruleList);
    auto* const places = new QHBoxLayout;
    places->addWidget(m_places, 1);
    places->addWidget(m_metres);
    auto* const placesName = new QLabel(tr("&Places"), this);
    placesName->setBuddy(m_places);
    form->addRow(placesName, places);
    column->addLayout(form);
    m_state->setObjectName(QStringLiteral("state"));
    m_state->setWordWrap(true);
    column->addWidget(m_state);
    m_account->setObjectName(QStringLiteral("account"));
    m_account->setReadOnly(true);
    column->addWidget(m_account, 1);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_save = buttons->addButton(tr("Save …"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &HandoutDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_ruleList, &QComboBox::activated, this, &HandoutDialog::chooseRules);
    connect(m_places, &QComboBox::currentIndexChanged, this, &HandoutDialog::followPlaces);
    connect(m_metres, &QSpinBox::valueChanged, this, &HandoutDialog::count);
    connect(&workspace, &Workspace::districtClosing, this, &QDialog::reject);
    connect(&workspace, &Workspace::filteredChanged, this, &HandoutDialog::count);
    connect(&unsealing, &Unsealing::changed, this, &HandoutDialog::count);
    resize(620, 480);
    readRules(m_ruleList->itemData(0).toString());
}

HandoutDialog::~HandoutDialog() {
    m_metres->disconnect(this); // which goes after this and may still say that editing has ended
    if (m_job != 0)
        m_jobs.cancel(m_job);
}

void HandoutDialog::buildFields() {
    m_ruleList->setObjectName(QStringLiteral("rules"));
    for (const std::string& key : core::shippedDisclosureRules())
        if (const auto shipped = core::disclosureRulesNamed(key))
            m_ruleList->addItem(rulesName(*shipped), QString::fromStdString(key));
    m_ruleList->addItem(tr("From a file …"));
    m_places->setObjectName(QStringLiteral("places"));
    using How = core::PlaceRule::How;
    m_places->addItem(tr("as the rules say"), AsRulesSay);
    m_places->addItem(tr("the middle of a square of"), static_cast<int>(How::Lattice));
    m_places->addItem(tr("the middle of the grid"), static_cast<int>(How::Grid));
    m_places->addItem(tr("none"), static_cast<int>(How::None));
    m_places->addItem(tr("exact"), static_cast<int>(How::Exact));
    constexpr int Narrowest = 50, Widest = 10'000, Usual = 500;
    m_metres->setObjectName(QStringLiteral("metres"));
    m_metres->setRange(Narrowest, Widest);
    m_metres->setSingleStep(Narrowest);
    m_metres->setValue(Usual);
    m_metres->setSuffix(tr(" m"));
    m_metres->setKeyboardTracking(false);
    m_metres->setEnabled(false);
}

void HandoutDialog::chooseRules(int index) {
    QString chosen = m_ruleList->itemData(index).toString();
    if (chosen.isEmpty())
        chosen = prompts().fileToOpen(this, tr("Rules for handing out"), tr("Rules (*.json)"));
    if (!chosen.isEmpty())
        readRules(chosen);
    m_ruleList->setCurrentIndex(m_chosen);
}

void HandoutDialog::readRules(const QString& keyOrFile) {
    auto read = core::disclosureRulesNamed(keyOrFile.toStdString());
    if (!read) {
        m_workspace.notifyFault(read.error());
        if (!m_rules)
            m_save->setEnabled(false);
        return;
    }
    int line = m_ruleList->findData(keyOrFile);
    if (line < 0) {
        line = m_ruleList->count() - 1;
        m_ruleList->insertItem(line, rulesName(*read), keyOrFile);
    }
    m_ruleList->setCurrentIndex(line);
    m_chosen = line;
    m_rules = std::move(*read);
    count();
}

void HandoutDialog::followPlaces() {
    m_metres->setEnabled(m_places->currentData().toInt() == static_cast<int>(core::PlaceRule::How::Lattice));
    count();
}

std::optional<core::DisclosureRules> HandoutDialog::rules() const {
    auto rules = m_rules;
    const int how = m_places->currentData().toInt();
    if (!rules || how == AsRulesSay)
        return rules;
    rules->places = {static_cast<core::PlaceRule::How>(how), m_metres->isEnabled() ? static_cast<double>(m_metres->value()) : 0};
    rules->placesByCategory.clear();
    return rules;
}

CaseHandout HandoutDialog::handout(const core::DisclosureRules& rules) const {
    const core::District& district = *m_workspace.district();
    const auto& facts = m_workspace.filteredFacts();
    return {HandoutCells(district, *facts), facts, m_workspace.filtered(), core::now(), rules, district.filesFolder(), m_unsealing.sharedKey()};
}

void HandoutDialog::count() {
    const auto wanted = rules();
    if (!wanted || m_workspace.district() == nullptr)
        return;
    if (m_job != 0)
        m_jobs.cancel(m_job);
    m_state->setText(tr("Counting what will be taken out …"));
    const auto outcome = std::make_shared<Account>();
    const int number = ++m_count;
    m_job = m_jobs.start(
        tr("Counting what is handed out"),
        [outcome, wanted = handout(*wanted), district = m_workspace.district()->path()](const Jobs::Progress& progress, std::stop_token) {
            *outcome = withConnection(district, [&](core::Connection& connection) { return previewHandout(wanted, connection, progress); });
        },
        [self = QPointer<HandoutDialog>(this), outcome, number] {
            if (!self || number != self->m_count) // another count has overtaken it
                return;
            self->m_job = 0;
            self->show(*outcome);
        });
}

void HandoutDialog::show(const Account& account) {
    if (!account) {
        m_account->clear();
        m_state->setText(account.error().code == core::ErrorCode::Cancelled ? tr("Counting was cancelled; what is taken out is said afterwards.")
                                                                            : text(account.error()));
        return;
    }
    const QStringList lines = accountText(*account, m_workspace.district()->timeZone());
    m_state->setText(tr("The cases of the filter. This will be in the account beside the file:"));
    m_account->setPlainText(lines.join(QLatin1Char('\n')));
}

void HandoutDialog::save() {
    const auto wanted = rules();
    if (!wanted)
        return;
    QString file = prompts().fileToSave(this, tr("Hand out the cases shown"), tr("cases for outside.xlsx"),
                                        tr("Workbooks (*.xlsx);;Text tables (*.csv);;GeoJSON (*.geojson);;GeoPackages (*.gpkg)"));
    if (file.isEmpty() || m_workspace.district() == nullptr)
        return;
    const bool isComplete = !QFileInfo(file).suffix().isEmpty();
    if (!isComplete)
        file += QStringLiteral(".xlsx");
    const auto outcome = std::make_shared<Account>();
    m_jobs.start(
        tr("Writing %1").arg(QFileInfo(file).fileName()),
        // The file picker has asked about an existing file already.
        [outcome, file, isComplete, wanted = handout(*wanted), district = m_workspace.district()->path()](const Jobs::Progress& progress, std::stop_token) {
            *outcome = withConnection(district, [&](core::Connection& connection) {
                return handOutCases(wanted, connection, file.toStdString(), /*overwrite=*/isComplete, progress);
            });
        },
        [outcome, file, zone = m_workspace.district()->timeZone(), of = QPointer<Workspace>(&m_workspace)] {
            if (!of)
                return;
            if (*outcome)
                of->notify(NoticeKind::Note,
                           tr("%n case(s) handed out to %1. The file beside it says what was taken out.", "", static_cast<int>((*outcome)->records)).arg(file),
                           accountText(**outcome, zone).join(QLatin1Char('\n')));
            else if (outcome->error().code != core::ErrorCode::Cancelled)
                of->notifyFault(outcome->error());
        });
    accept();
}

void openHandout(Workspace& workspace, Jobs& jobs, const Unsealing& unsealing, QWidget* parent) {
    if (workspace.district() != nullptr && workspace.filteredFacts() != nullptr)
        (new HandoutDialog(workspace, jobs, unsealing, parent))->open();
}

} // namespace gridwarden::app
