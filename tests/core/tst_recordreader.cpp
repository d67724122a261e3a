#include "core/capture/recordreader.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace gb;

namespace {

std::string_view viewOf(const QByteArray &octets)
{
    return {octets.constData(), static_cast<std::size_t>(octets.size())};
}

const QString camera = QStringLiteral("\u6444\u50cf\u673a"); // "camera"
const QByteArray cameraUtf8 = "\xe6\x91\x84\xe5\x83\x8f\xe6\x9c\xba", cameraGb = "\xc9\xe3\xcf\xf1\xbb\xfa";

} // namespace

/// Texts out of a record's files, and a search through all of them.
class tst_RecordReader : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void placesArePacked();
    void placesOfOneFileAndOfSeveral();
    void placesBeyondTheLimitAreNowhere();
    void placesRunOverManyChunks();
    void textIsFoundAnywhere_data();
    void textIsFoundAnywhere();
    void allPlacesOfAText();
    void messagesAreRead();
    void messagesAreFound();
    void chineseInBothCharsets();
    void windowsHaveNoGaps();
    void filesThatTakeTurns();
    void filesGoneAndShortened();
    void longTextsAreCut();
    void progressAndCancel();

private:
    /// Puts octets behind what a file has.
    RecordPlace write(const QByteArray &octets, quint8 file = 0);
    void add(const QByteArray &octets, quint8 file = 0) { m_places->append({write(octets, file)}); }
    QList<quint64> find(const QString &text)
    {
        QList<quint64> all;
        RecordReader reader(m_files, m_places);
        const bool whole = reader.search(text, [&all](const QList<quint64> &found, double) {
            all += found;
            return true;
        });
        return whole ? all : QList<quint64>{0};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QStringList m_files;
    std::shared_ptr<RecordPlaces> m_places;
};

void tst_RecordReader::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_files = {m_folder->filePath(QStringLiteral("a")), m_folder->filePath(QStringLiteral("b"))};
    m_places = std::make_shared<RecordPlaces>();
}

RecordPlace tst_RecordReader::write(const QByteArray &octets, quint8 file)
{
    QFile out(m_files.at(file));
    if (!out.open(QIODevice::WriteOnly | QIODevice::Append))
        return {};
    const qint64 offset = out.size();
    out.write(octets);
    return {.file = file, .size = static_cast<quint16>(octets.size()), .offset = offset};
}

void tst_RecordReader::placesArePacked()
{
    const RecordPlace places[] = {{0, 0, 0}, {255, 65535, RecordPlaces::maxOffset}, {3, 512, 1}, {1, 65535, -1}};
    for (const RecordPlace &place : places)
        m_places->append({place});
    QCOMPARE(m_places->count(), 4U);
    for (quint64 number = 1; number <= 4; ++number) {
        const RecordPlace &put = places[number - 1], got = m_places->at(number);
        QCOMPARE(got.file, put.file);
        QCOMPARE(got.size, put.size);
        QCOMPARE(got.offset, put.offset);
    }
    QCOMPARE(m_places->at(0).offset, -1);
    QCOMPARE(m_places->at(5).offset, -1);
    m_places->clear();
    QCOMPARE(m_places->count(), 0U);
    QCOMPARE(m_places->at(1).offset, -1);
}

