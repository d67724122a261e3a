#include "tests/support/livewindow.h"
#include "tests/support/manualclock.h"
#include "ui/ladder/flowpanel.h"
#include "ui/listen/listenform.h"
#include "ui/listen/unheardpage.h"
#include "ui/listen/unheardwatch.h"
#include "ui/workspace/commands.h"

#include <QLabel>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;

/// What a window says while nothing comes: when, in which order, and until when.
class tst_Unheard : public QObject, private gb::test::LiveWindow
{
    Q_OBJECT
private slots:
    void init() { prepare(); }
    void onceAfterThirtySeconds();
    void subnets_data();
    void subnets();
    void commands_data();
    void commands();
    void theLikeliestFirst();
    void theOtherRoles();
    void thisComputerAloneIsSaidFirst();
    void theWindowSaysItUntilTheFirstMessage();
    void whoFillsTheFormInIsLeftAlone();

private:
    static void second(MainWindow &window)
    {
        auto *tick = window.findChild<QTimer *>(QStringLiteral("tick"));
        QTimerEvent event(tick->timerId());
        QCoreApplication::sendEvent(tick, &event);
    }
    static UnheardPage::Facts facts();
};

void tst_Unheard::onceAfterThirtySeconds()
{
    gb::test::ManualClock clock;
    UnheardWatch watch;
    QVERIFY(!watch.isDue(clock.now()) && !watch.isWaiting());
    watch.begin(clock.now());
    clock.advance(29'999ms);
    QVERIFY(!watch.isDue(clock.now()) && watch.isWaiting());
    clock.advance(1ms);
    QVERIFY(watch.isDue(clock.now()));
    clock.advance(1h);
    QVERIFY(!watch.isDue(clock.now()));
    QCOMPARE(watch.waited(clock.now()), Duration(1h + 30s));
    watch.begin(clock.now()); // listening anew
    clock.advance(30s);
    watch.end(); // a message
    QVERIFY(!watch.isDue(clock.now()) && !watch.isWaiting());
}

void tst_Unheard::subnets_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<int>("prefix");
    QTest::addColumn<QString>("range");
    const auto row = [](const char *address, int prefix, const char *range) {
        QTest::addRow("%s/%d", address, prefix) << QString::fromLatin1(address) << prefix << QString::fromUtf8(range);
    };
    row("192.168.1.10", 24, "192.168.1.1 – 192.168.1.254");
    row("10.1.2.3", 8, "10.0.0.1 – 10.255.255.254");
    row("192.168.1.10", 30, "192.168.1.9 – 192.168.1.10");
    row("192.168.1.10", 32, "");
    row("192.168.1.10", 31, "");
    row("192.168.1.10", -1, "");
    row("192.168.1.10", 0, "");
    row("2001:db8::5", 64, "");
}

void tst_Unheard::subnets()
{
    QFETCH(const QString, address);
    QFETCH(const int, prefix);
    QTEST(neighbours({QStringLiteral("eth0"), QHostAddress(address), prefix}), "range");
}

void tst_Unheard::commands_data()
{
    QTest::addColumn<int>("firewall");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *name, Firewall firewall, const char *command) {
        QTest::newRow(name) << static_cast<int>(firewall) << QString::fromLatin1(command);
    };
    row("ufw", Firewall::Ufw, "sudo ufw allow 5062/udp && sudo ufw allow 5062/tcp");
    row("firewalld", Firewall::Firewalld, "sudo firewall-cmd --add-port=5062/udp --add-port=5062/tcp");
    row("nftables", Firewall::Nftables, "sudo nft list ruleset");
    row("Windows", Firewall::Windows,
        "netsh advfirewall firewall add rule name=\"gbscope 5062 UDP\" dir=in action=allow protocol=UDP "
        "localport=5062 & netsh advfirewall firewall add rule name=\"gbscope 5062 TCP\" dir=in action=allow "
        "protocol=TCP localport=5062");
    row("macOS", Firewall::MacOs,
        "sudo /usr/libexec/ApplicationFirewall/socketfilterfw --unblockapp '/it'\\''s/gbscope'");
}

void tst_Unheard::commands()
{
    QFETCH(const int, firewall);
    QTEST(firewallCommand(static_cast<Firewall>(firewall), 5062, QStringLiteral("/it's/gbscope")), "command");
}

UnheardPage::Facts tst_Unheard::facts()
{
    UnheardPage::Facts facts;
    facts.local = {IpAddress(0xc0a8010a), 5062};
    facts.cards = {{QStringLiteral("eth0"), QHostAddress(QStringLiteral("192.168.1.10")), 24},
        {QStringLiteral("wlan0"), QHostAddress(QStringLiteral("10.0.0.7")), 16}};
    facts.firewall = Firewall::Ufw;
    return facts;
}

