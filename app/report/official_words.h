// SPDX-License-Identifier: GPL-3.0-or-later
// Words that the form of an official document adds to what stands in it, alike in each kind of file.
#pragma once

#include "app/report/official_document.h"

namespace gridwarden::app {

/// "各街道办事处："
[[nodiscard]] QString addresseeLine(const OfficialDocument& document);
/// The lines that name the annexes: "附件：" and the titles, numbered when there are several.
struct AnnexNames {
    QString label;
    QStringList names;
};
[[nodiscard]] AnnexNames annexNames(const OfficialDocument& document);
/// At the top of an annex: "附件", of several "附件2".
[[nodiscard]] QString annexLabel(const OfficialDocument& document, std::size_t annex);
/// "抄送："
[[nodiscard]] QString copiesLabel(core::Language language);
/// "2026年7月1日印发"
[[nodiscard]] QString printedOn(const DocumentImprint& imprint, core::Language language);
/// With the full stop that the list of those who get copies ends with.
[[nodiscard]] QString copiesList(const DocumentImprint& imprint, core::Language language);

/// Puts a heading above a document and its issuer below it.
void giveHeading(OfficialDocument& document, const OfficialHeading& heading, const QString& date);

/// Numbers the headings of a document: 一、 （一） 1. （1）, in English 1., 1.1, 1.1.1 …
class HeadingNumbers {
public:
    explicit HeadingNumbers(core::Language language) : m_language(language) {}
    [[nodiscard]] DocumentHeading next(int level, const QString& text);

private:
    core::Language m_language;
    std::vector<int> m_counts;
};

} // namespace gridwarden::app
