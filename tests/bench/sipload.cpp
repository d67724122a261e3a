// Load for a GB/T 28181 registrar on 127.0.0.1. A cycle of a device is REGISTER, 401, REGISTER with digest, 200,
// MESSAGE Keepalive, 200; it ends before the device begins another one. Every cycle has new Call-IDs and every message
// a new branch. Prints one JSON object; bounded in time and, with --count, in number.
#include <arpa/inet.h>
#include <getopt.h>
#include <openssl/evp.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

struct Options
{
    int port = 0;
    int devices = 1000;
    int inFlight = 200;         ///< devices within a cycle at once
    double rate = 0;            ///< cycles begun a second; 0: as fast as they end
    double seconds = 3;         ///< at most 120
    long count = 0;             ///< cycles; 0: until the time is over
    bool keepaliveOnly = false; ///< a cycle is the MESSAGE alone
    std::string id = "34020000002000000001", domain = "3402000000", password = "12345678";
};

struct Result
{
    long started = 0, done = 0, retransmissions = 0, failed = 0, unexpected = 0;
};

enum class Step { Idle, Register, Authorize, Keepalive };

struct Device
{
    Step step = Step::Idle;
    int tries = 0;
    unsigned sequence = 0; ///< of its messages: also the CSeq
    unsigned cycle = 0;
    Clock::time_point sent;
    std::string nonce;
    std::string message; ///< the one that waits for its answer
};

std::string md5(const std::string &text)
{
    static const EVP_MD *const method = EVP_MD_fetch(nullptr, "MD5", nullptr);
    static EVP_MD_CTX *const context = EVP_MD_CTX_new();
    std::array<unsigned char, 16> digest{};
    EVP_DigestInit_ex2(context, method, nullptr);
    EVP_DigestUpdate(context, text.data(), text.size());
    EVP_DigestFinal_ex(context, digest.data(), nullptr);
    std::string out;
    for (const unsigned char octet : digest) {
        out += "0123456789abcdef"[octet >> 4];
        out += "0123456789abcdef"[octet & 15];
    }
    return out;
}

template<typename... Arguments>
std::string format(const char *pattern, Arguments... arguments)
{
    std::array<char, 1024> buffer{};
    return {
        buffer.data(), static_cast<std::size_t>(std::snprintf(buffer.data(), buffer.size(), pattern, arguments...))};
}

/// What follows `name` up to `end`; empty where it is not there.
std::string_view between(std::string_view text, std::string_view name, char end)
{
    const std::size_t at = text.find(name);
    if (at == std::string_view::npos)
        return {};
    text.remove_prefix(at + name.size());
    return text.substr(0, text.find(end));
}

unsigned number(std::string_view text, int base = 10)
{
    unsigned value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value, base);
    return value;
}

class Load
{
public:
    explicit Load(Options options)
        : m_options(std::move(options))
        , m_run(std::random_device{}())
        , m_devices(static_cast<std::size_t>(m_options.devices))
    {
        m_socket = socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0);
        const int size = 8 << 20;
        setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &size, sizeof size);
        setsockopt(m_socket, SOL_SOCKET, SO_SNDBUF, &size, sizeof size);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t length = sizeof address;
        auto *const plain = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_socket, plain, length) != 0 || getsockname(m_socket, plain, &length) != 0)
            fail("bind");
        m_port = ntohs(address.sin_port);
        address.sin_port = htons(static_cast<in_port_t>(m_options.port));
        if (connect(m_socket, plain, length) != 0)
            fail("connect");
        m_toSend.reserve(batch);
    }

    Result run()
    {
        m_begin = Clock::now();
        const auto end = m_begin
            + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(m_options.seconds));
        for (;;) {
            const auto now = Clock::now();
            const bool stopping = now >= end || (m_options.count > 0 && m_result.started >= m_options.count);
            if (!stopping)
                begin(now);
            else if (m_inFlight == 0 || now > end + 10s)
                break;
            flush();
            receive();
            retransmit();
        }
        m_end = Clock::now();
        return m_result;
    }

    double seconds() const { return std::chrono::duration<double>(m_end - m_begin).count(); }

