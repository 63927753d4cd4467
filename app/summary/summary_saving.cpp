// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/summary/summary_saving.h"

#include "app/report/official_saving.h"
#include "app/report/summary_official.h"
#include "core/base/durable_file.h"
#include "core/summary/published_summary.h"

#include <QCoreApplication>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SummarySaving)
};

} // namespace

void saveSummary(Workspace& workspace, const core::Summary& summary, core::Language language, QWidget* parent) {
    const core::TimeZone& zone = workspace.district()->timeZone();
    const auto words = ReportText::load(language, zone);
    if (!words)
        return workspace.notifyFault(words.error());
    const QString title = summary.paragraphs.empty() ? Words::tr("Work summary") : QString::fromStdString(summary.paragraphs.front().text());
    const OtherForms others{Words::tr("Numbers to verify later (*.json)"), {QStringLiteral(".json")},
                            [summary](const std::filesystem::path& file, bool overwrite) { return core::writeDurably(file, core::summaryToText(summary), overwrite); }};
    saveOfficial(workspace, title, summaryDocument(summary, *words, zone), parent, others);
}

} // namespace gridwarden::app
