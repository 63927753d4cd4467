// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/print_map.h"

#include "app/text/message_text.h"
#include "app/workspace/prompts.h"
#include "core/base/durable_file.h"
#include "gis/draw/decorations.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPageSize>
#include <QPainter>
#include <QPointer>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <memory>

namespace gridwarden::app {

namespace {

constexpr double ScreenDpi = gis::MapView::ScreenDpi;
constexpr int PaperDpi = 300;

QString say(const char* text) { return QCoreApplication::translate("PrintMap", text); }

double legendWidth(const std::vector<gis::LegendEntry>& legend, const QFontMetricsF& metrics) {
    double widest = 0;
    for (const gis::LegendEntry& entry : legend)
        widest = std::max(widest, metrics.horizontalAdvance(QString::fromStdString(entry.caption.text(language()))));
    return widest + 44;
}

} // namespace

std::vector<gis::LayerNote> paintMapSheet(QPainter& painter, QSize pagePixels, double dpi, const MapSheet& sheet,
                                          const gis::FrameContent& content, const gis::MapView& view) {
    const double factor = dpi / ScreenDpi;
    painter.save();
    painter.scale(factor, factor);
    painter.setRenderHint(QPainter::Antialiasing);
    const QSizeF page = QSizeF(pagePixels) / factor; // in screen pixels from here on
    const QColor ink(Qt::black);
    QFont body = painter.font();
    body.setPixelSize(12);
    QFont heading = body;
    heading.setPixelSize(20);
    heading.setBold(true);
    const double titleHeight = sheet.title.isEmpty() ? 0 : 34;
    const double footHeight = 22;
    painter.setPen(ink);
    painter.setFont(heading);
    painter.drawText(QRectF(0, 0, page.width(), titleHeight), Qt::AlignLeft | Qt::AlignVCenter, sheet.title);

    const QRect frame(0, static_cast<int>(titleHeight), static_cast<int>(page.width()),
                      static_cast<int>(page.height() - titleHeight - footHeight));
    gis::MapView paper = view;
    const gis::Box seen = view.visibleBox();
    paper.size = frame.size();
    paper.pixelRatio = factor;
    paper = sheet.denominator > 0 ? paper.withScale(sheet.denominator) : paper.fittedTo(seen, 0);
    painter.save();
    painter.translate(frame.topLeft());
    std::vector<gis::LayerNote> missing = gis::paint(painter, content, paper);
    painter.restore();

    // Furniture over the map's edge, on white so that it can be read over anything.
    painter.setFont(body);
    const QFontMetricsF metrics(body);
    gis::paintNorthArrow(painter, QPointF(frame.right() - 24, frame.top() + 12), 40, ink, Qt::white);
    const QRectF bar =
        gis::paintScaleBar(painter, QPointF(frame.left() + 12, frame.bottom() - 12), 180, paper, ink, Qt::white);
    double attributionHeight = 0;
    if (const QStringList owners = gis::attributionsOf(*content.ground, paper); !owners.isEmpty())
        attributionHeight =
            gis::paintAttribution(painter, QPointF(frame.right() + 1, frame.bottom() + 1),
                                  frame.right() - bar.right() - 12, owners.join(QStringLiteral(" · ")), ink, Qt::white)
                .height();
    if (const auto legend = gis::legendOf(content, paper, gis::LegendClasses::InView); sheet.hasLegend && !legend.empty()) {
        const double line = metrics.height() + 5;
        const auto fitting =
            std::min(legend.size(), static_cast<std::size_t>((frame.height() - 40 - attributionHeight) / line));
        const QRectF box(frame.right() - legendWidth(legend, metrics) - 12,
                         frame.bottom() - line * static_cast<double>(fitting) - 22 - attributionHeight,
                         legendWidth(legend, metrics), line * static_cast<double>(fitting) + 10);
        painter.setPen(QPen(Qt::gray, 0.75));
        painter.setBrush(Qt::white);
        painter.drawRect(box);
        painter.setPen(ink);
        for (std::size_t i = 0; i < fitting; ++i) {
            const double top = box.top() + 5 + line * static_cast<double>(i);
            gis::paintLegendSample(painter, QRectF(box.left() + 8, top + 1, 22, line - 4), legend[i]);
            painter.setPen(ink);
            const double indent = legend[i].kind == gis::LegendEntry::Kind::Note ? 8 : 36;
            painter.drawText(QRectF(box.left() + indent, top, box.width() - indent - 4, line - 2), Qt::AlignLeft | Qt::AlignVCenter,
                             QString::fromStdString(legend[i].caption.text(language())));
        }
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(ink, 1));
    painter.drawRect(frame);
    const QRectF foot(0, page.height() - footHeight, page.width(), footHeight);
    const QString scale = u"1:" + QLocale().toString(static_cast<qlonglong>(paper.scaleDenominator() + 0.5));
    painter.drawText(foot, Qt::AlignLeft | Qt::AlignVCenter, scale);
    painter.drawText(foot, Qt::AlignRight | Qt::AlignVCenter, sheet.note);
    painter.restore();
    return missing;
}

namespace {

/// What is printed, as it was when it was asked for.
struct MapPrint {
    MapSheet sheet;
    gis::FrameContent content;
    gis::MapView view;
};

/// False where the folder or the printer does not take it.
bool paintOn(QPrinter& printer, const MapPrint& print, std::vector<gis::LayerNote>& missing) {
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    missing = paintMapSheet(painter, printer.pageRect(QPrinter::DevicePixel).size().toSize(), printer.resolution(),
                            print.sheet, print.content, print.view);
    return painter.end();
}

/// Writes or prints beside the window and says what became of it.
void printBeside(Workspace& workspace, Jobs& jobs, const std::shared_ptr<QPrinter>& printer, const std::shared_ptr<const MapPrint>& print, const QString& file) {
    struct Outcome {
        bool isPainted = false;
        core::Result<void> isFinished;
        std::vector<gis::LayerNote> missing;
    };
    const auto outcome = std::make_shared<Outcome>();
    const QPointer<Workspace> listener(&workspace);
    jobs.start(
        say(QT_TRANSLATE_NOOP("PrintMap", "Printing the map")),
        [printer, print, outcome, file](const Jobs::Progress&, const std::stop_token& stop) {
            if (file.isEmpty()) {
                outcome->isPainted = paintOn(*printer, *print, outcome->missing);
                return;
            }
            core::PartialFile unfinished(file.toStdString());
            printer->setOutputFileName(QString::fromStdString(unfinished.path().string()));
            outcome->isPainted = paintOn(*printer, *print, outcome->missing);
            if (outcome->isPainted && !stop.stop_requested())
                outcome->isFinished = unfinished.finish(/*overwrite=*/true);
        },
        [listener, outcome, file] {
            if (!listener)
                return;
            for (const gis::LayerNote& missing : outcome->missing)
                listener->notify(NoticeKind::Warning, text(missing.what));
            if (!outcome->isPainted)
                listener->notify(NoticeKind::Fault, say(QT_TRANSLATE_NOOP("PrintMap", "The page could not be written. Check the folder or the printer.")));
            else if (!outcome->isFinished)
                listener->notify(NoticeKind::Fault, text(outcome->isFinished.error().what), QString::fromStdString(outcome->isFinished.error().detail));
            else if (!file.isEmpty())
                listener->notify(NoticeKind::Note, say(QT_TRANSLATE_NOOP("PrintMap", "Written: %1")).arg(file));
        });
}

} // namespace

void printMap(MapWidget& map, Jobs& jobs, QWidget* parent) {
    const core::District& district = *map.workspace().district();
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("printMapDialog"));
    dialog.setWindowTitle(say(QT_TRANSLATE_NOOP("PrintMap", "Print map")));
    auto* const form = new QFormLayout(&dialog);
    auto* const title = new QLineEdit(QString::fromStdString(district.name()), &dialog);
    auto* const paper = new QComboBox(&dialog);
    for (const QPageSize::PageSizeId size : {QPageSize::A4, QPageSize::A3, QPageSize::A2, QPageSize::A1})
        paper->addItem(QPageSize::name(size), static_cast<int>(size));
    auto* const landscape = new QCheckBox(say(QT_TRANSLATE_NOOP("PrintMap", "Landscape")), &dialog);
    landscape->setChecked(true);
    auto* const scale = new QComboBox(&dialog);
    scale->addItem(say(QT_TRANSLATE_NOOP("PrintMap", "What the window shows")), 0.0);
    for (const int denominator : gis::usualDenominators())
        scale->addItem(u"1:" + QLocale().toString(denominator), static_cast<double>(denominator));
    auto* const legend = new QCheckBox(say(QT_TRANSLATE_NOOP("PrintMap", "Legend")), &dialog);
    legend->setChecked(true);
    auto* const buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, &dialog);
    QPushButton* const pdf = buttons->addButton(say(QT_TRANSLATE_NOOP("PrintMap", "Save as PDF …")), QDialogButtonBox::AcceptRole);
    QPushButton* const print = buttons->addButton(say(QT_TRANSLATE_NOOP("PrintMap", "Print …")), QDialogButtonBox::AcceptRole);
    form->addRow(say(QT_TRANSLATE_NOOP("PrintMap", "Title")), title);
    form->addRow(say(QT_TRANSLATE_NOOP("PrintMap", "Paper")), paper);
    form->addRow(QString(), landscape);
    form->addRow(say(QT_TRANSLATE_NOOP("PrintMap", "Scale")), scale);
    form->addRow(QString(), legend);
    form->addRow(buttons);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);

    const auto prepare = [&](QPrinter& printer) {
        printer.setPageSize(QPageSize(static_cast<QPageSize::PageSizeId>(paper->currentData().toInt())));
        printer.setPageOrientation(landscape->isChecked() ? QPageLayout::Landscape : QPageLayout::Portrait);
        printer.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
        printer.setDocName(title->text());
    };
    const auto begin = [&](const std::shared_ptr<QPrinter>& printer, const QString& file) {
        const QString when = QString::fromStdString(core::localText(core::now(), district.timeZone()));
        const MapSheet sheet{title->text(), say(QT_TRANSLATE_NOOP("PrintMap", "%1 cases shown · %2"))
                                                .arg(QLocale().toString(static_cast<qlonglong>(map.workspace().filtered().size())), when),
                             scale->currentData().toDouble(), legend->isChecked()};
        printBeside(map.workspace(), jobs, printer, std::make_shared<const MapPrint>(MapPrint{sheet, map.picture().content(), map.view()}), file);
        dialog.accept();
    };
    QObject::connect(pdf, &QPushButton::clicked, &dialog, [&] {
        const QString path = prompts().fileToSave(&dialog, say(QT_TRANSLATE_NOOP("PrintMap", "Save as PDF")), title->text() + u".pdf", QStringLiteral("PDF (*.pdf)"));
        if (path.isEmpty())
            return;
        const auto printer = std::make_shared<QPrinter>();
        printer->setResolution(PaperDpi);
        printer->setOutputFormat(QPrinter::PdfFormat);
        prepare(*printer);
        begin(printer, path);
    });
    QObject::connect(print, &QPushButton::clicked, &dialog, [&] {
        const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
        prepare(*printer);
        QPrintDialog ask(printer.get(), &dialog);
        if (ask.exec() == QDialog::Accepted)
            begin(printer, {});
    });
    dialog.exec();
}

} // namespace gridwarden::app
