#include "core/net/formparts.h"
#include "core/net/uploadserver.h"
#include "tests/support/events.h"
#include "tests/support/manualclock.h"

#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace std::chrono_literals;

/// Uploads by HTTP: what is taken, and by which status all else is refused.
class tst_UploadServer : public QObject
{
    Q_OBJECT
private slots:
    void reading_data();
    void reading();
    void octetByOctet_data();
    void octetByOctet();
    void severalRequestsInOne();
    void pathsAreRandom();
    void taken_data();
    void taken();
    void refused_data();
    void refused();
    void continueIsSaidFirst();
    void whatWouldBeRefusedIsNotAwaited();
    void whoIsTooSlowIsCut();
    void whoStopsIsCut();
    void whoSaysNothingIsClosed();
    void eachRequestHasItsOwnTime();
    void whoIsRefusedAndStaysIsCut();
    void onlySoManyConnections();
    void allPlacesAreTaken();
    void onlySoManyUploads();
    void onlySoMuchMemory();
    void whoLeavesWithinARequestIsTold();
    void closedIsClosed();
    void forms_data();
    void forms();
    void parameters_data();
    void parameters();
};

using Step = HttpReader::Step;

/// What a reader makes of these octets, which come so many at a time: statuses, and bodies as "=body".
static QByteArrayList readAll(const QByteArray &octets, qsizetype portion, const HttpReader::Limits &limits = {})
{
    HttpReader reader(limits);
    QByteArrayList out;
    for (qsizetype at = 0; at < octets.size(); at += portion) {
        reader.append(octets.mid(at, portion));
        for (Step step = reader.next(); step != Step::More; step = reader.next()) {
            if (step == Step::Refused)
                return out << QByteArray::number(reader.status());
            if (step == Step::Head)
                out << reader.head().method + ' ' + reader.head().path;
            else
                out << '=' + reader.takeBody();
        }
    }
    if (reader.begun())
        out << "...";
    return out;
}

