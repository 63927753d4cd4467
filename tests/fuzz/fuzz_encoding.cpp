// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes of any kind as text: encodings found and named, those of .dbf files, and the text functions on what is no UTF-8.
#include "core/base/pinyin.h"
#include "core/base/text.h"
#include "gis/source/encoding.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <unicode/ustring.h>

using namespace gridwarden;
using fuzz::isGood;
using fuzz::require;

namespace {

void requireDecoding(const gis::Decoder& decoder, std::string_view bytes) {
    const std::string lossy = decoder.decodeLossy(bytes);
    require(core::isValidUtf8(lossy), "what is decoded is UTF-8");
    if (const auto decoded = decoder.decode(bytes))
        require(*decoded == lossy, "valid bytes decode without loss");
}

void requireEncoding(const gis::Encoding& encoding, std::string_view bytes) {
    require(encoding.confidence >= 0 && encoding.confidence <= 1, "a confidence is 0 to 1");
    const auto decoder = gis::Decoder::open(encoding.name);
    require(decoder.has_value(), "an encoding that is found can be decoded");
    requireDecoding(*decoder, bytes);
    const std::string name = core::lowered(encoding.name);
    const bool hasState = name.find("2022") != std::string::npos || name == "hz" || name.starts_with("utf-7");
    if (!hasState && decoder->decode("\nA") == "\nA") // one in which ASCII is itself
        require(decoder->decodeLossy(std::string(bytes) + "\nA").ends_with("\nA"), "nothing is lost at the end");
}

void dbf(fuzz::Input& input) {
    const std::string_view mark = input.line();
    fuzz::fileWith("table.cpg", mark);
    const std::string_view bytes = input.rest();
    const auto encoding = gis::detectDbfEncoding(fuzz::fileWith("table.dbf", bytes));
    if (isGood(encoding))
        requireEncoding(*encoding, bytes);
}

void text(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    std::int32_t length = 0;
    u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
    require(core::isValidUtf8(bytes) == (status == U_BUFFER_OVERFLOW_ERROR || U_SUCCESS(status)), "UTF-8 is what ICU says");
    const std::string_view trimmed = core::trimmed(bytes);
    require(core::trimmed(trimmed) == trimmed, "trimmed once is trimmed");
    require(core::joined(core::split(bytes, ','), ",") == bytes, "what is split joins again");
    const std::string lowered = core::lowered(bytes);
    require(lowered.size() == bytes.size() && core::lowered(lowered) == lowered, "lowered once is lowered");
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    constexpr std::size_t Enough = 256; // transliteration is slow
    for (const std::string& reading : {core::pinyin(bytes.substr(0, Enough)), core::pinyinInitials(bytes.substr(0, Enough))})
        require(std::all_of(reading.begin(), reading.end(), isPlain), "pinyin is letters and digits");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input(data, size);
    switch (input.choice(4)) {
    case 0: {
        const std::string_view bytes = input.rest();
        requireEncoding(gis::detectEncoding(bytes), bytes);
        break;
    }
    case 1: {
        const auto decoder = gis::Decoder::open(input.line());
        if (isGood(decoder))
            requireDecoding(*decoder, input.rest());
        break;
    }
    case 2:
        dbf(input);
        break;
    default:
        text(input.rest());
        break;
    }
    return 0;
}
