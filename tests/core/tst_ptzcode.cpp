#include "core/base/octets.h"
#include "core/message/ptzcode.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace gb;

/// PTZCmd of GB/T 28181-2022 A.3 against codes that were worked out by hand.
class tst_PtzCode : public QObject
{
    Q_OBJECT
private slots:
    void everyCode_data();
    void everyCode();
    void everyByteOfEachIsChecked();
    void pairsExclude();
    void oddValues();
    void whatCannotBeWritten();
    void explained();
    void everyInstructionIsExplained();
    void hostile();
};

static bool only(const PtzReading &reading, std::initializer_list<PtzFault> faults)
{
    quint32 bits = 0;
    for (const PtzFault fault : faults)
        bits |= 1U << static_cast<unsigned>(fault);
    return reading.faults == bits;
}

/// With the right checksum behind seven bytes in hex.
static QByteArray summed(const QByteArray &seven)
{
    unsigned sum = 0;
    for (const char c : QByteArray::fromHex(seven))
        sum += static_cast<unsigned char>(c);
    return seven + QByteArray(1, static_cast<char>(sum)).toHex().toUpper();
}

void tst_PtzCode::everyCode_data()
{
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<PtzCommand>("command");
    const auto row = [](const char *code, const PtzCommand &command) {
        QTest::newRow(code) << QByteArray(code) << command;
    };
    using enum PtzAction;
    row("A50F010180000036", {.action = Move, .pan = 1, .panSpeed = 0x80});
    row("A50F010280000037", {.action = Move, .pan = -1, .panSpeed = 0x80});
    row("A50F01080080003D", {.action = Move, .tilt = 1, .tiltSpeed = 0x80});
    row("A50F010400800039", {.action = Move, .tilt = -1, .tiltSpeed = 0x80});
    row("A50F01094060005E", {.action = Move, .pan = 1, .tilt = 1, .panSpeed = 0x40, .tiltSpeed = 0x60});
    row("A50F010A4060005F", {.action = Move, .pan = -1, .tilt = 1, .panSpeed = 0x40, .tiltSpeed = 0x60});
    row("A50F01054060005A", {.action = Move, .pan = 1, .tilt = -1, .panSpeed = 0x40, .tiltSpeed = 0x60});
    row("A50F01064060005B", {.action = Move, .pan = -1, .tilt = -1, .panSpeed = 0x40, .tiltSpeed = 0x60});
    row("A50F011000007035", {.action = Move, .zoom = 1, .zoomSpeed = 7});
    row("A50F012000007045", {.action = Move, .zoom = -1, .zoomSpeed = 7});
    row("A50F0129406030AE",
        {.action = Move, .pan = 1, .tilt = 1, .zoom = -1, .panSpeed = 0x40, .tiltSpeed = 0x60, .zoomSpeed = 3});
    row("A50F0100000000B5", {.action = Stop});
    row("A50F01480080007D", {.action = FocusIris, .iris = -1, .irisSpeed = 0x80});
    row("A50F014400800079", {.action = FocusIris, .iris = 1, .irisSpeed = 0x80});
    row("A50F014280000077", {.action = FocusIris, .focus = -1, .focusSpeed = 0x80});
    row("A50F014180000076", {.action = FocusIris, .focus = 1, .focusSpeed = 0x80});
    row("A50F0140000000F5", {.action = FocusIrisStop});
    row("A50F01810005003B", {.action = PresetSet, .preset = 5});
    row("A50F01820005003C", {.action = PresetCall, .preset = 5});
    row("A50F01830005003D", {.action = PresetDelete, .preset = 5});
    row("A50F01840105003F", {.action = CruiseAdd, .preset = 5, .group = 1});
    row("A50F018501050040", {.action = CruiseDelete, .preset = 5, .group = 1});
    row("A50F01850100003B", {.action = CruiseDeleteAll, .group = 1});
    row("A50F01860123106F", {.action = CruiseSpeed, .group = 1, .value = 0x123});
    row("A50F0187011E005B", {.action = CruiseDwell, .group = 1, .value = 30});
    row("A50F0187012C1079", {.action = CruiseDwell, .group = 1, .value = 300});
    row("A50F01880100003E", {.action = CruiseStart, .group = 1});
    row("A50F01890100003F", {.action = ScanStart, .group = 1});
    row("A50F018901010040", {.action = ScanLeft, .group = 1});
    row("A50F018901020041", {.action = ScanRight, .group = 1});
    row("A50F018A01500090", {.action = ScanSpeed, .group = 1, .value = 0x50});
    row("A50F018C01000042", {.action = AuxOn, .group = 1});
    row("A50F018D01000043", {.action = AuxOff, .group = 1});
}

