#include "core/simulator/devicefleet.h"
#include "tests/support/devices.h"
#include "tests/support/events.h"
#include "tests/support/livewindow.h"
#include "tests/support/playedmedia.h"
#include "ui/client/asking.h"
#include "ui/message/messageview.h"
#include "ui/play/playbatchpage.h"
#include "ui/play/playchart.h"
#include "ui/play/playresult.h"
#include "ui/play/playtarget.h"
#include "ui/play/playwindow.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/textsize.h"
#include "ui/widgets/theme.h"
#include "ui/workspace/commands.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableView>
#include <QTextEdit>
#include <QTimer>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;

/// The window that plays: what is asked, what is shown while it runs and afterwards.
class tst_PlayWindow : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void whatCannotBePlayedSaysWhy();
    void aSoundStream();
    void faults_data();
    void faults();
    void lossIsMarkedInTheChart();
    void aRefusal();
    void whatIsOverDecidesNothing();
    void byKeyboardAlone();
    void isStopped();
    void theFocusStaysWithTheButtons();
    void whatIsChosenStays();
    void channelsOfTheCatalog();
    void severalDevices();
    void whatIsHiddenCostsNothing();
    void progressIsGathered();
    void oneOfManyIsOpened();
    void theFirstOfThousandsIsOpened();
    void linksLeadToTheirMessages();
    void copiesAllOfIt();
    void textOfADeviceIsPlain();
    void largerTextHasRoom();
    void withASession();

private:
    Languages m_languages;
};

/// The window over devices that a test makes.
struct Parts
{
    DeviceTableModel devices;
    Asking asking;
    PlayWindow window{devices, asking, nullptr};
    QSignalSpy asked{&window.playing(), &Playing::playRequested};
    QSignalSpy stopped{&window.playing(), &Playing::stopRequested};
    QList<AskQuestion> catalogs;

    explicit Parts(int count = 2)
    {
        QObject::connect(&asking, &Asking::askRequested, &window,
            [this](const AskQuestion &question) { catalogs.append(question); });
        QList<DeviceSnapshot> all;
        for (int i = 1; i <= count; ++i)
            all.append(device(i, DeviceState::Online));
        devices.apply(all, {}, start);
        window.setCanPlay(true);
        window.setDevices({idOf(1)});
        window.show();
        QApplication::setActiveWindow(&window);
    }
    template<typename Widget>
    Widget *named(const char *name) const
    {
        for (Widget *one : window.findChildren<Widget *>()) {
            if (one->accessibleName() == QLatin1StringView(name))
                return one;
        }
        return nullptr;
    }
    QPushButton *button(const char *text) const
    {
        for (QPushButton *one : window.findChildren<QPushButton *>()) {
            if (one->isVisibleTo(&window) && one->text() == QLatin1StringView(text))
                return one;
        }
        return nullptr;
    }
    QPushButton *play() const { return button("&Play"); }
    QPushButton *stop() const { return button("&Stop"); }
    QComboBox *whom() const { return named<QComboBox>("Who is played"); }
    QComboBox *channel() const { return named<QComboBox>("Which channel is played"); }
    PlayResult *result() const { return window.findChild<PlayResult *>(); }
    QTableView *chain() const { return named<QTableView>("Chain of links from the INVITE to the picture"); }
    QString link(MediaLink link, int column) const
    {
        return chain()->model()->index(static_cast<int>(link), column).data().toString();
    }
    QString number(const QString &name) const
    {
        const QAbstractItemModel *const model = named<QTableView>("What was measured")->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            if (model->index(row, 0).data().toString() == name)
                return model->index(row, 1).data().toString();
        }
        return QStringLiteral("no such number");
    }
    QString causes() const { return window.findChild<QPlainTextEdit *>()->toPlainText(); }
    bool says(const QString &text) const
    {
        const auto labels = window.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
            [&](const QLabel *label) { return label->isVisibleTo(&window) && label->text().contains(text); });
    }
    PlayQuestion question() const { return asked.value(asked.size() - 1).value(0).value<PlayQuestion>(); }
    void goOn(const MediaReport &media)
    {
        const PlayQuestion last = question();
        window.playing().take(PlayProgress{last.id, last.device, last.channel, QStringLiteral("c1@here"), media});
        window.showProgress();
    }
    void end(const MediaReport &media, PlayOutcome outcome = PlayOutcome::Played, int status = 200)
    {
        const PlayQuestion last = question();
        PlayReport report;
        report.id = last.id;
        report.device = last.device;
        report.channel = last.channel.isEmpty() ? last.device : last.channel;
        report.outcome = outcome;
        report.status = status;
        report.callId = QStringLiteral("c1@here");
        report.media = media;
        window.playing().take(report);
    }
    /// The catalog of a device comes.
    void answerCatalog(const QList<QStringList> &items)
    {
        gb::test::letEventsComeUntil([this] { return !catalogs.isEmpty(); }); // so many questions a second
        const AskQuestion question = catalogs.takeFirst();
        AskReport report;
        report.id = question.id;
        report.device = question.device;
        report.command = question.command;
        report.outcome = items.isEmpty() ? AskOutcome::NoAnswer : AskOutcome::Done;
        report.columns = {QStringLiteral("DeviceID"), QStringLiteral("Name")};
        report.items = items;
        asking.take(report);
    }
};

