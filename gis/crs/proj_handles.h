// SPDX-License-Identifier: GPL-3.0-or-later
// Owners of PROJ's objects; for the .cpp files of this folder only.
#pragma once

#include <memory>
#include <proj.h>
#include <string>

namespace gridwarden::gis {

struct ProjDeleter {
    void operator()(PJ_CONTEXT* context) const { proj_context_destroy(context); }
    void operator()(PJ* object) const { proj_destroy(object); }
    void operator()(PJ_OBJ_LIST* list) const { proj_list_destroy(list); }
};
using ProjContext = std::unique_ptr<PJ_CONTEXT, ProjDeleter>;
using ProjObject = std::unique_ptr<PJ, ProjDeleter>;
using ProjList = std::unique_ptr<PJ_OBJ_LIST, ProjDeleter>;

/// A context that uses no network and prints nothing.
[[nodiscard]] inline ProjContext makeProjContext() {
    ProjContext context(proj_context_create());
    proj_context_set_enable_network(context.get(), 0);
    proj_log_func(context.get(), nullptr, [](void*, int, const char*) {});
    return context;
}

} // namespace gridwarden::gis
