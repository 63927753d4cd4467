// SPDX-License-Identifier: GPL-3.0-or-later
// Values as bytes between the program and its reader: both run on one machine and are of one version, so numbers are
// passed as they are. What comes from a reader is not trusted: nothing is read beyond the end, and no count makes room
// for more than the bytes that are there.
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace gridwarden::gis {

class WireWriter {
public:
    template <class T>
        requires std::is_arithmetic_v<T> || std::is_enum_v<T>
    void put(T value) {
        m_bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    void put(std::string_view text) {
        put(static_cast<std::uint64_t>(text.size()));
        m_bytes.append(text);
    }
    void put(const std::string& text) { put(std::string_view(text)); }
    template <class T>
        requires std::is_trivially_copyable_v<T>
    void putAll(std::span<const T> values) {
        put(static_cast<std::uint64_t>(values.size()));
        m_bytes.append(reinterpret_cast<const char*>(values.data()), values.size_bytes());
    }
    void put(const std::vector<std::string>& texts) {
        put(static_cast<std::uint64_t>(texts.size()));
        for (const std::string& text : texts)
            put(text);
    }
    void put(const core::Message& message) {
        put(message.key);
        put(message.arguments);
    }
    void put(const std::vector<core::Message>& messages) {
        put(static_cast<std::uint64_t>(messages.size()));
        for (const core::Message& message : messages)
            put(message);
    }
    void put(const core::Error& error) {
        put(error.code);
        put(error.what);
        put(error.subject);
        put(error.detail);
    }

    [[nodiscard]] std::size_t size() const { return m_bytes.size(); }
    [[nodiscard]] const std::string& bytes() const { return m_bytes; }
    /// The bytes so far; the next ones begin anew.
    [[nodiscard]] std::string take() { return std::exchange(m_bytes, {}); }

private:
    std::string m_bytes;
};

/// Past the end, or after anything that cannot be, every value is empty and isGood() false.
class WireReader {
public:
    explicit WireReader(std::string_view bytes) : m_rest(bytes) {}

    template <class T>
        requires std::is_arithmetic_v<T>
    [[nodiscard]] T get() {
        T value{};
        if (sizeof value > m_rest.size()) {
            giveUp();
            return value;
        }
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest.remove_prefix(sizeof value);
        return value;
    }
    [[nodiscard]] bool flag() { return get<std::uint8_t>() != 0; }
    /// One of an enumeration that begins at 0.
    template <class T>
        requires std::is_enum_v<T>
    [[nodiscard]] T choice(T last) {
        const auto value = get<std::underlying_type_t<T>>();
        if (std::cmp_less(value, 0) || std::cmp_greater(value, static_cast<std::underlying_type_t<T>>(last))) {
            giveUp();
            return T{};
        }
        return static_cast<T>(value);
    }
    /// How many entries of at least `smallest` bytes follow.
    [[nodiscard]] std::size_t count(std::size_t smallest = 1) {
        const auto entries = get<std::uint64_t>();
        if (entries > m_rest.size() / smallest) {
            giveUp();
            return 0;
        }
        return static_cast<std::size_t>(entries);
    }
    [[nodiscard]] std::string text() {
        const std::size_t size = count();
        std::string text(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return text;
    }
    template <class T>
        requires std::is_trivially_copyable_v<T>
    [[nodiscard]] std::vector<T> all() {
        std::vector<T> values(count(sizeof(T)));
        if (!values.empty())
            std::memcpy(values.data(), m_rest.data(), values.size() * sizeof(T));
        m_rest.remove_prefix(values.size() * sizeof(T));
        return values;
    }
    [[nodiscard]] std::vector<std::string> texts() {
        std::vector<std::string> texts(count(sizeof(std::uint64_t)));
        for (std::string& text : texts)
            text = this->text();
        return texts;
    }
    [[nodiscard]] core::Message message() {
        core::Message message;
        message.key = text();
        message.arguments = texts();
        return message;
    }
    [[nodiscard]] std::vector<core::Message> messages() {
        std::vector<core::Message> messages(count(2 * sizeof(std::uint64_t)));
        for (core::Message& message : messages)
            message = this->message();
        return messages;
    }
    [[nodiscard]] core::Error error() {
        core::Error error{core::ErrorCode::Internal, {}, {}, {}};
        error.code = choice(core::ErrorCode::Internal);
        error.what = message();
        error.subject = text();
        error.detail = text();
        return error;
    }

    [[nodiscard]] bool isGood() const { return m_isGood; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

private:
    void giveUp() {
        m_isGood = false;
        m_rest = {};
    }
    std::string_view m_rest;
    bool m_isGood = true;
};

} // namespace gridwarden::gis
