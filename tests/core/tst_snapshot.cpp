#include "core/client/bodywriter.h"
#include "core/client/snapshot/picturebytes.h"
#include "core/client/snapshot/pictureinfo.h"
#include "core/client/snapshot/picturereceiver.h"
#include "core/report/words/askwording.h"
#include "tests/support/configsite.h"
#include "tests/support/events.h"

#include <QTcpSocket>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;
using Code = AskOddity::Code;

/// An order to take pictures: what is sent, what comes of it, and what is said of that. GB/T 28181-2022 9.14.
class tst_Snapshot : public QObject
{
    Q_OBJECT
private slots:
    void whatIsSent();
    void eachOrderIsItsOwn();
    void onlyOfTheNewestEdition();
    void whatIsLookedAtSaysWhatWillStandThere();
    void outcomes_data();
    void outcomes();
    void whatIsTold();
    void theNotifyMayNameTheDevice();
    void aNotifyFromElsewhere();
    void picturesOfTheOrderBefore();
    void thePortIsOpenAsLongAsTheOrder();
    void theOrderEnds();
    void aSlowUploadIsAwaited();
    void anUploadThatNeverEnds();
    void bytesToLookAt();
    void strangersAtThePort();
    void stopping();
    void noPort_data();
    void noPort();
    void words();
    void formats_data();
    void formats();
    void uploads_data();
    void uploads();
    void saving();
};

namespace {

const QString fileIdA = QStringLiteral("34020000001320000001022026030208000000001"),
              fileIdB = QStringLiteral("34020000001320000001022026030208000100002");

/// Ports without sockets: a test says what comes.
class FakePorts final : public PicturePorts
{
public:
    class Port final : public PicturePort
    {
    public:
        explicit Port(FakePorts &owner)
            : m_owner(owner)
        {
            ++m_owner.open_;
        }
        ~Port() override { --m_owner.open_; }
        QList<PictureNews> take() override { return std::exchange(m_owner.news, {}); }
        bool isReceiving() const override { return m_owner.receiving; }

    private:
        FakePorts &m_owner;
    };

    std::unique_ptr<PicturePort> open(const PicturePlace &place) override
    {
        places.append(place);
        if (opens)
            news.append({.kind = PictureNews::Kind::Opened, .url = QStringLiteral("http://192.168.1.15:24500/abc")});
        else
            news.append({.kind = PictureNews::Kind::Failed, .detail = QStringLiteral("no such address")});
        return std::make_unique<Port>(*this);
    }
    void upload(AskPicture::Format format = AskPicture::Format::Jpeg, const QString &name = {},
        const QString &from = QStringLiteral("192.168.1.64"), bool whole = true)
    {
        PictureNews one{.kind = PictureNews::Kind::Picture, .from = from};
        one.picture = {.format = format, .octets = 1234, .width = 64, .height = 48, .whole = whole, .name = name};
        news.append(one);
    }

