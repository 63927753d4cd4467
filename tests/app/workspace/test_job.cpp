// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/job.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>
#include <atomic>
#include <catch2/catch.hpp>
#include <semaphore>

using gridwarden::app::Jobs;

TEST_CASE("work runs on another thread and its end is told on the window's", "[app][workspace]") {
    Jobs jobs;
    QThread* worker = nullptr;
    QThread* teller = nullptr;
    QSignalSpy finished(&jobs, &Jobs::finished);
    jobs.start(QStringLiteral("count"), [&](const Jobs::Progress& progress, std::stop_token) {
        worker = QThread::currentThread();
        progress(0.5);
    }, [&] { teller = QThread::currentThread(); });
    CHECK(jobs.isBusy());
    REQUIRE(QTest::qWaitFor([&] { return finished.count() == 1; }, 5000));
    CHECK_FALSE(jobs.isBusy());
    CHECK(teller == QThread::currentThread());
    CHECK(worker != QThread::currentThread());
}

TEST_CASE("a cancelled job is told to stop and still ends in order", "[app][workspace]") {
    Jobs jobs;
    std::atomic<bool> stopped = false;
    bool done = false;
    const int job = jobs.start(QStringLiteral("long"), [&](const Jobs::Progress& progress, std::stop_token) {
        while (progress(0.1))
            QThread::msleep(2);
        stopped = true;
    }, [&] { done = true; });
    jobs.cancel(job);
    REQUIRE(QTest::qWaitFor([&] { return done; }, 5000));
    CHECK(stopped);
}

TEST_CASE("what is still running is stopped with the window", "[app][workspace]") {
    std::atomic<bool> stopped = false;
    {
        Jobs jobs;
        jobs.start(QStringLiteral("long"), [&](const Jobs::Progress&, std::stop_token stop) {
            while (!stop.stop_requested())
                QThread::msleep(2);
            stopped = true;
        }, {});
    }
    CHECK(stopped);
}

TEST_CASE("what ends at once is waited for and what does not goes on", "[app][workspace]") {
    Jobs jobs;
    bool done = false;
    const int quick = jobs.start(QStringLiteral("quick"), [](const Jobs::Progress&, std::stop_token) {}, [&] { done = true; });
    CHECK(jobs.endsWithin(quick, std::chrono::seconds(30)));
    CHECK(done);
    CHECK_FALSE(jobs.isBusy());
    std::binary_semaphore mayEnd{0};
    const int slow = jobs.start(QStringLiteral("slow"), [&](const Jobs::Progress&, std::stop_token) { mayEnd.acquire(); }, {});
    CHECK_FALSE(jobs.endsWithin(slow, std::chrono::milliseconds(1)));
    CHECK(jobs.titles() == QStringList{QStringLiteral("slow")});
    CHECK_FALSE(jobs.stopsWithin(std::chrono::milliseconds(1)));
    mayEnd.release();
    CHECK(jobs.stopsWithin(std::chrono::seconds(30)));
    CHECK_FALSE(jobs.isBusy());
}

TEST_CASE("work asks from anywhere on its thread whether it goes on", "[app][workspace]") {
    Jobs jobs;
    CHECK(Jobs::goesOn());
    std::binary_semaphore isCancelled{0};
    bool after = true;
    bool ended = false;
    const int job = jobs.start(QStringLiteral("asks"), [&](const Jobs::Progress&, std::stop_token) {
        isCancelled.acquire();
        after = Jobs::goesOn();
    }, [&] { ended = true; });
    jobs.cancel(job);
    isCancelled.release();
    REQUIRE(QTest::qWaitFor([&] { return ended; }, 5000));
    CHECK_FALSE(after);
    CHECK(Jobs::goesOn());
}
