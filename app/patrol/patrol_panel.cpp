// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/patrol_panel.h"

#include "app/cases/flow_row.h"
#include "app/cases/panel_text.h"
#include "app/cases/period_stepper.h"
#include "app/patrol/coverage_rows.h"
#include "app/patrol/patrol_rules_dialog.h"
#include "app/patrol/track_import_dialog.h"
#include "app/report/coverage_document.h"
#include "app/report/document_window.h"
#include "app/text/language.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace gridwarden::app {

PatrolPanel::PatrolPanel(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_jobs(jobs), m_period(new PeriodStepper(this)),
      m_squad(new QComboBox(this)), m_summary(new QLabel(this)),
      m_onlyMissed(new QCheckBox(tr("Only what was missed"), this)), m_tabs(new QTabWidget(this)),
      m_marks(new MarkedRoads(this)), m_counting(workspace, this), m_making(workspace, this) {
    setObjectName(QStringLiteral("patrolPanel"));
    buildTables();
    build();
    connect(m_period, &PeriodStepper::periodChanged, this, &PatrolPanel::ask);
    connect(m_squad, &QComboBox::currentIndexChanged, this, &PatrolPanel::ask);
    connect(m_onlyMissed, &QCheckBox::toggled, this, [this](bool only) {
        m_roadTable->setOnlyMissed(only);
        m_gridTable->setOnlyMissed(only);
    });
    connect(m_roadTable, &CoverageTable::currentRowChanged, this, &PatrolPanel::selectRoad);
    connect(m_roadTable, &QTableView::doubleClicked, this, &PatrolPanel::zoomToRoad);
    connect(m_marks, &MarkedRoads::clicked, this, [this](std::size_t road) {
        m_tabs->setCurrentWidget(m_roadTable);
        m_roadTable->selectRow(static_cast<int>(road));
    });
    connect(&workspace, &Workspace::districtOpened, this, &PatrolPanel::followDistrict);
    connect(&workspace, &Workspace::districtClosed, this, &PatrolPanel::followDistrict);
    connect(&workspace, &Workspace::changed, this, [this] {
        if (m_workspace.district() != nullptr)
            fillSquads();
        ask();
    });
    followDistrict();
}

void PatrolPanel::buildTables() {
    m_roadTable = new CoverageTable(roadColumns(), LackingColumn, this);
    m_roadTable->setObjectName(QStringLiteral("roadCoverage"));
    m_gridTable = new CoverageTable(gridColumns(), 0, this);
    m_gridTable->setObjectName(QStringLiteral("gridCoverage"));
    m_tabs->addTab(m_roadTable, tr("Roads"));
    m_tabs->addTab(m_gridTable, tr("Grids"));
    m_tabs->setDocumentMode(true);
}

void PatrolPanel::build() {
    m_squad->setObjectName(QStringLiteral("patrolSquad"));
    m_squad->setToolTip(tr("Whose tracks count"));
    m_onlyMissed->setObjectName(QStringLiteral("onlyMissed"));
    m_summary->setObjectName(QStringLiteral("coverageSummary"));
    m_summary->setWordWrap(true);
    auto* const top = new QHBoxLayout;
    top->addWidget(m_period);
    top->addWidget(m_squad, 1);
    auto* const buttons = new FlowRow(this);
    const auto add = [&](const char* name, const char* iconName, const QString& text, const QString& tip, auto act) {
        auto* const button = new QPushButton(icon(QLatin1String(iconName)), text, this);
        button->setObjectName(QLatin1String(name));
        button->setToolTip(tip);
        connect(button, &QPushButton::clicked, this, act);
        buttons->add(button);
        m_buttons.push_back(button);
    };
    add("importTracks", "upload", tr("Import tracks …"), tr("Bring in tracks of patrols: GPX, NMEA, tables, layers"),
        &PatrolPanel::chooseTracks);
    add("missedRoads", "list-checks", tr("Missed roads …"),
        tr("What was passed too seldom on the last day of the period, as a list to hand out"),
        &PatrolPanel::openMissed);
    add("coverageReport", "file-text", tr("Report …"), tr("The coverage of the period as a document"),
        &PatrolPanel::openReport);
    add("patrolRules", "settings", tr("Requirements …"), tr("How often roads have to be passed, by their grade"),
        [this] { editPatrolRules(m_workspace, this); });
    auto* const all = new QVBoxLayout(this);
    all->setContentsMargins(Gap, Gap, Gap, Gap);
    all->setSpacing(Gap);
    all->addLayout(top);
    all->addWidget(m_summary);
    all->addWidget(m_tabs, 1);
    all->addWidget(m_onlyMissed);
    all->addWidget(buttons);
}

void PatrolPanel::followDistrict() {
    const QSignalBlocker quiet(m_squad);
    m_cells.reset();
    const core::District* const district = m_workspace.district();
    for (QPushButton* const button : m_buttons)
        button->setEnabled(district != nullptr);
    if (district == nullptr) {
        m_squad->clear();
        m_counting.forget();
        showView({});
        return;
    }
    fillSquads();
    m_period->setUnit(PeriodStepper::Unit::Week);
    m_period->setDay(district->timeZone().day(core::now()));
    ask();
}

void PatrolPanel::fillSquads() {
    const QSignalBlocker quiet(m_squad);
    const QVariant chosen = m_squad->currentData();
    m_squad->clear();
    m_squad->addItem(tr("All squads"), qlonglong(0));
    for (const core::Organisation& organisation : m_workspace.district()->people().organisations())
        if (organisation.active)
            m_squad->addItem(QString::fromStdString(organisation.name), qlonglong(organisation.id.value()));
    m_squad->setCurrentIndex(std::max(0, m_squad->findData(chosen)));
}

std::vector<core::OrganisationId> PatrolPanel::squads() const {
    const qlonglong id = m_squad->currentData().toLongLong();
    return id == 0 ? std::vector<core::OrganisationId>() : std::vector{core::OrganisationId(id)};
}

void PatrolPanel::setPeriod(core::Period period) {
    m_period->setPeriod(period);
}

void PatrolPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_isStale)
        ask();
}

