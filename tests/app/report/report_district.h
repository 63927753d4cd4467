// SPDX-License-Identifier: GPL-3.0-or-later
// The small district with cases of October 2026, its reports, and what other programs read in the PDFs.
#pragma once

#include "app/report/grid_report.h"
#include "tests/support/small_district.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QStringList>

namespace gridwarden::test {

inline core::Day day(std::string_view text) { return core::parseDay(text).value(); }
inline core::Moment moment(std::string_view text) { return core::parseMoment(text, core::TimeZone()).value(); }
inline const core::Period October{day("2026-10-01"), day("2026-10-31")};

/// What a program prints.
inline QString outputOf(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.start(program, arguments);
    REQUIRE(process.waitForFinished(60'000));
    INFO(process.readAllStandardError().toStdString());
    REQUIRE(process.exitStatus() == QProcess::NormalExit);
    REQUIRE(process.exitCode() == 0);
    return QString::fromUtf8(process.readAllStandardOutput());
}
inline QString pathText(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }
inline QString textOf(const std::filesystem::path& pdf) {
    return outputOf(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), pathText(pdf), QStringLiteral("-")});
}
/// One text for each page.
inline QStringList pagesOf(const std::filesystem::path& pdf) {
    QStringList pages = textOf(pdf).split(QChar(u'\f'));
    if (pages.last().trimmed().isEmpty())
        pages.removeLast();
    return pages;
}
inline int occurrences(const QString& text, const QString& part) { return static_cast<int>(text.count(part)); }
/// One page as a picture of 127 dpi: five pixels are a millimetre.
inline QImage pictureOf(const std::filesystem::path& pdf, int page) {
    const QString stem = pathText(pdf) + QStringLiteral("-page");
    outputOf(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QStringLiteral("127"), QStringLiteral("-f"), QString::number(page),
                                          QStringLiteral("-l"), QString::number(page), QStringLiteral("-singlefile"),
                                          QStringLiteral("-png"), pathText(pdf), stem});
    const QImage picture(stem + QStringLiteral(".png"));
    QFile::remove(stem + QStringLiteral(".png"));
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

/// The small district with imported cases.
struct ReportDistrict : SmallDistrict {
    /// `count` cases in a grid (by its place), one every six hours from 1 October 2026 on. Of four in a row one is closed in time, one is
    /// closed late, one is open and overdue at the end of the month, one has no limit and is open.
    void importCases(std::size_t grid, int count, const std::string& prefix = "3303022026100") {
        std::vector<core::ImportedCase> cases;
        for (int i = 0; i < count; ++i) {
            core::ImportedCase each;
            each.number = prefix + std::to_string(10'000 + i);
            each.reported = moment("2026-10-01T08:00") + std::chrono::hours(6 * (i % 110));
            each.filed = each.reported + std::chrono::minutes(20);
            each.dispatched = each.reported + std::chrono::minutes(40);
            if (i % 4 != 3)
                each.due = each.reported + std::chrono::hours(8);
            if (i % 4 == 0 || i % 4 == 1) {
                each.handled = each.reported + std::chrono::hours(i % 4 == 0 ? 5 : 30);
                each.closed = *each.handled + std::chrono::hours(1);
            }
            each.category = category(i % 3 == 0 ? "09006" : i % 3 == 1 ? "06012" : "09005");
            each.description = "第" + std::to_string(i + 1) + "处占道，人民路网格门前停车";
            each.address = "人民路" + std::to_string(100 + i) + "号";
            each.source = i % 2 == 0 ? "patrol" : "public";
            each.place = core::GeoPoint{120.6405 + 0.01 * static_cast<double>(grid % 2) + 0.0009 * (i % 10),
                                        28.0005 + 0.01 * static_cast<double>(grid / 2) + 0.0008 * (i / 10 % 10)};
            each.organisation = squad;
            cases.push_back(std::move(each));
        }
        core::ImportRecord record;
        record.source = "test.csv";
        const auto done = district->importBatch({"test-import", {}}, actor, record, [&](core::Change& change) -> core::Result<void> {
            const auto written = core::writeImportedCases(*district, change, cases, core::OnDuplicate::Reject);
            return written ? core::Result<void>() : core::Result<void>(core::fail(written));
        });
        INFO((done ? std::string() : done.error().what.key + " " + done.error().detail));
        REQUIRE(done);
    }

    [[nodiscard]] app::GridReportOptions options(std::vector<core::AreaId> areas = {}) const {
        app::GridReportOptions result;
        result.areas = std::move(areas);
        result.period = October;
        result.asOf = moment("2026-11-02T09:00");
        result.output = folder / "report.pdf";
        result.layers.emplace();
        result.printedBy = "张三";
        return result;
    }
    app::GridReportOutcome write(const app::GridReportOptions& wanted) const {
        const auto outcome = app::writeGridReports(*district, wanted);
        INFO((outcome ? std::string() : outcome.error().what.key + " " + outcome.error().detail));
        REQUIRE(outcome);
        return *outcome;
    }
    /// Names of all files and folders beside the district, hidden ones too.
    [[nodiscard]] std::vector<std::string> filesBeside() const {
        std::vector<std::string> names;
        for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
            if (const std::string name = entry.path().filename(); !name.starts_with("small."))
                names.push_back(name);
        return names;
    }
};

} // namespace gridwarden::test
