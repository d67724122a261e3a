#include "app/cli/silencewatch.h"

#include "app/cli/jsonlines.h"

#include <QJsonArray>

namespace gb::cli {
namespace {

QString verdict(SilenceTest::State state)
{
    switch (state) {
    case SilenceTest::State::Due: return QStringLiteral("due");
    case SilenceTest::State::Registered: return QStringLiteral("registered");
    case SilenceTest::State::Unnoticed: return QStringLiteral("unnoticed");
    case SilenceTest::State::Stopped: return QStringLiteral("stopped");
    case SilenceTest::State::TooShort: return QStringLiteral("too-short");
    }
    return {};
}

} // namespace

bool SilenceWatch::command(const QString &text)
{
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words.size() == 1 && words.constFirst() == u"off") {
        m_session.send(wish::AnswerAgain{});
        return true;
    }
    if (words.isEmpty() || words.takeFirst() != u"on")
        return false;
    bool number = false;
    const uint duration = words.value(0).toUInt(&number);
    const bool given = !words.isEmpty() && words.constFirst().size() < 10; // an ID has more digits
    if (given && (!number || duration < 1 || duration > Silence::longest.count()))
        return false;
    m_session.send(wish::FallSilent{words.mid(given ? 1 : 0), std::chrono::seconds(given ? duration : 0)});
    return true;
}

void SilenceWatch::take(const SilenceChange &change)
{
    const Silence &silence = change.silence;
    QStringList ids(silence.devices.begin(), silence.devices.end());
    ids.sort();
    QJsonObject out{{QStringLiteral("event"), QStringLiteral("silence")}, {QStringLiteral("on"), change.on},
        {QStringLiteral("at"), isoTime(change.at)}};
    if (change.on) {
        out.insert(QStringLiteral("until"), isoTime(silence.until));
        out.insert(QStringLiteral("devices"),
            ids.isEmpty() ? QJsonValue(QStringLiteral("all")) : QJsonArray::fromStringList(ids));
        out.insert(QStringLiteral("watched"), change.devices.size());
        m_told.clear();
        m_back.clear();
        m_test.begin(change);
    } else {
        m_test.end(change.at);
    }
    m_out.write(line(out));
    tellAll(change.at);
}

/// What a message changed at once, what time did once a second: there may be many devices, and as many batches.
void SilenceWatch::take(const Batch &batch)
{
    if (!m_test.wasOn())
        return;
    m_test.apply(batch.devices);
    if (batch.now - m_lookedAt >= std::chrono::seconds(1))
        return tellAll(batch.now);
    for (const DeviceSnapshot &one : batch.devices) {
        if (const auto result = m_test.result(one.id, batch.now))
            tell(*result);
    }
}

void SilenceWatch::tellAll(TimePoint now)
{
    m_lookedAt = now;
    for (const SilenceTest::Result &one : m_test.results(now))
        tell(one);
}

void SilenceWatch::tell(const SilenceTest::Result &one)
{
    if (one.state != SilenceTest::State::Due && !m_told.contains(one.device)) {
        m_told.insert(one.device);
        m_out.write(
            line({{QStringLiteral("event"), QStringLiteral("silence_result")}, {QStringLiteral("device"), one.device},
                {QStringLiteral("reregistered"), one.state == SilenceTest::State::Registered},
                {QStringLiteral("verdict"), verdict(one.state)}, {QStringLiteral("after"), seconds(one.sinceAnswer)},
                {QStringLiteral("unanswered"), one.unanswered}, {QStringLiteral("latest"), seconds(one.latest)}}));
    }
    if (one.back && !m_back.contains(one.device)) {
        m_back.insert(one.device);
        m_out.write(line({{QStringLiteral("event"), QStringLiteral("silence_back")},
            {QStringLiteral("device"), one.device}, {QStringLiteral("after"), seconds(*one.back)}}));
    }
}

} // namespace gb::cli
