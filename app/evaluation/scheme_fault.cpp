// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evaluation/scheme_fault.h"

#include "app/text/message_text.h"

#include <QCoreApplication>
#include <nlohmann/json.hpp>

namespace gridwarden::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SchemeFault)
};

/// "items.KEY.member" is the member of an item, everything else one of the scheme.
SchemeFault placeOf(const std::string& path) {
    constexpr std::string_view Items = "items.";
    const std::size_t last = path.rfind('.');
    if (!path.starts_with(Items) || last < Items.size())
        return {{}, path, {}};
    return {path.substr(Items.size(), last - Items.size()), path.substr(last + 1), {}};
}

QString itemSentence(const std::string& member) {
    if (member == "zh")
        return Words::tr("Give the item a name.");
    if (member == "key")
        return Words::tr("The key is one word without blanks and without | + , < > = ! \" { }.");
    if (member == "weight")
        return Words::tr("An item with a rate or with bands needs a weight above 0.");
    if (member == "rate")
        return Words::tr("Choose a figure from the list.");
    if (member == "bands" || member == "each")
        return member == "each"
                   ? Words::tr("Enter how many points each one gives or, below 0, takes away; or at least one band.")
                   : Words::tr("Bands ascend without touching: the first has no “from”, the last no “to”, the scores "
                               "are 0 to 100.");
    if (member == "most")
        return Words::tr("Enter how many points it can be at most, above 0.");
    if (member == "out_of")
        return Words::tr("Enter out of how many the marks are, above 0.");
    return {};
}

QString sentence(const std::string& member) {
    if (member == "zh")
        return Words::tr("Give the scheme a name.");
    if (member == "key")
        return Words::tr("The key is one word without blanks and without | + , < > = ! \" { }.");
    if (member == "items")
        return Words::tr("A scheme has at least one item, and each item a key of its own.");
    if (member == "full")
        return Words::tr("Enter full marks above 0, for instance 100.");
    if (member == "grades")
        return Words::tr("Grades go from the best to the rest: each from fewer percent than the one before it, the "
                         "last without a number.");
    if (member.starts_with("grades."))
        return Words::tr("Give each grade a name.");
    if (member.starts_with("groups"))
        return Words::tr("Give each group a name.");
    if (member == "fewest")
        return Words::tr("Choose a figure from the list and a number above 0, or leave it empty.");
    return {};
}

} // namespace

std::optional<SchemeFault> schemeFault(const core::EvaluationScheme& scheme,
                                       const core::FigureDefinitions& definitions) {
    const auto read = core::schemeFromJson(core::schemeToJson(scheme));
    const auto checked = read ? core::checkScheme(scheme, definitions) : core::Result<void>(core::fail(read));
    if (checked)
        return std::nullopt;
    const core::Message& what = checked.error().what;
    SchemeFault fault;
    if (what.key == "scheme-unreadable") {
        fault = placeOf(what.arguments[1]);
        fault.sentence = fault.item.empty() ? sentence(fault.member) : itemSentence(fault.member);
    } else if (what.key == "scheme-weights") {
        fault.member = "weights"; // said beside their sum
    } else {                      // a figure: of an item, of the ties, or of the fewest cases
        const bool isOfItem = scheme.item(what.arguments[1]) != nullptr;
        fault = isOfItem ? SchemeFault{what.arguments[1], "figure", {}} : SchemeFault{{}, what.arguments[1], {}};
    }
    if (fault.sentence.isEmpty())
        fault.sentence = text(checked.error());
    return fault;
}

} // namespace gridwarden::app