    QList<PicturePlace> places;
    QList<PictureNews> news;
    bool opens = true, receiving = false;
    int open_ = 0;
};

/// A camera that obeys, as far as these say.
struct Habits
{
    QByteArray response = "<Result>OK</Result>"; ///< empty: none
    int status = 200;                            ///< 0: none
    int pictures = 1;
    AskPicture::Format format = AskPicture::Format::Jpeg;
    bool whole = true;
    QString from = QStringLiteral("192.168.1.64");
    QList<int> refused = {};
    bool finishes = true;
    QByteArray session = {}; ///< another than ours
    QStringList fileIds = {fileIdA};
};

struct Camera
{
    explicit Camera(const Habits &how = {})
        : habits(how)
        , site([this](ConfigSite &one, const QByteArray &request) { obey(one, request); })
    {
        site.control.setPicturePorts(ports);
    }
    AskReport ask(const AskValues &values = {}, Duration until = 200s)
    {
        site.ask(QStringLiteral("snapshot"), values, QStringLiteral("3.0"));
        site.runTo(until);
        return site.answers.value(0);
    }
    static QString element(const QByteArray &request, const char *name)
    {
        const QByteArray open = QByteArray("<") + name + '>';
        const qsizetype at = request.indexOf(open) + open.size();
        return QString::fromLatin1(request.mid(at, request.indexOf('<', at) - at));
    }
    QByteArray notify(const QByteArray &named, const QByteArray &who = cameraId) const
    {
        QByteArray list;
        for (const QString &one : habits.fileIds)
            list += "<SnapShotFileID>" + one.toLatin1() + "</SnapShotFileID>\n";
        return "<?xml version=\"1.0\" encoding=\"GB18030\"?>\n<Notify>\n<CmdType>UploadSnapShotFinished</CmdType>\n"
               "<SN>63</SN>\n<DeviceID>"
            + who + "</DeviceID>\n<SessionID>" + named + "</SessionID>\n<SnapShotList>\n" + list
            + "</SnapShotList>\n</Notify>\n";
    }
    void obey(ConfigSite &one, const QByteArray &request)
    {
        session = element(request, "SessionID").toLatin1();
        if (habits.status > 0)
            one.answer(request, habits.status);
        if (!habits.response.isEmpty())
            one.respond(ConfigSite::response(request, habits.response));
        for (int i = 0; i < habits.pictures; ++i)
            ports.upload(habits.format, habits.fileIds.value(i) + QStringLiteral(".jpg"), habits.from, habits.whole);
        for (const int status : habits.refused)
            ports.news.append({.kind = PictureNews::Kind::Refused, .from = habits.from, .status = status});
        if (habits.finishes)
            one.respond(notify(habits.session.isEmpty() ? session : habits.session, sender));
    }

    Habits habits;
    QByteArray session, sender = cameraId;
    FakePorts ports;
    ConfigSite site;
};

QList<Code> codesOf(const AskReport &report)
{
    QList<Code> codes;
    for (const AskOddity &one : report.oddities)
        codes.append(one.code);
    return codes;
}

} // namespace

void tst_Snapshot::whatIsSent()
{
    Camera camera;
    camera.ask(
        {{QStringLiteral("snapnum"), QStringLiteral("3")}, {QStringLiteral("interval"), QStringLiteral("2")}}, 10s);
    QCOMPARE(camera.site.requests.size(), 1);
    const QByteArray body = bytes(scanHead(gb::view(camera.site.requests[0])).body);
    QVERIFY(body.startsWith(
        "<?xml version=\"1.0\" encoding=\"GB18030\"?>\r\n<Control>\r\n<CmdType>DeviceConfig</CmdType>"));
    const qsizetype from = body.indexOf("<DeviceID>");
    static const QRegularExpression form(
        QStringLiteral("^<DeviceID>34020000001320000001</DeviceID>\r\n<SnapShotConfig>\r\n<SnapNum>3</SnapNum>\r\n"
                       "<Interval>2</Interval>\r\n<UploadURL>http://192\\.168\\.1\\.15:24500/abc</UploadURL>\r\n"
                       "<SessionID>[A-Za-z0-9-]{32,128}</SessionID>\r\n</SnapShotConfig>\r\n</Control>\r\n$"));
    QVERIFY2(form.match(QString::fromLatin1(body.mid(from))).hasMatch(), body.constData());
    QCOMPARE(camera.ports.places.size(), 1);
    QCOMPARE(camera.ports.places[0].local.toString(), QStringLiteral("192.168.1.15"));
    QCOMPARE(camera.ports.places[0].device.toString(), QStringLiteral("192.168.1.64"));
}

void tst_Snapshot::eachOrderIsItsOwn()
{
    Camera camera;
    camera.ask({}, 10s);
    const QByteArray first = camera.session;
    camera.ask({}, 20s);
    QCOMPARE(camera.site.answers.size(), 2);
    QVERIFY(!first.isEmpty() && camera.session != first);
    QVERIFY(camera.ports.places[0].name != camera.ports.places[1].name);
    static const QRegularExpression form(QStringLiteral("^snapshot-20260302T\\d{6}Z-[0-9a-f]{8}$"));
    QVERIFY2(form.match(camera.ports.places[0].name).hasMatch(), qPrintable(camera.ports.places[0].name));
}

