#include "core/session/filesession.h"
#include "core/session/livesession.h"
#include "core/simulator/virtualdevice.h"
#include "tests/support/capturewriter.h"
#include "tests/support/outcomes.h"
#include "ui/devices/devicepanel.h"
#include "ui/ladder/findbar.h"
#include "ui/ladder/flowpanel.h"
#include "ui/ladder/ladderview.h"
#include "ui/message/messageview.h"
#include "ui/session/recordsearch.h"
#include "ui/settings/appsettings.h"
#include "ui/settings/languages.h"
#include "ui/workspace/commands.h"
#include "ui/workspace/mainwindow.h"

#include <QLineEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextEdit>
#include <QToolButton>
#include <QtTest>

using namespace gb;
using namespace gb::ui;
using namespace std::chrono_literals;
using gb::test::Capture;

/// The search through the messages of a record, in the window.
class tst_FindBar : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void hitsAreWalkedByKeys();
    void theMessageShowsIt();
    void chineseIsFound();
    void whatIsNotThereIsSaid();
    void theFilterHidesAHit();
    void rowsAndFoldsAreMarked();
    void typingSearches();
    void aNewSearchEndsTheOld();
    void aSlowSearchShowsItsProgress();
    void escapeCloses();
    void aLiveSessionIsSearched();

private:
    /// MESSAGEs 1, 3, 5 … with their answers 2, 4, 6 …; every third MESSAGE has `word` in its body, upper and lower
    /// case in turn.
    QString capture(int messages, const QByteArray &word);
    std::unique_ptr<MainWindow> open(const QString &file, quint64 messages);
    static void type(MainWindow &window, const QString &text);
    static FindBar *barOf(MainWindow &window) { return window.findChild<FindBar *>(); }
    static std::optional<quint64> selected(MainWindow &window)
    {
        return window.findChild<LadderView *>()->selectedNumber();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AppSettings> m_settings;
    Languages m_languages;
};

void tst_FindBar::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<AppSettings>(m_folder->filePath(QStringLiteral("settings.ini")));
    m_languages.use(QStringLiteral("en"));
}

QString tst_FindBar::capture(int messages, const QByteArray &word)
{
    Capture capture;
    for (int i = 0; i < messages; ++i) {
        const QByteArray body = i % 3 != 0 ? QByteArray("nothing") : i % 2 == 0 ? word : word.toUpper();
        const gb::test::SipText message = withXml(gb::test::request("MESSAGE", "call" + QByteArray::number(i)),
            gb::test::manscdp("<Notify><CmdType>Alarm</CmdType><Info>" + body + "</Info></Notify>"));
        capture.say(message);
        capture.say(answer(message, "200 OK"), true);
    }
    QFile file(m_folder->filePath(QStringLiteral("a.pcap")));
    if (file.open(QIODevice::WriteOnly))
        file.write(capture.octets());
    return file.fileName();
}

std::unique_ptr<MainWindow> tst_FindBar::open(const QString &file, quint64 messages)
{
    auto session = std::make_unique<FileSession>(QStringList{file}, HeartbeatPolicy{});
    const gb::test::Outcomes<outcome::Loaded> loaded(*session);
    auto window = std::make_unique<MainWindow>(*m_settings, m_languages, std::move(session));
    window->resize(1366, 740);
    window->show();
    [&] { QTRY_VERIFY(!loaded.isEmpty()); }(); // and the window has chosen what it shows first
    [&] { QTRY_COMPARE(window->findChild<FlowPanel *>()->rows()->matches(), static_cast<qsizetype>(messages)); }();
    window->findChild<Commands *>()->action(QStringLiteral("messages.find"))->trigger();
    return window;
}

void tst_FindBar::type(MainWindow &window, const QString &text)
{
    auto *edit = barOf(window)->findChild<QLineEdit *>();
    edit->clear();
    QTest::keyClicks(edit, text);
    QTest::keyClick(edit, Qt::Key_Return);
}

