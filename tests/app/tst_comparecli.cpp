#include "tests/support/capturewriter.h"
#include "tests/support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;

/// gbscope-cli compare: messages of a capture side by side.
class tst_CompareCli : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void twoMessages();
    void fourMessages();
    void theSame();
    void everyPart();
    void presets_data();
    void presets();
    void asText();
    void inChinese();
    void wrongArguments_data();
    void wrongArguments();
    void whatIsNotThere();
    void aBrokenFile();
    void hostileTextIsEscaped();

private:
    Run cli(const QStringList &arguments) const
    {
        return run(QStringLiteral(GBSCOPE_CLI), QStringList{QStringLiteral("compare"), m_capture} + arguments);
    }
    Run cli(const char *arguments) const { return cli(QString::fromLatin1(arguments).split(u' ')); }
    static QJsonObject part(const QJsonArray &parts, const QString &name)
    {
        for (const auto &one : parts) {
            if (one.toObject()[u"part"] == name)
                return one.toObject();
        }
        return {};
    }
    static QList<int> numbers(const QJsonObject &compared)
    {
        QList<int> out;
        for (const auto &one : compared[u"messages"].toArray())
            out.append(one.toObject()[u"message"].toInt());
        return out;
    }

    QTemporaryDir m_folder;
    QString m_capture;
};

static SipText registration(const char *device, const QByteArray &callId, int cseq, const QByteArray &extra = {})
{
    SipText text = request("REGISTER", callId, cseq);
    text.device = device;
    text.extra = extra + "Expires: 3600\r\n";
    return text;
}

/// #1 REGISTER, #2 its 401, #3 its retry, #4 its 200; #5 REGISTER of another device, #6 its 401, #7 its retry, #8 its
/// 403; #9 an OPTIONS, and #10 the same octets again.
void tst_CompareCli::initTestCase()
{
    Capture capture;
    const QByteArray credentials
        = "Authorization: Digest username=\"u\",realm=\"3402000000\",nonce=\"n\",uri=\"sip:a\","
          "response=\"00000000000000000000000000000000\"\r\n";
    const QByteArray challenge = "WWW-Authenticate: Digest realm=\"3402000000\",nonce=\"n\"\r\n";
    const auto login = [&](const char *device, const QByteArray &callId, const QByteArray &status) {
        capture.say(registration(device, callId, 1));
        capture.say(answer(registration(device, callId, 1), "401 Unauthorized", challenge), true);
        capture.say(registration(device, callId, 2, credentials));
        capture.say(answer(registration(device, callId, 2), status), true);
    };
    login("34020000001320000001", "one", "200 OK");
    login("34020000001320000002", "two", "403 Forbidden");
    for (int copy = 0; copy < 2; ++copy)
        capture.say(request("OPTIONS", "three"));
    m_capture = m_folder.filePath(QStringLiteral("a.pcap"));
    QFile file(m_capture);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(capture.octets());
}

void tst_CompareCli::twoMessages()
{
    const Run compared = cli("1 3");
    QVERIFY2(compared.status == 5, compared.err.constData());
    QCOMPARE(compared.err, QByteArray());
    const QJsonObject all = compared.json();
    QCOMPARE(numbers(all), (QList<int>{1, 3}));
    const QJsonObject first = all[u"messages"].toArray().first().toObject();
    QCOMPARE(first[u"from"], QStringLiteral("10.0.0.2:5060"));
    QCOMPARE(first[u"to"], QStringLiteral("10.0.0.1:5060"));
    QCOMPARE(first[u"device"], QStringLiteral("34020000001320000001"));
    QVERIFY(first[u"label"].toString().contains(u"REGISTER"));
    QVERIFY(first[u"octets"].toInt() > 200);
    QCOMPARE(all[u"equal"], false);
    QCOMPARE(all[u"differences"], 1);
    QVERIFY(all[u"differences_of_each_message"].toInt() >= 2); // branch, CSeq
    const QJsonArray parts = all[u"parts"].toArray();
    const QJsonObject credentials = part(parts, QStringLiteral("Authorization"));
    QCOMPARE(credentials[u"change"], QStringLiteral("added"));
    QVERIFY(credentials[u"values"].toArray().at(0).isNull());
    QVERIFY(credentials[u"values"].toArray().at(1).toString().startsWith(u"Digest username"));
    const QJsonObject branch = part(part(parts, QStringLiteral("Via"))[u"parts"].toArray(), QStringLiteral("branch"));
    QCOMPARE(branch[u"differs_in_each_message"], true);
    QVERIFY(part(parts, QStringLiteral("Expires")).isEmpty()); // it is the same
}

void tst_CompareCli::fourMessages()
{
    const QJsonObject all = cli("1 3 5 7").json();
    QCOMPARE(numbers(all), (QList<int>{1, 3, 5, 7}));
    QCOMPARE(part(all[u"parts"].toArray(), QStringLiteral("Authorization"))[u"values"].toArray().size(), 4);
}

/// What is new in each message is no difference: a script can rely on the exit status.
void tst_CompareCli::theSame()
{
    const Run copies = cli("9 10");
    QCOMPARE(copies.status, 0);
    QCOMPARE(copies.json()[u"equal"], true);
    QVERIFY(copies.json()[u"parts"].toArray().isEmpty());
    const Run twice = run(
        QStringLiteral(GBSCOPE_CLI), {QStringLiteral("compare"), m_capture, QStringLiteral("1"), QStringLiteral("5")});
    QCOMPARE(twice.status, 5); // another device
}

