// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cases/picture_loading.h"

#include "app/text/message_text.h"
#include "gis/draw/thumbnail.h"

namespace gridwarden::app {

namespace {

constexpr QSize MostPixels(4096, 4096); // twice a large screen is all that is ever seen of a picture

} // namespace

PictureLoading::PictureLoading(QObject* parent)
    : QObject(parent), m_thread([this](const Wish& wish, const std::stop_token& stop) {
          auto read = gis::readPicture(wish.file.toStdString(), MostPixels);
          if (stop.stop_requested())
              return;
          QMetaObject::invokeMethod(
              this,
              [this, number = wish.number, read = std::move(read)] {
                  if (number != m_asked)
                      return;
                  m_told = number;
                  emit loaded(read ? *read : QImage(), read ? QString() : text(read.error()));
              },
              Qt::QueuedConnection);
      }) {}

void PictureLoading::request(const QString& file) {
    m_thread.request({file, ++m_asked});
}

} // namespace gridwarden::app