void tst_PlayWindow::whatCannotBePlayedSaysWhy()
{
    Parts parts;
    QVERIFY(parts.play()->isEnabled() && !parts.stop()->isEnabled());
    parts.window.setCanPlay(false);
    QVERIFY(!parts.play()->isEnabled());
    QVERIFY(parts.says(QStringLiteral("does not listen as a server")));
    parts.window.setCanPlay(true);
    parts.channel()->setEditText(QStringLiteral("a b"));
    QVERIFY(!parts.play()->isEnabled() && parts.says(QStringLiteral("An ID has 1 to 64")));
    parts.channel()->setEditText(QString());
    auto *address = parts.named<QComboBox>("Address for the media");
    for (const char *wrong : {"127.1", "0.0.0.0", "224.0.0.1", "camera.local", "=1"}) {
        address->setEditText(QLatin1StringView(wrong));
        QVERIFY2(!parts.play()->isEnabled() && parts.says(QStringLiteral("an IP address that")), wrong);
    }
    address->setEditText(QStringLiteral("203.0.113.9"));
    QVERIFY(parts.play()->isEnabled());
    parts.play()->click();
    QCOMPARE(parts.question().address, IpAddress(QHostAddress(QStringLiteral("203.0.113.9"))));
    DeviceTableModel nobody;
    Asking asking;
    PlayWindow empty(nobody, asking, nullptr);
    empty.show();
    const auto labels = empty.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(),
        [](const QLabel *label) { return label->text() == u"Select a device in the table."; }));
}

