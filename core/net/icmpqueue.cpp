#include "core/net/icmpqueue.h"

#ifdef Q_OS_LINUX
#include <netinet/in.h>
#include <sys/socket.h>

#include <linux/errqueue.h> // behind the others, whose types it uses

#include <cstring>

namespace gb::icmpqueue {
namespace {

constexpr int mostReports = 64; ///< of other kinds that are passed over at once

Endpoint endpointOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET6) {
        sockaddr_in6 v6{};
        std::memcpy(&v6, &address, sizeof v6);
        return {IpAddress(QHostAddress(reinterpret_cast<const sockaddr *>(&v6))), ntohs(v6.sin6_port)};
    }
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return {address.ss_family == AF_INET ? IpAddress(ntohl(v4.sin_addr.s_addr)) : IpAddress(), ntohs(v4.sin_port)};
}

/// Behind the report stands the address of who sent it.
IpAddress reporterOf(const cmsghdr &header)
{
    sockaddr_storage address{};
    const std::size_t start = CMSG_LEN(sizeof(sock_extended_err));
    if (header.cmsg_len > start)
        std::memcpy(&address, reinterpret_cast<const char *>(&header) + start,
            std::min(header.cmsg_len - start, sizeof address));
    return endpointOf(address).address;
}

bool readReport(msghdr &message, IcmpError &error)
{
    for (cmsghdr *header = CMSG_FIRSTHDR(&message); header; header = CMSG_NXTHDR(&message, header)) {
        const bool ours = (header->cmsg_level == IPPROTO_IP && header->cmsg_type == IP_RECVERR)
            || (header->cmsg_level == IPPROTO_IPV6 && header->cmsg_type == IPV6_RECVERR);
        if (!ours || header->cmsg_len < CMSG_LEN(sizeof(sock_extended_err)))
            continue;
        sock_extended_err report{};
        std::memcpy(&report, CMSG_DATA(header), sizeof report);
        if (report.ee_origin != SO_EE_ORIGIN_ICMP && report.ee_origin != SO_EE_ORIGIN_ICMP6)
            return false;
        error.v6 = report.ee_origin == SO_EE_ORIGIN_ICMP6;
        error.type = report.ee_type;
        error.code = report.ee_code;
        error.reporter = reporterOf(*header);
        return true;
    }
    return false;
}

} // namespace

void enable(qintptr socket)
{
    const int on = 1, fd = static_cast<int>(socket);
    setsockopt(fd, IPPROTO_IP, IP_RECVERR, &on, sizeof on); // of a socket of both families, too
    setsockopt(fd, IPPROTO_IPV6, IPV6_RECVERR, &on, sizeof on);
}

std::optional<IcmpError> take(qintptr socket, QByteArray &buffer)
{
    for (int passed = 0; passed < mostReports; ++passed) {
        sockaddr_storage to{};
        alignas(cmsghdr) char control[512] = {};
        iovec octets{buffer.data(), static_cast<std::size_t>(buffer.size())};
        msghdr message{};
        message.msg_name = &to;
        message.msg_namelen = sizeof to;
        message.msg_iov = &octets;
        message.msg_iovlen = 1;
        message.msg_control = control;
        message.msg_controllen = sizeof control;
        const ssize_t size = recvmsg(static_cast<int>(socket), &message, MSG_ERRQUEUE | MSG_DONTWAIT);
        if (size < 0)
            return std::nullopt;
        IcmpError error;
        if (!readReport(message, error))
            continue;
        error.kind = IcmpError::Kind::Unreachable;
        error.to = endpointOf(to);
        error.octets = {buffer.constData(), static_cast<std::size_t>(size)};
        return error;
    }
    return std::nullopt;
}

} // namespace gb::icmpqueue

#else

namespace gb::icmpqueue {

void enable(qintptr) { }

std::optional<IcmpError> take(qintptr, QByteArray &)
{
    return std::nullopt;
}

} // namespace gb::icmpqueue

#endif
