// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/figures/facts_cache.h"

#include "core/base/digest.h"

#include <algorithm>

namespace gridwarden::core {

namespace fs = std::filesystem;

FactsCache::FactsCache(fs::path folder, std::string_view district) : m_folder(std::move(folder)) {
    constexpr std::size_t NameLength = 24;
    m_file = m_folder / (sha256(district).substr(0, NameLength) + ".facts");
}

Result<void> FactsCache::write(const CaseFacts& facts, std::string_view origin, const std::function<bool()>& goOn) const {
    std::error_code problem;
    fs::create_directories(m_folder, problem);
    auto written = FactsFile::write(m_file, facts, origin, goOn);
    prune();
    return written;
}

void FactsCache::prune() const {
    struct Kept {
        fs::path path;
        fs::file_time_type at;
        std::uintmax_t size;
    };
    std::vector<Kept> files;
    std::error_code problem;
    for (fs::directory_iterator each(m_folder, problem), end; !problem && each != end; each.increment(problem)) {
        std::error_code gone;
        if (each->path().extension() == ".facts")
            files.push_back({each->path(), each->last_write_time(gone), each->file_size(gone)});
    }
    std::sort(files.begin(), files.end(), [](const Kept& a, const Kept& b) { return a.at > b.at; });
    std::uintmax_t bytes = 0;
    for (std::size_t i = 0; i < files.size(); ++i) {
        bytes += files[i].size;
        if (i >= MostFiles || bytes > MostBytes)
            fs::remove(files[i].path, problem);
    }
}

} // namespace gridwarden::core
