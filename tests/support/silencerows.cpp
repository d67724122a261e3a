#include "tests/support/findingrows.h"

using namespace std::chrono_literals;

namespace gb::test {
namespace {

using S = Script;

QByteArray idOf(int number)
{
    return "3402000000132000000" + QByteArray::number(number);
}

void registers(S &s, int number, const QByteArray &callId = "of")
{
    s.login({.user = idOf(number), .callId = callId + QByteArray::number(number)});
}

void beats(S &s, int number, int sn)
{
    Script::Request request = s.beatRequest(sn, "OK", idOf(number));
    request.user = idOf(number);
    s.send(request);
    s.answer(s.last, "200 OK");
}

/// Heartbeats of the first `devices`, a minute apart.
void fleet(S &s, int devices, int from, int to)
{
    for (int sn = from; sn <= to; ++sn) {
        s.wait(60s);
        for (int number = 1; number <= devices; ++number)
            beats(s, number, sn);
    }
}

void fourThatBeat(S &s)
{
    for (int number = 1; number <= 4; ++number)
        registers(s, number);
    fleet(s, 4, 1, 3);
}

} // namespace

const std::vector<FindingRow> &silenceRows()
{
    static const std::vector<FindingRow> rows{
        {FindingCode::WentSilent,
            [](S &s) {
                s.login();
                s.beats(3);
                s.wait(181s);
            },
            [](S &s) { // it said goodbye
                s.login();
                s.beats(3);
                s.login({.callId = "1@camera", .cseq = 9, .more = "Expires: 0\r\n"});
                s.wait(600s);
            },
            [](S &s) { s.beat(4); }},
        {FindingCode::BeatsLostOnWay,
            [](S &s) {
                s.login();
                s.beats(3);
                s.wait(300s);
                s.beat(8);
            },
            [](S &s) { // one SN for ever
                s.login();
                for (int i = 0; i < 3; ++i) {
                    s.wait(60s);
                    s.beat(1);
                }
                s.wait(300s);
                s.beat(1);
            },
            [](S &s) { s.beats(8); }},
        {FindingCode::RestartedInSilence,
            [](S &s) {
                s.login();
                s.beats(3);
                s.wait(300s);
                s.login({.callId = "new"});
            },
            [](S &s) {
                s.login();
                s.beats(3);
                s.wait(300s);
                s.beat(4);
            },
            [](S &s) { s.beats(8); }},
        {FindingCode::ManySilent,
            [](S &s) {
                fourThatBeat(s);
                s.wait(200s);
            },
            [](S &s) { // two of four
                fourThatBeat(s);
                for (int sn = 4; sn < 9; ++sn) {
                    s.wait(60s);
                    beats(s, 1, sn);
                    beats(s, 2, sn);
                }
            },
            [](S &s) { fleet(s, 4, 7, 7); }},
    };
    return rows;
}

} // namespace gb::test