void tst_PlayWindow::aSoundStream()
{
    Parts parts;
    parts.window.setPorts(22'000, 22'099);
    QCOMPARE(parts.result()->verdict(), QStringLiteral("This channel was not played so far."));
    QCOMPARE(parts.link(MediaLink::KeyFrame, PlayChain::State), QStringLiteral("\u25cb not yet"));
    parts.play()->click();
    const PlayQuestion question = parts.question();
    QVERIFY(question.device == idOf(1) && question.channel.isEmpty() && question.way == PlayWay::Udp);
    QVERIFY(question.duration == 5s && question.address.isNull());
    QVERIFY(question.firstPort == 22'000 && question.lastPort == 22'099);
    QVERIFY(!parts.play()->isEnabled() && parts.stop()->isEnabled());
    QVERIFY(parts.says(QStringLiteral("Waiting for the answer")));
    PlayedMedia media;
    parts.goOn(media.goOn(0s));
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cb not decided yet"));
    parts.goOn(media.goOn(2s));
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cf The stream is sound (provisional)"));
    QVERIFY(parts.says(QStringLiteral("Playing for 2 s")));
    const QString packets = parts.number(QStringLiteral("Packets"));
    parts.goOn(media.goOn(3s));
    QVERIFY(parts.number(QStringLiteral("Packets")) != packets); // live
    parts.end(media.end());
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cf The stream is sound"));
    QVERIFY(parts.play()->isEnabled() && !parts.stop()->isEnabled());
    QCOMPARE(parts.link(MediaLink::Ssrc, PlayChain::State), QStringLiteral("\u25cf ok"));
    QCOMPARE(parts.link(MediaLink::Connected, PlayChain::State), QStringLiteral("\u2013 does not apply"));
    QVERIFY(parts.link(MediaLink::KeyFrame, PlayChain::Proof).contains(u"; packet 1"));
    QCOMPARE(parts.number(QStringLiteral("Size")), QStringLiteral("640 \u00d7 360"));
    QVERIFY(parts.causes().contains(u"the device is cleared"));
    QVERIFY2(parts.window.findChild<PlayChart *>()->summary().endsWith(u" in 5.0 s"),
        qPrintable(parts.window.findChild<PlayChart *>()->summary()));
}

void tst_PlayWindow::faults_data()
{
    QTest::addColumn<QString>("mark");
    QTest::addColumn<MediaLink>("broken");
    QTest::addColumn<QString>("word");
    QTest::newRow("wrong-ssrc") << QStringLiteral("\u2715 ") << MediaLink::Ssrc << QStringLiteral("0200000002");
    QTest::newRow("no-parameter-sets") << QStringLiteral("\u2715 ") << MediaLink::ParameterSets
                                       << QStringLiteral("parameter sets");
    QTest::newRow("no-media") << QStringLiteral("\u2715 ") << MediaLink::FirstPacket
                              << QStringLiteral("No media arrive");
    QTest::newRow("rtp-loss") << QStringLiteral("\u2715 ") << MediaLink::Sequence << QStringLiteral("lost on the way");
    QTest::newRow("psm-crc") << QStringLiteral("\u25d0 ") << MediaLink::Map << QStringLiteral("CRC");
}

void tst_PlayWindow::faults()
{
    QFETCH(const QString, mark);
    QFETCH(const MediaLink, broken);
    QFETCH(const QString, word);
    Parts parts;
    parts.play()->click();
    parts.end(PlayedMedia::whole(QTest::currentDataTag(), 12s));
    QVERIFY2(parts.result()->verdict().startsWith(mark), qPrintable(parts.result()->verdict()));
    QVERIFY2(parts.causes().contains(word), qPrintable(parts.causes()));
    QVERIFY(parts.causes().contains(u"Cause: ") && parts.causes().contains(u"Advice: "));
    const QString state = parts.link(broken, PlayChain::State);
    const bool warned = mark == u"\u25d0 ";
    QCOMPARE(state,
        warned ? QStringLiteral("\u25d0 ok, not for all receivers") : QStringLiteral("\u2715 broken, the first one"));
    int first = 0;
    for (int i = 0; i < static_cast<int>(MediaLink::Count); ++i)
        first += parts.link(static_cast<MediaLink>(i), PlayChain::State).endsWith(u", the first one") ? 1 : 0;
    QCOMPARE(first, warned ? 0 : 1);
    const QModelIndex cell = parts.chain()->model()->index(static_cast<int>(broken), PlayChain::State);
    QCOMPARE(cell.data(Qt::FontRole).value<QFont>().bold(), !warned);
}

