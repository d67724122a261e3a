#include "core/message/deviceid.h"
#include "core/report/words/findingwords.h"
#include "tests/support/script.h"

#include <QDir>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Messages of real devices, from public threads: what is found in each, and nothing else.
class tst_FieldCorpus : public QObject
{
    Q_OBJECT
private slots:
    void files_data();
    void files();
    void everyFileHasARow();
    void aCameraThatNobodyAnswers();

private:
    static QString folder() { return QStringLiteral(GBSCOPE_TEST_DATA "/field"); }
    static QByteArrayList messagesOf(const QString &name);
};

/// Heads have CRLF; a body's line ends are those that its Content-Length counts.
QByteArrayList tst_FieldCorpus::messagesOf(const QString &name)
{
    QFile file(folder() + u'/' + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QByteArray text = file.readAll();
    text = text.mid(text.indexOf("-----\n") + 6);
    static const QRegularExpression start(
        QStringLiteral("^(?:[A-Z]+ sips?:\\S+ SIP/2\\.0|SIP/2\\.0 \\d{3} .*|(?:Via|Authorization|Call-ID): .*)$"));
    QByteArrayList messages;
    bool between = true; // behind a blank line: a message may begin
    for (const QByteArray &line : text.split('\n')) {
        const bool begins = start.match(QString::fromLatin1(line.trimmed())).hasMatch();
        if (between && begins)
            messages.append(QByteArray());
        if (!messages.isEmpty())
            messages.last() += line + '\n';
        between = line.trimmed().isEmpty();
    }
    for (QByteArray &one : messages) {
        const qsizetype blank = one.indexOf("\n\n");
        QByteArray head = one.left(blank < 0 ? one.size() : blank + 1),
                   body = blank < 0 ? QByteArray() : one.mid(blank + 2).trimmed();
        head.replace("\r", "").replace("\n", "\r\n");
        static const QRegularExpression length(
            QStringLiteral("Content-Length: *(\\d+)"), QRegularExpression::CaseInsensitiveOption);
        const qsizetype counted = length.match(QString::fromLatin1(head)).captured(1).toInt();
        for (const QByteArray &tried : {body, QByteArray(body + '\n'), QByteArray(body).replace("\n", "\r\n"),
                 QByteArray(QByteArray(body).replace("\n", "\r\n") + "\r\n")}) {
            if (tried.size() == counted) {
                body = tried;
                break;
            }
        }
        one = head + "\r\n" + body;
    }
    return messages;
}

void tst_FieldCorpus::files_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("rules"); ///< in the order of their numbers
    const auto row = [](const char *name, const QStringList &rules) {
        QTest::newRow(name) << QString::fromLatin1(name) + QStringLiteral(".txt") << rules;
    };
    row("001-hikvision-register-401-register-200", {});
    row("002-hikvision-keepalive", {});
    row("005-dahua-register-401-register-200", {QStringLiteral("D28")}); // the source lost a request line
    row("006-dahua-keepalive", {});
    row("007-dahua-catalog-response", {});
    row("008-dahua-deviceinfo-response", {});
    row("009-dahua-devicestatus-response", {});
    row("014-dahua-ivss-register", {QStringLiteral("D28")});                                  // the same
    row("017b-hikvision-keepalive-utf8-srs", {QStringLiteral("D42"), QStringLiteral("D43")}); // the source cut the body
    row("018-hikvision-nvr-catalog-spvmn-domain", {QStringLiteral("D43"), QStringLiteral("D45")}); // and here
    row("019-exosip-ipc-catalog", {QStringLiteral("D42"), QStringLiteral("D43")});                 // and here
    row("021-hikvision-ncg-invite-400-errorinfo", {QStringLiteral("D47")});
    row("023-dahua-keepalive-old-nvr", {});
    row("024-hikvision-catalog-response", {});
    row("026-unknown-keepalive-device-id-type-200", {QStringLiteral("D16")});
}

void tst_FieldCorpus::files()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, rules);
    const QByteArrayList messages = messagesOf(name);
    QVERIFY(!messages.isEmpty());
    Script script;
    script.note(notes::Site{.live = false});
    script.clock.advance(
        std::chrono::sys_days{std::chrono::year{2024} / 5 / 17} + 6h + 24min + 54s - script.clock.now()); // of those
                                                                                                          // that tell a
                                                                                                          // time
    for (const QByteArray &message : messages) {
        const SipHead head = scanHead(view(message));
        const bool response = head.kind == SipKind::Response;
        const bool fromDevice = response
            ? head.method == SipMethod::Invite
            : typeOf(head.from.uri.user) != IdType::Platform || message.contains("Keepalive");
        if (fromDevice && !response && !head.via.host.empty())
            script.device = {
                QHostAddress(QString::fromLatin1(head.via.host.data(), static_cast<qsizetype>(head.via.host.size()))),
                head.via.port.value_or(5060)};
        script.see(message, fromDevice);
        script.wait(30ms);
    }
    script.wait(40s);
    QStringList found;
    QString told;
    for (const Finding &finding : script.analysis.findings().log().all()) {
        found.append(QString::fromLatin1(finding.kind().rule));
        told += found.constLast() + u' ' + wording::finding(finding).title + u'\n';
    }
    found.sort();
    QVERIFY2(found == rules, qPrintable(told));
}

void tst_FieldCorpus::everyFileHasARow()
{
    // 003 is a table of times, below
    QCOMPARE(QDir(folder()).entryList({QStringLiteral("*.txt")}).size(), 16);
}

/// 003: eleven copies of each heartbeat over 32 s, and a new registration when the fifth is due.
void tst_FieldCorpus::aCameraThatNobodyAnswers()
{
    Script script;
    script.login();
    script.wait(5s);
    for (int beat = 0; beat < 4; ++beat) {
        script.send(script.beatRequest(beat + 1));
        const QByteArray text = script.last;
        Duration passed{};
        for (const auto gap : {511ms, 1011ms, 2011ms, 4011ms, 4011ms, 4011ms, 4011ms, 4011ms, 4011ms, 4011ms}) {
            script.wait(gap);
            script.see(text);
            passed += gap;
        }
        script.wait(60s - passed);
    }
    const auto unanswered = script.finding(FindingCode::BeatUnanswered),
               repeated = script.finding(FindingCode::BeatRepeated);
    QVERIFY(unanswered && !unanswered->over && repeated);
    QCOMPARE(unanswered->count, 4U);
    QCOMPARE(repeated->count, 40U);
    QCOMPARE(repeated->a, QStringLiteral("11")); // copies
    QVERIFY(!script.finding(FindingCode::ChallengeIgnored) && !script.finding(FindingCode::RegistersAgain));
}

QTEST_GUILESS_MAIN(tst_FieldCorpus)
#include "tst_fieldcorpus.moc"
