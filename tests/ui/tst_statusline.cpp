#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "tests/support/capturewriter.h"
#include "tests/support/filteroracle.h"
#include "tests/support/outcomes.h"
#include "tests/support/traffic.h"
#include "ui/devices/devicepanel.h"
#include "ui/ladder/flowpanel.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/widgets/messagebar.h"
#include "ui/workspace/mainwindow.h"
#include "ui/workspace/statusline.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace gb::test;
using gb::test::Capture;

/// Every count of the status line, and what a click on it shows.
class tst_StatusLine : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void zerosAreNotShown();
    void theLineHasRoom();
    void allFilesAreTold();
    void everyCountIsTold_data();
    void everyCountIsTold();
    void kindsOfMessages_data();
    void kindsOfMessages();
    void anEntryIsWhatItsSummaryIs();
    void aClickShowsTheMessages_data();
    void aClickShowsTheMessages();
    void whatTheFilterHides();
    void theScopeIsCleared();
    void whatIsNoMessageIsExplained();
    void packetsOfACapture();

private:
    static QToolButton *button(QWidget &line, const QString &text)
    {
        for (QToolButton *button : line.findChildren<QToolButton *>()) {
            if (!button->isHidden() && button->text() == text)
                return button;
        }
        return nullptr;
    }
    /// As it would open now.
    static QMap<QString, QAction *> more(QWidget &line)
    {
        QMap<QString, QAction *> lines;
        for (QToolButton *button : line.findChildren<QToolButton *>()) {
            if (button->menu() && !button->isHidden()) {
                emit button->menu()->aboutToShow();
                for (QAction *action : button->menu()->actions())
                    lines.insert(action->text(), action);
            }
        }
        return lines;
    }
    /// Messages 1 and 2 fine, 3 and 4 repeat them, 5 is malformed, 6 is no SIP, 7 keeps a NAT open, 8 is the start of
    /// one whose other fragment is lost; and packets of all kinds.
    QString capture();
    std::unique_ptr<MainWindow> open();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Languages m_languages;
};

void tst_StatusLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_languages.use(QStringLiteral("en"));
}

QString tst_StatusLine::capture()
{
    Capture capture;
    const SipText message = request("MESSAGE", "one");
    capture.say(message);
    capture.say(answer(message, "200 OK"), true);
    capture.wait(std::chrono::milliseconds(500));
    capture.say(message);
    capture.say(answer(message, "200 OK"), true);
    SipText bad = request("MESSAGE", "two");
    bad.extra = "CSeq: 2 MESSAGE\r\nCSeq: 3 MESSAGE\r\n";
    capture.say(bad);
    capture.packet(ip4(17, udp("hello, this is no SIP")));
    capture.packet(ip4(17, udp("\r\n\r\n")));
    capture.packet(ip4(1, "ping")); // ICMP
    capture.packet(fragments4(udp(QByteArray(100, 'x')), 64).constFirst());
    capture.packet(ip4(17, udp("cut off")).left(24));
    capture.packet(ip4(17, udp(rtp(1, 0, QByteArray(160, 'v')), 20'000, 30'000)));
    QFile file(m_folder->filePath(QStringLiteral("all.pcap")));
    if (file.open(QIODevice::WriteOnly))
        file.write(capture.octets());
    return file.fileName();
}

std::unique_ptr<MainWindow> tst_StatusLine::open()
{
    auto file = std::make_unique<FileSession>(QStringList{capture()}, HeartbeatPolicy{});
    Outcomes<outcome::Loaded> loaded(*file);
    auto window = std::make_unique<MainWindow>(*m_settings, m_languages, std::move(file));
    window->resize(1366, 740);
    window->show();
    [&] {
        QVERIFY(!loaded.isEmpty() || loaded.wait());
        QTRY_COMPARE(window->findChild<StatusLine *>()->account().listed, 8);
    }();
    return window;
}

void tst_StatusLine::zerosAreNotShown()
{
    StatusLine line;
    line.show();
    QVERIFY(button(line, QStringLiteral("0 messages")));
    for (const QToolButton *other : line.findChildren<QToolButton *>())
        QVERIFY2(other->isHidden() || other->text() == QStringLiteral("0 messages"), qPrintable(other->text()));
    line.setCounters({.messages = 1, .sip = 1});
    QVERIFY(button(line, QStringLiteral("1 message")));
    QVERIFY(!more(line).isEmpty());
    line.setCounters({});
    QVERIFY(more(line).isEmpty());
}

