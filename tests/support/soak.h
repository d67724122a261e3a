#pragma once
#include "tests/support/site.h"

#include <vector>

/// A live session of days, in simulated time: as many devices as wanted on one server.
namespace gb::test {

/**
 * Devices that do nothing wrong: registered within the first minute, refreshed each half an hour, a heartbeat each
 * minute under a Call-ID of its own, and each hour a query for the catalogue, its 200, the answer and its 200. second()
 * is one second of all of them, and what is due in it; the engine's window takes the news once a second.
 */
class Soak
{
public:
    static constexpr qint64 minute = 60, hour = 3600, refresh = 1800;

    /// What must not grow. All are numbers of entries.
    struct Sizes
    {
        std::size_t transactions = 0, nonces = 0, bindings = 0, remembered = 0, awaiting = 0, deadlines = 0,
                    pending = 0;
        bool operator==(const Sizes &) const = default;
    };

    explicit Soak(int devices)
        : m_devices(static_cast<std::size_t>(devices))
    {
        for (int i = 0; i < devices; ++i) {
            Device &device = m_devices[static_cast<std::size_t>(i)];
            device.id = "3402000000132" + QByteArray::number(i).rightJustified(7, '0');
            device.at = {QHostAddress(quint32{0xc0a80200} + static_cast<quint32>(i)), 5060};
        }
    }

    Batch second()
    {
        site.wait(std::chrono::seconds(1));
        ++m_now;
        const std::size_t all = m_devices.size();
        for (std::size_t i = static_cast<std::size_t>(m_now % minute) * all / minute;
             i < static_cast<std::size_t>(m_now % minute + 1) * all / minute; ++i)
            turn(m_devices[i]);
        return site.analysis.take(site.clock.now());
    }
    Sizes sizes() const
    {
        const Registrar &registrar = site.sip.registrar();
        const DeviceStore &devices = site.analysis.devices();
        return {site.sip.transactions().size(), registrar.nonces().size(),
            static_cast<std::size_t>(registrar.bindings().size()), site.analysis.flow().size(),
            site.analysis.flow().awaiting(), devices.deadlines(), static_cast<std::size_t>(devices.pending())};
    }
    /// Octets of the transactions and of what they keep.
    std::size_t transactionMemory() const { return site.sip.transactions().memory(); }
    /// That a device sent by then, if it began with the first minute.
    static qint64 beatsUntil(qint64 seconds) { return seconds / minute - 1; }

    Site site;

private:
    struct Device
    {
        QByteArray id;
        Endpoint at;
        qint64 turns = 0; ///< minutes
        int cseq = 1;
    };

    void turn(Device &device)
    {
        if (device.turns > 0)
            site.send(site.keepalive(device.id, static_cast<int>(device.turns), callId(device, "beat")), device.at);
        if (device.turns * minute % refresh == 0) {
            site.login({.id = device.id, .callId = device.id + "@camera", .cseq = device.cseq, .extra = {}}, "12345678",
                device.at);
            device.cseq += 2;
        }
        if (device.turns * minute % hour == hour / 4)
            query(device);
        ++device.turns;
    }

    /// Ours is sent by no part of the server yet: the record has it all the same.
    void query(const Device &device)
    {
        const QByteArray id = callId(device, "query");
        const QByteArray asked = site.message(device.id,
            "<?xml version=\"1.0\"?><Query><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>" + device.id
                + "</DeviceID></Query>",
            id);
        site.analysis.observe({.at = site.clock.now(),
            .from = site.server,
            .to = device.at,
            .direction = Direction::Out,
            .octets = asked});
        site.send(writeReply(scanHead(view(asked)), site.server, {.status = 200, .toTag = "t"}), device.at);
        QByteArray answer = "<?xml version=\"1.0\"?><Response><CmdType>Catalog</CmdType><SN>1</SN><DeviceID>"
            + device.id + "</DeviceID><SumNum>4</SumNum><DeviceList Num=\"4\">";
        for (int i = 1; i <= 4; ++i)
            answer += "<Item><DeviceID>3402000000131000000" + QByteArray::number(i)
                + "</DeviceID><Name>Camera</Name><Status>ON</Status></Item>";
        site.send(site.message(device.id, answer + "</DeviceList></Response>", id + "a"), device.at);
    }
    static QByteArray callId(const Device &device, const char *what)
    {
        return what + QByteArray::number(device.turns) + '-' + device.id.right(7) + "@192.168.2.1";
    }

    std::vector<Device> m_devices;
    qint64 m_now = 0;
};

} // namespace gb::test
