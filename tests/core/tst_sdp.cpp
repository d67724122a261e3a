#include "core/base/octets.h"
#include "core/message/sdp.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QtTest>

using namespace gb;

class tst_Sdp : public QObject
{
    Q_OBJECT
private slots:
    void anOfferOfLivePlay();
    void anAnswerOverTcp();
    void aPlaybackTellsItsTimes();
    void linesMayEndInAnything_data();
    void linesMayEndInAnything();
    void faults_data();
    void faults();
    void ssrc_data();
    void ssrc();
    void theFirstOfTwoCounts();
    void limits();
    void noPrefixLeavesItsOctets();
};

static QString text(std::string_view octets)
{
    return QString::fromLatin1(octets.data(), static_cast<qsizetype>(octets.size()));
}

/// The shape of GB/T 28181-2022 9.2 and annex G.
static const QByteArray offer = "v=0\r\no=44030500001310000011 0 0 IN IP4 192.168.8.10\r\ns=Play\r\nc=IN IP4 "
                                "192.168.8.10\r\nt=0 0\r\nm=video 30012 RTP/AVP 96 98 97\r\n"
                                "a=recvonly\r\na=rtpmap:96 PS/90000\r\na=rtpmap:98 H264/90000\r\na=rtpmap:97 "
                                "MPEG4/90000\r\ny=0305000001\r\nf=v/2/6/25/1/4000a///\r\n";

void tst_Sdp::anOfferOfLivePlay()
{
    const Sdp sdp = readSdp(view(offer));
    QCOMPARE(sdp.faults, 0U);
    QCOMPARE(text(sdp.user), QStringLiteral("44030500001310000011"));
    QCOMPARE(text(sdp.origin.address), QStringLiteral("192.168.8.10"));
    QCOMPARE(sdp.session, SdpSession::Play);
    QCOMPARE(sdp.start.value_or(1), 0U);
    QCOMPARE(sdp.mediaCount, 1);
    const SdpMedia &video = sdp.media[0];
    QCOMPARE(text(video.type), QStringLiteral("video"));
    QCOMPARE(video.port.value_or(0), 30012);
    QCOMPARE(text(video.protocol), QStringLiteral("RTP/AVP"));
    QVERIFY(!video.tcp());
    QCOMPARE(video.formatCount, 3);
    QCOMPARE(text(video.format(2)), QStringLiteral("97"));
    QVERIFY(video.format(3).empty() && video.format(-1).empty());
    QCOMPARE(text(video.rtpmap("98")), QStringLiteral("H264/90000"));
    QVERIFY(video.rtpmap("9").empty());
    QCOMPARE(video.direction, SdpDirection::RecvOnly);
    QCOMPARE(text(sdp.connectionOf(video).address), QStringLiteral("192.168.8.10"));
    QCOMPARE(text(sdp.ssrc), QStringLiteral("0305000001"));
    QCOMPARE(sdp.ssrcNumber.value_or(0), 0x122DEE41U);
    QVERIFY(!sdp.history());
    QCOMPARE(text(sdp.mediaInfo), QStringLiteral("v/2/6/25/1/4000a///"));
}

void tst_Sdp::anAnswerOverTcp()
{
    const QByteArray octets = "v=0\r\no=34020000001320000001 2890844526 2890844526 IN IP4 192.168.8.64\r\ns=Embedded "
                              "IPC\r\nt=0 0\r\nm=video 15060 TCP/RTP/AVP 96\r\nc=IN IP4 192.168.8.65\r\n"
                              "b=AS:4000\r\na=sendonly\r\na=rtpmap:96 "
                              "HIKVISION/90000\r\na=setup:active\r\na=connection:new\r\na=filesize:0\r\nm=audio 0 "
                              "RTP/AVP 8\r\ny=0305000001\r\n";
    const Sdp sdp = readSdp(view(octets));
    QCOMPARE(sdp.faults, 0U);
    QCOMPARE(sdp.session, SdpSession::Other);
    QCOMPARE(sdp.mediaCount, 2);
    const SdpMedia &video = sdp.media[0];
    QVERIFY(video.tcp());
    QCOMPARE(video.setup, SdpSetup::Active);
    QCOMPARE(text(video.connectionAttribute), QStringLiteral("new"));
    QCOMPARE(text(sdp.connectionOf(video).address), QStringLiteral("192.168.8.65"));
    QCOMPARE(text(video.rtpmap("96")), QStringLiteral("HIKVISION/90000"));
    bool present = false;
    QCOMPARE(text(video.attribute("filesize", &present)), QStringLiteral("0"));
    QVERIFY(present);
    QVERIFY(sdp.media[1].attribute("filesize", &present).empty() && !present);
    QCOMPARE(sdp.media[1].port.value_or(1), 0);
}

