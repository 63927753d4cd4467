// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace gridwarden::app {

/// Over the map, at the middle of its lower edge, while a click there has a meaning of its own: says which.
class MapHint : public QLabel {
    Q_OBJECT
public:
    explicit MapHint(QWidget* map);
    void say(const QString& sentence); ///< empty: nothing, and the hint goes

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
};

} // namespace gridwarden::app