void PatrolPanel::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_counting.forget();
    m_isCounting = false;
    m_marks->setRoads({});
    m_isStale = true;
}

void PatrolPanel::ask() {
    m_isStale = true;
    if (m_workspace.district() == nullptr || !isVisible())
        return;
    m_isStale = false;
    m_isCounting = true;
    struct Answer {
        core::Result<CoverageView> view = core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        std::shared_ptr<const core::RoadCells> cells{};
    };
    const auto answer = std::make_shared<Answer>();
    m_counting.ask(
        tr("Counting coverage"),
        [answer, period = m_period->period(), squads = squads(), cells = m_cells](core::District& district,
                                                                                  const Jobs::Progress&) {
            auto picture = core::patrolCoverage(district, period, squads, cells);
            if (!picture) {
                answer->view = core::fail(picture);
                return;
            }
            answer->view = viewOf(*picture, district.timeZone());
            answer->cells = std::move(picture->cells);
        },
        [this, answer] {
            m_isCounting = false;
            m_cells = answer->cells;
            CoverageView view;
            if (answer->view)
                view = std::move(*answer->view);
            else
                view.summary = text(answer->view.error());
            showView(std::move(view));
        });
}

void PatrolPanel::showView(CoverageView view) {
    m_summary->setText(view.summary);
    m_roadTable->setRows(std::move(view.roads));
    m_gridTable->setRows(std::move(view.grids));
    m_marks->setRoads(std::move(view.marks));
    selectRoad(m_roadTable->currentRow());
}

void PatrolPanel::zoomToRoad() {
    core::GeoBox box;
    if (const int row = m_roadTable->currentRow(); row >= 0)
        for (const core::Line& line : m_marks->roads()[static_cast<std::size_t>(row)].lines)
            box.include(core::boundsOf(line));
    if (!box.isEmpty())
        m_workspace.requestZoom(box);
}

void PatrolPanel::selectRoad(int row) {
    m_marks->select(row < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(row)));
}

void PatrolPanel::chooseTracks() {
    const QStringList files = prompts().filesToOpen(
        this, tr("Import tracks"),
        tr("Tracks") +
            QStringLiteral(" (*.gpx *.nmea *.log *.csv *.txt *.xlsx *.xls *.ods *.geojson *.json *.gpkg *.shp);;") +
            tr("All files") + QStringLiteral(" (*)"));
    if (files.isEmpty() || m_workspace.district() == nullptr)
        return;
    const qlonglong squad = m_squad->currentData().toLongLong();
    auto* const dialog = new TrackImportDialog(m_workspace, files, core::OrganisationId(squad), this);
    connect(dialog, &TrackImportDialog::imported, this, &PatrolPanel::setPeriod);
    dialog->open();
}

void PatrolPanel::open(const QString& title, Making making) {
    const auto made =
        std::make_shared<core::Result<OfficialDocument>>(core::fail(core::ErrorCode::Cancelled, {"cancelled", {}}));
    m_making.ask(
        title,
        [made, making = std::move(making)](core::District& district, const Jobs::Progress&) {
            *made = making(district);
        },
        [this, made] {
            if (*made)
                (new DocumentWindow(m_workspace, m_jobs, std::move(**made), this))->show();
            else
                m_workspace.notifyFault(made->error());
        });
}

void PatrolPanel::openMissed() {
    open(tr("Looking for missed roads"),
         [day = m_period->period().to,
          language = language()](core::District& district) -> core::Result<OfficialDocument> {
             const auto words = ReportText::load(language, district);
             if (!words)
                 return core::fail(words);
             const auto missed = core::missedRoads(district, day);
             return missed ? core::Result<OfficialDocument>(missedDocument(district, *missed, *words))
                           : core::fail(missed);
         });
}

void PatrolPanel::openReport() {
    const QString squad = m_squad->currentIndex() > 0 ? m_squad->currentText() : QString();
    open(tr("Counting coverage"),
         [period = m_period->period(), squads = squads(), squad,
          language = language()](core::District& district) -> core::Result<OfficialDocument> {
             const auto words = ReportText::load(language, district);
             if (!words)
                 return core::fail(words);
             const auto picture = core::patrolCoverage(district, period, squads);
             return picture ? core::Result<OfficialDocument>(coverageDocument(district, *picture, squad, *words))
                            : core::fail(picture);
         });
}

} // namespace gridwarden::app
