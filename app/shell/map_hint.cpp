// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/map_hint.h"

#include "app/cases/panel_text.h"

#include <QEvent>
#include <algorithm>

namespace gridwarden::app {

MapHint::MapHint(QWidget* map) : QLabel(map) {
    setObjectName(QStringLiteral("mapHint"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    setMargin(SmallGap);
    setWordWrap(true);
    setAlignment(Qt::AlignCenter);
    setAttribute(Qt::WA_TransparentForMouseEvents); // the click that it speaks of
    map->installEventFilter(this);
    hide();
}

void MapHint::say(const QString& sentence) {
    setText(sentence);
    setVisible(!sentence.isEmpty());
    place();
}

void MapHint::place() {
    constexpr int Margin = 12;
    const int room = parentWidget()->width() - 2 * Margin;
    const int wanted = fontMetrics().horizontalAdvance(text()) + 2 * (margin() + frameWidth()) + SmallGap;
    const int width = std::clamp(wanted, 0, std::max(room, 0));
    resize(width, heightForWidth(width));
    move((parentWidget()->width() - width) / 2, parentWidget()->height() - height() - Margin); // notices come from above
    raise();
}

bool MapHint::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize && isVisibleTo(parentWidget()))
        place();
    return QLabel::eventFilter(watched, event);
}

} // namespace gridwarden::app
