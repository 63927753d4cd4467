// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/desk_paper.h"

#include "app/report/pdf_file.h"
#include "app/report/text_style.h"
#include "core/base/durable_file.h"

#include <system_error>

namespace gridwarden::app {

core::Result<ReportScope> deskScope(core::District& district, const PaperOptions& options, std::optional<core::Moment> asOf) {
    if (auto font = requireReportFont(); !font)
        return core::fail(font);
    auto text = ReportText::load(options.language, district);
    if (!text)
        return core::fail(text);
    auto figures = district.figures(asOf);
    if (!figures)
        return core::fail(figures);
    const core::Day day = district.timeZone().day(figures->context.asOf);
    return ReportScope{district, std::move(*figures), {day, day}, std::move(*text), utf8(options.printedBy), core::now()};
}

std::shared_ptr<const Chapter> paperChapter(const ReportScope& scope, const QString& title, Flow flow) {
    const QString footer = scope.text("paper_footer", {utf8(scope.district.name()), title, scope.text.time(scope.asOf())});
    return std::make_shared<const Chapter>(title, std::move(flow), footer);
}

core::Result<int> writePaper(const std::filesystem::path& file, bool overwrite, const QString& title, const std::vector<std::shared_ptr<const Chapter>>& chapters,
                             core::Language language) {
    std::error_code problem;
    if (!overwrite && std::filesystem::exists(file, problem))
        return core::fail(core::ErrorCode::Exists, {"file-exists", {file.string()}}, file.string());
    core::PartialFile partial(file);
    int pages = 0;
    {
        PdfFile pdf(partial.path(), title);
        for (const auto& chapter : chapters)
            if (auto added = pdf.add(*chapter); !added)
                return core::fail(core::ErrorCode::Io, {"file-unwritable", {file.string()}}, file.string(), added.error().detail);
        if (auto finished = pdf.finish(language); !finished)
            return core::fail(core::ErrorCode::Io, {"file-unwritable", {file.string()}}, file.string(), finished.error().detail);
        pages = pdf.pageCount();
    }
    if (auto done = partial.finish(overwrite); !done)
        return core::fail(done);
    return pages;
}

} // namespace gridwarden::app
