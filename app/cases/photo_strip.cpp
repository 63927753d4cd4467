// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/photo_strip.h"

#include "app/cases/case_labels.h"
#include "app/cases/panel_text.h"
#include "app/cases/photo_viewer.h"
#include "app/text/message_text.h"
#include "app/workspace/icon.h"
#include "app/workspace/prompts.h"
#include "gis/draw/thumbnail.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QImageReader>
#include <QMenu>
#include <QMimeData>
#include <QShortcut>
#include <QToolButton>

namespace gridwarden::app {

namespace {

constexpr int Side = 64; ///< of a small photo, pixels

/// Cut to a square, at the screen's resolution.
QIcon squareIcon(const std::string& thumbnail, qreal ratio) {
    QImage image;
    image.loadFromData(reinterpret_cast<const uchar*>(thumbnail.data()), static_cast<int>(thumbnail.size()));
    if (image.isNull())
        return icon(QLatin1String("image"));
    const int side = std::min(image.width(), image.height());
    const QRect middle((image.width() - side) / 2, (image.height() - side) / 2, side, side);
    const int pixels = qRound(Side * ratio);
    QPixmap pixmap =
        QPixmap::fromImage(image.copy(middle).scaled(pixels, pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    pixmap.setDevicePixelRatio(ratio);
    return {pixmap};
}

QString pictureFilter() {
    QStringList patterns;
    for (const QByteArray& format : QImageReader::supportedImageFormats())
        patterns << QStringLiteral("*.") + QString::fromLatin1(format);
    return PhotoStrip::tr("Pictures (%1)").arg(patterns.join(QLatin1Char(' ')));
}

} // namespace

PhotoStrip::PhotoStrip(bool isEditable, QWidget* parent)
    : QWidget(parent), m_isEditable(isEditable), m_row(new QHBoxLayout(this)), m_add(new QToolButton(this)) {
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(SmallGap);
    m_row->addWidget(m_add);
    m_row->addStretch();
    m_add->setObjectName(QStringLiteral("addPhoto"));
    m_add->setIcon(icon(QLatin1String("camera")));
    m_add->setText(tr("Add photos"));
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_add->setToolTip(tr("Choose pictures, or drop them here"));
    m_add->setVisible(isEditable);
    setAcceptDrops(isEditable);
    connect(m_add, &QToolButton::clicked, this, &PhotoStrip::choose);
}

QStringList PhotoStrip::pictureFiles(const QMimeData* data) {
    static const QList<QByteArray> formats = QImageReader::supportedImageFormats();
    QStringList files;
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && formats.contains(QFileInfo(url.toLocalFile()).suffix().toLower().toLatin1()))
            files << url.toLocalFile();
    return files;
}

void PhotoStrip::setPhotos(const std::vector<core::Photo>& photos, const std::filesystem::path& folder) {
    clear();
    for (const core::Photo& photo : photos) {
        QStringList caption = {QString::fromStdString(photo.name)};
        if (photo.kind == "before")
            caption << tr("before");
        else if (photo.kind == "after")
            caption << tr("after");
        if (photo.taken)
            caption << fullTime(*photo.taken, m_zone);
        addEntry(QString::fromStdString((folder / photo.sha256).string()), caption.join(QStringLiteral(" · ")), photo.thumbnail);
    }
}

void PhotoStrip::addFiles(const QStringList& files) {
    for (const QString& file : files) {
        auto draft = gis::preparePhoto(file.toStdString(), m_zone);
        if (!draft) {
            emit refused(text(draft.error()));
            continue;
        }
        QStringList caption = {QFileInfo(file).fileName()};
        if (draft->taken)
            caption << fullTime(*draft->taken, m_zone);
        m_drafts.push_back(*draft);
        addEntry(file, caption.join(QStringLiteral(" · ")), draft->thumbnail);
    }
    emit changed();
}

void PhotoStrip::clear() {
    for (const Entry& entry : m_entries)
        delete entry.button;
    m_entries.clear();
    m_drafts.clear();
    m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void PhotoStrip::addEntry(const QString& file, const QString& caption, const std::string& thumbnail) {
    auto* button = new QToolButton(this);
    button->setObjectName(QStringLiteral("photo"));
    button->setAutoRaise(true);
    button->setIconSize({Side, Side});
    button->setFixedSize(Side, Side);
    button->setIcon(squareIcon(thumbnail, devicePixelRatioF()));
    button->setToolTip(m_isEditable ? tr("%1\nDelete takes it away").arg(caption) : caption);
    button->setAccessibleName(caption);
    const auto position = [this, button] {
        const auto found = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry& e) { return e.button == button; });
        return static_cast<int>(found - m_entries.begin());
    };
    connect(button, &QToolButton::clicked, this, [this, position] { open(position()); });
    if (m_isEditable) {
        const auto remove = [this, position] { removeAt(position()); };
        auto* shortcut = new QShortcut(QKeySequence::Delete, button);
        shortcut->setContext(Qt::WidgetShortcut);
        connect(shortcut, &QShortcut::activated, this, remove, Qt::QueuedConnection);
        button->setContextMenuPolicy(Qt::CustomContextMenu);
        connect(button, &QWidget::customContextMenuRequested, this, [this, button, remove](QPoint at) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            connect(menu->addAction(icon(QLatin1String("trash-2")), tr("Take away")), &QAction::triggered, this, remove, Qt::QueuedConnection);
            menu->popup(button->mapToGlobal(at));
        });
    }
    m_row->insertWidget(static_cast<int>(m_entries.size()), button);
    button->show();
    m_entries.push_back({file, caption, button});
    m_add->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void PhotoStrip::choose() {
    addFiles(prompts().filesToOpen(this, tr("Add photos"), pictureFilter()));
}

void PhotoStrip::open(int position) {
    std::vector<PhotoViewer::Picture> pictures;
    for (const Entry& entry : m_entries)
        pictures.push_back({entry.file, entry.caption});
    PhotoViewer::open(std::move(pictures), position, window());
}

void PhotoStrip::removeAt(int position) {
    delete m_entries[static_cast<std::size_t>(position)].button;
    m_entries.erase(m_entries.begin() + position);
    m_drafts.erase(m_drafts.begin() + position);
    if (m_entries.empty())
        m_add->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    emit changed();
}

void PhotoStrip::dragEnterEvent(QDragEnterEvent* event) {
    if (!pictureFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PhotoStrip::dropEvent(QDropEvent* event) {
    addFiles(pictureFiles(event->mimeData()));
    event->acceptProposedAction();
}

} // namespace gridwarden::app
