// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_comparison.h"
#include "tests/app/cases/fixture.h"

#include <QWheelEvent>

using namespace gridwarden;
using app::PhotoComparison;

namespace {

QImage plain(QSize size, QColor colour) {
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    return image;
}

/// Red at the left and blue at the right, in a room of 400 × 300.
struct Compared {
    PhotoComparison widget;

    Compared() {
        widget.resize(400, 300);
        widget.setPicture(PhotoComparison::Left, plain({800, 600}, Qt::red), QStringLiteral("before"));
        widget.setPicture(PhotoComparison::Right, plain({1600, 1200}, Qt::blue), QStringLiteral("after"));
        test::showAndActivate(widget);
        widget.setFocus();
    }
    [[nodiscard]] QColor at(int x, int y) { return widget.grab().toImage().pixelColor(x, y); }
    void drag(QPoint from, QPoint to) {
        QTest::mousePress(&widget, Qt::LeftButton, {}, from);
        QMouseEvent move(QEvent::MouseMove, QPointF(to), widget.mapToGlobal(QPointF(to)), Qt::NoButton, Qt::LeftButton,
                         Qt::NoModifier);
        QCoreApplication::sendEvent(&widget, &move);
        QTest::mouseRelease(&widget, Qt::LeftButton, {}, to);
    }
    void wheel(QPointF at, int notches) {
        QWheelEvent event(at, widget.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&widget, &event);
    }
};

} // namespace

TEST_CASE("left of the line is the first photo and right of it the second", "[app][photo]") {
    Compared compared;
    CHECK(compared.widget.line() == 0.5);
    CHECK(compared.at(150, 200) == QColor(Qt::red));
    CHECK(compared.at(250, 200) == QColor(Qt::blue));
    compared.drag({200, 100}, {100, 120});
    CHECK(compared.widget.line() == Approx(0.25));
    CHECK(compared.at(150, 200) == QColor(Qt::blue));
    compared.drag({300, 100}, {360, 100}); // also where the line is not
    CHECK(compared.widget.line() == Approx(0.9));
    CHECK(compared.at(250, 200) == QColor(Qt::red));
}

TEST_CASE("the line is moved with the keyboard and stays inside", "[app][photo]") {
    Compared compared;
    QTest::keyClick(&compared.widget, Qt::Key_Left);
    CHECK(compared.widget.line() == Approx(0.48));
    QTest::keyClick(&compared.widget, Qt::Key_Right, Qt::ShiftModifier);
    CHECK(compared.widget.line() == Approx(0.58));
    QTest::keyClick(&compared.widget, Qt::Key_End);
    QTest::keyClick(&compared.widget, Qt::Key_Right);
    CHECK(compared.widget.line() == 1);
    CHECK(compared.at(380, 200) == QColor(Qt::red));
    QTest::keyClick(&compared.widget, Qt::Key_Home);
    CHECK(compared.widget.line() == 0);
    CHECK(compared.at(20, 200) == QColor(Qt::blue));
}

TEST_CASE("photos of other sizes are fitted to the same room and zoomed together", "[app][photo]") {
    Compared compared;
    PhotoComparison& widget = compared.widget;
    CHECK(widget.place(PhotoComparison::Left) == QRectF(0, 0, 400, 300));
    CHECK(widget.place(PhotoComparison::Right) == QRectF(0, 0, 400, 300));
    compared.wheel({100, 100}, 2);
    CHECK(widget.zoom() > 1.5);
    const QRectF left = widget.place(PhotoComparison::Left);
    CHECK(left == widget.place(PhotoComparison::Right));
    CHECK((100 - left.x()) / left.width() == Approx(0.25)); // what was under the pointer is there still
    CHECK((100 - left.y()) / left.height() == Approx(1 / 3.0));
    const double line = widget.line();
    compared.drag({60, 60}, {80, 90}); // beside the line: what is zoomed is moved
    CHECK(widget.line() == line);
    CHECK(widget.place(PhotoComparison::Left).topLeft() == left.topLeft() + QPointF(20, 30));
    QTest::keyClick(&widget, Qt::Key_0);
    CHECK(widget.zoom() == 1);
    CHECK(widget.place(PhotoComparison::Left) == QRectF(0, 0, 400, 300));
    QTest::keyClick(&widget, Qt::Key_Plus);
    CHECK(widget.zoom() == Approx(1.25));
    QTest::mouseDClick(&widget, Qt::LeftButton, {}, {60, 60});
    CHECK(widget.zoom() == 1);
}

TEST_CASE("a photo that cannot be read says so and the other one is seen", "[app][photo]") {
    Compared compared;
    compared.widget.setPicture(PhotoComparison::Left, {}, QStringLiteral("It cannot be read."));
    CHECK(compared.widget.place(PhotoComparison::Left).isEmpty());
    CHECK(compared.at(250, 200) == QColor(Qt::blue));
    CHECK(compared.at(20, 280) != QColor(Qt::red));
}
