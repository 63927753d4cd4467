// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/incident_entry.h"

#include "app/cases/incident_card.h"
#include "app/inbox/inbox.h"
#include "app/shell/map_hint.h"

#include <utility>

namespace gridwarden::app {

IncidentEntry::IncidentEntry(Workspace& workspace, MapWidget& map, Inbox& inbox, QWidget& window)
    : QObject(&window), m_workspace(workspace), m_map(map), m_inbox(inbox), m_window(window),
      m_hint(new MapHint(&map)) {
    connect(&map, &MapWidget::incidentRequested, this, &IncidentEntry::open);
    connect(&map, &MapWidget::caseMoved, this, &IncidentEntry::moveCase);
    connect(&map, &MapWidget::toolChanged, this, &IncidentEntry::followTool);
}

void IncidentEntry::followTool() {
    const bool isEntering = m_map.tool() == ToolKind::AddIncident;
    if (!isEntering)
        m_take = nullptr;
    const QString what = m_take ? m_takeHint : tr("A click enters a new incident there.");
    m_hint->say(isEntering ? tr("%1 Esc ends it.").arg(what) : QString());
}

void IncidentEntry::pickPlace(const QString& hint, std::function<void(core::GeoPoint)> take) {
    m_map.setTool(ToolKind::AddIncident);
    m_map.setFocus(); // Esc ends it
    m_take = std::move(take);
    m_takeHint = hint;
    followTool();
}

void IncidentEntry::forgetPick() {
    m_take = nullptr;
    followTool();
}

void IncidentEntry::open(core::GeoPoint place, QPoint globalPosition, const QStringList& photos) {
    if (const auto take = std::exchange(m_take, nullptr)) {
        m_map.setTool(ToolKind::Pan);
        take(place);
        return;
    }
    if (!m_workspace.canWrite())
        return;
    m_map.setMark(place);
    card().openAt(place, m_window.mapFromGlobal(globalPosition));
    if (!photos.isEmpty())
        m_card->addPhotos(photos);
}

void IncidentEntry::correct(const gis::Proposal& proposal) {
    if (!proposal.draft.place) {
        pickPlace(tr("Click the map where it belongs."), [this, placed = proposal](core::GeoPoint place) mutable {
            placed.draft.place = place;
            correct(placed);
        });
        return;
    }
    const core::GeoPoint place = *proposal.draft.place;
    m_map.centreOn(place);
    m_map.setMark(place);
    const QPoint anchor = m_map.screenAt(place).value_or(QPointF(m_map.rect().center())).toPoint();
    card().openWith(proposal.draft, m_map.mapTo(&m_window, anchor), [this, proposal](core::CaseDraft draft) {
        return m_inbox.acceptCorrected(proposal, std::move(draft));
    });
}

void IncidentEntry::close() {
    if (m_card != nullptr)
        m_card->hide();
    m_map.setMark(std::nullopt);
}

void IncidentEntry::moveCase(core::CaseId id, core::GeoPoint place) {
    core::StepDraft draft;
    draft.kind = core::StepKind::Correct;
    draft.detail.place = place;
    draft.detail.note = tr("Moved on the map").toStdString();
    if (m_workspace.takeStep(id, draft))
        m_workspace.notify(NoticeKind::Note, tr("The case was moved. Undo takes it back."));
}

IncidentCard& IncidentEntry::card() {
    if (m_card == nullptr) {
        m_card = new IncidentCard(m_workspace, &m_window);
        connect(m_card, &IncidentCard::saved, this, [this](core::CaseId id) {
            m_map.setMark(std::nullopt);
            m_workspace.selectCases({id});
            m_map.setFocus();
        });
        connect(m_card, &IncidentCard::closed, this, [this] {
            m_map.setMark(std::nullopt);
            m_map.setFocus();
        });
    }
    return *m_card;
}

} // namespace gridwarden::app