void tst_Sdp::aPlaybackTellsItsTimes()
{
    const QByteArray octets
        = "v=0\r\no=44030500001310000011 0 0 IN IP4 192.168.8.10\r\ns=Playback\r\nu=44030500001310000011:0\r\nc=IN IP4 "
          "192.168.8.10\r\nt=1772409600 1772413200\r\n"
          "m=video 30012 RTP/AVP 96\r\na=recvonly\r\na=rtpmap:96 PS/90000\r\ny=1305000002\r\n";
    const Sdp sdp = readSdp(view(octets));
    QCOMPARE(sdp.faults, 0U);
    QCOMPARE(sdp.session, SdpSession::Playback);
    QCOMPARE(text(sdp.uri), QStringLiteral("44030500001310000011:0"));
    QCOMPARE(sdp.stop.value_or(0) - sdp.start.value_or(0), 3600U);
    QVERIFY(sdp.history());
    QCOMPARE(sdp.ssrcNumber.value_or(0), 0x4DC8B842U);
}

void tst_Sdp::linesMayEndInAnything_data()
{
    QTest::addColumn<QByteArray>("ending");
    QTest::addColumn<bool>("bare");
    QTest::newRow("CR LF") << QByteArray("\r\n") << false;
    QTest::newRow("LF") << QByteArray("\n") << true;
    QTest::newRow("CR") << QByteArray("\r") << true;
    QTest::newRow("CR LF twice") << QByteArray("\r\n\r\n") << false;
}

void tst_Sdp::linesMayEndInAnything()
{
    QFETCH(const QByteArray, ending);
    QFETCH(const bool, bare);
    const QByteArray octets = QByteArray(offer).replace("\r\n", ending);
    const Sdp sdp = readSdp(view(octets));
    QCOMPARE(sdp.faults, bare ? 1U << static_cast<unsigned>(SdpFault::BareLineEnd) : 0U);
    QCOMPARE(text(sdp.media[0].rtpmap("97")), QStringLiteral("MPEG4/90000"));
    QCOMPARE(text(sdp.ssrc), QStringLiteral("0305000001"));
}