void tst_FindBar::hitsAreWalkedByKeys()
{
    const auto window = open(capture(9, "smoke"), 18);
    FindBar *const bar = barOf(*window);
    auto *const edit = bar->findChild<QLineEdit *>();
    const auto action = [&](const char *id) { return window->findChild<Commands *>()->action(QLatin1String(id)); };
    QVERIFY(bar->isVisible());
    QCOMPARE(window->focusWidget(), edit);
    type(*window, QStringLiteral("Smoke"));
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 3"));
    QCOMPARE(bar->hits(), (QList<quint64>{1, 7, 13}));
    QCOMPARE(selected(*window), 1U);
    QTest::keyClick(edit, Qt::Key_Return);
    QCOMPARE(selected(*window), 7U);
    QCOMPARE(bar->told(), QStringLiteral("2 of 3"));
    action("messages.next")->trigger();
    QCOMPARE(selected(*window), 13U);
    QTest::keyClick(edit, Qt::Key_Enter);
    QCOMPARE(selected(*window), 1U); // round the end
    QTest::keyClick(edit, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(selected(*window), 13U);
    action("messages.previous")->trigger();
    QCOMPARE(selected(*window), 7U);
    QCOMPARE(action("messages.next")->shortcut(), QKeySequence(Qt::Key_F3));
    QCOMPARE(action("messages.previous")->shortcut(), QKeySequence(Qt::SHIFT | Qt::Key_F3));
    QCOMPARE(action("messages.find")->shortcut(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F));
    QVERIFY(action("devices.find")->shortcuts().contains(QKeySequence(Qt::CTRL | Qt::Key_F)));
    type(*window, QStringLiteral("call8")); // from the message that is selected on; the head counts, too
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 2"));
    QCOMPARE(bar->hits(), (QList<quint64>{17, 18}));
    type(*window, QStringLiteral("smoke")); // nothing behind message 17: from the start
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 3"));
    QCOMPARE(selected(*window), 1U);
}

void tst_FindBar::theMessageShowsIt()
{
    const auto window = open(capture(3, "smoke"), 6);
    type(*window, QStringLiteral("SMOKE"));
    auto *const message = window->findChild<MessageView *>();
    QTRY_VERIFY(message->shownText().contains(QStringLiteral("<Info>smoke</Info>")));
    auto *const text = message->findChild<QTextEdit *>();
    const auto markedWords = [text] {
        QStringList words;
        for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next()) {
            for (const QTextLayout::FormatRange &range : block.layout()->formats()) {
                if (range.format.hasProperty(QTextFormat::BackgroundBrush))
                    words += block.text().mid(range.start, range.length);
            }
        }
        return words;
    };
    QTRY_COMPARE(markedWords(), QStringList{QStringLiteral("smoke")}); // it may have been shown before
    QVERIFY(text->textCursor().block().text().contains(QStringLiteral("smoke")));
    barOf(*window)->close();
    QCOMPARE(markedWords(), QStringList{});
}

void tst_FindBar::chineseIsFound()
{
    const auto window = open(capture(3, "\xc9\xe3\xcf\xf1\xbb\xfa"), 6);
    barOf(*window)->find(QStringLiteral("\u6444\u50cf\u673a"));
    QTRY_COMPARE(barOf(*window)->told(), QStringLiteral("1 of 1"));
    QTRY_VERIFY(window->findChild<MessageView *>()->shownText().contains(QStringLiteral("\u6444\u50cf\u673a")));
}

void tst_FindBar::whatIsNotThereIsSaid()
{
    const auto window = open(capture(3, "smoke"), 6);
    FindBar *const bar = barOf(*window);
    QCOMPARE(bar->told(), QString());
    const auto before = selected(*window);
    type(*window, QStringLiteral("fire"));
    QTRY_COMPARE(bar->told(), QStringLiteral("no message contains it"));
    QVERIFY(selected(*window) == before);
    bar->step(1);
    QVERIFY(selected(*window) == before);
    m_languages.use(QStringLiteral("zh_CN"));
    QTRY_VERIFY(bar->told() != QStringLiteral("no message contains it"));
    QVERIFY(!bar->told().isEmpty());
    m_languages.use(QStringLiteral("en"));
    type(*window, {});
    QTRY_COMPARE(bar->told(), QString());
}

void tst_FindBar::theFilterHidesAHit()
{
    const auto window = open(capture(9, "smoke"), 18);
    FindBar *const bar = barOf(*window);
    auto *const flow = window->findChild<FlowPanel *>();
    flow->setFilterText(QStringLiteral("call3"));
    QCOMPARE(flow->rows()->matches(), 2);
    type(*window, QStringLiteral("smoke"));
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 3 hidden by the filter"));
    QTRY_VERIFY(window->findChild<MessageView *>()->shownText().contains(QStringLiteral("smoke"))); // it is shown all
                                                                                                    // the same
    const auto buttons = bar->findChildren<QToolButton *>();
    const auto showAll = std::find_if(buttons.begin(), buttons.end(),
        [](const QToolButton *button) { return button->text() == QStringLiteral("Show all"); });
    QVERIFY(showAll != buttons.end() && (*showAll)->isVisible());
    bar->step(1);
    QCOMPARE(selected(*window), 7U); // call3
    QCOMPARE(bar->told(), QStringLiteral("2 of 3"));
    QVERIFY(!(*showAll)->isVisible());
    bar->step(-1);
    QTest::mouseClick(*showAll, Qt::LeftButton);
    QTRY_COMPARE(flow->rows()->matches(), 18);
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 3"));
    QVERIFY(!(*showAll)->isVisible());
    QVERIFY(window->findChild<LadderView *>()->currentRow() >= 0);
}

