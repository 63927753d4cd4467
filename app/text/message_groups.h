// SPDX-License-Identifier: GPL-3.0-or-later
// The sentences by subject, each in its messages_….cpp; message_table joins them.
#pragma once

#include "app/text/message_table.h"

namespace gridwarden::app {

[[nodiscard]] std::span<const Sentence> storeSentences();
[[nodiscard]] std::span<const Sentence> districtSentences();
[[nodiscard]] std::span<const Sentence> casesSentences();
[[nodiscard]] std::span<const Sentence> checkSentences();
[[nodiscard]] std::span<const Sentence> sourcesSentences();
[[nodiscard]] std::span<const Sentence> personalSentences();
[[nodiscard]] std::span<const Sentence> activitiesSentences();
[[nodiscard]] std::span<const Sentence> inboxSentences();
[[nodiscard]] std::span<const Sentence> evaluationSentences();
[[nodiscard]] std::span<const Sentence> patrolSentences();
[[nodiscard]] std::span<const Sentence> commandsSentences();
[[nodiscard]] std::span<const Sentence> disclosureSentences();

} // namespace gridwarden::app