void tst_CompareCli::everyPart()
{
    const QJsonArray parts = cli("1 3 --all").json()[u"parts"].toArray();
    QCOMPARE(part(parts, QStringLiteral("Expires"))[u"change"], QStringLiteral("same"));
}

void tst_CompareCli::presets_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QList<int>>("compared"); ///< empty: there is none
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const QList<int> &compared, const char *says = "") {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << compared << QByteArray(says);
    };
    row("1 --with retry", {1, 3});
    row("4 --with retry", {1, 3});
    row("9 --with retry", {}, "there is no retry of message #9");
    row("3 --with other-device", {7, 3});
    row("8 --with other-device", {4, 8});
    row("8 --with last-good", {}, "whose request succeeded");
    row("10 --with previous", {9, 10});
    row("9 --with previous", {}, "before it in the same direction");
}

void tst_CompareCli::presets()
{
    QFETCH(const QString, arguments);
    QFETCH(const QList<int>, compared);
    QFETCH(const QByteArray, says);
    const Run one = cli(arguments.split(u' '));
    QVERIFY2(one.err.contains(says), one.err.constData());
    QCOMPARE(numbers(one.json()), compared);
    QCOMPARE(one.status == 1, compared.isEmpty());
}

void tst_CompareCli::asText()
{
    const Run text = cli("1 3 --text");
    QCOMPARE(text.status, 5);
    QVERIFY2(text.out.contains("1  #1 REGISTER"), text.out.constData());
    QVERIFY(text.out.contains("1 difference. "));
    QVERIFY(text.out.contains("Authorization: + added\n    1  -\n    2  Digest username"));
    QVERIFY(!text.out.contains("branch:"));
    QVERIFY(!text.out.contains("Expires"));
    const Run all = cli("1 3 --text --all");
    QVERIFY2(all.out.contains("branch: \xe2\x89\xa0 changed"), all.out.constData());
    QVERIFY(all.out.contains("Expires\n    1  3600\n    2  3600\n"));
    QVERIFY(cli("9 10 --text").out.contains("equal, byte by byte"));
}

void tst_CompareCli::inChinese()
{
    const QByteArray out = cli("1 3 --text --language zh_CN").out;
    QVERIFY2(out.contains("Authorization") && !out.contains("added") && !out.contains("difference"), out.constData());
}

void tst_CompareCli::wrongArguments_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *arguments, const char *says) {
        QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(says);
    };
    row("1", "compare takes 2 to 4 messages");
    row("1 2 3 4 5", "compare takes 2 to 4 messages");
    row("1 1", "each message once");
    row("1 2 FILE", "numbers of messages: FILE");
    row("1 0", "numbers of messages: 0");
    row("1 -2", "");
    row("1 2 --with retry", "--with is of one message");
    row("1 99999999999999999999", "numbers of messages");
}

void tst_CompareCli::wrongArguments()
{
    QFETCH(const QString, arguments);
    QFETCH(const QByteArray, says);
    const Run one = cli(arguments.split(u' '));
    QCOMPARE(one.status, 2);
    QVERIFY2(one.err.contains(says), one.err.constData());
    QVERIFY(one.err.contains("gbscope-cli compare FILE"));
    QCOMPARE(one.out, QByteArray());
}

void tst_CompareCli::whatIsNotThere()
{
    const Run none = cli("1 11");
    QCOMPARE(none.status, 1);
    QVERIFY2(none.err.contains("there is no message #11; the last one is #10"), none.err.constData());
    const Run file = run(QStringLiteral(GBSCOPE_CLI),
        {QStringLiteral("compare"), m_folder.filePath(QStringLiteral("none")), QStringLiteral("1"),
            QStringLiteral("2")});
    QCOMPARE(file.status, 1);
    QCOMPARE(file.out, QByteArray());
    QVERIFY(file.err.contains("none: "));
}

/// What can be read is compared, and the status says that it was not all.
void tst_CompareCli::aBrokenFile()
{
    QFile whole(m_capture);
    QVERIFY(whole.open(QIODevice::ReadOnly));
    const QString cut = m_folder.filePath(QStringLiteral("cut.pcap"));
    QFile file(cut);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(whole.readAll().chopped(10));
    file.close();
    const Run one = run(
        QStringLiteral(GBSCOPE_CLI), {QStringLiteral("compare"), cut, QStringLiteral("1"), QStringLiteral("3")});
    QCOMPARE(one.status, 1);
    QCOMPARE(one.json()[u"differences"], 1);
    QVERIFY2(one.err.contains("what could be read is compared"), one.err.constData());
}

void tst_CompareCli::hostileTextIsEscaped()
{
    Capture capture;
    SipText one = request("OPTIONS", "four"), other = request("OPTIONS", "four", 2);
    one.extra = "X-Odd\x1b[2J: a\x1b[31m\xe2\x80\xae\r\n";
    other.extra = "X-Odd\x1b[2J: b\x1b[31m\r\n";
    capture.say(one);
    capture.say(other);
    const QString path = m_folder.filePath(QStringLiteral("odd.pcap"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(capture.octets());
    file.close();
    for (const char *const how : {"--text", "--all"}) {
        const Run run = gb::test::run(QStringLiteral(GBSCOPE_CLI),
            {QStringLiteral("compare"), path, QStringLiteral("1"), QStringLiteral("2"), QString::fromLatin1(how)});
        QCOMPARE(run.status, 5);
        QVERIFY(!run.out.contains('\x1b') && !run.out.contains("\xe2\x80\xae"));
    }
}

QTEST_GUILESS_MAIN(tst_CompareCli)
#include "tst_comparecli.moc"
