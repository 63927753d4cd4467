// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/incident_classes.h"

#include "core/base/words.h"

#include <algorithm>
#include <map>
#include <set>

namespace gridwarden::app {

using gis::SymbolKey;

namespace {

constexpr std::size_t MostUsualClasses = 12; // more than so many cannot be told apart at a glance

// Open ones above those that are done.
constexpr std::array StatesByRank = {core::CaseState::Reported,  core::CaseState::Filed,       core::CaseState::Handling,
                                     core::CaseState::Handled,   core::CaseState::Suspended,   core::CaseState::Transferred,
                                     core::CaseState::Closed,    core::CaseState::Rejected,    core::CaseState::Void};

gis::Caption captionOf(std::string_view group, std::string_view key) {
    return {core::word(group, key, core::Language::Chinese), core::word(group, key, core::Language::English)};
}

/// Big classes, and categories that are in none.
bool isTop(const core::Category& category) { return category.isGroup || category.parent.isNull(); }

std::vector<SymbolValue> categoryValues(const core::CategoryRegister& categories) {
    std::map<std::string, int> sameName;
    for (const core::Category& category : categories.all())
        if (isTop(category))
            ++sameName[category.name];
    std::vector<SymbolValue> values;
    for (const core::Category& category : categories.all()) {
        if (!isTop(category))
            continue;
        gis::Caption caption{category.name, category.english.empty() ? category.name : category.english};
        if (sameName[category.name] > 1) { // of several editions
            caption.chinese += "（" + core::word("category_standards", category.key.standard, core::Language::Chinese) + "）";
            caption.english += " (" + core::word("category_standards", category.key.standard, core::Language::English) + ")";
        }
        values.push_back({category.key.text(), std::move(caption)});
    }
    return values;
}

/// How many cases each value has: of big classes or of sources.
std::unordered_map<std::string, std::size_t> countsOf(SymbolKey key, const core::CategoryRegister& categories, const core::CaseFacts& facts) {
    std::unordered_map<std::int64_t, std::size_t> byNumber;
    facts.each([&](std::size_t, const core::CaseFact& fact) { ++byNumber[key == SymbolKey::Source ? fact.source : fact.category.value()]; });
    std::unordered_map<std::string, std::size_t> counts;
    for (const auto& [number, count] : byNumber) {
        if (key == SymbolKey::Source && number >= 0)
            counts[facts.sources()[static_cast<std::size_t>(number)]] += count;
        else if (const core::Category* const top = key == SymbolKey::Category ? categories.top(core::CategoryId(number)) : nullptr)
            counts[top->key.text()] += count;
    }
    return counts;
}

/// Those that have cases; the commonest, in their usual order.
std::vector<gis::SymbolClass> usualClasses(SymbolKey key, const std::vector<SymbolValue>& values, const core::CategoryRegister& categories,
                                           const core::CaseFacts& facts) {
    std::set<std::string> wanted;
    const bool isCounted = key == SymbolKey::Category || key == SymbolKey::Source;
    if (isCounted) {
        const auto counts = countsOf(key, categories, facts);
        std::vector<std::pair<std::size_t, std::string>> common;
        for (const SymbolValue& each : values)
            if (const auto found = counts.find(each.value); found != counts.end())
                common.emplace_back(found->second, each.value);
        std::stable_sort(common.begin(), common.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
        for (std::size_t i = 0; i < common.size() && i < MostUsualClasses; ++i)
            wanted.insert(common[i].second);
    }
    std::vector<gis::SymbolClass> classes;
    for (const SymbolValue& each : values)
        if (!isCounted || wanted.contains(each.value))
            classes.push_back({each.value});
    return classes;
}

gis::IncidentSymbol usualSymbol(SymbolKey key, const std::string& value, std::size_t position, const gis::SymbolPalette& palette) {
    if (const auto lamp = core::lampFromKey(value); key == SymbolKey::Lamp && lamp)
        return gis::lampSymbol(*lamp);
    return key == SymbolKey::State ? palette.ofState(value) : palette.at(position);
}

gis::IncidentSymbol chosen(const gis::SymbolClass& each, gis::IncidentSymbol usual) {
    if (each.shape)
        usual.shape = *each.shape;
    if (each.colour.isValid())
        usual.colour = each.colour;
    return usual;
}

std::size_t countOf(SymbolKey key) { return key == SymbolKey::Lamp ? gis::LampsByRank.size() : key == SymbolKey::State ? StatesByRank.size() : 0; }

} // namespace

std::vector<SymbolValue> symbolValues(SymbolKey key, const core::CategoryRegister& categories, std::span<const core::CaseSource> sources) {
    std::vector<SymbolValue> values;
    switch (key) {
    case SymbolKey::Lamp:
        for (const gis::IncidentSymbols::Class& each : gis::IncidentSymbols::lamps()->classes)
            values.push_back({each.value, each.caption});
        break;
    case SymbolKey::Category:
        return categoryValues(categories);
    case SymbolKey::State:
        for (const core::CaseState state : StatesByRank)
            values.push_back({std::string(core::caseStateKey(state)), captionOf("states", core::caseStateKey(state))});
        break;
    case SymbolKey::Source:
        for (const core::CaseSource& source : sources)
            values.push_back({source.key, {source.name, source.english.empty() ? source.name : source.english}});
        break;
    }
    return values;
}

IncidentClassifier::IncidentClassifier(const gis::IncidentStyle& style, const gis::SymbolPalette& palette, const core::CategoryRegister& categories,
                                       std::span<const core::CaseSource> sources, const core::CaseFacts& facts)
    : m_by(style.by) {
    const std::vector<SymbolValue> values = symbolValues(m_by, categories, sources);
    const std::vector<gis::SymbolClass> classes = style.classes.empty() ? usualClasses(m_by, values, categories, facts) : style.classes;
    auto symbols = std::make_shared<gis::IncidentSymbols>();
    symbols->hasHues = m_by == SymbolKey::Lamp;
    const bool isUsual = m_by == SymbolKey::Lamp && style.classes.empty();
    symbols->rule = isUsual ? gis::IncidentSymbols::lamps()->rule
                            : gis::Caption{"密集处显示本表中靠上的一类", "Where cases crowd: the class further up in this list"};
    Ranks ranks;
    for (const gis::SymbolClass& each : classes) {
        const auto value = std::find_if(values.begin(), values.end(), [&](const SymbolValue& known) { return known.value == each.value; });
        const core::Category* const category = m_by == SymbolKey::Category ? categories.find(each.value) : nullptr;
        gis::Caption caption{each.value, each.value};
        if (value != values.end())
            caption = value->caption;
        else if (category != nullptr) // one below a big class
            caption = {category->name, category->english.empty() ? category->name : category->english};
        ranks.emplace(each.value, static_cast<std::uint8_t>(symbols->classes.size()));
        symbols->classes.push_back({chosen(each, usualSymbol(m_by, each.value, symbols->classes.size(), palette)), caption, each.value});
    }
    m_others = static_cast<std::uint8_t>(symbols->classes.size());
    if (symbols->classes.size() != countOf(m_by))
        symbols->classes.push_back({chosen(style.others, palette.others()), {"其他", "Others"}, {}});
    m_symbols = std::move(symbols);

    const auto rankOf = [&](const std::string& value) {
        const auto found = ranks.find(value);
        return found == ranks.end() ? m_others : found->second;
    };
    for (const core::Lamp lamp : gis::LampsByRank)
        m_byLamp[static_cast<std::size_t>(lamp)] = rankOf(std::string(core::lampKey(lamp)));
    m_byState.fill(m_others);
    for (const core::CaseState state : core::AllCaseStates)
        m_byState[static_cast<std::size_t>(state)] = rankOf(std::string(core::caseStateKey(state)));
    for (const std::string& source : facts.sources())
        m_bySource.push_back(rankOf(source));
    rankCategories(categories, ranks);
}

void IncidentClassifier::rankCategories(const core::CategoryRegister& categories, const Ranks& ranks) {
    const std::size_t hues = gis::categoryHues().size() - 1; // position 0 is none
    std::unordered_map<std::int64_t, std::uint8_t> hueOfTop;
    for (const core::Category& category : categories.all())
        if (isTop(category))
            hueOfTop.emplace(category.id.value(), static_cast<std::uint8_t>(hueOfTop.size() % hues + 1));
    for (const core::Category& category : categories.all()) {
        const core::Category* const top = categories.top(category.id);
        if (m_by != SymbolKey::Category) {
            if (top != nullptr && hueOfTop.contains(top->id.value()))
                m_byCategory.emplace(category.id.value(), hueOfTop[top->id.value()]);
            continue;
        }
        const auto own = ranks.find(category.key.text());
        const auto ofTop = top == nullptr ? ranks.end() : ranks.find(top->key.text());
        if (own != ranks.end() || ofTop != ranks.end())
            m_byCategory.emplace(category.id.value(), own != ranks.end() ? own->second : ofTop->second);
    }
}

gis::IncidentLook IncidentClassifier::of(const core::CaseFact& fact, core::Moment asOf) const {
    switch (m_by) {
    case SymbolKey::State:
        return {m_byState[static_cast<std::size_t>(fact.stateAt(asOf))], 0};
    case SymbolKey::Source:
        return {fact.source < 0 || static_cast<std::size_t>(fact.source) >= m_bySource.size() ? m_others : m_bySource[static_cast<std::size_t>(fact.source)], 0};
    case SymbolKey::Category: {
        const auto rank = m_byCategory.find(fact.category.value());
        return {rank == m_byCategory.end() ? m_others : rank->second, 0};
    }
    case SymbolKey::Lamp:
        break;
    }
    const auto hue = m_byCategory.find(fact.category.value());
    return {m_byLamp[static_cast<std::size_t>(fact.lampAt(asOf))], hue == m_byCategory.end() ? std::uint8_t{0} : hue->second};
}

} // namespace gridwarden::app
