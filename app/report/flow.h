// SPDX-License-Identifier: GPL-3.0-or-later
// A report as one long column of pieces, and how the column is cut into pages. All lengths are report units.
#pragma once

#include "app/report/official_document.h"

#include <QPainter>
#include <QPointF>
#include <QString>
#include <functional>
#include <memory>
#include <vector>

namespace gridwarden::app {

/// What is never cut: a line of text, a row of a table, the map.
struct Piece {
    double height = 0;
    /// Paints with the upper left corner at the point, as wide as the type area. May be called from any thread.
    std::function<void(QPainter&, QPointF)> paint = {};
    double spaceBefore = 0;     ///< left out at the top of a page
    bool keepsWithNext = false; ///< never the last on its page, unless the next one begins a page
    bool startsPage = false;
    std::shared_ptr<const Piece> repeated = {}; ///< painted above it when it is the first on its page: a table's header row
    QString bookmark = {};                      ///< a bookmark leads to its page; empty: none
    bool atFoot = false;                        ///< at the foot of its page, whatever is above
    bool hidesPageNumber = false;               ///< its page has no number printed
    std::shared_ptr<const DocumentBlocks> content = {}; ///< what begins with it, for a document to edit; null: nothing
};

using Flow = std::vector<Piece>;
void append(Flow& flow, Flow more);
/// Notes what a flow says with its first piece. \pre not empty
void setContent(Flow& flow, DocumentBlocks content);
/// What a flow says, in its order.
[[nodiscard]] DocumentBlocks contentOf(const Flow& flow);

struct PlacedPiece {
    const Piece* piece;
    double top; ///< below the upper edge of the type area
};
using PageContent = std::vector<PlacedPiece>;

/// Cuts a flow into pages of a height. Pieces that keep together go to the next page together, unless they are higher than
/// a page. The flow has to outlive the result. No page for an empty flow.
[[nodiscard]] std::vector<PageContent> paginate(const Flow& flow, double pageHeight);

} // namespace gridwarden::app
