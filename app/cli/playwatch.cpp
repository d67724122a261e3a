#include "app/cli/playwatch.h"

#include "app/cli/jsonlines.h"
#include "app/cli/playlines.h"
#include "app/cli/playoptions.h"

namespace gb::cli {
namespace {

constexpr quint64 catalogIds = quint64{1} << 40; ///< that no question of the standard input has
constexpr qsizetype typeAt = 10, typeDigits = 3;

/// Digits 11 to 13 of what can be played: 131 camera, 132 network camera (GB/T 28181-2022 annex E).
bool isCamera(const QString &id)
{
    const QStringView type = QStringView(id).mid(typeAt, typeDigits);
    return type == u"131" || type == u"132";
}

} // namespace

int statusOf(const PlayReport &report)
{
    switch (report.outcome) {
    case PlayOutcome::Played:
    case PlayOutcome::Ended: break;
    case PlayOutcome::NotRegistered: return NotRegistered;
    case PlayOutcome::Refused: return Refused;
    case PlayOutcome::OddId: return WrongArguments;
    case PlayOutcome::NoPort: return CannotListen;
    case PlayOutcome::NotSent:
    case PlayOutcome::NoAnswer:
    case PlayOutcome::TooMany:
    case PlayOutcome::Stopped:
    case PlayOutcome::Silent:
    case PlayOutcome::Count: return NotAnswered;
    }
    switch (report.media.verdict) {
    case MediaVerdict::Sound: return report.outcome == PlayOutcome::Ended ? OddAnswer : Success;
    case MediaVerdict::Warned: return OddAnswer;
    case MediaVerdict::Broken: return NoGoodMedia;
    case MediaVerdict::NotYet:
    case MediaVerdict::Unknown: break;
    }
    return MediaUnknown;
}

void PlayWatch::begin(const PlayOrder &order, std::function<void(int)> done)
{
    m_order = order;
    m_done = std::move(done);
    m_coming.begin(order.devices);
}

void PlayWatch::take(const Batch &batch)
{
    for (const QString &device : m_coming.take(batch))
        came(device);
}

void PlayWatch::came(const QString &device)
{
    const QStringList again = m_again.take(device);
    if (!again.isEmpty() || !m_order->allChannels) {
        const QStringList wanted = again.isEmpty() ? m_order->channels : again;
        for (const QString &channel : wanted.isEmpty() ? QStringList{QString()} : wanted)
            queue(device, channel);
        return pump();
    }
    const quint64 id = catalogIds + ++m_lastId;
    m_catalogs.insert(id);
    ++m_open;
    m_session.send(wish::Ask{{.id = id, .device = device, .command = QStringLiteral("catalog")}});
}

bool PlayWatch::take(const AskReport &report)
{
    if (!m_catalogs.remove(report.id))
        return false;
    --m_open;
    const qsizetype column = report.columns.indexOf(u"DeviceID");
    int cameras = 0;
    for (const QStringList &row : report.items) {
        if (const QString id = row.value(column); isCamera(id)) {
            queue(report.device, id);
            ++cameras;
        }
    }
    if (cameras == 0) { // said as it is: there is nothing to play, or it would not tell
        PlayReport none{.device = report.device, .channel = report.device};
        none.outcome = report.outcome == AskOutcome::NotRegistered ? PlayOutcome::NotRegistered : PlayOutcome::NoAnswer;
        none.detail = QStringLiteral("its catalog names no camera");
        none.askedAt = none.at = report.at;
        ++m_open;
        take(none);
    }
    pump();
    look();
    return true;
}

void PlayWatch::queue(const QString &device, const QString &channel)
{
    PlayQuestion question = m_order->question;
    question.id = ++m_lastId;
    question.device = device;
    question.channel = channel;
    m_queue.push_back(question);
}

void PlayWatch::pump()
{
    while (!m_queue.empty() && m_open < m_order->atOnce) {
        ++m_open;
        m_session.send(wish::Play{m_queue.front()});
        m_queue.pop_front();
    }
}

void PlayWatch::take(const PlayProgress &progress)
{
    if (m_order && m_order->text)
        return;
    auto &told = m_links[progress.id];
    for (std::size_t i = 0; i < told.size(); ++i) {
        const LinkProof &link = progress.media.links.at(i);
        if (const int state = static_cast<int>(link.state) + 1; std::exchange(told.at(i), state) != state)
            m_out.write(line(linkObject(progress, static_cast<MediaLink>(i))));
    }
}

void PlayWatch::take(const PlayReport &report)
{
    m_links.remove(report.id);
    if (m_order && !m_coming.isTimeUp() && report.outcome == PlayOutcome::NotSent) {
        m_again[report.device].append(report.channel);
        m_coming.again(report.device);
        --m_open;
        return pump();
    }
    tell(report);
    if (!m_order)
        return;
    m_status = std::max(m_status, statusOf(report));
    --m_open;
    pump();
    look();
}

void PlayWatch::tell(const PlayReport &report)
{
    if (m_order && m_order->text) {
        m_played.append(report);
        m_out.write(playText(report).toLocal8Bit());
        return;
    }
    QJsonObject out = playObject(report);
    const DeviceSnapshot *const refused = m_coming.refused(report.device);
    if (report.outcome == PlayOutcome::NotRegistered && refused)
        out.insert(QStringLiteral("state"), stateWord(refused->verdict.state));
    m_out.write(line(out));
}

/// Who did not come is told as one that is not registered: the session says so itself.
void PlayWatch::timeIsUp()
{
    if (!m_order || m_coming.isTimeUp())
        return;
    for (const QString &device : m_coming.timeIsUp()) {
        queue(device, m_order->channels.value(0));
        pump();
    }
    if (m_coming.cameNobody())
        m_status = NotRegistered;
    look();
}

void PlayWatch::look()
{
    if (m_open > 0 || !m_queue.empty() || !m_coming.isOver() || !m_done)
        return;
    if (m_order->text && m_played.size() > 1)
        m_out.write(playTable(m_played).toLocal8Bit());
    std::exchange(m_done, {})(m_status);
}

QString PlayWatch::command(const QString &text)
{
    PlayQuestion question;
    if (QString error = readPlayWords(text.split(u' ', Qt::SkipEmptyParts), question); !error.isEmpty())
        return error;
    question.id = ++m_lastId;
    m_session.send(wish::Play{question});
    return {};
}

} // namespace gb::cli
