#pragma once
#include "core/base/clock.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <functional>
#include <mutex>
#include <string_view>
#include <thread>

struct pcap;

namespace gb {

enum class CaptureError : quint8 {
    None,
    NoSuchInterface,
    NotAllowed, ///< Linux: CAP_NET_RAW is missing; macOS: /dev/bpf* belong to somebody else
    InterfaceDown,
    Other, ///< libpcap's own words tell
};

/// A network card, as libpcap names it.
struct CaptureInterface
{
    QString name;
    QString description; ///< the system's words, may be empty
    QStringList addresses;
    bool loopback = false;
    bool up = false;
};

/// Those that carry IP packets; the ones that are up first, loopback last of them. Needs no permission on Linux.
/// `detail`: why there are none, in libpcap's words.
QList<CaptureInterface> captureInterfaces(QString *detail = nullptr);

/// Every packet of a network card, by libpcap in a thread of its own. A filter in the system's kernel keeps out what
/// cannot be IP.
class LiveCapture
{
public:
    static constexpr int snapLength = 262'144;              ///< octets of a packet: all of it
    static constexpr int bufferSize = 4 * 1024 * 1024;      ///< octets in the kernel
    static constexpr std::chrono::milliseconds latency{20}; ///< how long the kernel may gather packets

    struct Options
    {
        QString interface;
        bool promiscuous = true; ///< what a mirror port brings is not addressed to us
    };

    /// All are called in the capture's thread.
    struct Receiver
    {
        std::function<void()> started;
        /// `at` is the kernel's stamp, of the wall clock; the octets are there until the call returns.
        std::function<void(int linkType, TimePoint at, std::string_view packet)> packet;
        /// Packets that the kernel had no room for, since this was told last.
        std::function<void(quint64 packets)> dropped;
        /// It could not start, or ended by itself; `detail` in libpcap's words. Last of all.
        std::function<void(CaptureError error, const QString &detail)> failed;
    };

    LiveCapture(Options options, Receiver receiver);
    /// Takes what passed until now, which lasts twice the latency at most; behind it nothing is called any more.
    ~LiveCapture();
    LiveCapture(const LiveCapture &) = delete;
    LiveCapture &operator=(const LiveCapture &) = delete;

private:
    void run();
    CaptureError open(QString *detail);
    CaptureError read(QString *detail);
    void readRest(int linkType);
    void tellDropped();

    const Options m_options;
    const Receiver m_receiver;
    std::atomic<bool> m_stop{false};
    std::mutex m_mutex; ///< m_handle's coming and going
    pcap *m_handle = nullptr;
    unsigned m_dropped = 0; ///< as libpcap counts: 32 bits that begin anew
    std::thread m_thread;
};

} // namespace gb