/// Asked all the same, where somebody wants to see what an older device says to it.
void tst_Snapshot::onlyOfTheNewestEdition()
{
    const AskCommand &command = *findAskCommand(u"snapshot");
    QCOMPARE(command.since, Edition::V2022);
    QVERIFY(!wording::askMissing(command, Edition::V2016).isEmpty());
    AskValues values;
    QVERIFY(!checkValues(command, values, Edition::V2022));
    QCOMPARE(values,
        (AskValues{
            {QStringLiteral("SnapNum"), QStringLiteral("1")}, {QStringLiteral("Interval"), QStringLiteral("1")}}));
    for (const char *const bad : {"0", "11", "x"}) {
        values = {{QStringLiteral("snapnum"), QString::fromLatin1(bad)}};
        QVERIFY2(checkValues(command, values, Edition::V2022), bad);
    }
}

void tst_Snapshot::whatIsLookedAtSaysWhatWillStandThere()
{
    AskValues values;
    const AskCommand &command = *findAskCommand(u"snapshot");
    QVERIFY(!checkValues(command, values, Edition::V2022));
    const QByteArray body = writeBody(
        {.command = command, .deviceId = cameraId, .sn = 1, .values = values, .edition = Edition::V2022});
    QVERIFY(body.contains("<UploadURL>http://ADDRESS:PORT/made-when-it-is-sent</UploadURL>"));
    QCOMPARE(Camera::element(body, "SessionID").size(), 33);
}

void tst_Snapshot::outcomes_data()
{
    QTest::addColumn<Habits>("habits");
    QTest::addColumn<AskOutcome>("outcome");
    QTest::addColumn<QList<Code>>("codes");
    const auto row = [](const char *name, const Habits &habits, AskOutcome outcome, const QList<Code> &codes = {}) {
        QTest::newRow(name) << habits << outcome << codes;
    };
    const Habits good;
    const auto with = [&good](auto change) {
        Habits habits = good;
        change(habits);
        return habits;
    };
    row("as it should be", good, AskOutcome::Done);
    row("no SIP answer", with([](Habits &h) { h = {.response = {}, .status = 0, .pictures = 0, .finishes = false}; }),
        AskOutcome::NoAnswer);
    row("refused", with([](Habits &h) { h = {.response = {}, .status = 403, .pictures = 0, .finishes = false}; }),
        AskOutcome::Refused);
    row("no Response", with([](Habits &h) { h = {.response = {}, .pictures = 0, .finishes = false}; }),
        AskOutcome::NoResponse);
    row("ERROR", with([](Habits &h) { h = {.response = "<Result>ERROR</Result>", .pictures = 0, .finishes = false}; }),
        AskOutcome::ErrorResult);
    row("obeys without a Response", with([](Habits &h) { h.response.clear(); }), AskOutcome::Done,
        {Code::SnapInSilence});
    row("pictures without Notify", with([](Habits &h) { h.finishes = false; }), AskOutcome::Done, {Code::NoFinish});
    row("Notify without picture", with([](Habits &h) { h.pictures = 0; }), AskOutcome::NoPicture, {Code::OtherCount});
    row("it says itself that none was taken", with([](Habits &h) {
        h.pictures = 0;
        h.fileIds.clear();
    }),
        AskOutcome::NoPicture);
    row("neither", with([](Habits &h) { h = {.pictures = 0, .finishes = false}; }), AskOutcome::NoPicture);
    row("one too many", with([](Habits &h) {
        h.pictures = 2;
        h.fileIds = QStringList{fileIdA, fileIdB};
    }),
        AskOutcome::Done, {Code::MorePictures});
    row("more than it names", with([](Habits &h) { h.pictures = 2; }), AskOutcome::Done,
        {Code::MorePictures, Code::OtherCount});
    row("another session", with([](Habits &h) { h.session = "snap-of-somebody-else-00000000000"; }), AskOutcome::Done,
        {Code::OtherSession});
    row("no picture", with([](Habits &h) { h.format = AskPicture::Format::None; }), AskOutcome::NoPicture,
        {Code::NoPictureData, Code::OtherCount});
    row("half a picture", with([](Habits &h) { h.whole = false; }), AskOutcome::Done, {Code::CutPicture});
    row("too large", with([](Habits &h) {
        h.pictures = 0;
        h.refused = {413};
    }),
        AskOutcome::NoPicture, {Code::UploadTooLarge, Code::OtherCount});
    row("it tries other paths", with([](Habits &h) {
        h.refused = {404, 404};
    }),
        AskOutcome::Done, {Code::UploadRefused});
    row("from elsewhere", with([](Habits &h) { h.from = QStringLiteral("192.168.1.99"); }), AskOutcome::Done,
        {Code::UploadElsewhere});
    row("an odd name", with([](Habits &h) { h.fileIds = QStringList{QStringLiteral("1.jpg")}; }), AskOutcome::Done,
        {Code::BadValue});
}

