// SPDX-License-Identifier: GPL-3.0-or-later
// The facts of the open district: from the snapshot of the last time where it is of this state of the file, else from the file.
#include "core/district.h"
#include "core/store/file_header.h"
#include "core/store/schema.h"

#include <fmt/format.h>

namespace gridwarden::core {

Result<std::shared_ptr<const CaseFacts>> District::facts() {
    if (auto current = catchUp(); !current)
        return fail(current);
    if (!m_factsLoaded) {
        const std::string origin = factsOrigin();
        auto kept = origin.empty() ? nullptr : factsCache().read(origin);
        if (kept) {
            m_keptFacts = origin;
            m_keeper.take(std::move(kept));
        } else if (auto loaded = m_keeper.load(connection()); !loaded) {
            return fail(loaded);
        }
        m_factsLoaded = true;
    }
    return m_keeper.snapshot();
}

Result<std::shared_ptr<const ActivityRegister>> District::activities() {
    if (auto current = catchUp(); !current)
        return fail(current);
    if (!m_activities) {
        auto loaded = loadActivities(connection());
        if (!loaded)
            return fail(loaded);
        m_activities = std::make_shared<const ActivityRegister>(std::move(*loaded));
    }
    return m_activities;
}

std::string District::factsOrigin() {
    if (m_factsCache.empty() || m_isStale || m_store->schema() != CurrentSchema)
        return {};
    const auto head = connection().text("SELECT sequence || ' ' || hash FROM journal ORDER BY sequence DESC LIMIT 1");
    const auto header = readFileHeader(connection()); // its counter tells what another program wrote
    return head && header && header->isSqlite ? fmt::format("{} {} {}", *head, header->changeCounter, m_store->schema()) : std::string();
}

FactsCache District::factsCache() {
    // The first entry stays for the life of a district, wherever its file lies.
    return {m_factsCache, connection().text("SELECT hash FROM journal ORDER BY sequence LIMIT 1").value_or("")};
}

std::optional<District::KeepFacts> District::factsToKeep(std::size_t fewestCases) {
    const std::string origin = factsOrigin();
    if (origin.empty() || !m_factsLoaded || origin == m_keptFacts || m_keeper.snapshot()->size() < fewestCases)
        return std::nullopt;
    m_keptFacts = origin;
    return [facts = m_keeper.snapshot(), cache = factsCache(), origin](const std::function<bool()>& goOn) { return cache.write(*facts, origin, goOn); };
}

Result<District::Figures> District::figures(std::optional<Moment> asOf) {
    if (auto current = catchUp(); !current)
        return fail(current);
    const Moment moment = asOf.value_or(now());
    auto known = facts();
    if (known && asOf && *asOf < now())
        known = factsAsOf(connection(), calendars(), **known, *asOf);
    if (!known)
        return fail(known);
    Figures figures{std::move(*known), {}};
    figures.context = {figures.facts.get(), &areas(), &categories(), timeZone(), moment, &connection(), &people()};
    return figures;
}

} // namespace gridwarden::core
