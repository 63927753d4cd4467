// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz.h"

#include "app/text/message_table.h"
#include "tests/support/scratch_folder.h"

#include <bit>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <map>

namespace gridwarden::fuzz {

void require(bool holds, const char* property) {
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", property);
    std::abort();
}

void requireSentence(const core::Message& message) {
    static const std::map<std::string_view, std::string_view> english = [] {
        std::map<std::string_view, std::string_view> all;
        for (const app::Sentence& sentence : app::sentences())
            all.emplace(sentence.key, sentence.english);
        return all;
    }();
    const auto found = english.find(message.key);
    if (found == english.end())
        std::fprintf(stderr, "Key without a sentence: %s\n", message.key.c_str());
    require(found != english.end(), "an error has a sentence");
    for (std::size_t at = found->second.find('%'); at != std::string_view::npos; at = found->second.find('%', at + 1)) {
        const char digit = at + 1 < found->second.size() ? found->second[at + 1] : '\0';
        if (digit >= '1' && digit <= '9')
            require(static_cast<std::size_t>(digit - '0') <= message.arguments.size(), "each place of a sentence has an argument");
    }
}

std::uint8_t Input::byte() {
    if (m_rest.empty())
        return 0;
    const auto value = static_cast<std::uint8_t>(m_rest.front());
    m_rest.remove_prefix(1);
    return value;
}

unsigned Input::choice(unsigned count) {
    return byte() % count;
}

std::string_view Input::line() {
    const std::size_t end = m_rest.find('\n');
    const std::string_view found = m_rest.substr(0, end);
    m_rest.remove_prefix(end == std::string_view::npos ? m_rest.size() : end + 1);
    return found;
}

std::string_view Input::rest() {
    const std::string_view all = m_rest;
    m_rest = {};
    return all;
}

std::filesystem::path fileWith(std::string_view name, std::string_view bytes) {
    static const test::ScratchFolder folder;
    const std::filesystem::path path = folder / name;
    std::ofstream stream(path, std::ios::binary | std::ios::trunc);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    require(stream.good(), "the scratch folder can be written");
    return path;
}

bool isSame(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

} // namespace gridwarden::fuzz
