// SPDX-License-Identifier: GPL-3.0-or-later
// By which rules records are handed out (对外提供): what is left out, masked or made coarser. Rules are data; names and telephone
// numbers of reporters are left out by all of them.
#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace gridwarden::core {

/// Of the bureau's own people, as handlers of cases. Names and Codes go with the organisation, Roles as well; Nobody leaves it alone.
enum class PeopleShown { Names, Codes, Roles, Nobody };
/// Masked: with marks in the place of what tells who somebody is (core/disclosure/personal_traces.h).
enum class TextShown { Masked, None };
/// Pictures: as JPEG without what a camera wrote into it. Papers are never handed out.
enum class PhotosShown { None, Pictures };
enum class TimesShown { Exact, Days };

struct PlaceRule {
    enum class How { Exact, Lattice, Grid, None };
    How how = How::None;
    double metres = 0; ///< of the lattice's squares; 0 otherwise
    bool operator==(const PlaceRule&) const = default;
};

/// Another rule for categories and all under them, by their keys ("2026:matter:09006"). The first that fits holds.
struct CategoryPlaceRule {
    std::vector<std::string> categories;
    PlaceRule place;
    bool operator==(const CategoryPlaceRule&) const = default;
};

struct DisclosureRules {
    std::string key; ///< of the shipped rules, else the bureau's own
    std::string name, english;
    PeopleShown people = PeopleShown::Nobody;
    TextShown descriptions = TextShown::None;
    TextShown addresses = TextShown::None;
    bool maskHouseNumbers = true;
    PlaceRule places;
    std::vector<CategoryPlaceRule> placesByCategory;
    PhotosShown photos = PhotosShown::None;
    TimesShown times = TimesShown::Days;
    int smallestCount = 5;            ///< counts below it are not told; 0: all are
    std::vector<std::string> noNames; ///< what may stand for a reporter and is nobody's name
    bool operator==(const DisclosureRules&) const = default;
};

inline constexpr double CoarsestLatticeMetres = 100'000;

/// Reads rules in the form of resources/disclosure. Every member has to be there except `places_by_category` and `no_names`.
/// Errors: BadInput "disclosure-rules-unreadable", "disclosure-member-unknown" {member}, "disclosure-member-missing" {member},
/// "disclosure-value-refused" {member, value}.
[[nodiscard]] Result<DisclosureRules> disclosureRulesFromText(std::string_view text);

/// The shipped rules, the strictest first: "public", "partner".
[[nodiscard]] const std::vector<std::string>& shippedDisclosureRules();
/// Shipped rules by their key, or those of a file. Errors: as disclosureRulesFromText with the file as subject; NotFound
/// "disclosure-rules-unknown" {name} where it is neither; Io.
[[nodiscard]] Result<DisclosureRules> disclosureRulesNamed(const std::string& keyOrFile);

} // namespace gridwarden::core
