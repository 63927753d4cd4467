// SPDX-License-Identifier: GPL-3.0-or-later
// Answers for a part of the window that are worked out beside it, of which only that to the newest wish is wanted.
#pragma once

#include "app/workspace/latest_wish.h"

#include <QMetaObject>
#include <QObject>
#include <memory>

namespace gridwarden::app {

/// \pre the last member of the part that owns it: its thread works with the others
template <class Wish, class Answer> class NewestAnswer {
  public:
    /// On a thread of its own, until the token is stopped; null: nobody is told.
    using Work = std::function<std::shared_ptr<const Answer>(const Wish&, const std::stop_token&)>;
    /// On the thread of the part.
    using Take = std::function<void(const std::shared_ptr<const Answer>&)>;

    NewestAnswer(QObject* part, Work work, Take take)
        : m_part(part), m_take(std::move(take)), m_thread([this, work = std::move(work)](const Numbered& wish, const std::stop_token& stop) {
              if (auto answer = work(wish.wish, stop))
                  QMetaObject::invokeMethod(m_part, [this, answer = std::move(answer), number = wish.number] { tell(answer, number); }, Qt::QueuedConnection);
          }) {}

    void ask(Wish wish) { m_thread.request({std::move(wish), ++m_asked}); }
    /// Nothing is wanted any longer.
    void forget() {
        m_thread.forget();
        m_told = ++m_asked;
    }
    [[nodiscard]] bool isAsked() const { return m_told != m_asked; } ///< and not answered yet

  private:
    struct Numbered {
        Wish wish;
        std::size_t number;
    };
    void tell(const std::shared_ptr<const Answer>& answer, std::size_t number) {
        if (number != m_asked)
            return;
        m_told = number;
        m_take(answer);
    }
    QObject* m_part;
    Take m_take;
    std::size_t m_asked = 0, m_told = 0;
    LatestWish<Numbered> m_thread;
};

} // namespace gridwarden::app