void tst_Snapshot::outcomes()
{
    QFETCH(Habits, habits);
    QFETCH(AskOutcome, outcome);
    QFETCH(QList<Code>, codes);
    Camera camera(habits);
    const AskReport report = camera.ask();
    QCOMPARE(camera.site.answers.size(), 1);
    QCOMPARE(report.outcome, outcome);
    QCOMPARE(codesOf(report), codes);
    QCOMPARE(camera.ports.open_, 0);
    QCOMPARE(camera.site.control.tasks(), std::size_t{0});
    QVERIFY(report.snapshot && report.snapshot->wanted == 1);
    QVERIFY(report.request > 0);
}

void tst_Snapshot::whatIsTold()
{
    Camera camera({.pictures = 1, .fileIds = {fileIdA, fileIdB}});
    const AskReport report = camera.ask({{QStringLiteral("snapnum"), QStringLiteral("2")}});
    QCOMPARE(report.outcome, AskOutcome::Incomplete);
    QCOMPARE(report.snapshot->came(), 1);
    QVERIFY(report.snapshot->finished);
    QCOMPARE(report.snapshot->fileIds, (QStringList{fileIdA, fileIdB}));
    QCOMPARE(report.snapshot->pictures.value(0).fileId, fileIdA);
    QCOMPARE(report.snapshot->session, QString::fromLatin1(camera.session));
    QCOMPARE(report.responses.size(), 2); // Response and Notify
    QCOMPARE(report.result, QStringLiteral("OK"));
    QCOMPARE(wording::askOutcome(report), QStringLiteral("pictures that came: 1 of 2"));
    QCOMPARE(camera.site.progress.size(), 1);
    QVERIFY(camera.site.progress[0].came == 1 && camera.site.progress[0].sum == 2);
}

/// Of a channel's pictures some tell in the name of the device.
void tst_Snapshot::theNotifyMayNameTheDevice()
{
    Camera camera;
    camera.site.ask(
        AskQuestion{.id = 7, .about = QStringLiteral("34020000001310000001"), .command = QStringLiteral("snapshot")},
        QStringLiteral("3.0"));
    camera.site.runTo(30s);
    QVERIFY(camera.site.requests.value(0).contains("<DeviceID>34020000001310000001</DeviceID>"));
    QVERIFY(camera.site.answers.value(0).snapshot && camera.site.answers[0].snapshot->finished);
    QCOMPARE(camera.site.answers[0].outcome, AskOutcome::Done);
}

void tst_Snapshot::aNotifyFromElsewhere()
{
    Camera camera({.finishes = false});
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    camera.site.runTo(2s);
    camera.site.source = endpoint("192.168.1.99", 5060);
    camera.site.respond(camera.notify(camera.session));
    camera.site.runTo(60s);
    QCOMPARE(camera.site.answers.size(), 1);
    QVERIFY(!camera.site.answers[0].snapshot->finished);
    QCOMPARE(codesOf(camera.site.answers[0]), QList<Code>{Code::FinishElsewhere});
}

