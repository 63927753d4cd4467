// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/handout/case_handout.h"

#include "app/handout/account_text.h"
#include "app/handout/handout_file.h"
#include "app/handout/picture_folder.h"

namespace gridwarden::app {

namespace {

constexpr std::size_t PageRows = 1000;

using TakeCase = std::function<core::Result<void>(core::CaseDisclosure&, const core::DisclosedCase&)>;

/// Goes through all cases; what is left of each is handed to `take`.
core::Result<core::CaseDisclosure> goThrough(const CaseHandout& handout, core::Connection& connection, const HandoutProgress& progress, const TakeCase& take) {
    auto disclosure = core::CaseDisclosure::begin(handout.rules, handout.cells.context(), handout.asOf, connection, handout.key.get());
    if (!disclosure)
        return disclosure;
    const std::span<const std::uint32_t> rows(handout.rows);
    for (std::size_t begin = 0; begin <= rows.size(); begin += PageRows) {
        if (progress && !progress(rows.empty() ? 1 : static_cast<double>(begin) / static_cast<double>(rows.size())))
            return core::fail(core::ErrorCode::Cancelled, {"cancelled", {}});
        const auto page = disclosure->take(*handout.facts, rows.subspan(begin, std::min(PageRows, rows.size() - begin)), connection);
        if (!page)
            return core::fail(page);
        for (const core::DisclosedCase& each : *page)
            if (auto taken = take(*disclosure, each); !taken)
                return core::fail(taken);
    }
    return disclosure;
}

} // namespace

core::Result<core::DisclosureAccount> previewHandout(const CaseHandout& handout, core::Connection& connection, const HandoutProgress& progress) {
    const auto disclosure = goThrough(handout, connection, progress, [](core::CaseDisclosure&, const core::DisclosedCase&) { return core::Result<void>(); });
    return disclosure ? core::Result<core::DisclosureAccount>(disclosure->account()) : core::fail(disclosure);
}

core::Result<core::DisclosureAccount> handOutCases(const CaseHandout& handout, core::Connection& connection, const std::filesystem::path& target,
                                                   bool overwrite, const HandoutProgress& progress) {
    if (auto free = checkTarget(target, overwrite); !free)
        return core::fail(free);
    PictureFolder pictures(target);
    if (handout.rules.photos == core::PhotosShown::Pictures)
        if (auto free = pictures.check(); !free)
            return core::fail(free);
    const auto file = openHandout(target, handout.cells, handout.rules);
    if (!file)
        return core::fail(file);
    std::size_t number = 0;
    const auto disclosure =
        goThrough(handout, connection, progress, [&](core::CaseDisclosure& going, const core::DisclosedCase& disclosed) -> core::Result<void> {
            ++number;
            QStringList names;
            for (const std::string& sha256 : disclosed.pictures) {
                const auto name = pictures.add(handout.photos / sha256, number, static_cast<std::size_t>(names.size()) + 1);
                if (!name)
                    return core::fail(name);
                if (name->isEmpty())
                    going.leaveOutPicture();
                else
                    names << *name;
            }
            return (*file)->add(disclosed, names);
        });
    if (!disclosure)
        return core::fail(disclosure);
    const QStringList account = accountText(disclosure->account(), handout.cells.timeZone());
    if (auto completed = (*file)->complete(account); !completed)
        return core::fail(completed);
    if (auto named = pictures.name(); !named)
        return core::fail(named);
    if (auto named = nameWithAccount(target, account, overwrite, [&] { return (*file)->name(overwrite); }); !named) {
        pictures.withdraw();
        return core::fail(named);
    }
    return disclosure->account();
}

} // namespace gridwarden::app
