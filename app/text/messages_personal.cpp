// SPDX-License-Identifier: GPL-3.0-or-later
// Personal data.
#include "app/text/message_groups.h"

#include <QtGlobal>

namespace gridwarden::app {

namespace {

constexpr Sentence Sentences[] = {
    {"edit-contact", QT_TRANSLATE_NOOP("Message", "Change the reporter of %1")},
    {"edit-retention", QT_TRANSLATE_NOOP("Message", "Change how long reporters are kept")},
    {"protect-personal-data", QT_TRANSLATE_NOOP("Message", "Protect personal data (key %1)")},
    {"unseal-personal-data", QT_TRANSLATE_NOOP("Message", "Unseal personal data")},
    {"show-contact", QT_TRANSLATE_NOOP("Message", "Look at the reporter of %1")},
    {"export-contacts", QT_TRANSLATE_NOOP("Message", "Export %1 cases with reporters")},
    {"change-passphrase", QT_TRANSLATE_NOOP("Message", "Change the passphrase of the personal data")},
    {"recover-passphrase", QT_TRANSLATE_NOOP("Message", "Set a new passphrase with the recovery code")},
    {"erase-contact", QT_TRANSLATE_NOOP("Message", "Erase the reporter of %1 for good")},
    {"erase-contacts", QT_TRANSLATE_NOOP("Message", "Erase reporters past their time: %1")},
    {"already-protected", QT_TRANSLATE_NOOP("Message", "The personal data are protected already.")},
    {"not-protected", QT_TRANSLATE_NOOP("Message", "The personal data are not protected yet.")},
    {"passphrase-wrong", QT_TRANSLATE_NOOP("Message", "That is not the passphrase. Try again, or use the recovery code.")},
    {"passphrase-too-short", QT_TRANSLATE_NOOP("Message", "A passphrase needs at least %1 characters.")},
    {"passphrase-missing", QT_TRANSLATE_NOOP("Message", "No passphrase was given.")},
    {"passphrases-differ", QT_TRANSLATE_NOOP("Message", "The two entries differ.")},
    {"recovery-code-length", QT_TRANSLATE_NOOP("Message", "The code has %2 characters; %1 were typed.")},
    {"recovery-code-wrong", QT_TRANSLATE_NOOP("Message", "Group %1 of the code has a slip.")},
    {"recovery-code-refused", QT_TRANSLATE_NOOP("Message", "This is the code of another district, or of an earlier protection.")},
    {"reporter-orphan", QT_TRANSLATE_NOOP("Message", "A reporter belongs to no case (%1).")},
    {"reporter-not-sealed", QT_TRANSLATE_NOOP("Message", "A reporter is not sealed although the personal data are protected (%1).")},
    {"seal-unreadable", QT_TRANSLATE_NOOP("Message", "A sealed record cannot be opened with this key.")},
    {"seal-damaged", QT_TRANSLATE_NOOP("Message", "The keys of the personal data are damaged. Continue with a backup.")},
    {"memory-missing", QT_TRANSLATE_NOOP("Message", "Too little free memory: %1 MB are needed for a moment.")},
    {"journal-changeset-missing", QT_TRANSLATE_NOOP("Message", "The recorded change of journal entry %1 is missing, and no erasure names it.")},
    {"journal-erasure-altered", QT_TRANSLATE_NOOP("Message", "The list of what erasure %1 erased was altered afterwards.")},
};

} // namespace

std::span<const Sentence> personalSentences() {
    return Sentences;
}

} // namespace gridwarden::app
