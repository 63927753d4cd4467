// SPDX-License-Identifier: GPL-3.0-or-later
// The periodic summary (工作总结数据稿): its text with slots, and beside it the summary as it stands for a period. Each number is a link to its records.
#pragma once

#include "app/summary/summary_writing.h"
#include "app/workspace/newest_answer.h"
#include "core/summary/summary_texts.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTextBrowser;
class QUrl;

namespace gridwarden::app {

class LanguageBox;
class PeriodStepper;
class TextEditor;
class Workspace;

class SummaryWindow : public QWidget {
    Q_OBJECT
  public:
    SummaryWindow(Workspace& workspace, QWidget* parent);
    ~SummaryWindow() override;
    [[nodiscard]] bool isWriting() const { return m_delay.isActive() || m_writing.isAsked(); }
    /// What is shown; null before the first and after a fault.
    [[nodiscard]] const core::Summary* summary() const { return m_answer && m_answer->summary ? &*m_answer->summary : nullptr; }
    void setPeriod(core::Period period);

  signals:
    void activitiesWanted(gridwarden::core::Period period, const std::vector<gridwarden::core::ActivityId>& entries);

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    void build();
    void loadTexts(const std::string& key);
    void chooseText();
    [[nodiscard]] bool mayLeaveText();
    void ask();
    void take(const std::shared_ptr<const SummaryAnswer>& answer);
    void showSummary(const core::Summary& summary);
    void showNumber(const QUrl& link);
    void saveText(bool asNew);
    void removeText();
    void saveSummary();
    void publish();
    void followChanges();
    [[nodiscard]] const core::SummaryText* current() const;
    Workspace& m_workspace;
    QComboBox* m_texts;
    PeriodStepper* m_period;
    LanguageBox* m_language;
    TextEditor* m_editor;
    QLabel* m_fault;
    QPushButton* m_saveText;
    QPushButton* m_saveAs;
    QPushButton* m_remove;
    QTextBrowser* m_preview;
    QLabel* m_about;
    QPushButton* m_publish;
    QPushButton* m_export;
    std::vector<core::SummaryText> m_known;
    int m_shownText = -1; ///< the one in the editor
    QTimer m_delay;       ///< typing does not count with each key
    std::optional<SummaryWish> m_wish; ///< the newest
    std::shared_ptr<const SummaryAnswer> m_answer;
    // The last: answer through all of the others.
    NewestAnswer<SummaryWish, SummaryAnswer> m_writing;
    LatestWish<std::pair<std::shared_ptr<const SummaryAnswer>, std::size_t>> m_looking;
};

} // namespace gridwarden::app
