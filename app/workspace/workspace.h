// SPDX-License-Identifier: GPL-3.0-or-later
// What every part of the window shares: the open district, one filter, one selection, the actor, and messages.
// The parts never talk to each other directly; they change the workspace and follow its signals.
#pragma once

#include "app/workspace/filter_wish.h"
#include "app/workspace/job.h"
#include "core/case_actions.h"
#include "core/district.h"

#include <QObject>
#include <QString>
#include <functional>
#include <memory>

namespace gridwarden::app {

class Filtering;
struct FilterAnswer;

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
    /// With jobs, long work is done beside the window (see run); they end before the workspace does.
    explicit Workspace(Jobs* jobs = nullptr, QObject* parent = nullptr);
    ~Workspace() override;
    /// For work that does not need the district; null: such work is done at once.
    [[nodiscard]] Jobs* jobs() const { return m_jobs; }

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
    /// notice, the filter stays as it is, and the district is neither closed nor replaced. Counting from facts() goes on, and the
    /// district's registers can be looked at. What it changed is followed when it gives the district back.
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    [[nodiscard]] const QString& workTitle() const { return m_work; } ///< of what makes it busy
    /// "district-busy" {what is done}, for those who refuse by themselves.
    [[nodiscard]] core::Message whyBusy() const;
    /// The district's file, for looking something up; null without a district and while it is busy.
    [[nodiscard]] core::Connection* connection() const { return m_district && !m_isBusy ? &m_district->connection() : nullptr; }
    using LongWork = std::function<void(core::District&, const Jobs::Progress&)>;
    /// Has something done that may take long, by a job that has the district for itself. `title` names it in the status bar and to
    /// those who are refused meanwhile, for instance "Importing cases.csv"; cancelling the job fails the change that it is at.
    /// `ended` is told here afterwards, even of what was cancelled. Without jobs all is done before this returns.
    /// What ends within `patience` is waited for and does not make the district busy for anybody.
    /// None when it was not begun: no district, or busy, which is said; else the number of the job, 0 when it has ended already.
    std::optional<int> run(const QString& title, LongWork work, std::function<void()> ended = {}, std::chrono::milliseconds patience = {});
    static constexpr std::chrono::milliseconds AtOnce{60}; ///< a patience that nobody notices
    [[nodiscard]] core::Actor actor() const { return m_actor; }
    void setActor(const core::Actor& actor);

    // ── Changing: each reports its fault as a notice and says whether it was done ──
    bool change(const core::Message& label, const core::Store::Body& body);
    std::optional<core::CaseId> report(const core::CaseDraft& draft);
    bool takeStep(core::CaseId id, const core::StepDraft& draft);
    bool setContact(core::CaseId id, const core::Contact& contact);
    // These go on beside the window where they take long: true means that it was done or is being done.
    bool undo();
    bool redo();
    /// Takes back these entries, the newest first; ends where another one has come.
    bool undoAll(std::vector<core::EntryId> entries);
    /// As change, for one after which all cases are gone through. `then` is told the end when that comes; the body runs on another thread.
    void changeAll(const QString& title, const core::Message& label, core::Store::Body body, std::function<void(const core::Result<void>&)> then);

    // ── Counting: facts and registers as of now ──
    [[nodiscard]] std::shared_ptr<const core::CaseFacts> facts() const { return m_facts; }
    [[nodiscard]] core::FiguresContext figuresContext() const; ///< \pre a district is open
    /// All that counting beside the window needs, as of now. \pre a district is open
    [[nodiscard]] FilterWish filterWish() const;
    [[nodiscard]] const core::Filter& filter() const { return m_filter; }
    void setFilter(const core::Filter& filter);
    /// Shows other days of the filter while somebody drags them or lets time run: filter() and filtered() are those at once, which
    /// daysMoved tells; everybody else follows when `settleDays` is called. `selected` is what the filter with these days selects.
    void moveDays(std::optional<core::Day> from, std::optional<core::Day> to, core::Selection selected);
    void settleDays();
    /// Rows of filteredFacts() that pass the filter; of a former filter and former facts while isFiltering().
    [[nodiscard]] const core::Selection& filtered() const { return *m_filtered; }
    [[nodiscard]] std::shared_ptr<const core::Selection> filteredRows() const { return m_filtered; }
    [[nodiscard]] const std::shared_ptr<const core::CaseFacts>& filteredFacts() const { return m_filteredFacts; }
    [[nodiscard]] bool isFiltering() const { return m_isFiltering; }
    /// Whether there are so many cases that they are filtered and sorted beside the window, which then follows a little later.
    [[nodiscard]] bool countsBeside() const { return m_facts->size() >= m_countsBesideFrom; }
    void setCountsBesideFrom(std::size_t cases) { m_countsBesideFrom = cases; }

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
    void filterChanged();    ///< filter() is new, or what it is applied to; filtered() follows
    void filteredChanged();  ///< filtered() is new
    void daysMoved();        ///< the days of the filter alone, again and again, and filtered() with them; the two above follow
    void selectionChanged();
    void areaSelected();
    void actorChanged();
    void zoomRequested(const gridwarden::core::GeoBox& box);
    void noticePosted(const gridwarden::app::Notice& notice);

  private:
    bool refuseWhileBusy(); ///< says so when it does
    void giveBack();
    bool take(const QString& title, std::function<core::Result<void>(core::District&)> step);
    void refilter();
    void tellFilter();
    void filterHere();
    void takeFiltered(const FilterAnswer& answer);
    void onTouched(const core::Touched& touched);
    Jobs* m_jobs;
    std::unique_ptr<core::District> m_district;
    bool m_isBusy = false;
    bool m_saysBusy = false; ///< busyChanged was told
    QString m_work;                       ///< that makes it busy
    std::optional<core::Touched> m_missed; ///< what it has changed so far
    core::Actor m_actor;
    std::shared_ptr<const core::CaseFacts> m_facts;
    static constexpr std::size_t UsualDirectCount = 20'000; ///< cases that are gone through within a millisecond or two
    std::size_t m_countsBesideFrom = UsualDirectCount;
    core::Filter m_filter;
    bool m_hasMovedDays = false; ///< filterChanged is still to be told
    std::shared_ptr<const core::Selection> m_filtered = std::make_shared<const core::Selection>();
    std::shared_ptr<const core::CaseFacts> m_filteredFacts;
    bool m_isFiltering = false;
    std::size_t m_filterWish = 0;   ///< the number of the latest
    std::size_t m_answeredWish = 0; ///< whose answer is in m_filtered
    std::unique_ptr<Filtering> m_filtering; ///< from the first large district on
    std::vector<core::CaseId> m_selected;
    core::AreaId m_area;
};

} // namespace gridwarden::app
