// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_preview.h"

#include "app/report/page_layout.h"
#include "app/workspace/icon.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>
#include <utility>

namespace gridwarden::app {

namespace {

constexpr double ScreenDpi = 96;
constexpr double SmallestZoom = 0.25;
constexpr double LargestZoom = 4;
constexpr double ZoomStep = 1.25;

} // namespace

QImage pagePicture(const Chapter& chapter, int page, int number, double dpi) {
    const double scale = dpi / UnitsPerInch;
    QImage picture(static_cast<int>(std::lround(sheet::Width * scale)), static_cast<int>(std::lround(sheet::Height * scale)), QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.scale(scale, scale);
    chapter.paint(painter, page, number);
    return picture;
}

ReportPreview::ReportPreview(Jobs& jobs, QWidget* parent) : QWidget(parent), m_jobs(jobs) {
    const auto button = [this](const char* name, const QString& title, const char* iconName, auto act) {
        auto* const made = new QToolButton;
        made->setObjectName(QString::fromLatin1(name));
        made->setIcon(icon(QLatin1String(iconName)));
        made->setToolTip(title);
        made->setAccessibleName(title);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, act);
        return made;
    };
    m_back = button("previousPage", tr("Previous page"), "arrow-left", [this] { goTo(page() - 1); });
    m_forward = button("nextPage", tr("Next page"), "arrow-right", [this] { goTo(page() + 1); });
    m_smaller = button("zoomOut", tr("Smaller"), "zoom-out", [this] { setZoom(m_zoom / ZoomStep); });
    m_larger = button("zoomIn", tr("Larger"), "zoom-in", [this] { setZoom(m_zoom * ZoomStep); });
    m_fit = button("fitWidth", tr("Fit the width"), "expand", [this] { fitWidth(); });
    m_number = new QSpinBox;
    m_number->setObjectName(QStringLiteral("pageNumber"));
    m_number->setAccessibleName(tr("Page"));
    connect(m_number, &QSpinBox::valueChanged, this, [this] {
        updateControls();
        m_scroll->verticalScrollBar()->setValue(0);
        askForPicture();
    });

    m_sheet = new QLabel;
    m_sheet->setObjectName(QStringLiteral("sheet"));
    m_sheet->setAlignment(Qt::AlignCenter);
    m_sheet->setWordWrap(true);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_sheet);
    m_scroll->setWidgetResizable(true);
    m_scroll->setAlignment(Qt::AlignCenter);
    m_scroll->setBackgroundRole(QPalette::Mid);
    m_scroll->viewport()->installEventFilter(this);

    auto* const bar = new QHBoxLayout;
    bar->setSpacing(4);
    for (QWidget* const each : std::initializer_list<QWidget*>{m_back, m_number, m_forward})
        bar->addWidget(each);
    bar->addStretch();
    for (QWidget* const each : std::initializer_list<QWidget*>{m_smaller, m_larger, m_fit})
        bar->addWidget(each);
    auto* const rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(bar);
    rows->addWidget(m_scroll, 1);
    updateControls();
}

void ReportPreview::setChapters(std::vector<std::shared_ptr<const Chapter>> chapters, bool isWhole) {
    m_chapters = std::move(chapters);
    m_isWhole = isWhole;
    m_pageCount = 0;
    for (const auto& chapter : m_chapters)
        m_pageCount += chapter->pageCount();
    {
        const QSignalBlocker quiet(m_number);
        m_number->setRange(std::min(1, m_pageCount), m_pageCount);
    }
    m_beginsAtTop = true;
    updateControls();
    if (m_fitsWidth)
        fitWidth();
    else
        askForPicture();
}

void ReportPreview::showMessage(const QString& text) {
    setChapters({}, true);
    m_sheet->setText(text);
}

int ReportPreview::page() const { return m_pageCount == 0 ? 0 : m_number->value(); }

void ReportPreview::goTo(int page) { m_number->setValue(page); }

void ReportPreview::setZoom(double zoom) {
    m_fitsWidth = false;
    m_zoom = std::clamp(zoom, SmallestZoom, LargestZoom);
    updateControls();
    askForPicture();
}

void ReportPreview::fitWidth() {
    const double space = m_scroll->viewport()->width() - m_scroll->verticalScrollBar()->sizeHint().width();
    setZoom(space / (sheet::Width / UnitsPerInch * ScreenDpi));
    m_fitsWidth = true;
}

void ReportPreview::updateControls() {
    m_back->setEnabled(page() > 1);
    m_forward->setEnabled(page() < m_pageCount);
    m_number->setEnabled(m_pageCount > 1);
    m_number->setSuffix(m_pageCount == 0 ? QString()
                        : m_isWhole      ? tr(" of %1").arg(m_pageCount)
                                         : tr(" of the first %1").arg(m_pageCount));
    m_smaller->setEnabled(m_pageCount > 0 && m_zoom > SmallestZoom);
    m_larger->setEnabled(m_pageCount > 0 && m_zoom < LargestZoom);
    m_fit->setEnabled(m_pageCount > 0);
}

void ReportPreview::askForPicture() {
    ++m_wanted;
    m_jobs.cancel(m_job);
    if (m_pageCount == 0) {
        m_picture = {};
        m_sheet->clear();
        m_shown = m_wanted;
        return;
    }
    int inChapter = page() - 1;
    auto chapter = m_chapters.begin();
    while (inChapter >= (*chapter)->pageCount())
        inChapter -= (*chapter++)->pageCount();
    const double ratio = devicePixelRatioF();
    auto picture = std::make_shared<QImage>();
    const QPointer<ReportPreview> self(this);
    m_job = m_jobs.start(
        tr("Drawing a page"),
        [chapter = *chapter, inChapter, number = page(), dpi = m_zoom * ScreenDpi * ratio, picture](const Jobs::Progress& progress, std::stop_token) {
            if (progress(0))
                *picture = pagePicture(*chapter, inChapter, number, dpi);
        },
        [self, picture, ratio, wanted = m_wanted] {
            if (!self || wanted != self->m_wanted)
                return;
            picture->setDevicePixelRatio(ratio);
            self->m_picture = *picture;
            self->m_shown = wanted;
            self->m_sheet->setPixmap(QPixmap::fromImage(*picture));
            if (std::exchange(self->m_beginsAtTop, false)) {
                self->m_sheet->adjustSize();
                self->m_scroll->verticalScrollBar()->setValue(0);
            }
        });
}

void ReportPreview::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_fitsWidth && m_pageCount > 0)
        fitWidth();
}

bool ReportPreview::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Wheel) {
        const auto* const wheel = static_cast<QWheelEvent*>(event);
        if (wheel->modifiers() & Qt::ControlModifier) {
            setZoom(wheel->angleDelta().y() > 0 ? m_zoom * ZoomStep : m_zoom / ZoomStep);
            return true;
        }
        // At the end of a page the wheel turns it.
        const QScrollBar* const bar = m_scroll->verticalScrollBar();
        if (wheel->angleDelta().y() < 0 && bar->value() == bar->maximum() && page() < m_pageCount) {
            goTo(page() + 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace gridwarden::app
