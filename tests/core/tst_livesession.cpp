#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QUdpSocket>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

class tst_LiveSession : public QObject
{
    Q_OBJECT
private slots:
    void wishesAreCarriedOutInTheirOrder();
    void aRecordIsReadByTheSameInterface();
    void whatIsNoWishOfTheKindIsLeft();
    void anEmptyRecordOfItsOwnIsRemoved();
    void theLimitsHoldWhileItRuns();
    void handlersEndWithTheirContext();
};

static ServerConfig server()
{
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = 0;
    config.password = QStringLiteral("12345678");
    return config;
}

/// From one thread to the other and back: what was asked for first is done, and told, first.
void tst_LiveSession::wishesAreCarriedOutInTheirOrder()
{
    LiveSession session(LiveOptions{});
    QList<qint64> intervals;
    connect(&session, &Session::batch, this, [&](const BatchPtr &batch) {
        for (const Event &event : batch->events) {
            if (const auto *change = std::get_if<PolicyChange>(&event))
                intervals.append(change->policy.interval.count());
        }
    });
    QList<std::size_t> kinds;
    connect(&session, &Session::told, this, [&](const Outcome &outcome) { kinds.append(outcome.index()); });
    Outcomes<outcome::Flushed> flushed(session);
    QList<qint64> wanted;
    for (int i = 1; i <= 200; ++i) {
        session.send(wish::SetPolicy{{.interval = std::chrono::seconds(i), .timeoutCount = 3}});
        wanted.append(i);
    }
    session.send(wish::Listen{server()});
    session.send(wish::ReadConfig{QStringLiteral("34020000001320000001")});
    session.send(wish::Read{7});
    session.send(wish::StopListening{});
    session.send(wish::Flush{});
    QVERIFY(flushed.wait());
    QCOMPARE(intervals, wanted);
    const QList<Outcome> inOrder{
        outcome::Listening{}, ConfigReport{}, outcome::MessageRead{}, outcome::StoppedListening{}, outcome::Flushed{}};
    QCOMPARE(kinds.size(), inOrder.size());
    for (qsizetype i = 0; i < kinds.size(); ++i)
        QCOMPARE(kinds.at(i), inOrder.at(i).index());
    QCOMPARE(session.ownPasswords(), QList<QByteArray>{"12345678"});
}

/// What one session recorded another one reads, and both say it in the same words.
void tst_LiveSession::aRecordIsReadByTheSameInterface()
{
    QTemporaryDir folder;
    const QByteArray octets = "OPTIONS sip:34020000002000000001@3402000000 SIP/2.0\r\nVia: SIP/2.0/UDP "
                              "127.0.0.1:9;branch=z9hG4bK1\r\nFrom: <sip:1@h>;tag=a\r\nTo: <sip:2@h>\r\nCall-ID: "
                              "x\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
    const auto texts = [](Session &session) {
        QList<QByteArray> all;
        Outcomes<outcome::MessageRead> read(session);
        for (quint64 number = 1; number <= session.places()->count(); ++number)
            session.send(wish::Read{number});
        while (static_cast<quint64>(read.size()) < session.places()->count() && read.wait()) { }
        for (const outcome::MessageRead &one : std::as_const(read))
            all.append(one.datagram.octets);
        return all;
    };
    QList<QByteArray> live;
    QString file;
    {
        LiveSession session(LiveOptions{}, folder.path(), folder.filePath(QStringLiteral("a.pcapng")));
        Outcomes<outcome::Listening> listening(session);
        session.send(wish::Listen{server()});
        QVERIFY(listening.wait());
        QUdpSocket phone;
        phone.writeDatagram(octets, QHostAddress(QHostAddress::LocalHost), listening.constFirst().endpoint.port);
        QTRY_COMPARE(session.places()->count(), 2U); // and its answer
        Outcomes<outcome::Flushed> flushed(session);
        session.send(wish::Flush{});
        QVERIFY(flushed.wait());
        live = texts(session);
        file = session.file();
    }
    FileSession session({file}, {});
    Outcomes<outcome::Loaded> loaded(session);
    session.send(wish::Load{});
    QVERIFY(loaded.wait());
    QCOMPARE(loaded.constFirst().error, QString());
    QCOMPARE(live.size(), 2);
    QCOMPARE(live.constFirst(), octets);
    QCOMPARE(texts(session), live);
}

