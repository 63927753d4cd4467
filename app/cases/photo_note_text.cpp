// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_note_text.h"

#include "app/cases/case_labels.h"

#include <QCoreApplication>
#include <QStringList>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(gridwarden::app::PhotoNoteText)
};

/// In the largest unit that says enough.
QString spanText(core::seconds span) {
    constexpr std::int64_t Minute = 60, Hour = 60 * Minute, Day = 24 * Hour;
    const std::int64_t length = std::abs(span.count());
    if (length < 2 * Hour)
        return Words::tr("%1 min").arg((length + Minute / 2) / Minute);
    if (length < 2 * Day)
        return Words::tr("%1 h").arg((length + Hour / 2) / Hour);
    return Words::tr("%n day(s)", "a span of time", static_cast<int>((length + Day / 2) / Day));
}

QString timeText(const core::PhotoNote& note) {
    if (!note.after)
        return Words::tr("no time in the photo");
    const bool isHandling = note.event == core::PhotoNote::Event::Handling;
    if (constexpr core::seconds SameMoment{30}; note.after >= -SameMoment && note.after < SameMoment)
        return isHandling ? Words::tr("taken at the time of the handling")
                          : Words::tr("taken at the time of the report");
    const QString span = spanText(*note.after);
    if (note.after->count() < 0)
        return isHandling ? Words::tr("taken %1 before the handling").arg(span)
                          : Words::tr("taken %1 before the report").arg(span);
    return isHandling ? Words::tr("taken %1 after the handling").arg(span)
                      : Words::tr("taken %1 after the report").arg(span);
}

} // namespace

QString photoNoteText(const core::PhotoNote& note) {
    QStringList parts = {timeText(note)};
    if (note.metres)
        parts << Words::tr("%1 from the place").arg(distanceText(*note.metres));
    else if (!note.hasPlace)
        parts << Words::tr("no place in the photo");
    return parts.join(Words::tr(", ", "between the parts of a note on a photo"));
}

} // namespace gridwarden::app
