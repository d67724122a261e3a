#include "tests/support/asker.h"
#include "tests/support/foreigncamera.h"

#include <QJsonArray>

using namespace gb::test;

namespace {

QStringList named(const QList<Stack> &whom)
{
    QStringList devices;
    for (const Stack stack : whom)
        devices << QStringLiteral("--device") << ForeignCamera::idOf(stack);
    return devices;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

/// One value of each object, and empty where it has none.
QStringList all(const QJsonValue &objects, const char16_t *name)
{
    QStringList out;
    for (const QJsonValue &one : objects.toArray())
        out << one[QStringView(name)].toString();
    return out;
}

/// What a camera must be told to have answered.
struct Expected
{
    int status = 0;
    QString values;    ///< "Model=Camel Channel=3"
    QString names;     ///< of the items, as they came
    QString oddities;  ///< their codes, with what they are about
    int responses = 1; ///< messages
    const char *result = "OK";
};

} // namespace
Q_DECLARE_METATYPE(Stack)
Q_DECLARE_METATYPE(Expected)

/// `gbscope-cli ask` with cameras whose SIP nobody here wrote. A stack that is not installed is skipped.
class tst_AskPeers : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void whatDebianHasIsInstalled();
    void theyAnswer_data();
    void theyAnswer();
    void theyMove_data();
    void theyMove();
    void everyPtzCode_data();
    void everyPtzCode();
    void together();
    void wrongPassword();

private:
    static void stacks()
    {
        QTest::addColumn<Stack>("stack");
        for (const Stack stack : allStacks)
            QTest::newRow(stackNames[static_cast<int>(stack)]) << stack;
    }
    QList<Stack> installed() const
    {
        QList<Stack> out;
        for (const Stack stack : allStacks) {
            if (m_missing[static_cast<int>(stack)].isEmpty())
                out << stack;
        }
        return out;
    }
    QString missing(Stack stack) const { return m_missing[static_cast<int>(stack)]; }

    QTemporaryDir m_folder;
    QString m_missing[std::size(allStacks)]; ///< what to install
};

#define SKIP_MISSING(stack)                                                                                            \
    if (!missing(stack).isEmpty())                                                                                     \
    QSKIP(qPrintable(missing(stack)))

void tst_AskPeers::initTestCase()
{
    QVERIFY(m_folder.isValid());
    for (const Stack stack : allStacks) {
        QString &missing = m_missing[static_cast<int>(stack)];
        missing = ForeignCamera::missing(stack);
        QVERIFY2(
            !missing.isEmpty() || ForeignCamera::prepare(stack, m_folder.path()), stackNames[static_cast<int>(stack)]);
    }
}

