// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures/figure_groups.h"

#include "app/text/message_text.h"
#include "core/summary/number_text.h"

#include <QCoreApplication>
#include <algorithm>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FigureGroups)
};

/// Which group a figure belongs to.
class Grouping {
  public:
    Grouping(const core::FigureDefinitions& definitions, const core::ActivityLists& lists) : m_definitions(definitions), m_lists(lists) {}

    [[nodiscard]] QString titleOf(const core::FigureDefinition& definition) const {
        if (const auto* count = std::get_if<core::CaseCount>(&definition.rule))
            return isOfOneSource(count->scope) ? Words::tr("Sources") : Words::tr("Cases");
        if (std::holds_alternative<core::StepCount>(definition.rule))
            return Words::tr("Steps");
        if (const auto* count = std::get_if<core::ActivityCount>(&definition.rule))
            return chapterOf(*count);
        if (const auto* rate = std::get_if<core::FigureRate>(&definition.rule)) {
            const auto* const numerator = std::get_if<core::CaseCount>(&m_definitions.find(rate->numerator)->rule);
            return numerator != nullptr && isOfOneSource(numerator->scope) ? Words::tr("Sources") : Words::tr("Rates");
        }
        const auto& parts = std::get<core::FigureSum>(definition.rule).parts;
        return parts.empty() ? Words::tr("Cases") : titleOf(*m_definitions.find(parts.front()));
    }

  private:
    /// Not "@public", which means several.
    static bool isOfOneSource(const core::FigureScope& scope) { return scope.sources.size() == 1 && !scope.sources.front().starts_with('@'); }

    [[nodiscard]] QString chapterOf(const core::ActivityCount& count) const {
        std::string chapter = count.chapters.empty() ? std::string() : count.chapters.front();
        if (!count.kinds.empty())
            if (const core::ActivityKind* const kind = m_lists.find(std::string_view(count.kinds.front())))
                chapter = kind->chapter;
        return chapter.empty() ? Words::tr("Other work") : word("activity_chapters", chapter);
    }

    const core::FigureDefinitions& m_definitions;
    const core::ActivityLists& m_lists;
};

} // namespace

std::vector<FigureGroup> figureGroups(const core::FigureDefinitions& definitions, const core::ActivityLists& lists) {
    std::vector<FigureGroup> groups;
    for (const QString& title : {Words::tr("Rates"), Words::tr("Cases"), Words::tr("Steps"), Words::tr("Sources")})
        groups.push_back({title, {}});
    const Grouping grouping(definitions, lists);
    for (const core::FigureDefinition& definition : definitions.all()) {
        const QString title = grouping.titleOf(definition);
        auto group = std::find_if(groups.begin(), groups.end(), [&](const FigureGroup& each) { return each.title == title; });
        if (group == groups.end())
            group = groups.insert(groups.end(), {title, {}});
        group->figures.push_back(&definition);
    }
    std::erase_if(groups, [](const FigureGroup& group) { return group.figures.empty(); });
    return groups;
}

QString figureText(const core::FigureDefinition& definition, std::optional<double> value) {
    return QString::fromStdString(core::numberText({}, value, definition.unit, definition.isRate(), language()));
}

QString figureName(const core::FigureDefinition& definition) { return QString::fromStdString(definition.nameIn(language())); }
QString figureNote(const core::FigureDefinition& definition) { return QString::fromStdString(definition.noteIn(language())); }

QString figureChange(const core::FigureDefinition& definition, std::optional<double> value, std::optional<double> base) {
    const QString change = QString::fromStdString(core::changeNumber(value, base, definition.isRate(), language()));
    return definition.isRate() && value && base ? Words::tr("%1 pp").arg(change) : change;
}

} // namespace gridwarden::app
