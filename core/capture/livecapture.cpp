#include "core/capture/livecapture.h"

#include "core/base/platform.h"
#include "core/capture/packetdecoder.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <pcap/pcap.h>

#include <algorithm>
#include <cerrno>

namespace gb {
namespace {

/// Whatever may hold SIP, on any port: IPv4 of UDP, TCP, fragments and tunnels, all of IPv6 for its extension headers,
/// PPPoE sessions, VLAN tags.
constexpr char filter[] = "udp or tcp or (ip[6:2] & 0x3fff != 0) or (ip proto 4) or (ip proto 41) or ip6 or (ether "
                          "proto 0x8864) or (ether proto 0x8100) or (ether proto 0x88a8) or (ether proto 0x9100)";

CaptureError errorOf(int status, int systemsError)
{
    switch (status) {
    case PCAP_ERROR_NO_SUCH_DEVICE: return CaptureError::NoSuchInterface;
    case PCAP_ERROR_PERM_DENIED:
    case PCAP_ERROR_PROMISC_PERM_DENIED: return CaptureError::NotAllowed;
    case PCAP_ERROR_IFACE_NOT_UP: return CaptureError::InterfaceDown;
    default: return systemsError == EPERM || systemsError == EACCES ? CaptureError::NotAllowed : CaptureError::Other;
    }
}

QString detailOf(pcap_t *handle, int status)
{
    const char *const own = pcap_geterr(handle);
    return QString::fromLocal8Bit(own && *own ? own : pcap_statustostr(status));
}

/// libpcap lists USB buses, Bluetooth and log sources, too.
bool isNetwork(const pcap_if_t &one)
{
#ifdef Q_OS_WIN
    Q_UNUSED(one)
    return true; // its names are not those of the system
#else
    return QNetworkInterface::interfaceIndexFromName(QString::fromLocal8Bit(one.name)) != 0
        || qstrcmp(one.name, "any") == 0;
#endif
}

CaptureInterface described(const pcap_if_t &one)
{
    CaptureInterface card{.name = QString::fromLocal8Bit(one.name),
        .description = QString::fromLocal8Bit(one.description ? one.description : "")};
    card.loopback = (one.flags & PCAP_IF_LOOPBACK) != 0;
    card.up = (one.flags & PCAP_IF_UP) != 0;
    for (const pcap_addr *address = one.addresses; address; address = address->next) {
        const QHostAddress ip(address->addr); // null where it is no IP address
        if (!ip.isNull())
            card.addresses.append(ip.toString());
    }
    return card;
}

constexpr int maxLastReads = 64; ///< each takes a sixteenth of the kernel's buffer at least

struct Reading
{
    const LiveCapture::Receiver &receiver;
    int linkType;
};

/// What the system says has packets.
qintptr readableHandle(pcap_t *handle)
{
#ifdef Q_OS_WIN
    return reinterpret_cast<qintptr>(pcap_getevent(handle));
#else
    return pcap_get_selectable_fd(handle);
#endif
}

/// Whether packets of such a card can be read at all.
bool isKnown(int linkType)
{
    Datagram datagram;
    PacketDetail detail;
    decodePacket(linkType, {}, datagram, detail);
    return !detail.unknownLink;
}

/// Packets that were taken, or one of libpcap's errors.
int dispatch(pcap_t *handle, Reading reading)
{
    const auto take = [](u_char *user, const pcap_pkthdr *header, const u_char *octets) {
        const auto *const self = reinterpret_cast<const Reading *>(user);
        const TimePoint at(std::chrono::seconds(header->ts.tv_sec) + std::chrono::microseconds(header->ts.tv_usec));
        self->receiver.packet(self->linkType, at, {reinterpret_cast<const char *>(octets), header->caplen});
    };
    return pcap_dispatch(handle, -1, take, reinterpret_cast<u_char *>(&reading));
}

} // namespace

QList<CaptureInterface> captureInterfaces(QString *detail)
{
    QList<CaptureInterface> cards;
    char error[PCAP_ERRBUF_SIZE] = {};
    pcap_if_t *all = nullptr;
    if (pcap_findalldevs(&all, error) != 0 && detail)
        *detail = QString::fromLocal8Bit(error);
    for (const pcap_if_t *one = all; one; one = one->next) {
        if (isNetwork(*one))
            cards.append(described(*one));
    }
    if (all)
        pcap_freealldevs(all);
    std::stable_sort(cards.begin(), cards.end(), [](const CaptureInterface &a, const CaptureInterface &b) {
        return std::pair(!a.up, a.loopback) < std::pair(!b.up, b.loopback);
    });
    return cards;
}

LiveCapture::LiveCapture(Options options, Receiver receiver)
    : m_options(std::move(options))
    , m_receiver(std::move(receiver))
    , m_thread([this] { run(); })
{
}

LiveCapture::~LiveCapture()
{
    m_stop = true;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_handle)
            pcap_breakloop(m_handle); // wakes a read that waits, since libpcap 1.10
    }
    m_thread.join();
}

