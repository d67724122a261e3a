#include "ui/flow/messagelog.h"

#include <QtTest>

using namespace gb;
using namespace gb::ui;

/// The window's index: texts kept once, and words in 16 bits.
class tst_MessageLog : public QObject
{
    Q_OBJECT
private slots:
    void textsOverTheEndOfABlock();
    void theLongestText();
    void manyTexts();
    void wordsWithoutEnd();
    void wordsAreOnesOfTheirOwnAfterDropping();
    void numbersThatNeedMoreRoom();
    void aLongSnIsForgottenWithItsMessage();

private:
    static MessageSummary message(quint64 number, const QString &method, const QString &command = {})
    {
        MessageSummary m;
        m.number = number;
        m.methodText = method;
        m.command = command;
        return m;
    }
};

void tst_MessageLog::textsOverTheEndOfABlock()
{
    for (const int size : {1, 3, 126, 1022, 1023, 30'000, 65'533, 65'534}) { // with their length of 2 octets some end where a block of 131,072 does
        TextTable table;
        std::vector<std::string> texts;
        for (int i = 0; i < 400'000 / size + 3 && i < 70'000; ++i) {
            std::string text(static_cast<std::size_t>(size), static_cast<char>('a' + i % 26));
            const std::string number = std::to_string(i);
            text.replace(0, std::min(number.size(), text.size()), number, 0, text.size());
            texts.push_back(text);
            table.intern(text);
        }
        for (const std::string &text : texts) {
            const quint32 count = table.count();
            const quint32 index = table.intern(text);
            QCOMPARE(table.count(), count); // it was there
            QVERIFY(table.view(index) == text);
        }
    }
}

void tst_MessageLog::theLongestText()
{
    TextTable table;
    const std::string longest(TextTable::maxText, 'x');
    const quint32 index = table.intern(longest);
    QVERIFY(table.view(index) == longest);
    QCOMPARE(table.intern(longest + "y"), index); // what is longer is cut
    QVERIFY(table.intern(std::string(TextTable::maxText - 1, 'x')) != index);
    QCOMPARE(table.octets(), 2 * TextTable::maxText - 1);
    QCOMPARE(table.text(table.intern(QString())), QString());
    QCOMPARE(table.intern(std::string_view()), 0U);
}

void tst_MessageLog::manyTexts()
{
    TextTable table;
    constexpr quint32 many = 300'000;
    const auto text = [](quint32 i) { return "call-" + std::to_string(i * 2'654'435'761U) + "@192.168.1.64"; };
    for (quint32 i = 1; i <= many; ++i)
        QCOMPARE(table.intern(text(i)), i);
    for (quint32 i = 1; i <= many; ++i) {
        QVERIFY(table.view(i) == text(i));
        QCOMPARE(table.intern(text(i)), i);
    }
    QVERIFY(table.memory() < table.octets() + many * 24);
    table.clear();
    QCOMPARE(table.octets(), 0U);
    QCOMPARE(table.intern(text(7)), 1U);
}

/// Those that were there ahead of the flood keep their names.
void tst_MessageLog::wordsWithoutEnd()
{
    MessageLog log;
    QList<MessageSummary> messages;
    constexpr quint64 words = 70'000;
    for (quint64 i = 1; i <= words; ++i)
        messages << message(i, QStringLiteral("M%1").arg(i));
    messages << message(words + 1, QStringLiteral("M100"), QStringLiteral("Keepalive")) << message(words + 2, QStringLiteral("M1"), QStringLiteral("M59000"));
    log.append(messages);
    QCOMPARE(log.count(), qsizetype(words + 2));
    const auto method = [&](quint64 number) { return log.method(log.entry(log.rowOf(number))); };
    QCOMPARE(method(1), QStringLiteral("M1"));
    QCOMPARE(method(3'999), QStringLiteral("M3999"));
    QCOMPARE(method(4'001), QStringLiteral("\u2026"));
    QCOMPARE(method(words), QStringLiteral("\u2026"));
    QCOMPARE(method(words + 1), QStringLiteral("M100"));
    QCOMPARE(log.command(log.entry(log.rowOf(words + 1))), QStringLiteral("\u2026"));
    QCOMPARE(method(words + 2), QStringLiteral("M1"));
    QCOMPARE(log.command(log.entry(log.rowOf(words + 2))), QStringLiteral("\u2026"));
}

void tst_MessageLog::wordsAreOnesOfTheirOwnAfterDropping()
{
    MessageLog log;
    log.setCapacity(1000);
    for (quint64 i = 1; i <= 20'000; ++i)
        log.append({message(i, QStringLiteral("M%1").arg(i), QStringLiteral("C%1").arg(i % 5))});
    QVERIFY(log.count() <= 1000);
    for (qsizetype row = 0; row < log.count(); ++row) {
        QCOMPARE(log.method(log.entry(row)), QStringLiteral("M%1").arg(log.entry(row).number));
        QCOMPARE(log.command(log.entry(row)), QStringLiteral("C%1").arg(log.entry(row).number % 5));
    }
}

void tst_MessageLog::numbersThatNeedMoreRoom()
{
    MessageLog log;
    MessageSummary m = message(30'000'000, QStringLiteral("MESSAGE"), QStringLiteral("Keepalive"));
    m.kind = SipKind::Request;
    const auto logged = [&log, &m](std::optional<qint64> sn) {
        ++m.number;
        m.sn = sn;
        log.append({m});
        return log.at(log.count() - 1).sn;
    };
    for (const qint64 sn : {qint64(0), qint64(17), qint64(4'294'967'295), qint64(4'294'967'296), qint64(-1), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        QCOMPARE(logged(sn), sn);
    QVERIFY(!logged(std::nullopt));

    const auto last = [&log, &m] {
        ++m.number;
        log.append({m});
        return log.at(log.count() - 1);
    };
    m.at = TimePoint(std::chrono::seconds(4'102'444'800)); // the year 2100
    QCOMPARE(last().at, m.at);
    m.at = TimePoint(std::chrono::seconds(-5));
    QCOMPARE(last().at, TimePoint{});
    m.octets = 70'000;
    QCOMPARE(last().octets, 65'535U);

    m.kind = SipKind::Response;
    m.answers = m.number - 3;
    QCOMPARE(last().answers, m.answers);
    m.answers = m.number + 1 - 16'777'215;
    QCOMPARE(last().answers, m.answers);
    m.answers = 2; // further away than a log is long
    QCOMPARE(last().answers, 0U);

    m.answers = 0;
    m.repeatOf = m.number - 1;
    m.copy = {.kind = RepeatKind::Retransmission, .timer = SipTimer::E, .copy = 126, .due = std::chrono::milliseconds(31'500)};
    QCOMPARE(last().copy.copy, quint16(126));
    QCOMPARE(last().copy.due, m.copy.due);
    m.copy.copy = 40'000;
    QCOMPARE(last().copy.copy, quint16(LogEntry::manyCopies));
}

void tst_MessageLog::aLongSnIsForgottenWithItsMessage()
{
    MessageLog log;
    log.setCapacity(100);
    for (quint64 number = 1; number <= 1000; ++number) {
        MessageSummary m = message(number, QStringLiteral("MESSAGE"));
        m.sn = (qint64(1) << 40) + static_cast<qint64>(number);
        log.append({m});
    }
    for (qsizetype row = 0; row < log.count(); ++row)
        QCOMPARE(log.sn(log.entry(row)), (qint64(1) << 40) + static_cast<qint64>(log.entry(row).number));
    QVERIFY(log.count() <= 100);
}

QTEST_GUILESS_MAIN(tst_MessageLog)
#include "tst_messagelog.moc"