static int lineWith(const QStringList &lines, const char *words)
{
    for (int i = 0; i < lines.size(); ++i) {
        if (lines.at(i).contains(QString::fromUtf8(words)))
            return i;
    }
    return -1;
}

void tst_Unheard::theLikeliestFirst()
{
    UnheardPage page;
    page.setFacts(facts());
    page.setWaited(45s);
    const QStringList lines = page.lines();
    const int title = lineWith(lines, "45 s"), device = lineWith(lines, "1. The device"),
              guard = lineWith(lines, "2. The firewall"), command = lineWith(lines, "sudo ufw allow 5062/udp"),
              port = lineWith(lines, "3. The port"), net = lineWith(lines, "4. The network"),
              here = lineWith(lines, "eth0  192.168.1.10/24  same subnet: 192.168.1.1 – 192.168.1.254  (it listens"),
              other = lineWith(lines, "wlan0  10.0.0.7/16  same subnet: 10.0.0.1 – 10.0.255.254");
    QVERIFY2(title == 0 && title < device && device < guard && guard < command && command < port && port < net
            && net < here && here < other,
        qPrintable(lines.join(u'\n')));
    QVERIFY(lines.at(device).contains(QStringLiteral("192.168.1.10")));
    QVERIFY(lines.at(port).contains(QStringLiteral("5062")));
}

void tst_Unheard::theOtherRoles()
{
    UnheardPage page;
    UnheardPage::Facts other = facts();
    other.choice.role = ListenChoice::Role::Capture;
    other.choice.interface = QStringLiteral("eth9");
    page.setFacts(other);
    QStringList lines = page.lines();
    QVERIFY2(lineWith(lines, "mirror") > 0 && lineWith(lines, "eth9") > 0 && lineWith(lines, "ufw") < 0
            && lineWith(lines, "listens here") < 0,
        qPrintable(lines.join(u'\n')));
    other.choice.role = ListenChoice::Role::Hep;
    page.setFacts(other);
    lines = page.lines();
    QVERIFY(lineWith(lines, "HEP version 3 to port 5062") > 0 && lineWith(lines, "ufw allow 5062/udp") > 0);
    page.setFacts(facts()); // and back
    QVERIFY(lineWith(page.lines(), "3. The port") > 0);
}

void tst_Unheard::thisComputerAloneIsSaidFirst()
{
    UnheardPage page;
    UnheardPage::Facts alone = facts();
    alone.local.address = IpAddress(0x7f000001);
    page.setFacts(alone);
    QVERIFY(page.lines().at(1).contains(QStringLiteral("127.0.0.1 is this computer alone")));
    alone.local.address = IpAddress(0);
    page.setFacts(alone);
    QVERIFY(page.lines().at(1).contains(QStringLiteral("one of those below")));
    alone.cards.clear();
    page.setFacts(alone);
    QVERIFY(lineWith(page.lines(), "no address but its own") > 0);
}

void tst_Unheard::theWindowSaysItUntilTheFirstMessage()
{
    gb::test::ManualClock clock;
    const auto window = liveWindow();
    window->useClock(clock);
    auto *page = window->findChild<UnheardPage *>();
    auto *flow = window->findChild<FlowPanel *>();
    const Endpoint server = listen(*window);
    QVERIFY(flow->isVisible());
    clock.advance(29s);
    second(*window);
    QVERIFY(!page->isVisible());
    clock.advance(1s);
    second(*window);
    QVERIFY(page->isVisible() && !flow->isVisible());
    QVERIFY(lineWith(page->lines(), "30 s") == 0);
    clock.advance(15s);
    second(*window);
    QVERIFY(lineWith(page->lines(), "45 s") == 0);
    emit page->flowRequested(); // enough of it
    QVERIFY(flow->isVisible());
    second(*window);
    QVERIFY(flow->isVisible());
    auto *commands = window->findChild<Commands *>();
    commands->run(QStringLiteral("help.unheard")); // and again
    QVERIFY(page->isVisible());
    VirtualDevice device(camera(server));
    QVERIFY(device.start());
    QTRY_VERIFY(flow->isVisible() && !page->isVisible());
    QVERIFY(!commands->isPossible(*commands->find(QStringLiteral("help.unheard"))));
    clock.advance(1h);
    second(*window);
    QVERIFY(flow->isVisible());
}

void tst_Unheard::whoFillsTheFormInIsLeftAlone()
{
    gb::test::ManualClock clock;
    const auto window = liveWindow();
    window->useClock(clock);
    listen(*window);
    window->findChild<Commands *>()->run(QStringLiteral("capture.listen"));
    clock.advance(1min);
    second(*window);
    QVERIFY(window->findChild<ListenForm *>()->isVisible() && !window->findChild<UnheardPage *>()->isVisible());
}

QTEST_MAIN(tst_Unheard)
#include "tst_unheard.moc"