void tst_PlayWindow::lossIsMarkedInTheChart()
{
    Parts parts;
    parts.play()->click();
    PlayedMedia media("rtp-loss");
    for (int i = 0; i < 20; ++i)
        parts.goOn(media.goOn(100ms));
    auto *chart = parts.window.findChild<PlayChart *>();
    QVERIFY2(chart->summary().contains(u"\u2715 loss in"), qPrintable(chart->summary()));
    QCOMPARE(chart->accessibleDescription(), chart->summary());
    const auto isMarked = [chart] {
        const QImage image = chart->grab().toImage().convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixelColor(x, y).rgb() == colours().failed.rgb())
                    return true;
            }
        }
        return false;
    };
    QVERIFY(isMarked());
    PlayedMedia sound;
    PlayCurve whole;
    const MediaReport all = sound.goOn(2s);
    const RtpNumbers &rtp = all.stream.rtp;
    whole.take(rtp.first, all.now, rtp.octets, rtp.missing);
    chart->show(whole, true);
    QVERIFY(!isMarked()); // nothing was lost
}

void tst_PlayWindow::aRefusal()
{
    Parts parts;
    parts.play()->click();
    parts.end(PlayedMedia::whole("invite-486"), PlayOutcome::Refused, 486);
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u2715 Not played: the device refused with 486"));
    QVERIFY2(parts.causes().contains(u"as many viewers as it can"), qPrintable(parts.causes()));
    QCOMPARE(parts.link(MediaLink::Answered, PlayChain::State), QStringLiteral("\u2715 broken, the first one"));
}

void tst_PlayWindow::whatIsOverDecidesNothing()
{
    Parts parts;
    parts.play()->click();
    parts.end({}, PlayOutcome::NotRegistered, 0);
    QCOMPARE(parts.result()->verdict(),
        QStringLiteral("\u2715 Not played: the device is not registered, nobody knows where it is"));
    QVERIFY2(parts.causes().contains(u"says why it does not register"), qPrintable(parts.causes()));
    for (int i = 0; i < static_cast<int>(MediaLink::Count); ++i)
        QCOMPARE(parts.link(static_cast<MediaLink>(i), PlayChain::State), QStringLiteral("? unknown"));
}

/// A channel, TCP passive, ten seconds, play, look at the chain, stop.
void tst_PlayWindow::byKeyboardAlone()
{
    Parts parts;
    const auto press = [](int key, Qt::KeyboardModifiers modifiers = {}) {
        QVERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), modifiers);
    };
    const auto tabTo = [&](QWidget *wanted) {
        for (int i = 0; i < 40 && QApplication::focusWidget() != wanted; ++i)
            press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), wanted);
    };
    QCOMPARE(QApplication::focusWidget(), parts.play()); // Enter would do
    tabTo(parts.channel());
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), idOf(51));
    tabTo(parts.named<QComboBox>("Transport of the media"));
    press(Qt::Key_Down);
    tabTo(parts.named<QSpinBox>("How long it is played"));
    press(Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("10"));
    press(Qt::Key_Return);
    QCOMPARE(parts.asked.size(), 1);
    QVERIFY(parts.question().channel == idOf(51) && parts.question().way == PlayWay::TcpPassive);
    QVERIFY(parts.question().duration == 10s);
    tabTo(parts.chain());
    press(Qt::Key_Down);
    press(Qt::Key_Return, Qt::ControlModifier); // it plays already
    QCOMPARE(parts.asked.size(), 1);
    tabTo(parts.stop());
    press(Qt::Key_Space);
    QCOMPARE(parts.stopped.size(), 1);
    parts.end(PlayedMedia::whole(), PlayOutcome::Stopped);
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(parts.asked.size(), 2);
}

void tst_PlayWindow::isStopped()
{
    Parts parts;
    parts.play()->click();
    PlayedMedia media;
    parts.goOn(media.goOn(2s));
    parts.stop()->click();
    QCOMPARE(parts.stopped.value(0).value(0).toULongLong(), parts.question().id);
    parts.end(media.end(), PlayOutcome::Stopped);
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cf Stopped. Until then: The stream is sound"));
}

void tst_PlayWindow::theFocusStaysWithTheButtons()
{
    Parts parts;
    QTest::keyClick(parts.play(), Qt::Key_Return);
    QCOMPARE(parts.asked.size(), 1);
    QCOMPARE(QApplication::focusWidget(), parts.stop());
    parts.end(PlayedMedia::whole());
    QCOMPARE(QApplication::focusWidget(), parts.play());
}

