// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/official_opening.h"

#include "app/report/official_blocks.h"
#include "app/report/official_words.h"
#include "app/report/page_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <cmath>

namespace gridwarden::app {

namespace {

const QColor Red(0xc8, 0x10, 0x1e);
constexpr double MarkDrop = millimetres(35);
constexpr double RuleDrop = millimetres(4);
constexpr double RedRule = points(1.5);
constexpr double LargestMark = 48, SmallestMark = 26; // points
constexpr double MarkPitch = 1.25;                    // times the size
constexpr double ThickRule = millimetres(0.35), ThinRule = millimetres(0.25);

double line() {
    return officialPitch(OfficialStyle::Body);
}
Piece room(double height) {
    return {.height = height, .paint = [](QPainter&, QPointF) {}, .keepsWithNext = true};
}

Flow centred(const QString& text, OfficialStyle style, core::Language language) {
    const QFont font = officialFont(style, language);
    Flow flow = officialLines(setAligned(balancedLines(text, font, sheet::TypeWidth).join(QLatin1Char('\n')), font, sheet::TypeWidth, Qt::AlignHCenter), style, language);
    for (Piece& piece : flow)
        piece.keepsWithNext = true;
    return flow;
}

Piece issuerMark(const OfficialDocument& document) {
    const double size = issuerMarkSize(document);
    const QFont font = officialFont(OfficialFace::XiaoBiaoSong, size, document.language);
    const auto lines = setAligned(balancedLines(document.issuerMark, font, sheet::TypeWidth).join(QLatin1Char('\n')), font, sheet::TypeWidth, Qt::AlignHCenter);
    const double pitch = points(size * MarkPitch);
    return {.height = static_cast<double>(lines.size()) * pitch,
            .paint =
                [lines, font, pitch](QPainter& painter, QPointF corner) {
                    for (const SetLine& each : lines) {
                        paintSetLine(painter, corner, each, font, font.pixelSize() * 0.87, Red);
                        corner += QPointF(0, pitch);
                    }
                },
            .keepsWithNext = true};
}

/// The red rule below the number; the title begins two lines further down.
Piece redRule() {
    return {.height = RuleDrop + RedRule,
            .paint = [](QPainter& painter, QPointF corner) { painter.fillRect(QRectF(corner + QPointF(0, RuleDrop), QSizeF(sheet::TypeWidth, RedRule)), Red); },
            .keepsWithNext = true};
}

Flow signatureLines(const DocumentSignature& signature, core::Language language) {
    const SetSignature set = setSignature(signature, language);
    std::vector<SetLine> lines = set.names;
    lines.push_back(set.date);
    Flow flow = {room(line() * (signature.isSealed ? 2 : 1))};
    append(flow, officialLines(lines, OfficialStyle::Body, language));
    if (signature.isSealed)
        flow.push_back(room(line()));
    for (Piece& piece : flow)
        piece.keepsWithNext = true;
    flow.back().keepsWithNext = false;
    return flow;
}

} // namespace

double issuerMarkSize(const OfficialDocument& document) {
    const double natural = QFontMetricsF(officialFont(OfficialFace::XiaoBiaoSong, LargestMark, document.language)).horizontalAdvance(document.issuerMark);
    return natural == 0 ? LargestMark : std::floor(std::clamp(LargestMark * sheet::TypeWidth / natural, SmallestMark, LargestMark));
}

SetSignature setSignature(const DocumentSignature& signature, core::Language language) {
    const QFont font = officialFont(OfficialStyle::Body, language);
    const QFontMetricsF metrics(font);
    const double character = metrics.horizontalAdvance(QStringLiteral("字"));
    const double date = metrics.horizontalAdvance(signature.date);
    SetSignature set;
    if (!signature.issuer.isEmpty())
        for (const QString& name : balancedLines(signature.issuer, font, sheet::TypeWidth - 4 * character))
            set.names.push_back({name});
    double widest = 0;
    for (const SetLine& name : set.names)
        widest = std::max(widest, metrics.horizontalAdvance(name.text));
    double dateX = sheet::TypeWidth - 4 * character - date;
    if (signature.isSealed) {
        const double centre = std::min(dateX + date / 2, sheet::TypeWidth - widest / 2);
        for (SetLine& name : set.names)
            name.x = centre - metrics.horizontalAdvance(name.text) / 2;
        dateX = centre - date / 2;
    } else {
        double nameX = sheet::TypeWidth - 2 * character - widest;
        dateX = nameX + 2 * character;
        if (set.names.empty() || dateX + date > sheet::TypeWidth - 2 * character) {
            dateX = sheet::TypeWidth - (set.names.empty() ? 4 : 2) * character - date;
            nameX = std::min(nameX, std::max(0.0, dateX - 2 * character));
        }
        for (SetLine& name : set.names)
            name.x = nameX;
    }
    set.date = {signature.date, dateX};
    return set;
}

Flow officialOpening(const OfficialDocument& document) {
    Flow flow;
    if (!document.issuerMark.isEmpty()) {
        flow.push_back(room(MarkDrop));
        flow.push_back(issuerMark(document));
        flow.push_back(room(2 * line()));
    }
    if (!document.number.isEmpty())
        append(flow, centred(document.number, OfficialStyle::Body, document.language));
    if (!flow.empty()) {
        flow.push_back(redRule());
        flow.push_back(room(2 * line()));
    }
    append(flow, centred(document.title, OfficialStyle::Title, document.language));
    if (!document.subtitle.isEmpty())
        append(flow, centred(document.subtitle, OfficialStyle::Subtitle, document.language));
    flow.push_back(room(line()));
    if (const QString addressee = addresseeLine(document); !addressee.isEmpty()) {
        append(flow, officialLines(setLines(addressee, officialFont(OfficialStyle::Body, document.language), sheet::TypeWidth), OfficialStyle::Body, document.language));
        flow.back().keepsWithNext = true;
    }
    return flow;
}

Flow annexOpening(const OfficialDocument& document, std::size_t annex) {
    Flow flow = officialLines({{annexLabel(document, annex)}}, OfficialStyle::Heading1, document.language);
    flow.front().startsPage = true;
    flow.front().keepsWithNext = true;
    flow.push_back(room(line()));
    append(flow, centred(document.annexes[annex].title, OfficialStyle::Title, document.language));
    flow.push_back(room(line() / 2));
    return flow;
}

Flow officialEnding(const OfficialDocument& document) {
    Flow flow;
    if (const AnnexNames annexes = annexNames(document); !annexes.names.isEmpty()) {
        const QFont font = officialFont(OfficialStyle::Body, document.language);
        const double indent = officialIndent(document.language);
        const double hanging = indent + QFontMetricsF(font).horizontalAdvance(annexes.label);
        flow.push_back(room(line()));
        bool isFirst = true;
        for (const QString& name : annexes.names) {
            std::vector<SetLine> lines = setLines(name, font, sheet::TypeWidth - hanging);
            for (SetLine& each : lines)
                each.x = hanging;
            if (isFirst)
                lines.front() = {annexes.label + lines.front().text, indent};
            isFirst = false;
            append(flow, officialLines(lines, OfficialStyle::Body, document.language));
        }
        for (Piece& piece : flow)
            piece.keepsWithNext = document.signature.has_value();
        flow.front().keepsWithNext = true;
    }
    if (document.signature)
        append(flow, signatureLines(*document.signature, document.language));
    return flow;
}

Piece officialImprint(const OfficialDocument& document) {
    const core::Language language = document.language;
    const DocumentImprint& imprint = *document.imprint;
    const QFont font = officialFont(OfficialStyle::Imprint, language);
    const QFontMetricsF metrics(font);
    const double pitch = officialPitch(OfficialStyle::Imprint);
    const double character = metrics.horizontalAdvance(QStringLiteral("字"));
    const double width = sheet::TypeWidth - 2 * character;
    std::vector<SetLine> copies;
    if (!imprint.copiesTo.isEmpty()) {
        const double hanging = metrics.horizontalAdvance(copiesLabel(language));
        copies = setLines(copiesList(imprint, language), font, width - hanging);
        for (SetLine& each : copies)
            each.x = character + hanging;
        copies.front() = {copiesLabel(language) + copies.front().text, character};
    }
    std::vector<SetLine> last = setAligned(printedOn(imprint, language), font, width, Qt::AlignRight);
    last.front().x += character;
    const double room = width - metrics.horizontalAdvance(last.front().text) - character;
    std::vector<SetLine> office = setLines(imprint.office, font, room);
    for (SetLine& each : office)
        each.x = character;
    const double height = static_cast<double>(copies.size() + office.size()) * pitch;
    return {.height = height,
            .paint =
                [copies, office, last, language, pitch, height](QPainter& painter, QPointF corner) {
                    const QFont face = officialFont(OfficialStyle::Imprint, language);
                    const auto rule = [&](double y, double thickness) { painter.fillRect(QRectF(corner + QPointF(0, y), QSizeF(sheet::TypeWidth, thickness)), Qt::black); };
                    const auto text = [&](const std::vector<SetLine>& lines, double y) {
                        for (const SetLine& each : lines) {
                            paintSetLine(painter, corner + QPointF(0, y), each, face, officialBaseline(OfficialStyle::Imprint));
                            y += pitch;
                        }
                        return y;
                    };
                    rule(0, ThickRule);
                    const double below = text(copies, 0);
                    if (!copies.empty())
                        rule(below, ThinRule);
                    const double end = text(office, below);
                    text(last, end - pitch);
                    rule(height - ThickRule, ThickRule);
                },
            .spaceBefore = line(),
            .atFoot = true};
}

} // namespace gridwarden::app
