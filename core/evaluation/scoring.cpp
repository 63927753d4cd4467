// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluation/scoring.h"

#include <algorithm>
#include <cmath>

namespace gridwarden::core {

namespace {

constexpr double FullScore = 100;

double score(const SchemeItem&, const RateItem& rate, double value) {
    return std::clamp(FullScore * (rate.isInverse ? 1 - value : value), 0.0, FullScore);
}
double score(const SchemeItem&, const BandItem& bands, double value) {
    const auto above = std::find_if(bands.bands.begin(), bands.bands.end(), [value](const Band& band) { return band.from && value < *band.from; });
    return above == bands.bands.begin() ? 0 : std::prev(above)->score;
}
double score(const SchemeItem& item, const UnitItem& units, double value) {
    const double change = std::clamp(units.each * value, -units.most, units.most);
    if (item.weight == 0)
        return change;
    return FullScore * std::clamp((units.each < 0 ? item.weight : 0) + change, 0.0, item.weight) / item.weight;
}
double score(const SchemeItem& item, const HandItem& hand, double value) {
    return item.weight == 0 ? std::clamp(value, -hand.outOf, hand.outOf) : FullScore * std::clamp(value / hand.outOf, 0.0, 1.0);
}

} // namespace

ItemScore scoreOf(const SchemeItem& item, std::optional<double> value) {
    ItemScore scored;
    if (value)
        scored.score = std::visit([&](const auto& source) { return score(item, source, *value); }, item.source);
    return scored;
}

ScoredTotal totalOf(const EvaluationScheme& scheme, std::span<const ItemScore> scores) {
    ScoredTotal result;
    double spread = 0, defined = 0, used = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        const SchemeItem& item = scheme.items[i];
        ItemPoints one;
        if (!scores[i].isUsed)
            one.fate = ItemFate::Spread;
        else if (!scores[i].score) {
            const WhenUndefined rule = item.undefined.value_or(scheme.undefined);
            one.fate = rule == WhenUndefined::Spread ? ItemFate::Spread : rule == WhenUndefined::Full ? ItemFate::Full : ItemFate::None;
        }
        if (one.fate == ItemFate::Spread)
            spread += item.weight;
        if (scores[i].isUsed)
            used += item.weight;
        if (one.fate == ItemFate::Counted)
            defined += item.weight;
        result.items.push_back(one);
    }
    const double rest = scheme.full - spread;
    const double factor = rest > 0 ? scheme.full / rest : 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        ItemPoints& one = result.items[i];
        const double weight = scheme.items[i].weight;
        if (one.fate == ItemFate::Spread || (weight == 0 && one.fate != ItemFate::Counted))
            continue;
        one.weight = weight * factor;
        if (one.fate == ItemFate::Full)
            one.points = one.weight;
        else if (one.fate == ItemFate::Counted)
            one.points = weight == 0 ? *scores[i].score : one.weight * *scores[i].score / FullScore;
        result.total += one.points;
    }
    result.total = toTwoDecimals(result.total);
    result.definedPercent = used > 0 ? 100 * defined / used : 0;
    return result;
}

std::string gradeOf(const EvaluationScheme& scheme, double total) {
    const double percent = toTwoDecimals(100 * total / scheme.full);
    for (const SchemeGrade& grade : scheme.grades)
        if (!grade.from || percent >= *grade.from)
            return grade.key;
    return {};
}

double toTwoDecimals(double value) {
    // A tenth of a billionth is what sums of products are off by, so that 12.345 is not 12.34.
    return std::round(value * 100 + std::copysign(1e-8, value)) / 100;
}

} // namespace gridwarden::core
