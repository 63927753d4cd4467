// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/official_options.h"

#include "app/cli/output.h"

namespace gridwarden::app {

void addHeadingOptions(CLI::App& verb, HeadingOptions& options) {
    verb.add_option("--issuer", options.issuer, "In a .pdf or .odt: the issuer's mark at its head, in red; it also signs");
    verb.add_option("--number", options.number, "In a .pdf or .odt: the number of the document");
    verb.add_option("--addressee", options.addressee, "In a .pdf or .odt: whom it is for");
}

OfficialHeading headingOf(const HeadingOptions& options) {
    return {QString::fromStdString(options.issuer), QString::fromStdString(options.number), QString::fromStdString(options.addressee)};
}

core::Result<OfficialFile> writeAndTell(const std::string& file, bool overwrite, const OfficialDocument& document) {
    auto written = writeOfficial(file, overwrite, document);
    if (written)
        for (const core::Message& note : written->notes)
            printNote(sentence(note));
    return written;
}

} // namespace gridwarden::app
