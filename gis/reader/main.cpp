// SPDX-License-Identifier: GPL-3.0-or-later
// gridwarden-reader FOLDER SOURCE OVERVIEWS WRITES: reads a stranger's file for the program that started it. Not for people.
#include "gis/reader/answers.h"
#include "gis/reader/confinement.h"
#include "gis/reader/open.h"
#include "gis/reader/overviews.h"

#include <cstdio>
#include <unistd.h>

using namespace gridwarden;

namespace {

core::Result<void> answer(gis::Connection& connection, const gis::Frame& question) {
    gis::WireReader wire(question.bytes);
    switch (question.kind) {
    case gis::FrameKind::Describe:
        return answerDescribe(connection, wire);
    case gis::FrameKind::Rows:
        return answerRows(connection, wire);
    case gis::FrameKind::Shapes:
        return answerShapes(connection, wire);
    case gis::FrameKind::Attributes:
        return answerAttributes(connection, wire);
    case gis::FrameKind::Image:
        return answerImage(connection, wire);
    case gis::FrameKind::Overviews:
        return answerOverviews(connection, wire);
    case gis::FrameKind::Picture:
        return answerPicture(connection, wire);
    default:
        return {}; // a Cancel that came too late
    }
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fputs("gridwarden-reader is started by gridwarden.\n", stderr);
        return 2;
    }
    gis::confine({.source = argv[2], .overviews = argv[3], .folder = argv[1], .writesMuch = *argv[4] != '\0'});
    gis::useOverviews(argv[3]);
    gis::endWithProgram(gis::ReaderChannel, argv[1]);
    gis::registerDrivers();
    gis::Connection connection(gis::ReaderChannel);
    while (true)
        if (const auto done = answer(connection, connection.receive()); !done)
            connection.fail(done.error());
}
