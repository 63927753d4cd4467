// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_file.h"

#include "app/report/desk_paper.h"
#include "app/report/odt_file.h"
#include "app/report/official_pages.h"
#include "app/report/official_type.h"
#include "app/report/official_workbook.h"
#include "core/base/text.h"

namespace gridwarden::app {

std::optional<OfficialFileKind> officialFileKind(const std::filesystem::path& file) {
    const std::string ending = core::lowered(file.extension().string());
    if (ending == ".pdf")
        return OfficialFileKind::Pdf;
    if (ending == ".xlsx")
        return OfficialFileKind::Workbook;
    return ending == ".odt" ? std::optional(OfficialFileKind::OpenDocument) : std::nullopt;
}

const char* officialEnding(OfficialFileKind kind) {
    switch (kind) {
    case OfficialFileKind::OpenDocument:
        return ".odt";
    case OfficialFileKind::Workbook:
        return ".xlsx";
    case OfficialFileKind::Pdf:
        break;
    }
    return ".pdf";
}

core::Result<OfficialFile> writeOfficial(const std::filesystem::path& file, bool overwrite,
                                         const OfficialDocument& document) {
    const auto kind = officialFileKind(file);
    if (!kind)
        return core::fail(core::ErrorCode::BadInput, {"official-ending-unknown", {file.string()}}, file.string());
    if (kind != OfficialFileKind::Pdf) {
        const auto written = kind == OfficialFileKind::Workbook ? writeWorkbook(file, overwrite, document)
                                                                : writeOdt(file, overwrite, document);
        if (!written)
            return core::fail(written);
        return OfficialFile();
    }
    auto notes = officialFaceNotes();
    if (!notes)
        return core::fail(notes);
    const auto pages = writePaper(file, overwrite, QString(document.title).remove(QLatin1Char('\n')),
                                  officialChapters(document), document.language);
    if (!pages)
        return core::fail(pages);
    return OfficialFile{*pages, std::move(*notes)};
}

} // namespace gridwarden::app
