// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/resources.h"

#include "core/base/json_members.h"

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace gridwarden::core {

namespace fs = std::filesystem;

const fs::path& resourceFolder() {
    static const fs::path folder = [] {
        if (const char* set = std::getenv("GRIDWARDEN_RESOURCES"); set != nullptr && *set != '\0')
            return fs::path(set);
        std::error_code problem;
        const fs::path program = fs::read_symlink("/proc/self/exe", problem);
        const fs::path installed = program.parent_path().parent_path() / "share" / "gridwarden";
        if (!problem && fs::exists(installed / "schema", problem))
            return installed;
        return fs::path(GRIDWARDEN_RESOURCE_FOLDER);
    }();
    return folder;
}

Result<std::string> readFile(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string());
    std::ostringstream text;
    text << file.rdbuf();
    if (file.bad())
        return fail(ErrorCode::Io, {"file-unreadable", {path.string()}}, path.string());
    return std::move(text).str();
}

Result<std::string> readResource(std::string_view relativePath) {
    const fs::path path = resourceFolder() / relativePath;
    auto text = readFile(path);
    if (!text)
        return fail(ErrorCode::Io, {"resource-missing", {path.string()}}, path.string());
    return text;
}

Result<nlohmann::json> readJsonResource(std::string_view relativePath) {
    const auto text = readResource(relativePath);
    if (!text)
        return fail(text);
    auto document = parsedJson(*text);
    if (!document)
        return fail(ErrorCode::BadInput, {"json-unreadable", {std::string(relativePath)}}, std::string(relativePath));
    return std::move(*document);
}

} // namespace gridwarden::core
