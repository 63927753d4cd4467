// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/process/protections.h"

#include <cstdint>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace gridwarden::gis {

Protections systemProtections() {
    const std::uint32_t refusing = SECCOMP_RET_ERRNO;
    return {syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) >= 1,
            syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &refusing) == 0};
}

std::vector<core::Message> missingProtections(const Protections& protections) {
    std::vector<core::Message> missing;
    if (!protections.files)
        missing.push_back({"protection-files-missing", {}});
    if (!protections.calls)
        missing.push_back({"protection-calls-missing", {}});
    return missing;
}

} // namespace gridwarden::gis