void tst_PlayWindow::whatIsChosenStays()
{
    Parts parts;
    parts.channel()->setEditText(idOf(51));
    parts.named<QComboBox>("Transport of the media")->setCurrentIndex(2);
    parts.named<QSpinBox>("How long it is played")->setValue(9);
    parts.window.setDevices({idOf(2)});
    QCOMPARE(parts.channel()->currentText(), QStringLiteral("the device itself"));
    parts.play()->click();
    QVERIFY(parts.question().device == idOf(2) && parts.question().channel.isEmpty());
    QVERIFY(parts.question().way == PlayWay::TcpActive && parts.question().duration == 9s);
    parts.end(PlayedMedia::whole("invite-486"), PlayOutcome::Refused, 486);
    parts.window.setDevices({idOf(1)});
    QCOMPARE(parts.channel()->currentText(), idOf(51));
    QCOMPARE(parts.result()->verdict(), QStringLiteral("This channel was not played so far."));
    parts.window.setDevices({});
    parts.window.close();
    parts.window.show();
    QCOMPARE(parts.channel()->currentText(), idOf(51));
    parts.window.setDevices({idOf(2)});
    QVERIFY(parts.result()->verdict().contains(u"refused with 486")); // its last result
}

static const QList<QStringList> items{{QStringLiteral("34020000001310000011"), QStringLiteral("Gate")},
    {QStringLiteral("34020000001320000012"), QStringLiteral("Yard")},
    {QStringLiteral("34020000001340000013"), QStringLiteral("Alarm input")}};

void tst_PlayWindow::channelsOfTheCatalog()
{
    Parts parts;
    QCOMPARE(parts.channel()->count(), 1);
    QVERIFY(!parts.whom()->isEnabled());
    parts.button("Rea&d the channels")->click();
    QCOMPARE(parts.catalogs.size(), 1);
    QVERIFY(parts.says(QStringLiteral("Reading the channels")));
    QVERIFY(!parts.button("Rea&d the channels")->isEnabled());
    parts.answerCatalog(items);
    QCOMPARE(parts.channel()->count(), 4);
    parts.channel()->setCurrentIndex(1);
    parts.play()->click();
    QCOMPARE(parts.question().channel, items.at(0).at(0));
    parts.end(PlayedMedia::whole());
    QCOMPARE(parts.whom()->itemText(1), QStringLiteral("all 2 cameras of this device")); // no alarm input
    parts.whom()->setCurrentIndex(1);
    QVERIFY(!parts.channel()->isEnabled());
    parts.play()->click();
    QCOMPARE(parts.asked.size(), 3);
    QVERIFY(parts.window.findChild<PlayBatchPage *>()->isVisible());
    parts.button("Rea&d the channels")->click();
    parts.answerCatalog({});
    parts.window.findChild<PlayBatchPage *>()->batch().stop();
    QCOMPARE(parts.stopped.size(), 2);
}

void tst_PlayWindow::severalDevices()
{
    Parts parts(6);
    QStringList all;
    for (int i = 1; i <= 6; ++i)
        all.append(idOf(i));
    parts.window.setDevices(all);
    QCOMPARE(parts.whom()->currentText(), QStringLiteral("all 6 selected devices"));
    parts.named<QSpinBox>("How many play at once")->setValue(3);
    parts.play()->click();
    QCOMPARE(parts.asked.size(), 3);
    QVERIFY(parts.says(QStringLiteral("0 good \u00b7 0 failed \u00b7 6 to come")));
    parts.stop()->click();
    QCOMPARE(parts.stopped.size(), 3);
    // Channels of those whose catalog is there; of others the device itself
    parts.button("Rea&d the channels")->click();
    gb::test::letEventsComeUntil([&] { return parts.catalogs.size() == 6; }); // so many questions a second
    for (int i = 0; i < 6; ++i)
        parts.answerCatalog(i == 0 ? items : QList<QStringList>());
    QVERIFY(parts.says(QStringLiteral("5 catalogs could not be read")));
    QCOMPARE(
        parts.whom()->itemText(parts.whom()->count() - 1), QStringLiteral("all 2 cameras of the selected devices"));
    parts.whom()->setCurrentIndex(parts.whom()->count() - 1);
    for (int i = 0; i < 3; ++i) {
        PlayReport report;
        report.id = parts.asked.value(i).value(0).value<PlayQuestion>().id;
        report.outcome = PlayOutcome::Stopped;
        parts.window.playing().take(report);
    }
    parts.play()->click();
    QCOMPARE(parts.window.findChild<PlayBatchPage *>()->batch().sourceRows(), 7);
    // One device: its own channel again, and the table is still there
    parts.window.setDevices({idOf(3)});
    QCOMPARE(parts.whom()->currentText(), QStringLiteral("this channel"));
    QVERIFY(parts.window.findChild<PlayBatchPage *>()->isVisible());
}