private:
    static constexpr std::size_t batch = 64;
    static constexpr auto timer = 500ms; ///< T1
    static constexpr int maxTries = 4;

    [[noreturn]] static void fail(const char *what)
    {
        std::perror(what);
        std::exit(2);
    }

    void begin(Clock::time_point now)
    {
        const double elapsed = std::chrono::duration<double>(now - m_begin).count();
        for (std::size_t burst = 0; burst < batch && m_inFlight < std::min(m_options.inFlight, m_options.devices);
             ++burst) {
            if (m_options.rate > 0 && static_cast<double>(m_result.started) >= elapsed * m_options.rate)
                return;
            if (m_options.count > 0 && m_result.started >= m_options.count)
                return;
            while (m_devices[m_next].step != Step::Idle)
                m_next = (m_next + 1) % m_devices.size();
            ++m_inFlight;
            ++m_result.started;
            ++m_devices[m_next].cycle;
            send(m_next, m_options.keepaliveOnly ? Step::Keepalive : Step::Register);
            m_next = (m_next + 1) % m_devices.size();
        }
    }

    void send(std::size_t index, Step step)
    {
        Device &device = m_devices[index];
        device.step = step;
        device.tries = 1;
        ++device.sequence;
        device.message = step == Step::Keepalive ? keepalive(index) : registration(index);
        transmit(index);
    }

    void transmit(std::size_t index)
    {
        m_devices[index].sent = Clock::now();
        m_waiting.emplace_back(m_devices[index].sent, index);
        m_toSend.push_back(index);
        if (m_toSend.size() == batch)
            flush();
    }

    static std::string idOf(std::size_t index) { return format("3402000000132%07zu", index); }

    /// Via, From, To and Call-ID; the Call-ID starts with what finds the device again.
    std::string head(std::size_t index, const char *method, const std::string &to) const
    {
        const Device &device = m_devices[index];
        const std::string id = idOf(index);
        const char *const domain = m_options.domain.c_str();
        return format(
            "%s sip:%s@%s SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:%d;rport;branch=z9hG4bK%08x%08zx%08x\r\nFrom: "
            "<sip:%s@%s>;tag=%08x\r\nTo: <sip:%s@%s>\r\n"
            "Call-ID: %08zx-%08x-%08x%c@127.0.0.1\r\nCSeq: %u %s\r\n",
            method, m_options.id.c_str(), domain, m_port, m_run, index, device.sequence, id.c_str(), domain,
            device.cycle, to.c_str(), domain, index, m_run, device.cycle, *method, device.sequence, method);
    }

    std::string registration(std::size_t index) const
    {
        const Device &device = m_devices[index];
        const std::string id = idOf(index);
        std::string out = head(index, "REGISTER", id)
            + format("Contact: <sip:%s@127.0.0.1:%d>\r\n", id.c_str(), m_port);
        if (device.step == Step::Authorize) {
            const std::string uri = "sip:" + m_options.id + '@' + m_options.domain;
            const std::string response = md5(md5(id + ':' + m_options.domain + ':' + m_options.password) + ':'
                + device.nonce + ':' + md5("REGISTER:" + uri));
            out += format("Authorization: Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", "
                          "response=\"%s\", algorithm=MD5\r\n",
                id.c_str(), m_options.domain.c_str(), device.nonce.c_str(), uri.c_str(), response.c_str());
        }
        return out + "Max-Forwards: 70\r\nUser-Agent: IP Camera\r\nExpires: 3600\r\nContent-Length: 0\r\n\r\n";
    }

    std::string keepalive(std::size_t index) const
    {
        const std::string body = format("<?xml version=\"1.0\" "
                                        "encoding=\"GB2312\"?>\r\n<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>%u</"
                                        "SN>\r\n<DeviceID>%s</DeviceID>\r\n"
                                        "<Status>OK</Status>\r\n<Info>\r\n</Info>\r\n</Notify>\r\n",
            m_devices[index].sequence, idOf(index).c_str());
        return head(index, "MESSAGE", m_options.id)
            + format("Content-Type: Application/MANSCDP+xml\r\nMax-Forwards: 70\r\nUser-Agent: IP "
                     "Camera\r\nContent-Length: %zu\r\n\r\n",
                body.size())
            + body;
    }

    void flush()
    {
        std::array<mmsghdr, batch> messages{};
        std::array<iovec, batch> pieces{};
        for (std::size_t i = 0; i < m_toSend.size(); ++i) {
            std::string &text = m_devices[m_toSend[i]].message;
            pieces[i] = {text.data(), text.size()};
            messages[i].msg_hdr.msg_iov = &pieces[i];
            messages[i].msg_hdr.msg_iovlen = 1;
        }
        for (std::size_t sent = 0; sent < m_toSend.size();) {
            const int count = sendmmsg(
                m_socket, messages.data() + sent, static_cast<unsigned>(m_toSend.size() - sent), 0);
            if (count > 0) {
                sent += static_cast<std::size_t>(count);
            } else if (errno == EAGAIN || errno == ENOBUFS) {
                pollfd writable{m_socket, POLLOUT, 0};
                poll(&writable, 1, 5);
            } else if (errno != ECONNREFUSED) { // an ICMP answer to an earlier one: the retransmission counts it
                fail("send");
            }
        }
        m_toSend.clear();
    }

    void receive()
    {
        static std::array<std::array<char, 2048>, batch> buffers;
        std::array<mmsghdr, batch> messages{};
        std::array<iovec, batch> pieces{};
        for (std::size_t i = 0; i < batch; ++i) {
            pieces[i] = {buffers[i].data(), buffers[i].size()};
            messages[i].msg_hdr.msg_iov = &pieces[i];
            messages[i].msg_hdr.msg_iovlen = 1;
        }
        const int count = recvmmsg(m_socket, messages.data(), batch, 0, nullptr);
        if (count <= 0) {
            pollfd readable{m_socket, POLLIN, 0};
            const timespec wait{0, m_options.rate > 0 ? 100'000 : 1'000'000};
            ppoll(&readable, 1, &wait, nullptr);
        }
        for (int i = 0; i < count; ++i) {
            const auto at = static_cast<std::size_t>(i);
            answered({buffers[at].data(), messages[at].msg_len});
        }
    }

    void answered(std::string_view text)
    {
        const unsigned status = text.starts_with("SIP/2.0 ") ? number(text.substr(8, 3)) : 0;
        const std::string_view callId = between(text, "\r\nCall-ID: ", '@');
        const std::size_t index = number(callId.substr(0, 8), 16);
        if (status < 200 || callId.size() < 26 || number(callId.substr(9, 8), 16) != m_run || index >= m_devices.size())
            return;
        Device &device = m_devices[index];
        if (device.step == Step::Idle || number(between(text, "\r\nCSeq: ", ' ')) != device.sequence)
            return; // the second answer to a retransmitted request
        if (device.step == Step::Register && status == 401) {
            device.nonce = between(text, "nonce=\"", '"');
            return send(index, Step::Authorize);
        }
        if (status != 200 || device.step == Step::Register) {
            if (m_result.unexpected++ == 0)
                std::fprintf(stderr, "unexpected %u in step %d\n", status, static_cast<int>(device.step));
            return finish(device);
        }
        if (device.step == Step::Authorize)
            return send(index, Step::Keepalive);
        ++m_result.done;
        finish(device);
    }

    void finish(Device &device)
    {
        device.step = Step::Idle;
        --m_inFlight;
    }

    void retransmit()
    {
        const auto now = Clock::now();
        while (!m_waiting.empty() && now - m_waiting.front().first >= timer) {
            const auto [sent, index] = m_waiting.front();
            m_waiting.pop_front();
            Device &device = m_devices[index];
            if (device.step == Step::Idle || device.sent != sent)
                continue;
            if (device.tries++ == maxTries) {
                ++m_result.failed;
                finish(device);
                continue;
            }
            ++m_result.retransmissions;
            transmit(index);
        }
    }

    const Options m_options;
    const unsigned m_run;
    std::vector<Device> m_devices;
    int m_socket = -1;
    int m_port = 0;
    int m_inFlight = 0;
    std::size_t m_next = 0;
    std::vector<std::size_t> m_toSend;
    std::deque<std::pair<Clock::time_point, std::size_t>> m_waiting; ///< what was sent when, oldest first; overtaken
                                                                     ///< entries stay until their time
    Clock::time_point m_begin, m_end;
    Result m_result;
};

