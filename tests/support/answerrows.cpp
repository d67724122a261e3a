#include "tests/support/findingrows.h"

using namespace std::chrono_literals;

namespace gb::test {
namespace {

using S = Script;

/// The platform asks, the device takes it.
void ask(S &s, const QByteArray &command, int sn = 7, const QByteArray &inner = {}, const QByteArray &root = "Query")
{
    s.ask(s.query(s.manscdp(root, command, inner, sn)));
    s.answer(s.last, "200 OK", {}, true);
}

void respond(S &s, const QByteArray &command, const QByteArray &inner, int sn = 7)
{
    s.send(s.manscdp("Response", command, inner, sn));
    s.answer(s.last, "200 OK");
}

void both(S &s, const QByteArray &command, const QByteArray &inner, int sn = 7)
{
    ask(s, command, sn);
    respond(s, command, inner, sn);
}

QByteArray info(const QByteArray &more = {})
{
    return "<Result>OK</Result>\r\n<Manufacturer>A</Manufacturer>\r\n<Model>B</Model>\r\n" + more;
}

QByteArray recordings(int sum, int items)
{
    QByteArray out = "<Name>Gate</Name>\r\n<SumNum>" + QByteArray::number(sum) + "</SumNum>\r\n<RecordList Num=\""
        + QByteArray::number(items) + "\">\r\n";
    for (int i = 0; i < items; ++i)
        out += "<Item>\r\n<DeviceID>34020000001310000001</DeviceID>\r\n<Name>Gate</Name>\r\n"
               "<StartTime>2026-03-02T0"
            + QByteArray::number(i) + ":00:00</StartTime>\r\n<EndTime>2026-03-02T0" + QByteArray::number(i)
            + ":30:00</EndTime>\r\n<Secrecy>0</Secrecy>\r\n<Type>time</Type>\r\n</Item>\r\n";
    return out + "</RecordList>\r\n";
}

/// A Response that names the channel, though the device was asked.
void ofChannel(S &s)
{
    S::Request r = s.manscdp("Response", "DeviceInfo", info());
    r.body.replace(S::id, "34020000001310000009");
    s.send(r);
    s.answer(s.last, "200 OK");
}

} // namespace

const std::vector<FindingRow> &answerRows()
{
    static const std::vector<FindingRow> rows{
        {FindingCode::ResponseMissing,
            [](S &s) {
                s.login();
                ask(s, "DeviceInfo");
                s.wait(16s);
            },
            [](S &s) { // in time; late, which the record shows; owed by nobody; not taken; an order with a Response
                s.login();
                both(s, "DeviceInfo", info());
                ask(s, "DeviceStatus", 8);
                s.wait(20s);
                respond(s, "DeviceStatus", "<Result>OK</Result>\r\n", 8);
                ask(s, "DeviceControl", 9, "<TeleBoot>Boot</TeleBoot>\r\n", "Control");
                ask(s, "Alarm", 10);
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {}, 11)));
                s.answer(s.last, "403 Forbidden", {}, true);
                ask(s, "DeviceControl", 12, "<GuardCmd>SetGuard</GuardCmd>\r\n", "Control");
                respond(s, "DeviceControl", "<Result>OK</Result>\r\n", 12);
                s.wait(40s);
            },
            [](S &s) { both(s, "DeviceInfo", info(), 8); }},
        {FindingCode::ResponseError,
            [](S &s) {
                s.login();
                both(s, "DeviceStatus", "<Result>ERROR</Result>\r\n");
            },
            [](S &s) {
                s.login();
                both(s, "DeviceStatus", "<Result>OK</Result>\r\n<Online>ONLINE</Online>\r\n<Status>ERROR</Status>\r\n");
            },
            [](S &s) { both(s, "DeviceStatus", "<Result>OK</Result>\r\n", 8); }},
        {FindingCode::ResponseOtherSn,
            [](S &s) {
                s.login();
                ask(s, "DeviceInfo");
                respond(s, "DeviceInfo", info(), 1);
                s.wait(20s);
            },
            [](S &s) { // the right one comes, too; and one that belongs to an older question
                s.login();
                both(s, "DeviceInfo", info(), 1);
                ask(s, "DeviceInfo");
                respond(s, "DeviceInfo", info(), 99);
                respond(s, "DeviceInfo", info(), 1);
                respond(s, "DeviceInfo", info());
                s.wait(20s);
            },
            [](S &s) { both(s, "DeviceInfo", info(), 8); }},
        {FindingCode::ResponseOtherDevice,
            [](S &s) {
                s.login();
                ask(s, "DeviceInfo");
                ofChannel(s);
            },
            [](S &s) {
                s.login();
                both(s, "DeviceInfo", info());
            },
            [](S &s) { both(s, "DeviceInfo", info(), 8); }},
        {FindingCode::ListShort,
            [](S &s) {
                s.login();
                ask(s, "RecordInfo");
                respond(s, "RecordInfo", recordings(3, 2));
                s.wait(11s);
            },
            [](S &s) { // the rest comes; none is there; it comes late
                s.login();
                ask(s, "RecordInfo");
                respond(s, "RecordInfo", recordings(3, 2));
                s.wait(5s);
                respond(s, "RecordInfo", recordings(3, 1));
                both(s, "RecordInfo", recordings(0, 0), 8);
                ask(s, "RecordInfo", 9);
                respond(s, "RecordInfo", recordings(2, 1), 9);
                s.wait(15s);
                respond(s, "RecordInfo", recordings(2, 1), 9);
                s.wait(20s);
            },
            [](S &s) { both(s, "RecordInfo", recordings(1, 1), 8); }},
        {FindingCode::ResponseRefused,
            [](S &s) {
                s.login();
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                s.answer(s.last, "404 Not Found", {}, true);
            },
            [](S &s) { // taken; challenged; the device asks; a call has a finding of its own
                s.login();
                both(s, "DeviceInfo", info());
                s.ask(s.query(s.manscdp("Query", "DeviceStatus", {}, 8)));
                s.answer(s.last, "401 Unauthorized", {}, true);
                s.send(s.manscdp("Query", "DeviceInfo", {}, 9));
                s.answer(s.last, "404 Not Found");
                s.ask(s.query({.method = "INVITE", .callId = "call", .more = {}}));
                s.answer(s.last, "404 Not Found", {}, true);
            },
            [](S &s) { both(s, "DeviceInfo", info(), 8); }},
        {FindingCode::UnknownElements,
            [](S &s) {
                s.login();
                both(s, "DeviceInfo", info("<Colour>red</Colour>\r\n"));
            },
            [](S &s) {
                s.login();
                both(s, "DeviceInfo", info("<Firmware>V5</Firmware>\r\n<Channel>1</Channel>\r\n"));
                both(s, "ConfigDownload",
                    "<Result>OK</Result>\r\n<BasicParam>\r\n<Name>x</Name>\r\n<Own>1</Own>\r\n</BasicParam>\r\n", 8);
            },
            [](S &s) { both(s, "DeviceInfo", info(), 8); }},
    };
    return rows;
}

} // namespace gb::test