/// Channels are not counted and results not made while nobody sees them; all is there when the window comes back.
void tst_PlayWindow::whatIsHiddenCostsNothing()
{
    Parts parts(3);
    parts.button("Rea&d the channels")->click();
    parts.play()->click();
    parts.window.hide();
    QSignalSpy chain(parts.chain()->model(), &QAbstractItemModel::dataChanged);
    parts.answerCatalog(items);
    PlayedMedia media;
    parts.goOn(media.goOn(2s));
    parts.window.setDevices({idOf(1), idOf(2), idOf(3)});
    parts.end(media.end());
    QCOMPARE(chain.size(), 0);
    QCOMPARE(parts.whom()->count(), 1);
    QCOMPARE(parts.channel()->count(), 1);
    QSignalSpy changed(parts.window.findChild<PlayTarget *>(), &PlayTarget::changed);
    parts.window.show();
    QCOMPARE(parts.whom()->currentText(), QStringLiteral("all 3 selected devices"));
    QCOMPARE(changed.size(), 2); // by its channels, and by how many are selected
    QCOMPARE(parts.channel()->count(), 4);
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cf The stream is sound"));
    QVERIFY(parts.play()->isEnabled() && !parts.stop()->isEnabled());
}

/// Many a second; what begins and what ends is shown at once.
void tst_PlayWindow::progressIsGathered()
{
    Parts parts;
    parts.play()->click();
    auto *const later = parts.window.findChild<QTimer *>(QStringLiteral("progress"));
    QVERIFY(later->isSingleShot() && later->interval() <= 250);
    QSignalSpy chain(parts.chain()->model(), &QAbstractItemModel::dataChanged),
        headers(parts.chain()->model(), &QAbstractItemModel::headerDataChanged);
    PlayedMedia media;
    const PlayQuestion question = parts.question();
    for (int i = 0; i < 50; ++i)
        parts.window.playing().take(PlayProgress{question.id, {}, {}, QStringLiteral("c1@here"), media.goOn(40ms)});
    QCOMPARE(chain.size(), 0);
    QVERIFY(later->isActive());
    parts.window.showProgress();
    QVERIFY(chain.size() == 1 && headers.isEmpty() && !later->isActive());
    QCOMPARE(parts.result()->verdict(), QStringLiteral("\u25cf The stream is sound (provisional)"));
    PlayQuestion other; // is not shown
    other.device = idOf(2);
    other.id = parts.window.playing().play(other);
    parts.window.playing().take(PlayProgress{other.id, {}, {}, {}, media.goOn(40ms)});
    QVERIFY(!later->isActive());
    parts.window.playing().take(PlayProgress{question.id, {}, {}, QStringLiteral("c1@here"), media.goOn(40ms)});
    QTRY_COMPARE(chain.size(), 2); // by itself
}

