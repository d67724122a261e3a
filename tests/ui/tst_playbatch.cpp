#include "tests/support/devices.h"
#include "tests/support/playedmedia.h"
#include "ui/play/playbatchpage.h"
#include "ui/play/playchart.h"
#include "ui/settings/languages.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QtTest>

using namespace gb;
using namespace gb::test;
using namespace gb::ui;
using Stage = PlayBatch::Stage;

/// Many channels, a few at a time. Nothing waits: a test says what becomes of each play.
class tst_PlayBatch : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { m_languages.use(QStringLiteral("en")); } // plural forms
    void onlySoManyAtOnce();
    void rowsFillAsPlaysEnd();
    void stopsAndPlaysAgain();
    void whatIsGivenUpIsNobodys();
    void eachChannelOnce();
    void isBounded();
    void sortsByNumbers();
    void cellsAreNoFormulas();
    void thePage();
    void resultsAreBounded();
    void aResultIsHeldOnce();
    void curvesAreForgottenEarlier();

private:
    Languages m_languages;
};

/// Plays that a test ends.
struct Site
{
    Playing playing;
    PlayBatch batch{playing, nullptr};
    QList<PlayQuestion> open;
    QList<quint64> stopped;

    Site()
    {
        QObject::connect(
            &playing, &Playing::playRequested, &batch, [this](const PlayQuestion &question) { open.append(question); });
        QObject::connect(&playing, &Playing::stopRequested, &batch, [this](quint64 id) { stopped.append(id); });
    }
    static QList<PlayItem> items(int count)
    {
        QList<PlayItem> all;
        for (int i = 1; i <= count; ++i)
            all.append({{idOf(1), idOf(100 + i)}, QStringLiteral("Gate %1").arg(i)});
        return all;
    }
    void end(PlayOutcome outcome, const MediaReport &media = {}, int status = 200)
    {
        const PlayQuestion question = open.takeFirst();
        PlayReport report;
        report.id = question.id;
        report.device = question.device;
        report.channel = question.channel;
        report.outcome = outcome;
        report.status = status;
        report.media = media;
        playing.take(report);
    }
    QString cell(int row, int column) const { return batch.index(row, column).data().toString(); }
};

void tst_PlayBatch::onlySoManyAtOnce()
{
    Site site;
    site.batch.start(
        {.way = PlayWay::TcpPassive, .duration = 7s, .firstPort = 22'000, .lastPort = 22'999}, Site::items(100), 4);
    QCOMPARE(site.open.size(), 4);
    QVERIFY(site.open.first().way == PlayWay::TcpPassive && site.open.first().duration == 7s);
    QVERIFY(site.open.first().firstPort == 22'000 && site.open.first().lastPort == 22'999);
    QCOMPARE(site.batch.count(Stage::Waiting), 96);
    int ended = 0;
    for (const MediaReport sound = PlayedMedia::whole(); !site.open.isEmpty(); ++ended) {
        QVERIFY(site.open.size() <= 4);
        site.end(PlayOutcome::Played, sound);
    }
    QCOMPARE(ended, 100);
    QVERIFY(!site.batch.isRunning());
    QCOMPARE(site.batch.count(Stage::Good), 100);
}

void tst_PlayBatch::rowsFillAsPlaysEnd()
{
    Site site;
    site.batch.start({}, Site::items(5), 5);
    QCOMPARE(site.cell(0, PlayBatch::Verdict), QStringLiteral("\u25b7 playing\u2026"));
    PlayedMedia running;
    PlayProgress progress{
        .id = site.open.first().id, .device = {}, .channel = {}, .callId = {}, .media = running.goOn(2s)};
    site.playing.take(progress);
    QCOMPARE(site.cell(0, PlayBatch::Verdict), QStringLiteral("\u25b7 playing, so far: sound"));
    QCOMPARE(site.cell(0, PlayBatch::Size), QString()); // not before it is over
    site.end(PlayOutcome::Played, running.end());
    site.end(PlayOutcome::Played, PlayedMedia::whole("wrong-ssrc"));
    site.end(PlayOutcome::Refused, PlayedMedia::whole("invite-486"), 486);
    site.end(PlayOutcome::NotRegistered);
    site.end(PlayOutcome::Played, PlayedMedia::whole("psm-crc"));
    QCOMPARE(site.cell(0, PlayBatch::Device), idOf(1));
    QCOMPARE(site.cell(0, PlayBatch::Channel), idOf(101));
    QCOMPARE(site.cell(0, PlayBatch::Name), QStringLiteral("Gate 1"));
    QCOMPARE(site.cell(0, PlayBatch::Verdict), QStringLiteral("\u25cf sound"));
    QCOMPARE(site.cell(0, PlayBatch::Broken), QString());
    QCOMPARE(site.cell(0, PlayBatch::Size), QStringLiteral("640 \u00d7 360"));
    QCOMPARE(site.cell(0, PlayBatch::Codec), QStringLiteral("H.264"));
    QCOMPARE(site.cell(0, PlayBatch::Loss), QStringLiteral("0.00 %"));
    QVERIFY(site.cell(0, PlayBatch::Rate).startsWith(u"25.") && site.cell(0, PlayBatch::Delay).endsWith(u" ms"));
    QCOMPARE(site.cell(1, PlayBatch::Verdict), QStringLiteral("\u2715 broken"));
    QCOMPARE(site.cell(1, PlayBatch::Broken), QStringLiteral("SSRC"));
    QVERIFY(site.cell(1, PlayBatch::Why).contains(u"0200000002"));
    QCOMPARE(site.cell(2, PlayBatch::Verdict), QStringLiteral("\u2715 refused, 486"));
    QCOMPARE(site.cell(2, PlayBatch::Broken), QStringLiteral("answered"));
    QCOMPARE(site.cell(3, PlayBatch::Verdict), QStringLiteral("\u2715 not registered"));
    QVERIFY(site.cell(3, PlayBatch::Why).contains(u"nobody knows where it is"));
    QCOMPARE(site.cell(4, PlayBatch::Verdict), QStringLiteral("\u25d0 plays, with a warning"));
    QCOMPARE(site.batch.count(Stage::Good), 2);
    QCOMPARE(site.batch.count(Stage::Failed), 3);
}