/// Of a window of 1366 px, in both languages, with seven digits each.
void tst_StatusLine::theLineHasRoom()
{
    for (const char *language : {"en", "zh_CN"}) {
        m_languages.use(QString::fromLatin1(language));
        StatusLine line;
        line.setRecord({QStringLiteral("/somewhere/2026-11-21T09-30-00.pcapng")});
        line.setCounters({.messages = 1'234'567,
            .malformed = 1'234'567,
            .retransmissions = 1'234'567,
            .echoes = 1,
            .unrecorded = 1});
        line.setListed(11, 1'234'567, 5);
        QVERIFY2(line.minimumSizeHint().width() <= 1000, qPrintable(QString::number(line.minimumSizeHint().width())));
    }
    m_languages.use(QStringLiteral("en"));
}

void tst_StatusLine::allFilesAreTold()
{
    StatusLine line;
    const auto said = [&line](const QString &text) {
        const QList<QLabel *> labels = line.findChildren<QLabel *>();
        const auto found = std::find_if(
            labels.begin(), labels.end(), [&text](const QLabel *one) { return one->text() == text; });
        return found == labels.end() ? QString() : (*found)->toolTip();
    };
    line.setRecord({QStringLiteral("/somewhere/calls.pcap")});
    QVERIFY(said(QStringLiteral("calls.pcap")).contains(QStringLiteral("/somewhere/calls.pcap")));
    line.setRecord({QStringLiteral("/somewhere/calls.pcap"), QStringLiteral("/else/server.pcap")});
    const QString both = said(QStringLiteral("calls.pcap and 1 more"));
    QVERIFY(
        both.contains(QStringLiteral("/somewhere/calls.pcap")) && both.contains(QStringLiteral("/else/server.pcap")));
    line.setRecord({});
    QVERIFY(!said(QStringLiteral("not recorded")).contains(u'/'));
}

void tst_StatusLine::everyCountIsTold_data()
{
    QTest::addColumn<Counters>("counters");
    QTest::addColumn<QString>("told");
    QTest::addColumn<bool>("inLine");
    const auto row = [](const QString &told, const Counters &counters, bool inLine = false) {
        QTest::newRow(qPrintable(told)) << counters << told << inLine;
    };
    row(QStringLiteral("1,234 messages"), {.messages = 1234}, true);
    row(QStringLiteral("12 retransmitted"), {.retransmissions = 12}, true);
    row(QStringLiteral("3 malformed"), {.notSip = 2, .malformed = 5}, true);
    row(QStringLiteral("Packets read\t1,000"), {.packets = 1000});
    row(QStringLiteral("SIP messages\t9"), {.sip = 9});
    row(QStringLiteral("Repeated otherwise\t10"), {.echoes = 1, .tcpRepeats = 2, .duplicates = 3, .proxyCopies = 4});
    row(QStringLiteral("Not SIP\t2"), {.notSip = 2, .malformed = 2});
    row(QStringLiteral("NAT keepalives\t2"), {.natKeepalives = 2});
    row(QStringLiteral("Error answers held back\t2"), {.unanswered = 2});
    row(QStringLiteral("\u26a0 Not listed\t2"), {.unlisted = 2});
    row(QStringLiteral("\u26a0 Not recorded\t2"), {.unrecorded = 2});
    row(QStringLiteral("\u26a0 Dropped by this computer\t2"), {.captureDropped = 2});
    row(QStringLiteral("No signalling\t2"), {.notSignalling = 2});
    row(QStringLiteral("Neither UDP nor TCP\t2"), {.otherPackets = 2});
    row(QStringLiteral("\u26a0 IP fragments lost\t2"), {.fragmentsLost = 2});
    row(QStringLiteral("\u26a0 Damaged packets\t2"), {.damagedPackets = 2});
    row(QStringLiteral("\u26a0 Packets cut by the capture\t2"), {.cutPackets = 2});
    row(QStringLiteral("ICMP errors\t2"), {.icmpErrors = 2});
    row(QStringLiteral("HEP without SIP\t2"), {.hepUnread = 2});
    row(QStringLiteral("TLS connections, each way\t2"), {.encrypted = 2});
    row(QStringLiteral("\u26a0 TCP bytes missing\t2"), {.tcpOctetsLost = 2});
}

