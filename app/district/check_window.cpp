// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/check_window.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace gridwarden::app {

namespace {

constexpr int FindingRole = Qt::UserRole;
constexpr int SignSize = 20;

/// A few hundred metres around a place.
core::GeoBox boxAround(core::GeoPoint place) {
    constexpr double Metres = 200;
    const double north = Metres / 111320.0;
    const double east = north / std::max(0.05, std::cos(place.latitude * 3.14159265358979 / 180));
    core::GeoBox box;
    box.include(core::GeoPoint{place.longitude - east, place.latitude - north});
    box.include(core::GeoPoint{place.longitude + east, place.latitude + north});
    return box;
}

} // namespace

struct CheckWindow::Outcome {
    core::CheckReport report;
    std::optional<gis::RepairReport> repaired;
    std::optional<core::Error> error;
};

void openCheck(Workspace& workspace, Jobs& jobs, QWidget* parent) {
    if (workspace.district() == nullptr)
        return;
    auto* window = parent->findChild<CheckWindow*>(QString(), Qt::FindDirectChildrenOnly);
    if (window == nullptr)
        window = new CheckWindow(workspace, jobs, parent);
    window->setVisible(true);
    window->raise();
    window->activateWindow();
    if (!window->isRunning())
        window->check();
}

CheckWindow::CheckWindow(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent, Qt::Window), m_workspace(workspace), m_jobs(jobs), m_sign(new QLabel(this)), m_verdict(new QLabel(this)), m_head(makeNote({}, this)),
      m_list(new QListWidget(this)), m_progress(new QProgressBar(this)), m_cancel(new QPushButton(tr("Cancel"), this)),
      m_repair(new QPushButton(icon(QLatin1String("settings")), tr("Repair"), this)),
      m_check(new QPushButton(icon(QLatin1String("shield-check")), tr("Check again"), this)) {
    setWindowTitle(tr("Check of the district"));
    setObjectName(QStringLiteral("checkWindow"));
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_verdict->setWordWrap(true);
    QFont strong = m_verdict->font();
    strong.setBold(true);
    m_verdict->setFont(strong);
    m_head->setObjectName(QStringLiteral("head"));
    m_head->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setWordWrap(true);
    m_list->setSpacing(2);
    m_list->setAccessibleName(tr("What was found"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelCheck"));
    m_repair->setObjectName(QStringLiteral("repair"));
    m_repair->setToolTip(tr("Copies the district, then rebuilds what follows from the rest of it: states, counters, indexes, views, small pictures"));
    m_check->setObjectName(QStringLiteral("checkAgain"));

    auto* const top = new QHBoxLayout;
    top->setSpacing(8);
    m_sign->setFixedSize(SignSize, SignSize);
    top->addWidget(m_sign, 0, Qt::AlignTop);
    top->addWidget(m_verdict, 1);
    auto* const buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_progress, 1);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    buttons->addWidget(m_repair);
    buttons->addWidget(m_check);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    column->addWidget(m_head);
    column->addLayout(buttons);
    resize(640, 480);

    connect(m_list, &QListWidget::itemClicked, this, &CheckWindow::showFinding);
    connect(m_list, &QListWidget::itemActivated, this, &CheckWindow::showFinding);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(m_job); });
    connect(m_check, &QPushButton::clicked, this, &CheckWindow::check);
    connect(m_repair, &QPushButton::clicked, this, &CheckWindow::repair);
    connect(&m_jobs, &Jobs::progressed, this, [this](int job, double share) {
        if (job == m_job)
            m_progress->setValue(static_cast<int>(share * 1000));
    });
    connect(&m_workspace, &Workspace::districtClosed, this, &QWidget::deleteLater);
    connect(&m_workspace, &Workspace::busyChanged, this, &CheckWindow::updateButtons);
    updateButtons();
}

CheckWindow::~CheckWindow() { m_jobs.cancel(m_job); }

void CheckWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void CheckWindow::start(const QString& title, std::function<void(Outcome&, core::District&, const Jobs::Progress&)> work) {
    if (m_job != 0 || m_workspace.district() == nullptr)
        return;
    if (m_workspace.isBusy()) {
        say(text(m_workspace.whyBusy()), "clock");
        return;
    }
    m_list->clear();
    m_head->clear();
    m_progress->setValue(0);
    say(title + u" …", "clock");
    const auto outcome = std::make_shared<Outcome>();
    const QPointer<CheckWindow> self(this);
    const auto job = m_workspace.run(
        title, [outcome, work = std::move(work)](core::District& district, const Jobs::Progress& progress) { work(*outcome, district, progress); },
        [outcome, self, workspace = &m_workspace] {
            if (self)
                self->finish(*outcome);
            else if (outcome->error && outcome->error->code != core::ErrorCode::Cancelled)
                workspace->notifyFault(*outcome->error);
        });
    m_job = job.value_or(0);
    updateButtons();
}

