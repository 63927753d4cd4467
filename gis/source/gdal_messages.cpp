// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/source/gdal_messages.h"

#include <algorithm>
#include <cpl_error.h>

namespace gridwarden::gis {

namespace {

constexpr std::size_t MostTexts = 100; // a damaged file can complain about every row

} // namespace

GdalMessages::GdalMessages() {
    CPLPushErrorHandlerEx(
        [](CPLErr severity, CPLErrorNum, const char* text) {
            static_cast<GdalMessages*>(CPLGetErrorHandlerUserData())->receive(severity >= CE_Failure, text);
        },
        this);
}

GdalMessages::~GdalMessages() {
    CPLPopErrorHandler();
}

void GdalMessages::receive(bool isFailure, const char* text) {
    if (isFailure)
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