void tst_PtzCode::everyCode()
{
    QFETCH(QByteArray, code);
    QFETCH(PtzCommand, command);
    QCOMPARE(writePtz(command), code);
    const PtzReading reading = readPtz(view(code));
    QCOMPARE(reading.faults, 0U);
    QVERIFY(reading.valid());
    QVERIFY(reading.command == command);
    QVERIFY(only(readPtz(view(' ' + code.toLower() + "\r\n")), {PtzFault::LowerCase}));
}

/// One bit is turned anywhere: the checksum says so, but for a turned checksum itself it could be any.
void tst_PtzCode::everyByteOfEachIsChecked()
{
    const QByteArray octets = QByteArray::fromHex("A50F0129406030AE");
    for (qsizetype bit = 0; bit < 64; ++bit) {
        QByteArray turned = octets;
        turned[bit / 8] = static_cast<char>(turned.at(bit / 8) ^ (1 << (bit % 8)));
        const PtzReading reading = readPtz(view(turned.toHex().toUpper()));
        QVERIFY2(reading.has(PtzFault::Checksum), qPrintable(QString::number(bit)));
        QVERIFY(!reading.valid());
    }
    QVERIFY(only(readPtz(view(summed("A40E0100000000"))), {PtzFault::FirstByte}));
    QVERIFY(only(readPtz(view(summed("A5100100000000"))), {PtzFault::Version})); // nibble: A + 5 + 1
    QVERIFY(only(readPtz(view(summed("A50E0100000000"))), {PtzFault::CheckNibble}));
}

void tst_PtzCode::pairsExclude()
{
    QVERIFY(only(readPtz(view(summed("A50F0103101000"))), {PtzFault::BothPan}));
    QVERIFY(only(readPtz(view(summed("A50F010C101000"))), {PtzFault::BothTilt}));
    QVERIFY(only(readPtz(view(summed("A50F0130000010"))), {PtzFault::BothZoom}));
    QVERIFY(only(readPtz(view(summed("A50F0143101000"))), {PtzFault::BothFocus}));
    QVERIFY(only(readPtz(view(summed("A50F014C101000"))), {PtzFault::BothIris}));
    QVERIFY(only(readPtz(view(summed("A50F013F101010"))), {PtzFault::BothPan, PtzFault::BothTilt, PtzFault::BothZoom}));
    QCOMPARE(readPtz(view(summed("A50F0103101000"))).command.action, PtzAction::Unknown);
}

void tst_PtzCode::oddValues()
{
    QVERIFY(only(readPtz(view(summed("A50F0180000100"))), {PtzFault::Instruction}));
    QVERIFY(only(readPtz(view(summed("A50F018B000000"))), {PtzFault::Instruction}));
    QVERIFY(only(readPtz(view(summed("A50F01FF000000"))), {PtzFault::Instruction}));
    QVERIFY(only(readPtz(view(summed("A50F0150000000"))), {PtzFault::Instruction}));
    QVERIFY(only(readPtz(view(summed("A50F0189010300"))), {PtzFault::Instruction}));
    QVERIFY(only(readPtz(view(summed("A50F0182000000"))), {PtzFault::PresetZero}));
    QVERIFY(only(readPtz(view(summed("A50F0184010000"))), {PtzFault::PresetZero}));
    const PtzReading loose = readPtz(view(summed("A50F0188010700"))); // "byte 6 is 00"
    QVERIFY(only(loose, {PtzFault::Reserved}));
    QVERIFY(loose.valid());
    QCOMPARE(loose.command.action, PtzAction::CruiseStart);
    QVERIFY(only(readPtz(view(summed("A50F0182010500"))), {PtzFault::Reserved}));
    QVERIFY(only(readPtz(view(summed("A50F0141100010"))), {PtzFault::Reserved}));
    const PtzReading stop = readPtz(view(summed("A50F01001020F5"))); // a stop may carry speeds, and an address
    QCOMPARE(stop.faults, 0U);
    QVERIFY((stop.command
        == PtzCommand{
            .action = PtzAction::Stop, .panSpeed = 0x10, .tiltSpeed = 0x20, .zoomSpeed = 15, .address = 0x501}));
    QCOMPARE(writePtz(stop.command), summed("A50F01001020F5"));
}

void tst_PtzCode::whatCannotBeWritten()
{
    using enum PtzAction;
    for (const PtzCommand &command : {PtzCommand{}, PtzCommand{.action = Move}, PtzCommand{.action = FocusIris},
             PtzCommand{.action = Move, .pan = 2}, PtzCommand{.action = Move, .pan = 1, .panSpeed = 256},
             PtzCommand{.action = Move, .pan = 1, .panSpeed = -1},
             PtzCommand{.action = Move, .zoom = 1, .zoomSpeed = 16}, PtzCommand{.action = PresetSet},
             PtzCommand{.action = PresetSet, .preset = 256}, PtzCommand{.action = CruiseStart, .group = 256},
             PtzCommand{.action = CruiseSpeed, .value = 4096}, PtzCommand{.action = Stop, .address = 4096},
             PtzCommand{.action = Stop, .address = -1}, PtzCommand{.action = static_cast<PtzAction>(99)}})
        QCOMPARE(writePtz(command), QByteArray());
}

