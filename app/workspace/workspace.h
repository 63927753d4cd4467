// SPDX-License-Identifier: GPL-3.0-or-later
// What every part of the window shares: the open district, one filter, one selection, the actor, and messages.
// The parts never talk to each other directly; they change the workspace and follow its signals.
#pragma once

#include "core/case_actions.h"
#include "core/district.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

namespace gridwarden::app {

enum class NoticeKind { Note, Warning, Fault };

/// A message for the bar over the map; details on request, never a stack of dialogs.
struct Notice {
    NoticeKind kind = NoticeKind::Note;
    QString text;
    QString details;
    QString action = {};            ///< what can be done about it: the words of a button
    std::function<void()> run = {}; ///< does it
};

/// What became of the backup of the day; a type of its own, since Qt would compare a bare Result.
struct DayBackup {
    core::Result<core::BackupEntry> made;
};

class Workspace : public QObject {
    Q_OBJECT
  public:
    explicit Workspace(QObject* parent = nullptr);
    ~Workspace() override;

    // ── The district ──
    [[nodiscard]] core::District* district() const { return m_district.get(); }
    [[nodiscard]] bool canWrite() const;
    /// Closes the one that is open and opens another; the error is returned and nothing is closed when it cannot be opened.
    core::Result<void> openDistrict(const QString& path, core::OpenMode mode = core::OpenMode::ReadWrite);
    core::Result<void> createDistrict(const QString& path, const core::NewDistrict& description);
    /// As openDistrict with one that was opened elsewhere (a worker); it belongs to this thread from now on.
    core::Result<void> adopt(std::unique_ptr<core::District> district);
    void closeDistrict();
    /// While a worker has the district for itself (an import, a check), nobody else reads or writes its file: changes are refused with a
    /// notice, the filter stays as it is, and the district is neither closed nor replaced. Counting from facts() goes on.
    /// `work` names it for those who are refused, for instance "Importing cases.csv".
    void setBusy(bool busy, const QString& work = {});
    /// "district-busy" {work}, for those who refuse by themselves.
    [[nodiscard]] core::Message whyBusy() const;
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] core::Actor actor() const { return m_actor; }
    void setActor(const core::Actor& actor);

    // ── Changing: each reports its fault as a notice and says whether it was done ──
    bool change(const core::Message& label, const core::Store::Body& body);
    std::optional<core::CaseId> report(const core::CaseDraft& draft);
    bool takeStep(core::CaseId id, const core::StepDraft& draft);
    bool undo();
    bool redo();
    /// Tells the workspace that the district was changed elsewhere (an import on a worker): refreshes all.
    void refreshAll();

    // ── Counting: facts and registers as of now ──
    [[nodiscard]] std::shared_ptr<const core::CaseFacts> facts() const { return m_facts; }
    [[nodiscard]] core::FiguresContext figuresContext() const; ///< \pre a district is open
    [[nodiscard]] const core::Filter& filter() const { return m_filter; }
    void setFilter(const core::Filter& filter);
    /// Rows of facts() that pass the filter.
    [[nodiscard]] const core::Selection& filtered() const { return m_filtered; }

    // ── One selection ──
    [[nodiscard]] const std::vector<core::CaseId>& selectedCases() const { return m_selected; }
    [[nodiscard]] core::CaseId currentCase() const; ///< the only or last selected one; null when none
    void selectCases(std::vector<core::CaseId> cases);
    [[nodiscard]] core::AreaId selectedArea() const { return m_area; }
    void selectArea(core::AreaId area);
    /// Asks the map to show something (degrees, CGCS2000).
    void requestZoom(const core::GeoBox& box) { emit zoomRequested(box); }

    // ── Messages ──
    void notify(NoticeKind kind, const QString& text, const QString& details = {});
    void notify(const Notice& notice) { emit noticePosted(notice); }
    void notifyFault(const core::Error& error); ///< through app/text

  signals:
    void districtOpened();
    void districtClosing(); ///< still open while this is told
    void districtClosed();
    /// The backup of the day was made or failed; see District::keepDay.
    void dayBackupMade(const gridwarden::app::DayBackup& backup);
    void busyChanged(bool busy);
    void changed(const gridwarden::core::Touched& touched); ///< after every change, undo, redo; facts() is already new
    void filterChanged();    ///< also after changes that alter what is filtered
    void selectionChanged();
    void areaSelected();
    void actorChanged();
    void zoomRequested(const gridwarden::core::GeoBox& box);
    void noticePosted(const gridwarden::app::Notice& notice);

  private:
    bool refuseWhileBusy(); ///< says so when it does
    void refilter();
    void onTouched(const core::Touched& touched);
    std::unique_ptr<core::District> m_district;
    bool m_isBusy = false;
    QString m_work; ///< that makes it busy
    core::Actor m_actor;
    std::shared_ptr<const core::CaseFacts> m_facts;
    core::Filter m_filter;
    core::Selection m_filtered;
    std::vector<core::CaseId> m_selected;
    core::AreaId m_area;
};

} // namespace gridwarden::app
