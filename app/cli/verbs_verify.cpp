// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/desk.h"
#include "app/cli/output.h"
#include "app/cli/published_comparison.h"
#include "app/cli/verbs.h"
#include "core/base/resources.h"
#include "core/summary/published_summary.h"

#include <charconv>
#include <memory>

namespace gridwarden::app {

using namespace core;

namespace {

struct Options {
    std::string path, published;
};

/// The number of a publication; none: it is the name of a file.
std::optional<PublicationId> publicationOf(const std::string& text) {
    std::int64_t id = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), id);
    return problem != std::errc{} || end != text.data() + text.size() ? std::nullopt : std::optional(PublicationId(id));
}

Result<Summary> summaryIn(const std::string& file) {
    const auto text = readFile(file);
    return text ? summaryFromText(*text) : fail(text);
}

int verify(const Options& options, const CommonOptions& common) {
    const auto id = publicationOf(options.published);
    if (!options.published.empty() && !id) {
        const auto summary = summaryIn(options.published);
        if (!summary)
            return printFault(summary.error());
        const auto district = openDistrict(options.path, OpenMode::ReadOnly);
        return district ? printSummaryAgain(**district, *summary, common.json) : printFault(district.error());
    }
    const auto district = openDistrict(options.path, OpenMode::ReadOnly);
    if (!district)
        return printFault(district.error());
    if (!id)
        return printPublicationsAgain(**district, common.json);
    const auto publication = loadPublication((*district)->connection(), *id);
    if (!publication)
        return printFault(publication.error());
    if (publication->kind == "evaluation")
        return printEvaluationAgain(**district, *publication, common.json);
    if (publication->kind != "summary")
        return printFault({ErrorCode::BadInput,
                           {"publication-kind-unknown", {publication->title, publication->kind}},
                           publication->title,
                           {}});
    const auto summary = summaryFromText(publication->content);
    return summary ? printSummaryAgain(**district, *summary, common.json) : printFault(summary.error());
}

} // namespace

void addVerifyVerb(CLI::App& app, Command& command) {
    const auto o = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, command, "verify", "Work out again what was published and say what still holds",
                             "gridwarden verify D.gpkg half-year.json");
    verb->add_option("district", o->path, "The district")->required();
    verb->add_option(
        "published", o->published,
        "A summary as a .json file, or the number of a publication; without it all that was published in the district");
    verb->callback([o, &command] { command.run = [o, &command] { return verify(*o, command.common); }; });
}

} // namespace gridwarden::app
