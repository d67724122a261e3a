#pragma once
#include "tests/support/capturewriter.h"

#include <random>

namespace gb::test {

/// A device that registers and then beats `beats` times, each answered; every heartbeat has `letters` that do not
/// shrink, so that what is made of it takes many writes.
inline QByteArray longCapture(int beats, int letters)
{
    Capture capture;
    SipText login = request("REGISTER", "life");
    login.extra = "Contact: <sip:34020000001320000001@10.0.0.2:5060>\r\nExpires: 3600\r\n";
    capture.say(login);
    capture.say(answer(login, "200 OK", "Expires: 3600\r\n"), true);
    std::mt19937 random(1);
    for (int i = 0; i < beats; ++i) {
        QByteArray info;
        for (int letter = 0; letter < letters; ++letter)
            info += static_cast<char>('A' + random() % 26);
        const QByteArray number = QByteArray::number(i);
        const SipText beat = withXml(request("MESSAGE", "beat" + number),
            manscdp("<Notify>\r\n<CmdType>Keepalive</CmdType>\r\n<SN>" + number
                + "</SN>\r\n<DeviceID>34020000001320000001</DeviceID>\r\n<Status>OK</Status>\r\n<Info>" + info
                + "</Info>\r\n</Notify>"));
        capture.wait(std::chrono::seconds(60));
        capture.say(beat);
        capture.say(answer(beat, "200 OK"), true);
    }
    return capture.octets();
}

} // namespace gb::test