/// Its Notify is not ours, and ours still comes.
void tst_Snapshot::picturesOfTheOrderBefore()
{
    Camera camera({.pictures = 0, .finishes = false});
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    camera.site.runTo(1s);
    camera.site.respond(camera.notify("gbscope-00000000000000000000000000000000"));
    camera.site.runTo(2s);
    QVERIFY(camera.site.answers.isEmpty());
    camera.ports.upload();
    camera.site.runTo(3s);
    camera.site.respond(camera.notify(camera.session));
    camera.site.runTo(30s);
    QCOMPARE(camera.site.answers.size(), 1);
    QCOMPARE(camera.site.answers[0].outcome, AskOutcome::Done);
}

void tst_Snapshot::thePortIsOpenAsLongAsTheOrder()
{
    Camera camera({.pictures = 0, .finishes = false});
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    QCOMPARE(camera.ports.open_, 1);
    QVERIFY(camera.site.requests.isEmpty()); // where to is not known yet
    camera.site.runTo(1s);
    QCOMPARE(camera.site.requests.size(), 1);
    camera.site.runTo(29s);
    QCOMPARE(camera.ports.open_, 1);
    camera.site.runTo(40s);
    QCOMPARE(camera.ports.open_, 0);
    QCOMPARE(camera.site.answers.value(0).outcome, AskOutcome::NoPicture);
}

/// However often a device uploads.
void tst_Snapshot::theOrderEnds()
{
    Camera camera({.pictures = 0, .finishes = false});
    camera.site.ask(
        QStringLiteral("snapshot"), {{QStringLiteral("SnapNum"), QStringLiteral("10")}}, QStringLiteral("3.0"));
    for (int second = 1; second < 400 && camera.site.answers.isEmpty(); second += 20) {
        camera.ports.upload(AskPicture::Format::None);
        camera.site.runTo(std::chrono::seconds(second));
    }
    QCOMPARE(camera.site.answers.size(), 1);
    QVERIFY(camera.site.answers[0].at - camera.site.begin <= SnapshotTask::longest + 10s);
    QVERIFY(camera.site.answers[0].at - camera.site.begin >= SnapshotTask::longest);
}

/// Over a slow way a picture takes its time.
void tst_Snapshot::aSlowUploadIsAwaited()
{
    Camera camera({.pictures = 0, .finishes = false});
    camera.ports.receiving = true;
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    camera.site.runTo(100s);
    QVERIFY(camera.site.answers.isEmpty());
    camera.ports.upload();
    camera.ports.receiving = false;
    camera.site.respond(camera.notify(camera.session));
    camera.site.runTo(110s);
    QCOMPARE(camera.site.answers.size(), 1);
    QCOMPARE(camera.site.answers[0].outcome, AskOutcome::Done);
    QVERIFY(camera.site.answers[0].oddities.isEmpty());
}

void tst_Snapshot::anUploadThatNeverEnds()
{
    Camera camera({.pictures = 0, .finishes = false});
    camera.ports.receiving = true;
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    camera.site.runTo(SnapshotTask::longest + 10s);
    QCOMPARE(camera.site.answers.size(), 1);
    QCOMPARE(camera.site.answers[0].outcome, AskOutcome::NoPicture);
    QCOMPARE(codesOf(camera.site.answers[0]), QList<Code>{Code::UploadRefused});
}

void tst_Snapshot::stopping()
{
    Camera camera({.finishes = false});
    camera.site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    camera.site.runTo(2s);
    camera.site.control.stopAsking(7, camera.site.site.clock.now());
    camera.site.takeReports();
    QCOMPARE(camera.site.answers.size(), 1);
    QCOMPARE(camera.site.answers[0].outcome, AskOutcome::Stopped);
    QVERIFY(camera.site.answers[0].oddities.isEmpty()); // nobody waited for the Notify
    QCOMPARE(camera.site.answers[0].snapshot->came(), 1);
    QCOMPARE(camera.ports.open_, 0);
}

void tst_Snapshot::noPort_data()
{
    QTest::addColumn<bool>("there");
    QTest::newRow("the system refuses") << true;
    QTest::newRow("none at all") << false;
}

