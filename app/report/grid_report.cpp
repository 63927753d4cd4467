// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/grid_report.h"

#include "app/report/paper_document.h"
#include "app/report/pdf_file.h"
#include "app/report/report_composer.h"
#include "core/base/durable_file.h"

#include <QTemporaryDir>
#include <set>
#include <system_error>

namespace gridwarden::app {

namespace fs = std::filesystem;

namespace {

core::Result<void> unwritable(const fs::path& path, const std::string& detail = {}) {
    return core::fail(core::ErrorCode::Io, {"file-unwritable", {path.string()}}, {}, detail);
}

core::Result<void> alreadyThere(const fs::path& path) {
    return core::fail(core::ErrorCode::Exists, {"file-exists", {path.string()}});
}

/// What a code may hold and a file name must not.
std::string fileNamePart(std::string_view code) {
    std::string part;
    for (const char c : code)
        part +=
            static_cast<unsigned char>(c) < 0x20 || std::string_view("/\\:*?\"<>|").find(c) != std::string_view::npos
                ? '_'
                : c;
    return part.starts_with('.') ? "_" + part : part;
}

std::vector<fs::path> namesFor(const std::vector<const core::Area*>& areas, core::Period period,
                               OfficialFileKind kind) {
    const std::string days = "_" + core::dayText(period.from) + "_" + core::dayText(period.to);
    std::vector<fs::path> names;
    std::set<std::string> taken;
    for (const core::Area* area : areas) {
        const std::string stem = fileNamePart(area->code);
        std::string name = stem + days;
        // Areas of several kinds, or overlapping in time, may have the same code.
        if (!taken.insert(name).second) {
            name = stem + "_" + std::string(core::areaKindKey(area->kind)) + days;
            for (int i = 2; !taken.insert(name).second; ++i)
                name = stem + "_" + std::to_string(i) + days;
        }
        names.push_back(name + officialEnding(kind));
    }
    return names;
}

/// A hidden folder in the target's folder that holds unfinished files and vanishes with all that is left in it.
class Workshop {
public:
    explicit Workshop(const fs::path& folder) {
        std::error_code error;
        m_madeFolder = fs::create_directory(folder, error) ? folder : fs::path();
        m_folder =
            std::make_unique<QTemporaryDir>(QString::fromStdString((folder / ".gridwarden-report-XXXXXX").string()));
    }
    ~Workshop() {
        m_folder.reset();
        if (!m_madeFolder.empty()) {
            std::error_code error;
            fs::remove(m_madeFolder, error); // only when nothing came to be in it
        }
    }
    Workshop(const Workshop&) = delete;
    Workshop& operator=(const Workshop&) = delete;

