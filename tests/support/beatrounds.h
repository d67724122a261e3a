#pragma once
#include "tests/support/script.h"

namespace gb::test {

/// A heartbeat of the device with that number, 1 to 9; ahead of its first one it registers.
inline void beatOf(Script &s, int number, int sn, const QByteArray &end)
{
    const QByteArray id = Script::id.chopped(1) + QByteArray::number(number);
    s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
    if (sn == 1)
        s.login({.user = id, .callId = "l" + QByteArray::number(number)});
    Script::Request request = s.beatRequest(sn, "OK", id);
    request.user = id;
    s.send(request);
    s.answer(s.last, end);
}

/// One of each of so many, a minute behind the last round.
inline void beatRound(Script &s, int devices, int sn, const QByteArray &end)
{
    s.wait(std::chrono::seconds(60));
    for (int number = 1; number <= devices; ++number)
        beatOf(s, number, sn, end);
}

/// The same, and nobody answers until all have given up; `answered`: but for that one.
inline void silentRound(Script &s, int devices, int sn, int answered = 0)
{
    s.wait(std::chrono::seconds(60));
    for (int number = 1; number <= devices; ++number) {
        if (number == answered) {
            beatOf(s, number, sn, "200 OK");
            continue;
        }
        const QByteArray id = Script::id.chopped(1) + QByteArray::number(number);
        s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
        Script::Request request = s.beatRequest(sn, "OK", id);
        request.user = id;
        s.send(request);
        s.wait(std::chrono::milliseconds(500));
        s.again();
    }
    s.wait(std::chrono::seconds(40));
}

} // namespace gb::test