void tst_Snapshot::noPort()
{
    QFETCH(bool, there);
    ConfigSite site(obeys);
    FakePorts ports;
    ports.opens = false;
    if (there)
        site.control.setPicturePorts(ports);
    site.ask(QStringLiteral("snapshot"), {}, QStringLiteral("3.0"));
    site.runTo(10s);
    QCOMPARE(site.answers.size(), 1);
    QCOMPARE(site.answers[0].outcome, AskOutcome::NotListening);
    QVERIFY(site.requests.isEmpty());
    if (there)
        QCOMPARE(wording::askOutcome(site.answers[0]),
            QStringLiteral("not sent: no port could be opened for the pictures: no such address"));
    // The next question has its turn
    site.ask(QStringLiteral("info"), {}, QStringLiteral("3.0"));
    site.runTo(20s);
    QCOMPARE(site.requests.size(), 1);
}

void tst_Snapshot::words()
{
    const auto said = [](Code code, const char *a, const char *b) {
        return wording::askOddity({code, QString::fromLatin1(a), QString::fromLatin1(b)});
    };
    QCOMPARE(said(Code::OtherCount, "2", "1"), QStringLiteral("UploadSnapShotFinished names 2 pictures, but 1 came"));
    QCOMPARE(said(Code::OtherSession, "ours", "%1"), QStringLiteral("the SessionID is \"%1\", but the order had ours"));
    QCOMPARE(said(Code::NoPictureData, "text/html", "17"),
        QStringLiteral("an upload of 17 bytes is no JPEG, PNG or BMP; its type is given as \"text/html\""));
}

static QByteArray jpegHead(int width, int height, quint8 frame = 0xc0)
{
    const auto word = [](int n) -> QByteArray { return QByteArray(1, char(n >> 8)) + QByteArray(1, char(n)); };
    return QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000ff") + QByteArray(1, char(frame))
        + QByteArray::fromHex("000b08") + word(height) + word(width) + QByteArray::fromHex("01011100");
}

void tst_Snapshot::formats_data()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArray>("expected"); // format width x height whole
    const auto row = [](const char *name, const QByteArray &octets, const char *expected) {
        QTest::newRow(name) << octets << QByteArray(expected);
    };
    const QByteArray end = QByteArray::fromHex("ffda000801010000003f00aaffd9");
    const QByteArray png = QByteArray::fromHex("89504e470d0a1a0a0000000d49484452000001400000007808020000000000000000"),
                     iend = QByteArray::fromHex("0000000049454e44ae426082");
    row("JPEG", jpegHead(640, 480) + end, "jpg 640x480 whole");
    row("progressive", jpegHead(640, 480, 0xc2) + end, "jpg 640x480 whole");
    row("padded", jpegHead(640, 480) + end + QByteArray(64, '\0'), "jpg 640x480 whole");
    row("without its end", jpegHead(640, 480) + end.chopped(1), "jpg 640x480 cut");
    row("a table is no frame", jpegHead(640, 480, 0xc4) + end, "bin 0x0 cut");
    row("0 wide", jpegHead(0, 480) + end, "bin 0x0 cut");
    row("no frame", QByteArray::fromHex("ffd8ffd9"), "bin 0x0 cut");
    row("a length that points outside", QByteArray::fromHex("ffd8ffe0ffff0000"), "bin 0x0 cut");
    row("a length of 0", QByteArray::fromHex("ffd8ffe00000ffc0000b0801e00280"), "bin 0x0 cut");
    row("a frame that is cut", QByteArray::fromHex("ffd8ffc0000b0801e0"), "bin 0x0 cut");
    row("fill without end", "\xff\xd8" + QByteArray(100, '\xff'), "bin 0x0 cut");
    row("PNG", png.left(33) + iend, "png 320x120 whole");
    row("PNG without its end", png.left(33), "png 320x120 cut");
    row("half a PNG", png.left(20), "bin 0x0 cut");
    const QByteArray bmp = "BM" + QByteArray::fromHex("4a000000000000003600000028000000")
        + QByteArray::fromHex("0200000003000000") + QByteArray(48, '\0');
    row("BMP", bmp, "bmp 2x3 whole");
    row("BMP from the top down", QByteArray(bmp).replace(22, 4, QByteArray::fromHex("fdffffff")), "bmp 2x3 whole");
    row("half a BMP", bmp.left(60), "bmp 2x3 cut");
    row("a BMP's first words", bmp.left(30), "bin 0x0 cut");
    row("a BMP without columns", QByteArray(bmp).replace(18, 4, QByteArray(4, '\0')), "bin 0x0 cut");
    row("a BMP of an old kind", QByteArray(bmp).replace(14, 4, QByteArray::fromHex("0c000000")), "bin 0x0 cut");
    row("text", "<html>", "bin 0x0 cut");
    row("nothing", "", "bin 0x0 cut");
}