void CheckWindow::check() {
    start(tr("Checking the district"), [](Outcome& outcome, core::District& district, const Jobs::Progress& progress) {
        auto report = gis::checkDistrict(district.store(), progress);
        if (report)
            outcome.report = std::move(*report);
        else
            outcome.error = report.error();
    });
}

void CheckWindow::repair() {
    if (m_workspace.district() == nullptr ||
        !prompts().confirm(this, tr("The district is copied first; then what follows from the rest of it is rebuilt. Steps and the journal stay as they are."), tr("Repair")))
        return;
    start(tr("Repairing the district"), [actor = m_workspace.actor()](Outcome& outcome, core::District& district, const Jobs::Progress& progress) {
        auto repaired = gis::repairDistrict(district, actor, gis::repairBackupName(district), progress);
        if (repaired) {
            outcome.report = repaired->left;
            outcome.repaired = std::move(*repaired);
        } else {
            outcome.error = repaired.error();
        }
    });
}

void CheckWindow::finish(const Outcome& outcome) {
    m_job = 0;
    m_report = outcome.report;
    if (outcome.error && outcome.error->code == core::ErrorCode::Cancelled)
        say(text(outcome.error->what), "info");
    else if (outcome.error)
        say(text(*outcome.error), "triangle-alert");
    else
        list(outcome);
    updateButtons();
}

void CheckWindow::list(const Outcome& outcome) {
    const auto add = [this](const QString& what, const QString& remedy, const char* iconName, int finding) {
        auto* const item = new QListWidgetItem(icon(QLatin1String(iconName)), remedy.isEmpty() ? what : QString(what + QLatin1Char('\n') + remedy), m_list);
        item->setData(FindingRole, finding);
    };
    if (outcome.repaired)
        for (const core::Message& step : outcome.repaired->done)
            add(text(step), {}, "check", -1);
    for (std::size_t i = 0; i < m_report.findings.size(); ++i) {
        const core::Finding& finding = m_report.findings[i];
        add(text(finding.what), finding.remedy == core::Remedy::None ? QString() : text(core::remedyText(finding.remedy)),
            finding.isFault ? "circle-alert" : "info", static_cast<int>(i));
    }
    const int faults = static_cast<int>(m_report.faults());
    QString verdict = faults == 0 ? tr("The district is sound.") : tr("%n fault(s) found.", nullptr, faults);
    if (outcome.repaired && !outcome.repaired->backup.empty())
        verdict = tr("%1 The district as it was is in %2.")
                      .arg(faults == 0 ? tr("Repaired.") : tr("Repaired, but %n fault(s) are left.", nullptr, faults),
                           QFileInfo(QString::fromStdString(outcome.repaired->backup.string())).fileName());
    say(verdict, faults == 0 ? "shield-check" : "triangle-alert");
    if (m_report.head && m_workspace.district() != nullptr)
        m_head->setText(tr("Journal up to entry %1 (%2): %3")
                            .arg(QString::number(m_report.head->sequence),
                                 QString::fromStdString(core::localText(m_report.head->at, m_workspace.district()->timeZone())),
                                 QString::fromStdString(m_report.head->hash)));
}

void CheckWindow::say(const QString& verdict, const char* iconName) {
    m_sign->setPixmap(icon(QLatin1String(iconName)).pixmap(SignSize, SignSize));
    m_verdict->setText(verdict);
}

void CheckWindow::showFinding(const QListWidgetItem* item) {
    const int index = item == nullptr ? -1 : item->data(FindingRole).toInt();
    if (index < 0 || static_cast<std::size_t>(index) >= m_report.findings.size() || m_workspace.district() == nullptr)
        return;
    const core::Finding& finding = m_report.findings[static_cast<std::size_t>(index)];
    std::optional<core::GeoBox> box;
    if (!finding.area.isNull()) {
        m_workspace.selectArea(finding.area);
        if (const core::Area* const area = m_workspace.district()->areas().find(finding.area); area != nullptr && !area->shape.isEmpty())
            box = core::boundsOf(area->shape);
    }
    if (!finding.caseId.isNull()) {
        m_workspace.selectCases({finding.caseId});
        if (const auto row = m_workspace.facts()->rowOf(finding.caseId); row && (*m_workspace.facts())[*row].hasPlace())
            box = boxAround({(*m_workspace.facts())[*row].longitude, (*m_workspace.facts())[*row].latitude});
    }
    if (finding.place)
        box = boxAround(*finding.place);
    if (box)
        m_workspace.requestZoom(*box);
}

void CheckWindow::updateButtons() {
    const bool isRunning = m_job != 0;
    m_progress->setVisible(isRunning);
    m_cancel->setVisible(isRunning);
    m_check->setEnabled(!isRunning && !m_workspace.isBusy());
    m_repair->setEnabled(!isRunning && m_workspace.canWrite() && m_report.hasRepairable());
}

} // namespace gridwarden::app