[[noreturn]] void usage()
{
    std::fputs("sipload --port N [--devices 1000] [--in-flight 200] [--rate CYCLES_A_SECOND] [--seconds 3] [--count "
               "CYCLES] [--keepalive-only] [--id ID] [--domain DOMAIN]"
               " [--password PASSWORD]\n",
        stderr);
    std::exit(2);
}

Options parse(int argc, char **argv)
{
    Options options;
    const option known[] = {{"port", 1, nullptr, 'p'}, {"devices", 1, nullptr, 'd'}, {"in-flight", 1, nullptr, 'f'},
        {"rate", 1, nullptr, 'r'}, {"seconds", 1, nullptr, 's'}, {"count", 1, nullptr, 'c'},
        {"keepalive-only", 0, nullptr, 'k'}, {"id", 1, nullptr, 'i'}, {"domain", 1, nullptr, 'm'},
        {"password", 1, nullptr, 'w'}, {nullptr, 0, nullptr, 0}};
    for (int one = 0; (one = getopt_long(argc, argv, "", known, nullptr)) != -1;) {
        switch (one) {
        case 'p': options.port = std::atoi(optarg); break;
        case 'd': options.devices = std::atoi(optarg); break;
        case 'f': options.inFlight = std::atoi(optarg); break;
        case 'r': options.rate = std::atof(optarg); break;
        case 's': options.seconds = std::min(120.0, std::atof(optarg)); break;
        case 'c': options.count = std::atol(optarg); break;
        case 'k': options.keepaliveOnly = true; break;
        case 'i': options.id = optarg; break;
        case 'm': options.domain = optarg; break;
        case 'w': options.password = optarg; break;
        default: usage();
        }
    }
    if (options.port < 1 || options.port > 65535 || options.devices < 1 || options.devices > 10'000'000
        || options.inFlight < 1 || options.seconds <= 0)
        usage();
    return options;
}

} // namespace

int main(int argc, char **argv)
{
    Load load(parse(argc, argv));
    const Result result = load.run();
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    const double cpu = static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec)
        + 1e-6 * static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec);
    std::printf("{\"started\": %ld, \"done\": %ld, \"retransmissions\": %ld, \"failed\": %ld, \"unexpected\": %ld, "
                "\"seconds\": %.3f, \"cpu_seconds\": %.3f}\n",
        result.started, result.done, result.retransmissions, result.failed, result.unexpected, load.seconds(), cpu);
    return 0;
}