    [[nodiscard]] bool isUsable() const { return m_folder->isValid(); }
    [[nodiscard]] fs::path operator/(const fs::path& name) const {
        return fs::path(m_folder->path().toStdString()) / name;
    }

private:
    fs::path m_madeFolder;
    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Moves the finished files to their places; takes those already moved back when one cannot be.
core::Result<void> deliver(const std::vector<std::pair<fs::path, fs::path>>& moves, bool overwrite) {
    std::vector<fs::path> delivered;
    for (const auto& [from, to] : moves) {
        std::error_code error;
        const bool existed = fs::exists(to, error);
        auto done = core::syncFile(from);
        if (done)
            done = core::renameDurably(from, to, overwrite);
        if (!done) {
            for (const fs::path& path : delivered)
                fs::remove(path, error);
            return done;
        }
        if (!existed)
            delivered.push_back(to);
    }
    return {};
}

/// Chapters are gathered first: an office document is written from its beginning to its end.
core::Result<int> writeDocument(ReportComposer& composer, const std::vector<const core::Area*>& areas,
                                const fs::path& path, const ReportProgress& progress) {
    std::vector<std::shared_ptr<const Chapter>> chapters;
    const auto composed = composer.compose(
        areas,
        [&](std::shared_ptr<const Chapter> chapter) -> core::Result<void> {
            chapters.push_back(std::move(chapter));
            return {};
        },
        progress);
    if (!composed)
        return core::fail(composed);
    const auto written = writePaperAs(path, true, {}, chapters, composer.scope().text.language());
    return written ? core::Result<int>(written->pages) : core::fail(written);
}

core::Result<int> writeFile(ReportComposer& composer, const std::vector<const core::Area*>& areas, const fs::path& path,
                            const ReportProgress& progress) {
    if (const auto kind = officialFileKind(path); kind && kind != OfficialFileKind::Pdf)
        return writeDocument(composer, areas, path, progress);
    const ReportScope& scope = composer.scope();
    const QString subject = areas.size() == 1 ? labelOf(*areas.front(), scope.text) : scope.text("summary");
    PdfFile file(path, utf8(scope.district.name()) + QLatin1Char(' ') + subject + QLatin1Char(' ') +
                           scope.text.period(scope.period));
    const auto composed = composer.compose(
        areas, [&](const std::shared_ptr<const Chapter>& chapter) { return file.add(*chapter); }, progress);
    if (!composed)
        return core::fail(composed);
    if (auto finished = file.finish(scope.text.language()); !finished)
        return core::fail(finished);
    return file.pageCount();
}

core::Result<GridReportOutcome> write(ReportComposer& composer, const GridReportOptions& options,
                                      const ReportProgress& progress) {
    const bool isOneFile = options.binding == ReportBinding::OneFile;
    const fs::path folder = !isOneFile                         ? options.output
                            : options.output.has_parent_path() ? options.output.parent_path()
                                                               : fs::path(".");
    const std::vector<const core::Area*>& areas = composer.areas();
    const std::vector<fs::path> names =
        isOneFile ? std::vector{options.output.filename()} : namesFor(areas, options.period, options.kind);
    std::error_code error;
    for (const fs::path& name : names)
        if (!options.overwrite && fs::exists(folder / name, error))
            return core::fail(alreadyThere(folder / name));

    const Workshop workshop(folder);
    if (!workshop.isUsable())
        return core::fail(unwritable(options.output));
    GridReportOutcome outcome{{}, static_cast<int>(areas.size()), 0, composer.notes()};
    std::vector<std::pair<fs::path, fs::path>> moves;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto share = [&](double done) {
            return !progress || progress((static_cast<double>(i) + done) / static_cast<double>(names.size()));
        };
        const auto pages = writeFile(composer, isOneFile ? areas : std::vector{areas[i]}, workshop / names[i], share);
        if (!pages)
            return core::fail(pages);
        outcome.pages += *pages;
        moves.emplace_back(workshop / names[i], folder / names[i]);
        outcome.files.push_back(folder / names[i]);
    }
    if (progress && !progress(1))
        return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
    if (auto delivered = deliver(moves, options.overwrite); !delivered)
        return core::fail(delivered);
    return outcome;
}

} // namespace

core::Result<GridReportOutcome> writeGridReports(core::District& district, const GridReportOptions& options,
                                                 const ReportProgress& progress) {
    const auto composer = ReportComposer::make(district, options, progress);
    if (!composer)
        return core::fail(composer);
    return write(**composer, options, progress);
}

core::Result<void> composeGridReports(core::District& district, const GridReportOptions& options,
                                      const std::function<bool(std::shared_ptr<const Chapter>)>& use,
                                      const ReportProgress& progress) {
    const auto composer = ReportComposer::make(district, options, progress);
    if (!composer)
        return core::fail(composer);
    bool isEnough = false;
    const auto composed = (*composer)->compose(
        (*composer)->areas(),
        [&](std::shared_ptr<const Chapter> chapter) -> core::Result<void> {
            isEnough = !use(std::move(chapter));
            return isEnough ? core::Result<void>(core::fail(core::ErrorCode::Cancelled, {"cancelled", {}}))
                            : core::Result<void>();
        },
        progress);
    return isEnough ? core::Result<void>() : composed;
}

} // namespace gridwarden::app