void tst_PlayBatch::stopsAndPlaysAgain()
{
    Site site;
    const MediaReport sound = PlayedMedia::whole();
    site.batch.start({}, Site::items(20), 3);
    site.end(PlayOutcome::Played, sound);
    site.end(PlayOutcome::NoAnswer);
    site.batch.stop();
    QCOMPARE(site.stopped.size(), 3);
    QCOMPARE(site.batch.count(Stage::Stopped), 15);
    while (!site.open.isEmpty())
        site.end(PlayOutcome::Stopped);
    QVERIFY(!site.batch.isRunning());
    QCOMPARE(site.batch.count(Stage::Stopped), 18);
    site.batch.playFailed();
    QCOMPARE(site.open.size(), 3);
    QCOMPARE(site.batch.count(Stage::Good), 1); // that one is not played again
    while (!site.open.isEmpty())
        site.end(PlayOutcome::Played, sound);
    QCOMPARE(site.batch.count(Stage::Good), 20);
}

void tst_PlayBatch::whatIsGivenUpIsNobodys()
{
    Site site;
    site.batch.start({}, Site::items(2), 4);
    const quint64 old = site.open.first().id;
    site.open.clear();
    site.batch.start({}, {{{idOf(2), idOf(2)}, {}}}, 4);
    PlayReport late;
    late.id = old;
    late.outcome = PlayOutcome::Refused;
    site.playing.take(late);
    QCOMPARE(site.batch.count(Stage::Failed), 0);
    QCOMPARE(site.batch.sourceRows(), 1);
    QCOMPARE(site.cell(0, PlayBatch::Channel), QString()); // the device itself
    QVERIFY(site.open.first().channel.isEmpty());
}

/// In the list twice, or played by hand already.
void tst_PlayBatch::eachChannelOnce()
{
    Site site;
    PlayQuestion byHand;
    byHand.device = idOf(1);
    byHand.channel = idOf(101);
    const quint64 id = site.playing.play(byHand);
    site.batch.start({}, Site::items(2) + Site::items(2), 4);
    QCOMPARE(site.batch.sourceRows(), 2);
    QCOMPARE(site.open.size(), 2);
    QCOMPARE(site.open.first().id, id);
    site.end(PlayOutcome::Played, PlayedMedia::whole());
    QCOMPARE(site.batch.count(Stage::Good), 1);
}

void tst_PlayBatch::isBounded()
{
    Site site;
    site.batch.start({}, Site::items(static_cast<int>(PlayBatch::maxItems) + 5), 1000);
    QCOMPARE(site.batch.sourceRows(), static_cast<int>(PlayBatch::maxItems));
    QCOMPARE(site.open.size(), PlayBatch::mostAtOnce);
    QCOMPARE(site.batch.leftOut(), 5); // and told
    PlayBatchPage page(site.playing);
    page.batch().start({}, Site::items(static_cast<int>(PlayBatch::maxItems) + 5), 1);
    QVERIFY2(page.counts().endsWith(u" \u00b7 5 left out: too many at a time"), qPrintable(page.counts()));
}

void tst_PlayBatch::sortsByNumbers()
{
    Site site;
    site.batch.start({}, Site::items(3), 3);
    MediaReport media = PlayedMedia::whole();
    for (const auto delay : {900ms, 1200ms, 5ms}) {
        media.toFirstPacket = delay;
        site.end(PlayOutcome::Played, media);
    }
    site.batch.sort(PlayBatch::Delay, Qt::AscendingOrder);
    QCOMPARE(site.cell(0, PlayBatch::Delay), QStringLiteral("5.0 ms"));
    QCOMPARE(site.cell(2, PlayBatch::Delay), QStringLiteral("1.2 s"));
}

