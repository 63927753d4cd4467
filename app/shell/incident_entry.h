// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with cases on the map: a click gives the place that a panel waits for, or opens the card of a new
// incident; a case that is dragged is corrected.
#pragma once

#include "app/map/map_widget.h"

#include <functional>

namespace gridwarden::gis {
struct Proposal;
}

namespace gridwarden::app {

class Inbox;
class IncidentCard;
class MapHint;

class IncidentEntry : public QObject {
    Q_OBJECT
public:
    /// \param window over which the card opens, beside the point even where the map is small
    IncidentEntry(Workspace& workspace, MapWidget& map, Inbox& inbox, QWidget& window);
    /// The next click on the map gives a place and leaves the tool; `hint` says over the map what for.
    void pickPlace(const QString& hint, std::function<void(core::GeoPoint)> take);
    /// Nobody waits for a place any longer.
    void forgetPick();
    /// Takes a place: for whoever waits for one, else the card opens there.
    void open(core::GeoPoint place, QPoint globalPosition, const QStringList& photos);
    /// The card with what a proposal of the inbox says; one without a place is asked for it first.
    void correct(const gis::Proposal& proposal);
    /// The card and its mark go.
    void close();

private:
    IncidentCard& card();
    void followTool();
    void moveCase(core::CaseId id, core::GeoPoint place);
    Workspace& m_workspace;
    MapWidget& m_map;
    Inbox& m_inbox;
    QWidget& m_window;
    MapHint* m_hint;
    IncidentCard* m_card = nullptr;
    std::function<void(core::GeoPoint)> m_take; ///< of whoever waits for a place
    QString m_takeHint;
};

} // namespace gridwarden::app
