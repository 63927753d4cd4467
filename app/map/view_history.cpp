// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/view_history.h"

namespace gridwarden::app {

void ViewHistory::visit(const gis::MapView& view, Clock::time_point now) {
    const bool passedOver = m_fresh && !m_views.empty() && now - m_since < Settle;
    if (!m_views.empty())
        m_views.resize(m_position + 1);
    if (passedOver)
        m_views.back() = view;
    else
        m_views.push_back(view);
    if (m_views.size() > Longest)
        m_views.erase(m_views.begin());
    m_position = m_views.size() - 1;
    m_since = now;
    m_fresh = true;
}

std::optional<gis::MapView> ViewHistory::back() {
    if (!canGoBack())
        return std::nullopt;
    m_fresh = false;
    return m_views[--m_position];
}

std::optional<gis::MapView> ViewHistory::forward() {
    if (!canGoForward())
        return std::nullopt;
    m_fresh = false;
    return m_views[++m_position];
}

void ViewHistory::clear() {
    m_views.clear();
    m_position = 0;
    m_fresh = false;
}

} // namespace gridwarden::app