void tst_PlayBatch::cellsAreNoFormulas()
{
    Site site;
    site.batch.start({}, {{{idOf(1), idOf(1)}, QStringLiteral("=HYPERLINK(1)")}}, 1);
    site.end(PlayOutcome::NoAnswer);
    const QByteArray csv = site.batch.csv();
    QVERIFY(csv.startsWith("\xef\xbb\xbf"
                           "Device,Channel,Name,Verdict,First broken link,Size,Frame rate,Codec,"));
    QVERIFY(csv.contains(",'=HYPERLINK(1),"));
    QCOMPARE(csv.count("\r\n"), 2);
}

void tst_PlayBatch::thePage()
{
    Playing playing;
    PlayBatchPage page(playing);
    page.retranslate();
    QVERIFY(page.counts().startsWith(u"Choose above"));
    page.batch().start({}, Site::items(6), 2);
    QCOMPARE(page.counts(), QStringLiteral("0 good \u00b7 0 failed \u00b7 6 to come"));
    PlayReport report;
    report.id = playing.openId({idOf(1), idOf(101)});
    report.media = PlayedMedia::whole();
    playing.take(report);
    QCOMPARE(page.counts(), QStringLiteral("1 good \u00b7 0 failed \u00b7 5 to come"));
    QSignalSpy wanted(&page, &PlayBatchPage::itemWanted), exported(&page, &PlayBatchPage::exportWanted);
    auto *view = page.findChild<QTableView *>();
    emit view->activated(view->model()->index(1, 0));
    QCOMPARE(wanted.value(0).value(0).value<PlayItem>().key.channel, idOf(102));
    for (QPushButton *button : page.findChildren<QPushButton *>()) {
        QCOMPARE(button->isEnabled(), !button->text().contains(u"failed")); // some still play
        if (button->text().contains(u"CSV"))
            button->click();
    }
    QCOMPARE(exported.size(), 1);
    page.batch().stop();
    QCOMPARE(page.counts(), QStringLiteral("1 good \u00b7 0 failed \u00b7 2 to come \u00b7 3 stopped"));
}

/// What is kept of single plays; the oldest goes first, what runs stays.
void tst_PlayBatch::resultsAreBounded()
{
    Playing playing;
    PlayQuestion question;
    question.device = idOf(1);
    const quint64 first = playing.play(question);
    for (int i = 0; i < static_cast<int>(Playing::maxKept) + 50; ++i) {
        question.channel = idOf(10'000 + i);
        PlayReport report;
        report.id = playing.play(question);
        playing.take(report);
    }
    QVERIFY(playing.open(first));
    QVERIFY(!playing.seen({idOf(1), idOf(10'000)}));
    QVERIFY(playing.seen({idOf(1), question.channel}));
    // What is of nobody changes nothing
    QSignalSpy changed(&playing, &Playing::changed), gone(&playing, &Playing::progressed),
        played(&playing, &Playing::played);
    PlayProgress stranger;
    stranger.id = 999'999;
    playing.take(stranger);
    PlayReport nobody;
    nobody.id = 999'999;
    playing.take(nobody);
    QCOMPARE(changed.size() + gone.size() + played.size(), 0);
    nobody.id = first;
    playing.take(nobody);
    QVERIFY(changed.size() == 1 && played.size() == 1);
}

/// A row of the table and what is shown of its channel are the same report.
void tst_PlayBatch::aResultIsHeldOnce()
{
    Site site;
    site.batch.start({}, Site::items(1), 1);
    QSignalSpy played(&site.playing, &Playing::played);
    site.end(PlayOutcome::Played, PlayedMedia::whole());
    const auto report = played.value(0).value(1).value<PlayReportPtr>();
    QVERIFY(report);
    QCOMPARE(site.playing.seen({idOf(1), idOf(101)})->report.get(), report.get());
}

/// They are the larger part; that one is gone is told.
void tst_PlayBatch::curvesAreForgottenEarlier()
{
    Playing playing;
    PlayQuestion question;
    question.device = idOf(1);
    PlayedMedia media;
    const MediaReport some = media.goOn(2s);
    for (int i = 0; i <= static_cast<int>(Playing::maxCurves); ++i) {
        question.channel = idOf(10'000 + i);
        const quint64 id = playing.play(question);
        playing.take(PlayProgress{.id = id, .device = {}, .channel = {}, .callId = {}, .media = some});
        PlayReport report;
        report.id = id;
        report.media = some;
        playing.take(report);
    }
    const PlaySeen *const first = playing.seen({idOf(1), idOf(10'000)});
    const PlaySeen *const second = playing.seen({idOf(1), idOf(10'001)});
    QVERIFY(first && !first->curveKept && first->curve.steps().empty());
    QVERIFY(second && second->curveKept && !second->curve.steps().empty());
    PlayChart chart;
    chart.show(first->curve, first->curveKept);
    QCOMPARE(chart.summary(), QStringLiteral("Bit rate: kept of the last 1,000 plays only"));
    // Played again, it has one again
    question.channel = idOf(10'000);
    playing.play(question);
    QVERIFY(playing.seen({idOf(1), idOf(10'000)})->curveKept);
}

QTEST_MAIN(tst_PlayBatch)
#include "tst_playbatch.moc"
