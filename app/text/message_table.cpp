// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/message_table.h"

#include "app/text/message_groups.h"

#include <vector>

namespace gridwarden::app {

std::span<const Sentence> sentences() {
    static const std::vector<Sentence> all = [] {
        std::vector<Sentence> joined;
        for (const auto& group :
             {storeSentences(), districtSentences(), casesSentences(), checkSentences(), sourcesSentences(),
              personalSentences(), activitiesSentences(), inboxSentences(), evaluationSentences(), patrolSentences(), commandsSentences(), disclosureSentences()})
            joined.insert(joined.end(), group.begin(), group.end());
        return joined;
    }();
    return all;
}

} // namespace gridwarden::app
