// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/secret.h"

#include <cstring>
#include <new>
#include <sodium.h>

namespace gridwarden::core {

void prepareSodium() {
    static const bool ready = sodium_init() >= 0;
    if (!ready)
        throw std::bad_alloc(); // no source of randomness: as hopeless as no memory
}

void wipe(std::string& text) {
    sodium_memzero(text.data(), text.size());
    text.clear();
}

void Secret::Release::operator()(unsigned char* bytes) const { sodium_free(bytes); }

Secret::Secret(std::size_t size) : m_size(size) {
    prepareSodium();
    m_bytes.reset(static_cast<unsigned char*>(sodium_malloc(size)));
    if (m_bytes == nullptr)
        throw std::bad_alloc();
    sodium_memzero(m_bytes.get(), size);
}

Secret Secret::from(std::string&& text) {
    Secret secret(text.size());
    std::memcpy(secret.data(), text.data(), text.size());
    wipe(text);
    return secret;
}

Secret Secret::random(std::size_t size) {
    Secret secret(size);
    randombytes_buf(secret.data(), size);
    return secret;
}

} // namespace gridwarden::core
