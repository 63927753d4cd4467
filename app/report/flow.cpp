// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/flow.h"

#include <algorithm>
#include <iterator>

namespace gridwarden::app {

namespace {

class Paginator {
public:
    explicit Paginator(double pageHeight) : m_pageHeight(pageHeight) {}

    void add(const Piece* first, const Piece* last) {
        if (m_pages.empty() || first->startsPage || !fits(first, last))
            newPage();
        for (const Piece* piece = first; piece != last; ++piece) {
            if (!fits(piece, piece + 1))
                newPage();
            place(*piece);
        }
    }
    std::vector<PageContent> finish() { return std::move(m_pages); }

private:
    [[nodiscard]] bool isAtTop() const { return m_pages.back().empty(); }
    void newPage() {
        if (!m_pages.empty() && isAtTop())
            return;
        m_pages.emplace_back();
        m_bottom = 0;
    }
    [[nodiscard]] bool fits(const Piece* first, const Piece* last) const {
        if (isAtTop())
            return true; // what is higher than a page has no better place
        double bottom = m_bottom;
        for (const Piece* piece = first; piece != last; ++piece)
            bottom += piece->spaceBefore + piece->height;
        return bottom <= m_pageHeight + 0.01;
    }
    void place(const Piece& piece) {
        PageContent& page = m_pages.back();
        if (page.empty()) {
            if (piece.repeated) {
                page.push_back({piece.repeated.get(), 0});
                m_bottom = piece.repeated->height;
            }
        } else {
            m_bottom += piece.spaceBefore;
        }
        if (piece.atFoot)
            m_bottom = std::max(m_bottom, m_pageHeight - piece.height);
        page.push_back({&piece, m_bottom});
        m_bottom += piece.height;
    }

    double m_pageHeight;
    double m_bottom = 0;
    std::vector<PageContent> m_pages;
};

} // namespace

void append(Flow& flow, Flow more) {
    flow.insert(flow.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

void setContent(Flow& flow, DocumentBlocks content) {
    flow.front().content = std::make_shared<const DocumentBlocks>(std::move(content));
}

DocumentBlocks contentOf(const Flow& flow) {
    DocumentBlocks all;
    for (const Piece& piece : flow)
        if (piece.content)
            all.insert(all.end(), piece.content->begin(), piece.content->end());
    return all;
}

std::vector<PageContent> paginate(const Flow& flow, double pageHeight) {
    Paginator paginator(pageHeight);
    const Piece* const end = flow.data() + flow.size();
    for (const Piece* first = flow.data(); first != end;) {
        const Piece* last = first + 1;
        while ((last - 1)->keepsWithNext && last != end && !last->startsPage)
            ++last;
        paginator.add(first, last);
        first = last;
    }
    return paginator.finish();
}

} // namespace gridwarden::app
