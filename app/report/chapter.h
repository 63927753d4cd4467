// SPDX-License-Identifier: GPL-3.0-or-later
// Laid-out pages that belong together: what is painted on paper, into a PDF and in the preview alike.
#pragma once

#include "app/report/flow.h"

#include <QString>

namespace gridwarden::app {

/// A bookmark: the title and the page it leads to, counted from 0.
struct Bookmark {
    QString title;
    int page;
};

/// The face of page numbers: that of reports, or Song as official documents have it.
enum class PageNumberFace { Report, Official };

/// Immutable: may be painted from any thread.
class Chapter {
  public:
    /// `title` is its first bookmark; `footer` stands beside the page numbers.
    Chapter(QString title, Flow flow, QString footer, PageNumberFace numbers = PageNumberFace::Report);
    Chapter(const Chapter&) = delete;
    Chapter& operator=(const Chapter&) = delete;

    [[nodiscard]] const QString& title() const { return m_title; }
    /// Its title, then those of its pieces; pages count from 0 in the chapter.
    [[nodiscard]] std::vector<Bookmark> bookmarks() const;
    [[nodiscard]] int pageCount() const { return static_cast<int>(m_pages.size()); }
    /// What it says, for a document to edit.
    [[nodiscard]] DocumentBlocks content() const { return contentOf(m_flow); }
    /// One sheet in report units. `page` counts from 0 in the chapter, `number` is printed on it.
    void paint(QPainter& painter, int page, int number) const;

  private:
    void paintFooter(QPainter& painter, int number) const;
    QString m_title;
    Flow m_flow;
    QString m_footer;
    PageNumberFace m_numbers;
    std::vector<PageContent> m_pages;
};

} // namespace gridwarden::app
