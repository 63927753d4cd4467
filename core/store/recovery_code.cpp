// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/recovery_code.h"

#include <cctype>
#include <sodium.h>

namespace gridwarden::core {

namespace {

constexpr std::string_view Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr int GroupSize = 4; // without its check character

/// The product in the field of 32 elements (x^5 + x^2 + 1).
unsigned product(unsigned a, unsigned b) {
    unsigned result = 0;
    for (; b != 0; b >>= 1) {
        if (b & 1)
            result ^= a;
        a <<= 1;
        if (a & 32)
            a ^= 37;
    }
    return result;
}

/// Each place and the number of the group have a weight of their own: one wrong character, two exchanged ones and
/// exchanged groups are always found.
unsigned checkOf(const unsigned* values, int group) {
    unsigned weight = 2;
    unsigned sum = static_cast<unsigned>(group) + 1;
    for (int i = 0; i < GroupSize; ++i) {
        sum ^= product(weight, values[i]);
        weight = product(weight, 2);
    }
    return sum;
}

/// -1: no character of the code.
int valueOf(char typed) {
    char c = static_cast<char>(std::toupper(static_cast<unsigned char>(typed)));
    c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c == 'U' ? 'V' : c;
    const auto found = Alphabet.find(c);
    return found == std::string_view::npos ? -1 : static_cast<int>(found);
}

} // namespace

Secret makeRecoveryCode() {
    constexpr int Length = RecoveryGroups * (GroupSize + 3) - 1; // with "-", check character and blank
    Secret code(Length);
    prepareSodium();
    int at = 0;
    const auto put = [&](char c) { code.data()[at++] = static_cast<unsigned char>(c); };
    for (int group = 0; group < RecoveryGroups; ++group) {
        if (group > 0)
            put(' ');
        unsigned values[GroupSize];
        for (unsigned& value : values) {
            value = randombytes_uniform(static_cast<std::uint32_t>(Alphabet.size()));
            put(Alphabet[value]);
        }
        put('-');
        put(Alphabet[checkOf(values, group)]);
        sodium_memzero(values, sizeof values);
    }
    return code;
}

Result<Secret> readRecoveryCode(std::string_view typed) {
    constexpr int Wanted = RecoveryGroups * (GroupSize + 1);
    Secret all(Wanted);
    int count = 0;
    for (const char c : typed) {
        if (c == ' ' || c == '-' || c == '\n' || c == '\r' || c == '\t')
            continue;
        const int value = valueOf(c);
        if (value < 0)
            return fail(ErrorCode::BadInput, {"recovery-code-wrong", {std::to_string(std::min(count / (GroupSize + 1), RecoveryGroups - 1) + 1)}});
        if (count < Wanted)
            all.data()[count] = static_cast<unsigned char>(value);
        ++count;
    }
    if (count != Wanted)
        return fail(ErrorCode::BadInput, {"recovery-code-length", {std::to_string(count), std::to_string(Wanted)}});
    Secret bare(RecoveryGroups * GroupSize);
    for (int group = 0; group < RecoveryGroups; ++group) {
        const unsigned char* read = all.data() + group * (GroupSize + 1);
        unsigned values[GroupSize];
        for (int i = 0; i < GroupSize; ++i) {
            values[i] = read[i];
            bare.data()[group * GroupSize + i] = static_cast<unsigned char>(Alphabet[read[i]]);
        }
        if (checkOf(values, group) != read[GroupSize])
            return fail(ErrorCode::BadInput, {"recovery-code-wrong", {std::to_string(group + 1)}});
    }
    return bare;
}

} // namespace gridwarden::core
