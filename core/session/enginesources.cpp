#include "core/base/handover.h"
#include "core/message/deviceid.h"
#include "core/session/engine.h"

#include <limits>

/// The part of Engine that hears of messages in other ways than by listening as a server, and what is told of all
/// of them.
namespace gb {
namespace {

constexpr std::size_t captureBurst = 256; ///< messages, until others have their turn

} // namespace

void Engine::noteSource(const notes::Listening &source, const notes::Site &site)
{
    m_ledger.note(source);
    m_ledger.note(site);
    m_ended = notes::ListenEnded{source.source, source.where};
    armDeadline();
    news();
}

void Engine::noteFailure(
    notes::Source source, ListenError error, const QString &where, const QString &owner, const QString &detail)
{
    using Why = notes::ListenFailed::Why;
    const Why why = error == ListenError::PortTaken ? Why::PortTaken
        : error == ListenError::NoSuchAddress       ? Why::NoSuchAddress
        : error == ListenError::NotAllowed          ? Why::NotAllowed
                                                    : Why::Other;
    m_ended.reset();
    m_ledger.note(notes::ListenFailed{source, why, where, owner, printable(detail)});
    news();
}

void Engine::listenForHep(const Endpoint &endpoint)
{
    closeAll();
    QString detail;
    const ListenError error = m_hep.listen(endpoint, &detail);
    m_linkWatch.watchAddress(m_hep.local().address);
    if (error != ListenError::None) {
        noteFailure(notes::Source::Hep, error, endpoint.text(), {}, detail);
        tell(outcome::ListenFailed{error, detail});
        return;
    }
    noteSource({notes::Source::Hep, endpoint.text()}, {});
    tell(outcome::Listening{m_hep.local(), m_hep.receiveBuffer()});
}

void Engine::capture(const LiveCapture::Options &options)
{
    closeAll();
    m_feed = std::make_unique<CaptureFeed>(m_clock, [this] { handOver(this, [this] { receiveCaptured(); }); });
    CaptureFeed *const feed = m_feed.get();
    const auto later = [this, number = ++m_captureNumber](auto what) {
        handOver(this, [this, number, what] {
            if (m_feed && m_captureNumber == number) // else it was closed meanwhile
                what();
        });
    };
    m_linkWatch.watchInterface(options.interface);
    m_capture = std::make_unique<LiveCapture>(options,
        LiveCapture::Receiver{.started =
                                  [=, this] {
                                      later([this, name = options.interface] {
                                          noteSource({notes::Source::Card, name}, {});
                                          tell(outcome::Capturing{name});
                                      });
                                  },
            .packet = [feed](int linkType, TimePoint at, std::string_view packet) { feed->take(linkType, at, packet); },
            .dropped = [feed](quint64 packets) { feed->addDropped(packets); },
            .failed =
                [=, this](CaptureError error, const QString &detail) {
                    later([this, error, detail, name = options.interface] {
                        closeCapture();
                        tellLinks(m_linkWatch.look()); // which may be why
                        tellLinks(m_linkWatch.stop());
                        noteFailure(notes::Source::Card, ListenError::Other, name, {}, detail);
                        deliver(true);
                        tell(outcome::CaptureFailed{error, detail});
                    });
                }});
}

void Engine::receiveCaptured()
{
    if (m_feed)
        takeCaptured(captureBurst);
}

void Engine::takeCaptured(std::size_t most)
{
    bool more = false;
    for (Entry &entry : m_feed->entries(most, &more)) {
        if (auto *const report = std::get_if<JournalNote>(&entry))
            m_ledger.note(std::move(report->what), report->at);
        else
            observe(std::move(std::get<Datagram>(entry)));
    }
    m_ledger.dropped(notes::Dropped::What::Captured, m_feed->takeDropped());
    if (more) // behind what else waits for this thread
        QMetaObject::invokeMethod(this, &Engine::receiveCaptured, Qt::QueuedConnection);
    afterBurst();
}

/// What was captured until now is still taken.
void Engine::closeCapture()
{
    m_capture.reset();
    if (!m_feed)
        return;
    m_feed->finish();
    takeCaptured(std::numeric_limits<std::size_t>::max());
    m_feed.reset();
}

void Engine::mirror(const Endpoint &collector)
{
    m_collector = collector;
    m_mirror.close();
    if (collector.address.isNull())
        return;
    const bool v6 = collector.address.isV6();
    m_mirror.listen(QHostAddress(v6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4), 0, nullptr); // where that fails
                                                                                                   // every copy is
                                                                                                   // counted
}

void Engine::receiveHep(const Datagram &packet)
{
    const bool ours = packet.from.port == m_mirror.local().port && packet.from.address == packet.to.address;
    if (ours && m_mirror.isListening())
        return; // our own copy, sent to ourselves: it would run in circles
    hep::Problem problem = hep::Problem::None;
    auto message = hep::read(packet.octets, &problem);
    if (problem == hep::Problem::OtherKind) {
        m_ledger.dropped(notes::Dropped::What::NotSignalling, 1);
        return;
    }
    if (message) {
        if (const auto behind = m_merger.fit(*message, packet.from, packet.at))
            noteSenderClock(packet.from, *behind);
    }
    observe(message ? std::move(*message) : packet); // what cannot be read is shown as it came
}

void Engine::noteSenderClock(const Endpoint &sender, Duration behind)
{
    using What = notes::AddressNotice::What;
    const auto off = std::chrono::round<std::chrono::seconds>(std::chrono::abs(behind));
    const bool knowsTime = off < std::chrono::years(20); // else it tells none
    m_ledger.note(notes::AddressNotice{behind > Duration(0) ? What::ClockBehind : What::ClockAhead,
        sender.address.toString(), knowsTime ? static_cast<quint64>(off.count()) : 0});
}

void Engine::sendHep(const Datagram &datagram)
{
    constexpr qsizetype most = 65'000;
    constexpr quint32 agent = 28181;
    const bool sent = m_mirror.isListening() && datagram.octets.size() <= most
        && !m_mirror.send(m_collector, hep::write(datagram, agent)).octets.isEmpty();
    m_ledger.dropped(notes::Dropped::What::Unmirrored, sent ? 0 : 1);
}

} // namespace gb
