// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/reader/confinement.h"

#include "gis/process/frame.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <new>
#include <poll.h>
#include <string>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>
#include <vector>

namespace gridwarden::gis {

namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__)
constexpr bool BoundsMemory = false; // the sanitizer reserves terabytes
#else
constexpr bool BoundsMemory = true;
#endif
constexpr rlim_t MostMemory = 896UL << 20;
constexpr rlim_t LargestFile = 1UL << 30;

void bound(__rlimit_resource resource, rlim_t limit) {
    const rlimit value{limit, limit};
    setrlimit(resource, &value);
}

/// The folder of the source, which holds its side files; itself where it is a folder. Also of an archive's inside.
fs::path folderOf(fs::path source) {
    for (const std::string_view archive : {"/vsizip/", "/vsigzip/", "/vsitar/"})
        if (const std::string name = source.string(); name.starts_with(archive)) {
            source = name.substr(archive.size());
            if (!source.is_absolute())
                source = "/" / source;
        }
    std::error_code problem;
    source = fs::weakly_canonical(fs::absolute(source, problem), problem);
    while (!fs::exists(source, problem) && source.has_relative_path())
        source = source.parent_path();
    return fs::is_directory(source, problem) ? source : source.parent_path();
}

class FileRules {
public:
    FileRules() {
        const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
        if (version < 1)
            return;
        m_handled = Reading | LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR |
                    LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR |
                    LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO |
                    LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
        const landlock_ruleset_attr attributes{.handled_access_fs = m_handled};
        m_rules = static_cast<int>(syscall(SYS_landlock_create_ruleset, &attributes, sizeof attributes.handled_access_fs, 0));
    }
    ~FileRules() {
        if (m_rules >= 0)
            close(m_rules);
    }
    FileRules(const FileRules&) = delete;
    FileRules& operator=(const FileRules&) = delete;

    void allowReading(const fs::path& path) const { allow(path, Reading); }
    void allowEverything(const fs::path& path) const { allow(path, m_handled); }
    void enforce() const {
        if (m_rules >= 0)
            syscall(SYS_landlock_restrict_self, m_rules, 0);
    }

private:
    void allow(const fs::path& path, std::uint64_t rights) const {
        const int at = m_rules < 0 || path.empty() ? -1 : open(path.c_str(), O_PATH | O_CLOEXEC);
        if (at < 0)
            return;
        std::error_code problem;
        if (!fs::is_directory(path, problem))
            rights &= ~std::uint64_t{LANDLOCK_ACCESS_FS_READ_DIR};
        const landlock_path_beneath_attr rule{.allowed_access = rights, .parent_fd = at};
        syscall(SYS_landlock_add_rule, m_rules, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
        close(at);
    }
    static constexpr std::uint64_t Reading = LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
    std::uint64_t m_handled = 0;
    int m_rules = -1;
};

void boundFiles(const Confines& confines) {
    const FileRules rules;
    for (const char* system : {"/usr", "/lib", "/lib64", "/etc", "/proc/self", "/sys/devices/system/cpu", "/dev/null",
                               "/dev/urandom", "/opt"})
        rules.allowReading(system);
    for (const char* name : {"PROJ_DATA", "PROJ_LIB", "GDAL_DATA"})
        if (const char* value = std::getenv(name))
            rules.allowReading(value);
    if (!confines.source.empty())
        rules.allowReading(folderOf(confines.source));
    rules.allowReading(confines.overviews);
    rules.allowEverything(confines.folder);
    rules.enforce();
}

/// Calls that reading a file has no use for fail as if the user might not do them.
void boundCalls() {
    constexpr std::array Refused{SYS_socket,         SYS_connect,           SYS_bind,      SYS_listen,   SYS_execve,
                                 SYS_execveat,       SYS_ptrace,            SYS_kill,      SYS_mount,    SYS_unshare,
                                 SYS_process_vm_readv, SYS_process_vm_writev, SYS_io_uring_setup, SYS_bpf, SYS_keyctl};
#if defined(__x86_64__)
    constexpr std::uint32_t Machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    constexpr std::uint32_t Machine = AUDIT_ARCH_AARCH64;
#else
    constexpr std::uint32_t Machine = 0; // unknown: no filter
#endif
    if constexpr (Machine == 0)
        return;
    std::vector<sock_filter> filter = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, Machine, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS), // another machine's calls have other numbers
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
    };
    for (const long call : Refused) {
        filter.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, static_cast<std::uint32_t>(call), 0, 1));
        filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    }
    filter.push_back(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}

} // namespace

void confine(const Confines& confines) {
    std::set_new_handler([] { _exit(OutOfMemoryExit); });
    bound(RLIMIT_CORE, 0);
    if (!confines.writesMuch)
        bound(RLIMIT_FSIZE, LargestFile);
    if (BoundsMemory)
        bound(RLIMIT_DATA, MostMemory);
    prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    boundFiles(confines);
    boundCalls();
}

void endWithProgram(int channel, const fs::path& folder) {
    std::thread([channel, folder] {
        pollfd other{channel, POLLRDHUP, 0};
        while (poll(&other, 1, -1) < 0 && errno == EINTR) {
        }
        std::error_code ignored;
        fs::remove_all(folder, ignored);
        _exit(0);
    }).detach();
}

} // namespace gridwarden::gis