void tst_Snapshot::formats()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArray, expected);
    const AskPicture one = pictureOf(octets);
    const bool is = one.format != AskPicture::Format::None;
    QCOMPARE(QByteArray(pictureSuffix(one.format)) + ' ' + QByteArray::number(is ? one.width : 0) + 'x'
            + QByteArray::number(is ? one.height : 0) + (one.whole ? " whole" : " cut"),
        expected);
    QCOMPARE(one.octets, octets.size());
}

/// What came to a port until so much of it is there.
static QList<PictureNews> newsOf(PicturePort &port, qsizetype count)
{
    QList<PictureNews> all;
    while (all.size() < count) { // of another thread: the time limit of the test ends it
        all += port.take();
        QThread::yieldCurrentThread();
    }
    return all;
}

static QByteArray request(const QUrl &url, const QByteArray &headers, const QByteArray &body)
{
    return "POST " + url.path().toLatin1() + " HTTP/1.1\r\nConnection: close\r\n" + headers
        + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

static void send(const QUrl &url, const QByteArray &octets)
{
    QTcpSocket socket;
    socket.connectToHost(url.host(), static_cast<quint16>(url.port()));
    QVERIFY(socket.waitForConnected());
    socket.write(octets);
    QByteArray reply;
    while (!reply.contains("\r\n\r\n") && socket.waitForReadyRead())
        reply += socket.readAll();
}

static const QByteArray whole = jpegHead(640, 480) + QByteArray::fromHex("ffda000801010000003f00aaffd9");

void tst_Snapshot::uploads_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("expected");
    QTest::newRow("raw") << QByteArray("Content-Type: image/jpeg\r\nContent-Disposition: a; filename=\"x.jpg\"\r\n")
                         << whole << QByteArrayList{"picture image/jpeg x.jpg 640x480"};
    QTest::newRow("a form")
        << QByteArray("Content-Type: multipart/form-data; boundary=B\r\n")
        << "--B\r\nContent-Disposition: form-data; name=SessionID\r\n\r\n42\r\n--B\r\nContent-Disposition: "
           "form-data; name=f; filename=\"../a<b>.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
            + whole + "\r\n--B--\r\n"
        << QByteArrayList{"session 42", "picture image/jpeg ../a<b>.jpg 640x480"};
    QTest::newRow("two pictures, no names") << QByteArray("Content-Type: multipart/form-data; boundary=B\r\n")
                                            << "--B\r\n\r\n" + whole + "\r\n--B\r\n\r\n" + whole + "\r\n--B--\r\n"
                                            << QByteArrayList{"picture   640x480", "picture   640x480"};
    QTest::newRow("a form without a file")
        << QByteArray("Content-Type: multipart/form-data; boundary=B\r\n")
        << QByteArray("--B\r\nContent-Disposition: form-data; name=a\r\n\r\n1\r\n--B--\r\n")
        << QByteArrayList{"picture multipart/form-data; boundary=B  0x0"};
    QTest::newRow("no picture") << QByteArray("Content-Type: text/html\r\n") << QByteArray("<html>")
                                << QByteArrayList{"picture text/html  0x0"};
}

void tst_Snapshot::uploads()
{
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, expected);
    const ManualClock clock;
    PictureReceiver receiver(clock);
    const auto port = receiver.open({.local = QHostAddress(QHostAddress::LocalHost)});
    const QList<PictureNews> opened = newsOf(*port, 1);
    QCOMPARE(opened[0].kind, PictureNews::Kind::Opened);
    const QUrl url(opened[0].url);
    QCOMPARE(url.host(), QStringLiteral("127.0.0.1"));
    send(url, request(url, headers, body));
    QByteArrayList said;
    for (const PictureNews &one : newsOf(*port, expected.size()))
        said << (one.kind == PictureNews::Kind::Session
                ? QByteArray("session " + one.detail.toLatin1())
                : QByteArray("picture " + one.picture.type.toLatin1() + ' ' + one.picture.name.toLatin1() + ' '
                    + QByteArray::number(one.picture.width) + 'x' + QByteArray::number(one.picture.height)));
    QCOMPARE(said, expected);
}