void tst_PlayWindow::oneOfManyIsOpened()
{
    Parts parts(3);
    parts.window.setDevices({idOf(1), idOf(2), idOf(3)});
    parts.play()->click();
    PlayReport report;
    report.id = parts.asked.value(1).value(0).value<PlayQuestion>().id;
    report.media = PlayedMedia::whole("wrong-ssrc");
    parts.window.playing().take(report);
    QSignalSpy wanted(&parts.window, &PlayWindow::deviceWanted);
    auto *page = parts.window.findChild<PlayBatchPage *>();
    auto *view = page->findChild<QTableView *>();
    emit view->activated(view->model()->index(1, 0));
    QCOMPARE(wanted.value(0).value(0).toString(), idOf(2));
    QVERIFY(parts.result()->isVisible() && parts.result()->verdict().startsWith(u"\u2715 The stream is broken"));
}

void tst_PlayWindow::theFirstOfThousandsIsOpened()
{
    constexpr int many = 2'500;
    Parts parts(many);
    QStringList all;
    for (int i = 1; i <= many; ++i)
        all.append(idOf(i));
    parts.window.setDevices(all);
    parts.play()->click();
    const MediaReport broken = PlayedMedia::whole("wrong-ssrc");
    for (int i = 0; i < many; ++i) {
        PlayReport report;
        report.id = parts.asked.value(i).value(0).value<PlayQuestion>().id;
        report.media = broken;
        parts.window.playing().take(report);
    }
    auto *page = parts.window.findChild<PlayBatchPage *>();
    QCOMPARE(page->batch().count(PlayBatch::Stage::Failed), many);
    auto *view = page->findChild<QTableView *>();
    emit view->activated(view->model()->index(0, 0));
    QVERIFY2(
        parts.result()->verdict().startsWith(u"\u2715 The stream is broken"), qPrintable(parts.result()->verdict()));
}

void tst_PlayWindow::linksLeadToTheirMessages()
{
    Parts parts;
    QVERIFY(!parts.button("Show the messa&ges")->isEnabled());
    parts.play()->click();
    parts.goOn(PlayedMedia().goOn(1s));
    QSignalSpy wanted(&parts.window, &PlayWindow::messageWanted);
    QVERIFY(parts.button("Show the messa&ges")->isEnabled()); // while it runs, too
    parts.button("Show the messa&ges")->click();
    QCOMPARE(wanted.value(0).value(1).toString(), QStringLiteral("c1@here"));
    QCOMPARE(wanted.value(0).value(2).value<PlayMessage>(), PlayMessage::Invite);
    const auto activate = [&](MediaLink link) {
        emit parts.chain()->activated(parts.chain()->model()->index(static_cast<int>(link), 0));
    };
    activate(MediaLink::Answered);
    QCOMPARE(wanted.value(1).value(2).value<PlayMessage>(), PlayMessage::Answer);
    activate(MediaLink::Sequence); // media are in no record
    QCOMPARE(wanted.size(), 2);
}

void tst_PlayWindow::copiesAllOfIt()
{
    Parts parts;
    parts.play()->click();
    parts.end(PlayedMedia::whole("wrong-ssrc"));
    parts.button("Cop&y")->click();
    const QString copied = QGuiApplication::clipboard()->text();
    for (const char *part : {"3402000000132", "The stream is broken", "SSRC\t\u2715 broken, the first one",
             "Cause: ", "SSRC received\t0200000002"})
        QVERIFY2(copied.contains(QString::fromUtf8(part)), part);
}

void tst_PlayWindow::textOfADeviceIsPlain()
{
    Parts parts;
    parts.play()->click();
    PlayReport report;
    report.id = parts.question().id;
    report.outcome = PlayOutcome::NoPort;
    report.detail = QStringLiteral("<b>x</b><img src=x>");
    parts.window.playing().take(report);
    QVERIFY(parts.result()->verdict().contains(u"<b>x</b>"));
    for (const QLabel *label : parts.window.findChildren<QLabel *>())
        QCOMPARE(label->textFormat(), Qt::PlainText);
    QVERIFY(parts.causes().contains(u"<img src=x>"));
}

