#include "ui/play/playing.h"

namespace gb::ui {

size_t qHash(const PlayKey &key, size_t seed)
{
    return qHashMulti(seed, key.device, key.channel);
}

quint64 Playing::play(PlayQuestion question)
{
    const PlayKey key{question.device, question.channel.isEmpty() ? question.device : question.channel};
    if (const quint64 runs = openId(key))
        return runs;
    question.id = ++m_last;
    if (question.channel == question.device)
        question.channel.clear();
    const auto one = std::make_shared<PlaySeen>();
    PlayReport begun;
    begun.id = question.id;
    begun.device = key.device;
    begun.channel = key.channel;
    begun.way = question.way;
    one->id = question.id;
    one->report = std::make_shared<const PlayReport>(std::move(begun));
    m_seen.insert(key, one);
    m_open.insert(question.id, key);
    m_line.emplace_back(key, question.id);
    forget();
    emit playRequested(question);
    emit changed(key, question.id);
    return question.id;
}

void Playing::stop(quint64 id)
{
    if (m_open.contains(id))
        emit stopRequested(id);
}

quint64 Playing::openId(const PlayKey &key) const
{
    const PlaySeen *const one = seen(key);
    return one && one->running ? one->id : 0;
}

const PlaySeen *Playing::seen(const PlayKey &key) const
{
    return m_seen.value(key).get();
}

const PlaySeen *Playing::open(quint64 id) const
{
    const auto at = m_open.constFind(id);
    return at == m_open.cend() ? nullptr : seen(*at);
}

void Playing::take(const PlayProgress &progress)
{
    const auto at = m_open.constFind(progress.id);
    if (at == m_open.cend())
        return; // somebody else's
    const PlayKey key = *at;
    PlaySeen &one = *m_seen.value(key);
    PlayReport now = *one.report;
    now.callId = progress.callId;
    now.media = progress.media;
    one.report = std::make_shared<const PlayReport>(std::move(now)); // whoever shows the old one keeps it
    if (const RtpNumbers &rtp = progress.media.stream.rtp; rtp.packets > 0)
        one.curve.take(rtp.first, progress.media.now, rtp.octets, rtp.missing);
    emit progressed(key, progress.id);
}

void Playing::take(const PlayReport &report)
{
    const auto at = m_open.find(report.id);
    if (at == m_open.end())
        return;
    const PlayKey key = *at;
    m_open.erase(at);
    PlaySeen &one = *m_seen.value(key);
    PlayReport named = report;
    named.device = key.device; // as it was asked, so that it is found again
    named.channel = key.channel;
    const PlayReportPtr over = std::make_shared<const PlayReport>(std::move(named));
    one.report = over;
    one.running = false;
    m_curves.emplace_back(key, report.id);
    forgetCurves();
    emit played(report.id, over);
    emit changed(key, report.id);
}

void Playing::forget()
{
    for (std::size_t looked = m_line.size(); looked > 0 && m_seen.size() > static_cast<qsizetype>(maxKept); --looked) {
        const auto [key, id] = m_line.front();
        m_line.pop_front();
        const PlaySeen *const one = seen(key);
        if (!one || one->id != id)
            continue; // it was played again since
        if (one->running)
            m_line.emplace_back(key, id);
        else
            m_seen.remove(key);
    }
    while (!m_line.empty() && m_line.size() > 2 * maxKept) { // one channel again and again
        const auto [key, id] = m_line.front();
        const PlaySeen *const one = seen(key);
        if (one && one->id == id)
            break;
        m_line.pop_front();
    }
}

void Playing::forgetCurves()
{
    while (m_curves.size() > maxCurves) {
        const auto [key, id] = m_curves.front();
        m_curves.pop_front();
        const std::shared_ptr<PlaySeen> one = m_seen.value(key);
        if (!one || one->id != id)
            continue; // it was played again since
        one->curve = {};
        one->curveKept = false;
    }
}

} // namespace gb::ui
