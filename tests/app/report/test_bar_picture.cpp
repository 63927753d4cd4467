// SPDX-License-Identifier: GPL-3.0-or-later
// Bars are as long as their values say.
#include "app/report/bar_picture.h"
#include "app/report/page_layout.h"
#include "app/report/text_style.h"

#include <QImage>
#include <algorithm>
#include <catch2/catch.hpp>

using namespace gridwarden;
using namespace gridwarden::app;

namespace {

/// Ten pixels to the millimetre.
QImage painted(const DocumentPicture& picture) {
    constexpr double Scale = 254.0 / UnitsPerInch;
    QImage image((picture.millimetres * 10).toSize(), QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(Scale, Scale);
    picture.paint(painter, QSizeF(millimetres(picture.millimetres.width()), millimetres(picture.millimetres.height())));
    return image;
}

/// The longest run of a colour in each row of pixels that has one of at least 20, one value for each bar from top to
/// bottom.
std::vector<int> lengths(const QImage& image, QColor colour) {
    std::vector<int> bars;
    int before = 0;
    for (int y = 0; y < image.height(); ++y) {
        int longest = 0, run = 0;
        for (int x = 0; x < image.width(); ++x) {
            run = image.pixelColor(x, y) == colour ? run + 1 : 0;
            longest = std::max(longest, run);
        }
        longest = longest < 20 ? 0 : longest;
        if (longest > 0 && before == 0)
            bars.push_back(longest);
        before = longest;
    }
    return bars;
}

} // namespace

TEST_CASE("bars are in proportion to their values", "[report][bars]") {
    const BarChart chart{.caption = QStringLiteral("图1"),
                         .bars = {{QStringLiteral("甲"), 200, QStringLiteral("200")},
                                  {QStringLiteral("乙"), 50, QStringLiteral("50")},
                                  {QStringLiteral("丙"), 0, QStringLiteral("0")}}};
    const DocumentPicture picture = barPicture(chart, core::Language::Chinese);
    CHECK(picture.caption == QStringLiteral("图1"));
    CHECK(picture.millimetres.width() == 156);
    const std::vector<int> found = lengths(painted(picture), ink::Accent);
    REQUIRE(found.size() == 2);
    CHECK(static_cast<double>(found[0]) / found[1] == Approx(4).margin(0.05));
}

TEST_CASE("a bar of half the whole is half as long, with the period before beside it", "[report][bars]") {
    BarChart chart{.caption = {},
                   .bars = {{QStringLiteral("甲"), 0.5, QStringLiteral("50%"), 0.25}},
                   .now = QStringLiteral("本期"),
                   .before = QStringLiteral("上期"),
                   .full = 1};
    const double whole = lengths(painted(barPicture({.caption = {}, .bars = {{QStringLiteral("甲"), 1, {}}}, .full = 1},
                                                    core::Language::Chinese)),
                                 ink::Accent)
                             .at(0);
    const QImage image = painted(barPicture(chart, core::Language::Chinese));
    const std::vector<int> now = lengths(image, ink::Accent), before = lengths(image, ink::AccentPale);
    CHECK(*std::max_element(now.begin(), now.end()) / whole == Approx(0.5).margin(0.01)); // the outline of the other one is shorter
    CHECK(before.back() / whole == Approx(0.25).margin(0.02)); // inside its outline
}

TEST_CASE("as many bars as there may be fit on a page of an official document", "[report][bars]") {
    BarChart chart{.caption = QStringLiteral("图"),
                   .bars = std::vector<Bar>(
                       MostBars, Bar{QStringLiteral("很长很长很长很长很长很长很长很长的名称"), 1, QStringLiteral("1")}),
                   .now = QStringLiteral("本期"),
                   .before = QStringLiteral("上期")};
    CHECK(barPicture(std::move(chart), core::Language::Chinese).millimetres.height() <= 225 - 12);
}
