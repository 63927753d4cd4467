// SPDX-License-Identifier: GPL-3.0-or-later
// Reads pictures to be looked at beside the window: the newest one that was asked for is told, overtaken ones are not.
#pragma once

#include "app/workspace/latest_wish.h"

#include <QImage>
#include <QObject>

namespace gridwarden::app {

class PictureLoading : public QObject {
    Q_OBJECT
public:
    explicit PictureLoading(QObject* parent = nullptr);
    void request(const QString& file);
    [[nodiscard]] bool isLoading() const { return m_told != m_asked; }

signals:
    /// A null picture comes with the sentence that says why.
    void loaded(const QImage& picture, const QString& problem);

private:
    struct Wish {
        QString file;
        int number;
    };
    int m_asked = 0;
    int m_told = 0;
    LatestWish<Wish> m_thread; ///< the last: answers through the others
};

} // namespace gridwarden::app
