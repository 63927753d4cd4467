// SPDX-License-Identifier: GPL-3.0-or-later
// How areas, organisations or people are evaluated (考核方案): items with weights, where their scores come from, grades, and rules of the ranking. Schemes are
// data: the shipped ones are resources/schemes/*.json, a bureau keeps its own in the district.
#pragma once

#include "core/base/words.h"
#include "core/cases/step.h"
#include "core/district/area.h"
#include "core/figures/figure_definition.h"

namespace gridwarden::core {

enum class SubjectKind { Areas, Organisations, People };
[[nodiscard]] std::string_view subjectKindKey(SubjectKind kind); ///< "areas" …
[[nodiscard]] std::optional<SubjectKind> subjectKindFromKey(std::string_view key);

/// Who is evaluated.
struct SubjectChoice {
    SubjectKind kind = SubjectKind::Areas;
    AreaKind areas = AreaKind::Grid; ///< of Areas
    std::vector<std::string> kinds;  ///< any of these: of organisations words.json "organisation_kinds", of people "roles"; empty: all
    std::vector<std::string> only;   ///< codes, or names of organisations and people; empty: all
    bool operator==(const SubjectChoice&) const = default;
};

/// 100 × the rate, or 100 × (1 − the rate) where less is better; never below 0 or above 100.
struct RateItem {
    std::string figure;
    bool isInverse = false;
    bool operator==(const RateItem&) const = default;
};

/// Both ends belong to the band. The first has no `from` and the last no `to`; a value between two bands belongs to the lower one.
struct Band {
    std::optional<double> from, to;
    double score = 0; ///< 0 … 100
    bool operator==(const Band&) const = default;
};
struct BandItem {
    std::string figure;
    std::vector<Band> bands; ///< ascending
    bool operator==(const BandItem&) const = default;
};

/// Points of the total for each one counted, `most` at most. With a weight, what is taken away is taken from full marks and what is given starts at nought,
/// within 0 and the weight; without a weight the points are added to the total as they are.
struct UnitItem {
    std::string figure;
    double each = 0; ///< below 0: taken away
    double most = 0;
    bool operator==(const UnitItem&) const = default;
};

/// Marks that somebody gives with evidence. Without a weight they are points of the total, −outOf … outOf.
struct HandItem {
    double outOf = 100;
    bool operator==(const HandItem&) const = default;
};

/// What an item without a value does (0 in the denominator, no mark): its weight is spread over the others in proportion to theirs, it counts in full, or as
/// nought.
enum class WhenUndefined { Spread, Full, None };

struct SchemeItem {
    std::string key, name, english;
    std::string group; ///< key; empty: none
    double weight = 0; ///< share of `full`; 0: points beside it
    std::string note, englishNote;
    std::variant<RateItem, BandItem, UnitItem, HandItem> source = HandItem();
    /// Where people are evaluated: whose a case is is who last took such a step in it, and whose a step is is who last took such a step in its case up to then
    /// (of a step of that kind: who took it). None: who handles the case.
    std::optional<StepKind> by;
    std::optional<WhenUndefined> undefined; ///< none: as the scheme says

    [[nodiscard]] const std::string& nameIn(Language language) const { return language == Language::Chinese || english.empty() ? name : english; }
    [[nodiscard]] const std::string& noteIn(Language language) const { return language == Language::Chinese || englishNote.empty() ? note : englishNote; }
    [[nodiscard]] const std::string* figure() const; ///< null: by hand
    bool operator==(const SchemeItem&) const = default;
};

struct SchemeGroup {
    std::string key, name, english;
    bool operator==(const SchemeGroup&) const = default;
};
struct SchemeGrade {
    std::string key, name, english;
    std::optional<double> from; ///< percent of `full`; none: the rest, of the last grade only
    bool operator==(const SchemeGrade&) const = default;
};
/// A figure that decides between equal totals.
struct TieBreaker {
    std::string figure;
    bool isLowerBetter = false;
    std::optional<StepKind> by; ///< as of an item
    bool operator==(const TieBreaker&) const = default;
};
/// Who is on the red or the black list: so many at that end of the ranking, with all of equal rank; whoever has one of the grades.
struct ListRule {
    int count = 0;
    std::vector<std::string> grades;
    bool operator==(const ListRule&) const = default;
};
/// Below so many of a figure a subject is listed and not ranked.
struct FewestCases {
    std::string figure;
    double least = 0;
    std::optional<StepKind> by; ///< as of an item
    bool operator==(const FewestCases&) const = default;
};
/// A period the scheme is meant for: "day", "week", "month", "quarter", "half-year", "year", and what the bureau calls its evaluation.
struct SchemePeriod {
    std::string period, name, english;
    bool operator==(const SchemePeriod&) const = default;
};

struct EvaluationScheme {
    std::string key, name, english;
    std::string note, englishNote; ///< where it comes from, what of it is inferred, what is given by hand and why
    std::string source;
    SubjectChoice subjects;
    double full = 100; ///< what the weights add up to: 100, or 1000 (千分制)
    std::vector<SchemeGroup> groups;
    std::vector<SchemeItem> items;
    std::vector<SchemeGrade> grades; ///< best first; empty: none
    WhenUndefined undefined = WhenUndefined::Spread;
    double leastDefined = 50; ///< percent of the weight that has to have a value; with less a subject is listed and not ranked
    std::optional<FewestCases> fewest;
    std::vector<TieBreaker> ties;
    ListRule red, black;
    std::vector<SchemePeriod> periods;

    [[nodiscard]] const std::string& nameIn(Language language) const { return language == Language::Chinese || english.empty() ? name : english; }
    [[nodiscard]] const std::string& noteIn(Language language) const { return language == Language::Chinese || englishNote.empty() ? note : englishNote; }
    [[nodiscard]] const SchemeItem* item(std::string_view keyOrName) const;
    [[nodiscard]] const SchemeGrade* grade(std::string_view gradeKey) const;
    bool operator==(const EvaluationScheme&) const = default;
};

/// Every member has to be known, and the scheme has to hold together (weights add up, groups and grades exist). Errors: BadInput "scheme-unreadable" {key,
/// member}, where a member of an item is "items.ITEM.member"; "scheme-weights" {key, what they add up to, what they have to}.
[[nodiscard]] Result<EvaluationScheme> schemeFromJson(const nlohmann::json& document);
[[nodiscard]] nlohmann::json schemeToJson(const EvaluationScheme& scheme);

/// Whether the figures it names are there and fit. Errors: NotFound "scheme-figure-unknown" {key, item, figure}; BadInput "scheme-needs-rate",
/// "scheme-needs-count" {key, item, figure}.
[[nodiscard]] Result<void> checkScheme(const EvaluationScheme& scheme, const FigureDefinitions& definitions);

} // namespace gridwarden::core
