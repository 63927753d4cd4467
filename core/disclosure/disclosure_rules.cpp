// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/disclosure_rules.h"

#include "core/base/resources.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

namespace gridwarden::core {

namespace {

using Json = nlohmann::json;

template <class T> using Word = std::pair<std::string_view, T>;
constexpr std::array<Word<PeopleShown>, 4> PeopleWords = {
    {{"names", PeopleShown::Names}, {"codes", PeopleShown::Codes}, {"roles", PeopleShown::Roles}, {"nobody", PeopleShown::Nobody}}};
constexpr std::array<Word<TextShown>, 2> TextWords = {{{"masked", TextShown::Masked}, {"none", TextShown::None}}};
constexpr std::array<Word<PhotosShown>, 2> PhotoWords = {{{"none", PhotosShown::None}, {"pictures", PhotosShown::Pictures}}};
constexpr std::array<Word<TimesShown>, 2> TimeWords = {{{"exact", TimesShown::Exact}, {"days", TimesShown::Days}}};
constexpr std::array<Word<PlaceRule::How>, 4> PlaceWords = {
    {{"exact", PlaceRule::How::Exact}, {"lattice", PlaceRule::How::Lattice}, {"grid", PlaceRule::How::Grid}, {"none", PlaceRule::How::None}}};

std::string dumped(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

/// Takes the members of an object one by one; the first fault stays.
class Members {
  public:
    explicit Members(const Json& object) : m_object(object) {}

    const Json* take(const char* member, bool isNeeded = true) {
        m_known.insert(member);
        const auto found = m_object.find(member);
        if (found != m_object.end())
            return &*found;
        if (isNeeded)
            fault({"disclosure-member-missing", {member}});
        return nullptr;
    }
    void refuse(const char* member, const Json& value) { fault({"disclosure-value-refused", {member, dumped(value)}}); }
    template <class T, std::size_t N> void word(const char* member, const std::array<Word<T>, N>& words, T& target) {
        const Json* const value = take(member);
        if (value == nullptr)
            return;
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const Word<T>& each) { return value->is_string() && value->get_ref<const std::string&>() == each.first; });
        if (found == words.end())
            refuse(member, *value);
        else
            target = found->second;
    }
    void text(const char* member, std::string& target) {
        const Json* const value = take(member);
        if (value != nullptr && value->is_string() && !value->get_ref<const std::string&>().empty())
            target = value->get<std::string>();
        else if (value != nullptr)
            refuse(member, *value);
    }
    void texts(const char* member, std::vector<std::string>& target, bool isNeeded) {
        const Json* const value = take(member, isNeeded);
        if (value == nullptr)
            return;
        const bool areTexts = value->is_array() && std::all_of(value->begin(), value->end(), [](const Json& each) { return each.is_string(); });
        if (areTexts)
            target = value->get<std::vector<std::string>>();
        else
            refuse(member, *value);
    }
    void fault(Message message) {
        if (!m_fault)
            m_fault = std::move(message);
    }
    /// The first fault, also that of a member that nobody took.
    [[nodiscard]] std::optional<Message> finish() {
        for (const auto& [member, value] : m_object.items())
            if (!m_known.contains(member))
                fault({"disclosure-member-unknown", {member}});
        return m_fault;
    }

  private:
    const Json& m_object;
    std::set<std::string, std::less<>> m_known;
    std::optional<Message> m_fault;
};

/// The members "how" and, of a lattice, "metres".
void takePlace(Members& members, PlaceRule& rule) {
    members.word("how", PlaceWords, rule.how);
    const bool isLattice = rule.how == PlaceRule::How::Lattice;
    const Json* const metres = members.take("metres", isLattice);
    if (metres == nullptr)
        return;
    const double value = metres->is_number() ? metres->get<double>() : 0;
    if (!isLattice || !(value >= 1 && value <= CoarsestLatticeMetres))
        members.refuse("metres", *metres);
    else
        rule.metres = value;
}

void takePlaces(Members& members, DisclosureRules& rules) {
    const auto pass = [&](Members& inner) {
        if (auto fault = inner.finish())
            members.fault(std::move(*fault));
    };
    if (const Json* const places = members.take("places"); places != nullptr && places->is_object()) {
        Members inner(*places);
        takePlace(inner, rules.places);
        pass(inner);
    } else if (places != nullptr) {
        members.refuse("places", *places);
    }
    const Json* const byCategory = members.take("places_by_category", /*isNeeded=*/false);
    if (byCategory == nullptr)
        return;
    if (!byCategory->is_array())
        return members.refuse("places_by_category", *byCategory);
    for (const Json& each : *byCategory) {
        if (!each.is_object())
            return members.refuse("places_by_category", each);
        Members inner(each);
        CategoryPlaceRule& rule = rules.placesByCategory.emplace_back();
        inner.texts("categories", rule.categories, /*isNeeded=*/true);
        takePlace(inner, rule.place);
        pass(inner);
    }
}

} // namespace

Result<DisclosureRules> disclosureRulesFromText(std::string_view text) {
    const Json document = Json::parse(text, nullptr, /*allow_exceptions=*/false);
    if (!document.is_object())
        return fail(ErrorCode::BadInput, {"disclosure-rules-unreadable", {}});
    Members members(document);
    DisclosureRules rules;
    members.text("key", rules.key);
    members.text("zh", rules.name);
    members.text("en", rules.english);
    members.word("people", PeopleWords, rules.people);
    members.word("descriptions", TextWords, rules.descriptions);
    members.word("addresses", TextWords, rules.addresses);
    members.word("photos", PhotoWords, rules.photos);
    members.word("times", TimeWords, rules.times);
    if (const Json* const mask = members.take("mask_house_numbers"); mask != nullptr && mask->is_boolean())
        rules.maskHouseNumbers = mask->get<bool>();
    else if (mask != nullptr)
        members.refuse("mask_house_numbers", *mask);
    takePlaces(members, rules);
    constexpr int FewestHidden = 3, MostHidden = 1000; // of 1 alone "less than 2" would tell the number
    if (const Json* const smallest = members.take("smallest_count"); smallest != nullptr) {
        const bool isNumber = smallest->is_number_integer() && smallest->get<std::int64_t>() >= 0 && smallest->get<std::int64_t>() <= MostHidden;
        rules.smallestCount = isNumber ? smallest->get<int>() : -1;
        if (rules.smallestCount != 0 && rules.smallestCount < FewestHidden)
            members.refuse("smallest_count", *smallest);
    }
    members.texts("no_names", rules.noNames, /*isNeeded=*/false);
    if (auto fault = members.finish())
        return fail(ErrorCode::BadInput, std::move(*fault));
    return rules;
}

const std::vector<std::string>& shippedDisclosureRules() {
    static const std::vector<std::string> keys = {"public", "partner"};
    return keys;
}

Result<DisclosureRules> disclosureRulesNamed(const std::string& keyOrFile) {
    const auto& shipped = shippedDisclosureRules();
    const bool isShipped = std::find(shipped.begin(), shipped.end(), keyOrFile) != shipped.end();
    std::error_code problem;
    if (!isShipped && !std::filesystem::is_regular_file(keyOrFile, problem))
        return fail(ErrorCode::NotFound, {"disclosure-rules-unknown", {keyOrFile}});
    const auto text = isShipped ? readResource("disclosure/" + keyOrFile + ".json") : readFile(keyOrFile);
    if (!text)
        return fail(text);
    auto rules = disclosureRulesFromText(*text);
    if (!rules)
        return fail(rules.error().code, rules.error().what, keyOrFile);
    return rules;
}

} // namespace gridwarden::core