void tst_Sdp::faults_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<SdpFault>("fault");
    const auto with = [](const char *from, const char *to) { return QByteArray(offer).replace(from, to); };
    QTest::newRow("nothing") << QByteArray() << SdpFault::Empty;
    QTest::newRow("NUL") << QByteArray(offer + QByteArray(1, '\0')) << SdpFault::NulOctet;
    QTest::newRow("last line open") << offer.chopped(2) << SdpFault::NotClosed;
    QTest::newRow("formats missing, last line open")
        << QByteArray("v=0\r\no=a 0 0 IN IP4 h\r\ns=-\r\nm=video 30000 RTP/AVP") << SdpFault::NoFormats;
    QTest::newRow("formats missing, LF") << QByteArray("v=0\no=a 0 0 IN IP4 h\ns=-\nm=video 30000 RTP/AVP\n")
                                         << SdpFault::NoFormats;
    QTest::newRow("formats missing, CR") << QByteArray("v=0\ro=a 0 0 IN IP4 h\rs=-\rm=video 30000 RTP/AVP\r")
                                         << SdpFault::NoFormats;
    QTest::newRow("blank around =") << with("t=0 0", "t =0 0") << SdpFault::LineSyntax;
    QTest::newRow("no =") << with("t=0 0", "t") << SdpFault::LineSyntax;
    QTest::newRow("capital type") << with("t=0 0", "T=0 0") << SdpFault::LineSyntax;
    QTest::newRow("two s=") << with("s=Play\r\n", "s=Play\r\ns=Playback\r\n") << SdpFault::Duplicate;
    QTest::newRow("two y=") << QByteArray(offer + "y=0305000002\r\n") << SdpFault::Duplicate;
    QTest::newRow("s= behind m=") << QByteArray(with("s=Play\r\n", "") + "s=Play\r\n") << SdpFault::Misplaced;
    QTest::newRow("v= not first") << QByteArray("y=0305000001\r\n" + with("y=0305000001\r\n", "")) << SdpFault::Version;
    QTest::newRow("v=1") << with("v=0", "v=1") << SdpFault::Version;
    QTest::newRow("o= of four fields") << with("o=44030500001310000011 0 0 ", "o=44030500001310000011 ")
                                       << SdpFault::Origin;
    QTest::newRow("o= missing") << with("o=44030500001310000011 0 0 IN IP4 192.168.8.10\r\n", "") << SdpFault::Origin;
    QTest::newRow("s= missing") << with("s=Play\r\n", "") << SdpFault::SessionName;
    QTest::newRow("c= without address") << with("c=IN IP4 192.168.8.10", "c=IN IP4") << SdpFault::Connection;
    QTest::newRow("c= empty") << with("c=IN IP4 192.168.8.10", "c=") << SdpFault::Connection;
    QTest::newRow("t= date") << with("t=0 0", "t=2026-03-02 0") << SdpFault::Timing;
    QTest::newRow("b= without colon") << QByteArray(offer + "b=4000\r\n") << SdpFault::Bandwidth;
    QTest::newRow("b= empty") << QByteArray(offer + "b=\r\n") << SdpFault::Bandwidth;
    QTest::newRow("port 65536") << with("30012", "65536") << SdpFault::Media;
    QTest::newRow("port -1") << with("30012", "-1") << SdpFault::Media;
    QTest::newRow("m= empty") << with("m=video 30012 RTP/AVP 96 98 97", "m=") << SdpFault::Media;
    QTest::newRow("a= empty") << QByteArray(offer + "a=\r\n") << SdpFault::Attribute;
    QTest::newRow("a=:") << QByteArray(offer + "a=:96\r\n") << SdpFault::Attribute;
    QTest::newRow("rtpmap without name") << with("a=rtpmap:97 MPEG4/90000", "a=rtpmap:97") << SdpFault::Attribute;
    QTest::newRow("setup of no kind") << QByteArray(offer + "a=setup:later\r\n") << SdpFault::Attribute;
    QTest::newRow("f= of no kind") << with("f=v/2", "f=x/2") << SdpFault::MediaInfo;
}

void tst_Sdp::faults()
{
    QFETCH(const QByteArray, octets);
    QFETCH(const SdpFault, fault);
    const Sdp sdp = readSdp(view(octets));
    QVERIFY(sdp.has(fault));
    if (fault != SdpFault::Empty && sdp.mediaCount > 0 && !sdp.has(SdpFault::NoFormats) && !sdp.has(SdpFault::Media))
        QCOMPARE(text(sdp.media[0].rtpmap("96")), QStringLiteral("PS/90000")); // the rest is read all the same
}

void tst_Sdp::ssrc_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<bool>("fault");
    QTest::newRow("ten digits") << QByteArray("y=0305000001") << QStringLiteral("0305000001") << false;
    QTest::newRow("blanks") << QByteArray("y= 0305000001 ") << QStringLiteral("0305000001") << true;
    QTest::newRow("nine digits") << QByteArray("y=305000001") << QStringLiteral("305000001") << true;
    QTest::newRow("over 32 bits") << QByteArray("y=9305000001") << QStringLiteral("9305000001") << true;
    QTest::newRow("letters") << QByteArray("y=03050abc01") << QStringLiteral("03050abc01") << true;
    QTest::newRow("empty") << QByteArray("y=") << QString() << true;
}

