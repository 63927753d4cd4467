// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/word_breaks.h"

#include <limits>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

namespace gridwarden::core {

std::vector<std::string> wordsOf(std::string_view text) {
    if (text.empty() || text.size() > std::numeric_limits<std::int32_t>::max())
        return text.empty() ? std::vector<std::string>() : std::vector{std::string(text)};
    UErrorCode problem = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> breaks(icu::BreakIterator::createWordInstance(icu::Locale::getChina(), problem));
    const std::unique_ptr<UText, UText* (*)(UText*)> bytes(utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &problem), utext_close);
    if (U_FAILURE(problem))
        return {std::string(text)};
    breaks->setText(bytes.get(), problem);
    if (U_FAILURE(problem))
        return {std::string(text)};
    std::vector<std::string> words;
    std::size_t from = 0;
    for (std::int32_t to = breaks->next(); to != icu::BreakIterator::DONE; to = breaks->next()) {
        words.emplace_back(text.substr(from, static_cast<std::size_t>(to) - from));
        from = static_cast<std::size_t>(to);
    }
    if (from < text.size())
        words.emplace_back(text.substr(from));
    return words;
}

} // namespace gridwarden::core
