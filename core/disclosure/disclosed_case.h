// SPDX-License-Identifier: GPL-3.0-or-later
// A case as it may be handed out by the rules: everything else of it is left behind here, so that whoever writes files cannot give it away.
#pragma once

#include "core/cases/case_store.h"
#include "core/disclosure/disclosure_account.h"
#include "core/disclosure/place_lattice.h"
#include "core/figures/filter.h"
#include "core/store/seal.h"

#include <map>
#include <memory>

namespace gridwarden::core {

struct DisclosedCase {
    std::string number;
    CaseState state = CaseState::Reported;
    CategoryId category;
    std::string categoryText, description, address;
    AreaId grid;
    OrganisationId organisation;
    std::string person;                          ///< name or code, as the rules say; else empty
    std::vector<std::string> roles;              ///< keys, where the rules say so
    std::optional<Moment> reported, due, closed; ///< where only days are told, their first moments
    std::int16_t source = -1;                    ///< position in CaseFacts::sources()
    std::optional<double> quantity;
    std::string unit;
    std::optional<GeoPoint> place;
    std::vector<std::string> pictures; ///< SHA-256 of those to be handed out
};

/// Snapshots, so that it may be taken to another thread.
struct DisclosureContext {
    std::shared_ptr<const AreaRegister> areas;
    std::shared_ptr<const CategoryRegister> categories;
    std::shared_ptr<const PeopleRegister> people;
    TimeZone zone;
    std::string district; ///< its name
};

class CaseDisclosure {
  public:
    /// Reads the names and telephone numbers that are to be found in texts: of all reporters of the district, where they are plain or `key`
    /// opens them, and of its people unless the rules tell their names. Errors: NotFound "category-unknown" {key}; Database; those of openContact.
    [[nodiscard]] static Result<CaseDisclosure> begin(DisclosureRules rules, DisclosureContext context, Moment asOf, Connection& connection,
                                                      const UnsealKey* key = nullptr);

    /// The next cases, rows of the facts. Errors: Database.
    [[nodiscard]] Result<std::vector<DisclosedCase>> take(const CaseFacts& facts, std::span<const std::uint32_t> rows, Connection& connection);
    /// A picture that was to be handed out could not be.
    void leaveOutPicture();
    /// Of all that was taken so far.
    [[nodiscard]] const DisclosureAccount& account() const { return m_account; }

  private:
    CaseDisclosure() = default;
    Result<void> readNames(Connection& connection, const UnsealKey* key);
    Result<void> readPlaceRules();
    [[nodiscard]] std::string masked(const std::string& text);
    [[nodiscard]] std::optional<Moment> told(std::int64_t time) const;
    [[nodiscard]] std::optional<GeoPoint> placeOf(const CaseFact& fact);
    void takePerson(const CaseFact& fact, DisclosedCase& disclosed);
    Result<void> takeAttachments(CaseId id, DisclosedCase& disclosed, Connection& connection);
    [[nodiscard]] DisclosedCase disclosed(const CaseFact& fact, const CaseText& text);
    DisclosureContext m_context;
    std::shared_ptr<KnownNames> m_names;
    TraceSearch m_search;
    std::unordered_map<std::int64_t, PlaceRule> m_placeOfCategory; ///< where another rule holds
    DisclosureAccount m_account;
};

} // namespace gridwarden::core
