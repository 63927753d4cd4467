// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_pages.h"

#include "app/report/official_blocks.h"
#include "app/report/official_opening.h"
#include "app/report/page_layout.h"

namespace gridwarden::app {

namespace {

int pagesOf(const Flow& flow) {
    return static_cast<int>(paginate(flow, sheet::TypeHeight).size());
}

/// At the foot of the last page, which has to have an even number; where that takes an empty page before it, neither has its number printed.
void addImprint(Flow& flow, Piece imprint, int pagesBefore) {
    const int without = pagesBefore + pagesOf(flow);
    flow.push_back(std::move(imprint));
    const int with = pagesBefore + pagesOf(flow);
    if (with % 2 == 0)
        return;
    flow.back().startsPage = true;
    if (with == without)
        return; // the page after the last
    flow.back().hidesPageNumber = true;
    const Piece empty{.height = 0, .paint = [](QPainter&, QPointF) {}, .startsPage = true, .hidesPageNumber = true};
    flow.insert(flow.end() - 1, empty);
}

} // namespace

std::vector<std::shared_ptr<const Chapter>> officialChapters(const OfficialDocument& document) {
    std::vector<std::shared_ptr<const Chapter>> chapters;
    int pages = 0;
    const auto add = [&](QString title, Flow flow, bool isLast) {
        if (isLast && document.imprint)
            addImprint(flow, officialImprint(document), pages);
        title.remove(QLatin1Char('\n'));
        chapters.push_back(std::make_shared<const Chapter>(std::move(title), std::move(flow), QString(), PageNumberFace::Official));
        pages += chapters.back()->pageCount();
    };
    Flow flow = officialOpening(document);
    append(flow, officialBlocks(document.body, document.language));
    if (Flow ending = officialEnding(document); !ending.empty()) {
        flow.back().keepsWithNext = true;
        append(flow, std::move(ending));
    }
    add(document.title, std::move(flow), document.annexes.empty());
    for (std::size_t i = 0; i < document.annexes.size(); ++i) {
        Flow annex = annexOpening(document, i);
        append(annex, officialBlocks(document.annexes[i].blocks, document.language));
        add(document.annexes[i].title, std::move(annex), i + 1 == document.annexes.size());
    }
    return chapters;
}

} // namespace gridwarden::app
