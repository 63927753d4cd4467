// SPDX-License-Identifier: GPL-3.0-or-later
// Evaluation.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"save-scheme", QT_TRANSLATE_NOOP("Message", "Save the scheme %1")},
    {"remove-scheme", QT_TRANSLATE_NOOP("Message", "Remove the scheme %1")},
    {"save-mark", QT_TRANSLATE_NOOP("Message", "Mark %2 for “%1”")},
    {"remove-mark", QT_TRANSLATE_NOOP("Message", "Remove a mark")},
    {"publish-summary", QT_TRANSLATE_NOOP("Message", "Publish summary %1")},
    {"publish-evaluation", QT_TRANSLATE_NOOP("Message", "Publish the evaluation “%1”")},
    {"scheme-unreadable", QT_TRANSLATE_NOOP("Message", "The scheme %1 cannot be used: its part “%2” is missing, not known, or does not fit.")},
    {"scheme-weights", QT_TRANSLATE_NOOP("Message", "The weights of the scheme %1 add up to %2 instead of %3.")},
    {"scheme-figure-unknown", QT_TRANSLATE_NOOP("Message", "The scheme %1 names %3 (%2), which is no figure of this district.")},
    {"scheme-needs-rate", QT_TRANSLATE_NOOP("Message", "The scheme %1 takes %3 (%2) as a rate, and it is a count.")},
    {"scheme-needs-count", QT_TRANSLATE_NOOP("Message", "The scheme %1 takes %3 (%2) as a count, and it is a rate.")},
    {"scheme-subject-unknown", QT_TRANSLATE_NOOP("Message", "The scheme %1 evaluates %2, which this district does not have.")},
    {"scheme-unknown", QT_TRANSLATE_NOOP("Message", "There is no scheme %1. The list of schemes says which there are.")},
    {"scheme-not-own", QT_TRANSLATE_NOOP("Message", "The district has no scheme %1 of its own.")},
    {"scheme-not-of-areas", QT_TRANSLATE_NOOP("Message", "The scheme %1 does not evaluate areas, so that a kind of areas cannot be chosen.")},
    {"scheme-item-unknown", QT_TRANSLATE_NOOP("Message", "The scheme %1 has no item %2.")},
    {"scheme-item-counted", QT_TRANSLATE_NOOP("Message", "The item %2 of the scheme %1 is counted; marks are given for items by hand only.")},
    {"mark-out-of-range", QT_TRANSLATE_NOOP("Message", "Marks for %1 go from %2 to %3.")},
    {"mark-unreadable", QT_TRANSLATE_NOOP("Message", "A mark is a number, not %1.")},
    {"mark-without-subject", QT_TRANSLATE_NOOP("Message", "A mark for %1 needs somebody whom it is given to.")},
    {"mark-unknown", QT_TRANSLATE_NOOP("Message", "The mark is not there any more.")},
    {"evaluation-too-few-cases", QT_TRANSLATE_NOOP("Message", "%1 cases, fewer than %2: listed and not ranked")},
    {"evaluation-little-defined", QT_TRANSLATE_NOOP("Message", "%1 % of the weight has a value, less than %2 %: listed and not ranked")},
    {"scheme-lost", QT_TRANSLATE_NOOP("Message", "The district's own scheme %1 cannot be read (its part “%2”), and nothing can be ranked: take back from the history what changed it, or remove it (gridwarden evaluate --remove-scheme %1).")},
    {"mark-without-scheme", QT_TRANSLATE_NOOP("Message", "The mark %1 counts for nothing: the scheme %2 it was given by is not there any more. Take the scheme back from the history, or remove the mark (gridwarden evaluate --remove-mark %1).")},
    {"mark-without-item", QT_TRANSLATE_NOOP("Message", "The mark %1 counts for nothing: the scheme %2 does not have the item %3 by hand any more. Add the item again, or remove the mark (gridwarden evaluate --remove-mark %1).")},
    {"mark-subject-gone", QT_TRANSLATE_NOOP("Message", "The mark %1 of the scheme %2 was given to somebody who is not in the lists any more: it counts for nothing. Remove it (gridwarden evaluate --remove-mark %1).")},
    {"publication-unreadable", QT_TRANSLATE_NOOP("Message", "What was published as “%2” (number %1) cannot be read any more: its part “%3”. Nothing else depends on it.")},
    {"evaluation-unreadable", QT_TRANSLATE_NOOP("Message", "This is no published evaluation, or it is damaged: its part “%1”.")},
    {"evaluation-ending-unknown", QT_TRANSLATE_NOOP("Message", "An evaluation is written into a .pdf, .odt, .xlsx, .csv or .json file, not into %1.")},
    {"publication-unknown", QT_TRANSLATE_NOOP("Message", "There is no publication %1.")},
    {"publication-kind-unknown", QT_TRANSLATE_NOOP("Message", "The publication “%1” is of the unknown kind “%2”.")},
    {"publication-not-evaluation", QT_TRANSLATE_NOOP("Message", "The publication %1 is no evaluation.")},
    {"publication-without-title", QT_TRANSLATE_NOOP("Message", "A publication needs a title.")},
};

} // namespace

std::span<const Sentence> evaluationSentences() {
    return Sentences;
}

} // namespace gridwarden::app
