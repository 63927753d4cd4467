// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace gridwarden::gis {

/// Collects what GDAL has to say on this thread during its life, so that nothing is printed and nothing is lost.
/// Nested ones keep their own messages.
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    /// Warnings and failures in the order they came, each once.
    [[nodiscard]] const std::vector<std::string>& texts() const { return m_texts; }
    /// The last failure, or the last warning, or nothing.
    [[nodiscard]] std::string last() const;
    [[nodiscard]] bool hasFailure() const { return !m_failure.empty(); }
    /// Memory was asked for that there is not.
    [[nodiscard]] bool isOutOfMemory() const { return m_isOutOfMemory; }

private:
    void receive(int severity, int number, const char* text);
    std::vector<std::string> m_texts;
    std::string m_failure;
    bool m_isOutOfMemory = false;
};

} // namespace gridwarden::gis
