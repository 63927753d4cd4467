// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/comparison_window.h"

#include "app/cases/panel_text.h"
#include "app/workspace/icon.h"

#include <QComboBox>
#include <QKeyEvent>
#include <QScreen>
#include <QToolButton>
#include <QVBoxLayout>

namespace gridwarden::app {

namespace {

constexpr double ZoomStep = 1.5;

} // namespace

ComparisonWindow* ComparisonWindow::open(std::vector<PhotoViewer::Picture> pictures, int left, int right,
                                         QWidget* parent) {
    auto* const window = new ComparisonWindow(std::move(pictures), left, right, parent);
    window->show();
    window->m_comparison->setFocus();
    return window;
}

ComparisonWindow::ComparisonWindow(std::vector<PhotoViewer::Picture> pictures, int left, int right, QWidget* parent)
    : QWidget(parent, Qt::Window), m_pictures(std::move(pictures)), m_comparison(new PhotoComparison(this)) {
    setObjectName(QStringLiteral("comparisonWindow"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Compare photos"));
    build();
    const QSize room = parent->screen()->availableSize();
    resize(std::min(1040, room.width() * 4 / 5), std::min(720, room.height() * 4 / 5));
    m_choices[PhotoComparison::Left]->setCurrentIndex(left);
    m_choices[PhotoComparison::Right]->setCurrentIndex(right);
    for (const auto side : {PhotoComparison::Left, PhotoComparison::Right}) {
        connect(m_choices[side], &QComboBox::currentIndexChanged, this, [this, side] { load(side); });
        load(side);
    }
}

void ComparisonWindow::build() {
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* const bar = new QHBoxLayout;
    bar->setContentsMargins(Gap, SmallGap, Gap, SmallGap);
    bar->setSpacing(SmallGap);
    for (const auto& [side, name] :
         {std::pair(PhotoComparison::Left, "leftPhoto"), {PhotoComparison::Right, "rightPhoto"}}) {
        auto* const choice = m_choices[side] = new QComboBox(this);
        choice->setObjectName(QLatin1String(name));
        choice->setAccessibleName(side == PhotoComparison::Left ? tr("Photo at the left") : tr("Photo at the right"));
        choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        choice->setMinimumContentsLength(12);
        for (const PhotoViewer::Picture& picture : m_pictures)
            choice->addItem(picture.caption);
        bar->addWidget(choice, 1);
        m_loading[side] = new PictureLoading(this);
        connect(m_loading[side], &PictureLoading::loaded, this,
                [this, side = side](const QImage& picture, const QString& problem) {
                    m_comparison->setPicture(side, picture,
                                             picture.isNull() ? problem : m_choices[side]->currentText());
                });
        if (side == PhotoComparison::Left)
            bar->addWidget(makeLabel(QStringLiteral("|"), TextSize::Body, /*isMuted=*/true, this));
    }
    const auto addButton = [&](const char* name, const char* iconName, const QString& tip, auto act) {
        auto* const button = new QToolButton(this);
        button->setObjectName(QLatin1String(name));
        button->setIcon(icon(QLatin1String(iconName)));
        button->setToolTip(tip);
        button->setAutoRaise(true);
        connect(button, &QToolButton::clicked, this, act);
        bar->addWidget(button);
        return button;
    };
    const auto zoom = [this](double factor) { m_comparison->zoomBy(factor, QRectF(m_comparison->rect()).center()); };
    addButton("zoomIn", "zoom-in", tr("Both larger (+, wheel)"), [zoom] { zoom(ZoomStep); });
    addButton("zoomOut", "zoom-out", tr("Both smaller (−, wheel)"), [zoom] { zoom(1 / ZoomStep); });
    m_fit = addButton("fit", "maximize", tr("Fit both (0, double click)"), [this] { m_comparison->fit(); });
    column->addLayout(bar);
    column->addWidget(m_comparison, 1);
    auto* const hint = makeLabel(tr("Drag the line, or move it with ← and →. The wheel zooms both. Esc closes."),
                                 TextSize::Small, /*isMuted=*/true, this);
    hint->setContentsMargins(Gap, SmallGap, Gap, SmallGap);
    column->addWidget(hint);
    connect(m_comparison, &PhotoComparison::viewChanged, this, &ComparisonWindow::followView);
    followView();
}

void ComparisonWindow::followView() {
    m_fit->setEnabled(m_comparison->zoom() > 1);
}

void ComparisonWindow::load(PhotoComparison::Side side) {
    const int position = m_choices[side]->currentIndex();
    m_choices[side]->setToolTip(m_choices[side]->currentText());
    if (position >= 0)
        m_loading[side]->request(m_pictures[static_cast<std::size_t>(position)].file);
}

void ComparisonWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace gridwarden::app