void tst_PtzCode::explained()
{
    using enum PtzMeaning;
    const QList<PtzBits> bits = explainPtz(readPtz("A50F0129406030AF").octets);
    const QList<PtzBits> expected{{1, 8, 1, FirstByte, 0xA5, 0xA5}, {2, 8, 5, Version, 0, 0},
        {2, 4, 1, CheckNibble, 15, 15}, {3, 8, 1, AddressLow, 1, {}}, {4, 8, 7, FamilyPtz, 0, {}},
        {4, 6, 6, ZoomOut, 1, {}}, {4, 5, 5, ZoomIn, 0, {}}, {4, 4, 4, Up, 1, {}}, {4, 3, 3, Down, 0, {}},
        {4, 2, 2, Left, 0, {}}, {4, 1, 1, Right, 1, {}}, {5, 8, 1, PanSpeed, 0x40, {}}, {6, 8, 1, TiltSpeed, 0x60, {}},
        {7, 8, 5, ZoomSpeed, 3, {}}, {7, 4, 1, AddressHigh, 0, {}}, {8, 8, 1, Checksum, 0xAF, 0xAE}};
    QVERIFY(bits == expected);
    QVERIFY(bits.last().wrong());
    QVERIFY(!bits.first().wrong());

    const auto has = [](const char *code, const PtzBits &wanted) {
        return explainPtz(readPtz(code).octets).contains(wanted);
    };
    QVERIFY(has("A50F0187012C1079", {4, 7, 1, Code, 7, {}}));
    QVERIFY(has("A50F0187012C1079", {5, 8, 1, Group, 1, {}}));
    QVERIFY(has("A50F0187012C1079", {6, 8, 1, ValueLow, 0x2C, {}}));
    QVERIFY(has("A50F0187012C1079", {7, 8, 5, ValueHigh, 1, {}}));
    QVERIFY(has("A50F01810005003B", {5, 8, 1, Unused, 0, 0}));
    QVERIFY(has("A50F01810005003B", {6, 8, 1, Preset, 5, {}}));
    QVERIFY(has("A50F01850100003B", {6, 8, 1, Preset, 0, {}}));
    QVERIFY(has("A50F018901020041", {6, 8, 1, ScanPart, 2, {}}));
    QVERIFY(has("A50F018C01000042", {5, 8, 1, Switch, 1, {}}));
    QVERIFY(has("A50F01480080007D", {4, 4, 4, IrisClose, 1, {}}));
    QVERIFY(has("A50F01480080007D", {6, 8, 1, IrisSpeed, 0x80, {}}));
}

/// Each of the 64 bits stands in the explanation once, in order, whatever the bytes are.
void tst_PtzCode::everyInstructionIsExplained()
{
    for (int instruction = 0; instruction < 256; ++instruction) {
        for (const int data : {0, 1, 2, 255}) {
            const PtzOctets octets{0xA5, 0x0F, 1, static_cast<quint8>(instruction), static_cast<quint8>(data),
                static_cast<quint8>(data), static_cast<quint8>(data), 0};
            int next = 0;
            for (const PtzBits &bits : explainPtz(octets)) {
                QCOMPARE((bits.byte - 1) * 8 + 8 - bits.high, next);
                next += bits.high - bits.low + 1;
            }
            QCOMPARE(next, 64);
        }
    }
}

void tst_PtzCode::hostile()
{
    for (const char *text : {"", " ", "A5", "A50F010180000036 A5", "A50F01018000003", "A50F0101800000360", "\xff\xfe"})
        QVERIFY2(only(readPtz(text), {PtzFault::Length}), text);
    for (const char *text : {"A50F01018000003G", "A50F0101 0000036", "+50F010180000036",
             "\xff\xff\xff\xff\xff\xff\xff"
             "\xff\xff\xff\xff\xff\xff\xff"
             "\xff\xff"})
        QVERIFY2(readPtz(text).has(PtzFault::NotHex) && !readPtz(text).read(), text);
    QVERIFY(readPtz(view(QByteArray(1'000'000, 'A'))).has(PtzFault::Length));
    QRandomGenerator random(28181);
    for (int round = 0; round < 100'000; ++round) {
        QByteArray octets(8, Qt::Uninitialized);
        for (char &octet : octets)
            octet = static_cast<char>(random.generate());
        octets[0] = '\xA5';
        octets[1] = '\x0F';
        const QByteArray code = summed(octets.left(7).toHex().toUpper());
        const PtzReading reading = readPtz(view(code));
        // What has no fault at all is written as it was read
        if (reading.faults == 0)
            QCOMPARE(writePtz(reading.command), code);
        QVERIFY(!explainPtz(reading.octets).isEmpty());
    }
}

QTEST_APPLESS_MAIN(tst_PtzCode)
#include "tst_ptzcode.moc"