void tst_StatusLine::everyCountIsTold()
{
    QFETCH(const Counters, counters);
    QFETCH(const QString, told);
    QFETCH(const bool, inLine);
    StatusLine line;
    line.setCounters(counters);
    QSignalSpy chosen(&line, &StatusLine::tallyChosen);
    if (inLine) {
        QToolButton *const count = button(line, told);
        QVERIFY(count);
        QVERIFY(count->focusPolicy() & Qt::TabFocus);
        QTest::keyClick(count, Qt::Key_Space);
    } else {
        const auto lines = more(line);
        QCOMPARE(lines.keys(), QStringList{told});
        QCOMPARE(static_cast<bool>(button(line, QStringLiteral("\u26a0 More"))), told.startsWith(u'\u26a0'));
        lines.first()->trigger();
    }
    QCOMPARE(chosen.size(), 1);
    const auto tally = chosen.at(0).at(0).value<Tally>();
    QVERIFY(tallyScope(tally) || !tallyReason(tally, {}).isEmpty());
}

void tst_StatusLine::kindsOfMessages_data()
{
    QTest::addColumn<FlowFilter::Only>("only");
    QTest::addColumn<QList<quint64>>("shown");
    using Only = FlowFilter::Only;
    QTest::newRow("all") << Only::All << QList<quint64>{1, 2, 3, 4, 5, 6};
    QTest::newRow("SIP") << Only::Sip << QList<quint64>{1, 2, 3, 4};
    QTest::newRow("retransmissions") << Only::Retransmissions << QList<quint64>{2};
    QTest::newRow("other repeats") << Only::OtherRepeats << QList<quint64>{3};
    QTest::newRow("malformed") << Only::Malformed << QList<quint64>{4};
    QTest::newRow("not SIP") << Only::NotSip << QList<quint64>{5};
    QTest::newRow("NAT keepalives") << Only::NatKeepalives << QList<quint64>{6};
}

static Traffic oneOfEachKind()
{
    Traffic traffic;
    traffic.beat(1);
    traffic.repeatLast();
    traffic.repeatLast().copy.kind = RepeatKind::Duplicate;
    traffic.beat(1).faults = 1;
    traffic.beat(1).kind = SipKind::NotSip;
    traffic.messages.last().faults = 1;
    traffic.beat(1).kind = SipKind::NatKeepalive;
    return traffic;
}

void tst_StatusLine::kindsOfMessages()
{
    QFETCH(const FlowFilter::Only, only);
    MessageLog log;
    log.append(oneOfEachKind().take());
    FlowPanel panel(log);
    panel.setFilterText(QStringLiteral("no such thing"));
    panel.showOnly(only);
    QList<quint64> shown;
    for (quint32 match = 0; match < panel.rows()->matches(); ++match)
        shown += panel.rows()->entry(match).number;
    QTEST(shown, "shown");
}

/// Both ways to ask a filter agree.
void tst_StatusLine::anEntryIsWhatItsSummaryIs()
{
    const QList<MessageSummary> messages = oneOfEachKind().take();
    MessageLog log;
    log.append(messages);
    for (int only = 0; only <= static_cast<int>(FlowFilter::Only::NatKeepalives); ++only) {
        const FlowFilter filter{.only = static_cast<FlowFilter::Only>(only)};
        FlowMatcher matcher(log, filter);
        for (qsizetype row = 0; row < messages.size(); ++row)
            QCOMPARE(matcher.matches(log.entry(row)), test::shows(filter, messages.at(row)));
    }
}

void tst_StatusLine::aClickShowsTheMessages_data()
{
    QTest::addColumn<QString>("count");
    QTest::addColumn<QList<quint64>>("shown");
    QTest::newRow("retransmitted") << QStringLiteral("1 retransmitted") << QList<quint64>{3};
    QTest::newRow("malformed") << QStringLiteral("1 malformed") << QList<quint64>{5};
    QTest::newRow("all") << QStringLiteral("8 messages") << QList<quint64>{1, 2, 3, 4, 5, 6, 7, 8};
    QTest::newRow("echoes") << QStringLiteral("Repeated otherwise\t1") << QList<quint64>{4};
    QTest::newRow("SIP") << QStringLiteral("SIP messages\t5") << QList<quint64>{1, 2, 3, 4, 5};
    QTest::newRow("no SIP") << QStringLiteral("Not SIP\t2") << QList<quint64>{6, 8};
    QTest::newRow("NAT") << QStringLiteral("NAT keepalives\t1") << QList<quint64>{7};
}

