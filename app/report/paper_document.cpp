// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/paper_document.h"

#include "app/report/desk_paper.h"

namespace gridwarden::app {

namespace {

constexpr int LowestHeading = 4;

/// \param below how many levels its headings go down
void append(DocumentBlocks& body, DocumentBlocks blocks, int below) {
    for (DocumentBlock& block : blocks) {
        if (auto* const heading = std::get_if<DocumentHeading>(&block))
            heading->level = std::min(heading->level + below, LowestHeading);
        body.push_back(std::move(block));
    }
}

/// Takes the heading that a chapter begins with.
QString takeTitle(DocumentBlocks& blocks) {
    const auto* const heading = blocks.empty() ? nullptr : std::get_if<DocumentHeading>(&blocks.front());
    if (heading == nullptr)
        return {};
    QString title = heading->text;
    blocks.erase(blocks.begin());
    return title;
}

} // namespace

OfficialDocument paperDocument(const std::vector<std::shared_ptr<const Chapter>>& chapters, core::Language language) {
    OfficialDocument document;
    document.language = language;
    for (const std::shared_ptr<const Chapter>& chapter : chapters) {
        DocumentBlocks blocks = chapter->content();
        const QString title = takeTitle(blocks);
        if (document.title.isEmpty()) {
            document.title = title;
            append(document.body, std::move(blocks), 0);
            continue;
        }
        document.body.emplace_back(DocumentPageBreak());
        document.body.emplace_back(DocumentHeading{1, chapter->title()});
        append(document.body, std::move(blocks), 1);
    }
    return document;
}

core::Result<OfficialFile> writePaperAs(const std::filesystem::path& file, bool overwrite, const QString& title,
                                        const std::vector<std::shared_ptr<const Chapter>>& chapters,
                                        core::Language language) {
    const auto kind = officialFileKind(file);
    if (kind && kind != OfficialFileKind::Pdf)
        return writeOfficial(file, overwrite, paperDocument(chapters, language));
    const auto pages = writePaper(file, overwrite, title, chapters, language);
    return pages ? core::Result<OfficialFile>(OfficialFile{*pages, {}}) : core::fail(pages);
}

} // namespace gridwarden::app