/// Those of one file take less room; what does not go with that is told all the same.
void tst_RecordReader::placesOfOneFileAndOfSeveral()
{
    QList<RecordPlace> put;
    const auto add = [&](quint8 file, qint64 offset) {
        put.append({.file = file, .size = static_cast<quint16>(put.size()), .offset = offset});
        m_places->append({put.constLast()});
    };
    for (int i = 0; i < 50'000; ++i)
        add(1, i % 7 == 0 ? -1 : 1000 + qint64{i} * 500); // some stand nowhere
    add(1, (qint64{1} << 32) + (qint64{1} << 33));        // far ahead of the first of its chunk
    add(2, 5);
    add(1, 24); // and back
    for (int i = 0; i < 20'000; ++i)
        add(static_cast<quint8>(i % 2), i);
    for (qsizetype i = 0; i < put.size(); ++i) {
        const RecordPlace got = m_places->at(static_cast<quint64>(i) + 1);
        QVERIFY2(got.file == put[i].file && got.size == put[i].size && got.offset == put[i].offset,
            qPrintable(QString::number(i)));
    }
}

void tst_RecordReader::placesBeyondTheLimitAreNowhere()
{
    m_places->append({{.file = 2, .size = 7, .offset = RecordPlaces::maxOffset + 1},
        {.file = 2, .size = 7, .offset = std::numeric_limits<qint64>::max()},
        {.file = 2, .size = 7, .offset = std::numeric_limits<qint64>::min()}});
    for (quint64 number = 1; number <= 3; ++number) {
        QCOMPARE(m_places->at(number).offset, -1);
        QCOMPARE(m_places->at(number).file, 2);
        QCOMPARE(m_places->at(number).size, 7);
    }
}

void tst_RecordReader::placesRunOverManyChunks()
{
    std::vector<RecordPlace> places;
    for (int i = 0; i < 50'000; ++i)
        places.push_back(
            {.file = static_cast<quint8>(i % 7), .size = static_cast<quint16>(i), .offset = qint64{i} * 1'000'003});
    m_places->append({places.begin(), places.begin() + 16'383});
    m_places->append({places.begin() + 16'383, places.end()});
    QCOMPARE(m_places->count(), 50'000U);
    for (const quint64 number : {1U, 16'383U, 16'384U, 16'385U, 32'768U, 32'769U, 50'000U}) {
        const RecordPlace &put = places[number - 1], got = m_places->at(number);
        QVERIFY(got.file == put.file && got.size == put.size && got.offset == put.offset);
    }
}

void tst_RecordReader::textIsFoundAnywhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<bool>("found");
    QTest::newRow("all of it") << QByteArray("abc") << QByteArray("abc") << true;
    QTest::newRow("at the start") << QByteArray("abc") << QByteArray("abcxx") << true;
    QTest::newRow("at the end") << QByteArray("abc") << QByteArray("xxxxabc") << true;
    QTest::newRow("longer than the octets") << QByteArray("abcd") << QByteArray("abc") << false;
    QTest::newRow("no octets") << QByteArray("a") << QByteArray() << false;
    QTest::newRow("no text") << QByteArray() << QByteArray("a") << true;
    QTest::newRow("one letter") << QByteArray("q") << QByteArray("CSeq") << true;
    QTest::newRow("other case of the octets")
        << QByteArray("keepalive") << QByteArray("<CmdType>KeepAlive</CmdType>") << true;
    QTest::newRow("other case of the text") << QByteArray("KEEPALIVE") << QByteArray("keepalive") << true;
    QTest::newRow("what looks like letters but for a bit") << QByteArray("[{@`") << QByteArray("{[`@") << false;
    QTest::newRow("starts over within itself") << QByteArray("aab") << QByteArray("aaaab") << true;
    QTest::newRow("nearly, again and again") << QByteArray("abab") << QByteArray("abaabaabaaba") << false;
    QTest::newRow("behind zeroes") << QByteArray("end") << QByteArray(QByteArray(3, '\0') + "end") << true;
    QTest::newRow("octets above 127 have no case") << QByteArray("\xc3\x84") << QByteArray("\xc3\xa4") << false;
}

void tst_RecordReader::textIsFoundAnywhere()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, octets);
    QTEST(TextSearch(text).isIn(viewOf(octets)), "found");
}

/// Every text of four letters out of three, in every text of nine: as a plain look says.
void tst_RecordReader::allPlacesOfAText()
{
    const auto word = [](int number, int letters) {
        QByteArray out;
        for (int i = 0; i < letters; ++i, number /= 3)
            out += "aBc"[number % 3];
        return out;
    };
    for (int text = 0; text < 81; text += 5) {
        const TextSearch search(word(text, 4));
        for (int octets = 0; octets < 19'683; ++octets)
            QCOMPARE(search.isIn(viewOf(word(octets, 9))), word(octets, 9).contains(word(text, 4)));
    }
}

void tst_RecordReader::messagesAreRead()
{
    add("REGISTER sip:a SIP/2.0");
    add("octets of another file", 1);
    m_places->append({{.file = 0, .size = 4, .offset = -1}, {.file = 9, .size = 4, .offset = 0}});
    RecordReader reader(m_files, m_places);
    QCOMPARE(reader.read(1), "REGISTER sip:a SIP/2.0");
    QCOMPARE(reader.read(2), "octets of another file");
    for (const quint64 number : {0U, 3U, 4U, 5U})
        QVERIFY(reader.read(number).isEmpty());
}

void tst_RecordReader::messagesAreFound()
{
    write("a header of the file with alarm in it");
    add("MESSAGE sip:a SIP/2.0\r\n\r\n<CmdType>Alarm</CmdType>");
    write("alarm between the messages, and ala");
    add("rm is no alARM here");
    add("nothing");
    m_places->append({{.file = 0, .size = 40, .offset = -1}});
    QCOMPARE(find(QStringLiteral("alarm")), (QList<quint64>{1, 2}));
    QCOMPARE(find(QStringLiteral("NOTHING")), QList<quint64>{3});
    QCOMPARE(find(QStringLiteral("is nowhere")), QList<quint64>{});
    QCOMPARE(find(QStringLiteral("sip/2.0\r\n\r\n<c")), QList<quint64>{1});
    m_places->clear();
    QCOMPARE(find(QStringLiteral("alarm")), QList<quint64>{});
}

void tst_RecordReader::chineseInBothCharsets()
{
    add("<Name>" + cameraUtf8 + "</Name>");
    add("<Name>" + cameraGb + "</Name>");
    add("<Name>Camera</Name>");
    add("<Name>" + cameraGb + " A1</Name>");
    QCOMPARE(find(camera), (QList<quint64>{1, 2, 4}));
    QCOMPARE(find(camera.left(1)), (QList<quint64>{1, 2, 4}));
    QCOMPARE(find(camera + QStringLiteral(" a1")), QList<quint64>{4});
    QCOMPARE(find(QStringLiteral("\u5e73\u53f0")), QList<quint64>{}); // "platform"
}

/// Messages of all sizes over three windows: each is found by what only it has.
void tst_RecordReader::windowsHaveNoGaps()
{
    QByteArray octets;
    std::vector<RecordPlace> places;
    QList<quint64> wanted;
    for (quint64 number = 1; octets.size() < 3 * RecordReader::window; ++number) {
        const QByteArray text = number % 3 == 0 ? QByteArrayLiteral("needle") : QByteArrayLiteral("nothing");
        const QByteArray message = QByteArray(static_cast<qsizetype>(number * 7919 % 60'000), '.') + text;
        places.push_back({.file = 0, .size = static_cast<quint16>(message.size()), .offset = octets.size()});
        octets += message;
        if (number % 3 == 0)
            wanted += number;
    }
    write(octets);
    m_places->append(places);
    QCOMPARE(find(QStringLiteral("needle")), wanted);
}

void tst_RecordReader::filesThatTakeTurns()
{
    QList<quint64> wanted;
    for (quint64 number = 1; number <= 200; ++number) {
        add(number % 5 == 0 ? "the needle" : "nothing", number % 2 == 0 ? 1 : 0);
        if (number % 5 == 0)
            wanted += number;
    }
    QCOMPARE(find(QStringLiteral("needle")), wanted);
}

void tst_RecordReader::filesGoneAndShortened()
{
    add("needle one");
    add("needle two", 1);
    add("needle three");
    QVERIFY(QFile::resize(m_files.at(0), 15));
    QCOMPARE(find(QStringLiteral("needle")), (QList<quint64>{1, 2}));
    RecordReader reader(m_files, m_places);
    QVERIFY(reader.read(3).isEmpty());
    QVERIFY(QFile::remove(m_files.at(1)));
    QCOMPARE(find(QStringLiteral("needle")), QList<quint64>{1});
    QVERIFY(reader.read(2).isEmpty());
    QVERIFY(QFile::remove(m_files.at(0)));
    QCOMPARE(find(QStringLiteral("needle")), QList<quint64>{});
}

void tst_RecordReader::longTextsAreCut()
{
    add(QByteArray(RecordReader::maxText, 'x'));
    add(QByteArray(RecordReader::maxText - 1, 'x'));
    QCOMPARE(find(QString(RecordReader::maxText + 50, u'x')), QList<quint64>{1});
}

void tst_RecordReader::progressAndCancel()
{
    const QByteArray message = "needle" + QByteArray(59'994, '.');
    QByteArray octets;
    std::vector<RecordPlace> places;
    while (octets.size() < 3 * RecordReader::window) {
        places.push_back({.file = 0, .size = static_cast<quint16>(message.size()), .offset = octets.size()});
        octets += message;
    }
    write(octets);
    m_places->append(places);
    RecordReader reader(m_files, m_places);
    QList<double> fractions;
    qsizetype found = 0;
    const auto all = [&](const QList<quint64> &numbers, double fraction) {
        fractions += fraction;
        found += numbers.size();
        return true;
    };
    QVERIFY(reader.search(QStringLiteral("needle"), all));
    QVERIFY(fractions.size() >= 3);
    QVERIFY(std::is_sorted(fractions.begin(), fractions.end()) && fractions.constFirst() > 0);
    QCOMPARE(fractions.constLast(), 1.0);
    QCOMPARE(found, static_cast<qsizetype>(places.size()));
    int asked = 0;
    QVERIFY(!reader.search(QStringLiteral("needle"), [&asked](const QList<quint64> &, double) { return ++asked < 2; }));
    QCOMPARE(asked, 2);
}

QTEST_MAIN(tst_RecordReader)
#include "tst_recordreader.moc"