void tst_Sdp::ssrc()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QString, expected);
    QFETCH(const bool, fault);
    for (const char *place : {"y=0305000001", "s=Play", "a=recvonly", "t=0 0"}) { // it stands anywhere in the field
        QByteArray octets = QByteArray(offer).replace("y=0305000001\r\n", "");
        if (QByteArrayView(place).startsWith("y="))
            octets += line + "\r\n";
        else
            octets.replace(place, QByteArray(place + QByteArrayLiteral("\r\n") + line));
        const Sdp sdp = readSdp(view(octets));
        QCOMPARE(text(sdp.ssrc), expected);
        QCOMPARE(sdp.faults, fault ? 1U << static_cast<unsigned>(SdpFault::Ssrc) : 0U);
    }
}

void tst_Sdp::theFirstOfTwoCounts()
{
    const QByteArray octets = offer + "y=0305000009\r\nf=v/////a/1/8/1\r\na=sendonly\r\n";
    const Sdp sdp = readSdp(view(octets));
    QVERIFY(sdp.has(SdpFault::Duplicate));
    QCOMPARE(text(sdp.faultText), QStringLiteral("y=0305000009"));
    QCOMPARE(text(sdp.ssrc), QStringLiteral("0305000001"));
    QCOMPARE(text(sdp.mediaInfo), QStringLiteral("v/2/6/25/1/4000a///"));
    QCOMPARE(sdp.media[0].direction, SdpDirection::RecvOnly);
}

void tst_Sdp::limits()
{
    const QByteArray attributes = offer + QByteArray("a=\r\n").repeated(16 * 1024);
    const Sdp many = readSdp(view(attributes));
    QVERIFY(many.has(SdpFault::Limit) && many.has(SdpFault::Attribute));
    QCOMPARE(text(many.media[0].rtpmap("96")), QStringLiteral("PS/90000"));

    QVERIFY(!readSdp(view(offer + QByteArray("i=x\r\n").repeated(SdpLimits::lines - 12))).has(SdpFault::Limit));
    QVERIFY(readSdp(view(offer + QByteArray("i=x\r\n").repeated(SdpLimits::lines - 11))).has(SdpFault::Limit));

    const QByteArray media = offer + QByteArray("m=audio 4000 RTP/AVP 8\r\na=sendonly\r\n").repeated(SdpLimits::media);
    const Sdp crowded = readSdp(view(media));
    QVERIFY(crowded.has(SdpFault::Limit));
    QCOMPARE(crowded.mediaCount, SdpLimits::media);
    QVERIFY(!crowded.has(SdpFault::Duplicate)); // what is over the limit is nobody's

    const QByteArray formats = "v=0\r\no=a 0 0 IN IP4 h\r\ns=-\r\nm=video 1 RTP/AVP"
        + QByteArray(" 96").repeated(SdpLimits::formats + 1) + "\r\n";
    const Sdp wide = readSdp(view(formats));
    QVERIFY(wide.has(SdpFault::Limit));
    QCOMPARE(wide.media[0].formatCount, SdpLimits::formats);

    const QByteArray line = "v=0\r\na=" + QByteArray(100'000, 'x');
    QVERIFY(readSdp(view(line)).has(SdpFault::Limit));
}

void tst_Sdp::noPrefixLeavesItsOctets()
{
    const auto inside = [](std::string_view part, const QByteArray &whole) {
        return part.empty()
            || (part.data() >= whole.constData() && part.data() + part.size() <= whole.constData() + whole.size());
    };
    for (qsizetype size = 0; size <= offer.size(); ++size) {
        const QByteArray octets(offer.constData(), size); // memory of its own, so that a sanitizer sees its end
        const Sdp sdp = readSdp(view(octets));
        for (const std::string_view part :
            {sdp.user, sdp.name, sdp.ssrc, sdp.mediaInfo, sdp.faultText, sdp.media[0].section, sdp.media[0].formats})
            QVERIFY(inside(part, octets));
        QCOMPARE(sdp.has(SdpFault::Empty), size == 0);
    }
}

QTEST_GUILESS_MAIN(tst_Sdp)
#include "tst_sdp.moc"
