#include "tests/support/findingrows.h"

using namespace std::chrono_literals;

namespace gb::test {
namespace {

using S = Script;
using R = Script::Request;

void at(S &s, int place)
{
    s.device = endpoint(QByteArray("192.168.1." + QByteArray::number(place)).constData(), 5060);
}

void loginUnder(S &s, const QByteArray &id, int place = 64)
{
    at(s, place);
    s.login({.user = id, .callId = id});
}

void cannotListen(S &s, notes::ListenFailed::Why why, const QString &owner = {})
{
    s.note(notes::ListenFailed{.why = why, .where = QStringLiteral("192.168.1.15:5060"), .owner = owner});
}

void expectOne(S &s)
{
    s.note(notes::Expected{{{QString::fromLatin1(S::id), {}, {}}}});
}

/// A registration that is accepted, and begun anew at once.
void loops(S &s, int times, bool beats)
{
    for (int i = 0; i < times; ++i) {
        s.login({.callId = "loop" + QByteArray::number(i)});
        if (beats)
            s.beat(i + 1);
        s.wait(20s);
    }
}

void wrong(S &s, const QByteArray &credentials)
{
    s.send({});
    s.challenge();
    s.send({.cseq = 2, .more = "Expires: 3600\r\n" + credentials});
    s.answer(s.last, "401 Unauthorized", "WWW-Authenticate: Digest realm=\"3402000000\",algorithm=MD5,nonce=\"m\"\r\n");
}

void known(S &s, const QList<QByteArray> &others)
{
    s.analysis.devices().setKnownPasswords("12345678", others);
}

/// The header repeats the realm of the challenge, and the sum has another.
QByteArray otherRealmInside(const QByteArray &password)
{
    return S::credentials(S::id, "34020000", password).replace("realm=\"34020000\"", "realm=\"3402000000\"");
}

void leaves(S &s)
{
    s.login();
    s.beats(2);
    s.login({.cseq = 9, .more = "Expires: 0\r\n"});
}

} // namespace

const std::vector<FindingRow> &registrationRows()
{
    static const std::vector<FindingRow> rows{
        {FindingCode::ExpectedSilent,
            [](S &s) {
                expectOne(s);
                s.wait(181s);
            },
            [](S &s) {
                expectOne(s);
                s.wait(100s);
                s.login();
                s.wait(100s);
            },
            [](S &s) { s.login(); }},
        {FindingCode::PortTaken,
            [](S &s) { cannotListen(s, notes::ListenFailed::Why::PortTaken, QStringLiteral("kamailio")); },
            [](S &s) { cannotListen(s, notes::ListenFailed::Why::NoSuchAddress); },
            [](S &s) {
                s.note(notes::Listening{notes::Source::Sip, QStringLiteral("192.168.1.15:5060")});
            }},
        {FindingCode::AddressNotHere, [](S &s) { cannotListen(s, notes::ListenFailed::Why::NoSuchAddress); },
            [](S &s) { cannotListen(s, notes::ListenFailed::Why::PortTaken); },
            [](S &s) {
                s.note(notes::Listening{notes::Source::Sip, QStringLiteral("192.168.1.15:5060")});
            }},
        {FindingCode::RegisterUnanswered,
            [](S &s) {
                s.send({});
                for (const auto gap : {500ms, 1000ms, 2000ms, 4000ms}) {
                    s.wait(gap);
                    s.again();
                }
                s.wait(40s);
            },
            [](S &s) {
                s.send({});
                s.wait(500ms);
                s.again();
                s.wait(1s);
                s.again();
                s.challenge();
                s.wait(40s);
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::ChallengeNotReceived,
            [](S &s) {
                s.send({});
                const QByteArray request = s.last;
                s.challenge();
                for (const auto gap : {500ms, 1000ms}) {
                    s.wait(gap);
                    s.see(request);
                }
            },
            [](S &s) {
                s.send({});
                const QByteArray request = s.last;
                s.challenge();
                s.wait(500ms);
                s.see(request);
                s.login({.cseq = 3});
            }, // one that crossed the 401
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::ChallengeIgnored,
            [](S &s) {
                for (int i = 0; i < 2; ++i) {
                    s.send({.callId = "c" + QByteArray::number(i)});
                    s.challenge();
                    s.wait(60s);
                }
            },
            [](S &s) {
                s.login();
                s.wait(1800s);
                s.login({.callId = "2"});
                s.wait(1800s);
                s.login({.callId = "2", .cseq = 3});
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::ChallengeForm,
            [](S &s) {
                for (int i = 0; i < 2; ++i) {
                    s.send({.callId = "c" + QByteArray::number(i)});
                    s.challenge("realm=\"3402000000\",nonce=\"n\",qop=\"auth\",algorithm=MD5");
                    s.wait(60s);
                }
            },
            [](S &s) {
                for (int i = 0; i < 2; ++i) {
                    s.send({.callId = "c" + QByteArray::number(i)});
                    s.challenge();
                    s.wait(60s);
                }
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::ViaRewritten, [](S &s) { s.send({.via = "UDP 100.64.1.2:5060"}); },
            [](S &s) {
                s.send({});
                s.device = endpoint("203.0.113.9", 40000);
                s.send({.callId = "nat", .branch = "z9hG4bKnat"});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::OverlayPort,
            [](S &s) {
                s.device.port = 6081;
                s.send({});
                const QByteArray request = s.last;
                s.challenge();
                for (const auto gap : {500ms, 1000ms}) {
                    s.wait(gap);
                    s.see(request);
                }
            },
            [](S &s) {
                s.device.port = 6081;
                s.login();
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::WrongPassword, [](S &s) { wrong(s, S::credentials(S::id, "3402000000", "nonsense")); },
            [](S &s) { s.login(); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::PasswordFound,
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, S::credentials(S::id, "3402000000", "admin123"));
            },
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, S::credentials(S::id, "3402000000", "nonsense"));
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::NoPasswordFits,
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, S::credentials(S::id, "3402000000", "nonsense"));
            },
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, S::credentials(S::id, "3402000000", "admin123"));
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::WrongUserName, [](S &s) { wrong(s, S::credentials("admin")); },
            [](S &s) { wrong(s, S::credentials()); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::OtherUserInDigest,
            [](S &s) {
                known(s, {});
                QByteArray made = S::credentials("admin");
                made.replace("username=\"admin\"", QByteArray("username=\"" + S::id + '"'));
                wrong(s, made);
            },
            [](S &s) {
                known(s, {});
                s.login();
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::WrongRealm, [](S &s) { wrong(s, S::credentials(S::id, "34020000")); }, [](S &s) { s.login(); },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::WrongDigestUri,
            [](S &s) { wrong(s, S::credentials(S::id, "3402000000", "12345678", "sip:elsewhere@9999999999")); },
            [](S &s) { s.login(); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::NonceReused,
            [](S &s) {
                known(s, {});
                wrong(s, S::credentials());
            },
            [](S &s) {
                s.send({});
                s.answer(s.last, "401 Unauthorized",
                    "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"n\",stale=true\r\n");
                s.login({.cseq = 2});
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::OtherFormula,
            [](S &s) {
                known(s, {});
                wrong(s,
                    Site::authorization(S::id, "n", "12345678", "3402000000", ",qop=auth,nc=00000001,cnonce=\"c\"")
                        .replace(",qop=auth", ""));
            },
            [](S &s) {
                known(s, {});
                s.login();
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::UnreadableCredentials, [](S &s) { wrong(s, "Authorization: Basic Zm9vOmJhcg==\r\n"); },
            [](S &s) { s.login(); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::WrongServerId, [](S &s) { s.send({.uri = "sip:34020000002000000009@3402000000"}); },
            [](S &s) {
                s.send({});
                s.send({.uri = "sip:3402000000", .callId = "2"});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::RegistersToItself, [](S &s) { s.send({.uri = "sip:34020000001320000001@3402000000"}); },
            [](S &s) { s.send({.uri = "sip:34020000002000000009@3402000000"}); },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::WrongDomain, [](S &s) { s.send({.host = "4401000000"}); },
            [](S &s) {
                s.send({});
                s.send({.host = "192.168.1.64:5060", .callId = "2"});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::OtherDomainForm, [](S &s) { s.send({.host = "abc.spvmn.cn"}); },
            [](S &s) {
                s.send({});
                s.send({.host = "4401000000", .callId = "2"});
                s.send({.host = "192.168.1.64:5060", .callId = "3"});
                s.send({.host = "192.168.1.15:5060", .callId = "4"});
                s.send({.host = "3402000000.spvmn.cn", .callId = "5"});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::IdFromSpreadsheet, [](S &s) { s.send({.user = "6.101130049e+19"}); }, [](S &s) { s.send({}); }},
        {FindingCode::IdLength, [](S &s) { s.send({.user = "3402000000132000001"}); }, [](S &s) { s.send({}); }},
        {FindingCode::IdNotDigits, [](S &s) { s.send({.user = "bkq-ks-124567"}); }, [](S &s) { s.send({}); }},
        {FindingCode::PlatformType,
            [](S &s) {
                s.send({.user = "34020000002000000005", .more = "Expires: 3600\r\nUser-Agent: IP Camera\r\n"});
            },
            [](S &s) {
                s.send({.user = "34020000002000000005", .more = "Expires: 3600\r\nUser-Agent: eXosip/4.1.0\r\n"});
                s.send({.callId = "2", .more = "Expires: 3600\r\nUser-Agent: IP Camera\r\n"});
            }},
        {FindingCode::ServerIdAsDevice, [](S &s) { s.send({.user = S::serverId}); },
            [](S &s) {
                s.send({});
                s.send({.user = "34020000002000000005", .callId = "2"});
            }},
        {FindingCode::UnknownType, [](S &s) { s.send({.user = "34020000009990000001"}); },
            [](S &s) {
                s.send({});
                s.send({.user = "34020000001180000001", .callId = "2"});
            }},
        {FindingCode::SharedId,
            [](S &s) {
                s.login();
                s.wait(30s);
                s.device = endpoint("192.168.1.65", 5060);
                s.login({.callId = "b"});
                s.wait(30s);
                s.device = endpoint("192.168.1.64", 5060);
                s.login({.callId = "c"});
                s.wait(30s);
                s.device = endpoint("192.168.1.65", 5060);
                s.login({.callId = "d"});
            },
            [](S &s) { // one that went to another address, and came back
                s.login();
                s.wait(30s);
                s.device = endpoint("192.168.1.65", 5060);
                s.login({.callId = "b"});
                s.beats(5);
                s.device = endpoint("192.168.1.64", 5060);
                s.login({.callId = "c"});
            },
            [](S &s) { s.beats(6); }},
        {FindingCode::ForeignHeartbeat,
            [](S &s) {
                s.login();
                s.device = endpoint("192.168.1.65", 5060);
                s.beat();
            },
            [](S &s) {
                s.login();
                s.beat();
            }},
        {FindingCode::ExpiresMissing, [](S &s) { s.send({.more = {}}); },
            [](S &s) {
                s.send({});
                s.send({.callId = "2", .contact = "sip:a@192.168.1.64>;expires=600;x=<", .more = {}});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::BeatsWhileLapsed,
            [](S &s) {
                s.login({.more = "Expires: 100\r\n"});
                s.beats(3, 45s);
            },
            [](S &s) {
                s.login({.more = "Expires: 100\r\n"});
                s.beats(2, 45s);
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::RefreshedTooLate,
            [](S &s) {
                s.login({.more = "Expires: 100\r\n"});
                s.beats(2, 45s);
                s.wait(30s);
                s.login({.cseq = 3});
            },
            [](S &s) {
                s.login({.more = "Expires: 100\r\n"});
                s.beats(2, 45s);
                s.login({.cseq = 3});
            },
            [](S &s) {
                s.wait(30s);
                s.login({.cseq = 5});
            }},
        {FindingCode::UnregisterUndone,
            [](S &s) {
                s.login();
                s.wait(10s);
                s.send({.cseq = 3, .more = "Expires: 0\r\n"});
                s.challenge();
                s.send({.cseq = 4, .more = "Expires: 3600\r\n" + S::credentials()});
                s.answer(s.last, "200 OK");
            },
            [](S &s) {
                s.login();
                s.wait(10s);
                s.login({.cseq = 3, .more = "Expires: 0\r\n"});
            },
            [](S &s) { s.login({.cseq = 7, .more = "Expires: 0\r\n"}); }},
        {FindingCode::PowerReturned,
            [](S &s) {
                for (int round = 0; round < 2; ++round) {
                    for (int i = 0; i < 20; ++i)
                        loginUnder(s, "3402000000132" + QByteArray::number(1'000'000 + i), 20 + i);
                    s.wait(600s);
                    for (int i = 0; i < 20; ++i) {
                        at(s, 20 + i);
                        s.send({.user = "3402000000132" + QByteArray::number(1'000'000 + i),
                            .callId = "again" + QByteArray::number(100 * round + i)});
                    }
                }
            },
            [](S &s) { // a fleet that comes for the first time, beats, and refreshes under new Call-IDs
                const auto idOf = [](int i) -> QByteArray {
                    return "3402000000132" + QByteArray::number(1'000'000 + i);
                };
                for (int i = 0; i < 40; ++i)
                    loginUnder(s, idOf(i), 20 + i);
                for (int minute = 1; minute <= 30; ++minute) {
                    s.wait(60s);
                    for (int i = 0; i < 40; ++i) {
                        at(s, 20 + i);
                        Script::Request beat = s.beatRequest(minute, "OK", idOf(i));
                        beat.user = idOf(i);
                        s.send(beat);
                        s.answer(s.last, "200 OK");
                    }
                }
                for (int i = 0; i < 40; ++i) {
                    at(s, 20 + i);
                    s.login({.user = idOf(i), .callId = "new" + idOf(i)});
                }
            },
            [](S &s) { s.wait(61s); }},
        {FindingCode::RegisterLoop,
            [](S &s) {
                for (int i = 0; i < 5; ++i) {
                    s.send({.callId = "c" + QByteArray::number(i)});
                    s.challenge();
                    s.wait(10s);
                }
            },
            [](S &s) {
                for (int i = 0; i < 5; ++i) {
                    s.send({.callId = "c" + QByteArray::number(i)});
                    s.challenge();
                    s.wait(60s);
                }
            },
            [](S &s) {
                s.wait(60s);
                s.login({.callId = "next"});
            }},
        {FindingCode::RegistersAgain, [](S &s) { loops(s, 4, false); }, [](S &s) { loops(s, 4, true); }},
        {FindingCode::AnswerLost,
            [](S &s) {
                s.send({});
                s.challenge();
                s.send({.cseq = 2, .more = "Expires: 3600\r\n" + S::credentials()});
                const QByteArray request = s.last;
                s.answer(request, "200 OK");
                for (const auto gap : {500ms, 1000ms}) {
                    s.wait(gap);
                    s.see(request);
                }
            },
            [](S &s) {
                s.login();
                s.beats(2);
            }},
        {FindingCode::BehindNat,
            [](S &s) {
                s.device = endpoint("203.0.113.9", 40000);
                s.send({});
            },
            [](S &s) {
                s.send({});
                s.device = endpoint("203.0.113.9", 5060);
                s.send({.callId = "2", .via = "UDP 203.0.113.9:5060", .contact = "sip:x@203.0.113.9:5060"});
            },
            [](S &s) {
                s.device = endpoint("192.168.1.64", 5060);
                s.send({.callId = "next"});
            }},
        {FindingCode::PortMoved,
            [](S &s) {
                s.login();
                s.beats(2);
                s.wait(60s);
                s.device.port = 40001;
                s.beat(3);
            },
            [](S &s) {
                s.login();
                s.beats(3);
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::TransportMoved,
            [](S &s) {
                s.login();
                s.beats(2);
                s.transport = TransportKind::Tcp;
                s.device.port = 40001;
                s.beat(3);
            },
            [](S &s) {
                s.login();
                s.beats(3);
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::OtherViaAddress,
            [](S &s) {
                s.login();
                R r = s.query(s.manscdp("Query", "DeviceInfo", {}));
                r.via = "UDP 172.18.0.3:5060";
                s.ask(r);
                s.wait(40s);
            },
            [](S &s) {
                s.login();
                s.ask(s.query(s.manscdp("Query", "DeviceInfo", {})));
                s.wait(40s);
            }},
        {FindingCode::BridgeGateway,
            [](S &s) {
                s.device = endpoint("172.17.0.1", 5060);
                for (int i = 0; i < 5; ++i)
                    s.send({.user = "3402000000132000000" + QByteArray::number(i), .callId = QByteArray::number(i)});
            },
            [](S &s) {
                s.device = endpoint("192.168.1.1", 5060);
                for (int i = 0; i < 5; ++i)
                    s.send({.user = "3402000000132000000" + QByteArray::number(i), .callId = QByteArray::number(i)});
            }},
        {FindingCode::OtherTransport, [](S &s) { s.send({.via = "TCP 192.168.1.64:5060"}); }, [](S &s) { s.send({}); },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::SilentConnection, [](S &s) { s.note(notes::ConnectionSilent{s.device.address.toString()}); },
            [](S &s) { s.login(); }},
        {FindingCode::RegistersOther, [](S &s) { s.send({.to = "34020000001320000002"}); }, [](S &s) { s.login(); },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::WrongContact, [](S &s) { s.send({.contact = "sip:34020000001320000001@192.168.1.15:5060"}); },
            [](S &s) {
                s.send({.contact = "sip:34020000001320000001@192.168.1.15:5070"}); // on the same computer
                s.send({.callId = "2", .contact = "sip:34020000001320000001@10.0.0.7:5060"});
            },
            [](S &s) { s.send({.callId = "next"}); }},
        {FindingCode::PlatformPassword,
            [](S &s) {
                s.analysis.devices().setKnownPasswords({}, {"12345678"});
                s.login({.user = "34020000001320000002", .callId = "b"});
                wrong(s, S::credentials());
            },
            [](S &s) {
                s.analysis.devices().setKnownPasswords({}, {"12345678"});
                wrong(s, S::credentials());
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::RegistrationRefused,
            [](S &s) {
                s.send({});
                s.answer(s.last, "403 Forbidden");
            },
            [](S &s) { s.login(); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::StrangerRefused,
            [](S &s) {
                s.login();
                s.beat();
                at(s, 65);
                wrong(s, S::credentials());
            },
            [](S &s) {
                s.login();
                s.beat();
                wrong(s, S::credentials()); // itself
            }},
        {FindingCode::AddressGuesses,
            [](S &s) {
                s.note(notes::AddressNotice{notes::AddressNotice::What::Guesses, s.device.address.toString(), 21});
            },
            [](S &s) { s.login(); }},
        {FindingCode::PlacesSpoofed,
            [](S &s) {
                s.note(notes::AddressNotice{notes::AddressNotice::What::PlacesSpoofed, {}, 10000});
            },
            [](S &s) { s.login(); }},
        {FindingCode::RegisteredBefore,
            [](S &s) {
                s.note(notes::RegisteredBefore{
                    {{QStringLiteral("34020000001320000077"), QStringLiteral("10.0.0.77:5060"), false, 60, 600}}, {}});
            },
            [](S &s) {
                s.note(notes::RegisteredBefore{
                    {{QStringLiteral("34020000001320000077"), QStringLiteral("10.0.0.77:5060"), false, 4000, 0}},
                    {}}); // it has ended
            }},
        {FindingCode::BindingsNotKept,
            [](S &s) {
                s.note(notes::RegisteredBefore{{}, QStringLiteral("Permission denied")});
            },
            [](S &s) {
                s.note(notes::RegisteredBefore{
                    {{QStringLiteral("34020000001320000077"), QStringLiteral("10.0.0.77:5060"), false, 60, 600}}, {}});
            }},
        {FindingCode::SenderClock,
            [](S &s) {
                s.note(notes::AddressNotice{notes::AddressNotice::What::ClockBehind, s.device.address.toString(), 90});
            },
            [](S &s) { s.login(); }},
        {FindingCode::SilentClosed,
            [](S &s) {
                s.note(notes::ConnectionClosed{s.device.address.toString(), QStringLiteral("silent")});
            },
            [](S &s) { s.login(); }},
        {FindingCode::OtherInputInDigest,
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, otherRealmInside("admin123"));
            },
            [](S &s) {
                known(s, {"admin123"});
                wrong(s, otherRealmInside("nonsense"));
            },
            [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::UnregisteredItself,
            [](S &s) {
                leaves(s);
                s.wait(470s);
                s.login({.cseq = 11});
            },
            [](S &s) { // a restart
                leaves(s);
                s.wait(5s);
                s.login({.cseq = 11});
            }},
        {FindingCode::LoggedInAnew,
            [](S &s) {
                leaves(s);
                s.wait(5s);
                s.login({.cseq = 11});
            },
            [](S &s) {
                leaves(s);
                s.wait(60s);
                s.login({.cseq = 11});
            }},
        {FindingCode::LooseHeader,
            [](S &s) {
                s.send({.branch = "abc"});
                s.challenge();
            },
            [](S &s) { s.login(); }, [](S &s) { s.login({.callId = "next"}); }},
        {FindingCode::SignedMessages,
            [](S &s) { s.send({.more = "Expires: 3600\r\nNote: Digest nonce=\"abc\",algorithm=SM3\r\n"}); },
            [](S &s) { s.send({.more = "Expires: 3600\r\nNote: nothing\r\n"}); },
            [](S &s) { s.send({.callId = "next"}); }},
    };
    return rows;
}

} // namespace gb::test
