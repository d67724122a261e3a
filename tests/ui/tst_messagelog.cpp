#include "core/ladder/messagelog.h"

#include <QtTest>

using namespace gb;

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
    void everyMessageComesBackAsItWent_data();
    void everyMessageComesBackAsItWent();
    void theFinalAnswer_data();
    void theFinalAnswer();
    void problems();
    void repeatsAndFaultsAreForgottenWithTheirMessages();
    void daysOfRepeats();
    void afterClearingThereIsNothingOdd();
    void placesGoRound();

private:
    static constexpr quint32 allFaults = (1U << static_cast<unsigned>(HeadFault::Count)) - 1;

    /// A first copy, a second later than the one of the number before, which a copy names.
    static MessageSummary heartbeat(quint64 number)
    {
        MessageSummary m = message(number, QStringLiteral("MESSAGE"), QStringLiteral("Keepalive"));
        m.at = TimePoint(std::chrono::seconds(1'772'445'600 + number));
        m.kind = SipKind::Request;
        m.method = SipMethod::Message;
        m.from = {QHostAddress(QStringLiteral("192.168.2.1")), 5060};
        m.to = {QHostAddress(QStringLiteral("192.168.1.15")), 5060};
        m.octets = 512;
        m.sn = static_cast<qint64>(number);
        m.device = QStringLiteral("34020000001320000001");
        m.callId = QStringLiteral("beat%1@camera").arg(number);
        return m;
    }
    static MessageSummary repeated(MessageSummary m, const CopyInfo &copy)
    {
        m.repeatOf = m.number - 1;
        m.copy = copy;
        m.copy.came = std::chrono::seconds(1);
        return m;
    }
    static MessageSummary faulty(MessageSummary m, quint32 faults = 1U << static_cast<unsigned>(HeadFault::BodyShort))
    {
        m.faults = faults;
        return m;
    }
    static MessageSummary answer(const MessageSummary &request, quint64 number, quint16 status)
    {
        MessageSummary m = heartbeat(number);
        m.kind = SipKind::Response;
        m.status = status;
        m.answers = request.number;
        m.command.clear();
        m.sn.reset();
        std::swap(m.from, m.to);
        return m;
    }
    /// By turns an ordinary one, a copy, one with faults, and a copy with faults.
    static MessageSummary mixed(quint64 number)
    {
        MessageSummary m = heartbeat(number);
        if (number % 4 == 1 || number % 4 == 3)
            m = repeated(m,
                {.kind = RepeatKind::Retransmission,
                    .timer = SipTimer::E,
                    .copy = static_cast<quint16>(2 + number % 100),
                    .due = Duration(2 * (number % 1'000'000))});
        return number % 4 >= 2 ? faulty(m, 1 + static_cast<quint32>(number) % allFaults) : m;
    }
    static void compare(const MessageSummary &is, const MessageSummary &was)
    {
        QCOMPARE(is.number, was.number);
        QVERIFY(is.at == was.at && is.from == was.from && is.to == was.to && is.transport == was.transport
            && is.direction == was.direction);
        QVERIFY(is.kind == was.kind && is.method == was.method && is.authorized == was.authorized
            && is.status == was.status && is.octets == was.octets);
        QCOMPARE(is.faults, was.faults);
        QCOMPARE(is.repeatOf, was.repeatOf);
        QVERIFY(is.copy.kind == was.copy.kind && is.copy.timer == was.copy.timer
            && is.copy.offSchedule == was.copy.offSchedule);
        QCOMPARE(is.copy.copy, was.copy.copy);
        QCOMPARE(is.copy.due.count(), was.copy.due.count());
        QCOMPARE(is.copy.came.count(), was.copy.came.count());
        QVERIFY(is.answers == was.answers && is.methodText == was.methodText && is.command == was.command
            && is.sn == was.sn && is.device == was.device && is.callId == was.callId);
    }
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
    for (const int size : {1, 3, 126, 1022, 1023, 30'000, 65'533, 65'534}) { // with their length of 2 octets some end
                                                                             // where a block of 131,072 does
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
    messages << message(words + 1, QStringLiteral("M100"), QStringLiteral("Keepalive"))
             << message(words + 2, QStringLiteral("M1"), QStringLiteral("M59000"));
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
    for (const qint64 sn : {qint64(0), qint64(17), qint64(4'294'967'295), qint64(4'294'967'296), qint64(-1),
             std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
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
    m.copy = {.kind = RepeatKind::Retransmission,
        .timer = SipTimer::E,
        .copy = 126,
        .due = std::chrono::milliseconds(31'500)};
    QCOMPARE(last().copy.copy, quint16(126));
    QCOMPARE(last().copy.due, m.copy.due);
    m.copy.copy = 40'000;
    QCOMPARE(last().copy.copy, quint16(OddMessage::manyCopies));
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

void tst_MessageLog::everyMessageComesBackAsItWent_data()
{
    QTest::addColumn<MessageSummary>("sent");
    const MessageSummary ordinary = heartbeat(7);
    MessageSummary tcp = ordinary;
    tcp.transport = TransportKind::Tcp;
    tcp.direction = Direction::Out;
    tcp.authorized = true;
    MessageSummary octets = ordinary;
    octets.kind = SipKind::NotSip;
    const CopyInfo byTimer{.kind = RepeatKind::Retransmission,
        .timer = SipTimer::E,
        .copy = 11,
        .due = std::chrono::microseconds(31'500'002)};
    const CopyInfo byLast{.kind = RepeatKind::Retransmission,
        .timer = SipTimer::M,
        .copy = 127,
        .due = std::chrono::microseconds(33'554'430),
        .offSchedule = true};
    QTest::newRow("ordinary") << ordinary;
    QTest::newRow("over TCP") << tcp;
    QTest::newRow("not SIP") << octets;
    QTest::newRow("answer") << answer(heartbeat(6), 7, 403);
    QTest::newRow("repeated") << repeated(ordinary, byTimer);
    QTest::newRow("repeated off the schedule") << repeated(ordinary, byLast);
    QTest::newRow("repeated answer") << repeated(answer(heartbeat(2), 7, 200), {.kind = RepeatKind::Echo, .copy = 2});
    QTest::newRow("repeated by TCP") << repeated(tcp, {.kind = RepeatKind::TcpRepeat});
    QTest::newRow("repeated over TCP") << repeated(
        tcp, {.kind = RepeatKind::Retransmission, .copy = 3, .offSchedule = true});
    QTest::newRow("doubled") << repeated(ordinary, {.kind = RepeatKind::Duplicate});
    QTest::newRow("a hop further") << repeated(ordinary, {.kind = RepeatKind::ProxyCopy});
    QTest::newRow("faulty") << faulty(ordinary);
    QTest::newRow("all faults") << faulty(tcp, allFaults);
    QTest::newRow("repeated and faulty") << repeated(faulty(ordinary, allFaults), byLast);
}

void tst_MessageLog::everyMessageComesBackAsItWent()
{
    QFETCH(const MessageSummary, sent);
    MessageLog log;
    log.append({heartbeat(1), heartbeat(2), faulty(heartbeat(6))});
    log.append({sent, mixed(9), mixed(10), mixed(11), mixed(12)});
    const qsizetype row = log.rowOf(7);
    compare(log.at(row), sent);
    const LogEntry &entry = log.entry(row);
    QCOMPARE(entry.isRepeat(), sent.repeatOf != 0);
    QCOMPARE(entry.hasFaults(), sent.faults != 0);
    QCOMPARE(log.repeatOf(entry), static_cast<quint32>(sent.repeatOf));
    QCOMPARE(log.faults(entry), sent.faults);
    QVERIFY(log.copyInfo(entry) == sent.copy);
}

void tst_MessageLog::theFinalAnswer_data()
{
    QTest::addColumn<MessageSummary>("request");
    QTest::addColumn<quint32>("final");
    QTest::newRow("ordinary") << heartbeat(2) << 3U;
    QTest::newRow("faulty") << faulty(heartbeat(2), allFaults) << 3U;
    const CopyInfo copy{
        .kind = RepeatKind::Retransmission, .timer = SipTimer::E, .copy = 2, .due = std::chrono::milliseconds(500)};
    QTest::newRow("repeated") << repeated(heartbeat(2), copy) << 0U; // an answer is one to the first copy
    QTest::newRow("repeated and faulty") << repeated(faulty(heartbeat(2)), copy) << 0U;
}

void tst_MessageLog::theFinalAnswer()
{
    QFETCH(const MessageSummary, request);
    QFETCH(const quint32, final);
    MessageLog log;
    log.append({heartbeat(1), request, faulty(heartbeat(3))});
    QCOMPARE(log.finalAnswer(log.entry(1)), 0U);
    log.append({answer(request, 4, 100)});
    QCOMPARE(log.finalAnswer(log.entry(1)), 0U);
    log.append({answer(request, 5, 200), repeated(answer(request, 6, 200), {.kind = RepeatKind::Echo, .copy = 2})});
    QCOMPARE(log.entry(1).firstAnswer(), 2U);
    QCOMPARE(log.finalAnswer(log.entry(1)), final);
    compare(log.at(1), request); // nothing else of it is another one now
    compare(log.at(2), faulty(heartbeat(3)));
    for (const qsizetype row : {0, 2, 3, 4, 5})
        QCOMPARE(log.finalAnswer(log.entry(row)), 0U);
    QCOMPARE(log.latency(log.entry(4)), std::optional<Duration>(std::chrono::seconds(3)));
}

void tst_MessageLog::problems()
{
    MessageSummary tcp = heartbeat(2);
    tcp.transport = TransportKind::Tcp;
    const auto isProblem = [](const MessageSummary &m) {
        MessageLog log;
        log.append({m});
        return log.entry(0).isProblem();
    };
    const CopyInfo retransmission{.kind = RepeatKind::Retransmission, .copy = 2, .offSchedule = true};
    QVERIFY(!isProblem(heartbeat(2)));
    QVERIFY(isProblem(faulty(heartbeat(2))));
    QVERIFY(!isProblem(repeated(heartbeat(2), retransmission)));
    QVERIFY(isProblem(repeated(tcp, retransmission)));
    QVERIFY(!isProblem(repeated(tcp, {.kind = RepeatKind::Retransmission, .copy = 2}))); // a 2xx to INVITE may be
    QVERIFY(!isProblem(repeated(tcp, {.kind = RepeatKind::TcpRepeat})));
    QVERIFY(isProblem(repeated(faulty(heartbeat(2)), {.kind = RepeatKind::Duplicate})));
}

void tst_MessageLog::repeatsAndFaultsAreForgottenWithTheirMessages()
{
    MessageLog log;
    log.setCapacity(3000);
    for (quint64 number = 3; number <= 20'000; number += 50) {
        QList<MessageSummary> batch;
        for (quint64 i = number; i < number + 50; ++i)
            batch << mixed(i);
        log.append(batch);
    }
    QVERIFY(log.count() <= 3000);
    for (qsizetype row = 0; row < log.count(); ++row) {
        MessageSummary was = mixed(log.entry(row).number);
        if (row == 0)
            was.copy.came = {}; // its first copy is forgotten
        compare(log.at(row), was);
    }
    log.setCapacity(1);
    QCOMPARE(log.count(), qsizetype(1));
    QCOMPARE(log.faults(log.entry(0)), mixed(20'002).faults);
    log.append({heartbeat(20'003)}); // now none is odd
    QCOMPARE(log.count(), qsizetype(1));
    compare(log.at(0), heartbeat(20'003));
    log.append({mixed(20'006)});
    compare(log.at(0), mixed(20'006));
}

/// A log that is full of repeats only, with faults: what they take does not grow, however many there have been.
void tst_MessageLog::daysOfRepeats()
{
    constexpr qsizetype capacity = 4000, batch = 500;
    MessageLog log;
    log.setCapacity(capacity);
    QList<MessageSummary> messages;
    for (quint64 number = 2; number < 2 + batch; ++number)
        messages << repeated(
            faulty(heartbeat(number)), {.kind = RepeatKind::Retransmission, .timer = SipTimer::E, .copy = 2});
    std::size_t most = 0;
    for (int round = 0; round < 400; ++round) {
        log.append(messages);
        most = std::max(most, log.entryMemory());
        for (MessageSummary &m : messages) {
            m.number += batch;
            m.repeatOf += batch;
            m.at += std::chrono::seconds(batch);
        }
    }
    QCOMPARE(log.forgotten() + static_cast<quint64>(log.count()), quint64{400} * batch);
    const std::size_t chunks = (8192 * sizeof(LogEntry)) * 2 + OddMessages::chunkSize * sizeof(OddMessage) * 2
        + 64 * sizeof(void *); // that are begun and not full
    QVERIFY2(most <= (capacity + batch) * (sizeof(LogEntry) + sizeof(OddMessage)) + chunks,
        qPrintable(QString::number(most)));
    for (qsizetype row = 0; row < log.count(); ++row)
        QCOMPARE(log.repeatOf(log.entry(row)) + 1, static_cast<quint32>(log.entry(row).number));
}

void tst_MessageLog::afterClearingThereIsNothingOdd()
{
    MessageLog log;
    QList<MessageSummary> messages;
    for (quint64 number = 1; number <= 10'000; ++number)
        messages << mixed(number);
    log.append(messages);
    QVERIFY(log.entryMemory() > 10'000 * sizeof(LogEntry) + 7'500 * sizeof(OddMessage));
    log.clear();
    QCOMPARE(log.entryMemory(), std::size_t{0});
    log.append({heartbeat(1), mixed(2), mixed(3)});
    compare(log.at(0), heartbeat(1));
    compare(log.at(1), mixed(2));
    compare(log.at(2), mixed(3));
}

/// Of a place there are 24 bits.
void tst_MessageLog::placesGoRound()
{
    OddMessages odd;
    constexpr quint32 kept = 3000, late = 100, all = OddMessages::places + 10'000;
    std::vector<quint32> places(kept); // of the last ones
    std::size_t most = 0;
    bool found = true;
    for (quint32 i = 0; i < all; ++i) {
        if (i >= kept && i % late == 0)
            odd.forgetAhead(places[i % kept]);
        OddMessage message;
        message.repeatOf = i;
        places[i % kept] = odd.add(message);
        found = found && places[i % kept] < OddMessages::places && odd[places[i % kept]].repeatOf == i
            && (i < kept || odd[places[(i + 1) % kept]].repeatOf == i + 1 - kept);
        most = std::max(most, odd.memory());
    }
    QVERIFY(found);
    QVERIFY(most <= (kept + late + 2 * OddMessages::chunkSize) * sizeof(OddMessage) + 64 * sizeof(void *));
}

QTEST_GUILESS_MAIN(tst_MessageLog)
#include "tst_messagelog.moc"