void tst_LiveSession::whatIsNoWishOfTheKindIsLeft()
{
    LiveSession live(LiveOptions{});
    FileSession file({QStringLiteral("/nowhere")}, {});
    QVERIFY(live.isLive() && !file.isLive());
    QList<Outcome> told;
    for (Session *session : {static_cast<Session *>(&live), static_cast<Session *>(&file)})
        connect(session, &Session::told, this, [&](const Outcome &outcome) { told.append(outcome); });
    live.send(wish::Load{});
    live.send(wish::CancelLoad{});
    file.send(wish::Listen{server()});
    file.send(wish::AnswerAgain{});
    live.send(wish::Flush{});
    file.send(wish::Load{});
    QTRY_COMPARE(told.size(), 2);
    QVERIFY(std::any_of(told.begin(), told.end(), [](const Outcome &one) {
        const auto *loaded = std::get_if<outcome::Loaded>(&one);
        return loaded && !loaded->error.isEmpty();
    }));
}

void tst_LiveSession::anEmptyRecordOfItsOwnIsRemoved()
{
    QTemporaryDir folder;
    QString file;
    {
        LiveSession session(LiveOptions{}, folder.path(), {});
        Outcomes<outcome::Recording> recording(session);
        QVERIFY(recording.wait());
        QCOMPARE(recording.constFirst().instead, QString());
        file = recording.constFirst().path;
        QCOMPARE(session.files(), QStringList{file});
        QVERIFY(QFile::exists(file));
    }
    QVERIFY(!QFile::exists(file));
}

/// A record that is longer than the limit loses its oldest part, and the session says so.
void tst_LiveSession::theLimitsHoldWhileItRuns()
{
    QTemporaryDir folder;
    LiveSession session(LiveOptions{.keep = {.megabytes = 1}}, folder.path(), {});
    Outcomes<outcome::RecordCut> cut(session);
    Outcomes<outcome::Listening> listening(session);
    session.send(wish::Listen{server()});
    QVERIFY(listening.wait());
    QUdpSocket phone;
    const QByteArray text = "OPTIONS sip:34020000002000000001@3402000000 SIP/2.0\r\nX: " + QByteArray(1200, 'x');
    for (int i = 0; i < 200 && cut.isEmpty(); ++i) {
        const quint64 before = session.places()->count();
        for (int one = 0; one < 100; ++one)
            phone.writeDatagram(text, QHostAddress(QHostAddress::LocalHost), listening.constFirst().endpoint.port);
        QTRY_VERIFY(session.places()->count() > before);
    }
    QTRY_VERIFY(!cut.isEmpty());
    const quint64 upTo = cut.constLast().upTo;
    QVERIFY(upTo > 0 && upTo < session.places()->count());
    qint64 octets = 0;
    for (const QFileInfo &one : QDir(folder.path()).entryInfoList({QStringLiteral("*.pcapng")}))
        octets += one.size();
    constexpr qint64 limit = 1024 * 1024;
    QVERIFY2(octets > limit / 2 && octets < limit * 5 / 4, qPrintable(QString::number(octets)));
    const QStringList files = session.files();
    QVERIFY(!files.isEmpty());
    for (const QString &one : files)
        QVERIFY2(QFile::exists(one), qPrintable(one));
    QCOMPARE(session.file(), files.constFirst());
    Outcomes<outcome::MessageRead> read(session);
    session.send(wish::Read{upTo});
    session.send(wish::Read{upTo + 1});
    while (read.size() < 2 && read.wait()) { }
    QCOMPARE(read.size(), 2);
    QVERIFY(read.at(0).datagram.octets.isEmpty() && !read.at(1).datagram.octets.isEmpty());
}

void tst_LiveSession::handlersEndWithTheirContext()
{
    LiveSession session(LiveOptions{});
    int calls = 0;
    {
        QObject context;
        session.when<outcome::Flushed>(&context, [&](const outcome::Flushed &) { ++calls; });
        emit session.told(outcome::Flushed{});
        emit session.told(outcome::StoppedListening{});
    }
    emit session.told(outcome::Flushed{});
    QCOMPARE(calls, 1);
}

QTEST_GUILESS_MAIN(tst_LiveSession)
#include "tst_livesession.moc"
