#pragma once
#include "tests/support/script.h"

namespace gb::test {

/// A heartbeat of each of so many devices, a minute behind the last round; in the first one they register.
inline void beatRound(Script &s, int devices, int sn, const QByteArray &end)
{
    s.wait(std::chrono::seconds(60));
    for (int number = 1; number <= devices; ++number) {
        const QByteArray id = Script::id.chopped(1) + QByteArray::number(number);
        s.device.address = IpAddress(0xc0a80140U + static_cast<quint32>(number));
        if (sn == 1)
            s.login({.user = id, .callId = "l" + QByteArray::number(number)});
        Script::Request request = s.beatRequest(sn, "OK", id);
        request.user = id;
        s.send(request);
        s.answer(s.last, end);
    }
}

} // namespace gb::test
