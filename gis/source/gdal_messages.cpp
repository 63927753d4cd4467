// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/gdal_messages.h"

#include <algorithm>
#include <cpl_error.h>
#include <new>

namespace gridwarden::gis {

namespace {

constexpr std::size_t MostTexts = 100; // a damaged file can complain about every row

} // namespace

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(
        [](CPLErr severity, CPLErrorNum number, const char* text) {
            static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->receive(severity, number, text);
        },
        this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

void GdalMessages::receive(int severity, int number, const char* text) {
    if (number == CPLE_OutOfMemory) {
        m_isOutOfMemory = true;
        if (const auto handler = std::get_new_handler(); handler && severity == CE_Fatal)
            handler(); // GDAL is about to abort
    }
    if (severity >= CE_Failure)
        m_failure = text;
    if (m_texts.size() < MostTexts && std::find(m_texts.begin(), m_texts.end(), text) == m_texts.end())
        m_texts.emplace_back(text);
}

std::string GdalMessages::last() const {
    if (hasFailure())
        return m_failure;
    return m_texts.empty() ? std::string() : m_texts.back();
}

} // namespace gridwarden::gis
