// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/filter_wish.h"

#include "core/store/interruption.h"

namespace gridwarden::app {

core::FiguresContext contextOf(const FilterWish& wish) {
    return {.facts = wish.facts.get(),
            .areas = wish.areas.get(),
            .categories = wish.categories.get(),
            .zone = wish.zone,
            .asOf = wish.asOf,
            .connection = nullptr,
            .people = wish.people.get()};
}

core::Result<core::Selection> selectBeside(const FilterWish& wish, const std::stop_token& stop) {
    core::FiguresContext context = contextOf(wish);
    if (wish.filter.text.empty())
        return core::select(context, wish.filter);
    auto connection = core::Connection::open(wish.district, core::Connection::Access::ReadOnly);
    if (!connection)
        return core::fail(connection);
    const core::Interruption interruption(*connection, [&stop] { return !stop.stop_requested(); });
    context.connection = &*connection;
    return core::select(context, wish.filter);
}

} // namespace gridwarden::app
