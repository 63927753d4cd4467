// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_place.h"

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <fcntl.h>
#include <sys/statvfs.h>
#include <sys/vfs.h>
#include <unistd.h>
#include <utility>

namespace gridwarden::core {

namespace {

/// The kernel's numbers of file systems whose files lie on another computer. FUSE is not told apart from drives of this computer
/// (NTFS) by its number; what is mounted through it is looked up by its name.
constexpr std::pair<std::uint32_t, const char*> Networks[] = {
    {0x6969, "NFS"},     {0xff534d42, "SMB"}, {0xfe534d42, "SMB"},    {0x517b, "SMB"},  {0x5346414f, "AFS"},
    {0x6b414653, "AFS"}, {0x564c, "NCP"},     {0x73757245, "Coda"},   {0x00c36400, "Ceph"}, {0x01021997, "9P"}};
constexpr std::uint32_t Fuse = 0x65735546;

/// "fuse.sshfs" → "sshfs", of the mount point nearest to the path; empty for drives of this computer.
std::string fuseNetwork(const std::filesystem::path& path) {
    static constexpr const char* Known[] = {"sshfs", "gvfsd-fuse", "rclone", "s3fs", "davfs", "glusterfs", "smbnetfs", "curlftpfs", "cephfs"};
    FILE* mounts = std::fopen("/proc/self/mounts", "re");
    if (mounts == nullptr)
        return {};
    std::string kind;
    std::size_t longest = 0;
    char line[4096];
    while (std::fgets(line, sizeof line, mounts) != nullptr) {
        char point[2048];
        char type[256];
        if (std::sscanf(line, "%*s %2047s %255s", point, type) != 2)
            continue;
        const std::string prefix(point);
        const std::string text = path.string();
        const bool holds = text.compare(0, prefix.size(), prefix) == 0 && (prefix == "/" || text.size() == prefix.size() || text[prefix.size()] == '/');
        if (holds && prefix.size() >= longest) {
            longest = prefix.size();
            kind = type;
        }
    }
    std::fclose(mounts);
    for (const char* known : Known)
        if (kind.find(known) != std::string::npos)
            return known;
    return {};
}

FilePlace realPlace(const std::filesystem::path& path) {
    FilePlace place;
    std::error_code problem;
    const std::filesystem::path file = std::filesystem::absolute(path, problem);
    const std::filesystem::path folder = file.parent_path();
    struct statfs system {};
    if (statfs(folder.c_str(), &system) == 0) {
        const auto number = static_cast<std::uint32_t>(system.f_type);
        for (const auto& [known, name] : Networks)
            if (number == known)
                place.network = name;
        if (number == Fuse)
            place.network = fuseNetwork(std::filesystem::weakly_canonical(file, problem));
    }
    struct statvfs mounted {};
    place.isReadOnlyMedium = statvfs(folder.c_str(), &mounted) == 0 && (mounted.f_flag & ST_RDONLY) != 0;
    place.canWriteFolder = faccessat(AT_FDCWD, folder.c_str(), W_OK | X_OK, AT_EACCESS) == 0;
    place.canWriteFile = faccessat(AT_FDCWD, file.c_str(), W_OK, AT_EACCESS) == 0 || errno == ENOENT; // a new one
    return place;
}

PlaceProbe& scriptedProbe() {
    static PlaceProbe probe;
    return probe;
}

} // namespace

FilePlace placeOfFile(const std::filesystem::path& path) { return scriptedProbe() ? scriptedProbe()(path) : realPlace(path); }
void setPlaceProbe(PlaceProbe probe) { scriptedProbe() = std::move(probe); }

} // namespace gridwarden::core