void tst_FindBar::rowsAndFoldsAreMarked()
{
    Capture capture;
    for (int i = 0; i < 12; ++i) {
        const auto beat = withXml(gb::test::request("MESSAGE", "beat" + QByteArray::number(i)),
            gb::test::manscdp("<Notify><CmdType>Keepalive</CmdType><SN>" + QByteArray::number(i)
                + "</SN><DeviceID>34020000001320000001</DeviceID><Status>OK</Status></Notify>"));
        capture.say(beat);
        capture.say(answer(beat, "200 OK"), true);
    }
    capture.say(gb::test::request("OPTIONS", "last"));
    QFile file(m_folder->filePath(QStringLiteral("beats.pcap")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(capture.octets());
    file.close();
    const auto window = open(file.fileName(), 25);
    auto *const flow = window->findChild<FlowPanel *>();
    flow->rows()->setFolding(FlowRows::Folding::On);
    const LadderView *const ladder = flow->ladder();
    const auto marked = [&] {
        QList<qsizetype> rows;
        for (qsizetype row = 0; row < flow->rows()->count(); ++row) {
            if (ladder->isFound(row))
                rows += row;
        }
        return rows;
    };
    QVERIFY(flow->rows()->row(0).isFold());
    QCOMPARE(marked(), QList<qsizetype>{});
    type(*window, QStringLiteral("<sn>7</sn>"));
    QTRY_COMPARE(selected(*window), 15U); // the fold is open now
    QCOMPARE(marked(), (QList<qsizetype>{flow->rows()->rowShowing(15)}));
    QVERIFY(flow->rows()->row(marked().constFirst()).kind == FlowRow::Kind::Message);
    QTest::keyClick(flow->ladder(), Qt::Key_Left); // by whoever looks; else what is selected is not folded away
    QCOMPARE(marked(), QList<qsizetype>{0});
    barOf(*window)->close();
    QCOMPARE(marked(), QList<qsizetype>{});
}

void tst_FindBar::typingSearches()
{
    const auto window = open(capture(3, "smoke"), 6);
    QTest::keyClicks(barOf(*window)->findChild<QLineEdit *>(), QStringLiteral("smo"));
    QTRY_COMPARE(barOf(*window)->told(), QStringLiteral("1 of 1"));
}

/// Of the first one nothing is heard any more, however much it has found.
void tst_FindBar::aNewSearchEndsTheOld()
{
    QFile file(m_folder->filePath(QStringLiteral("texts")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    auto places = std::make_shared<RecordPlaces>();
    const QByteArray message = "first" + QByteArray(50'000, '.');
    for (qint64 i = 0; i < 400; ++i) {
        file.write(message);
        places->append({{.file = 0, .size = static_cast<quint16>(message.size()), .offset = i * message.size()}});
    }
    file.write("second");
    places->append({{.file = 0, .size = 6, .offset = 400 * message.size()}});
    file.close();
    RecordSearch search;
    QList<quint64> found;
    int ends = 0;
    connect(&search, &RecordSearch::found, this, [&](const QList<quint64> &numbers) { found += numbers; });
    connect(&search, &RecordSearch::finished, this, [&] { ++ends; });
    search.start(QStringLiteral("first"), {file.fileName()}, places);
    search.start(QStringLiteral("second"), {file.fileName()}, places);
    QTRY_COMPARE(ends, 1);
    QCOMPARE(found, QList<quint64>{401});
    QVERIFY(!search.isRunning());
    search.start(QStringLiteral("first"), {file.fileName()}, places);
    connect(
        &search, &RecordSearch::found, this,
        [&](const QList<quint64> &numbers) {
            QVERIFY(!numbers.isEmpty() && numbers.constLast() < 400);
            found.clear();
            search.start(QStringLiteral("second"), {file.fileName()}, places);
        },
        Qt::SingleShotConnection); // in the midst of the search
    QTRY_COMPARE(ends, 2);
    QCOMPARE(found, QList<quint64>{401});
    search.start(QStringLiteral("first"), {file.fileName()}, places);
    search.cancel();
    QVERIFY(!search.isRunning());
    search.start(QStringLiteral("first"), {file.fileName()}, places); // and its end does not wait for this one's
}

/// A source whose disk answers when the test says so.
class SlowSource final : public Session
{
public:
    void send(Wish wish) override { flushes += std::holds_alternative<wish::Flush>(wish) ? 1 : 0; }
    bool isLive() const override { return false; }
    QStringList files() const override { return record; }
    std::shared_ptr<const RecordPlaces> places() const override { return std::make_shared<RecordPlaces>(); }

    QStringList record{QStringLiteral("x")};
    int flushes = 0;
};

void tst_FindBar::aSlowSearchShowsItsProgress()
{
    MessageLog log;
    FlowRows rows(log);
    SlowSource source;
    FindBar bar(&rows);
    bar.setSession(&source);
    bar.open(0);
    bar.find(QStringLiteral("x"));
    QCOMPARE(source.flushes, 1);
    auto *const progress = bar.findChild<QProgressBar *>();
    QVERIFY(!progress->isVisible());
    QTRY_VERIFY(progress->isVisible());
    const auto buttons = bar.findChildren<QToolButton *>();
    const auto cancel = std::find_if(buttons.begin(), buttons.end(),
        [](const QToolButton *button) { return button->text() == QStringLiteral("Cancel"); });
    QVERIFY(cancel != buttons.end() && (*cancel)->isVisible());
    (*cancel)->click();
    QVERIFY(!progress->isVisible());
    QCOMPARE(bar.told(), QStringLiteral("not all messages were searched"));
    emit source.told(outcome::Flushed{}); // too late
    QCOMPARE(bar.told(), QStringLiteral("not all messages were searched"));
    bar.find(QStringLiteral("y"));
    emit source.told(outcome::Flushed{});
    QTRY_COMPARE(bar.told(), QStringLiteral("no message contains it"));
    QVERIFY(!progress->isVisible());
    source.record.clear();
    bar.find(QStringLiteral("z"));
    QCOMPARE(bar.told(), QStringLiteral("nothing is recorded"));
    QCOMPARE(source.flushes, 2);
}

void tst_FindBar::escapeCloses()
{
    const auto window = open(capture(3, "smoke"), 6);
    FindBar *const bar = barOf(*window);
    auto *const ladder = window->findChild<LadderView *>();
    type(*window, QStringLiteral("smoke"));
    QTRY_COMPARE(bar->hits().size(), 1);
    QTest::keyClick(bar->findChild<QLineEdit *>(), Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
    QVERIFY(bar->hits().isEmpty());
    QCOMPARE(window->focusWidget(), ladder);
    window->findChild<Commands *>()->action(QStringLiteral("messages.next"))->trigger(); // opens it again, with what it
                                                                                         // had
    QVERIFY(bar->isVisible());
    QTRY_COMPARE(bar->told(), QStringLiteral("1 of 1"));
    QTest::keyClick(ladder, Qt::Key_Escape);
    QVERIFY(!bar->isVisible());
}

void tst_FindBar::aLiveSessionIsSearched()
{
    MainWindow window(*m_settings, m_languages,
        std::make_unique<LiveSession>(
            m_settings->heartbeat(), m_folder->path(), m_folder->filePath(QStringLiteral("live.pcapng"))));
    window.show();
    QSignalSpy listening(&window, &MainWindow::listening);
    ServerConfig config;
    config.address = QHostAddress(QHostAddress::LocalHost);
    config.port = 0;
    config.password = QStringLiteral("12345678");
    window.listenOnce(config);
    QVERIFY(listening.wait());
    VirtualDevice device({.id = QStringLiteral("34020000001320000001"),
        .address = QHostAddress(QHostAddress::LocalHost),
        .server = listening.at(0).at(0).value<Endpoint>(),
        .serverId = config.serverId,
        .domain = config.domain,
        .password = config.password,
        .userAgent = QStringLiteral("IP Camera"),
        .interval = 200ms,
        .behaviour = Behaviour::Healthy});
    QVERIFY(device.start());
    auto *const flow = window.findChild<FlowPanel *>();
    QTRY_VERIFY(flow->rows()->matches() >= 6);
    window.findChild<Commands *>()->action(QStringLiteral("messages.find"))->trigger();
    FindBar *const bar = barOf(window);
    bar->find(QStringLiteral("ip camera"));
    QTRY_VERIFY(!bar->hits().isEmpty());
    QCOMPARE(bar->hits().constFirst(), 1U);
    QCOMPARE(selected(window), 1U);
    QVERIFY(!flow->ladder()->isFollowing());
    const qsizetype before = bar->hits().size();
    QTRY_VERIFY(flow->rows()->matches() >= 12);
    flow->find(); // once more: what came since is there, too
    QTRY_VERIFY(bar->hits().size() > before);
}

QTEST_MAIN(tst_FindBar)
#include "tst_findbar.moc"
