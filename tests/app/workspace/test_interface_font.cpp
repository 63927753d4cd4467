// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/interface_font.h"

#include <QApplication>
#include <QFont>
#include <catch2/catch.hpp>

using namespace gridwarden::app;

TEST_CASE("Chinese stands in a sans-serif face, whatever others are installed for documents", "[app][workspace]") {
    const QFont before = QApplication::font();
    preferSansForChinese();
    const QString face = chineseFace();
    INFO(face.toStdString());
    CHECK((face.contains(QStringLiteral("Sans")) || face.contains(QStringLiteral("Hei"))));
    CHECK(QApplication::font().families().first() == before.families().first()); // Latin letters stay as they were
    QApplication::setFont(before);
}
