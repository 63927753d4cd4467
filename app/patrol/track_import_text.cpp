// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/patrol/track_import_text.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(TrackImport)
};

QString kilometres(double metres) {
    return QString::number(metres / 1000, 'f', 1);
}

QStringList cleaningLines(const core::CleaningAccount& account) {
    QStringList lines;
    const auto add = [&](std::size_t count, const QString& what) {
        if (count > 0)
            lines += what.arg(count);
    };
    add(account.withoutPlace, Words::tr("%1 fixes without a place left out"));
    add(account.wrongTime, Words::tr("%1 fixes with a clock that was not set left out"));
    add(account.repeated + account.sameTime, Words::tr("%1 repeated fixes left out"));
    add(account.jumps, Words::tr("%1 jumps left out"));
    add(account.inStops, Words::tr("%1 fixes taken together where somebody stood"));
    add(account.outOfOrder, Words::tr("%1 fixes put in the order of their times"));
    constexpr std::int64_t DayMs = 86'400'000;
    if (account.clockShiftMs != 0)
        lines += Words::tr("the clock set right by %1 days").arg(account.clockShiftMs / DayMs);
    return lines;
}

} // namespace

QString trackImportText(const QString& file, const gis::ReadTracks& read, const core::TrackImport& written) {
    QStringList lines;
    lines += Words::tr("%1: %2 tracks, %3 km, %4 h")
                 .arg(file)
                 .arg(written.tracks)
                 .arg(kilometres(written.metres), QString::number(written.movingHours, 'f', 1));
    if (written.known > 0)
        lines += Words::tr("%1 tracks are in the district already").arg(written.known);
    if (written.unusable > 0)
        lines += Words::tr("%1 tracks are too short to be used").arg(written.unusable);
    if (written.unmatchedMetres >= 100)
        lines += Words::tr("%1 km along no road of the district").arg(kilometres(written.unmatchedMetres));
    lines += cleaningLines(written.cleaned);
    for (const core::Message& remark : read.remarks)
        lines += text(remark);
    constexpr std::size_t Shown = 5;
    for (std::size_t i = 0; i < std::min(Shown, read.problems.size()); ++i)
        lines += Words::tr("row %1: %2").arg(read.problems[i].row).arg(text(read.problems[i].reason));
    if (read.rejected > Shown)
        lines += Words::tr("%1 positions refused in all").arg(read.rejected);
    return lines.join(QStringLiteral("\n    "));
}

} // namespace gridwarden::app