void tst_StatusLine::aClickShowsTheMessages()
{
    QFETCH(const QString, count);
    const auto window = open();
    auto *const line = window->findChild<StatusLine *>();
    auto *const flow = window->findChild<FlowPanel *>();
    flow->setFilterText(QStringLiteral("no such thing")); // the counts are of all messages, so are those that are shown
    if (QToolButton *const inLine = button(*line, count)) {
        QTest::mouseClick(inLine, Qt::LeftButton);
    } else {
        const auto lines = more(*line);
        QVERIFY2(lines.contains(count), qPrintable(QStringList(lines.keys()).join(u'|')));
        lines.value(count)->trigger();
    }
    QList<quint64> shown;
    for (quint32 match = 0; match < flow->rows()->matches(); ++match)
        shown += flow->rows()->entry(match).number;
    QTEST(shown, "shown");
}

void tst_StatusLine::whatTheFilterHides()
{
    const auto window = open();
    auto *const line = window->findChild<StatusLine *>();
    auto *const flow = window->findChild<FlowPanel *>();
    QVERIFY(!button(*line, QStringLiteral("0 hidden")));
    flow->setFilterText(QStringLiteral("one"));
    QToolButton *const hidden = button(*line, QStringLiteral("4 hidden"));
    QVERIFY(hidden);
    QTest::mouseClick(hidden, Qt::LeftButton);
    QCOMPARE(flow->rows()->matches(), 8);
    QVERIFY(hidden->isHidden());
    QVERIFY(flow->findChild<QLineEdit *>()->text().isEmpty());
}

void tst_StatusLine::theScopeIsCleared()
{
    MessageLog log;
    log.append(oneOfEachKind().take());
    FlowPanel panel(log);
    panel.show();
    panel.showOnly(FlowFilter::Only::Retransmissions);
    QToolButton *const chip = button(panel, QStringLiteral("retransmitted  \u2715"));
    QVERIFY(chip);
    panel.setDeviceFilter({Traffic::id(2)}); // of this device: none
    QCOMPARE(panel.rows()->matches(), 0);
    QVERIFY(chip->text().endsWith(QStringLiteral(" \u00b7 retransmitted  \u2715")));
    QVERIFY(chip->toolTip().contains(Traffic::id(2)));
    QTest::mouseClick(chip, Qt::LeftButton);
    QCOMPARE(panel.rows()->matches(), 6);
    QVERIFY(chip->isHidden());
}

void tst_StatusLine::whatIsNoMessageIsExplained()
{
    const auto window = open();
    auto *const line = window->findChild<StatusLine *>();
    auto *const bar = window->findChild<MessageBar *>(QStringLiteral("news"));
    line->setListed(7, 7, 250'000);
    for (const auto &[label, words] : {std::pair{"Made room in the list\t250,000", "They are still in all.pcap"},
             {"\u26a0 IP fragments lost\t1", "capture without it"}, {"\u26a0 Damaged packets\t1", "tcpdump -s 0"},
             {"Neither UDP nor TCP\t1", "ARP or ICMP"}, {"No signalling\t1", "such as media"},
             {"Packets read\t11", "All packets of all.pcap"}}) {
        const auto lines = more(*line);
        QVERIFY2(lines.contains(QString::fromUtf8(label)), qPrintable(QStringList(lines.keys()).join(u'|')));
        lines.value(QString::fromUtf8(label))->trigger();
        QVERIFY(bar->isVisible());
        QVERIFY2(bar->text().contains(QString::fromLatin1(words)), qPrintable(bar->text()));
    }
}

void tst_StatusLine::packetsOfACapture()
{
    const auto window = open();
    const Counters &counters = window->findChild<StatusLine *>()->account().counters;
    QCOMPARE(counters.packets, 11U);
    QCOMPARE(counters.otherPackets, 1U);
    QCOMPARE(counters.fragmentsLost, 1U);
    QCOMPARE(counters.damagedPackets, 1U);
    QCOMPARE(counters.notSignalling, 1U);
    QCOMPARE(counters.tcpOctetsLost, 0U);
    QCOMPARE(counters.messages + counters.otherPackets + counters.fragmentsLost + counters.damagedPackets
            + counters.notSignalling,
        counters.packets + 1); // the fragment is a message, too: the start of it
}

QTEST_MAIN(tst_StatusLine)
#include "tst_statusline.moc"