/// Chosen in the preferences while the window is there.
void tst_PlayWindow::largerTextHasRoom()
{
    Parts parts;
    parts.play()->click();
    parts.end(PlayedMedia::whole("wrong-ssrc"));
    setTextSize(22);
    const auto fits = [&] {
        QFont bold = parts.chain()->font();
        bold.setBold(true);
        return parts.chain()->rowHeight(0) >= parts.chain()->fontMetrics().height()
            && parts.chain()->columnWidth(PlayChain::State)
            >= QFontMetrics(bold).horizontalAdvance(parts.link(MediaLink::Ssrc, PlayChain::State))
            && parts.window.findChild<PlayBatchPage *>()
                   ->findChild<QTableView *>()
                   ->verticalHeader()
                   ->defaultSectionSize()
            > parts.chain()->fontMetrics().height();
    };
    QTRY_VERIFY(parts.chain()->fontMetrics().height() > 30 && fits()); // Qt tells the windows in the event loop
    setTextSize(0);
    QTRY_VERIFY(parts.chain()->fontMetrics().height() < 30 && fits());
}

/// From the command to the message in the ladder: a device that refuses, so that nobody waits.
void tst_PlayWindow::withASession()
{
    LiveWindow site;
    site.prepare();
    Preferences preferences;
    preferences.mediaFirstPort = 22'100;
    preferences.mediaLastPort = 22'999;
    site.settings().setPreferences(preferences);
    const std::unique_ptr<MainWindow> window = site.liveWindow();
    const ServerConfig names;
    const SystemClock clock;
    DeviceFleet fleet(clock,
        {.server = LiveWindow::listen(*window),
            .local = QHostAddress(QHostAddress::LocalHost),
            .serverId = names.serverId,
            .domain = names.domain,
            .password = QStringLiteral("12345678")});
    DeviceBehaviour behaviour;
    behaviour.faults = {QStringLiteral("invite-486")};
    QVERIFY(fleet.open());
    fleet.add(LiveWindow::cameraId, std::make_shared<const DeviceBehaviour>(behaviour));
    LiveWindow::online(*window)->select({LiveWindow::cameraId});
    window->findChild<Commands *>()->action(QStringLiteral("devices.play"))->trigger();
    auto *play = window->findChild<PlayWindow *>();
    QVERIFY(play->isVisible());
    QSignalSpy asked(&play->playing(), &Playing::playRequested), played(&play->playing(), &Playing::played);
    QTest::keyClick(play, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(asked.value(0).value(0).value<PlayQuestion>().firstPort, 22'100);
    QTRY_COMPARE(played.size(), 1);
    const auto report = played.value(0).value(1).value<PlayReportPtr>();
    QCOMPARE(report->outcome, PlayOutcome::Refused);
    QVERIFY(report->here.port >= 22'100 && report->here.port < 23'000);
    auto *message = window->findChild<MessageView *>();
    const auto isShown = [message](const QString &text) {
        const auto parts = message->findChildren<QTextEdit *>();
        return std::any_of(
            parts.begin(), parts.end(), [&](const QTextEdit *one) { return one->toPlainText().contains(text); });
    };
    // The list may have a message a moment later than the report comes
    const auto leadsTo = [&](PlayMessage which, const QString &text) {
        emit play->messageWanted(LiveWindow::cameraId, report->callId, which);
        return isShown(text);
    };
    QTRY_VERIFY(leadsTo(PlayMessage::Invite, QStringLiteral("INVITE sip:") + LiveWindow::cameraId));
    QTRY_VERIFY(leadsTo(PlayMessage::Answer, QStringLiteral("SIP/2.0 486")));
    const auto *bar = window->findChild<MessageBar *>(QStringLiteral("news"));
    emit play->messageWanted(LiveWindow::cameraId, report->callId, PlayMessage::Bye); // there was none
    QVERIFY(bar->isVisible() && bar->text().contains(u"not in the list"));
}

QTEST_MAIN(tst_PlayWindow)
#include "tst_playwindow.moc"
