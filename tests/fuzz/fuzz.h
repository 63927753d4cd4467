// SPDX-License-Identifier: GPL-3.0-or-later
// What the fuzz targets share. A target is one LLVMFuzzerTestOneInput: it hands its bytes to the parsers of one concept and
// requires what must hold of any answer. libFuzzer calls it in the preset "fuzz"; everywhere else replay.cpp does.
#pragma once

#include "core/base/result.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace gridwarden::fuzz {

/// Ends the program with a finding when a property does not hold.
void require(bool holds, const char* property);

/// An expected failure says something: its key has a sentence, and each place of the sentence an argument.
void requireSentence(const core::Message& message);
/// Whether there is a value; of an error requires its sentence.
template <class T> bool isGood(const core::Result<T>& result) {
    if (!result)
        requireSentence(result.error().what);
    return result.has_value();
}

/// The bytes of one run, taken from the front.
class Input {
public:
    Input(const std::uint8_t* data, std::size_t size) : m_rest(reinterpret_cast<const char*>(data), size) {}
    /// 0 to `count` - 1, by one byte; 0 at the end.
    unsigned choice(unsigned count);
    /// A little-endian number; 0 at the end.
    template <class T> T number() {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < sizeof(T); ++i)
            value |= std::uint64_t{byte()} << (8 * i);
        return static_cast<T>(value);
    }
    /// Up to the next line feed, which is taken and left out.
    std::string_view line();
    /// All that is left.
    std::string_view rest();
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    std::uint8_t byte();
    std::string_view m_rest;
};

/// A file of the run, in a folder that lasts as long as the program; written anew each time.
std::filesystem::path fileWith(std::string_view name, std::string_view bytes);

/// Bits of a double, so that not-a-number equals itself.
[[nodiscard]] bool isSame(double a, double b);

} // namespace gridwarden::fuzz
