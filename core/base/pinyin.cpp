// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/pinyin.h"

#include <memory>
#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace gridwarden::core {

namespace {

const icu::Transliterator* latin() {
    static const std::unique_ptr<icu::Transliterator> instance = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::Transliterator> made(icu::Transliterator::createInstance(
            "Han-Latin; NFD; [:Nonspacing Mark:] Remove; Lower", UTRANS_FORWARD, status));
        return U_SUCCESS(status) ? std::move(made) : nullptr;
    }();
    return instance.get();
}

/// Calls `use` with the Latin reading of each character.
template <class Use> void eachReading(std::string_view text, Use use) {
    const icu::UnicodeString all =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
    for (std::int32_t i = 0; i < all.length();) {
        const UChar32 character = all.char32At(i);
        i += U16_LENGTH(character);
        icu::UnicodeString reading(character);
        if (latin() != nullptr)
            latin()->transliterate(reading);
        std::string utf8;
        reading.toUTF8String(utf8);
        std::string letters;
        for (const char c : utf8)
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
                letters += c;
        const bool han = character >= 0x2E80;
        if (!letters.empty())
            use(letters, han);
    }
}

} // namespace

std::string pinyinInitials(std::string_view text) {
    std::string initials;
    eachReading(text, [&](const std::string& letters, bool han) { initials += han ? letters.substr(0, 1) : letters; });
    return initials;
}

std::string pinyin(std::string_view text) {
    std::string whole;
    eachReading(text, [&](const std::string& letters, bool) { whole += letters; });
    return whole;
}

} // namespace gridwarden::core
