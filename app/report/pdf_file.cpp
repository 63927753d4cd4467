// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf_file.h"

#include "app/report/page_layout.h"

#include <QCoreApplication>
#include <QPageSize>
#include <system_error>

namespace gridwarden::app {

namespace {

QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

} // namespace

PdfFile::PdfFile(std::filesystem::path target, const QString& title)
    : m_target(std::move(target)), m_rawPath(m_target.string() + ".raw"), m_raw(pathText(m_rawPath)) {
    if (!m_raw.open(QIODevice::WriteOnly))
        return;
    m_writer = std::make_unique<QPdfWriter>(&m_raw);
    m_writer->setResolution(UnitsPerInch);
    m_writer->setPageSize(QPageSize(QPageSize::A4));
    m_writer->setPageMargins({});
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Gridwarden"));
    m_painter = std::make_unique<QPainter>(m_writer.get());
}

PdfFile::~PdfFile() {
    m_painter.reset();
    m_writer.reset();
    m_raw.close();
    std::error_code ignored;
    std::filesystem::remove(m_rawPath, ignored); // which QFile would not do after an error
}

core::Result<void> PdfFile::unwritable() const {
    return core::fail(core::ErrorCode::Io, {"file-unwritable", {m_target.string()}}, {}, m_raw.errorString().toStdString());
}

core::Result<void> PdfFile::add(const Chapter& chapter) {
    if (!m_painter || !m_painter->isActive())
        return unwritable();
    for (const Bookmark& bookmark : chapter.bookmarks())
        m_bookmarks.push_back({bookmark.title, m_pageCount + bookmark.page});
    for (int page = 0; page < chapter.pageCount(); ++page) {
        if (m_pageCount > 0 && !m_writer->newPage())
            return unwritable();
        ++m_pageCount;
        m_painter->save();
        chapter.paint(*m_painter, page, m_pageCount);
        m_painter->restore();
    }
    return m_raw.error() == QFileDevice::NoError ? core::Result<void>() : unwritable();
}

core::Result<void> PdfFile::finish(core::Language language) {
    if (!m_painter || !m_painter->end() || !m_raw.flush())
        return unwritable();
    m_painter.reset();
    m_writer.reset();
    m_raw.close();
    if (m_raw.error() != QFileDevice::NoError)
        return unwritable();
    return finishPdf(m_rawPath, m_target, m_bookmarks, language);
}

} // namespace gridwarden::app