void LiveCapture::run()
{
    QString detail;
    CaptureError error = open(&detail);
    if (error == CaptureError::None) {
        m_receiver.started();
        error = read(&detail);
    }
    pcap *handle = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        handle = std::exchange(m_handle, nullptr);
    }
    if (handle)
        pcap_close(handle);
    if (error != CaptureError::None && !m_stop)
        m_receiver.failed(error, detail);
}

CaptureError LiveCapture::open(QString *detail)
{
    char text[PCAP_ERRBUF_SIZE] = {};
    pcap_t *const handle = pcap_create(m_options.interface.toLocal8Bit().constData(), text);
    if (!handle) {
        *detail = QString::fromLocal8Bit(text);
        return CaptureError::Other;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_handle = handle;
    }
    pcap_set_snaplen(handle, snapLength);
    pcap_set_buffer_size(handle, bufferSize);
    pcap_set_promisc(handle, m_options.promiscuous ? 1 : 0);
    pcap_set_timeout(handle, static_cast<int>(latency.count())); // immediate mode would give each packet a place of
                                                                 // snapLength: 16 in all
    errno = 0;
    const int status = pcap_activate(handle);
    if (status < 0) { // above 0 are warnings
        const CaptureError error = errorOf(status, errno);
        *detail = detailOf(handle, status);
        return error;
    }
    bpf_program program{};
    if (pcap_compile(handle, &program, filter, 1, PCAP_NETMASK_UNKNOWN) == 0) { // only saves work: what passes it is
                                                                                // looked at anyway
        pcap_setfilter(handle, &program);
        pcap_freecode(&program);
    }
    return CaptureError::None;
}

CaptureError LiveCapture::read(QString *detail)
{
    const Reading reading{m_receiver, pcap_datalink(m_handle)};
    if (!isKnown(reading.linkType)) {
        *detail = QStringLiteral("link type %1 is not known").arg(reading.linkType);
        return CaptureError::Other;
    }
    while (!m_stop) {
        const int status = dispatch(m_handle, reading);
        tellDropped();
        if (status < 0 && status != PCAP_ERROR_BREAK) {
            *detail = detailOf(m_handle, status);
            return errorOf(status, 0);
        }
    }
    readRest(reading.linkType);
    tellDropped();
    return CaptureError::None;
}

/// What the kernel still gathers is ours, too: it hands it out within the latency.
void LiveCapture::readRest(int linkType)
{
    char text[PCAP_ERRBUF_SIZE] = {};
    if (pcap_setnonblock(m_handle, 1, text) != 0)
        return;
    const Reading reading{m_receiver, linkType};
    const auto end = std::chrono::steady_clock::now() + 2 * latency;
    int status = PCAP_ERROR_BREAK; // of the read that was told to end
    for (int round = 0; round < maxLastReads && (status >= 0 || status == PCAP_ERROR_BREAK); ++round) {
        status = dispatch(m_handle, reading);
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        if (status == 0 && (left.count() <= 0 || !platform::waitReadable(readableHandle(m_handle), left)))
            return;
    }
}

void LiveCapture::tellDropped()
{
    pcap_stat counts{};
    if (pcap_stats(m_handle, &counts) != 0)
        return;
    const unsigned news = counts.ps_drop - std::exchange(m_dropped, counts.ps_drop);
    if (news > 0)
        m_receiver.dropped(news);
}

} // namespace gb