static void requestRows()
{
    QTest::addColumn<QByteArray>("octets");
    QTest::addColumn<QByteArrayList>("expected");
    const auto row = [](const char *name, const QByteArray &octets, const QByteArrayList &expected) {
        QTest::newRow(name) << octets << expected;
    };
    const QByteArray post = "POST /x HTTP/1.1\r\n";
    row("a body", post + "Content-Length: 3\r\n\r\nabc", {"POST /x", "=abc"});
    row("an empty body", post + "content-length: 0\r\n\r\n", {"POST /x", "="});
    row("bare ends of lines", "PUT /x HTTP/1.0\nContent-Length: 1\n\nz", {"PUT /x", "=z"});
    row("an empty line ahead", "\r\n" + post + "Content-Length: 1\r\n\r\nz", {"POST /x", "=z"});
    row("a query", "POST /x?a=1/2 HTTP/1.1\r\nContent-Length: 1\r\n\r\nz", {"POST /x", "=z"});
    row("an absolute target", "POST http://h:1/x?a HTTP/1.1\r\nContent-Length: 1\r\n\r\nz", {"POST /x", "=z"});
    row("half a body", post + "Content-Length: 3\r\n\r\nab", {"POST /x", "..."});
    row("chunks", post + "Transfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0A\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
        {"POST /x", "=abc0123456789"});
    row("the same length twice", post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\nz", {"POST /x", "=z"});
    row("no length", post + "\r\n", {"POST /x", "411"});
    row("two lengths", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nz", {"400"});
    row("length and chunks", post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\nz", {"400"});
    row("chunks of 1.0", "POST /x HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", {"400"});
    row("a negative length", post + "Content-Length: -1\r\n\r\n", {"400"});
    row("a length with a sign", post + "Content-Length: +1\r\n\r\nz", {"400"});
    row("a length over all", post + "Content-Length: 99999999999999999999\r\n\r\n", {"400"});
    row("too long", post + "Content-Length: 101\r\n\r\n", {"POST /x", "413"});
    row("a chunk that is too long", post + "Transfer-Encoding: chunked\r\n\r\n65\r\n", {"POST /x", "413"});
    row("chunks that are too long together",
        post + "Transfer-Encoding: chunked\r\n\r\n32\r\n" + QByteArray(50, 'a') + "\r\n33\r\n", {"POST /x", "413"});
    row("a chunk without a size", post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", {"POST /x", "400"});
    row("a chunk that is longer than it says", post + "Transfer-Encoding: chunked\r\n\r\n1\r\nabc\r\n",
        {"POST /x", "400"});
    row("a chunk's line without end", post + "Transfer-Encoding: chunked\r\n\r\n1;" + QByteArray(300, 'a'),
        {"POST /x", "400"});
    row("lines without end behind chunks",
        post + "Transfer-Encoding: chunked\r\n\r\n0\r\n" + QByteArray("A: b\r\n").repeated(100), {"POST /x", "431"});
    row("another coding", post + "Transfer-Encoding: gzip\r\n\r\n", {"501"});
    row("another expectation", post + "Expect: gold\r\nContent-Length: 1\r\n\r\n", {"417"});
    row("a head that is too long", post + "A: " + QByteArray(400, 'a'), {"431"});
    row("a long head that ends", post + "A: " + QByteArray(400, 'a') + "\r\nContent-Length: 1\r\n\r\nz", {"431"});
    row("another version", "POST /x HTTP/2.0\r\n\r\n", {"505"});
    row("no version", "POST /x\r\n\r\n", {"400"});
    row("no HTTP", "REGISTER sip:a@b SIP/2.0\r\n\r\n", {"400"});
    row("TLS", QByteArray("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n", 13), {"400"});
    row("a field without a colon", post + "Content-Length 1\r\n\r\n", {"400"});
    row("a blank ahead of the colon", post + "Content-Length : 1\r\n\r\nz", {"400"});
    row("a folded line", post + "A: b\r\n c\r\nContent-Length: 1\r\n\r\nz", {"400"});
    row("a NUL", post + QByteArray("A: \0\r\n", 6) + "Content-Length: 1\r\n\r\nz", {"400"});
}

static constexpr HttpReader::Limits small{.head = 300, .body = 100};

void tst_UploadServer::reading_data()
{
    requestRows();
}

void tst_UploadServer::reading()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(readAll(octets, octets.size(), small), expected);
}

void tst_UploadServer::octetByOctet_data()
{
    requestRows();
}

void tst_UploadServer::octetByOctet()
{
    QFETCH(QByteArray, octets);
    QFETCH(QByteArrayList, expected);
    QCOMPARE(readAll(octets, 1, small), expected);
    QCOMPARE(readAll(octets, 7, small), expected);
}

void tst_UploadServer::severalRequestsInOne()
{
    const QByteArray one = "POST /x HTTP/1.1\r\nContent-Length: 1\r\n\r\n",
                     two = "PUT /y HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nb\r\n0\r\n\r\n";
    const QByteArrayList expected{"POST /x", "=a", "PUT /y", "=b", "POST /x", "=c"};
    const QByteArray all = one + 'a' + two + one + 'c';
    QCOMPARE(readAll(all, all.size()), expected);
    QCOMPARE(readAll(all, 1), expected);
}

/// A server on loopback, and what it told.
struct Site
{
    explicit Site(const UploadServer::Limits &limits = {})
        : server(clock, limits)
    {
        QObject::connect(&server, &UploadServer::uploaded, &server, [this](const HttpUpload &one) { came << one; });
        QObject::connect(&server, &UploadServer::refused, &server, [this](int status, const Endpoint &, bool knew) {
            statuses << status;
            named << knew;
        });
        QObject::connect(
            &server, &UploadServer::unfinished, &server, [this](const Endpoint &, qint64 octets, bool knew) {
                unfinished << octets;
                named << knew;
            });
        QObject::connect(&server, &UploadServer::receiving, &server, [this](int requests) { receiving = requests; });
        listens = server.listen(QHostAddress(QHostAddress::LocalHost), nullptr);
    }
    /// Connected, and accepted.
    std::unique_ptr<QTcpSocket> peer()
    {
        auto socket = std::make_unique<QTcpSocket>();
        const std::size_t before = server.connections();
        socket->connectToHost(QHostAddress::LocalHost, server.local().port);
        if (socket->waitForConnected())
            letEventsComeUntil([&] { return server.connections() > before; });
        return socket;
    }
    /// What comes back until so many status lines are there, or the connection ends.
    QByteArray said(QTcpSocket &socket, int replies = 1)
    {
        QByteArray out;
        letEventsComeUntil([&] {
            out += socket.readAll();
            return out.count("\r\n\r\n") >= replies || socket.state() == QAbstractSocket::UnconnectedState;
        });
        return out;
    }
    QByteArray ask(const QByteArray &octets)
    {
        const auto socket = peer();
        socket->write(octets);
        return said(*socket);
    }
    QByteArray post(const QByteArray &headers, const QByteArray &body = {}) const
    {
        return "POST " + server.path() + " HTTP/1.1\r\nHost: x\r\n" + headers + "\r\n" + body;
    }

    ManualClock clock;
    UploadServer server;
    QList<HttpUpload> came;
    QList<int> statuses;
    QList<qint64> unfinished;
    QList<bool> named; ///< of both
    int receiving = 0;
    bool listens = false;
};

static int statusOf(const QByteArray &reply)
{
    return reply.mid(9, 3).toInt();
}

void tst_UploadServer::pathsAreRandom()
{
    const Site a, b;
    static const QRegularExpression form(QStringLiteral("^/[0-9a-f]{32}$"));
    QVERIFY(form.match(QString::fromLatin1(a.server.path())).hasMatch());
    QVERIFY(a.server.path() != b.server.path());
    QCOMPARE(a.server.local().address.toString(), QStringLiteral("127.0.0.1"));
}

void tst_UploadServer::taken_data()
{
    QTest::addColumn<QByteArray>("start"); // METHOD, behind PATH, VERSION
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *name, const QByteArray &start, const QByteArray &headers, const QByteArray &body) {
        QTest::newRow(name) << start << headers << body;
    };
    row("POST", "POST  HTTP/1.1", "Content-Length: 7\r\n", "picture");
    row("PUT", "PUT  HTTP/1.1", "Content-Length: 7\r\n", "picture");
    row("HTTP/1.0", "POST  HTTP/1.0", "Content-Length: 7\r\n", "picture");
    row("a query", "POST ?SessionID=1 HTTP/1.1", "Content-Length: 7\r\n", "picture");
    row("a name behind the path", "PUT /a.jpg?x HTTP/1.1", "Content-Length: 7\r\n", "picture");
    row("chunks", "POST  HTTP/1.1", "Transfer-Encoding: chunked\r\n", "7\r\npicture\r\n0\r\n\r\n");
}

void tst_UploadServer::taken()
{
    QFETCH(QByteArray, start);
    QFETCH(QByteArray, headers);
    QFETCH(QByteArray, body);
    Site site;
    QVERIFY(site.listens);
    const qsizetype blank = start.indexOf(' ') + 1;
    start.insert(blank, site.server.path());
    const QByteArray reply = site.ask(
        start + "\r\nContent-Type: image/jpeg\r\nContent-Disposition: a\r\n" + headers + "\r\n" + body);
    QCOMPARE(statusOf(reply), 200);
    QCOMPARE(site.came.size(), 1);
    QCOMPARE(site.came.first().body, QByteArray("picture"));
    QCOMPARE(site.came.first().contentType, QByteArray("image/jpeg"));
    QCOMPARE(site.came.first().disposition, QByteArray("a"));
    QCOMPARE(site.came.first().at, site.clock.now());
    QVERIFY(site.came.first().from.port != 0);
    QVERIFY(site.statuses.isEmpty());
}

void tst_UploadServer::refused_data()
{
    QTest::addColumn<QByteArray>("octets"); // PATH stands for the path
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &octets, int status) {
        QTest::newRow(name) << octets << status;
    };
    row("an unknown path", "POST /00000000000000000000000000000000 HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 404);
    row("the root", "POST / HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 404);
    row("a longer path", "POST PATHa HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 404);
    row("a shorter path", "GET /../PATH HTTP/1.1\r\n\r\n", 404);
    row("GET", "GET PATH HTTP/1.1\r\n\r\n", 405);
    row("DELETE", "DELETE PATH HTTP/1.1\r\nContent-Length: 1\r\n\r\na", 405);
    row("no length", "POST PATH HTTP/1.1\r\n\r\n", 411);
    row("too large", "POST PATH HTTP/1.1\r\nContent-Length: 10000001\r\n\r\n", 413);
    row("a chunk that is too large", "POST PATH HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n989681\r\n", 413);
    row("a head that is too large", "POST PATH HTTP/1.1\r\nA: " + QByteArray(8192, 'a'), 431);
    row("no HTTP", "hello\r\n\r\n", 400);
}

void tst_UploadServer::refused()
{
    QFETCH(QByteArray, octets);
    QFETCH(int, status);
    Site site;
    const QByteArray reply = site.ask(octets.replace("PATH", site.server.path()));
    QCOMPARE(statusOf(reply), status);
    QVERIFY(reply.contains("Connection: close\r\n"));
    QCOMPARE(reply.contains("Allow: POST, PUT\r\n"), status == 405);
    QCOMPARE(site.statuses, QList<int>{status});
    QCOMPARE(site.named, QList<bool>{status == 405 || status == 411 || status == 413});
    QCOMPARE(site.receiving, 0);
    QVERIFY(site.came.isEmpty());
}

void tst_UploadServer::continueIsSaidFirst()
{
    Site site;
    const auto socket = site.peer();
    socket->write(site.post("Content-Length: 3\r\nExpect: 100-continue\r\n"));
    QCOMPARE(site.said(*socket), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    QVERIFY(site.came.isEmpty());
    socket->write("abc");
    QCOMPARE(statusOf(site.said(*socket)), 200);
    QCOMPARE(site.came.value(0).body, QByteArray("abc"));
}

void tst_UploadServer::whatWouldBeRefusedIsNotAwaited()
{
    Site site;
    QCOMPARE(statusOf(site.ask(site.post("Content-Length: 10000001\r\nExpect: 100-continue\r\n"))), 413);
    QCOMPARE(statusOf(site.ask("POST /x HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n")), 404);
}

/// One octet now and then does not keep it.
void tst_UploadServer::whoIsTooSlowIsCut()
{
    Site site;
    const auto socket = site.peer();
    socket->write(site.post("Content-Length: 300\r\n"));
    for (int second = 0; second < 119; ++second) {
        const qsizetype before = site.server.connections() == 1 ? second : -1;
        socket->write("a");
        letEventsComeUntil([&] { return socket->bytesToWrite() == 0; });
        site.clock.advance(1s);
        site.server.closeOverdue();
        QCOMPARE(before, second);
    }
    QVERIFY(site.statuses.isEmpty());
    QCOMPARE(site.receiving, 1);
    site.clock.advance(2s);
    site.server.closeOverdue();
    QCOMPARE(statusOf(site.said(*socket)), 408);
    QCOMPARE(site.statuses, QList<int>{408});
    QCOMPARE(site.named, QList<bool>{true});
    QCOMPARE(site.receiving, 0);
}

void tst_UploadServer::whoStopsIsCut()
{
    Site site;
    const auto socket = site.peer();
    socket->write(site.post("Content-Length: 30\r\n"));
    letEventsComeUntil([&] { return site.receiving == 1; });
    site.clock.advance(29s);
    site.server.closeOverdue();
    QVERIFY(site.statuses.isEmpty());
    site.clock.advance(1s);
    site.server.closeOverdue();
    QCOMPARE(statusOf(site.said(*socket)), 408);
    QCOMPARE(site.receiving, 0);
}

void tst_UploadServer::whoSaysNothingIsClosed()
{
    Site site;
    const auto socket = site.peer();
    site.clock.advance(29s);
    site.server.closeOverdue();
    QCOMPARE(site.server.connections(), std::size_t{1});
    site.clock.advance(1s);
    site.server.closeOverdue();
    QCOMPARE(site.server.connections(), std::size_t{0});
    QVERIFY(site.statuses.isEmpty()); // it asked for nothing
}

void tst_UploadServer::eachRequestHasItsOwnTime()
{
    Site site;
    const auto socket = site.peer();
    for (int request = 0; request < 4; ++request) {
        socket->write(site.post("Content-Length: 1\r\n", "a"));
        QCOMPARE(statusOf(site.said(*socket)), 200);
        site.clock.advance(20s);
        site.server.closeOverdue();
    }
    QCOMPARE(site.came.size(), 4);
    QCOMPARE(site.server.connections(), std::size_t{1});
}

void tst_UploadServer::whoIsRefusedAndStaysIsCut()
{
    Site site;
    const auto socket = site.peer();
    socket->write("GET / HTTP/1.1\r\n\r\n");
    QCOMPARE(statusOf(site.said(*socket)), 404);
    site.clock.advance(UploadServer::farewell - 1s);
    site.server.closeOverdue();
    QCOMPARE(site.server.connections(), std::size_t{1});
    site.clock.advance(1s);
    site.server.closeOverdue();
    QCOMPARE(site.server.connections(), std::size_t{0});
    QCOMPARE(site.statuses, QList<int>{404});
}

/// Who has not named the path makes room, the oldest first.
void tst_UploadServer::onlySoManyConnections()
{
    Site site;
    std::vector<std::unique_ptr<QTcpSocket>> peers;
    for (int i = 0; i < 8; ++i) {
        peers.push_back(site.peer());
        site.clock.advance(1s);
    }
    peers[0]->write(site.post("Content-Length: 2\r\n", "a"));
    letEventsComeUntil([&] { return site.receiving == 1; });
    QVERIFY(site.statuses.isEmpty());
    const auto ninth = site.peer();
    QCOMPARE(statusOf(site.said(*peers[1])), 503);
    QCOMPARE(site.statuses, QList<int>{503});
    ninth->write(site.post("Content-Length: 1\r\n", "a"));
    QCOMPARE(statusOf(site.said(*ninth)), 200);
    // However many come, who is known stays; those who are refused are bounded, too
    for (int i = 0; i < 30; ++i) {
        peers.push_back(std::make_unique<QTcpSocket>());
        peers.back()->connectToHost(QHostAddress::LocalHost, site.server.local().port);
        QVERIFY(peers.back()->waitForConnected());
        site.clock.advance(1ms);
    }
    letEventsComeUntil([&] { return site.statuses.size() == 31; });
    QVERIFY(site.server.connections() <= 16);
    QVERIFY(!site.named.contains(true));
    peers[0]->write("b");
    QCOMPARE(statusOf(site.said(*peers[0])), 200);
    ninth->write(site.post("Content-Length: 1\r\n", "a"));
    QCOMPARE(statusOf(site.said(*ninth)), 200);
    QCOMPARE(site.came.size(), 3);
}

/// Where all have named the path.
void tst_UploadServer::allPlacesAreTaken()
{
    Site site;
    std::vector<std::unique_ptr<QTcpSocket>> peers;
    for (int i = 0; i < 8; ++i) {
        peers.push_back(site.peer());
        peers.back()->write(site.post("Content-Length: 2\r\n", "a"));
        letEventsComeUntil([&] { return site.receiving == i + 1; });
    }
    const auto ninth = site.peer();
    QCOMPARE(statusOf(site.said(*ninth)), 503);
    QCOMPARE(site.receiving, 8);
}

void tst_UploadServer::onlySoManyUploads()
{
    Site site({.uploads = 2});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(statusOf(site.ask(site.post("Content-Length: 1\r\n", "a"))), 200);
    QCOMPARE(statusOf(site.ask(site.post("Content-Length: 1\r\n", "a"))), 429);
    QCOMPARE(site.came.size(), 2);
}

/// Two servers have it together.
void tst_UploadServer::onlySoMuchMemory()
{
    const UploadServer::Limits limits{.held = 1000, .shared = std::make_shared<qint64>(0)};
    Site one(limits), two(limits);
    const auto first = one.peer(), second = two.peer();
    first->write(one.post("Content-Length: 900\r\n", QByteArray(600, 'a')));
    letEventsComeUntil([&] { return *limits.shared >= 600; });
    second->write(two.post("Content-Length: 900\r\n", QByteArray(600, 'a')));
    QCOMPARE(statusOf(two.said(*second)), 503);
    first->write(QByteArray(300, 'a'));
    QCOMPARE(statusOf(one.said(*first)), 200);
    QCOMPARE(*limits.shared, qint64(0));
}

void tst_UploadServer::whoLeavesWithinARequestIsTold()
{
    Site site;
    const auto socket = site.peer();
    socket->write(site.post("Content-Length: 100\r\n", QByteArray(60, 'a')));
    socket->disconnectFromHost();
    letEventsComeUntil([&] { return !site.unfinished.isEmpty(); });
    QCOMPARE(site.unfinished, QList<qint64>{60});
    QCOMPARE(site.server.connections(), std::size_t{0});
    // One that is whole is taken, however fast its peer goes
    const auto quick = site.peer();
    quick->write(site.post("Content-Length: 3\r\n", "abc"));
    quick->disconnectFromHost();
    letEventsComeUntil([&] { return site.server.connections() == 0; });
    QCOMPARE(site.came.size(), 1);
    QCOMPARE(site.unfinished.size(), 1);
}

void tst_UploadServer::closedIsClosed()
{
    Site site;
    const quint16 port = site.server.local().port;
    const auto socket = site.peer();
    site.server.close();
    QCOMPARE(site.server.connections(), std::size_t{0});
    QTcpSocket late;
    late.connectToHost(QHostAddress::LocalHost, port);
    QVERIFY(!late.waitForConnected());
}

void tst_UploadServer::forms_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArrayList>("expected"); // name|filename|type|body
    const auto row = [](const char *name, const QByteArray &type, const QByteArray &body,
                         const QByteArrayList &expected) { QTest::newRow(name) << type << body << expected; };
    const QByteArray type = "multipart/form-data; boundary=XX",
                     file = "Content-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                            "Content-Type: image/jpeg\r\n\r\n";
    row("one", type, "--XX\r\n" + file + "pic\r\n--XX--\r\n", {"file|a.jpg|image/jpeg|pic"});
    row("two", type,
        "--XX\r\nContent-Disposition: form-data; name=\"SessionID\"\r\n\r\n42\r\n--XX\r\n" + file + "pic\r\n--XX--\r\n",
        {"SessionID|||42", "file|a.jpg|image/jpeg|pic"});
    row("a quoted boundary", "Multipart/Form-Data; boundary=\"XX\"", "--XX\r\n" + file + "pic\r\n--XX--",
        {"file|a.jpg|image/jpeg|pic"});
    row("text ahead", type, "hello\r\n--XX\r\n" + file + "pic\r\n--XX--", {"file|a.jpg|image/jpeg|pic"});
    row("bare ends of lines", type, "--XX\nContent-Disposition: form-data; name=f\n\npic\n--XX--", {"f|||pic"});
    row("its end is missing", type, "--XX\r\n" + file + "pic", {"file|a.jpg|image/jpeg|pic"});
    row("ends of lines and lines like boundaries within", type,
        "--XX\r\n" + file + "a\r\n\r\n-XX--XX\r\n--X\r\nb\r\n--XX--",
        {"file|a.jpg|image/jpeg|a\r\n\r\n-XX--XX\r\n--X\r\nb"});
    row("no head", type, "--XX\r\n\r\npic\r\n--XX--", {"|||pic"});
    row("nothing", type, "--XX--", {});
    row("empty", type, "", {});
    row("no such boundary", type, "--YY\r\n" + file + "pic\r\n--YY--", {});
    row("no boundary", "multipart/form-data", "--XX\r\n" + file + "pic\r\n--XX--", {});
    row("no form", "image/jpeg; boundary=XX", "--XX\r\n" + file + "pic\r\n--XX--", {});
    row("a head without end", type, "--XX\r\nContent-Disposition: form-data", {"|||"});
    row("only so many", type, QByteArray("--XX\r\n\r\na\r\n").repeated(100) + "--XX--", QByteArrayList(16, "|||a"));
}

void tst_UploadServer::forms()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QByteArrayList, expected);
    QByteArrayList parts;
    for (const FormPart &one : formParts(type, body))
        parts << one.name + '|' + one.fileName + '|' + one.contentType + '|' + one.body;
    QCOMPARE(parts, expected);
}

void tst_UploadServer::parameters_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *value, const char *expected) {
        QTest::newRow(value) << QByteArray(value) << QByteArray(expected);
    };
    row("form-data; filename=\"a;b.jpg\"; name=f", "a;b.jpg");
    row("form-data; FileName = a.jpg", "a.jpg");
    row("form-data; filename=\"", "");
    row("form-data; filename=\"a", "a");
    row("form-data; name=filename", "");
    row("filename=a", "");
    row("a;filename=../../etc/passwd", "../../etc/passwd"); // a text that is shown, never a path
    row(";;;=;filename", "");
}

void tst_UploadServer::parameters()
{
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, expected);
    QCOMPARE(headerParameter(value, "filename"), expected);
}

QTEST_GUILESS_MAIN(tst_UploadServer)
#include "tst_uploadserver.moc"
