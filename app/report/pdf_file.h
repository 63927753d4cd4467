// SPDX-License-Identifier: GPL-3.0-or-later
// One PDF: chapters painted page after page, then bookmarks added, which QPdfWriter of Qt 6.4 cannot write.
#pragma once

#include "app/report/chapter.h"
#include "core/base/result.h"
#include "core/base/words.h"

#include <QFile>
#include <QPainter>
#include <QPdfWriter>
#include <filesystem>
#include <memory>

namespace gridwarden::app {

/// Copies a PDF with bookmarks, its language and compact streams. A reader opens it with the bookmarks shown when there are more than two.
/// Errors: Io "file-unwritable" {target}.
core::Result<void> finishPdf(const std::filesystem::path& raw, const std::filesystem::path& target, const std::vector<Bookmark>& bookmarks,
                             core::Language language);

class PdfFile {
  public:
    /// `target` is written when finished; a file beside it is used until then.
    PdfFile(std::filesystem::path target, const QString& title);
    ~PdfFile();
    PdfFile(const PdfFile&) = delete;
    PdfFile& operator=(const PdfFile&) = delete;

    /// Appends a chapter. Errors: Io "file-unwritable" {path}.
    core::Result<void> add(const Chapter& chapter);
    /// Errors: Io "file-unwritable" {path}.
    core::Result<void> finish(core::Language language);
    [[nodiscard]] int pageCount() const { return m_pageCount; }

  private:
    [[nodiscard]] core::Result<void> unwritable() const;
    std::filesystem::path m_target;
    std::filesystem::path m_rawPath;
    QFile m_raw;
    std::unique_ptr<QPdfWriter> m_writer;
    std::unique_ptr<QPainter> m_painter;
    std::vector<Bookmark> m_bookmarks;
    int m_pageCount = 0;
};

} // namespace gridwarden::app
