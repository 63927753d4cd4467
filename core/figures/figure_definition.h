// SPDX-License-Identifier: GPL-3.0-or-later
// What a number means (数据口径): what is counted, when it falls into a period, under which conditions; sums and rates of others. Definitions are data: the
// shipped ones are resources/figures/*.json, a bureau adds its own.
#pragma once

#include "core/base/words.h"
#include "core/cases/step.h"
#include "core/figures/case_rules.h"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace gridwarden::core {

/// Which records, by keys and codes as people know them; an empty list is no condition.
struct FigureScope {
    std::vector<std::string> categories;    ///< "2026:matter:09006": this one and all under it
    std::vector<std::string> sources;       ///< keys
    std::vector<std::string> methods;       ///< keys, of the handling that stands
    std::vector<std::string> areas;         ///< codes of any kind, with all below
    std::vector<std::string> organisations; ///< codes or names, with those below
    bool operator==(const FigureScope&) const = default;
};

/// Cases, or the places of cases: squares of `PlaceSize` metres that hold one.
struct CaseCount {
    static constexpr double PlaceSize = 25;
    CaseWhen when = CaseWhen::Reported;
    std::uint32_t is = 0;    ///< bits of CaseIs that all hold
    std::uint32_t isNot = 0; ///< of which none holds
    bool countsPlaces = false;
    FigureScope scope{};
    bool operator==(const CaseCount&) const = default;
};

/// Steps by the time at which they were taken, or the quantity of what was handled in them.
struct StepCount {
    std::vector<StepKind> kinds;
    std::optional<StepResult> result{}; ///< of checks and appeals
    std::optional<bool> isReply{};      ///< of urgings: the reply, or the urging itself
    std::string urging{};               ///< its kind; empty: any
    std::optional<std::string> quantityOf{}; ///< the unit whose quantities are added up; none: the steps are counted
    FigureScope scope{};                ///< of their cases; methods: of the step itself
    bool operator==(const StepCount&) const = default;
};

enum class ActivityMeasure { Entries, Quantity, People, Hours };

/// Activities by their day. Quantities are added up for one unit only.
struct ActivityCount {
    std::vector<std::string> kinds;    ///< keys, any of them; empty: all
    std::vector<std::string> chapters; ///< of their kinds
    ActivityMeasure measure = ActivityMeasure::Entries;
    std::string unit{};                ///< of Quantity
    FigureScope scope{};               ///< areas and organisations; the others do not apply
    bool operator==(const ActivityCount&) const = default;
};

/// Of other figures, by their keys.
struct FigureSum {
    std::vector<std::string> parts;
    bool operator==(const FigureSum&) const = default;
};
struct FigureRate {
    std::string numerator, denominator;
    bool isInverse = false; ///< 1 − numerator ÷ denominator
    bool operator==(const FigureRate&) const = default;
};

struct FigureDefinition {
    std::string key; ///< without blanks and {}|+,<>=!"
    std::string name, english;
    std::string unit;             ///< 件, 起, 处, 次 …; of a rate "%"
    std::string note, englishNote; ///< what is counted, in a sentence, for footnotes
    std::string source;           ///< where the definition comes from: a standard, a bulletin, "local"
    std::variant<CaseCount, StepCount, ActivityCount, FigureSum, FigureRate> rule;

    [[nodiscard]] const std::string& nameIn(Language language) const { return language == Language::Chinese || english.empty() ? name : english; }
    [[nodiscard]] const std::string& noteIn(Language language) const { return language == Language::Chinese || englishNote.empty() ? note : englishNote; }
    [[nodiscard]] bool isRate() const { return std::holds_alternative<FigureRate>(rule); }
    bool operator==(const FigureDefinition&) const = default;
};

/// Every member has to be known, because a condition that was passed over would count more than meant. Errors: BadInput "figure-unreadable" {key, member}.
[[nodiscard]] Result<FigureDefinition> figureFromJson(const nlohmann::json& document);
[[nodiscard]] nlohmann::json figureToJson(const FigureDefinition& definition);

/// A list in which sums and rates find what they are made of.
class FigureDefinitions {
public:
    FigureDefinitions() = default;
    /// Errors: BadInput "figure-twice" {key}, "figure-part-unknown" {key, part}, "figure-made-of-itself" {key}, "figure-of-rate" {key, part}: a rate cannot be
    /// part of a sum or of a rate.
    [[nodiscard]] static Result<FigureDefinitions> of(std::vector<FigureDefinition> definitions);
    [[nodiscard]] const std::vector<FigureDefinition>& all() const { return m_all; }
    [[nodiscard]] const FigureDefinition* find(std::string_view key) const;
    /// By its key, else by its Chinese or English name.
    [[nodiscard]] const FigureDefinition* named(std::string_view keyOrName) const;
    /// Those that are made of it, nearest first, each once.
    [[nodiscard]] std::vector<const FigureDefinition*> usersOf(std::string_view key) const;
    /// With all that they are made of, parts before what is made of them. \pre the keys are known
    [[nodiscard]] std::vector<const FigureDefinition*> withParts(std::span<const std::string> keys) const;

private:
    std::vector<FigureDefinition> m_all;
};

/// The keys that a sum or a rate is made of.
[[nodiscard]] std::vector<std::string> partsOf(const FigureDefinition& definition);

/// Those that come with the program, in the order of the files' names. Errors: those of the resources, of figureFromJson and of `of`.
[[nodiscard]] Result<FigureDefinitions> shippedFigures();

} // namespace gridwarden::core
