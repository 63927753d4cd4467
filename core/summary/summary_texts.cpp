// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/summary/summary_texts.h"

#include "core/base/resources.h"
#include "core/base/text.h"
#include "core/summary/summary_template.h"

#include <algorithm>
#include <filesystem>

namespace gridwarden::core {

namespace {

/// What the remark in the first line says; the key where there is none.
std::string nameOf(const std::string& text, const std::string& key) {
    if (!text.starts_with("//"))
        return key;
    const std::string name(trimmed(std::string_view(text).substr(2, text.find('\n') - 2)));
    return name.empty() ? key : name;
}

Result<std::vector<SummaryText>> shippedTexts() {
    std::vector<SummaryText> texts;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(resourceFolder() / "summaries", problem)) {
        if (entry.path().extension() != ".txt")
            continue;
        auto text = readFile(entry.path());
        if (!text)
            return fail(text);
        const std::string key = entry.path().stem().string();
        texts.push_back({key, nameOf(*text, key), std::move(*text), false, true});
    }
    if (problem)
        return fail(ErrorCode::Io, {"file-unreadable", {(resourceFolder() / "summaries").string()}});
    std::sort(texts.begin(), texts.end(), [](const SummaryText& a, const SummaryText& b) { return a.key < b.key; });
    return texts;
}

} // namespace

Result<std::vector<SummaryText>> summaryTexts(Connection& connection) {
    auto texts = shippedTexts();
    if (!texts)
        return texts;
    const auto own = connection.rows("SELECT key, name, text FROM summary_text ORDER BY name, key", {},
                                     [](const Row& row) { return SummaryText{row.text(0), row.text(1), row.text(2), true, false}; });
    if (!own)
        return fail(own);
    for (const SummaryText& text : *own) {
        const auto shipped = std::find_if(texts->begin(), texts->end(), [&](const SummaryText& each) { return each.key == text.key; });
        if (shipped == texts->end()) {
            texts->push_back(text);
            continue;
        }
        *shipped = text;
        shipped->isShipped = true;
    }
    return texts;
}

Result<SummaryText> summaryTextNamed(Connection& connection, const std::string& keyOrName) {
    const auto texts = summaryTexts(connection);
    if (!texts)
        return fail(texts);
    for (const auto member : {&SummaryText::key, &SummaryText::name})
        for (const SummaryText& text : *texts)
            if (text.*member == keyOrName)
                return text;
    return fail(ErrorCode::NotFound, {"summary-text-unknown", {keyOrName}}, keyOrName);
}

Result<void> saveSummaryText(Change& change, const SummaryText& text) {
    const std::string key(trimmed(text.key)), name(trimmed(text.name));
    if (key.empty() || name.empty())
        return fail(ErrorCode::BadInput, {"summary-text-incomplete", {text.name}});
    if (const auto read = SummaryTemplate::parse(text.text); !read)
        return fail(read);
    const auto done = change.connection().run("INSERT INTO summary_text(key, name, text) VALUES (?1,?2,?3) ON CONFLICT(key) DO UPDATE SET name = ?2, text = ?3", {key, name, text.text});
    return done ? Result<void>() : fail(done);
}

Result<void> removeSummaryText(Change& change, const std::string& key) {
    const auto removed = change.connection().run("DELETE FROM summary_text WHERE key = ?", {key});
    if (!removed)
        return fail(removed);
    if (*removed == 0)
        return fail(ErrorCode::NotFound, {"summary-text-unknown", {key}});
    return {};
}

} // namespace gridwarden::core