/// A stack that is skipped everywhere proves nothing: where the tests of all run, each has its packages.
void tst_AskPeers::whatDebianHasIsInstalled()
{
    QFile file(QStringLiteral(GBSCOPE_PEERS "/../../installer/packages.txt"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    for (const Stack stack : allStacks) {
        for (const QString &package : ForeignCamera::packages(stack))
            QVERIFY2(lines.contains("test " + package.toLatin1()), qPrintable(package));
    }
}

void tst_AskPeers::theyAnswer_data()
{
    QTest::addColumn<Stack>("stack");
    QTest::addColumn<QString>("transport");
    QTest::addColumn<QString>("command");
    QTest::addColumn<Expected>("expected");
    const auto row = [](Stack stack, const char *command, const Expected &expected) {
        for (const char *transport : {"udp", "tcp"})
            QTest::addRow("%s, %s, %s", stackNames[static_cast<int>(stack)], command, transport)
                << stack << QString::fromLatin1(transport) << QString::fromLatin1(command) << expected;
    };
    const QString mislabelled = QStringLiteral("other-charset GB2312");
    row(Stack::NetSip, "catalog", {.names = QStringLiteral(u"大门 塔 𠮷祥路"), .responses = 3, .result = ""});
    row(Stack::NetSip, "info",
        {.values = QStringLiteral(u"DeviceName=𠮷祥路 Manufacturer=Net::SIP Model=Camel Channel=3")});
    row(Stack::NetSip, "status",
        {.values = QStringLiteral("Online=ONLINE Status=OK Encode=ON Record=OFF"), .names = QStringLiteral("ONDUTY")});
    row(Stack::JainSip, "catalog",
        {.status = 5,
            .names = QStringLiteral(u"大门 塔 桥 龑路"),
            .oddities = mislabelled,
            .responses = 2,
            .result = ""});
    row(Stack::JainSip, "info",
        {.status = 5,
            .values = QStringLiteral(u"DeviceName=龑路 Manufacturer=NIST Model=JAIN Firmware=9.0.0 Channel=4"),
            .oddities = mislabelled});
    row(Stack::JainSip, "status", {.values = QStringLiteral("Online=ONLINE Status=OK")});
    row(Stack::NpmSip, "catalog",
        {.names = QStringLiteral("Camera-1 Camera-2 Camera-3 Camera-4 Camera-5"), .responses = 3, .result = ""});
    row(Stack::NpmSip, "info",
        {.values = QStringLiteral("Manufacturer=npm Model=sip Firmware=0.0.6 Channel=5"), .result = "ok"});
    row(Stack::NpmSip, "status",
        {.values = QStringLiteral("Online=ONLINE Status=ok Encode=ON Record=ON"), .result = "ok"});
    row(Stack::Sipp, "catalog",
        {.status = 5,
            .names = QStringLiteral("Camera-1 Camera-2 Camera-1 Camera-2 Camera-3 Camera-4"),
            .oddities = QStringLiteral("duplicate 34020000001310000001, duplicate 34020000001310000002"),
            .responses = 3,
            .result = ""});
    row(Stack::Sipp, "info",
        {.values = QStringLiteral("DeviceName=Gate Manufacturer=SIPp DeviceType=IPC MaxCamera=4")});
    row(Stack::Sipp, "status",
        {.status = 5,
            .values = QStringLiteral("Status=OK Temperature=41"),
            .oddities = QStringLiteral("missing-element Online, unknown-element Temperature")});
}

void tst_AskPeers::theyAnswer()
{
    QFETCH(const Stack, stack);
    QFETCH(const QString, transport);
    QFETCH(const QString, command);
    QFETCH(const Expected, expected);
    SKIP_MISSING(stack);
    Asker asker;
    QVERIFY(asker.start({command}, named({stack})));
    ForeignCamera camera(stack);
    camera.start(m_folder.path(), asker.port, transport, QStringLiteral("12345678"));
    const Run run = asker.finish(ForeignCamera::patience);
    const QByteArray said = run.out + run.err + camera.text();
    const QJsonObject answer = run.json();
    QVERIFY2(run.status == expected.status, said.constData());
    QCOMPARE(answer[u"event"].toString(), QStringLiteral("answer"));
    QCOMPARE(answer[u"outcome"].toString(), QStringLiteral("done"));
    QCOMPARE(answer[u"device"].toString(), ForeignCamera::idOf(stack));
    QCOMPARE(answer[u"status"].toInt(), 200);
    QCOMPARE(answer[u"result"].toString(), QLatin1StringView(expected.result));
    QCOMPARE(answer[u"responses"].toArray().size(), expected.responses);
    for (const QString &value : expected.values.split(u' ', Qt::SkipEmptyParts))
        QCOMPARE(answer[u"fields"][value.section(u'=', 0, 0)].toString(), value.section(u'=', 1));
    QCOMPARE(all(answer[u"items"], command == u"status" ? u"DutyStatus" : u"Name").join(u' '), expected.names);
    QStringList odd;
    for (const QJsonValue &one : answer[u"oddities"].toArray())
        odd << one[u"code"].toString() + u' ' + one[u"a"].toString();
    odd.sort();
    QCOMPARE(odd.join(QStringLiteral(", ")), expected.oddities);
    // JAIN-SIP's camera accepts when its Response was taken, the others at once
    const bool ahead = answer[u"responded_s"].toDouble() < answer[u"answered_s"].toDouble();
    QVERIFY2(ahead == (stack == Stack::JainSip) || stack == Stack::NpmSip, said.constData());
    QVERIFY2(camera.waitFor("asked", ForeignCamera::soon), camera.text().constData());
}

void tst_AskPeers::theyMove_data()
{
    QTest::addColumn<Stack>("stack");
    QTest::addColumn<QString>("transport");
    for (const Stack stack : allStacks) {
        for (const char *transport : {"udp", "tcp"})
            QTest::addRow("%s, %s", stackNames[static_cast<int>(stack)], transport)
                << stack << QString::fromLatin1(transport);
    }
}

/// What is asked about a channel names it, and goes to the device.
void tst_AskPeers::theyMove()
{
    QFETCH(const Stack, stack);
    QFETCH(const QString, transport);
    SKIP_MISSING(stack);
    Asker asker;
    QVERIFY(asker.start(words("ptz Direction=right PanSpeed=128"),
        named({stack}) + QStringList{QStringLiteral("--channel"), QStringLiteral("34020000001310000001")}));
    ForeignCamera camera(stack);
    camera.start(m_folder.path(), asker.port, transport, QStringLiteral("12345678"));
    const Run run = asker.finish(ForeignCamera::patience);
    QVERIFY2(run.status == 0, QByteArray(run.out + run.err + camera.text()).constData());
    QCOMPARE(run.json()[u"outcome"].toString(), QStringLiteral("done"));
    QCOMPARE(run.json()[u"about"].toString(), QStringLiteral("34020000001310000001"));
    QCOMPARE(run.json()[u"oddities"].toArray().size(), 0);
    if (stack != Stack::Sipp)
        QVERIFY2(
            camera.waitFor("asked DeviceControl 34020000001310000001", ForeignCamera::soon), camera.text().constData());
    QVERIFY2(camera.waitFor("ptz A50F010180000036", ForeignCamera::soon), camera.text().constData());
}

/// The 33 codes that were checked (GB/T 28181-2022 A.3), and some as Net::SIP's camera reads them.
static constexpr struct
{
    const char *question, *code, *meaning = "";
} ptzCodes[] = {
    {"ptz Direction=right PanSpeed=128", "A50F010180000036", "right 128"},
    {"ptz Direction=left PanSpeed=128", "A50F010280000037", "left 128"},
    {"ptz Direction=up TiltSpeed=128", "A50F01080080003D", "up 128"},
    {"ptz Direction=down TiltSpeed=128", "A50F010400800039", "down 128"},
    {"ptz Direction=right-up PanSpeed=64 TiltSpeed=96", "A50F01094060005E", "right 64 up 96"},
    {"ptz Direction=left-up PanSpeed=64 TiltSpeed=96", "A50F010A4060005F", "left 64 up 96"},
    {"ptz Direction=right-down PanSpeed=64 TiltSpeed=96", "A50F01054060005A", "right 64 down 96"},
    {"ptz Direction=left-down PanSpeed=64 TiltSpeed=96", "A50F01064060005B", "left 64 down 96"},
    {"ptz Zoom=in ZoomSpeed=7", "A50F011000007035", "zoom-in 7"},
    {"ptz Zoom=out ZoomSpeed=7", "A50F012000007045", "zoom-out 7"},
    {"ptz Direction=right-up PanSpeed=64 TiltSpeed=96 Zoom=out ZoomSpeed=3", "A50F0129406030AE",
        "right 64 up 96 zoom-out 3"},
    {"ptz Direction=stop", "A50F0100000000B5", "stop"},
    {"lens Iris=close IrisSpeed=128", "A50F01480080007D"},
    {"lens Iris=open IrisSpeed=128", "A50F014400800079"},
    {"lens Focus=near FocusSpeed=128", "A50F014280000077"},
    {"lens Focus=far FocusSpeed=128", "A50F014180000076"},
    {"lens", "A50F0140000000F5"},
    {"preset Action=set Preset=5", "A50F01810005003B", "preset set 5"},
    {"preset Action=call Preset=5", "A50F01820005003C", "preset call 5"},
    {"preset Action=delete Preset=5", "A50F01830005003D", "preset delete 5"},
    {"cruise-control Action=add Group=1 Preset=5", "A50F01840105003F"},
    {"cruise-control Action=delete Group=1 Preset=5", "A50F018501050040"},
    {"cruise-control Action=delete-all Group=1", "A50F01850100003B"},
    {"cruise-control Action=speed Group=1 Value=291", "A50F01860123106F"},
    {"cruise-control Action=dwell Group=1 Value=30", "A50F0187011E005B"},
    {"cruise-control Action=dwell Group=1 Value=300", "A50F0187012C1079"},
    {"cruise-control Action=start Group=1", "A50F01880100003E"},
    {"scan Action=start Group=1", "A50F01890100003F"},
    {"scan Action=left Group=1", "A50F018901010040"},
    {"scan Action=right Group=1", "A50F018901020041"},
    {"scan Action=speed Group=1 Value=80", "A50F018A01500090"},
    {"switch Action=on Number=1", "A50F018C01000042"},
    {"switch Action=off Number=1", "A50F018D01000043"},
};
static_assert(std::size(ptzCodes) == 33);

void tst_AskPeers::everyPtzCode_data()
{
    stacks();
}

/// The camera registers once, and is asked by one program after the other, each of which finds it in the bindings. The
/// Response that npm's sends unasked may come when the program that it is for has ended; the next one calls it odd.
void tst_AskPeers::everyPtzCode()
{
    QFETCH(const Stack, stack);
    SKIP_MISSING(stack);
    QTemporaryDir folder;
    const QString bindings = folder.filePath(QStringLiteral("bindings.json"));
    ForeignCamera camera(stack);
    quint16 port = 0;
    for (const auto &one : ptzCodes) {
        Asker asker;
        asker.port = port;
        QVERIFY(asker.start(words(one.question), named({stack}) + QStringList{QStringLiteral("--bindings"), bindings}));
        if (port == 0)
            camera.start(m_folder.path(), asker.port, QStringLiteral("udp"), QStringLiteral("12345678"));
        port = asker.port;
        const Run run = asker.finish(ForeignCamera::patience);
        QVERIFY2(run.status == 0, QByteArray(one.question + run.out + run.err + camera.text()).constData());
        const QByteArray line = QByteArray("ptz ") + one.code
            + (stack == Stack::NetSip && *one.meaning ? QByteArray(" ") + one.meaning : QByteArray())
            + (stack == Stack::JainSip ? " sum right" : "");
        QVERIFY2(camera.waitFor(line, ForeignCamera::soon),
            QByteArray(line + ", " + one.question + camera.text()).constData());
    }
}

/// All at once: each is told in a line of its own, and the status is the highest.
void tst_AskPeers::together()
{
    const QList<Stack> there = installed();
    if (there.isEmpty())
        QSKIP("no stack is installed");
    Asker asker;
    QVERIFY(asker.start({QStringLiteral("info")}, named(there)));
    std::vector<std::unique_ptr<ForeignCamera>> cameras;
    for (const Stack stack : there) {
        cameras.push_back(std::make_unique<ForeignCamera>(stack));
        cameras.back()->start(m_folder.path(), asker.port, QStringLiteral("udp"), QStringLiteral("12345678"));
    }
    const Run run = asker.finish(ForeignCamera::patience);
    QVERIFY2(run.status == (there.contains(Stack::JainSip) ? 5 : 0), QByteArray(run.out + run.err).constData());
    QStringList devices, wanted;
    for (const QByteArray &line : run.out.trimmed().split('\n')) {
        const QJsonObject answer = QJsonDocument::fromJson(line).object();
        QVERIFY2(answer[u"outcome"] == QStringLiteral("done"), line.constData());
        devices << answer[u"device"].toString();
    }
    for (const Stack stack : there)
        wanted << ForeignCamera::idOf(stack);
    devices.sort();
    QCOMPARE(devices, wanted);
}

/// Whoever may not register is asked nothing.
void tst_AskPeers::wrongPassword()
{
    const QList<Stack> there = installed();
    if (there.isEmpty())
        QSKIP("no stack is installed");
    Asker asker;
    QVERIFY(asker.start(
        {QStringLiteral("info")}, named(there) + QStringList{QStringLiteral("--wait"), QStringLiteral("20")}));
    std::vector<std::unique_ptr<ForeignCamera>> cameras;
    for (const Stack stack : there) {
        cameras.push_back(std::make_unique<ForeignCamera>(stack));
        cameras.back()->start(m_folder.path(), asker.port, QStringLiteral("udp"), QStringLiteral("87654321"));
    }
    for (const auto &camera : cameras)
        QVERIFY2(camera->waitFor("refused"), camera->text().constData());
    const Run run = asker.finish(ForeignCamera::patience);
    QVERIFY2(run.status == 8, QByteArray(run.out + run.err).constData());
    const QByteArrayList lines = run.out.trimmed().split('\n');
    QCOMPARE(lines.size(), there.size());
    for (const QByteArray &line : lines)
        QCOMPARE(QJsonDocument::fromJson(line).object()[u"outcome"].toString(), QStringLiteral("not-registered"));
}

QTEST_GUILESS_MAIN(tst_AskPeers)
#include "tst_askpeers.moc"
