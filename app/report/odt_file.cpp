// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/odt_file.h"

#include "app/report/odt_xml.h"
#include "core/archive/zip_file.h"
#include "core/base/durable_file.h"

#include <fmt/format.h>

namespace gridwarden::app {

namespace {

constexpr const char* MediaType = "application/vnd.oasis.opendocument.text";

std::string metaOf(const OfficialDocument& document) {
    return fmt::format("{}<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                       "xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" office:version=\"1.2\"><office:meta><meta:generator>Gridwarden</meta:generator>"
                       "<dc:title>{}</dc:title><dc:language>{}</dc:language></office:meta></office:document-meta>\n",
                       XmlHead, xmlText(document.title), document.language == core::Language::English ? "en-US" : "zh-CN");
}

std::string manifestOf(const OdtContent& content) {
    std::string entries;
    const auto add = [&](const std::string& path, const char* type, const char* version) {
        entries += fmt::format("<manifest:file-entry manifest:full-path=\"{}\"{} manifest:media-type=\"{}\"/>", path, version, type);
    };
    add("/", MediaType, " manifest:version=\"1.2\"");
    for (const char* part : {"content.xml", "styles.xml", "meta.xml"})
        add(part, "text/xml", "");
    for (const auto& [name, bytes] : content.pictures)
        add(name, "image/png", "");
    return fmt::format("{}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\">{}</manifest:manifest>\n",
                       XmlHead, entries);
}

} // namespace

core::Result<std::string> odtBytes(const OfficialDocument& document) {
    OdtContent content = odtContent(document);
    std::vector<core::ZipMember> members = {{"mimetype", MediaType, true}, // first, so that its kind is seen in its first bytes
                                            {"META-INF/manifest.xml", manifestOf(content)},
                                            {"meta.xml", metaOf(document)},
                                            {"styles.xml", odtStyles(document)},
                                            {"content.xml", std::move(content.xml)}};
    for (auto& [name, bytes] : content.pictures)
        members.push_back({std::move(name), std::move(bytes), true}); // compressed already
    return core::zipped(members);
}

core::Result<void> writeOdt(const std::filesystem::path& file, bool overwrite, const OfficialDocument& document) {
    const auto bytes = odtBytes(document);
    if (!bytes)
        return core::fail(bytes);
    return core::writeDurably(file, *bytes, overwrite);
}

} // namespace gridwarden::app
