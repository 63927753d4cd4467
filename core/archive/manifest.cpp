// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/archive/manifest.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <numeric>
#include <set>

namespace gridwarden::core {

namespace {

constexpr int Format = 1;
constexpr std::size_t LongestName = 200;

bool isDistrictName(std::string_view name) {
    return !name.empty() && name.size() <= LongestName && name.front() != '.' && name.front() != ' ' &&
           std::none_of(name.begin(), name.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f || c == '/' || c == '\\' || c == ':'; });
}

bool isDigest(std::string_view text) {
    return text.size() == 64 && std::all_of(text.begin(), text.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

} // namespace

bool isPlainName(std::string_view name) {
    return !name.empty() && name.size() <= LongestName && name.front() != '.' && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '-' || c == '_';
    });
}

std::uint64_t Manifest::bytes() const {
    return std::accumulate(files.begin(), files.end(), std::uint64_t{0}, [](std::uint64_t sum, const ManifestFile& file) {
        return file.bytes > UINT64_MAX - sum ? UINT64_MAX : sum + file.bytes;
    });
}

std::string manifestText(const Manifest& manifest) {
    nlohmann::ordered_json document = {{"format", "gridwarden-archive"}, {"version", Format}, {"name", manifest.name}, {"files", nlohmann::ordered_json::array()}};
    for (const ManifestFile& file : manifest.files)
        document["files"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return document.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

Result<Manifest> manifestFromText(std::string_view text) {
    const auto unreadable = [] { return fail(ErrorCode::BadInput, {"archive-manifest-unreadable", {}}); };
    const auto refused = [](const std::string& name) { return fail(ErrorCode::BadInput, {"archive-name-refused", {name}}); };
    const auto document = nlohmann::json::parse(text, nullptr, false);
    if (!document.is_object() || document.value("format", nlohmann::json()) != "gridwarden-archive" || document.value("version", nlohmann::json()) != Format)
        return unreadable();
    const auto name = document.find("name");
    const auto files = document.find("files");
    if (name == document.end() || !name->is_string() || files == document.end() || !files->is_array())
        return unreadable();
    Manifest manifest;
    manifest.name = name->get<std::string>();
    if (!isDistrictName(manifest.name))
        return refused(manifest.name);
    std::set<std::string> seen;
    for (const auto& entry : *files) {
        if (!entry.is_object() || !entry.contains("path") || !entry["path"].is_string() || !entry.contains("bytes") || !entry["bytes"].is_number_unsigned() ||
            !entry.contains("sha256") || !entry["sha256"].is_string())
            return unreadable();
        ManifestFile file{entry["path"].get<std::string>(), entry["bytes"].get<std::uint64_t>(), entry["sha256"].get<std::string>()};
        const bool isDistrict = file.path == DistrictEntry;
        const bool isBeside = file.path.starts_with(FilesPrefix) && isPlainName(std::string_view(file.path).substr(FilesPrefix.size()));
        if (isDistrict != manifest.files.empty() || (!isDistrict && !isBeside))
            return refused(file.path);
        if (!seen.insert(file.path).second || !isDigest(file.sha256))
            return unreadable();
        manifest.files.push_back(std::move(file));
    }
    if (manifest.files.empty())
        return unreadable();
    return manifest;
}

} // namespace gridwarden::core
