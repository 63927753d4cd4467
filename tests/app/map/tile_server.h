// SPDX-License-Identifier: GPL-3.0-or-later
// A small web server of this machine that hands out tiles and counts who asks.
#pragma once

#include <QBuffer>
#include <QImage>
#include <QStringList>
#include <QTcpServer>
#include <QTcpSocket>
#include <functional>

namespace gridwarden::test {

inline QByteArray pngOf(const QColor& colour, int side = 256) {
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

class TileServer {
  public:
    struct Answer {
        int status = 200;
        QByteArray type = "image/png";
        QByteArray body;
    };
    std::function<Answer(const QString& path)> answer = [](const QString&) { return Answer{200, "image/png", pngOf(Qt::green)}; };
    QStringList asked;

    TileServer() {
        listen();
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            QTcpSocket* const socket = m_server.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
                socket->setProperty("head", head);
                if (!head.contains("\r\n\r\n"))
                    return;
                const QString path = QString::fromUtf8(head.split(' ').value(1));
                asked << path;
                const Answer given = answer(path);
                socket->write("HTTP/1.1 " + QByteArray::number(given.status) + " -\r\nContent-Type: " + given.type +
                              "\r\nContent-Length: " + QByteArray::number(given.body.size()) + "\r\nConnection: close\r\n\r\n" + given.body);
                socket->disconnectFromHost();
            });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    void listen() { m_server.listen(QHostAddress::LocalHost, m_port); m_port = m_server.serverPort(); }
    void close() { m_server.close(); }
    [[nodiscard]] QString address() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_port); }

  private:
    QTcpServer m_server;
    quint16 m_port = 0;
};

} // namespace gridwarden::test
