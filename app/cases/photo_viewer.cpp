// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_viewer.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScreen>
#include <QToolButton>

namespace gridwarden::app {

PhotoViewer* PhotoViewer::open(std::vector<Picture> pictures, int first, QWidget* parent) {
    auto* viewer = new PhotoViewer(std::move(pictures), parent);
    viewer->show(first);
    viewer->QWidget::show();
    return viewer;
}

PhotoViewer::PhotoViewer(std::vector<Picture> pictures, QWidget* parent)
    : QWidget(parent, Qt::Window), m_pictures(std::move(pictures)), m_loading(new PictureLoading(this)),
      m_bar(new QWidget(this)), m_before(new QToolButton(m_bar)), m_next(new QToolButton(m_bar)),
      m_count(makeLabel({}, TextSize::Body, /*isMuted=*/false, m_bar)), m_noteIcon(new QLabel(m_bar)),
      m_note(makeLabel({}, TextSize::Body, /*isMuted=*/true, m_bar)) {
    setObjectName(QStringLiteral("photoViewer"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFocusPolicy(Qt::StrongFocus);
    buildBar();
    connect(m_loading, &PictureLoading::loaded, this, [this](const QImage& picture, const QString& problem) {
        m_image = picture;
        m_problem = problem;
        m_fitted = {};
        update();
    });
    const QSize space = parent->screen()->availableSize();
    resize(std::min(960, space.width() * 4 / 5), std::min(720, space.height() * 4 / 5));
}

void PhotoViewer::buildBar() {
    auto* const row = new QHBoxLayout(m_bar);
    row->setContentsMargins(Gap, SmallGap, Gap, SmallGap);
    row->setSpacing(Gap);
    m_bar->setAutoFillBackground(true);
    const auto prepare = [](QToolButton* button, const char* name, const char* iconName, const QString& tip) {
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(tip);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus); // arrow keys do the same
    };
    prepare(m_before, "photoBefore", "arrow-left", tr("The one before (←)"));
    prepare(m_next, "photoNext", "arrow-right", tr("The next (→)"));
    connect(m_before, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    m_note->setObjectName(QStringLiteral("photoNote"));
    m_noteIcon->setPixmap(icon(QLatin1String("info")).pixmap(QSize(16, 16), devicePixelRatioF()));
    row->addWidget(m_before);
    row->addWidget(m_count);
    row->addWidget(m_next);
    row->addSpacing(Gap);
    row->addWidget(m_noteIcon);
    row->addWidget(m_note, 1);
}

void PhotoViewer::show(int position) {
    m_position = position;
    const Picture& picture = m_pictures[static_cast<std::size_t>(position)];
    m_loading->request(picture.file); // what was shown stays until it is there
    const int count = static_cast<int>(m_pictures.size());
    setWindowTitle(picture.caption);
    m_count->setText(tr("%1 of %2").arg(position + 1).arg(count));
    m_before->setEnabled(position > 0);
    m_next->setEnabled(position + 1 < count);
    for (QWidget* const part : std::initializer_list<QWidget*>{m_before, m_count, m_next})
        part->setVisible(count > 1);
    m_note->setText(picture.note);
    m_note->setToolTip(picture.note.isEmpty() ? QString()
                                              : tr("From what the camera wrote into the photo. Clocks and positions of "
                                                   "cameras can be wrong."));
    m_noteIcon->setVisible(!picture.note.isEmpty());
    m_bar->setVisible(count > 1 || !picture.note.isEmpty());
    m_fitted = {};
}

void PhotoViewer::step(int by) {
    const int wanted = m_position + by;
    if (wanted >= 0 && wanted < static_cast<int>(m_pictures.size()))
        show(wanted);
}

QRect PhotoViewer::room() const {
    return rect().adjusted(0, 0, 0, m_bar->isHidden() ? 0 : -m_bar->sizeHint().height());
}

void PhotoViewer::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0x20, 0x20, 0x20));
    painter.setPen(Qt::white);
    if (m_image.isNull()) {
        painter.drawText(room().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap, m_problem);
        return;
    }
    if (m_fitted.isNull()) {
        const qreal ratio = devicePixelRatioF();
        QSize size = m_image.size();
        const QSize pixels = room().size() * ratio;
        if (size.width() > pixels.width() || size.height() > pixels.height())
            size.scale(pixels, Qt::KeepAspectRatio);
        m_fitted = QPixmap::fromImage(m_image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
        m_fitted.setDevicePixelRatio(ratio);
    }
    const QSizeF shown = m_fitted.deviceIndependentSize();
    painter.drawPixmap(QPointF(room().center()) - QPointF(shown.width() / 2, shown.height() / 2), m_fitted);
}

void PhotoViewer::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        break;
    case Qt::Key_Right:
    case Qt::Key_Space:
    case Qt::Key_PageDown:
        step(1);
        break;
    case Qt::Key_Left:
    case Qt::Key_PageUp:
        step(-1);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void PhotoViewer::mousePressEvent(QMouseEvent* event) {
    step(event->position().x() < width() / 2.0 ? -1 : 1);
}

void PhotoViewer::resizeEvent(QResizeEvent*) {
    const int height = m_bar->sizeHint().height();
    m_bar->setGeometry(0, this->height() - height, width(), height);
    m_fitted = {};
}

} // namespace gridwarden::app
