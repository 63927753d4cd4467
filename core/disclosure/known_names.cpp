// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/disclosure/known_names.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gridwarden::core {

namespace {

constexpr std::size_t ShortestName = 2;
constexpr std::size_t LongestName = 60;
constexpr std::size_t ShortestNumber = 5;

/// What is put behind a name and is not part of it.
constexpr std::array<std::u32string_view, 8> Titles = {U"先生", U"女士", U"小姐", U"同志", U"老师", U"师傅", U"阿姨", U"大爷"};

bool isInName(char32_t letter) { return isIdeograph(letter) || letter == U'·' || letter == U'•'; }

} // namespace

KnownNames::KnownNames(std::span<const std::string> noNames) {
    for (const std::string& word : noNames)
        m_noNames.insert(Letters(word).letters);
}

void KnownNames::add(std::u32string text, Kind kind) {
    if (text.size() < ShortestName || text.size() > LongestName || m_noNames.contains(text))
        return;
    m_lengths[text.front()] |= std::uint64_t{1} << text.size();
    m_known.emplace(std::move(text), kind);
}

void KnownNames::addName(std::string_view name) {
    std::u32string letters = Letters(name).letters;
    while (!letters.empty() && letters.front() == U' ')
        letters.erase(letters.begin());
    while (!letters.empty() && letters.back() == U' ')
        letters.pop_back();
    const bool hasLetter = std::any_of(letters.begin(), letters.end(), [](char32_t letter) { return isLatin(letter) || isIdeograph(letter) || letter > 0x7F; });
    if (!hasLetter)
        return;
    add(letters, Kind::Name);
    std::u32string part;
    const auto endPart = [&] {
        for (const std::u32string_view title : Titles)
            if (part.size() > title.size() && part.ends_with(title))
                add(part.substr(0, part.size() - title.size()), Kind::Name);
        add(std::exchange(part, {}), Kind::Name);
    };
    for (const char32_t letter : letters)
        if (isInName(letter))
            part += letter;
        else
            endPart();
    endPart();
}

void KnownNames::addTelephone(std::string_view number) {
    std::u32string digits, written = Letters(number).letters;
    std::copy_if(written.begin(), written.end(), std::back_inserter(digits), isDigit);
    if (digits.size() < ShortestNumber)
        return;
    add(std::move(digits), Kind::Telephone);
    while (!written.empty() && !isDigit(written.front()))
        written.erase(written.begin());
    while (!written.empty() && !isDigit(written.back()))
        written.pop_back();
    add(std::move(written), Kind::Telephone);
}

std::optional<KnownNames::Found> KnownNames::at(const Letters& text, std::size_t position) const {
    const std::u32string& letters = text.letters;
    const auto lengths = m_lengths.find(letters[position]);
    if (lengths == m_lengths.end())
        return std::nullopt;
    const std::u32string_view rest(letters.data() + position, std::min(letters.size() - position, LongestName));
    for (std::size_t length = rest.size(); length >= ShortestName; --length) {
        if ((lengths->second >> length & 1) == 0)
            continue;
        const std::u32string_view part = rest.substr(0, length);
        const auto known = m_known.find(part);
        if (known == m_known.end())
            continue;
        const bool goesOnBefore = isAlphanumeric(part.front()) && position > 0 && isAlphanumeric(letters[position - 1]);
        const std::size_t behind = position + length;
        const bool goesOnBehind = isAlphanumeric(part.back()) && behind < letters.size() && isAlphanumeric(letters[behind]);
        if (!goesOnBefore && !goesOnBehind)
            return Found{known->second, length};
    }
    return std::nullopt;
}

} // namespace gridwarden::core