/// Under our names alone, and never over another file.
void tst_Snapshot::saving()
{
    const QTemporaryDir folder;
    const auto path = [&](const char *name) { return folder.filePath(QString::fromLatin1(name)); };
    QFile there(path("mine-2.jpg"));
    QVERIFY(there.open(QIODevice::WriteOnly) && there.write("old") == 3);
    there.close();
    const ManualClock clock;
    PictureReceiver receiver(clock);
    const auto port = receiver.open(
        {.local = QHostAddress(QHostAddress::LocalHost), .save = folder.path(), .name = QStringLiteral("mine")});
    const QUrl url(newsOf(*port, 1)[0].url);
    const QByteArray name = "Content-Disposition: a; filename=\"../evil.jpg\"\r\n";
    send(url, request(url, name, whole));
    send(url, request(url, name, whole));
    const QList<PictureNews> news = newsOf(*port, 2);
    QCOMPARE(news[0].picture.saved, path("mine-1.jpg"));
    QVERIFY(news[0].detail.isEmpty());
    QVERIFY(news[1].picture.saved.isEmpty() && !news[1].detail.isEmpty());
    QFile file(path("mine-1.jpg"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), whole);
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("old"));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files),
        (QStringList{QStringLiteral("mine-1.jpg"), QStringLiteral("mine-2.jpg")}));
}

/// Where somebody looks; what is no picture is not kept, and where nobody looks nothing is.
void tst_Snapshot::bytesToLookAt()
{
    const ManualClock clock;
    PictureReceiver receiver(clock);
    for (const bool looks : {false, true}) {
        const auto port = receiver.open({.local = QHostAddress(QHostAddress::LocalHost), .looks = looks});
        const QUrl url(newsOf(*port, 1)[0].url);
        send(url, request(url, {}, whole));
        send(url, request(url, {}, "<html>"));
        const QList<PictureNews> news = newsOf(*port, 2);
        QCOMPARE(news[0].picture.kept != nullptr, looks);
        if (looks)
            QCOMPARE(news[0].picture.kept->octets(), whole);
        QVERIFY(!news[1].picture.kept);
    }
}

/// What others do at the port is told, and is nothing odd of the device.
void tst_Snapshot::strangersAtThePort()
{
    const ManualClock clock;
    PictureReceiver receiver(clock);
    const IpAddress device = QHostAddress(QStringLiteral("192.168.1.64"));
    const auto port = receiver.open({.local = QHostAddress(QHostAddress::LocalHost), .device = device});
    const QUrl url(newsOf(*port, 1)[0].url);
    QUrl other = url;
    other.setPath(QStringLiteral("/x"));
    send(other, request(other, {}, "a"));
    QList<PictureNews> news = newsOf(*port, 1);
    QCOMPARE(news[0].kind, PictureNews::Kind::Strangers);
    QCOMPARE(news[0].count, 1);
    send(url, "GET " + url.path().toLatin1() + " HTTP/1.1\r\n\r\n"); // who knows the path is meant
    news = newsOf(*port, 1);
    QCOMPARE(news[0].kind, PictureNews::Kind::Refused);
    QCOMPARE(news[0].status, 405);

    Camera camera;
    camera.ports.news.append({.kind = PictureNews::Kind::Strangers, .count = 3});
    const AskReport report = camera.ask();
    QVERIFY(report.oddities.isEmpty());
    QCOMPARE(report.snapshot ? report.snapshot->strangers : 0, 3);
    QVERIFY(wording::askTimes(report).contains(QStringLiteral("refused at the upload port: 3")));
}

QTEST_GUILESS_MAIN(tst_Snapshot)
#include "tst_snapshot.moc"
