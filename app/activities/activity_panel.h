// SPDX-License-Identifier: GPL-3.0-or-later
// The work of a day: counting it, what is planned for it, and what has been counted; and the sums of a period.
#pragma once

#include "app/activities/activity_form.h"
#include "app/workspace/marked_points.h"

class QDateEdit;
class QLabel;
class QPushButton;
class QTabWidget;
class QTreeWidget;
class QTreeWidgetItem;

namespace gridwarden::app {

class ActivitySums;

class ActivityPanel : public QWidget {
    Q_OBJECT
public:
    ActivityPanel(Workspace& workspace, QWidget* parent);
    /// Ready for typing: a new one for today where nothing is being changed.
    void startCounting();
    /// The place of what is being counted, clicked on the map.
    void setPoint(core::GeoPoint point);
    [[nodiscard]] std::optional<core::GeoPoint> point() const { return m_form->point(); }
    /// Where the work that is listed was done, for the map; none while the panel is not seen.
    [[nodiscard]] MarkedPoints& places() { return *m_places; }
    /// False while another panel lies over it: a dock behind a tab counts as visible.
    void setSeen(bool isSeen);
    /// Entries of a period, such as those behind a number.
    void showEntries(core::Period period, std::vector<core::ActivityId> entries);
    /// On its day.
    void showEntry(core::ActivityId id);

signals:
    void placeWanted();
    void pointChanged();
    void importWanted();

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void begin();          ///< with today and empty fields, in the district that is open now
    void followMidnight(); ///< a panel that is on today stays on today
    [[nodiscard]] core::Day today() const;
    void setDay(core::Day day);
    void refresh();
    void fillPlanned(const core::District& district);
    void fillCounted(const core::District& district);
    void confirm();
    void edit();
    void remove();
    void followSelection();
    void markPlaces();
    void onPlaceClicked(std::size_t place);
    [[nodiscard]] bool showsSums() const;
    [[nodiscard]] const core::Activity* current() const;
    Workspace& m_workspace;
    core::Day m_day;
    core::Day m_today; ///< when the panel was last put on today
    std::shared_ptr<const core::ActivityRegister> m_activities;
    bool m_isSeen = true;
    bool m_hasNewLists = true; ///< kinds or people that the form does not offer yet
    MarkedPoints* m_places;
    std::vector<core::ActivityId> m_placed; ///< beside the places
    QTabWidget* m_tabs;
    ActivitySums* m_sums;
    QDateEdit* m_date;
    ActivityForm* m_form;
    QLabel* m_plannedTitle;
    QTreeWidget* m_planned;
    QPushButton* m_confirm;
    QLabel* m_countedTitle;
    QTreeWidget* m_counted;
    QLabel* m_empty;
    QPushButton* m_edit;
    QPushButton* m_remove;
};

} // namespace gridwarden::app
