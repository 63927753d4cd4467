// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/patrol/passage_joining.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace gridwarden::core {

namespace {

constexpr double Nothing = 1e-6; // metres; what rounding leaves of a piece

bool isStanding(const Passage& passage) {
    return passage.metres() <= Nothing;
}

bool isOpposite(const Passage& a, const Passage& b) {
    return a.edge == b.edge && !isStanding(a) && !isStanding(b) &&
           (a.toMetres - a.fromMetres) * (b.toMetres - b.fromMetres) < 0;
}

bool isContinued(const Passage& passage, const Passage& next) {
    return passage.edge == next.edge && std::abs(passage.toMetres - next.fromMetres) <= Nothing &&
           (isStanding(passage) || !isOpposite(passage, next));
}

/// Its first metres and the rest. \pre not standing, metres within its length
std::pair<Passage, Passage> split(const Passage& passage, double metres) {
    const double share = metres / passage.metres();
    std::pair<Passage, Passage> halves(passage, passage);
    halves.first.toMetres = halves.second.fromMetres = std::lerp(passage.fromMetres, passage.toMetres, share);
    halves.first.leaveMs = halves.second.enterMs =
        passage.enterMs + std::llround(static_cast<double>(passage.leaveMs - passage.enterMs) * share);
    return halves;
}

/// Takes metres off the end of a line.
void cutOff(std::vector<Passage>& line, double metres) {
    while (!line.empty() && metres > Nothing)
        if (line.back().metres() <= metres + Nothing) {
            metres -= line.back().metres();
            line.pop_back();
        } else {
            line.back() = split(line.back(), line.back().metres() - metres).first;
            return;
        }
}

double lengthOf(const std::vector<Passage>& line) {
    double metres = 0;
    for (const Passage& passage : line)
        metres += passage.metres();
    return metres;
}

void append(std::vector<Passage>& line, const Passage& piece) {
    if (line.empty() || !isContinued(line.back(), piece)) {
        line.push_back(piece);
    } else {
        line.back().toMetres = piece.toMetres;
        line.back().leaveMs = piece.leaveMs;
    }
}

} // namespace

void PassageJoining::add(const Passage& piece) {
    if (isStanding(piece) && !(m_line.empty() && m_back.empty()))
        (m_back.empty() ? m_line : m_back).back().leaveMs = piece.leaveMs;
    else if (m_back.empty())
        !m_line.empty() && isOpposite(m_line.back(), piece) ? goBack(piece) : goOn(piece);
    else
        isOpposite(m_back.back(), piece) ? goForwardAgain(piece) : goBack(piece);
}

void PassageJoining::goOn(const Passage& piece) {
    append(m_line, piece);
    if (m_enterMs)
        m_line.front().enterMs = *m_enterMs;
    m_enterMs.reset();
}

void PassageJoining::goBack(const Passage& piece) {
    // What of the line lies before the place to which the way has gone back.
    double behind = m_backMetres;
    auto before = m_line.rbegin();
    while (before != m_line.rend() && before->metres() <= behind + Nothing)
        behind -= (before++)->metres();
    if (before == m_line.rend() || !isOpposite(*before, piece)) {
        forgetTurn();
        add(piece);
        return;
    }
    const double metres = std::min(piece.metres(), before->metres() - behind);
    const auto [back, rest] = split(piece, metres);
    append(m_back, back);
    m_backMetres += metres;
    if (m_backMetres >= m_turnMetres) {
        m_line.insert(m_line.end(), m_back.begin(), m_back.end());
        m_back.clear();
        m_backMetres = 0;
    }
    if (!isStanding(rest))
        add(rest);
}

void PassageJoining::goForwardAgain(const Passage& piece) {
    const double metres = std::min(piece.metres(), m_back.back().metres());
    const auto [again, rest] = split(piece, metres);
    cutOff(m_back, metres);
    m_backMetres -= metres;
    if (m_back.empty())
        m_backMetres = 0;
    (m_back.empty() ? m_line : m_back).back().leaveMs = again.leaveMs;
    if (!isStanding(rest))
        add(rest);
}

void PassageJoining::forgetTurn() {
    const std::int64_t enter = m_line.front().enterMs, leave = m_back.back().leaveMs;
    cutOff(m_line, m_backMetres);
    m_back.clear();
    m_backMetres = 0;
    if (m_line.empty())
        m_enterMs = enter;
    else
        m_line.back().leaveMs = leave;
}

std::vector<Passage> PassageJoining::finish() {
    if (!m_back.empty()) {
        if (m_backMetres + Nothing >= lengthOf(m_line)) { // keep that somebody was here
            m_line.back().leaveMs = m_back.back().leaveMs;
            m_back.clear();
            m_backMetres = 0;
        } else {
            forgetTurn();
        }
    }
    m_enterMs.reset();
    return std::exchange(m_line, {});
}

} // namespace gridwarden::core
