// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a report on the screen, painted by the code that writes the PDF.
#pragma once

#include "app/report/chapter.h"
#include "app/workspace/job.h"

#include <QImage>
#include <QWidget>
#include <memory>
#include <vector>

class QLabel;
class QScrollArea;
class QSpinBox;
class QToolButton;

namespace gridwarden::app {

/// One sheet of A4 as a picture. Any thread.
[[nodiscard]] QImage pagePicture(const Chapter& chapter, int page, int number, double dpi);

/// Shows one page at a time, with navigation and zoom. Pictures are made by jobs.
class ReportPreview : public QWidget {
    Q_OBJECT
  public:
    explicit ReportPreview(Jobs& jobs, QWidget* parent = nullptr);

    /// `isWhole` tells whether these are all pages. Stays on the page where it can.
    void setChapters(std::vector<std::shared_ptr<const Chapter>> chapters, bool isWhole);
    /// In place of a page: what is going on, or what is wrong.
    void showMessage(const QString& text);
    [[nodiscard]] int pageCount() const { return m_pageCount; }
    [[nodiscard]] int page() const; ///< from 1; 0 without pages
    void goTo(int page);
    [[nodiscard]] double zoom() const { return m_zoom; } ///< 1: a centimetre is a centimetre
    void setZoom(double zoom);
    void fitWidth();
    /// The picture on the screen belongs to the current page and zoom.
    [[nodiscard]] bool isCurrent() const { return m_shown == m_wanted; }
    [[nodiscard]] QImage picture() const { return m_picture; }

  protected:
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void askForPicture();
    void updateControls();

    Jobs& m_jobs;
    std::vector<std::shared_ptr<const Chapter>> m_chapters;
    int m_pageCount = 0;
    bool m_isWhole = true;
    double m_zoom = 1;
    bool m_fitsWidth = true;
    bool m_beginsAtTop = true; ///< the next picture is that of other chapters
    int m_wanted = 0; // pictures asked for and shown, counted
    int m_shown = 0;
    int m_job = 0;
    QImage m_picture;
    QToolButton* m_back;
    QToolButton* m_forward;
    QToolButton* m_smaller;
    QToolButton* m_larger;
    QToolButton* m_fit;
    QSpinBox* m_number;
    QScrollArea* m_scroll;
    QLabel* m_sheet;
};

} // namespace gridwarden::app
