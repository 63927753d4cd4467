// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/district/cover_panel.h"

#include "app/district/form_fields.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>
#include <cmath>

namespace gridwarden::app {

namespace {

/// A box around a finding, a little wider than its ground, in degrees.
core::GeoBox boxAround(const gis::CoverFinding& finding) {
    const double metres = std::max(60.0, 1.5 * std::sqrt(finding.squareMetres));
    const double north = metres / 111320.0;
    const double east = north / std::max(0.05, std::cos(finding.place.latitude * 3.14159265358979 / 180));
    core::GeoBox box;
    box.include(core::GeoPoint{finding.place.longitude - east, finding.place.latitude - north});
    box.include(core::GeoPoint{finding.place.longitude + east, finding.place.latitude + north});
    return box;
}

} // namespace

CoverPanel::CoverPanel(Workspace& workspace, Jobs& jobs, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_jobs(jobs), m_kind(new QComboBox(this)),
      m_check(new QPushButton(icon(QLatin1String("shield-check")), tr("Check the cover"), this)), m_verdict(makeNote({}, this)),
      m_list(new QListWidget(this)) {
    m_kind->setObjectName(QStringLiteral("coverKind"));
    for (const core::AreaKind kind : core::AllAreaKinds)
        if (kind != core::AreaKind::Road)
            m_kind->addItem(word("area_kinds", core::areaKindKey(kind)), static_cast<int>(kind));
    setKind(core::AreaKind::Grid);
    m_check->setObjectName(QStringLiteral("checkCover"));
    m_check->setToolTip(tr("Looks for gaps, overlaps and faulty outlines among the areas of a kind that are valid today"));
    m_verdict->setObjectName(QStringLiteral("coverVerdict"));
    m_list->setObjectName(QStringLiteral("coverFindings"));
    m_list->setMaximumHeight(130);
    m_list->setUniformItemSizes(true);
    m_list->hide();
    auto* const row = new QHBoxLayout;
    row->addWidget(m_kind);
    row->addWidget(m_check);
    row->addWidget(m_verdict, 1);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_list);
    connect(m_check, &QPushButton::clicked, this, &CoverPanel::check);
    connect(m_list, &QListWidget::itemActivated, this, [this](QListWidgetItem* item) { zoomTo(m_list->row(item)); });
    connect(m_list, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) { zoomTo(m_list->row(item)); });
}

CoverPanel::~CoverPanel() {
    if (m_job != 0)
        m_jobs.cancel(m_job);
}

void CoverPanel::setKind(core::AreaKind kind) {
    if (const int index = m_kind->findData(static_cast<int>(kind)); index >= 0)
        m_kind->setCurrentIndex(index);
}

void CoverPanel::check() {
    if (m_job != 0 || m_workspace.district() == nullptr)
        return;
    const auto kind = static_cast<core::AreaKind>(m_kind->currentData().toInt());
    const core::Day today = m_workspace.district()->timeZone().day(core::now());
    m_check->setEnabled(false);
    m_verdict->setText(tr("Checking …"));
    const auto findings = std::make_shared<std::vector<gis::CoverFinding>>();
    const QPointer<CoverPanel> self(this);
    m_job = m_jobs.start(
        tr("Checking the cover"),
        [findings, kind, today, areas = m_workspace.district()->areaSnapshot()](const Jobs::Progress&, std::stop_token) {
            *findings = gis::checkCover(*areas, kind, today);
        },
        [self, findings] {
            if (!self)
                return;
            self->m_job = 0;
            self->m_check->setEnabled(true);
            self->list(*findings);
        });
}

void CoverPanel::list(const std::vector<gis::CoverFinding>& findings) {
    m_findings = findings;
    m_list->clear();
    for (const gis::CoverFinding& finding : m_findings)
        m_list->addItem(text(finding.what));
    m_list->setVisible(!m_findings.empty());
    m_verdict->setText(m_findings.empty() ? tr("No gaps, no overlaps.")
                                          : tr("%n finding(s). Click one to see its place.", nullptr, static_cast<int>(m_findings.size())));
}

void CoverPanel::zoomTo(int row) {
    const gis::CoverFinding& finding = m_findings[static_cast<std::size_t>(row)];
    if (!finding.areas.empty())
        m_workspace.selectArea(finding.areas.front());
    if (finding.place.longitude != 0 || finding.place.latitude != 0)
        m_workspace.requestZoom(boxAround(finding));
}

} // namespace gridwarden::app
