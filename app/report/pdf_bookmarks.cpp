// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/pdf_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <exception>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace gridwarden::app {

namespace {

void addOutline(QPDF& pdf, const std::vector<Bookmark>& bookmarks) {
    std::vector<QPDFPageObjectHelper> pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QPDFObjectHandle outlines = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    std::vector<QPDFObjectHandle> items;
    for (const Bookmark& bookmark : bookmarks) {
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pages.at(static_cast<std::size_t>(bookmark.page)).getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/XYZ"));
        for (int i = 0; i < 3; ++i) // place and zoom stay as they are
            target.appendItem(QPDFObjectHandle::newNull());
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(bookmark.title.toStdString()));
        item.replaceKey("/Parent", outlines);
        item.replaceKey("/Dest", target);
        if (!items.empty()) {
            item.replaceKey("/Prev", items.back());
            items.back().replaceKey("/Next", item);
        }
        items.push_back(item);
    }
    outlines.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    outlines.replaceKey("/First", items.front());
    outlines.replaceKey("/Last", items.back());
    outlines.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(items.size())));
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Outlines", outlines);
    if (bookmarks.size() > 2)
        root.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

} // namespace

core::Result<void> finishPdf(const std::filesystem::path& raw, const std::filesystem::path& target, const std::vector<Bookmark>& bookmarks,
                             core::Language language) {
    const auto unwritable = [&](const char* detail) { return core::fail(core::ErrorCode::Io, {"file-unwritable", {target.string()}}, {}, detail); };
    // The library reports everything else by exceptions.
    try {
        QPDF pdf;
        pdf.setAttemptRecovery(false);
        pdf.processFile(raw.c_str());
        if (!bookmarks.empty())
            addOutline(pdf, bookmarks);
        pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString(language == core::Language::Chinese ? "zh-CN" : "en"));
        // The library does not look at what becomes of its last bytes when it closes a file itself.
        const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(target.c_str(), "wb"), std::fclose);
        if (file == nullptr)
            return unwritable(std::strerror(errno));
        QPDFWriter writer(pdf);
        writer.setOutputFile(target.c_str(), file.get(), false);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        if (std::fflush(file.get()) != 0 || std::ferror(file.get()) != 0)
            return unwritable(std::strerror(errno));
    } catch (const std::exception& fault) {
        return unwritable(fault.what());
    }
    return {};
}

} // namespace gridwarden::app
